"""A chart in sentences, with the same figures: to be read aloud, and beside the picture."""

from collections.abc import Iterator
from datetime import date

from fktui.model.trajectory import HoursNorm
from fktui.pictures.charts.series import Chart, Kind, Line, Pair, Panel, Stretch
from fktui.words.course.phases import say_band, say_days_of
from fktui.words.language import N_, _
from fktui.words.time.hours import hours_in_figures, in_figures
from fktui.words.time.say_dates import say_date, say_day_and_month

EMPTY = {
    Kind.HOURS: N_("No phase has begun yet, so there are no hours to show."),
    Kind.GOALS: N_("No goal was scored yet."),
    Kind.DOMAINS: N_("No life domain was scored yet."),
    Kind.SCORES: N_("No scores of questionnaires were kept yet."),
}


def chart_in_words(chart: Chart) -> Iterator[str]:
    """All that stands on a chart, line by line."""
    if chart.is_empty:
        yield _(EMPTY[chart.kind])
    for stretch in chart.stretches:
        yield from _stretch(stretch)
    for panel in chart.panels:
        yield from _panel(panel)
    for pair in chart.pairs:
        yield say_pair(pair)
    yield from chart.notes


def say_stretch(one: Stretch) -> str:
    """A stay in a phase in one line: its days, its norm, its average."""
    norm = say_band(HoursNorm(low=one.low, high=one.high))
    return _("{phase}: {days}, norm {norm}, on average {hours} a week").format(
        phase=one.name.capitalize(),
        days=say_days_of(one.first, one.last),
        norm=norm,
        hours=hours_in_figures(one.per_week),
    )


def say_tick(day: date, before: date | None) -> str:
    """A day under an axis; with its year where the day before it on the axis is of another one."""
    said = say_day_and_month(day)
    return said if before and before.year == day.year else f"{said} {day.year}"


def _stretch(one: Stretch) -> Iterator[str]:
    yield f"{say_stretch(one)}."
    weeks = ", ".join(map(hours_in_figures, one.weeks))
    yield "  " + _("Hours week by week: {weeks}.").format(weeks=weeks)


def _panel(panel: Panel) -> Iterator[str]:
    yield _("{title} (from {low} to {high}): {note}").format(
        title=panel.title,
        low=in_figures(panel.low),
        high=in_figures(panel.high),
        note=panel.note,
    )
    for line in panel.lines:
        yield f"  {_line(line)}"
    for limit in panel.limits:
        yield f"  {limit.name}: {in_figures(limit.value)}"


def _line(line: Line) -> str:
    given = (f"{say_date(one.on)} {in_figures(one.value)}" for one in line.points)
    return f"{line.name}: {', '.join(given)}" if line.name else ", ".join(given)


def say_pair(pair: Pair) -> str:
    """One figure then and now."""
    if pair.is_once:
        said = _("{name}: {now} on {day}, scored once.")
    else:
        said = _("{name}: {start} on {first}, {now} on {day}.")
    return said.format(
        name=pair.name,
        start=in_figures(pair.start),
        first=say_date(pair.first),
        now=pair.said,
        day=say_date(pair.last),
    )
