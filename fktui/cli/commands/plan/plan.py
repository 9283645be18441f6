"""`fk plan`: the plan as a whole, who agrees with it, and how people look back at it."""

from typing import Annotated

import typer

from fktui.cli import agreeing, output, typed
from fktui.cli.agreeing import By, No
from fktui.cli.commands.plan.page import as_data, print_plan
from fktui.cli.options import At, Because, CaseArg, Json, On, given, many, subject_app
from fktui.method.agreed import PLAN
from fktui.usecases.journal.contacts import find_entry
from fktui.usecases.plan import evaluations
from fktui.usecases.plan.whole import whole_plan
from fktui.words.language import _

app = subject_app(_("The plan as a whole: goals, help, agreements, who agrees."))


@app.command("show", help=_("The whole plan: fk plan show koolmees, or --at 1-3-2026"))
def show(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """Goals with their steps, help on one time line, agreements, who agrees, evaluations."""
    desk, loaded = typed.load(ctx, case, at)
    day = typed.back(desk, at)
    found = whole_plan(loaded.case, day)
    if json:
        output.as_json("plan", as_data(found))
        return
    output.today(ctx.obj)
    print_plan(found, loaded.case, desk.colleagues, day)


@app.command(
    "agree", help=_('People agree with the plan: fk plan agree koolmees --by "Mila, Jaylen"')
)
def agree(
    ctx: typer.Context,
    case: CaseArg,
    by: By,
    no: No = False,
    because: Because = None,
    on: On = None,
) -> None:
    """Note who agrees with the plan as a whole."""
    agreeing.note(ctx, case, PLAN, by, no, because, on)


@app.command(
    "evaluate",
    help=_('Look back together: fk plan evaluate koolmees "it is calmer" --by Mila,referrer'),
)
def evaluate(
    ctx: typer.Context,
    case: CaseArg,
    note: Annotated[str, typer.Argument(help=_("What people say of the plan; - reads it."))],
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="NAMES", help=_("With whom: names or roles.")),
    ] = None,
    on: On = None,
    meeting: Annotated[
        str | None, typer.Option("--meeting", help=_("In which meeting: its id, or its day."))
    ] = None,
) -> None:
    """Note how people look back at the plan."""
    desk, case_id = typed.family(ctx, case)
    now = typed.known(desk, case_id)
    fields = given(
        note=typed.long_text(note),
        by=typed.participants(desk, case_id, many(by)),
        on=typed.back(desk, on),
        meeting=find_entry(desk, now, meeting, "meeting").id if meeting else None,
    )
    output.done(evaluations.evaluate(desk, case_id, fields))
