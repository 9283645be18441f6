"""`fk network`, to look at: the list, what to ask and how it grew."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.commands.people.network import app
from fktui.cli.options import All, At, CaseArg, Json
from fktui.method.around.network import Summary, growth, on_the_map, questions, summary
from fktui.model.case import Case
from fktui.model.network import NetworkPerson, Sector
from fktui.usecases.desk import Desk
from fktui.usecases.people import network
from fktui.usecases.people.family import is_there
from fktui.words.labels import label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import listed, names_of
from fktui.words.people.around import say_asked, say_ring, say_ties, ties_of
from fktui.words.questions import say_question

__all__ = ["app"]

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
