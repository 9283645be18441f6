"""Hours a week in a terminal: a bar for each week, phase beside phase, against dotted norms."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from rich.cells import cell_len

from fktui.pictures.canvas import ACROSS, DOWN, Canvas
from fktui.pictures.charts.chart_words import say_stretch
from fktui.pictures.charts.series import Stretch, averaged, unit_of
from fktui.pictures.charts.text_fit import fit
from fktui.words.language import _, ngettext
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day_and_month

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LEAST, _MOST = 4, 14
"""Rows of bars."""
_ABREAST = (3, 2, 1)
"""Columns of a bar with the gap after it."""
_NARROW = 3
"""Columns of a phase at least, so that its number finds a place."""


class Bars(NamedTuple):
    """How the bars stand beside each other.

    Attributes:
        each: columns of a bar with the gap after it.
        together: the weeks in one bar.
        starts: the column where each stretch begins.
        values: the bars of each stretch.
    """

    each: int
    together: int
    starts: tuple[int, ...]
    values: tuple[tuple[float, ...], ...]


def draw_bars(stretches: Sequence[Stretch], width: int, height: int) -> Canvas:
    """All stretches on a sheet as wide as asked, and as high as it needs to be.

    What each phase was stands below the bars in words; of more stays than find a place the last
    ones are shown.
    """
    most = max(max((*one.weeks, one.high)) for one in stretches)
    shown = stretches[-max(1, (width - 8) // (_NARROW + 1)) :]
    rows = max(_LEAST, min(_MOST, height - len(shown) - 4))
    unit = unit_of(max(most, 1), rows)
    rows = max(1, ceil(max(most, 1) / unit))
    labels = [hours_in_figures(unit * (rows - row)) for row in range(rows)]
    left = max(map(cell_len, labels)) + 1
    bars = placed(shown, left, width - left)
    canvas = Canvas(width, rows + len(shown) + 4)
    for row, label in enumerate(labels):
        canvas.write(left - 1 - cell_len(label), row + 1, label, "soft")
    for number, (one, start, values) in enumerate(
        zip(shown, bars.starts, bars.values, strict=True), 1
    ):
        wide = max(_NARROW, len(values) * bars.each)
        until = (*bars.starts, width + 1)[number] - 1
        _norm(canvas, (start, wide), (one.low / unit, one.high / unit), rows)
        for place, value in enumerate(values):
            _bar(canvas, start + place * bars.each, max(1, bars.each - 1), value / unit, rows)
        name = f"{number} {one.name}"
        canvas.write(start, 0, name if start + cell_len(name) <= until else f"{number}", "name")
    _days(canvas, rows + 1, shown, bars)
    for number, one in enumerate(shown, 1):
        said = f"{number} {say_stretch(one)}"
        canvas.write(0, rows + 1 + number, fit(said, width), "soft")
    _legend(canvas, rows + 2 + len(shown), bars.together)
    return canvas


def placed(stretches: Sequence[Stretch], left: int, room: int) -> Bars:
    """Bars as wide as there is room for; where there is none, some weeks in one bar."""
    longest = sum(len(one.weeks) for one in stretches)
    together, each = 1, 1
    while True:
        values = tuple(averaged(one.weeks, together) for one in stretches)
        fitting = (each for each in _ABREAST if _wide(values, each) <= room)
        each = next(fitting, 0)
        if each or together > longest:
            break
        together += max(1, together // 4)
    each = each or 1
    starts, x = [], left
    for bars in values:
        starts.append(x)
        x += max(_NARROW, len(bars) * each) + 1
    return Bars(each, together, tuple(starts), values)


def _wide(values: tuple[tuple[float, ...], ...], each: int) -> int:
    return sum(max(_NARROW, len(bars) * each) + 1 for bars in values) - 1


def eighths(rows_high: float, rows: int) -> Iterator[str]:
    """A bar from its top row to its foot: so many rows high, to an eighth; little is seen too."""
    full = round(rows_high * 8)
    if rows_high > 0:
        full = max(1, full)
    for row in range(rows):
        yield _EIGHTHS[max(0, min(8, full - 8 * (rows - 1 - row)))]


def _bar(canvas: Canvas, x: int, wide: int, rows_high: float, rows: int) -> None:
    for row, block in enumerate(eighths(rows_high, rows)):
        if block != " ":
            canvas.write(x, row + 1, block * wide, "bar")


def _norm(canvas: Canvas, place: tuple[int, int], band: tuple[float, float], rows: int) -> None:
    """The lowest and the highest hours that are meant, dotted, with the ground between tinted."""
    start, wide = place
    low, high = band
    for row in range(rows):
        below, above = rows - 1 - row, rows - row
        if low < above and high > below:
            for x in range(start, start + wide):
                canvas.tint(x, row + 1, 1)
    for hours in dict.fromkeys(band):
        down = min(rows * DOWN - 1, round((rows - hours) * DOWN))
        for across in range(start * ACROSS, (start + wide) * ACROSS, 2):
            canvas.dot(across, down + DOWN, "norm")


def _days(canvas: Canvas, y: int, stretches: Sequence[Stretch], bars: Bars) -> None:
    """The first day of a phase, and of every fourth week where there is room for it."""
    free = 0
    for one, start, values in zip(stretches, bars.starts, bars.values, strict=True):
        for place in range(0, len(values), 4):
            x = start + place * bars.each
            day = one.first.toordinal() + place * bars.together * 7
            said = say_day_and_month(one.first.fromordinal(min(day, one.last.toordinal())))
            if x >= free and x + cell_len(said) <= canvas.width:
                canvas.write(x, y, said, "soft")
                free = x + cell_len(said) + 2


def _legend(canvas: Canvas, y: int, together: int) -> None:
    for across in range(0, 4 * ACROSS, 2):
        canvas.dot(across, y * DOWN + 2, "norm")
    canvas.write(5, y, _("norm: the lowest and the highest hours"), "soft")
    if together > 1:
        said = ngettext(
            "each bar is {count} week", "each bar is {count} weeks, on average", together
        )
        x = 5 + cell_len(_("norm: the lowest and the highest hours")) + 3
        canvas.write(x, y, said.format(count=together), "soft")
