"""`fk intake`: the referral, what is known, whether the help fits, and the decision together."""

from typing import Annotated, Any

import typer

from fktui.cli import completion, output, typed
from fktui.cli.commands.course.intake_show import as_data, print_intake
from fktui.cli.options import (
    AlsoSaid,
    At,
    CaseArg,
    Json,
    On,
    Set,
    VisibleTo,
    given,
    many,
    subject_app,
)
from fktui.errors import NotFound
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Expectation,
    IncomingPlanKind,
    Indication,
    IndicationKind,
    Intake,
    IntakeOutcome,
    Route,
)
from fktui.model.plan import LifeDomain
from fktui.model.record import Nature
from fktui.usecases.course import intake
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice, read_values
from fktui.words.language import _
from fktui.words.time.say_dates import say_day

app = subject_app(_("The intake: referral, what is known, whether the help fits, the decision."))

By = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="NAMES",
        help=_("Who: names or ids, or referrer."),
        autocompletion=completion.people,
    ),
]
About = Annotated[
    list[str] | None,
    typer.Option(
        "--about", metavar="NAMES", help=_("About whom."), autocompletion=completion.people
    ),
]
Answer = Annotated[str, typer.Argument(metavar="yes|no", help=_("Whether it is there."))]


@app.command("show", help=_("The whole intake, with what is missing: fk intake show koolmees"))
def show(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The whole intake on one page."""
    desk, loaded = typed.load(ctx, case, at)
    on = typed.back(desk, at)
    if json:
        output.as_json("intake", as_data(desk, loaded.case, on))
        return
    output.today(ctx.obj)
    print_intake(desk, loaded.case, on)


@app.command(
    "edit", help=_('How the family comes: fk intake edit koolmees --route gp --question "…"')
)
def edit(
    ctx: typer.Context,
    case: CaseArg,
    route: Annotated[
        str | None, typer.Option(help=_("parent_child_team, certified_agency, gp, …"))
    ] = None,
    provision: Annotated[
        str | None, typer.Option(help=_("Under which kind of youth help it falls."))
    ] = None,
    question: Annotated[
        str | None, typer.Option(help=_("What the referrer asks; - reads it from a pipe."))
    ] = None,
    settings: Set = None,
) -> None:
    """Change the head of the intake."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        route=choice(Route, route) if route else None,
        provision=typed.text(provision),
        question=typed.long_text(question) if question else None,
    )
    others = typed.other_fields(desk, case_id, Intake, settings)
    output.done(intake.edit_intake(desk, case_id, fields | others))


@app.command(
    "plan",
    help=_('The plan that came along: fk intake plan koolmees perspective_plan --by "GI De Brug"'),
)
def plan(
    ctx: typer.Context,
    case: CaseArg,
    kind: Annotated[
        str | None, typer.Argument(help=_("perspective_plan, action_plan, family_plan or other."))
    ] = None,
    by: Annotated[str | None, typer.Option(help=_("Which organisation made it."))] = None,
    on: On = None,
    summary: Annotated[str | None, typer.Option(help=_("What it says, in short."))] = None,
    kept_at: Annotated[str | None, typer.Option(help=_("Where the paper itself is kept."))] = None,
) -> None:
    """Note the plan that came along with the referral."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        kind=choice(IncomingPlanKind, kind) if kind else None,
        by=typed.text(by),
        on=typed.back(desk, on) if on else None,
        summary=typed.long_text(summary) if summary else None,
        kept_at=typed.text(kept_at),
    )
    output.done(intake.set_incoming_plan(desk, case_id, fields))


@app.command(
    "info", help=_('What is known: fk intake info koolmees "misses school" --about Jaylen')
)
def info(
    ctx: typer.Context,
    case: CaseArg,
    summary: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help=_("What is known; nothing when it is only asked for.")),
    ] = None,
    about: About = None,
    domain: Annotated[
        str | None, typer.Option(help=_("Life domain, such as socio_economic."))
    ] = None,
    source: Annotated[str | None, typer.Option(help=_("Who says so."))] = None,
    nature: Annotated[
        str | None, typer.Option(help=_("fact, observation, opinion, interpretation, statement."))
    ] = None,
    asked: Annotated[
        bool, typer.Option("--asked", help=_("It was asked for on that day."))
    ] = False,
    answers: Annotated[
        str | None,
        typer.Option(metavar="ID", help=_("The answer to what was asked for, by its id.")),
    ] = None,
    on: On = None,
    visible_to: VisibleTo = None,
) -> None:
    """Note what is known of somebody or of a life domain, or that it was asked for."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    fields = given(
        summary=typed.long_text(summary) if summary else None,
        about=typed.people(desk, case_id, many(about)),
        domain=choice(LifeDomain, domain) if domain else None,
        source=typed.text(source),
        nature=choice(Nature, nature) if nature else None,
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
        asked_on=day if asked else None,
        on=day if on and not asked else None,
    )
    if answers:
        output.done(intake.answer_information(desk, case_id, answers, fields))
        return
    fields = typed.with_readers(desk, case_id, "information", fields)
    output.done(intake.add_information(desk, case_id, fields))


