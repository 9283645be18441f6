"""*Veranderd*: what was done in all families since my last visit, and what exactly."""

from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from fktui.errors import FkError
from fktui.tui.family import Shown, View
from fktui.tui.keys import CHANGED
from fktui.tui.lines import Line, line
from fktui.tui.panels.changed import changed_lines
from fktui.tui.panels.history import what_changed
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.overview.changed import ChangedFamily, changed_since
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

_WIDE = 100


class ChangedScreen(Tasks):
    """A line for each act; the letters work on the family of the line under the cursor."""

    PLACE = CHANGED
    DEFAULT_CSS = """
    ChangedScreen #beside { width: 44; border-left: solid $surface; }
    ChangedScreen.-narrow #both { layout: vertical; }
    ChangedScreen.-narrow #beside {
        width: 1fr; height: 9; border-left: none; border-top: solid $surface;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(CHANGED)

    def __init__(self, since: datetime) -> None:
        super().__init__()
        self._since = since
        self._found: list[ChangedFamily] | None = None
        self._families: dict[str, Shown] = {}
        self._mine = True

    def compose(self) -> ComposeResult:
        """Title, acts with what they changed, keys."""
        yield TitleBar()
        with Horizontal(id="both"):
            yield LineList(id="main")
            yield LineList(id="beside")
        yield KeyBar()

    def on_mount(self) -> None:
        """Look it up in the background: in many families it takes a while."""
        self.query_one("#main", LineList).focus()
        self._read()

    @property
    def case_id(self) -> str | None:
        """The family of the line under the cursor."""
        at = self.query_one("#main", LineList).at
        return at.key.partition("/")[0] if at else None

    def show_families(self, _families: object) -> None:
        """Something changed: look again."""
        if self.is_mounted:
            self._read()

    def draw(self) -> None:
        """Say everything that is on the screen."""
        if not self.is_mounted:
            return
        self.set_class(self.size.width < _WIDE, "-narrow")
        title = _("Changed · all families · since {day}").format(day=say_day(self._since.date()))
        self.query_one(TitleBar).show(title, self.program.state)
        lines: list[Line] = [line((_("Looking …"), "soft"))]
        if self._found is not None:
            names = {case_id: shown.names for case_id, shown in self._families.items()}
            me = "" if self._mine else self.program.session.desk.pen.name
            lines = changed_lines(self._found, names, me)
        self.query_one("#main", LineList).show(lines)

    def _read(self) -> None:
        self.draw()
        self.run_worker(self._look, thread=True, group="changed", exclusive=True)

    def _look(self) -> None:
        session = self.program.session
        desk = session.desk
        try:
            found = changed_since(desk, self._since)
            families = {one.case_id: Shown(desk, session.load(one.case_id)) for one in found}
        except FkError as error:
            self.app.call_from_thread(self.program.refuse, error)
            return
        self.app.call_from_thread(self._show, found, families)

    def _show(self, found: list[ChangedFamily], families: dict[str, Shown]) -> None:
        self._found, self._families = found, families
        self.draw()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what that act changed."""
        event.stop()
        if event.lines.id == "main":
            case_id, _slash, commit = event.at.key.partition("/")
            beside = self.query_one("#beside", LineList)
            view = View(self._families[case_id], max(20, beside.size.width - 2))
            beside.show(what_changed(view, commit))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Open the family, at its history."""
        event.stop()
        case_id, _slash, commit = event.at.key.partition("/")
        if commit:
            self.program.open_family(case_id, "history", commit)

    def on_resize(self) -> None:
        """In another width."""
        self.draw()

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    def action_earlier(self) -> None:
        """A day more."""
        self._since -= timedelta(days=1)
        self._read()

    def action_later(self) -> None:
        """A day less; not past today."""
        if self._since.date() < self.program.session.today:
            self._since += timedelta(days=1)
            self._read()

    def action_mine(self) -> None:
        """With or without what I did myself."""
        self._mine = not self._mine
        self.draw()

    def action_back(self) -> None:
        """To where it was opened from."""
        self.app.pop_screen()
