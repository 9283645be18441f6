"""Every screen in every look: sizes, colours, signs, languages."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from driving import DUINROOS, SMALL, Drive, Driven
from rich.cells import cell_len
from test_golden import SCREENS, picture_of

from fktui.settings import Settings
from fktui.tui.forms.table import TASKS
from fktui.tui.themes import CONTRAST, DARK, LIGHT, SIXTEEN
from fktui.words import language

TINY, HUGE = (40, 15), (200, 60)


def walk(screen: Driven) -> Iterator[tuple[str, str]]:
    """Every picture of the golden screens, by its name."""
    for name, one in SCREENS.items():
        yield name, picture_of(screen, one)


@pytest.mark.parametrize("size", [TINY, HUGE], ids=str)
def test_every_screen_fits_a_window_of_any_size(drive: Drive, store: Path, size) -> None:
    screen = drive(store, size=size)
    for name, text in walk(screen):
        lines = text.splitlines()
        assert len(lines) == size[1], name
        assert max(map(cell_len, lines)) <= size[0], name


def test_a_window_that_changes_its_size_keeps_what_is_done(drive: Drive, store: Path) -> None:
    screen = drive(store, "c 1", lang="en")
    for size in (TINY, HUGE, (30, 8), (120, 40), (10, 4), SMALL):
        screen.resize(*size)
    assert "Note a contact" in screen.text
    screen.press("escape", "enter", "2", "down")
    for size in (TINY, HUGE, (30, 8), (120, 40), (1, 1), SMALL):
        screen.resize(*size)
        assert screen.screen.main.at is not None
    assert any(line.startswith("►") for line in screen.lines)


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST, SIXTEEN, "", "no-such-theme"])
def test_the_words_are_the_same_in_every_theme(drive: Drive, store: Path, theme: str) -> None:
    usual = drive(store, "enter 2").text
    assert drive(store, "enter 2", settings=Settings(theme=theme)).text == usual


def test_without_colours_all_is_still_said(drive: Drive, store: Path, monkeypatch) -> None:
    usual = drive(store, "enter 2 c").text
    monkeypatch.setenv("NO_COLOR", "1")
    screen = drive(store, "enter 2 c")
    assert screen.text == usual
    colours = {
        triplet
        for strip in screen.strips
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None and (triplet := colour.triplet) is not None
    }
    assert all(colour.red == colour.green == colour.blue for colour in colours)


def test_what_is_late_or_chosen_is_said_by_a_sign(drive: Drive, store: Path) -> None:
    """The marks of `lines` are there in plain text: no meaning hangs on a colour."""
    screen = drive(store)
    rows = [line for line in screen.lines if "Gezin" in line][1:]
    assert any(line.startswith("►") for line in screen.lines)
    assert {line[1] for line in rows} <= set("!√×► ")
    assert any("!" in line[:3] for line in rows)


# --- words ---------------------------------------------------------------------------------------


@contextmanager
def listening() -> Iterator[set[str]]:
    """The sentences that are asked for in Dutch and are not in the catalogue."""
    asked: set[str] = set()
    catalogue = language._voice.spoken.catalogue
    assert isinstance(catalogue, gettext.GNUTranslations)
    known = catalogue._catalog  # type: ignore[attr-defined]
    usual = catalogue.gettext

    def gettext_of(message: str) -> str:
        if message not in known:
            asked.add(message)
        return usual(message)

    catalogue.gettext = gettext_of  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        del catalogue.gettext


def test_every_screen_and_every_form_has_its_dutch_words(drive: Drive, store: Path) -> None:
    screen = drive(store, lang="nl")
    with listening() as missing:
        for _name, _text in walk(screen):
            pass
        screen.do(lambda: screen.app.open_family(DUINROOS))
        forms = len(screen.app.screen_stack)
        for task in TASKS:
            screen.do(lambda what=task: screen.app.ask(what, DUINROOS))
            while len(screen.app.screen_stack) > forms:
                screen.do(screen.app.pop_screen)
            screen.do(screen.app.clear_notifications)
    assert sorted(missing) == []


def test_listening_hears_what_is_missing() -> None:
    language.use("nl")
    with listening() as missing:
        language._("A sentence that nobody translated.")
        language._("Today")
    assert missing == {"A sentence that nobody translated."}
