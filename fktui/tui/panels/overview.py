"""The first tab: how the family stands. Phases, goals, hours, what to look at, what comes."""

from fktui.method.due.day import Deadline
from fktui.method.plan import RANGES
from fktui.model.issue import Level
from fktui.model.plan import GoalStatus
from fktui.tui.family import View
from fktui.tui.lines import (
    Line,
    Part,
    bar,
    columns,
    fit,
    head,
    line,
    section,
    spark,
    wrapped,
)
from fktui.tui.panels.panel import DO, Panel, record_line
from fktui.usecases.overview.glance import GoalNow
from fktui.words.course.phases import say_band
from fktui.words.deadlines import say_what
from fktui.words.issues import say_issue
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed, shortened
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day_of_year

_TITLE = 34
_MOST_CONTACTS, _MOST_FINDINGS, _MOST_AGREEMENTS = 5, 5, 6
_LOW, _FEW_FINDINGS = 30, 3
"""On a screen of fewer lines so many findings, or what comes is not in sight."""

_SAID_ABOVE = ("phase-overdue", "plan-overdue", "plan-written-overdue", "aftercare-overdue")
"""Findings of days that are past: they stand above them, with the day."""

_AFTERCARE = ("aftercare", "aftercare-planned")
"""Days that are answered by a form, not by a record."""

MORE = "more"
"""The kind of the line that Enter shows more of."""


def overview_lines(view: View) -> list[Line]:
    """Goals, hours, contacts; what asks for attention too, when nothing stands beside it."""
    found = view.shown.glance
    lines = section(_("Goals"), (goal_line(view, one) for one in found.goals), _("no goals yet"))
    if view.alone:
        lines += _attention(view)
    lines += _hours(view)
    lines += section(_("Last contacts"), _contacts(view), _("no contacts yet"))
    if view.alone:
        lines += _around(view)
    return lines


def overview_beside(view: View, _key: str) -> list[Line]:
    """What asks for attention, what comes, who is around the family, what was agreed."""
    return _attention(view) + _around(view)


def _attention(view: View) -> list[Line]:
    shown = section(_("Look at this"), [*_late(view), *_findings(view)])
    return shown + section(_("Soon"), _coming(view), _("nothing in the next 30 days"))


def _around(view: View) -> list[Line]:
    return section(_("Network"), _network(view)) + section(_("Agreements"), _agreements(view))


def goal_line(view: View, now: GoalNow) -> Line:
    """A goal: a bar, where it began and where it is, its path."""
    goal = now.goal
    low, high = RANGES[goal.measure]
    room = max(20, min(_TITLE, view.width - 40))
    value = now.last if now.last is not None else low
    scores = [score.value for score in sorted(goal.scores, key=lambda one: one.on)]
    ended = goal.status is not GoalStatus.OPEN
    return record_line(
        goal,
        "goal",
        *columns((goal.title, room)),
        " ",
        *bar(value - low, high - low),
        *columns((_figure(now.first), -4), (_figure(now.last), -4)),
        " ",
        (_step(now), "good" if _step(now).startswith("▲") else "soft"),
        "  ",
        (spark(scores[-8:], low, high), "accent"),
        (f"  {label(goal.status)}" if ended else "", "soft"),
        mark=("√", "good") if goal.status is GoalStatus.REACHED else " ",
    )


def _figure(value: int | None) -> str:
    return "–" if value is None else str(value)


def _step(now: GoalNow) -> str:
    """The last step up or down."""
    scores = sorted(now.goal.scores, key=lambda one: one.on)
    if len(scores) < 2:  # noqa: PLR2004 - a step takes two
        return fit("", 5)
    step = scores[-1].value - scores[-2].value
    return fit("=" if not step else f"{'▲' if step > 0 else '▼'} {step:+d}", 5)


def _late(view: View) -> list[Line]:
    return [_due(view, ("! ", "late"), one) for one in view.shown.glance.due.overdue]


