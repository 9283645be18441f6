"""A family whose safety plan and reporting code are in such disorder that every rule speaks."""

from datetime import date

from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.intake import Expectation, Intake, SafetyJudgement
from fktui.model.safety import (
    CodeStep,
    CodeStepKind,
    Colour,
    Condition,
    ReportingCode,
    Review,
    Safety,
    SafetyAgreement,
    SafetyPlan,
    Signal,
    Weighing,
)
from fktui.model.trajectory import Trajectory

_LONG_AGO = date(2025, 1, 6)
_ALL_STEPS = tuple(
    CodeStep(id=f"v-ste{n}0", step=step, on=_LONG_AGO) for n, step in enumerate(CodeStepKind)
)


def _family(safety: Safety, **parts: Intake | Family) -> Case:
    head = Trajectory(format=1, id="kastanje-abc", name="Roodborst")
    return Case(trajectory=head, safety=safety, **parts)


def _weighed(record_id: str, **answered: bool) -> ReportingCode:
    weigh = CodeStep(
        id=f"v-w{record_id[2:6]}",
        step=CodeStepKind.WEIGH,
        on=_LONG_AGO,
        weighing=Weighing(**answered),
    )
    return ReportingCode(id=record_id, opened_on=_LONG_AGO, steps=(weigh,))


_LATE = SafetyPlan(
    id="v-p1an1",
    made_on=_LONG_AGO,
    signals=(Signal(id="v-sig00", colour=Colour.GREEN, text="rust"),),
    agreements=(SafetyAgreement(id="v-agr00", what="bellen", until=_LONG_AGO),),
    conditions=(Condition(id="v-c0n00", what="niet schreeuwen", set_by="GI", until=_LONG_AGO),),
    reviews=(Review(id="v-rev00", planned_on=_LONG_AGO),),
)

FAMILIES = (
    _family(
        Safety(
            plans=(SafetyPlan(id="v-p1an0", made_on=_LONG_AGO), _LATE),
            reporting_code=(
                ReportingCode(
                    id="v-c0de0",
                    opened_on=_LONG_AGO,
                    visible_to=("family",),
                    steps=(CodeStep(id="v-dec00", step=CodeStepKind.DECIDE, on=_LONG_AGO),),
                ),
                ReportingCode(id="v-c0de1", opened_on=_LONG_AGO, steps=_ALL_STEPS),
                _weighed("v-c0de2", unsafe=True),
                _weighed("v-c0de3", can_help=False),
            ),
        ),
        family=Family(
            people=(Person(id="p-00002", name="Mila", role=Role.CHILD, born="2020-06-01"),)
        ),
    ),
    _family(
        Safety(),
        intake=Intake(
            safety=SafetyJudgement(on=_LONG_AGO, acute=True, makes_safer=Expectation.UNSURE)
        ),
    ),
)
"""Together they raise every code about safety, and every day of a safety plan."""
