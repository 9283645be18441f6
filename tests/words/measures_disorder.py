"""A family whose figures and studies are in such disorder that every rule speaks."""

from datetime import date

from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.instrument import Instrument, Moment, Scale
from fktui.model.measures import Measurement, Measures, Participation, ParticipationStatus
from fktui.model.trajectory import Phase, PhasePeriod, Trajectory

_LONG_AGO = date(2025, 1, 6)
_MOTHER = "p-00001"

INSTRUMENTS = (
    Instrument(
        name="wellbeing",
        title="Wellbeing",
        scales=(Scale(name="calm", low=0, high=10),),
        due=(Moment.START_OF_ANALYSIS, Moment.MID_EXECUTION),
    ),
)
"""What the team chose."""

FAMILIES = (
    Case(
        trajectory=Trajectory(
            format=1,
            id="kastanje-abc",
            name="Roodborst",
            phases=tuple(
                PhasePeriod(id=f"f-0000{number}", phase=phase, started_on=_LONG_AGO)
                for number, phase in enumerate((Phase.ANALYSIS, Phase.EXECUTION))
            ),
        ),
        family=Family(people=(Person(id=_MOTHER, name="Selam", role=Role.MOTHER),)),
        measures=Measures(
            measurements=(
                Measurement(
                    id="r-00001", instrument="wellbeing", on=date(2024, 1, 1), scores={"calm": 11}
                ),
            ),
            participation=(
                Participation(
                    id="k-00001",
                    person=_MOTHER,
                    study="l-00001",
                    status=ParticipationStatus.YES,
                    on=_LONG_AGO,
                ),
                Participation(
                    id="k-00002",
                    person=_MOTHER,
                    study="l-00002",
                    status=ParticipationStatus.ASKED,
                    on=_LONG_AGO,
                ),
            ),
        ),
    ),
)
