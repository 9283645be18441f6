"""Rules about safety: what a running safety plan lacks, and what a path of the reporting code does.

A plan that was ended together asks for nothing any more. A finding about the reporting code says
no more than its id, a step and a day: it may be read over somebody's shoulder.
"""

from collections.abc import Callable, Iterator
from datetime import date

from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.norms import OURS
from fktui.method.rules.situation import Finding, Rule, Situation
from fktui.method.safety import (
    agreements_on,
    answers,
    help_falls_short,
    last_day,
    next_review,
    next_step,
    running_plans,
    runs,
    skipped,
    weighing,
    young_children,
)
from fktui.model.issue import Level
from fktui.model.safety import (
    CodeOutcome,
    CodeStepKind,
    Colour,
    ReportingCode,
    SafetyAgreementKind,
    SafetyPlan,
)

_TEAM_ONLY = ("team",)


def acute_without_plan(now: Situation) -> Iterator[Finding]:
    """S1:L244-254: acute danger speaks against starting, unless a safety plan can avert it.

    Asked from the referral on, until the help ends. A plan that was ended after the judgement
    has answered it.
    """
    judged = now.case.intake.safety
    if judged is None or not judged.acute or not now.helped:
        return
    answered = any(
        runs(plan, now.today) or (plan.ended_on is not None and plan.ended_on >= judged.on)
        for plan in now.case.safety.plans
    )
    if not answered:
        yield Finding(facts={"on": judged.on})


def no_danger_statement(now: Situation) -> Iterator[Finding]:
    """V1: a good plan says what may happen to whom if nothing changes."""
    return _plans(now, lambda plan: not plan.danger_statement)


def no_signals(now: Situation) -> Iterator[Finding]:
    """domain.md §3.6: signals (green, orange, red) by which everybody sees how it goes."""
    return _plans(now, lambda plan: not plan.signals)


def no_red(now: Situation) -> Iterator[Finding]:
    """domain.md §3.6: among the signals are those at which one acts now."""
    return _plans(
        now,
        lambda plan: (
            bool(plan.signals) and all(one.colour is not Colour.RED for one in plan.signals)
        ),
    )


def no_guard(now: Situation) -> Iterator[Finding]:
    """V2: it says who guards that it is kept."""
    return _plans(now, lambda plan: not plan.guards)


def no_calls(now: Situation) -> Iterator[Finding]:
    """domain.md §3.6: it says who calls whom, in which order."""
    return _plans(now, lambda plan: not plan.calls)


def no_immediate_agreement(now: Situation) -> Iterator[Finding]:
    """V1: first agreements that make it safe at once, then those that keep it safe."""
    at_once = SafetyAgreementKind.IMMEDIATE
    return _plans(
        now,
        lambda plan: all(one.kind is not at_once for one in agreements_on(plan, now.today)),
    )


def no_childrens_text(now: Situation) -> Iterator[Finding]:
    """V1: written or drawn so that the child understands; from which age on is our choice."""
    for plan in running_plans(now.case, now.today):
        if not plan.children_text:
            for child in young_children(now.case, plan, now.today):
                yield Finding(plan.id, {"name": child.name})


def no_review(now: Situation) -> Iterator[Finding]:
    """V2: a plan for following it up; one that is not looked at again is kept by nobody."""
    return _plans(now, lambda plan: next_review(plan) is None)


def review_overdue(now: Situation) -> Iterator[Finding]:
    """V2: the day that was agreed for it has passed."""
    return _late(now, "safety-review")


def condition_overdue(now: Situation) -> Iterator[Finding]:
    """V1: a condition that others set for safety, with a day that has passed."""
    return _late(now, "safety-condition")


def scaling_old(now: Situation) -> Iterator[Finding]:
    """domain.md §3.6: everybody is asked how safe it is; while a plan runs, again and again."""
    running = running_plans(now.case, now.today)
    if running:
        asked = [one.last.on for one in answers(now.case, now.today)]
        since = max((*asked, min(plan.made_on for plan in running)))
        weeks = now.norms.scaling_weeks.value
        if add_days(since, weeks * DAYS_IN_WEEK) < now.today:
            yield Finding(facts={"since": since, "weeks": weeks})


def code_stuck(now: Situation) -> Iterator[Finding]:
    """domain.md §5.6: after a step the next one follows; when, is our choice.

    Also when the help has ended: a path that was opened is finished.
    """
    for path, since in _waiting(now):
        step = next_step(path)
        if step is not None:
            yield Finding(path.id, {"code_step": step.value, "since": since})


