"""The map as it is drawn in a terminal: whole names, marks that need no colour, no harm."""

import re

import pytest
from people import around, family_with
from rich.cells import cell_len

from fktui.model.network import Energy, Quality
from fktui.pictures.canvas import Canvas
from fktui.pictures.network_map import INKS, draw_map, mark_of
from fktui.pictures.scene import Around


def drawn(people, width=120, height=38):
    found = draw_map(family_with(people), width, height)
    assert found is not None
    return found


def lines(people, **size):
    return drawn(people, **size).canvas.text().split("\n")


@pytest.mark.parametrize("count", [0, 1, 15, 27, 40, 60])
def test_every_row_fits_and_every_name_is_read(count):
    people = around(count)
    shown = lines(people)
    assert len(shown) == 38
    assert max(map(cell_len, shown)) <= 120
    whole = "\n".join(shown)
    found = drawn(people)
    for one in people:
        width = found.spots[one.id].width - 4
        assert one.called(width).strip() in whole


@pytest.mark.parametrize("sector", range(6))
@pytest.mark.parametrize("energy", list(Energy))
def test_ties_are_told_apart_without_colour(energy, sector):
    marks, strokes = set(), set()
    for quality in (None, *Quality):
        one = Around("n-1", "Ria", 3, sector, quality, energy)
        marks.add(mark_of(one))
        text = drawn((one,)).canvas.text()
        assert mark_of(one) in text
        strokes.add(re.sub(r"[^\u2800-\u28ff]", "", text))
    assert len(marks) == len(Quality) + 1
    assert len(strokes) == len(Quality) + 1


def test_energy_is_told_apart_without_colour():
    shown = {
        drawn((Around("n-1", "Ria", 2, 1, Quality.STRONG, energy),)).canvas.text()
        for energy in Energy
    }
    assert len(shown) == len(Energy)


def test_another_tie_moves_nobody():
    people = around(27)
    other = tuple(one._replace(quality=Quality.BROKEN, energy=Energy.BOTH) for one in people)
    assert drawn(people).spots == drawn(other).spots


def test_where_there_is_no_room_there_is_no_map():
    assert draw_map(family_with(around(60)), 60, 20) is None


def test_a_wide_letter_is_whole_or_not_there():
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "a燕b燕")
    assert canvas.text() == "a燕b"


def test_a_mark_stays_on_its_letter():
    canvas = Canvas(4, 1)
    canvas.write(0, 0, "e\u0301a")
    assert canvas.text() == "e\u0301a"
    canvas.write(3, 0, "\u0301")
    assert canvas.text() == "e\u0301a"


def test_every_ink_is_one_of_those_that_have_a_colour():
    shown = drawn(around(40)).canvas.rows()
    inks = {run.ink for row in shown for run in row}
    assert inks <= set(INKS)
    assert {f"tie.{quality.value}" for quality in Quality} <= inks
    assert {run.tint for row in shown for run in row} == {0, 1, 2, 3}


def test_one_more_in_a_sector_moves_nobody_by_the_width_of_its_count():
    people = tuple(one._replace(sector=number % 2) for number, one in enumerate(around(21)))
    before = drawn(people[:19]).spots
    assert {who: drawn(people).spots[who] for who in before} == before


@pytest.mark.parametrize("name", ["Vrienden en kennissen uit de hele buurt", "燕子 飛" * 8])
def test_a_long_name_of_a_sector_is_cut_and_stays_beside_the_family(name):
    shown = family_with(around(9))._replace(sectors=(name,) * 6)
    text = draw_map(shown, 80, 24).canvas.text()
    assert text.count("…") >= 6
    assert "│ ¹ Kim  Bo  Dex   │" in text
