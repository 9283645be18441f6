"""Safety plans from the first version to the end, and the scaling question."""

import subprocess
from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.safety import Colour, SafetyPlan
from fktui.model.stored import Saved
from fktui.usecases.desk import Desk
from fktui.usecases.safety import plans, scaling
from fktui.words.say import say_error

TODAY = date(2026, 11, 21)
YESTERDAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 22)
TOLD = "she wrote that she wants to be gone"


def only_plan(saved: Saved) -> SafetyPlan:
    [plan] = saved.loaded.case.safety.plans
    return plan


@pytest.fixture
def plan(desk, ijsvogel):
    """The id of a plan that runs."""
    return plans.new_plan(desk, ijsvogel.case, {"reason": TOLD}).act.record


def messages(desk: Desk, case_id: str) -> str:
    folder = desk.store.places.case(case_id)
    words = ["git", "-C", folder, "log", "--format=%B"]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def test_a_plan_begins_with_version_1(desk, ijsvogel):
    saved = plans.new_plan(
        desk, ijsvogel.case, {"reason": "rows", "about": (ijsvogel.jaylen,), "made_on": YESTERDAY}
    )
    plan = only_plan(saved)
    assert (plan.made_on, [(one.number, one.on) for one in plan.versions]) == (
        YESTERDAY,
        [(1, YESTERDAY)],
    )
    assert saved.act.subject == f"Safety plan {plan.id} noted"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "field-empty"),
        ({"reason": " "}, "field-empty"),
        ({"reason": "rows", "made_on": TOMORROW}, "day-to-come"),
    ],
)
def test_a_plan_says_what_gave_rise_to_it(desk, ijsvogel, fields, code):
    with pytest.raises(WrongUse) as caught:
        plans.new_plan(desk, ijsvogel.case, fields)
    assert caught.value.code == code


def test_without_a_name_the_plan_that_runs_is_meant(desk, ijsvogel, plan):
    case = ijsvogel.case
    assert plans.running_plan(desk.load(case).case, None, TODAY).id == plan
    other = plans.new_plan(desk, case, {"reason": "another house"}).act.record
    with pytest.raises(Ambiguous) as caught:
        plans.add_line(desk, case, "signal", {"colour": "red", "text": "x"})
    assert caught.value.code == "which-safety-plan"
    assert caught.value.facts == {"count": 2, "candidates": f"{plan}, {other}"}
    assert TOLD not in say_error(caught.value)
    plans.end_plan(desk, case, (ijsvogel.mila,), TODAY, plan=other)
    assert plans.running_plan(desk.load(case).case, None, TODAY).id == plan
    with pytest.raises(WrongUse) as ended:
        plans.running_plan(desk.load(case).case, other, TODAY)
    assert ended.value.facts == {"record": other, "on": TODAY}


def test_without_a_plan_nothing_is_added(desk, ijsvogel):
    with pytest.raises(NotFound) as caught:
        plans.add_guards(desk, ijsvogel.case, (ijsvogel.ali,))
    assert (caught.value.code, caught.value.facts) == ("no-safety-plan", {"case": ijsvogel.case})


def test_versions_are_numbered_in_the_order_of_days(desk, ijsvogel, plan):
    case = ijsvogel.case
    again = plans.new_version(desk, case, None, TODAY, TOLD)
    assert again.act.subject == f"Safety plan {plan}: version 2"
    third = plans.new_version(desk, case, plan, TODAY)
    assert [(one.number, one.on) for one in only_plan(third).versions] == [
        (n, TODAY) for n in (1, 2, 3)
    ]
    with pytest.raises(WrongUse) as caught:
        plans.new_version(desk, case, None, YESTERDAY)
    assert (caught.value.code, caught.value.facts) == (
        "safety-version-order",
        {"number": 3, "on": TODAY},
    )
    with pytest.raises(WrongUse):
        plans.new_version(desk, case, None, TOMORROW)


