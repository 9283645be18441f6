"""The network around a family: what it could be asked, what the map says, how it grows.

Questions, never marks: nobody has no network at all, and one looks at its size and at what it
gives (Wmo-wijzer, domain.md §3.4). The questions do not depend on the order of the records.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.method.consent import valid
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.family import Person, is_there
from fktui.model.network import Energy, NetworkPerson, Quality, Sector, Support, Tie, Willing
from fktui.model.plan import Actor, GoalStatus

WMO = "Wmo-wijzer"
"""Working with social networks, for professionals under the Social Support Act (domain.md G7)."""
INVOLVE = "S1:L134-137"
"""Motivate the family to involve the most important people of its network, from the start."""

_MANY_TIES = 4
"""With fewer ties than this it means nothing that one person has most of them."""


class Question(NamedTuple):
    """Something to ask the family about its network.

    Attributes:
        code: which sentence (`words.questions`).
        about: the member, or who stands around the family; None for the family as a whole.
        facts: what the sentence needs.
        source: where it is said that this matters, as in `norms`.
    """

    code: str
    about: str | None
    facts: Mapping[str, Any]
    source: str


class Summary(NamedTuple):
    """What stands on the map on a day: how many, how close, where, and what was asked.

    Attributes:
        rings, sectors, ties: how many, by ring, by sector, and by quality of the tie.
        own, professional: of the family's own, and whose work it is.
        supports: how many give each kind of support.
        asked, willing, consented: how many of them were asked, said yes, gave consent.
    """

    rings: dict[int, int]
    sectors: dict[Sector, int]
    ties: dict[Quality, int]
    supports: dict[Support, int]
    own: int
    professional: int
    asked: int
    willing: int
    consented: int


class Growth(NamedTuple):
    """How a map changed between two days, in ids: who came, left, stands closer or further."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    closer: tuple[str, ...]
    further: tuple[str, ...]


class _Around(NamedTuple):
    """What the questions look at."""

    case: Case
    members: tuple[Person, ...]
    own: tuple[NetworkPerson, ...]
    ties: tuple[Tie, ...]
    """Those that are not broken, with people on the map."""
    placed: frozenset[str]
    """The members who stand on the map themselves: it is the map of the others."""


def on_the_map(case: Case, on: date) -> tuple[NetworkPerson, ...]:
    """Who stands around the family on a day; on the day of leaving not any more."""
    return tuple(
        one
        for one in case.network.people
        if (one.since is None or one.since <= on) and (one.until is None or on < one.until)
    )


def is_own(one: NetworkPerson) -> bool:
    """Whether somebody is of the family's own network, and not there as a professional."""
    return one.sector is not Sector.PROFESSIONALS


def has_said_yes(case: Case, one: NetworkPerson, on: date) -> bool:
    """Whether somebody's own yes is known: on the map, as a JIM, or as a consent.

    domain.md §3.4: people of the network have rights too; ask, and note the yes.
    """
    if one.consented_on or one.willing is Willing.YES or one.jim_of:
        return True
    if any(jim.chosen == one.id and jim.answer is Willing.YES for jim in case.network.jims):
        return True
    return any(given.by == one.id and valid(given, on) for given in case.consent.consents)


def questions(case: Case, today: date) -> tuple[Question, ...]:
    """What the family could be asked about its network, by what the map leaves open.

    As long as nobody of its own stands on the map there is one question only.
    """
    everybody = on_the_map(case, today)
    own = tuple(one for one in everybody if is_own(one))
    if not own:
        code = "only-professionals-yet" if everybody else "nobody-yet"
        return (Question(code, None, {}, WMO),)
    on_it = {one.id for one in everybody}
    known = _Around(
        case,
        tuple(person for person in case.family.people if is_there(person, today)),
        own,
        tuple(
            tie
            for tie in case.network.ties
            if tie.network in on_it and tie.quality is not Quality.BROKEN
        ),
        frozenset(one.person for one in everybody if one.person),
    )
    found = [question for ask in _ASK for question in sorted(ask(known), key=_place)]
    return tuple(found)


def summary(case: Case, on: date) -> Summary:
    """What stands on the map on this day."""
    everybody = on_the_map(case, on)
    ids = {one.id for one in everybody}
    rings = Counter(one.ring for one in everybody)
    sectors = Counter(one.sector for one in everybody)
    ties = Counter(tie.quality for tie in case.network.ties if tie.network in ids)
    supports = Counter(given for one in everybody for given in set(one.supports))
    asked = _asked_as_jim(case)
    return Summary(
        rings={ring: rings[ring] for ring in (1, 2, 3)},
        sectors={sector: sectors[sector] for sector in Sector},
        ties={quality: ties[quality] for quality in Quality},
        supports={support: supports[support] for support in Support},
        own=sum(is_own(one) for one in everybody),
        professional=sum(not is_own(one) for one in everybody),
        asked=sum(_was_asked(one) or one.id in asked for one in everybody),
        willing=sum(one.willing is Willing.YES or bool(one.jim_of) for one in everybody),
        consented=sum(one.consented_on is not None for one in everybody),
    )


