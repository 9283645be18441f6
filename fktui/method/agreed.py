"""Who agrees with which text, and whether that text is still the one they agreed with.

A text is known by its fingerprint, so that a later change shows by itself as something to discuss
(S1:L113-122: family and coach decide together). It holds only what people agree on: no scores, no
steps that were done. People stand in it by their id, so another name is no other text.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import Any, NamedTuple
from unicodedata import normalize

from fktui.method.days import age_range
from fktui.model.case import Case
from fktui.model.family import Person
from fktui.model.plan import Agreement, Assent, FutureEntry, FutureSection, Goal, GoalStatus
from fktui.model.record import by_id
from fktui.model.safety import SafetyPlan

PLAN = "plan"
FUTURE_PLAN = "future_plan"
ANALYSIS = "analysis"
SAFETY_PLAN = "safety_plan"
WHOLE = (PLAN, FUTURE_PLAN, ANALYSIS)
"""The texts that are no record; a goal and a safety plan are named by their id."""

ASKED_FROM = 6
"""Smaller children are not asked to agree; they have their own page in the future plan (ours)."""

_IN_ORDER = frozenset((FutureSection.OURSELVES, FutureSection.NETWORK, FutureSection.PROFESSIONAL))
"""The sections in which the order of people says who calls whom."""


class Stance(str, Enum):
    """Where somebody stands towards a text."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    TO_DISCUSS = "to_discuss"
    NOT_ASKED = "not_asked"


class Standing(NamedTuple):
    """Where one person stands, with what was said, if anything was."""

    person: str
    stance: Stance
    assent: Assent | None = None


class ChangedText(NamedTuple):
    """A text that changed since people said what they think of it, and who those are."""

    to: str
    who: tuple[str, ...]


def assents(case: Case, to: str) -> tuple[Assent, ...]:
    """What people said to this text, in the order in which it was noted."""
    return tuple(assent for assent in case.plan.agreed if assent.to == to)


def fingerprint(text: str) -> str:
    """By which a text is known again: twelve signs, whatever its white space."""
    return sha256(normalize("NFC", " ".join(text.split())).encode()).hexdigest()[:12]


def agreed_text(case: Case, to: str, reader: str | None = None) -> str:
    """What people agree on, as a text that is the same for the same plan.

    The order of people and of records does not matter, except where it says who calls whom and
    which goal comes first.

    Args:
        case: as it is.
        to: `plan`, `future_plan`, `analysis`, or the id of a goal or a safety plan.
        reader: a member of the family or somebody of its network; what this person may not read
            is left out (domain.md §5.4). None for the whole text.

    Returns:
        The text; empty when there is nothing, or no such text.
    """
    if to == PLAN:
        return _plan_text(case, reader)
    if to == FUTURE_PLAN:
        return _future_text(case, reader)
    if to == ANALYSIS:
        explanation = case.analysis.explanation
        return explanation.text if explanation else ""
    goal = by_id(case.plan.goals, to)
    if goal is not None:
        return _goal_text(goal) if _reads(case, goal, reader) else ""
    plan = by_id(case.safety.plans, to)
    return _safety_text(plan) if plan is not None and _reads(case, plan, reader) else ""


def texts(case: Case) -> tuple[str, ...]:
    """All texts that hold now: the plan, its open goals, safety plans, future plan, analysis."""
    goals = [goal.id for goal in case.plan.goals if goal.status is GoalStatus.OPEN]
    safety = [plan.id for plan in case.safety.plans if plan.ended_on is None]
    return tuple(
        to for to in (PLAN, *goals, *safety, FUTURE_PLAN, ANALYSIS) if agreed_text(case, to)
    )


def is_changed(case: Case, assent: Assent) -> bool:
    """Whether the text is another than the one that was spoken about.

    Without a fingerprint, as after a hand edit, nobody knows, so it counts as the same.
    """
    if assent.text is None:
        return False
    return assent.text != fingerprint(agreed_text(case, assent.to, assent.by))


def standing(case: Case, to: str, on: date = date.max) -> tuple[Standing, ...]:
    """Where everybody stands: the family first, then others who said something.

    S1:L113-122. Who left, who is too young to be asked, and who may not read the text is not
    among them.

    Args:
        case: as it is.
        to: the text.
        on: the day to judge from; without it, whoever has a last day is gone.
    """
    said = {assent.by: assent for assent in assents(case, to)}
    asked = [person.id for person in case.family.people if _is_asked(person, on)]
    return tuple(
        _standing(case, person, said.get(person))
        for person in dict.fromkeys((*asked, *said))
        if _is_there(case, person, on) and agreed_text(case, to, person)
    )


