"""The safety plan on paper: one A4 for the adults, and its other side for the children.

domain.md item 91 and §3.6, from S1:L254. Only a plan that runs and that the whole family may read.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from fktui.documents.collectors.said import Order, Said, family_name, left_out
from fktui.documents.facts import Call, Fact, Sign
from fktui.errors import Missing
from fktui.method.agreed import Stance, standing
from fktui.method.rights.copying import for_everybody
from fktui.method.safety import (
    agreements_on,
    current_version,
    next_review,
    running_plans,
    young_children,
)
from fktui.model.safety import SafetyAgreement, SafetyAgreementKind, SafetyPlan

_KINDS = ("safety_plan", "signal", "safety_agreement", "call", "condition", "review")


class AgreedOn(Fact, frozen=True, kw_only=True):
    """An agreement for a situation, such as the evening: who does it, and who sees to it."""

    text: str
    situation: str = ""
    who: str = ""
    guarded_by: str = ""


class ConditionFacts(Fact, frozen=True, kw_only=True):
    """What others ask at least, and since when that is done; None when it is not."""

    text: str
    set_by: str
    met_on: date | None = None


class StandingFacts(Fact, frozen=True, kw_only=True):
    """Where somebody stands: `stance` is a value of `method.agreed.Stance`."""

    name: str
    stance: str
    because: str = ""


class PlanFacts(Fact, frozen=True, kw_only=True):
    """One plan as it runs.

    Attributes:
        version: its number; None when no version was noted.
        dated: the day of that version, else the day on which the plan was made.
        guards: who watch that the whole plan is kept.
        reviewed_on, review_on: when it was last looked at, and when it will be.
        children: first names of those the page for children is for.
        children_text: the plan in words for them.
    """

    version: int | None = None
    dated: date
    about: str = ""
    reason: str = ""
    complicating: str = ""
    danger: str = ""
    wished: str = ""
    signs: tuple[Sign, ...] = ()
    agreements: tuple[AgreedOn, ...] = ()
    guards: str = ""
    calls: tuple[Call, ...] = ()
    conditions: tuple[ConditionFacts, ...] = ()
    reviewed_on: date | None = None
    review_on: date | None = None
    children: tuple[str, ...] = ()
    children_text: str = ""
    standing: tuple[StandingFacts, ...] = ()


class SafetyFacts(Fact, frozen=True, kw_only=True):
    """The plans that run; `hidden`: how many lines are only for some, and so are not in it."""

    family_name: str
    made_on: date
    copies: tuple[str, ...] = ()
    plans: tuple[PlanFacts, ...] = ()
    hidden: int = 0


def collect(order: Order) -> SafetyFacts:
    """The facts of the plans that run and that the whole family may read.

    Raises:
        Missing: `paper-no-safety-plan`: there is none.
    """
    case, _hidden = for_everybody(order.case, order.today)
    plans = running_plans(case, order.today)
    if not plans:
        raise Missing("paper-no-safety-plan", case=case.id)
    return SafetyFacts(
        family_name=family_name(case),
        made_on=order.today,
        copies=order.copies,
        plans=tuple(_plan(order, order._replace(case=case), plan) for plan in plans),
        hidden=left_out(order.case, case, _KINDS),
    )


def _plan(whole: Order, order: Order, plan: SafetyPlan) -> PlanFacts:
    said, today = Said(order), order.today
    version, review = current_version(plan, today), next_review(plan)
    held = (one.held_on for one in plan.reviews if one.held_on and one.held_on <= today)
    return PlanFacts(
        version=version.number if version else None,
        dated=version.on if version else plan.made_on,
        about=said.first(plan.about),
        reason=plan.reason or "",
        complicating=plan.complicating or "",
        danger=plan.danger_statement or "",
        wished=plan.wished or "",
        signs=tuple(said.signs((plan,))),
        agreements=tuple(_agreements(said, agreements_on(plan, today))),
        guards=said.first(plan.guards),
        calls=tuple(said.calls((plan,))),
        conditions=tuple(
            ConditionFacts(text=one.what, set_by=one.set_by, met_on=one.met_on)
            for one in plan.conditions
        ),
        reviewed_on=max(held, default=None),
        review_on=review.planned_on if review else None,
        children=tuple(said.first((one.id,)) for one in young_children(order.case, plan, today)),
        children_text=plan.children_text or "",
        standing=tuple(_standing(whole, plan)),
    )


def _agreements(said: Said, those: Iterable[SafetyAgreement]) -> Iterator[AgreedOn]:
    """What is done at once before what lasts; what is for one situation together."""
    places: dict[str, int] = {}
    for one in those:
        places.setdefault(one.situation or "", len(places))
    in_order = sorted(
        those,
        key=lambda one: (
            one.kind is not SafetyAgreementKind.IMMEDIATE,
            places[one.situation or ""],
        ),
    )
    for one in in_order:
        yield AgreedOn(
            text=one.what,
            situation=one.situation or "",
            who=said.first(one.who),
            guarded_by=said.first(one.guarded_by),
        )


def _standing(whole: Order, plan: SafetyPlan) -> Iterator[StandingFacts]:
    """By the whole plan: what people agreed with may hold a line that is not on this paper."""
    said = Said(whole)
    for one in standing(whole.case, plan.id, whole.today):
        against = one.assent is not None and one.stance is Stance.DISAGREES
        yield StandingFacts(
            name=said.first((one.person,)),
            stance=one.stance.value,
            because=(one.assent.because or "") if one.assent and against else "",
        )
