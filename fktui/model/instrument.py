"""What an instrument measures and how it is counted: definitions, as data files.

Packaged ones are in `templates/instruments/`, the team's own (licensed) ones in
`team/instruments/`. Item texts are not shipped (design decision 15); a team with a licence may put
its own in `items`.
"""

from enum import Enum

from fktui.model.record import Record


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
    """When it is due (domain.md item 10 of the issue: what is due when)."""

    START_OF_ANALYSIS = "start_of_analysis"
    END_OF_ANALYSIS = "end_of_analysis"
    MID_EXECUTION = "mid_execution"
    END_OF_HELP = "end_of_help"
    AFTERCARE = "aftercare"
    EVERY_CONTACT = "every_contact"


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
    """The scale it is computed from; of all answers when it says `items`."""
    times: float | None = None
    item_numbers: tuple[int, ...] = ()
    """Which answers are summed; all of them when none is named."""


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
