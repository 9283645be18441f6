"""A day on which something is due, and what of it asks for attention today.

Which days a case has is found in `terms` (method and law) and `appointments` (what was agreed),
and gathered in `deadlines`.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

import msgspec

from fktui.method.days import add_days

AGREED = "agreed"
"""The source of a day that people agreed on themselves."""


class DeadlineKind(str, Enum):
    """Who asks for it."""

    METHOD = "method"
    LAW = "law"
    AGREED = "agreed"


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day, what is due on it, and whether that was done.

    Attributes:
        on: the last day on which it is in time, or the day on which it happens.
        code: which sentence (`words.deadlines`), stable, in `--json` too.
        kind: who asks for it.
        source: where it is said, as in `norms`; `agreed` when people agreed on it.
        record: the id it is about; None for the case as a whole.
        facts: what the sentence needs. May hold case text: shown, never logged.
        done: whether it was answered.
        passes: whether it happens by itself, as a birthday does: it is never overdue.
    """

    on: date
    code: str
    kind: DeadlineKind
    source: str
    record: str | None = None
    facts: dict[str, Any] = {}
    done: bool = False
    passes: bool = False


class Due(NamedTuple):
    """What asks for attention, each in the order of the days."""

    overdue: tuple[Deadline, ...]
    coming: tuple[Deadline, ...]


def due(deadlines: Iterable[Deadline], today: date, days: int) -> Due:
    """What is overdue, and what comes today or in so many days from now."""
    waiting = sorted((one for one in deadlines if not one.done), key=in_time)
    until = add_days(today, days)
    return Due(
        overdue=tuple(one for one in waiting if one.on < today and not one.passes),
        coming=tuple(one for one in waiting if today <= one.on <= until),
    )


def in_time(deadline: Deadline) -> tuple[date, str, str]:
    """By which deadlines are put in order: the day, then the code and the id."""
    return deadline.on, deadline.code, deadline.record or ""
