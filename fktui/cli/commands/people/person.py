"""`fk person`: members of the family, their households, relations, and who has authority."""

from datetime import date
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
    On,
    PersonArg,
    Set,
    given,
    many,
    subject_app,
)
from fktui.model.case import Case
from fktui.model.family import (
    Authority,
    AuthorityKind,
    AuthoritySource,
    Gender,
    Household,
    Person,
    Relation,
    RelationKind,
    Role,
)
from fktui.usecases.fields import choice
from fktui.usecases.people import family
from fktui.words.labels import label
from fktui.words.language import _, ngettext
from fktui.words.naming import listed, names_of
from fktui.words.people.members import say_age, say_authority, say_rule

app = subject_app(_("Members of the family, where they live, and who has authority."))

_ROLE = typer.Option("--role", help=_("mother, father, child, …"))
RoleOf = Annotated[str, _ROLE]
Born = Annotated[
    str | None,
    typer.Option("--born", metavar="DATE", help=_("As far as known: 1987-04-09, 1987-04, 1987.")),
]
Home = Annotated[
    list[str] | None,
    typer.Option("--household", metavar="NAME", help=_("Where; a new name makes a household.")),
]
Language = Annotated[list[str] | None, typer.Option("--language", help=_("Spoken at home."))]
Interpreter = Annotated[
    str | None, typer.Option("--interpreter", metavar="LANGUAGE", help=_("Interpreter needed for."))
]
GenderOf = Annotated[
    str | None, typer.Option("--gender", help=_("female, male, other; for the genogram."))
]
Reach = Annotated[str | None, typer.Option("--reach", help=_("How and when to reach."))]
Index = Annotated[
    bool | None, typer.Option("--index/--no-index", help=_("The referral is about this child."))
]


@app.command("add", help=_("Add a member: fk person add koolmees Mila --role child --born 2014"))
def add(
    ctx: typer.Context,
    case: CaseArg,
    name: Annotated[str, typer.Argument(help=_("What the person is called."))],
    role: RoleOf,
    born: Born = None,
    household: Home = None,
    language: Language = None,
    interpreter: Interpreter = None,
    gender: GenderOf = None,
    reach: Reach = None,
    index: Index = None,
    settings: Set = None,
) -> None:
    """Add a member of the family."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        name=typed.text(name),
        role=choice(Role, role),
        born=typed.partial(desk, born),
        households=typed.texts(household),
        languages=typed.texts(language),
        interpreter=typed.text(interpreter),
        gender=choice(Gender, gender) if gender else None,
        reach=typed.text(reach),
        index=index,
    )
    others = typed.other_fields(desk, case_id, Person, settings)
    saved = family.add_person(desk, case_id, fields | others)
    output.done(saved)
    typed.warn_namesakes(saved, family.namesakes(saved.loaded.case, saved.act.record or ""))


@app.command("edit", help=_("Change a member: fk person edit koolmees Mila --born 2014-06-02"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    person: PersonArg,
    name: Annotated[
        str | None, typer.Option("--name", help=_("What the person is called."))
    ] = None,
    role: Annotated[str | None, _ROLE] = None,
    born: Born = None,
    household: Home = None,
    reach: Reach = None,
    index: Index = None,
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change fields of a member of the family."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        name=typed.text(name),
        role=choice(Role, role) if role else None,
        born=typed.partial(desk, born),
        households=typed.texts(household),
        reach=typed.text(reach),
        index=index,
    )
    others = typed.other_fields(desk, case_id, Person, settings)
    output.done(family.edit_person(desk, case_id, person, fields | others, message))


@app.command("end", help=_("Somebody leaves the family: fk person end koolmees Ruben --on 1-3"))
def end(
    ctx: typer.Context, case: CaseArg, person: PersonArg, on: On = None, because: Because = None
) -> None:
    """Somebody no longer belongs to the family."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(family.end_person(desk, case_id, person, day, typed.text(because)))


