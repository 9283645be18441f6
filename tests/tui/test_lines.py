"""Text of people on its way to the screen: as wide as was said, never obeyed by a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from fktui.model.text import is_unsafe
from fktui.tui.lines import (
    Rows,
    bar,
    columns,
    fit,
    head,
    keys_of,
    line,
    one_line,
    section,
    spark,
    wrapped,
)

PEOPLE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x07\x9b\u202e\u2066\u200b\u200d\u0301\u20e3\ufe0f\n\t\r\u2028\x85[]"),
        st.sampled_from("燕👨👩👧🇳🇱🏽éאسั"),
    ),
    max_size=60,
)
TRAPS = (
    *("\x1b]0;evil\x07", "\x1b[2J", "[bold]x[/]", "a\u202egnp.exe", "\x9b31m", "a\nb\tc\rd"),
    *("a\u2028b\u2029c", "\ud800", "👨‍👩‍👧‍👦 thuis", "🇳🇱🇳🇱", "燕子" * 30, "a" + "\u0301" * 500),
    *("\ufe0f", "\u200d\u200d", "☎️ 06", "word " * 4000, "x" * 20_000, "", " ", "1️⃣2️⃣"),
)


def is_harmless(text):
    """Whether a terminal obeys nothing of it, and it stays on its line."""
    return not any(is_unsafe(c) or c in "\n\t\u2028\u2029" for c in text)


@pytest.mark.parametrize("text", TRAPS, ids=range(len(TRAPS)))
@pytest.mark.parametrize("size", [0, 1, 2, 9, 40])
def test_a_trap_fits_a_column(text, size):
    check_column(text, size)


@given(PEOPLE, st.integers(0, 30))
def test_any_text_fits_a_column(text, size):
    check_column(text, size)


def check_column(text, size):
    assert cell_len(fit(text, size)) == size
    for width in (size, -size):
        (span,) = columns((text, width))
        assert cell_len(span.text) == size
        assert is_harmless(span.text)
        assert len(span.text) <= 40 * (size + 1)


@pytest.mark.parametrize("text", TRAPS, ids=range(len(TRAPS)))
def test_a_trap_is_wrapped(text):
    check_wrapped(text, 30)


@given(PEOPLE, st.integers(10, 30))
def test_any_text_is_wrapped(text, size):
    check_wrapped(text, size)


def check_wrapped(text, size):
    rows = list(wrapped(text, size, indent="  "))
    assert rows
    for row in rows:
        assert cell_len(row.text) <= size
        assert is_harmless(row.text)


@given(st.text("ab é燕", max_size=200), st.integers(10, 30))
def test_wrapping_loses_no_letter(text, size):
    said = "".join(row.text for row in wrapped(text, size))
    assert said.replace(" ", "") == "".join(text.split())


def test_lines_ends_of_people_stay():
    assert [row.text for row in wrapped("one\n\ntwo", 20)] == ["one", "", "two"]


def test_a_word_that_is_too_long_is_cut_up():
    assert [row.text for row in wrapped("ab " + "x" * 20, 8)] == ["ab", "x" * 8, "x" * 8, "xxxx"]


@pytest.mark.parametrize("text", TRAPS, ids=range(len(TRAPS)))
def test_no_part_of_a_line_is_obeyed(text):
    for made in (line(text, (text, "late")), head(text, text), *section(text, [line(text)])):
        assert is_harmless(made.text)
    assert is_harmless(one_line(text))


def test_a_text_is_never_markup():
    assert line("[bold]x[/]").text == "[bold]x[/]"


def test_marks_on_one_letter_are_not_without_end():
    assert len(one_line("a" + "\u0301" * 5000 + "b")) < 20
    assert len(one_line("gezin " * 500 + "a" + "\u0e49\u0651" * 500)) < 3020
    assert one_line("────■■■■■▁▂▃▄▅▆▇█") == "────■■■■■▁▂▃▄▅▆▇█"
    assert one_line("e\u0301e\u0323\u0302") == "e\u0301e\u0323\u0302"
    assert one_line("שָׁלוֹם ภาษาไทย سلامٌ") == "שָׁלוֹם ภาษาไทย سلامٌ"


def test_a_column_says_that_it_was_cut():
    assert fit("overleg", 5) == "over…"
    assert fit("燕子燕子", 5) == "燕子…"
    assert columns(("12,5", -3))[0].text == "12…"
    assert columns(("1", -3))[0].text == "  1"


def test_a_bar_has_its_length_whatever_its_value():
    for value in (-5, 0, 0.4, 3, 10, 99):
        assert sum(len(span.text) for span in bar(value, 10)) == 10
    assert [span.text for span in bar(1, 0)] == ["", "··········"]


def test_a_small_picture_has_a_cell_for_each_value():
    assert spark([], 0, 10) == ""
    assert spark([-3, 0, 5, 10, 99], 0, 10) == "▁▁▅██"
    assert spark([2, 2], 2, 2) == "▁▁"


def test_a_section_without_lines_is_left_out_or_says_so():
    assert section("Doelen", []) == []
    assert [one.text for one in section("Doelen", [], "geen doelen")] == [
        "Doelen",
        "  geen doelen",
        "",
    ]


def test_rows_are_made_when_they_are_looked_at_and_once():
    made = []

    def make(place):
        made.append(place)
        return line(f"row {place}", key=f"k{place}")

    rows = Rows([head("Title")], [f"k{n}" for n in range(5)], make)
    assert len(rows) == 6
    assert keys_of(rows) == ["", "k0", "k1", "k2", "k3", "k4"]
    assert made == []
    assert [rows[3].text, rows[3].text, rows[0].text.strip(), rows[-1].text] == [
        *("row 2", "row 2", "Title", "row 4")
    ]
    assert made == [2, 4]
    assert [one.text for one in rows[1:3]] == ["row 0", "row 1"]
    assert [one.key for one in rows] == keys_of(rows)
    assert keys_of([line("x", key="k"), line("y")]) == ["k", ""]
    with pytest.raises(IndexError):
        rows[6]
