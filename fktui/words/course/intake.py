"""The intake in words: what was told, what became of a goal, what speaks for and against."""

from collections.abc import Iterator
from datetime import date

from fktui.method.intake import family_goals, lifting_plan, waits_for_answer
from fktui.model.case import Case
from fktui.model.intake import (
    Contraindication,
    IncomingPlan,
    Information,
    IntakeDecision,
    ReferralGoal,
    SafetyJudgement,
)
from fktui.words.labels import field_label, label, yes_no
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day


def named(field: str) -> str:
    """The name of a field, as it begins a line."""
    return field_label(field).capitalize()


def say_referred(case: Case) -> str:
    """By whom the family was referred, and when; empty when that is not known."""
    trajectory = case.trajectory
    if not trajectory.referrer:
        return ""
    text = _("referred by {referrer}").format(referrer=trajectory.referrer)
    return f"{text}, {say_day(trajectory.referred_on)}" if trajectory.referred_on else text


def say_incoming(plan: IncomingPlan) -> str:
    """The plan that came along, in a line."""
    parts = (label(plan.kind), plan.by, plan.on and say_day(plan.on), plan.summary)
    return ", ".join(part for part in parts if part)


def say_information(one: Information) -> str:
    """What was told, by whom, as what; or since when an answer is waited for."""
    if waits_for_answer(one):
        day = say_day(one.asked_on) if one.asked_on else "–"
        return _("asked on {day}").format(day=day)
    nature = label(one.nature) if one.nature else ""
    origin = ", ".join(part for part in (nature, one.source) if part)
    return f"{one.summary} ({origin})" if origin else f"{one.summary}"


def say_became(case: Case, one: ReferralGoal) -> str:
    """Which goals of the family a goal of the referral became part of, or why of none."""
    titles = [f"{goal.title} ({goal.id})" for goal in family_goals(case, one)]
    if titles:
        return "; ".join(titles)
    if one.reason:
        return _("no goal of the family: {reason}").format(reason=one.reason)
    return _("not talked over yet")


def say_seen(seen: bool | None) -> str:
    """Whether the record shows an indication; empty when it cannot tell."""
    if seen is None:
        return ""
    return _("(seen in the record)") if seen else _("(not seen in the record)")


def say_why(
    case: Case, one: Contraindication, on: date, names: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Why the help may start with a contra-indication: a name (or none) and what it says."""
    if one.motive:
        yield field_label("motive"), one.motive
    if one.consulted:
        yield field_label("consulted"), listed(one.consulted, names)
    if one.safety_plan:
        plan = lifting_plan(case, one, on)
        if plan is None:
            yield "", _("the safety plan {id} does not lift it now").format(id=one.safety_plan)
        else:
            text = _("lifted by the safety plan {id} of {day}")
            yield "", text.format(id=plan.id, day=say_day(plan.made_on))


def say_judgement(judged: SafetyJudgement) -> Iterator[tuple[str, str]]:
    """What was judged: a name and what it says."""
    yield field_label("acute"), yes_no(judged.acute)
    yield field_label("makes_safer"), label(judged.makes_safer)
    if judged.facts:
        yield field_label("facts"), judged.facts


def say_decision(decision: IntakeDecision) -> Iterator[tuple[str, str]]:
    """What else belongs to the decision: a name and what it says."""
    for field in ("note", "advice", "again"):
        if getattr(decision, field):
            yield field_label(field), getattr(decision, field)
