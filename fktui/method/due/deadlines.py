"""All the days of a case on which something is due, gathered from `terms` and `appointments`."""

from collections.abc import Callable, Iterator
from datetime import date

from fktui.method.due import appointments, measures, rhythm, safety, terms
from fktui.method.due.day import Deadline, DeadlineKind, Due, due, in_time
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.trajectory import Status

__all__ = ["Deadline", "DeadlineKind", "Due", "deadlines", "due"]

_Rule = Callable[[Case, MethodNorms], Iterator[Deadline]]

_DURING: tuple[_Rule, ...] = (
    terms.phase_ends,
    terms.analysis_report,
    terms.statutory_plan,
    terms.aftercare,
    terms.trajectory_aim,
    terms.birthdays,
    appointments.consents_ending,
    appointments.steps,
    appointments.goals,
    appointments.meetings,
    appointments.next_meetings,
    appointments.meeting_agreements,
    rhythm.regular_meetings,
    safety.reviews,
    safety.conditions,
    safety.agreements_ending,
    measures.measures,
)
_AFTERWARDS: tuple[_Rule, ...] = (terms.aftercare, terms.refused_record, measures.measures)


def deadlines(case: Case, norms: MethodNorms, last_change: date | None = None) -> list[Deadline]:
    """All days of a case in the order of time, the answered ones too.

    A family that is closed or was declined only has aftercare and the end of the retention; that
    of a family that was not admitted is a day of its own.

    Args:
        case: as it is now.
        norms: the figures of the team.
        last_change: the day of the last change in the record, for the end of the retention.
    """
    ended = case.trajectory.status in (Status.CLOSED, Status.DECLINED)
    found: list[Deadline] = []
    for rule in _AFTERWARDS if ended else _DURING:
        found.extend(rule(case, norms))
    refused = any(one.code == "refused-record" for one in found)
    if ended and last_change is not None and not refused:
        found.append(terms.retention_end(norms, last_change))
    return sorted(found, key=in_time)
