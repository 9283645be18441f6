"""Two maps in one picture: nobody jumps, and what is different is read without colour."""

from xml.etree import ElementTree as ET

import pytest
from people import around, family_with
from rich.cells import cell_len

from fktui.method.around.network import Growth
from fktui.method.around.then_and_now import ThenAndNow, Tied
from fktui.model.network import Energy, Quality
from fktui.pictures.network_map import INKS, draw_map
from fktui.pictures.scene import Around
from fktui.pictures.then_and_now import compared, counted, draw_then_and_now, then_and_now_svg
from fktui.words.people.map_words import say_changes

SVG = "{http://www.w3.org/2000/svg}"
RIA = Around("n-1", "Ria", 2, 1, Quality.WEAK)
BO = Around("n-2", "Bo", 3, 4, Quality.STRONG, Energy.GIVES)


def drawn(before, after, **more):
    found = draw_then_and_now(family_with(before), family_with(after), 120, 38, **more)
    assert found is not None
    return found


def text(before, after):
    return drawn(before, after).canvas.text()


@pytest.mark.parametrize(
    ("after", "read", "count"),
    [
        (BO, "Bo ■+", {}),
        (BO._replace(ring=1), "Bo ▲■", {"▲": 1}),
        (BO._replace(ring=2, sector=5), "Bo ▲→■", {"▲": 1, "→": 1}),
        (BO._replace(quality=Quality.BROKEN), "Bo ~×", {"~": 1}),
        (BO._replace(energy=Energy.TAKES), "Bo ~■", {"~": 1}),
        (BO._replace(sector=5, quality=None), "Bo →~°", {"→": 1, "~": 1}),
        (BO._replace(name="Bo Vink"), "Bo Vink ■+", {}),
    ],
)
def test_what_became_of_somebody_is_read_beside_the_name(after, read, count):
    shown = text((BO,), (after,))
    assert read in " ".join(shown.split())
    assert counted(compared(family_with((BO,)), family_with((after,)))) == count


def test_further_away_new_and_gone():
    before, after = (RIA._replace(ring=1), BO), (RIA, BO._replace(id="n-3", name="Dex"))
    shown = " ".join(text(before, after).split())
    assert "▼· Ria" in shown
    assert "Dex +■" in shown
    assert "Bo -" in shown
    count = counted(compared(family_with(before), family_with(after)))
    assert count == {"+": 1, "-": 1, "▼": 1}
    assert say_changes(count) == ("+ new 1", "- gone 1", "▼ further away 1")


def test_who_moved_has_a_trail_from_the_old_place_and_others_have_none():
    moved = drawn((RIA, BO), (RIA._replace(ring=1), BO)).canvas
    old = draw_map(family_with((RIA, BO)), 120, 38).spots["n-1"]
    row = moved.text().split("\n")[old.y]
    assert row[old.middle] == "○"
    assert "○" not in text((RIA, BO), (RIA, BO._replace(quality=Quality.WEAK)))


def test_who_is_gone_has_no_tie_and_is_not_counted():
    inks = {run.ink for row in drawn((RIA, BO), (RIA,)).canvas.rows() for run in row}
    assert "tie.strong" not in inks
    assert "change.gone" in inks
    assert "LEISURE 0" in text((RIA, BO), (RIA,))


@pytest.mark.parametrize("seed", range(4))
def test_nobody_jumps_between_the_two_days_and_the_comparison(seed):
    before = around(30, seed)
    after = list(around(36, seed)[3:])
    after[4] = after[4]._replace(ring=after[4].ring % 3 + 1)
    both = drawn(before, after)
    then = draw_map(family_with(before), 120, 38).spots
    wishes = [one.wish for one in before]
    now = draw_map(family_with(tuple(after)), 120, 38, wishes).spots
    stayed = {one.id for one in after} - {after[4].id}
    assert {who: both.spots[who] for who in now} == now
    assert all(both.spots[who] == spot for who, spot in then.items() if who != after[4].id)
    assert len(stayed & set(then)) > 20
    assert {run.ink for row in both.canvas.rows() for run in row} <= set(INKS)
    assert max(map(cell_len, both.canvas.text().split("\n"))) <= 120


def test_other_ties_are_those_that_are_told():
    growth = Growth((), (), (), ())
    found = ThenAndNow(growth, (), (), (Tied("n-1", "p-1", None, None),))
    whole = compared(family_with((RIA, BO)), family_with((RIA, BO._replace(quality=None))), found)
    assert {who: change.marks for who, change in whole.changes.items()} == {"n-1": "~"}


def test_where_there_is_no_room_there_is_no_picture():
    assert draw_then_and_now(family_with(around(30)), family_with(around(60)), 60, 20) is None


def shapes(before, after):
    whole = compared(family_with(before), family_with(after))
    svg = then_and_now_svg(whole, "Then → now", ["+ Ria"], [one.wish for one in before])
    return svg, ET.fromstring(svg)  # noqa: S314 - our own text


def test_on_paper_the_differences_are_shapes_with_words():
    before, after = (RIA, BO), (RIA._replace(ring=1), Around("n-3", "<Dex>", 3, 0))
    svg, root = shapes(before, after)
    said = {"".join(one.itertext()) for one in root.iter(f"{SVG}text")}
    assert {"Ria", "Bo", "<Dex>", "new", "gone", "closer", "further away"} <= said
    assert root.find(f"{SVG}desc").text == "+ Ria"
    assert not {"▲", "▼", "○", "~"} & set(svg)
    same, _root = shapes((RIA, BO), (RIA, BO))
    assert "another tie" not in same


@pytest.mark.parametrize(
    "after",
    [
        BO._replace(ring=1),
        BO._replace(sector=5),
        BO._replace(quality=Quality.WEAK),
        BO._replace(id="n-9"),
    ],
)
def test_each_difference_is_another_drawing(after):
    svg, root = shapes((RIA, BO), (RIA, after))
    assert svg != shapes((RIA, BO), (RIA, BO))[0]
    assert svg == shapes((RIA, BO), (RIA, after))[0]
    assert root.tag == f"{SVG}svg"
