"""Hours a week in a terminal: a bar for each week, phase beside phase, against dotted norms."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from rich.cells import cell_len

from fktui.pictures.canvas import ACROSS, DOWN, Canvas
from fktui.pictures.charts.chart_words import say_stretch, say_tick
from fktui.pictures.charts.series import Stretch, averaged, unit_of
from fktui.pictures.charts.text_fit import fit, wrapped
from fktui.words.language import _, ngettext
from fktui.words.time.hours import hours_in_figures

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
    shown = stretches[-max(1, (width - 8) // (_NARROW + 1)) :]
    most = max(1, *(max((*one.weeks, one.high)) for one in shown))
    below = [f"{number} {say_stretch(one)}" for number, one in enumerate(shown, 1)]
    told = [row for one in below for row in wrapped(one, width)]
    unit = unit_of(most, max(_LEAST, min(_MOST, height - len(told) - 3)))
    rows = ceil(most / unit)
    labels = [hours_in_figures(unit * (rows - row)) for row in range(rows)]
    left = max(map(cell_len, labels)) + 1
    bars = placed(shown, left, width - left)
    told += wrapped(_together(bars.together), width)
    canvas = Canvas(width, rows + len(told) + 3)
    for row, label in enumerate(labels):
        canvas.write(left - 1 - cell_len(label), row + 1, label, "soft")
    for number, one in enumerate(shown):
        _stretch(canvas, bars, number, one, (unit, rows))
    _days(canvas, rows + 1, shown, bars)
    for across in range(0, 4 * ACROSS, 2):
        canvas.dot(across, (rows + 2) * DOWN + 2, "norm")
    canvas.write(5, rows + 2, fit(_("norm: the lowest and the highest hours"), width - 5), "soft")
    for place, row_of_words in enumerate(told):
        canvas.write(0, rows + 3 + place, row_of_words, "soft")
    return canvas


def _stretch(
    canvas: Canvas, bars: Bars, number: int, one: Stretch, scale: tuple[float, int]
) -> None:
    """The norm and the bars of a phase, under its number; with its name where there is room."""
    (unit, rows), start, values = scale, bars.starts[number], bars.values[number]
    wide = max(_NARROW, len(values) * bars.each)
    _norm(canvas, (start, wide), (one.low / unit, one.high / unit), rows)
    for place, value in enumerate(values):
        _bar(canvas, start + place * bars.each, max(1, bars.each - 1), value / unit, rows)
    until = (*bars.starts, canvas.width + 1)[number + 1] - 1
    name = f"{number + 1} {one.name}"
    fits = start + cell_len(name) <= until
    canvas.write(start, 0, name if fits else f"{number + 1}", "name")


def _together(weeks: int) -> str:
    """How many weeks a bar stands for, where it is not one."""
    if weeks == 1:
        return ""
    said = ngettext("each bar is {count} week", "each bar is {count} weeks, on average", weeks)
    return said.format(count=weeks)


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
    """The first day of a phase, and of every fourth bar where there is room for it."""
    free, before = 0, None
    for one, start, values in zip(stretches, bars.starts, bars.values, strict=True):
        for place in range(0, len(values), 4):
            x = start + place * bars.each
            day = one.day_of(place * bars.together)
            said = say_tick(day, before)
            if x >= free and x + cell_len(said) <= canvas.width:
                canvas.write(x, y, said, "soft")
                free, before = x + cell_len(said) + 2, day
