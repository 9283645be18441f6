"""`fk case`: the record of a family as a whole: open it, change its head."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.commands.course.new_case import new_case
from fktui.cli.options import CaseArg, On, Set, given, subject_app
from fktui.model.trajectory import GroupPlanOutcome
from fktui.usecases.course.cases import edit_case
from fktui.usecases.course.group_plan import set_group_plan
from fktui.usecases.fields import choice
from fktui.words.language import _

app = subject_app(_("The record of a family as a whole."))

app.command("new", help=_('Open a record: fk case new "Familie Voorbeeld" --start 1-12'))(new_case)


@app.command("edit", help=_("Change the record: fk case edit koolmees --set second=Ilse"))
def edit(ctx: typer.Context, case: CaseArg, settings: Set = None) -> None:
    """Change fields of the head of the record."""
    desk, case_id = typed.family(ctx, case)
    output.done(edit_case(desk, case_id, typed.cleaned(settings)))


@app.command("group-plan", help=_("Family group plan: fk case group-plan koolmees waived --on 1-3"))
def group_plan(
    ctx: typer.Context,
    case: CaseArg,
    outcome: Annotated[
        str | None,
        typer.Argument(help=_("wanted, made or waived; once it was told, only changes.")),
    ] = None,
    on: On = None,
    reason: Annotated[str, typer.Option("--reason", help=_("Why, in the family's words."))] = "",
    discussed: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("The plan of the help was discussed."))
    ] = None,
    asked: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("It was asked for on paper."))
    ] = None,
    written: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("It was given on paper."))
    ] = None,
) -> None:
    """Note what came of the offer, and when the plan was discussed."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        outcome=choice(GroupPlanOutcome, outcome) if outcome else None,
        on=typed.back(desk, on) if on else None,
        reason=typed.text(reason) or None,
        plan_discussed_on=typed.back(desk, discussed) if discussed else None,
        asked_in_writing_on=typed.back(desk, asked) if asked else None,
        written_on=typed.back(desk, written) if written else None,
    )
    output.done(set_group_plan(desk, case_id, fields))
