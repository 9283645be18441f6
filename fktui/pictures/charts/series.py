"""What stands on a chart: figures with their scale, days and names. How it looks is elsewhere."""

from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

import msgspec

TREND = 3
"""From so many points on a line is drawn through them; fewer say nothing about a direction."""

MARKS = ("●", "■", "▲", "□", "×", "▼")
"""One for each line of a panel, so that they differ without colour."""


class Kind(str, Enum):
    """The charts that there are."""

    HOURS = "hours"
    GOALS = "goals"
    DOMAINS = "domains"
    SCORES = "scores"


class Stretch(msgspec.Struct, frozen=True):
    """The hours of one stay in a phase.

    Attributes:
        name: of the phase.
        first: its first day.
        last: its last day so far.
        weeks: the hours of each week of it.
        low, high: the hours a week that are meant.
        per_week: the average.
    """

    name: str
    first: date
    last: date
    weeks: tuple[float, ...]
    low: float
    high: float
    per_week: float

    def day_of(self, week: int) -> date:
        """The first day of a week, counted from 0; no later than the last day."""
        return min(self.last, self.first + min(timedelta(weeks=week), date.max - self.first))


class Point(msgspec.Struct, frozen=True):
    """A figure on a day."""

    on: date
    value: float


class Line(msgspec.Struct, frozen=True):
    """The figures of one name, from early to late; the name may be empty where there is one."""

    name: str
    points: tuple[Point, ...]

    @property
    def is_trend(self) -> bool:
        """Whether there are enough points to draw a line through."""
        return len(self.points) >= TREND


class Limit(msgspec.Struct, frozen=True):
    """A figure that others are held against, such as where worry begins."""

    value: float
    name: str


class Panel(msgspec.Struct, frozen=True):
    """One small chart: lines on a scale. Points and limits are within it."""

    title: str
    note: str
    low: float
    high: float
    lines: tuple[Line, ...]
    limits: tuple[Limit, ...] = ()


class Pair(msgspec.Struct, frozen=True):
    """One figure then and now; the days are those on which it was given."""

    name: str
    start: float
    now: float
    said: str
    """How it stands now, as it is said: 1–2 where people differ."""
    first: date
    last: date

    @property
    def is_once(self) -> bool:
        """Whether it was given on one day only, so that there is nothing to compare."""
        return self.first == self.last


class Chart(msgspec.Struct, frozen=True):
    """A whole chart: of its kind stretches, panels or pairs; nothing of them when there is no data.

    Attributes:
        kind: of what.
        title: such as the family and the day.
        notes: what there is to know besides.
        low, high: the scale of the pairs.
    """

    kind: Kind
    title: str
    stretches: tuple[Stretch, ...] = ()
    panels: tuple[Panel, ...] = ()
    pairs: tuple[Pair, ...] = ()
    notes: tuple[str, ...] = ()
    low: float = 0
    high: float = 3

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.stretches or self.panels or self.pairs)


def days_of(panels: tuple[Panel, ...]) -> tuple[date, date]:
    """The first and the last day of all panels, which share them; of at least one point."""
    days = [point.on for panel in panels for line in panel.lines for point in line.points]
    return min(days), max(days)


def part_of(on: date, span: tuple[date, date]) -> float:
    """How far a day is from the first to the last: 0 to 1; in the middle when they are one."""
    first, last = span
    return (on - first).days / (last - first).days if last > first else 0.5


def depth_of(value: float, low: float, high: float) -> float:
    """How far a value is from the top of its scale to the bottom: 0 to 1."""
    return (high - value) / (high - low)


def steps_of(low: float, high: float) -> int:
    """In how many equal steps a scale is drawn, so that they are whole numbers where it can be."""
    width = high - low
    return next((count for count in (4, 5, 3, 2) if width % count == 0), 4)


def unit_of(most: float, rows: int) -> float:
    """The hours that a row of bars stands for: a round number, so that all fit in so many rows."""
    units = (unit * ten for ten in (1.0, 10.0, 100.0) for unit in (0.5, 1.0, 2.0))
    return next((unit for unit in units if unit * rows >= most), most / rows)


def averaged(weeks: tuple[float, ...], together: int) -> tuple[float, ...]:
    """Weeks in groups of so many, each with its average; the last may be of fewer."""
    ends = (*range(0, len(weeks), together), len(weeks))
    return tuple(sum(weeks[a:b]) / (b - a) for a, b in pairwise(ends) if b > a)


def spread(wanted: list[float], gap: float, most: float) -> list[float]:
    """Places as near as can be to what was wanted, at least a gap apart, from 0 to most.

    The order stays; where there is no room for all of them they run on beyond the end.
    """
    order = sorted(range(len(wanted)), key=lambda one: (wanted[one], one))
    placed: dict[int, float] = {}
    latest = most - gap * (len(wanted) - 1)
    before = -gap
    for number, one in enumerate(order):
        place = min(wanted[one], max(0.0, latest + number * gap))
        before = placed[one] = max(place, before + gap)
    return [placed[one] for one in range(len(wanted))]
