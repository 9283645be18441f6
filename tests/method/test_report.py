"""What is counted of a family over a period, and of all families together."""

from datetime import date, timedelta
from typing import Any

import pytest
from families import (
    COLLEAGUES,
    FAMILY,
    GOAL,
    NORMS,
    PEOPLE,
    TODAY,
    example_case,
    period,
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.factors import Period
from fktui.method.intensity import Against
from fktui.method.report import (
    CBS_CODES,
    CaseReport,
    belongs,
    case_report,
    children,
    help_runs,
    team_of,
)
from fktui.method.team_report import TeamReport, caseload, team_report
from fktui.model.analysis import Analysis, DomainScore
from fktui.model.case import Case
from fktui.model.intake import Indication, IndicationKind, Intake, IntakeDecision, IntakeOutcome
from fktui.model.journal import Contact
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import GoalKind, GoalStatus, LifeDomain, Plan, Score
from fktui.model.timeline import Event, EventKind, Timeline
from fktui.model.trajectory import Closing, EndReason, Extension, Phase

ALL = Period(until=TODAY)
BEGAN = date(2026, 4, 6)
DAY = timedelta(days=1)


def reported(case: Case, found: Period = ALL) -> CaseReport:
    return case_report(case, found, NORMS, COLLEAGUES)


def team(*cases: Case, found: Period = ALL) -> TeamReport:
    return team_report([reported(one, found) for one in cases], found, NORMS)


def closed(on: date, case: Case | None = None, **fields: Any) -> Case:
    return with_trajectory(case or example_case(), closing=Closing(on=on, **fields))


# --- one family -----------------------------------------------------------------------------------


def test_a_stay_is_set_against_what_is_meant_for_it() -> None:
    longer = Extension(id="z-00001", until=TODAY, reason="rust", on=TODAY)
    case = example_case(
        phases=(period(extensions=(longer, replace(longer, id="z-00002", on=TODAY + DAY))),),
        contacts=(Contact(id="c-00001", on=BEGAN, hours=24),),
    )
    [stay] = reported(case).stays
    assert (stay.phase, stay.days, stay.ended_on) == (Phase.ANALYSIS, 35, None)
    assert (stay.weeks_low, stay.weeks_high, stay.longer) == (4, 6, 1)
    assert (stay.hours, stay.against) == (24, Against.BELOW)


def test_a_stay_that_ends_after_the_period_runs() -> None:
    ends = period(ended_on=TODAY + DAY)
    [stay] = reported(example_case(phases=(ends,))).stays
    assert stay.ended_on is None


def test_a_stay_that_has_not_begun_is_no_stay() -> None:
    waits = period(Phase.EXECUTION, started_on=TODAY + DAY)
    planned = period(Phase.CLOSING, started_on=None)
    assert len(reported(example_case(phases=(period(), waits, planned))).stays) == 1


@pytest.mark.parametrize(
    ("on", "ended", "days"),
    [(TODAY, TODAY, 36), (TODAY + DAY, None, 36), (BEGAN, BEGAN, 1)],
)
def test_help_ends_on_the_day_of_the_closing(on: date, ended: date | None, days: int) -> None:
    found = reported(closed(on))
    assert (found.ended_on, found.days, found.in_care) == (ended, days, ended is None)


@pytest.mark.parametrize("reason", EndReason)
def test_why_help_ended_has_a_code_of_statistics_netherlands(reason: EndReason) -> None:
    assert reported(closed(TODAY, reason=reason)).ended_as == CBS_CODES[reason]
    assert reported(example_case()).ended_as is None


@pytest.mark.parametrize(
    ("outcome", "on", "admitted"),
    [
        (IntakeOutcome.ADMITTED, TODAY, True),
        (IntakeOutcome.NOT_SUITABLE, TODAY, False),
        (IntakeOutcome.ADMITTED, TODAY + DAY, None),
    ],
)
def test_the_decision_of_the_intake(
    outcome: IntakeOutcome, on: date, admitted: bool | None
) -> None:
    intake = Intake(decision=IntakeDecision(on=on, outcome=outcome))
    assert reported(example_case(intake=intake)).admitted is admitted


def scores(count: int, severity: int = 2) -> Analysis:
    domains = tuple(
        DomainScore(id=f"r-0000{number}", domain=domain, on=BEGAN, severity=severity)
        for number, domain in enumerate(LifeDomain)
    )
    return Analysis(domains=domains[:count])


@pytest.mark.parametrize(
    ("analysis", "count", "fits"),
    [(scores(7), 7, True), (scores(6), 6, True), (scores(7, 1), 0, False), (Analysis(), 0, None)],
)
def test_the_target_group_is_six_of_seven(
    analysis: Analysis, count: int, fits: bool | None
) -> None:
    found = reported(example_case(analysis=analysis))
    assert (len(found.domains), found.fits) == (count, fits)


def test_goals_without_small_steps_and_their_t_scores() -> None:
    goals = (
        replace(
            GOAL,
            status=GoalStatus.REACHED,
            scores=(
                Score(id="r-00001", on=BEGAN, value=-2),
                Score(id="r-00002", on=TODAY, value=0),
                Score(id="r-00003", on=TODAY + DAY, value=2),
            ),
        ),
        replace(GOAL, id="g-00002", kind=GoalKind.SMALL_STEP),
    )
    found = reported(example_case(plan=Plan(goals=goals)))
    assert found.goals == {"reached": 1}
    assert (found.t_first, found.t_now) == (30.0, 50.0)


def test_the_network_grows_from_the_first_day_of_the_help() -> None:
    people = (
        NetworkPerson(id="n-00001", name="Oma", sector=Sector.FAMILY, ring=1, since=BEGAN),
        NetworkPerson(id="n-00002", name="Coach", sector=Sector.FRIENDS, ring=2, since=TODAY),
        NetworkPerson(id="n-00003", name="Arts", sector=Sector.PROFESSIONALS, ring=3, since=TODAY),
    )
    found = reported(example_case(network=Network(people=people)))
    assert (found.network_first, found.network_now) == (1, 2)


@pytest.mark.parametrize(
    ("on", "count"),
    [
        ("2026-04-05", 0),
        ("2026-04-06", 1),
        ("2026-05-11", 1),
        ("2026-05-12", 0),
        ("2026-04", 1),
        ("2026-03", 0),
        ("2019", 0),
        (None, 0),
    ],
)
def test_a_placement_counts_when_it_was_during_the_help(on: str | None, count: int) -> None:
    event = Event(id="e-00001", title="pleeggezin", kind=EventKind.PLACEMENT, on=on)
    case = example_case(timeline=Timeline(events=(event,)))
    assert reported(case).placements == count
    other = replace(event, kind=EventKind.HELP)
    assert reported(example_case(timeline=Timeline(events=(other,)))).placements == 0


def test_what_is_missing_is_counted_by_code() -> None:
    found = reported(with_trajectory(example_case(), coach=None))
    assert found.findings["team-no-coach"] == 1
    assert found.warnings >= 1


def test_children_are_the_young_of_the_family_who_are_there() -> None:
    assert children(example_case(), TODAY) == 2
    gone = tuple(replace(one, until=TODAY - DAY) for one in PEOPLE)
    assert children(example_case(family=replace(FAMILY, people=gone)), TODAY) == 0


def test_the_team_of_a_family_counts_each_colleague_once() -> None:
    case = with_trajectory(example_case(), second="t-c0ach", lead_clinician=None)
    assert team_of(case) == ("t-c0ach",)


@pytest.mark.parametrize(
    ("on", "runs"), [(BEGAN - DAY, False), (BEGAN, True), (TODAY - DAY, True), (TODAY, False)]
)
def test_help_runs_from_its_first_day_until_the_day_it_ends(on: date, runs: bool) -> None:
    assert help_runs(closed(TODAY), on) == runs


# --- which families have to do with a period ------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2026, 3, 1), BEGAN - DAY, False),
        (date(2026, 3, 1), BEGAN, True),
        (date(2026, 4, 20), TODAY, True),
        (date(2026, 4, 21), TODAY, False),
    ],
)
def test_a_family_belongs_to_the_days_on_which_it_was_helped(
    since: date, until: date, expected: bool
) -> None:
    found = Period(since=since, until=until)
    case = closed(date(2026, 4, 20), example_case(intake=Intake()))
    assert belongs(reported(case, found), found) == expected


