"""A safety plan and a path of the reporting code as lines of text, for one page each.

Colours are said with a word and a mark, so that nothing is lost on paper or for who sees no colour.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from fktui.cli import output
from fktui.method.agreed import assents
from fktui.method.safety import (
    Answers,
    agreements_on,
    answers,
    current_version,
    in_order,
    next_review,
    runs,
)
from fktui.model.case import Case
from fktui.model.safety import CodeStep, Colour, Condition, ReportingCode, SafetyPlan
from fktui.usecases.safety.scaling import say_answer
from fktui.words.analysis.safety import (
    held_reviews,
    is_met,
    say_agreement,
    say_assent,
    say_call,
    say_colour,
    say_condition,
    say_ended,
    say_held,
    say_next_review,
    say_no_longer,
    say_readers,
    say_signal,
    say_stand,
    say_weighed,
)
from fktui.words.labels import field_label, kind_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date, say_day

Names = dict[str, str]


class Block(NamedTuple):
    """A heading with its lines; without lines it is left out."""

    title: str
    lines: list[str]


def print_plans(case: Case, plans: Iterable[SafetyPlan], names: Names, on: date) -> None:
    """The plans with the scaling question below them; that none is running is said."""
    shown = tuple(plans)
    for plan in shown:
        print_block(plan_head(case, plan, names, on))
        for block in plan_blocks(case, plan, names, on):
            print_block(block)
    if not shown:
        output.say(_("No safety plan is running."))
    print_block(scaling_block(case, names, on))
    print_block(ended_plans(case, shown, names))


def print_answers(case: Case, names: Names, on: date, json: bool) -> None:
    """All answers to the scaling question, per person or as data."""
    if json:
        output.as_json("scalings", case.safety.scalings)
    else:
        print_block(scaling_block(case, names, on))


def print_block(block: Block) -> None:
    """A heading with its lines below it."""
    if block.lines:
        output.heading(block.title)
        for line in block.lines:
            output.line(f"  {line}")


def plan_head(case: Case, plan: SafetyPlan, names: Names, on: date) -> Block:
    """Which plan it is: version, day, whom it is about, whether it is in force."""
    version = current_version(plan, on)
    title = f"{kind_label('safety_plan')} {plan.id}"
    if version is not None:
        said = _("version {number}, {day}").format(number=version.number, day=say_date(version.on))
        title += f"  ·  {said}"
    lines = [_("made on {day}").format(day=say_date(plan.made_on))]
    if version is not None and version.reason:
        lines.append(_("this version: {reason}").format(reason=version.reason))
    if plan.about:
        lines.append(_("about: {names}").format(names=listed(plan.about, names)))
    if plan.visible_to:
        lines.append(_("to be read by: {names}").format(names=say_readers(plan.visible_to, names)))
    lines += [
        _("makes it possible to start in spite of: {what}").format(what=label(one.kind))
        for one in case.intake.contraindications
        if one.safety_plan == plan.id
    ]
    if not runs(plan, on) and plan.ended_on is not None:
        lines.append(say_ended(plan, names))
    return Block(title, lines)


def plan_blocks(case: Case, plan: SafetyPlan, names: Names, on: date) -> Iterator[Block]:
    """All that the plan says on a day."""
    for field in ("reason", "complicating", "danger_statement", "wished"):
        yield Block(field_label(field).capitalize(), (getattr(plan, field) or "").splitlines())
    yield Block(field_label("signals").capitalize(), _signals(plan, names))
    yield Block(field_label("agreements").capitalize(), _agreements(plan, names, on))
    yield Block(
        field_label("guards").capitalize(), [listed(plan.guards, names)] if plan.guards else []
    )
    calls = [
        f"{number}. {say_call(one, names)}  {one.id}" for number, one in enumerate(plan.calls, 1)
    ]
    yield Block(kind_label("call"), calls)
    conditions = [_condition(one, names, on) for one in plan.conditions]
    yield Block(_("Conditions set by others"), conditions)
    yield Block(field_label("children_text").capitalize(), (plan.children_text or "").splitlines())
    yield Block(field_label("reviews").capitalize(), _reviews(plan, names, on))
    agreed = [say_assent(one, names) for one in assents(case, plan.id) if one.on <= on]
    yield Block(_("Who agrees"), agreed)


def scaling_block(case: Case, names: Names, on: date) -> Block:
    """How safe it is by each person, over time."""
    title = _("How safe it is, from 0 to 10")
    return Block(title, [_answers(one, names) for one in answers(case, on)])


def ended_plans(case: Case, shown: Iterable[SafetyPlan], names: Names) -> Block:
    """The plans that are not shown, because they ended."""
    here = {plan.id for plan in shown}
    gone = [one for one in case.safety.plans if one.id not in here and one.ended_on is not None]
    return Block(_("Ended"), [f"{one.id}  {say_ended(one, names)}" for one in gone])


def code_blocks(path: ReportingCode, names: Names) -> Iterator[Block]:
    """A path of the reporting code, step by step."""
    about = [_("opened on {day}").format(day=say_date(path.opened_on))]
    about.append(_("about: {names}").format(names=listed(path.about, names)))
    if path.concerns:
        about.append(_("acts looked into: {names}").format(names=listed(path.concerns, names)))
    title = f"{kind_label('reporting_code')} {path.id}  ·  " + _("for the team only")
    yield Block(title, about)
    for step in in_order(path):
        yield Block(f"{label(step.step)}  ·  {say_day(step.on)}", _code_step(step, names))
    yield Block(_("How it stands"), list(say_stand(path)))


def _code_step(step: CodeStep, names: Names) -> list[str]:
    people = [listed(step.by, names)] if step.by else []
    if step.who:
        people.append(_("with {names}").format(names=listed(step.who, names)))
    lines = [", ".join(people)] if people else []
    lines += (step.text or "").splitlines()
    if step.weighing is not None:
        lines += say_weighed(step.weighing)
    if step.decision:
        lines.append(_("decided: {what}").format(what=step.decision))
    return lines


def _signals(plan: SafetyPlan, names: Names) -> list[str]:
    return [
        f"{say_colour(colour)}: {say_signal(one, names)}  {one.id}"
        for colour in Colour
        for one in plan.signals
        if one.colour is colour
    ]


def _agreements(plan: SafetyPlan, names: Names, on: date) -> list[str]:
    """What always holds first, then by situation as they were first named."""
    holding = agreements_on(plan, on)
    lines: list[str] = []
    for situation in dict.fromkeys((None, *(one.situation for one in holding))):
        lines += [f"{situation}:"] if situation else []
        lines += [
            f"- {say_agreement(one, names)}  {one.id}"
            for one in holding
            if one.situation == situation
        ]
    over = len(plan.agreements) - len(holding)
    return [*lines, say_no_longer(over)] if over else lines


def _condition(one: Condition, names: Names, on: date) -> str:
    return f"{'[x]' if is_met(one, on) else '[ ]'} {say_condition(one, names, on)}  {one.id}"


def _reviews(plan: SafetyPlan, names: Names, on: date) -> list[str]:
    lines = [f"{say_held(one, names)}  {one.id}" for one in held_reviews(plan)]
    ahead, said = next_review(plan), say_next_review(plan, on)
    return [*lines, f"{said}  {ahead.id}"] if ahead is not None and said else lines


def _answers(one: Answers, names: Names) -> str:
    said = " → ".join(say_answer(answer) for answer in one.given)
    return f"{names.get(one.person, one.person)}: {said}  ({say_date(one.last.on)})"
