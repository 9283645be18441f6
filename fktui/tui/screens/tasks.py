"""The tasks of a coach, the same letters on every screen that has a family under the cursor."""

from fktui.tui.screens.keyed import Showing


class Tasks(Showing):
    """Screens with a family: `case_id` says which; each letter opens the form of its task."""

    @property
    def case_id(self) -> str | None:
        """The family that the letters work on."""
        raise NotImplementedError

    def _ask(self, task: str, record: str = "") -> None:
        if self.case_id is not None:
            self.program.ask(task, self.case_id, record)

    def action_contact(self) -> None:
        """Note a contact."""
        self._ask("contact")

    def action_score(self) -> None:
        """Score the goals."""
        self._ask("score")

    def action_goal(self) -> None:
        """Add a goal."""
        self._ask("goal")

    def action_phase(self) -> None:
        """On to the next phase."""
        self._ask("phase")

    def action_meeting(self) -> None:
        """Prepare a meeting."""
        self._ask("meeting")

    def action_consent(self) -> None:
        """Record a consent."""
        self._ask("consent")

    def action_network(self) -> None:
        """The people around the family."""
        if self.case_id is not None:
            self.program.open_family(self.case_id, "network")

    def action_charts(self) -> None:
        """Pictures of figures over time."""
        if self.case_id is not None:
            self.program.show_charts(self.case_id)

    def action_genogram(self) -> None:
        """The family by generation."""
        if self.case_id is not None:
            self.program.show_genogram(self.case_id)

    def action_paper(self) -> None:
        """Documents."""
        if self.case_id is not None:
            # The family's own plan is asked for most; what is due stands above it.
            self.program.open_family(self.case_id, "paper", "template:future-plan")

    def action_open_made(self) -> None:
        """The document that was made last."""
        self.program.open_made()

    def action_undo(self) -> None:
        """Take back the last act."""
        if self.case_id is not None:
            self.program.undo(self.case_id)

    def action_redo(self) -> None:
        """Do it again."""
        if self.case_id is not None:
            self.program.redo(self.case_id)

    def action_table(self) -> None:
        """Look together with the family."""
        if self.case_id is not None:
            self.program.sit_down(self.case_id)

    def action_changed(self) -> None:
        """What changed since my last visit."""
        self.program.show_changed()
