"""The HTML: one file, complete, and nothing in it that a browser would run or fetch."""

import re
from html.parser import HTMLParser

import pytest
from family_a import KOOLMEES
from paper import concept, made

from fktui.documents.blocks import GoalRow
from fktui.documents.html_blocks import score
from fktui.documents.make import make

# Everything that the page is made of. Nothing here can run or fetch.
_FRAME = {"html", "head", "meta", "title", "style", "body", "main", "footer", "section"}
_TEXT = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr"}
_TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
_INLINE = {"div", "span", "i", "b", "small", "strong", "em", "code", "br", "a"}
ALLOWED = _FRAME | _TEXT | _TABLE | _INLINE
VOID = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Notes every tag, attribute and text, and whether the tags fit together."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words, self.open = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def page_of(markdown):
    return made(markdown, "html", KOOLMEES).data.decode()


@pytest.fixture(scope="module")
def plan():
    return made(concept(KOOLMEES), "html", KOOLMEES).data.decode()


def test_it_is_one_whole_page(plan):
    reader = Reader(plan)
    assert reader.open == []
    assert set(reader.tags) <= ALLOWED
    assert plan.startswith("<!DOCTYPE html>")
    assert ("lang", "nl") in reader.attributes
    assert any("default-src 'none'" in value for _, value in reader.attributes)
    assert plan.count("<h1>") == 1


def test_it_needs_nothing_from_outside(plan):
    assert (
        not {"src", "srcset", "action", "onclick", "onerror"} & dict(Reader(plan).attributes).keys()
    )
    assert "url(" not in plan
    assert "@import" not in plan


def test_it_says_what_the_family_said(plan):
    words = " ".join(" ".join(Reader(plan).words).split())
    for said in (
        "Wij eten weer samen",
        "Jaylen gaat weer naar school zonder buikpijn",
        "JIM van Jaylen",
        "● Groen: het gaat goed",
        "▲ Oranje: let op",
        "■ Rood: het gaat mis",
        "14 september 2026",
        "nog niet gevraagd",
        "−2",
        "+1",
    ):
        assert said in words


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '[x](javascript:alert(1)) "onmouseover="alert(1)',
        "![x](https://evil.example.org/x.png)",
        "</style><script>alert(1)</script>",
        "`<b>`",
    ],
)
def test_hostile_text_is_only_letters(text):
    json_text = text.replace("\\", "\\\\").replace('"', '\\"')
    block = f'```note\n{{"label": "{json_text}", "text": "{json_text}"}}\n```\n'
    reader = Reader(page_of(f"# {text}\n\n- {text}\n\n| {text} |\n|---|\n| {text} |\n\n{block}"))
    assert set(reader.tags) <= ALLOWED
    assert not [name for name, _ in reader.attributes if name.startswith("on")]
    assert not [value for name, value in reader.attributes if name == "href" and "script:" in value]


def test_a_link_cannot_leave_its_quotes():
    page = page_of('[x](https://example.org/"onclick="alert(1))')
    assert re.search(r'<a href="[^"]*" rel="noopener noreferrer">', page)
    assert "onclick" not in dict(Reader(page).attributes)


def test_the_rest_of_markdown():
    markdown = (
        "a *b* `c`\\\nd\n\n> e\n\n---\n\n3. f\n\n```\ng\n```\n\n| h |\n|---|\n\n[i](tel:112)\n\n"
        '```agreed\n{"heads": ["", "", ""], "yes": "ja", "no": "nee", "open": "?",'
        '"because": "want", "rows": [{"name": "J", "agrees": false, "because": "te snel"}]}\n```\n'
    )
    page = page_of(markdown)
    assert "<em>b</em> <code>c</code><br>d" in page
    assert "<blockquote><p>e</p></blockquote>\n<hr>" in page
    assert '<ol start="3"><li><p>f</p></li></ol>' in page
    assert "<pre>g</pre>" in page
    assert '<a href="tel:112" rel="noopener noreferrer">i</a>' in page
    assert "☑ <strong>nee</strong><br><span>want te snel</span>" in page


def test_open_lines_are_room_to_write():
    page = page_of('```open\n{"text": "Samen:", "lines": 3}\n```\n')
    assert "<p>Samen:</p>" in page
    assert page.count('<div class="line"></div>') == 3


@pytest.mark.parametrize(
    ("value", "low", "shown"),
    [(None, 0, "?"), (0, -2, "0"), (-1, -2, "−1"), (2, -2, "+2"), (7, 0, "7")],
)
def test_scores(value, low, shown):
    assert score(value, low, "?") == shown


@pytest.mark.parametrize(
    ("row", "width"),
    [
        (GoalRow(title="", now=0, low=-2, high=2), "50%"),
        (GoalRow(title="", now=99), "100%"),
        (GoalRow(title="", now=-99), "0%"),
        (GoalRow(title="", now=None), "0%"),
        (GoalRow(title="", now=1, low=1, high=1), "0%"),
    ],
)
def test_bars_stay_in_their_frame(row, width):
    heads = '"heads": ["", "", "", ""], "start": "", "now": "", "scale": "", "unscored": "?"'
    scores = (
        f'"now": {"null" if row.now is None else row.now}, "low": {row.low}, "high": {row.high}'
    )
    page = page_of(f'```goals\n{{{heads}, "rows": [{{"title": "x", {scores}}}]}}\n```\n')
    assert re.findall(r"width:(.*?)\"", page)[1] == width


def test_make_gives_the_concept_as_it_is():
    assert make("# a\r\n", None, "md").data == b"# a\n"