@app.command(
    "goal",
    help=_('A goal of the referral: fk intake goal koolmees "back to school" --goal g-7kq2m'),
)
def goal(
    ctx: typer.Context,
    case: CaseArg,
    text: Annotated[str | None, typer.Argument(help=_("What the referrer hopes for."))] = None,
    by: Annotated[str | None, typer.Option(help=_("Who set it; else the referrer."))] = None,
    goals: Annotated[
        list[str] | None,
        typer.Option(
            "--goal",
            metavar="GOAL",
            help=_("A goal of the family that it became part of."),
            autocompletion=completion.goals,
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help=_("Why it became no goal of the family."))
    ] = None,
    change: Annotated[
        str | None, typer.Option(metavar="ID", help=_("Change this one, by its id or text."))
    ] = None,
) -> None:
    """Note a goal of the referral, or what became of it."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        text=typed.text(text),
        by=_somebody(desk, case_id, by),
        goals=typed.goals(desk, case_id, many(goals)),
        reason=typed.text(reason),
    )
    if change:
        output.done(intake.edit_referral_goal(desk, case_id, change, fields))
    else:
        output.done(intake.add_referral_goal(desk, case_id, fields))


@app.command(
    "indication", help=_("What speaks for it: fk intake indication koolmees parenting yes")
)
def indication(
    ctx: typer.Context,
    case: CaseArg,
    kind: Annotated[str, typer.Argument(help=_("child_0_23, parenting, socio_economic, …"))],
    applies: Answer,
    note: AlsoSaid = None,
) -> None:
    """Note whether an indication is there."""
    desk, case_id = typed.family(ctx, case)
    said = _read(desk, case_id, Indication, applies=applies)["applies"]
    which = choice(IndicationKind, kind)
    words = typed.text(note)
    output.done(intake.note_indication(desk, case_id, which, applies=said, note=words))


@app.command(
    "contra",
    help=_('What speaks against it: fk intake contra koolmees unsafety yes --motive "…"'),
)
def contra(
    ctx: typer.Context,
    case: CaseArg,
    kind: Annotated[str, typer.Argument(help=_("unsafety, parent_unavailable or child_unsafe."))],
    applies: Answer,
    motive: Annotated[
        str | None, typer.Option(help=_("Why the help may start, or may not."))
    ] = None,
    consulted: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMES", help=_("Who was consulted."), autocompletion=completion.people
        ),
    ] = None,
    safety_plan: Annotated[
        str | None, typer.Option(metavar="PLAN", help=_("The safety plan that lifts it."))
    ] = None,
    on: On = None,
) -> None:
    """Note whether a contra-indication is there, and what lifts it."""
    desk, case_id = typed.family(ctx, case)
    fields = _read(desk, case_id, Contraindication, applies=applies, safety_plan=safety_plan)
    fields |= given(
        motive=typed.text(motive),
        consulted=typed.people(desk, case_id, many(consulted)),
        on=typed.back(desk, on) if on else None,
    )
    which = choice(ContraindicationKind, kind)
    output.done(intake.note_contraindication(desk, case_id, which, fields))


@app.command(
    "judge",
    help=_("Does it make the child safer: fk intake judge koolmees --no-acute --makes-safer yes"),
)
def judge(
    ctx: typer.Context,
    case: CaseArg,
    acute: Annotated[
        bool | None, typer.Option("--acute/--no-acute", help=_("Whether there is acute danger."))
    ] = None,
    makes_safer: Annotated[
        str | None, typer.Option(help=_("Whether the help makes the child safer: yes, no, unsure."))
    ] = None,
    facts: Annotated[
        str | None, typer.Option(help=_("What was seen and heard; - reads it from a pipe."))
    ] = None,
    by: By = None,
    on: On = None,
) -> None:
    """Judge the safety at the intake."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        acute=acute,
        makes_safer=choice(Expectation, makes_safer) if makes_safer else None,
        facts=typed.long_text(facts) if facts else None,
        by=typed.participants(desk, case_id, many(by)),
        on=typed.back(desk, on) if on else None,
    )
    output.done(intake.judge_safety(desk, case_id, fields))


@app.command(
    "decide",
    help=_("The decision together: fk intake decide koolmees admitted --by Mila,Jaylen,referrer"),
)
def decide(
    ctx: typer.Context,
    case: CaseArg,
    outcome: Annotated[str, typer.Argument(help=_("admitted or not_suitable."))],
    by: By = None,
    on: On = None,
    note: AlsoSaid = None,
    advice: Annotated[
        str | None, typer.Option(help=_("The better offer that was thought of together."))
    ] = None,
    again: Annotated[
        str | None, typer.Option(help=_("When the family may come again, in words."))
    ] = None,
) -> None:
    """Note what family, referrer and team decided together."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        by=typed.participants(desk, case_id, many(by)),
        on=typed.back(desk, on) if on else None,
        note=typed.text(note),
        advice=typed.text(advice),
        again=typed.text(again),
    )
    saved = intake.decide(desk, case_id, choice(IntakeOutcome, outcome), fields)
    output.done(saved)
    _tell_refused(saved.loaded.case.intake, case_id)


def _tell_refused(found: Intake, case_id: str) -> None:
    """What a refusal asks of the team: advice, and a day on which the record is destroyed."""
    if found.destroy_on is None:
        return
    output.say(
        _(
            "The record is kept until {day}; another day: fk intake edit {case} --set destroy_on=…"
        ).format(day=say_day(found.destroy_on), case=case_id)
    )
    if found.decision is not None and not found.decision.advice:
        output.say(_("! Which better offer was thought of together? Note it with --advice."))


def _somebody(desk: Desk, case_id: str, name: str | None) -> str | None:
    """Who is known by this name; else the name as it was typed, such as that of an organisation."""
    words = typed.text(name)
    if not words:
        return None
    try:
        return typed.people(desk, case_id, (words,))[0]
    except NotFound:
        return words


def _read(desk: Desk, case_id: str, kind: Any, **texts: str | None) -> dict[str, Any]:
    """Values of fields from what was typed for each."""
    words = {name: text for name, text in texts.items() if text is not None}
    return read_values(desk, typed.known(desk, case_id), kind, words)
