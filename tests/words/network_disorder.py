"""Two families in whose network so much is left open that every rule about it speaks."""

from datetime import date

from fktui.model.case import Case
from fktui.model.family import Authority, Family, Person, Role
from fktui.model.network import (
    CommunityUse,
    Jim,
    Network,
    NetworkPerson,
    ParentalAnswer,
    ParentalView,
    Sector,
)
from fktui.model.plan import (
    FutureEntry,
    FuturePlan,
    FutureSection,
    Goal,
    Intervention,
    Plan,
    Step,
)
from fktui.model.trajectory import Phase, PhasePeriod, Trajectory

LONG_AGO = date(2025, 1, 6)

MOTHER = Person(id="p-m0m00", name="Sherida", role=Role.MOTHER)
FATHER = Person(id="p-dad00", name="Ruben", role=Role.FATHER)
SON = Person(id="p-s0n00", name="Jaylen", role=Role.CHILD, born="2010-09-14")
BROTHER = Person(id="p-br000", name="Sem", role=Role.SIBLING, born="2009-01-01")


def around(number: int, name: str, sector: Sector, person: str | None = None) -> NetworkPerson:
    return NetworkPerson(id=f"n-0000{number}", name=name, sector=sector, ring=1, person=person)


def family(phase: Phase, **changes: object) -> Case:
    period = PhasePeriod(id="f-00001", phase=phase, started_on=LONG_AGO)
    course = Trajectory(format=1, id="kastanje-abc", name="Roodborst", phases=(period,))
    return Case(trajectory=course, **changes)


OPEN = family(
    Phase.EXECUTION,
    family=Family(
        people=(MOTHER, FATHER, SON, BROTHER),
        authority=tuple(
            Authority(id=f"a-0000{number}", child=SON.id, holder=parent.id)
            for number, parent in enumerate((MOTHER, FATHER))
        ),
    ),
    network=Network(
        people=(
            around(1, "Ruben", Sector.FAMILY, FATHER.id),
            around(2, "Sem", Sector.FAMILY, BROTHER.id),
            around(3, "Oom Ali", Sector.FAMILY),
            around(4, "Juf Vink", Sector.PROFESSIONALS),
        ),
        jims=(
            Jim(
                id="y-00001",
                youth=SON.id,
                chosen="n-00001",
                asked_on=LONG_AGO,
                parents=(
                    ParentalAnswer(id="y-00002", by=FATHER.id, answer=ParentalView.NO, on=LONG_AGO),
                ),
            ),
            Jim(id="y-00003", youth=SON.id, chosen="n-00002"),
        ),
        community=(CommunityUse(id="o-00001", what="Koor"),),
    ),
    plan=Plan(
        goals=(
            Goal(id="g-00001", title="Rust", steps=(Step(id="s-1", what="x", who=("n-00003",)),)),
        ),
        interventions=(Intervention(id="i-00001", what="Schuldhulp", who=("t-zzzzz",)),),
    ),
)
ENDING = family(
    Phase.CLOSING,
    family=Family(people=(SON,)),
    network=Network(people=(around(1, "Oom Ali", Sector.FAMILY),)),
    plan=Plan(
        future_plan=FuturePlan(
            entries=(FutureEntry(id="u-00001", section=FutureSection.PROUD, text="wij"),)
        )
    ),
)
NETWORKS = (OPEN, ENDING)
