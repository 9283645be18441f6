"""`fk case`: the record of a family as a whole: open it, change its head."""

import typer

from fktui.cli import output, typed
from fktui.cli.commands.new_case import new_case
from fktui.cli.options import CaseArg, Set, subject_app
from fktui.usecases.cases import edit_case
from fktui.words.language import _

app = subject_app(_("The record of a family as a whole."))

app.command("new", help=_('Open a record: fk case new "Familie Voorbeeld" --start 1-12'))(new_case)


@app.command("edit", help=_("Change the record: fk case edit koolmees --set second=Ilse"))
def edit(ctx: typer.Context, case: CaseArg, settings: Set = None) -> None:
    """Change fields of the head of the record."""
    desk, case_id = typed.family(ctx, case)
    output.done(edit_case(desk, case_id, typed.cleaned(settings)))
