"""Two days of the network map beside each other, out of those on which it changed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from fktui.tui.lines import Line, line
from fktui.words.language import _
from fktui.words.time.say_dates import say_date

_LEAST = 12
"""Columns of the row of days, at least."""


class Times(NamedTuple):
    """Days on which the map changed, the oldest first, and two of them.

    Attributes:
        days: the last one is today.
        then: the place of the first day in the row.
        now: the place of the second one.
    """

    days: tuple[date, ...]
    then: int
    now: int

    @classmethod
    def of(cls, moments: Sequence[date], today: date) -> "Times":
        """The beginning beside today."""
        days = tuple(sorted({*moments, today}))
        return cls(days, 0, len(days) - 1)

    @property
    def days_shown(self) -> tuple[date, date]:
        """Both days."""
        return self.days[self.then], self.days[self.now]

    def step(self, by: int) -> "Times":
        """The first day further back or on, up to the second: then it is the map of that day."""
        return self._replace(then=max(0, min(self.now, self.then + by)))

    def step_now(self, by: int) -> "Times":
        """The second day further back or on, down to the first."""
        return self._replace(now=max(self.then, min(len(self.days) - 1, self.now + by)))

    @property
    def is_one(self) -> bool:
        """Whether both are the same day."""
        return self.then == self.now


def time_line(times: Times, width: int) -> Line:
    """Both days in the row of days on which the map changed: `◄━●━┻━┻━●► 6 jan → 14 sep`."""
    then, now = map(say_date, times.days_shown)
    said = then if times.is_one else _("{then} → {now}").format(then=then, now=now)
    room = width - cell_len(said) - 5
    parts = [(" ", ""), (said, "strong")]
    if room >= _LEAST:
        parts = [(" ◄", "soft"), *_row(times, room), ("► ", "soft"), *parts[1:]]
    return line(*parts)


def _row(times: Times, room: int) -> list[tuple[str, str]]:
    """A sign for each day, spread over the room by time."""
    first, last = times.days[0], times.days[-1]
    span = max(1, (last - first).days)
    signs = ["━"] * room
    for place, day in enumerate(times.days):
        at = round((day - first).days / span * (room - 1))
        here = place in {times.then, times.now}
        if signs[at] != "●":
            signs[at] = "●" if here else "┻"
    row = "".join(signs)
    start, end = row.index("●"), row.rindex("●")
    return [(row[:start], "soft"), (row[start : end + 1], "accent"), (row[end + 1 :], "soft")]
