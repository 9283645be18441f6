"""`fk schema`: what may stand in each file."""

import json as json_text
from typing import Annotated

import typer

from fktui.cli import output
from fktui.errors import NotFound
from fktui.words.language import _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("JSON Schema of a file: fk schema plan. Without a name: the kinds there are."))
def schema(
    kind: Annotated[str | None, typer.Argument(help=_("A kind of file, such as plan."))] = None,
) -> None:
    """JSON Schema of one kind of file, or the list of kinds."""
    from fktui.usecases.schemas import FILE_KINDS, json_schema  # msgspec only when asked

    if kind is None:
        output.table(
            (_("Kind"), _("File")), [(name, file) for name, (file, _t) in FILE_KINDS.items()]
        )
        return
    if kind not in FILE_KINDS:
        raise NotFound("not-found", kind="schema", given=kind)
    output.text(json_text.dumps(json_schema(kind), indent=2, ensure_ascii=False))
