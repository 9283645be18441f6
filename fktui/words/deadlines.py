"""A day on which something is due, as a line of an agenda: what, when, who asks for it."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any

from fktui.method.due.day import AGREED, Deadline
from fktui.method.norms import OURS, TEAM
from fktui.model.instrument import Moment
from fktui.model.intake import ContraindicationKind
from fktui.model.journal import MeetingKind
from fktui.model.plan import LifeDomain
from fktui.model.safety import CodeStepKind
from fktui.model.trajectory import Phase
from fktui.words.agreed_texts import say_agreed
from fktui.words.labels import field_label, kind_label, label
from fktui.words.language import N_, _
from fktui.words.recipients import say_recipient
from fktui.words.time.say_dates import say_date, say_day, say_days, say_distance

DEADLINES: dict[str, str] = {
    "age-12": N_("{name} turns 12 and from then on must say yes too"),
    "age-16": N_("{name} turns 16 and from then on decides alone about consent"),
    "age-18": N_("{name} turns 18; parental authority ends"),
    "age-23": N_("{name} turns 23; youth help ends"),
    "aftercare": N_("Aftercare talk"),
    "aftercare-planned": N_("Appointment for the aftercare talk"),
    "agreement-due": N_("Agreed: {what}"),
    "analysis-report": N_("Report of the analysis phase"),
    "consent-ends": N_("The consent for “{what}” ends"),
    "goal-target": N_("Goal to be reached: {title}"),
    "measure-due": N_("{title}, {moment}"),
    "meeting": N_("Planned: {kind}"),
    "meeting-due": N_("Time for a family meeting"),
    "meeting-next": N_("Still to be planned: {kind}"),
    "phase-end": N_("End of the {phase}"),
    "plan-due": N_("Discuss the plan with youth and parents"),
    "plan-written": N_("Give the plan on paper"),
    "refused-record": N_("Destroy the record of the family that was not admitted"),
    "retention-end": N_("Destroy the record: {years} years after the last change"),
    "safety-agreement-ends": N_("Agreement about safety ends: {what}"),
    "safety-condition": N_("Condition for safety, set by {set_by}: {what}"),
    "safety-review": N_("Look at the safety plan again"),
    "step-due": N_("Step: {what}"),
    "trajectory-aim": N_("{months} months of help: the aim of the method"),
}

_SOURCES = {
    AGREED: "",
    OURS: "",
    TEAM: N_("norm of the team"),
    "S0": N_("FamilieKracht presentation"),
    "S1": N_("FamilieKracht brochure"),
    "V1": N_("seven steps of a safety plan"),
    "V2": N_("making a safety plan, 's Heeren Loo"),
    "W14": N_("reporting code, Augeo"),
}

_CODES: dict[str, type[Enum]] = {
    "phase": Phase,
    "contraindication": ContraindicationKind,
    "contraindications": ContraindicationKind,
    "domains": LifeDomain,
    "kind": MeetingKind,
    "moment": Moment,
    "code_step": CodeStepKind,
    "code_missing": CodeStepKind,
}
"""Facts that hold a code of an enum; another text under these names is said as it is."""

_SAID: dict[str, Callable[[Any], str]] = {
    "agreed": say_agreed,
    "days": say_days,
    "place": field_label,
    "receiver": lambda role: say_recipient(role, {}),
    "record_kind": lambda kind: kind_label(kind).lower(),
}
"""Facts that are said in their own way."""


def say_deadline(deadline: Deadline, today: date) -> str:
    """What, on which day, how far away, and in brackets who asks for it unless it was agreed."""
    line = _("{what}: {day}, {distance}").format(
        what=say_what(deadline),
        day=say_day(deadline.on),
        distance=say_distance(deadline.on, today),
    )
    return with_source(line, deadline.source)


def say_what(deadline: Deadline) -> str:
    """What is due, without the day."""
    return _(DEADLINES[deadline.code]).format_map(said(deadline.facts))


def say_source(source: str) -> str:
    """Where a rule comes from, in few words: an article, the brochure; empty when it is ours."""
    short = source.partition(":")[0]
    return _(_SOURCES[short]) if short in _SOURCES else source


def with_source(line: str, source: str) -> str:
    """The line with its source in brackets, when there is one to name."""
    said_source = say_source(source)
    return f"{line} ({said_source})" if said_source else line


def said(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of a deadline or an issue as they are put into a sentence.

    The title of an instrument may be one of ours, in English; every other title is the family's.
    """
    found = {name: _said(name, value) for name, value in facts.items()}
    return found | ({"title": _(found["title"])} if {"instrument", "title"} <= set(found) else {})


def _said(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return say_date(value)
    if name in _SAID:
        return _SAID[name](value)
    if name in _CODES and isinstance(value, tuple):
        return ", ".join(_said(name, one) for one in value)
    return next((label(one) for one in _CODES.get(name, ()) if one.value == value), value)
