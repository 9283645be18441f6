"""Family meetings and consultations: planned, held with what was agreed, or cancelled."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.errors import WrongUse
from fktui.method.due.rhythm import family_meetings, next_after
from fktui.method.meetings import AgendaPoint, is_kept, minutes_for, next_meeting_on, proposal
from fktui.model.case import Case, find, put
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind, MeetingStatus
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.course import phases
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.journal.contacts import find_entry, only
from fktui.usecases.plan.steps import actor_of
from fktui.usecases.records import (
    act_on,
    changed_record,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.agenda_points import say_point, with_minutes, without_minutes
from fktui.words.language import speaking
from fktui.words.time.dates import Look, parse_day
from fktui.words.time.say_dates import say_date

_PARTS = 4


_AT = re.compile(r"(?:^|\s)@")
"""Before a name, in what was agreed as it is written at the table; not in an e-mail address."""

MOST_WEEKS = 52
"""Longer between family meetings is not regular any more."""


class Proposed(NamedTuple):
    """A save, and the points that not everybody may read: they are not on the agenda."""

    saved: Saved
    kept_apart: tuple[AgendaPoint, ...]


class Point(NamedTuple):
    """A point that could stand on the agenda: a key that stays the same, and what it says."""

    key: str
    text: str


class Agreed(NamedTuple):
    """What was agreed, as it was typed: what, by whom, until when, and for which goal."""

    what: str
    who: tuple[str, ...] = ()
    due: str = ""
    goal: str = ""


def agreed(text: str) -> Agreed:
    """An agreement from `what; who, who; when; goal`; only the first part is needed.

    Without `;` it may also be `what @who, who when`, as it is written down at the table.

    Raises:
        WrongUse: there is no first part, or there are more than four.
    """
    at = _AT.search(text) if ";" not in text else None
    if at:
        return _agreed_at_the_table(text[: at.start()], text[at.end() :])
    parts = [part.strip() for part in text.split(";")]
    if len(parts) > _PARTS:
        raise WrongUse("agreement-parts", given=text)
    what, who, due, goal = (*parts, "", "", "")[:_PARTS]
    require({"what": what}, "what")
    names = tuple(name.strip() for name in who.split(",") if name.strip())
    return Agreed(what, names, due, goal)


def agenda_points(desk: Desk, case: Case, on: date) -> tuple[tuple[Point, ...], int]:
    """What there is to talk about on a day, with minutes; and how many points are kept apart.

    In the language of the store, for a point that is chosen is written down as it is. Points that
    not everybody may read are not among them.
    """
    points = proposal(case, desk.today, desk.norms, on)
    names = desk.names(case)
    with speaking(desk.settings.language):
        said = tuple(
            Point(
                f"{one.code}.{one.record or ''}",
                with_minutes(say_point(one, names), minutes_for(one)),
            )
            for one in points
            if one.for_everybody
        )
    return said, len(points) - len(said)


def plan_meeting(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Plan a meeting; `on` is needed."""

    def edit(loaded: Loaded) -> Change:
        meeting: Meeting = new_record(desk, loaded.case, "meeting", fields)
        act = act_on("meeting.plan", meeting, on=say_date(meeting.on))
        return Change(case=put(loaded.case, "meeting", meeting), act=act)

    return desk.change(case_id, edit)


