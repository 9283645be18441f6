"""Charts from a case, of a day. Who may not read a record is shown a case without it."""

from collections.abc import Iterator
from datetime import date
from math import isfinite

from fktui.method.analysis import domain_courses
from fktui.method.intensity import intensity
from fktui.method.plan import RANGES, in_order, off_scale
from fktui.model.plan import Goal, GoalStatus, Measure
from fktui.pictures.charts.known import Known, by_day, one_line, say_few, say_left_out
from fktui.pictures.charts.scores_of_case import scores_of_case
from fktui.pictures.charts.series import Chart, Kind, Limit, Line, Pair, Panel, Point, Stretch
from fktui.words.analysis.worries import say_standing
from fktui.words.labels import label
from fktui.words.language import N_, _
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


def chart_of(kind: Kind, known: Known) -> Chart:
    """The chart of this kind."""
    family = one_line(known.case.trajectory.name)
    title = f"{_(TITLES[kind])} · {family} · {say_date(known.on)}"
    if kind is Kind.HOURS:
        return Chart(kind, title, stretches=tuple(_stretches(known)))
    if kind is Kind.GOALS:
        return _goals(title, known)
    if kind is Kind.DOMAINS:
        return _domains(title, known)
    return scores_of_case(title, known)


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
    panels = [_goal(goal, known.on) for goal in goals]
    drawn = tuple(panel for panel in panels if panel.lines)
    rest = [panel for panel in panels if not panel.lines]
    notes = [*say_few(drawn), *(f"{one.title}: {one.note}." for one in rest if one.note)]
    never = ", ".join(one.title for one in rest if not one.note)
    if never:
        notes.append(_("Not scored yet: {goals}.").format(goals=never))
    return Chart(Kind.GOALS, title, panels=drawn, notes=tuple(notes))


def _goal(goal: Goal, on: date) -> Panel:
    low, high = RANGES[goal.measure]
    odd = {one.id for one in off_scale(goal)}
    fitting = [one for one in goal.scores if one.on <= on and one.id not in odd]
    points = by_day((one.on, one.value) for one in sorted(fitting, key=lambda one: one.on))
    said = [_from_to(points)] if points else []
    if goal.status is not GoalStatus.OPEN:
        said.append(label(goal.status))
    left = sum(one.on <= on for one in goal.scores) - len(fitting)
    said += [say_left_out(left)] if left else []
    expected = (Limit(0, _("as expected")),) if goal.measure is Measure.GAS else ()
    lines = (Line("", points),) if points else ()
    return Panel(one_line(goal.title), " · ".join(said), low, high, lines, expected)


def _from_to(points: tuple[Point, ...]) -> str:
    first, last = in_figures(points[0].value), in_figures(points[-1].value)
    return f"{first} → {last}" if len(points) > 1 else last


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
