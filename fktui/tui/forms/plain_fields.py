"""A field for any field of any record: typed, read and said by the type that it has.

What was there and is not touched is never read again: a name that two people have by now, or a
word that fk does not know, stays as it stands in the file.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from fktui.errors import NotFound
from fktui.model.case import KINDS, records
from fktui.model.integrity import COLLEAGUE_FIELDS, PEOPLE_FIELDS
from fktui.model.record import Record
from fktui.model.text import clean, clean_line
from fktui.tui.forms.fields import as_typed, people_names, titled
from fktui.tui.forms.form import Ask, Field, Look, Read
from fktui.usecases.fields import read_values, without_none
from fktui.usecases.finding import find_participants, find_record
from fktui.usecases.people.consent import RECEIVERS, find_receiver, say_receiver
from fktui.usecases.subjects import SUBJECTS
from fktui.words.changes import say_value
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed, name_of, shortened
from fktui.words.recipients import ROLES

_RECORDS: dict[str, str] = {
    "goal": "goal",
    "goals": "goal",
    "households": "household",
    "links": "worry",
    "meeting": "meeting",
    "network": "network",
    "parent": "goal",
    "safety_plan": "safety_plan",
}
"""The fields that name other records of the family, with the kind that is offered."""
_REFERENCES = frozenset(
    (
        *PEOPLE_FIELDS,
        *COLLEAGUE_FIELDS,
        *_RECORDS,
        *("entry", "principles", "recipient", "service", "step", "study"),
    )
)
"""The fields that hold ids, which are typed as names."""
_PARTICIPANTS = frozenset(
    (
        *(("evaluation", "by"), ("future", "who"), ("meeting", "invited"), ("meeting", "present")),
        *(("referral_goal", "by"), ("step", "who")),
    )
)
"""Where a role such as the referrer may stand beside people."""
_WRITTEN = frozenset(("body", "children_text"))
"""Texts that are written, not filled in."""
_BY_LINE = frozenset(("agenda",))
"""Lists of sentences: one on each line."""
_GROUPS = {"family": N_("family"), "team": N_("team")}
"""Who may read, besides people."""
_LONG = 120
_LONGEST_CHOICE = 40


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a record that can stand in a form: no records inside it, no figures by name."""
    hints = _hints(kind)
    return tuple(name for name, wanted in hints.items() if name != "id" and _is_plain(wanted))


def any_field(ask: Ask, kind: str, name: str, value: Any = None) -> Field:
    """The field of a record, with the value that it has now.

    Args:
        ask: where it is filled in.
        kind: a name in KINDS.
        name: of the field.
        value: what it holds; None for nothing yet.
    """
    wanted, _optional = without_none(_hints(kind)[name])
    many = get_origin(wanted) is tuple
    item = get_args(wanted)[0] if many else wanted
    if item is bool:
        return Field(name, titled(name), bool, None, "1" if value else "", look=Look.CHECK)
    text = typed(ask, name, value)
    return Field(
        name,
        titled(name),
        str
        if wanted is str and name not in _REFERENCES
        else _keeping(ask, name, value, reader(ask, kind, name)),
        _said(ask, name, item),
        text,
        choices=_offered(ask, name, item),
        many=many and name not in _BY_LINE,
        needed=_required(kind, name),
        look=Look.NOTE if _is_written(name, text) else Look.LINE,
    )


def typed(ask: Ask, name: str, value: Any) -> str:
    """The value of a field as a coach would type it."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return ("\n" if name in _BY_LINE else ", ").join(typed(ask, name, one) for one in value)
    if isinstance(value, Enum) or not isinstance(value, str):
        return as_typed(ask, value)
    if name not in _REFERENCES:
        return value
    if name == "visible_to" and value in _GROUPS:
        return _(_GROUPS[value])
    words = RECEIVERS if name == "recipient" else ROLES
    return _(words[value]) if value in words else as_typed(ask, value)


def reader(ask: Ask, kind: str, name: str) -> Read:
    """From what is typed in a field to its value, whatever it held before."""
    desk, case = ask.desk, ask.seen.case
    if (kind, name) in _PARTICIPANTS:
        several = get_origin(_hints(kind)[name]) is tuple
        return partial(_people if several else _somebody, ask)
    if name in _OWN:
        return partial(_OWN[name], ask)
    return lambda text: read_values(desk, case, KINDS[kind].type, {name: text})[name]


def parts(text: str) -> tuple[str, ...]:
    """What stands between the commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _offered(ask: Ask, name: str, item: Any) -> tuple[str, ...]:
    """What can stand in a field, to choose from."""
    found: Iterable[str] = ()
    if isinstance(item, type) and issubclass(item, Enum):
        found = map(label, item)
    elif name in PEOPLE_FIELDS:
        groups = map(_, _GROUPS.values()) if name == "visible_to" else ()
        found = (*groups, *people_names(ask))
    elif name == "recipient":
        found = (*map(_, RECEIVERS.values()), *people_names(ask))
    elif name in COLLEAGUE_FIELDS:
        found = (one.name for one in ask.desk.colleagues)
    elif name in _RECORDS:
        those = (one.record for one in records(ask.seen.case) if one.kind.name == _RECORDS[name])
        found = (beginning(name_of(one)) for one in those)
    return tuple(filter(None, found))


