"""The four phases: their order, how far along a stay is, when it is to end, what entering asks.

Hours against the norm are in `intensity`; what is overdue is in `deadlines`.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.intake import IntakeOutcome
from fktui.model.plan import GoalStatus
from fktui.model.trajectory import Phase, PhasePeriod, Trajectory

ORDER: tuple[Phase, ...] = tuple(Phase)
"""The phases as they follow each other (S0:L115-127)."""


class PlannedPhase(NamedTuple):
    """A stay in a phase that has not begun; the next one begins on the day that this one ends."""

    phase: Phase
    planned_from: date
    planned_until: date


class Condition(NamedTuple):
    """What should be so before a phase begins. Family and coach decide whether it is.

    Attributes:
        code: the name by which it is kept in `PhasePeriod.conditions`.
        phase: the phase that it is asked for.
        source: where it is said, as in `norms`.
        seen: whether the files show it: True, False, or None when they cannot tell.
    """

    code: str
    phase: Phase
    source: str
    seen: Callable[[Case], bool | None]


def next_phase(phase: Phase) -> Phase | None:
    """The phase that follows; None after the last one."""
    place = ORDER.index(phase) + 1
    return ORDER[place] if place < len(ORDER) else None


def current(trajectory: Trajectory) -> PhasePeriod | None:
    """The stay that has begun and not ended, the one that began last when there are more."""
    running = [period for period in _begun(trajectory) if period.ended_on is None]
    return running[-1] if running else None


def week_in(period: PhasePeriod, today: date) -> int | None:
    """Which week of the stay it is, from 1; None before it begins.

    It stops when the stay ends, on the day before the next one begins.
    """
    if period.started_on is None or today < period.started_on:
        return None
    passed = (today - period.started_on).days
    if period.ended_on is not None:
        passed = max(0, min(passed, (period.ended_on - period.started_on).days - 1))
    return passed // DAYS_IN_WEEK + 1


def planned_end(period: PhasePeriod, norms: MethodNorms) -> date | None:
    """When the stay is meant to end; None for one without any date.

    The latest extension (items 58, 125: more time with a reason) wins from the plan, and the plan
    from the norm's high number of weeks. A plan counts as a length: a stay that began later ends
    so much later.
    """
    if period.extensions:
        return max(reversed(period.extensions), key=lambda extension: extension.on).until
    begins = period.started_on or period.planned_from
    if period.planned_until is not None:
        if begins is None or period.planned_from is None:
            return period.planned_until
        return add_days(begins, (period.planned_until - period.planned_from).days)
    return begins and _weeks_after(begins, norms.phase(period.phase).weeks_high)


def weeks_meant(period: PhasePeriod, norms: MethodNorms) -> int | None:
    """How many weeks the stay is meant to take, a week that is begun counted whole."""
    end = planned_end(period, norms)
    if end is None or period.started_on is None:
        return None
    return max(0, -(-(end - period.started_on).days // DAYS_IN_WEEK))


def plan_ahead(
    trajectory: Trajectory, started_on: date, norms: MethodNorms
) -> tuple[PlannedPhase, ...]:
    """The phases that have not begun, one after the other, each as long as the norm allows.

    Args:
        trajectory: with what has begun so far.
        started_on: where to begin when no stay is running, such as the first day of the help.
        norms: how long each phase takes.
    """
    begun, running = _begun(trajectory), current(trajectory)
    until = (planned_end(running, norms) if running else None) or started_on
    following = next_phase(begun[-1].phase) if begun else ORDER[0]
    planned: list[PlannedPhase] = []
    while following is not None:
        begins, until = until, _weeks_after(until, norms.phase(following).weeks_high)
        planned.append(PlannedPhase(following, begins, until))
        following = next_phase(following)
    return tuple(planned)


def conditions(phase: Phase) -> tuple[Condition, ...]:
    """What should be so before this phase begins."""
    return tuple(condition for condition in _CONDITIONS if condition.phase is phase)


def open_conditions(case: Case, phase: Phase, confirmed: Collection[str]) -> tuple[Condition, ...]:
    """What is not shown by the files and not confirmed by family and coach, for this phase.

    Args:
        case: as it is now.
        phase: the one to enter.
        confirmed: the codes that family and coach confirm; they win from what the files show.
    """
    return tuple(
        condition
        for condition in conditions(phase)
        if condition.code not in confirmed and not condition.seen(case)
    )


def still_open(case: Case, phase: Phase) -> tuple[Condition, ...]:
    """What of the conditions of a phase was neither shown nor ever confirmed, begun or not."""
    confirmed = {code for period in case.trajectory.phases for code in period.conditions}
    return open_conditions(case, phase, confirmed)


def _begun(trajectory: Trajectory) -> list[PhasePeriod]:
    """The stays that have begun, in the order of time."""
    begun = [(period.started_on, period) for period in trajectory.phases if period.started_on]
    return [period for _, period in sorted(begun, key=lambda dated: dated[0])]


def _weeks_after(day: date, weeks: int) -> date:
    return add_days(day, weeks * DAYS_IN_WEEK)


def _referred(case: Case) -> bool:
    return case.trajectory.referrer is not None


def _team_is_complete(case: Case) -> bool:
    return bool(case.trajectory.coach and case.trajectory.second)


def _decided_together(case: Case) -> bool | None:
    """The decision of the intake, taken with somebody of the family; or one of the start phase."""
    decision = case.intake.decision
    if decision is not None:
        if decision.outcome is IntakeOutcome.NOT_SUITABLE:
            return False
        if any(person.id in decision.by for person in case.family.people):
            return True
    starts = [period for period in case.trajectory.phases if period.phase is Phase.START]
    return True if any(period.decision for period in starts) else None


def _safety_judged(case: Case) -> bool | None:
    """Without a judgement only people know."""
    return True if case.intake.safety is not None else None


def _group_plan_offered(case: Case) -> bool:
    return case.trajectory.family_group_plan is not None


def _network_invited(case: Case) -> bool:
    return bool(case.network.people)


def _analysis_ended(case: Case) -> bool | None:
    """A running analysis ends by this very step, so it tells nothing."""
    stays = [period for period in case.trajectory.phases if period.phase is Phase.ANALYSIS]
    if not any(period.started_on for period in stays):
        return False
    return True if all(period.ended_on for period in stays) else None


def _plan_has_goals(case: Case) -> bool:
    return any(goal.status is GoalStatus.OPEN for goal in case.plan.goals)


def _organises_daily_life(case: Case) -> bool | None:
    closing = case.trajectory.closing
    return closing.organises_daily_life if closing else None


def _relations_strengthened(case: Case) -> bool | None:
    closing = case.trajectory.closing
    return closing.relations_strengthened if closing else None


def _only_people_know(_case: Case) -> None:
    return None


_CONDITIONS = (
    Condition("referred", Phase.START, "S1:L128-129", _referred),
    Condition("team-of-two", Phase.START, "S1:L99-101", _team_is_complete),
    Condition("decided-together", Phase.ANALYSIS, "S1:L130-132", _decided_together),
    Condition("safety-judged", Phase.ANALYSIS, "S1:L132-134", _safety_judged),
    Condition("network-invited", Phase.ANALYSIS, "S1:L134-137", _network_invited),
    Condition("group-plan-offered", Phase.ANALYSIS, "Jeugdwet 4.1.2", _group_plan_offered),
    Condition("analysis-finished", Phase.EXECUTION, "S1:L167-168", _analysis_ended),
    Condition("plan-drawn-up", Phase.EXECUTION, "S1:L167-168", _plan_has_goals),
    Condition("stress-reduced", Phase.EXECUTION, "S1:L167-168", _only_people_know),
    Condition("organises-daily-life", Phase.CLOSING, "S1:L181-184", _organises_daily_life),
    Condition("relations-strengthened", Phase.CLOSING, "S1:L181-184", _relations_strengthened),
)