def code_not_closed(now: Situation) -> Iterator[Finding]:
    """domain.md §5.6: when all steps were taken, it is said what came of it."""
    for path, since in _waiting(now):
        if next_step(path) is None:
            yield Finding(path.id, {"since": since})


def code_order(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 4.1.7: the reporting code is followed step by step. Asked while it is open."""
    for path in now.case.safety.reporting_code:
        for step, missing in skipped(path) if path.closed_on is None else ():
            if (step.step, missing) != (CodeStepKind.DECIDE, CodeStepKind.WEIGH):
                facts = {"code_step": step.step.value, "code_missing": missing.value}
                yield Finding(path.id, facts)


def code_unweighed(now: Situation) -> Iterator[Finding]:
    """Jeugdwet 4.1.7, W14: since 2019 nothing is decided without the weighing framework."""
    for path in now.case.safety.reporting_code:
        decided = [one.on for one in path.steps if one.step is CodeStepKind.DECIDE]
        day = min((*decided, path.closed_on) if path.closed_on else decided, default=None)
        weighed = [one.on for one in path.steps if one.step is CodeStepKind.WEIGH]
        if day is not None and min(weighed, default=date.max) > day:
            yield Finding(path.id, {"on": day})


def code_unsafe(now: Situation) -> Iterator[Finding]:
    """W14: the professional norm; acute or structural unsafety is always reported."""
    for path in _not_reported(now):
        if weighing(path).unsafe:
            yield Finding(path.id)


def code_help_falls_short(now: Situation) -> Iterator[Finding]:
    """W14: it is reported too when own help is not possible, not accepted, or does not work."""
    for path in _not_reported(now):
        weighed = weighing(path)
        if not weighed.unsafe and help_falls_short(weighed):
            yield Finding(path.id)


def code_readers(now: Situation) -> Iterator[Finding]:
    """domain.md §5.6: a path is restricted; those it is about do not read it as a matter of course.

    A command writes it so; somebody may have changed the file.
    """
    for path in now.case.safety.reporting_code:
        if path.visible_to != _TEAM_ONLY:
            yield Finding(path.id)


def _plans(now: Situation, lacks: Callable[[SafetyPlan], bool]) -> Iterator[Finding]:
    for plan in running_plans(now.case, now.today):
        if lacks(plan):
            yield Finding(plan.id)


def _late(now: Situation, code: str) -> Iterator[Finding]:
    for one in now.due.overdue:
        if one.code == code:
            facts = {"on": one.on, "days": (now.today - one.on).days}
            yield Finding(one.record, {**one.facts, **facts})


def _waiting(now: Situation) -> Iterator[tuple[ReportingCode, date]]:
    """The open paths in which nothing was done for long, each with the last day that it was."""
    for path in now.case.safety.reporting_code:
        since = last_day(path)
        late = add_days(since, now.norms.code_days.value) < now.today
        if path.closed_on is None and late:
            yield path, since


def _not_reported(now: Situation) -> Iterator[ReportingCode]:
    for path in now.case.safety.reporting_code:
        if path.outcome is not CodeOutcome.REPORTED:
            yield path


_W, _N = Level.WARNING, Level.NOTICE

RULES: tuple[Rule, ...] = (
    Rule("safety-acute-no-plan", _W, "S1:L244-254", acute_without_plan, always=True),
    Rule("safety-no-danger", _N, "V1", no_danger_statement),
    Rule("safety-no-signals", _N, OURS, no_signals),
    Rule("safety-no-red", _N, OURS, no_red),
    Rule("safety-no-guard", _N, "V2", no_guard),
    Rule("safety-no-calls", _N, OURS, no_calls),
    Rule("safety-no-immediate", _N, "V1", no_immediate_agreement),
    Rule("safety-no-children-text", _N, "V1", no_childrens_text),
    Rule("safety-no-review", _W, "V2", no_review),
    Rule("safety-review-overdue", _W, "V2", review_overdue),
    Rule("safety-condition-overdue", _W, "V1", condition_overdue),
    Rule("scaling-old", _N, OURS, scaling_old),
    Rule("reporting-code-stuck", _N, OURS, code_stuck, always=True),
    Rule("reporting-code-not-closed", _N, OURS, code_not_closed, always=True),
    Rule("reporting-code-order", _W, "Jeugdwet 4.1.7", code_order),
    Rule("reporting-code-unweighed", _W, "Jeugdwet 4.1.7", code_unweighed),
    Rule("reporting-code-unsafe", _W, "W14", code_unsafe),
    Rule("reporting-code-not-enough", _W, "W14", code_help_falls_short),
    Rule("reporting-code-readers", _W, OURS, code_readers),
)
