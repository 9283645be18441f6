"""The lines of a genogram: where they run between the boxes, in the measures of who draws them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fktui.method.around.generations import Bond
from fktui.model.family import RelationKind
from fktui.pictures.genogram_layout import Tree

APART, DIVORCED, NOT_NOTED = "/", "//", "?"
DESCENT = {
    RelationKind.ADOPTIVE_PARENT: "A",
    RelationKind.FOSTER_PARENT: "F",
    RelationKind.STEP_PARENT: "S",
    RelationKind.HALF_SIBLING: "½",
}
"""The sign at a child that is no child by birth, or no full brother or sister."""

_TIES = {
    RelationKind.SEPARATED: APART,
    RelationKind.DIVORCED: DIVORCED,
    None: NOT_NOTED,
}
_ASIDE = (0, 1, -1, 2, -2, 3, -3)
"""Steps that a line may stand aside of where it wants, so that it covers no other one."""


class Measures(NamedTuple):
    """The size of things, in cells or points.

    Attributes:
        slot: from one box to the next.
        wide: of a box.
        high: of a box, from its upper to its lower edge.
        above: kept free between the lines and a box.
        below: kept free between a box and the lines.
        lane: from one line to the next.
        port: from one line to the next along the edge of a box.
        first: kept free above the first row where no line runs.
    """

    slot: int
    wide: int
    high: int
    above: int
    below: int
    lane: int
    port: int
    first: int


class Stroke(NamedTuple):
    """A line straight across or down."""

    x: int
    y: int
    to_x: int
    to_y: int
    dashed: bool


class Sign(NamedTuple):
    """A sign on the line of a couple, or beside the line to a child."""

    x: int
    y: int
    text: str


class Plan(NamedTuple):
    """A genogram in measures.

    Attributes:
        tops: the middle of the upper edge of each box, by id.
        strokes: the lines.
        signs: what is said about a line.
        ports: where lines leave the lower edge of a box, by id.
        loose: the upper edge of the first row of people without a tie, if there are any.
        width: of the sheet.
        height: of the sheet.
    """

    tops: dict[str, tuple[int, int]]
    strokes: tuple[Stroke, ...]
    signs: tuple[Sign, ...]
    ports: dict[str, tuple[int, ...]]
    loose: int | None
    width: int
    height: int


class _Run(NamedTuple):
    """A line across, and where it belongs: after the boxes of a row, or before them."""

    left: int
    right: int
    row: int


def plan(tree: Tree, size: Measures) -> Plan:
    """Where the boxes and lines of a genogram are."""
    return _Planner(tree, size).plan()


class _Planner:
    def __init__(self, tree: Tree, size: Measures) -> None:
        self.tree, self.size = tree, size
        self.rows = {box.id: box.row for box in tree.boxes}
        self.middle = {box.id: round(box.x * size.slot) + size.wide // 2 for box in tree.boxes}
        self.bonds = [bond for bond in tree.bonds if bond.partners[1:] or bond.children]
        self.legs = self._legs()
        self.stems = self._stems()
        self.heads = self._heads()
        self.couples = {
            number: _Run(min(legs), max(legs), max(self.rows[key] for key in bond.partners))
            for number, bond in enumerate(self.bonds)
            if len(legs := [self.legs[number, key] for key in bond.partners]) > 1
        }
        self.buses = {
            number: _Run(min(ends), max(ends), min(self.rows[child.id] for child in bond.children))
            for number, bond in enumerate(self.bonds)
            if (ends := self._ends(number, bond)) and bond.children
        }
        self.couple_lanes = _lanes(self.couples)
        self.bus_lanes = _lanes(self.buses)
        self.tops = self._tops()

    def plan(self) -> Plan:
        strokes: list[Stroke] = []
        signs: list[Sign] = []
        for number, bond in enumerate(self.bonds):
            strokes += self._strokes(number, bond)
            signs += self._signs(number, bond)
        last = len(self.tops) - 1
        lanes = _count(self.couples, self.couple_lanes, last)
        size = self.size
        ports: dict[str, list[int]] = defaultdict(list)
        for (_number, key), x in self.legs.items():
            ports[key].append(x)
        height = self.tops[-1] + size.high + size.below + lanes * size.lane if self.tops else 0
        width = max((x + size.wide - size.wide // 2 for x in self.middle.values()), default=0)
        return Plan(
            {key: (x, self.tops[self.rows[key]]) for key, x in self.middle.items()},
            tuple(strokes),
            tuple(signs),
            {key: tuple(sorted(found)) for key, found in ports.items()},
            self.tops[self.tree.loose] if self.tree.loose < len(self.tops) else None,
            width,
            height,
        )

    def _legs(self) -> dict[tuple[int, str], int]:
        """Where the line of each bond leaves each partner: the nearest outside, so none cross."""
        away: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, bond in enumerate(self.bonds):
            for key in bond.partners:
                other = next((one for one in bond.partners if one != key), key)
                far = self.middle[other] - self.middle[key]
                away[key].append(((far > 0) - (far < 0), -far, number))
        found = {}
        for key, bonds in away.items():
            step = min(self.size.port, (self.size.wide - 3) // max(1, len(bonds) - 1))
            start = self.middle[key] - step * (len(bonds) - 1) // 2
            for place, (_side, _far, number) in enumerate(sorted(bonds)):
                found[number, key] = start + place * step
        return found

    def _stems(self) -> dict[int, int]:
        """Where the line to the children begins; on no line that comes from a partner."""
        taken: dict[int, set[int]] = defaultdict(set)
        for (_number, key), x in self.legs.items():
            taken[self.rows[key]].add(x)
        found = {}
        for number, bond in enumerate(self.bonds):
            legs = [self.legs[number, key] for key in bond.partners]
            if len(legs) == 1:
                found[number] = legs[0]
            elif legs:
                row = max(self.rows[key] for key in bond.partners)
                found[number] = _aside(sum(legs) // 2, taken[row], self._step)
                taken[row].add(found[number])
        return found

    @property
    def _step(self) -> int:
        return max(1, self.size.port // 2)

    def _heads(self) -> dict[tuple[int, str], int]:
        """Where a line arrives at each child; below no line that goes to another one."""
        stems: dict[int, dict[int, int]] = defaultdict(dict)
        from_above: dict[str, list[int]] = defaultdict(list)
        for number, bond in enumerate(self.bonds):
            for child in bond.children:
                from_above[child.id].append(number)
                if number in self.stems:
                    stems[self.rows[child.id]][number] = self.stems[number]
        found = {}
        for key, numbers in from_above.items():
            taken: set[int] = set()
            numbers.sort(key=lambda number: self.stems.get(number, self.middle[key]))
            wide = self.size.port * 2 * (len(numbers) - 1)
            for place, number in enumerate(numbers):
                wish = self.middle[key] - wide // 2 + place * self.size.port * 2
                others = {x for one, x in stems[self.rows[key]].items() if one != number}
                found[number, key] = _aside(wish, taken | others, self._step)
                taken.add(found[number, key])
        return found

    def _ends(self, number: int, bond: Bond) -> list[int]:
        heads = [self.heads[number, child.id] for child in bond.children]
        return [*heads, *([self.stems[number]] if number in self.stems else ())]

    def _tops(self) -> list[int]:
        """The upper edge of each row."""
        size, tops, bottom = self.size, list[int](), 0
        for row in range(self.tree.rows):
            buses = _count(self.buses, self.bus_lanes, row)
            couples = _count(self.couples, self.couple_lanes, row - 1)
            if not row:
                room = (buses - 1) * size.lane + size.above if buses else size.first
            elif row > self.tree.loose:
                room = size.below + size.above
            else:
                room = size.below + size.above + max(1, couples + buses) * size.lane
            tops.append(bottom + room)
            bottom = tops[-1] + size.high
        return tops

    def _couple_y(self, number: int) -> int:
        size, run = self.size, self.couples[number]
        lane = self.couple_lanes[number] + 1
        return self.tops[run.row] + size.high + size.below + lane * size.lane

    def _bus_y(self, number: int) -> int:
        size, run = self.size, self.buses[number]
        lanes = _count(self.buses, self.bus_lanes, run.row)
        return self.tops[run.row] - size.above - (lanes - 1 - self.bus_lanes[number]) * size.lane

    def _strokes(self, number: int, bond: Bond) -> Iterable[Stroke]:
        bottoms = {key: self.tops[self.rows[key]] + self.size.high for key in bond.partners}
        start = max(bottoms.values(), default=0)
        if number in self.couples:
            start, run = self._couple_y(number), self.couples[number]
            dashed = bond.kind is RelationKind.PARTNER
            yield Stroke(run.left, start, run.right, start, dashed)
            for key, bottom in bottoms.items():
                x = self.legs[number, key]
                yield Stroke(x, bottom, x, start, dashed)
        if number not in self.buses:
            return
        y, run = self._bus_y(number), self.buses[number]
        all_dashed = all(child.kind in DESCENT for child in bond.children)
        if number in self.stems:
            yield Stroke(self.stems[number], start, self.stems[number], y, all_dashed)
        yield Stroke(run.left, y, run.right, y, all_dashed)
        for child in bond.children:
            x = self.heads[number, child.id]
            yield Stroke(x, y, x, self.tops[self.rows[child.id]], child.kind in DESCENT)

    def _signs(self, number: int, bond: Bond) -> Iterable[Sign]:
        if number in self.couples and bond.kind in _TIES:
            run = self.couples[number]
            middle = (run.left + self.stems[number]) // 2
            yield Sign(middle, self._couple_y(number), _TIES[bond.kind])
        for child in bond.children:
            if child.kind in DESCENT:
                x, y = self.heads[number, child.id], self.tops[self.rows[child.id]]
                yield Sign(x, y, DESCENT[child.kind])


def _aside(wish: int, taken: set[int], step: int) -> int:
    return next((wish + way * step for way in _ASIDE if wish + way * step not in taken), wish)


def _lanes(runs: Mapping[int, _Run]) -> dict[int, int]:
    """Lines of one row that would touch each other under each other, short ones first."""
    lanes: dict[int, int] = {}
    for number, run in sorted(runs.items(), key=lambda one: (one[1].right - one[1].left, one)):
        taken = {
            lanes[other]
            for other in lanes
            if runs[other].row == run.row
            and runs[other].left <= run.right + 1
            and run.left <= runs[other].right + 1
        }
        lanes[number] = next(lane for lane in range(len(runs)) if lane not in taken)
    return lanes


def _count(runs: Mapping[int, _Run], lanes: Mapping[int, int], row: int) -> int:
    return max((lanes[number] + 1 for number, run in runs.items() if run.row == row), default=0)
