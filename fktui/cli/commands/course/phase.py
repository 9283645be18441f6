"""`fk phase`: where a family stands in the four phases, and going on from there."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import AlsoSaid, At, CaseArg, Json, On, given, many, subject_app
from fktui.method.intensity import Taper
from fktui.model.trajectory import (
    Closing,
    EndReason,
    Phase,
    Trajectory,
)
from fktui.usecases.course import ending, phases
from fktui.usecases.course.phases import Asked, Course, Decision, Stay
from fktui.usecases.fields import choice
from fktui.words.course.phases import (
    parse_band,
    say_criteria,
    say_days_of,
    say_end,
    say_entry,
    say_rounded_band,
)
from fktui.words.labels import condition_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day

app = subject_app(_("The four phases: where the family stands, and going on."))

BAR = 10
"""Blocks in the bar of a phase."""

By = Annotated[list[str] | None, typer.Option("--by", help=_("Who decided it together: names."))]
Reason = Annotated[str, typer.Option("--reason", help=_("Why, in your own words."))]
Confirm = Annotated[
    list[str] | None,
    typer.Option("--confirm", metavar="CODE", help=_("A condition that is met, by its code.")),
]
DailyLife = Annotated[
    str | None, typer.Option(metavar="yes|no", help=_("The family organises daily life itself."))
]
Relations = Annotated[
    str | None, typer.Option(metavar="yes|no", help=_("Relations are lastingly stronger."))
]
AtHome = Annotated[str | None, typer.Option(metavar="yes|no", help=_("The child lives at home."))]


@app.command("show", help=_("The four phases: fk phase show koolmees, or --at 1-3-2025"))
def show(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The four phases: planned and real days, weeks, hours, and what comes next."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        output.as_json("phases", loaded.case.trajectory.phases)
        return
    output.today(ctx.obj)
    found = phases.course(desk, loaded.case, typed.back(desk, at))
    headers = ("", _("Phase"), _("Planned"), _("Real"), _("Weeks"), _("Hours a week"), _("Norm"))
    output.table(headers, [_row(stay) for stay in found.stays])
    names = desk.names(loaded.case)
    _decisions(found, names)
    _taper(found.taper)
    _ending(loaded.case.trajectory, names)
    _asked(found)


@app.command("next", help=_("On to the next phase: fk phase next koolmees --by Mila,Jaylen"))
def go_on(
    ctx: typer.Context,
    case: CaseArg,
    on: On = None,
    by: By = None,
    confirm: Confirm = None,
    reason: Reason = "",
    note: AlsoSaid = None,
) -> None:
    """End the running phase and begin the next."""
    desk, case_id = typed.family(ctx, case)
    decision = Decision(
        on=typed.back(desk, on),
        by=typed.people(desk, case_id, many(by)),
        confirmed=many(confirm),
        reason=typed.text(reason) or "",
        note=typed.text(note),
    )
    moved = phases.enter_next(desk, case_id, decision)
    output.done(moved.saved)
    for one in moved.open:
        text = _("! Still open: {condition} ({code})")
        output.say(text.format(condition=condition_label(one.code), code=one.code))


@app.command(
    "extend", help=_('More time: fk phase extend koolmees --until 1-6 --reason "…" --by Mila')
)
def extend(
    ctx: typer.Context,
    case: CaseArg,
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=_("The new last day."))],
    reason: Annotated[str, typer.Option("--reason", help=_("Why, in your own words."))],
    by: By = None,
) -> None:
    """Give the running phase more time."""
    desk, case_id = typed.family(ctx, case)
    day = typed.ahead(desk, until) or desk.today
    people = typed.people(desk, case_id, many(by))
    output.done(phases.extend(desk, case_id, day, typed.text(reason) or "", people))


@app.command(
    "hours", help=_("Hours a week for this family: fk phase hours koolmees 4-6 --phase execution")
)
def hours(
    ctx: typer.Context,
    case: CaseArg,
    band: Annotated[str, typer.Argument(metavar="LOW-HIGH", help=_("Such as 4-8, or 6."))],
    phase: Annotated[
        str | None, typer.Option("--phase", help=_("Which phase; else the running one."))
    ] = None,
) -> None:
    """Agree on other hours a week than the norm of a phase."""
    desk, case_id = typed.family(ctx, case)
    for said in say_rounded_band(band):
        output.say(said)
    output.done(phases.agree(desk, case_id, phase, {"hours": parse_band(band)}))


@app.command("close", help=_("End the help together: fk phase close koolmees --by Mila,Jaylen"))
def close(
    ctx: typer.Context,
    case: CaseArg,
    on: On = None,
    by: By = None,
    reason: Annotated[str, typer.Option("--reason", help=_("as_planned, by_family, …"))] = (
        "as_planned"
    ),
    organises_daily_life: DailyLife = None,
    relations_strengthened: Relations = None,
    at_home: AtHome = None,
    note: AlsoSaid = None,
) -> None:
    """End the help, with the two criteria of the method; the aftercare talk gets its day."""
    desk, case_id = typed.family(ctx, case)
    criteria = given(
        organises_daily_life=organises_daily_life,
        relations_strengthened=relations_strengthened,
        at_home=at_home,
    )
    settings = [f"{name}={said}" for name, said in criteria.items()]
    fields = typed.other_fields(desk, case_id, Closing, settings) | given(
        on=typed.back(desk, on), reason=choice(EndReason, reason), note=typed.text(note)
    )
    saved = ending.close(desk, case_id, fields, typed.people(desk, case_id, many(by)))
    output.done(saved, case_id)
    talk = saved.loaded.case.trajectory.aftercare
    if talk and talk.planned_on:
        output.say(_("Aftercare talk: {day}").format(day=say_day(talk.planned_on)))


@app.command(
    "aftercare",
    help=_("The aftercare talk: fk phase aftercare koolmees --on yesterday --by Mila,Jaylen"),
)
def aftercare(
    ctx: typer.Context,
    case: CaseArg,
    on: On = None,
    by: Annotated[list[str] | None, typer.Option("--by", help=_("Who were there: names."))] = None,
    planned: Annotated[
        str | None,
        typer.Option("--planned", metavar="DATE", help=_("Not held yet: the day it will be.")),
    ] = None,
    note: AlsoSaid = None,
) -> None:
    """Note that the aftercare talk was held, or another day for it."""
    desk, case_id = typed.family(ctx, case)
    held = typed.back(desk, on) if on or not planned else None
    fields = given(
        held_on=held,
        planned_on=typed.ahead(desk, planned),
        by=typed.people(desk, case_id, many(by)) or None,
        note=typed.text(note),
    )
    output.done(ending.note_aftercare(desk, case_id, fields), case_id)


@app.command("reopen", help=_('Take the help up again: fk phase reopen koolmees --reason "…"'))
def reopen(
    ctx: typer.Context,
    case: CaseArg,
    on: On = None,
    phase: Annotated[
        str | None, typer.Option("--phase", help=_("In which phase; else the last one."))
    ] = None,
    reason: Reason = "",
) -> None:
    """Take the help up again after it was closed."""
    desk, case_id = typed.family(ctx, case)
    chosen = choice(Phase, phase) if phase else None
    words = typed.text(reason) or ""
    day = typed.back(desk, on)
    output.done(ending.reopen(desk, case_id, on=day, phase=chosen, reason=words))


def _row(stay: Stay) -> tuple[str, ...]:
    period, hours = stay.period, stay.hours
    norm = ""
    if hours:
        band = dict.fromkeys(hours_in_figures(h) for h in (hours.norm.low, hours.norm.high))
        norm = "–".join(band)
    return (
        period.id,
        label(period.phase),
        say_days_of(period.planned_from, period.planned_until),
        say_days_of(period.started_on, period.ended_on),
        _weeks(stay),
        f"{hours_in_figures(hours.per_week)} ({label(hours.against)})" if hours else "–",
        norm or "–",
    )


def _weeks(stay: Stay) -> str:
    if stay.weeks_meant is None:
        return "–" if stay.weeks_used is None else str(stay.weeks_used)
    used = stay.weeks_used or 0
    full = min(BAR, round(BAR * used / max(1, stay.weeks_meant)))
    return f"{'█' * full}{'░' * (BAR - full)} {used}/{stay.weeks_meant}"


def _decisions(found: Course, names: dict[str, str]) -> None:
    for stay in found.stays:
        for text in say_entry(stay.period, names):
            output.line(f"  {label(stay.period.phase)}: {text}")


def _taper(found: Taper) -> None:
    """The hours a week from the execution phase on, four weeks at a time."""
    if not found.blocks:
        return
    hours = " · ".join(hours_in_figures(round(one.per_week * 2) / 2) for one in found.blocks)
    text = _("Hours a week since the execution phase, by four weeks: {hours}").format(hours=hours)
    output.line()
    output.line(f"{text} ({label(found.trend)})" if found.trend else text)


def _ending(trajectory: Trajectory, names: dict[str, str]) -> None:
    """How the help ended and who decided it, with the aftercare."""
    closing, talk = trajectory.closing, trajectory.aftercare
    if closing is not None:
        output.line()
        output.heading(say_end(closing))
        by = closing.decision.by if closing.decision else ()
        people = listed(by, names) or "–"
        output.line("  " + _("decided together by: {people}").format(people=people))
        for said in say_criteria(closing, names):
            output.line(f"  {said}")
        if closing.note:
            output.line(f"  {closing.note}")
    if talk is not None:
        day = talk.held_on or talk.planned_on
        text = _("Aftercare talk held: {day}") if talk.held_on else _("Aftercare talk: {day}")
        output.line("  " + text.format(day=say_day(day) if day else "–"))


def _asked(found: Course) -> None:
    if found.following is None:
        return
    output.line()
    output.heading(_("Before the {phase}").format(phase=label(found.following)))
    for one in found.asked:
        code = one.condition.code
        output.line(f"  {_mark(one)}  {condition_label(code)}  {code}")


def _mark(asked: Asked) -> str:
    if asked.confirmed:
        return _("[x] confirmed")
    return _("[x] seen") if asked.seen else _("[ ] open")
