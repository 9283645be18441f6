"""The plan as a whole: goals that come first in front, help on one time line, who agrees."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fktui.method.agreed import Standing, standing, texts
from fktui.method.plan import first_score, last_score
from fktui.model.case import Case
from fktui.model.plan import Agreement, Evaluation, Goal, GoalStatus, Intervention
from fktui.usecases.plan.evaluations import evaluations
from fktui.words.time.bars import Span


class GoalInPlan(NamedTuple):
    """A goal with its first and its newest score, as far as there are any."""

    goal: Goal
    first: int | None
    last: int | None


class TextStanding(NamedTuple):
    """A text of the plan, and where everybody stands towards it."""

    to: str
    standing: tuple[Standing, ...]


class WholePlan(NamedTuple):
    """All of it, on a day."""

    goals: tuple[GoalInPlan, ...]
    finished: tuple[Goal, ...]
    help: tuple[tuple[Intervention, Span], ...]
    undated: tuple[Intervention, ...]
    agreements: tuple[Agreement, ...]
    texts: tuple[TextStanding, ...]
    evaluations: tuple[Evaluation, ...]


def whole_plan(case: Case, on: date) -> WholePlan:
    """The plan of a family on a day, from the case as it was then."""
    plan = case.plan
    goals = sorted(plan.goals, key=lambda goal: (goal.priority is None, goal.priority))
    return WholePlan(
        goals=tuple(_in_plan(goal, on) for goal in goals if goal.status is GoalStatus.OPEN),
        finished=tuple(goal for goal in goals if goal.status is not GoalStatus.OPEN),
        help=_on_the_line(plan.interventions),
        undated=tuple(one for one in plan.interventions if _span(one) is None),
        agreements=tuple(one for one in plan.agreements if one.until is None or on <= one.until),
        texts=tuple(TextStanding(to, standing(case, to, on)) for to in texts(case)),
        evaluations=evaluations(case),
    )


def at_the_same_time(
    help_: Iterable[tuple[Intervention, Span]], on: date
) -> tuple[Intervention, ...]:
    """The help that goes on together on a day (S1:L92-95); nothing when there is only one."""
    running = tuple(
        one
        for one, span in help_
        if span.begun and span.first <= on and (span.last is None or on <= span.last)
    )
    return running if len(running) > 1 else ()


def _in_plan(goal: Goal, on: date) -> GoalInPlan:
    first, last = first_score(goal), last_score(goal, on)
    return GoalInPlan(goal, first.value if first else None, last.value if last else None)


def _on_the_line(
    interventions: Iterable[Intervention],
) -> tuple[tuple[Intervention, Span], ...]:
    """Every help of which a first day is known, the earliest first."""
    spans = [(one, _span(one)) for one in interventions]
    known = [(one, span) for one, span in spans if span is not None]
    return tuple(sorted(known, key=lambda pair: (pair[1].first, pair[0].what)))


def _span(one: Intervention) -> Span | None:
    first = one.started_on or one.planned_on
    if first is None:
        return None
    last = one.ended_on or (one.continues_until if one.continues else None)
    return Span(first, last, begun=one.started_on is not None)
