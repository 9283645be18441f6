"""Families whose intake is in such disorder that together they raise every code about it."""

from datetime import date

from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Expectation,
    Intake,
    IntakeDecision,
    IntakeOutcome,
    ReferralGoal,
    SafetyJudgement,
)
from fktui.model.journal import Contact
from fktui.model.plan import Intervention, Plan
from fktui.model.trajectory import Phase, PhasePeriod, Status, Trajectory

LONG_AGO = date(2025, 1, 6)
SON = Person(id="p-00002", name="Jaylen", role=Role.CHILD, born="2010-06-01")


def course(status, *phases):
    return Trajectory(
        format=1,
        id="kastanje-abc",
        name="Roodborst",
        status=status,
        phases=tuple(
            PhasePeriod(id=f"f-0000{number}", phase=phase, started_on=LONG_AGO)
            for number, phase in enumerate(phases)
        ),
    )


def against(record_id, kind):
    return Contraindication(id=record_id, kind=kind, applies=True)


REFERRED = Case(
    trajectory=course(Status.REFERRED),
    family=Family(people=(SON,)),
    intake=Intake(
        contraindications=(
            against("l-00001", ContraindicationKind.PARENT_UNAVAILABLE),
            against("l-00002", ContraindicationKind.CHILD_UNSAFE),
        ),
        safety=SafetyJudgement(on=LONG_AGO, acute=True, makes_safer=Expectation.NO),
    ),
)
HELPED = Case(
    trajectory=course(Status.ACTIVE, Phase.EXECUTION),
    intake=Intake(referral_goals=(ReferralGoal(id="l-00001", text="Naar school"),)),
    plan=Plan(
        interventions=(
            Intervention(id="i-00001", what="Traumatherapie", started_on=LONG_AGO),
            Intervention(id="i-00002", what="Schuldhulp", planned_on=LONG_AGO),
        )
    ),
)
DECLINED = Case(
    trajectory=course(Status.DECLINED),
    intake=Intake(
        decision=IntakeDecision(on=LONG_AGO, outcome=IntakeOutcome.NOT_SUITABLE),
        destroy_on=date(2026, 1, 6),
    ),
    contacts=(Contact(id="c-00001", on=LONG_AGO),),
)
FAMILIES = (REFERRED, HELPED, DECLINED)
