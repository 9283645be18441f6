"""`--set key=value`: any field of a record, typed as people type.

The kind of the field decides what the text means: a day, a choice, a list, a person by name. An
empty value clears the field.
"""

import types
from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from fktui.errors import WrongUse
from fktui.model.case import Case
from fktui.model.integrity import COLLEAGUE_FIELDS, PEOPLE_FIELDS
from fktui.model.record import Record
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_colleague, find_people, find_record
from fktui.words.dates import Look, parse_day
from fktui.words.labels import label
from fktui.words.language import in_every_language

_FIXED = frozenset(("id", "format"))
"""What only the program may write."""
_GROUPS = ("family", "team")
"""Who may read, besides people by name."""
_YES = frozenset(("true", "yes", "ja", "j", "y"))
_NO = frozenset(("false", "no", "nee", "n"))


def read_fields(
    desk: Desk, case: Case, kind: type[Record], settings: Iterable[str]
) -> dict[str, Any]:
    """Values by field from `key=value` texts.

    Raises:
        WrongUse: no such field, or the value does not fit it.
    """
    hints = get_type_hints(kind, include_extras=True)
    values: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        name = name.strip().replace("-", "_")
        if not equals:
            raise WrongUse("set-without-value", given=setting)
        if name not in hints or name in _FIXED:
            raise WrongUse("unknown-field", field=name, known=", ".join(hints))
        values[name] = _value(desk, case, name, hints[name], text.strip())
    return values


def _value(desk: Desk, case: Case, name: str, wanted: Any, text: str) -> Any:
    wanted, optional = _without_none(wanted)
    if get_origin(wanted) is tuple:
        return _list(desk, case, name, get_args(wanted)[0], text)
    if not text and optional:
        return None
    if name in COLLEAGUE_FIELDS:
        return find_colleague(desk, text)
    if name in PEOPLE_FIELDS and wanted is str:
        return find_people(case, (text,), desk.colleagues)[0]
    return _single(desk, name, wanted, text)


def _list(desk: Desk, case: Case, name: str, item: Any, text: str) -> tuple[Any, ...]:
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    if name == "goals":
        return tuple(find_record(case, part, "goal").record.id for part in parts)
    if name in PEOPLE_FIELDS:
        groups = tuple(part for part in parts if name == "visible_to" and part in _GROUPS)
        people = (part for part in parts if part not in groups)
        return (*groups, *find_people(case, people, desk.colleagues))
    return tuple(_single(desk, name, item, part) for part in parts)


def _single(desk: Desk, name: str, wanted: Any, text: str) -> Any:
    bare = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
    if bare is date:
        return parse_day(text, desk.today, Look.NEAREST)
    if bare is bool:
        return _yes_or_no(name, text)
    if bare in (int, float):
        return _number(name, bare, text)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return choice(bare, text)
    if isinstance(bare, type) and issubclass(bare, Record):
        raise WrongUse("field-of-fields", field=name)
    if not text:
        raise WrongUse("field-empty", field=name)
    return text


def choice(kind: type[Enum], text: str) -> Any:
    """The value of an enum that is meant: its own name, its label, or a unique beginning of one.

    Raises:
        WrongUse: none or more than one fits; the fact `allowed` names them all.
    """
    wanted = text.casefold().strip()
    names = {
        member: (member.value, *(said.casefold() for said in in_every_language(label, member)))
        for member in kind
    }
    plain = wanted.replace("-", "_").replace(" ", "_")
    exact = [m for m, (value, *said) in names.items() if plain == value or wanted in said]
    begun = [
        m
        for m, (value, *said) in names.items()
        if value.startswith(plain) or any(one.startswith(wanted) for one in said)
    ]
    fitting = exact or begun
    if wanted and len(fitting) == 1:
        return fitting[0]
    allowed = ", ".join(f"{member.value} ({label(member)})" for member in kind)
    raise WrongUse("wrong-choice", given=text, allowed=allowed)


def _yes_or_no(name: str, text: str) -> bool:
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise WrongUse("wrong-yes-no", field=name, given=text)


def _number(name: str, bare: Any, text: str) -> Any:
    try:
        return bare(text.replace(",", "."))
    except ValueError as error:
        raise WrongUse("wrong-number", field=name, given=text) from error


def _without_none(wanted: Any) -> tuple[Any, bool]:
    if get_origin(wanted) in (Union, types.UnionType):
        return next(part for part in get_args(wanted) if part is not type(None)), True
    return wanted, False
