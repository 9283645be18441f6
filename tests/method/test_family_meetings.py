"""The next family meeting: when, about what, with whom."""

from datetime import date, timedelta

import pytest
from families import (
    DAUGHTER,
    FATHER,
    GOAL,
    MOTHER,
    NORMS,
    SON,
    TODAY,
    example_case,
    period,
)
from msgspec.structs import replace

from fktui.method.agreed import PLAN
from fktui.method.due.day import DeadlineKind
from fktui.method.due.deadlines import deadlines
from fktui.method.due.rhythm import due_on, meeting_weeks, next_after, regular_meetings
from fktui.method.meetings import invitees, is_kept, next_meeting_on, proposal
from fktui.method.norms import OURS, TEAM, norms_of
from fktui.model.analysis import Analysis
from fktui.model.consent import Consent, Consents
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind, MeetingStatus
from fktui.model.network import Network, NetworkPerson, RoleAgreement, Sector, Willing
from fktui.model.plan import Assent, GoalStatus, Plan, Score, Step
from fktui.model.safety import ReportingCode, Review, Safety, SafetyPlan
from fktui.model.team import Norms, PhaseNorm
from fktui.model.trajectory import HoursNorm, Phase

BEGUN = date(2026, 4, 6)
"""The first day of the phase of the example family."""
HELD = MeetingStatus.HELD


def at(on, number=1, **changes):
    return Meeting(id=f"m-0000{number}", on=on, **changes)


def family(*meetings, phase=Phase.ANALYSIS, plan=None, stay=None, **changes):
    known = {"plan": plan or Plan(), "analysis": Analysis(), **changes}
    return example_case(phases=(period(phase, **stay or {}),), meetings=meetings, **known)


def due(*meetings, **changes):
    return [(one.on, one.done) for one in regular_meetings(family(*meetings, **changes), NORMS)]


# How often


@pytest.mark.parametrize(
    ("phase", "weeks"),
    [(Phase.START, None), (Phase.ANALYSIS, 6), (Phase.EXECUTION, 12), (Phase.CLOSING, 4)],
)
def test_how_often_without_anything_agreed_is_ours(phase, weeks):
    norm = meeting_weeks(period(phase), NORMS)
    assert (norm and (norm.value, norm.source)) == (weeks and (weeks, OURS))


def test_the_team_and_before_it_the_family_say_how_often():
    own = PhaseNorm(weeks_low=4, weeks_high=6, hours=HoursNorm(low=5, high=7), meeting_weeks=3)
    norms = norms_of(Norms(analysis=own, execution=replace(own, meeting_weeks=None)))
    found = [
        meeting_weeks(period(phase, meeting_weeks=weeks), norms)
        for phase, weeks in (
            (Phase.ANALYSIS, None),
            (Phase.EXECUTION, None),
            (Phase.ANALYSIS, 2),
            (Phase.ANALYSIS, 0),
        )
    ]
    assert [(one.value, one.source) for one in found if one] == [
        (3, TEAM),
        (12, OURS),
        (2, "agreed"),
        (3, TEAM),
    ]


# When


@pytest.mark.parametrize(
    ("held", "on"),
    [
        ((), "2026-05-18"),
        ((at(date(2026, 4, 20), status=HELD),), "2026-06-01"),
        ((at(date(2026, 2, 23), status=HELD),), "2026-04-06"),
        ((at(date(2026, 2, 22), status=HELD),), "2026-05-18"),
        ((at(date(2026, 4, 20), status=MeetingStatus.CANCELLED),), "2026-05-18"),
        ((at(date(2026, 4, 20), status=HELD, kind=MeetingKind.CONSULTATION),), "2026-05-18"),
    ],
)
def test_the_rhythm_counts_from_the_last_meeting_else_from_the_phase(held, on):
    assert str(due_on(family(*held), NORMS)) == on


@pytest.mark.parametrize(
    ("phases", "on"), [((), None), ((period(Phase.START),), None), ((period(),), "2026-05-18")]
)
def test_without_a_phase_or_a_rhythm_no_day(phases, on):
    found = due_on(example_case(phases=phases, meetings=()), NORMS)
    assert (found and str(found)) == on


