"""Any field of a record, typed as people type: `--about Mila`, or `--set about=Mila`.

The kind of the field decides what the text means: a day, a choice, a list, a person by name. An
empty value clears the field.
"""

import types
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from fktui.errors import WrongUse
from fktui.model.case import Case
from fktui.model.integrity import COLLEAGUE_FIELDS, PEOPLE_FIELDS
from fktui.model.knowledge import Organisation
from fktui.model.network import RoleAgreement
from fktui.model.record import PartialDate, Record, TimeOfDay
from fktui.model.team import Colleague
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_colleague, find_in_team, find_people, find_record
from fktui.usecases.people.consent import find_receiver
from fktui.words.labels import field_label, label
from fktui.words.language import in_every_language
from fktui.words.time.clock import parse_time
from fktui.words.time.dates import Look, parse_day, parse_partial

_FIXED = frozenset(("id", "format"))
"""What only the program may write."""
_GROUPS = {"team": "team", "family": "family", "gezin": "family"}
"""Who may read, besides people by name, from what is typed in both languages."""
_RECORDS: dict[str, tuple[str, ...]] = {
    "entry": (),
    "goal": ("goal",),
    "goals": ("goal",),
    "links": ("worry", "stressor"),
    "meeting": ("meeting",),
    "parent": ("goal",),
    "safety_plan": ("safety_plan",),
    "step": ("step",),
}
"""The fields that name other records of the case, with the kinds that they may be of."""
_OF_THE_TEAM = {"principles": "principle", "service": "service", "study": "study"}
"""The fields that name something in the lists of the team, with its kind."""
_PAST = frozenset(
    (
        *("answered_on", "asked_on", "checked_on", "chosen_on", "consented_on", "done"),
        *("ended_on", "given_on", "held_on", "made_on", "met_on", "on", "opened_on"),
        *("outdated_on", "since", "started_on", "withdrawn_on"),
    )
)
"""Days that have been; a day without a year is looked for before today."""
_FUTURE = frozenset(("destroy_on", "due", "planned_on", "target_on", "until"))
"""Days to come."""
_YES = frozenset(("true", "yes", "ja", "j", "y"))
_NO = frozenset(("false", "no", "nee", "n"))


def read_fields(
    desk: Desk, case: Case, kind: type[Record], settings: Iterable[str]
) -> dict[str, Any]:
    """Values by field from `key=value` texts.

    Raises:
        WrongUse: no such field, or the value does not fit it.
    """
    values: dict[str, Any] = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise WrongUse("set-without-value", given=setting)
        name = name.strip().replace("-", "_")
        values |= read_values(desk, case, kind, {name: text.strip()})
    return values


def read_values(
    desk: Desk, case: Case, kind: type[Record], typed: Mapping[str, str]
) -> dict[str, Any]:
    """Values by field from what was typed for each.

    Raises:
        WrongUse: no such field, or the value does not fit it.
    """
    hints = get_type_hints(kind, include_extras=True)
    for name in typed:
        if name not in hints or name in _FIXED:
            raise WrongUse("unknown-field", field=name, known=", ".join(hints))
    return {
        name: _parties(desk, case, text)
        if (kind, name) == (RoleAgreement, "who")
        else _value(desk, case, name, hints[name], text)
        for name, text in typed.items()
    }


def _value(desk: Desk, case: Case, name: str, wanted: Any, text: str) -> Any:
    wanted, optional = without_none(wanted)
    if get_origin(wanted) is tuple:
        return _list(desk, case, name, get_args(wanted)[0], text)
    if not text and optional:
        return None
    if name in COLLEAGUE_FIELDS:
        return find_colleague(desk, text)
    if (name in _RECORDS or name in _OF_THE_TEAM) and wanted is str:
        return _record(desk, case, name, text)
    if name in PEOPLE_FIELDS and wanted is str:
        return find_people(case, (text,), desk.colleagues)[0]
    return _single(desk, name, wanted, text)


