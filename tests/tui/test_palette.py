"""Ctrl+P: what is typed is found, wherever it is, and opened where it stands."""

import time

import pytest
from driving import DUINROOS, KASTANJE, LARGE, desk_of

from fktui.tui.panels.program.palette import MOST, Choice, fitting, palette_lines
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.hidden import HiddenScreen
from fktui.tui.screens.program.palette import PaletteScreen
from fktui.tui.screens.program.settings import SettingsScreen
from fktui.tui.screens.today import TodayScreen
from fktui.usecases.plan.goals import add_goal


def search(screen, text: str):
    """Type it, and wait until the texts of all families were looked through."""
    return screen.press("ctrl+p").type(text).wait(0.3).wait_saved()


def labels(choices) -> list[str]:
    return [one.label for one in choices]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["Note a contact.", "Score the goals.", "Gezin Wulp"]),
        ("score", ["Score the goals."]),
        ("SCORE goa", ["Score the goals."]),
        ("goals the", ["Score the goals."]),  # in any order
        ("contact n", ["Note a contact."]),
        ("wulp", ["Gezin Wulp"]),
        ("duinroos", ["Gezin Wulp"]),  # by its id
        ("g", ["Gezin Wulp", "Score the goals."]),  # what begins with it goes first
        ("score wulp", []),
    ],
)
def test_every_typed_word_must_occur(typed, found):
    choices = [
        Choice("action", "contact", "Note a contact.", "c"),
        Choice("action", "score", "Score the goals.", "s"),
        Choice("family", DUINROOS, "Gezin Wulp", "active", DUINROOS),
    ]
    assert labels(fitting(choices, typed)) == found


def test_a_thousand_families_are_found_without_a_stutter():
    choices = [Choice("family", f"f-{n}", f"Gezin Nummer {n}", "active") for n in range(1_000)]
    start = time.perf_counter()
    for typed in ("g", "ge", "gez", "gezin 9", "gezin 99"):
        lines = palette_lines(fitting(choices, typed), 70)
    assert time.perf_counter() - start < 0.25
    assert len(lines) == len([n for n in range(1_000) if "99" in str(n)])
    assert len(palette_lines(choices, 70)) == MOST + 1


def test_empty_it_offers_what_is_used_most(drive, store):
    screen = drive(store, "ctrl+p", lang="en")
    shown = screen.app.screen.query_one("#found").lines
    assert [one.key for one in shown[:3]] == ["action::contact", "action::score", "action::goal"]
    assert "Note a contact." in screen.text
    assert "F1" in screen.text


def test_an_action_is_done_on_the_screen_it_was_asked_from(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("ctrl+p").type("note cont").press("enter")
    assert isinstance(screen.app.screen, FormScreen)
    screen.press("escape", "ctrl+p").type("hide the").press("enter")
    assert isinstance(screen.app.screen, HiddenScreen)
    screen.press("enter", "ctrl+p").type("colours, signs").press("enter")
    assert isinstance(screen.app.screen, SettingsScreen)


def test_every_form_of_a_family_is_there_once(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("ctrl+p")
    tasks = [one for one in screen.app.screen._choices if one.does == "task"]
    assert len({one.label for one in tasks}) == len(tasks)
    assert {"step.add", "consent.withdraw", "jim.choose", "agreement.add"} <= {
        one.what for one in tasks
    }
    screen.type("consent withdrawn").press("enter")
    assert isinstance(screen.app.screen, FormScreen)


def test_a_family_is_opened_by_its_name(drive, store):
    screen = drive(store, lang="en")
    search(screen, "wulp").press("enter")
    assert isinstance(screen.app.screen, FamilyScreen)
    assert screen.app.screen.case_id == DUINROOS
    screen.press("escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_a_family_that_was_helped_before_is_found_too(drive, store):
    screen = drive(store, lang="en")
    closed = {one.id for one in screen.app.session.families(("closed",)).lines}
    assert closed
    name = screen.app.session.families(("closed",)).lines[0].name
    search(screen, name.split()[-1]).press("enter")
    assert screen.app.screen.case_id in closed


def test_a_text_in_a_note_is_found_and_the_cursor_stands_on_it(drive, store):
    saved = add_goal(desk_of(store), KASTANJE, {"title": "Pannenkoeken op dinsdag"})
    screen = drive(store, lang="en", size=LARGE)
    search(screen, "pannenkoeken").press("enter")
    assert isinstance(screen.app.screen, FamilyScreen)
    assert screen.app.screen.case_id == KASTANJE
    assert screen.app.screen.panel.id == "goals"
    assert screen.app.screen.main.at.key == saved.act.record


def test_a_tab_of_the_family_that_is_open(drive, store):
    screen = drive(store, "enter", lang="en")
    screen.press("ctrl+p").type("tab goals").press("enter")
    assert screen.app.screen.panel.id == "goals"


def test_nothing_is_found_and_esc_goes_back(drive, store):
    screen = drive(store, lang="en")
    search(screen, "qqqxyz")
    assert isinstance(screen.app.screen, PaletteScreen)
    screen.press("enter")
    assert isinstance(screen.app.screen, PaletteScreen)
    screen.press("escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_over_a_form_there_are_only_its_own_actions(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c")
    search(screen, "wulp")
    assert "Gezin Wulp" not in "".join(screen.lines[2:12])
    screen.press(*["backspace"] * 4).type("save what").press("enter").wait_saved()
    assert isinstance(screen.app.screen, TodayScreen)


def test_what_was_typed_on_is_not_overtaken_by_an_earlier_search(drive, store):
    screen = drive(store, lang="en")
    screen.press("ctrl+p").type("wulp")
    palette = screen.app.screen
    screen.do(lambda: palette._found("wul", []))
    assert palette._texts == [] or palette._typed == "wulp"
    screen.press("escape")
    screen.do(lambda: palette._found("wulp", []))


@pytest.mark.parametrize("typed", ['"', "* OR (", "[bold]x", "é", "x" * 300])
def test_odd_letters_do_no_harm(drive, store, typed):
    screen = drive(store, "ctrl+p", lang="en")
    screen.paste(typed).wait(0.4).wait_saved()
    assert isinstance(screen.app.screen, PaletteScreen)


def test_the_mouse_chooses(drive, store):
    screen = drive(store, lang="en")
    search(screen, "wulp").click("Gezin Wulp", times=2)
    assert isinstance(screen.app.screen, FamilyScreen)
