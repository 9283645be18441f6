"""What the analysis says: life domains over time, stress, strengths beside worries, who was heard.

What is missing in it is found by `rules.analysis`; the lanes of the timeline are in `timeline`.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from fktui.method.agreed import ANALYSIS, assents, is_changed
from fktui.method.norms import MethodNorms
from fktui.model.analysis import (
    Analysis,
    DomainScore,
    Explanation,
    HelpRequest,
    Strength,
    Stressor,
    StressSource,
    Worry,
)
from fktui.model.case import Case
from fktui.model.family import Person, is_there
from fktui.model.journal import MeetingStatus
from fktui.model.plan import LifeDomain


class DomainCourse(msgspec.Struct, frozen=True, kw_only=True):
    """How one life domain went, from its first score until a day.

    Attributes:
        domain: which one.
        start: how heavy it weighed on the first day it was scored; None when it never was.
        now: how heavy it weighs on the day that is asked for.
        began: the scores of that first day.
        standing: the scores that count on the day; more than one when people differ.
    """

    domain: LifeDomain
    start: int | None
    now: int | None
    began: tuple[DomainScore, ...]
    standing: tuple[DomainScore, ...]


class TargetGroup(msgspec.Struct, frozen=True, kw_only=True):
    """How many life domains weigh clearly: long-lasting problems on six of seven (S0:L21-22).

    Attributes:
        at_start: the domains that weighed so at the start.
        now: those that do now.
        unscored: those that were never scored.
        wanted: how many there are in the families that the help is meant for.
        severity: from where on a domain counts.
        fits: whether so many did at the start; None while the unscored ones can still decide it.
    """

    at_start: tuple[LifeDomain, ...]
    now: tuple[LifeDomain, ...]
    unscored: tuple[LifeDomain, ...]
    wanted: int
    severity: int
    fits: bool | None


class Stress(msgspec.Struct, frozen=True, kw_only=True):
    """One source of stress, or none of the five, with what comes from it now."""

    source: StressSource | None
    stressors: tuple[Stressor, ...]
    severity: int | None
    """Of the heaviest; None when nobody said how heavy any of them is."""


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """How many strengths stand beside how many worries (S0:L50, domain.md item 99b)."""

    strengths: int
    worries: int


class DomainCount(msgspec.Struct, frozen=True, kw_only=True):
    """What is noted of one life domain, or of none in particular.

    Attributes:
        balance: all strengths and open worries of it.
        by_person: of them, those about each person.
    """

    domain: LifeDomain | None
    balance: Balance
    by_person: dict[str, Balance]


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """What the analysis has of one member of the family (domain.md items 61, 99g).

    Attributes:
        person: who.
        alone_on: when this person was last spoken to without the others; None for never.
        together_on: when this person was last spoken to with another member of the family.
        strengths, worries: what is noted about this person and still holds.
        goals: ids of the goals that are this person's or about this person.
    """

    person: Person
    alone_on: date | None
    together_on: date | None
    strengths: tuple[Strength, ...]
    worries: tuple[Worry, ...]
    goals: tuple[str, ...]


class FamilyAnalysis(msgspec.Struct, frozen=True, kw_only=True):
    """The whole analysis of family and network on a day (domain.md items 59, 65, 88)."""

    domains: tuple[DomainCourse, ...]
    target_group: TargetGroup
    stress: tuple[Stress, ...]
    chains: tuple[tuple[str, ...], ...]
    balance: Balance
    members: tuple[Member, ...]
    family_strengths: tuple[Strength, ...]
    worries: tuple[Worry, ...]
    outdated: tuple[Worry, ...]
    help_requests: tuple[HelpRequest, ...]
    explanation: Explanation | None
    carried_by: tuple[str, ...]


def family_analysis(case: Case, day: date, norms: MethodNorms) -> FamilyAnalysis:
    """All that is known, as it stands on a day."""
    analysis, courses = case.analysis, domain_courses(case.analysis, day)
    return FamilyAnalysis(
        domains=courses,
        target_group=target_group(courses, norms),
        stress=stress(analysis, day),
        chains=chains(analysis, day),
        balance=balance(analysis, day),
        members=coverage(case, day),
        family_strengths=tuple(one for one in analysis.strengths if not one.about),
        worries=open_worries(analysis, day),
        outdated=tuple(one for one in analysis.worries if is_outdated(one, day)),
        help_requests=analysis.help_requests,
        explanation=analysis.explanation,
        carried_by=carriers(case),
    )


def domain_courses(analysis: Analysis, day: date = date.max) -> tuple[DomainCourse, ...]:
    """All seven life domains (S0:L28-45), each with its start and how it stands on a day."""
    return tuple(_course(analysis, domain, day) for domain in LifeDomain)


def _course(analysis: Analysis, domain: LifeDomain, day: date) -> DomainCourse:
    scores = [one for one in analysis.domains if one.domain is domain and one.on <= day]
    scores.sort(key=lambda one: one.on)
    began = _standing([one for one in scores if one.on == scores[0].on])
    standing = _standing(scores)
    return DomainCourse(
        domain=domain,
        start=max((one.severity for one in began), default=None),
        now=max((one.severity for one in standing), default=None),
        began=began,
        standing=standing,
    )


def _standing(scores: Iterable[DomainScore]) -> tuple[DomainScore, ...]:
    """Of those it is about, the newest day; on that day, the last word of each who scored.

    A score of Jaylen does not replace one of Mila, and on one day mother and coach may differ.
    """
    newest: dict[frozenset[str], dict[frozenset[str], DomainScore]] = {}
    for score in scores:
        voices = newest.setdefault(frozenset(score.about), {})
        if any(earlier.on < score.on for earlier in voices.values()):
            voices.clear()
        voices[frozenset(score.by)] = score
    return tuple(score for voices in newest.values() for score in voices.values())


def target_group(courses: Iterable[DomainCourse], norms: MethodNorms) -> TargetGroup:
    """Whether at the start at least six of the seven domains weighed clearly (S0:L21-22).

    From which severity on a domain counts is our own choice (`norms.domain_severity`).
    """
    known, least = tuple(courses), norms.domain_severity.value
    wanted = norms.domains_affected.value
    at_start = tuple(one.domain for one in known if (one.start or 0) >= least)
    unscored = tuple(one.domain for one in known if one.start is None)
    fits: bool | None = len(at_start) >= wanted
    if not fits and len(at_start) + len(unscored) >= wanted:
        fits = None
    return TargetGroup(
        at_start=at_start,
        now=tuple(one.domain for one in known if (one.now or 0) >= least),
        unscored=unscored,
        wanted=wanted,
        severity=least,
        fits=fits,
    )


def stress(analysis: Analysis, day: date) -> tuple[Stress, ...]:
    """The five sources of stress (S1:L79-84) with what comes from each; last, what has no source.

    A source from which nothing comes is there too, so that all five are looked at.
    """
    there = open_stressors(analysis, day)
    found = [_stress(there, source) for source in (*StressSource, None)]
    return tuple(one for one in found if one.source is not None or one.stressors)


def _stress(there: Iterable[Stressor], source: StressSource | None) -> Stress:
    stressors = tuple(one for one in there if one.stress_source is source)
    heavy = [one.severity for one in stressors if one.severity is not None]
    return Stress(source=source, stressors=stressors, severity=max(heavy, default=None))


def open_stressors(analysis: Analysis, day: date) -> tuple[Stressor, ...]:
    """What stresses the family on a day; `until` is the last day that it does."""
    return tuple(
        one
        for one in analysis.stressors
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    )


def open_worries(analysis: Analysis, day: date) -> tuple[Worry, ...]:
    """The worries that hold on a day; solved ones must not keep coming back (domain.md §6)."""
    return tuple(one for one in analysis.worries if not is_outdated(one, day))


def is_outdated(worry: Worry, day: date) -> bool:
    """Whether the worry no longer holds on this day."""
    return worry.outdated_on is not None and worry.outdated_on <= day


def chains(analysis: Analysis, day: date) -> tuple[tuple[str, ...], ...]:
    """Worries and stressors that hang together, as groups of ids (S0:L24: intertwined).

    A link counts both ways, whichever of the two names it; what is over takes no part. The
    order is that of the files.
    """
    now: tuple[Stressor | Worry, ...] = (
        *open_stressors(analysis, day),
        *open_worries(analysis, day),
    )
    there = [one.id for one in now]
    tied: dict[str, set[str]] = {key: set() for key in there}
    both: tuple[Stressor | Worry, ...] = (*analysis.stressors, *analysis.worries)
    for one in both:
        for link in one.links:
            if one.id in tied and link in tied and link != one.id:
                tied[one.id].add(link)
                tied[link].add(one.id)
    groups: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in there:
        if tied[start] and start not in seen:
            group = _reached(start, tied)
            seen |= group
            groups.append(tuple(key for key in there if key in group))
    return tuple(groups)


def _reached(start: str, tied: dict[str, set[str]]) -> set[str]:
    group, ahead = {start}, [start]
    while ahead:
        new = tied[ahead.pop()] - group
        group |= new
        ahead.extend(new)
    return group


def balance(analysis: Analysis, day: date) -> Balance:
    """Strengths beside worries: a thorough analysis has both (S0:L50)."""
    return Balance(strengths=len(analysis.strengths), worries=len(open_worries(analysis, day)))


def domain_counts(analysis: Analysis, day: date) -> tuple[DomainCount, ...]:
    """Strengths beside worries per life domain and per person (S0:L50, S1:L147-149).

    The last is of what has no domain; it is there even when that is nothing.
    """
    worries = open_worries(analysis, day)
    return tuple(_count(domain, analysis.strengths, worries) for domain in (*LifeDomain, None))


def _count(
    domain: LifeDomain | None, strengths: Iterable[Strength], worries: Iterable[Worry]
) -> DomainCount:
    good = [one for one in strengths if one.domain is domain]
    hard = [one for one in worries if one.domain is domain]
    both: tuple[Strength | Worry, ...] = (*good, *hard)
    people = dict.fromkeys(person for one in both for person in one.about)
    return DomainCount(
        domain=domain,
        balance=Balance(strengths=len(good), worries=len(hard)),
        by_person={
            person: Balance(
                strengths=sum(person in one.about for one in good),
                worries=sum(person in one.about for one in hard),
            )
            for person in people
        },
    )


def strengths_of(analysis: Analysis, person: str) -> tuple[Strength, ...]:
    """The strengths of one person; those of the family as a whole do not count (S0:L224-228)."""
    return tuple(one for one in analysis.strengths if person in one.about)


def carriers(case: Case) -> tuple[str, ...]:
    """Who carries the explanation: who is named with it, and who agreed with it as it is now.

    S1:L161-164: the analysis is carried by family and coach together.
    """
    explanation = case.analysis.explanation
    if explanation is None:
        return ()
    said = (one for one in assents(case, ANALYSIS) if one.agrees and not is_changed(case, one))
    return tuple(dict.fromkeys((*explanation.by, *(one.by for one in said))))


def members(case: Case, day: date) -> tuple[Person, ...]:
    """The members of the family who are there on a day."""
    return tuple(one for one in case.family.people if is_there(one, day))


def coverage(case: Case, day: date) -> tuple[Member, ...]:
    """Of each member: spoken to alone and together, strengths, worries, goals (S1:L147-149)."""
    alone, together = spoken_alone(case), spoken_together(case)
    worries = open_worries(case.analysis, day)
    return tuple(
        Member(
            person=person,
            alone_on=alone.get(person.id),
            together_on=together.get(person.id),
            strengths=strengths_of(case.analysis, person.id),
            worries=tuple(one for one in worries if person.id in one.about),
            goals=tuple(
                goal.id for goal in case.plan.goals if person.id in (*goal.owners, *goal.about)
            ),
        )
        for person in members(case, day)
    )


def spoken_alone(case: Case) -> dict[str, date]:
    """The members who were the only one of the family at a contact, with the newest such day."""
    talks = ((one.on, one.present) for one in case.contacts)
    return _spoken(case, talks, lambda count: count == 1)


def spoken_together(case: Case) -> dict[str, date]:
    """The members who were at a contact or a meeting with another one, with the newest day."""
    return _spoken(case, _talks(case), lambda count: count > 1)


def _talks(case: Case) -> Iterator[tuple[date, tuple[str, ...]]]:
    yield from ((one.on, one.present) for one in case.contacts)
    for meeting in case.meetings:
        if meeting.status is MeetingStatus.HELD:
            yield meeting.on, meeting.present


def _spoken(
    case: Case, talks: Iterable[tuple[date, tuple[str, ...]]], wanted: Callable[[int], bool]
) -> dict[str, date]:
    """By member the newest talk at which the wanted number of the family was present.

    A member may stand on the network map too; that is the same person.
    """
    family = {person.id for person in case.family.people}
    also = {one.id: one.person for one in case.network.people if one.person in family}
    newest: dict[str, date] = {}
    for on, named in talks:
        present = {also.get(one) or one for one in named} & family
        if wanted(len(present)):
            newest |= {one: max(on, newest.get(one, on)) for one in present}
    return newest
