"""`fk new-case`: open a record for a family."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import given
from fktui.usecases.course.cases import NewCase
from fktui.usecases.course.cases import new_case as open_record
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_colleague
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_HELP = _('Open a record for a new family: fk new-case "Familie Voorbeeld" --start 1-12')
Colleague = Annotated[str | None, typer.Option(metavar="NAME", help=_("A colleague of the team."))]


@app.command(help=_HELP)
def new_case(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help=_("What the family is called."))],
    coach: Colleague = None,
    second: Colleague = None,
    lead: Colleague = None,
    referrer: Annotated[str | None, typer.Option(help=_("Who referred the family."))] = None,
    start: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("First day of the start phase."))
    ] = None,
    interpreter: Annotated[
        str | None, typer.Option(metavar="LANGUAGE", help=_("Interpreter needed for."))
    ] = None,
) -> None:
    """Open a record for a new family."""
    desk: Desk = ctx.obj.desk
    colleagues = {"coach": coach, "second": second, "lead_clinician": lead}
    fields = given(
        **{slot: find_colleague(desk, who) for slot, who in colleagues.items() if who},
        referrer=typed.text(referrer),
        interpreter=typed.text(interpreter),
        start=typed.nearest(desk, start),
    )
    loaded = open_record(desk, NewCase(name=name, **fields))
    output.line(loaded.case.id)
    output.say(_("Record opened in {folder}").format(folder=desk.store.places.case(loaded.case.id)))
