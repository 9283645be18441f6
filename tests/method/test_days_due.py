"""The deadlines of a case, and what of them asks for attention on a day."""

from datetime import date, timedelta

import pytest
from families import FAMILY, NORMS, SON, TODAY, example_case, period, with_trajectory
from msgspec.structs import replace

from fktui.method.due.deadlines import Deadline, DeadlineKind, deadlines, due
from fktui.method.norms import TEAM, norms_of
from fktui.model.case import Case
from fktui.model.consent import Consent, Consents
from fktui.model.family import Family, Person, Role
from fktui.model.journal import (
    Document,
    Meeting,
    MeetingAgreement,
    MeetingKind,
    MeetingStatus,
)
from fktui.model.plan import Goal, GoalStatus, Plan, Step
from fktui.model.team import Norms
from fktui.model.trajectory import (
    Aftercare,
    Closing,
    Extension,
    FamilyGroupPlan,
    GroupPlanOutcome,
    Phase,
    Status,
)

BARE = Case(
    trajectory=with_trajectory(example_case(), phases=(), family_group_plan=None).trajectory
)


def found(case, code, **changes):
    return [one for one in deadlines(case, NORMS, **changes) if one.code == code]


def days(case, code, **changes):
    return [(str(one.on), one.done) for one in found(case, code, **changes)]


def course(**changes):
    return with_trajectory(BARE, **changes)


def group_plan(outcome=GroupPlanOutcome.WAIVED, **changes):
    return course(
        family_group_plan=FamilyGroupPlan(outcome=outcome, on=date(2026, 3, 27), **changes)
    )


def test_a_bare_family_has_no_deadlines():
    assert deadlines(BARE, NORMS) == []


# Phases


def test_a_phase_that_has_begun_has_a_planned_end():
    assert days(course(phases=(period(),)), "phase-end") == [("2026-05-18", False)]


def test_a_phase_that_ended_is_done():
    ended = period(ended_on=date(2026, 5, 20))
    assert days(course(phases=(ended,)), "phase-end") == [("2026-05-18", True)]


def test_a_phase_that_is_only_planned_has_no_deadline():
    planned = period(started_on=None, planned_from=date(2026, 6, 1))
    assert deadlines(course(phases=(planned,)), NORMS) == []


def test_an_extended_phase_ends_as_agreed():
    more = Extension(id="z-00001", until=date(2026, 6, 1), reason="vakantie", on=date(2026, 5, 1))
    (end,) = found(course(phases=(period(extensions=(more,)),)), "phase-end")
    assert (end.on, end.kind, end.source) == (date(2026, 6, 1), DeadlineKind.AGREED, "agreed")


@pytest.mark.parametrize(
    ("ended_on", "template", "expected"),
    [
        (None, None, [("2026-05-18", False)]),
        (date(2026, 5, 25), None, [("2026-05-25", False)]),
        (date(2026, 5, 25), "analysis-report", [("2026-05-25", True)]),
        (date(2026, 5, 25), "future-plan", [("2026-05-25", False)]),
    ],
)
def test_the_report_is_due_when_the_analysis_ends(ended_on, template, expected):
    case = course(phases=(period(ended_on=ended_on),))
    if template:
        made = Document(
            id="d-00001", template=template, title="x", language="nl", made_on=date(2026, 5, 26)
        )
        case = replace(case, documents=(made,))
    assert days(case, "analysis-report") == expected


def test_other_phases_have_no_report():
    assert days(course(phases=(period(Phase.START),)), "analysis-report") == []


def test_twelve_months_are_an_aim_that_is_never_overdue():
    (aim,) = found(course(phases=(period(started_on=date(2024, 2, 29)),)), "trajectory-aim")
    assert aim.on == date(2025, 2, 28)
    assert aim.passes


# The plan by law


