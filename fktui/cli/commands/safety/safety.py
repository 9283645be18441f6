"""`fk safety`: what keeps the child safe, who does what, who watches, how safe people say it is."""

from typing import Annotated, Any

import typer

from fktui.cli import agreeing, completion, output, typed
from fktui.cli.commands.safety import page
from fktui.cli.options import (
    At,
    Because,
    CaseArg,
    Json,
    On,
    Set,
    VisibleTo,
    Who,
    given,
    many,
    subject_app,
)
from fktui.errors import WrongUse
from fktui.method.agreed import assents
from fktui.method.safety import running_plans
from fktui.model.case import KINDS, Case
from fktui.model.safety import Colour, SafetyAgreementKind, SafetyPlan
from fktui.usecases.fields import choice
from fktui.usecases.finding import find_record
from fktui.usecases.plan.agreeing import running_safety_plan
from fktui.usecases.safety import plans, scaling
from fktui.words.language import _

app = subject_app(_("Safety plans, and how safe people say it is."))

PlanOpt = Annotated[
    str | None,
    typer.Option("--plan", metavar="PLAN", help=_("Which plan, when more than one is running.")),
]
About = Annotated[
    list[str] | None, typer.Option("--about", metavar="NAME", help=_("About whom: names or ids."))
]
Reason = Annotated[
    str | None, typer.Option("--reason", help=_("What gave rise to it: facts; - reads it."))
]
Complicating = Annotated[
    str | None, typer.Option("--complicating", help=_("What makes it harder."))
]
Danger = Annotated[
    str | None,
    typer.Option("--danger", help=_("What may happen to whom if nothing changes.")),
]
Wished = Annotated[
    str | None, typer.Option("--wished", help=_("What it looks like when it is safe."))
]
Children = Annotated[
    str | None, typer.Option("--children", help=_("The plan in words for children; - reads it."))
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help=_("The last day."))]
By = Annotated[list[str] | None, typer.Option("--by", metavar="NAME", help=_("By whom: names."))]
Name = typer.Option(metavar="NAME", help=_("Whose answer it is."), autocompletion=completion.people)


_TEXTS = ("reason", "complicating", "danger_statement", "wished", "children_text")


@app.command("show", help=_("The safety plan on one page: fk safety show wulp, or --at 1-3-2026"))
def show(
    ctx: typer.Context, case: CaseArg, plan: PlanOpt = None, at: At = None, json: Json = False
) -> None:
    """The running plans, or the one that is named, with the scaling question."""
    desk, loaded = typed.load(ctx, case, at)
    now, day = loaded.case, typed.back(desk, at)
    found: tuple[SafetyPlan, ...] = (
        (find_record(now, plan, "safety_plan").record,) if plan else running_plans(now, day)
    )
    if json:
        agreed = [one for shown in found for one in assents(now, shown.id)]
        data = {"plans": found, "scalings": now.safety.scalings, "agreed": agreed}
        output.as_json("safety", data)
        return
    page.print_plans(now, found, desk.names(now), day)


def _texts(*texts: str | None) -> dict[str, Any]:
    """What a plan says, as it was typed, in the order of _TEXTS."""
    fields = zip(_TEXTS, texts, strict=True)
    return given(**{name: typed.long_text(text) for name, text in fields if text})


@app.command(
    "new", help=_('Make one: fk safety new wulp --reason "Rows on exchange days" --about Fenna')
)
def new(
    ctx: typer.Context,
    case: CaseArg,
    reason: Reason = None,
    danger: Danger = None,
    wished: Wished = None,
    complicating: Complicating = None,
    children: Children = None,
    about: About = None,
    visible_to: VisibleTo = None,
    on: On = None,
    settings: Set = None,
) -> None:
    """Make a safety plan: version 1."""
    desk, case_id = typed.family(ctx, case)
    fields = _texts(reason, complicating, danger, wished, children) | given(
        about=typed.people(desk, case_id, many(about)),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
        made_on=typed.back(desk, on),
    )
    fields |= typed.other_fields(desk, case_id, SafetyPlan, settings)
    fields = typed.with_readers(desk, case_id, "safety_plan", fields)
    output.done(plans.new_plan(desk, case_id, fields))


@app.command(
    "edit", help=_('Change the plan, or a line of it: fk safety edit wulp v-3fd8p --set "text=…"')
)
def edit(
    ctx: typer.Context,
    case: CaseArg,
    record: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=_("A line or a plan; else the plan that is running.")),
    ] = None,
    reason: Reason = None,
    danger: Danger = None,
    wished: Wished = None,
    complicating: Complicating = None,
    children: Children = None,
    settings: Set = None,
) -> None:
    """Change a plan, a line of it, or an answer to the scaling question."""
    desk, case_id = typed.family(ctx, case)
    located = plans.to_edit(typed.known(desk, case_id), record, desk.today)
    fields = _texts(reason, complicating, danger, wished, children)
    fields |= typed.other_fields(desk, case_id, KINDS[located.kind.name].type, settings)
    output.done(plans.edit_line(desk, case_id, located.record.id, fields))