@app.command(
    "household", help=_('Who live together: fk person household koolmees "At mother" Mila')
)
def household(
    ctx: typer.Context,
    case: CaseArg,
    name: Annotated[str, typer.Argument(help=_("Its name; a new name makes a household."))],
    people: Annotated[
        list[str] | None, typer.Argument(metavar="[PERSON]...", help=_("Who live there."))
    ] = None,
    address: Annotated[str | None, typer.Option("--address", help=_("address"))] = None,
    secret: Annotated[
        bool | None,
        typer.Option("--secret/--no-secret", help=_("The address goes on no paper by itself.")),
    ] = None,
    settings: Set = None,
) -> None:
    """Say who live together."""
    desk, case_id = typed.family(ctx, case)
    fields = given(address=typed.text(address), secret_address=secret)
    others = typed.other_fields(desk, case_id, Household, settings)
    home = typed.text(name) or ""
    output.done(family.set_household(desk, case_id, home, fields | others, many(people)))


@app.command(
    "relate", help=_("What one is to another: fk person relate koolmees Ruben parent Mila")
)
def relate(
    ctx: typer.Context,
    case: CaseArg,
    person: PersonArg,
    kind: Annotated[str, typer.Argument(help=_("partner, divorced, parent, sibling, …"))],
    to: PersonArg,
    settings: Set = None,
) -> None:
    """Note what one member of the family is to another."""
    desk, case_id = typed.family(ctx, case)
    others = typed.other_fields(desk, case_id, Relation, settings)
    meant = choice(RelationKind, kind)
    output.done(family.relate(desk, case_id, person, meant, to, **others))


@app.command(
    "authority",
    help=_("Who has authority: fk person authority koolmees Mila Sherida --source register"),
)
def authority(
    ctx: typer.Context,
    case: CaseArg,
    child: PersonArg,
    holder: PersonArg,
    kind: Annotated[str | None, typer.Option(help=_("parental, guardian or agency."))] = None,
    checked: Annotated[
        str | None,
        typer.Option(metavar="DATE", help=_("When it was looked up; with a source: else today.")),
    ] = None,
    source: Annotated[
        str | None, typer.Option(help=_("register, court_decision or statement."))
    ] = None,
    settings: Set = None,
) -> None:
    """Note who has authority over a child, and how that was checked."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        kind=choice(AuthorityKind, kind) if kind else None,
        checked_on=typed.back(desk, checked) if checked or source else None,
        source=choice(AuthoritySource, source) if source else None,
    )
    others = typed.other_fields(desk, case_id, Authority, settings)
    output.done(family.set_authority(desk, case_id, child, holder, fields | others))


@app.command("list", help=_("The family: ages, households, authority, who must say yes."))
def list_people(
    ctx: typer.Context, case: CaseArg, every: All = False, at: At = None, json: Json = False
) -> None:
    """The members of the family, with what the law asks at their age."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        output.as_json("people", loaded.case.family.people)
        return
    day = typed.back(desk, at)
    everybody = loaded.case.family.people
    shown = [one for one in everybody if every or family.is_there(one, day)]
    headers = (
        "",
        _("Name"),
        _("Role"),
        _("Age"),
        _("Household"),
        _("Authority"),
        _("Who says yes"),
    )
    output.table(headers, [_row(loaded.case, one, day) for one in shown])
    left = len(everybody) - len(shown)
    if left:
        note = ngettext("{count} person left the family.", "{count} people left the family.", left)
        output.say(note.format(count=left) + " " + _("To see them too: --all"))


def _row(case: Case, person: Person, day: date) -> tuple[str, ...]:
    names = names_of(case)
    role = label(person.role)
    if person.index:
        role += ", " + _("index")
    homes = listed(person.households, names)
    return (
        person.id,
        person.name,
        role,
        say_age(person, day),
        homes,
        say_authority(case, person, day, names),
        say_rule(case, person, day),
    )
