"""Each rule: a family in which it speaks, and the same family in which it does not."""

from datetime import date

import pytest
from families import (
    COLLEAGUES,
    CONSENTS,
    DAUGHTER,
    FAMILY,
    FATHER,
    GOAL,
    MOTHER,
    NORMS,
    PEOPLE,
    SON,
    TODAY,
    authority,
    example_case,
    period,
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.checks import RULES, check
from fktui.model.consent import Consent, Consents, Disclosure
from fktui.model.family import AuthoritySource, Family, Person, Role
from fktui.model.issue import Level
from fktui.model.journal import Contact, Meeting, MeetingKind, MeetingStatus
from fktui.model.network import Network, NetworkPerson, Sector, Willing
from fktui.model.plan import (
    Actor,
    FutureEntry,
    FuturePlan,
    FutureSection,
    Goal,
    GoalKind,
    GoalStatus,
    Plan,
    Score,
    Step,
)
from fktui.model.trajectory import (
    Closing,
    Extension,
    FamilyGroupPlan,
    GroupPlanOutcome,
    Phase,
    Status,
)

CASE = example_case()


def issues(case, today=TODAY):
    return check(case, today, NORMS, COLLEAGUES)


def codes(case, today=TODAY):
    return [issue.code for issue in issues(case, today)]


def the_one(case, code, today=TODAY):
    (issue,) = [issue for issue in issues(case, today) if issue.code == code]
    return issue


def course(**changes):
    return with_trajectory(CASE, **changes)


def planned(**changes):
    return replace(CASE, plan=Plan(**changes))


def network(**changes):
    given = {"id": "n-gran0", "name": "Hermine", "sector": Sector.FAMILY, "ring": 1}
    people = (NetworkPerson(**{**given, **changes}),)
    return replace(CASE, network=replace(CASE.network, people=people))


def test_a_family_in_order_gives_no_findings():
    assert issues(CASE) == []


def test_every_rule_has_a_code_of_its_own_and_a_source():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.source for rule in RULES)
    assert all(rule.level is not Level.ERROR for rule in RULES)
    assert all(rule.find.__doc__ for rule in RULES)


def test_findings_about_the_files_come_first():
    odd = replace(GOAL, id="goal1", owners=())
    found = issues(planned(goals=(odd,)))
    assert [issue.level for issue in found] == sorted(
        (issue.level for issue in found), key=list(Level).index
    )
    assert found[0].code == "odd-id"


def test_a_finding_tells_its_source_and_record():
    found = the_one(planned(goals=(replace(GOAL, owners=()),)), "goal-no-owner")
    assert (found.level, found.record) == (Level.WARNING, "g-00001")
    assert found.facts == {"title": "Rust in huis", "source": "fk"}


# The team


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("coach", "team-no-coach"),
        ("second", "team-no-second"),
        ("lead_clinician", "team-no-lead-clinician"),
    ],
)
def test_an_empty_place_in_the_team(place, code):
    assert codes(course(**{place: None})) == [code]


@pytest.mark.parametrize(("given", "known"), [("t-zzzzz", False), ("Yara", True)])
def test_a_place_filled_by_somebody_outside_the_team(given, known):
    assert codes(course(second=given)) == ([] if known else ["team-unknown-colleague"])


@pytest.mark.parametrize("status", [Status.REFERRED, Status.CLOSED, Status.DECLINED])
def test_a_family_that_is_not_being_helped_needs_no_team(status):
    found = codes(course(status=status, coach=None, phases=()))
    assert [code for code in found if code.startswith("team-")] == []


# Authority


@pytest.mark.parametrize("unknown_age", [None, "2009"])
def test_a_child_without_known_authority(unknown_age):
    child = Person(id=SON, name="Jaylen", role=Role.CHILD, born=unknown_age)
    case = replace(CASE, family=Family(people=(PEOPLE[0], child)))
    assert the_one(case, "authority-missing").record == SON


