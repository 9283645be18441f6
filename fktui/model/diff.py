"""What is different between two states of a case, record by record and field by field."""

from enum import Enum
from typing import Any, NamedTuple

import msgspec

from fktui.model.case import FILES, KINDS, Case, records

_CHILDREN = {
    kind: frozenset(inner.path[0] for inner in KINDS.values() if inner.parent == kind)
    for kind in KINDS
}
_LISTS = {
    part: frozenset(kind.path[1] for kind in KINDS.values() if kind.path[0] == part)
    for part in FILES
}
"""The fields of each kind, and of each file, that hold records of their own: they are compared one
by one."""


class How(str, Enum):
    """What happened to a record."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class FieldChange(NamedTuple):
    """One field: its name, what it was, what it is."""

    field: str
    old: Any
    new: Any


class Difference(NamedTuple):
    """One record that differs. `record` is the newest form there is; None for a file's own head."""

    how: How
    kind: str
    id: str
    record: Any
    parent: str | None
    fields: tuple[FieldChange, ...] = ()


def differences(old: Case, new: Case) -> list[Difference]:
    """All that differs, in the order of the new state, removed records last."""
    before = {found.record.id: found for found in records(old)}
    after = {found.record.id: found for found in records(new)}
    found: list[Difference] = []
    for part in FILES:
        fields = _field_changes(getattr(old, part), getattr(new, part), _LISTS[part])
        if fields:
            found.append(Difference(How.CHANGED, part, new.id, None, None, fields))
    for record_id, (kind, record, parent) in after.items():
        owner = parent.id if parent is not None else None
        if record_id not in before:
            found.append(Difference(How.ADDED, kind.name, record_id, record, owner))
            continue
        fields = _field_changes(before[record_id].record, record, _CHILDREN[kind.name])
        if fields:
            found.append(Difference(How.CHANGED, kind.name, record_id, record, owner, fields))
    for record_id, (kind, record, parent) in before.items():
        if record_id not in after:
            owner = parent.id if parent is not None else None
            found.append(Difference(How.REMOVED, kind.name, record_id, record, owner))
    return found


def _field_changes(old: Any, new: Any, skip: frozenset[str]) -> tuple[FieldChange, ...]:
    if old == new or type(old) is not type(new):
        return ()
    return tuple(
        FieldChange(name, getattr(old, name), getattr(new, name))
        for name in msgspec.structs.asdict(new)
        if name not in skip and getattr(old, name) != getattr(new, name)
    )
