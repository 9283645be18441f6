"""What the list of families shows, read from a real store and kept fresh."""

import shutil
from datetime import date, timedelta

import msgspec
import pytest

from fktui.model.stored import Act, Change
from fktui.model.trajectory import Closing, Status
from fktui.store.overview.rows import Reach
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.journal.meetings import plan_meeting
from fktui.usecases.overview.listing import ALL, families, fresh, kept, names
from fktui.usecases.plan.goals import add_goal, add_step
from fktui.usecases.records import add_record

TODAY = date(2026, 11, 21)


@pytest.fixture
def vink(desk):
    """A family that began three weeks ago."""
    return new_case(desk, NewCase(name="Gezin Vink", start=TODAY - timedelta(days=21))).case.id


def lines(desk, statuses=("referred", "active"), reach=None, today=TODAY):
    with fresh(desk.store.places, lambda: desk, reach) as overview:
        return families(overview, today, statuses)


def only(desk, **options):
    (line,) = lines(desk, **options).lines
    return line


def close(desk, case_id, on=TODAY):
    def edit(loaded):
        head = msgspec.structs.replace(
            loaded.case.trajectory, status=Status.CLOSED, closing=Closing(on=on)
        )
        case = msgspec.structs.replace(loaded.case, trajectory=head)
        return Change(case=case, act=Act(action="case.edit", subject="Closed"))

    desk.change(case_id, edit)


def test_family_with_a_running_phase(desk, vink):
    add_contact(desk, vink, {"on": TODAY - timedelta(days=2), "hours": 3.0})
    line = only(desk)
    assert (line.id, line.name, line.status) == (vink, "Gezin Vink", "active")
    assert (line.phase, line.week, line.coach) == ("start", 4, "Yara Meerkoet")
    assert line.last_contact_on == TODAY - timedelta(days=2)
    assert (line.hours_low, line.hours_high, line.broken) == (5, 10, False)
    assert line.hours_per_week == pytest.approx(3 * 7 / 22)


def test_the_weeks_that_are_meant_follow_the_phase(desk, vink, koolmees):
    meant = {line.id: (line.phase, line.weeks_meant) for line in lines(desk).lines}
    assert meant[vink] == ("start", 2)
    assert meant[koolmees] == ("", 0)


def test_what_was_read_last_is_there_without_a_look(desk, vink, monkeypatch):
    before = lines(desk)
    (desk.store.places.case(vink) / "case.yaml").write_text("a: [", encoding="utf-8")
    monkeypatch.setattr(desk.store, "load", None)
    assert kept(desk.store.places, TODAY) == before


def test_week_follows_the_day_without_reading_again(desk, vink):
    lines(desk)
    assert only(desk, today=TODAY + timedelta(days=7)).week == 5
    assert only(desk, today=TODAY - timedelta(days=60)).week is None


def test_family_that_waits_has_no_phase(desk, koolmees):
    line = only(desk)
    assert (line.status, line.phase, line.week, line.last_contact_on) == (
        "referred",
        "",
        None,
        None,
    )
    assert line.next is None


def test_next_is_the_oldest_that_was_not_answered(desk, koolmees):
    goal = add_goal(desk, koolmees, {"title": "Samen eten"}).act.record
    add_step(desk, koolmees, goal, {"what": "Tafel dekken", "due": TODAY - timedelta(days=3)})
    add_step(desk, koolmees, goal, {"what": "Koken", "due": TODAY + timedelta(days=3)})
    found = only(desk).next
    assert (found.on, found.code, found.overdue) == (TODAY - timedelta(days=3), "step-due", True)
    assert not only(desk, today=TODAY - timedelta(days=3)).next.overdue


def test_what_passes_by_itself_is_next_until_its_day(desk, koolmees):
    child = {"name": "Loek Zandbij", "role": "child", "born": "2014-11-25"}
    add_record(desk, koolmees, "person", child)
    assert only(desk).next.code == "age-12"
    assert only(desk, today=date(2026, 11, 25)).next.code == "age-12"
    assert only(desk, today=date(2026, 11, 26)).next.code == "age-16"


