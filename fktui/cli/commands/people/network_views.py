"""`fk network`, to look at: the list, the map, what to ask and how it grew."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.commands.people.network import app
from fktui.cli.options import All, At, CaseArg, Json
from fktui.cli.paper_file import Force, place
from fktui.errors import WrongUse
from fktui.method.around.network import Summary, growth, on_the_map, questions, summary
from fktui.method.around.then_and_now import ThenAndNow, then_and_now
from fktui.model.case import Case
from fktui.model.network import NetworkPerson, Sector
from fktui.pictures.copies import with_initials, without_energy
from fktui.pictures.network_map import draw_map
from fktui.pictures.network_svg import svg_of
from fktui.pictures.scene import scene
from fktui.usecases.desk import Desk
from fktui.usecases.people import network
from fktui.usecases.people.family import is_there, members
from fktui.words.labels import label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import listed, names_of
from fktui.words.people.around import legend, say_asked, say_ring, say_ties, ties_of
from fktui.words.people.map_words import map_in_words, say_count, say_then_and_now
from fktui.words.questions import say_question
from fktui.words.time.say_dates import say_date

_SVG = ".svg"
_WIDE, _WIDEST = 100, 120
_HIGH, _HIGHEST, _BESIDES = 32, 38, 3
"""Columns and rows of the map where there is no terminal, at most, and of what stands beside it."""

GREW = {
    "added": N_("Came on the map"),
    "gone": N_("Left the map"),
    "closer": N_("Closer"),
    "further": N_("Further"),
}


@app.command("list", help=_("Everybody around the family, from close to far."))
def list_network(
    ctx: typer.Context, case: CaseArg, every: All = False, at: At = None, json: Json = False
) -> None:
    """Everybody around the family, with the ties."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        output.as_json("network", loaded.case.network)
        return
    day = typed.back(desk, at)
    everybody = loaded.case.network.people
    shown = [one for one in everybody if every or is_there(one, day)]
    order = list(Sector)
    shown.sort(key=lambda one: (one.ring, order.index(one.sector), one.name.casefold()))
    headers = ("", _("Ring"), _("Sector"), _("Name"), _("Is"), _("Asked"), _("Ties"))
    output.table(headers, [_row(desk, loaded.case, one) for one in shown])
    if any(one.jim_of for one in shown):
        output.say(_("★ chosen by a youth as own mentor (JIM)"))
    left = len(everybody) - len(shown)
    if left:
        note = ngettext("{count} person left the map.", "{count} people left the map.", left)
        output.say(note.format(count=left) + " " + _("To see them too: --all"))


Initials = Annotated[
    bool, typer.Option("--initials", help=_("Letters for names, for a copy that leaves."))
]
NoEnergy = Annotated[
    bool, typer.Option("--no-energy", help=_("Without who gives energy and who costs it."))
]


@app.command("map", help=_("The network map: fk network map koolmees --eyes Mila"))
def draw(
    ctx: typer.Context,
    case: CaseArg,
    plain: Annotated[bool, typer.Option("--plain", help=_("In words, to be read aloud."))] = False,
    eyes: Annotated[
        str | None, typer.Option("--eyes", metavar="MEMBER", help=_("As this member sees it."))
    ] = None,
    at: At = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help=_("A picture for paper: map.svg.")),
    ] = None,
    initials: Initials = False,
    no_energy: NoEnergy = False,
    force: Force = False,
    json: Json = False,
) -> None:
    """The map as a picture of the size of the terminal; in words where there is no room for it."""
    if out is not None and out.suffix != _SVG:
        raise WrongUse("wrong-choice", given=out.suffix or out.name, allowed=_SVG)
    to = place(out, force) if out else None
    desk, loaded = typed.load(ctx, case, at)
    day = typed.back(desk, at)
    sectors = network.sectors(desk)
    who = members(loaded.case, (eyes,))[0] if eyes else ""
    whole = with_initials(loaded.case) if initials else loaded.case
    whole = without_energy(whole) if no_energy else whole
    shown, words = scene(whole, day, sectors, who), list(map_in_words(whole, day, sectors))
    title = f"{whole.trajectory.name} · {say_date(day)}"
    if json:
        people = [one._asdict() | {"sector": list(sectors)[one.sector]} for one in shown.people]
        output.as_json("network-map", {"on": day, "members": shown.members, "people": people})
        return
    if to is not None:
        output.to_file(to, svg_of(shown, title, words).encode())
        return
    output.line(f"{title} · {say_count(whole, day)}")
    width, height = shutil.get_terminal_size((_WIDE, _HIGH + _BESIDES))
    size = min(width, _WIDEST), min(height - _BESIDES, _HIGHEST)
    drawn = None if plain else draw_map(shown, *size)
    picture = (*drawn.canvas.text().splitlines(), "  ".join(legend())) if drawn else words
    for row in picture:
        output.line(row)


