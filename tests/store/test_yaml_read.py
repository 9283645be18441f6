"""What is read, what is refused and where; and that no text whatsoever does harm."""

import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml_documents import TEXT, Hand, data, records

from fktui.store.yaml.read import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    Mapping,
    YamlError,
    decode,
    locate,
    plain,
    read,
)
from fktui.store.yaml.write import Layout, _yaml, dump

SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

PLAN = """\
goals:
  - id: g-7kq2m
    title: 'Op tijd: half negen'   # in whose words
    owners: [p-4tz9c, p-9rk3f]
    due:
status: open
"""


def refusal(text):
    with pytest.raises(YamlError) as caught:
        read(text)
    return caught.value.code, caught.value.line, caught.value.column


def test_values_are_strings_and_nothing_is_null():
    assert plain(read(PLAN)) == {
        "goals": [
            {
                "id": "g-7kq2m",
                "title": "Op tijd: half negen",
                "owners": ["p-4tz9c", "p-9rk3f"],
                "due": None,
            }
        ],
        "status": "open",
    }


@pytest.mark.parametrize(
    "typed",
    ["0612345678", "0e12", "nee", "no", "on", "14:30", "=cmd", "1_000", "0x1F", "2025-02-20"],
)
def test_what_is_typed_is_what_is_read(typed):
    assert plain(read(f"a: {typed}\nb: [{typed}]")) == {"a": typed, "b": [typed]}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_an_empty_value_is_none_but_not_in_quotes(typed):
    assert plain(read(f"a: {typed}\nb: '{typed}'\n")) == {"a": None, "b": typed}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n# x\n", "\ufeff# x\n"])
def test_a_file_without_values_is_an_empty_mapping(text):
    root = read(text)
    assert isinstance(root, Mapping)
    assert root.pairs == ()


def test_line_ends_of_windows_are_line_ends():
    assert plain(read("a: |\r\n  b\r\n  c\r\nd: e\r\n")) == {"a": "b\nc\n", "d": "e"}


@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_marks_are_offsets_in_the_text_as_it_was_given(before):
    text = f"{before}é: ['😀', b]\nc: {{d: e}}\n"
    root = read(text)
    (key, listed), (_, inner) = root.pairs
    assert text[key.start : key.end] == "é"
    assert text[listed.start : listed.end] == "['😀', b]"
    assert text[listed.items[0].start : listed.items[0].end] == "'😀'"
    assert (inner.line, inner.column, inner.flow) == (2, 4, True)
    assert (key.line, key.column) == (1, 1)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("status",), (6, 9)),
        (("goals", 0, "title"), (3, 12)),
        (("goals", 0, "owners", 1), (4, 23)),
        (("goals", 0, "unknown", 3), (2, 5)),
        (("goals", 7), (2, 3)),
        (("goals", "title"), (2, 3)),
        (("status", 0), (6, 9)),
    ],
)
def test_locate_names_the_deepest_part_that_exists(path, place):
    assert locate(read(PLAN), path) == place


def test_lines_count_from_the_top_of_the_file():
    assert locate(read("a: b\nc: d\n", first_line=2), ("c",)) == (3, 4)
    for text in ("a: b\na: c\n", "x: y\na: @\n", "x: y\na: \x07\n", "x: y\na: [\n\tb]\n"):
        with pytest.raises(YamlError) as caught:
            read(text, first_line=5)
        assert caught.value.line >= 6


