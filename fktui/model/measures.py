"""measures.yaml: scores of instruments, and who takes part in which study.

Which instruments there are, with their scales, is data: `model.instrument`.
"""

from datetime import date
from enum import Enum

from fktui.model.record import Record


class Measurement(Record, frozen=True, kw_only=True):
    """The result of an instrument that somebody filled in; never its items (domain.md §4)."""

    id: str
    instrument: str
    """The name of its definition, such as `sdm-q-9`."""
    on: date
    by: tuple[str, ...] = ()
    """Who filled it in."""
    about: tuple[str, ...] = ()
    scores: dict[str, float] = {}  # noqa: RUF012 - msgspec copies it for each record
    """By the name of the scale."""
    note: str | None = None
    visible_to: tuple[str, ...] = ()


class ParticipationStatus(str, Enum):
    """How far somebody is with taking part in a study (domain.md item 118)."""

    TO_ASK = "to_ask"
    ASKED = "asked"
    YES = "yes"
    NO = "no"
    DONE = "done"


class Participation(Record, frozen=True, kw_only=True):
    """Whether somebody takes part in a study; the consent itself is in consent.yaml."""

    id: str
    person: str
    study: str
    status: ParticipationStatus
    on: date | None = None
    note: str | None = None


class Measures(Record, frozen=True, kw_only=True):
    """The whole of measures.yaml."""

    measurements: tuple[Measurement, ...] = ()
    participation: tuple[Participation, ...] = ()