def plan_proposed(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Proposed:
    """Plan a family meeting about what there is to talk about; own points come after it.

    Without `on` it is on the day that falls out of the rhythm.

    Raises:
        WrongUse: there is no day and no rhythm.
    """
    kept_apart: list[AgendaPoint] = []

    def edit(loaded: Loaded) -> Change:
        on = next_meeting_on(loaded.case, desk.today, desk.norms)
        known = {"on": on, **fields}
        require(known, "on")
        points, apart = _said_points(desk, loaded.case, known["on"])
        kept_apart.extend(apart)
        known["agenda"] = (*points, *known.get("agenda", ()))
        meeting: Meeting = new_record(desk, loaded.case, "meeting", known)
        act = act_on("meeting.plan", meeting, on=say_date(meeting.on))
        return Change(case=put(loaded.case, "meeting", meeting), act=act)

    return Proposed(desk.change(case_id, edit), tuple(kept_apart))


def add_proposed(desk: Desk, case_id: str, given: str | None) -> Proposed:
    """Put what there is to talk about on the agenda of a planned meeting, below what is there.

    Raises:
        WrongUse: the meeting is no longer planned, or every point is on its agenda already.
    """
    kept_apart: list[AgendaPoint] = []

    def edit(loaded: Loaded) -> Change:
        meeting = _planned(desk, loaded.case, given)
        points, apart = _said_points(desk, loaded.case, meeting.on)
        kept_apart.extend(apart)
        there = {without_minutes(one)[0] for one in meeting.agenda}
        agenda = (*meeting.agenda, *(one for one in points if one not in there))
        return changed_record(loaded.case, meeting, "meeting", {"agenda": agenda})

    return Proposed(desk.change(case_id, edit), tuple(kept_apart))


def agree_rhythm(desk: Desk, case_id: str, weeks: int, phase: str | None = None) -> Saved:
    """Agree how many weeks there are between family meetings in a phase (S1:L202-203).

    Args:
        desk: where it is done.
        case_id: the family.
        weeks: from 1 to a year.
        phase: by name, or the stay by id; the running one when not said.

    Raises:
        WrongUse: no phase is running, the number does not fit, or it is so already.
        NotFound: there is no such phase.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise WrongUse("weeks-outside", given=weeks, most=MOST_WEEKS)
    return phases.agree(desk, case_id, phase, {"meeting_weeks": weeks})


def finish_agreement(desk: Desk, case_id: str, given: str, on: date) -> Saved:
    """What was agreed in a meeting is done, and so is the step that it became.

    Raises:
        WrongUse: it was done already, or the day is still to come.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        located = find_record(loaded.case, given, "meeting_agreement")
        agreement: MeetingAgreement = located.record
        if is_kept(loaded.case, agreement):
            raise WrongUse("nothing-changed", record=agreement.id)
        case = loaded.case
        step = find(case, agreement.step) if agreement.step else None
        if step is not None:
            case = put(case, "step", with_fields(step.record, {"done": on}), step.parent.id)
        return changed_record(
            case, agreement, "meeting_agreement", {"done": on}, parent=located.parent
        )

    return desk.change(case_id, edit)


def hold_meeting(
    desk: Desk,
    case_id: str,
    given: str | None,
    fields: Mapping[str, Any],
    agreements: tuple[Agreed, ...] = (),
) -> Saved:
    """Note that a meeting was held; what was agreed for a goal becomes a step of that goal.

    Args:
        desk: where it is done.
        case_id: the family.
        given: the meeting, by id or day; None for the only one that is planned.
        fields: what is now known of it; without `on` it was on its planned day, at most today;
            without `next_on` the day of the next family meeting falls out of the rhythm.
        agreements: what was agreed, in order.

    Raises:
        WrongUse: it is no longer planned, or the day is still to come.
        NotFound, Ambiguous: a meeting, somebody or a goal is not one.
    """

    def edit(loaded: Loaded) -> Change:
        meeting = _planned(desk, loaded.case, given)
        known: dict[str, Any] = {"on": min(meeting.on, desk.today), **fields}
        known["status"] = MeetingStatus.HELD
        not_to_come(desk, known["on"])
        if meeting.kind is MeetingKind.FAMILY_MEETING and meeting.next_on is None:
            known.setdefault("next_on", _next_on(desk, loaded.case, meeting, known["on"]))
        held = with_fields(meeting, known)
        case = put(loaded.case, "meeting", held)
        for agreement in agreements:
            case = _with_agreement(desk, case, held, agreement)
        return Change(case=case, act=act_on("meeting.hold", held, fields=tuple(known)))

    return desk.change(case_id, edit)


def edit_meeting(desk: Desk, case_id: str, given: str, fields: Mapping[str, Any]) -> Saved:
    """Change what is noted about a meeting.

    Raises:
        NotFound, Ambiguous: `given` is not one meeting.
        WrongUse: nothing would be different, or a value does not fit.
    """

    def edit(loaded: Loaded) -> Change:
        meeting = find_entry(desk, loaded.case, given, "meeting")
        return changed_record(loaded.case, meeting, "meeting", fields)

    return desk.change(case_id, edit)


def cancel_meeting(desk: Desk, case_id: str, given: str | None, reason: str = "") -> Saved:
    """A planned meeting will not take place; it stays in the record.

    Raises:
        WrongUse: it is no longer planned.
    """

    def edit(loaded: Loaded) -> Change:
        meeting = _planned(desk, loaded.case, given)
        after = with_fields(meeting, {"status": MeetingStatus.CANCELLED})
        act = act_on("meeting.cancel", after, reason, ("status",))
        return Change(case=put(loaded.case, "meeting", after), act=act)

    return desk.change(case_id, edit)


def meetings(case: Case) -> tuple[Meeting, ...]:
    """All meetings, the last one first."""
    return tuple(sorted(case.meetings, key=lambda m: (m.on, m.at or ""), reverse=True))


def _agreed_at_the_table(what: str, rest: str) -> Agreed:
    """`what @who, who when`: the longest end of it that is a day, is the day."""
    require({"what": what}, "what")
    words = rest.split()
    for start in range(1, len(words) + 1):
        due = " ".join(words[start:])
        if not due or _is_day(due):
            names = _AT.sub(",", " ".join(words[:start])).split(",")
            who = tuple(name.strip() for name in names if name.strip())
            return Agreed(what.strip(), who, due)
    return Agreed(what.strip())


def _is_day(text: str) -> bool:
    """Whether it is meant as a day; that may still be one that does not exist."""
    try:
        parse_day(text, date(2000, 1, 3), Look.AHEAD)
    except WrongUse as error:
        return error.code != "date-unknown"
    return True


def _said_points(
    desk: Desk, case: Case, on: date
) -> tuple[tuple[str, ...], tuple[AgendaPoint, ...]]:
    """The proposed points for everybody in words, and those that are not for everybody."""
    points = proposal(case, desk.today, desk.norms, on)
    names = desk.names(case)
    said = tuple(say_point(point, names) for point in points if point.for_everybody)
    return said, tuple(point for point in points if not point.for_everybody)


def _next_on(desk: Desk, case: Case, held: Meeting, held_on: date) -> date | None:
    """The family meeting that is planned after this one, else the day by the rhythm."""
    later = (
        one.on
        for one in family_meetings(case)
        if one.status is MeetingStatus.PLANNED and one.on > held_on and one.id != held.id
    )
    return next(later, None) or next_after(case, held_on, desk.norms)


def _planned(desk: Desk, case: Case, given: str | None) -> Meeting:
    if given is None:
        waiting = (m for m in case.meetings if m.status is MeetingStatus.PLANNED)
        only_one: Meeting = only(waiting, "", "meeting")
        return only_one
    meeting: Meeting = find_entry(desk, case, given, "meeting")
    if meeting.status is not MeetingStatus.PLANNED:
        raise WrongUse("meeting-not-planned", record=meeting.id, on=meeting.on)
    return meeting


def _with_agreement(desk: Desk, case: Case, meeting: Meeting, agreement: Agreed) -> Case:
    """The case with an agreement in the meeting, and with its step when it is for a goal."""
    who = find_people(case, agreement.who, desk.colleagues)
    due = _due(agreement.due, meeting.on)
    values: dict[str, Any] = {"what": agreement.what, "who": who, "due": due}
    if agreement.goal:
        goal = find_record(case, agreement.goal, "goal").record
        extra = {"by": actor_of(case, who), "meeting": meeting.id}
        step = new_record(desk, case, "step", values | extra)
        case = put(case, "step", step, goal.id)
        values |= {"goal": goal.id, "step": step.id}
    record = new_record(desk, case, "meeting_agreement", values)
    return put(case, "meeting_agreement", record, meeting.id)


def _due(text: str, meeting_on: date) -> date | None:
    return parse_day(text, meeting_on, Look.AHEAD) if text else None