@pytest.mark.parametrize(
    "changes",
    [
        {"born": "2008-05-11"},
        {"role": Role.OTHER},
        {"died": "2026"},
        {"until": date(2026, 5, 10)},
    ],
)
def test_nobody_decides_about_an_adult_or_somebody_who_left(changes):
    child = replace(PEOPLE[2], **changes)
    case = replace(CASE, family=Family(people=(PEOPLE[0], child)))
    assert "authority-missing" not in codes(case)


@pytest.mark.parametrize(("holder", "named"), [(FATHER, "Ruben"), ("Nidos", "Nidos")])
def test_authority_on_somebodys_word(holder, named):
    told = authority("a-00003", DAUGHTER, holder, source=AuthoritySource.STATEMENT)
    case = replace(CASE, family=replace(FAMILY, authority=(*FAMILY.authority[:2], told)))
    found = the_one(case, "authority-unchecked")
    assert found.record == "a-00003"
    assert (found.facts["name"], found.facts["holder"]) == ("Mila", named)


# Phases and days


def test_a_family_in_no_phase():
    assert codes(course(phases=())) == ["phase-none"]


def test_a_phase_past_its_end():
    assert codes(CASE, date(2026, 5, 18)) == []
    found = the_one(CASE, "phase-overdue", date(2026, 5, 19))
    assert found.record == "f-00001"
    assert (found.facts["phase"], found.facts["days"]) == ("analysis", 1)


def test_the_source_of_an_extended_phase_is_the_agreement():
    longer = Extension(id="z-00001", until=date(2026, 5, 10), reason="ziek", on=date(2026, 5, 1))
    found = the_one(course(phases=(period(extensions=(longer,)),)), "phase-overdue")
    assert found.facts["source"] == "agreed"


def group_plan(**changes):
    waived = FamilyGroupPlan(outcome=GroupPlanOutcome.WAIVED, on=date(2026, 3, 27), **changes)
    return course(family_group_plan=waived)


def test_the_clock_of_the_law_runs_out_after_six_weeks():
    assert codes(group_plan(), date(2026, 5, 8)) == []
    found = the_one(group_plan(), "plan-overdue")
    assert (found.level, found.facts["days"]) == (Level.WARNING, 3)
    assert found.facts["source"] == "Jeugdwet 4.1.3"


def test_the_plan_on_paper_is_late_after_fourteen_days():
    case = group_plan(plan_discussed_on=date(2026, 4, 20), asked_in_writing_on=date(2026, 4, 26))
    assert codes(case, date(2026, 5, 10)) == []
    assert codes(case, date(2026, 5, 11)) == ["plan-written-overdue"]


def test_a_group_plan_that_was_never_offered():
    assert codes(course(family_group_plan=None)) == ["group-plan-not-offered"]


def test_a_report_that_was_not_made():
    phases = (
        period(ended_on=date(2026, 5, 10)),
        period(Phase.EXECUTION, started_on=date(2026, 5, 10)),
    )
    assert codes(course(phases=phases)) == ["analysis-report-late"]


@pytest.mark.parametrize(
    "meeting",
    [
        None,
        {"on": date(2026, 5, 20), "status": MeetingStatus.CANCELLED},
        {"on": date(2026, 5, 20), "kind": MeetingKind.CONSULTATION},
        {"on": date(2026, 5, 4), "status": MeetingStatus.HELD},
    ],
)
def test_no_family_meeting_ahead(meeting):
    meetings = (Meeting(id="m-00001", **meeting),) if meeting else ()
    assert codes(replace(CASE, meetings=meetings)) == ["no-family-meeting"]


@pytest.mark.parametrize("phases", [(), (period(Phase.START, started_on=date(2026, 5, 4)),)])
def test_before_the_analysis_no_family_meeting_is_asked_for(phases):
    case = replace(course(phases=phases), meetings=())
    assert "no-family-meeting" not in codes(case)


def test_a_meeting_of_today_is_still_to_come_and_of_yesterday_is_asked_about():
    today, past = (Meeting(id=f"m-0000{day}", on=date(2026, 5, 10 + day)) for day in (1, 0))
    assert codes(replace(CASE, meetings=(today,))) == []
    assert the_one(replace(CASE, meetings=(today, past)), "meeting-past").record == "m-00000"


