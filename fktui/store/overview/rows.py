"""What the overview keeps of a family, as plain rows. Made above the store, which knows no rules.

Dates are ISO texts: they come from and go to SQLite, and ten thousand of them are only compared.
"""

from enum import IntEnum
from typing import Any, NamedTuple

WEEKS = 8
"""Of so many weeks the hours are kept, and shown in the list."""


class Reach(IntEnum):
    """How far a look at the disk goes, before what is kept of a family is believed."""

    NAMES = 0
    """case.yaml."""
    HEAD = 1
    """The three that matter most of what is watched: case.yaml, plan.yaml, the contacts."""
    COLUMNS = 2
    """Every file that the line of the family was made from."""
    EVERYTHING = 3
    """Every file, so that a note that was edited in place is found again."""


class Line(NamedTuple):
    """A family in the list.

    Attributes:
        phase_started_on: of the phase that is running; week and hours a week follow from it.
        phase_weeks: how many weeks are meant for it; 0 when nobody can say.
        lead: the lead clinician; like `coach` and `second` the id of a colleague.
        recent: hours per calendar week: the Monday of the newest week that has any, its hours, and
            those of the weeks before it, with spaces between; empty when there are none.
        hours: all hours of that phase; `hours_low` and `hours_high` are what is meant a week.
        broken: how many errors make the family read-only.
        dues: what may be due next, see `usecases.overview.listing.next_due`.
    """

    case_id: str
    name: str
    status: str
    phase: str = ""
    phase_started_on: str = ""
    phase_weeks: int = 0
    coach: str = ""
    second: str = ""
    lead: str = ""
    last_contact_on: str = ""
    open_goals: int = 0
    hours: float = 0.0
    hours_low: float = 0.0
    hours_high: float = 0.0
    recent: str = ""
    fictional: int = 0
    broken: int = 0
    dues: str = ""


class DueRow(NamedTuple):
    """A deadline that is not answered; `facts` is a JSON object."""

    on: str
    code: str
    kind: str
    source: str
    record: str
    facts: str
    passes: int


class FamilyDue(NamedTuple):
    """A deadline with the family it is of."""

    case_id: str
    name: str
    status: str
    due: DueRow


class Entry(NamedTuple):
    """Text to be found again. `on` is empty for what has no day."""

    on: str
    kind: str
    record: str
    file: str
    text: str


class Row(NamedTuple):
    """All that is kept of one family.

    Attributes:
        watched: the files and folders that the line was made from, inside the family's folder,
            what matters most first.
    """

    line: Line
    dues: tuple[DueRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    watched: tuple[str, ...] = ("case.yaml",)


class Hit(NamedTuple):
    """An entry that was found; in `snippet` a match stands between MARK_START and MARK_END."""

    case_id: str
    name: str
    on: str
    kind: str
    record: str
    file: str
    snippet: str
    whole: bool


MARK_START = "\x02"
MARK_END = "\x03"


def to_plain(row: Row) -> tuple[Any, ...]:
    """The row as plain tuples, to be handed from one process to another."""
    dues, entries = tuple(map(tuple, row.dues)), tuple(map(tuple, row.entries))
    return (tuple(row.line), dues, entries, row.watched)


def from_plain(plain: tuple[Any, ...]) -> Row:
    """The row that `to_plain` took apart."""
    line, dues, entries, watched = plain
    return Row(
        Line._make(line), tuple(map(DueRow._make, dues)), tuple(map(Entry._make, entries)), watched
    )
