"""The rows that one family gives to a study, without names, ids, dates and texts.

Which columns there are is in `columns`, who may be in it in `method.measures`.
"""

import hmac
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from fktui.method.days import age_range
from fktui.method.due.terms import CHILDREN, first_day
from fktui.method.instruments import plain
from fktui.method.intensity import intensity
from fktui.method.measures import may_be_studied, people_names, scale_of, studied_as_a_whole
from fktui.method.norms import MethodNorms
from fktui.method.plan import baseline_t, current_t, first_score, last_score
from fktui.model.case import Case
from fktui.model.family import Person
from fktui.model.instrument import Instrument
from fktui.model.journal import MeetingStatus
from fktui.model.knowledge import Principle, Study
from fktui.model.measures import Measurement
from fktui.model.plan import Goal, GoalStatus, Plan
from fktui.usecases.measures import columns
from fktui.usecases.measures.columns import (
    OTHER_PRINCIPLE,
    PRINCIPLES,
    UNKNOWN,
    Cell,
    Row,
    Table,
)

_LENGTH = 16
_BORDERS = (4, 12, 16, 18, 23, 35, 50)
"""The first age of each band after the first one."""


class Sheet(NamedTuple):
    """What the rows are made with: the study, the day, and what the team defined."""

    study: Study
    on: date
    norms: MethodNorms
    instruments: Mapping[str, Instrument]
    principles: tuple[Principle, ...]


Told = tuple[Table, Row]


def pseudonym(key: str, kind: str, *ids: str) -> str:
    """The same for the same ids and key, and not to be traced back without the key.

    HMAC-SHA256, cut to 16 signs: with another key, so in another study, it is another one.
    """
    text = "/".join((kind, *ids))
    return hmac.new(key.encode(), text.encode(), sha256).hexdigest()[:_LENGTH]


def age_band(born: str | None, day: date | None) -> str:
    """The band of ages on a day; unknown when the birth date leaves open which one it is."""
    ages = age_range(born, day) if day else None
    if ages is None or ages.youngest < 0:
        return UNKNOWN
    young, old = (sum(age >= border for border in _BORDERS) for age in ages)
    return columns.AGE_BANDS[young] if young == old else UNKNOWN


def rows_of(case: Case, people: tuple[str, ...], sheet: Sheet) -> Iterator[Told]:
    """All rows of a family, of these members; of the family as a whole only if all of it may."""
    one = _Family(case, sheet)
    for person in case.family.people:
        if person.id in people:
            yield one.person(person)
    whole = studied_as_a_whole(case, sheet.study.id, sheet.on)
    for measurement in case.measures.measurements:
        yield from one.measurement(measurement, people, whole=whole)
    if whole:
        yield one.family()
        yield from one.phases()
        yield from one.domains()
        yield from (one.goal(goal) for goal in case.plan.goals)
        yield from one.network()
        yield from one.contacts()
        yield from one.tags()


