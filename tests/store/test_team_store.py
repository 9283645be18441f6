"""The team's own files: read and changed like a family, one act a commit."""

import random
from pathlib import Path

import msgspec
import pytest

from fktui.errors import Changed, NotFound, Unreadable
from fktui.model.knowledge import CommunityService
from fktui.model.stored import Act, LoadedTeam, TeamChange
from fktui.model.team import TEAM_FILES, put_in_team, team_records
from fktui.settings import read_device
from fktui.store.repository import Repository
from fktui.store.team import TeamStore
from fktui.usecases.desk import Desk
from fktui.usecases.setup import open_desk
from fktui.usecases.team.records import save_hand_edits, undo


def with_place(name: str, place_id: str = "o-7kq2m"):
    def edit(loaded: LoadedTeam) -> TeamChange:
        place = CommunityService(id=place_id, name=name)
        act = Act(action="service.add", subject=f"Place {place_id} noted", record=place_id)
        return TeamChange(folder=put_in_team(loaded.folder, "service", place), act=act)

    return edit


@pytest.fixture
def folder(desk: Desk) -> Path:
    return desk.store.places.team


def git(desk: Desk) -> Repository:
    return Repository(desk.store.places.team)


def test_a_file_that_is_not_there_is_empty(desk: Desk, folder: Path) -> None:
    (folder / "principles.yaml").unlink()
    loaded = desk.team_store.load()
    assert [found.kind.name for found in team_records(loaded.folder)] == ["colleague"]
    assert loaded.issues == ()


def test_a_change_is_one_commit_with_its_trailers(desk: Desk, folder: Path) -> None:
    saved = desk.change_team(with_place("Taalcafé"))
    newest = git(desk).history()[0]
    assert (newest.id, newest.subject) == (saved.commit, "Place o-7kq2m noted")
    assert dict(newest.trailers)["Fk-Record"] == "community.yaml#o-7kq2m"
    assert (folder / "community.yaml").read_text(encoding="utf-8") == (
        "services:\n  - id: o-7kq2m\n    name: Taalcafé\n"
    )
    assert git(desk).fsck() == ()


def test_only_the_difference_is_written(desk: Desk, folder: Path) -> None:
    file = folder / "community.yaml"
    text = "# checked in spring\nservices:\n- id: o-3fd8p   # the nearest\n  name: 'Sportpas'\n"
    file.write_text(text, encoding="utf-8")
    desk.change_team(with_place("Taalcafé"))
    assert file.read_text(encoding="utf-8") == text + "- id: o-7kq2m\n  name: Taalcafé\n"
    assert [one.subject for one in git(desk).history()] == [
        "Place o-7kq2m noted",
        "Changed by hand",
        "Store opened",
    ]


def test_nothing_different_makes_no_commit(desk: Desk) -> None:
    act = Act(action="service.edit", subject="x")
    saved = desk.change_team(lambda loaded: TeamChange(folder=loaded.folder, act=act))
    assert saved.commit is None
    assert len(desk.team_store.stories()) == 1


def test_two_who_change_at_once_both_succeed(desk: Desk) -> None:
    places = desk.store.places
    other = open_desk(places, read_device(places), desk.now, random.Random(2))
    desk.change_team(with_place("Taalcafé"))
    other.change_team(with_place("Sportpas", "o-3fd8p"))
    names = [one.name for one in other.team.folder.community.services]
    assert names == ["Taalcafé", "Sportpas"]


def test_a_desk_knows_what_it_changed(desk: Desk) -> None:
    saved = desk.change_team(with_place("Taalcafé"))
    assert desk.team == saved.loaded
    assert desk.list_names()["o-7kq2m"] == "Taalcafé"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("services: [\n", "yaml-syntax", 2),
        ("services:\n  - id: o-3fd8p\n", "missing-field", 2),
        ("services:\n- {id: o-3fd8p, name: a}\n- {id: o-3fd8p, name: b}\n", "duplicate-id", 3),
    ],
)
def test_a_broken_list_is_told_with_its_line_and_never_written(
    desk: Desk, folder: Path, text: str, code: str, line: int
) -> None:
    (folder / "community.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        desk.change_team(with_place("Taalcafé"))
    assert caught.value.code == "team-broken"
    [issue] = caught.value.issues
    assert (issue.code, issue.place.file, issue.place.line) == (code, "team/community.yaml", line)
    assert (folder / "community.yaml").read_text(encoding="utf-8") == text


def test_a_broken_list_hinders_nobody_who_opens_the_store(desk: Desk, folder: Path) -> None:
    (folder / "community.yaml").write_text("services: [\n", encoding="utf-8")
    places = desk.store.places
    opened = open_desk(places, read_device(places), desk.now, random.Random(2))
    assert opened.colleagues == desk.colleagues


def test_undo_puts_back_what_was_there(desk: Desk, folder: Path) -> None:
    desk.change_team(with_place("Taalcafé"))
    saved = undo(desk)
    assert not (folder / "community.yaml").exists()
    assert saved.loaded.folder.community.services == ()
    assert desk.team == saved.loaded
    assert [one.action for one in desk.team_store.stories()] == ["undo", "service.add", "store.new"]
    with pytest.raises(NotFound) as caught:
        undo(desk)
    assert caught.value.code == "nothing-to-undo"


def test_undo_leaves_a_hand_edit_alone(desk: Desk, folder: Path) -> None:
    desk.change_team(with_place("Taalcafé"))
    file = folder / "community.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# by hand\n", encoding="utf-8")
    with pytest.raises(Changed):
        undo(desk)
    assert file.read_text(encoding="utf-8").endswith("# by hand\n")


def test_hand_edits_are_recorded_when_asked(desk: Desk, folder: Path) -> None:
    text = "services:\n  - id: o-3fd8p\n    name: Sportpas\n"
    (folder / "community.yaml").write_text(text, encoding="utf-8")
    assert desk.team_store.hand_edits() == (("community.yaml", "added"),)
    saved = save_hand_edits(desk, "after the walk around the block")
    assert saved.commit == git(desk).head()
    assert desk.team_store.hand_edits() == ()
    assert desk.team_store.stories()[0].reason == "after the walk around the block"


def test_every_part_has_its_file_and_is_read_back(desk: Desk) -> None:
    loaded = TeamStore(desk.store.places).load()
    assert set(msgspec.structs.asdict(loaded.folder)) == set(TEAM_FILES)
    assert {"fk.yaml", "principles.yaml", "team.yaml"} < set(loaded.fingerprints)
