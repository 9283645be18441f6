"""`fk redo`: do again what was undone."""

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg
from fktui.usecases import history
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Do again what was undone: fk redo koolmees. Again for the one after it."))
def redo(ctx: typer.Context, case: CaseArg) -> None:
    """Put back what the last undo took away."""
    desk, case_id = typed.family(ctx, case)
    output.done(history.redo(desk, case_id))
