"""The verbs add, edit, end and list of a kind of record of the team's own files.

As `record_verbs` does for families; here there is no family to name.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, get_type_hints

import typer

from fktui.cli import output, typed
from fktui.cli.options import All, Json, Message, On, Set
from fktui.cli.record_verbs import option_of, parameter, signed
from fktui.model.case import Case
from fktui.model.stored import SavedTeam
from fktui.model.team import TEAM_KINDS
from fktui.model.text import clean
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_fields, read_values
from fktui.usecases.team import reading, records
from fktui.words.changes import say_value
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
    parameters += _options(kind, about.fields)
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
    parameters += _options(kind, (about.opening, *about.fields))
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
    columns, names = records.SUBJECTS[kind].columns, desk.list_names()
    headers = ("", *(field_label(name).capitalize() for name in columns))
    say = partial(say_value, names=names)
    output.table(headers, [(r.id, *(say(getattr(r, name)) for name in columns)) for r in found])


def read(desk: Desk, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as values of the fields."""
    record = TEAM_KINDS[kind].type
    texts = {
        name: clean(", ".join(value) if isinstance(value, list) else str(value)).strip()
        for name, value in given.items()
        if value is not None and name != "settings"
    }
    fields = read_values(desk, _NO_FAMILY, record, texts)
    settings = typed.cleaned(given.get("settings"))
    return fields | read_fields(desk, _NO_FAMILY, record, settings)


WhichArg = Annotated[str, typer.Argument(metavar="WHICH", help=_("Its id or how it begins."))]


def _options(kind: str, names: tuple[str, ...]) -> list[Any]:
    hints = get_type_hints(TEAM_KINDS[kind].type, include_extras=True)
    return [*(option_of(name, hints[name]) for name in names), parameter("settings", Set, None)]
