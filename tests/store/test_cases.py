"""A store of families: create, change, look back, take back."""

from datetime import timedelta

import msgspec
import pytest

from fktui.errors import Changed, NoStore, NotFound, Unreadable, Unsafe
from fktui.model.case import put
from fktui.model.plan import Goal
from fktui.model.stored import Act, Change, Loaded
from fktui.store.places import Places, find_store
from fktui.usecases.desk import Desk
from fktui.usecases.history import save_hand_edits, undo


def with_goal(title: str, goal_id: str = "g-7kq2m"):
    def edit(loaded: Loaded) -> Change:
        act = Act(action="goal.add", subject=f"Goal {goal_id} added", record=goal_id)
        return Change(case=put(loaded.case, "goal", Goal(id=goal_id, title=title)), act=act)

    return edit


def test_a_new_family_is_a_repository_that_reads_as_a_story(desk: Desk, koolmees: Loaded) -> None:
    case_id = koolmees.case.id
    assert desk.store.case_ids() == (case_id,)
    assert koolmees.case.trajectory.name == "Familie Koolmees"
    assert len(koolmees.case.trajectory.phases) == 4
    [story] = desk.store.stories(case_id)
    assert (story.action, story.by, story.record) == ("case.new", "Yara Meerkoet", case_id)


def test_a_change_is_one_commit_with_its_trailers(desk: Desk, koolmees: Loaded) -> None:
    saved = desk.change(koolmees.case.id, with_goal("Samen eten"))
    assert saved.loaded.case.plan.goals[0].title == "Samen eten"
    newest = desk.store.repository(koolmees.case.id).history()[0]
    assert newest.id == saved.commit
    assert dict(newest.trailers) == {
        "Fk-Action": "goal.add",
        "Fk-Record": "plan.yaml#g-7kq2m",
        "Fk-By": f"{desk.colleague}/{desk.device}",
        "Fk-Version": "1",
    }


def test_a_change_that_changes_nothing_makes_no_commit(desk: Desk, koolmees: Loaded) -> None:
    act = Act(action="goal.edit", subject="x")
    saved = desk.change(koolmees.case.id, lambda loaded: Change(case=loaded.case, act=act))
    assert saved.commit is None
    assert len(desk.store.stories(koolmees.case.id)) == 1


def test_what_somebody_else_changed_is_not_overwritten(desk: Desk, koolmees: Loaded) -> None:
    seen = desk.change(koolmees.case.id, with_goal("Samen eten")).loaded
    desk.change(koolmees.case.id, with_goal("Samen koken", "g-3fd8p"))
    with pytest.raises(Changed) as caught:
        desk.change(koolmees.case.id, with_goal("Anders"), seen)
    assert caught.value.facts["file"] == "plan.yaml"
    goals = desk.load(koolmees.case.id).case.plan.goals
    assert [goal.title for goal in goals] == ["Samen eten", "Samen koken"]


def test_a_broken_file_makes_its_family_read_only_and_no_other(
    desk: Desk, koolmees: Loaded, places: Places
) -> None:
    from fktui.usecases.course.cases import NewCase, new_case

    other = new_case(desk, NewCase(name="Gezin Wulp")).case.id
    broken = places.case(koolmees.case.id) / "plan.yaml"
    broken.write_text("goals: [\n", encoding="utf-8")
    loaded = desk.load(koolmees.case.id)
    assert loaded.case.trajectory.name == "Familie Koolmees"
    assert [issue.level.value for issue in loaded.broken] == ["error"]
    with pytest.raises(Unreadable):
        desk.change(koolmees.case.id, with_goal("Samen eten"))
    with pytest.raises(Unreadable):
        save_hand_edits(desk, koolmees.case.id, "")
    assert broken.read_text(encoding="utf-8") == "goals: [\n"
    assert desk.change(other, with_goal("Samen eten")).commit


def test_undo_takes_back_one_act_after_the_other(
    desk: Desk, koolmees: Loaded, places: Places
) -> None:
    folder = places.case(koolmees.case.id)
    states = [(folder / "case.yaml").read_bytes()]
    for number in range(3):
        desk.change(koolmees.case.id, with_goal(f"Doel {number}", f"g-0000{number}"))
    for left in (2, 1, 0):
        undo(desk, koolmees.case.id)
        assert len(desk.load(koolmees.case.id).case.plan.goals) == left
    assert not (folder / "plan.yaml").exists()
    assert (folder / "case.yaml").read_bytes() == states[0]
    with pytest.raises(NotFound) as caught:
        undo(desk, koolmees.case.id)
    assert caught.value.code == "nothing-to-undo"
    assert len(desk.store.stories(koolmees.case.id)) == 7


