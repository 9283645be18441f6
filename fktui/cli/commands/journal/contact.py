"""`fk contact`: noting a contact in under a minute, and reading back."""

from typing import Annotated, Any

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    At,
    CaseArg,
    Json,
    On,
    Set,
    VisibleTo,
    given,
    many,
    subject_app,
)
from fktui.model.journal import Contact, ContactKind, Element, PlaceKind
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.journal import contacts
from fktui.usecases.team.principles import principle_ids
from fktui.words.contact_words import contact_words
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.time.clock import say_time
from fktui.words.time.hours import hours_in_figures, say_hours, say_rounded
from fktui.words.time.say_dates import say_day

app = subject_app(_("Contacts with the family and around it."))

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[HOURS] [KIND] [NOTE]",
        help=_("Such as 1.5 home “…”; - reads the note from standard input."),
    ),
]
ContactArg = Annotated[
    str, typer.Argument(metavar="CONTACT", help=_("The contact: its id, or its day."))
]
Time = Annotated[str | None, typer.Option("--at", metavar="TIME", help=_("What time it began."))]
KindOf = Annotated[str | None, typer.Option("--kind", help=_("intake, practical, aftercare, …"))]
Place = Annotated[str | None, typer.Option("--place", help=_("home, school, phone, …"))]
With = Annotated[list[str] | None, typer.Option("--with", help=_("Who were there: names."))]
ForGoal = Annotated[list[str] | None, typer.Option("--goal", help=_("Goals it was about."))]
By = Annotated[
    list[str] | None, typer.Option("--by", help=_("The colleagues; else the one who notes it."))
]
Principle = Annotated[
    list[str] | None,
    typer.Option("--principle", help=_("Principles at work: names of those of the team.")),
]
Elements = Annotated[
    list[str] | None,
    typer.Option(
        "--element",
        help=_(
            "Elements of the help: whole_family, joining, together, prioritising, area_based, "
            "normalising."
        ),
    ),
]
About = Annotated[
    list[str] | None, typer.Option("--about", help=_("Whom the note is about; else those there."))
]
Editor = Annotated[bool, typer.Option("--edit", "-e", help=_("Write in your text editor."))]
First = Annotated[str | None, typer.Option("--from", metavar="DATE", help=_("From this day on."))]
Last = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help=_("Up to and including this day."))
]


@app.command("add", help=_('Note a contact: fk contact add koolmees 1.5 home "…" --with Mila'))
def add(
    ctx: typer.Context,
    case: CaseArg,
    words: Words = None,
    on: On = None,
    at: Time = None,
    kind: KindOf = None,
    place: Place = None,
    present: With = None,
    goal: ForGoal = None,
    by: By = None,
    principle: Principle = None,
    element: Elements = None,
    visible_to: VisibleTo = None,
    about: About = None,
    settings: Set = None,
    edit: Editor = False,
) -> None:
    """Note a contact."""
    desk, case_id = typed.family(ctx, case)
    fields = _of_words(words) | given(
        on=typed.back(desk, on) if on else None,
        at=typed.time(at),
        kind=choice(ContactKind, kind) if kind else None,
        place=choice(PlaceKind, place) if place else None,
        present=typed.around(desk, case_id, many(present)),
        goals=typed.goals(desk, case_id, many(goal)),
        by=typed.colleagues(desk, many(by)),
        principles=principle_ids(desk, many(principle)),
        elements=tuple(choice(Element, one) for one in many(element)),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
        about=typed.around(desk, case_id, many(about)),
    )
    fields |= typed.other_fields(desk, case_id, Contact, settings)
    if edit:
        _add_in_editor(desk, case_id, fields)
    else:
        fields = typed.with_readers(desk, case_id, "contact", fields)
        output.done(contacts.add_contact(desk, case_id, fields))


