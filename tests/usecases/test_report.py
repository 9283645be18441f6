"""Counting families of a real store: all, one, a period, and those that cannot be read."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.method.factors import Period
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.course.ending import close
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.overview.report import period_of, report
from fktui.usecases.people.family import add_person

TODAY = date(2026, 11, 21)


def family(desk, name, start=date(2026, 11, 1)):
    case = new_case(desk, NewCase(name=name, start=start)).case.id
    add_person(desk, case, {"name": "Kind", "role": "child"})
    return case


def test_every_family_is_counted(desk):
    first, second = family(desk, "Gezin Koolmees"), family(desk, "Gezin Wulp")
    add_contact(desk, first, {"on": TODAY, "hours": 2, "elements": ("joining",)})
    found = report(desk, period_of(desk, None, None))
    assert {one.id for one in found.cases} == {first, second}
    assert (found.team.in_care, found.team.children, found.unreadable) == (2, 2, ())
    assert (found.team.factors.hours, found.team.factors.tagged) == (2.0, {"joining": 1})


def test_many_families_are_read_side_by_side_and_told(desk):
    ids = [family(desk, f"Gezin {number}") for number in range(20)]
    told = []
    found = report(desk, period_of(desk, None, None), progress=lambda *done: told.append(done))
    assert [one.id for one in found.cases] == sorted(ids)
    assert found.team.children == 20
    assert told == [(0, 20)]


def test_a_family_outside_the_period_is_left_out_unless_it_is_asked_for(desk):
    case = family(desk, "Gezin Koolmees")
    close(desk, case, {"on": date(2026, 11, 10)})
    later = Period(since=date(2026, 11, 11), until=date(2026, 11, 20))
    assert report(desk, later).cases == ()  # today it was referred, on paper
    assert [one.id for one in report(desk, later, [case]).cases] == [case]
    assert len(report(desk, Period(since=date(2026, 11, 10), until=TODAY)).cases) == 1


def test_a_family_with_a_broken_file_is_counted_by_the_rest_and_named(desk):
    case = family(desk, "Gezin Koolmees")
    (desk.store.places.case(case) / "plan.yaml").write_text("goals: [\n", encoding="utf-8")
    found = report(desk, period_of(desk, None, None))
    assert (found.unreadable, found.team.children) == ((case,), 1)


def test_a_family_that_cannot_be_opened_is_named(desk):
    case = family(desk, "Gezin Koolmees")
    folder = desk.store.places.case(case)
    folder.rename(folder.with_name("elsewhere"))
    folder.mkdir()
    found = report(desk, period_of(desk, None, None))
    assert (found.unreadable, found.cases) == ((case,), ())


def test_a_period_goes_forward(desk):
    assert period_of(desk, None, None) == Period(since=date.min, until=TODAY)
    with pytest.raises(WrongUse) as caught:
        period_of(desk, TODAY, date(2026, 11, 20))
    assert caught.value.code == "days-reversed"
