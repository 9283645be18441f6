"""The referral and the intake: what is known, what speaks for and against, what was decided.

Indications and contra-indications are guidelines, no fixed rules (S1:L226-229): what is found here
is shown beside what people said, and never takes its place.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from fktui.method.analysis import domain_courses, members, target_group
from fktui.method.days import age_range
from fktui.method.due.terms import CHILDREN
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.family import Person, Role
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    IndicationKind,
    Information,
    ReferralGoal,
)
from fktui.model.journal import ContactKind, MeetingKind
from fktui.model.plan import Goal, LifeDomain
from fktui.model.record import by_id
from fktui.model.safety import SafetyPlan
from fktui.model.timeline import EventKind

PARENTS = frozenset(
    {
        Role.MOTHER,
        Role.FATHER,
        Role.PARENT,
        Role.STEP_PARENT,
        Role.FOSTER_PARENT,
        Role.GUARDIAN,
    }
)
"""The roles of parents and carers."""

OLDEST = 23
"""The help is for children and young people of 0 to 23 years (S1:L5, L233-234)."""

EARLIER_HELPS = 2
"""So many earlier helps, or one placement, make a long history of help. Ours: nobody says it."""

PROBLEM_GROUPS: dict[IndicationKind, LifeDomain] = {
    IndicationKind.PARENT_PROBLEMS: LifeDomain.PARENTS,
    IndicationKind.SOCIO_ECONOMIC: LifeDomain.SOCIO_ECONOMIC,
    IndicationKind.PARENTING: LifeDomain.PARENTING,
    IndicationKind.COMPLEX_FAMILY: LifeDomain.FAMILY_FUNCTIONING,
    IndicationKind.CONTEXTUAL: LifeDomain.ENVIRONMENT,
}
"""The five problem groups of the brochure (S1:L236-240), each with its life domain."""


_CARE = frozenset({EventKind.HELP, EventKind.PLACEMENT})
_FIRST_TALKS = frozenset({ContactKind.INTAKE, ContactKind.CONSULTATION})
_FIRST_MEETINGS = frozenset({MeetingKind.INTAKE, MeetingKind.CONSULTATION})


class Known(str, Enum):
    """Whether there is information about a person or a life domain."""

    KNOWN = "known"
    ASKED = "asked"
    MISSING = "missing"


class Completeness(NamedTuple):
    """What is known at the referral: of each child, each parent, each life domain, in order."""

    children: tuple[tuple[Person, Known], ...]
    parents: tuple[tuple[Person, Known], ...]
    domains: tuple[tuple[LifeDomain, Known], ...]

    @property
    def open_people(self) -> tuple[Person, ...]:
        """The children and parents of whom nothing is known yet."""
        both = (*self.children, *self.parents)
        return tuple(person for person, known in both if known is not Known.KNOWN)

    @property
    def open_domains(self) -> tuple[LifeDomain, ...]:
        """The life domains of which nothing is known yet."""
        return tuple(one for one, known in self.domains if known is not Known.KNOWN)


def completeness(case: Case, on: date) -> Completeness:
    """S1:L214-217: wanted is how all children and the parents do, and each life domain."""
    found = case.intake.information
    here = members(case, on)

    def people(roles: Iterable[Role]) -> tuple[tuple[Person, Known], ...]:
        return tuple(
            (person, _known(one for one in found if person.id in one.about))
            for person in here
            if person.role in roles
        )

    return Completeness(
        children=people(CHILDREN),
        parents=people(PARENTS),
        domains=tuple(
            (domain, _known(one for one in found if one.domain is domain)) for domain in LifeDomain
        ),
    )


def waits_for_answer(information: Information) -> bool:
    """Whether it was asked for and is not there yet."""
    return not (information.summary or "").strip()


def problem_groups(case: Case) -> tuple[IndicationKind, ...]:
    """S1:L236-240: those of the five problem groups that were noted as present."""
    present = {one.kind for one in case.intake.indications if one.applies}
    return tuple(kind for kind in PROBLEM_GROUPS if kind in present)


def affected_domains(case: Case, on: date, norms: MethodNorms) -> tuple[LifeDomain, ...]:
    """S0:L21-22: the life domains that weighed clearly when they were first scored."""
    return target_group(domain_courses(case.analysis, on), norms).at_start


def indication_seen(case: Case, kind: IndicationKind, on: date, norms: MethodNorms) -> bool | None:
    """Whether the files show an indication: True, False, or None when they cannot tell."""
    if kind is IndicationKind.CHILD_0_23:
        return _child_seen(case, on)
    if kind is IndicationKind.LONG_CARE_HISTORY:
        return _care_history_seen(case)
    domain = PROBLEM_GROUPS.get(kind)
    scored = {one.domain: one.start for one in domain_courses(case.analysis, on)}
    if domain is None or scored[domain] is None:
        return None
    return domain in affected_domains(case, on, norms)


def unjudged_indications(case: Case) -> tuple[IndicationKind, ...]:
    """The indications of which it was not noted whether they are there."""
    judged = {one.kind for one in case.intake.indications}
    return tuple(kind for kind in IndicationKind if kind not in judged)


def unjudged_contraindications(case: Case) -> tuple[ContraindicationKind, ...]:
    """The contra-indications of which it was not noted whether they are there."""
    judged = {one.kind for one in case.intake.contraindications}
    return tuple(kind for kind in ContraindicationKind if kind not in judged)


def lifting_plan(case: Case, found: Contraindication, on: date) -> SafetyPlan | None:
    """S1:L251-254: the safety plan that lifts the third contra-indication, while it runs."""
    if found.kind is not ContraindicationKind.CHILD_UNSAFE:
        return None
    plan = by_id(case.safety.plans, found.safety_plan or "")
    if plan is None or plan.made_on > on:
        return None
    return plan if plan.ended_on is None or on < plan.ended_on else None


def open_contraindications(case: Case, on: date) -> tuple[Contraindication, ...]:
    """S1:L226-229: those that are there, without a motive and not lifted by a safety plan."""
    return tuple(
        one
        for one in case.intake.contraindications
        if one.applies and not (one.motive or "").strip() and lifting_plan(case, one, on) is None
    )


def family_goals(case: Case, referral: ReferralGoal) -> tuple[Goal, ...]:
    """The goals of the family that a goal of the referral became part of."""
    return tuple(goal for goal in case.plan.goals if goal.id in referral.goals)


def has_no_place(case: Case, referral: ReferralGoal) -> bool:
    """S1:L217-218: whether it became no goal of the family, and it is not said why."""
    return not family_goals(case, referral) and not (referral.reason or "").strip()


HELD: dict[str, Callable[[Case], int]] = {
    "analysis": lambda case: sum(
        len(getattr(case.analysis, name))
        for name in ("domains", "stressors", "strengths", "worries", "help_requests")
    ),
    "event": lambda case: sum(one.kind not in _CARE for one in case.timeline.events),
    "network": lambda case: sum(
        len(getattr(case.network, name)) for name in case.network.__struct_fields__
    ),
    "goal": lambda case: len(case.plan.goals),
    "intervention": lambda case: len(case.plan.interventions),
    "agreement": lambda case: len(case.plan.agreements),
    "future": lambda case: len(case.plan.future_plan.entries),
    "measurement": lambda case: len(case.measures.measurements),
    "contact": lambda case: sum(one.kind not in _FIRST_TALKS for one in case.contacts),
    "meeting": lambda case: sum(one.kind not in _FIRST_MEETINGS for one in case.meetings),
}
"""How much a record holds of each kind that the intake does not need (Jeugdwet 7.3.8)."""


def more_than_needed(case: Case) -> Mapping[str, int]:
    """Jeugdwet 7.3.8: what the record of a family that was not admitted need not hold, counted.

    The safety plan and the reporting code stay out of it: others may depend on them.
    """
    counts = {kind: count(case) for kind, count in HELD.items()}
    return {kind: count for kind, count in counts.items() if count}


def _known(found: Iterable[Information]) -> Known:
    asked = [waits_for_answer(one) for one in found]
    if not asked:
        return Known.MISSING
    return Known.ASKED if all(asked) else Known.KNOWN


def _child_seen(case: Case, on: date) -> bool | None:
    if not case.family.people:
        return None
    here = (one for one in members(case, on) if one.role in CHILDREN)
    ages = [age_range(person.born, on) for person in here]
    if any(age is not None and age.oldest < OLDEST for age in ages):
        return True
    if any(age is None or age.youngest < OLDEST for age in ages):
        return None
    return False


def _care_history_seen(case: Case) -> bool | None:
    """Too few events tell nothing: the timeline may not have been made yet."""
    kinds = [event.kind for event in case.timeline.events]
    long = kinds.count(EventKind.HELP) >= EARLIER_HELPS
    return True if long or EventKind.PLACEMENT in kinds else None
