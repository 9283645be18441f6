"""Rules about what was agreed: plan and goals that nobody said yes to, texts that changed, scores.

Whether a family meeting is planned is a rule about days (`time`); how often is in `due.rhythm`.
"""

from collections.abc import Iterator
from datetime import date

from fktui.method.agreed import PLAN, WHOLE, assents, called, to_discuss
from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.meetings import unscored_since
from fktui.method.phases import current
from fktui.method.plan import goals_in_view
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.case import Case
from fktui.model.issue import Level
from fktui.model.plan import Assent, Goal
from fktui.model.trajectory import Phase


def changed_since_agreed(now: Situation) -> Iterator[Finding]:
    """S1:L113-122: family and coach decide together, so what changed is talked about again."""
    for one in to_discuss(now.case, now.today):
        names = ", ".join(_names(now.case, one.who))
        facts = {"agreed": called(now.case, one.to), "names": names, "who": one.who}
        yield Finding(None if one.to in WHOLE else one.to, facts)


def plan_not_agreed(now: Situation) -> Iterator[Finding]:
    """S1:L144-147: the family arrives at a plan with goals, the basis of what follows.

    Somebody of the family has said yes to the plan, or to each of its goals. A family without
    goals is found by `no_plan`.
    """
    period = current(now.case.trajectory)
    goals = goals_in_view(now.case.plan)
    if period is None or period.phase is not Phase.EXECUTION or not goals:
        return
    if _of_the_family(now.case, PLAN):
        return
    if not all(_of_the_family(now.case, goal.id) for goal in goals):
        yield Finding(period.id)


def goal_not_agreed(now: Situation) -> Iterator[Finding]:
    """S1:L144-147: goals are the family's own; after a while somebody of it has said yes.

    A yes to the plan since the goal was opened is one to the goal. A goal of which nobody knows
    since when it is open says nothing.
    """
    weeks = now.norms.agree_weeks.value
    for goal in goals_in_view(now.case.plan):
        opened = goal.opened_on
        if opened is None or add_days(opened, weeks * DAYS_IN_WEEK) >= now.today:
            continue
        if not _agreed_with(now.case, goal, opened):
            yield Finding(goal.id, {"title": goal.title, "opened_on": opened, "weeks": weeks})


def goal_unscored(now: Situation) -> Iterator[Finding]:
    """S1:L103-107: plan and goals are evaluated in time."""
    for goal in goals_in_view(now.case.plan):
        since = unscored_since(goal, now.today, now.norms)
        if since is not None:
            facts = {"title": goal.title, "since": since, "weeks": now.norms.score_weeks.value}
            yield Finding(goal.id, facts)


def _agreed_with(case: Case, goal: Goal, opened: date) -> bool:
    whole = any(assent.on >= opened for assent in _of_the_family(case, PLAN))
    return whole or bool(_of_the_family(case, goal.id))


def _of_the_family(case: Case, to: str) -> list[Assent]:
    """Every yes to a text by a member of the family."""
    members = {person.id for person in case.family.people}
    return [assent for assent in assents(case, to) if assent.agrees and assent.by in members]


def _names(case: Case, who: tuple[str, ...]) -> Iterator[str]:
    """What people are called in the case; somebody who is not in it by the id."""
    family = {one.id: one.name for one in case.family.people}
    around = {one.id: one.name for one in case.network.people}
    return ((family | around).get(one, one) for one in who)


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("plan-not-agreed", _W, "S1:L144-147", plan_not_agreed),
    Rule("goal-not-agreed", _N, "S1:L144-147", goal_not_agreed),
    Rule("agreed-changed", _N, "S1:L113-122", changed_since_agreed),
    Rule("goal-unscored", _N, "S1:L103-107", goal_unscored),
)
