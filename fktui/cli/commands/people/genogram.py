"""`fk genogram`: the family by generation, as a picture, in words or in a file."""

import shutil
import textwrap
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import At, CaseArg, Json
from fktui.cli.paper_file import Force, Out, PictureFormatOf, asked_format, place, save_picture
from fktui.method.around.generations import generations
from fktui.model.case import Case
from fktui.pictures.copies import with_initials
from fktui.pictures.genogram import draw_genogram, genogram_legend
from fktui.pictures.genogram_svg import genogram_picture
from fktui.words.language import _
from fktui.words.people.genogram_words import genogram_in_words
from fktui.words.time.say_dates import say_date

_WIDE, _HIGH = 100, 40
"""Where there is no terminal."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("The family by generation: fk genogram koolmees, or with -o family.pdf"))
def genogram(
    ctx: typer.Context,
    case: CaseArg,
    plain: Annotated[bool, typer.Option("--plain", help=_("In words, to be read aloud."))] = False,
    at: At = None,
    fmt: PictureFormatOf = None,
    out: Out = None,
    initials: Annotated[
        bool, typer.Option("--initials", help=_("Letters for names, for a copy that leaves."))
    ] = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """The genogram in the terminal where it fits, else in words; or for paper."""
    wanted = asked_format(fmt, out)
    desk, loaded = typed.load(ctx, case, at)
    to = place(out or Path(f"{loaded.case.id}-genogram.{wanted}"), force) if wanted else None
    on = typed.back(desk, at)
    shown = with_initials(loaded.case) if initials else loaded.case
    if json:
        output.as_json("genogram", _as_data(shown, on))
    elif to is not None:
        save_picture(desk, to, genogram_picture(shown, on), wanted)
    else:
        output.line(f"{shown.trajectory.name} · {say_date(on)}")
        _show(shown, on, plain=plain)


def _show(case: Case, on: date, *, plain: bool) -> None:
    """The picture with its legend; the words where there is no room for it."""
    width = shutil.get_terminal_size((_WIDE, _HIGH)).columns
    drawn = None if plain else draw_genogram(case, on)
    if not case.family.people:
        output.say(_("Nobody is in this family yet: fk person add"))
    elif drawn is not None and drawn.width <= width:
        for row in drawn.text().splitlines():
            output.line(row)
        legend = "   ".join(one.replace(" ", "\0") for one in genogram_legend(case, on))
        for row in textwrap.wrap(legend, width, break_long_words=False):
            output.line(row.replace("\0", " "))
    else:
        if drawn is not None:
            said = _("The drawing is {wide} columns wide, so here it is in words.")
            output.say(said.format(wide=drawn.width))
        for row in genogram_in_words(case, on):
            output.line(row)


def _as_data(case: Case, on: date) -> dict[str, object]:
    """People with their generation, 0 the oldest; none for who has no tie."""
    found = generations(case, on)
    return {
        "on": on,
        "people": [
            {
                "id": one.id,
                "name": one.name,
                "generation": found.rows.get(one.id),
                "gender": one.gender,
                "born": one.born,
                "died": one.died,
                "index": one.index,
                "households": one.households,
                "until": one.until,
            }
            for one in found.people.values()
        ],
        "bonds": [
            {
                "partners": bond.partners,
                "kind": bond.kind,
                "children": [{"id": child.id, "kind": child.kind} for child in bond.children],
            }
            for bond in found.bonds
        ],
        "households": [{"id": one.id, "name": one.name} for one in case.family.households],
        "left_out": [one.id for one in found.left_out],
    }
