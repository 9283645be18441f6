"""The plan: goals, steps and scores."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import WrongUse
from fktui.method.plan import RANGES, last_score
from fktui.model.case import put
from fktui.model.plan import Goal, GoalStatus
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    add_record,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.acts import subject
from fktui.words.labels import label


def add_goal(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Add a goal, in the family's words."""
    return add_record(desk, case_id, "goal", {"opened_on": desk.today, **fields})


def score_goal(desk: Desk, case_id: str, given: str, value: int, **fields: Any) -> Saved:
    """Score a goal on its own scale; see `score_goals`."""
    return score_goals(desk, case_id, {given: value}, **fields)


def score_goals(desk: Desk, case_id: str, values: Mapping[str, int], **fields: Any) -> Saved:
    """Score one goal or several, each on its own scale, in one act.

    Args:
        desk: where it is done.
        case_id: the family.
        values: by goal, as an id or a title: -2..+2 for goal attainment, 0..10 for a figure.
        fields: for each score: `on` (today when not said), `by` (ids), `note`.

    Raises:
        WrongUse: no goal is named or one twice, a score is not on the scale of its goal, or the
            day is still to come.
    """
    require({"goals": values or None}, "goals")
    on = fields.get("on") or desk.today
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        scored: dict[str, Goal] = {}
        for given, value in values.items():
            goal: Goal = find_record(loaded.case, given, "goal").record
            if goal.id in scored:
                raise WrongUse("named-twice", given=given)
            scored[goal.id] = goal
            check_scale(goal, value)
            score = new_record(desk, case, "score", {"value": value} | fields | {"on": on})
            case = put(case, "score", score, goal.id)
        return Change(case=case, act=_scored(tuple(scored.values()), tuple(values.values())))

    return desk.change(case_id, edit)


def check_scale(goal: Goal, value: int) -> None:
    """Refuse a score that the measure of a goal does not have.

    Raises:
        WrongUse: `score-off-scale`.
    """
    low, high = RANGES[goal.measure]
    if not low <= value <= high:
        raise WrongUse("score-off-scale", given=value, low=low, high=high, goal=goal.id)


def _scored(goals: tuple[Goal, ...], values: tuple[int, ...]) -> Act:
    """One goal is told with its figures, more than one by their number."""
    if len(goals) > 1:
        told = subject("goal.scores", count=len(goals))
        return Act(action="goal.scores", subject=told, fields=("scores",))
    newest = last_score(goals[0])
    before = newest.value if newest else None
    action = "goal.score" if before is not None else "goal.first-score"
    return act_on(action, goals[0], fields=("scores",), old=before, new=values[0])


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
