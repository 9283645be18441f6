"""How often the family meets, and the day on which the next family meeting should be.

S1:L199-203: regular meetings with family, network and referrer; how often is agreed for each
phase. What is said in a meeting about the next one goes before the rhythm (`appointments`).
"""

from collections.abc import Iterator
from datetime import date

from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.due.day import AGREED, Deadline, DeadlineKind
from fktui.method.norms import OURS, TEAM, MethodNorms, Norm
from fktui.method.phases import current
from fktui.model.case import Case
from fktui.model.journal import Meeting, MeetingKind, MeetingStatus
from fktui.model.trajectory import PhasePeriod

_SEEDS = "S1:L199-203"


def meeting_weeks(period: PhasePeriod, norms: MethodNorms) -> Norm | None:
    """The weeks between family meetings in this phase: of the family, the team, or ours.

    S1:L202-203. None when nothing was agreed and the phase asks for none, as the start phase.
    """
    if period.meeting_weeks is not None and period.meeting_weeks > 0:
        return Norm(period.meeting_weeks, AGREED, "")
    return norms.phase(period.phase).meeting_weeks


def family_meetings(case: Case) -> tuple[Meeting, ...]:
    """The family meetings that were held or are planned, in the order of their days."""
    kept = (
        meeting
        for meeting in case.meetings
        if meeting.kind is MeetingKind.FAMILY_MEETING
        and meeting.status is not MeetingStatus.CANCELLED
    )
    return tuple(sorted(kept, key=lambda meeting: (meeting.on, meeting.at or "")))


def last_held(case: Case) -> Meeting | None:
    """The newest family meeting that took place."""
    held = [one for one in family_meetings(case) if one.status is MeetingStatus.HELD]
    return held[-1] if held else None


def due_on(case: Case, norms: MethodNorms) -> date | None:
    """The day by which the family meets again, by the rhythm of the running phase.

    So many weeks after the last meeting; where that lies before the phase, or there was none,
    so many weeks after the phase began. None without a phase or a rhythm.
    """
    period = current(case.trajectory)
    weeks = meeting_weeks(period, norms) if period else None
    if period is None or period.started_on is None or weeks is None:
        return None
    last = last_held(case)
    days = weeks.value * DAYS_IN_WEEK
    wanted = add_days(last.on, days) if last else date.min
    return wanted if wanted >= period.started_on else add_days(period.started_on, days)


def next_after(case: Case, held_on: date, norms: MethodNorms) -> date | None:
    """The day of the meeting that follows one held on this day, by the rhythm of the phase."""
    period = current(case.trajectory)
    weeks = meeting_weeks(period, norms) if period else None
    return add_days(held_on, weeks.value * DAYS_IN_WEEK) if weeks else None


def regular_meetings(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L199-203: the next family meeting; answered as soon as one is planned.

    Where the last meeting named the next day, `meeting-next` asks for it already.
    """
    on, period, last = due_on(case, norms), current(case.trajectory), last_held(case)
    if on is None or period is None or (last is not None and last.next_on is not None):
        return
    weeks = meeting_weeks(period, norms)
    source = weeks.source if weeks else OURS
    yield Deadline(
        on=on,
        code="meeting-due",
        kind=DeadlineKind.AGREED if source == AGREED else DeadlineKind.METHOD,
        source=source if source in (AGREED, TEAM) else _SEEDS,
        record=last.id if last else period.id,
        done=any(one.status is MeetingStatus.PLANNED for one in family_meetings(case)),
    )
