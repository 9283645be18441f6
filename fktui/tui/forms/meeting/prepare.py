"""A meeting is prepared, with an agenda that is proposed; and how often the family meets."""

from collections.abc import Iterable
from datetime import date

from fktui.errors import WrongUse
from fktui.method.days import add_days
from fktui.method.due.rhythm import family_meetings, meeting_weeks
from fktui.method.meetings import invitees, next_meeting_on
from fktui.method.phases import current
from fktui.model.case import Case, find
from fktui.model.journal import Meeting, MeetingKind, MeetingStatus
from fktui.model.trajectory import Phase
from fktui.tui.forms.fields import (
    as_typed,
    check_field,
    choice_field,
    day_field,
    text_field,
    told,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Look, Values
from fktui.tui.forms.meeting.hold import hold_form
from fktui.tui.forms.plain_fields import any_field
from fktui.tui.forms.record import record_form
from fktui.usecases.desk import Desk
from fktui.usecases.journal import meetings as usecase
from fktui.usecases.journal.meetings import Point
from fktui.words.agenda_points import without_minutes
from fktui.words.labels import label
from fktui.words.language import _, ngettext
from fktui.words.time import dates

_THERE = "there"


# --- before ----------------------------------------------------------------------------------


def meeting_form(ask: Ask) -> Form:
    """A meeting to come: the day from the rhythm, an agenda from what there is to talk about.

    When a family meeting is planned already, that one is prepared further.
    """
    desk, case = ask.desk, ask.seen.case
    there = _to_prepare(ask)
    on = there.on if there else _proposed_day(desk, case)
    proposed, apart = usecase.agenda_points(desk, case, on)
    points = _points(there, proposed)

    def save(desk: Desk, values: Values) -> Done:
        own = tuple(one.strip() for one in values.get("own", "").split(";") if one.strip())
        chosen = tuple(one.text for one in points if values.get(one.key))
        names = ("on", "at", "place", "invited", "kind")
        fields = {name: values[name] for name in names if name in values}
        fields["agenda"] = (*chosen, *own)
        if there:
            saved = usecase.edit_meeting(desk, case.id, there.id, fields)
        else:
            saved = usecase.plan_meeting(desk, case.id, fields)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    like = there or next(iter(reversed(family_meetings(case))), None)
    return Form(
        id="meeting",
        title=_("Prepare a meeting"),
        fields=(
            day_field(ask, "on", dates.Look.AHEAD, as_typed(ask, on), title=_("Day"), needed=True),
            any_field(ask, "meeting", "at", like.at if like else None),
            any_field(ask, "meeting", "place", like.place if like else None),
            _on_a_line(any_field(ask, "meeting", "invited", _asked(case, there, on))),
            told("agenda", _("Agenda"), _("a proposal; the space bar takes a point off")),
            *(check_field(one.key, one.text, on=True) for one in points),
            text_field("own", title=_("Own points"))._replace(hint=_("; between them")),
            choice_field(MeetingKind, "kind", label(_kind(there))),
        ),
        save=save,
        notes=tuple(_notes(points, apart)),
    )


def _to_prepare(ask: Ask) -> Meeting | None:
    """The meeting that the cursor stands on, else the next family meeting that is planned."""
    case = ask.seen.case
    located = find(case, ask.record) if ask.record else None
    if located and located.kind.name == "meeting":
        meeting: Meeting = located.record
        return meeting if meeting.status is MeetingStatus.PLANNED else None
    return next(
        (
            one
            for one in family_meetings(case)
            if one.status is MeetingStatus.PLANNED and one.on >= ask.desk.today
        ),
        None,
    )


def _proposed_day(desk: Desk, case: Case) -> date:
    """The day by the rhythm; where nothing says one, as far ahead as things are announced."""
    ahead = add_days(desk.today, desk.norms.warn_days.value)
    return next_meeting_on(case, desk.today, desk.norms) or ahead


def _points(there: Meeting | None, proposed: Iterable[Point]) -> tuple[Point, ...]:
    """What stands on the agenda already, then what could be added."""
    agenda = there.agenda if there else ()
    known = {without_minutes(one)[0] for one in agenda}
    return (
        *(Point(f"{_THERE}.{place}", text) for place, text in enumerate(agenda)),
        *(one for one in proposed if without_minutes(one.text)[0] not in known),
    )


def _asked(case: Case, there: Meeting | None, on: date) -> tuple[str, ...]:
    return there.invited if there and there.invited else invitees(case, on)


def _on_a_line(field: Field) -> Field:
    """Many names are still names, and no note."""
    return field._replace(look=Look.LINE)


def _kind(there: Meeting | None) -> MeetingKind:
    return there.kind if there else MeetingKind.FAMILY_MEETING


def _notes(points: tuple[Point, ...], apart: int) -> Iterable[str]:
    minutes = sum(without_minutes(one.text)[1] or 0 for one in points)
    if minutes:
        yield _("All points together: {count} minutes.").format(count=minutes)
    if apart:
        text = _("Not on the agenda, because not everybody may read it: {count}.")
        yield text.format(count=apart)


def open_form(ask: Ask) -> Form:
    """What a meeting asks for now: to be prepared, to be noted down, or to be put right."""
    located = find(ask.seen.case, ask.record)
    meeting: Meeting | None = located.record if located else None
    if meeting is None or meeting.status is not MeetingStatus.PLANNED:
        return record_form(ask, "meeting", "edit")
    return meeting_form(ask) if meeting.on > ask.desk.today else hold_form(ask)


def rhythm_form(ask: Ask) -> Form:
    """How many weeks there are between two family meetings in a phase."""
    desk, case = ask.desk, ask.seen.case
    period = current(case.trajectory)
    weeks = meeting_weeks(period, desk.norms) if period else None

    def save(desk: Desk, values: Values) -> Done:
        phase = values["phase"].value if "phase" in values else None
        saved = usecase.agree_rhythm(desk, case.id, values["weeks"], phase)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="meeting.rhythm",
        title=_("How often the family meets"),
        fields=(
            Field(
                "weeks",
                _("Every … weeks"),
                _read_weeks,
                _say_weeks,
                str(weeks.value) if weeks else "",
                needed=True,
            ),
            choice_field(Phase, "phase", label(period.phase) if period else ""),
        ),
        save=save,
        notes=(_("Agreed with the family; it counts for this phase."),),
    )


def _read_weeks(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as error:
        raise WrongUse("wrong-number", field="weeks", given=typed) from error


def _say_weeks(count: int) -> str:
    return ngettext("every week", "every {count} weeks", count).format(count=count)
