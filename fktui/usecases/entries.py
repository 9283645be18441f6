"""Adding, changing and ending any record of `subjects`, and listing what there is."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any, get_type_hints

from fktui.errors import WrongUse
from fktui.model.case import KINDS, Case, put, records
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.fields import without_none
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    add_record,
    check_order,
    edit_record,
    require,
    with_fields,
)
from fktui.usecases.subjects import Subject
from fktui.words.labels import label


def add_entry(desk: Desk, case_id: str, subject: Subject, fields: Mapping[str, Any]) -> Saved:
    """Note something new; where it has a first day, that is today when not said.

    Raises:
        WrongUse: a field that is needed is empty, or the end lies before the beginning.
    """
    _require_choices(subject, fields)
    require(fields, subject.opening, *subject.needed)
    known = dict(fields)
    if subject.first and subject.dated and not known.get("planned_on"):
        known.setdefault(subject.first, desk.today)
    check_order(subject.kind, *_period(subject, known))
    return add_record(desk, case_id, subject.kind, known)


def edit_entry(
    desk: Desk,
    case_id: str,
    subject: Subject,
    given: str,
    fields: Mapping[str, Any],
    *,
    reason: str = "",
) -> Saved:
    """Change fields of one.

    Raises:
        NotFound, Ambiguous: `given` is not one of them.
        WrongUse: nothing would be different, or a value does not fit.
    """

    def new(_case: Case, record: Any) -> Mapping[str, Any]:
        days = {name: getattr(record, name) for name in (subject.first, subject.last) if name}
        check_order(record.id, *_period(subject, days | dict(fields)))
        return _instead(subject, fields)

    return edit_record(desk, case_id, given, (subject.kind,), new, reason=reason)


def end_entry(
    desk: Desk,
    case_id: str,
    subject: Subject,
    given: str,
    on: date,
    *,
    because: str | None = None,
) -> Saved:
    """It no longer holds; it stays in the record.

    Raises:
        WrongUse: it ended before, or the day is before its beginning.
    """

    def edit(loaded: Loaded) -> Change:
        record = find_record(loaded.case, given, subject.kind).record
        ended_on = getattr(record, subject.last)
        if ended_on is not None and ended_on <= on:
            raise WrongUse("already-ended", record=record.id, on=ended_on)
        check_order(record.id, getattr(record, subject.first, None), on)
        fields: dict[str, Any] = {subject.last: on}
        reason = f"{subject.last}_reason"
        if because and reason in record.__struct_fields__:
            fields[reason] = because
        after = with_fields(record, fields)
        act = act_on(f"{subject.kind}.end", after, fields=tuple(fields))
        return Change(case=put(loaded.case, subject.kind, after), act=act)

    return desk.change(case_id, edit)


def entries(case: Case, subject: Subject, on: date | None = None) -> tuple[Any, ...]:
    """All of a kind; only what holds on a day when one is named."""
    found = (one.record for one in records(case) if one.kind.name == subject.kind)
    return tuple(one for one in found if on is None or not _over(one, subject, on))


def _over(record: Any, subject: Subject, on: date) -> bool:
    last: date | None = getattr(record, subject.last) if subject.last else None
    over: date | None = getattr(record, subject.over) if subject.over else None
    return (last is not None and last < on) or (over is not None and over <= on)


def _require_choices(subject: Subject, fields: Mapping[str, Any]) -> None:
    """Say which choices there are, when one is needed and none was made."""
    hints = get_type_hints(KINDS[subject.kind].type)
    for name in subject.needed:
        wanted, _optional = without_none(hints[name])
        if fields.get(name) is None and isinstance(wanted, type) and issubclass(wanted, Enum):
            allowed = ", ".join(f"{member.value} ({label(member)})" for member in wanted)
            raise WrongUse("choice-needed", field=name, allowed=allowed)


def _instead(subject: Subject, fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, with what has to go when one of them takes its place."""
    gone = {
        other: empty
        for field, other, empty in subject.instead
        if fields.get(field) and other not in fields
    }
    return gone | dict(fields)


def _period(subject: Subject, fields: Mapping[str, Any]) -> tuple[date | None, date | None]:
    first, last = (fields.get(name) for name in (subject.first, subject.last))
    return first, last
