"""The families stand on the terminal before Textual is there, in the places where it puts them."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from driving import LARGE, NOW, SMALL, desk_of

from fktui.settings import Settings
from fktui.store.places import Places
from fktui.tui.at_once import ENTER, LEAVE, show_families
from fktui.tui.session import Session
from fktui.words import language


def shown(store: Path, size: tuple[int, int], monkeypatch) -> list[str]:
    """What is written, row by row."""
    monkeypatch.setenv("COLUMNS", str(size[0]))
    monkeypatch.setenv("LINES", str(size[1]))
    session = Session(Places(store), lambda: desk_of(store), lambda: NOW, Settings())
    out = io.StringIO()
    if not show_families(session, out):
        assert out.getvalue() == ""
        return []
    text = out.getvalue()
    assert text.startswith(ENTER)
    text = text.removeprefix(ENTER)
    assert not re.search(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", text)
    return [row.rstrip() for row in text.split("\r\n")]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=str)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_it_is_what_the_screen_shows_a_moment_later(drive, store, monkeypatch, size, lang):
    screen = drive(store, size=size, lang=lang, mine=True)
    language.use(lang)
    rows = shown(store, size, monkeypatch)
    title, *families = screen.lines[: len(rows)]
    assert title.startswith(rows[0])
    assert len(families) == 3
    without_new = [
        re.sub(r"\d+ (nieuw|new)", lambda new: " " * len(new[0]), one) for one in families
    ]
    assert [one.replace("►", " ").rstrip() for one in without_new] == rows[1:]


def test_before_anything_was_read_nothing_is_written(store, monkeypatch):
    for kept in Places(store).root.glob(".fk/overview*"):
        kept.unlink()
    assert shown(store, SMALL, monkeypatch) == []


def test_a_low_window_is_not_written_over_its_edge(drive, store, monkeypatch):
    drive(store)
    assert len(shown(store, (80, 5), monkeypatch)) <= 4


def test_it_needs_no_textual():
    code = "import sys, fktui.tui.at_once; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_when_the_program_cannot_begin_the_terminal_is_given_back(store, monkeypatch, capsys):
    from fktui.cli import screen

    monkeypatch.setitem(sys.modules, "fktui.tui.app", None)  # as where something is not installed
    session = Session(Places(store), lambda: desk_of(store), lambda: NOW, Settings())
    session.families()
    with pytest.raises(ImportError):
        screen._made(session)
    assert capsys.readouterr().out.endswith(LEAVE)
