"""The verb `agree` of every text that people agree with: the same options, the same act."""

from collections.abc import Callable
from typing import Annotated

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import many
from fktui.model.case import Case
from fktui.usecases.plan import agreeing
from fktui.words.language import _

By = Annotated[
    list[str],
    typer.Option(
        "--by",
        metavar="NAMES",
        help=_("Who say so: names or roles, commas between them or the option again."),
        autocompletion=completion.people,
    ),
]
No = Annotated[bool, typer.Option("--no", help=_("Does not agree."))]


def note(  # what was typed, as it was typed
    ctx: typer.Context,
    case: str,
    text: str | Callable[[Case], str],
    who: list[str],
    no: bool,
    because: str | None,
    on: str | None,
) -> None:
    """Note who agrees with a text, which is named or found in the case."""
    desk, case_id = typed.family(ctx, case)
    to = text if isinstance(text, str) else text(typed.known(desk, case_id))
    day, why = typed.back(desk, on), typed.text(because)
    people = many(who)
    output.done(agreeing.agree(desk, case_id, to, people, agrees=not no, on=day, because=why))
