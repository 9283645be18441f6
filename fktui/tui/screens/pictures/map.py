"""*Netwerkkaart*: the people around the family, to look at together and to move about."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from fktui.model.network import Sector
from fktui.model.record import by_id
from fktui.pictures.map_layout import Wish
from fktui.pictures.network_map import Drawn, draw_map
from fktui.pictures.scene import Lines, Scene, scene
from fktui.tui.family import Shown, View
from fktui.tui.keys import MAP, Action
from fktui.tui.lines import Line, line
from fktui.tui.panels.sections.network_map import beside_map, legend_lines, place_line
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.pictures.acts import MapActs
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.map_sheet import MapSheet, Zone
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.people.family import is_there
from fktui.usecases.people.network import sectors
from fktui.words.language import N_, _
from fktui.words.people.around import say_ring
from fktui.words.people.map_words import say_count

if TYPE_CHECKING:
    from fktui.model.stored import Loaded

_WIDE, _BESIDE = 116, 36
"""From here on something stands beside the map, so wide."""

_LINES = {
    Lines.ALL: N_("all lines"),
    Lines.TELLING: N_("lines that say something"),
    Lines.NONE: N_("no lines"),
}
_TABLE_TOO = ("undo", "add", "edit", "end", "back", "network", "hide", "help")


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
        super().__init__()
        self._loaded = loaded
        self._people = people
        self._shown: Shown | None = None
        self._start = person
        self._lines = Lines.ALL
        self._columns = False
        self._asked: dict[str, dict[Wish, None]] = {}
        """By eyes: the places that were asked for in this sitting, which stay kept."""

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
        self.draw()
        self.sheet.go_to(self._start)
        self.sheet.focus()

    @property
    def case_id(self) -> str:
        """This family."""
        return self._loaded.case.id

    @property
    def case_shown(self) -> str:
        """This family."""
        return self._loaded.case.id

    @property
    def shown(self) -> Shown:
        """The family as it may be shown here."""
        if self._shown is None:
            desk = self.program.session.desk
            self._shown = Shown(desk, self._loaded, people=self._people)
        return self._shown

    @property
    def beside(self) -> LineList:
        """Who is under the cursor, and what to ask."""
        return self.query_one("#beside", LineList)

    def actions(self) -> list[Action]:
        """What can be done here; at the kitchen table no more than there."""
        there = super().actions()
        if self._people:
            not_here = ("settings", "table", "paper", "open_made", "redo")
            return [one for one in there if one.id not in not_here]
        return there

    def show_family(self, loaded: "Loaded", record: str = "") -> None:
        """The family as it is now; the cursor goes to who was changed."""
        self._loaded, self._shown = loaded, None
        if self.is_mounted and self.query(TitleBar):
            self.draw()
            tie = by_id(loaded.case.network.ties, record)
            self.sheet.go_to(tie.network if tie else record)

    def show_state(self) -> None:
        """In the title."""
        for bar in self.query(TitleBar):
            bar.show(self._title, self.program.state)

    @property
    def _title(self) -> str:
        case, desk = self.shown.case, self.shown.desk
        parts = [case.trajectory.name, _("Network map"), say_count(case, desk.today)]
        if self.eyes:
            name = self.shown.names.get(self.eyes, self.eyes)
            parts.append(_("as {member} sees it").format(member=name))
        if self._lines is not Lines.ALL:
            parts.append(_(_LINES[self._lines]))
        return " · ".join(parts)

    def draw(self) -> None:
        """Say everything that is on the screen."""
        narrow = self.size.width < _WIDE
        self.set_class(narrow, "-narrow")
        self.show_state()
        below = self._below()
        self.query_one("#below", LineList).styles.height = len(below)
        width = self.size.width - (0 if narrow else _BESIDE)
        height = self.size.height - 2 - len(below)
        drawn = self._drawn(width, height)
        ranked = sorted(self._scene.people, key=lambda one: (one.ring, one.sector, one.name))
        self.sheet.show(drawn.canvas, drawn.spots, [one.id for one in ranked], drawn.zone_of)
        self._tell_who()

    @property
    def _scene(self) -> Scene:
        desk = self.shown.desk
        return scene(self.shown.case, desk.today, sectors(desk), self.eyes)

    def _drawn(self, width: int, height: int) -> Drawn:
        """The circle; columns where it is too full for that."""
        shown = self._scene
        asked = self._asked.setdefault(self.eyes, {})
        drawn = draw_map(shown, width, height, tuple(asked), lines=self._lines)
        assert drawn is not None
        asked.update(dict.fromkeys(one.wish for one in shown.people))
        return drawn

    def _below(self, said: str = "") -> list[Line]:
        """Below a narrow map: who is under the cursor, and the legend."""
        if self.size.width >= _WIDE:
            return [line((said, "strong"))] if said else []
        view = View(self.shown, self.size.width - 1)
        who = [line((said, "strong"))] if said else place_line(view, self.sheet.cursor)
        return [*who, *legend_lines(view.width)]

    def _tell_who(self, said: str = "") -> None:
        self.query_one("#below", LineList).show(self._below(said))
        view = View(self.shown, (self.beside.size.width or _BESIDE) - 3)
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
        one, (ring, place) = by_id(self.shown.case.network.people, who), zone
        said = ""
        if one is not None and ring:
            sector = sectors(self.shown.desk)[list(Sector)[place]]
            said = f"{one.name} → {sector}, {say_ring(ring)}"
        self._tell_who(said)

    def on_resize(self, _event: events.Resize) -> None:
        """In another size; everybody looks for a place anew."""
        self._asked.clear()
        self.draw()

    def relabel(self) -> None:
        """In another language."""
        super().relabel()
        self.draw()

    # --- looking otherwise -----------------------------------------------------------------

    def action_lines(self) -> None:
        """All lines, some, none."""
        order = list(Lines)
        self._lines = order[(order.index(self._lines) + 1) % len(order)]
        self.draw()

    def action_eyes(self) -> None:
        """As another member sees it; which, is asked."""
        case, today = self.shown.case, self.shown.desk.today
        here = [person for person in case.family.people if is_there(person, today)]
        rows = [("-", _("The family as a whole")), *((one.id, one.name) for one in here)]

        def chosen(who: str | None) -> None:
            if who:
                self.eyes = "" if who == "-" else who
                self.draw()

        self._choose(_("Through whose eyes?"), rows, self.eyes or "-", chosen)

    def action_ask(self) -> None:
        """What to ask the family: beside the map, or in its place."""
        if self.beside.has_focus:
            self.remove_class("-asking")
            self.sheet.focus()
        else:
            self.set_class(self.size.width < _WIDE, "-asking")
            self.beside.focus()
            self.call_after_refresh(self._tell_who)

    def action_network(self) -> None:
        """The next view: circle, columns, and then the list."""
        self.action_back()

    def action_back(self) -> None:
        """To the map, or to where it was opened from."""
        if self.beside.has_focus:
            self.action_ask()
        else:
            self.app.pop_screen()
