"""`fk save`: put hand edits into the history."""

import typer

from fktui.cli import output, typed
from fktui.cli.options import CaseArg, Message
from fktui.usecases import history
from fktui.words.language import _
from fktui.words.tables.file_words import say_edit

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Record what was changed by hand, in a text editor."))
def save(ctx: typer.Context, case: CaseArg, message: Message = "") -> None:
    """Record hand edits in a commit that says so."""
    desk, case_id = typed.family(ctx, case)
    edits = history.hand_edits(desk, case_id)
    if not edits:
        output.say(_("Nothing was changed by hand."))
        return
    saved = history.save_hand_edits(desk, case_id, message)
    output.done(saved, case_id)
    for path, kind in edits:
        output.say(f"  {path} ({say_edit(kind)})")
