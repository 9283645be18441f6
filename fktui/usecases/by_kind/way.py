"""How a kind of record is added, changed and ended, and the ways that more kinds share."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.model.case import KINDS
from fktui.model.stored import Saved
from fktui.usecases.analysis.analysis import outdate_worry
from fktui.usecases.desk import Desk
from fktui.usecases.entries import add_entry, edit_entry, end_entry
from fktui.usecases.records import add_record, edit_record
from fktui.usecases.safety import plans
from fktui.usecases.subjects import SUBJECTS

Values = Mapping[str, Any]
Add = Callable[[Desk, str, Values, str], Saved]
"""Desk, family, values by field, and the id of the record that it goes inside of."""
Edit = Callable[[Desk, str, str, Values], Saved]
"""Desk, family, id, and the fields that are different."""


class Ending(NamedTuple):
    """How something ends: on which day, why, by whom, with what outcome."""

    on: date
    because: str | None = None
    by: tuple[str, ...] = ()
    outcome: Any = None


End = Callable[[Desk, str, str, Ending], Saved]


class Way(NamedTuple):
    """How a kind of record is added, changed and ended.

    Attributes:
        add: None for what is not noted by itself, such as a stay in a phase.
        edit: as any record, when not said.
        end: None for what does not end.
        asks: what is asked at its end (fields of `Ending`).
        fixed: the fields that stay as they were made; other verbs change them.
        new: what is asked of something new, in this order; all fields when not said.
    """

    add: Add | None = None
    edit: Edit | None = None
    end: End | None = None
    asks: tuple[str, ...] = ("on", "because")
    fixed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def plain_add(kind: str) -> Add:
    """As any record."""
    return lambda desk, case, fields, parent: add_record(
        desk, case, kind, fields, parent=parent or None
    )


def plain_edit(kind: str) -> Edit:
    """As any record."""
    return lambda desk, case, record, fields: edit_record(desk, case, record, (kind,), fields)


def entry(kind: str) -> Way:
    """A kind of `subjects`."""
    subject = SUBJECTS[kind]

    def ends(desk: Desk, case: str, record: str, how: Ending) -> Saved:
        return end_entry(desk, case, subject, record, how.on, because=how.because)

    return Way(
        lambda desk, case, fields, _parent: add_entry(desk, case, subject, fields),
        lambda desk, case, record, fields: edit_entry(desk, case, subject, record, fields),
        _outdate if kind == "worry" else ends if subject.last else None,
        _asked(kind, subject.last),
    )


def _asked(kind: str, last: str) -> tuple[str, ...]:
    """Why it ended is only asked where it is kept."""
    kept = f"{last}_reason" in KINDS[kind].type.__struct_fields__ or kind == "worry"
    return ("on", "because") if kept else ("on",)


def _outdate(desk: Desk, case: str, record: str, how: Ending) -> Saved:
    return outdate_worry(desk, case, record, how.on, how.because)


def line(kind: str) -> Way:
    """A line of a safety plan."""
    return Way(
        lambda desk, case, fields, plan: plans.add_line(desk, case, kind, fields, plan or None),
        plans.edit_line,
        lambda desk, case, record, _how: plans.drop_line(desk, case, record),
        asks=(),
    )


def until(kind: str) -> End:
    """For what ends by a day in its field `until`, a day of the calendar or a partial one."""

    def ends(desk: Desk, case: str, record: str, how: Ending) -> Saved:
        day = str(how.on) if kind == "relation" else how.on
        return edit_record(desk, case, record, (kind,), {"until": day})

    return ends
