"""The two parts of a journal entry, and the number of each line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.store.yaml.front_matter import join, split
from fktui.store.yaml.patch import patch
from fktui.store.yaml.read import YamlError, locate, plain

ENTRY = "---\nid: c-7kq2m\nabout: [p-4tz9c]\n---\n\n## Besproken\n\n---\n\nEinde\n"


def test_both_parts_and_their_first_lines():
    entry = split(ENTRY)
    assert entry.yaml_text == "id: c-7kq2m\nabout: [p-4tz9c]\n"
    assert entry.body == "\n## Besproken\n\n---\n\nEinde\n"
    assert (entry.yaml_line, entry.body_line) == (2, 5)
    assert ENTRY.splitlines()[entry.body_line :][0] == "## Besproken"


def test_the_line_of_a_field_counts_from_the_top_of_the_file():
    fields = split(ENTRY).read()
    assert plain(fields) == {"id": "c-7kq2m", "about": ["p-4tz9c"]}
    assert locate(fields, ("about",)) == (3, 8)
    with pytest.raises(YamlError) as caught:
        split("---\nid: a\nid: b\n---\n").read()
    assert (caught.value.code, caught.value.line) == ("yaml-duplicate-key", 3)


@pytest.mark.parametrize(
    "text",
    [
        "---\n---\n",
        "---\na: b\n---\nbody without an end",
        "---\r\na: b\r\n---\r\nbody\r\n",
        "---\r\n---\r\n\r\nbody\r\n",
        "---\na: b\n---\r\nbody\r\n".replace("---\r\n", "---\n"),
    ],
)
def test_joining_what_was_split_is_the_same_file(text):
    entry = split(text)
    assert join(entry.yaml_text, entry.body) == text


def test_the_body_stays_byte_for_byte_when_a_field_changes():
    entry = split("---\na: b\n---\nbody  \r\n\r\n---\n\ttail")
    changed = patch(entry.yaml_text, {"a": "b"}, {"a": "c"})
    assert join(changed, entry.body) == "---\na: c\n---\nbody  \r\n\r\n---\n\ttail"


def test_a_byte_order_mark_and_spaces_behind_the_dashes_do_no_harm():
    entry = split("\ufeff--- \na: b\n---\t\nbody")
    assert (entry.yaml_text, entry.body) == ("a: b\n", "body")
    assert split("---\na: b\n---").body == ""
    assert join("a: b", "body") == "---\na: b\n---\nbody"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "front-matter-missing"),
        ("# Titel\n---\n", "front-matter-missing"),
        ("----\n---\n", "front-matter-missing"),
        ("---\na: b\n", "front-matter-open"),
        ("---", "front-matter-open"),
        ("---\na: b\n ---\n----\n", "front-matter-open"),
    ],
)
def test_front_matter_that_is_missing_or_not_closed(text, code):
    with pytest.raises(YamlError) as caught:
        split(text)
    assert (caught.value.code, caught.value.line, caught.value.column) == (code, 1, 1)


@given(st.text())
def test_no_text_raises_anything_else(text):
    try:
        entry = split(text)
    except YamlError:
        return
    assert text.endswith(entry.body)
