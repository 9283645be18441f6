"""`fk schema`: what may stand in each file."""

import json as json_text
from typing import Annotated

import typer

from fktui.cli import output
from fktui.cli.context import Invocation
from fktui.errors import NotFound
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("JSON Schema of a file: fk schema plan. Without a name: the kinds there are."))
def schema(
    ctx: typer.Context,
    kind: Annotated[str | None, typer.Argument(help=_("A kind of file, such as plan."))] = None,
    editor: Annotated[
        bool, typer.Option("--editor", help=_("Let your text editor complete and check the files."))
    ] = False,
) -> None:
    """JSON Schema of one kind of file, or the list of kinds."""
    from fktui.usecases.schemas import FILE_KINDS, json_schema  # msgspec only when asked

    if editor:
        _for_editors(ctx.obj)
        return
    if kind is None:
        output.table(
            (_("Kind"), _("File")), [(name, file) for name, (file, _t) in FILE_KINDS.items()]
        )
        return
    if kind not in FILE_KINDS:
        raise NotFound("not-found", kind="schema", given=kind)
    output.text(json_text.dumps(json_schema(kind), indent=2, ensure_ascii=False))


def _for_editors(invocation: Invocation) -> None:
    from fktui.usecases.schemas import write_for_editors  # msgspec only when asked

    made = write_for_editors(invocation.places)
    output.line(str(made.folder))
    if made.settings_file is None:
        output.say(_("You have settings of your own; add these to .vscode/settings.json:"))
        output.text(json_text.dumps(made.settings, indent=2))
    else:
        output.say(_("VS Code with the extension “YAML” completes and checks the files now."))
