"""*Netwerkkaart*: the people around the family, to look at together and to move about."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from fktui.errors import FkError
from fktui.model.record import by_id
from fktui.pictures.canvas import Canvas
from fktui.pictures.map_layout import Wish
from fktui.pictures.network_columns import draw_columns
from fktui.pictures.network_map import Drawn, draw_map
from fktui.pictures.scene import Lines, Scene
from fktui.tui.family import Shown, View
from fktui.tui.keys import MAP, Action
from fktui.tui.lines import Line, line
from fktui.tui.panels.sections.map_time import Times, time_line
from fktui.tui.panels.sections.network_map import (
    beside_map,
    change_lines,
    legend_lines,
    place_lines,
    say_landing,
)
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.pictures.acts import CHANGES, MapActs
from fktui.tui.screens.pictures.making import ask_file
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.map_sheet import MapSheet, Zone
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.people.network_files import files_of
from fktui.usecases.people.network_history import earlier_wishes, moments
from fktui.usecases.people.network_maps import MapOfDays, Seen, map_of_day, map_of_two_days
from fktui.words.language import N_, _
from fktui.words.people.map_words import say_count
from fktui.words.time.say_dates import say_date

if TYPE_CHECKING:
    from fktui.model.stored import Loaded

_WIDE, _BESIDE = 116, 36
"""From here on something stands beside the map, so wide."""
_BELOW = 4
"""Lines below a narrow map: always as many, so that nobody moves when another thing is said."""

_LINES = {
    Lines.ALL: N_("all lines"),
    Lines.TELLING: N_("lines that say something"),
    Lines.NONE: N_("no lines"),
}
_SECOND_DAY = ("now_earlier", "now_later")


class MapScreen(MapActs):
    """The map of one family; at the kitchen table of what the people there may see."""

    PLACE = MAP
    DEFAULT_CSS = """
    MapScreen #beside { width: 36; border-left: solid $surface; }
    MapScreen #below { height: auto; }
    MapScreen.-narrow #beside { display: none; }
    MapScreen.-asking #beside { display: block; width: 1fr; border-left: none; }
    MapScreen.-asking MapSheet { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(MAP)

    def __init__(self, loaded: "Loaded", people: tuple[str, ...] = (), person: str = "") -> None:
        super().__init__(loaded, people)
        self._start = person
        self._lines = Lines.ALL
        self._columns = False
        self._times: Times | None = None
        self._map: MapOfDays | None = None
        self._asked: dict[str, dict[Wish, None]] = {}
        """By eyes: the places that were asked for before, which stay kept."""

    # --- what it looks like ----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Title, the map with what is beside it, what is below it, keys."""
        yield TitleBar()
        with Horizontal(id="both"):
            yield MapSheet()
            yield LineList(id="beside")
        yield LineList(id="below")
        yield KeyBar()

    def on_mount(self) -> None:
        """The map has the keys."""
        self.query_one("#below", LineList).can_focus = False
        desk = self.program.session.desk
        self._asked[""] = dict.fromkeys(earlier_wishes(desk, self.case_shown, desk.today))
        super().on_mount()
        self.sheet.go_to(self._start)

    @property
    def beside(self) -> LineList:
        """Who is under the cursor, and what to ask."""
        return self.query_one("#beside", LineList)

    @property
    def title_said(self) -> str:
        """The family, and how the map is looked at."""
        case, today = self.shown.case, self.shown.desk.today
        if self._times is None:
            parts = [case.trajectory.name, _("Network map"), say_count(case, today)]
        elif self._times.is_one:
            day = say_date(self._times.days_shown[0])
            parts = [
                case.trajectory.name,
                _("Network map"),
                _("as it was on {day}").format(day=day),
            ]
        else:
            parts = [case.trajectory.name, _("Network then and now")]
        if self.eyes:
            name = self.shown.names.get(self.eyes, self.eyes)
            parts.append(_("as {member} sees it").format(member=name))
        if self._lines is not Lines.ALL:
            parts.append(_(_LINES[self._lines]))
        return " · ".join(parts)

    def actions(self) -> list[Action]:
        """What can be done here: nothing is changed in what was."""
        left_out = _SECOND_DAY if self._times is None else CHANGES
        return [one for one in super().actions() if one.id not in left_out]

    def show_family(self, loaded: "Loaded", record: str = "") -> None:
        """The family as it is now; the cursor goes to who was changed."""
        super().show_family(loaded, record)
        if self.is_mounted and self.query(TitleBar):
            tie = by_id(loaded.case.network.ties, record)
            self.sheet.go_to(tie.network if tie else record)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        self._map = self._looked_at()
        self.set_class(self.size.width < _WIDE, "-narrow")
        self.show_state()
        below = _BELOW if self._is_narrow else 1
        self.query_one("#below", LineList).styles.height = below
        width = self.size.width - (0 if self._is_narrow else _BESIDE)
        scene = self._map.scene
        drawn = self._drawn(scene, width, self.size.height - 2 - below)
        ranked = sorted(scene.people, key=lambda one: (one.ring, one.sector, one.name))
        self.sheet.show(drawn.canvas, drawn.spots, [one.id for one in ranked], drawn.zone_of)
        self._tell_who()

    @property
    def _is_narrow(self) -> bool:
        return self.size.width < _WIDE

    def _looked_at(self) -> MapOfDays:
        """The map of today, or of two days."""
        desk = self.shown.desk
        if self._times is not None:
            try:
                then, now = map(self._seen, self._times.days_shown)
                if self._times.is_one:
                    return map_of_day(desk, now, self.eyes)
                return map_of_two_days(desk, then, now, self.eyes)
            except FkError as error:
                self._times = None
                self.program.refuse(error)
        return map_of_day(desk, self._seen(desk.today), self.eyes)

    def _seen(self, on: date) -> Seen:
        desk, shown = self.shown.desk, self.shown
        if on != desk.today:
            shown = Shown(desk, desk.load(self.case_shown, on), people=self._people)
        return Seen(shown.case, on)

    def _drawn(self, scene: Scene, width: int, height: int) -> Drawn:
        """The circle; columns where that is wanted, or where it is too full for a circle."""
        asked = self._asked.setdefault(self.eyes, {})
        drawn = None
        if not self._columns:
            drawn = draw_map(scene, width, height, tuple(asked), lines=self._lines)
        if drawn is not None:
            asked.update(dict.fromkeys(one.wish for one in scene.people))
        return drawn or draw_columns(scene, width) or Drawn(Canvas(width, height), {})

    # --- beside and below --------------------------------------------------------------------

    def _below(self, said: str = "") -> list[Line]:
        """Who is under the cursor, or which days these are; in a small window the legend too."""
        view = View(self.shown, self.size.width - 1)
        if said:
            lines = [line((said, "strong"))]
        elif self._times is not None:
            lines = [time_line(self._times, view.width)]
        else:
            lines = place_lines(view, self.sheet.cursor)
        if not self._is_narrow:
            return lines[:1]
        legend = list(legend_lines(view.width, self._map))
        lines += [line("")] * (_BELOW - len(legend) - len(lines))
        return [*lines, *legend]

    def _tell_who(self, said: str = "") -> None:
        self.query_one("#below", LineList).show(self._below(said))
        view = View(self.shown, (self.beside.size.width or _BESIDE) - 3)
        if self._map is not None and self._map.found is not None:
            self.beside.show(change_lines(self._map, view.width))
        else:
            self.beside.show(beside_map(view, self.sheet.cursor))

    def on_map_sheet_moved(self, event: MapSheet.Moved) -> None:
        """Say who it is."""
        event.stop()
        self._tell_who()

    def on_map_sheet_chosen(self, event: MapSheet.Chosen) -> None:
        """What is known of somebody."""
        event.stop()
        self.action_edit()

    def show_zone(self, who: str, zone: Zone) -> None:
        """Say where somebody would land."""
        self._tell_who(say_landing(View(self.shown, self.size.width), who, zone))

    # --- looking otherwise -------------------------------------------------------------------

    def refuse_now(self) -> bool:
        """Nothing is changed in what was."""
        if self._times is not None:
            self._tell(_("This is then and now; n goes back to the map of today."))
        return self._times is not None

    def action_then(self) -> None:
        """Then and now beside each other, or the map of today again."""
        desk = self.shown.desk
        if self._times is not None:
            self._times = None
        else:
            times = Times.of(moments(desk, self.case_shown), desk.today)
            if times.then == times.now:
                self._tell(_("The map is of today; there is no earlier one yet."))
                return
            self._times = times
        self.show_keys()
        self.draw()

    def _go(self, times: Times | None) -> None:
        if self._times is None:
            self.action_then()
        elif times is not None and times != self._times:
            self._times = times
            self.draw()

    def action_earlier(self) -> None:
        """The first day further back."""
        self._go(self._times and self._times.step(-1))

    def action_later(self) -> None:
        """The first day less far back."""
        self._go(self._times and self._times.step(1))

    def action_now_earlier(self) -> None:
        """The second day further back."""
        self._go(self._times and self._times.step_now(-1))

    def action_now_later(self) -> None:
        """The second day less far back."""
        self._go(self._times and self._times.step_now(1))

    def action_lines(self) -> None:
        """All lines, some, none."""
        order = list(Lines)
        self._lines = order[(order.index(self._lines) + 1) % len(order)]
        self.draw()

    def action_ask(self) -> None:
        """What to ask the family: beside the map, or in its place."""
        if self.beside.has_focus:
            self.remove_class("-asking")
            self.sheet.focus()
        else:
            self.set_class(self._is_narrow, "-asking")
            self.beside.focus()
            self.call_after_refresh(self._tell_who)

    def action_paper(self) -> None:
        """The map as a file; which, is asked."""
        days = self._times.days_shown if self._times else (self.shown.desk.today,)
        seen = tuple(map(self._seen, dict.fromkeys(days)))
        ask_file(self, files_of(seen, self.eyes))

    def action_network(self) -> None:
        """The next view: circle, columns, and then the genogram."""
        if self._columns:
            self.app.pop_screen()
            self.program.show_genogram(self.case_shown)
        else:
            self._columns = True
            self.draw()

    def action_back(self) -> None:
        """To the map, or to where it was opened from."""
        if self.beside.has_focus:
            self.action_ask()
        else:
            self.app.pop_screen()