def test_a_family_that_was_not_admitted_belongs_to_the_day_of_the_decision() -> None:
    decision = IntakeDecision(on=TODAY, outcome=IntakeOutcome.NOT_SUITABLE)
    case = example_case(phases=(), intake=Intake(decision=decision))
    assert belongs(reported(case), Period(since=TODAY, until=TODAY))
    later = Period(since=TODAY + DAY, until=TODAY + DAY)
    assert not belongs(reported(case, later), later)


# --- all families ---------------------------------------------------------------------------------


def test_families_and_children_in_care() -> None:
    found = team(example_case(), example_case(), closed(TODAY))
    assert (found.families, found.in_care, found.children, found.ended) == (3, 2, 4, 1)
    assert found.reasons == {"as_planned": 1}


def test_what_happened_before_the_period_is_not_counted_in_it() -> None:
    decision = IntakeDecision(on=BEGAN, outcome=IntakeOutcome.ADMITTED)
    case = with_trajectory(example_case(intake=Intake(decision=decision)), referred_on=BEGAN)
    assert (team(case).referred, team(case).admitted, team(case).refused) == (1, 1, 0)
    found = team(case, found=Period(since=BEGAN + DAY, until=TODAY))
    assert (found.families, found.referred, found.admitted) == (1, 0, 0)


