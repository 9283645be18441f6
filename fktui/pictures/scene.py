"""What stands on a network map: the family, and everybody around it with one tie each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from fktui.method.around.network import on_the_map
from fktui.model.case import Case
from fktui.model.family import is_there
from fktui.model.network import Energy, NetworkPerson, Quality, Sector, Tie
from fktui.model.text import visible
from fktui.pictures.map_layout import Wish
from fktui.words.people.map_words import GONE

WHOLE, LONGEST, SHORT = 40, 22, 9
"""Columns of a name on paper, on the screen, and of one that has to be cut to find a place."""

MARKS = 3
"""Columns kept free for the marks of a tie, so that another tie moves nobody."""

_TELLING = (
    Quality.BROKEN,
    Quality.STRESSFUL,
    Quality.CHANGING,
    Quality.STRONG,
    Quality.WEAK,
    Quality.ORDINARY,
)
"""Of two ties that are found as often, the one that says most."""


class Lines(Enum):
    """Which ties are drawn as lines; the marks are always there."""

    ALL = "all"
    TELLING = "telling"
    NONE = "none"


_PLAIN = (Quality.ORDINARY, Quality.WEAK)
"""Ties whose line says little, unless energy goes along it."""


class Around(NamedTuple):
    """Somebody on the map.

    Attributes:
        quality: of the tie; nothing when none was noted.
        jim: chosen by a youth as a mentor of their own.
        faded: without a tie to the member through whose eyes the map is seen.
        home: whose map it is, of several homes: its place in `Scene.members`.
    """

    id: str
    name: str
    ring: int
    sector: int
    quality: Quality | None = None
    energy: Energy = Energy.NONE
    jim: bool = False
    faded: bool = False
    home: int | None = None

    @property
    def wish(self) -> Wish:
        """The place that it asks for."""
        return wish_of(self.id, self.name, self.ring, self.sector)

    def has_line(self, lines: Lines) -> bool:
        """Whether the tie is drawn as a line."""
        if self.quality is None or lines is Lines.NONE:
            return False
        plain = self.quality in _PLAIN and self.energy is Energy.NONE
        return lines is Lines.ALL or not (plain or self.faded)

    def called(self, width: int) -> str:
        """The name in so many columns."""
        return shortened(self.name, width)


def shortened(text: str, width: int) -> str:
    """A text in so many columns, with … where something is left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def wish_of(who: str, name: str, ring: int, sector: int) -> Wish:
    """The place that somebody of this name asks for."""
    full = cell_len(name)
    widths = tuple(dict.fromkeys(min(full, most) for most in (WHOLE, LONGEST, SHORT)))
    return Wish(who, ring, sector, tuple(width + 1 + MARKS for width in widths))


class Change(NamedTuple):
    """What became of somebody between two days.

    Attributes:
        marks: `+` new, `-` gone, `▲` closer, `▼` further, `→` another sector, `~` another tie.
        was: the place of the first day, of somebody who has another one now.
    """

    marks: str
    was: Wish | None = None

    @property
    def gone(self) -> bool:
        """Whether this is somebody who left the map."""
        return self.marks == GONE


class Scene(NamedTuple):
    """A whole map.

    Attributes:
        members: the family, by household where it has more than one home.
        sectors: their names, in their order around the family.
        people: who stand around it, and in a comparison of two days who stood there.
        changes: in such a comparison, of each who is not as before, by id.
    """

    members: tuple[tuple[str, ...], ...]
    sectors: tuple[str, ...]
    people: tuple[Around, ...]
    changes: Mapping[str, Change] = MappingProxyType({})

    def is_gone(self, one: Around) -> bool:
        """Whether somebody stood on the map and does so no more."""
        return one.id in self.changes and self.changes[one.id].gone

    def counts(self) -> tuple[int, ...]:
        """How many stand in each sector."""
        here = Counter(one.sector for one in self.people if not self.is_gone(one))
        return tuple(here[number] for number in range(len(self.sectors)))


def scene(case: Case, on: date, sectors: Mapping[Sector, str], eyes: str = "") -> Scene:
    """The map of a family on a day.

    Args:
        case: the family.
        on: the day.
        sectors: what the team calls them.
        eyes: the member through whose eyes it is seen; empty for the family as a whole.
    """
    order = list(sectors)
    homes = _homes(case, on)
    people = [
        _around(case, one, order.index(one.sector), eyes)._replace(home=_home(one, list(homes)))
        for one in on_the_map(case, on)
    ]
    members = tuple(map(tuple, homes.values()))
    return Scene(members, tuple(sectors.values()), tuple(people))


def _home(one: NetworkPerson, homes: list[str]) -> int | None:
    """Which home somebody stands with; nothing when that is not one of several."""
    own = [number for number, home in enumerate(homes) if home in one.households]
    return own[0] if len(own) == 1 and len(homes) > 1 else None


def _around(case: Case, one: NetworkPerson, sector: int, eyes: str) -> Around:
    ties = [tie for tie in case.network.ties if tie.network == one.id]
    own = [tie for tie in ties if tie.person == eyes] if eyes else []
    tie = _telling(own or [tie for tie in ties if tie.person is None] or ties)
    return Around(
        id=one.id,
        name=visible(one.name),
        ring=next((t.ring for t in own if t.ring), one.ring),
        sector=sector,
        quality=tie.quality if tie else None,
        energy=tie.energy if tie else Energy.NONE,
        jim=bool(one.jim_of),
        faded=bool(eyes) and not own,
    )


def _telling(ties: Sequence[Tie]) -> Tie | None:
    """The tie that most of them are; of those found as often the one that says most."""
    often = Counter(tie.quality for tie in ties)
    return min(
        ties, key=lambda tie: (-often[tie.quality], _TELLING.index(tie.quality)), default=None
    )


def _homes(case: Case, on: date) -> dict[str, list[str]]:
    """The members by the home where they live, or live most."""
    here = [person for person in case.family.people if is_there(person, on)]
    homes: dict[str, list[str]] = {}
    for person in here:
        home = person.households[0] if person.households else ""
        homes.setdefault(home, []).append(visible(person.name))
    return homes
