"""Counting on the calendar as the method and the law do: months, years of life, ages.

Which terms there are is in `norms`; what they lead to is in `deadlines`. A file may hold any day
up to the year 9999, so what would fall after it falls on its last day.
"""

from calendar import isleap, monthrange
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

DAYS_IN_WEEK = 7
_MONTHS = 12
_FEBRUARY = 2
_FULL_DATE = 10


class AgeRange(NamedTuple):
    """An age in whole years as far as the birth date tells: both the same when it is a full date.

    Attributes:
        youngest: the least it can be.
        oldest: the most it can be.
    """

    youngest: int
    oldest: int


def add_days(day: date, days: int) -> date:
    """The day so many days on."""
    return day + min(timedelta(days=days), date.max - day)


def add_months(day: date, months: int) -> date:
    """The same day so many months on; the last day of that month when it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def anniversary(day: date, years: int) -> date:
    """The first day on which so many whole years have passed.

    For 29 February that is 1 March in a common year: a year is full when its last day, then
    28 February, has passed. This is the usual reading in Dutch law, and the careful one: rights
    are not given, and records not destroyed, a day too early.
    """
    year = day.year + years
    if year > MAXYEAR:
        return date.max
    if (day.month, day.day) == (_FEBRUARY, 29) and not isleap(year):
        return date(year, _FEBRUARY + 1, 1)
    return day.replace(year=year)


def full_date(partial: str | None) -> date | None:
    """The date, when the whole of it is known and it exists."""
    if partial is None or len(partial) != _FULL_DATE:
        return None
    try:
        return date.fromisoformat(partial)
    except ValueError:
        return None


def age_on(born: date, day: date) -> int:
    """Whole years of life on this day; below zero before the birth."""
    years = day.year - born.year
    return years if anniversary(born, years) <= day else years - 1


def age_range(born: str | None, day: date) -> AgeRange | None:
    """What a partial birth date says about the age; None when it says nothing.

    A day that does not exist says nothing: `model.integrity` reports it.
    """
    bounds = _bounds(born) if born else None
    if bounds is None:
        return None
    first, last = bounds
    return AgeRange(youngest=age_on(last, day), oldest=age_on(first, day))


def _bounds(partial: str) -> tuple[date, date] | None:
    """The first and the last day that a birth date can be."""
    year, month, day = ([int(part) for part in partial.split("-")] + [0, 0])[:3]
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or _MONTHS
        return first, date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
