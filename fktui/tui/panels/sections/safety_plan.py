"""A safety plan: what it says, line by line, each of which can be chosen."""

from collections.abc import Iterator

from fktui.method.safety import agreements_on, current_version, next_review
from fktui.model.safety import Colour, SafetyAgreement, SafetyPlan
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, fit, line, section, wrapped
from fktui.tui.panels.panel import record_line
from fktui.tui.panels.sections.agreeing import standing_lines
from fktui.tui.panels.sections.telling import fact, told
from fktui.words.analysis.safety import (
    held_reviews,
    is_met,
    say_agreement,
    say_call,
    say_colour,
    say_condition,
    say_held,
    say_next_review,
    say_no_longer,
    say_readers,
    say_signal,
)
from fktui.words.labels import field_label, kind_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date

COLOURS = {Colour.GREEN: "good", Colour.ORANGE: "mild", Colour.RED: "late"}
_COLOUR = 10
_FACT = 21
_TEXTS = ("reason", "complicating", "danger_statement", "wished")


def plan_lines(view: View, plan: SafetyPlan) -> list[Line]:
    """All that a plan says today."""
    shown = [_title(view, plan), *_about(view, plan), line("")]
    shown += section(_said("signals"), _signals(view, plan))
    shown += section(_said("agreements"), _agreements(view, plan))
    shown += section(kind_label("call"), _calls(view, plan))
    shown += section(_said("guards"), _guards(view, plan))
    shown += section(_("Conditions set by others"), _conditions(view, plan))
    shown += section(_said("children_text"), wrapped_in(view, plan.children_text or ""))
    shown += section(_said("reviews"), _reviews(view, plan))
    return shown + section(_("Who agrees"), standing_lines(view, plan.id))


def wrapped_in(view: View, text: str) -> list[Line]:
    """A text below a heading; nothing when there is none."""
    return list(wrapped(text, view.width - 2, indent="  ")) if text else []


def _said(field: str) -> str:
    return field_label(field).capitalize()


def _title(view: View, plan: SafetyPlan) -> Line:
    version = current_version(plan, view.desk.today)
    title = kind_label("safety_plan")
    if version is not None:
        said = _("version {number}, {day}").format(number=version.number, day=say_date(version.on))
        title += f"  ·  {said}"
    room = columns(((title, "head"), view.width - 2))
    return record_line(plan, "safety_plan", *room, mark=("■", "accent"))


def _about(view: View, plan: SafetyPlan) -> Iterator[Line]:
    """Whom it is about, what gave rise to it, what may happen, what is wished."""
    names = view.shown.names
    facts = [("about", listed(plan.about, names))]
    facts += [(field, getattr(plan, field) or "") for field in _TEXTS]
    if plan.visible_to and not view.shown.together:
        facts.append(("visible_to", say_readers(plan.visible_to, names)))
    for name, said in facts:
        if said:
            yield from fact(fit(field_label(name), _FACT), said, view.width)
    for one in view.case.intake.contraindications:
        if one.safety_plan == plan.id and not view.shown.together:
            text = _("makes it possible to start in spite of: {what}")
            yield from wrapped(text.format(what=label(one.kind)), view.width - 2, "soft", "   ")


def _signals(view: View, plan: SafetyPlan) -> Iterator[Line]:
    """Green first; each colour by its word and its mark."""
    for colour in Colour:
        for one in plan.signals:
            if one.colour is colour:
                cells = columns(((say_colour(colour), COLOURS[colour]), _COLOUR))
                said = say_signal(one, view.shown.names)
                yield from told(view.width, one, "signal", cells, said, style="")


def _agreements(view: View, plan: SafetyPlan) -> Iterator[Line]:
    """What always holds first, then by situation as they were first named."""
    today = view.desk.today
    holding = agreements_on(plan, today)
    for situation in dict.fromkeys((None, *(one.situation for one in holding))):
        if situation:
            yield from wrapped(f"{situation}:", view.width - 2, "soft", "  ")
        for one in holding:
            if one.situation == situation:
                yield from _agreement(view, one)
    over = [one for one in plan.agreements if one not in holding]
    if over:
        yield line("  ", *columns(((say_no_longer(len(over)), "soft"), view.width - 2)))
    for one in over:
        yield from told(view.width, one, "safety_agreement", (), one.what, mark=("√", "soft"))


def _agreement(view: View, one: SafetyAgreement) -> Iterator[Line]:
    said = say_agreement(one, view.shown.names)
    yield from told(view.width, one, "safety_agreement", (), said, mark="■", style="")


def _calls(view: View, plan: SafetyPlan) -> Iterator[Line]:
    for number, one in enumerate(plan.calls, 1):
        cells = columns(((f"{number}.", "strong"), 3))
        yield from told(view.width, one, "call", cells, say_call(one, view.shown.names), style="")


def _guards(view: View, plan: SafetyPlan) -> list[Line]:
    return wrapped_in(view, listed(plan.guards, view.shown.names))


def _conditions(view: View, plan: SafetyPlan) -> Iterator[Line]:
    """Met, open, or open beyond its day."""
    today = view.desk.today
    for one in plan.conditions:
        late = one.until is not None and one.until < today
        mark = ("√", "good") if is_met(one, today) else ("!", "late") if late else "□"
        said = say_condition(one, view.shown.names, today)
        yield from told(view.width, one, "condition", (), said, mark=mark, style="")


def _reviews(view: View, plan: SafetyPlan) -> Iterator[Line]:
    today = view.desk.today
    for one in held_reviews(plan):
        said = say_held(one, view.shown.names)
        yield from told(view.width, one, "review", (), said, mark=("√", "good"), style="")
    ahead, said = next_review(plan), say_next_review(plan, today)
    if ahead is not None and said:
        late = ahead.planned_on is not None and ahead.planned_on < today
        mark = ("!", "late") if late else "□"
        yield from told(view.width, ahead, "review", (), said, mark=mark, style="")
