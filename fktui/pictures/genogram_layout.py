"""Where everybody stands in a genogram: generations as rows, couples side by side.

A box is one unit wide, whatever it is drawn with; the terminal and paper share the places.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from fktui.method.around.generations import Bond, Generations

_ROUNDS = 40
_GRAIN = 4
"""Places are rounded to a quarter of a box, so that lines meet."""
_LOOSE_WIDE = 6
"""Boxes beside each other of people without a tie, at least."""


class Box(NamedTuple):
    """The place of somebody: the row from above, and the middle in boxes from the left."""

    id: str
    row: int
    x: float


class Tree(NamedTuple):
    """A genogram without measures.

    Attributes:
        boxes: everybody, row by row from the left.
        bonds: what joins them.
        loose: the first row of people without a tie; the number of rows where there are none.
        rows: how many rows there are.
    """

    boxes: tuple[Box, ...]
    bonds: tuple[Bond, ...]
    loose: int
    rows: int


_Chain = tuple[str, ...]


def lay_out(found: Generations) -> Tree:
    """A place for everybody; the same family always the same."""
    rows = _in_order(found)
    x = _across(found, rows)
    left = min(x.values(), default=0.0)
    boxes = [
        Box(key, number, x[key] - left)
        for number, row in enumerate(rows)
        for chain in row
        for key in chain
    ]
    wide = max(_LOOSE_WIDE, round(max((box.x for box in boxes), default=0)) + 1)
    boxes += [
        Box(key, len(rows) + place // wide, float(place % wide))
        for place, key in enumerate(found.loose)
    ]
    total = max((box.row for box in boxes), default=-1) + 1
    return Tree(tuple(boxes), found.bonds, len(rows), total)


class _Kin:
    """Who is whose partner, sibling and child, for putting a row in order."""

    def __init__(self, found: Generations) -> None:
        self.found = found
        self.rows = {key: number for number, row in enumerate(found.by_row()) for key in row}
        self.partners: dict[str, list[str]] = defaultdict(list)
        self.siblings: dict[str, list[str]] = defaultdict(list)
        nearest = sorted(found.bonds, key=lambda bond: (bond.is_apart, bond.kind is None))
        for bond in nearest:
            if len({self.rows[key] for key in bond.partners}) == 1 and bond.partners[1:]:
                one, other = bond.partners
                self.partners[one].append(other)
                self.partners[other].append(one)
            born = [child.id for child in bond.children]
            for key in born:
                self.siblings[key] += [other for other in born if other != key]

    def chains(self, row: Sequence[str]) -> dict[str, _Chain]:
        """The partners beside each other, by the id of each of them."""
        chains: dict[str, _Chain] = {}
        for key in sorted(row, key=lambda key: -len(self.partners[key])):
            if key not in chains:
                chain = self._chain(key)
                chains |= dict.fromkeys(chain, chain)
        return chains

    def _chain(self, middle: str) -> _Chain:
        """Somebody with the current partner at the right, and earlier ones outside."""
        if not self.partners[middle]:
            return (middle,)
        nearest = self.partners[middle][0]
        placed = {middle, nearest}
        sides: list[list[str]] = []
        for start in (middle, nearest):
            side: list[str] = []
            waiting = [start]
            while waiting:
                one = waiting.pop(0)
                for other in self.partners[one]:
                    if other not in placed:
                        placed.add(other)
                        side.append(other)
                        waiting.append(other)
            sides.append(side)
        left, right = sides
        people = self.found.people
        if not left and not right and people[middle].gender.value == "female":
            middle, nearest = nearest, middle
        return (*reversed(left), middle, nearest, *right)

    def beside(self, chain: _Chain) -> tuple[list[str], list[str]]:
        """Brothers and sisters for the left and for the right of partners, nearest first."""
        own = {key: [one for one in self.siblings[key] if one not in chain] for key in chain}
        with_some = [key for key in chain if own[key]]
        if len(with_some) == 1:
            (key,) = with_some
            mine = self.found.born(key)
            older = [one for one in own[key] if self.found.born(one) <= mine]
            younger = [one for one in own[key] if one not in older]
        else:
            half = len(with_some) // 2
            older = [one for key in with_some[:half] for one in own[key]]
            younger = [one for key in with_some[half:] for one in own[key]]
        older.sort(key=self.found.born, reverse=True)
        younger.sort(key=self.found.born)
        return older, younger


def _in_order(found: Generations) -> list[list[_Chain]]:
    """Each row from left to right: first that of the index child's parents, then up and down."""
    kin = _Kin(found)
    rows = found.by_row()
    if not rows:
        return []
    index = [key for key in kin.rows if found.people[key].index]
    middle = max(0, kin.rows[index[0]] - 1) if index else max(0, len(rows) - 2)
    parents = {key for bond in found.bonds for key in bond.partners if _of(bond, index)}
    done: dict[int, list[_Chain]] = {}
    done[middle] = _row(kin, rows[middle], dict.fromkeys(parents, 0.0))
    for number in range(middle - 1, -1, -1):
        done[number] = _row(kin, rows[number], _above(found.bonds, _places(done.values())))
    for number in range(middle + 1, len(rows)):
        done[number] = _row_below(kin, rows[number], _below(found.bonds, _places(done.values())))
    return [done[number] for number in range(len(rows))]


