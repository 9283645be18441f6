"""`fk consent`: who said yes to what, who took it back, and who must still say yes."""

from datetime import date
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import All, At, CaseArg, Json, Note, On, Set, given, many, subject_app
from fktui.model.case import Case
from fktui.model.consent import Consent, ConsentForm, Purpose
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.finding import find_people
from fktui.usecases.paper.templates import template_title
from fktui.usecases.people import consent as usecase
from fktui.usecases.people.consent import Needed, Sharing, State
from fktui.words.labels import label
from fktui.words.language import _, current, ngettext
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

app = subject_app(_("Consents: who said yes to what, and who must still say yes."))

About = Annotated[
    list[str] | None, typer.Option("--about", metavar="NAME", help=_("About whom: names or ids."))
]
PurposeOf = Annotated[
    str | None,
    typer.Option(
        "--purpose", help=_("share (if nothing is said), help, network, observe, research.")
    ),
]
Template = Annotated[
    str | None, typer.Option("--document", help=_("Only this document, such as future-plan."))
]
Which = Annotated[
    str, typer.Argument(metavar="CONSENT", help=_("The consent: its id or how its text begins."))
]


@app.command(
    "give",
    help=_('Somebody says yes: fk consent give koolmees "The plan" --by Sherida --for school'),
)
def give(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[str, typer.Argument(help=_("To what exactly, in words."))],
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help=_("Who says yes."))],
    recipient: Annotated[
        str, typer.Option("--for", metavar="RECIPIENT", help=_("A role (referrer, gp) or a name."))
    ],
    about: About = None,
    purpose: PurposeOf = None,
    document: Template = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=_("The last day it holds."))
    ] = None,
    form: Annotated[str | None, typer.Option("--form", help=_("oral or written."))] = None,
    on: On = None,
    settings: Set = None,
) -> None:
    """Note that somebody said yes."""
    desk, case_id = typed.family(ctx, case)
    now = typed.known(desk, case_id)
    fields = given(
        what=typed.text(what),
        by=find_people(now, (by,))[0],
        recipient=recipient,
        about=find_people(now, many(about)),
        purpose=choice(Purpose, purpose) if purpose else None,
        document=typed.text(document),
        until=typed.ahead(desk, until),
        form=choice(ConsentForm, form) if form else None,
        given_on=typed.back(desk, on),
    )
    others = typed.other_fields(desk, case_id, Consent, settings)
    saved = usecase.give_consent(desk, case_id, fields | others)
    output.done(saved)
    _warn(desk, saved.loaded.case, saved.act.record or "")


@app.command("withdraw", help=_("A yes is taken back: fk consent withdraw koolmees k-7kq2m"))
def withdraw(
    ctx: typer.Context,
    case: CaseArg,
    consent: Which,
    on: On = None,
    note: Note = None,
) -> None:
    """Note that somebody took a yes back."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(usecase.withdraw_consent(desk, case_id, consent, day, typed.text(note)))


@app.command("list", help=_("What holds now; with --all also what ended or was withdrawn."))
def list_consents(
    ctx: typer.Context, case: CaseArg, every: All = False, at: At = None, json: Json = False
) -> None:
    """The consents of a family."""
    desk, loaded = typed.load(ctx, case, at)
    found = loaded.case.consent.consents
    if json:
        output.as_json("consents", found)
        return
    day = typed.back(desk, at)
    hidden = (State.ENDED, State.WITHDRAWN)
    shown = [one for one in found if every or usecase.state(one, day) not in hidden]
    headers = ("", _("Who"), _("For"), _("About"), _("Until"), _("Holds"), _("What"))
    names = desk.names(loaded.case)
    documents = {
        one.document: names.get(one.document) or template_title(desk, one.document, current())
        for one in shown
        if one.document
    }
    output.table(headers, [_row(one, names, documents, day) for one in shown])
    gone = len(found) - len(shown)
    if gone:
        note = ngettext("{count} consent does not hold.", "{count} consents do not hold.", gone)
        output.say(note.format(count=gone) + " " + _("To see them too: --all"))


@app.command("who", help=_("Who must say yes: fk consent who koolmees Jaylen --for school"))
def who(
    ctx: typer.Context,
    case: CaseArg,
    people: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PERSON]...", help=_("About whom; else the whole family.")),
    ] = None,
    about: About = None,
    recipient: Annotated[
        str | None, typer.Option("--for", metavar="RECIPIENT", help=_("To whom it would go."))
    ] = None,
    purpose: PurposeOf = None,
    document: Template = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Who must say yes by age and authority, and who has not yet."""
    desk, loaded = typed.load(ctx, case)
    wanted = find_people(loaded.case, (*many(people), *many(about)))
    sharing = _sharing(loaded.case, recipient, purpose, document)
    found = usecase.needed(loaded.case, wanted, typed.nearest(desk, on) or desk.today, sharing)
    if json:
        output.as_json("consent-needed", found)
        return
    names = desk.names(loaded.case)
    headers = (_("About"), _("Who"), _("Said yes"), _("By law"))
    output.table(headers, [_needed_row(one, names) for one in found])
    _conclude(found, names, loaded.case.id)


