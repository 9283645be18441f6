"""The days on which the instruments that the team chose are due.

A team that chose none has no such days: nothing is obligatory (S1:L262). The moments of each
instrument are in its definition.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fktui.method.days import add_days, add_months
from fktui.method.due.day import Deadline, DeadlineKind
from fktui.method.norms import TEAM, MethodNorms
from fktui.method.phases import planned_end
from fktui.model.case import Case
from fktui.model.instrument import Moment
from fktui.model.trajectory import Phase, PhasePeriod

MEASURE_DUE = "measure-due"
"""The code of these days."""

LEEWAY_DAYS = 14
"""A measurement counts from so many days before its moment; so long after the beginning of the
analysis is soon enough."""

_AT_THE_END = (Moment.END_OF_HELP, Moment.AFTERCARE)


class MomentDay(NamedTuple):
    """A moment of the help: from when a measurement counts for it, and by when it is in time."""

    moment: Moment
    counts_from: date
    on: date


def moments(case: Case, norms: MethodNorms) -> tuple[MomentDay, ...]:
    """The moments of which the day is known, in the order of time."""
    days: list[tuple[Moment, date | None, int]] = [
        (Moment.START_OF_ANALYSIS, _begins(case, Phase.ANALYSIS), LEEWAY_DAYS),
        (Moment.END_OF_ANALYSIS, _ends(case, Phase.ANALYSIS, norms), 0),
        (Moment.MID_EXECUTION, _halfway(case, Phase.EXECUTION, norms), 0),
        (Moment.END_OF_HELP, _help_ends(case, norms), 0),
        (Moment.AFTERCARE, _aftercare(case, norms), 0),
    ]
    return tuple(
        MomentDay(moment, _before(day), add_days(day, later))
        for moment, day, later in days
        if day is not None
    )


def measures(case: Case, norms: MethodNorms) -> Iterator[Deadline]:
    """domain.md §4, items 107 and 113-119: what the team chose to measure, at which moment.

    A moment is answered by any measurement with the instrument from two weeks before it on, so a
    later one makes up for it. When the help has ended, only its end and the aftercare are left.
    """
    ended = case.trajectory.closing is not None
    for instrument in norms.instruments:
        given = [one.on for one in case.measures.measurements if one.instrument == instrument.name]
        for known in moments(case, norms):
            if known.moment in instrument.due and (not ended or known.moment in _AT_THE_END):
                yield Deadline(
                    on=known.on,
                    code=MEASURE_DUE,
                    kind=DeadlineKind.METHOD,
                    source=TEAM,
                    record=f"{instrument.name}/{known.moment.value}",
                    facts={
                        "instrument": instrument.name,
                        "title": instrument.title,
                        "moment": known.moment.value,
                    },
                    done=any(day >= known.counts_from for day in given),
                )


def _before(day: date) -> date:
    return date.fromordinal(max(date.min.toordinal(), day.toordinal() - LEEWAY_DAYS))


def _stay(case: Case, phase: Phase) -> PhasePeriod | None:
    """The first stay in a phase that has begun."""
    begun = [
        period
        for period in case.trajectory.phases
        if period.phase is phase and period.started_on is not None
    ]
    return min(begun, key=lambda period: period.started_on or date.max, default=None)


def _begins(case: Case, phase: Phase) -> date | None:
    stay = _stay(case, phase)
    return stay.started_on if stay else None


def _ends(case: Case, phase: Phase, norms: MethodNorms) -> date | None:
    stay = _stay(case, phase)
    return (stay.ended_on or planned_end(stay, norms)) if stay else None


def _halfway(case: Case, phase: Phase, norms: MethodNorms) -> date | None:
    begins, ends = _begins(case, phase), _ends(case, phase, norms)
    return begins + (ends - begins) / 2 if begins and ends else None


def _help_ends(case: Case, norms: MethodNorms) -> date | None:
    closing = case.trajectory.closing
    return closing.on if closing else _ends(case, Phase.CLOSING, norms)


def _aftercare(case: Case, norms: MethodNorms) -> date | None:
    closing = case.trajectory.closing
    return add_months(closing.on, norms.aftercare_months.value) if closing else None
