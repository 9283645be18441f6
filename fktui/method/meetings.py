"""The next family meeting: on which day, about what, and with whom. A proposal, never more.

S1:L199-203: plan and goals are evaluated regularly with family, network, referrer and others.
How often is in `due.rhythm`.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from fktui.method.agreed import WHOLE, called, to_discuss
from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.due.day import Deadline, DeadlineKind, due
from fktui.method.due.deadlines import deadlines
from fktui.method.due.rhythm import due_on, family_meetings, last_held
from fktui.method.norms import MethodNorms
from fktui.method.plan import goals_in_view, last_score
from fktui.model.case import Case, find
from fktui.model.journal import Meeting, MeetingAgreement, MeetingStatus
from fktui.model.network import NetworkPerson, Willing
from fktui.model.plan import Goal, Step
from fktui.model.record import by_id

REFERRER = "referrer"
"""The role under which the referrer is asked."""

_NO_POINT = frozenset(("agreement-due", "meeting", "meeting-due", "meeting-next"))
"""Days that the meeting itself answers, or that come as a point of their own."""
_MINUTES = {"goal-unscored": 10, "goal-target": 10, "phase-end": 15, "agreed-changed": 10}
"""Minutes for the points that take longer than a short look back."""
_MINUTES_ELSE = 5
_PREPARED = frozenset(("consent-ends", "phase-end"))
"""Days that are talked about before they come."""


class AgendaPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to talk about.

    Attributes:
        code: which sentence (`words.agenda_points`), stable, in `--json` too; that of the
            deadline where it comes from one.
        record: the id it is about, if it is about one.
        facts: what the sentence needs.
        visible_to: who may read what it is about; empty for the whole family.
    """

    code: str
    record: str | None = None
    facts: dict[str, Any] = {}
    visible_to: tuple[str, ...] = ()

    @property
    def for_everybody(self) -> bool:
        """Whether it may stand on a paper that everybody at the table reads (domain.md §5.4)."""
        return not self.visible_to or "family" in self.visible_to


def next_meeting_on(case: Case, today: date, norms: MethodNorms) -> date | None:
    """The day of the next family meeting, today at the earliest; None when nothing says it.

    S1:L202-203: the day that is planned, else the one that was named in the last meeting, else
    the one that falls out of the rhythm of the phase.
    """
    planned = [
        one.on
        for one in family_meetings(case)
        if one.status is MeetingStatus.PLANNED and one.on >= today
    ]
    if planned:
        return planned[0]
    last = last_held(case)
    wanted = (last.next_on if last else None) or due_on(case, norms)
    return wanted and max(wanted, today)


def proposal(
    case: Case, today: date, norms: MethodNorms, on: date | None = None
) -> tuple[AgendaPoint, ...]:
    """What there is to talk about in the next family meeting, as it will be on that day.

    What was agreed earlier, the goals, texts that changed since people agreed with them, and
    what the method, the law and agreements ask by then (S1:L113-122, L199-203).

    Args:
        case: as it is now.
        today: the day to judge from.
        norms: the figures of the team.
        on: the day of the meeting; that of `next_meeting_on` when not said, and where nothing
            says it, as long ahead as other things are announced.
    """
    ahead = add_days(today, norms.warn_days.value)
    meeting_on = on or next_meeting_on(case, today, norms) or ahead
    points = (
        *_earlier_agreements(case),
        *_days(case, today, meeting_on, norms),
        *_goals_to_score(case, meeting_on, norms),
        *_changed_texts(case, today),
    )
    return tuple(sorted(points, key=_order))


def invitees(case: Case, on: date) -> tuple[str, ...]:
    """Who could be asked: the family, who takes part of its network, and the referrer.

    S1:L199-202. Of the network who is willing, is a JIM, or has a role that was agreed (S1:L199).
    """
    family = (one.id for one in case.family.people if one.died is None and _lasts(one.until, on))
    roles = {who for role in case.network.roles if _lasts(role.until, on) for who in role.who}
    around = (
        one.id
        for one in case.network.people
        if one.person is None and _lasts(one.until, on) and _takes_part(one, roles)
    )
    referrer = (REFERRER,) if case.trajectory.referrer else ()
    return (*family, *around, *referrer)


def minutes_for(point: AgendaPoint) -> int:
    """How long to plan for a point; the family decides (fk: nothing is said about it)."""
    return _MINUTES.get(point.code, _MINUTES_ELSE)


