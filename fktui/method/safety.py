"""Safety plans on a day, how safe people say it is, and how far a path of the reporting code is.

What is missing in them is in `rules.safety`; the days that are due are in `due.safety`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fktui.method.days import age_range
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.family import Person, is_there
from fktui.model.safety import (
    CodeStep,
    CodeStepKind,
    Condition,
    ReportingCode,
    Review,
    SafetyAgreement,
    SafetyPlan,
    Scaling,
    Version,
    Weighing,
)

STEPS = tuple(CodeStepKind)
"""The steps of the reporting code in their order (domain.md §5.6)."""

CHILDRENS_AGE = 12
"""Below it a child is given the plan in words of its own; V1 names no age, this one is ours."""


class Answers(NamedTuple):
    """What one person answered to the scaling question, in the order of the days; at least once."""

    person: str
    given: tuple[Scaling, ...]

    @property
    def first(self) -> Scaling:
        """The answer at the beginning."""
        return self.given[0]

    @property
    def last(self) -> Scaling:
        """The newest answer."""
        return self.given[-1]


def runs(plan: SafetyPlan, on: date) -> bool:
    """Whether a plan is in force on a day; on the day it was ended it is not any more."""
    return plan.made_on <= on and (plan.ended_on is None or on < plan.ended_on)


def running_plans(case: Case, on: date) -> tuple[SafetyPlan, ...]:
    """The plans that are in force on a day."""
    return tuple(plan for plan in case.safety.plans if runs(plan, on))


def current_version(plan: SafetyPlan, on: date) -> Version | None:
    """The version that held on a day: the highest number up to then."""
    known = [version for version in plan.versions if version.on <= on]
    return max(known, key=lambda version: version.number, default=None)


def agreements_on(plan: SafetyPlan, on: date) -> tuple[SafetyAgreement, ...]:
    """The agreements that hold on a day; on the last day they still do."""
    return tuple(one for one in plan.agreements if one.until is None or on <= one.until)


def open_conditions(plan: SafetyPlan, on: date) -> tuple[Condition, ...]:
    """The conditions set by others that are not met on this day."""
    return tuple(one for one in plan.conditions if one.met_on is None or on < one.met_on)


def next_review(plan: SafetyPlan) -> Review | None:
    """The first planned review that was not held, be it late."""
    waiting = [one for one in plan.reviews if one.planned_on and one.held_on is None]
    return min(waiting, key=lambda one: one.planned_on or date.max, default=None)


def answers(case: Case, on: date) -> tuple[Answers, ...]:
    """The scaling question per person, in the order in which people were first asked."""
    given = sorted((one for one in case.safety.scalings if one.on <= on), key=lambda one: one.on)
    people = dict.fromkeys(one.by for one in given)
    return tuple(
        Answers(person, tuple(one for one in given if one.by == person)) for person in people
    )


def young_children(case: Case, plan: SafetyPlan, on: date) -> Iterator[Person]:
    """The children of this plan who are, or may be, too young for a plan in adults' words.

    A plan that names no child is about all children of the family.
    """
    children = [one for one in case.family.people if one.role in CHILDREN and is_there(one, on)]
    named = [child for child in children if child.id in plan.about]
    for child in named or children:
        ages = age_range(child.born, on)
        if ages is not None and ages.youngest < CHILDRENS_AGE:
            yield child


def in_order(path: ReportingCode) -> tuple[CodeStep, ...]:
    """The steps of a path by day; of one day in the order of the reporting code."""
    return tuple(sorted(path.steps, key=lambda step: (step.on, STEPS.index(step.step))))


def next_step(path: ReportingCode) -> CodeStepKind | None:
    """The first step that has not been taken; None when all were, or the path is closed."""
    taken = {step.step for step in path.steps}
    if path.closed_on is not None:
        return None
    return next((kind for kind in STEPS if kind not in taken), None)


def skipped(path: ReportingCode) -> tuple[tuple[CodeStep, CodeStepKind], ...]:
    """The steps that were taken before an earlier one, each with the one that had to be first."""
    taken: set[CodeStepKind] = set()
    found: list[tuple[CodeStep, CodeStepKind]] = []
    for step in in_order(path):
        before = STEPS[: STEPS.index(step.step)]
        missing = next((kind for kind in before if kind not in taken), None)
        if missing is not None and step.step not in taken:
            found.append((step, missing))
        taken.add(step.step)
    return tuple(found)


def weighing(path: ReportingCode) -> Weighing:
    """The five answers as they stand: of each question the newest."""
    given = [step.weighing for step in in_order(path) if step.weighing is not None]
    return Weighing(
        suspicion=_newest(one.suspicion for one in given),
        unsafe=_newest(one.unsafe for one in given),
        can_help=_newest(one.can_help for one in given),
        accepted=_newest(one.accepted for one in given),
        gives_result=_newest(one.gives_result for one in given),
    )


def help_falls_short(weighed: Weighing) -> bool:
    """W14: with a suspicion left, own help is possible, accepted and works in time, or it fails."""
    return weighed.suspicion is not False and False in (
        weighed.can_help,
        weighed.accepted,
        weighed.gives_result,
    )


def last_day(path: ReportingCode) -> date:
    """The day on which something was last done in a path."""
    return max((path.opened_on, *(step.on for step in path.steps)))


def _newest(values: Iterable[bool | None]) -> bool | None:
    known = [value for value in values if value is not None]
    return known[-1] if known else None
