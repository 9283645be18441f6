"""A chart on paper and on the wall: SVG, from the figures that the terminal has."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from rich.cells import cell_len

from fktui.pictures.charts.chart_words import EMPTY, chart_in_words, say_stretch, say_tick
from fktui.pictures.charts.series import (
    Chart,
    Limit,
    Line,
    Pair,
    Panel,
    Stretch,
    averaged,
    days_of,
    depth_of,
    part_of,
    spread,
    steps_of,
    unit_of,
)
from fktui.pictures.charts.svg_parts import (
    BAND,
    COLOURS,
    DASHES,
    GRID,
    HIGH,
    LETTER,
    LIMIT,
    SOFT,
    WIDE,
    box,
    hollow,
    label,
    mark,
)
from fktui.pictures.charts.text_fit import fit, wrapped
from fktui.pictures.picture import Picture
from fktui.pictures.svg_parts import INK, line, whole
from fktui.words.language import _, ngettext
from fktui.words.time.hours import hours_in_figures, in_figures
from fktui.words.time.say_dates import say_day_and_month

_EDGE, _TOP = 36.0, 62.0
_ROW = 18.0
_PANEL = 214.0
_LEAST = 3.0
"""The narrowest bar; where there is no room for it, one bar stands for some weeks."""


class _Plot(NamedTuple):
    """Where the figures of a panel stand."""

    left: float
    top: float
    right: float
    foot: float

    def y(self, value: float, panel: Panel) -> float:
        return self.top + depth_of(value, panel.low, panel.high) * (self.foot - self.top)

    def x(self, on: date, span: tuple[date, date]) -> float:
        return self.left + 8 + part_of(on, span) * (self.right - self.left - 16)


def picture_of(chart: Chart) -> Picture:
    """The chart as it goes to paper."""
    words = tuple(chart_in_words(chart))
    notes = [row for note in chart.notes for row in wrapped(note, int((WIDE - 2 * _EDGE) / LETTER))]
    foot = (len(notes) + 1) * _ROW
    if chart.panels:
        high = max(HIGH, _TOP + ceil(len(chart.panels) / 2) * _PANEL + foot)
    else:
        high = max(HIGH, _TOP + 300 + len(chart.stretches) * _ROW + foot)
    parts = [label(_EDGE, 30, chart.title, bold=True)]
    if chart.is_empty:
        parts.append(label(_EDGE, _TOP, _(EMPTY[chart.kind]), colour=SOFT))
    elif chart.stretches:
        parts += _bars(chart.stretches, high - foot)
    elif chart.panels:
        parts += _panels(chart.panels, high - foot)
    else:
        parts += _pairs(chart, high - foot)
    for number, note in enumerate(notes):
        parts.append(label(_EDGE, high - foot + (number + 1) * _ROW, note, colour=SOFT))
    return Picture(chart.title, whole(chart.title, words, parts, (WIDE, high)), words)


def _bars(stretches: Sequence[Stretch], high: float) -> Iterator[str]:
    """A bar a week, phase beside phase, each on the band of its norm; below it what it was."""
    unit = unit_of(max(1, *(max((*one.weeks, one.high)) for one in stretches)), 12)
    rows = ceil(max(1, *(max((*one.weeks, one.high)) for one in stretches)) / unit)
    left, top, right = _EDGE + 34, _TOP + 24, WIDE - _EDGE
    foot = high - (len(stretches) + 3) * _ROW
    gap = min(16.0, (right - left) / len(stretches) / 3)
    room = right - left - gap * (len(stretches) - 1)
    together = ceil(sum(len(one.weeks) for one in stretches) * _LEAST / room)
    groups = [averaged(one.weeks, together) for one in stretches]
    each = min(34.0, room / sum(map(len, groups)))
    for row in range(rows + 1):
        y = foot - (foot - top) * row / rows
        yield line((left, y), (right, y), GRID, "0.8")
        yield label(left - 8, y + 4, hours_in_figures(unit * row), "end", SOFT)
    x, scale, free, before = left, (foot - top) / (rows * unit), 0.0, None
    for number, (one, values) in enumerate(zip(stretches, groups, strict=True), 1):
        wide = len(values) * each
        yield from _stretch(one, values, (x, foot), (each, scale))
        name = f"{number} {one.name}"
        fits = cell_len(name) * LETTER <= wide + gap
        yield label(x, top - 10, name if fits else f"{number}", bold=True)
        for place in range(0, len(values), 4):
            day, start = one.day_of(place * together), x + place * each
            said = say_tick(day, before)
            if start >= free and start + cell_len(said) * LETTER <= WIDE:
                yield label(start, foot + 16, said, colour=SOFT)
                free, before = start + cell_len(said) * LETTER + 12, day
        yield label(_EDGE, foot + (number + 1.2) * _ROW, f"{number} {say_stretch(one)}")
        x += wide + gap
    said = _("grey, between dashes: the hours that are meant")
    if together > 1:
        text = ngettext(
            "each bar is {count} week", "each bar is {count} weeks, on average", together
        )
        said += " · " + text.format(count=together)
    yield label(_EDGE, foot + (len(stretches) + 2.2) * _ROW, said, colour=SOFT)


def _stretch(
    one: Stretch, values: Sequence[float], place: tuple[float, float], size: tuple[float, float]
) -> Iterator[str]:
    """The band of the norm, the bars on it, and the ends of the band over them."""
    (x, foot), (each, scale) = place, size
    wide = len(values) * each
    yield box(x, foot - one.high * scale, wide, (one.high - one.low) * scale, BAND)
    for number, value in enumerate(values):
        thick = each * 0.8
        yield box(x + number * each, foot - value * scale, thick, value * scale, COLOURS[0])
    for hours in dict.fromkeys((one.low, one.high)):
        y = foot - hours * scale
        yield line((x, y), (x + wide, y), LIMIT, "1.4", "6 4")


def _panels(panels: Sequence[Panel], high: float) -> Iterator[str]:
    """Small charts on the same days, two beside each other where there are more than two."""
    abreast = 1 if len(panels) <= 2 else 2  # noqa: PLR2004 - two fill the sheet under each other
    deep = (high - _TOP) / ceil(len(panels) / abreast)
    wide = (WIDE - 2 * _EDGE - 40 * (abreast - 1)) / abreast
    span = days_of(tuple(panels))
    ends = [_end(line) for panel in panels for line in panel.lines]
    ends += [limit.name for panel in panels for limit in panel.limits]
    for number, panel in enumerate(panels):
        row, column = divmod(number, abreast)
        x, y = _EDGE + column * (wide + 40), _TOP + row * deep
        yield from _panel(panel, (x, y, wide, deep), span, max(map(cell_len, ends)) * LETTER + 30)


def _panel(
    panel: Panel,
    place: tuple[float, float, float, float],
    span: tuple[date, date],
    room: float,
) -> Iterator[str]:
    """A small chart; at its right so much room for names."""
    x, y, wide, deep = place
    letters = int(wide / LETTER)
    title = wrapped(panel.title, letters)[:2]
    for number, row in enumerate(title):
        yield label(x, y + 12 + number * 15, row, bold=True)
    under = y + 12 + len(title) * 15
    yield label(x, under, fit(panel.note, letters), colour=SOFT)
    plot = _Plot(x + 34, under + 18, x + wide - room, y + deep - 42)
    steps = steps_of(panel.low, panel.high)
    for step in range(steps + 1):
        value = panel.high - (panel.high - panel.low) * step / steps
        level = plot.y(value, panel)
        yield line((plot.left, level), (plot.right, level), GRID, "0.8")
        yield label(plot.left - 8, level + 4, in_figures(round(value, 1)), "end", SOFT)
    for limit in panel.limits:
        level = plot.y(limit.value, panel)
        yield line((plot.left, level), (plot.right, level), LIMIT, "1.4", "6 4")
    yield from _lines(panel, plot, span)
    yield from _ends(panel, plot)
    yield from _days(panel.lines, plot, span)


def _lines(panel: Panel, plot: _Plot, span: tuple[date, date]) -> Iterator[str]:
    """A line where there are points enough for it, and above all lines the marks."""
    places = [
        [(plot.x(point.on, span), plot.y(point.value, panel)) for point in one.points]
        for one in panel.lines
    ]
    for number, (one, points) in enumerate(zip(panel.lines, places, strict=True)):
        if one.is_trend:
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            dashed = f' stroke-dasharray="{DASHES[number]}"' if DASHES[number] else ""
            yield (
                f'<polyline points="{path}" fill="none" stroke="{COLOURS[number]}" '
                f'stroke-width="2"{dashed}/>'
            )
    taken: set[tuple[int, int]] = set()
    for number, points in enumerate(places):
        for x, y in points:
            inward = 11 if x * 2 < plot.left + plot.right else -11
            while (round(x), round(y)) in taken:  # beside it: the figure stays right
                x += inward  # noqa: PLW2901 - the place moves on
            taken.add((round(x), round(y)))
            yield mark(x, y, number)


def _ends(panel: Panel, plot: _Plot) -> Iterator[str]:
    """At the right whose line it is with the last figure, and what the limits are."""
    ends: list[Line | Limit] = [*panel.lines, *panel.limits]
    values = [one.value if isinstance(one, Limit) else one.points[-1].value for one in ends]
    wanted = [plot.y(value, panel) - plot.top for value in values]
    places = spread(wanted, 15, plot.foot - plot.top)
    x = plot.right + 14
    for number, (one, place) in enumerate(zip(ends, places, strict=True)):
        y = plot.top + place
        if isinstance(one, Limit):
            yield label(x, y + 4, one.name, colour=LIMIT)
        else:
            if one.name:
                yield mark(x + 4, y, number)
            after = 14 if one.name else 0
            yield label(x + after, y + 4, _end(one), colour=COLOURS[number], bold=True)


def _end(one: Line) -> str:
    """The name of a line with its last figure, which never gives way."""
    figure = in_figures(one.points[-1].value)
    return f"{fit(one.name, 28)} {figure}".strip()


def _days(lines: Sequence[Line], plot: _Plot, span: tuple[date, date]) -> Iterator[str]:
    """The days on which there are points; the first and the last before those between."""
    days = sorted({point.on for one in lines for point in one.points})
    taken: list[tuple[float, float]] = []
    for day in dict.fromkeys((days[0], days[-1], *days)):
        said = f"{say_day_and_month(day)} {day.year}"
        x, half = plot.x(day, span), cell_len(said) * LETTER / 2
        yield line((x, plot.foot), (x, plot.foot + 5), SOFT)
        if all(x - half >= end + 4 or x + half + 4 <= start for start, end in taken):
            yield label(x, plot.foot + 18, said, "middle", SOFT)
            taken.append((x - half, x + half))


def _pairs(chart: Chart, high: float) -> Iterator[str]:
    """A row for each: an open square where it began, a full one where it is."""
    room = max(cell_len(one.name) for one in chart.pairs) * LETTER
    left, right = _EDGE + min(300.0, room) + 30, WIDE - 340
    levels = round(chart.high - chart.low)
    top, deep = _TOP + 44, (high - _TOP - 84) / len(chart.pairs)
    foot = top + deep * len(chart.pairs)
    for level in range(levels + 1):
        x = left + (right - left) * level / levels
        yield line((x, top - 12), (x, foot), GRID, "0.8")
        yield label(x, top - 20, in_figures(chart.low + level), "middle", SOFT)
    for number, one in enumerate(chart.pairs):
        y = top + deep * (number + 0.5)
        places = [left + (v - chart.low) * (right - left) / levels for v in (one.start, one.now)]
        yield from _pair(one, y, places)
        yield label(_EDGE, y + 4, fit(one.name, 42), bold=True)
        yield label(right + 40, y + 4, _said(one))
    yield hollow(_EDGE + 6, foot + 24, INK) + label(_EDGE + 18, foot + 28, _("start"))
    yield mark(_EDGE + 96, foot + 24, 1) + label(_EDGE + 108, foot + 28, _("now"))


def _pair(one: Pair, y: float, places: Sequence[float]) -> Iterator[str]:
    start, now = places
    if not one.is_once:
        yield line((start, y), (now, y), COLOURS[1], "3")
        yield hollow(start, y, INK)
    yield mark(now, y, 1)


def _said(one: Pair) -> str:
    last = f"{say_day_and_month(one.last)} {one.last.year}"
    if one.is_once:
        return f"{one.said} ({last})"
    first = f"{say_day_and_month(one.first)} {one.first.year}"
    return f"{in_figures(one.start)} → {one.said} ({first} – {last})"