@app.command(
    "version", help=_("The plan as it is becomes the next version: fk safety version wulp")
)
def version(
    ctx: typer.Context, case: CaseArg, plan: PlanOpt = None, on: On = None, because: Because = None
) -> None:
    """Give the plan as it is the next number."""
    desk, case_id = typed.family(ctx, case)
    day, why = typed.back(desk, on), typed.text(because)
    output.done(plans.new_version(desk, case_id, plan, day, why))


@app.command("signal", help=_('Add one: fk safety signal wulp red "Fenna does not answer"'))
def signal(
    ctx: typer.Context,
    case: CaseArg,
    colour: Annotated[str, typer.Argument(help=_("green, orange or red."))],
    text: Annotated[str, typer.Argument(help=_("What can be seen or heard."))],
    about: About = None,
    plan: PlanOpt = None,
) -> None:
    """Add a signal to the plan."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        colour=choice(Colour, colour),
        text=typed.text(text),
        about=typed.people(desk, case_id, many(about)),
    )
    output.done(plans.add_line(desk, case_id, "signal", fields, plan))


@app.command(
    "agreement", help=_('Add one: fk safety agreement wulp "Exchange at school" --kind immediate')
)
def agreement(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[str, typer.Argument(help=_("What adults do, so that the child is safe."))],
    who: Who = None,
    situation: Annotated[
        str | None, typer.Option("--situation", help=_("When it holds: the evening, a quarrel."))
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help=_("immediate, or structural (else this)."))
    ] = None,
    guarded_by: Annotated[
        list[str] | None,
        typer.Option("--guarded-by", metavar="NAME", help=_("Who watches that it is kept.")),
    ] = None,
    until: Until = None,
    plan: PlanOpt = None,
) -> None:
    """Add an agreement to the plan."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        what=typed.text(what),
        who=typed.people(desk, case_id, many(who)),
        situation=typed.text(situation),
        kind=choice(SafetyAgreementKind, kind) if kind else None,
        guarded_by=typed.people(desk, case_id, many(guarded_by)),
        until=typed.ahead(desk, until),
    )
    output.done(plans.add_line(desk, case_id, "safety_agreement", fields, plan))


@app.command("call", help=_("Who calls whom, in this order: fk safety call wulp Riet --who Lot"))
def call(
    ctx: typer.Context,
    case: CaseArg,
    whom: Annotated[
        str, typer.Argument(help=_("Who is called: a name."), autocompletion=completion.people)
    ],
    who: Who = None,
    when: Annotated[str | None, typer.Option("--when", help=_("At what, or at what time."))] = None,
    reach: Annotated[str | None, typer.Option("--reach", help=_("How to reach, in words."))] = None,
    first: Annotated[bool, typer.Option("--first", help=_("Before all others."))] = False,
    plan: PlanOpt = None,
) -> None:
    """Add who calls whom to the plan."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        calls=typed.people(desk, case_id, (whom,))[0],
        who=typed.people(desk, case_id, many(who)),
        when=typed.text(when),
        reach=typed.text(reach),
    )
    output.done(plans.add_line(desk, case_id, "call", fields, plan, first=first))


@app.command(
    "condition",
    help=_('What others ask: fk safety condition wulp "No shouting" --set-by GI, or --met v-3fd8p'),
)
def condition(
    ctx: typer.Context,
    case: CaseArg,
    what: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help=_("What must be so."))
    ] = None,
    set_by: Annotated[
        str | None, typer.Option("--set-by", metavar="NAME", help=_("Which organisation set it."))
    ] = None,
    met: Annotated[
        str | None, typer.Option("--met", metavar="ID", help=_("This condition is met."))
    ] = None,
    on: On = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help=_("To be met by this day."))
    ] = None,
    plan: PlanOpt = None,
) -> None:
    """Add a condition that others set, or note that one is met."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    if met is not None:
        output.done(plans.meet_condition(desk, case_id, met, day))
        return
    fields = given(what=typed.text(what), set_by=typed.text(set_by), on=day)
    fields |= given(until=typed.ahead(desk, until))
    output.done(plans.add_line(desk, case_id, "condition", fields, plan))


