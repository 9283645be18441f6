"""`fk intervention`: help by others beside the coach's own visits."""

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
    Who,
    given,
    many,
    subject_app,
)
from fktui.model.plan import Intervention, Regime
from fktui.usecases import interventions
from fktui.usecases.fields import choice
from fktui.usecases.records import edit_record
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, names_of
from fktui.words.say_dates import say_period

app = subject_app(_("Help beside the coach: therapy, debt support, school."))

InterventionArg = Annotated[
    str,
    typer.Argument(metavar="INTERVENTION", help=_("Its id or the beginning of what it is.")),
]
About = Annotated[list[str] | None, typer.Option("--about", help=_("For whom: names."))]
ForGoal = Annotated[list[str] | None, typer.Option("--goal", help=_("Goals it helps with."))]
Law = Annotated[
    str | None, typer.Option("--regime", help=_("youth_act, medical_treatment, social_support."))
]
Continues = Annotated[
    bool | None, typer.Option("--continues/--no-continues", help=_("Goes on after the closing."))
]


@app.command("add", help=_('Note help: fk intervention add koolmees "debt support" --about Mila'))
def add(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[str, typer.Argument(help=_("What it is."))],
    who: Who = None,
    about: About = None,
    goal: ForGoal = None,
    regime: Law = None,
    since: Since = None,
    continues: Continues = None,
    settings: Set = None,
) -> None:
    """Note help by somebody for somebody."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        what=typed.text(what),
        who=typed.people(desk, case_id, many(who)),
        about=typed.around(desk, case_id, many(about)),
        goals=typed.goals(desk, case_id, many(goal)),
        regime=choice(Regime, regime) if regime else None,
        started_on=typed.nearest(desk, since),
        continues=continues,
    )
    others = typed.other_fields(desk, case_id, Intervention, settings)
    output.done(interventions.add_intervention(desk, case_id, fields | others))


@app.command("edit", help=_("Change it: fk intervention edit koolmees debt --set reach=…"))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    intervention: InterventionArg,
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change fields of an intervention."""
    desk, case_id = typed.family(ctx, case)
    fields = typed.other_fields(desk, case_id, Intervention, settings)
    kinds = ("intervention",)
    output.done(edit_record(desk, case_id, intervention, kinds, fields, reason=message))


@app.command("end", help=_("It has ended: fk intervention end koolmees debt --on 1-6"))
def end(ctx: typer.Context, case: CaseArg, intervention: InterventionArg, on: On = None) -> None:
    """Note the last day of an intervention."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(interventions.end(desk, case_id, intervention, "intervention", day))


@app.command("list", help=_("The help that runs: fk intervention list koolmees"))
def list_interventions(
    ctx: typer.Context, case: CaseArg, everything: All = False, at: At = None, json: Json = False
) -> None:
    """The help that runs, or all there ever was."""
    desk, loaded = typed.load(ctx, case, at)
    day = None if everything else typed.back(desk, at)
    found = interventions.interventions(loaded.case, day)
    if json:
        output.as_json("interventions", found)
        return
    names = names_of(loaded.case, desk.colleagues)
    headers = ("", _("What"), _("By whom"), _("For whom"), _("Law"), _("When"))
    output.table(headers, [_row(one, names) for one in found])


def _row(one: Intervention, names: dict[str, str]) -> tuple[str, ...]:
    when = say_period(one.started_on, one.ended_on)
    return (
        one.id,
        one.what,
        listed(one.who, names) or "–",
        listed(one.about, names) or "–",
        label(one.regime) if one.regime else "–",
        when + (_(" (goes on after the closing)") if one.continues else ""),
    )
