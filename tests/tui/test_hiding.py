"""Hiding: nothing to be seen, nothing lost, and a key that does nothing else."""

import pytest
from driving import DUINROOS, desk_of

from fktui.errors import WrongUse
from fktui.settings import Settings
from fktui.tui import hiding
from fktui.tui.console.terminal import TerminalApp
from fktui.tui.forms.form import Done
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.hidden import HiddenScreen
from fktui.tui.screens.today import TodayScreen

SAID = "Hidden. Enter goes on."


def only_the_sentence(screen) -> bool:
    return screen.text.split() == SAID.split()


def test_f8_hides_and_only_what_is_meant_shows_it_again(drive, store):
    screen = drive(store, "f8", lang="en")
    screen.type("quc 1 Vermoeden.").paste("geplakt\n").press("escape", "tab", "f1", "ctrl+p", "f9")
    screen.click((3, 3)).wheel(3, 3)
    assert only_the_sentence(screen)
    screen.press("enter")
    assert isinstance(screen.app.screen, TodayScreen)
    assert "Vermoeden" not in screen.text
    screen.press("f8", "f8")
    assert isinstance(screen.app.screen, TodayScreen)
    screen.press("f8").click("Enter goes on")
    assert isinstance(screen.app.screen, TodayScreen)


def test_the_key_that_the_coach_chose_to_hide_shows_it_too(drive, store):
    screen = drive(store, "f7", lang="en", settings=Settings(keys={"hide": "f7"}))
    assert only_the_sentence(screen)
    screen.press("f8")
    assert only_the_sentence(screen)
    screen.press("f7")
    assert isinstance(screen.app.screen, TodayScreen)


def test_a_form_stays_open_with_what_was_typed_and_nothing_more(drive, store):
    screen = drive(store, "c 1 , 5 f8", lang="en")
    assert only_the_sentence(screen)
    screen.type("xyz").press("enter")
    assert isinstance(screen.app.screen, FormScreen)
    assert "1,5" in screen.text
    screen.press("escape")
    kept = "".join(one.read_text() for one in (store / ".fk" / "drafts").glob("form-*.json"))
    assert "1,5" in kept
    assert "xyz" not in kept


def test_leaving_a_hidden_screen_shows_nothing_and_keeps_what_was_typed(drive, store):
    screen = drive(store, "c 1 , 5 f8", lang="en")
    screen.press("ctrl+q")
    assert screen.app._exit
    kept = "".join(one.read_text() for one in (store / ".fk" / "drafts").glob("form-*.json"))
    assert "1,5" in kept


def test_ctrl_c_says_in_the_language_of_the_coach_how_to_leave(drive, store):
    screen = drive(store, "ctrl+c", lang="en").wait_text("Ctrl+Q leaves fk")
    assert "[b]" not in screen.text


@pytest.mark.parametrize(("minutes", "away", "hides"), [("", 5, 1), ("", 4, 0), ("0", 500, 0)])
def test_it_hides_by_itself_when_nobody_touches_anything(drive, store, minutes, away, hides):
    screen = drive(store, lang="en", settings=Settings(idle_minutes=minutes))
    screen.press("down")
    screen.app._touched -= away * hiding.MINUTE
    screen.do(screen.app.look_idle)
    assert isinstance(screen.app.screen, HiddenScreen) is bool(hides)


@pytest.mark.parametrize("touch", ["key", "mouse", "paste"])
def test_whoever_touches_something_is_there(drive, store, touch):
    screen = drive(store, lang="en")
    screen.app._touched -= 10 * hiding.MINUTE
    if touch == "key":
        screen.press("down")
    elif touch == "mouse":
        screen.drag((5, 5), (6, 6))
    else:
        screen.paste("x")
    screen.do(screen.app.look_idle)
    assert isinstance(screen.app.screen, TodayScreen)


def test_the_clock_is_looked_at_by_itself(drive, store, monkeypatch):
    monkeypatch.setattr(hiding, "EVERY", 0.05)
    monkeypatch.setattr(hiding, "MINUTE", 0.05)
    screen = drive(store, lang="en")
    screen.wait_for(lambda: isinstance(screen.app.screen, HiddenScreen))
    assert only_the_sentence(screen)


def test_what_is_saved_meanwhile_is_told_afterwards(drive, store):
    screen = drive(store, "f8", lang="en")
    screen.do(lambda: screen.app._ended(screen.app._saved, Done("Contact noted", DUINROOS)))
    screen.wait(0.2)
    assert only_the_sentence(screen)
    screen.press("enter").wait_text("Contact noted")


def test_a_form_that_is_refused_does_not_come_over_the_hidden_screen(drive, store):
    screen = drive(store, "f8", lang="en")
    told = []
    refused = WrongUse("nothing-changed")
    screen.do(lambda: screen.app._ended(lambda error: told.append(error.code), refused))
    assert told == []
    assert only_the_sentence(screen)
    screen.press("enter").settle()
    assert told == ["nothing-changed"]


def test_the_window_is_called_fk_and_nothing_else(drive, store, monkeypatch):
    screen = drive(store, "enter", lang="en")
    assert (screen.app.title, screen.app.sub_title) == ("fk", "")
    written = []
    monkeypatch.setattr(screen.app._driver, "write", written.append)
    monkeypatch.setattr(type(screen.app), "is_headless", False)
    monkeypatch.setattr(screen.app, "set_interval", lambda *_told: None)
    TerminalApp.on_mount(screen.app)
    monkeypatch.undo()
    assert written == ["\x1b]2;fk\x1b\\"]


def test_ctrl_q_leaves_and_keeps_what_was_typed(drive, store):
    screen = drive(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c").type("3")
    screen.press("ctrl+q")
    assert list((store / ".fk" / "drafts").glob("form-*.json"))
    assert desk_of(store).load(DUINROOS)