def growth(before: tuple[NetworkPerson, ...], after: tuple[NetworkPerson, ...]) -> Growth:
    """How one map differs from an earlier one, each as `on_the_map` gives it."""
    old, new = ({one.id: one for one in people} for people in (before, after))
    both = sorted(old.keys() & new.keys())
    return Growth(
        added=tuple(sorted(new.keys() - old.keys())),
        gone=tuple(sorted(old.keys() - new.keys())),
        closer=tuple(one for one in both if new[one].ring < old[one].ring),
        further=tuple(one for one in both if new[one].ring > old[one].ring),
    )


def _no_emotional_support(known: _Around) -> Iterator[Question]:
    """domain.md §3.4: size and quality; for each child, somebody of its own to turn to."""
    givers = {one.id for one in known.own if Support.EMOTIONAL in one.supports}
    for child in known.members:
        if child.role in CHILDREN and not givers & _with(known, child.id):
            yield Question("no-emotional-support", child.id, {"name": child.name}, WMO)


def _only_professionals(known: _Around) -> Iterator[Question]:
    """domain.md §3.4: every tie that somebody has is with people whose work it is."""
    own = {one.id for one in known.own}
    for member in known.members:
        ends = {tie.network for tie in known.ties if tie.person == member.id}
        ends |= {one.id for one in known.own if member.id in one.jim_of}
        if ends and not ends & own and member.id not in known.placed:
            yield Question("only-professionals", member.id, {"name": member.name}, WMO)


def _no_tie(known: _Around) -> Iterator[Question]:
    """domain.md §3.4: nobody has no network; the map only does not show it.

    Where no member has a tie of their own, it is asked once for all of them.
    """
    tied = {tie.person for tie in known.ties if tie.person}
    tied |= {youth for one in known.own for youth in one.jim_of}
    if known.members and not tied:
        yield Question("ties-unknown", None, {}, WMO)
        return
    for member in known.members:
        if member.id not in tied | known.placed:
            yield Question("no-tie", member.id, {"name": member.name}, WMO)


def _one_carries_most(known: _Around) -> Iterator[Question]:
    """domain.md §3.4: one person gives all the support, or has more than half of the ties."""
    if len(known.own) == 1:
        return
    giving = [one for one in known.own if one.supports]
    ends = Counter(tie.network for tie in known.ties)
    for one in known.own:
        alone = giving == [one] and len(set(one.supports)) > 1
        most = ends.total() >= _MANY_TIES and ends[one.id] * 2 > ends.total()
        if alone or most:
            yield Question("one-carries-most", one.id, {"name": one.name}, WMO)


def _one_sector(known: _Around) -> Iterator[Question]:
    """domain.md §3.4: several people give support, all from the same side of the map."""
    giving = {one.id for one in known.own if one.supports}
    giving |= {tie.network for tie in known.ties if tie.energy in (Energy.GIVES, Energy.BOTH)}
    sectors = {one.sector for one in known.own if one.id in giving}
    if len([one for one in known.own if one.id in giving]) > 1 and len(sectors) == 1:
        yield Question("one-sector", None, {"sector": sectors.pop()}, WMO)


def _nobody_in_the_plan(known: _Around) -> Iterator[Question]:
    """domain.md I6: putting the network to work is what is done least; S1:L206: it takes part."""
    own = {one.id for one in known.own}
    steps = [
        step
        for goal in known.case.plan.goals
        if goal.status is GoalStatus.OPEN
        for step in goal.steps
        if step.dropped is None
    ]
    if steps and not any(step.by is Actor.NETWORK or own & set(step.who) for step in steps):
        yield Question("nobody-in-plan", None, {}, INVOLVE)


def _nobody_asked(known: _Around) -> Iterator[Question]:
    """S1:L134-137: the most important people of the network are involved from the start."""
    asked = _asked_as_jim(known.case)
    if not any(_was_asked(one) or one.id in asked for one in known.own):
        yield Question("nobody-asked", None, {}, INVOLVE)


def _nobody_at_night(known: _Around) -> Iterator[Question]:
    """domain.md §3.6: who calls whom. Only a safety plan in force tells whether it was settled."""
    plans = [plan for plan in known.case.safety.plans if plan.ended_on is None]
    called = {call.calls for plan in plans for call in plan.calls}
    if plans and not called & {one.id for one in known.own}:
        yield Question("nobody-at-night", None, {}, INVOLVE)


_ASK: tuple[Callable[[_Around], Iterator[Question]], ...] = (
    _nobody_asked,
    _no_emotional_support,
    _only_professionals,
    _no_tie,
    _one_carries_most,
    _one_sector,
    _nobody_in_the_plan,
    _nobody_at_night,
)


def _with(known: _Around, member: str) -> set[str]:
    """With whom a member has to do: an own tie, a tie of the whole family, or a JIM."""
    ends = {tie.network for tie in known.ties if tie.person in (member, None)}
    return ends | {one.id for one in known.own if member in one.jim_of}


def _place(question: Question) -> tuple[str, str]:
    return question.facts.get("name", ""), question.about or ""


def _was_asked(one: NetworkPerson) -> bool:
    return bool(one.asked_on or one.willing or one.consented_on or one.jim_of)


def _asked_as_jim(case: Case) -> set[str]:
    """Who was asked to be a JIM."""
    return {jim.chosen for jim in case.network.jims if jim.chosen and jim.asked_on}