REFUSED = [
    ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
    ("a: [\n\tb]\n", "yaml-tab", 2, 1),
    ("a: |\n\tb\n", "yaml-tab", 2, 1),
    ("a:\n  - b\n  \t- c\n", "yaml-tab", 3, 3),
    ("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", 3, 1),
    ("a: {b: 1, 'b': 2}\n", "yaml-duplicate-key", 1, 11),
    ("a: &x 1\n", "yaml-anchor", 1, 4),
    ("a: &\n", "yaml-anchor", 1, 5),
    ("a: *x\n", "yaml-alias", 1, 4),
    ("a: *\n", "yaml-alias", 1, 5),
    ("<<: {a: b}\n", "yaml-merge-key", 1, 1),
    ("a: !!str 1\n", "yaml-tag", 1, 4),
    ("a: !x\n", "yaml-tag", 1, 4),
    ("a: !q!x b\n", "yaml-tag", 1, 4),
    ("%YAML 1.1\n---\na: no\n", "yaml-directive", 1, 1),
    ("%YAML 1.1\na: no\n", "yaml-directive", 2, 1),
    ("%YAML 9.0\n---\na: no\n", "yaml-directive", 1, 1),
    ("%FOO\n---\na: no\n", "yaml-directive", 1, 5),
    ("a: 1\n---\nb: 2\n", "yaml-documents", 2, 1),
    ("a: 1\n...\nb: 2\n", "yaml-documents", 3, 1),
    ("[a, b]\n", "yaml-not-a-mapping", 1, 1),
    ("just text\n", "yaml-not-a-mapping", 1, 1),
    ("''\n", "yaml-not-a-mapping", 1, 1),
    ("? [a]\n: b\n", "yaml-key", 1, 3),
    ("? |\n  a\n: b\n", "yaml-key", 1, 3),
    ("a:\n  null: b\n", "yaml-key", 2, 3),
    ("a: \x00\n", "yaml-control", 1, 4),
    ("a: b\n\nc: \x1b[31m\n", "yaml-control", 3, 4),
    ("a: b\u2028c\n", "yaml-control", 1, 5),
    ("a: b\rc: d\r", "yaml-control", 1, 5),
    ("a: b\ufeff\n", "yaml-control", 1, 5),
    ("a: \ud800\n", "yaml-control", 1, 4),
    ("a: 'b\nc: d\n", "yaml-quote", 1, 4),
    ("a: [b,\nc: d\n", "yaml-bracket", 1, 4),
    ("a: {b: c\nd: e\n", "yaml-bracket", 1, 4),
    ("a: @b\n", "yaml-character", 1, 4),
    ('a: "\\q"\n', "yaml-escape", 1, 5),
    ("a: b: c\n", "yaml-colon", 1, 5),
    ("a: 1\nb\nc: 2\n", "yaml-colon", 2, 1),
    ("a:\n  b: 1\n c: 2\n", "yaml-indent", 3, 2),
    ("a: - b\n", "yaml-indent", 1, 4),
    ("a: |x\n", "yaml-syntax", 1, 5),
    ("[" * 30, "yaml-too-deep", 1, MAX_DEPTH + 1),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_each_refusal_has_a_code_and_a_place(text, code, line, column):
    assert refusal(text) == (code, line, column)


def test_facts_say_what_the_sentence_needs():
    facts = {}
    for text in ("a: 1\nb: 2\na: 3\n", "a: \x07", "a: @b", "[" * 30):
        with pytest.raises(YamlError) as caught:
            read(text)
        facts |= caught.value.facts
    assert facts == {"key": "a", "first_line": 1, "char": "@", "limit": MAX_DEPTH}


def test_tabs_within_text_are_letters():
    assert plain(read("a: |\n  b\n  \tc\nd: 'e\n\tf'\ng:\th\n")) == {
        "a": "b\n\tc\n",
        "d": "e f",
        "g": "h",
    }


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b"a: b\nc: caf\xe9\n", "yaml-not-utf8", 2, 7),
        ("é: ".encode() + b"\xff\xfe", "yaml-not-utf8", 1, 4),
        (b"a: b\nc: \x00", "yaml-control", 2, 4),
        (b"a" * (MAX_BYTES + 1), "yaml-too-big", 1, 1),
    ],
)
def test_bytes_that_are_not_a_text_are_refused(content, code, line, column):
    with pytest.raises(YamlError) as caught:
        decode(content)
    assert (caught.value.code, caught.value.line, caught.value.column) == (code, line, column)


