"""Making a store and opening it."""

import random
import stat

import pytest

from fktui.errors import AlreadyExists, NewerStore, Unreadable, WrongUse
from fktui.settings import Device, read_device
from fktui.store.places import Places
from fktui.store.repository import Repository
from fktui.usecases import setup
from fktui.usecases.desk import Desk
from fktui.usecases.setup import NewStore, make_store, open_desk, read_team, work_as
from fktui.words import language

BITS = random.Random(3)


def test_a_new_store_has_its_team_with_one_colleague(desk: Desk) -> None:
    settings, team = read_team(desk.store.places)
    [me] = team.folder.team.colleagues
    assert (settings.team, settings.language, settings.format) == ("Team Demo", "en", 1)
    assert settings.id.startswith("store-")
    assert (me.name, me.active_from) == ("Yara Meerkoet", desk.today)
    assert desk.colleague == me.id
    assert desk.pen.name == "Yara Meerkoet"


def test_the_team_folder_is_a_repository_with_one_commit(desk: Desk) -> None:
    team = Repository(desk.store.places.team)
    assert [revision.subject for revision in team.history()] == ["Store opened"]
    names = ["README.md", "fk.yaml", "principles.yaml", "references.md", "team.yaml"]
    assert sorted(team.read().files) == names
    assert team.fsck() == ()


def test_what_is_of_this_computer_is_closed_to_others(desk: Desk) -> None:
    private = desk.store.places.private
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert stat.S_IMODE(desk.store.places.device.stat().st_mode) == 0o600
    assert read_device(desk.store.places) == Device(desk.colleague, desk.device)


def test_a_new_store_is_of_who_made_it_alone(tmp_path, desk: Desk) -> None:
    root = tmp_path / "new" / "store"
    make_store(Places(root), NewStore(team="", language="nl", name=""), desk.now, BITS)
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    assert stat.S_IMODE((root / "cases").stat().st_mode) == 0o700


@pytest.mark.parametrize("there", [False, True])
def test_a_store_that_cannot_be_made_leaves_nothing(
    tmp_path, desk: Desk, monkeypatch, there
) -> None:
    root = tmp_path / "new"
    if there:
        root.mkdir()
        (root / "foto.jpg").touch()

    def full(*_told: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(setup, "write_device", full)
    with pytest.raises(OSError, match="No space"):
        make_store(Places(root), NewStore(team="", language="nl", name=""), desk.now, BITS)
    left = [one.name for one in root.iterdir() if one.name != ".fk"] if root.exists() else []
    assert left == (["foto.jpg"] if there else [])
    assert root.exists() is there


def test_nothing_said_is_something_readable(tmp_path, desk: Desk) -> None:
    language.use("nl")
    start = NewStore(team="", language="nl", name=" \x1b[31m ")
    made = make_store(Places(tmp_path / "other"), start, desk.now, BITS)
    assert made.pen.name == "[31m"
    start = NewStore(team=" ", language="nl", name=" ")
    made = make_store(Places(tmp_path / "third"), start, desk.now, BITS)
    assert made.pen.name == language._("Coach")
    assert made.settings.team == language._("Our team")


def test_a_store_is_not_made_twice(desk: Desk) -> None:
    start = NewStore(team="Ander team", language="nl", name="Bas Fuut")
    before = desk.store.places.settings.read_bytes()
    with pytest.raises(AlreadyExists) as caught:
        make_store(desk.store.places, start, desk.now, BITS)
    assert caught.value.code == "store-exists"
    assert desk.store.places.settings.read_bytes() == before


@pytest.mark.parametrize("folder", ["team", "cases"])
def test_a_store_is_not_made_among_other_peoples_folders(tmp_path, desk: Desk, folder) -> None:
    (tmp_path / "busy" / folder).mkdir(parents=True)
    start = NewStore(team="Team", language="nl", name="Bas Fuut")
    with pytest.raises(AlreadyExists) as caught:
        make_store(Places(tmp_path / "busy"), start, desk.now, BITS)
    assert caught.value.code == "folder-not-empty"
    assert [path.name for path in (tmp_path / "busy").iterdir()] == [folder]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("fk.yaml", ""),
        ("fk.yaml", "format: one\nid: store-1\nteam: Demo\n"),
        ("fk.yaml", "format: [1"),
        ("team.yaml", "colleagues: &a [*a]\n"),
        ("team.yaml", "colleagues:\n  - name: Bas Fuut\n"),
        ("team.yaml", "- colleagues\n"),
    ],
)
def test_a_store_whose_team_is_broken_is_not_opened(desk: Desk, name, text) -> None:
    (desk.store.places.team / name).write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        read_team(desk.store.places)
    assert caught.value.code == "team-broken"
    assert caught.value.issues


def test_a_store_of_a_newer_fk_is_left_alone(desk: Desk) -> None:
    settings = desk.store.places.settings
    text = settings.read_text(encoding="utf-8").replace("format: 1", "format: 2")
    settings.write_text(text, encoding="utf-8")
    with pytest.raises(NewerStore) as caught:
        open_desk(desk.store.places, None, desk.now, BITS)
    assert caught.value.facts == {"format": 2, "known": 1}


def test_a_copied_store_knows_its_only_colleague(desk: Desk) -> None:
    desk.store.places.device.unlink()
    opened = open_desk(desk.store.places, None, desk.now, BITS)
    assert opened.colleague == desk.colleague
    assert read_device(desk.store.places) == Device(opened.colleague, opened.device)


def test_with_more_colleagues_fk_asks_who_works_here(desk: Desk) -> None:
    team = desk.store.places.team / "team.yaml"
    more = "  - id: t-00000\n    name: Bas Fuut\n"
    team.write_text(team.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(WrongUse) as caught:
        open_desk(desk.store.places, None, desk.now, BITS)
    assert caught.value.code == "who-are-you"
    found = open_desk(desk.store.places, Device("t-00000", "abcde"), desk.now, BITS)
    assert found.pen.name == "Bas Fuut"


@pytest.mark.parametrize(
    ("name", "email", "who"),
    [
        ("bas fuut", "", "t-00000"),
        ("Bas", "BAS@example.nl", "t-00000"),
        (" Yara Meerkoet ", "", None),
    ],
)
def test_who_is_in_the_team_can_work_at_another_computer(desk: Desk, name, email, who) -> None:
    team = desk.store.places.team / "team.yaml"
    more = "  - id: t-00000\n    name: Bas Fuut\n    email: bas@example.nl\n"
    team.write_text(team.read_text(encoding="utf-8") + more, encoding="utf-8")
    desk.store.places.device.unlink()
    work_as(desk.store.places, name, email, BITS)
    found = read_device(desk.store.places)
    assert found is not None
    assert found.colleague == (who or desk.colleague)


@pytest.mark.parametrize("name", ["Niemand", "", "Bas"])
def test_who_is_not_in_the_team_cannot(desk: Desk, name) -> None:
    desk.store.places.device.unlink()
    with pytest.raises(WrongUse) as caught:
        work_as(desk.store.places, name, "", BITS)
    assert (caught.value.code, caught.value.facts["known"]) == ("not-in-team", "Yara Meerkoet")
    assert read_device(desk.store.places) is None
