"""`fk diff`: what changed between two dates."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Json
from fktui.usecases.history import between
from fktui.words.changes import say_all
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("What changed between two dates: fk diff koolmees --from 1-3 --to today"))
def diff(
    ctx: typer.Context,
    case: CaseArg,
    start: Annotated[str, typer.Option("--from", metavar="DATE", help=_("The end of this day."))],
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help=_("The end of this day; else today."))
    ] = None,
    json: Json = False,
) -> None:
    """What changed between two dates, in sentences."""
    desk, case_id = typed.family(ctx, case)
    found = between(desk, case_id, typed.back(desk, start), typed.back(desk, end))
    if json:
        output.as_json("differences", [one._asdict() for one in found.differences])
        return
    names = desk.names(found.old.case) | desk.names(found.new.case)
    for text in say_all(found.differences, names):
        output.line(text)
    if not found.differences:
        output.say(_("Nothing changed between these days."))
