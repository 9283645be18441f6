"""Where everybody stands on the network map: the same for the terminal and for paper.

The map is a sheet of cells. The family is in the middle; around it are three rings, cut into
sectors. A place is found for one wish after the other, each as if those after it were not there:
who is added stands last in the row, and moves nobody.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple

RINGS = (0.0, 0.5, 0.77, 1.0)
"""Where the rings end, as parts of the way from the middle to the edge."""

_ROUND = 2.8
"""The rings are superellipses: a plain ellipse wastes the corners of a wide screen."""

_START = -5 / 6 * pi
"""The first sector begins at the left, above."""

_OUT, _CROSSED, _NEAR = 5.0, 4.0, 0.06
"""What a name that sticks out costs, a line through a name, and what makes two lines one."""


class Wish(NamedTuple):
    """A name that wants a place.

    Attributes:
        id: of whom.
        ring: 1 close to 3 at a distance.
        sector: its place in the row of sectors.
        widths: of the name in cells, the fullest first; a shorter one is taken where that fits.
    """

    id: str
    ring: int
    sector: int
    widths: tuple[int, ...]


class Spot(NamedTuple):
    """A place: the column where a name begins, its row, and its width."""

    x: int
    y: int
    width: int

    @property
    def middle(self) -> int:
        """The column that has to lie in the ring and the sector."""
        return self.x + self.width // 2


class Sheet(NamedTuple):
    """The room of a map, in cells.

    Attributes:
        width, height: of the whole.
        box: columns and rows of the family in the middle.
        sectors: how many there are.
        tall: how much higher than wide a cell is.
        kept: where other words stand.
        widest: a name, with its marks; a wider one has to be cut.
    """

    width: int
    height: int
    box: tuple[int, int]
    sectors: int = 6
    tall: float = 2.0
    kept: tuple[Spot, ...] = ()
    widest: int = 26

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the family."""
        return (self.width - 1) / 2, (self.height - 1) / 2

    def polar(self, x: float, y: float) -> tuple[float, float]:
        """How far from the middle (1 is the edge), and in which direction."""
        (mid_x, mid_y) = self.centre
        across, down = (x - mid_x) / (mid_x + 0.5), (y - mid_y) / (mid_y + 0.5)
        far = (abs(across) ** _ROUND + abs(down) ** _ROUND) ** (1 / _ROUND)
        return far, atan2(down, across)

    def point(self, far: float, angle: float) -> tuple[float, float]:
        """The other way round: the column and the row."""
        across, down = cos(angle), sin(angle)
        bent = (abs(across) ** _ROUND + abs(down) ** _ROUND) ** (1 / _ROUND)
        (mid_x, mid_y) = self.centre
        return (
            mid_x + across / bent * far * (mid_x + 0.5),
            mid_y + down / bent * far * (mid_y + 0.5),
        )

    def zone(self, x: float, y: float) -> tuple[int, int]:
        """The ring and the sector of a cell; ring 0 is outside the map."""
        far, angle = self.polar(x, y)
        ring = next((n for n in (1, 2, 3) if far <= RINGS[n]), 0)
        return ring, int((angle - _START) % (2 * pi) / (2 * pi) * self.sectors) % self.sectors

    def border(self, sector: int) -> float:
        """The direction in which a sector begins."""
        return _START + sector * 2 * pi / self.sectors


def lay_out(wishes: Sequence[Wish], sheet: Sheet) -> dict[Wish, Spot]:
    """A place for each wish, in this order; who finds none is left out.

    No two names touch, and the middle of each lies in its own ring and sector.
    """
    table = _Table(sheet)
    found: dict[Wish, Spot] = {}
    for wish in dict.fromkeys(wishes):
        spot = table.place(wish)
        if spot is not None:
            found[wish] = spot
    return found


