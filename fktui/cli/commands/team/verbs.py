"""The verbs add, edit, end and list of a kind of record of the team's own files.

As `record_verbs` does for families; here there is no family to name.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from fktui.cli import output, typed
from fktui.cli.options import All, Json, Message, On
from fktui.cli.record_verbs import (
    WhichArg,
    as_texts,
    options_of,
    parameter,
    print_records,
    signed,
)
from fktui.model.case import Case
from fktui.model.stored import SavedTeam
from fktui.model.team import TEAM_KINDS
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_fields, read_values
from fktui.usecases.team import reading, records
from fktui.words.labels import field_label
from fktui.words.language import _

Add = Callable[[Desk, Mapping[str, Any]], SavedTeam]

_NO_FAMILY = Case(trajectory=Trajectory(format=FORMAT, id="", name=""))
"""The team's records name nobody of a family."""

_READ = {
    "colleague": reading.team,
    "principle": reading.principles,
    "service": reading.community,
    "organisation": reading.organisations,
    "study": reading.research,
    "team_measure": reading.research,
}
"""What is read, and refused when it is broken, before a kind is listed."""


def done(saved: SavedTeam) -> None:
    """After a write: the id to standard output, what changed to standard error."""
    output.line(saved.act.record or "team")
    output.say(saved.act.subject)


def add_verb(
    app: typer.Typer, kind: str, example: str, add: Add | None = None, name: str = "add"
) -> None:
    """Give an app the verb that adds a record of this kind, by `add` when it asks for more."""
    about = records.SUBJECTS[kind]
    said = field_label(about.opening).capitalize() + "."
    what = Annotated[str, typer.Argument(metavar=about.opening.upper(), help=said)]
    keep: Add = add or (lambda desk, fields: records.add(desk, kind, fields))

    def command(ctx: typer.Context, which: str, **given: Any) -> None:
        desk: Desk = ctx.obj.desk
        done(keep(desk, read(desk, kind, {about.opening: which, **given})))

    parameters = [parameter("ctx", typer.Context), parameter("which", what)]
    parameters += options_of(TEAM_KINDS[kind].type, about.fields)
    app.command(name, help=_("Add one: {example}").format(example=example))(
        signed(command, parameters)
    )


def edit_verb(app: typer.Typer, kind: str, name: str = "edit") -> None:
    """Give an app the verb that changes a record of this kind."""
    about = records.SUBJECTS[kind]

    def command(ctx: typer.Context, which: str, message: str, **given: Any) -> None:
        desk: Desk = ctx.obj.desk
        done(records.edit(desk, kind, which, read(desk, kind, given), message))

    parameters = [parameter("ctx", typer.Context), parameter("which", WhichArg)]
    parameters += options_of(TEAM_KINDS[kind].type, (about.opening, *about.fields))
    parameters.append(parameter("message", Message, ""))
    app.command(name, help=_("Change one: its name, and what is different."))(
        signed(command, parameters)
    )


def end_verb(app: typer.Typer, kind: str, name: str = "end") -> None:
    """Give an app the verb that ends a record of this kind."""

    def command(ctx: typer.Context, which: WhichArg, on: On = None) -> None:
        desk: Desk = ctx.obj.desk
        done(records.end(desk, kind, which, typed.back(desk, on)))

    app.command(name, help=_("One no longer holds; it stays in the list."))(command)


def list_verb(app: typer.Typer, kind: str, name: str = "list") -> None:
    """Give an app the verb that lists the records of this kind."""

    def command(ctx: typer.Context, every: All = False, json: Json = False) -> None:
        desk: Desk = ctx.obj.desk
        found = listed(desk, kind, every=every)
        if json:
            output.as_json(TEAM_KINDS[kind].path[1], found)
        else:
            show(desk, kind, found)

    app.command(name, help=_("All that there are; what ended too with --all."))(command)


def directory_app(app: typer.Typer, kind: str, example: str) -> typer.Typer:
    """Give an app all four verbs."""
    list_verb(app, kind)
    add_verb(app, kind, example)
    edit_verb(app, kind)
    end_verb(app, kind)
    return app


def listed(desk: Desk, kind: str, *, every: bool) -> tuple[Any, ...]:
    """The records of a kind; those that ended too when `every` is said.

    Raises:
        Unreadable: their file is broken.
    """
    _READ[kind](desk)
    return records.entries(desk.team.folder, kind, None if every else desk.today)


def show(desk: Desk, kind: str, found: tuple[Any, ...]) -> None:
    """A table of records, with names for ids."""
    print_records(records.SUBJECTS[kind].columns, found, desk.list_names())


def read(desk: Desk, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as values of the fields."""
    record = TEAM_KINDS[kind].type
    fields = read_values(desk, _NO_FAMILY, record, as_texts(given))
    settings = typed.cleaned(given.get("settings"))
    return fields | read_fields(desk, _NO_FAMILY, record, settings)
