"""The tab *Safety*: what to do first, how safe people say it is, the plan, the reporting code."""

from collections.abc import Iterator

from fktui.method.safety import STEPS, Answers, answers, in_order, running_plans, runs
from fktui.model.record import by_id
from fktui.model.safety import Call, CodeStep, Colour, ReportingCode, SafetyPlan, Scaling
from fktui.tui.family import Shown, View
from fktui.tui.lines import Line, columns, fit, head, line, section, spark, wrapped
from fktui.tui.panels.panel import Panel, record_line, task_line
from fktui.tui.panels.sections.safety_plan import plan_lines
from fktui.tui.panels.sections.telling import fact, told
from fktui.usecases.safety.scaling import HIGHEST, LOWEST, say_answer
from fktui.words.analysis.safety import (
    say_call,
    say_colour,
    say_ended,
    say_signal,
    say_stand,
    say_weighed,
)
from fktui.words.labels import field_label, kind_label, label
from fktui.words.language import N_, _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date, say_day_of_year

KINDS = (
    "scaling",
    "safety_plan",
    "signal",
    "safety_agreement",
    "call",
    "condition",
    "review",
    "reporting_code",
    "code_step",
)
_NAME, _SPARKS = 18, 6


def lines(view: View) -> list[Line]:
    """What helps at once comes first; what is for the team alone comes last, and never together."""
    today = view.desk.today
    plans = running_plans(view.case, today)
    shown = _card(view, plans)
    shown += section(_("How safe it is, from 0 to 10"), _scalings(view), _("nobody was asked yet"))
    for plan in plans:
        shown += plan_lines(view, plan)
    shown += section(_("Earlier answers"), _earlier(view))
    shown += section(_("Older safety plans"), _older(view))
    return shown if view.shown.together else shown + _codes(view)


def _card(view: View, plans: tuple[SafetyPlan, ...]) -> list[Line]:
    """The crisis card: numbers, what one sees when it goes wrong, who is called first."""
    shown = [
        head(_("When it goes wrong")),
        *_number("112", _("when somebody is in danger now"), view.width),
        *_number("0800 2000", _("Veilig Thuis, free, day and night"), view.width),
    ]
    for plan in plans:
        for one in plan.signals:
            if one.colour is Colour.RED:
                said = f"{say_colour(one.colour)}: {say_signal(one, view.shown.names)}"
                shown += wrapped(said, view.width - 2, "late", "  ")
        for number, call in enumerate(plan.calls, 1):
            said = f"{number}. {say_call(call, view.shown.names)}{_reach(view, call)}"
            shown += wrapped(said, view.width - 2, "strong", "  ")
    if not plans:
        shown += wrapped(_("No safety plan is running."), view.width - 2, "soft", "  ")
        if not view.shown.together:
            shown.append(task_line("safety.new", _("make a safety plan")))
    return [*shown, line("")]


def _number(number: str, said: str, width: int) -> Iterator[Line]:
    yield line("  ", *columns(((number, "strong"), 12), (said, width - 14)))


def _reach(view: View, call: Call) -> str:
    """How somebody around the family is reached, as it stands on the map."""
    found = by_id(view.case.network.people, call.calls)
    return f"  {found.reach}" if found is not None and found.reach and not call.reach else ""


def _scalings(view: View) -> Iterator[Line]:
    """The newest answer of each, with how it went until then."""
    for one in answers(view.case, view.desk.today):
        values = [given.value for given in one.given if given.value is not None]
        cells = columns(
            (view.shown.names.get(one.person, one.person), _NAME),
            ((spark(values[-_SPARKS:], LOWEST, HIGHEST), "accent"), _SPARKS),
            ("", 1),
        )
        yield from told(view.width, one.last, "scaling", cells, _went(one), style="")


def _went(one: Answers) -> str:
    """`4 → 6`, and when the last was given."""
    said = " → ".join(say_answer(given) for given in one.given)
    return f"{said}  ({say_date(one.last.on)})"