def _hints(kind: str) -> dict[str, Any]:
    return get_type_hints(KINDS[kind].type, include_extras=True)


def _is_plain(wanted: Any) -> bool:
    wanted, _optional = without_none(wanted)
    if get_origin(wanted) is tuple:
        wanted = get_args(wanted)[0]
    return get_origin(wanted) is not dict and not (
        isinstance(wanted, type) and issubclass(wanted, Record)
    )


def _required(kind: str, name: str) -> bool:
    subject = SUBJECTS.get(kind)
    if subject and name in (subject.opening, *subject.needed):
        return True
    return any(
        one.name == name and one.required for one in msgspec.structs.fields(KINDS[kind].type)
    )


def _is_written(name: str, text: str) -> bool:
    return name in _WRITTEN | _BY_LINE or "\n" in text or len(text) > _LONG


def _keeping(ask: Ask, name: str, value: Any, read: Read) -> Read:
    """Reads what is new, and leaves alone what was there."""
    if value is None or value == ():
        return read
    before = typed(ask, name, value)
    whole = {clean(before).strip(), clean_line(before)}
    several = value if isinstance(value, tuple) else ()
    kept = {clean_line(typed(ask, name, one)): one for one in several}

    def keeping(text: str) -> Any:
        if text in whole:
            return value
        if not several or name in _BY_LINE:
            return read(text)
        found = ((kept[one],) if one in kept else read(one) for one in parts(text))
        return tuple(dict.fromkeys(one for some in found for one in some))

    return keeping


def _said(ask: Ask, name: str, item: Any) -> Callable[[Any], str] | None:
    """What a value means; a plain text means itself."""
    names = ask.desk.names(ask.seen.case)
    if name == "recipient":
        return lambda value: say_receiver(value, names)
    if name in _REFERENCES:
        return lambda value: listed((value,) if isinstance(value, str) else value, names)
    return None if item is str else lambda value: say_value(value, names)


def _people(ask: Ask, text: str) -> tuple[str, ...]:
    return find_participants(ask.seen.case, parts(text), ask.desk.colleagues)


def _somebody(ask: Ask, text: str) -> str:
    return find_participants(ask.seen.case, (text,), ask.desk.colleagues)[0]


def _recipient(ask: Ask, text: str) -> str:
    """Who receives: a role or somebody, else as it is typed."""
    try:
        return find_receiver(ask.seen.case, text)
    except NotFound:
        return text


def _households(ask: Ask, text: str) -> tuple[str, ...]:
    """Households of the family, else the names of new ones."""
    return tuple(_household(ask, part) for part in parts(text))


def _household(ask: Ask, text: str) -> str:
    try:
        return str(find_record(ask.seen.case, text, "household").record.id)
    except NotFound:
        return text


def _around(ask: Ask, text: str) -> str:
    return str(find_record(ask.seen.case, text, "network").record.id)


def _rows(_ask: Ask, text: str) -> tuple[str, ...]:
    return tuple(row.strip() for row in text.splitlines() if row.strip())


def beginning(name: str) -> str:
    """So much of a name as tells it from others and can stand in a field."""
    return shortened(name, _LONGEST_CHOICE).rstrip("…").partition(",")[0]


_OWN: dict[str, Callable[[Ask, str], Any]] = {
    **dict.fromkeys(_BY_LINE, _rows),
    "households": _households,
    "network": _around,
    "recipient": _recipient,
}
"""Fields that are read in a way of their own, for every kind of record."""
