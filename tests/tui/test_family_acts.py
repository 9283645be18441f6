"""The family screen at work: what a, e, x, Enter and Esc do with the record under the cursor."""

import pytest
from driving import DUINROOS, KASTANJE, LARGE, Drive, desk_of, git_log, read_yaml

from fktui.model.case import KINDS, find
from fktui.tui.family import Shown
from fktui.tui.panels.table import PANELS, Spot, spot_of, tab_of
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.form import FormScreen


def form_of(screen):
    assert isinstance(screen.app.screen, FormScreen), screen.text
    return screen.app.screen.form


@pytest.fixture
def goals_of(store):
    """The goals of the family that the cursor stands on first."""
    return desk_of(store).load(KASTANJE).case.plan.goals


def test_e_changes_the_record_under_the_cursor(drive: Drive, store, goals_of):
    screen = drive(store, "enter 2 e")
    assert form_of(screen).id == "goal.edit"
    assert form_of(screen).field("title").text == goals_of[0].title


def test_in_the_record_beside_it_e_changes_what_is_inside(drive: Drive, store, goals_of):
    screen = drive(store, "enter 2 enter", size=LARGE)
    screen.app.screen.beside.go_to(goals_of[0].steps[1].id)
    screen.press("e")
    assert form_of(screen).id == "step.edit"
    assert form_of(screen).field("what").text == goals_of[0].steps[1].what


def test_enter_in_the_record_changes_it_too(drive: Drive, store):
    screen = drive(store, "enter 2 enter enter", size=LARGE)
    assert form_of(screen).id == "goal.edit"


def test_enter_goes_into_the_record_and_esc_back_to_the_list_and_then_out(drive: Drive, store):
    screen = drive(store, "enter 2 enter")
    family = screen.app.screen
    assert family.beside.has_focus
    screen.press("escape")
    assert family.main.has_focus
    assert screen.app.screen is family
    screen.press("escape")
    assert not isinstance(screen.app.screen, FamilyScreen)


def test_the_record_is_read_from_its_top(drive: Drive, store, goals_of):
    screen = drive(store, "enter 2")
    beside = screen.app.screen.beside
    assert beside.scroll_offset.y == 0
    assert goals_of[0].id in beside.lines[0].text
    screen.press("enter")
    assert beside.scroll_offset.y == 0
    screen.press("end", "escape", "down")
    assert beside.scroll_offset.y == 0


def test_enter_on_what_is_due_goes_to_the_tab_that_shows_it(drive: Drive, store):
    screen = drive(store)
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("enter")
    family = screen.app.screen
    due = family.shown.glance.due
    step = next(one for one in (*due.overdue, *due.coming) if one.code == "step-due")
    family.main.go_to(step.record)
    screen.press("enter")
    assert family.panel.id == "goals"
    assert family.main.at.key == step.record


def test_enter_in_a_narrow_overview_goes_to_the_tab_of_the_record(drive: Drive, store, goals_of):
    screen = drive(store, "enter enter")
    family = screen.app.screen
    assert (family.panel.id, family.main.at.key) == ("goals", goals_of[0].id)


def test_a_filter_does_not_hide_what_enter_goes_to(drive: Drive, store, goals_of):
    screen = drive(store, "enter slash").type(goals_of[1].title[:5]).press("enter", "enter")
    family = screen.app.screen
    assert family.main.at.key == goals_of[1].id
    assert goals_of[0].title[:10] in screen.text


def test_a_asks_what_when_there_is_more_and_a_number_answers(drive: Drive, store):
    screen = drive(store, "enter 2 a")
    assert isinstance(screen.app.screen, ChooserScreen)
    screen.press("3")
    assert form_of(screen).id == "agreement.add"


def test_the_chooser_stands_on_the_kind_under_the_cursor(drive: Drive, store):
    screen = drive(store, "enter 2 down a")
    screen.press("enter")
    assert form_of(screen).id == "step.add"
    screen.press("escape", "a", "escape")
    assert isinstance(screen.app.screen, FamilyScreen)


def test_x_lets_it_end_after_asking_and_u_takes_it_back(drive: Drive, store, goals_of):
    before = read_yaml(store, KASTANJE, "plan.yaml")
    screen = drive(store, "enter 2 x ctrl+s").wait_saved()
    assert read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["status"] == "reached"
    screen.press("u").wait_saved()
    assert read_yaml(store, KASTANJE, "plan.yaml") == before
    assert len(git_log(store, KASTANJE)) > 2


def test_x_on_what_does_not_end_says_so(drive: Drive, store):
    before = git_log(store, KASTANJE)
    screen = drive(store, "enter 3 x").wait_saved()
    assert isinstance(screen.app.screen, FamilyScreen)
    assert "Contact" in screen.text or "contact" in screen.text
    assert git_log(store, KASTANJE) == before


def test_every_kind_of_record_is_shown_on_some_tab():
    assert [kind for kind in KINDS if not tab_of(kind)] == []
    assert {tab_of(kind) for kind in KINDS} <= {panel.id for panel in PANELS}


def test_what_is_inside_a_record_goes_to_that_record_where_it_is_not_shown(store):
    desk = desk_of(store)
    loaded = desk.load(DUINROOS)
    goal = loaded.case.plan.goals[0]
    shown = Shown(desk, loaded)
    assert spot_of(shown, goal.scores[0].id) == Spot("goals", (goal.scores[0].id, goal.id))
    assert spot_of(shown, "plan-due") == Spot("people")
    assert find(loaded.case, goal.scores[0].id).parent is goal
