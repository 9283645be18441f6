"""The network map as SVG: valid, in words too, and told apart without colour."""

import re
from xml.etree import ElementTree as ET

import pytest
from people import around, family_with

from fktui.model.network import Quality
from fktui.pictures.network_svg import svg_of
from fktui.pictures.scene import Around
from fktui.pictures.svg_parts import LINES

SVG = "{http://www.w3.org/2000/svg}"


def drawn(people):
    text = svg_of(family_with(people), "A map", ["1 close", "  Bo"])
    return text, ET.fromstring(text)  # noqa: S314 - our own text


@pytest.mark.parametrize("count", [0, 1, 15, 27, 40, 60, 250])
def test_everybody_is_on_it(count):
    people = around(count)
    text, root = drawn(people)
    shown = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert root.find(f"{SVG}title").text == "A map"
    assert root.find(f"{SVG}desc").text == "1 close\n  Bo"
    for one in people:
        assert {one.called(40), one.called(22), one.called(9)} & set(shown)
    assert "paint-order" not in text
    assert re.search(r"font-family=\"'[^\"]+\"", text)


def test_a_name_is_never_markup():
    odd = "</text><script>alert(1)</script>\x1b[31m\u202e"
    text, root = drawn((Around("n-1", odd, 2, 1, Quality.STRONG),))
    assert list(root.iter(f"{SVG}script")) == []
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_lines_and_marks_differ_without_their_colours():
    seen = set()
    for quality in (None, *Quality):
        text, _root = drawn((Around("n-1", "Ria", 2, 1, quality),))
        seen.add(re.sub(r"#[0-9a-f]{6}", "", text))
    assert len(seen) == len(Quality) + 1


def test_the_same_map_is_the_same_file():
    assert drawn(around(27))[0] == drawn(around(27))[0]


def test_each_line_has_its_own_dashes_width_or_form():
    forms = set()
    for quality in Quality:
        _text, root = drawn((Around("n-1", "Ria", 3, 1, quality),))
        tie = next(
            one
            for one in root.iter()
            if one.get("stroke") == LINES[quality][0] and one.get("stroke-width")
        )
        forms.add((tie.tag, tie.get("stroke-width"), tie.get("stroke-dasharray")))
    assert len(forms) == len(Quality)