def to_discuss(case: Case, on: date = date.max) -> tuple[ChangedText, ...]:
    """Every text that changed since somebody said yes or no to it (S1:L113-122)."""
    found = (
        ChangedText(
            to,
            tuple(one.person for one in standing(case, to, on) if one.stance is Stance.TO_DISCUSS),
        )
        for to in texts(case)
    )
    return tuple(one for one in found if one.who)


def called(case: Case, to: str) -> str:
    """By what a finding names a text: the title of a goal, else a word of `words.agreed_texts`."""
    goal = by_id(case.plan.goals, to)
    if goal is not None:
        return goal.title
    return to if to in WHOLE else SAFETY_PLAN


def _standing(case: Case, person: str, assent: Assent | None) -> Standing:
    if assent is None:
        return Standing(person, Stance.NOT_ASKED)
    if is_changed(case, assent):
        return Standing(person, Stance.TO_DISCUSS, assent)
    return Standing(person, Stance.AGREES if assent.agrees else Stance.DISAGREES, assent)


def _is_asked(person: Person, on: date) -> bool:
    ages = age_range(person.born, on)
    return ages is None or ages.oldest >= ASKED_FROM


def _is_there(case: Case, one: str, on: date) -> bool:
    """Whether somebody is still in or around the family; others, as a referrer, always are."""
    member = by_id(case.family.people, one)
    if member is not None and member.died is not None:
        return False
    known = member or by_id(case.network.people, one)
    return known is None or known.until is None or on < known.until


def _reads(case: Case, entry: Any, reader: str | None) -> bool:
    """Whether somebody may read an entry; only family and network are kept from one."""
    if reader is None or not entry.visible_to or {"family", reader} & set(entry.visible_to):
        return True
    return by_id(case.family.people, reader) is None and by_id(case.network.people, reader) is None


def _plan_text(case: Case, reader: str | None) -> str:
    """The open goals, those that come first in front, and the standing agreements."""
    goals = sorted(
        (goal.priority is None, goal.priority or 0, _goal_text(goal))
        for goal in case.plan.goals
        if goal.status is GoalStatus.OPEN and _reads(case, goal, reader)
    )
    agreements = sorted(
        _agreement_text(one) for one in case.plan.agreements if _reads(case, one, reader)
    )
    return "\n\n".join((*(text for _last, _place, text in goals), *agreements))


def _goal_text(goal: Goal) -> str:
    levels = goal.levels
    steps = () if levels is None else levels.__struct_fields__
    return "\n".join(
        (
            *_lines(goal, "title", "why", "measure", "target_on", "owners"),
            *(line for name in steps for line in _lines(levels, name)),
        )
    )


def _agreement_text(agreement: Agreement) -> str:
    """With its end, so that nothing changes on the day on which it ends as was agreed."""
    return "\n".join(_lines(agreement, "what", "kind", "who", "until"))


def _future_text(case: Case, reader: str | None) -> str:
    """All lines by section; in each the order in which the family put them."""
    entries = case.plan.future_plan.entries
    return "\n\n".join(
        _entry_text(entry)
        for section in FutureSection
        for entry in entries
        if entry.section is section and _reads(case, entry, reader)
    )


def _entry_text(entry: FutureEntry) -> str:
    lines = list(_lines(entry, "section", "text", "about", "on"))
    who = entry.who if entry.section in _IN_ORDER else sorted(entry.who)
    return "\n".join((*lines, *([f"who: {', '.join(who)}"] if who else [])))


def _safety_text(plan: SafetyPlan) -> str:
    """What may happen, what is wished, signs, agreements, who watches, who calls, conditions."""
    parts: list[str] = ["\n".join(_lines(plan, "danger_statement", "wished", "guards"))]
    parts += sorted("\n".join(_lines(one, "colour", "text", "about")) for one in plan.signals)
    parts += sorted(
        "\n".join(_lines(one, "what", "who", "situation", "kind", "guarded_by", "until"))
        for one in plan.agreements
    )
    parts += ["\n".join(_lines(one, "who", "calls", "when", "reach")) for one in plan.calls]
    parts += sorted("\n".join(_lines(one, "what", "set_by", "until")) for one in plan.conditions)
    return "\n\n".join(part for part in parts if part)


def _lines(record: Any, *names: str) -> Iterable[str]:
    """A line for each field that says something."""
    for name in names:
        value = getattr(record, name)
        if value not in (None, "", ()):
            yield f"{name}: {_text(value)}"


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(sorted(map(_text, value)))
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)