@pytest.mark.parametrize(("today", "late"), [("2026-04-19", False), ("2026-04-20", True)])
def test_aftercare_that_was_forgotten(today, late):
    case = course(status=Status.CLOSED, closing=Closing(on=date(2026, 1, 19)))
    found = codes(case, date.fromisoformat(today))
    assert found == (["aftercare-overdue"] if late else [])


@pytest.mark.parametrize(
    ("today", "near"),
    [("2028-05-20", False), ("2028-05-21", True), ("2028-06-20", True), ("2028-06-21", False)],
)
def test_a_birthday_is_near_for_thirty_days(today, near):
    assert ("birthday-near" in codes(CASE, date.fromisoformat(today))) is near


def test_the_source_of_a_birthday_is_that_of_its_age():
    assert the_one(CASE, "birthday-near", date(2034, 6, 1)).facts["source"] == "Jeugdwet 1.1"


@pytest.mark.parametrize(
    ("until", "ending"),
    [("2026-05-10", False), ("2026-05-11", True), ("2026-06-10", True), ("2026-06-11", False)],
)
def test_a_consent_that_is_about_to_end(until, ending):
    one = Consent(
        id="k-00001",
        by=MOTHER,
        what="verslag",
        given_on=date(2026, 1, 1),
        until=date.fromisoformat(until),
    )
    case = replace(CASE, consent=Consents(consents=(*CONSENTS, one)))
    assert codes(case) == (["consent-ending"] if ending else [])


@pytest.mark.parametrize(("started_on", "long"), [("2025-05-11", False), ("2025-05-10", True)])
def test_help_that_lasts_longer_than_a_year(started_on, long):
    begun = period(Phase.EXECUTION, started_on=date.fromisoformat(started_on))
    assert ("trajectory-long" in codes(course(phases=(begun,)))) is long


# The plan


def test_execution_without_a_goal():
    phases = (period(Phase.EXECUTION),)
    assert codes(course(phases=phases)) == []
    assert codes(replace(course(phases=phases), plan=Plan())) == ["plan-empty"]


@pytest.mark.parametrize(("count", "many"), [(5, False), (6, True)])
def test_more_goals_than_a_family_can_carry(count, many):
    goals = tuple(
        replace(GOAL, id=f"g-0000{n}", steps=(replace(GOAL.steps[0], id=f"s-0000{n}"),))
        for n in range(count)
    )
    assert codes(planned(goals=goals)) == (["goals-many"] if many else [])


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"owners": (SON, FATHER)}, []),
        ({"owners": ()}, ["goal-no-owner"]),
        ({"owners": ("n-gran0",)}, ["goal-no-owner"]),
        ({"owners": (), "status": GoalStatus.STOPPED}, []),
        ({"steps": ()}, ["goal-no-steps"]),
        ({"steps": (Step(id="s-00001", what="x", dropped=TODAY),)}, ["goal-no-steps"]),
        ({"steps": (), "kind": GoalKind.SMALL_STEP}, []),
        ({"steps": (Step(id="s-00001", what="x", by=Actor.PROFESSIONAL),)}, ["goal-no-own-actor"]),
        ({"weight": 0}, ["goal-weight"]),
        ({"scores": (Score(id="r-00001", on=TODAY, value=2),)}, []),
        ({"scores": (Score(id="r-00001", on=TODAY, value=3),)}, ["score-off-scale"]),
    ],
)
def test_what_a_goal_asks_for(changes, found):
    assert codes(planned(goals=(replace(GOAL, **changes),))) == found


def test_small_goals_under_a_goal_are_its_steps():
    whole = replace(GOAL, steps=())
    part = Goal(
        id="g-00002", title="x", owners=(MOTHER,), kind=GoalKind.SMALL_STEP, parent="g-00001"
    )
    assert codes(planned(goals=(whole, part))) == []


