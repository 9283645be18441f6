"""`fk future`: the family's own words for the future plan, and who agrees with it."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from fktui.cli import agreeing, completion, output, typed
from fktui.cli.agreeing import No
from fktui.cli.options import (
    At,
    Because,
    CaseArg,
    Json,
    Message,
    On,
    Set,
    Who,
    given,
    many,
    subject_app,
)
from fktui.method.agreed import FUTURE_PLAN, Stance, Standing, standing
from fktui.model.case import Case
from fktui.model.plan import FutureEntry, FutureSection
from fktui.usecases.fields import choice
from fktui.usecases.plan import future
from fktui.usecases.records import edit_record
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.recipients import say_recipient
from fktui.words.time.say_dates import say_day

app = subject_app(_("The family's own words for the future plan."))

SectionArg = Annotated[
    str, typer.Argument(metavar="SECTION", help=_("proud, green, orange, red, ourselves, …"))
]
EntryArg = Annotated[
    str, typer.Argument(metavar="LINE", help=_("The line: its id or how it begins."))
]
Text = Annotated[str, typer.Argument(help=_("In the family's words."))]
About = Annotated[list[str] | None, typer.Option("--about", help=_("About whom: names."))]


@app.command("add", help=_('Add a line: fk future add koolmees proud "Jaylen sleeps again"'))
def add(
    ctx: typer.Context,
    case: CaseArg,
    section: SectionArg,
    text: Text,
    who: Who = None,
    about: About = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help=_("When, for a moment ahead."))
    ] = None,
    settings: Set = None,
) -> None:
    """Add a line to a section of the future plan."""
    desk, case_id = typed.family(ctx, case)
    fields = given(
        section=choice(FutureSection, section),
        text=typed.long_text(text),
        who=typed.people(desk, case_id, many(who)),
        about=typed.around(desk, case_id, many(about)),
        on=typed.ahead(desk, on),
    )
    others = typed.other_fields(desk, case_id, FutureEntry, settings)
    output.done(future.add_entry(desk, case_id, fields | others))


@app.command("edit", help=_('Change a line: fk future edit koolmees u-3fd8p --text "…"'))
def edit(
    ctx: typer.Context,
    case: CaseArg,
    entry: EntryArg,
    text: Annotated[str, typer.Option("--text", help=_("In the family's words."))] = "",
    settings: Set = None,
    message: Message = "",
) -> None:
    """Change a line of the future plan."""
    desk, case_id = typed.family(ctx, case)
    fields = given(text=typed.long_text(text))
    fields |= typed.other_fields(desk, case_id, FutureEntry, settings)
    output.done(edit_record(desk, case_id, entry, ("future",), fields, reason=message))


@app.command(
    "drop", help=_("Take a line out; fk undo brings it back: fk future drop koolmees u-3f")
)
def drop(ctx: typer.Context, case: CaseArg, entry: EntryArg) -> None:
    """Take a line out of the future plan."""
    desk, case_id = typed.family(ctx, case)
    output.done(future.drop_entry(desk, case_id, entry))


@app.command("agree", help=_("Somebody agrees: fk future agree koolmees Mila, or --no --because …"))
def agree(
    ctx: typer.Context,
    case: CaseArg,
    people: Annotated[
        list[str],
        typer.Argument(
            metavar="PERSON…",
            help=_("Who say so: names or roles."),
            autocompletion=completion.people,
        ),
    ],
    no: No = False,
    because: Because = None,
    on: On = None,
) -> None:
    """Note whether people agree with the future plan."""
    agreeing.note(ctx, case, FUTURE_PLAN, people, no, because, on)


@app.command("list", help=_("The plan by section, with what is still empty."))
def list_entries(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The future plan by section."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        output.as_json("future-plan", loaded.case.plan.future_plan)
        return
    names = desk.names(loaded.case)
    for section, entries in future.sections(loaded.case):
        output.heading(label(section))
        for text in _entries(entries, names):
            output.line(f"  {text}")
    output.heading(_("Who agrees"))
    for text in _assents(loaded.case, names, typed.back(desk, at)):
        output.line(f"  {text}")


def _entries(entries: Iterable[FutureEntry], names: dict[str, str]) -> list[str]:
    lines = []
    for entry in entries:
        people = f" ({listed(entry.who, names)})" if entry.who else ""
        day = f" {say_day(entry.on)}" if entry.on else ""
        first, *rest = entry.text.splitlines()
        lines += [f"{entry.id}  {first}{people}{day}", *(f"         {line}" for line in rest)]
    return lines or [_("(still empty)")]


def _assents(case: Case, names: dict[str, str], on: date) -> list[str]:
    """What each said, then who has not been asked."""
    found = sorted(standing(case, FUTURE_PLAN, on), key=lambda one: one.assent is None)
    return [_said(one, names) for one in found]


def _said(one: Standing, names: dict[str, str]) -> str:
    name, said = say_recipient(one.person, names), one.assent
    if said is None:
        return _("{name} has not said yet").format(name=name)
    text = _("{name} agrees, {day}") if said.agrees else _("{name} does not agree, {day}")
    because = f": {said.because}" if said.because else ""
    changed = f" ({label(one.stance)})" if one.stance is Stance.TO_DISCUSS else ""
    return text.format(name=name, day=say_day(said.on)) + because + changed