def test_a_byte_order_mark_is_dropped_unless_the_text_is_written_back():
    content = "\ufeffa: b\n".encode()
    assert decode(content) == "a: b\n"
    assert decode(content, keep_bom=True) == "\ufeffa: b\n"


BOMBS = {
    "aliases": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(10_000)),
    "depth": "[" * 1_900_000,
    "mappings": "{a: " * 400_000,
    "question marks": "? " * 900_000,
    "dashes": "- " * 900_000,
    "indentation": "\n".join(" " * n + "a:" for n in range(1_500)),
    "values": "a: [" + "b, " * (MAX_NODES + 1) + "]",
    "bytes": "a: " + "b" * 50_000_000,
    "tabs": "".join(f"k{n}: 'a\n\tb'\n" for n in range(60_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_no_time(name):
    start = time.process_time()
    try:
        read(BOMBS[name])
    except YamlError:
        assert name != "tabs"
    else:
        assert name == "tabs"  # large but honest
    assert time.process_time() - start < 2  # well under 1 s on a quiet computer


def test_fifty_megabytes_are_refused_before_they_are_decoded():
    with pytest.raises(YamlError, match="yaml-too-big"):
        decode(b"a" * 50_000_000)


def refused(content):
    """What is wrong with these bytes, if anything; every other exception fails the test."""
    try:
        read(decode(content))
    except YamlError as exc:
        return exc
    return None


@SETTINGS
@given(st.binary(max_size=200))
def test_random_bytes_raise_nothing_else(content):
    error = refused(content)
    assert error is None or (error.line >= 1 and error.column >= 1)


@SETTINGS
@given(st.text("ab:-?[]{},#&*!|>'\"%@`~ \t\n\r\\x<=.0\ufeff", max_size=60))
def test_random_signs_raise_nothing_else(text):
    error = refused(text.encode())
    assert error is None or 1 <= error.line <= text.count("\n") + 2


@SETTINGS
@given(records(st.none() | TEXT), st.randoms(use_true_random=True), st.binary(max_size=3))
def test_damaged_files_raise_nothing_else(document, chance, damage):
    content = Hand(chance).file(document).encode()
    at = chance.randrange(len(content) + 1)
    error = refused(content[:at] + damage + content[at + chance.randint(0, 3) :])
    assert error is None or error.code.startswith("yaml-")


def by_ruamel(text):
    """The same text by another reader, that takes everything for a string as well."""

    def strings(found):
        if isinstance(found, dict):
            return {str(key): strings(value) for key, value in found.items()}
        if isinstance(found, list):
            return [strings(item) for item in found]
        return found if found is None else str(found)

    return strings(_yaml(Layout()).load(text.removeprefix("\ufeff")) or {})


@SETTINGS
@given(records(st.none() | TEXT), st.randoms(use_true_random=True))
def test_both_readers_agree_on_files_of_people(document, chance):
    text = Hand(chance).file(document)
    assert plain(read(text)) == by_ruamel(text)


@SETTINGS
@given(data(st.none() | TEXT))
def test_both_readers_agree_on_files_of_the_house(document):
    text = dump(document)
    assert plain(read(text)) == by_ruamel(text) == document


@SETTINGS
@given(records(st.none() | TEXT), st.randoms(use_true_random=True))
def test_without_the_c_extension_the_same_is_read(document, chance):
    text = Hand(chance).file(document)
    fast = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "yaml.cyaml", None)
        slow = read(text)
    assert plain(slow) == plain(fast)


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSED)
def test_without_the_c_extension_the_same_is_refused(monkeypatch, text, code, line, column):
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    if text.startswith("%FOO"):  # the slow parser does not see it, and it means nothing
        assert plain(read(text)) == {"a": "no"}
    else:
        assert refusal(text)[:2] == (code, line)


def test_without_the_c_extension_a_sign_beyond_unicode_is_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml.cyaml", None)
    assert refusal('a: "\\UFFFFFFFF"\n') == ("yaml-syntax", 1, 1)
