"""Families whose rights are in such disorder that every rule about them speaks."""

from datetime import date

from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.journal import Statement
from fktui.model.plan import Agreement, Plan
from fktui.model.trajectory import Phase, PhasePeriod, Status, Trajectory

LONG_AGO = date(2025, 1, 6)
LAST_CHANGE = date(2006, 6, 1)
"""Nearly twenty years before the day of the test."""

_LEFT = Person(id="p-00001", name="Ruben", role=Role.FATHER, born="1980", until=LONG_AGO)
_GROWN = Person(id="p-00002", name="Abel", role=Role.OTHER, born="2005-01-15")


def _course(**head: object) -> Trajectory:
    return Trajectory(format=1, id="kastanje-abc", name="Roodborst", **head)  # type: ignore[arg-type]


FAMILIES = (
    Case(
        trajectory=_course(
            receivers=("gp",),
            phases=(PhasePeriod(id="f-00001", phase=Phase.ANALYSIS, started_on=LONG_AGO),),
        ),
        family=Family(people=(_LEFT, _GROWN)),
        plan=Plan(agreements=(Agreement(id="b-00001", what="bellen", visible_to=(_LEFT.id,)),)),
        statements=(Statement(id="d-00001", on=LONG_AGO, by=_GROWN.id, entry="w-zzzzz"),),
    ),
    Case(trajectory=_course(status=Status.CLOSED)),
)
