"""The family group plan, and the clock that waiving it starts."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.method.due.deadlines import deadlines
from fktui.model.trajectory import FamilyGroupPlan, GroupPlanOutcome
from fktui.usecases.course.group_plan import set_group_plan

WAIVED = {"outcome": GroupPlanOutcome.WAIVED, "on": date(2026, 11, 2), "reason": "Eerst rust"}


def test_waiving_it_starts_six_weeks(desk, koolmees):
    saved = set_group_plan(desk, koolmees, WAIVED)
    case = saved.loaded.case
    assert case.trajectory.family_group_plan == FamilyGroupPlan(**WAIVED)
    assert (saved.act.action, saved.act.reason) == ("group-plan.edit", "Eerst rust")
    plan = next(one for one in deadlines(case, desk.norms) if one.source == "Jeugdwet 4.1.3")
    assert plan.on == date(2026, 12, 14)


def test_what_comes_after_is_added_to_it(desk, koolmees):
    set_group_plan(desk, koolmees, WAIVED)
    saved = set_group_plan(desk, koolmees, {"plan_discussed_on": date(2026, 11, 20)})
    plan = saved.loaded.case.trajectory.family_group_plan
    assert (plan.outcome, plan.plan_discussed_on) == (WAIVED["outcome"], date(2026, 11, 20))


def test_the_outcome_comes_first_and_the_same_twice_is_nothing(desk, koolmees):
    with pytest.raises(WrongUse) as caught:
        set_group_plan(desk, koolmees, {"plan_discussed_on": date(2026, 11, 20)})
    assert caught.value.code == "group-plan-outcome"
    set_group_plan(desk, koolmees, WAIVED)
    with pytest.raises(WrongUse) as caught:
        set_group_plan(desk, koolmees, WAIVED)
    assert caught.value.code == "nothing-changed"
