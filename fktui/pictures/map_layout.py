"""Where everybody stands on the network map: the same for the terminal and for paper.

The map is a sheet of cells. The family is in the middle; around it are three rings, cut into
sectors. A place is found for one wish after the other, each as if those after it were not there:
who is added stands last in the row, and moves nobody.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple

RINGS = (0.0, 0.5, 0.77, 1.0)
"""Where the rings end, as parts of the way from the middle to the edge."""

_ROUND = 2.8
"""The rings are superellipses: a plain ellipse wastes the corners of a wide screen."""

_ROUND_ABOUT = 2 * pi

_START = -5 / 6 * pi
"""The first sector begins at the left, above."""

_OTHER_SECTOR, _OTHER_RING, _CROSSED, _BESIDE, _CLOSE = 12.0, 1.0, 14.0, 12.0, 3.0
"""What it costs when an end of a name lies elsewhere, when a line runs through a name, when two
lines run beside each other, and when two names stand closely below each other."""

_NEAR = 0.08
"""Lines between which the angle is smaller look like one."""


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
        return self.zone_of(*self.polar(x, y))

    def zone_of(self, far: float, angle: float) -> tuple[int, int]:
        """The same, of a place as it is seen from the middle."""
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


class _Seen(NamedTuple):
    """A name as it is seen from the middle.

    Attributes:
        angle: the direction of its middle, and `half` of what it takes on both sides.
        far: how far it is.
        line: the direction of its end at the side of the family, where its line goes.
    """

    spot: Spot
    angle: float
    half: float
    far: float
    line: float


class _Grid(NamedTuple):
    """What is known of every cell: its place as seen from the middle, and its ring and sector."""

    polar: dict[tuple[int, int], tuple[float, float]]
    zones: dict[tuple[int, int], tuple[int, int]]
    cells: dict[tuple[int, int], list[tuple[int, int]]]


@lru_cache(maxsize=8)
def _grid(width: int, height: int, sectors: int) -> _Grid:
    """The cells of a sheet; a screen asks for the same ones again and again."""
    sheet = Sheet(width, height, (0, 0), sectors)
    grid = _Grid({}, {}, {})
    for y in range(height):
        for x in range(width):
            polar = grid.polar[x, y] = sheet.polar(x, y)
            zone = grid.zones[x, y] = sheet.zone_of(*polar)
            grid.cells.setdefault(zone, []).append((x, y))
    return grid


def zones(sheet: Sheet) -> Mapping[tuple[int, int], tuple[int, int]]:
    """The ring and the sector of every cell."""
    return _grid(sheet.width, sheet.height, sheet.sectors).zones


class _Table:
    """The sheet while names are put on it, one by one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        # A row is a number with a bit for each column that is taken, and one before the first.
        self._taken = [0] * sheet.height
        self._names: list[_Seen] = []
        self._grid = _grid(sheet.width, sheet.height, sheet.sectors)
        self._ranks: Counter[tuple[int, int]] = Counter()
        columns, rows = sheet.box
        (mid_x, mid_y) = sheet.centre
        top, left = round(mid_y - (rows - 1) / 2), round(mid_x - (columns - 1) / 2)
        for row in range(max(0, top), min(sheet.height, top + rows)):
            self._take(row, left - 1, columns + 2)
        self._edges = Spot(left, top, columns), Spot(left, top + rows - 1, columns)
        for spot in sheet.kept:
            self._take(spot.y, spot.x, spot.width)

    def place(self, wish: Wish) -> Spot | None:
        """The best place that is left, nearest to where it would stand alone."""
        zone = wish.ring, wish.sector
        self._ranks[zone] += 1
        wanted_x, wanted_y = self._wanted(wish, self._ranks[zone])
        tall = self._sheet.tall
        cells = sorted(
            (hypot(x - wanted_x, (y - wanted_y) * tall), x, y)
            for x, y in self._grid.cells.get(zone, ())
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
                cost = distance + self._cost(spot, zone, least - distance)
                if cost < least:
                    best, least = spot, cost
        return best

    def _free(self, spot: Spot) -> bool:
        if spot.x < 0 or spot.x + spot.width > self._sheet.width:
            return False
        return not self._taken[spot.y] & (((1 << spot.width + 2) - 1) << spot.x)

    def _cost(self, spot: Spot, zone: tuple[int, int], most: float) -> float:
        """What stands against a place; as soon as that is too much, so much of it."""
        cost = 0.0
        for x in (spot.x, spot.x + spot.width - 1):
            ring, sector = self._grid.zones[x, spot.y]
            cost += _OTHER_SECTOR * (sector != zone[1]) + _OTHER_RING * (ring != zone[0])
        cost += _CLOSE * any(_touch(edge, spot) for edge in self._edges)
        _spot, angle, half, far, line = self._seen(spot)
        for other, its_angle, its_half, its_far, its_line in self._names:
            if cost >= most:
                return cost
            if its_far < far:
                crossed = abs((line - its_angle + pi) % _ROUND_ABOUT - pi) <= its_half
            else:
                crossed = abs((its_line - angle + pi) % _ROUND_ABOUT - pi) <= half
            cost += _CROSSED * crossed
            apart = abs((line - its_line + pi) % _ROUND_ABOUT - pi)
            if apart < _NEAR:
                cost += _BESIDE * (1 - apart / _NEAR)
            if _touch(other, spot):
                cost += _CLOSE
        return cost

    def _seen(self, spot: Spot) -> _Seen:
        """A name as it is seen from the middle."""
        polar = self._grid.polar
        far, angle = polar[spot.middle, spot.y]
        ends = [polar[x, spot.y][1] for x in (spot.x, spot.x + spot.width - 1)]
        low, high = sorted(_turn(end - angle) for end in ends)
        line = ends[spot.middle < self._sheet.centre[0]]
        return _Seen(spot, angle + (low + high) / 2, (high - low) / 2, far, line)

    def _put(self, spot: Spot) -> None:
        self._take(spot.y, spot.x, spot.width)
        self._names.append(self._seen(spot))

    def _take(self, row: int, x: int, width: int) -> None:
        self._taken[row] |= ((1 << width) - 1) << max(0, x + 1)


def _touch(one: Spot, other: Spot) -> bool:
    """Whether one name stands right below the other."""
    return (
        -1 <= one.y - other.y <= 1 and one.x < other.x + other.width and other.x < one.x + one.width
    )


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
