"""Figures over time in a terminal: small charts under or beside each other, on the same days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len

from fktui.pictures.canvas import ACROSS, DOWN, Canvas, straight
from fktui.pictures.charts.series import (
    MARKS,
    Line,
    Panel,
    Point,
    days_of,
    depth_of,
    part_of,
    spread,
    steps_of,
)
from fktui.pictures.charts.text_fit import fit
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_day_and_month

_TWO = 110
"""From so many columns on two panels stand beside each other."""
_GAP = 3
_AROUND = 4
"""Rows of a panel besides its plot: title, note, days, an empty one."""
_NAMES = 28
"""Columns for a name at most."""
_DASHES = (1, 2, 3)
"""Every how manieth dot of a line is there, so that lines that cross differ."""


class Plot(NamedTuple):
    """Where the figures of a panel stand: cells, from the left and from above."""

    x: int
    y: int
    width: int
    rows: int
    low: float
    high: float
    span: tuple[date, date]

    def column(self, on: date) -> int:
        """The cell of a day."""
        return self.x + round(part_of(on, self.span) * (self.width - 1))

    def row(self, value: float) -> float:
        """How many rows down a value stands; rows lie in the middle of their cells."""
        return self.y + depth_of(value, self.low, self.high) * (self.rows - 1)

    def dots(self, point: Point) -> tuple[float, float]:
        """The dot of a point."""
        return self.column(point.on) * ACROSS + 0.5, self.row(point.value) * DOWN + 1.5


class Form(NamedTuple):
    """What all panels of a chart share, so that days and scales stand under each other.

    Attributes:
        room: the columns of a panel.
        left: of them for the figures of the scale.
        right: of them for the names at the ends of the lines.
        times: the rows for each step of a scale.
        span: the first and the last day.
    """

    room: int
    left: int
    right: int
    times: int
    span: tuple[date, date]

    def rows(self, panel: Panel) -> int:
        """Rows of a plot: some for each step, and enough for the names beside it."""
        steps = steps_of(panel.low, panel.high)
        names = len(panel.lines) + len(panel.limits)
        return max(self.times, -(-(names - 1) // steps)) * steps + 1

    def cut(self, panel: Panel) -> list[str]:
        """What does not fit beside the plot: it stands whole below it."""
        ends = (*map(_end, panel.lines, MARKS), *(limit.name for limit in panel.limits))
        return [one for one in ends if cell_len(one) > self.right]

    def high(self, row: Sequence[Panel]) -> int:
        """The rows of panels beside each other."""
        return max(self.rows(panel) + len(self.cut(panel)) for panel in row) + _AROUND


def draw_panels(panels: Sequence[Panel], width: int, height: int) -> Canvas:
    """All panels; as high as they need to be, and higher where the sheet has room for it."""
    abreast = 2 if width >= _TWO and len(panels) > 1 else 1
    room = (width - _GAP * (abreast - 1)) // abreast
    grid = [panels[one : one + abreast] for one in range(0, len(panels), abreast)]
    forms = [_form(panels, room, times) for times in (3, 2, 1)]
    form = next((one for one in forms if sum(map(one.high, grid)) <= height), forms[-1])
    canvas, y = Canvas(width, sum(map(form.high, grid))), 0
    for row in grid:
        for place, panel in enumerate(row):
            _panel(canvas, panel, (place * (room + _GAP), y), form)
        y += form.high(row)
    return canvas


def _form(panels: Sequence[Panel], room: int, times: int) -> Form:
    figures = (in_figures(end) for panel in panels for end in (panel.low, panel.high))
    ends = [_end(line, "●") for panel in panels for line in panel.lines]
    ends += [limit.name for panel in panels for limit in panel.limits]
    left, right = max(map(cell_len, figures)) + 1, max(map(cell_len, ends))
    return Form(
        room, left, min(right, _NAMES, max(4, room * 9 // 20)), times, days_of(tuple(panels))
    )


def _panel(canvas: Canvas, panel: Panel, place: tuple[int, int], form: Form) -> None:
    x, y = place
    wide, rows = max(2, form.room - form.left - form.right - 2), form.rows(panel)
    plot = Plot(x + form.left, y + 2, wide, rows, panel.low, panel.high, form.span)
    canvas.write(x, y, fit(panel.title, form.room), "name")
    canvas.write(x, y + 1, fit(panel.note, form.room), "soft")
    for row, label in _labels(panel, rows):
        canvas.write(plot.x - 1 - cell_len(label), plot.y + row, label, "soft")
        for across in range(plot.x * ACROSS, (plot.x + wide) * ACROSS, 8):
            canvas.dot(across, (plot.y + row) * DOWN + 1, "grid")
    for limit in panel.limits:
        down = round(plot.row(limit.value) * DOWN + 1.5)
        for across in range(0, wide * ACROSS, 2 * ACROSS):
            for dot in range(ACROSS):
                canvas.dot(plot.x * ACROSS + across + dot, down, "limit")
    _lines(canvas, plot, panel.lines)
    _ends(canvas, plot, panel, form.right)
    _days(canvas, plot, panel.lines)
    for number, whole in enumerate(form.cut(panel), 1):
        canvas.write(plot.x, plot.y + rows + number, fit(whole, wide + form.right), "soft")


def _labels(panel: Panel, rows: int) -> Iterator[tuple[int, str]]:
    """The figures at the left, by row; only whole ones, and always the ends."""
    for row in range(rows):
        value = panel.high - (panel.high - panel.low) * row / (rows - 1)
        if row in (0, rows - 1) or float(value).is_integer():
            yield row, in_figures(value)


def _lines(canvas: Canvas, plot: Plot, lines: Sequence[Line]) -> None:
    """Dots from point to point where there are enough, with the marks above all of them."""
    for number, line in enumerate(lines):
        step = _DASHES[number % len(_DASHES)]
        pairs = zip(line.points, line.points[1:], strict=False) if line.is_trend else ()
        for start, end in pairs:
            for x, y, far in straight(plot.dots(start), plot.dots(end)):
                if int(far) % step == 0:
                    canvas.dot(x, y, _ink(number))
    taken: set[tuple[int, int]] = set()
    for number, line in enumerate(lines):
        for point in line.points:
            cell = _free(plot, (plot.column(point.on), round(plot.row(point.value))), taken)
            taken.add(cell)
            canvas.write(*cell, MARKS[number], _ink(number))


def _free(plot: Plot, cell: tuple[int, int], taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The cell, or where another mark stands the nearest one beside it: the figure stays right."""
    x, y = cell
    beside = (x, *(x + way * far for far in range(1, plot.width) for way in (1, -1)))
    inside = (one for one in beside if plot.x <= one < plot.x + plot.width)
    return next(((one, y) for one in inside if (one, y) not in taken), cell)


