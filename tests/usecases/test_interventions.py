"""Help beside the coach, and agreements: noted, ended, listed."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.usecases import entries
from fktui.usecases.subjects import SUBJECTS

TODAY = date(2026, 11, 21)
LAST = {"intervention": "ended_on", "agreement": "until"}
kinds = pytest.mark.parametrize("kind", sorted(LAST))


def records(desk, family, kind, on=None):
    case = desk.load(family.case).case
    return entries.entries(case, SUBJECTS[kind], on)


def add(desk, family, kind, fields):
    return entries.add_entry(desk, family.case, SUBJECTS[kind], fields)


def end(desk, family, kind, on=TODAY):
    return entries.end_entry(desk, family.case, SUBJECTS[kind], "debts", on)


@kinds
def test_without_a_first_day_it_begins_today(desk, ijsvogel, kind):
    made = add(desk, ijsvogel, kind, {"what": "debts", "who": (ijsvogel.ali,)})
    (one,) = records(desk, ijsvogel, kind)
    assert (one.id, one.what, one.who) == (made.act.record, "debts", (ijsvogel.ali,))
    assert getattr(one, {"intervention": "started_on", "agreement": "since"}[kind]) == TODAY
    assert desk.store.stories(ijsvogel.case)[0].action == f"{kind}.add"


@kinds
def test_ended_stays_in_the_record(desk, ijsvogel, kind):
    made = add(desk, ijsvogel, kind, {"what": "debts"}).act.record
    end(desk, ijsvogel, kind, TODAY)
    (one,) = records(desk, ijsvogel, kind)
    assert (one.id, getattr(one, LAST[kind])) == (made, TODAY)
    assert [r.id for r in records(desk, ijsvogel, kind, TODAY)] == [made]
    assert records(desk, ijsvogel, kind, date(2026, 11, 22)) == ()
    assert desk.store.stories(ijsvogel.case)[0].action == f"{kind}.end"


@kinds
def test_ended_once(desk, ijsvogel, kind):
    add(desk, ijsvogel, kind, {"what": "debts"})
    end(desk, ijsvogel, kind, TODAY)
    with pytest.raises(WrongUse) as raised:
        end(desk, ijsvogel, kind, TODAY)
    assert raised.value.code == "already-ended"


@kinds
def test_a_planned_end_may_come_earlier(desk, ijsvogel, kind):
    add(desk, ijsvogel, kind, {"what": "debts", LAST[kind]: date(2027, 1, 1)})
    end(desk, ijsvogel, kind, TODAY)
    assert getattr(records(desk, ijsvogel, kind)[0], LAST[kind]) == TODAY


@kinds
def test_no_end_before_the_beginning(desk, ijsvogel, kind):
    add(desk, ijsvogel, kind, {"what": "debts"})
    with pytest.raises(WrongUse) as raised:
        end(desk, ijsvogel, kind, date(2026, 11, 20))
    assert raised.value.code == "ends-before-begin"
    with pytest.raises(WrongUse) as raised:
        add(desk, ijsvogel, kind, {"what": "more", LAST[kind]: date(2026, 11, 20)})
    assert raised.value.code == "ends-before-begin"


@kinds
def test_nothing_is_no_help_and_no_agreement(desk, ijsvogel, kind):
    with pytest.raises(WrongUse) as raised:
        add(desk, ijsvogel, kind, {"what": " "})
    assert raised.value.code == "field-empty"


def test_help_that_is_planned_has_not_begun(desk, ijsvogel):
    made = add(desk, ijsvogel, "intervention", {"what": "x", "planned_on": date(2027, 1, 4)})
    (one,) = records(desk, ijsvogel, "intervention")
    assert (one.id, one.started_on) == (made.act.record, None)
