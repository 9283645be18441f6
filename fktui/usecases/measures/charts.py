"""The charts of a family: hours, goals, life domains, scores of questionnaires."""

from datetime import date

from fktui.model.analysis import DomainScore
from fktui.model.case import Case
from fktui.model.measures import Measurement
from fktui.model.plan import Goal
from fktui.pictures.charts.known import Known
from fktui.pictures.charts.of_case import chart_of
from fktui.pictures.charts.series import Chart, Kind
from fktui.usecases.desk import Desk
from fktui.usecases.measures.measures import definitions


def restricted(case: Case, kind: Kind) -> int:
    """How much of what a chart shows is not for everybody in the family to read."""
    shown: dict[Kind, tuple[Goal | DomainScore | Measurement, ...]] = {
        Kind.GOALS: case.plan.goals,
        Kind.DOMAINS: case.analysis.domains,
        Kind.SCORES: case.measures.measurements,
    }
    return sum(bool(one.visible_to) for one in shown.get(kind, ()))


def chart(desk: Desk, case: Case, kind: Kind, on: date) -> Chart:
    """A chart of a family on a day.

    Args:
        desk: where it is looked at.
        case: the family, with no more in it than those who look along may see.
        kind: which chart.
        on: the day.
    """
    instruments = definitions(desk) if kind is Kind.SCORES else {}
    return chart_of(kind, Known(case, on, desk.norms, desk.names(case), instruments))
