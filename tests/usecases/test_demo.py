"""The practice store: six families, each with a history that can be believed."""

import random
import subprocess
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fktui.errors import AlreadyExists
from fktui.settings import read_device
from fktui.store.places import Places
from fktui.usecases.demo import make_demo
from fktui.usecases.setup import open_desk
from fktui.words import language
from fktui.words.acts import LIMIT

CASES = Path(__file__).parents[2] / "cases"
NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
FAMILIES = sorted(path.name for path in CASES.iterdir() if "-" in path.name)
TOLD = FAMILIES[:3]


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


def log(folder: Path, form: str) -> list[str]:
    return git(folder, "log", f"--format={form}").splitlines()


def test_there_are_six_families_of_one_team(demo_once: Path) -> None:
    assert sorted(path.name for path in (demo_once / "cases").iterdir()) == FAMILIES
    assert len(FAMILIES) == 6
    assert not (demo_once / "cases" / "stories").exists()


@pytest.mark.parametrize("case_id", FAMILIES)
def test_the_files_are_those_of_the_package(demo_once: Path, case_id: str) -> None:
    made, packaged = demo_once / "cases" / case_id, CASES / case_id
    names = {p.relative_to(packaged) for p in packaged.rglob("*") if p.is_file()}
    there = {p.relative_to(made) for p in made.rglob("*") if p.is_file() and ".git" not in p.parts}
    assert there == names
    assert [
        name for name in names if (made / name).read_bytes() != (packaged / name).read_bytes()
    ] == []


@pytest.mark.parametrize("case_id", [*FAMILIES, "../team"])
def test_git_finds_nothing_wrong(demo_once: Path, case_id: str) -> None:
    folder = demo_once / "cases" / case_id
    assert git(folder, "fsck", "--strict", "--no-progress") == ""
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.parametrize("case_id", FAMILIES)
def test_the_history_reads_as_a_story(demo_once: Path, case_id: str) -> None:
    folder = demo_once / "cases" / case_id
    days = [date.fromisoformat(day) for day in reversed(log(folder, "%as"))]
    assert days == sorted(days)
    assert days[-1] <= NOW.date()
    subjects = log(folder, "%s")
    assert max(map(len, subjects)) <= LIMIT
    assert not [subject for subject in subjects if "{" in subject or "None" in subject]
    assert all(
        "Fk-Action: " in body
        for body in git(folder, "log", "-z", "--format=%B").split("\0")
        if body
    )


@pytest.mark.parametrize("case_id", TOLD)
def test_two_coaches_wrote_many_acts(demo_once: Path, case_id: str) -> None:
    folder = demo_once / "cases" / case_id
    authors = Counter(log(folder, "%an"))
    assert len(authors) >= 2
    assert sum(authors.values()) >= 25
    assert len(set(log(folder, "%as"))) >= 10


@pytest.mark.parametrize("case_id", FAMILIES)
def test_no_subject_names_a_member_of_the_family(demo_once: Path, case_id: str) -> None:
    places = Places(demo_once)
    desk = open_desk(places, read_device(places), NOW, random.Random(1))
    case = desk.load(case_id).case
    people = (*case.family.people, *(n for n in case.network.people if n.kind.value == "person"))
    names = {person.name.split()[0] for person in people}
    words = {
        word.strip(":,()“”") for line in log(places.case(case_id), "%s") for word in line.split()
    }
    assert not names & words


def test_the_demo_lives_on_its_own_day_and_is_sound(demo_once: Path) -> None:
    desk = open_desk(Places(demo_once), read_device(Places(demo_once)), NOW, random.Random(1))
    assert desk.settings.demo
    assert desk.settings.today == NOW.date()
    for case_id in FAMILIES:
        loaded = desk.load(case_id)
        assert loaded.issues == ()
        assert desk.store.hand_edits(case_id) == ()
        assert loaded.case.trajectory.fictional


def test_an_undo_in_the_demo_goes_back_in_its_story(demo_copy: Path) -> None:
    from fktui.usecases.history import undo

    desk = open_desk(Places(demo_copy), read_device(Places(demo_copy)), NOW, random.Random(1))
    for case_id in FAMILIES[:1]:
        before = desk.load(case_id).case
        for _number in range(3):
            undo(desk, case_id)
        after = desk.load(case_id)
        assert after.case != before
        assert after.broken == ()


@pytest.mark.parametrize("folder", ["team", "cases"])
def test_a_folder_in_use_is_left_alone(tmp_path: Path, folder: str) -> None:
    (tmp_path / "busy" / folder).mkdir(parents=True)
    with pytest.raises(AlreadyExists) as caught:
        make_demo(Places(tmp_path / "busy"), NOW, random.Random(1), lambda *_told: None)
    assert caught.value.code == "demo-exists"
    assert [path.name for path in (tmp_path / "busy").iterdir()] == [folder]


def test_a_demo_that_is_interrupted_leaves_nothing_and_can_be_made_again(tmp_path: Path) -> None:
    language.use("nl")
    told: list[tuple[str, int, int]] = []

    def stop(*progress: object) -> None:
        told.append(progress)  # type: ignore[arg-type]
        if len(told) == 5:
            raise KeyboardInterrupt

    places = Places(tmp_path / "store")
    with pytest.raises(KeyboardInterrupt):
        make_demo(places, NOW, random.Random(1), stop)
    assert list(places.root.iterdir()) == []
    assert [done for _name, done, _every in told] == [1, 2, 3, 4, 5]
    assert told[0][2] > 40
