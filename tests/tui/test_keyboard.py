"""Who types faster than the screen answers types in the right place all the same."""

import time
from pathlib import Path

import pytest
from driving import DUINROOS, KASTANJE, Drive, Driven
from textual import events

from fktui.tui.screens.today import TodayScreen

CONTACT = ("c", "1", "comma", "5", "enter", *"udfq", "space", *"Fenna", "ctrl+s")


@pytest.fixture
def today(drive: Drive, store: Path) -> Driven:
    return drive(store, lang="en")


def test_a_contact_in_one_rush(today: Driven) -> None:
    before = today.git_log(KASTANJE)
    today.rush(*CONTACT).wait_for(lambda: isinstance(today.screen, TodayScreen)).wait_saved()
    fields, body = today.entries(KASTANJE, "contacts")[-1]
    assert body == "udfq Fenna"
    assert fields["hours"] == "1.5"
    assert len(today.git_log(KASTANJE)) == len(before) + 1


def test_the_cursor_has_moved_before_the_form_opens(today: Driven) -> None:
    before = today.git_log(KASTANJE)
    today.rush("down", *CONTACT).wait_for(lambda: isinstance(today.screen, TodayScreen))
    today.wait_saved()
    assert today.entries(DUINROOS, "contacts")[-1][1] == "udfq Fenna"
    assert today.git_log(KASTANJE) == before


def test_keys_after_a_form_are_for_the_screen_below_it(today: Driven) -> None:
    today.rush("c", "1", "escape", "down", "enter", "2")
    today.wait_for(lambda: getattr(today.screen, "case_id", "") == DUINROOS)
    today.wait_for(lambda: today.screen.panel.id == "goals")


def test_a_paste_waits_its_turn(today: Driven) -> None:
    today._send(
        *(events.Key(key, key if len(key) == 1 else None) for key in ("c", "1", "enter")),
        events.Paste("one\ntwo"),
        events.Key("ctrl+s", None),
    )
    today.wait_for(lambda: isinstance(today.screen, TodayScreen)).wait_saved()
    assert today.entries(KASTANJE, "contacts")[-1][1] == "one\ntwo"


def test_a_screen_that_goes_away_holds_no_key_up(today: Driven) -> None:
    """Patience is for a screen that never answers; leaving one must not need it."""
    began = time.monotonic()
    for _turn in range(3):
        today.rush("c", "escape", "enter", "escape")
    today.rush("down").wait_for(lambda: today.screen.case_id == DUINROOS)
    assert not today.app._ahead
    assert time.monotonic() - began < 12 * 2


def test_a_long_text_comes_in_order(today: Driven) -> None:
    text = "abcdefghijklmnopqrstuvwxyz" * 10
    today.rush("c", "1", "enter", *text).wait_for(lambda: not today.app._ahead)
    today.press("ctrl+s").wait_saved()
    assert today.entries(KASTANJE, "contacts")[-1][1] == text