@pytest.mark.parametrize(
    ("kind", "fields", "subject"),
    [
        ("signal", {"colour": "red", "text": TOLD}, "Signal {id} noted"),
        ("safety_agreement", {"what": TOLD}, "Safety agreement {id} noted"),
        ("condition", {"what": TOLD, "set_by": "GI"}, "Condition for safety {id} noted"),
        (
            "review",
            {"planned_on": TOMORROW, "note": TOLD},
            "Review of the safety plan {id} noted",
        ),
    ],
)
def test_a_line_is_added_changed_and_taken_out(desk, ijsvogel, kind, fields, subject):
    case = ijsvogel.case
    plan = plans.new_plan(desk, case, {"reason": TOLD}).act.record
    [before] = desk.load(case).case.safety.plans
    saved = plans.add_line(desk, case, kind, fields)
    line = saved.act.record
    assert saved.act.subject == subject.format(id=line)
    located = plans.to_edit(saved.loaded.case, line, TODAY)
    assert (located.kind.name, located.parent.id) == (kind, plan)
    field = next(name for name in ("text", "what", "note") if name in fields)
    edited = plans.edit_line(desk, case, line, {field: "other words"})
    assert getattr(plans.to_edit(edited.loaded.case, line, TODAY).record, field) == "other words"
    dropped = plans.drop_line(desk, case, line)
    assert dropped.act.subject == f"Safety plan {plan}: {line} taken out"
    assert only_plan(dropped) == before
    assert TOLD not in messages(desk, case)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        ("signal", {"colour": "red"}, "text"),
        ("safety_agreement", {}, "what"),
        ("call", {"when": "night"}, "calls"),
        ("condition", {"what": "no shouting"}, "set_by"),
    ],
)
def test_a_line_says_something(desk, ijsvogel, kind, fields, field):
    with pytest.raises(WrongUse) as caught:
        plans.add_line(desk, ijsvogel.case, kind, fields)
    assert (caught.value.code, caught.value.facts) == ("field-empty", {"field": field})


def test_who_is_called_first_stands_in_front(desk, ijsvogel, plan):
    case = ijsvogel.case
    for who, first in ((ijsvogel.ali, False), (ijsvogel.mentor, False), (ijsvogel.mila, True)):
        saved = plans.add_line(desk, case, "call", {"calls": who}, first=first)
    order = [one.calls for one in only_plan(saved).calls]
    assert order == [ijsvogel.mila, ijsvogel.ali, ijsvogel.mentor]
    assert [one.calls for one in desk.load(case).case.safety.plans[0].calls] == order


def test_a_plan_is_changed_without_a_name_too(desk, ijsvogel, plan):
    located = plans.to_edit(desk.load(ijsvogel.case).case, None, TODAY)
    assert located.record.id == plan
    saved = plans.edit_line(
        desk, ijsvogel.case, plan, {"children_text": "call me", "wished": "rest"}
    )
    assert saved.act.subject == f"Safety plan {plan}: wished situation, in words for children"
    with pytest.raises(WrongUse) as caught:
        plans.edit_line(desk, ijsvogel.case, plan, {"colour": Colour.RED})
    assert caught.value.code == "unknown-field"


def test_a_condition_is_met_once_and_not_before_it_was_set(desk, ijsvogel, plan):
    case = ijsvogel.case
    fields = {"what": "no shouting", "set_by": "GI", "on": YESTERDAY}
    condition = plans.add_line(desk, case, "condition", fields).act.record
    for day, code in ((TOMORROW, "day-to-come"), (date(2026, 11, 19), "ends-before-begin")):
        with pytest.raises(WrongUse) as caught:
            plans.meet_condition(desk, case, condition, day)
        assert caught.value.code == code
    saved = plans.meet_condition(desk, case, condition, YESTERDAY)
    assert only_plan(saved).conditions[0].met_on == YESTERDAY
    assert saved.act.subject == f"Condition for safety {condition} met"
    with pytest.raises(WrongUse) as again:
        plans.meet_condition(desk, case, condition, TODAY)
    assert (again.value.code, again.value.facts) == (
        "already-met",
        {"record": condition, "on": YESTERDAY},
    )


