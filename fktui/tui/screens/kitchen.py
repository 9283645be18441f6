"""*Aan tafel*: one family, large and plain, with the family looking along."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from fktui.model.case import Case
from fktui.model.family import is_there
from fktui.model.stored import Loaded
from fktui.tui.family import Shown, View
from fktui.tui.keys import BY_ID, TABLE, Action
from fktui.tui.lines import Line, one_line
from fktui.tui.panels.panel import Panel
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.screens.keyed import Keyed, Showing, bound
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.tab_row import TabRow
from fktui.tui.widgets.title_bar import TitleBar
from fktui.words.language import N_, _

_LEAVE = 95
"""The weight of the one way back: it is always in the bar."""


class AskScreen(Keyed, ModalScreen[tuple[str, ...] | None]):
    """Who is at the table: everybody of the family, until one is taken away."""

    PLACE = TABLE
    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background; }
    AskScreen > Vertical { width: 60; max-width: 100%; height: auto; max-height: 100%; }
    AskScreen Static { height: auto; margin-bottom: 1; }
    AskScreen .ask--said { color: $warning; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("enter", "begin", show=False),
        Binding("f8", "app.hide", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, case: Case, today: date) -> None:
        super().__init__()
        self._members = [one for one in case.family.people if is_there(one, today)]

    def compose(self) -> ComposeResult:
        """A box for each member of the family."""
        with Vertical():
            yield Static(_("Who is at the table?"), markup=False)
            for one in self._members:
                yield CheckBox(one_line(one.name), on=True)
            yield Static(self._explained(), markup=False, classes="ask--said")

    def _explained(self) -> str:
        if not self._members:
            return _("Nobody of the family is in the record yet. Esc goes back.")
        return _(
            "Enter: look together. Only what all of them may read is shown. Space: yes or no. "
            "Esc: back."
        )

    def actions(self) -> list[Action]:
        """It has no bar of keys."""
        return [BY_ID["back"]]

    def action_back(self) -> None:
        """Not now."""
        self.dismiss(None)

    def action_begin(self) -> None:
        """Look together."""
        boxes = zip(self._members, self.query(CheckBox), strict=True)
        people = tuple(member.id for member, box in boxes if box.on)
        if people:
            self.dismiss(people)


class KitchenScreen(Showing):
    """One family, for those at the table. Only F9 leads away from it."""

    PLACE = TABLE
    DEFAULT_CSS = """
    KitchenScreen TabRow { margin: 1 0 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(TABLE),
        *(Binding(str(n), f"tab({n - 1})", show=False) for n in range(1, len(KITCHEN) + 1)),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
    ]

    def __init__(self, loaded: Loaded, people: tuple[str, ...]) -> None:
        super().__init__()
        self._people = people
        self._loaded = loaded
        self._shown: Shown | None = None
        self._panel = KITCHEN[0]

    def compose(self) -> ComposeResult:
        """Title, pages, what is on the page, keys."""
        yield TitleBar()
        yield TabRow()
        yield LineList(id="page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the goals."""
        self.draw()
        self.page.focus()

    @property
    def page(self) -> LineList:
        """What is shown."""
        return self.query_one("#page", LineList)

    @property
    def case_shown(self) -> str:
        """This family."""
        return self._loaded.case.id

    @property
    def shown(self) -> Shown:
        """What everybody at the table may read."""
        if self._shown is None:
            self._shown = Shown(self.program.session.desk, self._loaded, people=self._people)
        return self._shown

    @property
    def panel(self) -> Panel:
        """The page that is open."""
        return self._panel

    def actions(self) -> list[Action]:
        """All that is done here; there is no way back but F9."""
        return [
            one._replace(label=N_("alone again"), weight=_LEAVE) if one.id == "table" else one
            for one in super().actions()
            if one.id != "back"
        ]

    def found(self) -> Iterable[tuple[Panel, Line]]:
        """All that can be found here: each line with a key, with the page that it is on."""
        for panel in KITCHEN:
            for one in panel.lines(self._view):
                if one.key:
                    yield panel, one

    @property
    def _view(self) -> View:
        return View(self.shown, max(20, self.size.width - 2), self.size.height)

    def show_family(self, loaded: Loaded, record: str = "") -> None:
        """The family as it is now."""
        self._loaded, self._shown = loaded, None
        if self.is_mounted:
            self.draw()
            if record:
                self.page.go_to(record)

    def show_state(self) -> None:
        """In the title."""
        if self.is_mounted:
            name = self._loaded.case.trajectory.name
            self.query_one(TitleBar).show(name, self.program.state)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        self.show_state()
        self.query_one(TabRow).show([_(p.title) for p in KITCHEN], KITCHEN.index(self._panel))
        self.page.show(self._panel.lines(self._view))

    def on_resize(self, _event: events.Resize) -> None:
        """In another width."""
        self.draw()

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    # --- moving ----------------------------------------------------------------------------

    def action_tab(self, place: int) -> None:
        """The page with this number."""
        if 0 <= place < len(KITCHEN):
            self.open_tab(KITCHEN[place].id)

    def action_turn(self, by: int) -> None:
        """The page beside this one."""
        self.action_tab((KITCHEN.index(self._panel) + by) % len(KITCHEN))

    def open_tab(self, panel: str, record: str = "") -> None:
        """The page with this name, with the cursor on a record."""
        self._panel = next(p for p in KITCHEN if p.id == panel)
        self.draw()
        self.page.action_first()
        self.page.go_to(record)

    def on_tab_row_opened(self, event: TabRow.Opened) -> None:
        """A page was clicked."""
        event.stop()
        self.action_tab(event.place)

    # --- doing -----------------------------------------------------------------------------

    def action_contact(self) -> None:
        """Note what is talked about."""
        self.program.ask("contact", self.case_shown)

    def action_score(self) -> None:
        """Score the goals."""
        self.program.ask("score", self.case_shown)

    def action_goal(self) -> None:
        """Add a goal."""
        self.program.ask("goal", self.case_shown)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Change what the cursor stands on."""
        event.stop()
        self.action_edit()

    def action_edit(self) -> None:
        """Change what the cursor stands on."""
        at = self.page.at
        if at is not None and at.key:
            self.program.ask(f"{at.kind}.edit", self.case_shown, at.key)

    def action_undo(self) -> None:
        """Take back the last thing that was done here."""
        self.program.undo(self.case_shown)

    def action_table(self) -> None:
        """The coach is alone again."""
        self.program.get_up()