def _of(bond: Bond, children: Iterable[str]) -> bool:
    return any(child.id in children for child in bond.children)


def _places(rows: Iterable[Sequence[_Chain]]) -> dict[str, int]:
    return {
        key: place
        for row in rows
        for place, key in enumerate(key for chain in row for key in chain)
    }


def _above(bonds: Iterable[Bond], places: Mapping[str, int]) -> dict[str, float]:
    """Where parents would stand: above the middle of their children."""
    wanted: dict[str, float] = {}
    for bond in bonds:
        below = [places[child.id] for child in bond.children if child.id in places]
        for key in bond.partners if below else ():
            wanted.setdefault(key, sum(below) / len(below))
    return wanted


def _below(bonds: Iterable[Bond], places: Mapping[str, int]) -> dict[str, float]:
    """Where children would stand: below the middle of their parents."""
    wanted: dict[str, float] = {}
    for bond in bonds:
        above = [places[key] for key in bond.partners if key in places]
        for child in bond.children if above else ():
            wanted.setdefault(child.id, sum(above) / len(above))
    return wanted


def _row(kin: _Kin, row: Sequence[str], wanted: Mapping[str, float]) -> list[_Chain]:
    """Partners by where they would stand, with brothers and sisters beyond them."""
    chains, order, placed = kin.chains(row), [], set()

    def place(chain: _Chain) -> list[_Chain]:
        placed.add(chain)
        older, younger = kin.beside(chain)
        sides: tuple[list[_Chain], list[_Chain]] = ([], [])
        for side, keys in zip(sides, (older, younger), strict=True):
            for key in keys:
                if key in chains and chains[key] not in placed:
                    beside = place(chains[key])
                    side[:] = [*beside, *side] if side is sides[0] else [*side, *beside]
        return [*sides[0], chain, *sides[1]]

    def rank(key: str) -> tuple[bool, float, str]:
        return key not in wanted, wanted.get(key, 0.0), kin.found.born(key)

    for key in sorted(row, key=rank):
        if chains[key] not in placed:
            order += place(chains[key])
    return order


def _row_below(kin: _Kin, row: Sequence[str], wanted: Mapping[str, float]) -> list[_Chain]:
    """Children by where their parents stand, the oldest left, each with partners."""
    chains = kin.chains(row)
    by_place = sorted(
        (key for key in row if key in wanted), key=lambda key: (wanted[key], kin.found.born(key))
    )
    order = list(dict.fromkeys(chains[key] for key in by_place))
    rest = _row(kin, [key for key in row if chains[key] not in order], {})
    for chain in rest:
        near = [
            place
            for place, other in enumerate(order)
            if any(one in kin.siblings[key] for key in chain for one in other)
        ]
        order.insert(near[-1] + 1 if near else len(order), chain)
    return order


def _across(found: Generations, rows: list[list[_Chain]]) -> dict[str, float]:
    """Couples above their children, children under the couple, nobody nearer than a box."""
    places = _places(rows)
    x = {key: float(place) for key, place in places.items()}
    pulls = [
        (bond.partners, tuple(dict.fromkeys(child.id for child in bond.children)))
        for bond in found.bonds
        if bond.partners and bond.children
    ]
    numbers = range(len(rows))
    for turn in range(_ROUNDS):
        for number in numbers if turn % 2 else reversed(numbers):
            wish: dict[str, list[float]] = defaultdict(list)
            for parents, children in pulls:
                shift = _mean(x, children) - _mean(x, parents)
                for key in parents:
                    wish[key].append(x[key] + shift)
                for key in children:  # as near to each other as the row allows
                    beside = places[key] - _mean(places, children)
                    wish[key].append(_mean(x, parents) + beside)
            _spread(rows[number], wish, x)
    return {key: round(round(place, 6) * _GRAIN) / _GRAIN for key, place in x.items()}


def _mean(x: Mapping[str, float] | Mapping[str, int], keys: Sequence[str]) -> float:
    return sum(x[key] for key in keys) / len(keys)


def _spread(row: Sequence[_Chain], wish: Mapping[str, list[float]], x: dict[str, float]) -> None:
    """The nearest to what everybody wishes without changing the order.

    Neighbours who would overlap are pooled and stand where they wish on average (isotonic
    regression by pooling adjacent violators).
    """
    pools: list[tuple[float, int, int]] = []
    offset = 0
    for chain in row:
        wishes = [
            place - position for position, key in enumerate(chain) for place in wish.get(key, ())
        ]
        weight = max(1, len(wishes))
        place = sum(wishes) / weight if wishes else x[chain[0]]
        pool = (place - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            before = pools.pop()
            total = before[1] + pool[1]
            middle = (before[0] * before[1] + pool[0] * pool[1]) / total
            pool = (middle, total, before[2] + pool[2])
        pools.append(pool)
        offset += len(chain)
    offset = 0
    starts = [place for place, _weight, count in pools for _chain in range(count)]
    for start, chain in zip(starts, row, strict=True):
        for position, key in enumerate(chain):
            x[key] = start + offset + position
        offset += len(chain)
