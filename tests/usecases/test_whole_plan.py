"""The plan as a whole, and looking back at it."""

from datetime import date

import pytest
from msgspec.structs import replace

from fktui.errors import WrongUse
from fktui.method.agreed import PLAN
from fktui.model.plan import Agreement, Goal, GoalStatus, Intervention, Plan
from fktui.usecases.plan.evaluations import evaluate, evaluations
from fktui.usecases.plan.whole import at_the_same_time, whole_plan
from fktui.usecases.records import add_record
from fktui.words.time.bars import Span

TODAY = date(2026, 11, 21)
EARLY, LATE = date(2026, 3, 1), date(2026, 9, 1)


def help_(number, **changes):
    return Intervention(id=f"i-0000{number}", what=f"help {number}", **changes)


def view(desk, family, **plan):
    case = desk.load(family.case).case
    return whole_plan(replace(case, plan=Plan(**plan)), TODAY)


def test_goals_that_come_first_in_front_and_finished_ones_apart(desk, ijsvogel):
    goals = (
        Goal(id="g-00001", title="later"),
        Goal(id="g-00002", title="second", priority=2),
        Goal(id="g-00003", title="first", priority=1),
        Goal(id="g-00004", title="done", status=GoalStatus.REACHED),
    )
    found = view(desk, ijsvogel, goals=goals)
    assert [one.goal.title for one in found.goals] == ["first", "second", "later"]
    assert [goal.title for goal in found.finished] == ["done"]
    assert [text.to for text in found.texts] == [PLAN, "g-00001", "g-00002", "g-00003"]


@pytest.mark.parametrize(
    ("fields", "span"),
    [
        ({"started_on": EARLY}, Span(EARLY)),
        ({"started_on": EARLY, "planned_on": LATE}, Span(EARLY)),
        ({"planned_on": LATE}, Span(LATE, begun=False)),
        ({"started_on": EARLY, "ended_on": LATE}, Span(EARLY, LATE)),
        ({"started_on": EARLY, "continues": True, "continues_until": LATE}, Span(EARLY, LATE)),
        ({"started_on": EARLY, "continues_until": LATE}, Span(EARLY)),
    ],
)
def test_help_on_one_line_of_time(desk, ijsvogel, fields, span):
    one = help_(1, **fields)
    assert view(desk, ijsvogel, interventions=(one,)).help == ((one, span),)


def test_help_in_the_order_of_its_first_day_and_without_a_day_apart(desk, ijsvogel):
    late, early, unknown = help_(1, started_on=LATE), help_(2, planned_on=EARLY), help_(3)
    found = view(desk, ijsvogel, interventions=(late, early, unknown))
    assert [one.id for one, _span in found.help] == ["i-00002", "i-00001"]
    assert found.undated == (unknown,)


def test_what_goes_on_at_the_same_time():
    first, second = help_(1), help_(2)
    running, ended = Span(EARLY), Span(EARLY, LATE)
    assert at_the_same_time([(first, running), (second, ended)], LATE) == (first, second)
    assert at_the_same_time([(first, running), (second, ended)], TODAY) == ()
    assert at_the_same_time([(first, running), (second, Span(EARLY, begun=False))], LATE) == ()
    assert at_the_same_time([(first, running), (second, Span(TODAY))], LATE) == ()


@pytest.mark.parametrize(("until", "there"), [(None, True), (TODAY, True), (LATE, False)])
def test_agreements_that_still_hold(desk, ijsvogel, until, there):
    known = Agreement(id="b-00001", what="Samen eten", until=until)
    assert bool(view(desk, ijsvogel, agreements=(known,)).agreements) is there


def test_looking_back(desk, ijsvogel):
    fields = {"note": "It is calmer", "by": (ijsvogel.mila, "referrer")}
    saved = evaluate(desk, ijsvogel.case, fields)
    evaluate(desk, ijsvogel.case, {"note": "A beginning", "on": EARLY})
    newest, first = evaluations(desk.load(ijsvogel.case).case)
    assert (newest.on, newest.note, newest.by) == (TODAY, "It is calmer", fields["by"])
    assert (newest.id, first.on) == (saved.act.record, EARLY)
    assert desk.store.stories(ijsvogel.case)[1].subject == f"Evaluation {newest.id} noted"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "field-empty"),
        ({"note": "  "}, "field-empty"),
        ({"note": "calmer", "on": date(2026, 11, 22)}, "day-to-come"),
    ],
)
def test_looking_back_at_nothing(desk, ijsvogel, fields, code):
    with pytest.raises(WrongUse) as raised:
        evaluate(desk, ijsvogel.case, fields)
    assert raised.value.code == code


def test_an_evaluation_belongs_to_its_meeting(desk, ijsvogel):
    meeting = add_record(desk, ijsvogel.case, "meeting", {"on": TODAY}).act.record
    evaluate(desk, ijsvogel.case, {"note": "calmer", "meeting": meeting})
    assert evaluations(desk.load(ijsvogel.case).case)[0].meeting == meeting
