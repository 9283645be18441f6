"""Dates as people type them: `vr`, `21 nov`, `-3d`. Both languages always, day before month.

How we say a date is in `words.time.say_dates`; times are in `words.time.clock`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from fktui.errors import WrongUse
from fktui.words.time import day_names
from fktui.words.time.say_dates import typed_days

_MONTHS_IN_YEAR = 12
# A year of two figures is at most this far ahead; the rest lies in the past. Nobody plans further.
_YEARS_AHEAD = 20

_DAY = r"(?P<day>\d{1,2})(?:e|de|ste|st|nd|rd|th)?"
_YEAR = r"'?(?P<year>\d{4}|\d{2})"
# Compiled by `re` when they are first needed: most commands read no date.
_WRITTEN = (
    r"(?P<year>\d{4})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<day>\d{1,2})",
    rf"(?P<day>\d{{1,2}})(?P<by>[-/.])(?P<month>\d{{1,2}})(?:(?P=by){_YEAR})?",
    rf"{_DAY}[ -]?(?P<name>[a-z]+)(?:[ -]?{_YEAR})?",
    rf"(?P<name>[a-z]+) ?{_DAY}(?: {_YEAR})?",
    _DAY,
)
_PART_OF_DATE = (
    r"(?P<year>\d{4})",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})",
    r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})",
    r"(?P<name>[a-z]+) ?(?P<year>\d{4})",
)
_RELATIVE = (
    r"(?P<before>[+-]|[a-z]+ )? ?(?P<count>\d{1,4}|een|an?) ?(?P<unit>[a-z]+)"
    r"(?: (?P<after>[a-z]+))?"
)
_ONE = frozenset(("een", "a", "an"))


class Look(Enum):
    """Where a date without a year is looked for; today counts for each."""

    BACK = "back"  # a contact, a life event
    AHEAD = "ahead"  # an appointment, a deadline
    NEAREST = "nearest"


class _Written(NamedTuple):
    """What stands there; a year is still a text, for two figures mean another year than four."""

    day: int
    month: int | None
    year: str | None


def parse_day(text: str, today: date, look: Look) -> date:
    """The day that was typed; what is left out (year, month) follows from today and the look.

    On Saturday 2026-11-21 `vr` is 2026-11-20 looking back and 2026-11-27 looking ahead.

    Raises:
        WrongUse: `date-unknown`; `date-impossible` for a day that does not exist;
            `date-weekday` when the name of the day does not belong to the date.
    """
    return _read(text, today, look, years_ahead=_YEARS_AHEAD)


def parse_partial(text: str, today: date) -> str:
    """A date as far as it is known: `1990`, `1990-06` or an ISO day. A two-figure year is past.

    Raises:
        WrongUse: as `parse_day`.
    """
    plain = _plain(text)
    for form in _PART_OF_DATE:
        if not (found := re.fullmatch(form, plain, re.ASCII)):
            continue
        part = found.groupdict()
        month = _month(part)
        if month is None and "name" in part:
            break
        if not any(_existing([(int(part["year"]), month or 1, 1)])):
            raise WrongUse("date-impossible", given=text)
        return part["year"] if month is None else f"{part['year']}-{month:02d}"
    return _read(text, today, Look.BACK, years_ahead=0).isoformat()


def _read(text: str, today: date, look: Look, years_ahead: int) -> date:
    plain = _plain(text)
    first, _space, rest = plain.partition(" ")
    named = day_names.WEEKDAY_PLACES.get(first)
    day: date | None
    if named is not None and not rest:
        day = _weekday(named, today, look)
    elif shift := _shift(plain):
        day = _shifted(today, *shift)
    elif written := _written(plain if named is None else rest):
        day = _resolved(written, today, look, years_ahead)
    else:
        short, in_full = typed_days(today)
        raise WrongUse("date-unknown", given=text, day=in_full, short=short)
    if day is None:
        raise WrongUse("date-impossible", given=text)
    if named not in (None, day.weekday()):
        raise WrongUse("date-weekday", given=text, day=day.isoformat())
    return day


def _weekday(place: int, today: date, look: Look) -> date | None:
    back, ahead = (today.weekday() - place) % 7, (place - today.weekday()) % 7
    if look is Look.BACK or (look is Look.NEAREST and back < ahead):
        return _shifted(today, -back, 0)
    return _shifted(today, ahead, 0)


def _plain(text: str) -> str:
    """Small letters, one space between words, no full stops after words, no commas."""
    text = text.casefold().replace("\N{MINUS SIGN}", "-").replace(",", " ")
    return " ".join(re.sub(r"(?<=[a-z])\.", " ", text).split())


def _shift(plain: str) -> tuple[int, int] | None:
    """How many (days, months) from today, when that is what it says."""
    if plain in day_names.NEAR_DAYS:
        return day_names.NEAR_DAYS[plain], 0
    found = re.fullmatch(_RELATIVE, plain, re.ASCII)
    if found is None or found["unit"] not in day_names.UNITS:
        return None
    before, after = (found["before"] or "").strip(), found["after"]
    ahead = after is None and (before == "+" or before in day_names.AHEAD_WORDS)
    back = (after is None and before == "-") or (not before and after in day_names.AGO_WORDS)
    if not (ahead or back):
        return None
    count = 1 if found["count"] in _ONE else int(found["count"])
    days, months = day_names.UNITS[found["unit"]]
    sign = 1 if ahead else -1
    return sign * count * days, sign * count * months


def _shifted(today: date, days: int, months: int) -> date | None:
    """So many days and months later; the last day of a month that is shorter."""
    year, month = divmod(today.year * _MONTHS_IN_YEAR + today.month - 1 + months, _MONTHS_IN_YEAR)
    same_day = _existing((year, month + 1, day) for day in range(today.day, 0, -1))
    with suppress(OverflowError):
        return next((day + timedelta(days) for day in same_day), None)
    return None


def _written(plain: str) -> _Written | None:
    """The parts of a date, when it is written as one."""
    for form in _WRITTEN:
        if not (found := re.fullmatch(form, plain, re.ASCII)):
            continue
        part = found.groupdict()
        month = _month(part)
        if month is not None or "name" not in part:
            return _Written(int(part["day"]), month, part.get("year"))
    return None


def _month(part: Mapping[str, str]) -> int | None:
    """The month of a match, by number or by name; None for no month, or no name of one."""
    if number := part.get("month"):
        return int(number)
    return day_names.MONTH_PLACES.get(part.get("name", ""))


def _resolved(written: _Written, today: date, look: Look, years_ahead: int) -> date | None:
    """The day that is meant, or None when there is no such day."""
    day, month, year = written
    if month is None:
        # Two months running never both lack a 29th, 30th or 31st.
        near = (today.year * _MONTHS_IN_YEAR + today.month - 1 + n for n in range(-2, 3))
        return _pick(
            _existing((n // _MONTHS_IN_YEAR, n % _MONTHS_IN_YEAR + 1, day) for n in near),
            today,
            look,
        )
    if year is None:
        years = range(today.year - 1, today.year + 2)
        return _pick(_existing((y, month, day) for y in years), today, look)
    return next(_existing([(_full_year(year, today.year + years_ahead), month, day)]), None)


def _existing(days: Iterable[tuple[int, int, int]]) -> Iterator[date]:
    for year, month, day in days:
        with suppress(ValueError):
            yield date(year, month, day)


def _full_year(year: str, last: int) -> int:
    """The year as it stands, or, of two figures, the latest such year that is not after `last`."""
    if len(year) > len("26"):
        return int(year)
    return last - (last - int(year)) % 100


def _pick(days: Iterable[date], today: date, look: Look) -> date | None:
    """The day closest to today on the side we look at."""
    sides = {Look.BACK: (True, False), Look.AHEAD: (False, True), Look.NEAREST: (True, True)}
    back, ahead = sides[look]
    fitting = (d for d in days if d == today or (back if d < today else ahead))
    return min(fitting, key=lambda d: abs(d - today), default=None)
