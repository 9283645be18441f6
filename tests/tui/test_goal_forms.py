"""Goals from the screen: scored, added, changed, finished; their steps. Keys are counted."""

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, Drive, git_log, keys_of, read_yaml
from test_network_forms import saved

from fktui.errors import NotFound, WrongUse
from fktui.method.plan import level_words
from fktui.tui.forms.form import Ask, read_text
from fktui.tui.forms.table import make
from fktui.usecases.plan.goals import add_goal, score_goal
from fktui.words import language


@pytest.fixture
def at_wulp(drive: Drive, store):
    """Today, with the cursor on a family with four open goals."""
    screen = drive(store)
    assert screen.app.screen.families.go_to(DUINROOS)
    screen.settle()
    screen.pressed = 0
    return screen


def scores(store, case_id=DUINROOS):
    """The newest figure of each goal."""
    goals = read_yaml(store, case_id, "plan.yaml")["goals"]
    return [(one.get("scores") or [{}])[-1] for one in goals]


# --- keys -----------------------------------------------------------------------------------------


def test_one_goal_is_scored_with_three_keys(at_wulp, store):
    before = git_log(store, DUINROOS)
    at_wulp.press("s", "1", "ctrl+s").wait_saved()
    assert at_wulp.pressed == 3
    first = scores(store)[0]
    assert (first["value"], first["on"]) == ("1", "2026-05-11")
    assert git_log(store, DUINROOS)[1:] == before


def test_four_goals_are_scored_with_nine_keys_in_one_commit(at_wulp, store):
    before = git_log(store, DUINROOS)
    at_wulp.press(*keys_of("s 1 enter 0 enter 1 enter 2 ctrl+s")).wait_saved()
    assert at_wulp.pressed == 9
    assert [one["value"] for one in scores(store)] == ["1", "0", "1", "2"]
    assert git_log(store, DUINROOS)[1:] == before


def test_a_goal_that_stays_empty_is_skipped(at_wulp, store):
    before = scores(store)
    at_wulp.press(*keys_of("s enter 1 ctrl+s")).wait_saved()
    after = scores(store)
    assert [one for one in range(4) if after[one] != before[one]] == [1]


def test_a_contact_takes_five_keys_and_a_note_one_more(drive: Drive, store):
    screen = drive(store, "c 1 , 5 ctrl+s").wait_saved()
    assert screen.pressed == 5
    screen.press("c", "1", ",", "5", "enter").type("Samen gegeten").press("ctrl+s").wait_saved()
    assert screen.pressed == 5 + 6 + len("Samen gegeten")
    day = [
        (one, body)
        for one, body in screen.entries(KASTANJE, "contacts")
        if one["on"] == "2026-05-11"
    ]
    assert [(one["hours"], body) for one, body in day if body] == [("1.5", "Samen gegeten")]
    assert len(day) == 2


def test_a_goal_is_added_with_two_keys_besides_its_words(drive: Drive, store):
    screen = drive(store, "d").type("Samen eten").press("ctrl+s").wait_saved()
    assert screen.pressed == 2 + len("Samen eten")
    goal = read_yaml(store, KASTANJE, "plan.yaml")["goals"][-1]
    assert (goal["title"], goal["opened_on"]) == ("Samen eten", "2026-05-11")


# --- what the form says ---------------------------------------------------------------------------


def test_a_figure_is_said_in_the_words_of_its_level(store_desk):
    loaded = store_desk.load(DUINROOS)
    goal = loaded.case.plan.goals[0]
    form = make("score", Ask(store_desk, loaded))
    field = form.field(goal.id)
    assert field.say(read_text(field, "1")) == "▲ +2 Een maand lang geen ruzie"
    assert field.say(read_text(field, "-1")).startswith("= ")
    assert field.hint.split()[:3] == ["-2", "▁▃▃", "-1"]


def test_without_levels_it_is_what_was_noted_with_that_figure_before(store, store_desk):
    goal = add_goal(store_desk, KASTANJE, {"title": "Naar school", "measure": "ten"}).act.record
    score_goal(store_desk, KASTANJE, goal, 7, note="vier dagen")
    case = store_desk.load(KASTANJE).case
    assert level_words(case.plan.goals[-1], 7) == "vier dagen"
    assert level_words(case.plan.goals[-1], 6) == ""


