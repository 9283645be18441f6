"""What is done on the network map: each key one act, one commit, one `u` to take it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fktui.method.around.jim import youths
from fktui.model.network import Energy, NetworkPerson, Quality, Sector
from fktui.model.record import by_id
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.pictures.looking import PictureScreen
from fktui.tui.screens.tasks import Tasks
from fktui.tui.widgets.map_sheet import MapSheet, Zone
from fktui.usecases.people.network import choose_jim, move_member, sectors, set_tie, tie_to_change
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.people.around import ENERGY_MARKS, MARKS

if TYPE_CHECKING:
    from fktui.model.stored import Loaded, Saved
    from fktui.usecases.desk import Desk

_CLOSEST, _FURTHEST = 1, 3

CHANGES = (
    *("closer", "further", "sector", "quality", "energy", "jim"),
    *("add", "edit", "end", "undo", "redo"),
)
"""What is done on the map of today only."""


class MapActs(Tasks, PictureScreen):
    """A map with somebody under the cursor.

    Attributes:
        eyes: the member through whose eyes the map is seen; empty for the family as a whole.
    """

    eyes = ""
    _busy = False

    def __init__(self, loaded: "Loaded", people: tuple[str, ...] = ()) -> None:
        super().__init__(loaded, people)
        self._waiting: list[Callable[[], None]] = []

    @property
    def case_id(self) -> str:
        """This family."""
        return self.case_shown

    @property
    def one(self) -> NetworkPerson | None:
        """Who is under the cursor; says so when there is nobody."""
        found = by_id(self.shown.case.network.people, self.sheet.cursor)
        if found is None:
            self.notify(_("Nobody stands on the map yet; a puts somebody there."), markup=False)
        return found

    def refuse_now(self) -> bool:
        """Whether nothing can be changed in what is shown; says so."""
        return False

    # --- closer, further, another side -----------------------------------------------------

    def action_closer(self) -> None:
        """A ring closer."""
        self._in_turn(lambda: self._step(-1))

    def action_further(self) -> None:
        """A ring further."""
        self._in_turn(lambda: self._step(1))

    def _step(self, by: int) -> None:
        one = None if self.refuse_now() else self.one
        if one is None:
            return
        own = self._own_ring(one) if self.eyes else one.ring
        if own is None:
            said = _("{member} has no tie with {name} yet; k makes one.")
            names = self.shown.names
            self._tell(said.format(member=names[self.eyes], name=one.name))
        elif _CLOSEST <= own + by <= _FURTHEST:
            self.put(one.id, own + by)
        else:
            closest = _("{name} stands as close as can be.")
            furthest = _("{name} stands as far as can be; x lets it end.")
            self._tell((closest if by < 0 else furthest).format(name=one.name))

    def _own_ring(self, one: NetworkPerson) -> int | None:
        """Where the member whose eyes it are places somebody; nothing without a tie."""
        ties = self.shown.case.network.ties
        tie = next((t for t in ties if (t.network, t.person) == (one.id, self.eyes)), None)
        return (tie.ring or one.ring) if tie else None

    def put(self, who: str, ring: int | None, sector: Sector | None = None) -> None:
        """Somebody in a ring, in a sector; a ring as a member sees it is of the member's tie."""
        eyes, case_id = self.eyes, self.case_shown
        if eyes and ring is not None:
            self._act(lambda desk: set_tie(desk, case_id, who, eyes, {"ring": ring}))
        else:
            self._act(lambda desk: move_member(desk, case_id, who, ring, sector))

    def on_map_sheet_dropped(self, event: MapSheet.Dropped) -> None:
        """Somebody was dragged to another place."""
        event.stop()
        self.show_zone("", (0, 0))
        one = by_id(self.shown.case.network.people, event.at)
        ring, place = event.zone
        if one is None or not ring or self.refuse_now():
            return
        sector = list(Sector)[place]
        if sector is not one.sector:
            move = (event.at, ring if ring != one.ring and not self.eyes else None, sector)
            self._act(lambda desk: move_member(desk, self.case_shown, *move))
        elif ring != (self._own_ring(one) if self.eyes else one.ring):
            self.put(one.id, ring)

    def on_map_sheet_dragged(self, event: MapSheet.Dragged) -> None:
        """Say where somebody would land."""
        event.stop()
        self.show_zone(event.at, event.zone)

    def show_zone(self, who: str, zone: Zone) -> None:
        """Say where somebody would land; ring 0 is nowhere."""
        raise NotImplementedError

    def action_sector(self) -> None:
        """Another side of the map; which, is asked."""
        one = None if self.refuse_now() else self.one
        if one is None:
            return
        rows = [(sector.value, said) for sector, said in sectors(self.shown.desk).items()]

        def chosen(sector: str | None) -> None:
            if sector and sector != one.sector.value:
                move = (one.id, None, Sector(sector))
                self._act(lambda desk: move_member(desk, self.case_shown, *move))

        self._choose(_("On which side of the map?"), rows, one.sector.value, chosen)

    # --- the tie ---------------------------------------------------------------------------

    def action_quality(self) -> None:
        """What the tie is; asked."""
        rows = [(q.value, f"{m} {label(q)}") for q, m in MARKS.items()]
        self._ask_tie("quality", _("What is the tie?"), rows)

    def action_energy(self) -> None:
        """Which way the energy goes; asked."""
        rows = [(e.value, f"{m or '0':<2} {label(e)}") for e, m in ENERGY_MARKS.items()]
        self._ask_tie("energy", _("Who gives energy?"), rows)

    def _ask_tie(self, field: str, title: str, rows: list[tuple[str, str]]) -> None:
        one = None if self.refuse_now() else self.one
        if one is None:
            return
        case = self.shown.case
        change = tie_to_change(case, one.id, self.eyes)
        if change is None:  # whose tie, is asked there
            self._ask("network.tie", one.id)
            return
        whose, tie = change
        now = getattr(tie, field).value if tie else ""
        kind: type[Quality | Energy] = Quality if field == "quality" else Energy

        def chosen(value: str | None) -> None:
            if value and value != now:
                fields = {field: kind(value)}
                self._act(lambda desk: set_tie(desk, case.id, one.id, whose, fields))

        who = self.shown.names.get(whose, whose) if whose else _("the family as a whole")
        said = _("{name} and {whose}").format(name=one.name, whose=who)
        self._choose(title, rows, now, chosen, said)

    def action_jim(self) -> None:
        """Somebody is the own mentor of a youth; of which one, is asked."""
        one = None if self.refuse_now() else self.one
        if one is None:
            return
        young = youths(self.shown.case, self.shown.desk.today)
        known = next((jim for jim in self.shown.case.network.jims if jim.chosen == one.id), None)
        if known is not None or one.jim_of:
            self.program.open_due(self.case_shown, known.id if known else one.id)
        elif not young:
            self._tell(_("A JIM is of somebody of 12 to 23 in the family; there is nobody."))
        else:
            title = _("Who chose {name}, who said yes?").format(name=one.name)
            rows = [(person.id, person.name) for person in young]
            self._choose(title, rows, "", self._is_jim(one.id))

    def _is_jim(self, who: str) -> Callable[[str | None], None]:
        def chosen(youth: str | None) -> None:
            if youth:
                self._act(lambda desk: choose_jim(desk, self.case_shown, who, youth))

        return chosen

    # --- forms -----------------------------------------------------------------------------

    def action_add(self) -> None:
        """Somebody new."""
        if not self.refuse_now():
            self._ask("network.add")

    def action_edit(self) -> None:
        """What is known of somebody."""
        if not self.refuse_now() and (one := self.one):
            self._ask("network.edit", one.id)

    def action_end(self) -> None:
        """Somebody leaves the map."""
        if not self.refuse_now() and (one := self.one):
            self._ask("network.end", one.id)

    # --- inside ----------------------------------------------------------------------------

    def _act(self, work: "Callable[[Desk], Saved]") -> None:
        self._busy = True
        self.program.act(self.case_shown, work, self._done)

    def _in_turn(self, step: Callable[[], None]) -> None:
        """A step that begins where the one before it ended: now, or when that one is saved."""
        if self._busy:
            self._waiting.append(step)
        else:
            step()

    def _done(self) -> None:
        self._busy = False
        while self._waiting and not self._busy:
            self._waiting.pop(0)()

    def _tell(self, said: str) -> None:
        self.notify(said, markup=False)

    def _choose(
        self,
        title: str,
        rows: list[tuple[str, str]],
        start: str,
        chosen: Callable[[str | None], None],
        said: str = "",
    ) -> None:
        self.app.push_screen(ChooserScreen(title, rows, said, start=start), chosen)
