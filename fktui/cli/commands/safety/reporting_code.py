"""`fk reporting-code`: the five steps of the reporting code, for the team only."""

from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.commands.safety import page
from fktui.cli.options import At, CaseArg, Json, On, Who, given, many, subject_app
from fktui.model.safety import CodeOutcome, CodeStepKind, Weighing
from fktui.usecases.fields import choice
from fktui.usecases.safety import reporting_code as usecase
from fktui.words.language import _

app = subject_app(_("The reporting code, step by step; only the team reads it."))

PathOpt = Annotated[
    str | None,
    typer.Option("--path", metavar="ID", help=_("Which one, when more than one is open.")),
]


@app.command("open", help=_("Begin with it: fk reporting-code open wulp --about Tibbe"))
def open_path(
    ctx: typer.Context,
    case: CaseArg,
    about: Annotated[
        list[str], typer.Option("--about", metavar="NAME", help=_("Which child: names or ids."))
    ],
    concerns: Annotated[
        list[str] | None,
        typer.Option("--concerns", metavar="NAME", help=_("Whose acts are looked into.")),
    ] = None,
    on: On = None,
) -> None:
    """Open a path through the reporting code."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        about=typed.people(desk, case_id, many(about)),
        concerns=typed.people(desk, case_id, many(concerns)),
        opened_on=typed.back(desk, on),
    )
    output.done(usecase.open_path(desk, case_id, fields))


@app.command(
    "step",
    help=_('Note a step: fk reporting-code step wulp weigh "No doubt is left" --no-suspicion'),
)
def step(
    ctx: typer.Context,
    case: CaseArg,
    kind: Annotated[
        str,
        typer.Argument(metavar="STEP", help=_("signals, consult, talk, weigh or decide.")),
    ],
    text: Annotated[str, typer.Argument(help=_("What was done and found: facts; - reads it."))],
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="NAME", help=_("Which colleagues; else you.")),
    ] = None,
    who: Who = None,
    on: On = None,
    decision: Annotated[
        str | None, typer.Option("--decision", help=_("What was decided, in words."))
    ] = None,
    suspicion: Annotated[
        bool | None,
        typer.Option("--suspicion/--no-suspicion", help=_("Is a suspicion left?")),
    ] = None,
    unsafe: Annotated[
        bool | None,
        typer.Option("--unsafe/--no-unsafe", help=_("Acute or structural unsafety?")),
    ] = None,
    can_help: Annotated[
        bool | None,
        typer.Option("--can-help/--no-can-help", help=_("Can we offer or organise help?")),
    ] = None,
    accepted: Annotated[
        bool | None,
        typer.Option("--accepted/--no-accepted", help=_("Do those concerned accept it?")),
    ] = None,
    gives_result: Annotated[
        bool | None,
        typer.Option("--gives-result/--no-gives-result", help=_("Does it work in time?")),
    ] = None,
    path: PathOpt = None,
) -> None:
    """Note a step of the reporting code."""
    desk, case_id = typed.family(ctx, case)
    weighed = Weighing(
        suspicion=suspicion,
        unsafe=unsafe,
        can_help=can_help,
        accepted=accepted,
        gives_result=gives_result,
    )
    fields = given(
        step=choice(CodeStepKind, kind),
        text=typed.long_text(text),
        by=typed.colleagues(desk, many(by)),
        who=typed.people(desk, case_id, many(who)),
        on=typed.back(desk, on),
        decision=typed.text(decision),
        weighing=weighed if weighed != Weighing() else None,
    )
    output.done(usecase.add_step(desk, case_id, fields, path))


@app.command("close", help=_("What came of it: fk reporting-code close wulp no_suspicion"))
def close(
    ctx: typer.Context,
    case: CaseArg,
    outcome: Annotated[
        str, typer.Argument(metavar="OUTCOME", help=_("no_suspicion, help or reported."))
    ],
    on: On = None,
    path: PathOpt = None,
) -> None:
    """Close a path with what came of it."""
    desk, case_id = typed.family(ctx, case)
    what, day = choice(CodeOutcome, outcome), typed.back(desk, on)
    output.done(usecase.close_path(desk, case_id, what, day, path))


@app.command("show", help=_("The steps that were taken, and the next: fk reporting-code show wulp"))
def show(
    ctx: typer.Context, case: CaseArg, path: PathOpt = None, at: At = None, json: Json = False
) -> None:
    """All paths of a family, or the one that is named."""
    desk, loaded = typed.load(ctx, case, at)
    found = loaded.case.safety.reporting_code
    if path is not None:
        found = (usecase.find_path(loaded.case, path),)
    if json:
        output.as_json("reporting-code", found)
        return
    if not found:
        output.say(_("The reporting code was not used here."))
    names = desk.names(loaded.case)
    for one in found:
        for block in page.code_blocks(one, names):
            page.print_block(block)
