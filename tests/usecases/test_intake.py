"""The intake: what is noted, how it is told, and what a decision brings along."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.method.checks import check
from fktui.model.intake import (
    Contraindication,
    ContraindicationKind,
    Expectation,
    IncomingPlanKind,
    IndicationKind,
    IntakeOutcome,
    Route,
)
from fktui.model.plan import LifeDomain
from fktui.model.record import Nature
from fktui.model.trajectory import Phase, Status
from fktui.usecases.course import intake
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.course.ending import close, reopen
from fktui.usecases.course.phases import Decision, agree, enter_next
from fktui.usecases.fields import read_fields
from fktui.usecases.people.family import add_person
from fktui.usecases.plan.goals import add_goal

TODAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 22)
ADMITTED, REFUSED = IntakeOutcome.ADMITTED, IntakeOutcome.NOT_SUITABLE


def refused_code(function, *arguments, **named):
    with pytest.raises(WrongUse) as caught:
        function(*arguments, **named)
    return caught.value.code


def codes(desk, case):
    found = check(case, desk.today, desk.norms, frozenset())
    return {one.code for one in found}


@pytest.fixture
def spreeuw(desk):
    """A referral without any help yet: a mother and her son."""
    case = new_case(desk, NewCase(name="Gezin Spreeuw", referrer="OKT")).case.id
    add_person(desk, case, {"name": "Moeder", "role": "mother"})
    return add_person(desk, case, {"name": "Kim", "role": "child"}).loaded.case


def person(case, number=0):
    return case.family.people[number].id


# The head, and the plan that came along


def test_how_the_family_comes_is_told_by_field(desk, koolmees):
    fields = {"route": Route.GP, "provision": "HSJ, SPIC C", "question": "Alles loopt vast"}
    saved = intake.edit_intake(desk, koolmees, fields)
    found = saved.loaded.case.intake
    assert (found.route, found.provision, found.question) == tuple(fields.values())
    assert saved.act.subject == "Intake: route, kind of youth help, question"
    assert saved.act.fields == ("route", "provision", "question")
    assert refused_code(intake.edit_intake, desk, koolmees, fields) == "nothing-changed"


@pytest.mark.parametrize("field", ["information", "decision", "safety", "incoming_plan"])
def test_what_has_a_verb_of_its_own_is_not_set_in_passing(desk, koolmees, field):
    intake.add_information(desk, koolmees, {"summary": "gaat naar school"})
    case = desk.load(koolmees).case
    fields = read_fields(desk, case, type(case.intake), (f"{field}=",))
    assert refused_code(intake.edit_intake, desk, koolmees, fields) == "intake-own-verb"
    assert len(desk.load(koolmees).case.intake.information) == 1


def test_a_field_that_is_none_is_refused(desk, koolmees):
    assert refused_code(intake.edit_intake, desk, koolmees, {"colour": "red"}) == "unknown-field"


def test_the_plan_that_came_along_grows(desk, koolmees):
    assert refused_code(intake.set_incoming_plan, desk, koolmees, {"by": "GI"}) == "field-empty"
    first = {"kind": IncomingPlanKind.PERSPECTIVE_PLAN, "by": "GI De Brug", "on": TODAY}
    saved = intake.set_incoming_plan(desk, koolmees, first)
    assert saved.act.subject == "Intake: plan that came along (perspective plan)"
    saved = intake.set_incoming_plan(desk, koolmees, {"kept_at": "kast 3"})
    plan = saved.loaded.case.intake.incoming_plan
    assert (plan.by, plan.kept_at) == ("GI De Brug", "kast 3")
    again = {"kept_at": "kast 3"}
    assert refused_code(intake.set_incoming_plan, desk, koolmees, again) == "nothing-changed"
    late = {"on": TOMORROW}
    assert refused_code(intake.set_incoming_plan, desk, koolmees, late) == "day-to-come"


# What is known


def test_what_is_asked_for_is_answered_later(desk, spreeuw):
    kim = person(spreeuw, 1)
    asked = {"about": (kim,), "asked_on": date(2026, 11, 10)}
    made = intake.add_information(desk, spreeuw.id, asked).act.record
    (one,) = desk.load(spreeuw.id).case.intake.information
    assert (one.id, one.on, one.summary) == (made, None, None)
    answer = {"summary": "mist school", "source": "OKT", "nature": Nature.FACT}
    saved = intake.answer_information(desk, spreeuw.id, made, answer)
    (one,) = saved.loaded.case.intake.information
    assert (one.about, one.summary, one.on) == ((kim,), "mist school", TODAY)
    assert one.asked_on == date(2026, 11, 10)
    assert "school" not in saved.act.subject


def test_what_is_known_is_of_today_unless_another_day_is_said(desk, koolmees):
    fields = {"summary": "schulden", "domain": LifeDomain.SOCIO_ECONOMIC}
    intake.add_information(desk, koolmees, fields)
    saved = intake.add_information(desk, koolmees, fields | {"on": date(2026, 11, 1)})
    assert [one.on for one in saved.loaded.case.intake.information] == [TODAY, date(2026, 11, 1)]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "field-empty"),
        ({"summary": " "}, "field-empty"),
        ({"asked_on": TODAY}, "asked-about-what"),
        ({"asked_on": TOMORROW, "domain": LifeDomain.CARE}, "day-to-come"),
        ({"summary": "x", "on": TOMORROW}, "day-to-come"),
    ],
)
def test_information_that_says_nothing_is_refused(desk, koolmees, fields, code):
    assert refused_code(intake.add_information, desk, koolmees, fields) == code


def test_an_answer_is_one_and_to_something(desk, koolmees):
    asked = {"domain": LifeDomain.CARE, "asked_on": TODAY}
    made = intake.add_information(desk, koolmees, asked).act.record
    words = (desk, koolmees, made)
    assert refused_code(intake.answer_information, *words, {"source": "OKT"}) == "field-empty"
    late = {"summary": "x", "on": TOMORROW}
    assert refused_code(intake.answer_information, *words, late) == "day-to-come"
    with pytest.raises(NotFound):
        intake.answer_information(desk, koolmees, "l-zzzzz", {"summary": "x"})


# Goals of the referral


def test_a_goal_of_the_referral_becomes_a_goal_of_the_family(desk, ijsvogel):
    saved = intake.add_referral_goal(desk, ijsvogel.case, {"text": "Naar school", "by": "OKT"})
    assert "school" not in saved.act.subject
    fields = {"goals": (ijsvogel.goal,)}
    saved = intake.edit_referral_goal(desk, ijsvogel.case, "Naar", fields)
    (one,) = saved.loaded.case.intake.referral_goals
    assert (one.text, one.by, one.goals) == ("Naar school", "OKT", (ijsvogel.goal,))
    nothing = {"text": " "}
    assert refused_code(intake.add_referral_goal, desk, ijsvogel.case, nothing) == "field-empty"
    words = (desk, ijsvogel.case, one.id)
    assert refused_code(intake.edit_referral_goal, *words, nothing) == "field-empty"


# Indications and contra-indications


def test_an_indication_is_noted_once_and_changed_after_that(desk, koolmees):
    kind = IndicationKind.PARENTING
    first = intake.note_indication(desk, koolmees, kind, applies=True, note="moe")
    assert first.act.action == "indication.add"
    again = intake.note_indication(desk, koolmees, kind, applies=False)
    (one,) = again.loaded.case.intake.indications
    assert (one.id, one.applies, one.note) == (first.act.record, False, "moe")
    assert again.act.subject == f"Indication {one.id}: it applies"
    code = refused_code(intake.note_indication, desk, koolmees, kind, applies=False)
    assert code == "nothing-changed"
    other = IndicationKind.CONTEXTUAL
    saved = intake.note_indication(desk, koolmees, other, applies=True)
    assert len(saved.loaded.case.intake.indications) == 2


def test_a_contraindication_is_noted_once_and_its_motive_added(desk, koolmees):
    kind = ContraindicationKind.CHILD_UNSAFE
    first = intake.note_contraindication(desk, koolmees, kind, {"applies": True})
    fields = {"applies": True, "motive": "niet acuut", "consulted": (desk.colleague,)}
    saved = intake.note_contraindication(desk, koolmees, kind, fields)
    assert saved.loaded.case.intake.contraindications == (
        Contraindication(
            id=first.act.record,
            kind=kind,
            applies=True,
            on=TODAY,
            motive="niet acuut",
            consulted=(desk.colleague,),
        ),
    )
    late = {"applies": True, "on": TOMORROW}
    code = refused_code(intake.note_contraindication, desk, koolmees, kind, late)
    assert code == "day-to-come"


def test_a_later_change_keeps_the_day_unless_it_is_said(desk, koolmees):
    kind = ContraindicationKind.UNSAFETY
    day = date(2026, 11, 1)
    intake.note_contraindication(desk, koolmees, kind, {"applies": True, "on": day})
    saved = intake.note_contraindication(desk, koolmees, kind, {"applies": True, "motive": "plan"})
    assert saved.loaded.case.intake.contraindications[0].on == day


# The judgement of the safety


def test_the_safety_is_judged_and_judged_again(desk, spreeuw):
    mother = person(spreeuw)
    fields = {"acute": False, "makes_safer": Expectation.UNSURE, "by": (mother,)}
    saved = intake.judge_safety(desk, spreeuw.id, fields)
    assert saved.act.subject == "Intake: safety judged"
    saved = intake.judge_safety(desk, spreeuw.id, {"makes_safer": Expectation.YES})
    judged = saved.loaded.case.intake.safety
    assert (judged.on, judged.acute, judged.by) == (TODAY, False, (mother,))
    assert judged.makes_safer is Expectation.YES


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"acute": False}, "field-empty"),
        ({"makes_safer": Expectation.YES}, "field-empty"),
        ({"acute": True, "makes_safer": Expectation.YES, "on": TOMORROW}, "day-to-come"),
    ],
)
def test_a_judgement_is_whole(desk, koolmees, fields, code):
    assert refused_code(intake.judge_safety, desk, koolmees, fields) == code
    assert desk.load(koolmees).case.intake.safety is None


# The decision


def test_admitted_the_family_is_helped_and_the_gate_opens(desk, spreeuw):
    assert spreeuw.trajectory.status is Status.REFERRED
    saved = intake.decide(desk, spreeuw.id, ADMITTED, {"by": (person(spreeuw), "referrer")})
    case = saved.loaded.case
    assert case.trajectory.status is Status.ACTIVE
    assert case.intake.decision.on == TODAY
    assert saved.act.subject == "Intake: suitable: we begin"
    assert "not-decided-together" not in codes(desk, case)
    moved = enter_next(desk, spreeuw.id, Decision(TODAY, reason="begin"))
    assert moved.saved.loaded.case.trajectory.phases[0].phase is Phase.START


def test_not_suitable_declines_and_gets_the_day_of_destruction(desk, spreeuw):
    day = date(2026, 11, 20)
    saved = intake.decide(desk, spreeuw.id, REFUSED, {"by": (person(spreeuw),), "on": day})
    case = saved.loaded.case
    assert case.trajectory.status is Status.DECLINED
    assert case.intake.destroy_on == date(2027, 11, 20)
    assert "refused-no-advice" in codes(desk, case)
    fields = {"advice": "verslavingskliniek", "again": "na opname"}
    saved = intake.decide(desk, spreeuw.id, REFUSED, fields)
    decision = saved.loaded.case.intake.decision
    assert (decision.on, decision.by) == (day, (person(spreeuw),))
    assert decision.advice == "verslavingskliniek"
    assert "refused-no-advice" not in codes(desk, saved.loaded.case)
    assert refused_code(intake.decide, desk, spreeuw.id, REFUSED, fields) == "nothing-changed"


def test_the_team_chooses_another_day_of_destruction_and_it_stays(desk, spreeuw):
    intake.decide(desk, spreeuw.id, REFUSED, {})
    intake.edit_intake(desk, spreeuw.id, {"destroy_on": date(2026, 12, 31)})
    saved = intake.decide(desk, spreeuw.id, REFUSED, {"advice": "tante"})
    assert saved.loaded.case.intake.destroy_on == date(2026, 12, 31)


@pytest.mark.parametrize("how", ["reopened", "admitted"])
def test_a_refused_family_may_come_again(desk, spreeuw, how):
    intake.decide(desk, spreeuw.id, REFUSED, {"advice": "tante"})
    if how == "reopened":
        case = reopen(desk, spreeuw.id, on=TODAY).loaded.case
        assert case.trajectory.status is Status.REFERRED
        assert case.intake.destroy_on is None
    case = intake.decide(desk, spreeuw.id, ADMITTED, {"by": (person(spreeuw),)}).loaded.case
    assert (case.trajectory.status, case.intake.destroy_on) == (Status.ACTIVE, None)
    assert case.intake.decision.advice is None


def test_a_start_phase_that_runs_ends_with_a_refusal(desk, ijsvogel):
    saved = intake.decide(desk, ijsvogel.case, REFUSED, {"on": date(2026, 11, 16)})
    start, *others = saved.loaded.case.trajectory.phases
    assert start.ended_on == date(2026, 11, 16)
    assert all(one.started_on is None for one in others)
    early = {"on": date(2026, 10, 1)}
    reopen(desk, ijsvogel.case, on=TODAY)
    code = refused_code(intake.decide, desk, ijsvogel.case, REFUSED, early)
    assert code == "ends-before-begin"


def test_past_the_start_phase_the_help_is_closed_and_not_declined(desk, ijsvogel):
    enter_next(desk, ijsvogel.case, Decision(TODAY, reason="verder"))
    code = refused_code(intake.decide, desk, ijsvogel.case, REFUSED, {})
    assert code == "decline-too-late"
    close(desk, ijsvogel.case, {"on": TODAY})
    for outcome in IntakeOutcome:
        assert refused_code(intake.decide, desk, ijsvogel.case, outcome, {}) == "help-ended"


def test_a_decision_is_not_of_tomorrow(desk, koolmees):
    code = refused_code(intake.decide, desk, koolmees, ADMITTED, {"on": TOMORROW})
    assert code == "day-to-come"
    assert desk.load(koolmees).case.trajectory.status is Status.REFERRED


def test_before_there_is_a_plan_a_goal_may_be_set(desk, spreeuw):
    saved = add_goal(desk, spreeuw.id, {"title": "Rust", "owners": (person(spreeuw),)})
    assert saved.loaded.case.plan.goals[0].title == "Rust"
    intake.decide(desk, spreeuw.id, ADMITTED, {"by": (person(spreeuw),)})
    enter_next(desk, spreeuw.id, Decision(TODAY, reason="begin"))
    found = codes(desk, desk.load(spreeuw.id).case)
    assert not {code for code in found if code.startswith("plan")}


# What is agreed for a phase


def test_how_often_to_meet_is_agreed_by_phase(desk, ijsvogel):
    saved = agree(desk, ijsvogel.case, "execution", {"meeting_weeks": 8})
    assert saved.act.subject.endswith("weeks between family meetings")
    weeks = {one.phase: one.meeting_weeks for one in saved.loaded.case.trajectory.phases}
    assert (weeks[Phase.EXECUTION], weeks[Phase.START]) == (8, None)
    running = agree(desk, ijsvogel.case, None, {"meeting_weeks": 2})
    assert running.loaded.case.trajectory.phases[0].meeting_weeks == 2
    by_id = running.loaded.case.trajectory.phases[1].id
    assert agree(desk, ijsvogel.case, by_id, {"meeting_weeks": 3}).act.record == by_id


def test_a_family_without_phases_agrees_on_none(desk, koolmees):
    assert refused_code(agree, desk, koolmees, None, {"meeting_weeks": 2}) == "no-phase-running"
    with pytest.raises(NotFound):
        agree(desk, koolmees, "start", {"meeting_weeks": 2})
