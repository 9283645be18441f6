"""case.yaml: the course of the help: status, team, four phases, closing, aftercare."""

from datetime import date
from enum import Enum

from fktui.model.record import Record

FORMAT = 1
"""The version of the files that this program writes."""


class Status(str, Enum):
    """Where the family stands with the team."""

    REFERRED = "referred"
    ACTIVE = "active"
    CLOSED = "closed"
    DECLINED = "declined"


class Phase(str, Enum):
    """The four phases of FamilieKracht (seeds S0:L115-127)."""

    START = "start"
    ANALYSIS = "analysis"
    EXECUTION = "execution"
    CLOSING = "closing"


class JointDecision(Record, frozen=True, kw_only=True):
    """What family and coach decided together, with names and date (domain.md items 54, 82)."""

    on: date
    by: tuple[str, ...] = ()
    note: str | None = None


class HoursNorm(Record, frozen=True, kw_only=True):
    """Hours a week that are meant for a phase, as a band."""

    low: float
    high: float


class Extension(Record, frozen=True, kw_only=True):
    """More time for a phase, with the reason (domain.md items 58, 125)."""

    id: str
    until: date
    reason: str
    on: date
    by: tuple[str, ...] = ()


class PhasePeriod(Record, frozen=True, kw_only=True):
    """One stay in a phase. Planned dates are kept beside the real ones, never overwritten."""

    id: str
    phase: Phase
    planned_from: date | None = None
    planned_until: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    hours: HoursNorm | None = None
    """Only when this family's norm differs from the team's."""
    meeting_weeks: int | None = None
    """How many weeks between family meetings was agreed for this phase (domain.md item 31)."""
    conditions: tuple[str, ...] = ()
    """Entry conditions that family and coach confirmed, by their code in method.phases."""
    reason: str | None = None
    """Why the phase was entered with conditions still open."""
    decision: JointDecision | None = None
    extensions: tuple[Extension, ...] = ()


class GroupPlanOutcome(str, Enum):
    """What came of the offer to make a plan with the own circle first (Jeugdwet 4.1.2)."""

    WANTED = "wanted"
    MADE = "made"
    WAIVED = "waived"


class FamilyGroupPlan(Record, frozen=True, kw_only=True):
    """The family group plan: offered first; waiving it starts the statutory plan clock."""

    outcome: GroupPlanOutcome
    on: date
    reason: str | None = None
    plan_discussed_on: date | None = None
    """When the plan of the help was discussed with youth and parents, in speech or on paper."""
    asked_in_writing_on: date | None = None
    written_on: date | None = None


class EndReason(str, Enum):
    """Why the help ended (Statistics Netherlands, youth policy information, end codes)."""

    AS_PLANNED = "as_planned"
    EARLY_TOGETHER = "early_together"
    BY_FAMILY = "by_family"
    BY_TEAM = "by_team"
    EXTERNAL = "external"


class Closing(Record, frozen=True, kw_only=True):
    """How the help ended. The two criteria are those of the seeds (S1:L181-184)."""

    on: date
    reason: EndReason = EndReason.AS_PLANNED
    decision: JointDecision | None = None
    organises_daily_life: bool | None = None
    relations_strengthened: bool | None = None
    at_home: bool | None = None
    note: str | None = None


class Aftercare(Record, frozen=True, kw_only=True):
    """The talk three months after closing (S1:L255-259)."""

    planned_on: date | None = None
    held_on: date | None = None
    by: tuple[str, ...] = ()
    contact: str | None = None
    note: str | None = None


class Trajectory(Record, frozen=True, kw_only=True):
    """The whole of case.yaml."""

    format: int
    id: str
    name: str
    status: Status = Status.ACTIVE
    fictional: bool = False
    """Marks the invented families that come with the program."""
    referrer: str | None = None
    referred_on: date | None = None
    coach: str | None = None
    second: str | None = None
    lead_clinician: str | None = None
    interpreter: str | None = None
    receivers: tuple[str, ...] = ()
    """Who is to get reports, once there is consent (S1:L210-212): roles or ids."""
    family_group_plan: FamilyGroupPlan | None = None
    phases: tuple[PhasePeriod, ...] = ()
    closing: Closing | None = None
    aftercare: Aftercare | None = None