def _earlier(view: View) -> Iterator[Line]:
    """Answers that were followed by another, so that these can be chosen too."""
    found: list[tuple[str, Scaling]] = [
        (one.person, given)
        for one in answers(view.case, view.desk.today)
        for given in one.given[:-1]
    ]
    for person, given in sorted(found, key=lambda one: one[1].on, reverse=True):
        name = view.shown.names.get(person, person)
        cells = columns(((say_date(given.on), "soft"), _NAME), ("", 1), (name, _NAME), ("", 1))
        yield from told(view.width, given, "scaling", cells, say_answer(given))


def _older(view: View) -> Iterator[Line]:
    today = view.desk.today
    for plan in view.case.safety.plans:
        if not runs(plan, today):
            cells = columns(((say_date(plan.made_on), "soft"), _NAME), ("", 1))
            said = say_ended(plan, view.shown.names) if plan.ended_on else plan.reason or ""
            yield from told(view.width, plan, "safety_plan", cells, said, mark=("√", "soft"))


def _codes(view: View) -> list[Line]:
    """Each path of the reporting code."""
    shown: list[Line] = []
    for path in view.case.safety.reporting_code:
        shown += [_path_head(view, path), *_path(view, path), line("")]
    return shown


def _path_head(view: View, path: ReportingCode) -> Line:
    said = kind_label("reporting_code") + "  ·  " + _("for the team only")
    room = columns(((said, "head"), view.width - 2))
    return record_line(path, "reporting_code", *room, mark=("!", "mild"))


def _path(view: View, path: ReportingCode) -> Iterator[Line]:
    """Whom it is about, the five steps, how it stands."""
    names, width = view.shown.names, view.width
    yield from fact(field_label("opened_on"), say_date(path.opened_on), width)
    yield from fact(field_label("about"), listed(path.about, names), width)
    if path.concerns:
        yield from fact(fit(field_label("concerns"), _NAME), listed(path.concerns, names), width)
    for step in in_order(path):
        yield from _step(view, step)
    taken = {step.step for step in path.steps}
    for kind in STEPS:
        if kind not in taken:
            yield line("□ ", *columns(((label(kind), "soft"), width - 2)))
    for said in say_stand(path):
        yield from wrapped(said, width - 2, "strong", "  ")
    if path.closed_on is None:
        yield task_line("reporting_code.step", _("note a step"), path.id)


def _step(view: View, step: CodeStep) -> Iterator[Line]:
    names = view.shown.names
    cells = columns((label(step.step), 30), ((say_day_of_year(step.on), "soft"), 10), ("", 1))
    who = _("with {names}").format(names=listed(step.who, names)) if step.who else ""
    people = ", ".join(filter(None, (listed(step.by, names), who)))
    yield from told(view.width, step, "code_step", cells, people, mark=("√", "good"))
    said = [step.text or ""]
    said += say_weighed(step.weighing) if step.weighing else []
    said += [_("decided: {what}").format(what=step.decision)] if step.decision else []
    for text in filter(None, said):
        yield from wrapped(text, view.width - 2, "soft", "      ")


_ASKED = ("scaling.add",)
_NEW, _OPEN = "safety.new", "reporting_code.open"
_OF_PLAN = (
    *("safety.signal", "safety.agreement", "safety.call", "agree", "safety.guards"),
    *("safety.condition", "safety.condition.met", "safety.review", "safety.version"),
    *("safety.drop", "safety.end"),
)
_OF_CODE = ("reporting_code.step", "reporting_code.close")


def offers(shown: Shown) -> tuple[str, ...]:
    """What can be done now: parts of a plan that runs, steps of a path that is open."""
    plan = bool(running_plans(shown.case, shown.desk.today))
    code = any(path.closed_on is None for path in shown.case.safety.reporting_code)
    of_plan = (*_OF_PLAN, _NEW) if plan else (_NEW,)
    return (*_ASKED, *of_plan, *((*_OF_CODE, _OPEN) if code else (_OPEN,)))


PANEL = Panel(
    "safety",
    N_("Safety"),
    lines,
    KINDS,
    (*_ASKED, _NEW, *_OF_PLAN, _OPEN, *_OF_CODE),
    offers=offers,
)