def _ends(canvas: Canvas, plot: Plot, panel: Panel, room: int) -> None:
    """At the right the name and last figure of each line, and what the limits are."""
    ends = [
        (line.points[-1].value, _end(line, MARKS[number], room), _ink(number))
        for number, line in enumerate(panel.lines)
    ]
    ends += [(limit.value, fit(limit.name, room), "limit") for limit in panel.limits]
    wanted = [float(round(plot.row(value) - plot.y)) for value, _text, _ink_ in ends]
    for place, (_value, text, ink) in zip(spread(wanted, 1, plot.rows - 1), ends, strict=True):
        canvas.write(plot.x + plot.width + 1, plot.y + round(place), text, ink)


def _end(line: Line, mark: str, room: int = 0) -> str:
    """The mark, the name and the last figure of a line; the name gives way to the figure."""
    figure = in_figures(line.points[-1].value)
    if not line.name:
        return figure
    name = fit(line.name, max(1, room - cell_len(figure) - 3)) if room else line.name
    return f"{mark} {name} {figure}"


def _days(canvas: Canvas, plot: Plot, lines: Sequence[Line]) -> None:
    """The days on which there are points; the first and the last before those between."""
    days = sorted({point.on for line in lines for point in line.points})
    order = list(dict.fromkeys((days[0], days[-1], *days)))
    taken: list[tuple[int, int]] = []
    for day in order:
        said = _say(day, days)
        wide = cell_len(said)
        x = min(max(plot.x, plot.column(day) - wide // 2), max(plot.x, plot.x + plot.width - wide))
        if all(x >= end + 1 or x + wide + 1 <= start for start, end in taken):
            canvas.write(x, plot.y + plot.rows, said, "soft")
            taken.append((x, x + wide))


def _say(day: date, days: Sequence[date]) -> str:
    """The day; with its year where it is the first, or the last of another year."""
    said = say_day_and_month(day)
    is_first = day == days[0]
    is_other = day == days[-1] and day.year != days[0].year
    return f"{said} {day.year}" if is_first or is_other else said


def _ink(number: int) -> str:
    return f"series.{number}"
