"""`fk undo`: take back the last action, or put one record back as it was."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg
from fktui.errors import WrongUse
from fktui.usecases import history
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help=_(
        "Take back the last action; again for the one before. Nothing is erased. Or put one record "
        "back as it was: fk undo koolmees g-7kq2m --to 1-11"
    )
)
def undo(
    ctx: typer.Context,
    case: CaseArg,
    record: Annotated[
        str | None,
        typer.Argument(help=_("One record: its id or name; the id of one that is gone, too.")),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE",
            help=_("The record as it was at the end of this day; else before its newest change."),
        ),
    ] = None,
) -> None:
    """Take back the last act that still stands, or put one record back."""
    desk, case_id = typed.family(ctx, case)
    if record is not None:
        day = typed.back(desk, to) if to else None
        output.done(history.put_back(desk, case_id, record, day))
    elif to is not None:
        raise WrongUse("undo-to-what")
    else:
        output.done(history.undo(desk, case_id))
