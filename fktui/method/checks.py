"""Everything that asks for attention in a case: one table of rules, one loop.

The rules are guidelines: they warn and never block (S1:L228-229). Whether the files fit together
is checked by `model.integrity`, whose findings come along.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from fktui.method import people_rules, plan_rules, time_rules
from fktui.method.deadlines import deadlines
from fktui.method.due import due
from fktui.method.norms import OURS, MethodNorms
from fktui.method.situation import Finding, Situation
from fktui.model.case import Case
from fktui.model.integrity import check_integrity
from fktui.model.issue import Issue, Level
from fktui.model.trajectory import Status


class Rule(NamedTuple):
    """One thing that method or law asks, and how to see that it is not so.

    Attributes:
        code: which sentence (`words.issues`), stable, in `--json` too.
        level: a warning when somebody's rights or the next step depend on it, else a notice.
        source: where it is said, as in `norms`.
        find: yields what is not so.
        always: whether it also holds when the help has not begun or has ended.
    """

    code: str
    level: Level
    source: str
    find: Callable[[Situation], Iterator[Finding]]
    always: bool = False


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("team-no-coach", _W, "S1:L99-103", people_rules.no_coach),
    Rule("team-no-second", _W, "S1:L99-101", people_rules.no_second),
    Rule("team-no-lead-clinician", _W, "S1:L103-107", people_rules.no_lead_clinician),
    Rule("team-unknown-colleague", _W, OURS, people_rules.unknown_colleague),
    Rule("authority-missing", _W, "Jeugdwet 7.3.4", people_rules.authority_missing),
    Rule("authority-unchecked", _W, "Jeugdwet 7.3.4", people_rules.authority_unchecked),
    Rule("phase-none", _N, "S0:L115-127", time_rules.no_phase),
    Rule("phase-overdue", _W, "S0:L115-127", time_rules.phase_overdue),
    Rule("plan-overdue", _W, "Jeugdwet 4.1.3", time_rules.plan_overdue),
    Rule("plan-written-overdue", _W, "Jeugdwet 4.1.3", time_rules.written_plan_overdue),
    Rule("plan-empty", _W, "S1:L167-168", plan_rules.no_plan),
    Rule("future-plan-empty", _W, "S0:L126", plan_rules.no_future_plan),
    Rule("aftercare-overdue", _W, "S1:L255-259", time_rules.aftercare_overdue, always=True),
    Rule(
        "shared-without-ground",
        _W,
        "Jeugdwet 7.3.11",
        plan_rules.shared_without_ground,
        always=True,
    ),
    Rule("score-off-scale", _W, OURS, plan_rules.score_off_scale, always=True),
    Rule("goal-weight", _W, OURS, plan_rules.weightless_goal, always=True),
    Rule("goal-no-owner", _W, OURS, plan_rules.no_owner),
    Rule("goal-no-own-actor", _W, "S0:L104-106", plan_rules.no_own_actor),
    Rule("goal-no-steps", _N, OURS, plan_rules.no_steps),
    Rule("goals-many", _N, "S0:L107", plan_rules.many_goals),
    Rule("group-plan-not-offered", _N, "Jeugdwet 4.1.2", time_rules.group_plan_not_offered),
    Rule("analysis-report-late", _N, "S1:L203-204", time_rules.analysis_report_late),
    Rule("no-family-meeting", _N, "S1:L199-203", time_rules.no_family_meeting),
    Rule("meeting-past", _N, "S1:L199-202", time_rules.meeting_past),
    Rule("consent-ending", _N, "Jeugdwet 7.3.11", time_rules.consent_ending),
    Rule("birthday-near", _N, "Jeugdwet 7.3.4", time_rules.birthday_near),
    Rule("never-alone", _N, "S1:L147-149", people_rules.never_alone),
    Rule("network-empty", _N, "S1:L134-137", people_rules.network_empty),
    Rule("network-old", _N, OURS, people_rules.network_old),
    Rule("network-no-answer", _N, OURS, people_rules.network_no_answer),
    Rule("trajectory-long", _N, "S1:L114", time_rules.long_trajectory),
)


def check(case: Case, today: date, norms: MethodNorms, colleagues: frozenset[str]) -> list[Issue]:
    """All that is wrong or missing, the worst first.

    Args:
        case: as it is now.
        today: the day to judge from.
        norms: the figures of the team.
        colleagues: ids of everybody in team.yaml.
    """
    coming = due(deadlines(case, norms), today, norms.warn_days.value)
    now = Situation(case, today, norms, colleagues, coming)
    active = case.trajectory.status is Status.ACTIVE
    found = list(check_integrity(case, colleagues))
    for rule in RULES:
        if active or rule.always:
            found.extend(_issue(rule, finding) for finding in rule.find(now))
    return sorted(found, key=lambda issue: list(Level).index(issue.level))


def _issue(rule: Rule, finding: Finding) -> Issue:
    facts = {**finding.facts, "source": finding.source or rule.source}
    return Issue(level=rule.level, code=rule.code, record=finding.record, facts=facts)
