"""Hours spent: what people type, and how we say it. Coarse on purpose, in halves.

The sector's covenant against registering by the minute is why (`model.record.Hours`). Times of the
clock are in `words.time.dates`.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from fktui.errors import WrongUse
from fktui.words.language import _, current, ngettext

MOST = 24
_HALF = Fraction(1, 2)
_MINUTES_IN_HOUR = 60
_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "": Fraction(0)}
_SPOKEN = {
    **dict.fromkeys(
        ("kwartier", "een kwartier", "a quarter", "quarter of an hour"), Fraction(1, 4)
    ),
    **dict.fromkeys(("half uur", "een half uur", "half an hour", "half hour"), Fraction(1, 2)),
    **dict.fromkeys(("drie kwartier", "three quarters of an hour"), Fraction(3, 4)),
    **dict.fromkeys(("een uur", "an hour"), Fraction(1)),
    **dict.fromkeys(("anderhalf", "anderhalf uur", "an hour and a half"), Fraction(3, 2)),
}
_HOUR = r"(?:u|uur|uren|h|hr|hrs|hour|hours)"
_MINUTE = r"(?:m|min|mins|minuut|minuten|minute|minutes)"
# Compiled by `re` when they are first needed: most commands read no hours.
_FIGURE = rf"(\d{{1,4}})?(?:[.,](\d{{1,4}}))?\s*([½¼¾]?)\s*{_HOUR}?"
_CLOCK = rf"(\d{{1,2}})(?::|\s*{_HOUR}\s*(?:en|and)?\s*)(\d{{1,2}})\s*{_MINUTE}?"
_MINUTES = rf"(\d{{1,4}})\s*{_MINUTE}"


class HoursRead(NamedTuple):
    """What was typed, as it will be kept.

    Attributes:
        hours: a multiple of 0.5, above 0 and at most 24.
        rounded: whether this differs from what was typed, so that the user can be told.
    """

    hours: float
    rounded: bool


def parse_hours(text: str) -> HoursRead:
    """The hours that were typed, to the nearest half; a quarter goes up, and so does less than it.

    Understands `1,5` `1.5` `1½` `1u30` `1h30` `1:30` `90m` `45 min` `2 uur`, in both languages.

    Raises:
        WrongUse: `hours-unknown`, or `hours-outside` for nothing, less than nothing, or over 24.
    """
    spoken = " ".join(text.casefold().split())
    below_zero = spoken.startswith(("-", "\N{MINUS SIGN}"))
    exact = _exact(spoken[1:].lstrip() if below_zero else spoken)
    if exact is None:
        raise WrongUse("hours-unknown", given=text)
    if below_zero or not 0 < exact <= MOST:
        raise WrongUse("hours-outside", given=text, most=MOST)
    halves = max(1, int(exact / _HALF + _HALF))
    return HoursRead(halves / 2, rounded=halves * _HALF != exact)


def _exact(spoken: str) -> Fraction | None:
    """Hours to the minute, or None when it says no hours."""
    if spoken in _SPOKEN:
        return _SPOKEN[spoken]
    if found := re.fullmatch(_MINUTES, spoken, re.ASCII):
        return Fraction(int(found[1]), _MINUTES_IN_HOUR)
    if (found := re.fullmatch(_CLOCK, spoken, re.ASCII)) and int(found[2]) < _MINUTES_IN_HOUR:
        return int(found[1]) + Fraction(int(found[2]), _MINUTES_IN_HOUR)
    found = re.fullmatch(_FIGURE, spoken, re.ASCII)
    if found is None or not any(found.groups()) or (found[2] and found[3]):
        return None
    whole, decimals, part = found.groups()
    return Fraction(f"{whole or 0}.{decimals or 0}") + _PARTS[part]


def say_hours(hours: float) -> str:
    """The hours with their unit: `1½ uur`, `4,8 uur`; what is no half is rounded to a tenth."""
    # "1 hour" and "½ hour", but "0 hours" and "1½ hours".
    count = 1 if 0 < hours <= 1 else 2
    return ngettext("{amount} hour", "{amount} hours", count).format(amount=_amount(hours))


def _amount(hours: float) -> str:
    halves = int(hours * 2)
    if halves != hours * 2:
        return hours_in_figures(hours)
    whole, half = divmod(halves, 2)
    return f"{whole or ''}½" if half else str(whole)


def hours_in_figures(hours: float) -> str:
    """The hours for a column: one decimal when there is one, with the comma or point of ours."""
    return in_figures(float(f"{hours:.1f}"))


def in_figures(value: float) -> str:
    """A number with all of its decimals, as people here write it: `7`, `68,9`."""
    figures = str(value).removesuffix(".0")
    return figures.replace(".", ",") if current() == "nl" else figures


def say_rounded(read: HoursRead) -> str:
    """One sentence that says what became of the typed hours; empty when nothing did."""
    if not read.rounded:
        return ""
    return _("Hours are kept in halves: this became {hours}.").format(hours=say_hours(read.hours))
