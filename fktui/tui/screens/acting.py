"""What is done with the record under the cursor: adding beside it, changing it, letting it end."""

from collections.abc import Iterator

from fktui.model.case import KINDS, Located, find
from fktui.tui.family import Shown
from fktui.tui.forms.table import TASKS
from fktui.tui.lines import Line
from fktui.tui.panels.panel import DO, Panel
from fktui.tui.panels.table import PANELS
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.line_list import LineList
from fktui.words.labels import kind_label
from fktui.words.language import _

_LOOKING = ("agree", "safety")
"""Tasks that are no kind of record, and look at the record under the cursor all the same."""


_MOST = (
    *("contact", "goal", "step.add", "agreement.add", "strength.add", "worry.add"),
    *("network.add", "scaling.add", "consent"),
)
"""What is added on most days, for a tab that shows a little of everything."""


class Acting(Tasks):
    """A screen with a list of records and one of them in full beside it."""

    @property
    def shown(self) -> Shown:
        """The family as it may be shown here."""
        raise NotImplementedError

    @property
    def panel(self) -> Panel:
        """The tab that is open."""
        raise NotImplementedError

    @property
    def main(self) -> LineList:
        """The list of the tab."""
        return self.query_one("#main", LineList)

    @property
    def beside(self) -> LineList:
        """What the cursor stands on, in full."""
        return self.query_one("#beside", LineList)

    @property
    def here(self) -> Located | None:
        """The record under the cursor: of the list that has the keys, else of the tab."""
        inner = self.beside.at if self.beside.has_focus else None
        for at in (inner, self.main.at):
            located = find(self.shown.case, at.key) if at and at.key else None
            if located is not None:
                return located
        return None

    def action_network(self) -> None:
        """The list of people around the family; from there the map."""
        if self.case_id is not None and self.panel.id == "network":
            self.program.show_map(self.case_id, self.main.at.key if self.main.at else "")
        else:
            super().action_network()

    def action_add(self) -> None:
        """Something new on this tab; what it can be is asked when there is more than one."""
        panel, at = self.panel, self.main.at
        offered = panel.offered(self.shown)
        if len(offered) == 1:
            self._add(offered[0])
            return
        rows = [(task, _task_words(task)) for task in offered] or list(_of_all_tabs(self.shown))
        start = next((task for task in offered if at and _kind_of(task) == at.kind), "")
        self.app.push_screen(ChooserScreen(_("Add"), rows, start=start), self._add)

    def _add(self, task: str | None) -> None:
        """The form of what was chosen; what goes inside something, goes where the cursor is."""
        if task is None:
            return
        kind = _kind_of(task)
        inside = kind in _LOOKING or (
            kind in KINDS and (KINDS[kind].parent is not None or task != f"{kind}.add")
        )
        self._ask(task, self.here.record.id if inside and self.here and task != kind else "")

    def action_edit(self) -> None:
        """Change the record under the cursor."""
        self._do("edit")

    def action_end(self) -> None:
        """Let it end."""
        self._do("end")

    def _do(self, verb: str) -> None:
        located, at = self.here, self.main.at
        asked = self.asked_by(at, verb) if at else None
        if asked is not None:
            self._ask(*asked)
        elif located is None:
            there = at is not None and at.key
            opens = _("That cannot be changed here; Enter goes to where it can.")
            said = opens if there else _("Put the cursor on something first.")
            self.notify(said, markup=False)
        else:
            self._ask(f"{located.kind.name}.{verb}", located.record.id)

    def asked_by(self, at: Line, verb: str = "edit") -> tuple[str, str] | None:
        """The form that a line asks for by itself, and for which record: it is none, or not yet."""
        if at.kind == DO:
            task, _at, record = at.key.partition("@")
            return task, record
        task = f"{at.kind}.{verb}"
        known = task in TASKS and find(self.shown.case, at.key) is None
        return (task, at.key) if known else None

    def to_list(self) -> bool:
        """From the record back to the list; whether there was a way back."""
        if self.beside.has_focus:
            self.main.focus()
            return True
        return False


def _of_all_tabs(shown: Shown) -> Iterator[tuple[str, str]]:
    """What is added most, then all else below the tab that shows it."""
    yield from ((task, _task_words(task)) for task in _MOST)
    said = set(_MOST)
    for panel in PANELS:
        more = [task for task in panel.offered(shown) if task not in said]
        said.update(more)
        if more:
            yield "", _(panel.title)
            yield from ((task, _task_words(task)) for task in more)


def _kind_of(task: str) -> str:
    return task.partition(".")[0]


def _task_words(task: str) -> str:
    """What can be added, by its own name or by the kind of record."""
    known = TASKS.get(task) or TASKS.get(task.removesuffix(".add"))
    return _(known.label) if known else kind_label(_kind_of(task))
