"""*Veranderd*: what was done in all families since my last visit, and what exactly."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from fktui.errors import FkError
from fktui.model.case import find
from fktui.tui.family import Shown, View
from fktui.tui.keys import CHANGED
from fktui.tui.lines import Line, line, wrapped
from fktui.tui.panels.changed import changed_lines
from fktui.tui.panels.history import act_lines
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.overview.changed import ChangedFamily, changed_since
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

if TYPE_CHECKING:
    from fktui.model.stored import Loaded

_WIDE, _BESIDE = 100, 44


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
        self._at = ""

    def compose(self) -> ComposeResult:
        """Title, acts with what they changed, keys."""
        yield TitleBar()
        with Horizontal(id="both"):
            yield LineList(id="main")
            yield LineList(id="beside", quiet=True)
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

    @property
    def case_shown(self) -> str:
        """The same, as far as it was seen: what is done in a family that ended is heard so too."""
        return self._at

    def show_family(self, loaded: "Loaded", record: str) -> None:
        """Something changed there: look again."""
        del loaded, record
        if self.is_mounted:
            self._read()

    def show_families(self, _families: object) -> None:
        """Something changed: look again."""
        if self.is_mounted:
            self._read()

    def draw(self) -> None:
        """Say everything that is on the screen."""
        if not (self.is_mounted and self.query(TitleBar)):
            return
        self.set_class(self.size.width < _WIDE, "-narrow")
        title = _("Changed · all families · since {day}").format(day=say_day(self._since.date()))
        self.query_one(TitleBar).show(title, self.program.state)
        lines: list[Line] = [line((_("Looking …"), "soft"))]
        if self._found is not None:
            names = {case_id: shown.names for case_id, shown in self._families.items()}
            me = "" if self._mine else self.program.session.desk.pen.name
            lines = changed_lines(self._found, names, me, self._widths[0])
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
            self._tell(event.at.key)

    def _tell(self, key: str) -> None:
        case_id, _slash, commit = key.partition("/")
        self._at = case_id
        family = self._families.get(case_id)
        lines: list[Line] = []
        if family is not None:
            view = View(family, self._widths[1])
            said = _("Enter opens it in the family's record; u takes back the last act there.")
            lines = [*act_lines(view, commit), line(""), *wrapped(said, view.width, "soft")]
        self.query_one("#beside", LineList).show(lines)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Open what was changed where it is shown; what is gone, in the history."""
        event.stop()
        at = self.query_one("#main", LineList).at
        case_id, _slash, commit = at.key.partition("/") if at else ("", "", "")
        if not commit:
            return
        beside = event.lines.id == "beside"
        record = event.at.key if beside else self._record_of(commit)
        if record and find(self._families[case_id].case, record) is not None:
            self.program.open_due(case_id, record)
        else:
            self.program.open_family(case_id, "history", commit)

    def _record_of(self, commit: str) -> str:
        """The record that an act was about; else the first that differs by it."""
        stories = (one for family in self._found or () for one in family.stories)
        named = next((one.record for one in stories if one.commit == commit), None)
        told = (one.key for one in self.query_one("#beside", LineList).lines if one.key)
        return named or next(told, "")

    @property
    def _widths(self) -> tuple[int, int]:
        """The room of a line in the list, and of one beside it."""
        width = self.size.width
        return (width - 3, width - 3) if width < _WIDE else (width - _BESIDE - 3, _BESIDE - 3)

    def on_resize(self, _event: events.Resize) -> None:
        """In another width."""
        self.draw()
        at = self.query_one("#main", LineList).at
        self._tell(at.key if at else "")

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
