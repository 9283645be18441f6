"""What the history of a practice family says of each act of its story."""

from datetime import date
from enum import Enum
from typing import Any, Protocol

from fktui.method.phases import current
from fktui.method.plan import last_score
from fktui.model.case import Case, Located, find
from fktui.model.network import Jim, JimStep, ParentalAnswer
from fktui.model.plan import Assent, Goal
from fktui.model.safety import CodeStep, ReportingCode, SafetyPlan
from fktui.model.stored import Act
from fktui.model.trajectory import PhasePeriod
from fktui.words.acts import subject
from fktui.words.agreed_texts import text_without_names
from fktui.words.labels import field_label, label
from fktui.words.time.say_dates import say_day


class Told(Protocol):
    """An act as a story tells it."""

    @property
    def action(self) -> str:
        """noun.verb."""
        ...

    @property
    def brings(self) -> tuple[str, ...]:
        """Ids of the records that it brought."""
        ...

    @property
    def was(self) -> dict[str, dict[str, Any]]:
        """Earlier values of fields, by record."""
        ...

    @property
    def reason(self) -> str:
        """The coach's own words."""
        ...


def act_of(told: Told, before: Case, after: Case) -> Act:
    """The act as the same verb of a coach would have written it in the history."""
    target, located = _main_record(told, after)
    fields = tuple(name for values in told.was.values() for name in values)
    facts = _facts(told, target, located, before, after)
    facts["fields"] = ", ".join(field_label(name) for name in dict.fromkeys(fields))
    action = told.action
    if action == "goal.score" and facts["old"] is None:
        action = "goal.first-score"
    return Act(
        action=action,
        subject=subject(action, **facts),
        record=_subject_record(located, target),
        fields=fields,
        reason=told.reason,
    )


def _main_record(told: Told, after: Case) -> tuple[str, Located | None]:
    """The record that the act is named after, among all that it touched; else the first."""
    targets = [*told.brings, *told.was] or [after.id]
    located = [find(after, target) for target in targets]
    noun = "extension" if told.action == "phase.extend" else told.action.partition(".")[0]
    for target, found in zip(targets, located, strict=True):
        if found is not None and found.kind.name == noun:
            return target, found
    return targets[0], located[0]


def _subject_record(located: Located | None, target: str) -> str:
    """A score is told of its goal; everything else of itself."""
    if located is not None and located.kind.name == "score":
        goal: str = located.parent.id
        return goal
    return target


def _facts(
    told: Told, target: str, located: Located | None, before: Case, after: Case
) -> dict[str, Any]:
    record = located.record if located else None
    facts: dict[str, Any] = {"id": target, "old": None, "new": None, "goal": ""}
    for name in ("kind", "sector", "section", "quality", "phase", "template", "ring"):
        value = getattr(record, name, "")
        facts[name] = label(value) if isinstance(value, Enum) else value
    for name in ("on", "until"):
        value = getattr(record, name, None)
        facts[name] = say_day(value) if isinstance(value, date) else value or ""
    facts["count"] = len(told.brings)
    decision = after.intake.decision
    facts["outcome"] = label(decision.outcome) if decision else ""
    if located is None:
        return facts
    facts |= _of_new_parts(located, after)
    if isinstance(located.parent, Goal):
        facts["goal"] = located.parent.id
    if isinstance(located.parent, PhasePeriod):
        facts["phase"] = label(located.parent.phase)
    closing = after.trajectory.closing
    facts["why"] = label(closing.reason) if closing else ""
    facts |= _old_and_new(located, before, after)
    return facts


def _of_new_parts(located: Located, after: Case) -> dict[str, Any]:
    """What is said of JIM, safety plan, reporting code and agreement with a text."""
    record, facts = located.record, {}
    if located.parent is not None:
        facts["jim"] = located.parent.id
    match record:
        case Assent():
            facts["what"] = text_without_names(after, record.to)
        case ParentalAnswer():
            facts["said"] = label(record.answer)
        case JimStep():
            facts["step"] = label(record.phase)
        case Jim():
            facts |= {"jim": record.id, "who": record.chosen or ""}
            facts["step"] = label(record.steps[-1].phase) if record.steps else ""
        case SafetyPlan() if record.versions:
            facts["number"] = record.versions[-1].number
        case ReportingCode() if record.steps:
            facts["step"] = label(record.steps[-1].step)
        case CodeStep():
            facts["step"] = label(record.step)
    return facts


def _old_and_new(located: Located, before: Case, after: Case) -> dict[str, Any]:
    kind, record = located.kind.name, located.record
    earlier = find(before, record.id)
    if kind == "score":
        old = find(before, located.parent.id)
        score = last_score(old.record) if old else None
        return {"id": located.parent.id, "old": score and score.value, "new": record.value}
    if kind == "network" and earlier:
        return {"old": earlier.record.ring, "new": record.ring}
    if kind == "goal" and earlier:
        return {"old": label(earlier.record.status), "new": label(record.status)}
    if kind == "phase":
        was, now = current(before.trajectory), current(after.trajectory)
        return {
            "old": label(was.phase) if was else "–",
            "new": label(now.phase) if now else "–",
        }
    return {}