def test_a_start_phase_has_a_rhythm_once_it_is_agreed():
    agreed = family(phase=Phase.START, stay={"meeting_weeks": 1})
    assert due_on(agreed, NORMS) == BEGUN + timedelta(weeks=1)


@pytest.mark.parametrize(
    ("meetings", "found"),
    [
        ((), [("2026-05-18", False)]),
        ((at(date(2026, 6, 1)),), [("2026-05-18", True)]),
        ((at(date(2026, 6, 1), kind=MeetingKind.CONSULTATION),), [("2026-05-18", False)]),
        ((at(date(2026, 4, 20), status=HELD),), [("2026-06-01", False)]),
        ((at(date(2026, 4, 20), status=HELD, next_on=TODAY),), []),
    ],
)
def test_the_deadline_is_answered_by_a_planned_meeting(meetings, found):
    assert [(str(on), done) for on, done in due(*meetings)] == found


def test_who_asks_for_the_meeting():
    kinds = [
        (one.kind, one.source, one.record)
        for weeks in (None, 4)
        for one in regular_meetings(family(stay={"meeting_weeks": weeks}), NORMS)
    ]
    assert kinds == [
        (DeadlineKind.METHOD, "S1:L199-203", "f-00001"),
        (DeadlineKind.AGREED, "agreed", "f-00001"),
    ]


def test_it_is_among_the_days_of_the_family():
    assert [one.code for one in deadlines(family(), NORMS) if one.code == "meeting-due"]


@pytest.mark.parametrize(
    ("meetings", "on"),
    [
        ((), "2026-05-18"),
        ((at(date(2026, 5, 11)),), "2026-05-11"),
        ((at(date(2026, 5, 10)),), "2026-05-18"),
        ((at(date(2026, 6, 3)), at(date(2026, 5, 20), 2)), "2026-05-20"),
        ((at(date(2026, 4, 20), status=HELD, next_on=date(2026, 5, 30)),), "2026-05-30"),
        ((at(date(2026, 4, 20), status=HELD, next_on=date(2026, 5, 1)),), "2026-05-11"),
        ((at(date(2026, 3, 23), status=HELD),), "2026-05-11"),
        ((at(date(2026, 3, 30), status=HELD),), "2026-05-11"),
        ((at(date(2026, 3, 31), status=HELD),), "2026-05-12"),
    ],
)
def test_the_next_meeting_is_today_at_the_earliest(meetings, on):
    assert str(next_meeting_on(family(*meetings), TODAY, NORMS)) == on


def test_no_next_meeting_where_nothing_says_when():
    assert next_meeting_on(family(phase=Phase.START), TODAY, NORMS) is None
    assert next_after(family(phase=Phase.START), TODAY, NORMS) is None


def test_the_meeting_after_one_that_is_held():
    assert next_after(family(), date(2026, 5, 11), NORMS) == date(2026, 6, 22)
    assert next_after(family(phase=Phase.CLOSING), date(2024, 2, 1), NORMS) == date(2024, 2, 29)


# About what


def codes(case, today=TODAY):
    return [point.code for point in proposal(case, today, NORMS)]


def own(case, today=TODAY):
    """Without the days that come from the phase itself."""
    return [code for code in codes(case, today) if code not in ("analysis-report", "phase-end")]


NEXT = at(date(2026, 5, 18))


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({}, True),
        ({"done": TODAY}, False),
        ({"due": date(2027, 1, 1)}, True),
        ({"step": "s-00001"}, False),
    ],
)
def test_what_was_agreed_earlier_and_is_not_done(changes, there):
    agreement = MeetingAgreement(id="v-00001", what="Bellen", **changes)
    held = at(date(2026, 4, 20), 2, status=HELD, agreements=(agreement,))
    case = family(held, NEXT, plan=Plan(goals=(GOAL,)))
    assert own(case) == (["agreement-open"] if there else [])


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({}, False),
        ({"done": TODAY}, True),
        ({"step": "s-00001"}, False),
        ({"step": "s-00002"}, True),
        ({"step": "s-00003"}, True),
        ({"step": "s-zzzzz"}, True),
    ],
)
def test_an_agreement_that_became_a_step_is_kept_with_it(changes, kept):
    steps = (
        Step(id="s-00001", what="a"),
        Step(id="s-00002", what="b", done=TODAY),
        Step(id="s-00003", what="c", dropped=TODAY),
    )
    case = family(plan=Plan(goals=(replace(GOAL, steps=steps),)))
    assert is_kept(case, MeetingAgreement(id="v-00001", what="Bellen", **changes)) is kept


