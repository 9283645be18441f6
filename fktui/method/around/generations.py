"""Who belongs to which generation of a family, and which ties make it so (domain.md §3.3)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from fktui.model.case import Case
from fktui.model.family import Person, Relation, RelationKind, Role

PARENT_KINDS = (
    RelationKind.PARENT,
    RelationKind.ADOPTIVE_PARENT,
    RelationKind.FOSTER_PARENT,
    RelationKind.STEP_PARENT,
)
_TOGETHER = (RelationKind.PARTNER, RelationKind.MARRIED)
_APART = (RelationKind.SEPARATED, RelationKind.DIVORCED)
_SIBLINGS = (RelationKind.SIBLING, RelationKind.HALF_SIBLING)
_BY_ROLE = {Role.CHILD: 0, Role.SIBLING: 0, Role.GRANDPARENT: -2}
"""The generation of who has no tie with the index child: that of a parent where it is not here."""


class Child(NamedTuple):
    """A child of a bond, and what the parents are to it; brothers and sisters by that tie."""

    id: str
    kind: RelationKind


class Bond(NamedTuple):
    """What joins people in a genogram.

    Attributes:
        partners: two people, one parent alone, or nobody above brothers and sisters.
        kind: partner, married, separated or divorced; nothing where it was not noted.
        children: oldest first.
    """

    partners: tuple[str, ...]
    kind: RelationKind | None
    children: tuple[Child, ...]

    @property
    def is_apart(self) -> bool:
        """Whether two people were together and are no longer."""
        return self.kind in _APART


class Generations(NamedTuple):
    """A family by generation.

    Attributes:
        people: everybody, by id; who stands in the files twice counts once.
        rows: the generation of everybody who has a tie, by id; 0 is the oldest.
        children: the generation that the others are counted from: that of the index child.
        loose: who has no tie with anybody, oldest first.
        bonds: couples, parents with their children, brothers and sisters.
        left_out: ties that contradict others: somebody would be their own forebear.
    """

    people: Mapping[str, Person]
    rows: Mapping[str, int]
    children: int
    loose: tuple[str, ...]
    bonds: tuple[Bond, ...]
    left_out: tuple[Relation, ...]

    def by_row(self) -> list[list[str]]:
        """Who has a tie, from the oldest generation on, each from old to young."""
        found: list[list[str]] = [[] for _row in range(max(self.rows.values(), default=-1) + 1)]
        for key in sorted(self.rows, key=self.born):
            found[self.rows[key]].append(key)
        return [row for row in found if row]

    def born(self, key: str) -> str:
        """What people are sorted by: who was born on an unknown day comes last."""
        return self.people[key].born or "9999"


_Parents = dict[str, dict[str, RelationKind]]
_Pair = tuple[str, ...]


def generations(case: Case, on: date) -> Generations:
    """The generations on a day, counted from the index child; where there is none, the youngest.

    Source: domain.md §3.3.
    """
    people = {one.id: one for one in reversed(case.family.people)}
    people = {one.id: people[one.id] for one in case.family.people}
    ties = [
        one
        for one in case.family.relations
        if one.person in people and one.to in people and one.person != one.to and _begun(one, on)
    ]
    parents, left_out = _parents(ties)
    couples = _couples(ties, on, list(people))
    siblings = [
        (one.person, one.to, one.kind)
        for one in ties
        if one.kind in _SIBLINGS and not parents[one.person].keys() & parents[one.to].keys()
    ]
    level = [*couples, *((one, other) for one, other, _kind in siblings)]
    rows, first = _rows(people, parents, level)
    found = Generations(people, rows, first, (), (), tuple(left_out))
    bonds = (*_with_children(found, parents, couples), *_brothers_and_sisters(found, siblings))
    loose = sorted((key for key in people if key not in rows), key=found.born)
    return found._replace(loose=tuple(loose), bonds=bonds)


def _begun(tie: Relation, on: date) -> bool:
    return tie.since is None or tie.since <= on.isoformat()[: len(tie.since)]


def _ended(tie: Relation, on: date) -> bool:
    return tie.until is not None and tie.until < on.isoformat()[: len(tie.until)]


def _parents(ties: Iterable[Relation]) -> tuple[_Parents, list[Relation]]:
    """The parents of each child, and the ties that would make somebody their own forebear."""
    found: _Parents = defaultdict(dict)
    left_out = []
    for tie in ties:
        if tie.kind not in PARENT_KINDS:
            continue
        if tie.to in _forebears(tie.person, found):
            left_out.append(tie)
        else:
            found[tie.to].setdefault(tie.person, tie.kind)
    return found, left_out


def _forebears(key: str, parents: _Parents) -> set[str]:
    seen, waiting = set(), [key]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += parents.get(one, ())
    return seen


def _couples(
    ties: Iterable[Relation], on: date, order: list[str]
) -> dict[_Pair, RelationKind | None]:
    """Who are or were together, and what they are to each other on this day."""
    between: dict[_Pair, list[Relation]] = defaultdict(list)
    for tie in ties:
        if tie.kind in (*_TOGETHER, *_APART):
            between[_pair((tie.person, tie.to), order)].append(tie)
    found: dict[_Pair, RelationKind | None] = {}
    for pair, all_ties in between.items():
        # Of two of the same day, the one that says they are apart.
        said = [tie for tie in all_ties if tie.kind in _APART or not _ended(tie, on)]
        last = max(said, key=lambda tie: (tie.since or "", tie.kind in _APART), default=None)
        found[pair] = last.kind if last else RelationKind.SEPARATED
    return found


def _pair(keys: Iterable[str], order: list[str]) -> _Pair:
    return tuple(sorted(keys, key=order.index))


def _with_children(
    found: Generations, parents: _Parents, couples: dict[_Pair, RelationKind | None]
) -> Iterator[Bond]:
    """Every couple and every parent, with the children they have."""
    order = list(found.people)
    children: dict[_Pair, list[Child]] = {pair: [] for pair in couples}
    for child in sorted(parents, key=lambda key: (found.born(key), order.index(key))):
        for keys, kind in _descents(parents[child], couples, order):
            children.setdefault(_pair(keys, order), []).append(Child(child, kind))
    for pair, born in children.items():
        yield Bond(pair, couples.get(pair), tuple(born))


def _descents(
    parents: Mapping[str, RelationKind],
    couples: Mapping[_Pair, RelationKind | None],
    order: list[str],
) -> Iterator[tuple[_Pair, RelationKind]]:
    """From whom a child comes: two and two by kind, a step-parent with the parent."""
    for kind in PARENT_KINDS:
        same = [key for key, own in parents.items() if own is kind]
        if kind is not RelationKind.STEP_PARENT:
            for first in range(0, len(same), 2):
                yield tuple(same[first : first + 2]), kind
            continue
        for key in same:
            beside = [
                other
                for other, own in parents.items()
                if own is not kind and _pair((key, other), order) in couples
            ]
            yield (key, *beside[:1]), kind


def _brothers_and_sisters(
    found: Generations, ties: Iterable[tuple[str, str, RelationKind]]
) -> Iterator[Bond]:
    """Those of whom no parent is known; full brothers and sisters of each other together."""
    groups: list[set[str]] = []
    for one, other, kind in ties:
        if kind is RelationKind.HALF_SIBLING:
            yield Bond((), None, (Child(one, kind), Child(other, RelationKind.SIBLING)))
            continue
        joined = [group for group in groups if one in group or other in group]
        groups = [group for group in groups if group not in joined]
        groups.append({one, other}.union(*joined))
    for group in groups:
        keys = sorted(group, key=lambda key: (found.born(key), key))
        yield Bond((), None, tuple(Child(key, RelationKind.SIBLING) for key in keys))


def _rows(
    people: Mapping[str, Person], parents: _Parents, level: list[tuple[str, ...]]
) -> tuple[dict[str, int], int]:
    """The generation of everybody who has a tie, 0 the oldest; and which one is counted from."""
    steps: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for child, own in parents.items():
        for parent in own:
            steps[child].append((parent, -1))
            steps[parent].append((child, 1))
    for one, other in level:
        steps[one].append((other, 0))
        steps[other].append((one, 0))
    rows: dict[str, int] = {}
    for start in _starts(people, parents):
        if start not in steps or start in rows:
            continue
        rows[start] = 0 if people[start].index or not rows else _BY_ROLE.get(people[start].role, -1)
        waiting = [start]
        for one in waiting:  # grows while we walk
            for other, step in steps[one]:
                if other not in rows:
                    rows[other] = rows[one] + step
                    waiting.append(other)
    _settle(rows, parents, level)
    oldest = min(rows.values(), default=0)
    counted = {key: row - oldest for key, row in rows.items()}
    return counted, next(iter(counted.values()), 0)


def _starts(people: Mapping[str, Person], parents: _Parents) -> list[str]:
    """Whom to count from: the index child, then who has parents and no children, the youngest."""
    have_children = {parent for own in parents.values() for parent in own}

    def rank(key: str) -> tuple[bool, bool, bool]:
        return (
            people[key].index,
            key in parents and key not in have_children,
            people[key].role is Role.CHILD,
        )

    by_age = sorted(people, key=lambda key: people[key].born or "", reverse=True)
    return sorted(by_age, key=rank, reverse=True)


def _settle(rows: dict[str, int], parents: _Parents, level: list[tuple[str, ...]]) -> None:
    """Every parent above the children; partners and siblings level as far as that goes."""
    below = [(parent, child) for child, own in parents.items() for parent in own]
    for both in (True, False):
        for _round in range(len(rows) + 1):
            before = dict(rows)
            for one, other in level if both else ():
                rows[one] = rows[other] = max(rows[one], rows[other])
            for parent, child in below:
                rows[child] = max(rows[child], rows[parent] + 1)
            if rows == before:
                break
