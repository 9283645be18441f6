"""What scores say over time, and who may be in a study.

How a score is counted is in `instruments`; on which day one is due in `due.measures`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from fktui.method.consent import valid, who_must_consent
from fktui.method.days import AgeRange
from fktui.model.case import Case
from fktui.model.consent import Consent, Purpose
from fktui.model.instrument import Better, Cutoff, Instrument, Scale
from fktui.model.measures import Measurement, Participation, ParticipationStatus

RESEARCHER = "researcher"
"""The receiver of what goes to a study; a consent for research may also name nobody."""


class Direction(str, Enum):
    """Which way a figure went."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    OTHER = "other"


class ScaleChange(NamedTuple):
    """One figure of the same people, the first time and the last time it was given.

    Attributes:
        about: whom it is about.
        by: who gave it.
        direction: `other` when the definition does not say which way is the good one.
    """

    instrument: str
    scale: str
    about: tuple[str, ...]
    by: tuple[str, ...]
    first_on: date
    first: float
    last_on: date
    last: float
    direction: Direction


class Series(NamedTuple):
    """One figure that the same people gave about the same people."""

    instrument: str
    scale: str
    about: tuple[str, ...]
    by: tuple[str, ...]


def scale_changes(
    measurements: Iterable[Measurement], instruments: Mapping[str, Instrument]
) -> tuple[ScaleChange, ...]:
    """How each figure went from the first time to the last, per person and scale.

    What was given on one day only has not changed. Of two on one day the one that was written
    last counts as the last.
    """
    series = scale_series(measurements)
    return tuple(
        ScaleChange(*key, *given[0], *given[-1], _direction(key, given, instruments))
        for key, given in series.items()
        if given[0][0] < given[-1][0]
    )


def scale_series(measurements: Iterable[Measurement]) -> dict[Series, list[tuple[date, float]]]:
    """Every figure by whose it is, in the order of the days."""
    series: dict[Series, list[tuple[date, float]]] = {}
    for one in sorted(measurements, key=lambda measurement: measurement.on):
        for scale, value in one.scores.items():
            key = Series(one.instrument, scale, one.about, one.by)
            series.setdefault(key, []).append((one.on, value))
    return series


def scale_of(instruments: Mapping[str, Instrument], instrument: str, name: str) -> Scale | None:
    """The scale with this name; None when the instrument or the scale is not defined."""
    definition = instruments.get(instrument)
    scales = definition.scales if definition else ()
    return next((scale for scale in scales if scale.name == name), None)


def cutoffs_for(scale: Scale, ages: AgeRange | None) -> tuple[Cutoff, ...]:
    """The figures that this one is held against at such an age (domain.md §4: they depend on it).

    Those that are for some ages are left out where the age is not known well enough.
    """
    return tuple(one for one in scale.cutoffs if _is_for(one, ages))


def _is_for(one: Cutoff, ages: AgeRange | None) -> bool:
    if one.from_age is None and one.to_age is None:
        return True
    if ages is None:
        return False
    old_enough = one.from_age is None or one.from_age <= ages.youngest
    return old_enough and (one.to_age is None or ages.oldest <= one.to_age)


def _direction(
    key: Series, given: list[tuple[date, float]], instruments: Mapping[str, Instrument]
) -> Direction:
    difference = given[-1][1] - given[0][1]
    if difference == 0:
        return Direction.SAME
    scale = scale_of(instruments, key.instrument, key.scale)
    if scale is None or scale.better is None:
        return Direction.OTHER
    rises_well = (difference > 0) == (scale.better is Better.HIGHER)
    return Direction.BETTER if rises_well else Direction.WORSE


def research_consents(case: Case, person: str, study: str, on: date) -> tuple[Consent, ...]:
    """The valid consents for this study about this person, whoever gave them.

    Such a consent has the purpose research, and names the researcher or nobody as its receiver.
    One that names a document is for the study with that id only; else it is for every study.
    """
    return tuple(
        consent
        for consent in case.consent.consents
        if consent.purpose is Purpose.RESEARCH
        and consent.recipient in (None, RESEARCHER)
        and consent.document in (None, study)
        and person in (consent.about or (consent.by,))
        and valid(consent, on)
    )


def missing_for_study(case: Case, person: str, study: str, on: date) -> tuple[str | None, ...]:
    """Who must still say yes before this person's data go to a study (Jeugdwet 7.3.12).

    The same people as for the help. None stands for whoever has authority and is not known.

    Raises:
        NotFound: `person-unknown`.
    """
    needed = who_must_consent(case, person, on)
    given = {consent.by for consent in research_consents(case, person, study, on)}
    unknown = () if needed.authority_known else (None,)
    return (*unknown, *(one for one in needed.people if one not in given))


def participation(case: Case, person: str, study: str) -> Participation | None:
    """What was noted last of this person and this study."""
    found = (
        one for one in case.measures.participation if one.person == person and one.study == study
    )
    return max(found, key=lambda one: one.on or date.min, default=None)


def may_be_studied(case: Case, person: str, study: str, on: date) -> bool:
    """Whether everybody who must has said yes, and it was not noted that this person said no."""
    noted = participation(case, person, study)
    if noted is not None and noted.status is ParticipationStatus.NO:
        return False
    return not missing_for_study(case, person, study, on)


def studied_people(case: Case, study: str, on: date) -> tuple[str, ...]:
    """The members of the family whose data may go to a study, those who left included."""
    return tuple(
        person.id
        for person in case.family.people
        if person.died is None and may_be_studied(case, person.id, study, on)
    )


def studied_as_a_whole(case: Case, study: str, on: date) -> bool:
    """Whether the family as a whole may: every member of it who is alive may (our choice).

    What is told of a family, such as its goals or its hours, is told of each of them.
    """
    alive = tuple(person.id for person in case.family.people if person.died is None)
    return bool(alive) and studied_people(case, study, on) == alive


def people_names(case: Case) -> dict[str, str]:
    """The names of everybody in the family and around it, by id."""
    family = {person.id: person.name for person in case.family.people}
    return family | {one.id: one.name for one in case.network.people}


def is_known(case: Case, person: str) -> bool:
    """Whether this is the id of somebody in the family or around it."""
    return person in people_names(case)
