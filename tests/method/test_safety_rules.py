"""Safety plans, scaling question and reporting code: what runs, what lacks, what is late."""

from datetime import date

import pytest
from families import COLLEAGUES, DAUGHTER, FATHER, MOTHER, NORMS, SON, TODAY, example_case
from msgspec.structs import replace

from fktui.method.checks import check
from fktui.method.due import safety as due_safety
from fktui.method.due.deadlines import deadlines
from fktui.method.rules import safety as rules
from fktui.method.safety import (
    agreements_on,
    answers,
    current_version,
    help_falls_short,
    in_order,
    last_day,
    next_review,
    next_step,
    open_conditions,
    running_plans,
    skipped,
    weighing,
    young_children,
)
from fktui.model.intake import Expectation, Intake, SafetyJudgement
from fktui.model.issue import Level
from fktui.model.safety import (
    Call,
    CodeOutcome,
    CodeStep,
    CodeStepKind,
    Colour,
    Condition,
    ReportingCode,
    Review,
    Safety,
    SafetyAgreement,
    SafetyAgreementKind,
    SafetyPlan,
    Scaling,
    Signal,
    Version,
    Weighing,
)
from fktui.model.trajectory import Status

OWN = {rule.code for rule in rules.RULES}
RED = Signal(id="v-red00", colour=Colour.RED, text="nobody answers")
AT_ONCE = SafetyAgreement(
    id="v-agr00", what="via school", kind=SafetyAgreementKind.IMMEDIATE, who=(MOTHER,)
)
PLAN = SafetyPlan(
    id="v-p1an0",
    made_on=date(2026, 5, 1),
    versions=(Version(number=1, on=date(2026, 5, 1)),),
    reason="rows at the door",
    danger_statement="she may get hurt",
    about=(SON, DAUGHTER),
    signals=(RED,),
    agreements=(AT_ONCE,),
    guards=("n-gran0",),
    calls=(Call(id="v-ca110", calls="n-gran0"),),
    reviews=(Review(id="v-rev00", planned_on=date(2026, 6, 1)),),
    children_text="you may always call",
)
CODE = ReportingCode(id="v-c0de0", opened_on=date(2026, 5, 1), about=(DAUGHTER,))


def family(plan=PLAN, **changes):
    return replace(example_case(), safety=Safety(plans=(plan,) if plan else (), **changes))


def with_plan(**changes):
    return family(replace(PLAN, **changes))


def found(case, today=TODAY):
    return [one for one in check(case, today, NORMS, COLLEAGUES) if one.code in OWN]


def codes(case, today=TODAY):
    return [one.code for one in found(case, today)]


def taken(*steps, **changes):
    """A path with steps such as ("signals", 1): the kind and the day in May."""
    made = tuple(
        CodeStep(id=f"v-0000{n}", step=CodeStepKind(kind), on=date(2026, 5, day), text="x")
        for n, (kind, day) in enumerate(steps)
    )
    return replace(CODE, steps=made, **changes)


def with_code(*paths):
    return family(None, reporting_code=paths)


def test_a_plan_in_order_asks_for_nothing():
    assert found(family()) == []


# What runs


@pytest.mark.parametrize(
    ("today", "running"),
    [("2026-04-30", False), ("2026-05-01", True), ("2026-05-09", True), ("2026-05-10", False)],
)
def test_a_plan_runs_from_its_first_day_up_to_the_day_it_is_ended(today, running):
    case = with_plan(ended_on=date(2026, 5, 10))
    assert bool(running_plans(case, date.fromisoformat(today))) is running


def test_the_version_of_a_day_is_the_highest_until_then():
    versions = tuple(
        Version(number=n, on=date(2026, 5, day)) for n, day in ((2, 4), (3, 4), (1, 1))
    )
    plan = replace(PLAN, versions=versions)
    assert current_version(plan, date(2026, 4, 30)) is None
    assert current_version(plan, date(2026, 5, 3)).number == 1
    assert current_version(plan, date(2026, 5, 4)).number == 3


