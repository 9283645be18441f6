"""The family in the middle: each home apart, and who belongs to one of them."""

import pytest
from people import SECTORS, family_with
from rich.cells import cell_len

from fktui.model.network import Quality
from fktui.pictures.family_box import family_box, home_mark, say_homes
from fktui.pictures.network_map import draw_map
from fktui.pictures.network_svg import svg_of
from fktui.pictures.scene import Around, Scene


def scene(*members):
    return Scene(members, SECTORS, ())


@pytest.mark.parametrize(
    "members",
    [(), (("Kim",),), (("燕子 飛", "سنونو"), ("Bo",)), (("Ria" * 20,), ("Bo",) * 12, ("Dex",))],
    ids=len,
)
def test_the_frame_is_whole_and_every_home_lies_in_it(members):
    box = family_box(scene(*members))
    assert len({cell_len(row) for row in box.rows}) == 1
    assert len(box.middles) == len(members)
    assert list(box.middles) == sorted(box.middles)
    for names in members:
        assert any(names[0].split(" ")[0] in row for row in box.rows)


def test_homes_are_numbered_where_there_are_several():
    assert not any("¹" in row for row in family_box(scene(("Kim",))).rows)
    rows = "".join(family_box(scene(("Kim",), ("Bo",))).rows)
    assert "¹ Kim" in rows
    assert "² Bo" in rows
    assert home_mark(scene(("Kim",)), 0) == ""


def test_who_belongs_to_one_home_has_its_number_and_a_line_from_its_rows():
    plain = Around("n-1", "Ria", 2, 2, Quality.STRONG)
    texts = set()
    for home in (None, 0, 1):
        shown = family_with((plain._replace(home=home),))
        texts.add(draw_map(shown, 120, 38).canvas.text())
        assert ("Ria¹" in svg_of(shown, "", [])) is (home == 0)
        assert len(say_homes(shown)) == (home is not None)
    assert len(texts) == 3
    assert any("²Ria" in text for text in texts)
