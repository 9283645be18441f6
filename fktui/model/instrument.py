"""What an instrument measures and how it is counted: definitions, as data files.

Packaged ones are in `templates/instruments/`, the team's own (licensed) ones in
`team/instruments/`. Item texts are not shipped (design decision 15); a team with a licence may put
its own in `items`.
"""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from fktui.model.record import Record

ANSWERS = "items"
"""What a scale is `of` when it is the sum of answers."""

_WORD = re.compile(r"[a-z][a-z0-9_-]{0,39}\Z")
_SCALE = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")


class Better(str, Enum):
    """Which way is the good way."""

    HIGHER = "higher"
    LOWER = "lower"


class FilledBy(str, Enum):
    """Who fills it in."""

    YOUTH = "youth"
    PARENT = "parent"
    MEMBER = "member"
    PROFESSIONAL = "professional"


class Moment(str, Enum):
    """When it is due, counted from the phases."""

    START_OF_ANALYSIS = "start_of_analysis"
    END_OF_ANALYSIS = "end_of_analysis"
    MID_EXECUTION = "mid_execution"
    END_OF_HELP = "end_of_help"
    AFTERCARE = "aftercare"
    EVERY_CONTACT = "every_contact"


class Cutoff(Record, frozen=True, kw_only=True):
    """A figure that others are held against, for people of some ages or of all."""

    value: float
    from_age: int | None = None
    to_age: int | None = None
    """The last age in whole years that it is for."""


class Scale(Record, frozen=True, kw_only=True):
    """One figure of an instrument.

    `of` and `times` make it follow from another: raw 31 of 45, times 100/45, is 68.9.
    """

    name: str
    title: str | None = None
    low: float
    high: float
    better: Better | None = None
    of: str | None = None
    """The scale it is computed from, or several with + between; of the answers when `items`."""
    times: float | None = None
    item_numbers: tuple[int, ...] = ()
    """Which answers are summed; all of them when none is named."""
    cutoffs: tuple[Cutoff, ...] = ()
    """As its makers or the team hold them; the program knows none of its own."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the scales that it is the sum of; none for one that is typed or counted."""
        if self.of is None or self.of == ANSWERS:
            return ()
        return tuple(part.strip() for part in self.of.split("+"))


class Items(Record, frozen=True, kw_only=True):
    """How many questions there are and what may be answered; texts only where a team may."""

    count: int
    low: int
    high: int
    texts: tuple[str, ...] = ()


class Instrument(Record, frozen=True, kw_only=True):
    """The whole of an instrument's file."""

    name: str
    title: str
    measures: str | None = None
    """What it is about, in a sentence of our own."""
    filled_by: tuple[FilledBy, ...] = ()
    items: Items | None = None
    scales: tuple[Scale, ...] = ()
    due: tuple[Moment, ...] = ()
    team_level: bool = False
    """Whether it is about the team and not about a family (MIDI, focus groups)."""
    rights: str | None = None
    """Whose it is, and what is needed to use it."""
    source: str | None = None

    @property
    def counts_answers(self) -> bool:
        """Whether a figure can be made from the answers."""
        return self.items is not None and any(scale.of == ANSWERS for scale in self.scales)


class Fault(NamedTuple):
    """A value in a definition that does not fit the rest of it."""

    field: str
    given: str


def faults(instrument: Instrument, name: str) -> Iterator[Fault]:
    """What does not fit in a definition whose file is called so.

    A scale has a simple word for a name, because it is typed as `name=7`; it is computed from
    scales above it, so that no two can wait for each other.
    """
    if instrument.name != name or not _WORD.match(instrument.name):
        yield Fault("name", instrument.name)
    if not instrument.scales and not instrument.team_level:
        yield Fault("scales", "")
    count = instrument.items.count if instrument.items else 0
    above: set[str] = set()
    for scale in instrument.scales:
        where = f"scales.{scale.name}"
        if not _SCALE.match(scale.name) or scale.name in above:
            yield Fault(f"{where}.name", scale.name)
        if not scale.low < scale.high:
            yield Fault(f"{where}.high", f"{scale.high:g}")
        if not above.issuperset(scale.parts) or (scale.of == ANSWERS and not count):
            yield Fault(f"{where}.of", scale.of or "")
        if any(not 1 <= number <= count for number in scale.item_numbers):
            yield Fault(f"{where}.item_numbers", ", ".join(map(str, scale.item_numbers)))
        yield from _cutoff_faults(scale, f"{where}.cutoffs")
        above.add(scale.name)


def _cutoff_faults(scale: Scale, where: str) -> Iterator[Fault]:
    for one in scale.cutoffs:
        if not scale.low <= one.value <= scale.high:
            yield Fault(f"{where}.value", f"{one.value:g}")
        if one.from_age is not None and one.to_age is not None and one.to_age < one.from_age:
            yield Fault(f"{where}.to_age", str(one.to_age))
