"""The map of one day and of two, as screen and command line have it, and what is made of it."""

import random
from datetime import UTC, date, datetime

import pytest

from fktui.method.around.network import on_the_map
from fktui.settings import read_device
from fktui.store.places import Places
from fktui.usecases.people.network_files import files_of
from fktui.usecases.people.network_maps import Seen, map_of_day, map_of_two_days
from fktui.usecases.setup import open_desk

BEGIN = date(2025, 3, 1)
NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)


CASE = "ijsvogel-k4f"


@pytest.fixture
def desk(demo_once):
    return open_desk(Places(demo_once), read_device(Places(demo_once)), NOW, random.Random(3))


@pytest.fixture
def days(desk):
    then = Seen(desk.load(CASE, BEGIN).case, BEGIN)
    return then, Seen(desk.load(CASE).case, desk.today)


def test_the_map_of_a_day_has_everybody_of_that_day(desk, days):
    then, _now = days
    found = map_of_day(desk, then)
    assert [one.id for one in found.scene.people] == [
        one.id for one in on_the_map(then.case, BEGIN)
    ]
    assert found.found is None
    assert "1 March 2025" in found.title
    assert str(len(found.scene.people)) in found.days[0]


def test_two_days_have_everybody_of_either(desk, days):
    found = map_of_two_days(desk, *days)
    shown = {one.id for one in found.scene.people}
    assert shown == {one.id for seen in days for one in on_the_map(seen.case, seen.on)}
    assert found.found is not None
    assert set(found.scene.changes) <= shown
    picture = found.picture()
    assert picture.words[: len(found.days)] == found.days
    assert "→" in picture.title


def test_each_file_is_made_and_a_comparison_has_no_table(desk, days, tmp_path, monkeypatch):
    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    one = {kind.id: kind for kind in files_of(days[1:])}
    assert list(one) == ["pdf", "png", "svg", "copy", "csv", "graphml"]
    made = {name: kind.make(desk) for name, kind in one.items()}
    assert all(path.stat().st_size for path in made.values())
    assert [kind.id for kind in files_of(days)] == ["pdf", "png", "svg", "copy"]


def test_a_copy_to_give_away_names_nobody(desk, days, tmp_path, monkeypatch):
    pypdf = pytest.importorskip("pypdf")
    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    copy = next(kind for kind in files_of(days) if kind.id == "copy").make(desk)
    text = pypdf.PdfReader(copy).pages[0].extract_text()
    names = [one.name for seen in days for one in on_the_map(seen.case, seen.on)]
    assert names
    assert not [name for name in names if name in text]
