"""Who may read a new entry, where not everybody it is about lives in one house.

Somebody has to think of it (domain.md §5.4), so both the command line and the screen ask.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fktui.method.visibility import living_apart, without
from fktui.model.case import KINDS, Case
from fktui.usecases.desk import Desk

EVERYBODY = ("family",)
"""What `visible_to` holds when those who live elsewhere may read it too."""


class Apart(NamedTuple):
    """Who live elsewhere than those an entry is about, and who read it when they do not."""

    who: tuple[str, ...]
    others: tuple[str, ...]


def apart(desk: Desk, case: Case, kind: str, fields: Mapping[str, Any]) -> Apart | None:
    """Whom to ask about before an entry is saved; None when there is nothing to ask.

    Args:
        desk: for the day it is.
        case: the family.
        kind: a name in KINDS.
        fields: the values of the new entry; with `visible_to` it was said already.
    """
    if is_said(kind, fields):
        return None
    about = _concerned(kind, fields)
    who = living_apart(case, about, desk.today)
    return Apart(who, without(case, who, about, desk.today)) if who else None


def is_said(kind: str, fields: Mapping[str, Any]) -> bool:
    """Whether it is known who may read it, or the kind of record does not say so itself."""
    restricts = "visible_to" in KINDS[kind].type.__struct_fields__
    return bool(fields.get("visible_to")) or not restricts


def _concerned(kind: str, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Whose an entry is, for who may read it: of a statement, first of all who makes it."""
    own = (fields["by"],) if kind == "statement" and fields.get("by") else ()
    named = (fields[name] for name in ("about", "present", "owners", "who") if fields.get(name))
    return own or next(named, ())
