"""How we say dates, periods and lengths of time, in the language that is spoken now.

What people type is read in `words.time.dates`, which understands all that is said here.
"""

from datetime import date

from fktui.words.language import _, current, ngettext
from fktui.words.time.day_names import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_DAYS_IN_WEEK = 7
# From here on a distance is said in weeks: "3 weeks ago" says more than "22 days ago".
_IN_WEEKS = 14


def say_day(day: date) -> str:
    """The day with its name, short: `vr 20 nov 2026`, `Fri 20 Nov 2026`."""
    return f"{say_weekday(day, short=True)} {_say(day, SHORT_MONTHS)}"


def say_day_of_year(day: date) -> str:
    """The day with its name, short, where the year is clear: `vr 20 nov`, `Fri 20 Nov`."""
    return say_day(day).rpartition(" ")[0]


def say_day_and_month(day: date) -> str:
    """The day without its name, where the year is clear: `20 nov`, `20 Nov`."""
    return _say(day, SHORT_MONTHS).rpartition(" ")[0]


def typed_days(day: date) -> tuple[str, str]:
    """An example of how a day is typed, in words and in figures: `20 nov`, `20-11-2026`."""
    return say_day_and_month(day), f"{day.day}-{day.month}-{day.year}"


def say_date(day: date) -> str:
    """The date in full: `20 november 2026`, `20 November 2026`."""
    return _say(day, MONTHS)


def say_partial(born: str) -> str:
    """A date as far as it is known (`model.record.PartialDate`): `1990`, `juni 1990`, or in full.

    What cannot be read is said as it stands: another editor may have written it.
    """
    try:
        if len(born) == len("1990-06"):
            month = date.fromisoformat(f"{born}-01")
            return f"{MONTHS[current()][month.month - 1]} {month.year}"
        return say_date(date.fromisoformat(born))
    except ValueError:
        return born


def say_period(start: date | None, end: date | None) -> str:
    """The days from start to end, both counted: `3 t/m 20 november 2026`; either may be open."""
    if start is None:
        return _("until {end}").format(end=say_date(end)) if end else ""
    if end is None:
        return _("from {start}").format(start=say_date(start))
    if start == end:
        return say_date(start)
    words = say_date(start).split()
    # What both have in common is said once.
    known = 2 if start.year == end.year else 3
    if (start.year, start.month) == (end.year, end.month):
        known = 1
    return _("{start} to {end}").format(start=" ".join(words[:known]), end=say_date(end))


def say_weekday(day: date, *, short: bool = False) -> str:
    """The name of the day: `vrijdag`, or `vr`."""
    return weekday_names(short=short)[day.weekday()]


def weekday_names(*, short: bool = False) -> tuple[str, ...]:
    """The days of the week, Monday first."""
    return (SHORT_WEEKDAYS if short else WEEKDAYS)[current()]


def say_days(count: int) -> str:
    """A number of days: `1 dag`, `3 dagen`."""
    return ngettext("{count} day", "{count} days", count).format(count=count)


def say_weeks(count: int) -> str:
    """A number of weeks: `1 week`, `3 weken`."""
    return ngettext("{count} week", "{count} weeks", count).format(count=count)


def say_distance(day: date, today: date) -> str:
    """How far a day is from today: `gisteren`, `over 9 dagen`, `3 weken geleden`."""
    days = (day - today).days
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if days in near:
        return near[days]
    far = abs(days)
    length = say_days(far) if far < _IN_WEEKS else say_weeks(far // _DAYS_IN_WEEK)
    if days > 0:
        return _("in {length}").format(length=length)
    return _("{length} ago").format(length=length)


def _say(day: date, months: dict[str, tuple[str, ...]]) -> str:
    return f"{day.day} {months[current()][day.month - 1]} {day.year}"
