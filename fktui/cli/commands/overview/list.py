"""`fk list`: which families are asked for. How they look is in `cli.family_list`."""

from typing import Annotated, Any

import typer

from fktui.cli import output
from fktui.cli.family_list import print_families, read_families
from fktui.cli.options import Json
from fktui.errors import NotFound, WrongUse
from fktui.usecases.overview.listing import Families, FamilyLine
from fktui.words.language import _
from fktui.words.tables.overview_words import PHASES

_INNER = ("weeks", "today")

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("All families: fk list, or fk list --all --coach Anna"))
def list_families(
    ctx: typer.Context,
    every: Annotated[bool, typer.Option("--all", help=_("Those that ended, too."))] = False,
    phase: Annotated[str | None, typer.Option("--phase", help=_("Only in this phase."))] = None,
    coach: Annotated[str | None, typer.Option("--coach", help=_("Only of this coach."))] = None,
    json: Json = False,
) -> None:
    """All families with phase, week, coach, last contact and what is due next."""
    wanted = _phase(phase)
    found = read_families(ctx.obj, every)
    lines = [line for line in found.lines if _fits(line, wanted, coach)]
    if coach and not lines:
        raise NotFound("not-found", kind="colleague", given=coach)
    if json:
        output.as_json("families", [_as_data(line) for line in lines])
    else:
        print_families(ctx.obj, Families(lines, found.hidden))


def _phase(given: str | None) -> str | None:
    """The code of the phase that was typed: by its name or the beginning of it.

    Raises:
        WrongUse: it is none.
    """
    if given is None:
        return None
    wanted = given.casefold()
    fitting = [code for code, said in PHASES.items() if _begins(wanted, code, _(said))]
    if len(fitting) != 1:
        allowed = ", ".join(f"{code} ({_(said)})" for code, said in PHASES.items())
        raise WrongUse("wrong-choice", given=given, allowed=allowed)
    return fitting[0]


def _begins(wanted: str, *words: str) -> bool:
    return bool(wanted) and any(word.casefold().startswith(wanted) for word in words)


def _fits(line: FamilyLine, phase: str | None, coach: str | None) -> bool:
    return (phase is None or line.phase == phase) and (
        coach is None or coach.casefold() in line.coach.casefold()
    )


def _as_data(line: FamilyLine) -> dict[str, Any]:
    """A family for a program; `recent` in the place of what it is worked out from."""
    kept = {name: value for name, value in line._asdict().items() if name not in _INNER}
    return kept | {"next": line.next._asdict() if line.next else None, "recent": line.recent}
