"""Markdown as a tree: what a document holds, and what it refuses to hold."""

import msgspec
import pytest

from fktui.documents.blocks import (
    AgreedRow,
    AgreedTable,
    FactBox,
    FactRow,
    Named,
    Note,
    OpenLines,
    PageStart,
)
from fktui.documents.tree import (
    Break,
    Code,
    Emphasis,
    Heading,
    Link,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Table,
    Text,
    Verbatim,
    parse,
)
from fktui.errors import Missing


def said(text):
    return Paragraph((Text(text),))


def test_blocks():
    text = "# Plan\n\ntekst\n\n- een\n- twee\n\n3. drie\n\n> woorden\n\n---\n\n"
    markdown = text + "```\nals dit\n  zo\n```\n"
    assert parse(markdown) == (
        Heading(1, (Text("Plan"),)),
        said("tekst"),
        Listing(((said("een"),), (said("twee"),))),
        Listing(((said("drie"),),), 3),
        Quote((said("woorden"),)),
        Rule(),
        Verbatim("als dit\n  zo"),
    )


def test_a_line():
    (paragraph,) = parse("**a** *b* `c`\\\n[d](https://e.example.org) f\ng")
    assert paragraph.parts == (
        Strong((Text("a"),)),
        Text(" "),
        Emphasis((Text("b"),)),
        Text(" "),
        Code("c"),
        Break(),
        Link("https://e.example.org", (Text("d"),)),
        Text(" f"),
        Text(" "),
        Text("g"),
    )


def test_a_table_with_and_without_rows():
    assert parse("| a | |\n|---|---|\n| 1 | 2 |") == (
        Table(((Text("a"),), ()), (((Text("1"),), (Text("2"),)),)),
    )
    assert parse("| a |\n|---|") == (Table(((Text("a"),),), ()),)


def test_levels_of_headings_have_no_gaps():
    levels = [
        block.level
        for block in parse("### a\n\n##### b\n\n###### c\n\n###### d\n\n###### e\n\n# f")
    ]
    assert levels == [1, 2, 3, 4, 4, 1]


def test_a_heading_in_a_list_is_bold_text():
    assert parse("- # a") == (Listing(((Paragraph((Strong((Text("a"),)),)),),)),)


def test_indented_text_is_text():
    assert parse("a\n\n    b") == (said("a"), said("b"))


@pytest.mark.parametrize(
    "to",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,x",
        "file:///etc/passwd",
        "//evil.example.org",
        "/etc/passwd",
        "ftp://evil.example.org",
        "&#106;avascript:alert(1)",
        "#here",
    ],
)
def test_no_links_but_to_the_web_mail_and_telephone(to):
    (paragraph,) = parse(f"[klik]({to})")
    assert not any(isinstance(part, Link) for part in paragraph.parts)
    (paragraph,) = parse(f"<{to}>")
    assert not any(isinstance(part, Link) for part in paragraph.parts)


@pytest.mark.parametrize(
    "to", ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org", "tel:112"]
)
def test_links_that_people_use(to):
    (paragraph,) = parse(f"[klik]({to})")
    assert paragraph.parts == (Link(to, (Text("klik"),)),)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<b>x</b>", "<!-- x -->", "<img src=x onerror=alert(1)>"]
)
def test_html_is_text(text):
    assert parse(text) == (said(text),)


def test_a_picture_is_not_fetched():
    (paragraph,) = parse("![x](https://evil.example.org/x.png)")
    assert paragraph.parts[0] == Text("!")
    assert isinstance(paragraph.parts[1], Link)


def test_a_link_is_not_defined_elsewhere():
    assert parse("[a]\n\n[a]: https://evil.example.org")[0] == said("[a]")


def test_control_characters_are_made_visible():
    assert parse("a\x1b[31mb\u202ec") == (said("a\ufffd[31mb\ufffdc"),)


def test_named_blocks():
    markdown = (
        '```facts\n{"rows": [{"label": "Gezin", "value": "Koolmees", "more": 1}]}\n```\n\n'
        '```note\n{"text": "Let op"}\n```\n\n```open\n{"text": "Samen:"}\n```\n\n```page\n```\n'
    )
    assert parse(markdown) == (
        FactBox(rows=(FactRow(label="Gezin", value="Koolmees"),)),
        Note(text="Let op"),
        OpenLines(text="Samen:"),
        PageStart(),
    )


def test_a_block_carries_its_name_into_the_tree():
    block = AgreedTable(
        heads=("a", "b", "c"), yes="ja", no="nee", open="?", because="", rows=(AgreedRow(name="x"),)
    )
    assert msgspec.json.decode(msgspec.json.encode((block,)))[0]["kind"] == "agreed"
    assert msgspec.json.decode(msgspec.json.encode(block), type=Named) == block


def test_a_named_block_inside_a_list_is_plain_text():
    assert parse('- ```page\n  {"look": "fridge"}\n  ```') == (
        Listing(((Verbatim('{"look": "fridge"}'),),)),
    )


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("moments", '{"rows": [{"when": "mei"}]}', "rows[0].text"),
        ("moments", '{"rows": 3}', "rows"),
        ("moments", "{", ""),
        ("goals", "{}", "heads"),
        ("page", '{"look": "poster"}', "look"),
        ("open", '{"text": "x", "lines": 5000}', "lines"),
    ],
)
def test_a_broken_block_names_its_line_and_field_and_no_words(name, text, field):
    with pytest.raises(Missing) as caught:
        parse(f"# a\n\n```{name}\n{text}\n```\n")
    assert caught.value.code == "block-unreadable"
    assert dict(caught.value.facts) == {"block": name, "line": 3, "field": field}


def test_deep_nesting_ends():
    assert parse(">" * 500 + " a")
    assert parse("- " * 500 + "a")
    assert parse("[" * 5000 + "a")