@pytest.mark.parametrize(
    ("due_on_", "there"),
    [("2026-05-01", True), ("2026-05-18", True), ("2026-05-19", False)],
)
def test_steps_that_are_late_or_due_before_the_meeting(due_on_, there):
    step = Step(id="s-00001", what="Bellen", due=date.fromisoformat(due_on_))
    case = family(NEXT, plan=Plan(goals=(replace(GOAL, steps=(step,)),)))
    assert own(case) == (["step-due"] if there else [])


@pytest.mark.parametrize(("scored", "there"), [("2026-02-23", False), ("2026-02-22", True)])
def test_goals_that_will_be_without_a_score_for_twelve_weeks_by_then(scored, there):
    score = Score(id="r-00001", on=date.fromisoformat(scored), value=0)
    plan = Plan(goals=(replace(GOAL, scores=(score,)),))
    assert own(family(NEXT, plan=plan)) == (["goal-unscored"] if there else [])


@pytest.mark.parametrize(
    ("due_on_", "on", "there"),
    [
        ("2026-06-10", None, True),
        ("2026-06-11", None, False),
        ("2026-06-11", "2026-06-11", True),
        ("2026-06-12", "2026-06-11", False),
    ],
)
def test_without_a_day_a_month_ahead_else_the_day_that_is_said(due_on_, on, there):
    step = Step(id="s-00001", what="Bellen", due=date.fromisoformat(due_on_))
    case = family(phase=Phase.START, plan=Plan(goals=(replace(GOAL, steps=(step,)),)))
    points = proposal(case, TODAY, NORMS, on and date.fromisoformat(on))
    assert ("step-due" in [point.code for point in points]) is there


def test_texts_that_changed():
    said = Assent(id="j-00001", to=PLAN, by=MOTHER, on=TODAY, text="old")
    case = family(NEXT, plan=Plan(goals=(GOAL,), agreed=(said,)))
    (point,) = [one for one in proposal(case, TODAY, NORMS) if one.code == "agreed-changed"]
    assert (point.record, point.facts) == (None, {"agreed": PLAN, "who": (MOTHER,)})


@pytest.mark.parametrize(
    ("until", "there"),
    [("2026-05-10", False), ("2026-05-11", True), ("2026-06-17", True), ("2026-06-18", False)],
)
def test_consents_that_end_within_a_month_of_the_meeting(until, there):
    ending = Consent(
        id="k-00001", what="verslag", by=MOTHER, given_on=BEGUN, until=date.fromisoformat(until)
    )
    case = family(NEXT, consent=Consents(consents=(ending,)))
    assert own(case) == (["consent-ends"] if there else [])


@pytest.mark.parametrize(("planned", "there"), [("2026-05-18", True), ("2026-05-19", False)])
def test_a_review_of_the_safety_plan_that_is_due_by_then(planned, there):
    review = Review(id="v-00002", planned_on=date.fromisoformat(planned))
    safety = Safety(plans=(SafetyPlan(id="v-00001", made_on=BEGUN, reviews=(review,)),))
    assert own(family(NEXT, safety=safety)) == (["safety-review"] if there else [])


def test_the_end_of_the_phase_and_what_method_and_law_ask():
    assert codes(family(NEXT)) == ["analysis-report", "phase-end"]
    assert "age-12" in codes(family(at(date(2028, 6, 1))), date(2028, 5, 1))
    assert "aftercare" not in codes(family(NEXT))


def test_a_meeting_does_not_talk_about_meetings():
    past, agreement = at(BEGUN, 2), MeetingAgreement(id="v-00001", what="x", due=TODAY)
    held = at(BEGUN, 3, status=HELD, next_on=TODAY, agreements=(agreement,))
    assert own(family(past, held)) == ["agreement-open"]


