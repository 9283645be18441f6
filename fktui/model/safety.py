"""safety.yaml: safety plans, scaling questions, and the journal of the reporting code."""

from datetime import date
from enum import Enum
from typing import Annotated

import msgspec

from fktui.model.record import Record

Safe = Annotated[int, msgspec.Meta(ge=0, le=10)]
"""0: as bad as it can be; 10: safe enough to stop (domain.md §3.6)."""


class Colour(str, Enum):
    """How it goes: well, take care, act now."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


class Signal(Record, frozen=True, kw_only=True):
    """What can be seen or heard when it goes well, less well, or wrong."""

    id: str
    colour: Colour
    text: str
    about: tuple[str, ...] = ()


class SafetyAgreementKind(str, Enum):
    """First immediate, then structural safety (domain.md §3.6)."""

    IMMEDIATE = "immediate"
    STRUCTURAL = "structural"


class SafetyAgreement(Record, frozen=True, kw_only=True):
    """What adults do in a daily situation, so that the child is safe."""

    id: str
    what: str
    who: tuple[str, ...] = ()
    situation: str | None = None
    """When it holds: the evening, exchange day, a quarrel."""
    kind: SafetyAgreementKind = SafetyAgreementKind.STRUCTURAL
    guarded_by: tuple[str, ...] = ()
    """Who watches that it is kept."""
    until: date | None = None


class Call(Record, frozen=True, kw_only=True):
    """Who calls whom; the order of the calls is the order in which it is tried."""

    id: str
    who: tuple[str, ...] = ()
    calls: str
    when: str | None = None
    reach: str | None = None


class Condition(Record, frozen=True, kw_only=True):
    """A minimum that others set for safety (bodemeis, domain.md §3.6)."""

    id: str
    what: str
    set_by: str
    """The organisation that set it, such as Veilig Thuis or a certified agency."""
    on: date | None = None
    met_on: date | None = None
    until: date | None = None


class Review(Record, frozen=True, kw_only=True):
    """A day on which the plan is looked at again."""

    id: str
    planned_on: date | None = None
    held_on: date | None = None
    by: tuple[str, ...] = ()
    note: str | None = None


class Version(Record, frozen=True, kw_only=True):
    """A version of the plan; its text on that day is in the history (`--at`)."""

    number: int
    on: date
    reason: str | None = None


class SafetyPlan(Record, frozen=True, kw_only=True):
    """What keeps the child safe, who does what, and who watches (domain.md items 14, 91; §3.6)."""

    id: str
    made_on: date
    versions: tuple[Version, ...] = ()
    reason: str | None = None
    """What gave rise to it: facts."""
    complicating: str | None = None
    """What makes it harder."""
    danger_statement: str | None = None
    """What may happen to whom if nothing changes (risico-uitspraak)."""
    wished: str | None = None
    """What it looks like when it is safe."""
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    signals: tuple[Signal, ...] = ()
    agreements: tuple[SafetyAgreement, ...] = ()
    guards: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    conditions: tuple[Condition, ...] = ()
    reviews: tuple[Review, ...] = ()
    children_text: str | None = None
    """The plan as a child understands it."""
    ended_on: date | None = None
    ended_by: tuple[str, ...] = ()
    ended_reason: str | None = None


class Scaling(Record, frozen=True, kw_only=True):
    """What one person answers to the scaling question: how safe is it now?"""

    id: str
    on: date
    by: str
    """A member of the family, somebody around it, or a colleague."""
    value: Safe | None = None
    words: str | None = None
    """The answer as it was given: a word, a drawing, a face."""
    visible_to: tuple[str, ...] = ()


class CodeStepKind(str, Enum):
    """The five steps of the reporting code (meldcode, domain.md §5.6)."""

    SIGNALS = "signals"
    CONSULT = "consult"
    TALK = "talk"
    WEIGH = "weigh"
    DECIDE = "decide"


class Weighing(Record, frozen=True, kw_only=True):
    """The five questions of the weighing framework, of steps 4 and 5 (domain.md §5.6)."""

    suspicion: bool | None = None
    unsafe: bool | None = None
    """Acute or structural unsafety: then it is always reported."""
    can_help: bool | None = None
    accepted: bool | None = None
    gives_result: bool | None = None


class CodeStep(Record, frozen=True, kw_only=True):
    """One step of the reporting code: what was done, with whom, and what was decided."""

    id: str
    step: CodeStepKind
    on: date
    by: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    """Who was spoken to or consulted."""
    text: str | None = None
    weighing: Weighing | None = None
    decision: str | None = None


class CodeOutcome(str, Enum):
    """How a path through the reporting code ended."""

    NO_SUSPICION = "no_suspicion"
    HELP = "help"
    REPORTED = "reported"


class ReportingCode(Record, frozen=True, kw_only=True):
    """One path through the reporting code. Restricted: only the team reads it (Jeugdwet 4.1.7)."""

    id: str
    opened_on: date
    about: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    """Whose acts are looked into; they may not see it without more thought."""
    steps: tuple[CodeStep, ...] = ()
    closed_on: date | None = None
    outcome: CodeOutcome | None = None
    visible_to: tuple[str, ...] = ("team",)


class Safety(Record, frozen=True, kw_only=True):
    """The whole of safety.yaml."""

    plans: tuple[SafetyPlan, ...] = ()
    scalings: tuple[Scaling, ...] = ()
    reporting_code: tuple[ReportingCode, ...] = ()
