"""F2: what is chosen works at once, everywhere, and is there the next time."""

import pytest
from driving import DUINROOS, LARGE

from fktui.settings import Settings, config_file, read_settings
from fktui.tui.keys import ACTIONS, BY_ID
from fktui.tui.lines import one_line, spark, use_signs
from fktui.tui.panels.program.settings import FIXED, clash
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.program.settings import SettingsScreen
from fktui.tui.screens.today import TodayScreen
from fktui.words import language


@pytest.fixture(autouse=True)
def all_signs():
    yield
    use_signs(plain=False)


def at_key(screen, action: str):
    """The cursor on the line of a key."""
    assert screen.app.screen.lines.go_to(f"keys.{action}")
    return screen


def test_the_language_changes_at_once_and_everywhere(drive, store):
    screen = drive(store, "f2", lang="en")
    assert "[English]" in screen.text
    screen.press("left")
    assert "[Nederlands]" in screen.text
    assert language.current() == "nl"
    assert read_settings().language == "nl"
    screen.press("escape")
    assert "Hierna" in screen.text
    screen.press("f2", "right", "escape")
    assert "Next" in screen.text


def test_a_form_keeps_what_was_typed_in_another_language(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c", "1", ",", "5", "enter").type("Dit blijft staan")
    assert "today" in screen.text
    screen.press("f2", "left", "escape").settle()
    assert isinstance(screen.app.screen, FormScreen)
    assert "vandaag" in screen.text
    assert "1,5" in screen.text
    assert "Dit blijft staan" in screen.text
    screen.type("!").press("ctrl+s").wait_saved()
    fields, body = screen.entries(DUINROOS, "contacts")[-1]
    assert (fields["hours"], body) == ("1.5", "Dit blijft staan!")


@pytest.mark.parametrize("turns", range(4))
def test_every_theme_can_be_worn(drive, store, turns):
    screen = drive(store, ["f2", "down", *["right"] * turns, "escape", "enter"], lang="en")
    assert read_settings().theme == (screen.app.theme if turns else "")
    screen.press("escape", "c", "escape", "f1", "escape", "ctrl+p", "escape")
    assert isinstance(screen.app.screen, TodayScreen)


def test_plain_signs_take_the_place_of_decoration(drive, store):
    screen = drive(store, lang="en", size=LARGE)
    assert set("▁▂▃▄▅▆▇█") & set(screen.text)
    screen.press("f2", "down", "down", "right")
    assert read_settings().signs == "plain"
    # A bar of Textual's own, at the right of a list, is drawn in eighths of a cell.
    bar = next(one for one in screen.app.screen.query("LineList")).region.right - 1
    beside_the_bar = "".join(line[:bar] for line in screen.lines)
    assert not set("▁▂▃▅▆▇█╭╮╰╯") & set(beside_the_bar)
    screen.press("escape")
    assert not set("▁▂▃▄▅▆▇█") & set(screen.text)
    screen.press("f1")
    assert "╭" not in screen.text
    assert "┌" in screen.text


def test_each_plain_sign_is_as_wide_as_what_it_replaces():
    decoration = "⠿⠀★▁▂▃▄▅▆▇█░╭╮╰╯"
    use_signs(plain=True)
    shown = one_line(decoration + "■ □ · ≈ × √ ! ► ◄ ▲ ▼ é 你")
    assert len(shown) == len(decoration + "■ □ · ≈ × √ ! ► ◄ ▲ ▼ é 你")
    assert shown.endswith("■ □ · ≈ × √ ! ► ◄ ▲ ▼ é 你")
    assert not set(shown) & set("⠿★▁▂▃▄▅▆▇█░╭╮╰╯")
    use_signs(plain=False)
    assert one_line(decoration) == decoration
    assert spark((0, 10), 0, 10) == "▁█"


def test_the_minutes_before_it_hides(drive, store):
    screen = drive(store, "f2 down down down", lang="en")
    screen.press("right")
    assert (read_settings().idle_minutes, screen.app.idle_minutes) == ("10", 10)
    screen.press(*["left"] * 4)
    assert (read_settings().idle_minutes, screen.app.idle_minutes) == ("0", 0)
    assert "[never]" in screen.text


def test_a_key_of_ones_own_works_at_once_and_the_bar_says_it(drive, store):
    screen = drive(store, "f2", lang="en")
    at_key(screen, "contact").press("enter", "k")
    assert read_settings().keys == {"contact": "k"}
    screen.press("escape")
    assert " k contact" in screen.text
    screen.press("c")
    assert isinstance(screen.app.screen, TodayScreen)
    screen.press("k")
    assert isinstance(screen.app.screen, FormScreen)
    screen.press("escape", "f2")
    at_key(screen, "contact").press("backspace")
    assert read_settings().keys == {}
    screen.press("escape", "c")
    assert isinstance(screen.app.screen, FormScreen)


def test_a_key_that_is_there_already_is_said_and_not_given(drive, store):
    screen = drive(store, "f2", lang="en")
    at_key(screen, "contact").press("enter", "s")
    assert "s is already there for: Score the goals." in " ".join(screen.text.split())
    assert read_settings().keys == {}
    screen.press("enter", "3")
    assert "3 always means the same" in screen.text
    screen.press("enter", "escape")
    assert isinstance(screen.app.screen, SettingsScreen)
    assert read_settings().keys == {}


@pytest.mark.parametrize(
    ("action", "key", "fits"),
    [
        ("contact", "k", True),
        ("contact", "f", False),  # the next phase, on the same screens
        ("contact", "f1", False),  # anywhere
        ("save", "k", False),  # a letter to type
        ("save", "ctrl+k", True),
        ("save", "f5", True),
        ("readers", "s", False),
        ("hide", "escape", False),
        ("new_case", "a", True),  # adding is only in a family
        ("add", "m", True),
        ("help", "f1,question_mark", True),
    ],
)
def test_which_key_fits(action, key, fits):
    assert (clash(action, key, {}) == "") is fits


def test_keys_as_they_are_do_not_clash():
    for one in ACTIONS:
        if one.key not in FIXED:
            assert clash(one.id, one.key, {}) == "", one.id


def test_a_key_that_was_given_away_is_free(drive):
    assert clash("goal", "s", {"score": "k"}) == ""
    assert clash("goal", "k", {"score": "k"}) != ""


def test_the_editor_is_typed(drive, store):
    screen = drive(store, "f2", lang="en")
    assert screen.app.screen.lines.go_to("editor")
    screen.press("enter").type("code --wait").press("enter")
    assert read_settings().editor == "code --wait"
    assert isinstance(screen.app.screen, SettingsScreen)
    screen.press("enter").type("xx").press("escape")
    assert read_settings().editor == "code --wait"


def test_settings_that_are_wrong_in_the_file_stop_nobody(drive, store):
    odd = Settings(theme="pink", signs="?", idle_minutes="soon", keys={"nothing": "k"})
    screen = drive(store, "f2 right", lang="en", settings=odd)
    assert isinstance(screen.app.screen, SettingsScreen)
    assert screen.app.idle_minutes == 5
    assert "keys" in config_file().read_text(encoding="utf-8")
    assert "contact" in BY_ID


def test_the_mouse_can_choose_too(drive, store):
    screen = drive(store, "f2", lang="en")
    screen.click("Signs").click("Signs")
    assert read_settings().signs == "plain"
