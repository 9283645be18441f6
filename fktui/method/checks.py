"""Everything that asks for attention in a case: one table of rules, one loop.

The rules are guidelines: they warn and never block (S1:L228-229). Whether the files fit together
is checked by `model.integrity`, whose findings come along.
"""

from datetime import date

from fktui.method.due.day import due
from fktui.method.due.deadlines import deadlines
from fktui.method.norms import MethodNorms
from fktui.method.rules import (
    agreed,
    analysis,
    intake,
    measures,
    network,
    people,
    plan,
    rights,
    safety,
    time,
)
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.case import Case
from fktui.model.integrity import check_integrity
from fktui.model.issue import Issue, Level
from fktui.model.trajectory import Status

RULES: tuple[Rule, ...] = (
    *people.RULES,
    *time.RULES,
    *plan.RULES,
    *intake.RULES,
    *analysis.RULES,
    *safety.RULES,
    *network.RULES,
    *agreed.RULES,
    *measures.RULES,
    *rights.RULES,
)
"""Every rule; each stands below its function, in `method.rules`."""


def check(
    case: Case,
    today: date,
    norms: MethodNorms,
    colleagues: frozenset[str],
    last_change: date | None = None,
) -> list[Issue]:
    """All that is wrong or missing, the worst first.

    Args:
        case: as it is now.
        today: the day to judge from.
        norms: the figures of the team.
        colleagues: ids of everybody in team.yaml.
        last_change: the day of the last change in the record, for the end of the retention.
    """
    coming = due(deadlines(case, norms), today, norms.warn_days.value)
    now = Situation(case, today, norms, colleagues, coming, last_change)
    active = case.trajectory.status is Status.ACTIVE
    found = list(check_integrity(case, colleagues))
    for rule in RULES:
        if active or rule.always:
            found.extend(_issue(rule, finding) for finding in rule.find(now))
    return sorted(found, key=lambda issue: list(Level).index(issue.level))


def _issue(rule: Rule, finding: Finding) -> Issue:
    facts = {**finding.facts, "source": finding.source or rule.source}
    return Issue(level=rule.level, code=rule.code, record=finding.record, facts=facts)
