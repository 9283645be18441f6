"""How the network of a family changed between two days (domain.md §3.4: two maps, one difference).

At the analysis and at closing a map is made; what came between them is shown, not weighed.
"""

from typing import NamedTuple

from fktui.method.around.network import Growth, growth
from fktui.model.case import Case
from fktui.model.network import Energy, NetworkPerson, Quality, Tie


class Moved(NamedTuple):
    """Somebody who stands in another ring or sector; `was` and `now` are the same person."""

    was: NetworkPerson
    now: NetworkPerson


class Tied(NamedTuple):
    """A tie that is another one now, or that was not noted before, or is not any more.

    Attributes:
        network: the id of who stands around the family.
        person: the id of the member; None for the family as a whole.
    """

    network: str
    person: str | None
    was: Tie | None
    now: Tie | None


class ThenAndNow(NamedTuple):
    """Two maps side by side; people who are on both of them are known by their id."""

    growth: Growth
    rings: tuple[Moved, ...]
    sectors: tuple[Moved, ...]
    ties: tuple[Tied, ...]


def then_and_now(
    before: Case, then: tuple[NetworkPerson, ...], after: Case, now: tuple[NetworkPerson, ...]
) -> ThenAndNow:
    """What is different.

    Args:
        before: the family on the first day.
        then: who stood on the map that day, as `on_the_map` gives it.
        after: the family on the second day.
        now: who stood on the map that day.
    """
    old = {one.id: one for one in then}
    both = [Moved(old[one.id], one) for one in now if one.id in old]
    stayed = {one.now.id for one in both}
    was, is_now = _ties(before, stayed), _ties(after, stayed)
    changed = (
        Tied(*key, was.get(key), is_now.get(key))
        for key in dict.fromkeys((*is_now, *was))
        if _meaning(was.get(key)) != _meaning(is_now.get(key))
    )
    return ThenAndNow(
        growth=growth(then, now),
        rings=tuple(one for one in both if one.was.ring != one.now.ring),
        sectors=tuple(one for one in both if one.was.sector != one.now.sector),
        ties=tuple(changed),
    )


def _ties(case: Case, people: set[str]) -> dict[tuple[str, str | None], Tie]:
    return {(tie.network, tie.person): tie for tie in case.network.ties if tie.network in people}


def _meaning(tie: Tie | None) -> tuple[Quality, Energy, int | None] | None:
    return (tie.quality, tie.energy, tie.ring) if tie else None