def test_waiving_the_group_plan_starts_a_clock_of_six_weeks():
    (plan,) = found(group_plan(), "plan-due")
    assert (plan.on, plan.kind, plan.source) == (
        date(2026, 5, 8),
        DeadlineKind.LAW,
        "Jeugdwet 4.1.3",
    )


@pytest.mark.parametrize("outcome", [GroupPlanOutcome.WANTED, GroupPlanOutcome.MADE])
def test_a_group_plan_of_the_family_starts_no_clock(outcome):
    assert deadlines(group_plan(outcome), NORMS) == []


def test_a_plan_that_was_discussed_is_done():
    assert days(group_plan(plan_discussed_on=date(2026, 5, 8)), "plan-due")[0][1]


@pytest.mark.parametrize(("written_on", "done"), [(None, False), (date(2026, 5, 20), True)])
def test_a_plan_that_is_asked_for_is_on_paper_in_fourteen_days(written_on, done):
    case = group_plan(asked_in_writing_on=date(2026, 5, 7), written_on=written_on)
    assert days(case, "plan-written") == [("2026-05-21", done)]


@pytest.mark.parametrize(
    ("today", "overdue", "coming"),
    [("2026-05-07", 0, 1), ("2026-05-08", 0, 1), ("2026-05-09", 1, 0), ("2026-05-11", 1, 0)],
)
def test_the_last_day_of_six_weeks_is_still_in_time(today, overdue, coming):
    now = due(deadlines(group_plan(), NORMS), date.fromisoformat(today), 7)
    assert (len(now.overdue), len(now.coming)) == (overdue, coming)


# Aftercare and retention


@pytest.mark.parametrize(
    ("closed_on", "then"),
    [
        ("2026-01-19", "2026-04-19"),
        ("2025-11-30", "2026-02-28"),
        ("2027-11-30", "2028-02-29"),
        ("2026-03-31", "2026-06-30"),
    ],
)
def test_aftercare_is_three_calendar_months_after_the_closing(closed_on, then):
    closing = Closing(on=date.fromisoformat(closed_on))
    assert days(course(status=Status.CLOSED, closing=closing), "aftercare") == [(then, False)]


@pytest.mark.parametrize("held_on", [None, date(2026, 4, 21)])
def test_an_appointment_for_aftercare_stands_beside_the_term(held_on):
    case = course(
        closing=Closing(on=date(2026, 1, 19)),
        aftercare=Aftercare(planned_on=date(2026, 4, 20), held_on=held_on),
    )
    done = held_on is not None
    assert days(case, "aftercare") == [("2026-04-19", done)]
    assert days(case, "aftercare-planned") == [("2026-04-20", done)]


def test_aftercare_without_a_closing_or_a_day_is_nothing():
    assert deadlines(course(aftercare=Aftercare()), NORMS) == []


@pytest.mark.parametrize("status", [Status.CLOSED, Status.DECLINED])
@pytest.mark.parametrize(
    ("last_change", "then"), [("2026-04-16", "2046-04-16"), ("2080-02-29", "2100-03-01")]
)
def test_a_record_that_is_closed_is_kept_for_twenty_years(status, last_change, then):
    case = course(status=status)
    day = date.fromisoformat(last_change)
    assert days(case, "retention-end", last_change=day) == [(then, False)]


@pytest.mark.parametrize("status", [Status.REFERRED, Status.ACTIVE])
def test_a_record_in_use_is_not_near_its_end(status):
    assert days(course(status=status), "retention-end", last_change=TODAY) == []


def test_without_a_last_change_there_is_no_retention():
    assert deadlines(course(status=Status.CLOSED), NORMS) == []


def test_a_closed_family_has_no_birthdays_or_steps():
    case = with_trajectory(example_case(), status=Status.CLOSED)
    assert deadlines(case, NORMS) == []


