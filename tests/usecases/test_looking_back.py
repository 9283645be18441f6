"""Looking back and taking back."""

from datetime import date, timedelta

import pytest

from fktui.errors import Ambiguous, Changed, NotFound, Unreadable, WrongUse
from fktui.model.diff import How
from fktui.usecases.desk import Desk
from fktui.usecases.history import (
    between,
    hand_edits,
    just_undone,
    of_commit,
    save_hand_edits,
    stories,
    undo,
)
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.plan.goals import add_goal, add_step, score_goal
from fktui.usecases.records import add_record, edit_record
from fktui.words import language

TODAY = date(2026, 11, 21)


def files_of(desk: Desk, case_id: str) -> dict[str, bytes]:
    folder = desk.store.places.case(case_id)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def five_acts(desk: Desk, case_id: str) -> None:
    """A person, a goal, a step, a score, and a contact: four files, one of them new."""
    mila = add_record(desk, case_id, "person", {"name": "Mila", "role": "child"}).act.record
    add_goal(desk, case_id, {"title": "Samen eten", "owners": (mila,)})
    add_step(desk, case_id, "samen", {"what": "Boodschappen doen"})
    score_goal(desk, case_id, "samen", 1)
    fields = {"on": TODAY, "hours": 1.5, "present": (mila,), "body": "Aan tafel."}
    add_contact(desk, case_id, fields)


def test_five_times_undone_gives_every_state_back_byte_for_byte(desk: Desk, koolmees: str) -> None:
    states = [files_of(desk, koolmees)]
    mila = add_record(desk, koolmees, "person", {"name": "Mila", "role": "child"}).act.record
    states.append(files_of(desk, koolmees))
    add_goal(desk, koolmees, {"title": "Samen eten", "owners": (mila,)})
    states.append(files_of(desk, koolmees))
    edit_record(desk, koolmees, mila, ("person",), {"note": "Speelt in de tuin."})
    states.append(files_of(desk, koolmees))
    score_goal(desk, koolmees, "samen", 1)
    states.append(files_of(desk, koolmees))
    add_contact(desk, koolmees, {"on": TODAY, "body": "Aan tafel."})
    for earlier in reversed(states):
        saved = undo(desk, koolmees)
        assert files_of(desk, koolmees) == earlier
        assert saved.act.subject.startswith("Undone: ")
    assert len(stories(desk, koolmees)) == 11
    with pytest.raises(NotFound) as caught:
        undo(desk, koolmees)
    assert caught.value.code == "nothing-to-undo"
    assert desk.store.repository(koolmees).fsck() == ()


def test_an_undo_names_what_it_undoes(desk: Desk, koolmees: str) -> None:
    commit = add_goal(desk, koolmees, {"title": "Samen eten"}).commit
    undo(desk, koolmees)
    newest, undone, _opened = stories(desk, koolmees)
    assert (newest.action, newest.undoes) == ("undo", commit)
    assert newest.record == undone.record


def test_what_was_just_undone_is_known_until_something_else_is_done(
    desk: Desk, koolmees: str
) -> None:
    assert just_undone(desk, koolmees) is None
    add_goal(desk, koolmees, {"title": "Samen eten"})
    score_goal(desk, koolmees, "samen", 1)
    undo(desk, koolmees)
    undo(desk, koolmees)
    act = just_undone(desk, koolmees)
    assert act is not None
    assert act.action == "goal.add"
    add_goal(desk, koolmees, {"title": "Samen koken"})
    assert just_undone(desk, koolmees) is None


def test_an_act_after_an_undo_is_the_next_to_go(desk: Desk, koolmees: str) -> None:
    add_goal(desk, koolmees, {"title": "Samen eten"})
    add_goal(desk, koolmees, {"title": "Naar school"})
    undo(desk, koolmees)
    add_goal(desk, koolmees, {"title": "Slapen"})
    undo(desk, koolmees)
    undo(desk, koolmees)
    assert desk.load(koolmees).case.plan.goals == ()


def test_the_history_of_one_record(desk: Desk, koolmees: str) -> None:
    five_acts(desk, koolmees)
    goal = desk.load(koolmees).case.plan.goals[0]
    actions = [story.action for story in stories(desk, koolmees, "samen eten")]
    assert actions == ["goal.first-score", "goal.add"]
    assert [story.record for story in stories(desk, koolmees, goal.steps[0].id)] == [
        goal.steps[0].id
    ]
    assert len(stories(desk, koolmees)) == 6
    with pytest.raises(NotFound):
        stories(desk, koolmees, "moon")