def test_an_agreement_holds_on_its_last_day():
    plan = replace(PLAN, agreements=(replace(AT_ONCE, until=TODAY),))
    assert agreements_on(plan, TODAY) == plan.agreements
    assert agreements_on(plan, date(2026, 5, 12)) == ()


def test_a_condition_is_open_until_the_day_it_is_met():
    met = Condition(id="v-c0n00", what="no shouting", set_by="GI", met_on=TODAY)
    plan = replace(PLAN, conditions=(met, replace(met, id="v-c0n01", met_on=None)))
    assert [one.id for one in open_conditions(plan, date(2026, 5, 10))] == ["v-c0n00", "v-c0n01"]
    assert [one.id for one in open_conditions(plan, TODAY)] == ["v-c0n01"]


def test_the_next_review_is_the_first_that_was_not_held():
    held = Review(id="v-rev01", planned_on=date(2026, 4, 1), held_on=date(2026, 4, 2))
    late, later = (Review(id=f"v-rev0{n}", planned_on=date(2026, n, 1)) for n in (5, 7))
    unplanned = Review(id="v-rev09")
    assert next_review(replace(PLAN, reviews=(later, held, late, unplanned))) == late
    assert next_review(replace(PLAN, reviews=(held, unplanned))) is None


def test_answers_are_told_per_person_from_first_to_last():
    given = (
        Scaling(id="r-00003", on=date(2026, 5, 9), by=MOTHER, value=8),
        Scaling(id="r-00001", on=date(2026, 1, 6), by=MOTHER, value=6),
        Scaling(id="r-00002", on=date(2026, 5, 9), by=DAUGHTER, words="a star"),
        Scaling(id="r-00004", on=date(2026, 5, 12), by=FATHER, value=1),
    )
    mother, daughter = answers(family(scalings=given), TODAY)
    assert (mother.person, mother.first.value, mother.last.value) == (MOTHER, 6, 8)
    assert (daughter.person, daughter.first, daughter.last) == (DAUGHTER, given[2], given[2])


# What a plan lacks


@pytest.mark.parametrize(
    ("changes", "code", "level"),
    [
        ({"danger_statement": None}, "safety-no-danger", Level.NOTICE),
        ({"signals": ()}, "safety-no-signals", Level.NOTICE),
        (
            {"signals": (replace(RED, colour=Colour.ORANGE),)},
            "safety-no-red",
            Level.NOTICE,
        ),
        ({"guards": ()}, "safety-no-guard", Level.NOTICE),
        ({"calls": ()}, "safety-no-calls", Level.NOTICE),
        ({"agreements": ()}, "safety-no-immediate", Level.NOTICE),
        (
            {"agreements": (replace(AT_ONCE, kind=SafetyAgreementKind.STRUCTURAL),)},
            "safety-no-immediate",
            Level.NOTICE,
        ),
        (
            {"agreements": (replace(AT_ONCE, until=date(2026, 5, 10)),)},
            "safety-no-immediate",
            Level.NOTICE,
        ),
        ({"reviews": ()}, "safety-no-review", Level.WARNING),
        (
            {"reviews": (Review(id="v-rev00", planned_on=TODAY, held_on=TODAY),)},
            "safety-no-review",
            Level.WARNING,
        ),
    ],
)
def test_what_a_plan_lacks(changes, code, level):
    (issue,) = found(with_plan(**changes))
    assert (issue.code, issue.level, issue.record) == (code, level, PLAN.id)
    assert found(with_plan(**changes, ended_on=TODAY, ended_by=(MOTHER,))) == []


def test_an_agreement_for_now_counts_on_its_last_day():
    assert codes(with_plan(agreements=(replace(AT_ONCE, until=TODAY),))) == []