def test_what_was_agreed_comes_first_then_goals_then_texts_then_days():
    held = at(BEGUN, 2, status=HELD, agreements=(MeetingAgreement(id="v-00001", what="x"),))
    step = Step(id="s-00001", what="Bellen", due=TODAY)
    goal = replace(GOAL, steps=(step,), opened_on=date(2026, 1, 1), target_on=TODAY)
    said = Assent(id="j-00001", to=GOAL.id, by=MOTHER, on=TODAY, text="old")
    case = family(held, NEXT, plan=Plan(goals=(goal,), agreed=(said,)))
    assert own(case) == [
        "agreement-open",
        "step-due",
        "goal-unscored",
        "agreed-changed",
        "goal-target",
    ]


def test_a_goal_that_is_done_asks_for_nothing():
    goal = replace(GOAL, opened_on=date(2025, 1, 1), target_on=TODAY, status=GoalStatus.REACHED)
    assert own(family(NEXT, plan=Plan(goals=(goal,)))) == []


# Not for everybody


def hidden(**changes):
    known = {"visible_to": (MOTHER, "team"), "opened_on": date(2026, 1, 1)}
    return replace(GOAL, **known | changes)


def apart(case):
    return [one.code for one in proposal(case, TODAY, NORMS) if not one.for_everybody]


def test_a_goal_that_not_everybody_may_read_is_not_for_the_table():
    step = Step(id="s-00001", what="Bellen", due=TODAY)
    case = family(NEXT, plan=Plan(goals=(hidden(steps=(step,)),)))
    assert apart(case) == ["step-due", "goal-unscored"]
    shared = replace(hidden(steps=(step,)), visible_to=("family", "team"))
    assert apart(family(NEXT, plan=Plan(goals=(shared,)))) == []


@pytest.mark.parametrize(
    ("readers", "goal", "there"),
    [((), "g-00001", True), ((MOTHER,), None, True), ((), None, False)],
)
def test_what_was_agreed_for_such_a_goal_or_in_such_a_meeting_is_not_either(readers, goal, there):
    agreement = MeetingAgreement(id="v-00001", what="x", goal=goal)
    held = at(BEGUN, 2, status=HELD, agreements=(agreement,), visible_to=readers)
    case = family(held, NEXT, plan=Plan(goals=(hidden(opened_on=None),)))
    assert apart(case) == (["agreement-open"] if there else [])


def test_what_only_the_team_reads_is_not_for_the_table():
    safety = Safety(
        plans=(
            SafetyPlan(
                id="v-00001",
                made_on=BEGUN,
                visible_to=("team",),
                reviews=(Review(id="v-00002", planned_on=TODAY),),
            ),
        ),
        reporting_code=(ReportingCode(id="v-00003", opened_on=BEGUN),),
    )
    points = proposal(family(NEXT, safety=safety), TODAY, NORMS)
    assert all(one.for_everybody for one in points if one.code in ("analysis-report", "phase-end"))
    assert "safety-review" in apart(family(NEXT, safety=safety))


# With whom


def around(**changes):
    known = {"id": "n-gran0", "name": "Hermine", "sector": Sector.FAMILY, "ring": 1}
    return NetworkPerson(**known | changes)


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, False),
        ({"willing": Willing.YES}, True),
        ({"willing": Willing.NO}, False),
        ({"jim_of": (SON,)}, True),
        ({"willing": Willing.YES, "until": date(2026, 5, 10)}, False),
        ({"willing": Willing.YES, "until": TODAY}, True),
        ({"willing": Willing.YES, "person": FATHER}, False),
    ],
)
def test_who_of_the_network_could_be_asked(changes, asked):
    case = family(network=Network(people=(around(**changes),)))
    family_of_four = (MOTHER, FATHER, SON, DAUGHTER)
    wanted = (*family_of_four, *(("n-gran0",) if asked else ()), "referrer")
    assert invitees(case, TODAY) == wanted


@pytest.mark.parametrize(("until", "asked"), [(None, True), (date(2026, 5, 10), False)])
def test_who_has_a_role_could_be_asked(until, asked):
    role = RoleAgreement(id="q-00001", role="let op", who=("n-gran0", "OKT"), until=until)
    case = family(network=Network(people=(around(),), roles=(role,)))
    assert ("n-gran0" in invitees(case, TODAY)) is asked


def test_without_a_referrer_nobody_is_asked_for_it():
    case = family()
    alone = replace(case, trajectory=replace(case.trajectory, referrer=None))
    assert "referrer" not in invitees(alone, TODAY)