def test_who_watch_are_added_once(desk, ijsvogel, plan):
    case = ijsvogel.case
    plans.add_guards(desk, case, (ijsvogel.ali,))
    saved = plans.add_guards(desk, case, (ijsvogel.mila, ijsvogel.ali))
    assert only_plan(saved).guards == (ijsvogel.ali, ijsvogel.mila)
    with pytest.raises(WrongUse) as caught:
        plans.add_guards(desk, case, (ijsvogel.ali,))
    assert caught.value.code == "nothing-changed"


def test_the_first_planned_review_is_held_and_the_next_is_planned_in_one_act(desk, ijsvogel, plan):
    case = ijsvogel.case
    later = plans.add_line(desk, case, "review", {"planned_on": date(2026, 12, 1)}).act.record
    late = plans.add_line(desk, case, "review", {"planned_on": YESTERDAY}).act.record
    before = len(desk.store.stories(case))
    fields = {"by": (ijsvogel.ali,), "note": TOLD}
    saved = plans.hold_review(desk, case, fields, again=date(2027, 1, 1))
    assert (saved.act.record, saved.act.subject) == (late, f"Review {late} of the safety plan held")
    assert len(desk.store.stories(case)) == before + 1
    reviews = {one.id: one for one in only_plan(saved).reviews}
    assert (reviews[late].held_on, reviews[late].note) == (TODAY, TOLD)
    assert reviews.pop(late).planned_on == YESTERDAY
    assert reviews.pop(later).held_on is None
    assert [one.planned_on for one in reviews.values()] == [date(2027, 1, 1)]
    assert TOLD not in messages(desk, case)


def test_a_review_that_nobody_planned_is_held_too(desk, ijsvogel, plan):
    case = ijsvogel.case
    saved = plans.hold_review(desk, case, {"held_on": YESTERDAY})
    assert [(r.planned_on, r.held_on) for r in only_plan(saved).reviews] == [(None, YESTERDAY)]
    with pytest.raises(WrongUse) as caught:
        plans.hold_review(desk, case, {"held_on": TODAY}, again=YESTERDAY)
    assert caught.value.code == "ends-before-begin"
    with pytest.raises(WrongUse):
        plans.hold_review(desk, case, {"held_on": TOMORROW})


def test_a_plan_is_ended_together_and_once(desk, ijsvogel, plan):
    case = ijsvogel.case
    for by, day, code in (
        ((), TODAY, "field-empty"),
        ((ijsvogel.mila,), TOMORROW, "day-to-come"),
        ((ijsvogel.mila,), YESTERDAY, "ends-before-begin"),
    ):
        with pytest.raises(WrongUse) as caught:
            plans.end_plan(desk, case, by, day)
        assert caught.value.code == code
    saved = plans.end_plan(desk, case, (ijsvogel.mila,), TODAY, because=TOLD)
    ended = only_plan(saved)
    assert (ended.ended_on, ended.ended_by, ended.ended_reason) == (TODAY, (ijsvogel.mila,), TOLD)
    assert saved.act.subject == f"Safety plan {plan} ended"
    with pytest.raises(NotFound):
        plans.end_plan(desk, case, (ijsvogel.mila,), TODAY)
    assert TOLD not in messages(desk, case)


# The scaling question


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("0", {"value": 0}),
        (" 10 ", {"value": 10}),
        ("7!", {"value": 7}),
        ("7, met sterretje", {"value": 7, "words": "7, met sterretje"}),
        ("7 met sterretje", {"value": 7, "words": "7 met sterretje"}),
        ("7 (bijna 8)", {"value": 7, "words": "7 (bijna 8)"}),
        ("🙂", {"words": "🙂"}),
        ("een zeven", {"words": "een zeven"}),
        ("7,5", {"words": "7,5"}),
        ("7, 5", {"words": "7, 5"}),
        ("6-7", {"words": "6-7"}),
        ("7½", {"words": "7½"}),
        ("8/10", {"words": "8/10"}),
        ("100 keer beter", {"words": "100 keer beter"}),
    ],
)
def test_an_answer_is_kept_as_it_was_given(given, answer):
    assert scaling.read_answer(given) == answer