def unscored_since(goal: Goal, on: date, norms: MethodNorms) -> date | None:
    """Since when a goal waits for a score, when that is too long ago; None when it is not.

    S1:L103-107: timely evaluation. A goal without a score waits since it was opened.
    """
    newest = last_score(goal, on)
    since = newest.on if newest else goal.opened_on
    late = since is not None and add_days(since, norms.score_weeks.value * DAYS_IN_WEEK) < on
    return since if late else None


def is_kept(case: Case, agreement: MeetingAgreement) -> bool:
    """Whether what was agreed in a meeting needs no more talk: done, or a step that is."""
    if agreement.done is not None or agreement.step is None:
        return agreement.done is not None
    step = find(case, agreement.step)
    record: Step | None = step.record if step and step.kind.name == "step" else None
    return record is None or record.done is not None or record.dropped is not None


def _takes_part(one: NetworkPerson, roles: set[str]) -> bool:
    return one.willing is Willing.YES or bool(one.jim_of) or one.id in roles


def _lasts(until: date | None, on: date) -> bool:
    return until is None or on <= until


def _earlier_agreements(case: Case) -> Iterator[AgendaPoint]:
    """What was agreed in earlier family meetings and is not done; steps come with the days."""
    for meeting in family_meetings(case):
        for agreement in meeting.agreements:
            if agreement.step is None and not is_kept(case, agreement):
                yield AgendaPoint(
                    code="agreement-open",
                    record=agreement.id,
                    facts={"what": agreement.what, "who": agreement.who, "agreed_on": meeting.on},
                    visible_to=_readers(case, agreement.id, meeting, agreement.goal),
                )


def _days(case: Case, today: date, meeting_on: date, norms: MethodNorms) -> Iterator[AgendaPoint]:
    """What is late, and what comes before the meeting; some of it a while before it comes."""
    ahead = (meeting_on - today).days + norms.warn_days.value
    found = due(deadlines(case, norms), today, ahead)
    near = (one for one in found.coming if one.on <= meeting_on or _needs_preparing(one))
    for one in (*found.overdue, *near):
        if one.code not in _NO_POINT:
            yield AgendaPoint(
                code=one.code,
                record=one.record,
                facts={**one.facts, "on": one.on},
                visible_to=_readers(case, one.record),
            )


def _needs_preparing(one: Deadline) -> bool:
    return one.code in _PREPARED or one.kind in (DeadlineKind.METHOD, DeadlineKind.LAW)


def _goals_to_score(case: Case, on: date, norms: MethodNorms) -> Iterator[AgendaPoint]:
    for goal in goals_in_view(case.plan):
        since = unscored_since(goal, on, norms)
        if since is not None:
            facts = {"title": goal.title, "who": goal.owners, "since": since}
            yield AgendaPoint(
                code="goal-unscored", record=goal.id, facts=facts, visible_to=goal.visible_to
            )


def _changed_texts(case: Case, today: date) -> Iterator[AgendaPoint]:
    for one in to_discuss(case, today):
        yield AgendaPoint(
            code="agreed-changed",
            record=None if one.to in WHOLE else one.to,
            facts={"agreed": called(case, one.to), "who": one.who},
            visible_to=_readers(case, one.to),
        )


def _readers(case: Case, record: str | None, *around: Meeting | str | None) -> tuple[str, ...]:
    """Who may read a record: what it says itself, or the record around it, or the goal it is for.

    The first that keeps somebody away decides.
    """
    located = find(case, record) if record else None
    goals = (by_id(case.plan.goals, one) for one in around if isinstance(one, str))
    others = (one for one in around if isinstance(one, Meeting))
    for one in (*((located.record, located.parent) if located else ()), *goals, *others):
        readers: tuple[str, ...] = getattr(one, "visible_to", ())
        if readers and "family" not in readers:
            return readers
    return ()


_PLACES = ("agreement-open", "step-due", "goal-unscored", "agreed-changed", "goal-target")


def _order(point: AgendaPoint) -> tuple[int, str, str, str]:
    """First what was agreed and how the goals are, then texts, then days in the order of time."""
    place = _PLACES.index(point.code) if point.code in _PLACES else len(_PLACES)
    day = point.facts.get("agreed_on") or point.facts.get("on") or date.min
    return place, day.isoformat(), point.code, point.record or ""
