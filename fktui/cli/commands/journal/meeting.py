"""`fk meeting`: family meetings and consultations, from the plan to what was agreed."""

from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import At, CaseArg, Json, Message, On, Set, given, many, subject_app
from fktui.cli.paper_file import Force, Out, place
from fktui.documents.minutes import minutes
from fktui.method.meetings import invitees, next_meeting_on, proposal
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind
from fktui.model.record import by_id
from fktui.usecases.fields import choice
from fktui.usecases.journal import contacts, meetings
from fktui.words.agenda_points import say_point
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed
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
DayArg = Annotated[str | None, typer.Argument(metavar="DATE", help=_("The day of the meeting."))]
Day = Annotated[str | None, typer.Option("--on", metavar="DATE", help=_("The day."))]
Proposed = Annotated[
    bool,
    typer.Option("--proposed", help=_("Put on the agenda what fk meeting propose shows.")),
]
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


@app.command("plan", help=_('Plan a meeting: fk meeting plan koolmees "2 dec" --proposed'))
def plan(
    ctx: typer.Context,
    case: CaseArg,
    day: DayArg = None,
    on: Day = None,
    at: Time = None,
    place: Place = None,
    kind: KindOf = "family_meeting",
    invite: Invite = None,
    agenda: Agenda = None,
    proposed: Proposed = False,
    settings: Set = None,
) -> None:
    """Plan a meeting."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        on=typed.ahead(desk, on or day),
        at=typed.time(at),
        place=typed.text(place),
        kind=choice(MeetingKind, kind),
        invited=typed.participants(desk, case_id, many(invite)),
        agenda=tuple(typed.text(point) or "" for point in agenda or ()),
    )
    fields |= typed.other_fields(desk, case_id, Meeting, settings)
    if proposed:
        _done(meetings.plan_proposed(desk, case_id, fields))
    else:
        output.done(meetings.plan_meeting(desk, case_id, fields))


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
        present=typed.participants(desk, case_id, many(present)),
        body=typed.long_text(note),
        next_on=typed.ahead(desk, again),
        hours=typed.hours(hours),
    )
    agreements = tuple(meetings.agreed(typed.text(one) or "") for one in agree or ())
    saved = meetings.hold_meeting(desk, case_id, meeting, fields, agreements)
    output.done(saved)
    held = by_id(saved.loaded.case.meetings, saved.act.record or "")
    if held and held.next_on and "next_on" not in fields:
        output.say(_("Next time: {day}").format(day=say_day(held.next_on)))


@app.command("edit", help=_("Change a meeting: fk meeting edit koolmees m-3fd8p --set at=15:30"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    meeting: MeetingArg,
    proposed: Proposed = False,
    settings: Set = None,
) -> None:
    """Change fields of a meeting, or put what there is to talk about on its agenda."""
    desk, case_id = typed.family(ctx, case)
    if proposed:
        _done(meetings.add_proposed(desk, case_id, meeting))
    if proposed and not settings:
        return
    fields = typed.other_fields(desk, case_id, Meeting, settings)
    output.done(meetings.edit_meeting(desk, case_id, meeting, fields))


@app.command("cancel", help=_("It will not take place: fk meeting cancel koolmees m-3fd8p"))
def cancel(
    ctx: typer.Context, case: CaseArg, meeting: PlannedArg = None, message: Message = ""
) -> None:
    """Cancel a planned meeting."""
    desk, case_id = typed.family(ctx, case)
    output.done(meetings.cancel_meeting(desk, case_id, meeting, typed.text(message) or ""))


@app.command("done", help=_("What was agreed is done: fk meeting done koolmees v-qm0c3"))
def done(
    ctx: typer.Context,
    case: CaseArg,
    agreement: Annotated[
        str, typer.Argument(metavar="AGREEMENT", help=_("What was agreed: its id or beginning."))
    ],
    on: On = None,
) -> None:
    """Mark an agreement of a meeting as done, with the step that it became."""
    desk, case_id = typed.family(ctx, case)
    output.done(meetings.finish_agreement(desk, case_id, agreement, typed.back(desk, on)))


@app.command("every", help=_("Agree how often: fk meeting every koolmees 6, or 4 --phase analysis"))
def every(
    ctx: typer.Context,
    case: CaseArg,
    weeks: Annotated[str, typer.Argument(metavar="WEEKS", help=_("Weeks between two meetings."))],
    phase: Annotated[
        str | None, typer.Option("--phase", help=_("Which phase; else the running one."))
    ] = None,
) -> None:
    """Agree how many weeks there are between family meetings in a phase."""
    desk, case_id = typed.family(ctx, case)
    output.done(meetings.agree_rhythm(desk, case_id, typed.whole_number(weeks), phase))


@app.command(
    "propose", help=_("What to talk about next time, and when: fk meeting propose koolmees")
)
def propose(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The agenda that is proposed, the day, and who could be asked."""
    desk, loaded = typed.load(ctx, case, at)
    now, day = loaded.case, typed.back(desk, at)
    on = next_meeting_on(now, day, desk.norms)
    points, who = proposal(now, day, desk.norms), invitees(now, on or day)
    if json:
        output.as_json("proposal", {"on": on, "points": points, "invitees": who})
        return
    names = desk.names(now)
    output.heading(_("Next family meeting: {day}").format(day=say_day(on) if on else "–"))
    output.line(_("Could be asked: {names}").format(names=listed(who, names)))
    for number, point in enumerate((one for one in points if one.for_everybody), 1):
        output.line(f"{number}. {say_point(point, names)}")
    apart = [one for one in points if not one.for_everybody]
    if apart:
        output.heading(_("Not to be read by everybody, so not on the agenda"))
        for point in apart:
            readers = listed(point.visible_to, names)
            output.line(f"- {say_point(point, names)}  [{readers}]")


@app.command(
    "minutes", help=_("The minutes on paper: fk meeting minutes koolmees 6-3 -o minutes.md")
)
def print_minutes(
    ctx: typer.Context,
    case: CaseArg,
    meeting: MeetingArg,
    out: Out = None,
    force: Force = False,
) -> None:
    """The minutes of a meeting as Markdown, in words for the family."""
    desk, loaded = typed.load(ctx, case)
    found: Meeting = contacts.find_entry(desk, loaded.case, meeting, "meeting")
    path = place(out or Path("-"), force)
    text = minutes(loaded.case, found, desk.names(loaded.case))
    if found.visible_to and "family" not in found.visible_to:
        readers = listed(found.visible_to, desk.names(loaded.case))
        output.say(_("! Only to be read by: {readers}").format(readers=readers))
    if str(path) == "-":
        output.text(text.rstrip("\n"))
        return
    output.to_file(path, text.encode())
    output.say(_("Made: {path}").format(path=path.absolute()))


@app.command("list", help=_("All meetings, the last one first: fk meeting list koolmees"))
def list_meetings(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """All meetings, newest first."""
    desk, loaded = typed.load(ctx, case, at)
    found = meetings.meetings(loaded.case)
    if json:
        output.as_json("meetings", found)
        return
    names = desk.names(loaded.case)
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
    first, *rest = _lines(found, desk.names(loaded.case))
    output.heading(first)
    for text in rest:
        output.line(text)


def _done(proposed: meetings.Proposed) -> None:
    """After a write with proposed points: how many are not on the agenda."""
    output.done(proposed.saved)
    if proposed.kept_apart:
        text = _("Not on the agenda, because not everybody may read it: {count}.")
        output.say(text.format(count=len(proposed.kept_apart)))


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
