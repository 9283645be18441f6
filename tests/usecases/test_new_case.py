"""A family's record is opened, and its head changed."""

from datetime import date, timedelta

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.ids import is_case_id
from fktui.model.trajectory import Phase, Status
from fktui.usecases.course.cases import (
    NewCase,
    edit_case,
    edit_head,
    families_called,
    new_case,
)
from fktui.usecases.course.typed_members import read_members
from fktui.usecases.desk import Desk

TODAY = date(2026, 11, 21)


def test_a_family_without_a_start_waits(desk: Desk) -> None:
    loaded = new_case(desk, NewCase(name="  Gezin\tWulp "))
    head = loaded.case.trajectory
    assert is_case_id(head.id)
    assert (head.name, head.status, head.phases) == ("Gezin Wulp", Status.REFERRED, ())
    assert (head.coach, head.referred_on) == (desk.colleague, TODAY)
    assert loaded.issues == ()


@pytest.mark.parametrize(("days", "begun"), [(-10, True), (0, True), (5, False)])
def test_a_start_day_plans_four_phases_in_a_row(desk: Desk, days: int, begun: bool) -> None:
    start = TODAY + timedelta(days=days)
    phases = new_case(desk, NewCase(name="Gezin Wulp", start=start)).case.trajectory.phases
    assert [period.phase for period in phases] == list(Phase)
    assert phases[0].planned_from == start
    assert phases[0].started_on == (start if begun else None)
    assert [period.started_on for period in phases[1:]] == [None] * 3
    ends = [period.planned_until for period in phases[:-1]]
    starts = [period.planned_from for period in phases[1:]]
    assert all(end <= begin for end, begin in zip(ends, starts, strict=True))
    assert len({period.id for period in phases}) == 4


def test_the_folder_can_be_read_without_fk(desk: Desk) -> None:
    loaded = new_case(desk, NewCase(name="Gezin Wulp", referrer="OKT Demo-Zuidoost"))
    folder = desk.store.places.case(loaded.case.id)
    assert "The record of a family" in (folder / "README.md").read_text(encoding="utf-8")
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    assert "name: Gezin Wulp\n" in text
    assert "referrer: OKT Demo-Zuidoost\n" in text


def test_the_history_begins_without_a_name(desk: Desk) -> None:
    case_id = new_case(desk, NewCase(name="Gezin Wulp")).case.id
    [story] = desk.store.stories(case_id)
    assert (story.action, story.record, story.subject) == (
        "case.new",
        case_id,
        "Family record opened",
    )


@pytest.mark.parametrize("name", ["", "  ", "\x1b\x07", "\u200b"])
def test_a_family_needs_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(WrongUse) as caught:
        new_case(desk, NewCase(name=name))
    assert caught.value.code == "name-empty"
    assert desk.store.case_ids() == ()


def test_two_families_may_have_one_name(desk: Desk) -> None:
    made = {new_case(desk, NewCase(name="Gezin Wulp")).case.id for _number in range(2)}
    assert set(desk.store.case_ids()) == made
    assert len(made) == 2


def test_the_head_is_changed_field_by_field(desk: Desk, koolmees: str) -> None:
    saved = edit_case(desk, koolmees, ["second=yara", "referrer=Wijkteam", "referred-on=1-11"])
    head = saved.loaded.case.trajectory
    assert (head.second, head.referrer) == (desk.colleague, "Wijkteam")
    assert head.referred_on == date(2026, 11, 1)
    assert saved.act.fields == ("referrer", "referred_on", "second")
    assert saved.act.subject.startswith("Family: ")
    assert edit_case(desk, koolmees, ["referrer="]).loaded.case.trajectory.referrer is None


def test_the_head_that_stays_as_it_is_is_not_saved(desk: Desk, koolmees: str) -> None:
    with pytest.raises(WrongUse) as caught:
        edit_case(desk, koolmees, ["name=Gezin Koolmees"])
    assert caught.value.code == "nothing-changed"
    assert len(desk.store.stories(koolmees)) == 1


def test_a_colleague_who_is_none_is_refused(desk: Desk, koolmees: str) -> None:
    with pytest.raises(NotFound):
        edit_case(desk, koolmees, ["coach=Sinterklaas"])
    assert len(desk.store.stories(koolmees)) == 1


def test_members_and_the_day_of_the_referral_are_in_the_first_commit(desk: Desk) -> None:
    members = read_members("Ama, 3-5-2012, dochter, index\nGrace, moeder", TODAY)
    start = NewCase(name="Gezin Osei", referred_on=date(2026, 11, 20), members=members)
    loaded = new_case(desk, start)
    assert [one.name for one in loaded.case.family.people] == ["Ama", "Grace"]
    assert [one.index for one in loaded.case.family.people] == [True, False]
    assert loaded.case.trajectory.referred_on == date(2026, 11, 20)
    assert len(desk.store.stories(loaded.case.id)) == 1


def test_nobody_is_referred_on_a_day_to_come(desk: Desk) -> None:
    with pytest.raises(WrongUse) as caught:
        new_case(desk, NewCase(name="Gezin Osei", referred_on=TODAY + timedelta(days=1)))
    assert caught.value.code == "day-to-come"
    assert desk.store.case_ids() == ()


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Osei", ("Gezin Osei-Mensah",)),
        ("familie MENSAH", ("Gezin Osei-Mensah",)),
        ("Gezin van der Berg", ()),
        ("Gezin", ()),
    ],
)
def test_families_that_share_a_name(desk: Desk, name: str, same: tuple[str, ...]) -> None:
    for known in ("Gezin Osei-Mensah", "Familie van der Vaart"):
        new_case(desk, NewCase(name=known))
    assert families_called(desk, name) == same


def test_a_head_keeps_its_name(desk: Desk, koolmees: str) -> None:
    with pytest.raises(WrongUse) as caught:
        edit_head(desk, koolmees, {"name": " "})
    assert caught.value.code == "field-empty"
    saved = edit_head(desk, koolmees, {"referrer": "Wijkteam"})
    assert saved.loaded.case.trajectory.referrer == "Wijkteam"
