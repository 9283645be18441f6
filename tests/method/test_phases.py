from datetime import date
from itertools import pairwise

import pytest
from families import MOTHER, NORMS, example_case, period, trajectory, with_trajectory
from hypothesis import given
from hypothesis import strategies as st

from fktui.method.phases import (
    ORDER,
    conditions,
    current,
    next_phase,
    open_conditions,
    plan_ahead,
    planned_end,
    still_open,
    week_in,
    weeks_meant,
)
from fktui.model.intake import (
    Expectation,
    Intake,
    IntakeDecision,
    IntakeOutcome,
    SafetyJudgement,
)
from fktui.model.network import Network
from fktui.model.plan import Plan
from fktui.model.trajectory import Closing, Extension, JointDecision, Phase, PhasePeriod

START = period(Phase.START, started_on=date(2026, 3, 23), ended_on=date(2026, 4, 6))
ANALYSIS = period(Phase.ANALYSIS, started_on=date(2026, 4, 6))
LATER = PhasePeriod(id="f-00009", phase=Phase.EXECUTION, planned_from=date(2026, 5, 18))


def test_the_phases_follow_each_other():
    assert [next_phase(phase) for phase in ORDER] == [*ORDER[1:], None]


@pytest.mark.parametrize(
    ("phases", "expected"),
    [((), None), ((START,), None), ((LATER,), None), ((LATER, ANALYSIS, START), ANALYSIS)],
)
def test_the_current_stay_has_begun_and_not_ended(phases, expected):
    assert current(trajectory(phases=phases)) == expected


def test_of_two_running_stays_the_newest_is_current():
    forgotten = period(Phase.START, started_on=date(2026, 3, 23))
    assert current(trajectory(phases=(ANALYSIS, forgotten))) == ANALYSIS


@pytest.mark.parametrize(
    ("stay", "today", "week"),
    [
        (ANALYSIS, "2026-04-05", None),
        (ANALYSIS, "2026-04-06", 1),
        (ANALYSIS, "2026-04-12", 1),
        (ANALYSIS, "2026-04-13", 2),
        (ANALYSIS, "2026-05-11", 6),
        (START, "2026-12-01", 2),
        (period(ended_on=date(2026, 4, 6)), "2026-12-01", 1),
        (LATER, "2026-12-01", None),
    ],
)
def test_weeks_are_counted_from_one(stay, today, week):
    assert week_in(stay, date.fromisoformat(today)) == week


@pytest.mark.parametrize(
    ("stay", "weeks"),
    [
        (ANALYSIS, 6),
        (LATER, None),
        (period(planned_until=date(2026, 4, 27)), 3),
        (period(planned_until=date(2026, 4, 28)), 4),
        (period(planned_until=date(2026, 4, 1)), 0),
    ],
)
def test_a_week_that_is_begun_is_meant_whole(stay, weeks):
    assert weeks_meant(stay, NORMS) == weeks


def extended(until, on, record_id="z-00001"):
    return Extension(id=record_id, until=until, reason="vakantie", on=on)


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({}, "2026-05-18"),
        ({"started_on": None}, None),
        ({"started_on": None, "planned_from": date(2026, 5, 1)}, "2026-06-12"),
        ({"planned_until": date(2026, 5, 4)}, "2026-05-04"),
        (
            {"planned_from": date(2026, 4, 1), "planned_until": date(2026, 5, 13)},
            "2026-05-18",
        ),
        ({"started_on": None, "planned_until": date(2026, 5, 4)}, "2026-05-04"),
        ({"extensions": (extended(date(2026, 6, 1), date(2026, 5, 1)),)}, "2026-06-01"),
    ],
)
def test_when_a_stay_is_meant_to_end(changes, end):
    found = planned_end(period(**changes), NORMS)
    assert found == (date.fromisoformat(end) if end else None)


def test_the_latest_extension_wins_wherever_it_stands():
    late = extended(date(2026, 6, 15), date(2026, 5, 20))
    early = extended(date(2026, 7, 1), date(2026, 5, 1))
    assert planned_end(period(extensions=(late, early)), NORMS) == date(2026, 6, 15)


def test_of_two_extensions_on_one_day_the_last_written_wins():
    first, second = (extended(date(2026, 6, day), date(2026, 5, 1)) for day in (8, 1))
    assert planned_end(period(extensions=(first, second)), NORMS) == date(2026, 6, 1)


def test_a_new_family_gets_four_phases_in_a_row():
    planned = plan_ahead(trajectory(phases=()), date(2025, 1, 13), NORMS)
    assert [(stay.phase, str(stay.planned_until)) for stay in planned] == [
        (Phase.START, "2025-01-27"),
        (Phase.ANALYSIS, "2025-03-10"),
        (Phase.EXECUTION, "2025-12-08"),
        (Phase.CLOSING, "2026-01-19"),
    ]


def test_the_plan_goes_on_from_where_the_running_stay_is_to_end():
    planned = plan_ahead(trajectory(phases=(START, ANALYSIS, LATER)), date(2026, 4, 6), NORMS)
    assert [(str(stay.planned_from), str(stay.planned_until)) for stay in planned] == [
        ("2026-05-18", "2027-02-15"),
        ("2027-02-15", "2027-03-29"),
    ]