def test_nothing_is_next_when_all_has_passed(desk, koolmees):
    child = {"name": "Loek Zandbij", "role": "child", "born": "2003-11-20"}
    add_record(desk, koolmees, "person", child)
    assert only(desk).next is None
    assert only(desk, today=date(2026, 11, 20)).next.code == "age-23"


def test_overdue_first_then_by_name(desk, koolmees):
    new_case(desk, NewCase(name="gezin Akelei"))
    late = new_case(desk, NewCase(name="Gezin Zilvermeeuw")).case.id
    goal = add_goal(desk, late, {"title": "Rust"}).act.record
    add_step(desk, late, goal, {"what": "Bellen", "due": TODAY - timedelta(days=1)})
    found = [line.name for line in lines(desk).lines]
    assert found == ["Gezin Zilvermeeuw", "gezin Akelei", "Gezin Koolmees"]


def test_ended_families_are_counted_and_left_out(desk, koolmees, vink):
    close(desk, vink)
    found = lines(desk)
    assert ([line.id for line in found.lines], found.hidden) == ([koolmees], 1)
    assert {line.id for line in lines(desk, statuses=ALL).lines} == {koolmees, vink}


def test_ended_family_that_is_opened_by_hand_is_back(desk, vink):
    close(desk, vink)
    lines(desk)
    head = desk.store.places.case(vink) / "case.yaml"
    head.write_text(head.read_text().replace("status: closed", "status: active"))
    assert [line.id for line in lines(desk, reach=Reach.COLUMNS).lines] == [vink]


def test_retention_of_a_family_that_ended_long_ago(desk, vink):
    close(desk, vink, on=date(2004, 3, 1))
    with fresh(desk.store.places, lambda: desk) as overview:
        codes = [due.due.code for due in overview.dues("9999-12-31")]
    assert codes == ["aftercare", "retention-end"]


def test_retention_is_far_off_for_a_family_that_just_ended(desk, vink):
    close(desk, vink)
    with fresh(desk.store.places, lambda: desk) as overview:
        assert [due.due.code for due in overview.dues("9999-12-31")] == ["aftercare"]


@pytest.mark.parametrize("reach", [Reach.COLUMNS, Reach.EVERYTHING])
def test_newest_contact_edited_in_place_is_seen(desk, vink, reach):
    saved = add_contact(desk, vink, {"on": TODAY - timedelta(days=5), "body": "Thuis."})
    assert only(desk).last_contact_on == TODAY - timedelta(days=5)
    path = desk.store.places.case(vink) / saved.loaded.paths[saved.act.record]
    path.write_text(path.read_text().replace("2026-11-16", "2026-11-18"))
    assert only(desk, reach=reach).last_contact_on == date(2026, 11, 18)


def test_planned_meeting_edited_in_place_is_seen(desk, koolmees):
    saved = plan_meeting(desk, koolmees, {"on": TODAY + timedelta(days=5)})
    assert only(desk).next.on == TODAY + timedelta(days=5)
    path = desk.store.places.case(koolmees) / saved.loaded.paths[saved.act.record]
    path.write_text(path.read_text().replace("2026-11-26", "2026-11-24"))
    assert only(desk, reach=Reach.COLUMNS).next.on == date(2026, 11, 24)


def test_broken_file_blocks_nobody_and_is_marked(desk, koolmees, vink):
    lines(desk)
    (desk.store.places.case(vink) / "plan.yaml").write_text("goals:\n\t- tab\n")
    broken = {line.id: line.broken for line in lines(desk).lines}
    assert broken == {koolmees: False, vink: True}
    (desk.store.places.case(vink) / "plan.yaml").unlink()
    assert not any(line.broken for line in lines(desk, reach=Reach.COLUMNS).lines)


