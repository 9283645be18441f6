"""Whose step it is, and which steps are waiting. Adding and finishing one is in `goals`."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.errors import WrongUse
from fktui.model.case import Case
from fktui.model.network import Sector
from fktui.model.plan import Actor, Goal, GoalStatus, Step
from fktui.model.stored import Saved
from fktui.usecases.desk import Desk
from fktui.usecases.plan import goals
from fktui.usecases.records import edit_record, not_to_come


class Waiting(NamedTuple):
    """A step with the goal that it belongs to."""

    goal: Goal
    step: Step


def actor_of(case: Case, who: Iterable[str]) -> Actor | None:
    """Whose step it is, from who does it; None when nobody is named.

    Own strength first: with one member of the family among them it is the family's step, else
    with one of its own network the network's. Professionals on the map are professionals.
    """
    named = frozenset(who)
    if not named:
        return None
    if any(person.id in named for person in case.family.people):
        return Actor.FAMILY
    around = [one for one in case.network.people if one.id in named]
    if any(one.sector is not Sector.PROFESSIONALS for one in around):
        return Actor.NETWORK
    return Actor.PROFESSIONAL


def add_step(desk: Desk, case_id: str, goal: str, fields: Mapping[str, Any]) -> Saved:
    """Add a step to a goal; whose step it is follows from who does it, unless it is said."""
    case = desk.load(case_id).case
    derived = {"by": actor_of(case, fields.get("who", ()))}
    return goals.add_step(desk, case_id, goal, derived | dict(fields))


def drop_step(desk: Desk, case_id: str, given: str, on: date) -> Saved:
    """A step will not be done after all; it stays in the plan.

    Raises:
        WrongUse: it is done or was dropped before, or the day is still to come.
    """
    not_to_come(desk, on)

    def new(_case: Case, step: Step) -> dict[str, Any]:
        ended = step.done or step.dropped
        if ended is not None:
            raise WrongUse("already-ended", record=step.id, on=ended)
        return {"dropped": on}

    return edit_record(desk, case_id, given, ("step",), new)


def steps(case: Case, *, everything: bool = False) -> tuple[Waiting, ...]:
    """The steps that are still to be done, of goals that run, the first due first; or all."""
    found = [Waiting(goal, step) for goal in case.plan.goals for step in goal.steps]
    wanted = [one for one in found if everything or _waits(one)]
    return tuple(sorted(wanted, key=lambda one: (one.step.due is None, one.step.due)))


def _waits(one: Waiting) -> bool:
    finished = one.step.done is not None or one.step.dropped is not None
    return one.goal.status is GoalStatus.OPEN and not finished
