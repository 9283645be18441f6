"""The phases in words: from when until when, how one was entered, the hours that were agreed."""

from collections.abc import Iterator, Mapping
from datetime import date

from fktui.errors import WrongUse
from fktui.model.trajectory import Closing, Extension, HoursNorm, PhasePeriod
from fktui.words.changes import say_value
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.hours import HoursRead, hours_in_figures, parse_hours, say_rounded
from fktui.words.time.say_dates import say_day


def say_days_of(start: date | None, end: date | None) -> str:
    """From when until when, for a column; … for what is still open."""
    if start is None and end is None:
        return "–"
    return " – ".join(say_day(day).partition(" ")[2] if day else "…" for day in (start, end))


def say_entry(period: PhasePeriod, names: dict[str, str], *, longer: bool = True) -> Iterator[str]:
    """Who decided about a phase, why it was entered early and, if asked, why it got more time."""
    if period.decision:
        text = _("decided together on {day}: {people}")
        people = listed(period.decision.by, names) or "–"
        yield text.format(day=say_day(period.decision.on), people=people)
    if period.reason:
        yield _("entered with open conditions, because: {reason}").format(reason=period.reason)
    yield from map(say_longer, period.extensions if longer else ())


def say_longer(one: Extension) -> str:
    """More time for a phase, with the reason."""
    text = _("longer, until {day}: {reason}")
    return text.format(day=say_day(one.until), reason=one.reason)


def say_criteria(closing: Closing, names: Mapping[str, str]) -> Iterator[str]:
    """What was so when the help ended."""
    for field in ("organises_daily_life", "relations_strengthened", "at_home"):
        yield f"{field_label(field)}: {say_value(getattr(closing, field), names)}"


def say_end(closing: Closing) -> str:
    """When and why the help ended."""
    text = _("The end: {day}, {reason}")
    return text.format(day=say_day(closing.on), reason=label(closing.reason))


def say_band(band: HoursNorm) -> str:
    """Hours a week: `4-8`, or `6`."""
    return "–".join(dict.fromkeys(map(hours_in_figures, (band.low, band.high))))


def parse_band(text: str) -> HoursNorm:
    """Hours a week as they are typed: `4-8`, or one number.

    Raises:
        WrongUse: `wrong-band`; or they are no hours.
    """
    low, high = _band(text)
    if high.hours < low.hours:
        raise WrongUse("wrong-band", given=text)
    return HoursNorm(low=low.hours, high=high.hours)


def say_rounded_band(text: str) -> Iterator[str]:
    """A sentence for each of these hours that was no half.

    Raises:
        WrongUse: as `parse_band`.
    """
    yield from dict.fromkeys(filter(None, map(say_rounded, _band(text))))


def _band(text: str) -> tuple[HoursRead, HoursRead]:
    low, dash, high = text.replace("–", "-").partition("-")
    least, most = low.strip(), high.strip() if dash else low.strip()
    if not least or not most:
        raise WrongUse("wrong-band", given=text)
    return parse_hours(least), parse_hours(most)
