"""`fk network map` and `fk network diff`: the network as a picture, there or in a file."""

import shutil
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from fktui.cli import output, typed
from fktui.cli.commands.people.network_views import app
from fktui.cli.options import At, CaseArg, Json
from fktui.cli.paper_file import (
    Force,
    Out,
    PictureFormatOf,
    asked_format,
    place,
    save_data,
    save_picture,
)
from fktui.method.around.then_and_now import ThenAndNow
from fktui.model.case import Case
from fktui.model.network import Sector
from fktui.pictures.copies import initials as letters
from fktui.pictures.copies import of_home, with_initials, without_energy
from fktui.pictures.family_box import say_homes
from fktui.pictures.map_layout import Wish
from fktui.pictures.network_columns import draw_columns
from fktui.pictures.network_map import draw_map
from fktui.pictures.network_tables import HEADER, graphml_of, table_of
from fktui.pictures.scene import Scene
from fktui.pictures.then_and_now import counted
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.measures.codebook import csv_file
from fktui.usecases.people.family import members
from fktui.usecases.people.network_history import earlier_wishes
from fktui.usecases.people.network_maps import Seen, map_of_day, map_of_two_days
from fktui.words.language import _
from fktui.words.people.around import legend
from fktui.words.people.map_words import say_changes

_WIDE, _WIDEST = 100, 120
_HIGH, _HIGHEST, _BESIDES = 32, 38, 3
"""Columns and rows of the map where there is no terminal, at most, and of what stands beside it."""

_TABLES = ("graphml", "csv")

Initials = Annotated[
    bool, typer.Option("--initials", help=_("Letters for names, for a copy that leaves."))
]
NoEnergy = Annotated[
    bool, typer.Option("--no-energy", help=_("Without who gives energy and who costs it."))
]
Plain = Annotated[bool, typer.Option("--plain", help=_("In words, to be read aloud."))]
MapFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        help=_(
            "For a file: svg, png, or pdf for the wall; graphml for a program that draws "
            "networks, csv for a spreadsheet."
        ),
    ),
]


class _Copy(NamedTuple):
    """What a copy leaves out."""

    initials: bool
    no_energy: bool
    home: str = ""

    def of(self, case: Case) -> Case:
        """The family as this copy tells of it."""
        case = of_home(case, self.home) if self.home else case
        case = with_initials(case) if self.initials else case
        return without_energy(case) if self.no_energy else case

    def earlier(self, desk: Desk, case: Case, on: date) -> tuple[Wish, ...]:
        """The places that were asked for before, by the names that this copy has."""
        return earlier_wishes(desk, case.id, on, letters if self.initials else str)


@app.command("map", help=_("The network map: fk network map koolmees --eyes Mila"))
def draw(
    ctx: typer.Context,
    case: CaseArg,
    plain: Plain = False,
    eyes: Annotated[
        str | None, typer.Option("--eyes", metavar="MEMBER", help=_("As this member sees it."))
    ] = None,
    home: Annotated[
        str | None, typer.Option("--home", metavar="HOUSEHOLD", help=_("The map of one home."))
    ] = None,
    at: At = None,
    fmt: MapFormat = None,
    out: Out = None,
    initials: Initials = False,
    no_energy: NoEnergy = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """The map as a picture of the size of the terminal; in columns or words if that is small."""
    wanted = asked_format(fmt, out, _TABLES)
    desk, loaded = typed.load(ctx, case, at)
    to = place(out or Path(f"{loaded.case.id}-network.{wanted}"), force) if wanted else None
    household = find_record(loaded.case, home, "household").record.id if home else ""
    day, copy = typed.back(desk, at), _Copy(initials, no_energy, household)
    who = members(loaded.case, (eyes,))[0] if eyes else ""
    whole = copy.of(loaded.case)
    shown = map_of_day(desk, Seen(whole, day), who)
    if json:
        order = list(Sector)
        people = [one._asdict() | {"sector": order[one.sector]} for one in shown.scene.people]
        output.as_json("network-map", {"on": day, "members": shown.scene.members, "people": people})
        return
    if to is not None and wanted == "csv":
        save_data(to, csv_file(HEADER, table_of(whole, day)))
        return
    if to is not None and wanted == "graphml":
        save_data(to, graphml_of(whole, day, shown.title).encode())
        return
    earlier = copy.earlier(desk, loaded.case, day)
    if to is not None:
        save_picture(desk, to, shown.picture(earlier), wanted)
        return
    output.line(f"{whole.trajectory.name} · {shown.days[0]}")
    picture = [] if plain else _in_terminal(shown.scene, earlier)
    _lines([*picture, "  ".join((*legend(), *say_homes(shown.scene)))] if picture else shown.words)


@app.command("diff", help=_("Then and now: fk network diff koolmees --from 14-1-2026"))
def compare(
    ctx: typer.Context,
    case: CaseArg,
    since: Annotated[
        str, typer.Option("--from", metavar="DATE", help=_("Compared with this day."))
    ],
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("Else today."))] = None,
    plain: Plain = False,
    fmt: PictureFormatOf = None,
    out: Out = None,
    initials: Initials = False,
    no_energy: NoEnergy = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """Who came, who left, who stands closer or further, and which ties are others now."""
    wanted = asked_format(fmt, out)
    desk, loaded = typed.load(ctx, case, to)
    case_id = loaded.case.id
    path = place(out or Path(f"{case_id}-network-diff.{wanted}"), force) if wanted else None
    then, now = typed.back(desk, since), typed.back(desk, to)
    copy = _Copy(initials, no_energy)
    before, after = (copy.of(one) for one in (desk.load(case_id, then).case, loaded.case))
    shown = map_of_two_days(desk, Seen(before, then), Seen(after, now))
    if json:
        data = _as_data(shown.found) if shown.found else {}
        output.as_json("network-diff", {"from": then, "to": now, **data})
        return
    earlier = copy.earlier(desk, loaded.case, max(then, now))
    if path is not None:
        save_picture(desk, path, shown.picture(earlier), wanted)
        return
    _lines(shown.days)
    if shown.words and not plain:
        picture = _in_terminal(shown.scene, earlier)
        _lines([*picture, "  ".join(say_changes(counted(shown.scene)))])
        _lines(["  ".join((*legend(), *say_homes(shown.scene)))])
    _lines(shown.words or [_("Nothing changed on the map.")])


def _in_terminal(shown: Scene, earlier: Sequence[Wish]) -> list[str]:
    """The map as rows of the terminal, in columns where the circle does not fit."""
    width, height = shutil.get_terminal_size((_WIDE, _HIGH + _BESIDES))
    size = min(width, _WIDEST), min(height - _BESIDES, _HIGHEST)
    drawn = draw_map(shown, *size, earlier) or draw_columns(shown, width, None)
    return drawn.canvas.text().splitlines() if drawn else []


def _lines(rows: Iterable[str]) -> None:
    for row in rows:
        output.line(row)


def _as_data(found: ThenAndNow) -> dict[str, object]:
    """The difference by the names of its fields."""
    return {
        **found.growth._asdict(),
        "ring": [
            {"id": one.now.id, "old": one.was.ring, "new": one.now.ring} for one in found.rings
        ],
        "sector": [
            {"id": one.now.id, "old": one.was.sector, "new": one.now.sector}
            for one in found.sectors
        ],
        "ties": [
            {"network": one.network, "person": one.person, "old": one.was, "new": one.now}
            for one in found.ties
        ],
    }