class _Table:
    """The sheet while names are put on it, one by one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        # A row is a number with a bit for each column that is taken, and one before the first.
        self._taken = [0] * sheet.height
        self._names: list[tuple[Spot, float, float, float]] = []
        self._ranks: Counter[tuple[int, int]] = Counter()
        columns, rows = sheet.box
        (mid_x, mid_y) = sheet.centre
        top, left = round(mid_y - (rows - 1) / 2), round(mid_x - (columns - 1) / 2)
        for row in range(max(0, top - 1), min(sheet.height, top + rows + 1)):
            self._take(row, left - 1, columns + 2)
        for spot in sheet.kept:
            self._take(spot.y, spot.x, spot.width)

    @cached_property
    def _zones(self) -> Mapping[tuple[int, int], list[tuple[int, int]]]:
        """The cells of each ring and sector."""
        sheet, zones = self._sheet, dict[tuple[int, int], list[tuple[int, int]]]()
        for y in range(sheet.height):
            for x in range(sheet.width):
                zones.setdefault(sheet.zone(x, y), []).append((x, y))
        return zones

    def place(self, wish: Wish) -> Spot | None:
        """The best place that is left, nearest to where it would stand alone."""
        zone = wish.ring, wish.sector
        self._ranks[zone] += 1
        wanted_x, wanted_y = self._wanted(wish, self._ranks[zone])
        tall = self._sheet.tall
        cells = sorted(
            (hypot(x - wanted_x, (y - wanted_y) * tall), x, y) for x, y in self._zones.get(zone, ())
        )
        fitting = [width for width in wish.widths if width <= self._sheet.widest]
        for width in fitting or wish.widths[-1:]:
            best = self._best(cells, width, zone)
            if best is not None:
                self._put(best)
                return best
        return None

    def _wanted(self, wish: Wish, rank: int) -> tuple[float, float]:
        """Spread evenly, whatever comes later: the numbers of Halton."""
        sheet = self._sheet
        inner, outer = RINGS[wish.ring - 1], RINGS[wish.ring]
        if wish.ring == 1:
            inner = outer * 0.45  # the family stands there
        far = inner + (outer - inner) * (0.25 + 0.5 * _halton(rank, 3))
        part = 0.12 + 0.76 * _halton(rank, 2)
        return sheet.point(far, sheet.border(wish.sector) + part * 2 * pi / sheet.sectors)

    def _best(
        self, cells: Sequence[tuple[float, int, int]], width: int, zone: tuple[int, int]
    ) -> Spot | None:
        best, least = None, float("inf")
        for distance, x, y in cells:
            if distance >= least:
                break
            spot = Spot(x - width // 2, y, width)
            if self._free(spot):
                cost = distance + self._cost(spot, zone)
                if cost < least:
                    best, least = spot, cost
        return best

    def _free(self, spot: Spot) -> bool:
        if spot.x < 0 or spot.x + spot.width > self._sheet.width:
            return False
        return not self._taken[spot.y] & (((1 << spot.width + 2) - 1) << spot.x)

    def _cost(self, spot: Spot, zone: tuple[int, int]) -> float:
        sheet = self._sheet
        ends = (spot.x, spot.x + spot.width - 1)
        cost = sum(_OUT for x in ends if sheet.zone(x, spot.y) != zone)
        own = self._seen(spot)
        _spot, from_, to, far = own
        mine = _between(from_, to)
        for _other, start, end, away in self._names:
            theirs = _between(start, end)
            if (away < far and _inside(mine, start, end)) or (
                far < away and _inside(theirs, from_, to)
            ):
                cost += _CROSSED
            elif abs(_turn(mine - theirs)) < _NEAR:
                cost += 1
        return cost

    def _seen(self, spot: Spot) -> tuple[Spot, float, float, float]:
        """A name as it is seen from the middle: between which directions, and how far."""
        far, angle = self._sheet.polar(spot.middle, spot.y)
        _far, left = self._sheet.polar(spot.x, spot.y)
        _far, right = self._sheet.polar(spot.x + spot.width - 1, spot.y)
        turns = sorted((_turn(left - angle), _turn(right - angle)))
        return spot, angle + turns[0], angle + turns[1], far

    def _put(self, spot: Spot) -> None:
        self._take(spot.y, spot.x, spot.width)
        self._names.append(self._seen(spot))

    def _take(self, row: int, x: int, width: int) -> None:
        self._taken[row] |= ((1 << width) - 1) << max(0, x + 1)


def _halton(number: int, base: int) -> float:
    """The number written in this base, behind the point and turned round: between 0 and 1."""
    part, found = 1.0, 0.0
    while number:
        part /= base
        number, digit = divmod(number, base)
        found += part * digit
    return found


def _turn(angle: float) -> float:
    """The same direction, between minus and plus half a turn."""
    return (angle + pi) % (2 * pi) - pi


def _between(start: float, end: float) -> float:
    return (start + end) / 2


def _inside(angle: float, start: float, end: float) -> bool:
    return abs(_turn(angle - _between(start, end))) <= (end - start) / 2
