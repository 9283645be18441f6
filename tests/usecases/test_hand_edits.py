"""What was changed by hand: which file is opened, what is shown, and that only that is recorded."""

import pytest

from fktui.errors import Changed, Unsafe
from fktui.usecases.by_hand.hand_edits import by_hand, file_of, file_to_edit, path_to_edit, record
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.plan.goals import score_goal


def edit(desk, case_id, file, old, new):
    path = desk.store.places.case(case_id) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nothing_was_changed(desk, ijsvogel):
    found = by_hand(desk, ijsvogel.case)
    assert (found.edits, found.differences) == ((), ())


def test_what_was_changed_is_told_by_record_and_recorded_as_it_was_seen(desk, ijsvogel):
    edit(desk, ijsvogel.case, "plan.yaml", "Samen eten", "Samen koken")
    found = by_hand(desk, ijsvogel.case)
    assert found.edits == (("plan.yaml", "changed"),)
    assert [(one.id, one.fields[0].new) for one in found.differences] == [
        (ijsvogel.goal, "Samen koken")
    ]
    saved = record(desk, found, "typing mistake")
    newest = desk.store.stories(ijsvogel.case)[0]
    assert (newest.commit, newest.action, newest.reason) == (
        saved.commit,
        "hand.edit",
        "typing mistake",
    )
    assert by_hand(desk, ijsvogel.case).edits == ()


def test_a_remark_changes_no_record_and_is_recorded_all_the_same(desk, ijsvogel):
    edit(desk, ijsvogel.case, "plan.yaml", "goals:", "# by hand\ngoals:")
    found = by_hand(desk, ijsvogel.case)
    assert (found.edits, found.differences) == ((("plan.yaml", "changed"),), ())
    assert record(desk, found, "").commit is not None


def test_what_was_not_seen_is_not_recorded(desk, ijsvogel):
    edit(desk, ijsvogel.case, "plan.yaml", "Samen eten", "Samen koken")
    found = by_hand(desk, ijsvogel.case)
    edit(desk, ijsvogel.case, "plan.yaml", "Samen koken", "Samen bakken")
    before = desk.store.stories(ijsvogel.case)[0].commit
    with pytest.raises(Changed) as raised:
        record(desk, found, "")
    assert raised.value.facts["file"] == "plan.yaml"
    assert desk.store.stories(ijsvogel.case)[0].commit == before


def test_a_file_that_cannot_be_read_has_no_differences_yet(desk, ijsvogel):
    edit(desk, ijsvogel.case, "plan.yaml", "goals:", "goals: [")
    found = by_hand(desk, ijsvogel.case)
    assert found.edits == (("plan.yaml", "changed"),)
    assert found.differences == ()
    assert found.new.broken


def test_the_file_of_a_record_is_opened_else_that_of_the_tab(desk, ijsvogel):
    contact = add_contact(desk, ijsvogel.case, {"on": desk.today, "hours": 1.0}).act.record
    score = score_goal(desk, ijsvogel.case, ijsvogel.goal, 1).act.record
    loaded = desk.load(ijsvogel.case)
    assert file_to_edit(loaded, contact) == loaded.paths[contact]
    assert file_to_edit(loaded, ijsvogel.goal) == "plan.yaml"
    assert file_to_edit(loaded, score) == "plan.yaml"
    assert file_to_edit(loaded, ijsvogel.mila, ("goal",)) == "family.yaml"
    assert file_to_edit(loaded, "", ("contact", "tie", "goal")) == "network.yaml"
    assert file_to_edit(loaded, "", ("measurement",)) == "case.yaml"
    assert file_to_edit(loaded, "") == "case.yaml"


def test_kinds_with_a_file_together_and_kinds_with_a_file_each():
    kinds = ("goal", "score", "safety_agreement", "contact")
    assert [file_of(kind) for kind in kinds] == ["plan.yaml", "plan.yaml", "safety.yaml", ""]


def test_a_broken_file_goes_before_all_others(desk, ijsvogel):
    edit(desk, ijsvogel.case, "plan.yaml", "goals:", "goals: [")
    assert file_to_edit(desk.load(ijsvogel.case), ijsvogel.mila) == "plan.yaml"


def test_a_link_to_another_place_is_not_opened(desk, ijsvogel, tmp_path):
    places = desk.store.places
    folder = places.case(ijsvogel.case)
    assert path_to_edit(places, ijsvogel.case, "plan.yaml") == folder / "plan.yaml"
    outside = tmp_path / "elsewhere.yaml"
    outside.write_text("goals: []\n", encoding="utf-8")
    (folder / "plan.yaml").unlink()
    (folder / "plan.yaml").symlink_to(outside)
    with pytest.raises(Unsafe):
        path_to_edit(places, ijsvogel.case, "plan.yaml")