def test_the_norms_of_the_team_are_followed():
    norms = norms_of(Norms(aftercare_months=6, retention_years=30))
    case = course(status=Status.CLOSED, closing=Closing(on=date(2026, 1, 19)))
    found_days = [(str(one.on), one.source) for one in deadlines(case, norms, date(2026, 2, 1))]
    assert found_days == [("2026-07-19", TEAM), ("2056-02-01", TEAM)]


# Birthdays


def birthdays(**changes):
    given = {"id": SON, "name": "Jaylen", "role": Role.CHILD, "born": "2014-02-28"}
    child = Person(**{**given, **changes})
    case = replace(BARE, family=Family(people=(child,)))
    return [(one.code, str(one.on)) for one in deadlines(case, NORMS)]


def test_the_birthdays_that_change_rights():
    assert birthdays() == [
        ("age-12", "2026-02-28"),
        ("age-16", "2030-02-28"),
        ("age-18", "2032-02-28"),
        ("age-23", "2037-02-28"),
    ]


def test_a_child_of_29_february_is_of_age_on_the_first_of_march():
    assert birthdays(born="2012-02-29") == [
        ("age-12", "2024-02-29"),
        ("age-16", "2028-02-29"),
        ("age-18", "2030-03-01"),
        ("age-23", "2035-03-01"),
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"born": None},
        {"born": "2014"},
        {"born": "2014-02"},
        {"role": Role.MOTHER},
        {"role": Role.OTHER},
        {"died": "2020"},
    ],
)
def test_without_a_birthday_to_prepare_for_there_is_none(changes):
    assert birthdays(**changes) == []


def test_a_brother_or_sister_has_birthdays_too():
    assert len(birthdays(role=Role.SIBLING)) == 4


@pytest.mark.parametrize(("until", "count"), [("2026-02-27", 0), ("2026-02-28", 1)])
def test_a_child_that_left_has_no_later_birthdays(until, count):
    assert len(birthdays(until=date.fromisoformat(until))) == count


def test_a_birthday_is_announced_and_then_passes():
    case = replace(BARE, family=FAMILY)
    birthday = date(2028, 9, 14)
    for today, coming in ((birthday, 1), (birthday + timedelta(days=1), 0)):
        now = due(found(case, "age-16"), today, 0)
        assert (now.overdue, len(now.coming)) == ((), coming)


# What people agreed


def consent(record_id="k-00001", **changes):
    given = {"by": SON, "what": "verslag", "recipient": "gp", "given_on": date(2026, 1, 1)}
    return Consent(id=record_id, **{**given, **changes})


ENDING = consent(until=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ((consent(),), []),
        ((consent(until=date(2026, 6, 1), withdrawn_on=date(2026, 2, 1)),), []),
        ((ENDING,), [("2026-06-01", False)]),
        ((ENDING, consent("k-00002")), [("2026-06-01", True)]),
        ((ENDING, consent("k-00002", recipient="school")), [("2026-06-01", False)]),
        ((ENDING, consent("k-00002", withdrawn_on=date(2026, 5, 1))), [("2026-06-01", False)]),
        (
            (ENDING, consent("k-00002", until=date(2026, 7, 1))),
            [("2026-06-01", True), ("2026-07-01", False)],
        ),
    ],
)
def test_a_consent_with_an_end_is_announced_until_it_is_renewed(consents, expected):
    case = replace(BARE, consent=Consents(consents=consents))
    assert days(case, "consent-ends") == expected
    assert all(one.passes for one in found(case, "consent-ends"))


@pytest.mark.parametrize(
    ("step", "status", "expected"),
    [
        ({}, GoalStatus.OPEN, []),
        ({"due": TODAY}, GoalStatus.OPEN, [("2026-05-11", False)]),
        ({"due": TODAY, "done": TODAY}, GoalStatus.OPEN, [("2026-05-11", True)]),
        ({"due": TODAY, "dropped": TODAY}, GoalStatus.OPEN, [("2026-05-11", True)]),
        ({"due": TODAY}, GoalStatus.STOPPED, [("2026-05-11", True)]),
    ],
)
def test_a_step_is_due_until_it_is_done_or_dropped(step, status, expected):
    goal = Goal(
        id="g-00001",
        title="Rust",
        status=status,
        steps=(Step(id="s-00001", what="bellen", **step),),
    )
    assert days(replace(BARE, plan=Plan(goals=(goal,))), "step-due") == expected


