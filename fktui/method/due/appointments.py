"""The days that people agreed on: steps, goals, meetings, and consents that end.

What method and law ask for by themselves is in `terms`.
"""

from collections.abc import Iterator

from fktui.method.due.day import AGREED, Deadline, DeadlineKind
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.consent import Consent
from fktui.model.journal import Meeting, MeetingStatus
from fktui.model.plan import GoalStatus


def consents_ending(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """domain.md §5.3: a consent may have an end; after it nothing may be shared under it."""
    for consent in case.consent.consents:
        if consent.until is not None and consent.withdrawn_on is None:
            yield Deadline(
                on=consent.until,
                code="consent-ends",
                kind=DeadlineKind.LAW,
                source="Jeugdwet 7.3.11",
                record=consent.id,
                facts={"by": consent.by, "what": consent.what, "recipient": consent.recipient},
                done=any(_renews(other, consent) for other in case.consent.consents),
                passes=True,
            )


def _renews(new: Consent, old: Consent) -> bool:
    same = all(
        getattr(new, field) == getattr(old, field)
        for field in ("by", "purpose", "recipient", "document", "about")
    )
    longer = new.until is None or (old.until is not None and new.until > old.until)
    return same and longer and new.withdrawn_on is None


def steps(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """domain.md §3.7: a step says what, who and when."""
    for goal in case.plan.goals:
        for step in goal.steps:
            if step.due is not None:
                yield Deadline(
                    on=step.due,
                    code="step-due",
                    kind=DeadlineKind.AGREED,
                    source=AGREED,
                    record=step.id,
                    facts={"goal": goal.id, "what": step.what, "who": step.who},
                    done=bool(step.done or step.dropped or goal.status is not GoalStatus.OPEN),
                )


def goals(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """domain.md §3.7: a goal may have a day on which the family wants to have reached it."""
    for goal in case.plan.goals:
        if goal.target_on is not None:
            yield Deadline(
                on=goal.target_on,
                code="goal-target",
                kind=DeadlineKind.AGREED,
                source=AGREED,
                record=goal.id,
                facts={"title": goal.title},
                done=goal.status is not GoalStatus.OPEN,
            )


def meetings(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L199-203: family meetings are held regularly; a planned one is answered by holding it."""
    for meeting in case.meetings:
        if meeting.status is not MeetingStatus.CANCELLED:
            yield Deadline(
                on=meeting.on,
                code="meeting",
                kind=DeadlineKind.AGREED,
                source=AGREED,
                record=meeting.id,
                facts={"kind": meeting.kind.value, "at": meeting.at},
                done=meeting.status is MeetingStatus.HELD,
            )


def next_meetings(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L202-203: how often to meet is agreed; answered as soon as a later meeting is there."""
    for meeting in case.meetings:
        if meeting.status is MeetingStatus.HELD and meeting.next_on is not None:
            yield Deadline(
                on=meeting.next_on,
                code="meeting-next",
                kind=DeadlineKind.AGREED,
                source=AGREED,
                record=meeting.id,
                facts={"kind": meeting.kind.value},
                done=any(_follows(other, meeting) for other in case.meetings),
            )


def _follows(later: Meeting, meeting: Meeting) -> bool:
    kept = later.status is not MeetingStatus.CANCELLED
    return kept and later.kind is meeting.kind and later.on > meeting.on


def meeting_agreements(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """S1:L199-202: what was agreed in a meeting. One that became a step is found there."""
    for meeting in case.meetings:
        for agreement in meeting.agreements:
            if agreement.due is not None and agreement.step is None:
                yield Deadline(
                    on=agreement.due,
                    code="agreement-due",
                    kind=DeadlineKind.AGREED,
                    source=AGREED,
                    record=agreement.id,
                    facts={"meeting": meeting.id, "what": agreement.what, "who": agreement.who},
                    done=agreement.done is not None,
                )
