"""Adding and changing one record: what every verb with a record of its own is made of."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from fktui.errors import WrongUse
from fktui.model.case import KINDS, Case, put
from fktui.model.readable import readable
from fktui.model.record import changed
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.words.acts import subject
from fktui.words.labels import field_label

Fields = Mapping[str, Any]


def new_record(desk: Desk, case: Case, kind: str, fields: Fields) -> Any:
    """A record of this kind with a fresh id; fields that are None keep their default.

    Raises:
        WrongUse: a value does not fit its field, or a field that must be there is missing.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    return checked(KINDS[kind].type, {"id": desk.new_id(kind, case)} | given)


def checked(kind: type[Any], fields: Fields) -> Any:
    """A record of this class, its values checked like those read from a file."""
    unknown = set(fields) - set(kind.__struct_fields__)
    if unknown:
        known = ", ".join(kind.__struct_fields__)
        raise WrongUse("unknown-field", field=min(unknown), known=known)
    try:
        return msgspec.convert(dict(fields), readable(kind))
    except msgspec.ValidationError as error:
        raise WrongUse("wrong-value", said=str(error)) from error


def add_record(
    desk: Desk,
    case_id: str,
    kind: str,
    fields: Fields | Callable[[Case], Fields],
    *,
    parent: str | None = None,
    action: str | None = None,
    reason: str = "",
    **facts: object,
) -> Saved:
    """Add a record to a family, in one act.

    Args:
        desk: where it is done.
        case_id: the family.
        kind: a name in KINDS.
        fields: values by field, or what makes them from the case.
        parent: the record it goes inside of, for kinds that have one.
        action: its name in the history; `<kind>.add` when not said.
        reason: the coach's words, for the commit.
        facts: for the subject; values of the record's own fields are there already.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        record = new_record(desk, case, kind, fields(case) if callable(fields) else fields)
        return Change(
            case=put(case, kind, record, parent),
            act=act_on(action or f"{kind}.add", record, reason, (), **facts),
        )

    return desk.change(case_id, edit)


def edit_record(
    desk: Desk,
    case_id: str,
    given: str,
    kinds: tuple[str, ...],
    fields: Fields | Callable[[Case, Any], Fields],
    *,
    reason: str = "",
) -> Saved:
    """Change fields of a record, in one act.

    Raises:
        NotFound, Ambiguous: `given` is not one record.
        WrongUse: a value does not fit, or nothing would be different.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        located = find_record(case, given, *kinds)
        new = fields(case, located.record) if callable(fields) else fields
        return changed_record(
            case, located.record, located.kind.name, new, parent=located.parent, reason=reason
        )

    return desk.change(case_id, edit)


def changed_record(
    case: Case,
    record: Any,
    kind: str,
    fields: Fields,
    *,
    parent: Any = None,
    reason: str = "",
) -> Change:
    """The case with these fields of a record changed, and the act that says which."""
    after = with_fields(record, fields)
    names = tuple(n for n in record.__struct_fields__ if getattr(after, n) != getattr(record, n))
    if not names:
        raise WrongUse("nothing-changed", record=record.id)
    act = act_on(f"{kind}.edit", after, reason, names)
    owner = parent.id if parent is not None else None
    return Change(case=put(case, kind, after, owner), act=act)


def with_fields(record: Any, fields: Fields) -> Any:
    """A record with other values, checked like those read from a file."""
    unknown = set(fields) - set(record.__struct_fields__)
    if unknown:
        known = ", ".join(record.__struct_fields__)
        raise WrongUse("unknown-field", field=min(unknown), known=known)
    try:
        return changed(record, **fields)
    except msgspec.ValidationError as error:
        raise WrongUse("wrong-value", said=str(error)) from error


def act_on(
    action: str, record: Any, reason: str = "", fields: tuple[str, ...] = (), **facts: object
) -> Act:
    """What the history says of an act on this record; in the subject, fields have their labels."""
    labels = ", ".join(field_label(name) for name in fields)
    return Act(
        action=action,
        subject=subject(action, **({"id": record.id, "fields": labels} | facts)),
        record=record.id,
        fields=fields,
        reason=reason,
    )


def require(fields: Fields, *names: str) -> None:
    """Refuse to go on without these fields; what is only white space is nothing.

    Raises:
        WrongUse: `field-empty`.
    """
    for name in names:
        value = fields.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            raise WrongUse("field-empty", field=name)


def check_order(record: str, start: date | None, end: date | None) -> None:
    """Refuse an end that lies before its beginning.

    Raises:
        WrongUse: `ends-before-begin`.
    """
    if start is not None and end is not None and end < start:
        raise WrongUse("ends-before-begin", record=record, start=start, end=end)


def not_to_come(desk: Desk, day: date) -> None:
    """Refuse a day after today for what is told as having happened.

    Raises:
        WrongUse: `day-to-come`.
    """
    if day > desk.today:
        raise WrongUse("day-to-come", day=day)


def ended(case: Case, record: Any, kind: str, on: date, because: str | None) -> Change:
    """The case with somebody who leaves: not taken out of the files, but ended on a day.

    Raises:
        WrongUse: `already-ended`, or `ends-before-begin`.
    """
    if record.until is not None:
        raise WrongUse("already-ended", record=record.id, on=record.until)
    check_order(record.id, record.since, on)
    after = with_fields(record, {"until": on, "until_reason": because})
    act = act_on(f"{kind}.end", after, fields=("until", "until_reason"))
    return Change(case=put(case, kind, after), act=act)
