"""New text in house style, and that each reader finds the same in it."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml_documents import HOSTILE, TEXT, data

from fktui.errors import FkError
from fktui.store.yaml.patch import patch
from fktui.store.yaml.read import plain, read
from fktui.store.yaml.style import is_short_list, same
from fktui.store.yaml.write import as_read, dump, inline

SETTINGS = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))

HOUSE = """\
goals:
  - id: g-7kq2m
    title: Jaylen gaat weer naar school
    owners: [p-4tz9c, p-9rk3f]
    levels:
      expected: Vijf dagen
    steps:
      - id: s-m3v8x
        due: 2025-02-20
        hours: 1.5
        done: true
        phone: '0612345678'
        note: |-
          eerst bellen

          dan langs
    words:
      - het gaat beter
      - ze zei 'ja'
    scores: [-2, 1, 2025-03-06]
empty: []
nothing: null
"""


def test_the_house_style():
    step = {
        "id": "s-m3v8x",
        "due": date(2025, 2, 20),
        "hours": 1.5,
        "done": True,
        "phone": "0612345678",
        "note": "eerst bellen\n\ndan langs",
    }
    goal = {
        "id": "g-7kq2m",
        "title": "Jaylen gaat weer naar school",
        "owners": ("p-4tz9c", "p-9rk3f"),
        "levels": {"expected": "Vijf dagen"},
        "steps": [step],
        "words": ["het gaat beter", "ze zei 'ja'"],
        "scores": [-2, 1, date(2025, 3, 6)],
    }
    assert dump({"goals": [goal], "empty": [], "nothing": None}) == HOUSE


def test_an_empty_file_is_an_empty_mapping():
    assert dump({}) == "{}\n"


@pytest.mark.parametrize(
    "text",
    [
        *("0612345678", "0e12", "1_000", "0x1F", "0o17", "1e3", "12.5", "-1", "+31612345678", ".5"),
        *("14:30", "2025-02-20", "no", "NO", "on", "y", "Yes", "~", "null", ".inf", "=", "<<"),
        *("-", "---", "@a", "`a", "%a", "!a", "&a", "*a", "#", "[x", "{x", "'a", '"a', "-a"),
    ],
)
def test_what_another_reader_would_change_is_quoted(text):
    assert inline(text)[0] in "'\""


@pytest.mark.parametrize(
    "text", ["Jaylen", "nee", "1102 AB", "p-4tz9c", "3 keer, soms 4", "é", "😀 blij", "a#b", "b:c"]
)
def test_what_everybody_reads_alike_is_not_quoted(text):
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("a\nb", "a: |-\n  a\n  b\n"),
        ("a\nb\n", "a: |\n  a\n  b\n"),
        ("a\nb\n\n", "a: |+\n  a\n  b\n\n"),
        ("a \nb", 'a: "a \\nb"\n'),
        (" a\nb", 'a: " a\\nb"\n'),
        ("\na", 'a: "\\na"\n'),
        ("a\u2028b", 'a: "a\\Lb"\n'),
        ("a\tb", 'a: "a\\tb"\n'),
    ],
)
def test_text_with_line_ends_is_a_block_when_a_block_shows_all_of_it(text, typed):
    assert dump({"a": text}) == typed


def test_ids_stay_on_one_line_up_to_a_hundred_characters():
    ids = [f"p-4tz{number}" for number in range(11)]
    text = dump({"owners": ids})
    assert text.count("\n") == 1
    assert max(map(len, dump({"owners": ids * 3}).splitlines())) < 20
    deep = dump({"a": {"b": {"owners": [f"p-4tz{number:02}" for number in range(10)]}}})
    assert max(map(len, deep.splitlines())) <= 100
    assert not is_short_list("p-4tz9c", 100)


def test_nothing_is_folded():
    assert dump({"a": "woord " * 500 + "x"}).count("\n") == 1


@SETTINGS
@given(data(st.none() | TEXT))
def test_what_is_written_is_what_is_read(document):
    assert plain(read(dump(document))) == document


@SETTINGS
@given(data(st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | TEXT))
def test_values_that_are_no_text_are_written_as_they_are_spelled(document):
    assert plain(read(dump(document))) == as_read(document)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_survives_everywhere(text):
    document = {"a": text, "b": [text, [text]], "c": [{"d": text, text or "e": "f"}], "z": "end"}
    assert plain(read(dump(document))) == document
    assert plain(read(dump({"last": text}))) == {"last": text}
    assert plain(read(patch("a: b\n", {"a": "b"}, {"a": text}))) == {"a": text}


def test_text_that_no_file_can_hold_is_refused():
    with pytest.raises(FkError) as caught:
        dump({"a": "half a sign: \ud83d"})
    assert caught.value.code == "yaml-write"


def test_the_same_data_is_what_is_written_the_same():
    assert same({"a": (1, None), "b": date(2025, 1, 2)}, {"b": "2025-01-02", "a": ["1", None]})
    assert not same(True, 1)
    assert not same([1], 1)
    assert not same({"a": 1}, {"a": 1, "b": 2})
    assert not same([1], [1, 2])


@pytest.mark.parametrize("text", ["a, b", "a]", "a}b", "a?b", "a:b"])
def test_between_brackets_more_is_quoted(text):
    assert inline(text, in_brackets=True) == f"'{text}'"
    assert inline(text) == text
