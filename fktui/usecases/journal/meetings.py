"""Family meetings and consultations: planned, held with what was agreed, or cancelled."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.errors import WrongUse
from fktui.model.case import Case, put
from fktui.model.journal import Meeting, MeetingStatus
from fktui.model.stored import Change, Loaded, Saved
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
from fktui.words.time.dates import Look, parse_day
from fktui.words.time.say_dates import say_date

_PARTS = 4


class Agreed(NamedTuple):
    """What was agreed, as it was typed: what, by whom, until when, and for which goal."""

    what: str
    who: tuple[str, ...] = ()
    due: str = ""
    goal: str = ""


def agreed(text: str) -> Agreed:
    """An agreement from `what; who, who; when; goal`; only the first part is needed.

    Raises:
        WrongUse: there is no first part, or there are more than four.
    """
    parts = [part.strip() for part in text.split(";")]
    if len(parts) > _PARTS:
        raise WrongUse("agreement-parts", given=text)
    what, who, due, goal = (*parts, "", "", "")[:_PARTS]
    require({"what": what}, "what")
    names = tuple(name.strip() for name in who.split(",") if name.strip())
    return Agreed(what, names, due, goal)


def plan_meeting(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Plan a meeting; `on` is needed."""

    def edit(loaded: Loaded) -> Change:
        meeting: Meeting = new_record(desk, loaded.case, "meeting", fields)
        act = act_on("meeting.plan", meeting, on=say_date(meeting.on))
        return Change(case=put(loaded.case, "meeting", meeting), act=act)

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
        fields: what is now known of it; without `on` it was on its planned day, at most today.
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