def test_closing_without_a_future_plan():
    closing = course(phases=(period(Phase.CLOSING),))
    assert codes(closing) == ["future-plan-empty"]
    entry = FutureEntry(id="u-00001", section=FutureSection.PROUD, text="wij", who=("n-gran0",))
    written = replace(closing, plan=Plan(goals=(GOAL,), future_plan=FuturePlan(entries=(entry,))))
    assert codes(written) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["shared-without-ground"]),
        ({"ground": "meldcode"}, ["shared-without-ground"]),
        ({"ground": "meldcode", "reason": "acuut gevaar"}, []),
        ({"consents": ("k-00001",)}, []),
    ],
)
def test_what_was_shared_without_consent_or_ground(changes, found):
    yes = Consent(id="k-00001", by=MOTHER, what="verslag", given_on=TODAY)
    shared = Disclosure(id="x-00001", on=TODAY, recipient="gp", **changes)
    case = replace(CASE, consent=Consents(consents=(*CONSENTS, yes), disclosures=(shared,)))
    assert codes(case) == found


# Seen and heard


def spoken(*present):
    contacts = tuple(
        Contact(id=f"c-0000{n}", on=date(2026, 4, 8), present=people)
        for n, people in enumerate(present)
    )
    return replace(CASE, contacts=contacts)


def test_members_who_were_never_spoken_to_alone():
    together = spoken((MOTHER, SON), (FATHER,), (DAUGHTER, "n-gran0"))
    found = [issue.record for issue in issues(together) if issue.code == "never-alone"]
    assert found == [MOTHER, SON]


def test_a_member_who_stands_on_the_map_too_is_the_same_person():
    around = network(id="n-dad00", person=FATHER, since=TODAY)
    together = (MOTHER, "n-dad00", SON, DAUGHTER)
    talks = spoken((MOTHER,), ("n-dad00",), (SON,), (DAUGHTER,), together)
    case = replace(around, contacts=talks.contacts)
    assert codes(case) == []


def test_in_the_start_phase_not_everybody_has_been_spoken_to():
    start = period(Phase.START, started_on=date(2026, 5, 4))
    assert codes(replace(course(phases=(start,)), contacts=())) == []


@pytest.mark.parametrize("changes", [{"died": "2026"}, {"until": date(2026, 5, 10)}])
def test_who_is_no_longer_there_need_not_be_spoken_to(changes):
    people = (*PEOPLE[:3], replace(PEOPLE[3], **changes))
    talks = spoken((MOTHER,), (FATHER,), (SON,), (MOTHER, FATHER, SON))
    case = replace(talks, family=replace(FAMILY, people=people))
    assert codes(case) == []


def test_one_person_alone_is_always_spoken_to_alone():
    alone = replace(CASE, family=Family(people=PEOPLE[:1]), contacts=())
    assert "never-alone" not in codes(alone)


def test_an_empty_map():
    nobody = replace(CASE.network, people=())
    assert codes(replace(CASE, network=nobody)) == ["network-empty"]


def test_somebody_who_left_the_map_is_not_on_it():
    assert codes(network(until=TODAY)) == []
    assert codes(network(until=date(2026, 5, 10))) == ["network-empty"]


def test_an_empty_map_in_the_start_phase_is_no_finding():
    start = period(Phase.START, started_on=date(2026, 5, 4))
    assert codes(replace(course(phases=(start,)), network=Network())) == []


@pytest.mark.parametrize(
    ("changes", "old"),
    [
        ({}, False),
        ({"since": date(2025, 11, 11)}, False),
        ({"since": date(2025, 11, 10)}, True),
        ({"since": date(2025, 1, 1), "consented_on": date(2026, 1, 1)}, False),
        ({"since": date(2025, 1, 1), "until": date(2027, 1, 1)}, True),
    ],
)
def test_a_map_of_more_than_six_months_ago(changes, old):
    assert codes(network(**changes)) == (["network-old"] if old else [])


@pytest.mark.parametrize(
    ("changes", "waiting"),
    [
        ({"asked_on": date(2026, 4, 27)}, False),
        ({"asked_on": date(2026, 4, 26)}, True),
        ({"asked_on": date(2026, 4, 26), "willing": Willing.LATER}, False),
    ],
)
def test_somebody_who_was_asked_and_has_not_answered(changes, waiting):
    assert codes(network(**changes)) == (["network-no-answer"] if waiting else [])
