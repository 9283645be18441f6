"""Charts from a case, of a day. Who may not read a record is shown a case without it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import isfinite
from typing import NamedTuple

from fktui.method.analysis import domain_courses
from fktui.method.days import age_range
from fktui.method.intensity import intensity
from fktui.method.measures import Series, cutoffs_for, scale_of, scale_series
from fktui.method.norms import MethodNorms
from fktui.method.plan import RANGES, in_order, off_scale
from fktui.model.case import Case
from fktui.model.instrument import Cutoff, Instrument
from fktui.model.plan import Goal, GoalStatus, Measure
from fktui.model.record import by_id
from fktui.model.text import visible
from fktui.pictures.charts.series import (
    MARKS,
    Chart,
    Kind,
    Limit,
    Line,
    Pair,
    Panel,
    Point,
    Stretch,
)
from fktui.words.analysis.scores import say_instrument, say_scale
from fktui.words.analysis.worries import say_standing
from fktui.words.labels import label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import listed
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_date

TITLES = {
    Kind.HOURS: N_("Hours a week"),
    Kind.GOALS: N_("Goals over time"),
    Kind.DOMAINS: N_("Life domains, start and now"),
    Kind.SCORES: N_("Scores over time"),
}

TOGETHER = (Kind.GOALS, Kind.DOMAINS, Kind.SCORES)
"""What is shown at the kitchen table: hours are the team's own matter."""

_WEEK = 168.0
"""No week has more hours."""

_FURTHEST = 1e9
"""No scale of people goes further; what does is not drawn."""


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


def chart_of(kind: Kind, known: Known) -> Chart:
    """The chart of this kind."""
    family = _line(known.case.trajectory.name)
    title = f"{_(TITLES[kind])} · {family} · {say_date(known.on)}"
    if kind is Kind.HOURS:
        return Chart(kind, title, stretches=tuple(_stretches(known)))
    if kind is Kind.GOALS:
        return _goals(title, known)
    if kind is Kind.DOMAINS:
        return _domains(title, known)
    return _scores(title, known)


def _stretches(known: Known) -> Iterator[Stretch]:
    """The stays in phases that have begun, each as `method.intensity` counts it."""
    begun = [one for one in known.case.trajectory.phases if one.started_on is not None]
    for period in sorted(begun, key=lambda one: one.started_on or date.max):
        found = intensity(known.case, period, known.on, known.norms)
        if found is None or period.started_on is None:
            continue
        yield Stretch(
            name=label(period.phase),
            first=period.started_on,
            last=min(known.on, period.ended_on or known.on),
            weeks=found.weeks,
            low=_hours(found.norm.low),
            high=_hours(found.norm.high),
            per_week=round(found.per_week, 1),
        )


def _hours(norm: float) -> float:
    """A norm as far as it can be drawn: another editor may have written anything."""
    return min(max(norm, 0.0), _WEEK) if isfinite(norm) else 0.0


def _goals(title: str, known: Known) -> Chart:
    goals = in_order(known.case.plan.goals)
    panels = [(goal, _goal(goal, known.on)) for goal in goals]
    never = [_line(goal.title) for goal, panel in panels if not panel.lines]
    notes = [_("Not scored yet: {goals}.").format(goals=", ".join(never))] if never else []
    return Chart(
        Kind.GOALS,
        title,
        panels=tuple(panel for _goal_, panel in panels if panel.lines),
        notes=tuple(notes),
    )


def _goal(goal: Goal, on: date) -> Panel:
    low, high = RANGES[goal.measure]
    odd = {one.id for one in off_scale(goal)}
    fitting = [one for one in goal.scores if one.on <= on and one.id not in odd]
    points = _by_day((one.on, one.value) for one in sorted(fitting, key=lambda one: one.on))
    said = [_from_to(points)] if points else []
    if goal.status is not GoalStatus.OPEN:
        said.append(label(goal.status))
    left = sum(one.on <= on for one in goal.scores) - len(fitting)
    said += [_left_out(left)] if left else []
    expected = (Limit(0, _("as expected")),) if goal.measure is Measure.GAS else ()
    lines = (Line("", points),) if points else ()
    return Panel(_line(goal.title), " · ".join(said), low, high, lines, expected)


def _from_to(points: tuple[Point, ...]) -> str:
    first, last = in_figures(points[0].value), in_figures(points[-1].value)
    return f"{first} → {last}" if len(points) > 1 else last


def _left_out(count: int) -> str:
    said = ngettext(
        "{count} score is not on the scale", "{count} scores are not on the scale", count
    )
    return said.format(count=count)


def _domains(title: str, known: Known) -> Chart:
    pairs, never = [], []
    for course in domain_courses(known.case.analysis, known.on):
        name = label(course.domain)
        if course.start is None or course.now is None:
            never.append(name)
            continue
        pairs.append(
            Pair(
                name=name.capitalize(),
                start=course.start,
                now=course.now,
                said=say_standing(course),
                first=min(one.on for one in course.began),
                last=max(one.on for one in course.standing),
            )
        )
    notes = [_("0 not, 1 a little, 2 clearly, 3 very heavy.")] if pairs else []
    if pairs and never:
        notes.append(_("Not looked at yet: {domains}.").format(domains=", ".join(never)))
    return Chart(Kind.DOMAINS, title, pairs=tuple(pairs), notes=tuple(notes))


def _scores(title: str, known: Known) -> Chart:
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
    few = any(not line.is_trend for panel in panels for line in panel.lines)
    notes = (_("No line is drawn through fewer than three points."),) if few else ()
    return Chart(Kind.SCORES, title, panels=tuple(panels), notes=notes)


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
    """A panel for the people who gave this figure; another one from seven lines on."""
    low, high, defined = _range(known, instrument, scale, series)
    fitting = {
        key: _by_day((on, value) for on, value in given if low <= value <= high)
        for key, given in series.items()
    }
    drawn = [(key, points) for key, points in fitting.items() if points]
    title = ", ".join(
        _line(one)
        for one in (
            say_instrument(instrument, known.instruments),
            say_scale(instrument, scale, known.instruments),
        )
    )
    for start in range(0, len(drawn), len(MARKS)):
        some = drawn[start : start + len(MARKS)]
        left = sum(not low <= value <= high for key, _p in some for _on, value in series[key])
        said = [_counted(some)]
        said += [] if defined else [_("the scale is not known here")]
        said += [_left_out(left)] if left else []
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
    about, by = _line(listed(key.about, names)), _line(listed(key.by, names))
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


def _by_day(given: Iterable[tuple[date, float]]) -> tuple[Point, ...]:
    """A point for each day; of several on one day the one that was written last."""
    return tuple(Point(on, value) for on, value in dict(given).items())


def _line(text: str) -> str:
    """A text of people as it can stand in a picture."""
    return " ".join(visible(text).split())
