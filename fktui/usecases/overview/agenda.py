"""What is due in all families: too late, and in the days to come."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fktui.method.days import add_days
from fktui.method.due.day import Deadline, DeadlineKind, due, in_time
from fktui.store.disk.files import disk_failed, write_atomic
from fktui.store.overview.rows import FamilyDue, Reach
from fktui.store.places import Places
from fktui.usecases.overview.listing import Progress, fresh
from fktui.words.deadlines import say_what
from fktui.words.tables.overview_words import say_due_word
from fktui.words.time.calendar_file import Event, calendar

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

DAYS = 30
"""How far ahead an agenda looks when nothing else is said."""

EVER = timedelta.max.days


class Item(NamedTuple):
    """A deadline and the family it is of."""

    case_id: str
    name: str
    deadline: Deadline


class Agenda(NamedTuple):
    """What asks for attention, each in the order of the days."""

    overdue: list[Item]
    coming: list[Item]


def agenda(
    places: Places,
    desk: "Callable[[], Desk]",
    today: date,
    *,
    days: int = DAYS,
    case_id: str | None = None,
    progress: Progress | None = None,
) -> Agenda:
    """What is due in all families, or in one.

    Args:
        places: the store.
        desk: opens the store, when a family must be read again.
        today: the day it is.
        days: how far ahead; EVER for all that is to come.
        case_id: of this family only.
        progress: told while families are read.
    """
    with fresh(places, desk, Reach.EVERYTHING, progress) as overview:
        rows = overview.dues(add_days(today, days).isoformat(), case_id)
    rows.sort(key=attrgetter("case_id"))
    overdue: list[Item] = []
    coming: list[Item] = []
    for _case_id, group in groupby(rows, attrgetter("case_id")):
        of_family = list(group)
        first = of_family[0]
        found = due(map(_deadline, of_family), today, days)
        overdue += _items(first, found.overdue)
        coming += _items(first, found.coming)
    return Agenda(sorted(overdue, key=_by_day), sorted(coming, key=_by_day))


def keep_calendar(found: Agenda, target: Path, made_at: datetime, *, with_names: bool) -> None:
    """Write what is due as a calendar file; calendars are shared, so without names unless asked.

    Raises:
        DiskFailed: the file cannot be written there.
    """
    events = [_event(item, with_names=with_names) for item in (*found.overdue, *found.coming)]
    try:
        write_atomic(target, calendar(events, made_at), target.absolute().parent, 0o600)
    except OSError as error:
        raise disk_failed(error, target.name) from error


def _event(item: Item, *, with_names: bool) -> Event:
    deadline = item.deadline
    who, what = item.case_id, say_due_word(deadline.code)
    if with_names:
        who, what = item.name, say_what(deadline)
    about = f"{deadline.code}-{deadline.record or item.case_id}"
    return Event(f"{item.case_id}-{about}@fk.invalid", deadline.on, f"{who}: {what}")


def _deadline(row: FamilyDue) -> Deadline:
    kept = row.due
    return Deadline(
        on=date.fromisoformat(kept.on),
        code=kept.code,
        kind=DeadlineKind(kept.kind),
        source=kept.source,
        record=kept.record or None,
        facts=json.loads(kept.facts),
        passes=bool(kept.passes),
    )


def _items(family: FamilyDue, found: Iterable[Deadline]) -> list[Item]:
    return [Item(family.case_id, family.name, deadline) for deadline in found]


def _by_day(item: Item) -> tuple[date, str, tuple[date, str, str]]:
    return item.deadline.on, item.name.casefold(), in_time(item.deadline)
