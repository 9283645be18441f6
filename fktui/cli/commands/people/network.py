"""`fk network`: the people around the family, how close they are, and their ties with it."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    All,
    At,
    Because,
    CaseArg,
    Json,
    Message,
    NetworkArg,
    On,
    Set,
    given,
    many,
    subject_app,
)
from fktui.method.network import Summary, growth, on_the_map, questions, summary
from fktui.model.case import Case
from fktui.model.network import (
    Energy,
    NetworkKind,
    NetworkPerson,
    Quality,
    Sector,
    Support,
    Tie,
    Willing,
)
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.people import network
from fktui.usecases.people.family import is_there, namesakes
from fktui.words.labels import label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import listed, names_of
from fktui.words.people.around import say_asked, say_ring, say_ties, ties_of
from fktui.words.questions import say_question

app = subject_app(_("The people around the family, and the ties with each of its members."))

GREW = {
    "added": N_("Came on the map"),
    "gone": N_("Left the map"),
    "closer": N_("Closer"),
    "further": N_("Further"),
}

_RING = typer.Option("--ring", min=1, max=3, help=_("1 close, 2 familiar, 3 at a distance."))
RingOf = Annotated[int, _RING]
MaybeRing = Annotated[int | None, _RING]
_SECTOR = typer.Option(
    "--sector", help=_("family, friends, neighbourhood, school_work, leisure_faith, professionals.")
)
SectorOf = Annotated[str, _SECTOR]
MaybeSector = Annotated[str | None, _SECTOR]
RelationOf = Annotated[
    str | None, typer.Option("--relation", help=_("In the family's words: grandmother, coach."))
]
Offers = Annotated[str | None, typer.Option("--offers", help=_("What this person does or gives."))]
Supports = Annotated[
    list[str] | None, typer.Option("--support", help=_("practical, company, advice, emotional."))
]
Reach = Annotated[str | None, typer.Option("--reach", help=_("How and when to reach."))]
Asked = Annotated[
    str | None, typer.Option("--asked", metavar="DATE", help=_("When asked to take part."))
]
WillingTo = Annotated[str | None, typer.Option("--willing", help=_("yes, no or later."))]


@app.command(
    "add", help=_('Add somebody: fk network add koolmees "Oma Ria" --sector family --ring 1')
)
def add(
    ctx: typer.Context,
    case: CaseArg,
    name: Annotated[str, typer.Argument(help=_("What the person is called."))],
    sector: SectorOf,
    ring: RingOf,
    relation: RelationOf = None,
    offers: Offers = None,
    support: Supports = None,
    reach: Reach = None,
    person: Annotated[
        str | None, typer.Option("--person", help=_("The family member this is, living elsewhere."))
    ] = None,
    asked: Asked = None,
    willing: WillingTo = None,
    jim_of: Annotated[
        list[str] | None,
        typer.Option("--jim-of", help=_("The youth who chose this person as JIM.")),
    ] = None,
    organisation: Annotated[
        bool, typer.Option("--organisation", help=_("It is an organisation."))
    ] = False,
    settings: Set = None,
) -> None:
    """Add somebody around the family."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        sector=choice(Sector, sector),
        ring=ring,
        kind=NetworkKind.ORGANISATION if organisation else None,
        person=person,
        jim_of=many(jim_of),
    )
    words = {"name": name, "relation": relation, "offers": offers, "reach": reach}
    fields |= _what_is_known(desk, support, asked, willing, **words)
    others = typed.other_fields(desk, case_id, NetworkPerson, settings)
    saved = network.add_member(desk, case_id, fields | others)
    output.done(saved)
    typed.warn_namesakes(saved, namesakes(saved.loaded.case, saved.act.record or ""))


@app.command("edit", help=_("Change somebody: fk network edit koolmees Ria --willing yes"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    who: NetworkArg,
    name: Annotated[
        str | None, typer.Option("--name", help=_("What the person is called."))
    ] = None,
    relation: RelationOf = None,
    offers: Offers = None,
    support: Supports = None,
    reach: Reach = None,
    asked: Asked = None,
    willing: WillingTo = None,
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change fields of somebody around the family."""
    desk, case_id = typed.family(ctx, case)
    words = {"name": name, "relation": relation, "offers": offers, "reach": reach}
    fields = _what_is_known(desk, support, asked, willing, **words)
    others = typed.other_fields(desk, case_id, NetworkPerson, settings)
    output.done(network.edit_member(desk, case_id, who, fields | others, message))


@app.command(
    "move", help=_("Put somebody closer or further: fk network move koolmees Ria --ring 1")
)
def move(
    ctx: typer.Context,
    case: CaseArg,
    who: NetworkArg,
    ring: MaybeRing = None,
    sector: MaybeSector = None,
) -> None:
    """Put somebody closer or further, or in another sector."""
    desk, case_id = typed.family(ctx, case)
    to = choice(Sector, sector) if sector else None
    output.done(network.move_member(desk, case_id, who, ring, to))


@app.command(
    "tie", help=_("What the tie is: fk network tie koolmees Ria --with Mila --quality strong")
)
def tie(
    ctx: typer.Context,
    case: CaseArg,
    who: NetworkArg,
    member: Annotated[
        str | None, typer.Option("--with", help=_("Which member; else the family as a whole."))
    ] = None,
    quality: Annotated[
        str | None,
        typer.Option("--quality", help=_("strong, ordinary, weak, stressful, broken, changing.")),
    ] = None,
    energy: Annotated[
        str | None,
        typer.Option("--energy", help=_("For the family it gives, takes, both or none.")),
    ] = None,
    ring: Annotated[
        int | None,
        typer.Option(
            "--ring", min=1, max=3, help=_("Where this member places somebody elsewhere.")
        ),
    ] = None,
    settings: Set = None,
) -> None:
    """Say what the tie with a member of the family is."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        quality=choice(Quality, quality) if quality else None,
        energy=choice(Energy, energy) if energy else None,
        ring=ring,
    )
    others = typed.other_fields(desk, case_id, Tie, settings)
    output.done(network.set_tie(desk, case_id, who, member, fields | others))


@app.command(
    "jim", help=_("Whom a youth chose as mentor: fk network jim koolmees Glenn --of Jaylen")
)
def jim(
    ctx: typer.Context,
    case: CaseArg,
    who: NetworkArg,
    of: Annotated[str, typer.Option("--of", metavar="YOUTH", help=_("Who chose this person."))],
) -> None:
    """Note whom a youth chose as own mentor."""
    desk, case_id = typed.family(ctx, case)
    output.done(network.choose_jim(desk, case_id, who, of))


@app.command("end", help=_('Somebody leaves the map: fk network end koolmees Cindy --because "…"'))
def end(
    ctx: typer.Context, case: CaseArg, who: NetworkArg, on: On = None, because: Because = None
) -> None:
    """Somebody leaves the map."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(network.end_member(desk, case_id, who, day, typed.text(because)))


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


def _what_is_known(
    desk: Desk,
    support: list[str] | None,
    asked: str | None,
    willing: str | None,
    **texts: str | None,
) -> dict[str, object]:
    """The values of the options that `add` and `edit` share."""
    return given(
        supports=tuple(choice(Support, one) for one in many(support)),
        asked_on=typed.back(desk, asked) if asked else None,
        willing=choice(Willing, willing) if willing else None,
        **{name: typed.text(said) for name, said in texts.items()},
    )


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
