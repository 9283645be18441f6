"""*Vandaag*: the screen that a coach begins and ends her day with."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from fktui.errors import FkError
from fktui.tui.keys import TODAY
from fktui.tui.lines import Line, Rows, line
from fktui.tui.panels.families.today import (
    WIDE,
    Seen,
    Wanted,
    at_first,
    family_line,
    hours_line,
    listed,
    next_order,
    nothing_listed,
    title,
    today_head,
)
from fktui.tui.screens.around import look, trouble
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.filter_line import FilterLine
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.overview.listing import OPEN, Families, FamilyLine
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.tui.panels.families.around import Around

_LOW = 14
"""In a window that is lower, all room is for the list."""

_FEW = 6
"""So many lines of what is too late are shown above the rest, where all stands in one column."""


class TodayScreen(Tasks):
    """All families; the letters work on the one under the cursor."""

    PLACE = TODAY
    DEFAULT_CSS = """
    TodayScreen #around { height: 1fr; }
    TodayScreen #week { border-left: solid $surface; }
    TodayScreen.-narrow #week { display: none; }
    TodayScreen.-list #around { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(TODAY)

    def __init__(self, families: Families) -> None:
        super().__init__()
        self._families = families
        self._wanted = Wanted()
        self._shown: list[FamilyLine] = []
        self._around: Around | None = None
        self._new: dict[str, int] = {}
        self._trouble: list[Line] = []
        self._whole = self._read = False
        self._looking = self._again = False

    # --- what it looks like ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, families, what is around them, keys."""
        yield TitleBar()
        yield LineList(id="families")
        with Horizontal(id="around"):
            yield LineList(id="attention", quiet=True)
            yield LineList(id="week", quiet=True)
        yield FilterLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """The families are there as they were last read; what is new comes when it was found."""
        self._wanted = at_first(self._families.lines, self.program.session.me)
        self.draw()
        self.families.focus()

    def on_screen_resume(self) -> None:
        """Back from a family: there may be news."""
        super().on_screen_resume()
        if self._around is not None:
            self.look_around()

    @property
    def families(self) -> LineList:
        """The list."""
        return self.query_one("#families", LineList)

    @property
    def only_mine(self) -> bool:
        """Whether only the coach's own families are shown."""
        return bool(self._wanted.me)

    @property
    def _beside(self) -> list[LineList]:
        return [self.query_one(name, LineList) for name in ("#attention", "#week")]

    @property
    def case_id(self) -> str | None:
        """The family under the cursor."""
        held = next((one.at for one in self._beside if one.has_focus), None)
        at = held if held is not None and "/" in held.key else self.families.at
        return at.key.partition("/")[0] if at else None

    def show_families(self, families: Families) -> None:
        """Families that changed."""
        first, self._read = not self._read, True
        if first and not self._families.lines:
            self._wanted = at_first(families.lines, self.program.session.me)
        if first or families != self._families or self._trouble:
            self._families = families
            if self.is_mounted:
                self.draw()
                self.look_around()

    def show_state(self) -> None:
        """In the title."""
        if self.is_mounted:
            session = self.program.session
            said = title(self._families, self._wanted, session.me, session.today)
            ended = " · " + _("ended too") if session.statuses != OPEN else ""
            self.query_one(TitleBar).show(said + ended, self.program.state)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        width, order = max(40, self.size.width - 2), self._wanted.order
        seen = Seen(self.program.session.today, width, self._new)
        self.show_state()
        self._shown = listed(self._families.lines, self._wanted, seen.today)
        shown, head = self._shown, today_head(seen, order)
        if not (self._families.lines or self._read):
            self.families.show([head, line((_("Looking …"), "soft"))])
        elif shown:
            keys = [one.id for one in shown]
            lines = Rows([head], keys, lambda place: family_line(shown[place], seen, order))
            self.families.show(lines)
        else:
            self.families.show([head, *nothing_listed(self._families, self._wanted)])
        self._draw_around(seen)

    def _draw_around(self, seen: Seen) -> None:
        narrow = seen.width < WIDE
        self.set_class(narrow, "-narrow")
        room, rows = self.size.height - 2, len(self.families.lines) + 1
        self.set_class(room < _LOW or not (self._shown or self._trouble), "-list")
        columns = self._columns(seen, narrow=narrow)
        for lines, shown in zip(self._beside, columns, strict=True):
            lines.show(shown)
        needed = max(map(len, columns))
        share = min(needed, max(room - rows, room // 3))
        self.families.styles.height = "1fr" if self.has_class("-list") else min(rows, room - share)

    def _columns(self, seen: Seen, *, narrow: bool) -> tuple[list[Line], list[Line]]:
        """What stands below the list: in one column where it is narrow, else in two."""
        hours = list(hours_line(self._shown))
        if self._trouble or self._around is None:
            return self._trouble or [line((_("Looking …"), "soft"))], hours
        from fktui.tui.panels.families.around import attention, since_then, this_week

        space = [line("")]
        room = seen.width if narrow else seen.width // 2
        around = self._around.only({one.id for one in self._shown})
        late = attention(around, seen.today, room, 0 if self._whole else _FEW)
        week, since = this_week(around, room), since_then(around, room)
        if narrow:
            return [*late, *week, *since, *hours], []
        return [*late, *space, *since], [*week, *space, *hours]

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    def on_resize(self, _event: events.Resize) -> None:
        """In another width."""
        self.draw()

    # --- what is around the list -------------------------------------------------------------

    def look_around(self) -> None:
        """Find what is too late, what comes and what is new; in the background, once at a time."""
        if self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        self.run_worker(self._look, thread=True, group="around")

    def _look(self) -> None:
        session = self.program.session
        try:
            for around in look(session, self._around):
                self.app.call_from_thread(self._found, around, session.desk.pen.name)
        except FkError as error:
            self.app.call_from_thread(self._not_found, error)
        self.app.call_from_thread(self._looked)

    def _found(self, around: "Around", me: str) -> None:
        from fktui.tui.panels.families.around import new_of_others

        self._around, self._trouble = around, []
        self._new = new_of_others(around.changed, me)
        self.draw()

    def _not_found(self, error: FkError) -> None:
        self._trouble = trouble(error, self.size.width - 2)
        self.draw()

    def _looked(self) -> None:
        self._looking = False
        if self._again:
            self.look_around()

    # --- moving ----------------------------------------------------------------------------

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Open the family, where the line is about."""
        event.stop()
        at = event.at
        case_id, _slash, key = at.key.partition("/")
        if at.kind == "family":
            self.program.open_family(case_id)
        elif at.kind == "due":
            self.program.open_due(case_id, key)
        elif at.kind == "story":
            self.program.open_family(case_id, "history", key)
        else:
            self._whole = True
            self.draw()

    def action_filter(self) -> None:
        """Type which families to show."""
        self.query_one(FilterLine).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show those."""
        event.stop()
        self._want(text=event.value.strip())

    def _want(self, **wanted: str) -> None:
        self._wanted = self._wanted._replace(**wanted)
        self.draw()

    def action_own(self) -> None:
        """Only my families, or those of all."""
        self._want(me="" if self._wanted.me else self.program.session.me)

    def action_ended(self) -> None:
        """With or without those that ended."""
        self.program.show_ended(ended=self.program.session.statuses == OPEN)
        self.show_state()

    def action_order(self) -> None:
        """The next order; the cursor goes to the top."""
        self._want(order=next_order(self._wanted.order))
        self.families.action_first()

    def action_new_case(self) -> None:
        """Open a record for a new family."""
        self.program.ask("new_case")

    def action_back(self) -> None:
        """To the list; there: all families again."""
        if not self.families.has_focus:
            self.families.focus()
        elif self._wanted.text:
            line_typed = self.query_one(FilterLine)
            line_typed.value = ""
            line_typed.remove_class("-open")

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()
