"""The story of a family, the family as it was, one thing put back, what changed in all families."""

from driving import DUINROOS, IJSVOGEL, desk_of, git_log, read_yaml

from fktui.tui.family import Shown, View
from fktui.tui.panels import history
from fktui.tui.panels.changed import changed_lines
from fktui.tui.screens.changed import ChangedScreen
from fktui.tui.screens.past import PastScreen
from fktui.usecases.overview.changed import ChangedFamily
from fktui.usecases.plan.goals import add_goal, score_goal


def test_the_story_is_told_newest_first_and_says_what_changed(store):
    desk = desk_of(store)
    goal = desk.load(IJSVOGEL).case.plan.goals[0]
    score_goal(desk, IJSVOGEL, goal.id, 1, note="rustig aan")
    view = View(Shown(desk, desk.load(IJSVOGEL)), 60)
    shown = [one for one in history.lines(view) if one.key]
    assert len(shown) == len(git_log(store, IJSVOGEL))
    assert "Doel: score 1 → 1" in shown[0].text
    told = "\n".join(one.text for one in history.what_changed(view, shown[0].key))
    assert "rustig aan" in told
    assert max(len(one.text) for one in history.what_changed(view, shown[0].key)) <= 60


def test_at_the_kitchen_table_there_is_no_story(store):
    desk = desk_of(store)
    view = View(Shown(desk, desk.load(IJSVOGEL), together=True), 60)
    assert history.lines(view) == []


def test_the_family_as_it_was_is_shown_and_one_thing_is_put_back(store, drive):
    desk = desk_of(store)
    goal = desk.load(DUINROOS).case.plan.goals[0].id
    before = score_and_rename(desk, goal)
    screen = opened(drive(store, size=(120, 40)), DUINROOS, "9")
    # The newest act is the other title; the one below it is how it was before that.
    screen.press("down", "enter")
    assert isinstance(screen.app.screen, PastScreen)
    assert screen.lines[0].startswith(" Zoals het was op ")
    screen.press("2")
    assert before in screen.text
    assert "Een heel andere titel" not in screen.text
    screen.press("c").settle()
    assert isinstance(screen.app.screen, PastScreen), "nothing is written down in the past"
    to_line(screen, lambda: screen.app.screen.main.at.key == goal)
    screen.press("z").wait_saved()
    assert next(iter(screen.git_log(DUINROOS))).endswith(f"{goal} teruggezet zoals het was")
    goals = {one["id"]: one for one in screen.yaml(DUINROOS, "plan.yaml")["goals"]}
    assert goals[goal]["title"] == before
    screen.press("escape").settle()
    assert not isinstance(screen.app.screen, PastScreen)


def test_z_on_what_is_no_record_says_what_to_do(store, drive):
    before = git_log(store, DUINROOS)
    screen = opened(drive(store), DUINROOS, "9").press("enter").settle().press("9", "z").settle()
    assert isinstance(screen.app.screen, PastScreen)
    assert len(list(screen.app._notifications)) == 1
    assert git_log(store, DUINROOS) == before


def opened(screen, case_id, *keys):
    """The screen of a family, by the arrow keys."""
    return to_line(screen, lambda: screen.app.screen.case_id == case_id).press("enter", *keys)


def to_line(screen, there):
    """The cursor down to a line."""
    for _line in range(200):
        if there():
            return screen
        screen.press("down")
    raise AssertionError(screen.text)


def score_and_rename(desk, goal):
    """Another title for a goal; gives the title that it had."""
    from fktui.usecases.records import edit_record

    title = next(g.title for g in desk.load(DUINROOS).case.plan.goals if g.id == goal)
    add_goal(desk, DUINROOS, {"title": "Iets om te bewaren"})
    edit_record(desk, DUINROOS, goal, ("goal",), {"title": "Een heel andere titel"})
    return title


def test_undo_and_redo_walk_to_and_fro_and_say_so(store, drive):
    desk = desk_of(store)
    saved = add_goal(desk, DUINROOS, {"title": "Elke dag buiten"})
    screen = opened(drive(store), DUINROOS, "2").press("u").wait_saved()
    assert "Elke dag buiten" not in str(screen.yaml(DUINROOS, "plan.yaml"))
    assert "opnieuw" in screen.text
    screen.press("r").wait_saved()
    assert "Elke dag buiten" in str(screen.yaml(DUINROOS, "plan.yaml"))
    assert saved.act.record in screen.git_log(DUINROOS)[0]


def test_what_changed_since_a_day_is_shown_by_family(store, drive):
    desk = desk_of(store)
    add_goal(desk, IJSVOGEL, {"title": "Elke dag buiten"})
    screen = drive(store, "v").wait_saved()
    assert isinstance(screen.app.screen, ChangedScreen)
    assert "Koolmees" in screen.text
    assert screen.app.screen.case_id == IJSVOGEL
    screen.press("m").settle()
    assert "Elke dag buiten" not in screen.text, "it was mine"
    screen.press("m", "home").settle()
    assert "Elke dag buiten" in screen.text


def test_enter_opens_what_was_changed_where_it_is_shown(store, drive):
    saved = add_goal(desk_of(store), IJSVOGEL, {"title": "Elke dag buiten"})
    screen = drive(store, "v").wait_saved().press("home", "enter").settle()
    family = screen.app.screen
    assert family.case_shown == IJSVOGEL
    assert (family.panel.id, family.main.at.key) == ("goals", saved.act.record)
    screen.press("escape").settle()
    assert isinstance(screen.app.screen, ChangedScreen)


def test_enter_in_what_an_act_changed_opens_that_record(store, drive):
    saved = add_goal(desk_of(store), IJSVOGEL, {"title": "Elke dag buiten"})
    screen = drive(store, "v", size=(120, 40)).wait_saved().press("home", "tab", "enter").settle()
    assert screen.app.screen.main.at.key == saved.act.record


def test_u_and_r_work_among_what_changed_and_what_is_gone_opens_the_history(store, drive):
    add_goal(desk_of(store), IJSVOGEL, {"title": "Elke dag buiten"})
    before = read_yaml(store, IJSVOGEL, "plan.yaml")
    screen = drive(store, "v").wait_saved().press("home", "u").wait_saved()
    assert isinstance(screen.app.screen, ChangedScreen)
    assert "Elke dag buiten" not in str(read_yaml(store, IJSVOGEL, "plan.yaml"))
    assert "Teruggedraaid" in screen.lines[2]
    screen.press("home", "enter").settle()
    assert screen.app.screen.panel.id == "history"
    screen.press("escape", "r").wait_saved()
    assert read_yaml(store, IJSVOGEL, "plan.yaml") == before


def test_who_did_it_stays_in_sight_behind_a_long_title(store, drive):
    add_goal(desk_of(store), IJSVOGEL, {"title": "Een heel erg lange titel " * 20})
    screen = drive(store, "v").wait_saved()
    assert screen.lines[2].endswith("Yara Meerkoet")


def test_nothing_changed_is_said():
    assert [one.key for one in changed_lines([], {})] == [""]
    family = ChangedFamily(IJSVOGEL, "x", ())
    assert not [one for one in changed_lines([family], {}) if one.key]
