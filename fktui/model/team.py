"""The team's own files: fk.yaml (this store) and team.yaml (the colleagues)."""

from datetime import date
from enum import Enum

from fktui.model.record import Record
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
