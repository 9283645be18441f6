"""The verbs add, edit, end and list of a kind of record, made from its entry in `subjects`.

Each field of the record that people fill in becomes an option, typed and read as everywhere.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from inspect import Parameter, Signature
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer

from fktui.cli import completion, output, typed
from fktui.cli.options import All, At, Because, CaseArg, Json, Message, On, Set, subject_app
from fktui.model.case import KINDS
from fktui.model.integrity import PEOPLE_FIELDS
from fktui.model.record import Record
from fktui.model.text import clean
from fktui.usecases import entries
from fktui.usecases.desk import Desk
from fktui.usecases.fields import read_values, without_none
from fktui.usecases.subjects import SUBJECTS, Subject
from fktui.words.changes import say_value
from fktui.words.labels import field_label, label
from fktui.words.language import _

WhichArg = Annotated[str, typer.Argument(metavar="WHICH", help=_("Its id or how it begins."))]

_SHORT = {"active_from": "from", "goals": "goal", "started_on": "since", "links": "link"}
"""The options that are not called after their field."""


def record_app(kind: str, help_text: str, add_help: str, own: tuple[str, ...] = ()) -> typer.Typer:
    """The app of a subject with its verbs; what more it can do is added to it.

    Args:
        kind: a name in SUBJECTS.
        help_text: what it is about.
        add_help: of its first verb, with an example.
        own: the verbs that the subject says in its own way, and so are left out.
    """
    subject = SUBJECTS[kind]
    app = subject_app(help_text)
    add = _with_options(_add, subject, opening=True)
    app.command("add", help=add_help)(add)
    edit = _with_options(_edit, subject, opening=False)
    app.command("edit", help=_("Change one, by its id or how it begins."))(edit)
    if subject.last:
        ended = _("One no longer holds; it stays in the record.")
        app.command("end", help=ended)(_bound(_end, subject))
    if "list" not in own:
        listed = _("List what there is; --all also what has ended.")
        app.command("list", help=listed)(_bound(_list, subject))
    return app


def _add(ctx: typer.Context, subject: Subject, case: str, what: str, given: Any) -> None:
    desk, case_id = typed.family(ctx, case)
    fields = {subject.opening: typed.text(what)} | _read(desk, case_id, subject, given)
    fields = typed.with_readers(desk, case_id, subject.kind, fields)
    output.done(entries.add_entry(desk, case_id, subject, fields))


def _edit(ctx: typer.Context, subject: Subject, case: str, what: str, given: Any) -> None:
    desk, case_id = typed.family(ctx, case)
    reason = given.pop("message", "")
    fields = _read(desk, case_id, subject, given)
    output.done(entries.edit_entry(desk, case_id, subject, what, fields, reason=reason))


def _end(
    ctx: typer.Context,
    subject: Subject,
    case: CaseArg,
    what: WhichArg,
    on: On = None,
    because: Because = None,
) -> None:
    desk, case_id = typed.family(ctx, case)
    day = typed.back(desk, on)
    output.done(entries.end_entry(desk, case_id, subject, what, day, because=typed.text(because)))


def _list(
    ctx: typer.Context,
    subject: Subject,
    case: CaseArg,
    everything: All = False,
    at: At = None,
    json: Json = False,
) -> None:
    desk, loaded = typed.load(ctx, case, at)
    day = None if everything else typed.back(desk, at)
    found = entries.entries(loaded.case, subject, day)
    if json:
        output.as_json(KINDS[subject.kind].path[-1], found)
        return
    names = desk.names(loaded.case)
    print_records(subject.columns, found, names)
    typed.tell_statements(loaded.case, (one.id for one in found), names)


def _read(desk: Desk, case_id: str, subject: Subject, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were typed, as values of the fields."""
    texts = as_texts(given)
    record = KINDS[subject.kind].type
    fields = read_values(desk, typed.known(desk, case_id), record, texts) if texts else {}
    return fields | typed.other_fields(desk, case_id, record, given.get("settings"))


def as_texts(given: Mapping[str, Any]) -> dict[str, str]:
    """What was typed for each field, cleaned; of an option that was repeated all with commas."""
    return {
        name: clean(", ".join(value) if isinstance(value, list) else str(value)).strip()
        for name, value in given.items()
        if value is not None and name != "settings"
    }


