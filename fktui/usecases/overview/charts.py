"""The charts of a family: hours, goals, life domains, scores of questionnaires."""

from datetime import date

from fktui.model.case import Case
from fktui.pictures.charts.of_case import Known, chart_of
from fktui.pictures.charts.series import Chart, Kind
from fktui.usecases.desk import Desk
from fktui.usecases.measures.measures import definitions


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
