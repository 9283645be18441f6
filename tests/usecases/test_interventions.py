"""Help beside the coach, and agreements: noted, ended, listed."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.usecases import interventions

TODAY = date(2026, 11, 21)
ADD = {"intervention": interventions.add_intervention, "agreement": interventions.add_agreement}
LAST = {"intervention": "ended_on", "agreement": "until"}
kinds = pytest.mark.parametrize("kind", sorted(ADD))


def records(desk, family, kind, on=None):
    case = desk.load(family.case).case
    find = {"intervention": interventions.interventions, "agreement": interventions.agreements}
    return find[kind](case, on)


@kinds
def test_without_a_first_day_it_begins_today(desk, ijsvogel, kind):
    made = ADD[kind](desk, ijsvogel.case, {"what": "debts", "who": (ijsvogel.ali,)})
    (one,) = records(desk, ijsvogel, kind)
    assert (one.id, one.what, one.who) == (made.act.record, "debts", (ijsvogel.ali,))
    assert getattr(one, {"intervention": "started_on", "agreement": "since"}[kind]) == TODAY
    assert desk.store.stories(ijsvogel.case)[0].action == f"{kind}.add"


@kinds
def test_ended_stays_in_the_record(desk, ijsvogel, kind):
    made = ADD[kind](desk, ijsvogel.case, {"what": "debts"}).act.record
    interventions.end(desk, ijsvogel.case, "debts", kind, TODAY)
    (one,) = records(desk, ijsvogel, kind)
    assert (one.id, getattr(one, LAST[kind])) == (made, TODAY)
    assert [r.id for r in records(desk, ijsvogel, kind, TODAY)] == [made]
    assert records(desk, ijsvogel, kind, date(2026, 11, 22)) == ()
    assert desk.store.stories(ijsvogel.case)[0].action == f"{kind}.end"


@kinds
def test_ended_once(desk, ijsvogel, kind):
    ADD[kind](desk, ijsvogel.case, {"what": "debts"})
    interventions.end(desk, ijsvogel.case, "debts", kind, TODAY)
    with pytest.raises(WrongUse) as raised:
        interventions.end(desk, ijsvogel.case, "debts", kind, TODAY)
    assert raised.value.code == "already-ended"


@kinds
def test_a_planned_end_may_come_earlier(desk, ijsvogel, kind):
    ADD[kind](desk, ijsvogel.case, {"what": "debts", LAST[kind]: date(2027, 1, 1)})
    interventions.end(desk, ijsvogel.case, "debts", kind, TODAY)
    assert getattr(records(desk, ijsvogel, kind)[0], LAST[kind]) == TODAY


@kinds
def test_no_end_before_the_beginning(desk, ijsvogel, kind):
    ADD[kind](desk, ijsvogel.case, {"what": "debts"})
    with pytest.raises(WrongUse) as raised:
        interventions.end(desk, ijsvogel.case, "debts", kind, date(2026, 11, 20))
    assert raised.value.code == "ends-before-begin"
    with pytest.raises(WrongUse) as raised:
        ADD[kind](desk, ijsvogel.case, {"what": "more", LAST[kind]: date(2026, 11, 20)})
    assert raised.value.code == "ends-before-begin"


@kinds
def test_nothing_is_no_help_and_no_agreement(desk, ijsvogel, kind):
    with pytest.raises(WrongUse) as raised:
        ADD[kind](desk, ijsvogel.case, {"what": " "})
    assert raised.value.code == "field-empty"


def test_help_that_goes_on_is_known_at_its_end(desk, ijsvogel):
    interventions.add_intervention(desk, ijsvogel.case, {"what": "debts", "continues": True})
    interventions.end(desk, ijsvogel.case, "debts", "intervention", TODAY, continues=False)
    assert records(desk, ijsvogel, "intervention")[0].continues is False