def print_records(columns: tuple[str, ...], found: Iterable[Any], names: Mapping[str, str]) -> None:
    """A table of records, with names for ids."""
    headers = ("", *(field_label(name).capitalize() for name in columns))
    rows = [(one.id, *(say_value(getattr(one, name), names) for name in columns)) for one in found]
    output.table(headers, rows)


def _with_options(verb: Callable[..., None], subject: Subject, *, opening: bool) -> Any:
    """The verb with an option for each field, as Typer reads it from a signature."""
    said = field_label(subject.opening).capitalize() + "."
    what = Annotated[str, typer.Argument(metavar="TEXT", help=said)] if opening else WhichArg
    parameters = [
        parameter("ctx", typer.Context),
        parameter("case", CaseArg),
        parameter("which", what),
    ]
    names = subject.fields if opening else (subject.opening, *subject.fields)
    parameters += options_of(KINDS[subject.kind].type, names)
    if not opening:
        parameters.append(parameter("message", Message, ""))

    def command(ctx: typer.Context, case: str, which: str, **given: Any) -> None:
        verb(ctx, subject, case, which, given)

    return signed(command, parameters)


def _bound(verb: Callable[..., None], subject: Subject) -> Any:
    """The verb without its parameter `subject`."""
    signature = Signature.from_callable(verb, eval_str=True)
    parameters = [one for one in signature.parameters.values() if one.name != "subject"]

    def command(ctx: typer.Context, **given: Any) -> None:
        verb(ctx, subject, **given)

    return signed(command, parameters)


def signed(command: Any, parameters: list[Parameter]) -> Any:
    """The command as Typer reads it: with these parameters for its own."""
    command.__signature__ = Signature(parameters)
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


def parameter(name: str, annotation: Any, default: Any = Parameter.empty) -> Parameter:
    """A parameter of a command; without a default it must be typed."""
    kind = Parameter.POSITIONAL_OR_KEYWORD
    return Parameter(name, kind, default=default, annotation=annotation)


def options_of(record: type[Record], names: Iterable[str]) -> list[Parameter]:
    """An option for each of these fields of a record, and one for all other fields."""
    hints = get_type_hints(record, include_extras=True)
    return [*(_option_of(name, hints[name]) for name in names), parameter("settings", Set, None)]


def _option_of(name: str, wanted: Any) -> Parameter:
    """The option for a field of a record, by the type of the field."""
    wanted, _optional = without_none(wanted)
    flag = f"--{_SHORT.get(name, name).replace('_', '-')}"
    said = field_label(name).capitalize() + _choices(wanted)
    if wanted is bool:
        switch = typer.Option(f"{flag}/--no-{flag[2:]}", help=said)
        return parameter(name, Annotated[bool | None, switch], None)
    complete = completion.people if name in PEOPLE_FIELDS else None
    option = typer.Option(flag, metavar=_metavar(name, wanted), help=said, autocompletion=complete)
    many = get_origin(wanted) is tuple
    return parameter(name, Annotated[list[str] | None if many else str | None, option], None)


def _choices(wanted: Any) -> str:
    """The values of an enum, for the help."""
    inner = get_args(wanted)[0] if get_origin(wanted) is tuple else wanted
    if isinstance(inner, type) and issubclass(inner, Enum):
        return ": " + ", ".join(map(_choice, inner))
    return ""


def _choice(member: Enum) -> str:
    """A value as it is typed, with its word where that tells more."""
    said = label(member)
    plain = str(member.value).replace("_", " ")
    return str(member.value) if said == plain else f"{member.value} ({said})"


def _metavar(name: str, wanted: Any) -> str:
    inner = get_args(wanted)[0] if get_origin(wanted) in (tuple, Annotated) else wanted
    if isinstance(inner, type) and issubclass(inner, (Enum, Record)):
        return "CHOICE"
    if name in PEOPLE_FIELDS:
        return "NAMES"
    return {int: "NUMBER", float: "NUMBER", str: "TEXT"}.get(inner, "DATE")