def test_broken_head_keeps_the_family_in_the_list(desk, koolmees):
    (desk.store.places.case(koolmees) / "case.yaml").write_bytes(b"\xff\xfe\x00")
    assert (only(desk).id, only(desk).broken) == (koolmees, True)


def test_family_that_cannot_be_read_at_all(desk, koolmees):
    config = desk.store.places.case(koolmees) / ".git" / "config"
    config.write_text("[core]\n\tfsmonitor = touch /tmp/owned\n")
    line = only(desk)
    assert (line.id, line.name, line.status, line.broken) == (
        koolmees,
        koolmees,
        "unreadable",
        True,
    )


def test_foreign_id_in_the_head_does_not_move_the_family(desk, koolmees, vink):
    head = desk.store.places.case(vink) / "case.yaml"
    head.write_text(head.read_text().replace(vink, koolmees))
    assert {line.id for line in lines(desk).lines} == {koolmees, vink}


def test_names_are_fresh(desk, koolmees):
    assert names(desk) == [(koolmees, "Gezin Koolmees")]
    head = desk.store.places.case(koolmees) / "case.yaml"
    head.write_text(head.read_text().replace("Koolmees", "Kauw"))
    assert names(desk) == [(koolmees, "Gezin Kauw")]


def test_store_is_not_opened_when_nothing_changed(desk, koolmees, monkeypatch):
    monkeypatch.setattr("fktui.store.overview.marks._TICK", 0)
    lines(desk)

    def never():
        raise AssertionError

    with fresh(desk.store.places, never) as overview:
        assert overview.count() == 1


def test_family_that_was_removed_is_gone(desk, koolmees, vink):
    lines(desk)
    shutil.rmtree(desk.store.places.case(vink))
    assert [line.id for line in lines(desk).lines] == [koolmees]


@pytest.mark.parametrize(
    ("weeks_later", "recent"),
    [
        (0, (0, 0, 0, 0, 2.5, 0, 0, 4)),
        (1, (0, 0, 0, 2.5, 0, 0, 4, 0)),
        (7, (4, 0, 0, 0, 0, 0, 0, 0)),
        (8, (0,) * 8),
        (500, (0,) * 8),
        (-1, (0, 0, 0, 0, 0, 2.5, 0, 0)),
        (-3, (0, 0, 0, 0, 0, 0, 0, 2.5)),
        (-4, (0,) * 8),
    ],
)
def test_hours_of_the_last_weeks_follow_the_day(desk, vink, weeks_later, recent):
    for days, hours in ((0, 3.0), (5, 1.0), (20, 2.5)):
        add_contact(desk, vink, {"on": TODAY - timedelta(days=days), "hours": hours})
    assert only(desk).recent == (0, 0, 0, 0, 2.5, 0, 0, 4)
    assert only(desk, today=TODAY + timedelta(weeks=weeks_later)).recent == recent


def test_the_week_begins_on_monday(desk, vink):
    add_contact(desk, vink, {"on": TODAY, "hours": 3.0})
    assert TODAY.isoweekday() == 6
    assert only(desk, today=TODAY + timedelta(days=1)).recent[-2:] == (0, 3)
    assert only(desk, today=TODAY + timedelta(days=2)).recent[-2:] == (3, 0)


def test_a_family_without_hours_has_eight_weeks_of_nothing(desk, vink):
    assert only(desk).recent == (0,) * 8


def test_who_a_family_is_of_is_known_by_id(desk, vink):
    line = only(desk)
    assert (line.coach_id, line.second_id, line.lead_id) == (desk.colleague, "", "")
    head = {"second": "t-2", "lead_clinician": "t-3"}

    def edit(loaded):
        changed = msgspec.structs.replace(loaded.case.trajectory, **head)
        case = msgspec.structs.replace(loaded.case, trajectory=changed)
        return Change(case=case, act=Act(action="case.edit", subject="Slots"))

    desk.change(vink, edit)
    assert only(desk)[-5:-2] == (desk.colleague, "t-2", "t-3")
