"""Goals, their steps and their scores."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.plan import Goal, GoalStatus, Measure
from fktui.model.stored import Saved
from fktui.usecases.desk import Desk
from fktui.usecases.plan.goals import (
    add_goal,
    add_step,
    finish_step,
    score_goal,
    score_goals,
    set_goal_status,
)
from fktui.usecases.records import edit_record

TODAY = date(2026, 11, 21)


def only_goal(saved: Saved) -> Goal:
    [goal] = saved.loaded.case.plan.goals
    return goal


@pytest.fixture
def goal(desk: Desk, koolmees: str) -> str:
    return only_goal(add_goal(desk, koolmees, {"title": "Samen eten"})).id


def test_a_goal_is_opened_today_in_the_familys_words(desk: Desk, koolmees: str) -> None:
    saved = add_goal(desk, koolmees, {"title": "Samen eten", "measure": Measure.TEN})
    found = only_goal(saved)
    assert (found.title, found.opened_on, found.measure) == ("Samen eten", TODAY, Measure.TEN)
    assert saved.act.subject == f"Goal {found.id} added"
    assert "Samen" not in desk.store.stories(koolmees)[0].subject


@pytest.mark.parametrize(("measure", "low", "high"), [("gas", -2, 2), ("ten", 0, 10)])
def test_a_score_is_on_the_scale_of_its_goal(desk, koolmees, measure, low, high) -> None:
    goal = only_goal(add_goal(desk, koolmees, {"title": "Samen eten", "measure": measure})).id
    for value in (low - 1, high + 1):
        with pytest.raises(WrongUse) as caught:
            score_goal(desk, koolmees, goal, value)
        assert caught.value.code == "score-off-scale"
        assert caught.value.facts == {"given": value, "low": low, "high": high, "goal": goal}
    for value in (low, high):
        saved = score_goal(desk, koolmees, "Samen", value)
    scores = only_goal(saved).scores
    assert [(score.value, score.on) for score in scores] == [(low, TODAY), (high, TODAY)]
    assert saved.act.subject == f"Goal {goal}: score {low} → {high}"


def test_the_first_score_is_told_as_such(desk: Desk, koolmees: str, goal: str) -> None:
    saved = score_goal(desk, koolmees, goal, -2, on=date(2026, 11, 1), note="zegt Mila")
    [score] = only_goal(saved).scores
    assert (score.value, score.on, score.note) == (-2, date(2026, 11, 1), "zegt Mila")
    assert saved.act.action == "goal.first-score"
    assert saved.act.subject == f"Goal {goal}: first score -2"
    assert "Fk-Record: plan.yaml#" + goal in log_of(desk, koolmees)


def test_several_goals_are_scored_in_one_act(desk: Desk, koolmees: str, goal: str) -> None:
    other = add_goal(desk, koolmees, {"title": "Naar school", "measure": "ten"}).act.record
    before = len(desk.store.stories(koolmees))
    on = date(2026, 11, 1)
    saved = score_goals(desk, koolmees, {goal: -1, "naar": 7}, on=on, by=("t-1",), note="samen")
    first, second = (one.scores for one in saved.loaded.case.plan.goals)
    assert [(one.value, one.on, one.by, one.note) for one in (*first, *second)] == [
        (-1, on, ("t-1",), "samen"),
        (7, on, ("t-1",), "samen"),
    ]
    assert first[0].id != second[0].id
    assert len(desk.store.stories(koolmees)) == before + 1
    assert (saved.act.action, saved.act.subject) == ("goal.scores", "Goals: 2 scored")
    single = score_goals(desk, koolmees, {other: 8})
    assert single.act.subject == f"Goal {other}: score 7 → 8"
    assert "Fk-Record: plan.yaml#" + other in log_of(desk, koolmees)


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "field-empty"),
        ({"samen": 1, "Samen eten": 1}, "named-twice"),
        ({"samen": 1, "naar": 11}, "score-off-scale"),
    ],
)
def test_several_scores_are_all_saved_or_none(desk, koolmees, goal, values, code) -> None:
    add_goal(desk, koolmees, {"title": "Naar school", "measure": "ten"})
    with pytest.raises(WrongUse) as caught:
        score_goals(desk, koolmees, values)
    assert caught.value.code == code
    assert not any(one.scores for one in desk.load(koolmees).case.plan.goals)


def log_of(desk: Desk, case_id: str) -> str:
    import subprocess

    folder = desk.store.places.case(case_id)
    words = ["git", "-C", folder, "log", "-1", "--format=%B"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_a_goal_is_reached_once(desk: Desk, koolmees: str, goal: str) -> None:
    saved = set_goal_status(
        desk, koolmees, goal, GoalStatus.REACHED, on=TODAY, reason="elke dag samen"
    )
    found = only_goal(saved)
    assert (found.status, found.status_on) == (GoalStatus.REACHED, TODAY)
    assert found.status_reason == "elke dag samen"
    assert desk.store.stories(koolmees)[0].reason == "elke dag samen"
    with pytest.raises(WrongUse) as caught:
        set_goal_status(desk, koolmees, goal, GoalStatus.REACHED, on=TODAY)
    assert caught.value.code == "nothing-changed"


def test_a_step_is_added_and_done_once(desk: Desk, koolmees: str, goal: str) -> None:
    saved = add_step(desk, koolmees, goal, {"what": "Bellen", "due": date(2026, 12, 1)})
    [step] = only_goal(saved).steps
    assert saved.act.subject == f"Step {step.id} added to goal {goal}"
    [done] = only_goal(finish_step(desk, koolmees, "Bellen", TODAY)).steps
    assert (done.id, done.done) == (step.id, TODAY)
    with pytest.raises(WrongUse):
        finish_step(desk, koolmees, step.id, TODAY)


def test_a_goal_that_is_not_there_is_not_scored(desk: Desk, koolmees: str) -> None:
    with pytest.raises(NotFound):
        score_goal(desk, koolmees, "school", 1)
    with pytest.raises(NotFound):
        finish_step(desk, koolmees, "bellen", TODAY)
    assert len(desk.store.stories(koolmees)) == 1


def test_a_score_is_not_found_as_a_goal(desk: Desk, koolmees: str, goal: str) -> None:
    score = only_goal(score_goal(desk, koolmees, goal, 1)).scores[0].id
    with pytest.raises(NotFound):
        score_goal(desk, koolmees, score, 1)
    saved = edit_record(desk, koolmees, score, ("score",), {"value": 2})
    assert only_goal(saved).scores[0].value == 2
