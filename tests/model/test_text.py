"""Text of people is kept, except for what a terminal could obey or a reader be misled by."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.model.text import clean, clean_line, is_unsafe, visible

FAMILY_EMOJI = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
HOSTILE = [
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "bell\x07",
    "back\x08space",
    "nul\x00",
    "del\x7f",
    "c1\x9b31m",
    "turned\u202eright",
    "isolate\u2066x\u2069",
    "zero\u200bwidth",
    "joined\u2060word",
    "bom\ufeff",
    "tag\U000e0041",
    "half\ud800",
]
KEPT = [
    "Ömer-Şahin",
    "שלום",
    "\u0645\u0631\u062d\u0628\u0627",
    FAMILY_EMOJI,
    "می\u200cخواهم",  # Persian, with the joiner that it needs
    "[bold]Mila[/bold]",
    "tab\there",
    "two\nlines",
    "`rm -rf /` <script>",
]
ANY = st.text(st.characters(codec=None), max_size=40)


@given(ANY)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY)
def test_what_is_clean_holds_nothing_unsafe_and_is_shown_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert not any(is_unsafe(char) for char in cleaned)
    assert visible(cleaned) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert "\r" not in cleaned


@given(ANY)
def test_what_is_shown_has_the_same_length_and_nothing_unsafe(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(is_unsafe(char) for char in shown)


@given(ANY)
def test_a_line_is_one_line(text: str) -> None:
    line = clean_line(text)
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
    assert "\t" not in line


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_a_terminal_could_obey_is_not_stored_and_not_shown(text: str) -> None:
    bad = {char for char in text if is_unsafe(char)}
    assert bad
    assert not bad & set(clean(text))
    assert not bad & set(visible(text))
    assert "\N{REPLACEMENT CHARACTER}" in visible(text)


@pytest.mark.parametrize("text", KEPT, ids=ascii)
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)
    assert visible(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_end_of_a_line_becomes_one_kind(end: str) -> None:
    assert clean(f"one{end}two é") == "one\ntwo é"


def test_letters_with_loose_accents_become_one_letter() -> None:
    assert clean("cafe\u0301") == "caf\u00e9"


def test_a_line_loses_its_white_space() -> None:
    assert clean_line("  Mila \t de\u00a0\n Wit ") == "Mila de Wit"