def _coming(view: View) -> list[Line]:
    return [_due(view, "  ", one) for one in view.shown.glance.due.coming]


def _due(view: View, mark: Part, one: Deadline) -> Line:
    day = (
        say_day_of_year(one.on)
        if one.on.year == view.desk.today.year
        else f"{one.on.day}-{one.on.month}-{one.on.year}"
    )
    said = columns((day, 11), (say_what(one), max(10, view.width - 13)))
    if one.code in _AFTERCARE and not view.shown.together:
        return line(mark, *said, key="phase.aftercare@", kind=DO)
    return line(mark, *said, key=one.record or one.code, kind="due")


def _findings(view: View) -> list[Line]:
    """What the method asks, as sentences; the record that it is about is found by Enter."""
    if view.shown.together:
        return []
    found = [
        one
        for one in view.shown.findings
        if one.level is Level.WARNING and one.code not in _SAID_ABOVE
    ]
    most = _FEW_FINDINGS if 0 < view.height < _LOW else _MOST_FINDINGS
    if view.unfolded or len(found) == most + 1:
        most = len(found)
    lines: list[Line] = []
    for one in found[:most]:
        first, *rest = wrapped(say_issue(one), view.width - 2)
        lines.append(line(("! ", "mild"), *first.spans, key=one.record or one.code, kind="due"))
        lines += [line("  ", *row.spans) for row in rest]
    more = len(found) - most
    if more > 0:
        text = _("and {count} more; Enter shows them").format(count=more)
        lines.append(line("  ", (text, "soft"), key=MORE, kind=MORE))
    return lines


def _hours(view: View) -> list[Line]:
    phase = view.shown.glance.phase
    if phase is None or phase.hours is None or view.shown.together:
        return []
    spent = phase.hours
    title = _("Hours per week, norm {hours}").format(hours=say_band(spent.norm))
    weeks = spent.weeks[-max(8, min(26, (view.width - 12) // 3)) :]
    top = max((spent.norm.high, *weeks))
    rows = []
    for level in range(3, -1, -1):
        floor = top * level / 4
        cells = "".join(f"{_block(value, floor, top / 4)} " for value in weeks)
        note = hours_in_figures(round(top * (level + 1) / 4)) if level % 2 else ""
        rows.append(line((fit(note.rjust(4), 5), "soft"), (cells, "accent")))
    average = _("on average {hours} a week").format(hours=hours_in_figures(spent.per_week))
    return [head(title, average), *rows, line("")]


def _block(value: float, floor: float, step: float) -> str:
    share = max(0.0, min(1.0, (value - floor) / step if step else 0))
    return (" ▁▂▃▄▅▆▇█"[round(share * 8)]) * 2


def _contacts(view: View) -> list[Line]:
    names = view.shown.names
    shown = sorted(view.case.contacts, key=lambda one: one.on, reverse=True)[:_MOST_CONTACTS]
    return [
        record_line(
            one,
            "contact",
            *columns(
                (say_day_of_year(one.on), 13),
                (hours_in_figures(one.hours) if one.hours else "", -4),
                ("", 1),
                (label(one.kind), 16),
                (listed(one.present, names), 22),
                ("", 1),
            ),
            (shortened(one.body, 60), "soft"),
        )
        for one in shown
    ]


def _network(view: View) -> list[Line]:
    found = view.shown.glance.network
    if not any(found.values()):
        return []
    text = _("close {close}, familiar {near}, at a distance {far}").format(
        close=found[1], near=found[2], far=found[3]
    )
    return [line("  ", text)]


def _agreements(view: View) -> list[Line]:
    """What the family agreed and still holds."""
    today = view.desk.today
    running = [one for one in view.case.plan.agreements if not one.until or one.until >= today]
    return [
        record_line(one, "agreement", *columns((one.what, max(10, view.width - 2))))
        for one in running[:_MOST_AGREEMENTS]
    ]


PANEL = Panel("overview", N_("Overview"), overview_lines, beside=overview_beside)
