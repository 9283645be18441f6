"""All families at a glance, from the overview that is kept beside the store.

Imports no records and no rules: a list of families that did not change is shown without them.
Whoever needs the store itself gets it from `desk`, which is asked only when something changed.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from fktui.store.overview import Overview
from fktui.store.overview.rows import WEEKS, Line, Reach, Row
from fktui.store.places import Places

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

OPEN = ("referred", "active")
"""The statuses of the families that the list shows by itself."""

ALL = (*OPEN, "closed", "declined")

LOOKS = 5_000
"""So many looks at the disk are worth a list: ten milliseconds."""

_WEEK = 7

Progress = Callable[[int, int], None]
"""Told how many families were read, and how many there are to read."""


class Next(NamedTuple):
    """What is due next: the day, which sentence, and whether it is too late for it."""

    on: date
    code: str
    record: str
    overdue: bool


class FamilyLine(NamedTuple):
    """One family in the list, on the day it is looked at.

    Attributes:
        week: of the phase, from 1; None when no phase is running.
        weeks_meant: so many weeks the phase is meant to take; 0 when nobody can say.
        coach_id: the id of the coach; `coach` is the name. `second_id` and `lead_id` are those of
            the second coach and the lead clinician; empty where there is none.
        hours_per_week: the average of the phase; `hours_low` and `hours_high` are what is meant.
        broken: whether a file cannot be read, so that the family is read-only.
        weeks: the hours per week as they are kept (`Line.recent`); see `recent`.
        today: the day it is looked at.
    """

    id: str
    name: str
    status: str
    phase: str
    week: int | None
    weeks_meant: int
    coach: str
    last_contact_on: date | None
    next: Next | None
    hours_per_week: float
    hours_low: float
    hours_high: float
    open_goals: int
    broken: bool
    coach_id: str
    second_id: str
    lead_id: str
    weeks: str
    today: date

    @property
    def recent(self) -> tuple[float, ...]:
        """The hours of the last eight calendar weeks that have begun, that of today the last.

        Worked out when it is asked for: the list itself does not show it.
        """
        if not self.weeks:
            return (0.0,) * WEEKS
        monday, *hours = self.weeks.split(" ")
        ahead = (self.today - date.fromisoformat(monday)).days // _WEEK
        backward = [*((0.0,) * min(WEEKS, ahead)), *map(float, hours[max(0, -ahead) :])]
        backward += (0.0,) * WEEKS
        return tuple(reversed(backward[:WEEKS]))


class Families(NamedTuple):
    """The list: what is overdue first, then by name; and how many ended ones are left out."""

    lines: list[FamilyLine]
    hidden: int


def families(overview: Overview, today: date, statuses: tuple[str, ...] = OPEN) -> Families:
    """The families with one of these statuses, and those that cannot be read."""
    coaches = overview.colleagues()
    lines = [_on_day(line, today, coaches) for line in overview.lines(statuses)]
    lines.sort(key=lambda line: (not (line.next and line.next.overdue), line.name.casefold()))
    return Families(lines, overview.count() - len(lines))


def kept(places: Places, today: date, statuses: tuple[str, ...] = OPEN) -> Families:
    """The families as they were when they were last read, without a look at the disk."""

    def read(case_id: str) -> Row:
        raise AssertionError(case_id)  # nobody asks for what is new

    with closing(Overview(places, read)) as overview:
        return families(overview, today, statuses)


def names(desk: "Desk") -> list[tuple[str, str]]:
    """The id and the name of every family."""
    with fresh(desk.store.places, lambda: desk, Reach.NAMES) as overview:
        return overview.names()


@contextmanager
def fresh(
    places: Places,
    desk: "Callable[[], Desk]",
    reach: Reach | None = None,
    progress: Progress | None = None,
) -> Iterator[Overview]:
    """The overview, after the families that changed were read again.

    Args:
        places: the store.
        desk: opens the store, when a family must be read.
        reach: how far to look for changes; as far as a list can afford when it is not said.
        progress: told while families are read.
    """

    def read(case_id: str) -> Row:
        from fktui.usecases.overview.row import describe  # records and rules: 40 ms

        return describe(desk(), case_id)

    with closing(Overview(places, read, progress)) as overview:
        if overview.colleagues_stale:
            overview.keep_colleagues((one.id, one.name) for one in desk().colleagues)
        overview.freshen(overview.reach_within(LOOKS) if reach is None else reach)
        yield overview


def _on_day(line: Line, today: date, coaches: dict[str, str]) -> FamilyLine:
    started = line.phase_started_on
    days = (today - date.fromisoformat(started)).days if started else -1
    last = line.last_contact_on
    return FamilyLine(  # by place: with names it takes twice as long, ten thousand times
        line.case_id,
        line.name,
        line.status,
        line.phase,
        days // _WEEK + 1 if days >= 0 else None,
        line.phase_weeks,
        coaches.get(line.coach, line.coach),
        date.fromisoformat(last) if last else None,
        _next(line.dues, today.isoformat()) if line.dues else None,
        line.hours * _WEEK / max(_WEEK, days + 1),
        line.hours_low,
        line.hours_high,
        line.open_goals,
        bool(line.broken),
        line.coach,
        line.second,
        line.lead,
        line.recent,
        today,
    )


def _next(dues: str, today: str) -> Next | None:
    """The first that stays until it is answered, or that is still to come."""
    for due in dues.split("\n"):
        day, code, passes, record = due.split(" ")
        if passes == "0" or day >= today:
            on = date.fromisoformat(day)
            return Next(on, code, "" if record == "-" else record, day < today)
    return None