class _Family:
    """One family on its way to a study."""

    def __init__(self, case: Case, sheet: Sheet) -> None:
        self.case, self.sheet = case, sheet
        self.start = first_day(case.trajectory)
        self.pseudonym = pseudonym(sheet.study.key, "family", case.id)

    def _hidden(self, kind: str, record: str) -> str:
        return pseudonym(self.sheet.study.key, kind, self.case.id, record)

    def _day(self, day: date | None) -> int | None:
        return (day - self.start).days if day and self.start else None

    def person(self, person: Person) -> Told:
        case = self.case
        present = [one for one in case.contacts if person.id in one.present]
        given = [m for m in case.measures.measurements if person.id in (*m.by, *m.about)]
        return columns.PERSONS, columns.PERSONS.row(
            person=self._hidden("person", person.id),
            family=self.pseudonym,
            role=person.role.value,
            age_band=age_band(person.born, self.start or case.trajectory.referred_on),
            index=_yes_no(person.index),
            strengths=sum(person.id in one.about for one in case.analysis.strengths),
            worries=sum(person.id in one.about for one in case.analysis.worries),
            goals=sum(person.id in one.owners for one in case.plan.goals),
            contacts=len(present),
            measurements=len(given),
        )

    def family(self) -> Told:
        case, head, intake = self.case, self.case.trajectory, self.case.intake
        people = case.family.people
        held = [one for one in case.meetings if one.status is MeetingStatus.HELD]
        hours = [one.hours or 0.0 for one in case.contacts] + [one.hours or 0.0 for one in held]
        return columns.FAMILIES, columns.FAMILIES.row(
            family=self.pseudonym,
            status=head.status.value,
            route=_code(intake.route),
            outcome=_code(intake.decision.outcome if intake.decision else None),
            group_plan=_code(head.family_group_plan.outcome if head.family_group_plan else None),
            members=len(people),
            children=sum(person.role in CHILDREN for person in people),
            households=len(case.family.households),
            indications=sum(one.applies for one in intake.indications),
            contraindications=sum(one.applies for one in intake.contraindications),
            hours=_short(sum(hours)),
            contacts=len(case.contacts),
            meetings=len(held),
            strengths=len(case.analysis.strengths),
            worries=len(case.analysis.worries),
            stressors=len(case.analysis.stressors),
            events=len(case.timeline.events),
            **_goals_together(case.plan),
            network=sum(one.until is None for one in case.network.people),
            jims=sum(one.chosen is not None for one in case.network.jims),
            community=len(case.network.community),
            safety_plans=len(case.safety.plans),
            **self._end(),
        )

    def _end(self) -> dict[str, Cell]:
        """What is known of the end of the help and the aftercare."""
        closing, aftercare = self.case.trajectory.closing, self.case.trajectory.aftercare
        held_on = aftercare.held_on if aftercare else None
        if closing is None:
            return {}
        return {
            "days_of_help": self._day(closing.on),
            "end_reason": _code(closing.reason),
            "at_home": _yes_no(closing.at_home),
            "organises_daily_life": _yes_no(closing.organises_daily_life),
            "relations_strengthened": _yes_no(closing.relations_strengthened),
            "aftercare_day": self._day(held_on),
        }

    def phases(self) -> Iterator[Told]:
        for period in self.case.trajectory.phases:
            spent = intensity(self.case, period, self.sheet.on, self.sheet.norms)
            if period.started_on is None or spent is None:
                continue
            ended = period.ended_on
            yield (
                columns.PHASES,
                columns.PHASES.row(
                    family=self.pseudonym,
                    phase=period.phase.value,
                    first_day=self._day(period.started_on),
                    days=(ended - period.started_on).days if ended else None,
                    hours=_short(spent.total),
                    extensions=len(period.extensions),
                ),
            )

    def domains(self) -> Iterator[Told]:
        for score in self.case.analysis.domains:
            yield (
                columns.DOMAINS,
                columns.DOMAINS.row(
                    family=self.pseudonym,
                    domain=score.domain.value,
                    day=self._day(score.on),
                    severity=score.severity,
                ),
            )

    def goal(self, goal: Goal) -> Told:
        first, last = first_score(goal), last_score(goal)
        steps = [step for step in goal.steps if step.dropped is None]
        return columns.GOALS, columns.GOALS.row(
            family=self.pseudonym,
            goal=self._hidden("goal", goal.id),
            kind=goal.kind.value,
            domain=_code(goal.domain),
            measure=goal.measure.value,
            status=goal.status.value,
            weight=goal.weight,
            steps=len(steps),
            steps_done=sum(step.done is not None for step in steps),
            scores=len(goal.scores),
            first_day=self._day(first.on if first else None),
            first_score=first.value if first else None,
            last_day=self._day(last.on if last else None),
            last_score=last.value if last else None,
        )

    def network(self) -> Iterator[Told]:
        there = (one for one in self.case.network.people if one.until is None)
        counts = Counter((one.ring, one.sector.value) for one in there)
        for (ring, sector), count in sorted(counts.items()):
            yield (
                columns.NETWORK,
                columns.NETWORK.row(family=self.pseudonym, ring=ring, sector=sector, people=count),
            )

    def contacts(self) -> Iterator[Told]:
        counts: Counter[tuple[str, str]] = Counter()
        hours: defaultdict[tuple[str, str], float] = defaultdict(float)
        for one in self.case.contacts:
            key = (one.kind.value, _code(one.place) or "")
            counts[key] += 1
            hours[key] += one.hours or 0.0
        for kind, place in sorted(counts):
            yield (
                columns.CONTACTS,
                columns.CONTACTS.row(
                    family=self.pseudonym,
                    kind=kind,
                    place=place or None,
                    contacts=counts[kind, place],
                    hours=_short(hours[kind, place]),
                ),
            )

    def tags(self) -> Iterator[Told]:
        counts: Counter[tuple[str, str]] = Counter()
        for one in self.case.contacts:
            counts.update(("element", element.value) for element in set(one.elements))
            found = {_principle(self.sheet.principles, given) for given in one.principles}
            counts.update(("principle", name) for name in found)
        for (kind, tag), count in sorted(counts.items()):
            yield (
                columns.TAGS,
                columns.TAGS.row(family=self.pseudonym, kind=kind, tag=tag, contacts=count),
            )

    def measurement(
        self, one: Measurement, people: tuple[str, ...], *, whole: bool
    ) -> Iterator[Told]:
        """A figure is told when everybody who gave it or whom it is about may be in the study."""
        case, sheet = self.case, self.sheet
        known = people_names(case)
        named = [person for person in (*one.by, *one.about) if person in known]
        if not all(may_be_studied(case, person, sheet.study.id, sheet.on) for person in named):
            return
        members = [person for person in (one.about or one.by) if person in people]
        if not members and not whole:
            return
        for scale, value in one.scores.items():
            if scale_of(sheet.instruments, one.instrument, scale) is None:
                continue
            for member in members or ("",):
                yield (
                    columns.MEASURES,
                    columns.MEASURES.row(
                        person=self._hidden("person", member) if member else None,
                        family=self.pseudonym,
                        filled_by=_filled_by(case, one.by),
                        instrument=one.instrument,
                        scale=scale,
                        day=self._day(one.on),
                        value=_short(value),
                    ),
                )


def _goals_together(plan: Plan) -> dict[str, float | None]:
    first, last = baseline_t(plan), current_t(plan)
    return {
        "goals": len(plan.goals),
        "goals_reached": sum(goal.status is GoalStatus.REACHED for goal in plan.goals),
        "gas_t_first": None if first is None else _short(first),
        "gas_t_last": None if last is None else _short(last),
    }


def _filled_by(case: Case, by: tuple[str, ...]) -> str:
    members = {person.id for person in case.family.people}
    around = {one.id for one in case.network.people}
    if members & set(by):
        return "member"
    if around & set(by):
        return "network"
    return "professional" if by else UNKNOWN


def _principle(principles: tuple[Principle, ...], given: str) -> str:
    """A principle by its place in the team's list: its name is a text, and its id is an id."""
    for place, principle in enumerate(principles[: len(PRINCIPLES) - 1]):
        if given in (principle.id, principle.name):
            return PRINCIPLES[place]
    return OTHER_PRINCIPLE


def _code(value: Enum | None) -> str | None:
    return str(value.value) if value is not None else None


def _yes_no(value: bool | None) -> str | None:
    return None if value is None else columns.YES_NO[not value]


def _short(value: float) -> float:
    return plain(round(value, 1))
