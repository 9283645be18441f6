"""The family screen at work: what a, e, x, Enter and Esc do with the record under the cursor."""

from pathlib import Path

import pytest
from driving import (
    DUINROOS,
    KASTANJE,
    KWIKSTAART,
    LARGE,
    MEIDOORN,
    Drive,
    desk_of,
    git_log,
    read_yaml,
)

from fktui.model.case import KINDS, find
from fktui.tui.family import Shown
from fktui.tui.panels import safety
from fktui.tui.panels.table import PANELS, Spot, short_titles, spot_of, tab_of
from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.form import FormScreen
from fktui.words.language import _


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


def test_a_on_the_overview_begins_with_what_is_added_most(drive: Drive, store):
    screen = drive(store, "enter a")
    rows = screen.app.screen.query_one("#rows").lines
    assert [one.key for one in rows[:3]] == ["contact", "goal", "step.add"]
    headings = [one.text for one in rows if not one.key]
    assert headings[:2] == ["Doelen", "Contacten"]
    offered = [one.key for one in rows if one.key]
    assert len(offered) == len(set(offered))
    screen.press("1")
    assert form_of(screen).id == "contact.add"


def test_letters_find_what_can_be_added_and_esc_shows_all_again(drive: Drive, store):
    screen = drive(store, "enter a").type("hulpvr")
    assert [one.key for one in screen.app.screen.query_one("#rows").lines] == ["help_request.add"]
    screen.press("backspace", "escape")
    assert len(screen.app.screen.query_one("#rows").lines) > 20
    screen.type("geen zo").press("enter")
    assert isinstance(screen.app.screen, ChooserScreen), "nothing fits, so nothing is chosen"
    screen.press("escape").type("eigen w").press("1")
    assert form_of(screen).id == "statement.add"


def test_a_on_safety_offers_what_can_be_done_now(drive: Drive, store):
    desk = desk_of(store)
    assert not desk.load(KASTANJE).case.safety.plans
    shown = Shown(desk, desk.load(KASTANJE))
    assert safety.offers(shown) == ("scaling.add", "safety.new", "reporting_code.open")
    with_plan = next(c for c in (DUINROOS, MEIDOORN, KWIKSTAART) if desk.load(c).case.safety.plans)
    offered = safety.offers(Shown(desk, desk.load(with_plan)))
    assert offered[:2] == ("scaling.add", "safety.signal")
    assert set(offered) <= set(safety.PANEL.adds)
    screen = drive(store, "enter 6 a")
    assert len(screen.app.screen.query_one("#rows").lines) == 3


def test_what_more_asks_for_attention_is_shown_by_enter(drive: Drive, store):
    screen = drive(store, "enter")
    family = screen.app.screen
    before = [one for one in family.main.lines if one.kind == "due"]
    assert family.main.go_to("more")
    screen.press("enter")
    after = [one for one in family.main.lines if one.kind == "due"]
    assert len(after) > len(before) + 1
    assert not family.main.go_to("more")


def test_what_was_shown_by_enter_stays_shown_when_the_family_is_read_again(drive: Drive, store):
    screen = drive(store, "enter")
    family = screen.app.screen
    assert family.main.go_to("more")
    screen.press("enter")
    shown = [one.text for one in family.main.lines]
    screen.do(lambda: family.show_family(desk_of(store).load(KASTANJE)))
    assert [one.text for one in family.main.lines] == shown


def test_what_is_late_is_said_once(drive: Drive, store):
    screen = drive(store, "enter", size=LARGE)
    assert screen.text.count("Het plan bespreken") == 1
    assert "Het plan had uiterlijk" not in screen.text


def test_enter_on_what_is_due_beside_the_goals_goes_there_too(drive: Drive, store):
    screen = drive(store, "enter", size=LARGE)
    family = screen.app.screen
    late = next(one for one in family.beside.lines if one.key == "plan-due")
    family.beside.focus()
    assert family.beside.go_to(late.key)
    screen.settle().press("enter")
    assert screen.app.screen is family
    assert family.panel.id == "goals"


def test_e_on_what_is_no_record_says_that_enter_goes_to_it(drive: Drive, store):
    screen = drive(store, "enter")
    screen.app.screen.main.go_to("plan-due")
    screen.press("e").settle()
    assert isinstance(screen.app.screen, FamilyScreen)
    assert any("Enter" in one.message for one in screen.app._notifications)


def test_s_scores_all_goals_wherever_the_cursor_stands(drive: Drive, store, goals_of):
    form = form_of(drive(store, "enter s"))
    assert len([one for one in form.fields if one.name.startswith("g-")]) == len(goals_of)


def test_the_line_that_was_saved_is_not_under_what_is_said_about_it(drive: Drive, store):
    screen = drive(store, "enter c 1 enter ctrl+s").wait_saved()
    main = screen.app.screen.main
    assert main.at.kind == "contact"
    assert main.cursor - main.scroll_offset.y < main.size.height - 3
    assert "11 mei" in screen.lines[main.region.y + main.cursor - int(main.scroll_offset.y)]


def test_a_document_that_is_taken_back_leaves_its_file_and_says_where(
    drive: Drive, store, tmp_path, monkeypatch
):
    monkeypatch.setenv("HOME", str(tmp_path))
    screen = drive(store, "enter p enter", size=LARGE).press("ctrl+s").wait_saved()
    made = Path(screen.app.made)
    screen.press("u").wait_saved()
    assert not screen.entries(KASTANJE, "documents")
    assert made.is_file()
    assert made.is_relative_to(tmp_path)
    told = [one.message for one in screen.app._notifications]
    assert any(str(made) in one for one in told), told


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


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_each_tab_can_be_read_in_80_columns(drive: Drive, store, lang):
    screen = drive(store, "enter", lang=lang)
    assert len(short_titles()) == len(PANELS)
    for place in range(len(PANELS)):
        screen.press(str((place + 1) % 10))
        row = next(one for one in screen.lines if "[" in one and "]" in one)
        assert _(PANELS[place].title) in row
        words = [one for one in row.replace("[", " ").replace("]", " ").split() if one.isalpha()]
        assert len(words) == len(PANELS)
        assert min(map(len, words)) >= 3
    assert len(row) <= 80


def test_what_is_inside_a_record_goes_to_that_record_where_it_is_not_shown(store):
    desk = desk_of(store)
    loaded = desk.load(DUINROOS)
    goal = loaded.case.plan.goals[0]
    shown = Shown(desk, loaded)
    assert spot_of(shown, goal.scores[0].id) == Spot("goals", (goal.scores[0].id, goal.id))
    assert spot_of(shown, "plan-due") == Spot("people")
    assert find(loaded.case, goal.scores[0].id).parent is goal
