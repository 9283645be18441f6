"""A chart in a terminal."""

from fktui.pictures.canvas import Canvas
from fktui.pictures.charts.chart_words import EMPTY
from fktui.pictures.charts.series import Chart
from fktui.pictures.charts.text_bars import draw_bars
from fktui.pictures.charts.text_fit import wrapped
from fktui.pictures.charts.text_lines import draw_panels
from fktui.pictures.charts.text_pairs import draw_pairs
from fktui.words.language import _


def draw_chart(chart: Chart, width: int, height: int) -> Canvas:
    """The chart on a sheet of so many columns; without its title, which stands above it.

    Args:
        chart: what is drawn.
        width: of the sheet, in columns.
        height: how many rows there are in sight. The sheet is higher where the chart needs it,
            and lower where it does not.
    """
    notes = [row for note in chart.notes for row in wrapped(note, width)]
    if chart.is_empty:
        rows = [*wrapped(_(EMPTY[chart.kind]), width), *notes]
        return _with_notes(Canvas(width, 0), rows)
    room = height - len(notes)
    if chart.stretches:
        drawn = draw_bars(chart.stretches, width, room)
    elif chart.panels:
        drawn = draw_panels(chart.panels, width, room)
    else:
        drawn = draw_pairs(chart, width, room)
    return _with_notes(drawn, notes)


def _with_notes(canvas: Canvas, notes: list[str]) -> Canvas:
    start = canvas.height
    canvas.height += len(notes)
    for row, note in enumerate(notes):
        canvas.write(0, start + row, note, "soft")
    return canvas