@app.command("edit", help=_("Change a contact: fk contact edit koolmees c-7kq2m -e"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    contact: ContactArg,
    settings: Set = None,
    editor: Editor = False,
) -> None:
    """Change a contact, by `--set` or in a text editor."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, Contact, settings)
    if editor:
        _edit_in_editor(desk, case_id, contact, fields)
    else:
        output.done(contacts.edit_contact(desk, case_id, contact, fields))


@app.command("list", help=_("All contacts, the last one first: fk contact list koolmees"))
def list_contacts(
    ctx: typer.Context,
    case: CaseArg,
    start: First = None,
    end: Last = None,
    at: At = None,
    json: Json = False,
) -> None:
    """All contacts of a period, newest first."""
    desk, loaded = typed.load(ctx, case, at)
    first = typed.back(desk, start) if start else None
    last = typed.back(desk, end) if end else None
    found = contacts.contacts(loaded.case, first, last)
    if json:
        output.as_json("contacts", found)
        return
    names = desk.names(loaded.case)
    headers = ("", _("Day"), _("Hours"), _("Kind"), _("Place"), _("With"), _("Note"))
    output.table(headers, [_row(contact, names) for contact in found])


@app.command("show", help=_("One contact with its note: fk contact show koolmees c-7kq2m"))
def show(
    ctx: typer.Context, case: CaseArg, contact: ContactArg, at: At = None, json: Json = False
) -> None:
    """One contact with its whole note."""
    desk, loaded = typed.load(ctx, case, at)
    found: Contact = contacts.find_entry(desk, loaded.case, contact, "contact")
    if json:
        output.as_json("contact", found)
        return
    first, *rest = _lines(found, desk.names(loaded.case))
    output.heading(first)
    for text in rest:
        output.line(text)
    typed.tell_statements(loaded.case, (found.id,), desk.names(loaded.case))


def _of_words(words: list[str] | None) -> dict[str, Any]:
    """The fields in `1.5 home "…"`; a rounding of the hours is said."""
    read = contact_words(words or ())
    if read.hours and read.hours.rounded:
        output.say(say_rounded(read.hours))
    hours = read.hours.hours if read.hours else None
    return given(hours=hours, kind=read.kind, place=read.place, body=typed.long_text(read.note))


def _add_in_editor(desk: Desk, case_id: str, fields: dict[str, Any]) -> None:
    from fktui.cli.editing import written  # only when an editor is used
    from fktui.usecases.journal import drafts

    case = desk.load(case_id).case
    contact = contacts.new_contact(desk, case, fields)
    draft = drafts.start(desk, f"contact-{case_id}", drafts.as_text(desk, case, contact))
    saved = written(
        draft,
        lambda text: drafts.read_contact(desk, case, text),
        lambda new: contacts.add_contact(
            desk, case_id, typed.with_readers(desk, case_id, "contact", fields | new)
        ),
    )
    output.done(saved)


def _edit_in_editor(desk: Desk, case_id: str, given_id: str, fields: dict[str, Any]) -> None:
    from fktui.cli.editing import written  # only when an editor is used
    from fktui.usecases.journal import drafts
    from fktui.usecases.records import with_fields

    seen = desk.load(case_id)
    found: Contact = contacts.find_entry(desk, seen.case, given_id, "contact")
    text = drafts.as_text(desk, seen.case, with_fields(found, fields))
    draft = drafts.start(desk, f"contact-{case_id}-{found.id}", text)
    saved = written(
        draft,
        lambda one: drafts.read_contact(desk, seen.case, one),
        lambda new: contacts.edit_contact(desk, case_id, found.id, new, seen),
    )
    output.done(saved)


def _row(contact: Contact, names: dict[str, str]) -> tuple[str, ...]:
    return (
        contact.id,
        say_day(contact.on),
        hours_in_figures(contact.hours) if contact.hours else "–",
        label(contact.kind),
        label(contact.place) if contact.place else "–",
        listed(contact.present, names) or "–",
        shortened(contact.body, 50),
    )


def _lines(contact: Contact, names: dict[str, str]) -> list[str]:
    when = say_day(contact.on) + (f", {say_time(contact.at)}" if contact.at else "")
    parts = (when, label(contact.kind), label(contact.place) if contact.place else "", contact.id)
    lines = ["  ".join(part for part in parts if part)]
    if contact.hours:
        lines.append(say_hours(contact.hours))
    for field in ("by", "present", "about", "goals", "principles", "visible_to"):
        value = getattr(contact, field)
        if value:
            lines.append(f"{field_label(field)}: {listed(value, names)}")
    if contact.elements:
        said = ", ".join(label(one) for one in contact.elements)
        lines.append(f"{field_label('elements')}: {said}")
    if contact.nature:
        lines.append(f"{field_label('nature')}: {label(contact.nature)}")
    if contact.source:
        lines.append(f"{field_label('source')}: {contact.source}")
    return [*lines, "", *contact.body.splitlines()] if contact.body else lines
