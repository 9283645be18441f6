"""Charts on the screen: a tab for each, drawn in the window, put on paper."""

import pytest
from driving import KASTANJE, LARGE, SMALL, Drive, desk_of

from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.pictures.charts import ChartsScreen
from fktui.tui.widgets.tab_row import TabRow
from fktui.usecases.plan.goals import score_goal


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_f5_shows_the_hours_against_the_norm(drive: Drive, store, size):
    screen = drive(store, "enter f5", lang="en", size=size)
    assert isinstance(screen.app.screen, ChartsScreen)
    assert "[1 Hours]" in screen.text
    assert "norm" in screen.text
    assert "█" in screen.text
    screen.press("escape")
    assert isinstance(screen.app.screen, FamilyScreen)


def test_each_chart_has_a_tab_and_arrows_go_round(drive: Drive, store):
    screen = drive(store, "enter f5", lang="en")
    for title in ("Goals", "Life domains", "Scores", "Hours"):
        screen.press("right")
        assert title in screen.lines[1][screen.lines[1].index("[") : screen.lines[1].index("]")]
    screen.press("3")
    assert "[3 Life domains]" in screen.text
    bar = screen.app.screen.query_one(TabRow)
    screen.click((bar.region.x + 3, bar.region.y))
    assert "[1 Hours]" in screen.text


def test_a_score_that_was_just_given_is_drawn(drive: Drive, store):
    screen = drive(store, "enter f5 2", lang="en")
    desk = desk_of(store)
    goal = desk.load(KASTANJE).case.plan.goals[0]
    assert f"Not scored yet: {goal.title}" in " ".join(screen.text.split())
    score_goal(desk, KASTANJE, goal.id, 1)
    screen.do(lambda: screen.app.screen.show_family(desk_of(store).load(KASTANJE)))
    assert f"Not scored yet: {goal.title}" not in " ".join(screen.text.split())


def test_a_chart_becomes_a_file(drive: Drive, store, monkeypatch, tmp_path):
    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    screen = drive(store, "enter f5 p 1", lang="en")
    screen.wait_text("Made:")
    assert [one.name for one in tmp_path.glob("*.pdf")] == ["2026-05-11-hours-a-week.pdf"]


def test_at_the_kitchen_table_there_are_no_hours(drive: Drive, store):
    screen = drive(store, "enter f9 enter", lang="en")
    screen.wait_for(lambda: screen.app.together)
    screen.press("f5")
    assert isinstance(screen.app.screen, ChartsScreen)
    assert "Hours" not in screen.text
    assert "[1 Goals]" in screen.text
    screen.press("p")
    assert isinstance(screen.app.screen, ChartsScreen)
