"""`fk chart`: hours, goals, life domains and scores as a picture."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import At, CaseArg, Json, many
from fktui.cli.paper_file import Force, Out, PictureFormatOf, asked_format, place, save_picture
from fktui.errors import WrongUse
from fktui.method.rights.together import for_those
from fktui.model.case import Case
from fktui.pictures.charts.chart_svg import picture_of
from fktui.pictures.charts.chart_text import draw_chart
from fktui.pictures.charts.chart_words import chart_in_words
from fktui.pictures.charts.of_case import TOGETHER
from fktui.pictures.charts.series import Kind
from fktui.usecases.desk import Desk
from fktui.usecases.measures.charts import chart, restricted
from fktui.usecases.people.family import members
from fktui.words.language import N_, _, ngettext

_WIDE, _WIDEST, _HIGH, _BESIDES = 100, 120, 32, 2
"""Columns and rows where there is no terminal, at most, and of what stands besides."""

_TYPED = {
    Kind.HOURS: N_("hours"),
    Kind.GOALS: N_("goals"),
    Kind.DOMAINS: N_("domains"),
    Kind.SCORES: N_("scores"),
}

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(
    help=_("A picture over time: fk chart koolmees goals, or hours, domains, scores; -o for paper.")
)
def draw(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help=_("hours, goals, domains or scores."))
    ],
    together: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="NAMES",
            help=_("Only what all these members of the family may see."),
            autocompletion=completion.people,
        ),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help=_("In words, to be read aloud."))] = False,
    at: At = None,
    fmt: PictureFormatOf = None,
    out: Out = None,
    force: Force = False,
    json: Json = False,
) -> None:
    """A chart as a picture of the width of the terminal; in words, or for paper."""
    kind, wanted = _kind(what), asked_format(fmt, out)
    desk, case_id = typed.family(ctx, case)
    path = place(out or Path(f"{case_id}-{kind.value}.{wanted}"), force) if wanted else None
    desk, loaded = typed.load(ctx, case_id, at)
    whole = _for_those(desk, loaded.case, kind, many(together))
    found = chart(desk, whole, kind, typed.back(desk, at))
    if json:
        output.as_json("chart", found)
        return
    if path is not None:
        if not together:
            _tell_restricted(restricted(whole, kind))
        save_picture(desk, path, picture_of(found), wanted)
        return
    output.line(found.title)
    if plain:
        rows = list(chart_in_words(found))
    else:
        width, height = shutil.get_terminal_size((_WIDE, _HIGH))
        canvas = draw_chart(found, min(width, _WIDEST), height - _BESIDES)
        rows = canvas.text().splitlines()
    for row in rows:
        output.line(row)


def _for_those(desk: Desk, case: Case, kind: Kind, names: tuple[str, ...]) -> Case:
    """The case as these people may see it; the whole of it when nobody is named.

    Raises:
        WrongUse: hours are the team's own matter.
        NotFound, Ambiguous: one of them is not one member of the family.
    """
    if not names:
        return case
    if kind not in TOGETHER:
        allowed = ", ".join(one.value for one in TOGETHER)
        raise WrongUse("wrong-choice", given=kind.value, allowed=allowed)
    return for_those(case, members(case, names), desk.today)[0]


def _tell_restricted(count: int) -> None:
    """Before it hangs on a wall: not everybody may read all of it."""
    if count:
        said = ngettext(
            "! {count} figure on it is not for everybody in the family. Leave it out: --with NAMES",
            "! {count} figures on it are not for everybody in the family. Leave them out: "
            "--with NAMES",
            count,
        )
        output.say(said.format(count=count))


def _kind(given: str) -> Kind:
    """The chart that is meant: its name in either language, or the beginning of it.

    Raises:
        WrongUse: `wrong-choice`.
    """
    begun = given.casefold().strip()
    fitting = [
        kind
        for kind, said in _TYPED.items()
        if begun and (kind.value.startswith(begun) or _(said).startswith(begun))
    ]
    if len(fitting) != 1:
        allowed = ", ".join(kind.value for kind in Kind)
        raise WrongUse("wrong-choice", given=given, allowed=allowed)
    return fitting[0]
