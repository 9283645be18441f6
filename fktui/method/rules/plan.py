"""Rules about the plan: goals that are the family's own, scores, the future plan, disclosures.

How goals are counted and scored is in `plan`.
"""

from collections.abc import Iterator

from fktui.method.norms import OURS
from fktui.method.phases import current
from fktui.method.plan import RANGES, acts_itself, goals_in_view, off_scale
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.issue import Level
from fktui.model.plan import GoalStatus
from fktui.model.trajectory import Phase


def no_plan(now: Situation) -> Iterator[Finding]:
    """S1:L167-168: the execution phase rests on a plan with goals."""
    period = current(now.case.trajectory)
    if period and period.phase is Phase.EXECUTION and not now.case.plan.goals:
        yield Finding(period.id)


def many_goals(now: Situation) -> Iterator[Finding]:
    """domain.md §3.7: few goals at a time; S0:L107: give priority."""
    goals, most = goals_in_view(now.case.plan), now.norms.open_goals.value
    if len(goals) > most:
        yield Finding(facts={"count": len(goals), "most": most})


def no_owner(now: Situation) -> Iterator[Finding]:
    """domain.md §3.7: a goal is somebody's of the family."""
    members = {person.id for person in now.case.family.people}
    for goal in now.case.plan.goals:
        if goal.status is GoalStatus.OPEN and members.isdisjoint(goal.owners):
            yield Finding(goal.id, {"title": goal.title})


def no_steps(now: Situation) -> Iterator[Finding]:
    """domain.md §3.7: small steps, each with who and when."""
    for goal in goals_in_view(now.case.plan):
        if not any(step.dropped is None for step in goal.steps) and not _has_parts(now, goal.id):
            yield Finding(goal.id, {"title": goal.title})


def no_own_actor(now: Situation) -> Iterator[Finding]:
    """domain.md §3.7; S0:L104-106: join, do not take over: some step is done by family or network.

    A goal without steps is found by `no_steps`.
    """
    for goal in goals_in_view(now.case.plan):
        planned = any(step.dropped is None for step in goal.steps)
        if planned and not acts_itself(now.case, goal):
            yield Finding(goal.id, {"title": goal.title})


def score_off_scale(now: Situation) -> Iterator[Finding]:
    """domain.md §4: attainment goes from -2 to +2, a figure from 0 to 10."""
    for goal in now.case.plan.goals:
        low, high = RANGES[goal.measure]
        for score in off_scale(goal):
            facts = {"title": goal.title, "goal": goal.id, "value": score.value}
            yield Finding(score.id, {**facts, "low": low, "high": high})


def weightless_goal(now: Situation) -> Iterator[Finding]:
    """domain.md §4: a weight is above zero; with another the goal is left out of the T-score."""
    for goal in now.case.plan.goals:
        if goal.weight < 1:
            yield Finding(goal.id, {"title": goal.title, "weight": goal.weight})


def no_future_plan(now: Situation) -> Iterator[Finding]:
    """S0:L126; S1:L204-207: in the closing phase the future plan is made."""
    period = current(now.case.trajectory)
    if period and period.phase is Phase.CLOSING and not now.case.plan.future_plan.entries:
        yield Finding(period.id)


def shared_without_ground(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.11: nothing to others without consent, or a ground in law with its reason."""
    for disclosure in now.case.consent.disclosures:
        if not disclosure.consents and not (disclosure.ground and disclosure.reason):
            facts = {"recipient": disclosure.recipient, "on": disclosure.on}
            yield Finding(disclosure.id, facts)


def _has_parts(now: Situation, goal_id: str) -> bool:
    """Whether small-step goals hang under this one; then those hold the steps."""
    return any(goal.parent == goal_id for goal in now.case.plan.goals)


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("plan-empty", _W, "S1:L167-168", no_plan),
    Rule("future-plan-empty", _W, "S0:L126", no_future_plan),
    Rule(
        "shared-without-ground",
        _W,
        "Jeugdwet 7.3.11",
        shared_without_ground,
        always=True,
    ),
    Rule("score-off-scale", _W, OURS, score_off_scale, always=True),
    Rule("goal-weight", _W, OURS, weightless_goal, always=True),
    Rule("goal-no-owner", _W, OURS, no_owner),
    Rule("goal-no-own-actor", _W, "S0:L104-106", no_own_actor),
    Rule("goal-no-steps", _N, OURS, no_steps),
    Rule("goals-many", _N, "S0:L107", many_goals),
)
