"""Life domains in a terminal: where each began and where it is, a row for each."""

from collections.abc import Sequence

from rich.cells import cell_len

from fktui.pictures.canvas import Canvas
from fktui.pictures.charts.series import Chart, Pair
from fktui.pictures.charts.text_fit import fit
from fktui.words.language import _
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_date

START, NOW = "□", "■"
_STEP = 12
"""Columns between two levels at most."""


def draw_pairs(chart: Chart, width: int, height: int) -> Canvas:
    """A row for each pair, with an empty one between them where there is room for it."""
    pairs = chart.pairs
    apart = 2 if 2 * len(pairs) + 3 <= height else 1
    canvas = Canvas(width, apart * len(pairs) + 3)
    said = [_figures(one) for one in pairs]
    right = max(map(cell_len, said)) + 2
    left = min(max(cell_len(one.name) for one in pairs), max(8, width // 3)) + 2
    levels = round(chart.high - chart.low)
    step = max(1, min(_STEP, (width - left - right - 1) // levels))
    for level in range(levels + 1):
        canvas.write(left + level * step, 0, in_figures(chart.low + level), "soft")
    for number, one in enumerate(pairs):
        y = 1 + number * apart
        canvas.write(0, y, fit(one.name, left - 2), "name")
        for x in range(levels * step + 1):
            canvas.write(left + x, y, "·" if x % step == 0 else " ", "grid")
        _pair(canvas, one, y, [left + round((v - chart.low) * step) for v in (one.start, one.now)])
        canvas.write(left + levels * step + 3, y, said[number], "name")
    canvas.write(0, canvas.height - 1, fit(_legend(pairs), width), "soft")
    return canvas


def _pair(canvas: Canvas, one: Pair, y: int, places: Sequence[int]) -> None:
    start, now = places
    for x in range(min(start, now) + 1, max(start, now)):
        canvas.write(x, y, "─", "now")
    if not one.is_once:
        canvas.write(start, y, START, "start")
    canvas.write(now, y, NOW, "now")


def _figures(one: Pair) -> str:
    return one.said if one.is_once else f"{in_figures(one.start)} → {one.said}"


def _legend(pairs: Sequence[Pair]) -> str:
    """What the marks are, with their days where these are the same for all."""
    first, last = {one.first for one in pairs}, {one.last for one in pairs}
    start, now = _("start"), _("now")
    start += f" ({say_date(*first)})" if len(first) == 1 else ""
    now += f" ({say_date(*last)})" if len(last) == 1 else ""
    return f"{START} {start}   {NOW} {now}"
