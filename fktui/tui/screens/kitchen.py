"""*Aan tafel*: one family, large and plain, with the family looking along."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from fktui.model.stored import Loaded
from fktui.tui.family import Shown, View
from fktui.tui.keys import TABLE, Action
from fktui.tui.lines import Line
from fktui.tui.panels.panel import Panel
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.screens.at_table import AloneScreen
from fktui.tui.screens.keyed import Showing, bound
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.tab_row import TabRow
from fktui.tui.widgets.title_bar import TitleBar
from fktui.words.language import N_, _

_LEAVE = 95
"""The weight of the one way back: it is always in the bar."""

_NOT_HERE = ("back", "settings")


class KitchenScreen(Showing):
    """One family, for those at the table. Only F9 and then Enter lead away from it."""

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
            if one.id not in _NOT_HERE
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

    def action_network(self) -> None:
        """The map of the people around the family."""
        self.program.show_map(self.case_shown)

    def action_genogram(self) -> None:
        """The family by generation."""
        self.program.show_genogram(self.case_shown)

    def action_charts(self) -> None:
        """Pictures of figures over time."""
        self.program.show_charts(self.case_shown)

    def action_undo(self) -> None:
        """Take back the last thing that was done here."""
        self.program.undo(self.case_shown)

    def action_table(self) -> None:
        """The coach wants to be alone again; she says so twice."""

        def answered(alone: bool | None) -> None:
            if alone:
                self.program.get_up()

        self.app.push_screen(AloneScreen(), answered)
