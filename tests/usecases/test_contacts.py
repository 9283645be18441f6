"""Contacts: noted, changed, found again; and the draft in a text editor."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, Changed, NotFound, Unreadable, WrongUse
from fktui.model.journal import ContactKind, PlaceKind
from fktui.usecases.journal import contacts, drafts
from fktui.usecases.plan.goals import add_goal

TODAY = date(2026, 11, 21)


def note(desk, family, **fields):
    return contacts.add_contact(desk, family.case, fields).act.record


def contact(desk, family, given):
    return contacts.find_entry(desk, desk.load(family.case).case, given, "contact")


def test_what_goes_without_saying_is_filled_in(desk, ijsvogel):
    made = note(desk, ijsvogel, hours=1.5, body="We ate together.")

    found = contact(desk, ijsvogel, made)
    assert (found.on, found.by, found.hours) == (TODAY, (desk.colleague,), 1.5)
    assert found.body == "We ate together."
    story = desk.store.stories(ijsvogel.case)[0]
    assert (story.subject, story.record) == (f"Contact {made}: conversation", made)
    path = desk.store.places.case(ijsvogel.case) / "contacts" / f"2026-11-21-{made}.md"
    assert path.read_text(encoding="utf-8").endswith("---\n\nWe ate together.\n")


def test_nothing_is_no_contact(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        note(desk, ijsvogel, on=TODAY)
    assert raised.value.code == "contact-empty"


def test_a_contact_to_come_is_none(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        note(desk, ijsvogel, on=date(2026, 11, 22), hours=1.0)
    assert raised.value.code == "day-to-come"
    assert desk.load(ijsvogel.case).case.contacts == ()


def test_a_contact_is_changed_in_one_act(desk, ijsvogel):
    made = note(desk, ijsvogel, hours=1.0)
    contacts.edit_contact(desk, ijsvogel.case, made, {"hours": 2.0, "body": "Longer."})
    found = contact(desk, ijsvogel, made)
    assert (found.hours, found.body) == (2.0, "Longer.")
    assert desk.store.stories(ijsvogel.case)[0].subject == f"Contact {made}: hours, note"


def test_a_contact_is_not_moved_to_a_day_to_come(desk, ijsvogel):
    made = note(desk, ijsvogel, hours=1.0)
    with pytest.raises(WrongUse) as raised:
        contacts.edit_contact(desk, ijsvogel.case, made, {"on": date(2027, 1, 1)})
    assert raised.value.code == "day-to-come"


def test_somebody_else_was_first(desk, ijsvogel):
    made = note(desk, ijsvogel, hours=1.0)
    seen = desk.load(ijsvogel.case)
    contacts.edit_contact(desk, ijsvogel.case, made, {"hours": 2.0})
    with pytest.raises(Changed):
        contacts.edit_contact(desk, ijsvogel.case, made, {"hours": 3.0}, seen)
    assert contact(desk, ijsvogel, made).hours == 2.0


def test_contacts_of_a_period_newest_first(desk, ijsvogel):
    first = note(desk, ijsvogel, on=date(2026, 11, 3), hours=1.0)
    early = note(desk, ijsvogel, on=date(2026, 11, 9), at="09:00", hours=1.0)
    late = note(desk, ijsvogel, on=date(2026, 11, 9), at="15:00", hours=1.0)
    case = desk.load(ijsvogel.case).case
    assert [c.id for c in contacts.contacts(case)] == [late, early, first]
    assert [c.id for c in contacts.contacts(case, date(2026, 11, 4))] == [late, early]
    assert [c.id for c in contacts.contacts(case, None, date(2026, 11, 8))] == [first]


def test_found_by_its_day(desk, ijsvogel):
    made = note(desk, ijsvogel, on=date(2026, 11, 20), hours=1.0)
    assert contact(desk, ijsvogel, "vr").id == made
    note(desk, ijsvogel, on=date(2026, 11, 20), hours=1.0)
    with pytest.raises(Ambiguous) as raised:
        contact(desk, ijsvogel, "20-11-2026")
    assert made in raised.value.facts["candidates"]


@pytest.mark.parametrize("given", ["c-zzzzz", "19-11-2026"])
def test_not_found_by_an_id_or_a_day(desk, ijsvogel, given):
    note(desk, ijsvogel, on=date(2026, 11, 20), hours=1.0)
    with pytest.raises(NotFound):
        contact(desk, ijsvogel, given)


# --- the draft ------------------------------------------------------------------------------------


@pytest.fixture
def case(desk, ijsvogel):
    return desk.load(ijsvogel.case).case


def draft_of(desk, case, **fields):
    started = contacts.new_contact(desk, case, fields)
    return drafts.start(desk, f"contact-{case.id}", drafts.as_text(desk, case, started))


def test_a_draft_offers_names_and_is_for_this_user_only(desk, case, ijsvogel):
    draft = draft_of(
        desk, case, present=(ijsvogel.jaylen,), goals=(ijsvogel.goal,), visible_to=("team",)
    )
    assert draft.path.read_text(encoding="utf-8") == draft.text
    assert "present: [Jaylen]" in draft.text
    assert "Samen eten" in draft.text
    assert "Yara Meerkoet" in draft.text
    assert "# hours: 1.5" in draft.text
    assert "id:" not in draft.text
    assert draft.path.stat().st_mode & 0o777 == 0o600
    assert draft.path.parent.stat().st_mode & 0o777 == 0o700
    assert draft.path.parent == desk.store.places.private / "drafts"


def test_what_was_written_comes_back_as_ids(desk, case, ijsvogel):
    draft = draft_of(desk, case, place="home")
    text = draft.text.replace("# hours: 1.5", "hours: 1.5")
    text = text.replace("# present: [ ]", "present: [jay, oom]\nabout: [Mila]\nkind: practical")
    text = text.replace("# goals: [ ]", "goals: [samen]\nvisible_to: [Team, Mila]")
    draft.path.write_text(f"{text}\nTwo lines\n\nof a note\x1b[2J\n", encoding="utf-8")

    found = drafts.read_contact(desk, case, draft)

    assert (found["hours"], found["kind"], found["place"]) == (
        1.5,
        ContactKind.PRACTICAL,
        PlaceKind.HOME,
    )
    assert found["present"] == (ijsvogel.jaylen, ijsvogel.ali)
    assert (found["about"], found["goals"]) == ((ijsvogel.mila,), (ijsvogel.goal,))
    assert found["by"] == (desk.colleague,)
    assert found["visible_to"] == ("team", ijsvogel.mila)
    assert found["body"] == "Two lines\n\nof a note[2J"
    assert "id" not in found


def test_two_with_one_name_keep_their_ids_in_a_draft(desk, ijsvogel):
    twin = add_goal(desk, ijsvogel.case, {"title": "samen eten"}).act.record
    case = desk.load(ijsvogel.case).case
    draft = draft_of(desk, case, goals=(twin, ijsvogel.goal))
    assert f"goals: [{twin}, {ijsvogel.goal}]" in draft.text
    draft.path.write_text(draft.text + "note\n", encoding="utf-8")
    assert drafts.read_contact(desk, case, draft)["goals"] == (twin, ijsvogel.goal)


def test_a_mistake_is_told_with_its_line(desk, case):
    draft = draft_of(desk, case, place="home")
    broken = draft.text.replace("place: home", "place: hme")
    draft.path.write_text(broken, encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        drafts.read_contact(desk, case, draft)
    assert raised.value.code == "draft-broken"
    (issue,) = raised.value.issues
    assert broken.splitlines()[issue.place.line - 1] == "place: hme"
    assert draft.path.exists()


def test_a_field_that_we_do_not_know_is_a_mistake_too(desk, case):
    draft = draft_of(desk, case, place="home")
    draft.path.write_text(draft.text.replace("place:", "plce:"), encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        drafts.read_contact(desk, case, draft)
    assert raised.value.issues


@pytest.mark.parametrize("made_of_it", [lambda text: text, lambda _text: "\n"])
def test_nothing_written_is_nothing_noted(desk, case, made_of_it):
    draft = draft_of(desk, case, place="home")
    draft.path.write_text(made_of_it(draft.text), encoding="utf-8")
    assert not drafts.is_written(draft)
    with pytest.raises(WrongUse) as raised:
        drafts.read_contact(desk, case, draft)
    assert raised.value.code == "draft-unchanged"


def test_a_draft_that_was_kept_goes_before_a_new_one(desk, case):
    first = draft_of(desk, case, place="home")
    first.path.write_text(first.text + "kept words\n", encoding="utf-8")
    again = draft_of(desk, case, place="school")
    assert again.kept
    assert "kept words" in again.text
    assert drafts.is_written(again)
    assert drafts.read_contact(desk, case, again)["body"] == "kept words"
    drafts.drop(again)
    assert not again.path.exists()
    assert not draft_of(desk, case, place="school").kept
