"""The parts of a safety plan and of the reporting code, as people read them.

Colours are said with a word and a mark, so that nothing is lost on paper or for who sees no colour.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from fktui.method.safety import next_review, next_step, weighing
from fktui.model.plan import Assent
from fktui.model.safety import (
    Call,
    Colour,
    Condition,
    ReportingCode,
    Review,
    SafetyAgreement,
    SafetyPlan,
    Signal,
    Weighing,
)
from fktui.words.labels import field_label, label
from fktui.words.language import _, ngettext
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date, say_day

COLOUR_MARKS = {Colour.GREEN: "+", Colour.ORANGE: "!", Colour.RED: "!!"}

Names = Mapping[str, str]


def say_colour(colour: Colour) -> str:
    """A colour with its mark: `!! red`."""
    return f"{COLOUR_MARKS[colour]} {label(colour)}"


def say_signal(one: Signal, names: Names) -> str:
    """What can be seen, and of whom."""
    about = f" ({listed(one.about, names)})" if one.about else ""
    return f"{one.text}{about}"


def say_agreement(one: SafetyAgreement, names: Names) -> str:
    """What is done, by whom, who watches, until when; its situation stands above it."""
    parts = [one.what, listed(one.who, names), label(one.kind)]
    if one.guarded_by:
        parts.append(_("watched by {names}").format(names=listed(one.guarded_by, names)))
    if one.until:
        parts.append(_("until {end}").format(end=say_date(one.until)))
    return "; ".join(part for part in parts if part)


def say_no_longer(count: int) -> str:
    """How many agreements are over."""
    note = ngettext(
        "({count} agreement holds no longer)", "({count} agreements hold no longer)", count
    )
    return note.format(count=count)


def say_call(one: Call, names: Names) -> str:
    """Who calls whom, at what, and how that person is reached."""
    who = f"{listed(one.who, names)} → " if one.who else ""
    more = "; ".join(part for part in (one.when, one.reach) if part)
    return f"{who}{listed((one.calls,), names)}{f' ({more})' if more else ''}"


def is_met(one: Condition, on: date) -> bool:
    """Whether a condition was met by a day."""
    return one.met_on is not None and one.met_on <= on


def say_condition(one: Condition, names: Names, on: date) -> str:
    """What must be so, who set it, and whether it is."""
    parts = [_("set by {name}").format(name=listed((one.set_by,), names))]
    if is_met(one, on) and one.met_on is not None:
        parts.append(_("met on {day}").format(day=say_date(one.met_on)))
    else:
        parts.append(_("not met yet"))
        parts += [_("to be met by {day}").format(day=say_date(one.until))] if one.until else []
    return f"{one.what} ({'; '.join(parts)})"


def held_reviews(plan: SafetyPlan) -> list[Review]:
    """The reviews that were held, in the order of their days."""
    held = (one for one in plan.reviews if one.held_on)
    return sorted(held, key=lambda one: one.held_on or date.min)


def say_held(one: Review, names: Names) -> str:
    """A review that was held: when, by whom, what came of it."""
    by = f" ({listed(one.by, names)})" if one.by else ""
    note = f": {one.note}" if one.note else ""
    return _("held on {day}").format(day=say_day(one.held_on or date.min)) + f"{by}{note}"


def say_next_review(plan: SafetyPlan, on: date) -> str:
    """When the plan is looked at again, or was to be; empty when no day is known."""
    ahead = next_review(plan)
    if ahead is None or ahead.planned_on is None or plan.ended_on is not None:
        return ""
    said = _("next: {day}") if on <= ahead.planned_on else _("was to be held on {day}")
    return said.format(day=say_day(ahead.planned_on))


def say_assent(one: Assent, names: Names) -> str:
    """Who agrees, or does not, since when and why."""
    text = _("{name} agrees, {day}") if one.agrees else _("{name} does not agree, {day}")
    because = f": {one.because}" if one.because else ""
    return text.format(name=names.get(one.by, one.by), day=say_day(one.on)) + because


def say_ended(plan: SafetyPlan, names: Names) -> str:
    """When a plan ended, who decided that, and why."""
    day = say_date(plan.ended_on) if plan.ended_on else ""
    by = listed(plan.ended_by, names) or "–"
    because = f": {plan.ended_reason}" if plan.ended_reason else ""
    return _("ended on {day} by {names}").format(day=day, names=by) + because


def say_readers(readers: Iterable[str], names: Names) -> str:
    """Who may read it."""
    return listed(readers, {"team": _("the team"), **names})


def say_weighed(weighed: Weighing) -> list[str]:
    """The questions of the weighing that were answered, a line each."""
    questions = ((name, getattr(weighed, name)) for name in weighed.__struct_fields__)
    said = {True: _("yes"), False: _("no")}
    return [
        f"{field_label(name)}: {said[answer]}" for name, answer in questions if answer is not None
    ]


def say_stand(path: ReportingCode) -> Iterator[str]:
    """How far a path of the reporting code is, or what came of it."""
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