def test_a_family_that_was_refused_did_not_end() -> None:
    decision = IntakeDecision(on=TODAY, outcome=IntakeOutcome.NOT_SUITABLE)
    refused = example_case(phases=(), intake=Intake(decision=decision))
    found = team(closed(TODAY, refused, reason=EndReason.BY_TEAM))
    assert (found.refused, found.ended, found.days, found.helped) == (1, 0, None, 0)


def test_averages_are_of_those_that_have_a_figure() -> None:
    found = team(closed(TODAY), closed(TODAY - 10 * DAY), example_case())
    assert found.days == 31
    assert (found.t_first, found.t_now) == (None, None)
    assert (found.network_first, found.network_now) == (0, 1)


def test_phases_are_averaged_over_their_stays() -> None:
    start = period(Phase.START, started_on=BEGAN - 14 * DAY, ended_on=BEGAN)
    longer = period(Phase.START, started_on=BEGAN - 21 * DAY, ended_on=BEGAN)
    first, analysis, _execution, _closing = team(
        example_case(phases=(start, period())), example_case(phases=(longer, period()))
    ).phases
    assert (first.stays, first.ended, first.days) == (2, 2, 17.5)
    assert (analysis.stays, analysis.ended, analysis.days) == (2, 0, None)
    assert analysis.against == {"below": 2}


def test_a_family_counts_once_for_an_indication() -> None:
    kind = IndicationKind.CHILD_0_23
    twice = (Indication(id="l-00001", kind=kind, applies=True),) * 2
    no = (Indication(id="l-00001", kind=kind, applies=False),)
    found = team(
        example_case(intake=Intake(indications=twice)), example_case(intake=Intake(indications=no))
    )
    assert found.indications == {"child_0_23": 1}


def test_at_home_is_told_of_those_who_ended() -> None:
    found = team(
        closed(TODAY, at_home=True), closed(TODAY, at_home=False), closed(TODAY), example_case()
    )
    assert (found.at_home, found.away, found.without_placement, found.helped) == (1, 1, 4, 4)


def test_the_caseload_is_in_families_and_children() -> None:
    found = caseload([(("t-c0ach", "t-sec0d"), 2), (("t-c0ach",), 3)])
    assert [(one.colleague, one.families, one.children) for one in found] == [
        ("t-c0ach", 2, 5),
        ("t-sec0d", 1, 2),
    ]


def test_nothing_gives_nothing() -> None:
    found = team()
    assert (found.families, found.days, found.caseload, found.since) == (0, None, (), None)
