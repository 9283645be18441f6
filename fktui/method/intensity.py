"""Hours spent in a phase, against what is meant for it. A view for the team, never a ledger.

Hours are optional and in halves (domain.md §6, the covenant against registering by the minute),
so a sum says what was written down and no more.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.norms import MethodNorms
from fktui.method.phases import week_in
from fktui.model.case import Case
from fktui.model.journal import MeetingStatus
from fktui.model.trajectory import HoursNorm, Phase, PhasePeriod

BLOCK_WEEKS = 4
"""Weeks in a block of `taper`."""
_HALF = 0.5
"""Hours are kept in halves: less is no difference."""


class Against(str, Enum):
    """How a number of hours stands against a band."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


class Trend(str, Enum):
    """Which way the hours a week go."""

    DOWN = "down"
    LEVEL = "level"
    UP = "up"


class Block(NamedTuple):
    """The hours a week of some weeks together."""

    first: date
    last: date
    per_week: float


class Taper(NamedTuple):
    """The hours a week from the execution phase on; no trend as long as there is one block."""

    blocks: tuple[Block, ...]
    trend: Trend | None


class Intensity(NamedTuple):
    """The hours of one stay in a phase.

    Attributes:
        weeks: the hours of each week of the stay, the running one too.
        total: all hours of the stay.
        per_week: the average over the days that have passed, in hours a week.
        norm: the hours a week that are meant.
        meant: the hours that the whole phase is meant to take.
    """

    weeks: tuple[float, ...]
    total: float
    per_week: float
    norm: HoursNorm
    meant: HoursNorm

    @property
    def against(self) -> Against:
        """How the average stands against the norm."""
        return against(self.per_week, self.norm)


def against(hours: float, band: HoursNorm) -> Against:
    """Whether these hours are below, within or above the band; its ends are within.

    Hours are kept in halves, so a difference of less than half an hour is none.
    """
    if hours <= band.low - _HALF:
        return Against.BELOW
    return Against.ABOVE if hours >= band.high + _HALF else Against.WITHIN


def hours_band(period: PhasePeriod, norms: MethodNorms) -> HoursNorm:
    """The hours a week that are meant for this stay: the family's own, else the norm of the phase.

    S0:L117-127: start 5-10, analysis about 6, execution 4-10, closing 3.
    """
    return period.hours or norms.phase(period.phase).hours


def intensity(case: Case, period: PhasePeriod, today: date, norms: MethodNorms) -> Intensity | None:
    """The hours of contacts and of meetings that were held; None before the stay begins.

    A day on which one stay ends and another begins belongs to the one that begins.
    """
    week_count = week_in(period, today)
    if period.started_on is None or week_count is None:
        return None
    weeks = [0.0] * week_count
    for day, hours in _spent(case):
        if day <= today and _belongs(day, period, case):
            week = (day - period.started_on).days // DAYS_IN_WEEK
            weeks[min(week, len(weeks) - 1)] += hours
    norm, term = hours_band(period, norms), norms.phase(period.phase)
    total = sum(weeks)
    return Intensity(
        weeks=tuple(weeks),
        total=total,
        per_week=total * DAYS_IN_WEEK / max(DAYS_IN_WEEK, _day_count(period, today)),
        norm=norm,
        meant=HoursNorm(low=term.weeks_low * norm.low, high=term.weeks_high * norm.high),
    )


def hours_per_week(case: Case, period: PhasePeriod, today: date, norms: MethodNorms) -> float:
    """The average hours a week of a stay; 0 before it begins."""
    found = intensity(case, period, today, norms)
    return found.per_week if found else 0.0


def hours_by_week(case: Case, count: int) -> tuple[date, tuple[float, ...]] | None:
    """Hours per calendar week, whatever the phase: a view for the team (fk).

    Gives the Monday of the newest week with hours, and the hours of that week and those before it,
    so many at most, backward and as far as there are any. None when no hours were written down.
    """
    weeks: dict[int, float] = {}
    for day, hours in _spent(case):
        if hours:
            week = (day.toordinal() - 1) // DAYS_IN_WEEK
            weeks[week] = weeks.get(week, 0.0) + hours
    if not weeks:
        return None
    newest = max(weeks)
    oldest = max(min(weeks), newest - count + 1)
    hours_back = tuple(weeks.get(week, 0.0) for week in range(newest, oldest - 1, -1))
    return date.fromordinal(newest * DAYS_IN_WEEK + 1), hours_back


def taper(case: Case, today: date) -> Taper:
    """S1:L115-117: as parents gain skills and control, the help is tapered off.

    The weeks since the execution phase began, in blocks of four; a rest of less than a week is
    joined to the block before it. The trend is that of a straight line through the blocks: less
    than half an hour from the first to the last is none.
    """
    begun = [one.started_on for one in case.trajectory.phases if one.phase is Phase.EXECUTION]
    first = max((day for day in begun if day is not None and day <= today), default=None)
    if first is None:
        return Taper((), None)
    until = min(_last_day(case, today), today)
    spent = list(_spent(case))
    blocks: list[Block] = []
    while first <= until:
        last = add_days(first, BLOCK_WEEKS * DAYS_IN_WEEK - 1)
        if (until - last).days < DAYS_IN_WEEK:
            last = until
        hours = sum(one for day, one in spent if first <= day <= last)
        days = max(DAYS_IN_WEEK, (last - first).days + 1)
        blocks.append(Block(first, last, hours * DAYS_IN_WEEK / days))
        if last == date.max:
            break
        first = add_days(last, 1)
    return Taper(tuple(blocks), _trend([block.per_week for block in blocks]))


def _last_day(case: Case, today: date) -> date:
    """The last day of the help, as far as it has ended."""
    ends = [one.ended_on or today for one in case.trajectory.phases if one.started_on is not None]
    return max(ends, default=today)


def _trend(values: list[float]) -> Trend | None:
    """Which way the straight line of least squares goes through these values."""
    count = len(values)
    if count < 2:  # noqa: PLR2004 - a line takes two points
        return None
    middle, average = (count - 1) / 2, sum(values) / count
    steps = sum((place - middle) ** 2 for place in range(count))
    rise = sum((place - middle) * (one - average) for place, one in enumerate(values)) / steps
    change = rise * (count - 1)
    if abs(change) < _HALF:
        return Trend.LEVEL
    return Trend.DOWN if change < 0 else Trend.UP


def _spent(case: Case) -> Iterator[tuple[date, float]]:
    for contact in case.contacts:
        yield contact.on, contact.hours or 0.0
    for meeting in case.meetings:
        if meeting.status is MeetingStatus.HELD:
            yield meeting.on, meeting.hours or 0.0


def _belongs(day: date, period: PhasePeriod, case: Case) -> bool:
    if period.started_on is None or day < period.started_on:
        return False
    if period.ended_on is None or day < period.ended_on:
        return True
    others = (other for other in case.trajectory.phases if other.id != period.id)
    return day == period.ended_on and all(other.started_on != day for other in others)


def _day_count(period: PhasePeriod, today: date) -> int:
    """Days of the stay so far; of a stay that ended, without its last day, which it shares."""
    first = period.started_on or today
    if period.ended_on is not None and period.ended_on <= today:
        return (period.ended_on - first).days
    return (today - first).days + 1