def _list(desk: Desk, case: Case, name: str, item: Any, text: str) -> tuple[Any, ...]:
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    if name in _RECORDS or name in _OF_THE_TEAM:
        return tuple(_record(desk, case, name, part) for part in parts)
    if name == "receivers":
        return tuple(find_receiver(case, part) for part in parts)
    if name in PEOPLE_FIELDS:
        return readers(desk, case, parts) if name == "visible_to" else _people(desk, case, parts)
    return tuple(_single(desk, name, item, part) for part in parts)


def _record(desk: Desk, case: Case, name: str, text: str) -> str:
    """The id of the record that a field names, of the case or of the team's lists."""
    if name in _OF_THE_TEAM:
        return str(find_in_team(desk, text, _OF_THE_TEAM[name]).record.id)
    return str(find_record(case, text, *_RECORDS[name]).record.id)


def readers(desk: Desk, case: Case, given: Iterable[str]) -> tuple[str, ...]:
    """Who may read an entry: the team, the family, or people, who are looked up."""
    return tuple(_GROUPS.get(one.casefold()) or _people(desk, case, (one,))[0] for one in given)


def _parties(desk: Desk, case: Case, text: str) -> tuple[str, ...]:
    """Who can have a role: people, colleagues, and organisations of the team's list."""
    others: list[Colleague | Organisation] = [*desk.colleagues]
    others += desk.team.folder.organisations.organisations
    return find_people(case, (part.strip() for part in text.split(",") if part.strip()), others)


def _people(desk: Desk, case: Case, given: Iterable[str]) -> tuple[str, ...]:
    return find_people(case, given, desk.colleagues)


def _single(desk: Desk, name: str, wanted: Any, text: str) -> Any:
    bare = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
    if bare is date or wanted in (PartialDate, TimeOfDay):
        return _moment(desk, name, wanted, text)
    if bare is bool:
        return yes_or_no(name, text)
    if bare in (int, float):
        return bounded(name, wanted, _number(name, bare, text))
    if isinstance(bare, type) and issubclass(bare, Enum):
        return choice(bare, text)
    if isinstance(bare, type) and issubclass(bare, Record):
        raise WrongUse("field-of-fields", field=name)
    if not text:
        raise WrongUse("field-empty", field=name)
    return text


def _moment(desk: Desk, name: str, wanted: Any, text: str) -> date | str:
    """A day, a day as far as it is known, or a time of the clock."""
    if wanted == PartialDate:
        return parse_partial(text, desk.today)
    if wanted == TimeOfDay:
        return parse_time(text)
    look = Look.BACK if name in _PAST else Look.AHEAD if name in _FUTURE else Look.NEAREST
    return parse_day(text, desk.today, look)


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


def yes_or_no(name: str, text: str) -> bool:
    """Yes or no, in both languages.

    Raises:
        WrongUse: `wrong-yes-no`.
    """
    if text.casefold() in _YES | _NO:
        return text.casefold() in _YES
    raise WrongUse("wrong-yes-no", field=name, given=text)


def _number(name: str, bare: Any, text: str) -> Any:
    try:
        return bare(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError as error:
        raise WrongUse("wrong-number", field=name, given=text) from error


def bounded(name: str, wanted: Any, number: Any) -> Any:
    """The number, when the type of its field allows it.

    Raises:
        WrongUse: `number-outside`, for a type that says from where to where it goes.
    """
    for meta in getattr(wanted, "__metadata__", ()):
        low, high = meta.ge, meta.le
        if low is not None and high is not None and not low <= number <= high:
            field = field_label(name)
            raise WrongUse("number-outside", given=number, field=field, low=low, high=high)
    return number


def without_none(wanted: Any) -> tuple[Any, bool]:
    """A type hint without its None, and whether it had one."""
    if get_origin(wanted) in (Union, types.UnionType):
        return next(part for part in get_args(wanted) if part is not type(None)), True
    return wanted, False
