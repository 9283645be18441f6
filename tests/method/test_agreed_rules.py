"""The rules about agreeing: where each speaks, and where it does not."""

from datetime import date, timedelta

import pytest
from families import (
    COLLEAGUES,
    FATHER,
    GOAL,
    MOTHER,
    NORMS,
    SON,
    TODAY,
    example_case,
    period,
)
from msgspec.structs import replace

from fktui.method.agreed import PLAN, agreed_text, fingerprint
from fktui.method.checks import check
from fktui.method.rules import agreed
from fktui.model.issue import Level
from fktui.model.plan import Assent, Goal, GoalKind, GoalStatus, Plan, Score
from fktui.model.trajectory import Phase

OWN = {rule.code for rule in agreed.RULES}


def case_with(*goals, phase=Phase.ANALYSIS, said=()):
    known = Plan(goals=goals or (GOAL,), agreed=said)
    return example_case(phases=(period(phase, started_on=TODAY),), plan=known)


def found(case, today=TODAY):
    issues = check(case, today, NORMS, COLLEAGUES)
    return [issue for issue in issues if issue.code in OWN]


def codes(case, today=TODAY):
    return [issue.code for issue in found(case, today)]


def says(by, to=PLAN, on=TODAY, **changes):
    return Assent(id=f"j-{by[2:]}", to=to, by=by, on=on, **changes)


# The plan


@pytest.mark.parametrize(
    ("phase", "said", "speaks"),
    [
        (Phase.EXECUTION, (), True),
        (Phase.ANALYSIS, (), False),
        (Phase.CLOSING, (), False),
        (Phase.EXECUTION, (says(MOTHER),), False),
        (Phase.EXECUTION, (says(SON),), False),
        (Phase.EXECUTION, (says(MOTHER, agrees=False),), True),
        (Phase.EXECUTION, (says("n-gran0"),), True),
        (Phase.EXECUTION, (says(MOTHER, GOAL.id),), False),
        (Phase.EXECUTION, (says(MOTHER, "future_plan"),), True),
    ],
)
def test_in_the_execution_phase_somebody_of_the_family_has_said_yes(phase, said, speaks):
    issues = found(case_with(phase=phase, said=said))
    assert [issue.code for issue in issues] == (["plan-not-agreed"] if speaks else [])
    assert all(issue.level is Level.WARNING for issue in issues)


def test_a_yes_to_some_of_the_goals_is_none_to_the_plan():
    other = replace(GOAL, id="g-00002", steps=())
    case = case_with(GOAL, other, phase=Phase.EXECUTION, said=(says(MOTHER, GOAL.id),))
    assert "plan-not-agreed" in codes(case)


def test_a_plan_without_goals_is_found_elsewhere():
    case = case_with(phase=Phase.EXECUTION)
    assert codes(replace(case, plan=Plan())) == []


# A goal


@pytest.mark.parametrize(("opened", "speaks"), [("2026-04-13", False), ("2026-04-12", True)])
def test_a_goal_that_nobody_agreed_with_for_four_weeks(opened, speaks):
    goal = replace(GOAL, opened_on=date.fromisoformat(opened))
    assert ("goal-not-agreed" in codes(case_with(goal))) is speaks


@pytest.mark.parametrize(
    ("said", "speaks"),
    [
        (says(MOTHER, GOAL.id, date(2026, 3, 1)), False),
        (says(MOTHER, GOAL.id, agrees=False), True),
        (says("n-gran0", GOAL.id), True),
        (says(MOTHER, PLAN, date(2026, 4, 1)), False),
        (says(MOTHER, PLAN, date(2026, 3, 31)), True),
    ],
)
def test_a_yes_to_the_plan_since_it_was_opened_counts(said, speaks):
    goal = replace(GOAL, opened_on=date(2026, 4, 1))
    assert ("goal-not-agreed" in codes(case_with(goal, said=(said,)))) is speaks


@pytest.mark.parametrize(
    "changes", [{"status": GoalStatus.STOPPED}, {"kind": GoalKind.SMALL_STEP}, {"opened_on": None}]
)
def test_a_goal_that_is_not_asked_about(changes):
    goal = replace(GOAL, **{"opened_on": date(2025, 1, 1)} | changes)
    assert codes(case_with(goal)) == []


# Scores


@pytest.mark.parametrize(
    ("opened", "scored", "speaks"),
    [
        (None, None, False),
        (84, None, False),
        (85, None, True),
        (200, 84, False),
        (200, 85, True),
        (None, 85, True),
    ],
)
def test_a_goal_is_scored_every_twelve_weeks(opened, scored, speaks):
    score = Score(id="r-00001", on=ago(scored), value=0) if scored else None
    goal = replace(GOAL, opened_on=ago(opened), scores=(score,) if score else ())
    issues = [one for one in found(case_with(goal)) if one.code == "goal-unscored"]
    assert bool(issues) is speaks
    assert all(issue.facts["since"] == ago(scored or opened) for issue in issues)


def ago(days):
    return TODAY - timedelta(days=days) if days else None


# A text that changed


def test_what_changed_after_people_spoke_about_it():
    case = case_with()
    mark = fingerprint(agreed_text(case, GOAL.id))
    said = (says(MOTHER, GOAL.id, text=mark), says(FATHER, GOAL.id, text=mark, agrees=False))
    assert codes(case_with(said=said)) == []
    changed: Goal = replace(GOAL, why="voor Mila")
    (issue,) = found(case_with(changed, said=said))
    assert (issue.code, issue.record, issue.level) == ("agreed-changed", GOAL.id, Level.NOTICE)
    assert issue.facts["agreed"] == "Rust in huis"
    assert issue.facts["names"] == "Sherida, Ruben"
    assert issue.facts["source"] == "S1:L113-122"


def test_the_plan_as_a_whole_is_no_record():
    (issue,) = found(case_with(said=(says(MOTHER, text="old"),)))
    assert (issue.record, issue.facts["agreed"]) == (None, PLAN)


def test_somebody_outside_the_family_is_named_as_in_the_record():
    said = (says("n-gran0", text="old"), says("referrer", text="old"))
    (issue,) = found(case_with(said=said))
    assert issue.facts["names"] == "Hermine, referrer"
