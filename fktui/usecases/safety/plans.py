"""Safety plans: making one, adding to it line by line, looking at it again, ending it together.

The older text of a plan is in the history; a version gives a state of it a number and a day.
Nothing of what a plan says goes into a commit message.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.method.safety import next_review, running_plans
from fktui.model.case import Case, Located, put, without
from fktui.model.safety import Condition, Review, SafetyPlan, Version
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    changed_record,
    check_order,
    edit_record,
    new_record,
    not_to_come,
    require,
    with_fields,
)

LINES = ("signal", "safety_agreement", "call", "condition", "review")
"""The kinds of records that a plan is made of."""
EDITABLE = ("safety_plan", *LINES, "scaling")
"""What can be changed under its id."""

_NEEDED = {
    "signal": ("text",),
    "safety_agreement": ("what",),
    "call": ("calls",),
    "condition": ("what", "set_by"),
}


def running_plan(case: Case, given: str | None, on: date) -> SafetyPlan:
    """The plan that is meant; without a name the one that is running.

    Raises:
        NotFound: `no-safety-plan`: none is running; or none is called so.
        Ambiguous: `which-safety-plan`: more than one is running.
        WrongUse: `already-ended`.
    """
    if given is not None:
        plan: SafetyPlan = find_record(case, given, "safety_plan").record
        if plan.ended_on is not None and plan.ended_on <= on:
            raise WrongUse("already-ended", record=plan.id, on=plan.ended_on)
        return plan
    running = running_plans(case, on)
    if not running:
        raise NotFound("no-safety-plan", case=case.id)
    if len(running) > 1:
        candidates = ", ".join(one.id for one in running)
        raise Ambiguous("which-safety-plan", count=len(running), candidates=candidates)
    return running[0]


def new_plan(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Make a plan: version 1, of today when no day is said.

    Raises:
        WrongUse: it says not what gave rise to it, its day is still to come, or a value does
            not fit.
    """
    require(fields, "reason")
    made_on = fields.get("made_on") or desk.today
    not_to_come(desk, made_on)

    def edit(loaded: Loaded) -> Change:
        first = (Version(number=1, on=made_on),)
        values = {**fields, "made_on": made_on, "versions": first}
        plan: SafetyPlan = new_record(desk, loaded.case, "safety_plan", values)
        act = act_on("safety_plan.add", plan)
        return Change(case=put(loaded.case, "safety_plan", plan), act=act)

    return desk.change(case_id, edit)


def to_edit(case: Case, given: str | None, on: date) -> Located:
    """The plan or the line of a plan that is meant, also of one that ended; else the running plan.

    Raises:
        NotFound, Ambiguous: not one fits.
    """
    return find_record(case, given or running_plan(case, None, on).id, *EDITABLE)


def edit_line(desk: Desk, case_id: str, record: str, fields: Mapping[str, Any]) -> Saved:
    """Change fields of a plan, of a line in it, or of an answer to the scaling question.

    Raises:
        WrongUse: a value does not fit, or nothing would be different.
    """
    return edit_record(desk, case_id, record, EDITABLE, fields)


