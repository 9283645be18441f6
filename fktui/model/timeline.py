"""timeline.yaml: life events and care history, with how each person experienced them."""

from enum import Enum
from typing import Annotated

import msgspec

from fktui.model.record import Nature, PartialDate, Record

Feeling = Annotated[int, msgspec.Meta(ge=-5, le=5)]
"""From -5, the lowest, to +5, the highest (domain.md §3.2)."""
Age = Annotated[int, msgspec.Meta(ge=0, le=120)]


class EventKind(str, Enum):
    """What happened. Help and placements are the care history (domain.md items 4, 87)."""

    FAMILY = "family"
    MOVE = "move"
    BIRTH = "birth"
    DEATH = "death"
    SEPARATION = "separation"
    SCHOOL = "school"
    WORK = "work"
    HEALTH = "health"
    MONEY = "money"
    HELP = "help"
    PLACEMENT = "placement"
    MIGRATION = "migration"
    VIOLENCE = "violence"
    OTHER = "other"


class Experience(Record, frozen=True, kw_only=True):
    """How one person experienced it; never one figure for the family."""

    id: str
    person: str
    value: Feeling
    note: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something on the timeline (domain.md §3.2)."""

    id: str
    title: str
    kind: EventKind = EventKind.FAMILY
    on: PartialDate | None = None
    """A year, a month or a day: as far as it is known."""
    approximate: bool = False
    """Whether the date is only about right."""
    age_of: str | None = None
    """Whose age the event is dated by, when no date is known."""
    age: Age | None = None
    until: PartialDate | None = None
    about: tuple[str, ...] = ()
    experiences: tuple[Experience, ...] = ()
    helped: str | None = None
    """What or who helped out of a low."""
    result: str | None = None
    """Of help and placements: what came of it (domain.md item 4)."""
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()
    note: str | None = None


class Timeline(Record, frozen=True, kw_only=True):
    """The whole of timeline.yaml."""

    events: tuple[Event, ...] = ()
