"""Undone and done again, to and fro; what was recorded since a moment; the stamp of a folder."""

import os
import subprocess
import time
from datetime import UTC, datetime, timedelta

import pytest

from fktui.errors import Changed, NotFound
from fktui.model.case import put
from fktui.model.plan import Goal
from fktui.model.stored import Act, Change, Loaded, Story
from fktui.store.git.refs import last_move
from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk


def with_goal(number: int):
    def edit(loaded: Loaded) -> Change:
        goal = Goal(id=f"g-0000{number}", title=f"Doel {number}")
        act = Act(action="goal.add", subject=f"Goal {goal.id} added", record=goal.id)
        return Change(case=put(loaded.case, "goal", goal), act=act)

    return edit


def act(action: str):
    def made(story: Story) -> Act:
        return Act(action=action, subject=f"{action}: {story.subject}", record=story.record)

    return made


@pytest.fixture
def case_id(desk: Desk, koolmees: Loaded) -> str:
    """A family with three goals, each an act of its own."""
    for number in (1, 2, 3):
        desk.change(koolmees.case.id, with_goal(number))
    return koolmees.case.id


def walked(desk: Desk, case_id: str, steps: str) -> list[int]:
    """How many goals there are after each step: u for undo, r for redo."""
    counts = []
    for step in steps:
        if step == "u":
            desk.store.undo(case_id, desk.pen, act("undo"))
        else:
            desk.store.redo(case_id, desk.pen, act("redo"))
        counts.append(len(desk.load(case_id).case.plan.goals))
    return counts


@pytest.mark.parametrize(
    ("steps", "counts"),
    [
        ("ur", [2, 3]),
        ("uurr", [2, 1, 2, 3]),
        ("uruurr", [2, 3, 2, 1, 2, 3]),
        ("uurur", [2, 1, 2, 1, 2]),
        ("uuuruurrr", [2, 1, 0, 1, 0, None, 1, 2, 3]),
    ],
)
def test_undo_and_redo_walk_to_and_fro(
    desk: Desk, case_id: str, steps: str, counts: list[int | None]
) -> None:
    folder = desk.store.places.case(case_id)
    whole = (folder / "plan.yaml").read_bytes()
    for step, count in zip(steps, counts, strict=True):
        if count is None:
            with pytest.raises(NotFound, match="nothing-to-undo"):
                walked(desk, case_id, step)
        else:
            assert walked(desk, case_id, step) == [count]
    if counts[-1] == 3:
        assert (folder / "plan.yaml").read_bytes() == whole


def test_a_redo_says_which_undo_it_takes_back_and_what_comes_again(
    desk: Desk, case_id: str
) -> None:
    undone = desk.store.undo(case_id, desk.pen, act("undo"))
    saved = desk.store.redo(case_id, desk.pen, act("redo"))
    newest = desk.store.stories(case_id)[0]
    assert (newest.commit, newest.undoes, newest.action) == (saved.commit, undone.commit, "redo")
    assert newest.subject == "redo: Goal g-00003 added"


def test_there_is_nothing_to_redo_before_an_undo_or_after_another_act(
    desk: Desk, case_id: str
) -> None:
    for steps in ("", "ur"):
        walked(desk, case_id, steps)
        with pytest.raises(NotFound) as caught:
            walked(desk, case_id, "r")
        assert caught.value.code == "nothing-to-redo"
    walked(desk, case_id, "u")
    desk.change(case_id, with_goal(4))
    with pytest.raises(NotFound):
        walked(desk, case_id, "r")


def test_redo_refuses_where_a_hand_has_been(desk: Desk, case_id: str) -> None:
    walked(desk, case_id, "u")
    plan = desk.store.places.case(case_id) / "plan.yaml"
    edited = plan.read_bytes() + b"# think about it\n"
    plan.write_bytes(edited)
    with pytest.raises(Changed) as caught:
        walked(desk, case_id, "r")
    assert (caught.value.code, caught.value.facts["file"]) == ("redo-changed", "plan.yaml")
    assert plan.read_bytes() == edited


def test_only_families_with_a_commit_since_then_are_touched(desk: Desk, case_id: str) -> None:
    other = new_case(desk, NewCase(name="Gezin Wulp")).case.id
    then = desk.now
    desk.now += timedelta(days=2)
    assert desk.store.touched_since(then + timedelta(seconds=1)) == ()
    desk.change(other, with_goal(1))
    assert desk.store.touched_since(then + timedelta(seconds=1)) == (other,)
    assert set(desk.store.touched_since(then)) == {case_id, other}


def test_what_the_log_says_counts_and_not_the_time_of_its_file(desk: Desk, case_id: str) -> None:
    log = desk.store.places.case(case_id) / ".git" / "logs" / "HEAD"
    os.utime(log, (0, 0))
    assert desk.store.touched_since(desk.now) == (case_id,)
    os.utime(log)
    assert desk.store.touched_since(desk.now + timedelta(days=1)) == ()