@pytest.mark.parametrize(
    ("today", "young"), [("2028-06-19", True), ("2028-06-20", False), ("2024-09-13", True)]
)
def test_a_child_is_told_in_its_own_words_until_it_is_twelve(today, young):
    # Mila turns twelve on 20 June 2028; Jaylen did on 14 September 2024.
    day = date.fromisoformat(today)
    plan = replace(PLAN, children_text=None, made_on=date(2024, 1, 1))
    assert bool(list(young_children(family(plan), plan, day))) is young


def test_who_was_born_on_a_leap_day_is_twelve_on_the_29th_of_february():
    case = family()
    people = tuple(
        replace(one, born="2016-02-29") if one.id == DAUGHTER else one
        for one in case.family.people
        if one.id != SON
    )
    case = replace(case, family=replace(case.family, people=people))
    days = (date(2028, 2, 28), date(2028, 2, 29))
    assert [bool(list(young_children(case, PLAN, day))) for day in days] == [True, False]


def test_no_text_for_the_children_of_the_plan():
    (issue,) = found(with_plan(children_text=None))
    assert (issue.code, issue.facts["name"]) == ("safety-no-children-text", "Mila")
    assert codes(with_plan(children_text=None, about=(SON,))) == []
    assert codes(with_plan(children_text=None, about=())) == ["safety-no-children-text"]


@pytest.mark.parametrize(("planned", "late"), [("2026-05-11", False), ("2026-05-10", True)])
def test_a_review_is_overdue_after_its_day(planned, late):
    review = Review(id="v-rev00", planned_on=date.fromisoformat(planned))
    issues = found(with_plan(reviews=(review,)))
    assert [one.code for one in issues] == (["safety-review-overdue"] if late else [])
    assert all(one.facts["plan"] == PLAN.id and one.facts["days"] == 1 for one in issues)
    assert codes(with_plan(reviews=(review,), ended_on=TODAY)) == []


@pytest.mark.parametrize(
    ("changes", "late"),
    [
        ({"until": date(2026, 5, 11)}, False),
        ({"until": date(2026, 5, 10)}, True),
        ({"until": date(2026, 5, 10), "met_on": TODAY}, False),
        ({}, False),
    ],
)
def test_a_condition_that_was_not_met_in_time(changes, late):
    condition = Condition(id="v-c0n00", what="no shouting", set_by="GI", **changes)
    issues = found(with_plan(conditions=(condition,)))
    assert [(i.code, i.level) for i in issues] == (
        [("safety-condition-overdue", Level.WARNING)] if late else []
    )
    assert codes(with_plan(conditions=(condition,), ended_on=TODAY)) == []


@pytest.mark.parametrize(
    ("made_on", "asked_on", "old"),
    [
        ("2026-03-30", None, False),
        ("2026-03-29", None, True),
        ("2026-01-01", "2026-03-30", False),
        ("2026-01-01", "2026-03-29", True),
        ("2026-03-30", "2026-01-01", False),
        ("2026-01-01", "2026-05-12", True),
    ],
)
def test_after_six_weeks_somebody_is_asked_again(made_on, asked_on, old):
    given = (
        (Scaling(id="r-00001", on=date.fromisoformat(asked_on), by=MOTHER, value=6),)
        if asked_on
        else ()
    )
    case = family(replace(PLAN, made_on=date.fromisoformat(made_on)), scalings=given)
    assert codes(case) == (["scaling-old"] if old else [])


def judged(acute=True):
    return Intake(
        safety=SafetyJudgement(on=date(2026, 5, 1), acute=acute, makes_safer=Expectation.YES)
    )


@pytest.mark.parametrize(
    ("plan", "acute", "asks"),
    [
        (None, True, True),
        (None, False, False),
        (PLAN, True, False),
        (replace(PLAN, ended_on=date(2026, 5, 1)), True, False),
        (replace(PLAN, made_on=date(2026, 1, 1), ended_on=date(2026, 4, 30)), True, True),
        (replace(PLAN, made_on=date(2026, 5, 12)), True, True),
    ],
)
def test_acute_danger_asks_for_a_plan(plan, acute, asks):
    case = replace(family(plan), intake=judged(acute))
    assert ("safety-acute-no-plan" in codes(case)) is asks


