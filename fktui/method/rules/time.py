"""Rules about days: what of the deadlines became a finding, and what lacks a day.

The days themselves come from `deadlines`; agreed ones of family and coach (steps, goals) stay in
the agenda and are no findings.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from fktui.method.days import add_months
from fktui.method.due.day import Deadline
from fktui.method.due.terms import first_day
from fktui.method.phases import current
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.model.issue import Level
from fktui.model.journal import MeetingKind, MeetingStatus
from fktui.model.trajectory import Phase

_BIRTHDAY = "age-"


def phase_overdue(now: Situation) -> Iterator[Finding]:
    """S0:L115-127: a phase has its length; longer needs a reason."""
    return _late(now, "phase-end")


def plan_overdue(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 4.1.3: six weeks after waiving the group plan a plan has been discussed."""
    return _late(now, "plan-due")


def written_plan_overdue(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 4.1.3: fourteen days after it was asked for, the plan is there on paper."""
    return _late(now, "plan-written")


def analysis_report_late(now: Situation) -> Iterator[Finding]:
    """S1:L203-204: after the analysis phase there is a report."""
    return _late(now, "analysis-report")


def aftercare_overdue(now: Situation) -> Iterator[Finding]:
    """S1:L255-259: three months after closing the coach contacts the family."""
    return _late(now, "aftercare")


def meeting_past(now: Situation) -> Iterator[Finding]:
    """S1:L199-202: a meeting whose day has passed was held or not, and somebody knows."""
    return _late(now, "meeting")


def consent_ending(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.11: after its end nothing may be shared under a consent."""
    return _soon(now, (one for one in now.due.coming if one.code == "consent-ends"))


def birthday_near(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 7.3.4, 1.1; S1:L5: at 12, 16, 18 and 23 rights change; prepare it together."""
    return _soon(now, (one for one in now.due.coming if one.code.startswith(_BIRTHDAY)))


def no_phase(now: Situation) -> Iterator[Finding]:
    """S0:L115-127: a family that is being helped is in one of the four phases."""
    if current(now.case.trajectory) is None:
        yield Finding()


def group_plan_not_offered(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 4.1.2: a plan of the family's own circle is offered first."""
    if now.case.trajectory.family_group_plan is None:
        yield Finding()


def long_trajectory(now: Situation) -> Iterator[Finding]:
    """S1:L114, S0:L89: twelve months is the aim, often passed: worth a look, not wrong."""
    first, months = first_day(now.case.trajectory), now.norms.aim_months.value
    if first is not None and add_months(first, months) < now.today:
        yield Finding(facts={"started_on": first, "months": months})


def no_family_meeting(now: Situation) -> Iterator[Finding]:
    """S1:L199-203: regular family meetings, from the analysis phase on; the next one has a day."""
    period = current(now.case.trajectory)
    if period is None or period.phase is Phase.START:
        return
    if not any(
        meeting.kind is MeetingKind.FAMILY_MEETING
        and meeting.status is MeetingStatus.PLANNED
        and meeting.on >= now.today
        for meeting in now.case.meetings
    ):
        yield Finding()


def _late(now: Situation, code: str) -> Iterator[Finding]:
    for one in now.due.overdue:
        if one.code == code:
            facts: dict[str, Any] = {"on": one.on, "days": (now.today - one.on).days}
            yield Finding(one.record, {**one.facts, **facts}, one.source)


def _soon(now: Situation, coming: Iterable[Deadline]) -> Iterator[Finding]:
    for one in coming:
        facts: dict[str, Any] = {"on": one.on, "days": (one.on - now.today).days}
        yield Finding(one.record, {**one.facts, **facts}, one.source)


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("phase-none", _N, "S0:L115-127", no_phase),
    Rule("phase-overdue", _W, "S0:L115-127", phase_overdue),
    Rule("plan-overdue", _W, "Jeugdwet 4.1.3", plan_overdue),
    Rule("plan-written-overdue", _W, "Jeugdwet 4.1.3", written_plan_overdue),
    Rule("aftercare-overdue", _W, "S1:L255-259", aftercare_overdue, always=True),
    Rule("group-plan-not-offered", _N, "Jeugdwet 4.1.2", group_plan_not_offered),
    Rule("analysis-report-late", _N, "S1:L203-204", analysis_report_late),
    Rule("no-family-meeting", _N, "S1:L199-203", no_family_meeting),
    Rule("meeting-past", _N, "S1:L199-202", meeting_past),
    Rule("consent-ending", _N, "Jeugdwet 7.3.11", consent_ending),
    Rule("birthday-near", _N, "Jeugdwet 7.3.4", birthday_near),
    Rule("trajectory-long", _N, "S1:L114", long_trajectory),
)
