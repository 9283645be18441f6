"""The smallest record of every kind, and a case that holds one of each."""

import types
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from fktui.model.case import KINDS, Case, put
from fktui.model.ids import LETTERS
from fktui.model.trajectory import Trajectory

DAY = date(2026, 5, 11)
_FIRST_OF_ITS_LETTER = ("agreement", "consent", "document", "evaluation", "meeting_agreement")
_FIRST_OF_ITS_LETTER += ("organisation", "principle", "relation", "score", "tie")
PARENTS_FIRST = sorted(KINDS, key=lambda name: KINDS[name].parent is not None)


def empty_case(**head: Any) -> Case:
    """A family of which only the head is known."""
    return Case(trajectory=Trajectory(**{"format": 1, "id": "wilg-0k4", "name": "Wilg"} | head))


def sample_id(kind: str, number: int = 0) -> str:
    """An id as this kind has it; kin that share a letter have numbers of their own."""
    kin = [other for other, letter in LETTERS.items() if letter == LETTERS[kind]]
    kin.sort(key=lambda other: (other not in _FIRST_OF_ITS_LETTER, other))
    return f"{LETTERS[kind]}-{kin.index(kind):02}00{number}"


def sample(kind: str, number: int = 0, **fields: Any) -> Any:
    """The smallest record of this kind: only what must be there."""
    record = KINDS[kind].type
    hints = get_type_hints(record, include_extras=True)
    values = {
        field.name: _some(hints[field.name])
        for field in msgspec.structs.fields(record)
        if field.required
    }
    return record(**values | {"id": sample_id(kind, number)} | fields)


def full_case() -> Case:
    """A case with one record of every kind."""
    case = empty_case()
    for kind in PARENTS_FIRST:
        parent = KINDS[kind].parent
        case = put(case, kind, sample(kind), sample_id(parent) if parent else None)
    return case


def _some(wanted: Any) -> Any:
    if get_origin(wanted) in (Union, types.UnionType):
        return None
    bare = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
    if isinstance(bare, type) and issubclass(bare, Enum):
        return next(iter(bare))
    return {str: "text", int: 1, bool: False, date: DAY}[bare]
