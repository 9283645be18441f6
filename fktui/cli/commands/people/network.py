"""`fk network`: the people around the family, how close they are, and their ties with it."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    Because,
    CaseArg,
    Message,
    NetworkArg,
    On,
    Set,
    given,
    many,
    subject_app,
)
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
from fktui.usecases.people.family import namesakes
from fktui.words.language import _

app = subject_app(_("The people around the family, and the ties with each of its members."))


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
