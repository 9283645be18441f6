"""What every verb with a record of its own is made of."""

from datetime import date, timedelta

import pytest

from fktui.errors import WrongUse
from fktui.model.plan import Goal
from fktui.usecases.desk import Desk
from fktui.usecases.records import (
    act_on,
    add_record,
    check_order,
    checked,
    edit_record,
    ended,
    not_to_come,
    require,
    with_fields,
)

TODAY = date(2026, 11, 21)
GOAL = Goal(id="g-00001", title="Samen eten")


def code_of(caught: pytest.ExceptionInfo[WrongUse]) -> str:
    return caught.value.code


def test_values_become_what_the_record_wants() -> None:
    goal = checked(Goal, {"id": "g-00001", "title": "Samen eten", "opened_on": "2026-11-21"})
    assert goal.opened_on == TODAY
    assert with_fields(goal, {"domain": "child"}).domain.value == "child"


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"colour": "red"}, "unknown-field"), ({"weight": "much"}, "wrong-value")],
)
def test_values_that_do_not_fit_are_refused(fields, code) -> None:
    with pytest.raises(WrongUse) as caught:
        checked(Goal, {"id": "g-00001", "title": "Samen eten"} | fields)
    assert code_of(caught) == code
    with pytest.raises(WrongUse) as caught:
        with_fields(GOAL, fields)
    assert code_of(caught) == code


def test_a_record_that_misses_something_is_not_made(desk: Desk, koolmees: str) -> None:
    with pytest.raises(WrongUse) as caught:
        add_record(desk, koolmees, "goal", {"why": "rust"})
    assert code_of(caught) == "wrong-value"
    assert len(desk.store.stories(koolmees)) == 1


def test_fields_may_follow_from_the_case(desk: Desk, koolmees: str) -> None:
    saved = add_record(desk, koolmees, "goal", lambda case: {"title": case.trajectory.name})
    assert saved.loaded.case.plan.goals[0].title == "Gezin Koolmees"
    goal = saved.loaded.case.plan.goals[0].id
    saved = edit_record(
        desk,
        koolmees,
        goal,
        ("goal",),
        lambda case, record: {"title": f"{record.title}!", "why": case.id},
        reason="liever zo",
    )
    assert saved.loaded.case.plan.goals[0].title == "Gezin Koolmees!"
    assert saved.act.fields == ("title", "why")
    assert saved.act.subject == f"Goal {goal}: title, why"
    assert desk.store.stories(koolmees)[0].reason == "liever zo"


def test_a_record_inside_another_is_added_and_changed_there(desk: Desk, koolmees: str) -> None:
    goal = add_record(desk, koolmees, "goal", {"title": "Samen eten"}).act.record
    step = add_record(desk, koolmees, "step", {"what": "Bellen"}, parent=goal, goal=goal).act.record
    saved = edit_record(desk, koolmees, "Bellen", ("step",), {"what": "Schrijven"})
    [found] = saved.loaded.case.plan.goals[0].steps
    assert (found.id, found.what) == (step, "Schrijven")


def test_what_stays_the_same_is_not_saved(desk: Desk, koolmees: str) -> None:
    goal = add_record(desk, koolmees, "goal", {"title": "Samen eten"}).act.record
    with pytest.raises(WrongUse) as caught:
        edit_record(desk, koolmees, goal, ("goal",), {"title": "Samen eten"})
    assert code_of(caught) == "nothing-changed"
    assert len(desk.store.stories(koolmees)) == 2


@pytest.mark.parametrize("value", [None, "", "  \n"])
def test_what_must_be_there_may_not_be_empty(value) -> None:
    require({"title": "x", "on": TODAY, "value": 0}, "title", "on", "value")
    with pytest.raises(WrongUse) as caught:
        require({"title": value}, "title")
    assert (code_of(caught), caught.value.facts) == ("field-empty", {"field": "title"})


def test_an_end_does_not_come_before_its_beginning() -> None:
    yesterday = TODAY - timedelta(days=1)
    for start, end in ((None, TODAY), (TODAY, None), (TODAY, TODAY), (yesterday, TODAY)):
        check_order("g-00001", start, end)
    with pytest.raises(WrongUse) as caught:
        check_order("g-00001", TODAY, yesterday)
    assert code_of(caught) == "ends-before-begin"


def test_what_has_happened_was_not_tomorrow(desk: Desk) -> None:
    not_to_come(desk, TODAY)
    with pytest.raises(WrongUse) as caught:
        not_to_come(desk, TODAY + timedelta(days=1))
    assert code_of(caught) == "day-to-come"


def test_somebody_leaves_once(desk: Desk, koolmees: str) -> None:
    fields = {"name": "Farida", "sector": "friends", "ring": 2, "since": TODAY}
    facts = {"sector": "friends", "ring": 2}
    case = add_record(desk, koolmees, "network", fields, **facts).loaded.case
    [farida] = case.network.people
    with pytest.raises(WrongUse) as caught:
        ended(case, farida, "network", TODAY - timedelta(days=1), None)
    assert code_of(caught) == "ends-before-begin"
    change = ended(case, farida, "network", TODAY, "verhuisd")
    [gone] = change.case.network.people
    assert (gone.until, gone.until_reason) == (TODAY, "verhuisd")
    with pytest.raises(WrongUse) as caught:
        ended(change.case, gone, "network", TODAY, None)
    assert code_of(caught) == "already-ended"


def test_an_act_names_the_labels_of_its_fields() -> None:
    act = act_on("goal.edit", GOAL, "omdat", ("title", "target_on"))
    assert act.subject == "Goal g-00001: title, target date"
    assert (act.record, act.fields, act.reason) == ("g-00001", ("title", "target_on"), "omdat")
