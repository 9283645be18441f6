"""F1: what the keys do here, and how what has the focus is typed."""

import pytest
from driving import DUINROOS, LARGE

from fktui.settings import Settings
from fktui.tui.keys import BY_ID
from fktui.tui.lines import use_signs
from fktui.tui.panels.program.help import LIST_KEYS, help_lines
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.program.help import HelpScreen
from fktui.tui.screens.today import TodayScreen
from fktui.words.language import _


def flat(screen) -> str:
    return " ".join(screen.text.replace("│", " ").split())


@pytest.mark.parametrize("key", ["f1", "question_mark"])
def test_help_says_every_key_of_the_screen(drive, store, key):
    screen = drive(store, lang="en", size=(100, 70))
    actions = screen.app.screen.actions()
    screen.press(key)
    assert isinstance(screen.app.screen, HelpScreen)
    for one in actions:
        assert _(one.help) in flat(screen), one.id
    for title in ("What you do here", "Moving", "The program"):
        assert title in screen.text
    screen.press("escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_what_does_not_work_here_is_not_said(drive, store):
    screen = drive(store, "f1", lang="en", size=(100, 70))
    assert BY_ID["save"].help not in flat(screen)
    assert BY_ID["new_case"].help in flat(screen) or not hasattr(TodayScreen, "action_new_case")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("hours", "1,5 or 1.5 or 1u30"),
        ("on", "tomorrow, mon to sun, 15, 11 May, 11-5-2026"),
        ("kind", "Type the first letters of one of these:"),
        ("present", "with commas between them"),
        ("body", "F4 gives it the whole screen"),
    ],
)
def test_in_a_form_it_says_how_the_field_is_typed(drive, store, field, said):
    screen = drive(store, lang="en", size=LARGE)
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c")
    screen.do(lambda: screen.app.screen._go(field))
    screen.press("f1")
    assert said in flat(screen)
    assert "Save what was typed." in flat(screen)
    screen.press("escape")
    assert isinstance(screen.app.screen, FormScreen)


def test_a_question_mark_is_a_letter_in_a_form(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c", "f4").type("Hoe nu?")
    assert isinstance(screen.app.screen, FormScreen)
    assert "Hoe nu?" in screen.text
    screen.press("f1")
    assert "F1 ?" not in screen.text


def test_a_key_of_ones_own_is_the_one_that_is_said(drive, store):
    own = Settings(keys={"contact": "k"})
    screen = drive(store, "f1", lang="en", size=LARGE, settings=own)
    assert any(line.split()[1:3] == ["k", "Note"] for line in screen.lines if "Note a" in line)


def test_it_scrolls_in_a_small_window_and_fits_it(drive, store):
    screen = drive(store, "f1", lang="nl")
    before = screen.text
    screen.press("pagedown", "down")
    assert screen.text != before
    screen.resize(40, 12).resize(120, 40)
    assert isinstance(screen.app.screen, HelpScreen)


def test_lines_are_no_wider_than_they_may_be():
    use_signs(plain=False)
    lines = help_lines(["x " * 90], BY_ID.values(), {}, LIST_KEYS, 40)
    assert max(len(one.text) for one in lines) <= 42