def test_between_two_stays_the_plan_begins_on_the_given_day():
    planned = plan_ahead(trajectory(phases=(START,)), date(2026, 5, 1), NORMS)
    assert planned[0][:2] == (Phase.ANALYSIS, date(2026, 5, 1))


def test_after_the_last_phase_nothing_is_planned():
    assert plan_ahead(trajectory(phases=(period(Phase.CLOSING),)), date(2026, 5, 1), NORMS) == ()


@given(st.dates())
def test_planned_stays_touch_and_never_fall_off_the_calendar(day):
    planned = plan_ahead(trajectory(phases=()), day, NORMS)
    assert planned[0].planned_from == day
    assert all(a.planned_until == b.planned_from for a, b in pairwise(planned))


def codes(case, phase, confirmed=()):
    return [condition.code for condition in open_conditions(case, phase, confirmed)]


def test_each_condition_has_a_code_of_its_own_and_a_source():
    found = [condition for phase in Phase for condition in conditions(phase)]
    assert len({condition.code for condition in found}) == len(found)
    assert all(condition.source for condition in found)


def test_what_only_people_know_stays_open_until_they_confirm_it():
    case = example_case()
    assert codes(case, Phase.EXECUTION) == ["analysis-finished", "stress-reduced"]
    assert codes(case, Phase.EXECUTION, ["stress-reduced", "analysis-finished"]) == []


def test_family_and_coach_win_from_what_the_files_show():
    case = example_case(plan=Plan())
    assert "plan-drawn-up" in codes(case, Phase.EXECUTION)
    assert "plan-drawn-up" not in codes(case, Phase.EXECUTION, ["plan-drawn-up"])


ENDED = period(ended_on=date(2026, 5, 18))
PLANNED = period(started_on=None)


@pytest.mark.parametrize(
    ("phases", "seen"),
    [((), False), ((PLANNED,), False), ((ANALYSIS,), None), ((ENDED,), True)],
)
def test_whether_the_analysis_is_finished(phases, seen):
    condition = conditions(Phase.EXECUTION)[0]
    assert condition.seen(example_case(phases=phases)) is seen


@pytest.mark.parametrize(("referrer", "coach", "second"), [(None, None, None), ("OKT", "x", "y")])
def test_the_start_asks_for_a_referral_and_a_team_of_two(referrer, coach, second):
    case = with_trajectory(example_case(), referrer=referrer, coach=coach, second=second)
    assert (codes(case, Phase.START) == []) is (referrer is not None)


def test_a_decision_noted_with_the_start_phase_is_seen():
    decided = period(Phase.START, decision=JointDecision(on=date(2026, 3, 19)))
    assert "decided-together" in codes(example_case(intake=Intake()), Phase.ANALYSIS)
    case = example_case(phases=(decided,), intake=Intake())
    assert codes(case, Phase.ANALYSIS) == ["safety-judged"]


def decision(outcome, *by):
    return Intake(decision=IntakeDecision(on=date(2026, 3, 19), outcome=outcome, by=by))


@pytest.mark.parametrize(
    ("intake", "seen"),
    [
        (Intake(), None),
        (decision(IntakeOutcome.ADMITTED), None),
        (decision(IntakeOutcome.ADMITTED, "t-c0ach", "referrer"), None),
        (decision(IntakeOutcome.ADMITTED, "t-c0ach", MOTHER), True),
        (decision(IntakeOutcome.NOT_SUITABLE, MOTHER), False),
    ],
)
def test_the_intake_is_decided_together_with_the_family(intake, seen):
    (condition,) = (one for one in conditions(Phase.ANALYSIS) if one.code == "decided-together")
    assert condition.seen(example_case(intake=intake)) is seen


@pytest.mark.parametrize("makes_safer", Expectation)
def test_a_judgement_of_the_safety_is_seen_whatever_it_says(makes_safer):
    judged = SafetyJudgement(on=date(2026, 3, 16), acute=True, makes_safer=makes_safer)
    assert codes(example_case(intake=Intake(safety=judged)), Phase.ANALYSIS) == ["decided-together"]


def test_what_was_confirmed_once_stays_answered():
    confirmed = period(conditions=("safety-judged",))
    case = example_case(phases=(confirmed,), intake=Intake())
    assert [one.code for one in still_open(case, Phase.ANALYSIS)] == ["decided-together"]


def test_the_analysis_asks_for_the_network_and_the_group_plan():
    case = with_trajectory(example_case(network=Network()), family_group_plan=None)
    assert codes(case, Phase.ANALYSIS) == ["network-invited", "group-plan-offered"]


def test_first_goals_before_there_is_a_plan_are_not_in_the_way():
    """S1:L156-159: goals may exist in the start and analysis phase already."""
    start = period(Phase.START, started_on=date(2026, 5, 4))
    case = example_case(phases=(start,))
    assert case.plan.goals
    assert codes(case, Phase.ANALYSIS) == []


@pytest.mark.parametrize(
    ("closing", "still_open"),
    [
        (None, 2),
        (Closing(on=date(2026, 5, 1), organises_daily_life=True), 1),
        (
            Closing(on=date(2026, 5, 1), organises_daily_life=True, relations_strengthened=True),
            0,
        ),
    ],
)
def test_closing_asks_the_two_criteria_of_the_brochure(closing, still_open):
    case = with_trajectory(example_case(), closing=closing)
    assert len(codes(case, Phase.CLOSING)) == still_open
