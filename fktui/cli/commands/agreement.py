"""`fk agreement`: what people agreed to do or to leave, until further notice."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import (
    All,
    At,
    CaseArg,
    Json,
    Message,
    On,
    Set,
    Since,
    VisibleTo,
    Who,
    given,
    many,
    subject_app,
)
from fktui.model.plan import Agreement, AgreementKind
from fktui.usecases import interventions
from fktui.usecases.fields import choice
from fktui.usecases.records import edit_record
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, names_of
from fktui.words.say_dates import say_period

app = subject_app(_("Agreements that hold until further notice."))

AgreementArg = Annotated[
    str,
    typer.Argument(metavar="AGREEMENT", help=_("Its id or the beginning of its text.")),
]
KindOf = Annotated[str, typer.Option("--kind", help=_("home, network, safety or help."))]
About = Annotated[list[str] | None, typer.Option("--about", help=_("About whom: names."))]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help=_("Last day."))]


@app.command("add", help=_('Note an agreement: fk agreement add koolmees "phones away at dinner"'))
def add(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[str, typer.Argument(help=_("What was agreed."))],
    kind: KindOf = "home",
    who: Who = None,
    about: About = None,
    visible_to: VisibleTo = None,
    since: Since = None,
    until: Until = None,
    settings: Set = None,
) -> None:
    """Note what people agreed."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        what=typed.text(what),
        kind=choice(AgreementKind, kind),
        who=typed.people(desk, case_id, many(who)),
        about=typed.around(desk, case_id, many(about)),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
        since=typed.nearest(desk, since),
        until=typed.ahead(desk, until),
    )
    others = typed.other_fields(desk, case_id, Agreement, settings)
    output.done(interventions.add_agreement(desk, case_id, fields | others))


@app.command("edit", help=_("Change it: fk agreement edit koolmees phones --set who=Mila,Jaylen"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    agreement: AgreementArg,
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change fields of an agreement."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, Agreement, settings)
    output.done(edit_record(desk, case_id, agreement, ("agreement",), fields, reason=message))


@app.command("end", help=_("It no longer holds: fk agreement end koolmees phones"))
def end(ctx: typer.Context, case: CaseArg, agreement: AgreementArg, on: On = None) -> None:
    """Note the last day of an agreement."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(interventions.end(desk, case_id, agreement, "agreement", day))


@app.command("list", help=_("The agreements that hold: fk agreement list koolmees"))
def list_agreements(
    ctx: typer.Context, case: CaseArg, everything: All = False, at: At = None, json: Json = False
) -> None:
    """The agreements that hold, or all there ever were."""
    desk, loaded = typed.load(ctx, case, at)
    day = None if everything else typed.back(desk, at)
    found = interventions.agreements(loaded.case, day)
    if json:
        output.as_json("agreements", found)
        return
    names = names_of(loaded.case, desk.colleagues)
    headers = ("", _("What"), _("Where"), _("Who"), _("When"))
    output.table(headers, [_row(one, names) for one in found])


def _row(one: Agreement, names: dict[str, str]) -> tuple[str, ...]:
    return (
        one.id,
        one.what,
        label(one.kind),
        listed(one.who, names) or "–",
        say_period(one.since, one.until),
    )
