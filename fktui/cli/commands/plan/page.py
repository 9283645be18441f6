"""The plan as a whole on one page, and as data. The verbs are in `plan`."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fktui.cli import output
from fktui.method.agreed import WHOLE, Stance, Standing
from fktui.model.case import Case
from fktui.model.plan import Agreement, Evaluation, Goal, Intervention, Step
from fktui.model.team import Colleague
from fktui.usecases.plan.whole import GoalInPlan, TextStanding, WholePlan, at_the_same_time
from fktui.words.agreed_texts import command_for, say_text
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed, names_of, shortened
from fktui.words.time.bars import Span, bars
from fktui.words.time.say_dates import say_day, say_period

_LONGEST = 30


def print_plan(found: WholePlan, case: Case, colleagues: Iterable[Colleague], on: date) -> None:
    """Everything of the plan, what is to be discussed too."""
    names = names_of(case, colleagues)
    trajectory = case.trajectory
    output.heading(f"{trajectory.name}  ·  {trajectory.id}")
    for number, one in enumerate(found.goals, 1):
        output.line()
        output.heading(f"{number}. {_goal(one, names)}")
        for line in _steps(one.goal, names, on):
            output.line(f"   {line}")
    output.block(_("No longer open"), [_finished(goal) for goal in found.finished])
    _help(found, names, on)
    output.block(_("Agreements"), [_agreement(one, names) for one in found.agreements])
    output.block(_("Who agrees"), [line for one in found.texts for line in _who(one, case, names)])
    output.block(_("Looking back"), [_evaluation(one, names) for one in found.evaluations])


def as_data(found: WholePlan) -> dict[str, Any]:
    """The plan for a program: the records as they are, and where everybody stands."""
    return {
        "goals": [{"goal": one.goal, "first": one.first, "last": one.last} for one in found.goals],
        "finished": found.finished,
        "interventions": [*(one for one, _span in found.help), *found.undated],
        "agreements": found.agreements,
        "standing": {
            text.to: [_standing_data(one) for one in text.standing] for text in found.texts
        },
        "evaluations": found.evaluations,
    }


def _standing_data(one: Standing) -> dict[str, Any]:
    said = one.assent
    return {
        "person": one.person,
        "stance": one.stance.value,
        "on": said.on if said else None,
        "agrees": said.agrees if said else None,
        "because": said.because if said else None,
    }


def _goal(one: GoalInPlan, names: dict[str, str]) -> str:
    goal = one.goal
    parts = [goal.title]
    if goal.owners:
        parts.append(f"({listed(goal.owners, names)})")
    if one.last is not None:
        parts.append(f"{one.first} → {one.last}")
    if goal.target_on:
        parts.append(_("until {day}").format(day=say_day(goal.target_on)))
    return "  ".join((*parts, goal.id))


def _steps(goal: Goal, names: dict[str, str], on: date) -> Iterator[str]:
    for step in goal.steps:
        if step.dropped is None:
            yield _step(step, names, on)


def _step(step: Step, names: dict[str, str], on: date) -> str:
    who = listed(step.who, names)
    whose = f"{who} ({label(step.by)})" if who and step.by else who or _whose(step)
    mark = "[x]" if step.done else "[!]" if step.due and step.due < on else "[ ]"
    day = step.done or step.due
    return "  ".join(part for part in (mark, step.what, whose, day and say_day(day)) if part)


def _whose(step: Step) -> str:
    return f"({label(step.by)})" if step.by else ""


def _finished(goal: Goal) -> str:
    day = f", {say_day(goal.status_on)}" if goal.status_on else ""
    return f"{goal.title}: {label(goal.status)}{day}"


def _help(found: WholePlan, names: dict[str, str], on: date) -> None:
    """The help on one time line, so that one sees what goes on at the same time (S1:L92-95)."""
    if not found.help and not found.undated:
        return
    drawn = bars([span for _one, span in found.help], on)
    rows = [
        (_help_name(one, names), bar, _period(span))
        for (one, span), bar in zip(found.help, drawn.rows, strict=True)
    ]
    rows += [(_help_name(one, names), "", "–") for one in found.undated]
    output.line()
    output.table((_("Help"), drawn.head, _("When")), rows)
    together = at_the_same_time(found.help, on)
    if together:
        what = ", ".join(shortened(one.what, _LONGEST) for one in together)
        output.line("  " + _("At the same time: {what}").format(what=what))


def _help_name(one: Intervention, names: dict[str, str]) -> str:
    who = listed(one.who, names)
    return shortened(one.what, _LONGEST) + (f" ({shortened(who, _LONGEST)})" if who else "")


def _period(span: Span) -> str:
    said = say_period(span.first, span.last)
    return said if span.begun else _("planned: {period}").format(period=said)


def _agreement(one: Agreement, names: dict[str, str]) -> str:
    who = f" ({listed(one.who, names)})" if one.who else ""
    until = "  " + _("until {day}").format(day=say_day(one.until)) if one.until else ""
    return f"{one.what}{who}{until}  {one.id}"


def _who(text: TextStanding, case: Case, names: dict[str, str]) -> Iterator[str]:
    """Where everybody stands towards one text; what to type when it is to be discussed.

    A goal of which nobody spoke by itself is part of the plan, and that is a text too.
    """
    stances = {one.stance for one in text.standing}
    if text.to not in WHOLE and stances <= {Stance.NOT_ASKED}:
        return
    yield say_text(case, text.to)
    for stance in Stance:
        people = [one for one in text.standing if one.stance is stance]
        if people:
            who = ", ".join(_said(one, names) for one in people)
            mark = "! " if stance is Stance.TO_DISCUSS else "  "
            yield f"{mark}{label(stance)}: {who}"
    if Stance.TO_DISCUSS in stances:
        yield f"  → {command_for(case, text.to)} …"


def _said(one: Standing, names: dict[str, str]) -> str:
    name = listed((one.person,), names)
    if one.assent is None:
        return name
    because = f": {one.assent.because}" if one.assent.because else ""
    return f"{name} ({say_day(one.assent.on)}{because})"


def _evaluation(one: Evaluation, names: dict[str, str]) -> str:
    who = listed(one.by, names)
    head = "  ".join(part for part in (say_day(one.on), who) if part)
    return f"{head}: {one.note}" if one.note else head
