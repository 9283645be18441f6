"""The days that the method and the law ask for, whether or not anybody wrote them down.

What people agreed on themselves is in `appointments`; the figures are in `norms`.
"""

from collections.abc import Iterator
from datetime import date

from fktui.method.days import DAYS_IN_WEEK, add_days, add_months, anniversary, full_date
from fktui.method.due.day import AGREED, Deadline, DeadlineKind
from fktui.method.norms import MethodNorms
from fktui.method.phases import planned_end
from fktui.model.case import Case
from fktui.model.family import Role, is_there
from fktui.model.trajectory import GroupPlanOutcome, Phase, Status, Trajectory

ANALYSIS_REPORT = "analysis-report"
"""The template of the report at the end of the analysis phase."""

CHILDREN = frozenset({Role.CHILD, Role.SIBLING})
"""The roles of whom the birthdays count."""


def phase_ends(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """S0:L115-127: each phase has its length; with a reason it may be extended."""
    for period in case.trajectory.phases:
        end = planned_end(period, norms)
        if period.started_on is None or end is None:
            continue
        yield Deadline(
            on=end,
            code="phase-end",
            kind=DeadlineKind.AGREED if period.extensions else DeadlineKind.METHOD,
            source=AGREED if period.extensions else norms.phase(period.phase).source,
            record=period.id,
            facts={"phase": period.phase.value},
            done=period.ended_on is not None,
        )


def analysis_report(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L203-204: a report after the analysis phase; due when the phase ends."""
    made = any(document.template == ANALYSIS_REPORT for document in case.documents)
    for period in case.trajectory.phases:
        end = period.ended_on or planned_end(period, norms)
        if period.phase is Phase.ANALYSIS and period.started_on and end:
            yield Deadline(
                on=end,
                code="analysis-report",
                kind=DeadlineKind.METHOD,
                source="S1:L203-204",
                record=period.id,
                done=made,
            )


def statutory_plan(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """Jeugdwet 4.1.3: a plan within six weeks of waiving the group plan; on paper within 14 days.

    The clock of the law is another than that of the phases: it can end before the analysis does.
    """
    plan = case.trajectory.family_group_plan
    if plan is None:
        return
    if plan.outcome is GroupPlanOutcome.WAIVED:
        yield Deadline(
            on=add_days(plan.on, norms.plan_weeks.value * DAYS_IN_WEEK),
            code="plan-due",
            kind=DeadlineKind.LAW,
            source=norms.plan_weeks.source,
            facts={"waived_on": plan.on},
            done=plan.plan_discussed_on is not None,
        )
    if plan.asked_in_writing_on is not None:
        yield Deadline(
            on=add_days(plan.asked_in_writing_on, norms.plan_written_days.value),
            code="plan-written",
            kind=DeadlineKind.LAW,
            source=norms.plan_written_days.source,
            facts={"asked_on": plan.asked_in_writing_on},
            done=plan.written_on is not None,
        )


def aftercare(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L255-259: three calendar months after the closing the coach contacts the family."""
    closing, aftercare = case.trajectory.closing, case.trajectory.aftercare
    held = aftercare is not None and aftercare.held_on is not None
    if closing is not None:
        yield Deadline(
            on=add_months(closing.on, norms.aftercare_months.value),
            code="aftercare",
            kind=DeadlineKind.METHOD,
            source=norms.aftercare_months.source,
            facts={"closed_on": closing.on},
            done=held,
        )
    if aftercare is not None and aftercare.planned_on is not None:
        yield Deadline(
            on=aftercare.planned_on,
            code="aftercare-planned",
            kind=DeadlineKind.AGREED,
            source=AGREED,
            done=held,
        )


def trajectory_aim(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L114: the aim is twelve months; S0:L89: it often takes longer, so it is no limit."""
    first = first_day(case.trajectory)
    if first is not None:
        yield Deadline(
            on=add_months(first, norms.aim_months.value),
            code="trajectory-aim",
            kind=DeadlineKind.METHOD,
            source=norms.aim_months.source,
            facts={"months": norms.aim_months.value, "started_on": first},
            passes=True,
        )


def birthdays(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """Jeugdwet 7.3.4, 1.1; S1:L5: what changes when a child turns 12, 16, 18 and 23.

    A child of whom the day of birth is not fully known has none, nor one who died or left.
    """
    for person in case.family.people:
        born = full_date(person.born)
        if person.role not in CHILDREN or born is None:
            continue
        for norm in norms.ages:
            on = anniversary(born, norm.value)
            if is_there(person, on):
                yield Deadline(
                    on=on,
                    code=f"age-{norm.value}",
                    kind=DeadlineKind.LAW,
                    source=norm.source,
                    record=person.id,
                    facts={"name": person.name, "age": norm.value},
                    passes=True,
                )


def retention_end(norms: MethodNorms, last_change: date) -> Deadline:
    """Jeugdwet 7.3.8: kept for twenty years from the last change in the record, then destroyed."""
    return Deadline(
        on=anniversary(last_change, norms.retention_years.value),
        code="retention-end",
        kind=DeadlineKind.LAW,
        source=norms.retention_years.source,
        facts={"last_change": last_change, "years": norms.retention_years.value},
    )


def refused_record(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """Jeugdwet 7.3.8: a record is kept as far as good help needs it; for who got none, not long."""
    on = case.intake.destroy_on
    if case.trajectory.status is Status.DECLINED and on is not None:
        yield Deadline(on=on, code="refused-record", kind=DeadlineKind.LAW, source="Jeugdwet 7.3.8")


def first_day(trajectory: Trajectory) -> date | None:
    """The day on which the help began: the first day of the first phase."""
    return min((p.started_on for p in trajectory.phases if p.started_on), default=None)
