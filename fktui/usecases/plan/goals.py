"""The plan: goals, steps and scores."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import WrongUse
from fktui.method.plan import RANGES, last_score
from fktui.model.case import put
from fktui.model.plan import Goal, GoalStatus
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import act_on, add_record, new_record, not_to_come, with_fields
from fktui.words.labels import label


def add_goal(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Add a goal, in the family's words."""
    return add_record(desk, case_id, "goal", {"opened_on": desk.today, **fields})


def score_goal(desk: Desk, case_id: str, given: str, value: int, **fields: Any) -> Saved:
    """Score a goal on its own scale.

    Args:
        desk: where it is done.
        case_id: the family.
        given: the goal.
        value: -2..+2 for goal attainment, 0..10 for a figure.
        fields: `on` (today when not said), `by` (ids), `note`.

    Raises:
        WrongUse: the score is not on the scale of this goal, or its day is still to come.
    """

    def edit(loaded: Loaded) -> Change:
        goal: Goal = find_record(loaded.case, given, "goal").record
        low, high = RANGES[goal.measure]
        if not low <= value <= high:
            raise WrongUse("score-off-scale", given=value, low=low, high=high, goal=goal.id)
        record = {"value": value} | fields | {"on": fields.get("on") or desk.today}
        not_to_come(desk, record["on"])
        score = new_record(desk, loaded.case, "score", record)
        newest = last_score(goal)
        before = newest.value if newest else None
        action = "goal.score" if before is not None else "goal.first-score"
        return Change(
            case=put(loaded.case, "score", score, goal.id),
            act=act_on(action, goal, fields=("scores",), old=before, new=value),
        )

    return desk.change(case_id, edit)


def set_goal_status(
    desk: Desk, case_id: str, given: str, status: GoalStatus, *, on: date, reason: str = ""
) -> Saved:
    """Say what became of a goal: reached, stopped, changed, or open again.

    Raises:
        WrongUse: it is so already, or the day is still to come.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        goal: Goal = find_record(loaded.case, given, "goal").record
        if goal.status is status:
            raise WrongUse("nothing-changed", record=goal.id)
        after = with_fields(
            goal, {"status": status, "status_on": on, "status_reason": reason or None}
        )
        act = act_on(
            "goal.status", goal, reason, ("status",), old=label(goal.status), new=label(status)
        )
        return Change(case=put(loaded.case, "goal", after), act=act)

    return desk.change(case_id, edit)


def add_step(desk: Desk, case_id: str, given: str, fields: Mapping[str, Any]) -> Saved:
    """Add a small action to a goal."""

    def edit(loaded: Loaded) -> Change:
        goal: Goal = find_record(loaded.case, given, "goal").record
        step = new_record(desk, loaded.case, "step", fields)
        act = act_on("step.add", step, goal=goal.id)
        return Change(case=put(loaded.case, "step", step, goal.id), act=act)

    return desk.change(case_id, edit)


def finish_step(desk: Desk, case_id: str, given: str, on: date) -> Saved:
    """Mark a step as done.

    Raises:
        WrongUse: it is done already, or the day is still to come.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        located = find_record(loaded.case, given, "step")
        if located.record.done is not None:
            raise WrongUse("nothing-changed", record=located.record.id)
        done = with_fields(located.record, {"done": on})
        return Change(
            case=put(loaded.case, "step", done, located.parent.id),
            act=act_on("step.done", done, fields=("done",)),
        )

    return desk.change(case_id, edit)
