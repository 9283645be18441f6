"""The team's own files: fk.yaml (this store), team.yaml (the colleagues), and all of them together.

The team's lists, such as its guiding principles, are in `knowledge`.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from fktui.model.case import Kind, Located
from fktui.model.knowledge import (
    Community,
    CommunityService,
    Organisation,
    Organisations,
    Principle,
    Principles,
    Research,
    Study,
    TeamMeasure,
)
from fktui.model.record import Record, with_record
from fktui.model.trajectory import HoursNorm


class Discipline(str, Enum):
    """The disciplines of the seeds (domain.md item 39); role and discipline are two things."""

    FAMILY_COACH = "family_coach"
    PSYCHOLOGIST = "psychologist"
    HEALTH_PSYCHOLOGIST = "health_psychologist"
    SYSTEMIC_THERAPIST = "systemic_therapist"
    PSYCHIATRIST = "psychiatrist"
    SOCIAL_WORKER = "social_worker"
    PARENT_CHILD_THERAPIST = "parent_child_therapist"
    OTHER = "other"


class Colleague(Record, frozen=True, kw_only=True):
    """Somebody of the team. Professionals, not clients: their names may stand in Git as author."""

    id: str
    name: str
    discipline: Discipline = Discipline.FAMILY_COACH
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    active_from: date | None = None
    active_until: date | None = None
    public_key: str | None = None


class IntakeDesk(Record, frozen=True, kw_only=True):
    """Where families are registered (aanmeldteam, domain.md item 22)."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    hours: str | None = None


class Team(Record, frozen=True, kw_only=True):
    """The whole of team.yaml."""

    colleagues: tuple[Colleague, ...] = ()
    area: str | None = None
    """Where the team works (domain.md item 50)."""
    since: date | None = None
    intake_desk: IntakeDesk | None = None


class PhaseNorm(Record, frozen=True, kw_only=True):
    """How long a phase is meant to take and how intensive, when the team departs from the seeds."""

    weeks_low: int
    weeks_high: int
    hours: HoursNorm
    meeting_weeks: int | None = None
    """Weeks between family meetings."""


class Norms(Record, frozen=True, kw_only=True):
    """The team's own norms; what is not named keeps the method's default."""

    start: PhaseNorm | None = None
    analysis: PhaseNorm | None = None
    execution: PhaseNorm | None = None
    closing: PhaseNorm | None = None
    retention_years: int | None = None
    aftercare_months: int | None = None
    refused_months: int | None = None
    """How long the record of a family that was not admitted is kept."""


class StoreSettings(Record, frozen=True, kw_only=True):
    """The whole of fk.yaml."""

    format: int
    id: str
    team: str
    language: str = "nl"
    demo: bool = False
    today: date | None = None
    """The day a practice store lives in; real stores have none."""
    norms: Norms = Norms()
    sectors: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it for each record
    """The team's own names for the sectors of the network map."""
    instruments: tuple[str, ...] = ()
    """The instruments that the team chose, by name; only these are ever due."""


class TeamFolder(msgspec.Struct, frozen=True, kw_only=True):
    """All that the team keeps, besides the settings of the store."""

    team: Team = Team()
    principles: Principles = Principles()
    community: Community = Community()
    organisations: Organisations = Organisations()
    research: Research = Research()


TEAM_FILES: dict[str, str] = {
    "team": "team.yaml",
    "principles": "principles.yaml",
    "community": "community.yaml",
    "organisations": "organisations.yaml",
    "research": "research.yaml",
}
"""The file of each part of a TeamFolder."""

TEAM_KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("colleague", Colleague, ("team", "colleagues")),
        Kind("principle", Principle, ("principles", "principles")),
        Kind("service", CommunityService, ("community", "services")),
        Kind("organisation", Organisation, ("organisations", "organisations")),
        Kind("study", Study, ("research", "studies")),
        Kind("team_measure", TeamMeasure, ("research", "measures")),
    )
}
"""The kinds of records of the team, and the part and list that hold each."""


def team_records(folder: TeamFolder) -> Iterator[Located]:
    """Every record of the team with an id, in the order of the files."""
    for kind in TEAM_KINDS.values():
        part, field = kind.path
        for record in getattr(getattr(folder, part), field):
            yield Located(kind, record)


def put_in_team(folder: TeamFolder, kind: str, record: Any) -> TeamFolder:
    """The team with this record added, or in the place of the one with the same id."""
    part, field = TEAM_KINDS[kind].path
    whole = getattr(folder, part)
    records = with_record(getattr(whole, field), record)
    changed = msgspec.structs.replace(whole, **{field: records})
    return msgspec.structs.replace(folder, **{part: changed})