def test_a_record_that_is_gone_still_has_its_history(desk: Desk, koolmees: str) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    undo(desk, koolmees)
    assert [story.action for story in stories(desk, koolmees, goal)] == ["undo", "goal.add"]


def test_a_name_of_two_records_is_not_guessed(desk: Desk, koolmees: str) -> None:
    for title in ("Samen eten", "Samen koken"):
        add_goal(desk, koolmees, {"title": title})
    with pytest.raises(Ambiguous):
        stories(desk, koolmees, "samen")


def test_what_differs_between_two_days(desk: Desk, koolmees: str) -> None:
    desk.now += timedelta(days=3)
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    desk.now += timedelta(days=3)
    edit_record(desk, koolmees, goal, ("goal",), {"title": "Samen koken"})

    def found(start: int, end: int) -> list[tuple[How, str]]:
        days = (TODAY + timedelta(days=number) for number in (start, end))
        return [(one.how, one.id) for one in between(desk, koolmees, *days).differences]

    assert found(0, 2) == []
    assert found(0, 3) == found(0, 9) == [(How.ADDED, goal)]
    assert found(3, 6) == [(How.CHANGED, goal)]
    assert found(6, 6) == []


def test_days_the_wrong_way_round_or_before_the_family_came(desk: Desk, koolmees: str) -> None:
    with pytest.raises(WrongUse) as caught:
        between(desk, koolmees, TODAY, TODAY - timedelta(days=1))
    assert caught.value.code == "days-reversed"
    with pytest.raises(NotFound) as missing:
        between(desk, koolmees, TODAY - timedelta(days=9), TODAY - timedelta(days=8))
    assert missing.value.code == "history-begins-later"


def test_what_differs_since_before_the_family_came_is_everything(desk: Desk, koolmees: str) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    found = between(desk, koolmees, TODAY - timedelta(days=9), TODAY).differences
    assert [one.id for one in found if one.how is How.ADDED] == [goal]


def test_what_one_commit_changed(desk: Desk, koolmees: str) -> None:
    five_acts(desk, koolmees)
    told = stories(desk, koolmees)
    [change] = of_commit(desk, koolmees, told[0], told[1]).differences
    assert (change.how, change.kind) == (How.ADDED, "contact")
    assert of_commit(desk, koolmees, told[-1], None).differences == ()


def test_hand_edits_are_listed_and_recorded(desk: Desk, koolmees: str) -> None:
    add_goal(desk, koolmees, {"title": "Samen eten"})
    folder = desk.store.places.case(koolmees)
    plan = folder / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"Samen eten", b"Samen koken"))
    (folder / "network.yaml").write_text("people: []\n", encoding="utf-8")
    assert hand_edits(desk, koolmees) == (("network.yaml", "added"), ("plan.yaml", "changed"))
    saved = save_hand_edits(desk, koolmees, "in de trein")
    assert saved.loaded.case.plan.goals[0].title == "Samen koken"
    newest = stories(desk, koolmees)[0]
    assert (newest.action, newest.subject, newest.reason) == (
        "hand.edit",
        "Changed by hand",
        "in de trein",
    )
    undo(desk, koolmees)
    assert b"Samen eten" in plan.read_bytes()


def test_hand_edits_that_do_not_fit_are_not_recorded(desk: Desk, koolmees: str) -> None:
    plan = desk.store.places.case(koolmees) / "plan.yaml"
    plan.write_text("goals:\n  - id: g-00001\n", encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        save_hand_edits(desk, koolmees, "")
    [issue] = caught.value.issues
    assert (issue.code, issue.place.file, issue.place.line) == ("missing-field", "plan.yaml", 2)
    assert len(stories(desk, koolmees)) == 1
    assert plan.read_text(encoding="utf-8") == "goals:\n  - id: g-00001\n"


def test_an_undo_over_a_hand_edit_is_refused(desk: Desk, koolmees: str) -> None:
    add_goal(desk, koolmees, {"title": "Samen eten"})
    plan = desk.store.places.case(koolmees) / "plan.yaml"
    text = plan.read_text(encoding="utf-8") + "# bellen\n"
    plan.write_text(text, encoding="utf-8")
    with pytest.raises(Changed):
        undo(desk, koolmees)
    assert plan.read_text(encoding="utf-8") == text


def test_the_history_has_the_language_of_the_store_whatever_is_spoken(desk, koolmees):
    """design.md §3: subjects in the store's language."""
    language.use("nl")
    saved = add_goal(desk, koolmees, {"title": "Samen eten"})
    assert language.current() == "nl"
    assert saved.act.subject == f"Goal {saved.act.record} added"
    assert undo(desk, koolmees).act.subject.startswith("Undone: ")
