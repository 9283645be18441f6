"""Values stay text, wherever a template prints them."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fktui.documents.filters import (
    MOST_TEXT,
    TooMuch,
    WrongValue,
    for_language,
    inline,
    number,
    prose,
    say_day,
    where,
)
from fktui.documents.tree import Break, Listing, Paragraph, Strong, Table, Text, parse
from fktui.model.text import clean_line

texts = st.text(
    alphabet=st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~&=:\"'1 \n\tax;"), st.characters())
)


def words(parts) -> str:
    return "".join(part.text for part in parts)


@given(texts)
@example("# Jaylen")
@example("- een")
@example("1. een")
@example("> een")
@example("**vet** en `code`")
@example("[x](javascript:alert(1))")
@example("<b>x</b> &amp; &#65;")
@example("| a | b |")
@example("===")
@example("```goals\n{}\n```")
@example("a\\")
def test_any_text_comes_out_as_its_own_letters(text):
    shown = clean_line(text)
    blocks = parse(inline(text))
    assert [type(block) for block in blocks] == ([Paragraph] if shown else [])
    assert words(blocks[0].parts if blocks else ()) == shown


@given(texts.filter(clean_line))
def test_any_text_stays_inside_its_place(text):
    shown = clean_line(text)
    markdown = f"- een {inline(text)}\n\n| kop |\n|---|\n| een {inline(text)} |\n"
    listing, table = parse(markdown)
    assert isinstance(listing, Listing)
    assert words(listing.items[0][0].parts) == f"een {shown}"
    assert isinstance(table, Table)
    assert words(table.rows[0][0]) == f"een {shown}"


def test_a_name_can_be_bold():
    assert parse(f"**{inline('Ja*len')}** (15)") == (
        Paragraph((Strong((Text("Ja*len"),)), Text(" (15)"))),
    )


def test_what_is_ready_is_left_alone():
    assert inline(prose("a*")) == "a\\*"


def test_prose_keeps_paragraphs_and_line_ends():
    first, second = parse(prose("een\n# twee\n\n\n- drie"))
    assert first.parts == (Text("een"), Break(), Text("# twee"))
    assert second.parts == (Text("- drie"),)


@given(st.lists(st.dictionaries(st.sampled_from(["who", "text"]), texts)))
def test_json_of_any_text_survives_a_fence(records):
    q = for_language("nl")["q"]
    (block,) = parse(f"```x\n{q(records)}\n```\n")
    read = json.loads(block.text)
    assert [sorted(record) for record in read] == [sorted(record) for record in records]


def test_json_writes_days_in_words_and_a_record_per_line():
    q = for_language("nl")["q"]
    assert q([{"on": date(2026, 9, 14)}, {"on": None}]) == (
        '[\n  {"on": "14 september 2026"},\n  {"on": null}\n]'
    )
    assert q({"owners": (" a ", "b")}) == '{"owners": ["a", "b"]}'
    assert q([]) == "[]"
    assert q(3) == "3"


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["Mila"], "Mila"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_join_says_a_row_of_names(names, said):
    assert for_language("nl")["join"](names) == said


def test_english_says_and():
    assert for_language("en")["join"](["a", "b"]) == "a and b"
    assert for_language("en")["day"](date(2026, 3, 1)) == "1 March 2026"


def test_a_day_in_words_stays():
    assert say_day("zomer 2027", "nl") == "zomer 2027"


@pytest.mark.parametrize(("value", "shown"), [(-2, "−2"), (0, "0"), (1, "+1")])
def test_numbers_have_a_sign(value, shown):
    assert number(value) == shown


def test_where_keeps_the_records_that_fit():
    records = [{"by": "family"}, {"by": "network"}, "geen record"]
    assert where(records, "by", "network") == [{"by": "network"}]


def cycle():
    record = {}
    record["self"] = record
    return record


@pytest.mark.parametrize(
    "fill",
    [
        lambda: inline(None),
        lambda: inline(True),
        lambda: inline(["a"]),
        lambda: number("1"),
        lambda: number(True),
        lambda: say_day(3, "nl"),
        lambda: where("tekst", "by", "x"),
        lambda: for_language("nl")["join"]("tekst"),
        lambda: for_language("nl")["q"](cycle()),
        lambda: for_language("nl")["q"](object()),
    ],
)
def test_what_cannot_be_shown_is_refused(fill):
    with pytest.raises(WrongValue):
        fill()


def test_no_filter_makes_a_text_without_end():
    join = for_language("nl")["join"]
    with pytest.raises(TooMuch):
        join(["a", "b"], "x" * MOST_TEXT)
