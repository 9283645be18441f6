"""`fk check`: what is wrong or still missing."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.completion import families
from fktui.cli.options import Json
from fktui.errors import ExitCode
from fktui.model.issue import Level
from fktui.usecases.checking import Checked
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_MARKS = {Level.ERROR: "×", Level.WARNING: "!", Level.NOTICE: "·"}


@app.command(help=_("What is wrong or still missing, in one family or in all."))
def check(
    ctx: typer.Context,
    case: Annotated[
        str | None,
        typer.Argument(metavar="CASE", help=_("One family; else all."), autocompletion=families),
    ] = None,
    json: Json = False,
) -> None:
    """Check one family or all; exit code 8 when there are errors."""
    from fktui.usecases.checking import check as run  # all rules: not for a help text

    desk = ctx.obj.desk
    case_ids = (typed.family(ctx, case)[1],) if case is not None else desk.store.case_ids()
    output.today(ctx.obj)
    found = []
    for checked in run(desk, case_ids):
        found.append(checked)
        if not json:
            _print(checked)
    if json:
        output.as_json("check", [one._asdict() for one in found])
    if any(one.error_count for one in found):
        raise typer.Exit(int(ExitCode.FINDINGS))


def _print(checked: Checked) -> None:
    from fktui.words.issues import remedy, say_issue

    if not checked.issues:
        output.line(
            _("√ {name} ({id}): nothing to report").format(name=checked.name, id=checked.case_id)
        )
        return
    output.heading(f"{checked.name} ({checked.case_id})")
    for issue in checked.issues:
        output.line(f"  {_MARKS[issue.level]} {say_issue(issue)}")
        todo = remedy(issue, checked.case_id)
        if todo:
            output.line(f"      → {todo}")