@pytest.mark.parametrize(
    ("status", "asks"),
    [("referred", True), ("active", True), ("closed", False), ("declined", False)],
)
def test_acute_danger_counts_from_the_referral_until_the_help_ends(status, asks):
    case = replace(family(None), intake=judged())
    case = replace(case, trajectory=replace(case.trajectory, status=Status(status)))
    assert codes(case) == (["safety-acute-no-plan"] if asks else [])


# The days


def test_the_days_of_a_plan_that_is_running():
    plan = replace(
        PLAN,
        conditions=(Condition(id="v-c0n00", what="no shouting", set_by="GI", until=TODAY),),
        agreements=(replace(AT_ONCE, until=date(2026, 6, 30)),),
    )
    days = [one for one in deadlines(family(plan), NORMS) if one.code.startswith("safety-")]
    assert [(one.code, one.on, one.record, one.done, one.passes) for one in days] == [
        ("safety-condition", TODAY, "v-c0n00", False, False),
        ("safety-review", date(2026, 6, 1), "v-rev00", False, False),
        ("safety-agreement-ends", date(2026, 6, 30), "v-agr00", False, True),
    ]
    assert {one.source for one in days} == {"agreed"}
    ended = family(replace(plan, ended_on=TODAY))
    assert all(
        one.done
        for rule in (due_safety.reviews, due_safety.conditions, due_safety.agreements_ending)
        for one in rule(ended, NORMS)
    )


# The reporting code


def test_the_next_step_is_the_first_that_was_not_taken():
    steps = [(kind.value, day) for day, kind in enumerate(CodeStepKind, 1)]
    for count, kind in enumerate(CodeStepKind):
        assert next_step(taken(*steps[:count])) is kind
    assert next_step(taken(*steps)) is None
    assert next_step(taken(*steps[:2], closed_on=TODAY)) is None


def test_steps_of_one_day_stand_in_the_order_of_the_code():
    path = taken(("talk", 3), ("consult", 3), ("signals", 1))
    assert [one.step.value for one in in_order(path)] == ["signals", "consult", "talk"]
    assert last_day(path) == date(2026, 5, 3)
    assert last_day(CODE) == CODE.opened_on


@pytest.mark.parametrize(
    ("steps", "missing"),
    [
        ([("signals", 1), ("consult", 2), ("talk", 2), ("weigh", 2), ("decide", 2)], []),
        ([("signals", 1), ("talk", 2), ("consult", 3), ("talk", 4)], [("talk", "consult")]),
        ([("consult", 1), ("signals", 2)], [("consult", "signals")]),
        ([("signals", 1), ("decide", 2)], [("decide", "consult")]),
    ],
)
def test_a_step_that_was_taken_before_an_earlier_one(steps, missing):
    path = taken(*steps)
    assert [(one.step.value, first.value) for one, first in skipped(path)] == missing
    found_codes = codes(with_code(path))
    assert found_codes.count("reporting-code-order") == len(missing)


def test_the_order_is_asked_about_while_it_is_open():
    path = taken(("talk", 2), ("weigh", 3), closed_on=TODAY, outcome=CodeOutcome.NO_SUSPICION)
    assert codes(with_code(path)) == []


@pytest.mark.parametrize(("today", "stuck"), [("2026-05-16", False), ("2026-05-17", True)])
def test_a_path_is_stuck_after_fourteen_days(today, stuck):
    day = date.fromisoformat(today)
    case = with_code(taken(("signals", 1), ("consult", 2)))
    issues = found(case, day)
    assert [one.code for one in issues] == (["reporting-code-stuck"] if stuck else [])
    assert all(one.facts["code_step"] == "talk" for one in issues)
    closed = replace(case, trajectory=replace(case.trajectory, status=Status.CLOSED))
    assert codes(closed, day) == (["reporting-code-stuck"] if stuck else [])


