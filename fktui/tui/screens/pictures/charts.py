"""*Grafieken*: hours, goals, life domains and scores over time, a tab for each."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from fktui.pictures.charts.chart_svg import picture_of
from fktui.pictures.charts.chart_text import draw_chart
from fktui.pictures.charts.of_case import TITLES, TOGETHER
from fktui.pictures.charts.series import Chart, Kind
from fktui.tui.keys import PICTURE
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.pictures.looking import PictureScreen
from fktui.tui.screens.pictures.making import ask_file
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.map_sheet import MapSheet
from fktui.tui.widgets.tab_row import TabRow
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.measures.charts import chart
from fktui.usecases.paper.pictures import picture_files
from fktui.words.language import N_, _

if TYPE_CHECKING:
    from fktui.model.stored import Loaded

_TABS = {
    Kind.HOURS: N_("Hours"),
    Kind.GOALS: N_("Goals"),
    Kind.DOMAINS: N_("Life domains"),
    Kind.SCORES: N_("Scores"),
}
_AROUND = 4
"""Lines of title, tabs, one that is empty, and keys."""


class ChartsScreen(PictureScreen):
    """The charts of one family; at the kitchen table without the hours."""

    DEFAULT_CSS = """
    ChartsScreen MapSheet { margin: 1 0 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bound(PICTURE),
        *(Binding(str(n), f"tab({n - 1})", show=False) for n in range(1, len(Kind) + 1)),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("up", "scroll_sheet(-1)", show=False),
        Binding("down", "scroll_sheet(1)", show=False),
        Binding("pageup", "scroll_sheet(-10)", show=False),
        Binding("pagedown", "scroll_sheet(10)", show=False),
    ]

    def __init__(self, loaded: "Loaded", people: tuple[str, ...] = ()) -> None:
        super().__init__(loaded, people)
        self._kinds = TOGETHER if people else tuple(Kind)
        self._place = 0

    def compose(self) -> ComposeResult:
        """Title, a tab for each chart, the chart, keys."""
        yield TitleBar()
        yield TabRow()
        sheet = MapSheet()
        sheet.can_focus = False  # arrows go from chart to chart
        yield sheet
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin with the first."""
        self.draw()

    @property
    def title_said(self) -> str:
        """The family."""
        return " · ".join((self.shown.case.trajectory.name, _("Charts")))

    def draw(self) -> None:
        """The chart of the open tab."""
        self.show_state()
        titles = [_(_TABS[kind]) for kind in self._kinds]
        self.query_one(TabRow).show(titles, self._place)
        width, height = self.size.width - 2, self.size.height - _AROUND
        self.sheet.show(draw_chart(self._chart(), width, height), {})

    def _chart(self) -> Chart:
        shown = self.shown
        return chart(shown.desk, shown.case, self._kinds[self._place], shown.desk.today)

    def action_tab(self, place: int) -> None:
        """The chart with this number."""
        if 0 <= place < len(self._kinds):
            self._place = place
            self.draw()
            self.sheet.scroll_to(y=0, animate=False, immediate=True)

    def action_turn(self, by: int) -> None:
        """The chart beside this one."""
        self.action_tab((self._place + by) % len(self._kinds))

    def on_tab_row_opened(self, event: TabRow.Opened) -> None:
        """A tab was clicked."""
        event.stop()
        self.action_tab(event.place)

    def action_scroll_sheet(self, by: int) -> None:
        """Up or down, where the chart is higher than the window."""
        self.sheet.scroll_relative(y=by, animate=False, immediate=True)

    def action_paper(self) -> None:
        """The chart as a file; which, is asked."""
        found = self._chart()
        title = _(TITLES[found.kind])
        ask_file(self, picture_files(title, lambda _desk: picture_of(found)))
