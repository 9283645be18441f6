"""A meeting was held: who were there, what was said and agreed; or it does not take place."""

from datetime import date

from fktui.errors import WrongUse
from fktui.method.due.rhythm import next_after
from fktui.method.meetings import is_kept
from fktui.model.journal import Meeting, MeetingAgreement, MeetingStatus
from fktui.tui.forms.fields import (
    as_typed,
    day_field,
    hours_field,
    note_field,
    text_field,
    titled,
    told,
)
from fktui.tui.forms.form import Ask, Done, Form, Look, Values
from fktui.tui.forms.paper.parts import which_field
from fktui.tui.forms.plain_fields import any_field
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people
from fktui.usecases.journal import meetings as usecase
from fktui.usecases.journal.meetings import Agreed, agreed
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time import dates
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day


def hold_form(ask: Ask) -> Form:
    """It was held: when, with whom, what was said and what was agreed."""
    desk, case = ask.desk, ask.seen.case
    meeting = _to_hold(ask)
    on = min(meeting.on, desk.today)
    again = meeting.next_on or next_after(case, on, desk.norms)

    def save(desk: Desk, values: Values) -> Done:
        names = ("on", "present", "hours", "next_on", "body")
        fields = {name: values[name] for name in names if name in values}
        said = values.get("agreements", ())
        saved = usecase.hold_meeting(desk, case.id, meeting.id, fields, said)
        return Done(saved.act.subject, case.id, meeting.id)

    return Form(
        id="meeting.hold",
        title=_("A meeting was held"),
        fields=(
            told("meeting", titled("meeting"), _called(meeting)),
            day_field(ask, "on", dates.Look.BACK, as_typed(ask, on), title=_("Day"), needed=True),
            any_field(ask, "meeting", "present", meeting.present or meeting.invited)._replace(
                look=Look.LINE
            ),
            hours_field(),
            day_field(ask, "next_on", dates.Look.AHEAD)._replace(
                hint=say_day(again) if again else ""
            ),
            note_field("agreements", title=_("What was agreed, one on each line"))._replace(
                read=lambda typed: _read_agreed(ask, on, typed), help=_how()
            ),
            note_field("body", meeting.body, title=_("What was said")),
        ),
        save=save,
        start="present",
        notes=(_how(),),
    )


def _how() -> str:
    return _("call the school @Mila fri · or: call the school; Mila; fri; goal (becomes a step)")


def _to_hold(ask: Ask) -> Meeting:
    """The meeting under the cursor, else the newest whose day has come, else the next one.

    Raises:
        WrongUse: `no-meeting-planned`.
    """
    case = ask.seen.case
    planned = [one for one in case.meetings if one.status is MeetingStatus.PLANNED]
    if not planned:
        raise WrongUse("no-meeting-planned")
    here = next((one for one in planned if one.id == ask.record), None)
    been = [one for one in planned if one.on <= ask.desk.today]
    return (
        here
        or max(been, key=lambda one: one.on, default=None)
        or min(planned, key=lambda one: one.on)
    )


def _read_agreed(ask: Ask, on: date, typed: str) -> tuple[Agreed, ...]:
    """What was agreed, one on each line; somebody or a day that cannot be read is said at once."""
    found = tuple(agreed(row.strip()) for row in typed.splitlines() if row.strip())
    for one in found:
        find_people(ask.seen.case, one.who, ask.desk.colleagues)
        if one.due:
            dates.parse_day(one.due, on, dates.Look.AHEAD)
    return found


def _called(meeting: Meeting) -> str:
    time = say_time(meeting.at) if meeting.at else ""
    parts = (f"{say_day(meeting.on)} {time}".strip(), label(meeting.kind), meeting.place)
    return " · ".join(part for part in parts if part)


def cancel_form(ask: Ask) -> Form:
    """It will not take place."""
    case = ask.seen.case
    planned = [one for one in case.meetings if one.status is MeetingStatus.PLANNED]

    def save(desk: Desk, values: Values) -> Done:
        saved = usecase.cancel_meeting(desk, case.id, values["which"], values.get("reason", ""))
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="meeting.cancel",
        title=_("A meeting will not take place"),
        fields=(
            which_field(ask, "meeting", titled("meeting"), planned, _called),
            text_field("reason", title=_("Why")),
        ),
        save=save,
        start="reason",
        notes=(_("It stays in the record as cancelled."),),
    )


def agreement_done_form(ask: Ask) -> Form:
    """What was agreed in a meeting is done."""
    case = ask.seen.case
    waiting = [
        one for meeting in case.meetings for one in meeting.agreements if not is_kept(case, one)
    ]

    def say(one: MeetingAgreement) -> str:
        return one.what

    def save(desk: Desk, values: Values) -> Done:
        on = values.get("on", desk.today)
        saved = usecase.finish_agreement(desk, case.id, values["which"], on)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="meeting_agreement.done",
        title=_("What was agreed is done"),
        fields=(
            which_field(ask, "meeting_agreement", _("Agreed"), waiting, say),
            day_field(ask, "on", dates.Look.BACK, _("today"), title=_("Done on")),
        ),
        save=save,
        start="on",
    )
