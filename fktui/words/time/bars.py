"""Periods under each other on one line of months, so that one sees what goes on together.

Drawn with signs that every terminal and every printer knows, and read without colour.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

GOING, PLANNED, EMPTY, ONWARD = "=", "-", ".", ">"
MOST = 36
"""The months that fit; of a longer time the last ones."""

_MONTHS = 12


class Span(NamedTuple):
    """A period: without a last day it still goes on; when it has not begun it is planned."""

    first: date
    last: date | None = None
    begun: bool = True


class Bars(NamedTuple):
    """The years above the months, and a bar for each period."""

    head: str
    rows: tuple[str, ...]


def bars(spans: Sequence[Span], today: date) -> Bars:
    """A sign for each month: `=` it goes on, `-` planned, `>` beyond today without an end.

    The line runs from the first month of all periods up to the last; this month is on it.
    """
    if not spans:
        return Bars("", ())
    now = _month(today)
    last = max(now, *(_month(span.last or span.first) for span in spans))
    first = max(min(now, *(_month(span.first) for span in spans)), last - MOST + 1)
    months = range(first, last + 1)
    return Bars(_head(months), tuple(_row(span, months, now) for span in spans))


def _row(span: Span, months: Iterable[int], now: int) -> str:
    begins = _month(span.first)
    ends = _month(span.last) if span.last else max(now, begins)
    drawn = GOING if span.begun else PLANNED
    row = "".join(drawn if begins <= month <= ends else EMPTY for month in months)
    return row + (ONWARD if span.last is None else " ")


def _head(months: Sequence[int]) -> str:
    """The year above its January, and above the first month where there is room for it."""
    signs = [" "] * (len(months) + 4)
    for place, month in enumerate(months):
        year, of_year = divmod(month, _MONTHS)
        if of_year == 0 or (place == 0 and of_year <= _MONTHS - 5):
            signs[place : place + 4] = f"{year:04}"
    return "".join(signs).rstrip()


def _month(day: date) -> int:
    """Months since the year 0, so that they can be counted."""
    return day.year * _MONTHS + day.month - 1
