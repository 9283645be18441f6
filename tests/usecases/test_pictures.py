"""A picture in the folder for documents: its name says nobody's name, and it replaces nothing."""

import stat

import pytest

from fktui.errors import DiskFailed
from fktui.pictures.picture import Picture
from fktui.usecases.paper.pictures import keep_data, keep_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"></svg>'


def test_each_picture_is_a_file_of_its_own(desk, tmp_path):
    one = Picture("Family Koolmees", SVG, ())
    first, second = (keep_picture(desk, one, "Network map", "svg", tmp_path) for _turn in "ab")
    assert first.name == f"{desk.today.isoformat()}-network-map.svg"
    assert first != second
    assert first.read_text() == second.read_text() == SVG
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_what_cannot_be_drawn_leaves_no_file(desk, tmp_path):
    with pytest.raises(Exception, match=r"."):
        keep_picture(desk, Picture("x", "no svg", ()), "Map", "png", tmp_path)
    assert not list(tmp_path.glob("*.png"))


def test_a_folder_that_is_not_there_is_refused(desk, tmp_path):
    with pytest.raises(DiskFailed):
        keep_data(desk, b"a", "Map", "csv", tmp_path / "gone")