@app.command("diff", help=_("Then and now: fk network diff koolmees --from 14-1-2026"))
def compare(
    ctx: typer.Context,
    case: CaseArg,
    since: Annotated[
        str, typer.Option("--from", metavar="DATE", help=_("Compared with this day."))
    ],
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", help=_("Else today."))] = None,
    json: Json = False,
) -> None:
    """Who came, who left, who stands closer or further, and which ties are others now."""
    desk, loaded = typed.load(ctx, case, to)
    then, now = typed.back(desk, since), typed.back(desk, to)
    before, after = desk.load(loaded.case.id, then).case, loaded.case
    sides = on_the_map(before, then), on_the_map(after, now)
    found = then_and_now(before, sides[0], after, sides[1])
    if json:
        output.as_json("network-diff", {"from": then, "to": now, **_as_data(found)})
        return
    for whole, day in ((before, then), (after, now)):
        output.line(f"{say_date(day)} · {say_count(whole, day)}")
    people = {one.id: one for one in (*sides[0], *sides[1], *after.network.people)}
    names = names_of(before) | names_of(after)
    told = list(say_then_and_now(found, people, names, network.sectors(desk)))
    for said in told or [_("Nothing changed on the map.")]:
        output.line(said)


@app.command(
    "questions", help=_("What to ask the family about its network: fk network questions koolmees")
)
def ask_about(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """Questions for the family, by what the map leaves open."""
    desk, loaded = typed.load(ctx, case, at)
    found = questions(loaded.case, typed.back(desk, at))
    texts = [say_question(one, desk.settings.sectors) for one in found]
    if json:
        rows = zip(found, texts, strict=True)
        output.as_json("questions", [{**one._asdict(), "text": text} for one, text in rows])
        return
    if not texts:
        output.say(_("The map leaves nothing open to ask."))
    for text in texts:
        output.line(f"– {text}")


@app.command(
    "summary",
    help=_("How many, how close, and how it grew: fk network summary koolmees --from 1-2-2026"),
)
def sum_up(
    ctx: typer.Context,
    case: CaseArg,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help=_("Compared with this day."))
    ] = None,
    at: At = None,
    json: Json = False,
) -> None:
    """The size of the network and what it gives, and what changed since a day."""
    desk, loaded = typed.load(ctx, case, at)
    day = typed.back(desk, at)
    counted = summary(loaded.case, day)
    data: dict[str, object] = counted._asdict()
    changes = None
    if since:
        then = typed.back(desk, since)
        before = on_the_map(desk.load(loaded.case.id, then).case, then)
        changes = growth(before, on_the_map(loaded.case, day))._asdict()
        data["growth"] = changes
    if json:
        output.as_json("network-summary", data)
        return
    for name, said in _counted(desk, counted):
        output.line(f"{name}: {said}")
    names = names_of(loaded.case)
    for way, ids in (changes or {}).items():
        output.line(f"{_(GREW[way])}: {listed(ids, names) or '–'}")


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


def _counted(desk: Desk, counted: Summary) -> list[tuple[str, str]]:
    rings = (f"{say_ring(ring)} {count}" for ring, count in counted.rings.items())
    sectors = (
        f"{network.sector_name(desk, sector)} {count}"
        for sector, count in counted.sectors.items()
        if count
    )
    words = (counted.ties, counted.supports)
    ties, supports = (
        ", ".join(f"{label(one)} {count}" for one, count in given_.items() if count) or "–"
        for given_ in words
    )
    asked = _("asked {asked}, willing {willing}, consent {consented}")
    return [
        (_("Own network"), str(counted.own)),
        (_("Professionals"), str(counted.professional)),
        (_("Closeness"), ", ".join(rings)),
        (_("Sectors"), ", ".join(sectors) or "–"),
        (_("Ties"), ties),
        (_("Support"), supports),
        (_("Asked"), asked.format_map(counted._asdict())),
    ]


def _row(desk: Desk, case: Case, one: NetworkPerson) -> tuple[str, ...]:
    return (
        one.id,
        say_ring(one.ring),
        network.sector_name(desk, one.sector),
        f"★ {one.name}" if one.jim_of else one.name,
        one.relation or "",
        say_asked(one),
        say_ties(ties_of(case, one), names_of(case)),
    )