def new_version(
    desk: Desk, case_id: str, plan: str | None, on: date, because: str | None = None
) -> Saved:
    """Give the plan as it is now the next number.

    Raises:
        WrongUse: `safety-version-order`: the version before it is of a later day.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        before = running_plan(loaded.case, plan, desk.today)
        last = max(before.versions, key=lambda one: one.number, default=None)
        if last is not None and on < last.on:
            raise WrongUse("safety-version-order", number=last.number, on=last.on)
        version = Version(number=last.number + 1 if last else 1, on=on, reason=because)
        after = msgspec.structs.replace(before, versions=(*before.versions, version))
        act = act_on("safety_plan.version", after, fields=("versions",), number=version.number)
        return Change(case=put(loaded.case, "safety_plan", after), act=act)

    return desk.change(case_id, edit)


def add_line(
    desk: Desk,
    case_id: str,
    kind: str,
    fields: Mapping[str, Any],
    plan: str | None = None,
    *,
    first: bool = False,
) -> Saved:
    """Add a line to a running plan.

    Args:
        desk: where it is done.
        case_id: the family.
        kind: one of LINES.
        fields: values by field.
        plan: which plan; not needed when one is running.
        first: in front of its kin, for who is called first.

    Raises:
        WrongUse: what it says is missing, or a value does not fit.
    """
    require(fields, *_NEEDED.get(kind, ()))

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        owner = running_plan(case, plan, desk.today)
        line = new_record(desk, case, kind, fields)
        after = put(case, kind, line, owner.id)
        if first:
            ahead = msgspec.structs.replace(owner, calls=(line, *owner.calls))
            after = put(case, "safety_plan", ahead)
        return Change(case=after, act=act_on(f"{kind}.add", line))

    return desk.change(case_id, edit)


def drop_line(desk: Desk, case_id: str, given: str, because: str = "") -> Saved:
    """Take a line out of a plan; the history keeps it, with why when that is said."""

    def edit(loaded: Loaded) -> Change:
        located = find_record(loaded.case, given, *LINES)
        act = act_on("safety_plan.drop", located.record, because, plan=located.parent.id)
        return Change(case=without(loaded.case, located.record.id), act=act)

    return desk.change(case_id, edit)


def meet_condition(desk: Desk, case_id: str, given: str, on: date) -> Saved:
    """Note that a condition of others was met.

    Raises:
        WrongUse: `already-met`, or the day is still to come.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        located = find_record(loaded.case, given, "condition")
        before: Condition = located.record
        if before.met_on is not None:
            raise WrongUse("already-met", record=before.id, on=before.met_on)
        check_order(before.id, before.on, on)
        after = with_fields(before, {"met_on": on})
        act = act_on("condition.met", after, fields=("met_on",))
        return Change(case=put(loaded.case, "condition", after, located.parent.id), act=act)

    return desk.change(case_id, edit)


def add_guards(desk: Desk, case_id: str, people: Iterable[str], plan: str | None = None) -> Saved:
    """Add people who watch that the plan is kept; ids.

    Raises:
        WrongUse: `nothing-changed`: they do so already.
    """
    wanted = tuple(people)

    def edit(loaded: Loaded) -> Change:
        owner = running_plan(loaded.case, plan, desk.today)
        guards = tuple(dict.fromkeys((*owner.guards, *wanted)))
        return changed_record(loaded.case, owner, "safety_plan", {"guards": guards})

    return desk.change(case_id, edit)


def hold_review(
    desk: Desk,
    case_id: str,
    fields: Mapping[str, Any],
    plan: str | None = None,
    again: date | None = None,
) -> Saved:
    """Note that the plan was looked at again: the first review that was planned, else a new one.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: `held_on` (today when not said), `by` (ids), `note`.
        plan: which plan; not needed when one is running.
        again: the day of the next review, when it was agreed there.

    Raises:
        WrongUse: the day is still to come, or the next one lies before it.
    """
    values = {"held_on": desk.today} | dict(fields)
    not_to_come(desk, values["held_on"])

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        owner = running_plan(case, plan, desk.today)
        waiting = next_review(owner)
        if waiting is None:
            review: Review = new_record(desk, case, "review", values)
        else:
            review = with_fields(waiting, values)
        check_order(review.id, review.held_on, again)
        case = put(case, "review", review, owner.id)
        if again is not None:
            following = new_record(desk, case, "review", {"planned_on": again})
            case = put(case, "review", following, owner.id)
        return Change(case=case, act=act_on("review.hold", review, fields=tuple(values)))

    return desk.change(case_id, edit)


def end_plan(
    desk: Desk,
    case_id: str,
    by: tuple[str, ...],
    on: date,
    *,
    because: str | None = None,
    plan: str | None = None,
) -> Saved:
    """End a plan by a decision together; it stays in the record.

    Args:
        desk: where it is done.
        case_id: the family.
        by: ids of those who decided it together.
        on: the first day on which it is not in force.
        because: why it is safe enough.
        plan: which plan; not needed when one is running.

    Raises:
        WrongUse: nobody decided it, the day is still to come or before the plan was made.
    """
    not_to_come(desk, on)
    if not by:
        raise WrongUse("field-empty", field="ended_by")

    def edit(loaded: Loaded) -> Change:
        before = running_plan(loaded.case, plan, desk.today)
        check_order(before.id, before.made_on, on)
        fields = {"ended_on": on, "ended_by": by, "ended_reason": because}
        after = with_fields(before, fields)
        act = act_on("safety_plan.end", after, fields=tuple(fields))
        return Change(case=put(loaded.case, "safety_plan", after), act=act)

    return desk.change(case_id, edit)