@pytest.mark.parametrize(("typed", "code"), [("3", "score-off-scale"), ("x", "wrong-number")])
def test_a_figure_off_the_scale_is_refused_while_it_is_typed(store_desk, typed, code):
    loaded = store_desk.load(DUINROOS)
    form = make("score", Ask(store_desk, loaded))
    with pytest.raises(WrongUse, match=code):
        read_text(form.field(loaded.case.plan.goals[0].id), typed)


def test_saving_no_figure_at_all_is_refused_and_the_form_comes_back(at_wulp, store):
    before = git_log(store, DUINROOS)
    at_wulp.press("s", "ctrl+s").wait_saved()
    assert git_log(store, DUINROOS) == before
    assert at_wulp.app.screen.form.id == "score"


def test_a_family_without_open_goals_has_none_to_score(store_desk):
    with pytest.raises(NotFound, match="no-open-goal"):
        make("score", Ask(store_desk, store_desk.load(IJSVOGEL)))


# --- the goal itself ------------------------------------------------------------------------------


def test_the_levels_of_a_goal_are_kept_and_changed(store, store_desk):
    language.use("nl")
    words = {"title": "Slapen", "level.less": "vier nachten", "level.expected": "vijf nachten"}
    done = saved(store_desk, KASTANJE, "goal", **words)
    goal = read_yaml(store, KASTANJE, "plan.yaml")["goals"][-1]
    assert goal["levels"] == {"less": "vier nachten", "expected": "vijf nachten"}
    saved(store_desk, KASTANJE, "goal.edit", done.record, **{"level.less": "", "why": "moe"})
    goal = read_yaml(store, KASTANJE, "plan.yaml")["goals"][-1]
    assert goal["levels"] == {"expected": "vijf nachten"}
    assert goal["why"] == "moe"


def test_a_goal_is_reached_with_a_day_and_a_reason(store, store_desk):
    language.use("nl")
    goal = store_desk.load(KASTANJE).case.plan.goals[0].id
    saved(store_desk, KASTANJE, "goal.status", goal, reason="wij blijven wonen", on="gisteren")
    after = read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]
    assert (after["status"], after["status_on"]) == ("reached", "2026-05-10")
    assert after["status_reason"] == "wij blijven wonen"
    form = make("goal.end", Ask(store_desk, store_desk.load(KASTANJE), goal))
    assert form.field("status").text == "loopt"


def test_without_a_cursor_the_goal_is_chosen(store_desk):
    loaded = store_desk.load(KASTANJE)
    form = make("goal.status", Ask(store_desk, loaded))
    field = form.field("goal")
    assert field.needed
    assert read_text(field, field.choices[1]) == loaded.case.plan.goals[1].id


# --- steps ----------------------------------------------------------------------------------------


def test_a_step_goes_under_the_goal_of_the_cursor(drive: Drive, store):
    screen = drive(store, "enter 2 down")  # on the first step of the first goal
    screen.press("a", "2").type("Mentor bellen").press("ctrl+s").wait_saved()
    steps = read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["steps"]
    assert steps[-1]["what"] == "Mentor bellen"


def test_a_step_is_done_with_two_keys(drive: Drive, store, store_desk):
    goal = store_desk.load(KASTANJE).case.plan.goals[0]
    place = next(n for n, one in enumerate(goal.steps) if one.done is None)
    screen = drive(store, "enter 2")
    screen.app.screen.main.go_to(goal.steps[place].id)
    screen.press("x", "ctrl+s").wait_saved()
    after = read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["steps"][place]
    assert after["done"] == "2026-05-11"


def test_a_step_that_is_not_needed_any_more_is_dropped(store, store_desk):
    goal = store_desk.load(KASTANJE).case.plan.goals[0]
    step = next(one for one in goal.steps if one.done is None)
    saved(store_desk, KASTANJE, "step.done", step.id, dropped="1")
    found = read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["steps"]
    after = next(one for one in found if one["id"] == step.id)
    assert after["dropped"] == "2026-05-11"
    assert "done" not in after
    with pytest.raises(WrongUse, match="already-ended"):
        saved(store_desk, KASTANJE, "step.done", step.id, dropped="1")
