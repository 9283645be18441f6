"""The genogram: everybody has a place, nobody stands on another, parents stand above children."""

import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from kin import DAY, families, family, person, related, three_generations, trees

from fktui.method.around.generations import generations
from fktui.model.family import Gender, RelationKind, Role
from fktui.pictures.genogram import draw_genogram, genogram_legend
from fktui.pictures.genogram_layout import lay_out
from fktui.pictures.genogram_lines import Measures, plan
from fktui.pictures.genogram_svg import genogram_picture, genogram_svg
from fktui.words.people.genogram_words import genogram_in_words


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


@given(families())
@settings(max_examples=150, deadline=None)
def test_everybody_has_one_place_of_their_own(case):
    tree = lay_out(generations(case, DAY))
    assert sorted(box.id for box in tree.boxes) == sorted(one.id for one in case.family.people)
    for row in range(tree.rows):
        across = sorted(box.x for box in tree.boxes if box.row == row)
        assert all(right - left >= 1 - 1e-6 for left, right in pairwise(across))
    assert all(box.x >= 0 and 0 <= box.row < tree.rows for box in tree.boxes)


@given(families())
@settings(max_examples=60, deadline=None)
def test_the_same_family_is_drawn_the_same(case):
    first, second = draw_genogram(case, DAY), draw_genogram(case, DAY)
    assert (first is None) == (not case.family.people)
    if first is not None and second is not None:
        assert first.text() == second.text()
    assert genogram_picture(case, DAY) == genogram_picture(case, DAY)


@given(trees())
@settings(max_examples=80, deadline=None)
def test_parents_stand_above_their_children(case):
    row = {box.id: box.row for box in lay_out(generations(case, DAY)).boxes}
    for tie in case.family.relations:
        assert row[tie.person] < row[tie.to]


@given(families())
@settings(max_examples=60, deadline=None)
def test_no_box_is_drawn_over_another(case):
    size = Measures(14, 12, 3, 2, 0, 1, 2, 0)
    tops = plan(lay_out(generations(case, DAY)), size).tops
    places = sorted((top, middle) for middle, top in tops.values())
    for (top, left), (other, right) in pairwise(places):
        assert other != top or right - left >= size.wide


def test_partners_stand_beside_each_other_and_children_below_them():
    tree = lay_out(generations(three_generations(), DAY))
    place = {box.id: (box.row, box.x) for box in tree.boxes}
    mother, father, new = (place[f"p-0000{n}"] for n in (3, 4, 5))
    assert mother[0] == father[0] == new[0] == 1
    assert {place["p-00001"][0], place["p-00002"][0]} == {0}
    assert min(father[1], new[1]) < mother[1] < max(father[1], new[1])
    oldest = [place[f"p-0000{n}"][1] for n in (6, 7, 9)]
    assert oldest == sorted(oldest)


def test_the_drawing_says_everything_without_colour():
    drawn = draw_genogram(three_generations(), DAY).text()
    for number in range(1, 10):
        assert f"Name{number}" in drawn
    assert "†" in drawn
    assert "//" in drawn
    assert "╌" in drawn
    assert "═" in drawn
    legend = " ".join(genogram_legend(three_generations(), DAY))
    for word in ("man", "woman", "divorced", "partners, not married", "adopted", "With mother"):
        assert word in legend, word


def test_words_say_what_the_drawing_shows():
    said = list(genogram_in_words(three_generations(), DAY))
    whole = "\n".join(said)
    assert whole.count("Finch –") == 9
    assert "2019" in whole
    mother = next(row for row in said if "Name3 Finch –" in row)
    assert "divorced from Name4 Finch" in mother
    assert "partner of Name5 Finch" in mother
    adopted = next(row for row in said if "Name9 Finch –" in row)
    assert "adopted child of Name3 Finch and Name4 Finch" in adopted


def test_who_has_no_tie_is_never_lost():
    case = family([person(1), person(2, role=Role.CHILD)])
    assert all(f"Name{n}" in draw_genogram(case, DAY).text() for n in (1, 2))
    assert "Without a tie" in "\n".join(genogram_in_words(case, DAY))


def test_ties_that_contradict_are_told_and_not_drawn():
    kind = RelationKind.PARENT
    case = family([person(1), person(2)], [related(1, 1, kind, 2), related(2, 2, kind, 1)])
    found = generations(case, DAY)
    assert len(found.left_out) == 1
    assert "contradicts" in "\n".join(genogram_in_words(case, DAY))


def test_nobody_is_no_drawing():
    assert draw_genogram(family([]), DAY) is None
    read(genogram_picture(family([]), DAY).svg)


HOSTILE = ("<script>x</script>", '"]]>&amp;', "\x1b[31mred", "سلام" * 6, "燕子" * 12, "a\nb", " ")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_markup_and_none_is_obeyed(name):
    case = family([person(1, name=name, index=True, gender=Gender.OTHER), person(2)])
    svg = genogram_svg(case, DAY, name, [name])
    root = read(svg)
    assert not [one for one in root.iter() if one.tag.endswith("script")]
    assert "\x1b" not in svg
    assert "\x1b" not in draw_genogram(case, DAY).text()


def test_paper_has_the_whole_in_words_and_no_tricks():
    picture = genogram_picture(three_generations(), DAY)
    root = read(picture.svg)
    space = "{http://www.w3.org/2000/svg}"
    assert "Name3" in root.find(f"{space}desc").text
    assert root.find(f"{space}title").text == picture.title
    assert "paint-order" not in picture.svg
    shown = " ".join("".join(one.itertext()) for one in root.iter(f"{space}text"))
    assert all(f"Name{number}" in shown for number in range(1, 10))


def test_the_legend_has_only_what_is_drawn():
    alone = " ".join(genogram_legend(family([person(1, gender=Gender.MALE)]), DAY))
    assert "man" in alone
    assert "divorced" not in alone
    assert "adopted" not in alone
