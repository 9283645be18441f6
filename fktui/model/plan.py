"""plan.yaml: goals, interventions, agreements, the future plan, and who agrees with what."""

from datetime import date
from enum import Enum

from fktui.model.record import Record


class LifeDomain(str, Enum):
    """The seven life domains (domain.md item 5)."""

    CHILD = "child"
    PARENTS = "parents"
    PARENTING = "parenting"
    FAMILY_FUNCTIONING = "family_functioning"
    SOCIO_ECONOMIC = "socio_economic"
    ENVIRONMENT = "environment"
    CARE = "care"


class GoalKind(str, Enum):
    """A goal for the long term, or a small step on the way to one."""

    LONG_TERM = "long_term"
    SMALL_STEP = "small_step"


class Measure(str, Enum):
    """How a goal is scored: Goal Attainment Scaling (-2..+2) or a figure (0..10)."""

    GAS = "gas"
    TEN = "ten"


class GoalStatus(str, Enum):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    STOPPED = "stopped"
    CHANGED = "changed"


class Levels(Record, frozen=True, kw_only=True):
    """The five levels of Goal Attainment Scaling in the family's words."""

    much_less: str | None = None
    less: str | None = None
    expected: str | None = None
    more: str | None = None
    much_more: str | None = None


class Actor(str, Enum):
    """Whose step it is."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    COMMUNITY = "community"


class Step(Record, frozen=True, kw_only=True):
    """A small action under a goal."""

    id: str
    what: str
    who: tuple[str, ...] = ()
    by: Actor | None = None
    due: date | None = None
    done: date | None = None
    dropped: date | None = None
    meeting: str | None = None
    """The meeting where it was agreed."""


class Score(Record, frozen=True, kw_only=True):
    """How far a goal is, on a date, according to whom."""

    id: str
    on: date
    value: int
    by: tuple[str, ...] = ()
    note: str | None = None


class Goal(Record, frozen=True, kw_only=True):
    """What the family wants to reach, in its own words."""

    id: str
    title: str
    words_of: str | None = None
    owners: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    domain: LifeDomain | None = None
    kind: GoalKind = GoalKind.LONG_TERM
    parent: str | None = None
    """The long-term goal that this small step belongs to."""
    priority: int | None = None
    why: str | None = None
    opened_on: date | None = None
    target_on: date | None = None
    measure: Measure = Measure.GAS
    weight: int = 1
    """Importance in the T-score; 1 unless the family weighs its goals."""
    levels: Levels | None = None
    steps: tuple[Step, ...] = ()
    scores: tuple[Score, ...] = ()
    status: GoalStatus = GoalStatus.OPEN
    status_on: date | None = None
    status_reason: str | None = None


class Regime(str, Enum):
    """The law an intervention falls under (domain.md §5.1)."""

    YOUTH_ACT = "youth_act"
    MEDICAL_TREATMENT = "medical_treatment"
    SOCIAL_SUPPORT = "social_support"
    OTHER = "other"


class Intervention(Record, frozen=True, kw_only=True):
    """Help by somebody for somebody, beside the coach's own visits."""

    id: str
    what: str
    who: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    regime: Regime | None = None
    planned_on: date | None = None
    """When it is to start; help by several parties starts in one go (domain.md item 74)."""
    started_on: date | None = None
    ended_on: date | None = None
    continues: bool = False
    """Whether it goes on after the closing of FamilieKracht (domain.md item 80)."""
    continues_until: date | None = None
    reach: str | None = None
    note: str | None = None


class AgreementKind(str, Enum):
    """Where an agreement holds."""

    HOME = "home"
    NETWORK = "network"
    SAFETY = "safety"
    HELP = "help"


class Agreement(Record, frozen=True, kw_only=True):
    """What people agreed to do or to leave, until further notice."""

    id: str
    what: str
    kind: AgreementKind = AgreementKind.HOME
    who: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    meeting: str | None = None


class FutureSection(str, Enum):
    """The sections of the future plan that only the family can write (domain.md §3.9)."""

    PROUD = "proud"
    KEEPS_GOING = "keeps_going"
    GREEN = "green"
    ORANGE = "orange"
    RED = "red"
    OURSELVES = "ourselves"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    MORE_HELP = "more_help"
    SAFETY = "safety"
    MOMENT = "moment"
    WISH = "wish"
    CHILDREN = "children"


class FutureEntry(Record, frozen=True, kw_only=True):
    """One line of the future plan, in the family's words.

    In OURSELVES, NETWORK and PROFESSIONAL the order of the entries is the order of who calls whom.
    """

    id: str
    section: FutureSection
    text: str
    about: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    on: date | None = None
    visible_to: tuple[str, ...] = ()


class FuturePlan(Record, frozen=True, kw_only=True):
    """What the family takes along when the help ends."""

    entries: tuple[FutureEntry, ...] = ()


class Assent(Record, frozen=True, kw_only=True):
    """Whether somebody agrees with a text: a shared decision, not a signature.

    What was agreed is known by its fingerprint (`method.agreed`): a text that changed afterwards
    has to be discussed again.
    """

    id: str
    to: str
    """`plan`, `future_plan`, `analysis`, or the id of a goal or a safety plan."""
    by: str
    on: date
    agrees: bool = True
    because: str | None = None
    text: str | None = None
    """The fingerprint of the text that was agreed with."""


class Evaluation(Record, frozen=True, kw_only=True):
    """A look back at the plan with the people concerned."""

    id: str
    on: date
    by: tuple[str, ...] = ()
    meeting: str | None = None
    note: str | None = None


class Plan(Record, frozen=True, kw_only=True):
    """The whole of plan.yaml."""

    goals: tuple[Goal, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    evaluations: tuple[Evaluation, ...] = ()
    future_plan: FuturePlan = FuturePlan()
    agreed: tuple[Assent, ...] = ()
