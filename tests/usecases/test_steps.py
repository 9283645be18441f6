"""Whose step it is, and which steps are waiting."""

from datetime import date

import pytest

from fktui.errors import NotFound
from fktui.model.plan import Actor, GoalStatus
from fktui.usecases.plan import goals, steps

TODAY = date(2026, 11, 21)


def add(desk, family, **fields):
    return steps.add_step(desk, family.case, family.goal, fields).act.record


def step(desk, family, given):
    found = desk.load(family.case).case.plan.goals
    return next(one for goal in found for one in goal.steps if one.id == given)


@pytest.mark.parametrize(
    ("who", "actor"),
    [
        ((), None),
        (("mila",), Actor.FAMILY),
        (("ali",), Actor.NETWORK),
        (("mentor",), Actor.PROFESSIONAL),
        (("coach",), Actor.PROFESSIONAL),
        (("mentor", "ali"), Actor.NETWORK),
        (("coach", "ali", "jaylen"), Actor.FAMILY),
    ],
)
def test_whose_step_it_is_follows_from_who_does_it(desk, ijsvogel, who, actor):
    ids = {**ijsvogel._asdict(), "coach": desk.colleague}
    made = add(desk, ijsvogel, what="cook together", who=tuple(ids[one] for one in who))
    assert step(desk, ijsvogel, made).by is actor


def test_what_is_said_wins(desk, ijsvogel):
    made = add(desk, ijsvogel, what="swim", who=(ijsvogel.mila,), by=Actor.COMMUNITY)
    assert step(desk, ijsvogel, made).by is Actor.COMMUNITY
    assert desk.store.stories(ijsvogel.case)[0].action == "step.add"


def test_an_unknown_goal(desk, ijsvogel):
    with pytest.raises(NotFound):
        steps.add_step(desk, ijsvogel.case, "g-zzzzz", {"what": "swim"})


def test_waiting_steps_the_first_due_first(desk, ijsvogel):
    some_day = add(desk, ijsvogel, what="some day")
    later = add(desk, ijsvogel, what="later", due=date(2026, 12, 24))
    soon = add(desk, ijsvogel, what="soon", due=date(2026, 11, 25))
    done = add(desk, ijsvogel, what="done", due=date(2026, 11, 2))
    goals.finish_step(desk, ijsvogel.case, done, TODAY)

    case = desk.load(ijsvogel.case).case
    assert [one.step.id for one in steps.steps(case)] == [soon, later, some_day]
    everything = [one.step.id for one in steps.steps(case, everything=True)]
    assert everything == [done, soon, later, some_day]


def test_steps_of_a_goal_that_is_over_do_not_wait(desk, ijsvogel):
    add(desk, ijsvogel, what="some day")
    goals.set_goal_status(desk, ijsvogel.case, ijsvogel.goal, GoalStatus.REACHED, on=TODAY)
    assert steps.steps(desk.load(ijsvogel.case).case) == ()
