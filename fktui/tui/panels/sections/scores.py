"""Measurements: each figure with how it changed since the first time, and what is due."""

from collections.abc import Iterator

from fktui.method.measures import Direction, ScaleChange, scale_of, scale_series
from fktui.model.instrument import Instrument
from fktui.model.measures import Measurement
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, section, spark
from fktui.tui.panels.panel import newest_first, task_line
from fktui.tui.panels.sections.telling import told
from fktui.usecases.measures.measures import changes, definitions, due_measures
from fktui.words.analysis.scores import Defined, say_instrument, say_scale, say_scores
from fktui.words.deadlines import say_what
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_date, say_day_of_year

_MARKS = {
    Direction.BETTER: ("▲", "good"),
    Direction.WORSE: ("▼", "mild"),
    Direction.SAME: ("=", "soft"),
    Direction.OTHER: ("·", "soft"),
}
_DAY = 18
_SPARKS = 8


def score_lines(view: View) -> list[Line]:
    """What changed, what was measured, what is due."""
    known = definitions(view.desk)
    lines = section(_("Since the first time"), _changes(view, known))
    lines += section(_("Measurements"), _measured(view, known))
    return lines if view.shown.together else lines + section(_("To measure"), _due(view))


def _changes(view: View, known: dict[str, Instrument]) -> Iterator[Line]:
    series = scale_series(view.case.measures.measurements)
    newest = newest_first(view.case.measures.measurements, "on")
    for one in changes(view.desk, view.case):
        scale = scale_of(known, one.instrument, one.scale)
        values = [
            value
            for key, given in series.items()
            if key == (one.instrument, one.scale, one.about, one.by)
            for _on, value in given
        ]
        low, high = (scale.low, scale.high) if scale else (min(values), max(values))
        last = next((m for m in newest if _gave(m, one)), None)
        mark, style = _MARKS[one.direction]
        cells = columns(
            (spark(values[-_SPARKS:], low, high), _SPARKS),
            ("", 1),
            ((f"{in_figures(one.first)} → {in_figures(one.last)}", "strong"), 14),
        )
        said = f"{label(one.direction)}  {_named(view, one, known)}"
        if last is not None:
            yield from told(view.width, last, "measurement", cells, said, mark=(mark, style))


def _gave(one: Measurement, change: ScaleChange) -> bool:
    """Whether this measurement has the last figure of a change."""
    whose = (one.instrument, one.about, one.by, one.on)
    return change.scale in one.scores and whose == (
        *(change.instrument, change.about, change.by, change.last_on),
    )


def _named(view: View, one: ScaleChange, known: Defined) -> str:
    """Which figure it is, about whom, and who gave it."""
    names = view.shown.names
    scale = say_scale(one.instrument, one.scale, known)
    about, by = listed(one.about, names), listed(one.by, names)
    whose = about if about == by else " · ".join(filter(None, (about, by)))
    return ", ".join(filter(None, (say_instrument(one.instrument, known), scale, whose)))


def _measured(view: View, known: Defined) -> Iterator[Line]:
    names = view.shown.names
    for one in newest_first(view.case.measures.measurements, "on"):
        cells = columns(((say_date(one.on), "soft"), _DAY), ("", 1))
        who = listed(one.by or one.about, names)
        title = say_instrument(one.instrument, known)
        said = (
            f"{title}, {who}: {say_scores(one, known)}"
            if who
            else f"{title}: {say_scores(one, known)}"
        )
        yield from told(view.width, one, "measurement", cells, said, style="")


def _due(view: View) -> Iterator[Line]:
    """What was not measured yet, of what the team chose; Enter opens its form."""
    today = view.desk.today
    for one in due_measures(view.desk, view.case):
        if one.done:
            continue
        said = f"{say_day_of_year(one.on)}  {say_what(one)}"
        mark = ("!", "late") if one.on < today else "□"
        yield _fitting(task_line("measure.add", said, str(one.facts["instrument"]), mark), view)


def _fitting(one: Line, view: View) -> Line:
    """A line that asks something, no longer than there is room."""
    *front, said = one.spans
    used = sum(len(span.text) for span in front)
    return one._replace(spans=(*front, *columns((said, max(0, view.width - used)))))