@pytest.mark.parametrize("given", ["11", "-1", "−1", "100"])
def test_a_figure_off_the_scale_is_no_answer(given):
    with pytest.raises(WrongUse) as caught:
        scaling.read_answer(given)
    assert caught.value.code == "safety-off-scale"


def test_an_answer_is_noted_for_one_person(desk, ijsvogel):
    saved = scaling.add_answer(desk, ijsvogel.case, {"by": ijsvogel.jaylen, "value": 5})
    [answer] = saved.loaded.case.safety.scalings
    assert (answer.by, answer.value, answer.on) == (ijsvogel.jaylen, 5, TODAY)
    assert saved.act.subject == f"Scaling question {answer.id} noted"
    assert scaling.say_answer(answer) == "5"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"value": 5}, "field-empty"),
        ({"by": "p-00001"}, "field-empty"),
        ({"by": "p-00001", "value": 5, "on": TOMORROW}, "day-to-come"),
        ({"by": "p-00001", "value": 11}, "wrong-value"),
    ],
)
def test_an_answer_has_somebody_a_day_and_says_something(desk, ijsvogel, fields, code):
    with pytest.raises(WrongUse) as caught:
        scaling.add_answer(desk, ijsvogel.case, fields)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 7, "words": "7, met sterretje"}, "7, met sterretje"),
        ({"value": 7, "words": "met sterretje"}, "7 met sterretje"),
        ({"words": "🙂"}, "🙂"),
    ],
)
def test_an_answer_is_said_as_it_was_given(desk, ijsvogel, fields, said):
    saved = scaling.add_answer(desk, ijsvogel.case, {"by": ijsvogel.mila, **fields})
    assert scaling.say_answer(saved.loaded.case.safety.scalings[0]) == said


def test_several_answers_are_one_act_and_say_nothing_of_them_in_the_history(desk, ijsvogel):
    told = {ijsvogel.jaylen: "7, met een ster", ijsvogel.mila: "4"}
    saved = scaling.add_answers(desk, ijsvogel.case, told, {"on": YESTERDAY})
    first, second = saved.loaded.case.safety.scalings
    assert (first.by, first.value, first.words) == (ijsvogel.jaylen, 7, "7, met een ster")
    assert (second.by, second.value, second.on) == (ijsvogel.mila, 4, YESTERDAY)
    assert saved.act.subject == "How safe it is: 2 answers"


@pytest.mark.parametrize("given", ["11", "-1"])
def test_one_answer_off_the_scale_keeps_all_of_them_out(desk, ijsvogel, given):
    told = {ijsvogel.jaylen: "5", ijsvogel.mila: given}
    with pytest.raises(WrongUse, match="safety-off-scale"):
        scaling.add_answers(desk, ijsvogel.case, told, {})
    assert desk.load(ijsvogel.case).case.safety.scalings == ()


def test_nobody_who_answers_is_refused(desk, ijsvogel):
    with pytest.raises(WrongUse, match="field-empty"):
        scaling.add_answers(desk, ijsvogel.case, {}, {})


def test_why_a_line_went_is_kept_below_the_subject(desk, ijsvogel, plan):
    line = plans.add_line(
        desk, ijsvogel.case, "signal", {"colour": Colour.RED, "text": TOLD}
    ).act.record
    saved = plans.drop_line(desk, ijsvogel.case, line, "written twice")
    assert saved.act.reason == "written twice"
    assert "written twice" not in saved.act.subject
    assert "written twice" in messages(desk, ijsvogel.case)
