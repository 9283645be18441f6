"""What a screen may ask of the program that it is part of."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from fktui.errors import FkError
from fktui.settings import Settings
from fktui.tui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from fktui.model.stored import Saved
    from fktui.usecases.desk import Desk


class Program(Protocol):
    """The program, as its screens know it."""

    session: Session

    @property
    def together(self) -> bool:
        """At the kitchen table: only this family, only what all may read."""

    @property
    def state(self) -> str:
        """Whether everything is saved, in a word for the title."""

    def open_family(self, case_id: str, panel: str = "overview", record: str = "") -> None:
        """The screen of a family, at one of its tabs, with the cursor on a record."""

    def leave_family(self) -> None:
        """Back to where it was opened from."""

    def ask(self, task: str, case_id: str = "", record: str = "") -> None:
        """Open the form of a task (`forms.table`); `record` for one that changes something."""

    def act(
        self, case_id: str, work: Callable[["Desk"], "Saved"], after: Callable[[], None]
    ) -> None:
        """Do something in a family at once, without a form; say what changed and show it.

        `after` is called when what came of it is shown, also when it was refused.
        """

    def make_file(self, work: Callable[["Desk"], "Path"]) -> None:
        """Make a file in the background, and say where it is."""

    def show_map(self, case_id: str, person: str = "") -> None:
        """The network map of a family, with the cursor on somebody."""

    def show_genogram(self, case_id: str) -> None:
        """A family by generation."""

    def show_charts(self, case_id: str) -> None:
        """Hours, goals, life domains and scores of a family as pictures."""

    def undo(self, case_id: str) -> None:
        """Take back the last act in a family."""

    def redo(self, case_id: str) -> None:
        """Do again what was taken back."""

    def look_back(self, case_id: str, commit: str) -> None:
        """A family as one act left it."""

    def put_back(self, case_id: str, record: str, commit: str) -> None:
        """Put one record back as it was then."""

    def show_changed(self) -> None:
        """What changed in all families since the last visit."""

    def show_ended(self, *, ended: bool) -> None:
        """List the families that ended too, or only those that are helped."""

    def open_due(self, case_id: str, key: str) -> None:
        """The screen of a family, where a record is shown or what is due is done."""

    def edit_by_hand(self, case_id: str, file: str) -> None:
        """Open a file of a family in the coach's text editor, and look what came of it."""

    def ask_by_hand(self, case_id: str) -> None:
        """Show what was changed by hand in a family, and ask whether to record it."""

    def open_made(self) -> None:
        """Open the document that was made last with the computer's own program."""

    def refuse(self, error: FkError) -> None:
        """Say why something cannot be done."""

    def sit_down(self, case_id: str) -> None:
        """Ask who is at the kitchen table, and show this family to them."""

    def get_up(self) -> None:
        """The coach is alone again."""

    def change_settings(self, settings: Settings) -> None:
        """Keep the settings, and show everything by them at once."""
