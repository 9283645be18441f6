"""The tab *Goals*: goals with their steps, the help beside the coach, what people agreed."""

from collections.abc import Iterable, Iterator

from fktui.method.agreed import WHOLE, Stance
from fktui.method.plan import first_score, last_score
from fktui.model.plan import Agreement, Evaluation, Goal, Intervention, Step
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, line, section, wrapped
from fktui.tui.panels.overview import goal_line
from fktui.tui.panels.panel import Panel, is_over, record_line
from fktui.tui.panels.sections.agreeing import standing_lines
from fktui.tui.panels.sections.telling import told
from fktui.usecases.overview.glance import GoalNow
from fktui.usecases.plan.whole import TextStanding, WholePlan, at_the_same_time, whole_plan
from fktui.words.agreed_texts import say_text
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed, shortened
from fktui.words.time.bars import Span, bars
from fktui.words.time.say_dates import say_date, say_day_of_year, say_period

KINDS = ("goal", "step", "score", "intervention", "agreement", "evaluation", "assent")

_WHO, _DAY, _STATUS = 18, 12, 12
_WHAT = 34


def lines(view: View) -> list[Line]:
    """Goals that run, then what goes with them; what is behind the family comes last."""
    plan = whole_plan(view.case, view.desk.today)
    running = [one.goal for one in plan.goals]
    return [
        *section(_("Goals"), _goals(view, running), _("no goals yet; d adds one")),
        *section(_("Help"), _help(view, plan)),
        *section(_("Agreements"), (row for one in plan.agreements for row in _agreed(view, one))),
        *section(_("Evaluations"), (row for one in plan.evaluations for row in _look(view, one))),
        *_who_agrees(view, plan.texts),
        *section(_("Behind us"), _goals(view, plan.finished, _STATUS)),
    ]


# --- goals and steps ------------------------------------------------------------------------------


def _goals(view: View, goals: Iterable[Goal], less: int = 0) -> Iterator[Line]:
    """Each goal with its steps; `less` room where it is said behind it what became of it."""
    room = view._replace(width=view.width - less)
    for goal in goals:
        first, last = first_score(goal), last_score(goal)
        figures = (first.value if first else None, last.value if last else None)
        yield goal_line(room, GoalNow(goal, *figures, 0))
        yield from (_step(view, step) for step in goal.steps if step.dropped is None)


def _step(view: View, step: Step) -> Line:
    """A step: done or not, who does it, until when."""
    today = view.desk.today
    late = step.done is None and step.due is not None and step.due < today
    mark: Part = ("√", "good") if step.done else ("!", "late") if late else "□"
    day = step.done or step.due
    said = say_day_of_year(day) if day else ""
    who = listed(step.who, view.shown.names) or (label(step.by) if step.by else "")
    what = max(20, view.width - 6 - _WHO - _DAY - 2)
    return line(
        "   ",
        mark,
        " ",
        *columns(
            (step.what, what),
            ("", 1),
            ((who, "soft"), _WHO),
            ("", 1),
            ((said, "late" if late else "soft"), _DAY),
        ),
        key=step.id,
        kind="step",
    )


# --- help -----------------------------------------------------------------------------------------


def _help(view: View, plan: WholePlan) -> Iterator[Line]:
    """Each help with its period on one line of months, so that one sees what goes on together."""
    today = view.desk.today
    drawn = bars([span for _one, span in plan.help], today)
    room = view.width - _WHAT - 4
    wide = bool(drawn.rows) and len(drawn.rows[0]) <= room
    if wide:
        yield line("   ", *columns(("", _WHAT)), (drawn.head, "soft"))
    for (one, span), row in zip(plan.help, drawn.rows, strict=True):
        shown = row if wide else _period(span)
        yield _one_help(view, one, (shown, "accent" if wide else "soft"))
        if wide:
            yield line("     ", (_who_and_when(view, one, span), "soft"))
    for one in plan.undated:
        yield _one_help(view, one, (_("no day yet"), "soft"))
    together = at_the_same_time(plan.help, today)
    if together:
        what = ", ".join(shortened(one.what, _WHAT) for one in together)
        said = _("At the same time: {what}").format(what=what)
        yield from wrapped(said, view.width, "soft", "   ")


def _one_help(view: View, one: Intervention, shown: Part) -> Line:
    mark: Part = ("√", "soft") if is_over(one, view.desk.today) else "·"
    return record_line(one, "intervention", *columns((one.what, _WHAT)), " ", shown, mark=mark)


def _who_and_when(view: View, one: Intervention, span: Span) -> str:
    return "  ".join(filter(None, (listed(one.who, view.shown.names), _period(span))))


def _period(span: Span) -> str:
    said = say_period(span.first, span.last)
    return said if span.begun else _("planned: {period}").format(period=said)


# --- what people agreed ---------------------------------------------------------------------------


def _agreed(view: View, one: Agreement) -> Iterator[Line]:
    who = listed(one.who, view.shown.names)
    until = _("until {day}").format(day=say_date(one.until)) if one.until else ""
    first, *rest = wrapped(one.what, view.width - 4)
    yield record_line(one, "agreement", *first.spans, mark="·")
    yield from (line("   ", *row.spans) for row in rest)
    said = "  ".join(filter(None, (label(one.kind), who, until)))
    yield from wrapped(said, view.width - 2, "soft", "     ")


def _look(view: View, one: Evaluation) -> Iterator[Line]:
    who = listed(one.by, view.shown.names)
    said = ": ".join(filter(None, (who, one.note)))
    cells = columns((say_date(one.on), 17), ("", 1))
    yield from told(view.width, one, "evaluation", cells, said, style="")


def _who_agrees(view: View, texts: tuple[TextStanding, ...]) -> Iterator[Line]:
    """Where everybody stands; a goal of which nobody spoke by itself is part of the plan."""
    for text in texts:
        stances = {one.stance for one in text.standing}
        if text.to not in WHOLE and stances <= {Stance.NOT_ASKED}:
            continue
        said = _("Who agrees: {text}").format(text=say_text(view.case, text.to))
        yield from section(shortened(said, max(20, view.width - 2)), standing_lines(view, text.to))


PANEL = Panel(
    "goals",
    N_("Goals"),
    lines,
    KINDS,
    ("goal", "step.add", "agreement.add", "intervention.add", "evaluation.add", "agree"),
)
