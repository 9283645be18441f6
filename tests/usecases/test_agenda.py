"""The agenda over all families, and its calendar file."""

from datetime import date, timedelta

import pytest

from fktui.errors import DiskFailed
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.overview.agenda import EVER, agenda, keep_calendar
from fktui.usecases.plan.goals import add_goal, add_step
from fktui.usecases.records import add_record
from fktui.words.time.calendar_file import Event, calendar

TODAY = date(2026, 11, 21)


def step(desk, case_id, what, days):
    goal = add_goal(desk, case_id, {"title": "Samen eten"}).act.record
    add_step(desk, case_id, goal, {"what": what, "due": TODAY + timedelta(days=days)})


def due(desk, **options):
    return agenda(desk.store.places, lambda: desk, TODAY, **options)


@pytest.fixture
def vink(desk, koolmees):
    """A second family; both have something due."""
    case_id = new_case(desk, NewCase(name="Gezin Vink")).case.id
    step(desk, koolmees, "Tafel dekken", -3)
    step(desk, case_id, "Oom bellen", -4)
    step(desk, case_id, "Koken", 30)
    step(desk, koolmees, "Zwemles", 31)
    return case_id


def test_overdue_and_coming_of_all_families_by_day(desk, koolmees, vink):
    found = due(desk)
    assert [item.case_id for item in found.overdue] == [vink, koolmees]
    assert [item.deadline.facts["what"] for item in found.coming] == ["Koken"]


def test_further_ahead_and_one_family(desk, koolmees, vink):
    assert len(due(desk, days=EVER).coming) == 2
    assert [item.case_id for item in due(desk, case_id=koolmees, days=31).coming] == [koolmees]
    assert due(desk, days=0).coming == []


def test_what_passes_is_never_overdue(desk, koolmees):
    for born in ("2014-11-01", "2014-11-30"):
        child = {"name": "Loek Zandbij", "role": "child", "born": born}
        add_record(desk, koolmees, "person", child)
    found = due(desk)
    assert [item.deadline.on for item in found.coming] == [date(2026, 11, 30)]
    assert found.overdue == []


def read(path):
    """The lines of a calendar file, unfolded."""
    return path.read_bytes().decode().replace("\r\n ", "").split("\r\n")


def test_calendar_file_names_nobody(desk, koolmees, vink, tmp_path):
    target = tmp_path / "agenda.ics"
    keep_calendar(due(desk), target, desk.now, with_names=False)
    text = target.read_text()
    assert "Vink" not in text
    assert "Oom" not in text
    assert f"SUMMARY:{vink}: step" in read(target)


def test_calendar_file_with_names(desk, koolmees, vink, tmp_path):
    target = tmp_path / "agenda.ics"
    keep_calendar(due(desk), target, desk.now, with_names=True)
    assert any("Gezin Vink" in line and "Oom bellen" in line for line in read(target))


def test_the_same_thing_is_the_same_event_each_time(desk, koolmees, vink, tmp_path):
    uids = []
    for name in ("a.ics", "b.ics"):
        keep_calendar(due(desk, days=EVER), tmp_path / name, desk.now, with_names=False)
        uids.append([line for line in read(tmp_path / name) if line.startswith("UID:")])
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0]) == 4


def test_calendar_file_that_cannot_be_written(desk, koolmees, tmp_path):
    with pytest.raises(DiskFailed):
        keep_calendar(due(desk), tmp_path / "no" / "agenda.ics", desk.now, with_names=False)


def test_form_of_a_calendar_file(desk):
    text = "Ç" * 60 + "; a, b\\c\nd"
    data = calendar([Event("u@fk.invalid", date(2026, 11, 30), text, "more")], desk.now)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    whole = data.decode().replace("\r\n ", "").split("\r\n")
    assert whole[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//fktui//agenda//EN"]
    assert whole[4:] == [
        *("BEGIN:VEVENT", "UID:u@fk.invalid", "DTSTAMP:20261121T103000Z"),
        *("DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261201"),
        *("SUMMARY:" + "Ç" * 60 + "\\; a\\, b\\\\c\\nd", "DESCRIPTION:more"),
        *("CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""),
    ]


def test_last_day_of_all_has_no_day_after_it(desk):
    assert b"DTEND" not in calendar([Event("u", date.max, "x")], desk.now)
