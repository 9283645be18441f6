"""*Gezin*: one family with its tabs; a list at the left, what the cursor stands on beside it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from fktui.model.stored import Loaded
from fktui.tui.family import Shown, View
from fktui.tui.keys import FAMILY
from fktui.tui.lines import Line, line
from fktui.tui.panels.overview import MORE
from fktui.tui.panels.panel import DO, Panel
from fktui.tui.panels.phase_bar import phase_line, phase_lines
from fktui.tui.panels.record import nothing_chosen, record_lines
from fktui.tui.panels.table import PANELS, short_titles, spot_of
from fktui.tui.screens.hand_edits import ByHandActing
from fktui.tui.screens.keyed import bound
from fktui.tui.widgets.filter_line import FilterLine
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.tab_row import TabRow
from fktui.tui.widgets.title_bar import TitleBar
from fktui.words.language import _

_WIDE, _HIGH = 100, 30
_BESIDE = 44
_MESSAGE = 4
"""Rows that a message may take."""


class FamilyScreen(ByHandActing):
    """One family. Tabs by their digits, records by the cursor, tasks by their letters."""

    PLACE = FAMILY
    DEFAULT_CSS = """
    FamilyScreen #phases { height: 3; }
    FamilyScreen #broken { height: auto; max-height: 4; display: none; }
    FamilyScreen.-broken #broken { display: block; }
    FamilyScreen #main { width: 1fr; }
    FamilyScreen #beside { width: 44; border-left: solid $surface; }
    FamilyScreen.-narrow #both { layout: vertical; }
    FamilyScreen.-narrow #beside {
        width: 1fr; height: 9; border-left: none; border-top: solid $surface;
    }
    FamilyScreen.-alone #beside { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(FAMILY),
        *(Binding(str(n % 10), f"tab({n - 1})", show=False) for n in range(1, 11)),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    def __init__(self, loaded: Loaded, panel: str = "overview", record: str = "") -> None:
        super().__init__()
        self._loaded = loaded
        self._shown: Shown | None = None
        self._panel = next(p for p in PANELS if p.id == panel)
        self._wanted = ""
        self._beside_of = ""
        self._unfolded = False
        self._at: dict[str, str] = {panel: record}

    # --- what it looks like ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, phases, tabs, the list with what is beside it, keys."""
        yield TitleBar()
        yield LineList(id="broken")
        yield LineList(id="phases")
        yield TabRow()
        with Horizontal(id="both"):
            yield LineList(id="main")
            yield LineList(id="beside", quiet=True)
        yield FilterLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """The list has the keys; the phases are only read."""
        for name in ("phases", "broken"):
            self.query_one(f"#{name}", LineList).can_focus = False
        self.draw()
        self.main.go_to(self._at[self._panel.id])
        self.main.focus()
        self.look_for_edits()

    @property
    def case_id(self) -> str | None:
        """This family."""
        return self._loaded.case.id

    @property
    def case_shown(self) -> str:
        """This family."""
        return self._loaded.case.id

    @property
    def panel(self) -> Panel:
        """The tab that is open."""
        return self._panel

    @property
    def title_said(self) -> str:
        """The family, for the top of the screen."""
        return self.shown.title

    @property
    def shown(self) -> Shown:
        """The family as it may be shown here."""
        if self._shown is None:
            self._shown = Shown(
                self.program.session.desk, self._loaded, together=self.program.together
            )
        return self._shown

    def show_family(self, loaded: Loaded, record: str = "") -> None:
        """The family as it is now; the cursor goes to a record when it is on this tab."""
        self._loaded, self._shown = loaded, None
        if self.is_mounted and self.query(TitleBar):
            self.draw()
            if record and self.main.go_to(record):
                self._clear_of_messages()
            self.look_for_edits()

    def _clear_of_messages(self) -> None:
        """The line of the cursor a bit higher: what was done is said over the last lines."""
        below = self.main.cursor - int(self.main.scroll_offset.y) - self.main.size.height
        if below >= -_MESSAGE:
            self.main.scroll_relative(y=below + _MESSAGE + 1, animate=False, immediate=True)

    def show_state(self) -> None:
        """In the title."""
        for bar in self.query(TitleBar):  # none while the screen comes or goes
            bar.show(self.title_said, self.program.state)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        width = self.size.width
        self.set_class(width < _WIDE, "-narrow")
        self.set_class(self._panel.id == "overview" and width < _WIDE, "-alone")
        self.query_one(TitleBar).show(self.title_said, self.program.state)
        titles, place = [_(p.title) for p in PANELS], PANELS.index(self._panel)
        self.query_one(TabRow).show(titles, place, short_titles())
        self.draw_edited()
        self._draw_phases()
        self._draw_main()

    def _draw_phases(self) -> None:
        """In full; in one line where a tab needs the room."""
        small = self.size.height < _HIGH and self._panel.id != "overview"
        say = phase_line if small else phase_lines
        phases = self.query_one("#phases", LineList)
        lines = say(View(self.shown, self.size.width - 1))
        phases.styles.height = len(lines)
        phases.show(lines)

    def _draw_main(self) -> None:
        lines = self.not_read(self.view.width) or self._panel.lines(self.view)
        if self._wanted:
            wanted = self._wanted.casefold()
            lines = [one for one in lines if one.key and wanted in one.text.casefold()]
            lines = lines or [line((_("Nothing with “{text}”.").format(text=self._wanted), "soft"))]
        self.main.show(lines)
        self._draw_beside(self.main.at)

    def _draw_beside(self, at: Line | None) -> None:
        width = _BESIDE if self.size.width >= _WIDE else self.size.width
        view = View(self.shown, max(20, width - 3), unfolded=self._unfolded)
        say = self._panel.beside or record_lines
        key = at.key if at else ""
        if key != self._beside_of:
            self._beside_of, self.beside.cursor = key, -1
            self.beside.scroll_to(y=0, animate=False, immediate=True)
        if at is not None and at.kind == DO:
            self.beside.show([line((_("Enter opens this form."), "soft"))])
        else:
            self.beside.show((say(view, at.key) if at else []) or nothing_chosen())

    def draw_edited(self) -> None:
        """What is wrong in the files, or was changed in them by hand."""
        lines = list(self.told_files(self.size.width - 2))
        self.set_class(bool(lines), "-broken")
        self.query_one("#broken", LineList).show(lines)

    @property
    def view(self) -> View:
        """The family, and the room of the list."""
        beside = _BESIDE + 1 if self.size.width >= _WIDE else 0
        room = max(20, self.size.width - 2 - beside)
        return View(self.shown, room, self.size.height, not beside, self._unfolded)

    # --- moving ----------------------------------------------------------------------------

    def action_tab(self, place: int) -> None:
        """The tab with this number."""
        if 0 <= place < len(PANELS):
            self.open_tab(PANELS[place].id)

    def action_turn(self, by: int) -> None:
        """The tab beside this one."""
        self.action_tab((PANELS.index(self._panel) + by) % len(PANELS))

    def open_tab(self, panel: str, record: str = "") -> None:
        """The tab with this name; the cursor stands where it was there, or on a record."""
        self.to_list()
        if self.main.at:
            self._at[self._panel.id] = self.main.at.key
        self._panel = next(p for p in PANELS if p.id == panel)
        self.draw()
        self.main.scroll_to(y=0, animate=False, immediate=True)
        self.main.action_first()
        self.main.go_to(record or self._at.get(panel, ""))

    def on_tab_row_opened(self, event: TabRow.Opened) -> None:
        """A tab was clicked."""
        event.stop()
        self.action_tab(event.place)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what the cursor stands on."""
        event.stop()
        if event.lines.id == "main":
            self._draw_beside(event.at)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Enter: go on to what the line is about; in a record, change what is inside it."""
        event.stop()
        at = event.at
        opens = self._panel.opens.get(at.kind, "") if event.lines is self.main else ""
        if at.kind == MORE:
            self._unfolded = True
            self.draw()
        elif at.kind == DO and (asked := self.asked_by(at)):
            self._ask(*asked)
        elif at.kind == "due":
            self.go_to(at.key)
        elif opens:
            self.program.ask(opens, self._loaded.case.id, at.key)
        elif event.lines is self.beside or self.asked_by(at):
            self.action_edit()
        elif at.kind == "story":
            self.program.look_back(self._loaded.case.id, at.key)
        elif not self.beside.display:
            self.go_to(at.key)
        else:
            self.beside.focus()

    def go_to(self, key: str) -> None:
        """The tab that shows a record, with the cursor on it or on what it stands inside of."""
        spot = spot_of(self.shown, key)
        self._wanted = self.query_one(FilterLine).value = ""
        self.open_tab(spot.panel or self._panel.id)
        for one in spot.keys:
            if self.main.go_to(one):
                break

    def on_resize(self, _event: events.Resize) -> None:
        """In another width."""
        self.draw()

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    def action_filter(self) -> None:
        """Type what to show."""
        self.query_one(FilterLine).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show that."""
        event.stop()
        self._wanted = event.value.strip()
        self._draw_main()

    def action_back(self) -> None:
        """To the list, or to all families."""
        if not self.to_list():
            self.program.leave_family()
