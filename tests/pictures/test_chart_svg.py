"""Charts as SVG: valid, on the same scale as in the terminal, in words too, without colour."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from test_charts import ODD, day, everything, line, stretch

from fktui.pictures.charts.chart_svg import picture_of
from fktui.pictures.charts.chart_words import chart_in_words
from fktui.pictures.charts.series import Chart, Kind, Limit, Pair, Panel
from fktui.pictures.charts.svg_parts import mark

SVG = "{http://www.w3.org/2000/svg}"


def drawn(chart):
    picture = picture_of(chart)
    return picture, ET.fromstring(picture.svg)  # noqa: S314 - our own text


def texts(root):
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_it_is_valid_whatever_the_names_are(number):
    chart = everything()[number]
    picture, root = drawn(chart)
    assert root.find(f"{SVG}desc").text == "\n".join(chart_in_words(chart)).replace("\u202e", "�")
    assert list(root.iter(f"{SVG}b")) == []
    assert "\u202e" not in picture.svg
    assert "paint-order" not in picture.svg
    assert re.search(r"font-family=\"'[^\"]+\"", picture.svg)
    assert picture_of(chart) == picture


@pytest.mark.parametrize("kind", Kind)
def test_without_data_it_is_said(kind):
    picture, root = drawn(Chart(kind, "Nothing"))
    assert texts(root) == ["Nothing", *picture.words]


def test_bars_are_as_high_as_their_hours():
    _picture, root = drawn(Chart(Kind.HOURS, "", stretches=(stretch(8, 4, 0, 2, low=4, high=8),)))
    boxes = [one for one in root.iter(f"{SVG}rect") if one.get("fill") == "#00497a"]
    high = [float(one.get("height")) for one in boxes]
    assert high[0] == pytest.approx(2 * high[1], abs=0.2)
    assert high[2] == 0
    assert high[3] == pytest.approx(high[1] / 2, abs=0.2)
    feet = {round(float(one.get("y")) + float(one.get("height"))) for one in boxes}
    assert len(feet) == 1
    (band,) = (one for one in root.iter(f"{SVG}rect") if one.get("fill") == "#eeeeee")
    assert float(band.get("height")) == pytest.approx(high[1], abs=0.2)
    assert float(band.get("y")) == pytest.approx(float(boxes[0].get("y")), abs=0.2)


def test_two_hundred_weeks_find_room():
    many = tuple(stretch(*(4.0,) * 100) for _turn in range(4))
    _picture, root = drawn(Chart(Kind.HOURS, "", stretches=many))
    boxes = [one for one in root.iter(f"{SVG}rect") if one.get("fill") == "#00497a"]
    ends = [(float(one.get("x")), float(one.get("width"))) for one in boxes]
    assert all(x + wide <= later for (x, wide), (later, _w) in pairwise(ends))
    assert ends[-1][0] + ends[-1][1] <= 1050
    assert any("each bar is" in one for one in texts(root))


def test_points_are_on_their_level_and_a_line_needs_three():
    lines = (line("A", 0, 5, 10), line("B", 10, 0))
    _picture, root = drawn(
        Chart(Kind.SCORES, "", panels=(Panel("P", "", 0, 10, lines, (Limit(5, "limit 5"),)),))
    )
    (path,) = (one.get("points") for one in root.iter(f"{SVG}polyline"))
    (x0, y0), (x1, y1), (x2, y2) = (map(float, one.split(",")) for one in path.split())
    assert (x1 - x0, y0 - y1) == (pytest.approx(x2 - x1, abs=0.2), pytest.approx(y1 - y2, abs=0.2))
    (limit,) = (one for one in root.iter(f"{SVG}line") if one.get("stroke-dasharray"))
    assert float(limit.get("y1")) == pytest.approx(y1, abs=0.1)
    assert {"A 10", "B 0", "limit 5"} < set(texts(root))
    squares = [one for one in root.iter(f"{SVG}rect") if one.get("width") == "9"]
    assert len(squares) == 3


def test_marks_differ_without_their_colour():
    shapes = {re.sub(r"#[0-9a-f]{6}", "", mark(50, 50, number)) for number in range(6)}
    assert len(shapes) == 6


def test_names_at_the_ends_do_not_stand_on_each_other():
    lines = tuple(line(f"N{number}", 5) for number in range(6))
    _picture, root = drawn(Chart(Kind.SCORES, "", panels=(Panel("P", "", 0, 10, lines),)))
    ends = (one for one in root.iter(f"{SVG}text") if (one.text or "").startswith("N"))
    named = sorted(float(one.get("y")) for one in ends)
    assert len(named) == 6
    assert all(later - y >= 14.9 for y, later in pairwise(named))


def test_more_panels_make_the_sheet_longer_and_never_wider():
    made = tuple(Panel(ODD, "", 0, 4, (line("Bo", 4, 2, 3),)) for _turn in range(20))
    _picture, root = drawn(Chart(Kind.GOALS, "", panels=made))
    _x, _y, wide, high = map(float, root.get("viewBox").split())
    assert (wide, high > 2000) == (1050, True)
    assert max(float(one.get("y")) for one in root.iter(f"{SVG}text")) < high


def test_pairs_stand_on_their_levels():
    pairs = (Pair("A", 3, 0, "0", day(0), day(9)), Pair("B", 0, 3, "3", day(0), day(9)))
    _picture, root = drawn(Chart(Kind.DOMAINS, "", pairs=pairs))
    open_, full = [], []
    for one in root.iter(f"{SVG}rect"):
        if one.get("width") == "9":
            (open_ if one.get("fill") == "#ffffff" else full).append(one.get("x"))
    assert (open_[0], open_[1]) == (full[1], full[0])
    assert open_[0] > open_[1]
