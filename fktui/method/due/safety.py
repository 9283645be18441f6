"""The days of safety plans that are running: reviews, conditions of others, agreements that end."""

from collections.abc import Iterator

from fktui.method.due.day import AGREED, Deadline, DeadlineKind
from fktui.method.norms import MethodNorms
from fktui.model.case import Case


def reviews(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """V2: a safety plan has a plan for following it up; the day is agreed together."""
    for plan in case.safety.plans:
        for review in plan.reviews:
            if review.planned_on is not None:
                yield Deadline(
                    on=review.planned_on,
                    code="safety-review",
                    kind=DeadlineKind.AGREED,
                    source=AGREED,
                    record=review.id,
                    facts={"plan": plan.id},
                    done=review.held_on is not None or plan.ended_on is not None,
                )


def conditions(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """V1: conditions for safety are set by others, who may name a day by which they are met."""
    for plan in case.safety.plans:
        for condition in plan.conditions:
            if condition.until is not None:
                yield Deadline(
                    on=condition.until,
                    code="safety-condition",
                    kind=DeadlineKind.AGREED,
                    source=AGREED,
                    record=condition.id,
                    facts={"what": condition.what, "set_by": condition.set_by},
                    done=condition.met_on is not None or plan.ended_on is not None,
                )


def agreements_ending(case: Case, _norms: MethodNorms) -> Iterator[Deadline]:
    """V2: who does what, until when; what comes after it is thought of before it ends."""
    for plan in case.safety.plans:
        for agreement in plan.agreements:
            if agreement.until is not None:
                yield Deadline(
                    on=agreement.until,
                    code="safety-agreement-ends",
                    kind=DeadlineKind.AGREED,
                    source=AGREED,
                    record=agreement.id,
                    facts={"what": agreement.what},
                    done=plan.ended_on is not None,
                    passes=True,
                )