def _sharing(
    case: Case, recipient: str | None, purpose: str | None, document: str | None
) -> Sharing | None:
    if recipient is None:
        return None
    return Sharing(
        recipient=usecase.find_receiver(case, recipient),
        purpose=choice(Purpose, purpose) if purpose else Purpose.SHARE,
        document=document,
    )


def _warn(desk: Desk, case: Case, record: str) -> None:
    """Say it when somebody said yes who is not among those who must, by age and authority."""
    consent = next(one for one in case.consent.consents if one.id == record)
    others = usecase.outsiders(case, consent)
    if others:
        names = desk.names(case)
        text = _(
            "! {by} is not one of those who must say yes about {about}. It is noted; see who "
            "must: fk consent who {case} {ids}"
        )
        ids = " ".join(others)
        said = listed(others, names)
        by = names.get(consent.by, consent.by)
        output.say(text.format(by=by, about=said, case=case.id, ids=ids))


def _row(
    one: Consent, names: dict[str, str], documents: dict[str, str], day: date
) -> tuple[str, ...]:
    return (
        one.id,
        names.get(one.by, one.by),
        usecase.say_receiver(one.recipient, names),
        listed(one.about or (one.by,), names),
        say_day(one.until) if one.until else "–",
        _(usecase.STATES[usecase.state(one, day)]),
        f"{one.what} ({documents[one.document]})" if one.document else one.what,
    )


def _needed_row(one: Needed, names: dict[str, str]) -> tuple[str, ...]:
    by = _("nobody known with authority") if one.by is None else names.get(one.by, one.by)
    said = {None: "–", True: _("yes"), False: _("not yet")}[one.given]
    doubts = [] if one.checked else [_("authority not checked")]
    doubts += [] if one.age_known else [_("age not known")]
    law = label(one.rule) + (f" ({', '.join(doubts)})" if doubts else "")
    return names.get(one.about, one.about), by, said, law


def _conclude(found: tuple[Needed, ...], names: dict[str, str], case: str) -> None:
    """What is still to be done, below the table."""
    missing = sum(one.given is False for one in found)
    if missing:
        note = ngettext("{count} yes is missing.", "{count} times a yes is missing.", missing)
        output.say(note.format(count=missing))
    elif any(one.given for one in found):
        output.say(_("Everybody who must say yes has said it."))
    unsure = dict.fromkeys(one.about for one in found if one.by is None or not one.checked)
    if unsure:
        note = _(
            "Look up who has authority over {children}: "
            "fk person authority {case} CHILD HOLDER --source register"
        )
        output.say(note.format(children=listed(unsure, names), case=case))
