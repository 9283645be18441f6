"""intake.yaml: the referral, what is known, whether the help fits, what was decided together."""

from datetime import date
from enum import Enum

from fktui.model.plan import LifeDomain
from fktui.model.record import Nature, Record


class Route(str, Enum):
    """By which way a family comes (domain.md items 19-21)."""

    PARENT_CHILD_TEAM = "parent_child_team"
    CERTIFIED_AGENCY = "certified_agency"
    DISTRICT_TEAM = "district_team"
    GP = "gp"
    OTHER = "other"


class IncomingPlanKind(str, Enum):
    """What kind of plan came along (domain.md items 20, 92)."""

    PERSPECTIVE_PLAN = "perspective_plan"
    ACTION_PLAN = "action_plan"
    FAMILY_PLAN = "family_plan"
    OTHER = "other"


class IncomingPlan(Record, frozen=True, kw_only=True):
    """The plan that the referrer made before (domain.md items 20, 92)."""

    kind: IncomingPlanKind
    by: str | None = None
    """Which organisation made it."""
    on: date | None = None
    summary: str | None = None
    kept_at: str | None = None
    """Where the paper itself is kept."""


class Information(Record, frozen=True, kw_only=True):
    """What is known at the referral about a person or a life domain (domain.md items 23, 24)."""

    id: str
    about: tuple[str, ...] = ()
    domain: LifeDomain | None = None
    summary: str | None = None
    asked_on: date | None = None
    """When it was asked for, while there is no answer yet."""
    on: date | None = None
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()


class ReferralGoal(Record, frozen=True, kw_only=True):
    """What the referrer hopes for; apart from the family's own goals (domain.md item 25)."""

    id: str
    text: str
    by: str | None = None
    """Who set it; the referrer when not said."""
    goals: tuple[str, ...] = ()
    """The goals of the family that it became part of."""
    reason: str | None = None
    """Why it became none of them."""


class IndicationKind(str, Enum):
    """What speaks for this help: the list of the brochure (S1:L231-241, domain.md item 11)."""

    CHILD_0_23 = "child_0_23"
    MENTAL_HEALTH_CHILD = "mental_health_child"
    MENTAL_HEALTH_PARENT = "mental_health_parent"
    PARENT_PROBLEMS = "parent_problems"
    SOCIO_ECONOMIC = "socio_economic"
    PARENTING = "parenting"
    COMPLEX_FAMILY = "complex_family"
    CONTEXTUAL = "contextual"
    LONG_CARE_HISTORY = "long_care_history"


class Indication(Record, frozen=True, kw_only=True):
    """Whether one of the indications is there; a guideline, no fixed rule (S1:L228-229)."""

    id: str
    kind: IndicationKind
    applies: bool
    note: str | None = None


class ContraindicationKind(str, Enum):
    """What speaks against starting now (S1:L242-254, domain.md items 12-14)."""

    UNSAFETY = "unsafety"
    PARENT_UNAVAILABLE = "parent_unavailable"
    CHILD_UNSAFE = "child_unsafe"


class Contraindication(Record, frozen=True, kw_only=True):
    """Whether one of the contra-indications is there; with a motive the help may start anyway."""

    id: str
    kind: ContraindicationKind
    applies: bool
    on: date | None = None
    motive: str | None = None
    """Why the help may, or may not, start (domain.md item 15)."""
    consulted: tuple[str, ...] = ()
    safety_plan: str | None = None
    """The safety plan that lifts it (domain.md item 14)."""


class Expectation(str, Enum):
    """Whether the help is expected to make the child safer."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class SafetyJudgement(Record, frozen=True, kw_only=True):
    """The judgement at intake: can this help make the child safer (domain.md item 55)."""

    on: date
    acute: bool
    """Whether there is acute danger."""
    makes_safer: Expectation
    by: tuple[str, ...] = ()
    facts: str | None = None
    """What was seen and heard."""


class IntakeOutcome(str, Enum):
    """What family, referrer and team decided together (domain.md items 16, 54)."""

    ADMITTED = "admitted"
    NOT_SUITABLE = "not_suitable"


class IntakeDecision(Record, frozen=True, kw_only=True):
    """The decision together, with names and date (domain.md items 16, 54)."""

    on: date
    outcome: IntakeOutcome
    by: tuple[str, ...] = ()
    note: str | None = None
    advice: str | None = None
    """The better offer that was thought of together, when this help does not fit."""
    again: str | None = None
    """When the family may come again."""


class Intake(Record, frozen=True, kw_only=True):
    """The whole of intake.yaml."""

    route: Route | None = None
    provision: str | None = None
    """The segment of youth help it is under (S1:L61-64), such as Hoog Specialistische Jeugdhulp."""
    question: str | None = None
    """What the referrer asks."""
    incoming_plan: IncomingPlan | None = None
    information: tuple[Information, ...] = ()
    referral_goals: tuple[ReferralGoal, ...] = ()
    indications: tuple[Indication, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    safety: SafetyJudgement | None = None
    decision: IntakeDecision | None = None
    destroy_on: date | None = None
    """When the record of a family that was not admitted is destroyed."""