def test_undo_refuses_where_a_hand_has_been(desk: Desk, koolmees: Loaded, places: Places) -> None:
    desk.change(koolmees.case.id, with_goal("Samen eten"))
    plan = places.case(koolmees.case.id) / "plan.yaml"
    plan.write_bytes(plan.read_bytes() + b"# think about it\n")
    with pytest.raises(Changed) as caught:
        undo(desk, koolmees.case.id)
    assert caught.value.code == "undo-changed"
    save_hand_edits(desk, koolmees.case.id, "thought about it")
    undo(desk, koolmees.case.id)
    assert b"think" not in plan.read_bytes()
    undo(desk, koolmees.case.id)
    assert not plan.exists()


def test_hand_edits_are_seen_and_recorded_as_such(
    desk: Desk, koolmees: Loaded, places: Places
) -> None:
    folder = places.case(koolmees.case.id)
    case_file = folder / "case.yaml"
    case_file.write_bytes(case_file.read_bytes().replace(b"Koolmees", b"Merel"))
    assert desk.store.hand_edits(koolmees.case.id) == (("case.yaml", "changed"),)
    saved = save_hand_edits(desk, koolmees.case.id, "name corrected")
    newest = desk.store.stories(koolmees.case.id)[0]
    assert (newest.commit, newest.action, newest.reason) == (
        saved.commit,
        "hand.edit",
        "name corrected",
    )
    assert desk.store.hand_edits(koolmees.case.id) == ()
    assert save_hand_edits(desk, koolmees.case.id, "").commit is None


def test_a_hand_edit_in_the_same_file_is_recorded_before_the_act(
    desk: Desk, koolmees: Loaded, places: Places
) -> None:
    desk.change(koolmees.case.id, with_goal("Samen eten"))
    plan = places.case(koolmees.case.id) / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"Samen eten", b"Samen koken"))
    desk.change(koolmees.case.id, with_goal("Naar school", "g-3fd8p"))
    subjects = [story.subject for story in desk.store.stories(koolmees.case.id)]
    assert subjects[:2] == ["Goal g-3fd8p added", "Changed by hand"]
    titles = [goal.title for goal in desk.load(koolmees.case.id).case.plan.goals]
    assert titles == ["Samen koken", "Naar school"]


def test_a_family_as_it_was(desk: Desk, koolmees: Loaded) -> None:
    case_id = koolmees.case.id
    desk.now += timedelta(days=2)
    desk.change(case_id, with_goal("Samen eten"))
    day = desk.today
    assert len(desk.load(case_id, day).case.plan.goals) == 1
    earlier = desk.load(case_id, day - timedelta(days=1))
    assert earlier.case.plan.goals == ()
    assert earlier.revision is not None
    with pytest.raises(NotFound) as caught:
        desk.load(case_id, day - timedelta(days=9))
    assert caught.value.code == "history-begins-later"


def test_only_families_are_families(desk: Desk, koolmees: Loaded, places: Places) -> None:
    (places.cases / "notes.txt").write_text("x", encoding="utf-8")
    (places.cases / "wilg-000").symlink_to(places.case(koolmees.case.id))
    assert desk.store.case_ids() == (koolmees.case.id,)
    assert desk.store.foreign() == ("notes.txt", "wilg-000")
    with pytest.raises(Unsafe):
        desk.load("wilg-000")
    for name in ("../team", "wilg-111", "notes.txt"):
        with pytest.raises(NotFound):
            desk.load(name)


def test_a_store_without_its_folder_for_families_is_empty(desk: Desk, places: Places) -> None:
    places.cases.rmdir()
    assert desk.store.case_ids() == ()
    assert desk.store.foreign() == ()


def test_the_nearest_store_upward_wins(desk: Desk, places: Places, tmp_path) -> None:
    inside = places.cases / "deep" / "deeper"
    inside.mkdir(parents=True)
    assert find_store(None, inside, None) == places
    assert find_store(places.root, tmp_path, None) == places
    assert find_store(None, tmp_path, places.root) == places
    with pytest.raises(NoStore):
        find_store(None, tmp_path, tmp_path / "nothing")
    with pytest.raises(NoStore):
        find_store(tmp_path, inside, None)


def test_the_pen_of_somebody_unknown_still_writes(desk: Desk, koolmees: Loaded) -> None:
    desk.colleague = "t-00000"
    assert desk.pen.name == "t-00000"
    assert msgspec.structs.asdict(desk.pen)["colleague"] == "t-00000"


def test_a_family_that_could_not_be_read_back_is_not_made(desk: Desk, places: Places) -> None:
    from fktui.usecases.course.cases import NewCase, new_case

    with pytest.raises(Unreadable):
        new_case(desk, NewCase(name="Gezin Wulp", referrer="OKT " * 1_000_000))
    assert desk.store.case_ids() == ()
    assert list(places.cases.iterdir()) == []
