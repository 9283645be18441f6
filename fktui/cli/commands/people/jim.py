"""`fk jim`: a youth's own mentor, from the first name to the end."""

from datetime import date
from typing import Annotated, Any

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import (
    All,
    At,
    Because,
    CaseArg,
    Json,
    Message,
    NetworkArg,
    Note,
    On,
    given,
    many,
    subject_app,
)
from fktui.method.around.jim import step_now
from fktui.model.case import Case
from fktui.model.network import Jim, JimPhase, ParentalView, Sector, Willing
from fktui.usecases.fields import choice
from fktui.usecases.people import jim
from fktui.usecases.people.jim import readable
from fktui.words.language import _
from fktui.words.people.jim import parents_to_ask, say_way, without_a_way

app = subject_app(_("A youth's own mentor (JIM): named, chosen, asked, agreed with."))

YouthArg = Annotated[
    str,
    typer.Argument(
        metavar="YOUTH", help=_("Whose mentor it is."), autocompletion=completion.people
    ),
]
ParentArg = Annotated[
    str,
    typer.Argument(
        metavar="PARENT", help=_("Who says so: id or name."), autocompletion=completion.people
    ),
]


@app.command("show", help=_("How far it is with each youth: fk jim show koolmees"))
def show(
    ctx: typer.Context, case: CaseArg, every: All = False, at: At = None, json: Json = False
) -> None:
    """How far it is with each youth, and who has not been asked yet."""
    desk, loaded = typed.load(ctx, case, at)
    day = typed.back(desk, at)
    ways = [one for one in loaded.case.network.jims if every or one.until is None]
    if json:
        output.as_json("jims", [_data(loaded.case, one, day) for one in ways])
        return
    names = desk.names(loaded.case)
    for way in ways:
        output.heading(names.get(way.youth, way.youth))
        for name, said in say_way(loaded.case, way, names | readable(desk, way), day):
            output.line(f"  {name}: {said}")
    without = list(without_a_way(loaded.case, day))
    for _youth, name, said in without:
        output.heading(name)
        output.line(f"  {said}")
    if not ways and not without:
        output.line(_("Nothing runs with a JIM now; --all also shows what has ended."))


@app.command(
    "candidate", help=_('Who it could be: fk jim candidate koolmees Jaylen Glenn --because "…"')
)
def candidate(
    ctx: typer.Context,
    case: CaseArg,
    youth: YouthArg,
    person: NetworkArg,
    on: On = None,
    because: Because = None,
    sector: Annotated[
        str | None,
        typer.Option("--sector", help=_("For somebody not on the map yet: in which sector.")),
    ] = None,
    ring: Annotated[
        int | None,
        typer.Option("--ring", min=1, max=3, help=_("How close, with --sector; else 2 familiar.")),
    ] = None,
) -> None:
    """Note whom a youth thinks of."""
    desk, case_id = typed.family(ctx, case)
    to = choice(Sector, sector) if sector else None
    fields = given(reason=typed.text(because), sector=to, ring=ring)
    name, day = typed.text(person) or "", typed.back(desk, on)
    output.done(jim.name_candidate(desk, case_id, youth, name, on=day, fields=fields))


@app.command("choose", help=_("Whom the youth chose: fk jim choose koolmees Jaylen Glenn"))
def choose(
    ctx: typer.Context, case: CaseArg, youth: YouthArg, person: NetworkArg, on: On = None
) -> None:
    """Note whom a youth chose."""
    desk, case_id = typed.family(ctx, case)
    output.done(jim.choose(desk, case_id, youth, person, typed.back(desk, on)))


@app.command("ask", help=_("The chosen one was asked: fk jim ask koolmees Jaylen --on fri"))
def ask(ctx: typer.Context, case: CaseArg, youth: YouthArg, on: On = None) -> None:
    """Note that the chosen one was asked."""
    desk, case_id = typed.family(ctx, case)
    output.done(jim.ask(desk, case_id, youth, typed.back(desk, on)))


@app.command("answer", help=_("What the chosen one says: fk jim answer koolmees Jaylen yes"))
def answer(
    ctx: typer.Context,
    case: CaseArg,
    youth: YouthArg,
    said: Annotated[str, typer.Argument(metavar="ANSWER", help=_("yes, no or later."))],
    on: On = None,
) -> None:
    """Note what the chosen one answered; with a yes it stands on the map."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(jim.answer(desk, case_id, youth, choice(Willing, said), day))


@app.command(
    "parent", help=_("What a parent says to it: fk jim parent koolmees Jaylen Ruben grudging")
)
def parent(
    ctx: typer.Context,
    case: CaseArg,
    youth: YouthArg,
    parent: ParentArg,
    said: Annotated[
        str, typer.Argument(metavar="ANSWER", help=_("yes, grudging (counts as yes) or no."))
    ],
    on: On = None,
    note: Note = None,
) -> None:
    """Note what a parent thinks of the JIM."""
    desk, case_id = typed.family(ctx, case)
    fields: dict[str, Any] = {"on": typed.back(desk, on)} | given(note=typed.text(note))
    view = choice(ParentalView, said)
    output.done(jim.parent_says(desk, case_id, youth, parent, said=view, fields=fields))


@app.command("step", help=_("Which step began: fk jim step koolmees Jaylen what"))
def step(
    ctx: typer.Context,
    case: CaseArg,
    youth: YouthArg,
    phase: Annotated[str, typer.Argument(metavar="STEP", help=_("who, what, how or adaptivity."))],
    on: On = None,
    note: Note = None,
) -> None:
    """Note that a step with the JIM began."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    now = choice(JimPhase, phase)
    output.done(jim.begin_step(desk, case_id, youth, now, on=day, note=typed.text(note) or ""))


@app.command(
    "edit",
    help=_('What the JIM may read, and does: fk jim edit koolmees Jaylen --agreements "Sundays"'),
)
def edit(
    ctx: typer.Context,
    case: CaseArg,
    youth: YouthArg,
    may_see: Annotated[
        list[str] | None,
        typer.Option("--may-see", help=_("plan, contacts, or templates; empty for nothing.")),
    ] = None,
    agreements: Annotated[
        str | None, typer.Option("--agreements", help=_("What for, what not, how often."))
    ] = None,
    reach: Annotated[
        str | None, typer.Option("--reach", help=_("How to reach when it goes wrong."))
    ] = None,
    note: Note = None,
    message: Message = "",
) -> None:
    """Change what was agreed with the JIM."""
    desk, case_id = typed.family(ctx, case)
    texts = {"agreements": agreements, "reach": reach, "note": note}
    fields: dict[str, Any] = {
        name: typed.text(said) or None for name, said in texts.items() if said is not None
    }
    if may_see is not None:
        fields["may_see"] = many(may_see)
    output.done(jim.edit_jim(desk, case_id, youth, fields, message))


@app.command("end", help=_('It ends, and is kept: fk jim end koolmees Jaylen --because "moved"'))
def end(
    ctx: typer.Context, case: CaseArg, youth: YouthArg, on: On = None, because: Because = None
) -> None:
    """The JIM's part ends, or the way to one."""
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(jim.end_jim(desk, case_id, youth, day, typed.text(because)))


def _data(case: Case, way: Jim, day: date) -> dict[str, Any]:
    now = step_now(way)
    return {"jim": way, "step": now and now.phase, "parents_to_ask": parents_to_ask(case, way, day)}