def test_a_path_with_all_steps_is_closed():
    path = taken(*((kind.value, 1) for kind in CodeStepKind))
    assert codes(with_code(path), date(2026, 5, 15)) == []
    assert codes(with_code(path), date(2026, 5, 16)) == ["reporting-code-not-closed"]


@pytest.mark.parametrize(
    ("steps", "closed_on", "unweighed"),
    [
        ([("signals", 1), ("consult", 1), ("talk", 1), ("decide", 2)], None, True),
        ([("signals", 1), ("consult", 1), ("talk", 1), ("decide", 2), ("weigh", 3)], None, True),
        ([("signals", 1), ("consult", 1), ("talk", 1), ("weigh", 2), ("decide", 2)], None, False),
        ([("signals", 1)], TODAY, True),
        ([("weigh", 11)], TODAY, False),
        ([("signals", 11)], None, False),
    ],
)
def test_nothing_is_decided_without_weighing(steps, closed_on, unweighed):
    outcome = CodeOutcome.HELP if closed_on else None
    path = taken(*steps, closed_on=closed_on, outcome=outcome)
    assert ("reporting-code-unweighed" in codes(with_code(path))) is unweighed


def weighed(outcome=None, **answered):
    path = taken(("signals", 1), ("consult", 1), ("talk", 1), ("weigh", 11))
    last = replace(path.steps[-1], weighing=Weighing(**answered))
    closed = {"outcome": outcome, "closed_on": TODAY} if outcome else {}
    return replace(path, steps=(*path.steps[:-1], last), **closed)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (weighed(unsafe=True), ["reporting-code-unsafe"]),
        (weighed(CodeOutcome.HELP, unsafe=True, can_help=False), ["reporting-code-unsafe"]),
        (weighed(CodeOutcome.NO_SUSPICION, unsafe=True), ["reporting-code-unsafe"]),
        (weighed(CodeOutcome.REPORTED, unsafe=True), []),
        (weighed(unsafe=False, suspicion=True, accepted=False), ["reporting-code-not-enough"]),
        (weighed(CodeOutcome.HELP, gives_result=False), ["reporting-code-not-enough"]),
        (weighed(CodeOutcome.REPORTED, can_help=False), []),
        (weighed(suspicion=False, can_help=False), []),
        (weighed(CodeOutcome.HELP, suspicion=True, unsafe=False, can_help=True), []),
        (weighed(), []),
    ],
)
def test_unsafety_is_reported_and_so_is_help_that_falls_short(path, expected):
    assert codes(with_code(path)) == expected


def test_of_each_question_the_newest_answer_counts():
    path = weighed(suspicion=True, unsafe=True)
    later = CodeStep(
        id="v-00009", step=CodeStepKind.DECIDE, on=TODAY, weighing=Weighing(unsafe=False)
    )
    now = weighing(replace(path, steps=(later, *path.steps)))
    assert (now.suspicion, now.unsafe, now.can_help) == (True, False, None)
    assert not help_falls_short(now)


def test_a_path_is_for_the_team_only():
    path = replace(taken(("signals", 11)), visible_to=("family",))
    assert codes(with_code(path)) == ["reporting-code-readers"]


def test_a_finding_about_the_reporting_code_holds_no_text_of_it():
    texts = ("bruise on the arm", "taken to the doctor")
    steps = (
        CodeStep(id="v-00001", step=CodeStepKind.DECIDE, on=date(2026, 4, 1), text=texts[0]),
        CodeStep(
            id="v-00002",
            step=CodeStepKind.TALK,
            on=date(2026, 4, 1),
            decision=texts[1],
            weighing=Weighing(unsafe=True),
        ),
    )
    path = replace(CODE, opened_on=date(2026, 4, 1), steps=steps, concerns=(MOTHER,))
    issues = found(with_code(path))
    assert len(issues) >= 4
    told = " ".join(str(one.facts) for one in issues)
    assert not [word for word in (*texts, MOTHER, DAUGHTER, "Sherida", "Mila") if word in told]
