"""The map in columns: everybody is on it, in the order of rings and sectors, and can be walked."""

import itertools

import pytest
from people import SECTORS, around, family_with
from rich.cells import cell_len

from fktui.model.network import Quality
from fktui.pictures.network_columns import draw_columns
from fktui.pictures.network_map import INKS, mark_of
from fktui.pictures.scene import Around, Change


def cells(spot):
    return {(x, spot.y) for x in range(spot.x, spot.x + spot.width)}


@pytest.mark.parametrize("width", [14, 40, 80, 120, 200])
@pytest.mark.parametrize("count", [0, 1, 15, 27, 40, 60])
def test_everybody_has_a_place_with_the_marks_and_nothing_sticks_out(count, width):
    people = around(count)
    found = draw_columns(family_with(people), width)
    assert set(found.spots) == {one.id for one in people}
    rows = found.canvas.text().split("\n")
    assert max(map(cell_len, rows)) <= width
    for one in people:
        assert mark_of(one)[:3] in rows[found.spots[one.id].y]
    for one, other in itertools.combinations(found.spots.values(), 2):
        assert not cells(one) & cells(other)
    assert all(spot.x + spot.width <= width for spot in found.spots.values())
    assert {run.ink for row in found.canvas.rows() for run in row} <= set(INKS)


@pytest.mark.parametrize("count", [15, 27, 40])
def test_a_small_window_holds_a_large_network(count):
    found = draw_columns(family_with(around(count)), 80, 24)
    assert found is not None
    assert found.canvas.height <= 24


def test_where_there_is_no_room_there_are_no_columns():
    assert draw_columns(family_with(around(60)), 80, 10) is None
    assert draw_columns(family_with(around(1)), 11) is None


def test_closer_stands_higher_and_each_sector_has_a_column():
    people = tuple(
        Around(f"n-{ring}{sector}", f"Ria {ring}{sector}", ring, sector)
        for ring, sector in itertools.product((3, 1, 2), range(len(SECTORS)))
    )
    spots = draw_columns(family_with(people), 140).spots
    for sector in range(len(SECTORS)):
        column = [spots[f"n-{ring}{sector}"] for ring in (1, 2, 3)]
        assert len({spot.x for spot in column}) == 1
        assert [spot.y for spot in column] == sorted(spot.y for spot in column)
    assert len({spots[f"n-1{sector}"].x for sector in range(len(SECTORS))}) == len(SECTORS)


def test_members_sectors_and_counts_are_said():
    text = draw_columns(family_with((Around("n-1", "Ria", 2, 1),)), 120).canvas.text()
    first = text.split("\n", 1)[0]
    assert first == "¹ Kim  Bo  Dex  │  ² Samira  Rachid"
    assert "FRIENDS 1" in text
    assert "RELATIVES 0" in text
    assert "2 familiar" in text
    assert "1 close" not in text


@pytest.mark.parametrize("name", ["Vrijwilliger van de bibliotheek", "燕子" * 10, "a\u0301" * 40])
def test_names_that_are_alike_once_they_are_cut_are_told_apart(name):
    people = (
        Around("n-1", name + "één", 1, 0, Quality.STRONG),
        Around("n-2", name + "twee", 3, 0, Quality.STRONG),
        Around("n-3", "Bo", 1, 5),
    )
    rows = draw_columns(family_with(people), 80, 15).canvas.text().split("\n")
    told = [row.strip() for row in rows if row.startswith("■")]
    assert len(set(told)) == 2


def test_a_name_is_cut_only_where_it_has_to_be():
    people = (Around("n-1", "Vrijwilliger van de bibliotheek", 1, 0),)
    assert "Vrijwilliger van de bibliotheek" in draw_columns(family_with(people), 120).canvas.text()
    assert "Vrijwilliger…" not in draw_columns(family_with(people), 80).canvas.text()


def test_what_is_different_and_the_home_are_read_here_too():
    one = Around("n-1", "Ria", 1, 0, Quality.STRONG, home=1)
    shown = family_with((one,))._replace(changes={"n-1": Change("▲")})
    assert "▲■² Ria" in draw_columns(shown, 80).canvas.text()
    gone = family_with((one,))._replace(changes={"n-1": Change("-")})
    assert "RELATIVES 0" in draw_columns(gone, 80).canvas.text()
