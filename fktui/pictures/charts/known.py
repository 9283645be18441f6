"""What charts are made from, and what their makers share."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.instrument import Instrument
from fktui.model.text import visible
from fktui.pictures.charts.series import Panel, Point
from fktui.words.language import _, ngettext


class Known(NamedTuple):
    """What a chart is made from.

    Attributes:
        case: the family, with no more in it than the reader may see.
        on: the day; what is later is left out.
        norms: of the method and the team.
        names: of people and colleagues, by id.
        instruments: their definitions, by name.
    """

    case: Case
    on: date
    norms: MethodNorms
    names: Mapping[str, str]
    instruments: Mapping[str, Instrument]


def say_few(panels: Sequence[Panel]) -> tuple[str, ...]:
    """Why there are points without a line, when there are."""
    if all(line.is_trend for panel in panels for line in panel.lines):
        return ()
    return (_("No line is drawn through fewer than three points."),)


def say_left_out(count: int) -> str:
    """That figures are not drawn, because the scale does not know them."""
    said = ngettext(
        "{count} score is not on the scale", "{count} scores are not on the scale", count
    )
    return said.format(count=count)


def by_day(given: Iterable[tuple[date, float]]) -> tuple[Point, ...]:
    """A point for each day; of several on one day the one that was written last."""
    return tuple(Point(on, value) for on, value in dict(given).items())


def one_line(text: str) -> str:
    """A text of people as it can stand in a picture."""
    return " ".join(visible(text).split())
