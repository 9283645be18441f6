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
    next_step,
    runs,
    weighing,
)
from fktui.model.case import Case
from fktui.model.plan import Assent
from fktui.model.safety import (
    Call,
    CodeStep,
    Colour,
    Condition,
    ReportingCode,
    Review,
    SafetyAgreement,
    SafetyPlan,
    Weighing,
)
from fktui.usecases.safety.scaling import say_answer
from fktui.words.labels import field_label, kind_label, label
from fktui.words.language import _, ngettext
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date, say_day

_MARKS = {Colour.GREEN: "+", Colour.ORANGE: "!", Colour.RED: "!!"}

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
        lines.append(_("to be read by: {names}").format(names=_readers(plan.visible_to, names)))
    lines += [
        _("makes it possible to start in spite of: {what}").format(what=label(one.kind))
        for one in case.intake.contraindications
        if one.safety_plan == plan.id
    ]
    if not runs(plan, on) and plan.ended_on is not None:
        lines.append(_ended(plan, names))
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
    calls = [_call(number, one, names) for number, one in enumerate(plan.calls, 1)]
    yield Block(kind_label("call"), calls)
    conditions = [_condition(one, names, on) for one in plan.conditions]
    yield Block(_("Conditions set by others"), conditions)
    yield Block(field_label("children_text").capitalize(), (plan.children_text or "").splitlines())
    yield Block(field_label("reviews").capitalize(), _reviews(plan, names, on))
    agreed = [_assent(one, names) for one in assents(case, plan.id) if one.on <= on]
    yield Block(_("Who agrees"), agreed)


def scaling_block(case: Case, names: Names, on: date) -> Block:
    """How safe it is by each person, over time."""
    title = _("How safe it is, from 0 to 10")
    return Block(title, [_answers(one, names) for one in answers(case, on)])


def ended_plans(case: Case, shown: Iterable[SafetyPlan], names: Names) -> Block:
    """The plans that are not shown, because they ended."""
    here = {plan.id for plan in shown}
    gone = [one for one in case.safety.plans if one.id not in here and one.ended_on is not None]
    return Block(_("Ended"), [f"{one.id}  {_ended(one, names)}" for one in gone])


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
    yield Block(_("How it stands"), list(_stand(path)))


def _code_step(step: CodeStep, names: Names) -> list[str]:
    people = [listed(step.by, names)] if step.by else []
    if step.who:
        people.append(_("with {names}").format(names=listed(step.who, names)))
    lines = [", ".join(people)] if people else []
    lines += (step.text or "").splitlines()
    if step.weighing is not None:
        lines += _weighed(step.weighing)
    if step.decision:
        lines.append(_("decided: {what}").format(what=step.decision))
    return lines


def _stand(path: ReportingCode) -> Iterator[str]:
    if path.closed_on is not None:
        outcome = label(path.outcome) if path.outcome else "–"
        yield _("closed on {day}: {outcome}").format(day=say_date(path.closed_on), outcome=outcome)
        return
    if weighing(path).unsafe:
        yield _("Unsafety was weighed: that is always reported, and needs no consent.")
    step = next_step(path)
    yield (
        _("next: {step}").format(step=label(step))
        if step is not None
        else _("All steps were taken; what came of it is not noted yet.")
    )


def _weighed(weighed: Weighing) -> list[str]:
    questions = ((name, getattr(weighed, name)) for name in weighed.__struct_fields__)
    said = {True: _("yes"), False: _("no")}
    return [
        f"{field_label(name)}: {said[answer]}" for name, answer in questions if answer is not None
    ]


def _readers(readers: Iterable[str], names: Names) -> str:
    return listed(readers, {"team": _("the team"), **names})


def _signals(plan: SafetyPlan, names: Names) -> list[str]:
    lines = []
    for colour in Colour:
        for one in plan.signals:
            if one.colour is colour:
                about = f" ({listed(one.about, names)})" if one.about else ""
                mark = f"{_MARKS[colour]} {label(colour)}"
                lines.append(f"{mark}: {one.text}{about}  {one.id}")
    return lines


def _agreements(plan: SafetyPlan, names: Names, on: date) -> list[str]:
    """What always holds first, then by situation as they were first named."""
    holding = agreements_on(plan, on)
    lines: list[str] = []
    for situation in dict.fromkeys((None, *(one.situation for one in holding))):
        lines += [f"{situation}:"] if situation else []
        lines += [f"- {_agreement(one, names)}" for one in holding if one.situation == situation]
    over = len(plan.agreements) - len(holding)
    if over:
        note = ngettext(
            "({count} agreement holds no longer)", "({count} agreements hold no longer)", over
        )
        lines.append(note.format(count=over))
    return lines


def _agreement(one: SafetyAgreement, names: Names) -> str:
    parts = [one.what, listed(one.who, names), label(one.kind)]
    if one.guarded_by:
        parts.append(_("watched by {names}").format(names=listed(one.guarded_by, names)))
    if one.until:
        parts.append(_("until {end}").format(end=say_date(one.until)))
    return f"{'; '.join(part for part in parts if part)}  {one.id}"


def _call(number: int, one: Call, names: Names) -> str:
    who = f"{listed(one.who, names)} → " if one.who else ""
    more = "; ".join(part for part in (one.when, one.reach) if part)
    return f"{number}. {who}{listed((one.calls,), names)}{f' ({more})' if more else ''}  {one.id}"


def _condition(one: Condition, names: Names, on: date) -> str:
    met = one.met_on is not None and one.met_on <= on
    parts = [_("set by {name}").format(name=listed((one.set_by,), names))]
    if met and one.met_on is not None:
        parts.append(_("met on {day}").format(day=say_date(one.met_on)))
    else:
        parts.append(_("not met yet"))
        parts += [_("to be met by {day}").format(day=say_date(one.until))] if one.until else []
    return f"{'[x]' if met else '[ ]'} {one.what} ({'; '.join(parts)})  {one.id}"


def _reviews(plan: SafetyPlan, names: Names, on: date) -> list[str]:
    held = sorted((one for one in plan.reviews if one.held_on), key=lambda o: o.held_on or on)
    lines = [_held(one, names) for one in held]
    ahead = next_review(plan)
    if ahead is not None and ahead.planned_on is not None and plan.ended_on is None:
        said = _("next: {day}") if on <= ahead.planned_on else _("was to be held on {day}")
        lines.append(f"{said.format(day=say_day(ahead.planned_on))}  {ahead.id}")
    return lines


def _held(one: Review, names: Names) -> str:
    by = f" ({listed(one.by, names)})" if one.by else ""
    note = f": {one.note}" if one.note else ""
    return _("held on {day}").format(day=say_day(one.held_on or date.min)) + f"{by}{note}  {one.id}"


def _answers(one: Answers, names: Names) -> str:
    said = " → ".join(say_answer(answer) for answer in one.given)
    return f"{names.get(one.person, one.person)}: {said}  ({say_date(one.last.on)})"


def _assent(one: Assent, names: Names) -> str:
    text = _("{name} agrees, {day}") if one.agrees else _("{name} does not agree, {day}")
    because = f": {one.because}" if one.because else ""
    return text.format(name=names.get(one.by, one.by), day=say_day(one.on)) + because


def _ended(plan: SafetyPlan, names: Names) -> str:
    day = say_date(plan.ended_on) if plan.ended_on else ""
    by = listed(plan.ended_by, names) or "–"
    because = f": {plan.ended_reason}" if plan.ended_reason else ""
    return _("ended on {day} by {names}").format(day=day, names=by) + because
