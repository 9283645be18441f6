"""`fk step`: the small actions under a goal."""

from datetime import date
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    At,
    CaseArg,
    GoalArg,
    Json,
    Message,
    On,
    Set,
    Who,
    given,
    many,
    subject_app,
)
from fktui.model.plan import Actor, Step
from fktui.usecases.fields import choice
from fktui.usecases.plan import goals, steps
from fktui.usecases.plan.steps import Waiting
from fktui.usecases.records import edit_record
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.time.say_dates import say_day

app = subject_app(_("Steps: who does what, until when."))

StepArg = Annotated[
    str, typer.Argument(metavar="STEP", help=_("The step: its id or the beginning of its text."))
]


@app.command(
    "add", help=_('Add a step: fk step add koolmees school "talk to the mentor" --who Ali')
)
def add(
    ctx: typer.Context,
    case: CaseArg,
    goal: GoalArg,
    what: Annotated[str, typer.Argument(help=_("What will be done."))],
    who: Who = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help=_("Until when."))] = None,
    by: Annotated[
        str | None, typer.Option("--by", help=_("family, network, professional or community."))
    ] = None,
    settings: Set = None,
) -> None:
    """Add a step to a goal."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        what=typed.text(what),
        who=typed.people(desk, case_id, many(who)),
        due=typed.ahead(desk, due),
        by=choice(Actor, by) if by else None,
    )
    others = typed.other_fields(desk, case_id, Step, settings)
    output.done(steps.add_step(desk, case_id, goal, fields | others))


@app.command("done", help=_("A step is done: fk step done koolmees s-m3v8x"))
def done(ctx: typer.Context, case: CaseArg, step: StepArg, on: On = None) -> None:
    """Mark a step as done."""
    desk, case_id = typed.family(ctx, case)
    output.done(goals.finish_step(desk, case_id, step, typed.back(desk, on)))


@app.command("edit", help=_("Change a step: fk step edit koolmees s-m3v8x --set due=+1w"))
def edit(
    ctx: typer.Context, case: CaseArg, step: StepArg, settings: Set = None, message: Message = ""
) -> None:
    """Change fields of a step."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, Step, settings)
    output.done(edit_record(desk, case_id, step, ("step",), fields, reason=message))


@app.command("list", help=_("The steps that are waiting: fk step list koolmees"))
def list_steps(
    ctx: typer.Context,
    case: CaseArg,
    everything: Annotated[bool, typer.Option("--all", help=_("Also those that are done."))] = False,
    at: At = None,
    json: Json = False,
) -> None:
    """Steps with their goals, the first due first."""
    desk, loaded = typed.load(ctx, case, at)
    found = steps.steps(loaded.case, everything=everything)
    if json:
        output.as_json("steps", [{"goal": one.goal.id, "step": one.step} for one in found])
        return
    names, day = desk.names(loaded.case), typed.back(desk, at)
    headers = ("", _("Until"), _("Step"), _("Who"), _("Whose"), _("Goal"))
    output.table(headers, [_row(one, names, day) for one in found])


def _row(one: Waiting, names: dict[str, str], today: date) -> tuple[str, ...]:
    step = one.step
    return (
        step.id,
        _until(step, today),
        step.what,
        listed(step.who, names) or "–",
        label(step.by) if step.by else "–",
        shortened(one.goal.title, 40),
    )


def _until(step: Step, today: date) -> str:
    if step.done:
        return _("done {day}").format(day=say_day(step.done))
    if step.due is None:
        return "–"
    return f"! {say_day(step.due)}" if step.due < today else say_day(step.due)
