"""Redo, and one record put back as it was: of every sort, also one that is gone."""

from datetime import date, timedelta

import pytest

from fktui.errors import Changed, NotFound, Unreadable, WrongUse
from fktui.model.case import find, without
from fktui.model.stored import Act, Change, Loaded
from fktui.usecases.desk import Desk
from fktui.usecases.history import put_back, redo, restore, save_hand_edits, stories, undo
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.plan.goals import add_goal, add_step, score_goal
from fktui.usecases.records import edit_record
from fktui.usecases.team import records
from fktui.words import language

TODAY = date(2026, 11, 21)


def drop(desk: Desk, case_id: str, record: str) -> None:
    """A record taken out of the family, as somebody does in a text editor."""

    def edit(loaded: Loaded) -> Change:
        act = Act(action="hand.edit", subject="Changed by hand")
        return Change(case=without(loaded.case, record), act=act)

    desk.change(case_id, edit)


def head(desk: Desk, case_id: str) -> str:
    return stories(desk, case_id)[0].commit


def goal_of(desk: Desk, case_id: str):
    (goal,) = desk.load(case_id).case.plan.goals
    return goal


# --- redo ---------------------------------------------------------------------------------------


def test_redo_says_in_the_language_of_the_store_what_comes_back(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"})
    language.use("nl")
    undo(desk, koolmees)
    saved = redo(desk, koolmees)
    assert saved.act.subject == f"Done again: Goal {goal.act.record} added"
    assert saved.act.record == goal.act.record
    assert goal_of(desk, koolmees).title == "Samen eten"
    with pytest.raises(NotFound, match="nothing-to-redo"):
        redo(desk, koolmees)


def test_the_team_can_be_done_again_too(desk) -> None:
    before = desk.team.folder
    records.add(desk, "organisation", {"name": "Wijkteam"})
    after = desk.team.folder
    records.undo(desk)
    assert desk.team.folder == before
    saved = records.redo(desk)
    assert desk.team.folder == after
    assert desk.team_store.stories()[0].commit == saved.commit
    with pytest.raises(NotFound):
        records.redo(desk)


# --- restore ------------------------------------------------------------------------------------


def test_its_own_fields_come_back_and_what_is_inside_it_stays(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    was = head(desk, koolmees)
    edit_record(desk, koolmees, goal, ("goal",), {"title": "Samen koken", "priority": 2})
    score_goal(desk, koolmees, goal, 1)
    add_step(desk, koolmees, goal, {"what": "Boodschappen doen"})
    saved = restore(desk, koolmees, goal, was)
    now = goal_of(desk, koolmees)
    assert (now.title, now.priority) == ("Samen eten", None)
    assert (len(now.scores), len(now.steps)) == (1, 1)
    assert saved.act.subject == f"Goal {goal} put back as it was"
    assert (saved.act.action, set(saved.act.fields)) == ("restore", {"title", "priority"})
    newest = desk.store.repository(koolmees).history()[0]
    assert dict(newest.trailers)["Fk-From"] == was
    undo(desk, koolmees)
    assert goal_of(desk, koolmees).title == "Samen koken"


def test_one_that_is_gone_comes_back_with_all_that_was_in_it(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    score_goal(desk, koolmees, goal, 1)
    whole, was = goal_of(desk, koolmees), head(desk, koolmees)
    drop(desk, koolmees, goal)
    add_goal(desk, koolmees, {"title": "Naar school"})
    restore(desk, koolmees, goal, was)
    assert whole in desk.load(koolmees).case.plan.goals


def test_a_record_inside_another_comes_back_while_its_parent_is_there(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    step = add_step(desk, koolmees, goal, {"what": "Boodschappen doen"}).act.record
    was = head(desk, koolmees)
    drop(desk, koolmees, step)
    restore(desk, koolmees, step, was)
    assert goal_of(desk, koolmees).steps[0].what == "Boodschappen doen"
    drop(desk, koolmees, goal)
    with pytest.raises(NotFound) as caught:
        restore(desk, koolmees, step, was)
    assert (caught.value.code, caught.value.facts["parent"]) == ("parent-gone", goal)


@pytest.mark.parametrize("gone", [False, True])
def test_an_entry_of_the_journal_comes_back(desk, ijsvogel, gone: bool) -> None:
    case = ijsvogel.case
    fields = {"on": TODAY, "body": "Aan tafel.", "present": (ijsvogel.mila,)}
    contact = add_contact(desk, case, fields).act.record
    folder, was = desk.store.places.case(case), head(desk, case)
    (path,) = folder.glob("contacts/*.md")
    before = path.read_bytes()
    if gone:
        drop(desk, case, contact)
        assert not path.exists()
    else:
        edit_record(desk, case, contact, ("contact",), {"body": "Buiten.", "visible_to": ("team",)})
    restore(desk, case, contact, was)
    assert path.read_bytes() == before
    assert len(desk.load(case).case.contacts) == 1


def test_what_cannot_be_put_back_says_why(desk, koolmees) -> None:
    begin = head(desk, koolmees)
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    with pytest.raises(NotFound, match="not-there-then"):
        restore(desk, koolmees, goal, begin)
    with pytest.raises(WrongUse, match="nothing-changed"):
        restore(desk, koolmees, goal, head(desk, koolmees))
    with pytest.raises(NotFound, match="no-revision"):
        restore(desk, koolmees, goal, "HEAD")


def test_a_version_that_cannot_be_read_whole_puts_nothing_back(desk, koolmees) -> None:
    import subprocess

    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    folder = desk.store.places.case(koolmees)
    plan = folder / "plan.yaml"
    good = plan.read_bytes()
    git = ["git", "-C", folder, "-c", "user.name=x", "-c", "user.email=x"]
    plan.write_bytes(good + b"agreements: 7\n")
    subprocess.run([*git, "commit", "-qam", "by hand"], check=True)
    broken = desk.store.repository(koolmees).head()
    plan.write_bytes(good.replace(b"Samen eten", b"Samen koken"))
    save_hand_edits(desk, koolmees, "mended")
    with pytest.raises(Unreadable, match="then-broken"):
        restore(desk, koolmees, goal, broken)


# --- as the coach says it -------------------------------------------------------------------------


def test_before_its_newest_change_whatever_else_was_done(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Een"}).act.record
    for title in ("Twee", "Drie"):
        edit_record(desk, koolmees, goal, ("goal",), {"title": title})
        score_goal(desk, koolmees, goal, 1)
    put_back(desk, koolmees, "drie")
    assert goal_of(desk, koolmees).title == "Twee"
    assert len(goal_of(desk, koolmees).scores) == 2
    put_back(desk, koolmees, goal)
    assert goal_of(desk, koolmees).title == "Drie"


def test_a_hand_edit_is_a_change_as_well(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    plan = desk.store.places.case(koolmees) / "plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"Samen eten", b"Samen koken"))
    put_back(desk, koolmees, goal)
    assert goal_of(desk, koolmees).title == "Samen eten"
    assert stories(desk, koolmees)[1].action == "hand.edit"


@pytest.mark.parametrize("kind", ["goal", "step", "contact", "private contact"])
def test_one_that_is_gone_is_found_by_its_id(desk, ijsvogel, kind: str) -> None:
    case = ijsvogel.case
    if kind == "goal":
        record = add_goal(desk, case, {"title": "Naar school"}).act.record
    elif kind == "step":
        record = add_step(desk, case, ijsvogel.goal, {"what": "Bellen"}).act.record
    else:
        readers = (ijsvogel.mila,) if kind.startswith("private") else ()
        fields = {"on": TODAY, "body": "Aan tafel.", "visible_to": readers}
        record = add_contact(desk, case, fields).act.record
    was = find(desk.load(case).case, record).record
    drop(desk, case, record)
    score_goal(desk, case, ijsvogel.goal, 1)
    put_back(desk, case, record)
    assert find(desk.load(case).case, record).record == was


def test_an_entry_that_moved_to_another_folder_has_an_earlier_form(desk, ijsvogel) -> None:
    case = ijsvogel.case
    contact = add_contact(desk, case, {"on": TODAY, "body": "Aan tafel."}).act.record
    edit_record(desk, case, contact, ("contact",), {"visible_to": (ijsvogel.mila,)})
    put_back(desk, case, contact)
    (now,) = desk.load(case).case.contacts
    assert now.visible_to == ()


@pytest.mark.parametrize("given", ["new", "g-zzzzz"])
def test_what_has_no_earlier_form_is_said(desk, koolmees, given: str) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    with pytest.raises(NotFound) as caught:
        put_back(desk, koolmees, goal if given == "new" else given)
    assert caught.value.code == "no-earlier-form"
    with pytest.raises(NotFound, match="not-found"):
        put_back(desk, koolmees, "nobody")


def test_as_it_was_at_the_end_of_a_day(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Een"}).act.record
    edit_record(desk, koolmees, goal, ("goal",), {"title": "Twee"})
    desk.now += timedelta(days=2)
    for title in ("Drie", "Vier"):
        edit_record(desk, koolmees, goal, ("goal",), {"title": title})
    with pytest.raises(NotFound, match="history-begins-later"):
        put_back(desk, koolmees, goal, TODAY - timedelta(days=1))
    with pytest.raises(WrongUse, match="nothing-changed"):
        put_back(desk, koolmees, goal, desk.today)
    put_back(desk, koolmees, goal, TODAY + timedelta(days=1))
    assert goal_of(desk, koolmees).title == "Twee"


# --- a form that was filled in earlier ------------------------------------------------------------


def test_a_form_is_refused_when_a_file_it_writes_is_another_by_now(desk, koolmees) -> None:
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    form = desk.seeing(desk.load(koolmees))
    edit_record(desk, koolmees, goal, ("goal",), {"title": "Samen koken"})
    with pytest.raises(Changed) as caught:
        edit_record(form, koolmees, goal, ("goal",), {"priority": 1})
    assert caught.value.facts["file"] == "plan.yaml"
    assert goal_of(desk, koolmees).priority is None
    edit_record(desk, koolmees, goal, ("goal",), {"priority": 2})


def test_a_form_may_save_beside_what_others_did_in_other_files(desk, ijsvogel, koolmees) -> None:
    form = desk.seeing(desk.load(ijsvogel.case))
    edit_record(desk, ijsvogel.case, ijsvogel.mila, ("person",), {"note": "Speelt."})
    edit_record(form, ijsvogel.case, ijsvogel.goal, ("goal",), {"title": "Samen koken"})
    edit_record(form, ijsvogel.case, ijsvogel.goal, ("goal",), {"title": "Samen wandelen"})
    add_contact(form, ijsvogel.case, {"on": TODAY, "body": "Aan tafel."})
    add_goal(desk, koolmees, {"title": "Een"})
    add_goal(form, koolmees, {"title": "Twee"})
    case = desk.load(ijsvogel.case).case
    assert case.plan.goals[0].title == "Samen wandelen"
    assert case.family.people[0].note == "Speelt."
