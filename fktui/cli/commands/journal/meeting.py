"""`fk meeting`: family meetings and consultations, from the plan to what was agreed."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import At, CaseArg, Json, Message, On, Set, given, many, subject_app
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind
from fktui.usecases.fields import choice
from fktui.usecases.journal import contacts, meetings
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed, names_of
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day

app = subject_app(_("Family meetings and consultations."))

MeetingArg = Annotated[
    str, typer.Argument(metavar="MEETING", help=_("The meeting: its id, or its day."))
]
PlannedArg = Annotated[
    str | None,
    typer.Argument(
        metavar="MEETING", help=_("Its id or day; not needed when only one is planned.")
    ),
]
Day = Annotated[str, typer.Option("--on", metavar="DATE", help=_("The day."))]
Time = Annotated[str | None, typer.Option("--at", metavar="TIME", help=_("What time it begins."))]
Place = Annotated[str | None, typer.Option("--place", help=_("Where, in words."))]
KindOf = Annotated[
    str, typer.Option("--kind", help=_("family_meeting, consultation, intake or aftercare."))
]
Invite = Annotated[list[str] | None, typer.Option("--invite", help=_("Who are asked: names."))]
Agenda = Annotated[
    list[str] | None, typer.Option("--agenda", metavar="TEXT", help=_("A point; may be repeated."))
]
Present = Annotated[list[str] | None, typer.Option("--present", help=_("Who were there: names."))]
Agree = Annotated[
    list[str] | None,
    typer.Option(
        "--agree",
        metavar="'WHAT; WHO; WHEN; GOAL'",
        help=_("What was agreed; with a goal it becomes a step. May be repeated."),
    ),
]


@app.command("plan", help=_('Plan a meeting: fk meeting plan koolmees --on "2 dec" --invite Mila'))
def plan(
    ctx: typer.Context,
    case: CaseArg,
    on: Day,
    at: Time = None,
    place: Place = None,
    kind: KindOf = "family_meeting",
    invite: Invite = None,
    agenda: Agenda = None,
    settings: Set = None,
) -> None:
    """Plan a meeting."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        on=typed.ahead(desk, on),
        at=typed.time(at),
        place=typed.text(place),
        kind=choice(MeetingKind, kind),
        invited=typed.people(desk, case_id, many(invite)),
        agenda=tuple(typed.text(point) or "" for point in agenda or ()),
    )
    others = typed.other_fields(desk, case_id, Meeting, settings)
    output.done(meetings.plan_meeting(desk, case_id, fields | others))


@app.command(
    "hold", help=_('It was held: fk meeting hold koolmees --agree "call school; Mila; fri"')
)
def hold(
    ctx: typer.Context,
    case: CaseArg,
    meeting: PlannedArg = None,
    on: On = None,
    present: Present = None,
    agree: Agree = None,
    note: Annotated[str, typer.Option("--note", help=_("What was said; - reads it."))] = "",
    again: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help=_("When to meet again."))
    ] = None,
    hours: Annotated[str | None, typer.Option("--hours", help=_("How long, such as 1.5."))] = None,
) -> None:
    """Note that a meeting was held, who were there and what was agreed."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        on=typed.back(desk, on) if on else None,
        present=typed.people(desk, case_id, many(present)),
        body=typed.long_text(note),
        next_on=typed.ahead(desk, again),
        hours=typed.hours(hours),
    )
    agreements = tuple(meetings.agreed(typed.text(one) or "") for one in agree or ())
    output.done(meetings.hold_meeting(desk, case_id, meeting, fields, agreements))


@app.command("edit", help=_("Change a meeting: fk meeting edit koolmees m-3fd8p --set at=15:30"))
def edit(ctx: typer.Context, case: CaseArg, meeting: MeetingArg, settings: Set = None) -> None:
    """Change fields of a meeting."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, Meeting, settings)
    output.done(meetings.edit_meeting(desk, case_id, meeting, fields))


@app.command("cancel", help=_("It will not take place: fk meeting cancel koolmees m-3fd8p"))
def cancel(
    ctx: typer.Context, case: CaseArg, meeting: PlannedArg = None, message: Message = ""
) -> None:
    """Cancel a planned meeting."""
    desk, case_id = typed.family(ctx, case)
    output.done(meetings.cancel_meeting(desk, case_id, meeting, typed.text(message) or ""))


@app.command("list", help=_("All meetings, the last one first: fk meeting list koolmees"))
def list_meetings(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """All meetings, newest first."""
    desk, loaded = typed.load(ctx, case, at)
    found = meetings.meetings(loaded.case)
    if json:
        output.as_json("meetings", found)
        return
    names = names_of(loaded.case, desk.colleagues)
    headers = ("", _("Day"), _("Time"), _("Kind"), _("Status"), _("Agreements"), _("Who"))
    output.table(headers, [_row(meeting, names) for meeting in found])


@app.command("show", help=_("One meeting with its agreements: fk meeting show koolmees m-3fd8p"))
def show(
    ctx: typer.Context, case: CaseArg, meeting: MeetingArg, at: At = None, json: Json = False
) -> None:
    """One meeting: agenda, presence, agreements, note."""
    desk, loaded = typed.load(ctx, case, at)
    found: Meeting = contacts.find_entry(desk, loaded.case, meeting, "meeting")
    if json:
        output.as_json("meeting", found)
        return
    first, *rest = _lines(found, names_of(loaded.case, desk.colleagues))
    output.heading(first)
    for text in rest:
        output.line(text)


def _row(meeting: Meeting, names: dict[str, str]) -> tuple[str, ...]:
    return (
        meeting.id,
        say_day(meeting.on),
        say_time(meeting.at) if meeting.at else "–",
        label(meeting.kind),
        label(meeting.status),
        str(len(meeting.agreements)),
        listed(meeting.present or meeting.invited, names) or "–",
    )


def _lines(meeting: Meeting, names: dict[str, str]) -> list[str]:
    when = say_day(meeting.on) + (f", {say_time(meeting.at)}" if meeting.at else "")
    parts = (when, label(meeting.kind), meeting.place, label(meeting.status), meeting.id)
    lines = ["  ".join(part for part in parts if part)]
    people = {"invited": meeting.invited, "present": meeting.present}
    lines += [f"{field_label(k)}: {listed(who, names)}" for k, who in people.items() if who]
    lines += [f"{number}. {point}" for number, point in enumerate(meeting.agenda, 1)]
    lines += [_agreement(one, names) for one in meeting.agreements]
    if meeting.next_on:
        lines.append(_("Next time: {day}").format(day=say_day(meeting.next_on)))
    return [*lines, "", *meeting.body.splitlines()] if meeting.body else lines


def _agreement(one: MeetingAgreement, names: dict[str, str]) -> str:
    parts = [one.what, listed(one.who, names), say_day(one.due) if one.due else ""]
    if one.goal:
        parts.append(_("goal: {title}").format(title=names.get(one.goal, one.goal)))
    return f"- {'; '.join(part for part in parts if part)}  {one.step or one.id}"
