"""`fk undo`: take back the last action."""

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg
from fktui.usecases import history
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Take back the last action; again for the one before. Nothing is erased."))
def undo(ctx: typer.Context, case: CaseArg) -> None:
    """Take back the last act that still stands."""
    desk, case_id = typed.family(ctx, case)
    output.done(history.undo(desk, case_id))