@pytest.mark.parametrize("damage", ["gone", "empty", "torn", "a folder", "a link"])
def test_a_family_without_a_readable_log_counts_as_touched(
    desk: Desk, case_id: str, places: Places, damage: str
) -> None:
    log = places.case(case_id) / ".git" / "logs" / "HEAD"
    log.rename(log.with_name("elsewhere"))
    if damage == "empty":
        log.write_bytes(b"")
    elif damage == "torn":
        log.write_bytes(b"0000 1111 Yara <t-1@team> half\n")
    elif damage == "a folder":
        log.mkdir()
    elif damage == "a link":
        log.symlink_to(log.with_name("elsewhere"))
    assert desk.store.touched_since(datetime(2100, 1, 1, tzinfo=UTC)) == (case_id,)


def test_the_last_move_is_that_of_the_last_line_however_long_the_log(
    desk: Desk, case_id: str, places: Places
) -> None:
    folder = places.case(case_id)
    log = folder / ".git" / "logs" / "HEAD"
    assert last_move(folder) == int(desk.now.timestamp())
    line = b"0" * 40 + b" " + b"1" * 40 + b" Wim van der A <t-2@team> %d +0100\tcommit: a 1 +2\n"
    log.write_bytes(b"".join(line % second for second in range(500)))
    assert last_move(folder) == 499


@pytest.mark.parametrize("state", ["loose", "half packed", "packed", "merged"])
def test_the_stories_since_are_those_of_the_whole_history(
    desk: Desk, case_id: str, places: Places, state: str
) -> None:
    git = ["git", "-C", places.case(case_id), "-c", "user.name=W <A", "-c", "user.email=x"]
    moments, both = [desk.now], ("AUTHOR", "COMMITTER")
    for number in (4, 5, 6):
        desk.now += timedelta(days=1)
        desk.change(case_id, with_goal(number))
        moments.append(desk.now)
        if number == 4 and state in ("half packed", "merged"):
            subprocess.run([*git, "gc", "-q", "--prune=now"], check=True)
        if number == 5 and state == "merged":
            side = subprocess.run(
                [*git, "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-p", "HEAD~1", "-m", "Both"],
                check=True,
                capture_output=True,
                text=True,
                env=os.environ | {f"GIT_{who}_DATE": desk.now.isoformat() for who in both},
            )
            subprocess.run([*git, "update-ref", "HEAD", side.stdout.strip()], check=True)
    if state == "packed":
        subprocess.run([*git, "gc", "-q", "--prune=now"], check=True)
    whole = desk.store.stories(case_id)
    for moment in (*moments, desk.now + timedelta(seconds=1), desk.now - timedelta(days=900)):
        wanted = [story for story in whole if story.at >= moment]
        assert desk.store.stories_since(case_id, moment) == wanted
    assert len(whole) == (8 if state == "merged" else 7)


def test_a_family_as_it_was_before_each_commit_of_a_file(desk: Desk, case_id: str) -> None:
    earlier = desk.store.earlier(case_id, ["plan.yaml"])
    assert [len(one.case.plan.goals) for one in earlier] == [3, 2, 1, 0]
    assert [len(one.case.plan.goals) for one in desk.store.earlier(case_id, ["family.yaml"])] == [3]


def settled(take) -> int:
    """A stamp that is to be trusted: not taken within a tick of the last write."""
    for _ in range(200):
        if found := take():
            return found
        time.sleep(0.02)
    raise AssertionError


def test_the_stamp_of_a_family_changes_with_its_files_and_not_with_git(
    desk: Desk, case_id: str, places: Places
) -> None:
    folder = places.case(case_id)
    stamps = [settled(lambda: desk.store.stamp(case_id))]
    (folder / ".git" / "description").write_text("x")
    assert desk.store.stamp(case_id) == stamps[0]
    plan = folder / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"Doel 1", b"Doel 9"))
    stamps.append(settled(lambda: desk.store.stamp(case_id)))
    (folder / "contacts").mkdir()
    (folder / "contacts" / "note.md").write_text("x")
    stamps.append(settled(lambda: desk.store.stamp(case_id)))
    (folder / "contacts" / "note.md").unlink()
    stamps.append(settled(lambda: desk.store.stamp(case_id)))
    assert len(set(stamps)) == 4


def test_the_stamp_of_the_team_changes_with_its_files(desk: Desk, places: Places) -> None:
    before = settled(desk.team_store.stamp)
    (places.team / "templates").mkdir(exist_ok=True)
    (places.team / "templates" / "letter.md").write_text("x")
    assert settled(desk.team_store.stamp) != before