@pytest.mark.parametrize("status", list(GoalStatus))
def test_a_goal_with_a_target_day_is_due_while_it_is_open(status):
    goal = Goal(id="g-00001", title="Rust", target_on=TODAY, status=status)
    case = replace(BARE, plan=Plan(goals=(goal,)))
    assert days(case, "goal-target") == [("2026-05-11", status is not GoalStatus.OPEN)]


def meeting(record_id="m-00001", on=TODAY, **changes):
    return Meeting(id=record_id, on=on, **changes)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (MeetingStatus.PLANNED, [("2026-05-11", False)]),
        (MeetingStatus.HELD, [("2026-05-11", True)]),
        (MeetingStatus.CANCELLED, []),
    ],
)
def test_a_meeting_is_answered_by_holding_it(status, expected):
    assert days(replace(BARE, meetings=(meeting(status=status),)), "meeting") == expected


LATER = date(2026, 6, 1)
HELD = meeting(status=MeetingStatus.HELD, next_on=LATER)


@pytest.mark.parametrize(
    ("meetings", "expected"),
    [
        ((meeting(next_on=LATER),), []),
        ((meeting(status=MeetingStatus.HELD),), []),
        ((HELD,), [("2026-06-01", False)]),
        ((HELD, meeting("m-00002", LATER)), [("2026-06-01", True)]),
        ((HELD, meeting("m-00002", TODAY)), [("2026-06-01", False)]),
        (
            (HELD, meeting("m-00002", LATER, kind=MeetingKind.CONSULTATION)),
            [("2026-06-01", False)],
        ),
        (
            (HELD, meeting("m-00002", LATER, status=MeetingStatus.CANCELLED)),
            [("2026-06-01", False)],
        ),
    ],
)
def test_the_next_meeting_is_to_be_planned_until_it_is(meetings, expected):
    assert days(replace(BARE, meetings=meetings), "meeting-next") == expected


@pytest.mark.parametrize(
    ("agreement", "expected"),
    [
        ({}, []),
        ({"due": TODAY}, [("2026-05-11", False)]),
        ({"due": TODAY, "step": "s-00001"}, []),
        ({"due": TODAY, "done": TODAY}, [(str(TODAY), True)]),
    ],
)
def test_an_agreement_of_a_meeting_is_due_unless_it_became_a_step(agreement, expected):
    made = MeetingAgreement(id="v-00001", what="bellen", **agreement)
    case = replace(BARE, meetings=(meeting(agreements=(made,)),))
    assert days(case, "agreement-due") == expected
    assert not any(one.passes for one in found(case, "agreement-due"))


# Due


def deadline(on, **changes):
    return Deadline(
        on=date.fromisoformat(on), code="x", kind=DeadlineKind.LAW, source="x", **changes
    )


def test_overdue_and_coming_are_in_the_order_of_the_days():
    late, later = deadline("2026-05-01"), deadline("2026-05-10")
    today, edge, beyond = (deadline(f"2026-05-{day}") for day in (11, 18, 19))
    done, passed = deadline("2026-05-01", done=True), deadline("2026-05-01", passes=True)
    now = due([beyond, edge, later, done, today, passed, late], TODAY, 7)
    assert now.overdue == (late, later)
    assert now.coming == (today, edge)


def test_deadlines_are_in_the_order_of_the_days():
    found_days = [one.on for one in deadlines(example_case(), NORMS)]
    assert len(found_days) > 5
    assert found_days == sorted(found_days)