@app.command("guard", help=_("Who watch that the plan is kept: fk safety guard wulp Riet Henk"))
def guard(
    ctx: typer.Context,
    case: CaseArg,
    people: Annotated[
        list[str], typer.Argument(help=_("Who watch: names."), autocompletion=completion.people)
    ],
    plan: PlanOpt = None,
) -> None:
    """Add people who watch that the plan is kept."""
    desk, case_id = typed.family(ctx, case)
    wanted = typed.people(desk, case_id, many(people))
    output.done(plans.add_guards(desk, case_id, wanted, plan))


@app.command(
    "review",
    help=_('Look at it again: fk safety review wulp --on "1 jun", or --held --note "It works"'),
)
def review(
    ctx: typer.Context,
    case: CaseArg,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help=_("The day."))] = None,
    held: Annotated[bool, typer.Option("--held", help=_("It was held; today, or --on."))] = False,
    by: By = None,
    note: Annotated[str | None, typer.Option("--note", help=_("What came out of it."))] = None,
    again: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help=_("When to look again."))
    ] = None,
    plan: PlanOpt = None,
) -> None:
    """Plan a review of the plan, or note that it was held."""
    desk, case_id = typed.family(ctx, case)
    people, said = typed.people(desk, case_id, many(by)), typed.text(note)
    if held:
        fields = given(held_on=typed.back(desk, on), by=people, note=said)
        later = typed.ahead(desk, again)
        output.done(plans.hold_review(desk, case_id, fields, plan, later))
        return
    day = typed.ahead(desk, on or again)
    if day is None:
        raise WrongUse("field-empty", field="on")
    fields = given(planned_on=day, by=people, note=said)
    output.done(plans.add_line(desk, case_id, "review", fields, plan))


@app.command("agree", help=_("People agree with the plan: fk safety agree wulp --by Mila,Fenna"))
def agree(
    ctx: typer.Context,
    case: CaseArg,
    by: agreeing.By,
    plan: PlanOpt = None,
    no: agreeing.No = False,
    because: Because = None,
    on: On = None,
) -> None:
    """Note who agrees with the safety plan as it is now."""

    def which(now: Case) -> str:
        if plan:
            return str(find_record(now, plan, "safety_plan").record.id)
        return running_safety_plan(now, ctx.obj.desk.today).id

    agreeing.note(ctx, case, which, by, no, because, on)


@app.command("end", help=_("Decided together that it is safe enough: fk safety end wulp --by Mila"))
def end(
    ctx: typer.Context,
    case: CaseArg,
    by: Annotated[
        list[str], typer.Option("--by", metavar="NAME", help=_("Who decided it together: names."))
    ],
    on: On = None,
    because: Because = None,
    plan: PlanOpt = None,
) -> None:
    """End a plan by a decision together."""
    desk, case_id = typed.family(ctx, case)
    people = typed.people(desk, case_id, many(by))
    day, why = typed.back(desk, on), typed.text(because)
    output.done(plans.end_plan(desk, case_id, people, day, because=why, plan=plan))


@app.command(
    "drop", help=_("Take a line out of the plan; the history keeps it: fk safety drop wulp v-3fd8p")
)
def drop(
    ctx: typer.Context,
    case: CaseArg,
    record: Annotated[str, typer.Argument(metavar="ID", help=_("The line."))],
) -> None:
    """Take a line out of a plan."""
    desk, case_id = typed.family(ctx, case)
    output.done(plans.drop_line(desk, case_id, record))


@app.command(
    "scale",
    help=_('How safe is it, 0 to 10: fk safety scale wulp "7, with a star" --by Mila, or --list'),
    context_settings={"ignore_unknown_options": True},  # -1 is an answer that is refused
)
def scale(
    ctx: typer.Context,
    case: CaseArg,
    answer: Annotated[
        str | None,
        typer.Argument(metavar="[ANSWER]", help=_("0 to 10, or the answer as it was given.")),
    ] = None,
    by: Annotated[str | None, Name] = None,
    words: Annotated[
        str | None, typer.Option("--words", help=_("The answer in words, beside the figure."))
    ] = None,
    on: On = None,
    visible_to: VisibleTo = None,
    every: Annotated[bool, typer.Option("--list", help=_("Show all answers."))] = False,
    json: Json = False,
) -> None:
    """Note how safe somebody says it is, or show all answers."""
    if every:
        desk, loaded = typed.load(ctx, case)
        page.print_answers(loaded.case, desk.names(loaded.case), desk.today, json)
        return
    desk, case_id = typed.family(ctx, case)
    person = typed.people(desk, case_id, many([by or ""]))
    fields = scaling.read_answer(typed.text(answer) or "") | given(
        words=typed.text(words),
        by=person[0] if person else None,
        on=typed.back(desk, on),
        visible_to=typed.may_read(desk, case_id, many(visible_to)),
    )
    asked = typed.with_readers(desk, case_id, "scaling", fields | {"about": person})
    asked.pop("about")
    output.done(scaling.add_answer(desk, case_id, asked))
