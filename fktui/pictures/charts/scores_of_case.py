"""Scores of questionnaires as panels: one for each figure, a line for each who gave it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import isfinite

from fktui.method.days import age_range
from fktui.method.measures import Series, cutoffs_for, scale_of, scale_series
from fktui.model.instrument import Cutoff, Instrument
from fktui.model.record import by_id
from fktui.pictures.charts.known import Known, by_day, one_line, say_few, say_left_out
from fktui.pictures.charts.series import MARKS, TREND, Chart, Kind, Limit, Line, Panel, Point
from fktui.words.analysis.scores import say_instrument, say_scale
from fktui.words.language import _, ngettext
from fktui.words.naming import listed
from fktui.words.time.hours import in_figures

_FURTHEST = 1e9
"""No scale of people goes further; what does is not drawn."""


_MOST = 3
"""Lines through each other in one panel; more are a tangle."""


def scores_of_case(title: str, known: Known) -> Chart:
    """The scores up to a day."""
    measured = [one for one in known.case.measures.measurements if one.on <= known.on]
    ids = {who for one in measured for who in (*one.by, *one.about)}
    known = known._replace(names=_short({one: known.names.get(one, one) for one in ids}))
    scales: dict[tuple[str, str], dict[Series, list[tuple[date, float]]]] = {}
    for key, given in scale_series(measured).items():
        scales.setdefault((key.instrument, key.scale), {})[key] = given
    panels = [
        panel
        for (instrument, scale), series in scales.items()
        if not _said_by_another(instrument, scale, scales, known.instruments)
        for panel in _panels(known, instrument, scale, series)
    ]
    drawn = tuple(panel for panel in panels if panel.lines)
    odd = (f"{one.title}: {one.note}." for one in panels if not one.lines)
    return Chart(Kind.SCORES, title, panels=drawn, notes=(*say_few(drawn), *odd))


def _short(names: Mapping[str, str]) -> dict[str, str]:
    """First names, where nobody else on the chart has the same one."""
    firsts = {who: (name.split() or [name])[0] for who, name in names.items()}
    often = Counter(firsts.values())
    return {who: first if often[first] == 1 else names[who] for who, first in firsts.items()}


def _said_by_another(
    instrument: str,
    scale: str,
    given: Iterable[tuple[str, str]],
    known: Mapping[str, Instrument],
) -> bool:
    """Whether another scale that was given is this one times a number: the same picture twice."""
    definition = known.get(instrument)
    others = definition.scales if definition else ()
    return any(one.parts == (scale,) and (instrument, one.name) in given for one in others)


def _panels(
    known: Known, instrument: str, scale: str, series: dict[Series, list[tuple[date, float]]]
) -> Iterator[Panel]:
    """A panel for the people who gave this figure, and another one where they are too many.

    One without lines says why there is none: no figure was on the scale.
    """
    low, high, defined = _range(known, instrument, scale, series)
    fitting = {
        key: by_day((on, value) for on, value in given if low <= value <= high)
        for key, given in series.items()
    }
    drawn = [(key, points) for key, points in fitting.items() if points]
    title = ", ".join(
        one_line(one)
        for one in (
            say_instrument(instrument, known.instruments),
            say_scale(instrument, scale, known.instruments),
        )
    )
    left = sum(not low <= value <= high for given in series.values() for _on, value in given)
    most = _MOST if any(len(points) >= TREND for _key, points in drawn) else len(MARKS)
    for start in range(0, max(1, len(drawn)), most):
        some = drawn[start : start + most]
        said = [_counted(some)] if some else []
        said += [] if defined else [_("the scale is not known here")]
        said += [say_left_out(left)] if left else []
        lines = tuple(Line(_whose(key, known.names), points) for key, points in some)
        limits = tuple(
            one for one in _limits(known, instrument, scale, some) if low <= one.value <= high
        )
        yield Panel(title, " · ".join(said), low, high, lines, limits)


def _range(
    known: Known, instrument: str, scale: str, series: dict[Series, list[tuple[date, float]]]
) -> tuple[float, float, bool]:
    """The ends of a scale, and whether they are those of its definition."""
    definition = scale_of(known.instruments, instrument, scale)
    if definition is not None and _is_sane(definition.low) and _is_sane(definition.high):
        return definition.low, definition.high, True
    values = [value for given in series.values() for _on, value in given if _is_sane(value)]
    low, high = min(values, default=0), max(values, default=0)
    return (low, high, False) if low < high else (low - 1, high + 1, False)


def _is_sane(value: float) -> bool:
    return isfinite(value) and abs(value) <= _FURTHEST


def _counted(some: list[tuple[Series, tuple[Point, ...]]]) -> str:
    """How many people gave how many figures."""
    people = len({who for key, _points in some for who in key.by or key.about})
    figures = sum(len(points) for _key, points in some)
    said = ngettext("{count} measurement", "{count} measurements", figures).format(count=figures)
    if not people:
        return said
    by = ngettext("{count} respondent", "{count} respondents", people).format(count=people)
    return f"{by}, {said}"


def _whose(key: Series, names: Mapping[str, str]) -> str:
    """About whom, and by whom where that is another."""
    about, by = one_line(listed(key.about, names)), one_line(listed(key.by, names))
    if about and by and about != by:
        return _("{about}, by {by}").format(about=about, by=by)
    return about or by or _("not known by whom")


def _limits(
    known: Known, instrument: str, scale: str, some: list[tuple[Series, tuple[Point, ...]]]
) -> Iterator[Limit]:
    """What those on a panel are held against, by their age when they last gave a figure."""
    definition = scale_of(known.instruments, instrument, scale)
    found: dict[Cutoff, None] = {}
    for key, points in some if definition else ():
        who = by_id(known.case.family.people, key.about[0]) if len(key.about) == 1 else None
        ages = age_range(who.born, points[-1].on) if who else None
        found |= dict.fromkeys(cutoffs_for(definition, ages)) if definition else {}
    for one in sorted(found, key=lambda one: -one.value):
        yield Limit(one.value, _say_limit(one))


def _say_limit(one: Cutoff) -> str:
    said = _("limit {figure}").format(figure=in_figures(one.value))
    if one.from_age is None and one.to_age is None:
        return said
    if one.to_age is None:
        return f"{said} ({one.from_age}+)"
    return f"{said} ({one.from_age or 0}–{one.to_age})"
