"""One family at a glance: what a coach wants to know before she rings the bell."""

from datetime import date
from typing import NamedTuple

from fktui.method.days import AgeRange, age_range
from fktui.method.due.day import Due, due
from fktui.method.due.deadlines import deadlines
from fktui.method.intensity import Intensity, intensity
from fktui.method.phases import current, planned_end, week_in
from fktui.method.plan import baseline_t, current_t, first_score, in_order, last_score
from fktui.model.family import Person
from fktui.model.journal import Contact
from fktui.model.plan import Goal
from fktui.model.stored import Loaded
from fktui.model.trajectory import PhasePeriod
from fktui.usecases.desk import Desk

AHEAD_DAYS = 30
NEWEST = 3


class PhaseNow(NamedTuple):
    """The running phase: which week, its planned end, its hours."""

    period: PhasePeriod
    week: int | None
    until: date | None
    hours: Intensity | None


class GoalNow(NamedTuple):
    """A goal with its first and its last score, and its open steps."""

    goal: Goal
    first: int | None
    last: int | None
    open_steps: int


class Glance(NamedTuple):
    """All of it."""

    loaded: Loaded
    phase: PhaseNow | None
    members: tuple[tuple[Person, AgeRange | None], ...]
    goals: tuple[GoalNow, ...]
    t_scores: tuple[float | None, float | None]
    network: dict[int, int]
    contacts: tuple[Contact, ...]
    due: Due


def glance(desk: Desk, loaded: Loaded, on: date) -> Glance:
    """A family on a day, from what was loaded for that day."""
    case = loaded.case
    return Glance(
        loaded=loaded,
        phase=_phase(desk, loaded, on),
        members=tuple((p, age_range(p.born, on)) for p in case.family.people if p.until is None),
        goals=tuple(map(_goal, in_order(case.plan.goals))),
        t_scores=(baseline_t(case.plan), current_t(case.plan)),
        network={ring: _on_ring(loaded, ring) for ring in (1, 2, 3)},
        contacts=tuple(sorted(case.contacts, key=lambda contact: contact.on)[-NEWEST:][::-1]),
        due=due(deadlines(case, desk.norms), on, AHEAD_DAYS),
    )


def _phase(desk: Desk, loaded: Loaded, on: date) -> PhaseNow | None:
    period = current(loaded.case.trajectory)
    if period is None:
        return None
    return PhaseNow(
        period=period,
        week=week_in(period, on),
        until=planned_end(period, desk.norms),
        hours=intensity(loaded.case, period, on, desk.norms),
    )


def _goal(goal: Goal) -> GoalNow:
    first, last = first_score(goal), last_score(goal)
    waiting = sum(step.done is None and step.dropped is None for step in goal.steps)
    return GoalNow(goal, first.value if first else None, last.value if last else None, waiting)


def _on_ring(loaded: Loaded, ring: int) -> int:
    people = loaded.case.network.people
    return sum(person.ring == ring and person.until is None for person in people)
