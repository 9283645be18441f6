"""Invented families for the tests of the rules: build one, change only what matters."""

from datetime import date
from typing import Any

import msgspec

from fktui.method.norms import MethodNorms
from fktui.method.phases import ORDER
from fktui.model.analysis import Analysis, DomainScore, Explanation, Strength
from fktui.model.case import Case
from fktui.model.consent import Consent, Consents
from fktui.model.family import Authority, AuthoritySource, Family, Person, Role
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Expectation,
    Indication,
    IndicationKind,
    Information,
    Intake,
    IntakeDecision,
    IntakeOutcome,
    SafetyJudgement,
)
from fktui.model.journal import Contact, Meeting
from fktui.model.network import (
    CommunityState,
    CommunityUse,
    Jim,
    Network,
    NetworkPerson,
    Sector,
)
from fktui.model.plan import Actor, Assent, Goal, LifeDomain, Plan, Step
from fktui.model.timeline import Event, EventKind, Timeline
from fktui.model.trajectory import (
    FamilyGroupPlan,
    GroupPlanOutcome,
    Phase,
    PhasePeriod,
    Trajectory,
)

NORMS = MethodNorms()
TODAY = date(2026, 5, 11)
COLLEAGUES = frozenset({"t-c0ach", "t-sec0d", "t-1ead0"})

MOTHER, FATHER, SON, DAUGHTER = "p-m0m00", "p-dad00", "p-s0n00", "p-g1r10"

PEOPLE = (
    Person(id=MOTHER, name="Sherida", role=Role.MOTHER, born="1987-04-09"),
    Person(id=FATHER, name="Ruben", role=Role.FATHER, born="1984"),
    Person(id=SON, name="Jaylen", role=Role.CHILD, born="2012-09-14"),
    Person(id=DAUGHTER, name="Mila", role=Role.SIBLING, born="2016-06-20"),
)


def authority(record_id: str, child: str, holder: str, **changes: Any) -> Authority:
    checked = {"checked_on": date(2026, 3, 1), "source": AuthoritySource.REGISTER}
    return Authority(id=record_id, child=child, holder=holder, **{**checked, **changes})


FAMILY = Family(
    people=PEOPLE,
    authority=(
        authority("a-00001", SON, MOTHER),
        authority("a-00002", SON, FATHER),
        authority("a-00003", DAUGHTER, MOTHER),
    ),
)


CONSENTS = tuple(
    Consent(
        id=f"k-1000{number}",
        what="Verslagen",
        by=by,
        about=about,
        recipient="referrer",
        given_on=date(2026, 4, 6),
    )
    for number, (by, about) in enumerate(
        ((MOTHER, (MOTHER, SON, DAUGHTER)), (FATHER, (FATHER, SON)), (SON, (SON,)))
    )
)
"""Everybody who must say yes to reports for the referrer has said it."""


INTAKE = Intake(
    information=(
        Information(id="l-f0000", summary="gaat", about=tuple(person.id for person in PEOPLE)),
        *(
            Information(id=f"l-d000{number}", summary="gaat", domain=domain)
            for number, domain in enumerate(LifeDomain)
        ),
    ),
    indications=tuple(
        Indication(id=f"l-j000{number}", kind=kind, applies=True)
        for number, kind in enumerate(IndicationKind)
    ),
    contraindications=tuple(
        Contraindication(id=f"l-k000{number}", kind=kind, applies=False)
        for number, kind in enumerate(ContraindicationKind)
    ),
    safety=SafetyJudgement(on=date(2026, 3, 16), acute=False, makes_safer=Expectation.YES),
    decision=IntakeDecision(
        on=date(2026, 3, 19), outcome=IntakeOutcome.ADMITTED, by=(MOTHER, "referrer")
    ),
)


def period(phase: Phase = Phase.ANALYSIS, **changes: Any) -> PhasePeriod:
    given = {"id": f"f-0000{ORDER.index(phase)}", "phase": phase, "started_on": date(2026, 4, 6)}
    return PhasePeriod(**{**given, **changes})


def trajectory(**changes: Any) -> Trajectory:
    given: dict[str, Any] = {
        "format": 1,
        "id": "kastanje-abc",
        "name": "Roodborst",
        "referrer": "OKT",
        "coach": "t-c0ach",
        "second": "t-sec0d",
        "lead_clinician": "t-1ead0",
        "family_group_plan": FamilyGroupPlan(outcome=GroupPlanOutcome.MADE, on=date(2026, 4, 1)),
        "phases": (period(),),
    }
    return Trajectory(**{**given, **changes})


GOAL = Goal(
    id="g-00001",
    title="Rust in huis",
    owners=(MOTHER,),
    steps=(Step(id="s-00001", what="Samen eten", by=Actor.FAMILY),),
)


EVERYBODY = tuple(person.id for person in PEOPLE)

ANALYSIS = Analysis(
    domains=tuple(
        DomainScore(id=f"r-d0m0{number}", domain=domain, on=date(2026, 4, 15), severity=2)
        for number, domain in enumerate(LifeDomain)
    ),
    strengths=tuple(
        Strength(id=f"w-str0{number}", what="Houdt vol", about=(person.id,))
        for number, person in enumerate(PEOPLE)
    ),
    explanation=Explanation(text="Veel tegelijk", on=date(2026, 5, 6), by=(MOTHER, SON)),
)

TIMELINE = Timeline(
    events=(
        Event(id="e-tme01", title="Verhuisd", on="2019"),
        Event(id="e-tme02", title="Cursus", on="2020", kind=EventKind.HELP),
    )
)


def example_case(*, phases: tuple[PhasePeriod, ...] | None = None, **changes: Any) -> Case:
    """A family in the analysis phase about which no rule has anything to say on TODAY."""
    course = trajectory() if phases is None else trajectory(phases=phases)
    given: dict[str, Any] = {
        "trajectory": course,
        "family": FAMILY,
        "intake": INTAKE,
        "network": Network(
            people=(
                NetworkPerson(
                    id="n-gran0", name="Hermine", sector=Sector.FAMILY, ring=1, since=TODAY
                ),
            ),
            jims=(Jim(id="y-00001", youth=SON),),
            community=(CommunityUse(id="o-00001", what="Judo", state=CommunityState.NOT_SUITABLE),),
        ),
        "plan": Plan(
            goals=(GOAL,),
            agreed=(Assent(id="j-00001", to="plan", by=MOTHER, on=date(2026, 5, 6)),),
        ),
        "consent": Consents(consents=CONSENTS),
        "analysis": ANALYSIS,
        "timeline": TIMELINE,
        "contacts": tuple(
            Contact(id=f"c-0000{number}", on=date(2026, 4, 8), present=present)
            for number, present in enumerate((*((one.id,) for one in PEOPLE), EVERYBODY))
        ),
        "meetings": (Meeting(id="m-00001", on=date(2026, 6, 1)),),
    }
    return Case(**{**given, **changes})


def with_trajectory(case: Case, **changes: Any) -> Case:
    return msgspec.structs.replace(
        case, trajectory=msgspec.structs.replace(case.trajectory, **changes)
    )
