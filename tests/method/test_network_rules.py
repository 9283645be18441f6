"""The rules about network, JIM, neighbourhood and roles: when each speaks, and when not."""

from datetime import date, timedelta

import pytest
from families import (
    COLLEAGUES,
    DAUGHTER,
    FAMILY,
    FATHER,
    GOAL,
    MOTHER,
    NORMS,
    SON,
    TODAY,
    authority,
    example_case,
    period,
)
from msgspec.structs import replace

from fktui.method.due.day import due
from fktui.method.rules import network as rules
from fktui.method.rules import people
from fktui.method.rules.situation import Situation
from fktui.model.consent import Consent, Consents
from fktui.model.family import AuthorityKind, Person, Relation, RelationKind, Role
from fktui.model.issue import Level
from fktui.model.journal import Contact, Meeting, MeetingStatus
from fktui.model.network import (
    CommunityState,
    CommunityUse,
    Jim,
    Network,
    NetworkKind,
    NetworkPerson,
    ParentalAnswer,
    ParentalView,
    RoleAgreement,
    Sector,
    Willing,
)
from fktui.model.plan import (
    Actor,
    Assent,
    FutureEntry,
    FuturePlan,
    FutureSection,
    GoalStatus,
    Intervention,
    Plan,
    Step,
)
from fktui.model.trajectory import Phase

CASE = example_case()
ALI, TEACHER = "n-a1i00", "n-tea00"
ASKED = date(2026, 4, 27)
EXECUTION = (period(Phase.EXECUTION),)
CLOSING = (period(Phase.CLOSING),)
START = (period(Phase.START, started_on=date(2026, 5, 4)),)


def found(rule, case, today=TODAY):
    now = Situation(case, today, NORMS, COLLEAGUES, due([], today, 0))
    return [finding.record for finding in rule(now)]


def facts(rule, case, today=TODAY):
    now = Situation(case, today, NORMS, COLLEAGUES, due([], today, 0))
    return [dict(finding.facts) for finding in rule(now)]


def ali(**changes):
    given = {"id": ALI, "name": "Oom Ali", "sector": Sector.FAMILY, "ring": 1}
    return NetworkPerson(**{**given, **changes})


def jim(**changes):
    given = {"id": "y-00001", "youth": SON, "chosen": ALI}
    return Jim(**{**given, **changes})


def case_with(*jims, around=None, phases=None, **network):
    people_ = (around or ali(),)
    case = example_case(phases=phases)
    return replace(case, network=Network(people=people_, jims=jims, **network))


def says(parent, answer=ParentalView.YES):
    return ParentalAnswer(id=f"y-{parent[2:]}", by=parent, answer=answer, on=TODAY)


def test_every_rule_says_what_it_rests_on():
    assert [rule.code for rule in rules.RULES if not rule.find.__doc__ or not rule.source] == []
    warnings = {rule.code for rule in rules.RULES if rule.level is Level.WARNING}
    assert warnings == {"jim-parents-silent", "jim-parent-against"}


# JIM


@pytest.mark.parametrize(
    ("changes", "today", "speaks"),
    [
        ({"asked_on": ASKED}, ASKED + timedelta(days=14), False),
        ({"asked_on": ASKED}, ASKED + timedelta(days=15), True),
        ({"asked_on": date(2028, 2, 15)}, date(2028, 2, 29), False),
        ({"asked_on": date(2028, 2, 15)}, date(2028, 3, 1), True),
        ({"asked_on": ASKED, "answer": Willing.LATER}, date(2027, 1, 1), False),
        ({"asked_on": ASKED, "until": ASKED}, date(2027, 1, 1), False),
        ({"asked_on": ASKED, "chosen": None}, date(2027, 1, 1), False),
        ({}, date(2027, 1, 1), False),
    ],
)
def test_a_jim_who_was_asked_and_does_not_answer(changes, today, speaks):
    case = case_with(jim(**changes))
    assert bool(found(rules.jim_no_answer, case, today)) is speaks


def test_somebody_who_was_asked_as_a_jim_is_told_of_once():
    case = case_with(jim(asked_on=ASKED), around=ali(asked_on=ASKED))
    later = date(2026, 6, 1)
    assert found(rules.jim_no_answer, case, later) == ["y-00001"]
    assert found(people.network_no_answer, case, later) == []
    over = case_with(jim(asked_on=ASKED, until=later), around=ali(asked_on=ASKED))
    assert found(people.network_no_answer, over, later) == [ALI]


@pytest.mark.parametrize(
    ("changes", "silent"),
    [
        ({}, [MOTHER, FATHER]),
        ({"parents": (says(MOTHER),)}, [FATHER]),
        ({"parents": (says(MOTHER), says(FATHER, ParentalView.GRUDGING))}, []),
        ({"parents": (says(MOTHER), says(FATHER, ParentalView.NO))}, []),
        ({"chosen": None}, []),
        ({"until": TODAY}, []),
        ({"youth": DAUGHTER}, [MOTHER]),
    ],
)
def test_parents_who_have_not_said_what_they_think(changes, silent):
    case = case_with(jim(**changes))
    assert [fact["parent_id"] for fact in facts(rules.jim_parents_silent, case)] == silent


@pytest.mark.parametrize(
    ("today", "speaks"), [(date(2030, 9, 13), True), (date(2030, 9, 14), False)]
)
def test_from_the_eighteenth_birthday_no_parent_is_asked(today, speaks):
    assert bool(found(rules.jim_parents_silent, case_with(jim()), today)) is speaks


def test_an_agency_with_authority_has_no_say():
    agency = authority("a-00009", SON, TEACHER, kind=AuthorityKind.AGENCY)
    case = replace(case_with(jim()), family=replace(FAMILY, authority=(agency,)))
    assert found(rules.jim_parents_silent, case) == []


@pytest.mark.parametrize(
    ("view", "until", "speaks"),
    [
        (ParentalView.NO, None, True),
        (ParentalView.GRUDGING, None, False),
        (ParentalView.YES, None, False),
        (ParentalView.NO, TODAY, False),
    ],
)
def test_a_parent_who_is_against(view, until, speaks):
    case = case_with(jim(parents=(says(MOTHER, view),), until=until))
    assert bool(found(rules.jim_parent_against, case)) is speaks


def related(kind, to):
    return Relation(id="q-00001", person=FATHER, to=to, kind=kind)


@pytest.mark.parametrize(
    ("person", "relations", "youth", "speaks"),
    [
        (FATHER, (), SON, True),
        (FATHER, (related(RelationKind.STEP_PARENT, DAUGHTER),), DAUGHTER, True),
        (FATHER, (related(RelationKind.PARENT, SON),), DAUGHTER, False),
        (FATHER, (related(RelationKind.OTHER, DAUGHTER),), DAUGHTER, True),
        (SON, (), DAUGHTER, False),
        (None, (), SON, False),
    ],
)
def test_a_jim_is_no_parent(person, relations, youth, speaks):
    case = case_with(jim(youth=youth), around=ali(person=person))
    case = replace(case, family=replace(FAMILY, relations=relations))
    assert bool(found(rules.jim_is_parent, case)) is speaks


@pytest.mark.parametrize(
    ("born", "today", "speaks"),
    [
        ("2008-05-12", TODAY, True),
        ("2008-05-11", TODAY, False),
        ("2008-02-29", date(2026, 2, 28), True),
        ("2008-02-29", date(2026, 3, 1), False),
        ("2008", TODAY, False),
        (None, TODAY, False),
    ],
)
def test_a_jim_is_of_age(born, today, speaks):
    brother = Person(id="p-br000", name="Sem", role=Role.SIBLING, born=born)
    case = case_with(jim(), around=ali(person=brother.id))
    case = replace(case, family=replace(FAMILY, people=(*FAMILY.people, brother)))
    assert bool(found(rules.jim_under_age, case, today)) is speaks


def test_of_somebody_outside_the_family_the_age_is_not_known():
    assert found(rules.jim_under_age, case_with(jim())) == []


@pytest.mark.parametrize(
    ("born", "today", "speaks"),
    [
        ("2012-09-14", date(2026, 6, 4), False),
        ("2012-09-14", date(2026, 6, 5), True),
        ("2014-06-06", date(2026, 6, 5), False),
        ("2014-06-05", date(2026, 6, 5), True),
        ("2002-06-06", date(2026, 6, 5), True),
        ("2002-06-05", date(2026, 6, 5), False),
        ("2014", date(2026, 6, 5), False),
        (None, date(2026, 6, 5), False),
    ],
)
def test_no_talk_of_a_jim_after_sixty_days(born, today, speaks):
    """The help began on 6 April 2026."""
    youth = Person(id=SON, name="Jaylen", role=Role.CHILD, born=born)
    case = replace(case_with(), family=replace(FAMILY, people=(youth,)))
    assert found(rules.jim_not_talked_about, case, today) == ([SON] if speaks else [])


@pytest.mark.parametrize(
    "case",
    [
        case_with(jim(chosen=None)),
        case_with(jim(until=TODAY)),
        case_with(around=ali(jim_of=(SON,))),
        replace(case_with(), family=replace(FAMILY, people=())),
        case_with(phases=()),
    ],
)
def test_a_jim_that_came_up_or_a_help_that_has_not_begun(case):
    assert found(rules.jim_not_talked_about, case, date(2027, 1, 1)) == []


def test_a_youth_who_left_is_not_asked():
    gone = Person(id=SON, name="J", role=Role.CHILD, born="2012-09-14", until=date(2026, 6, 30))
    case = replace(case_with(), family=replace(FAMILY, people=(gone,)))
    assert found(rules.jim_not_talked_about, case, date(2026, 6, 30)) == [SON]
    assert found(rules.jim_not_talked_about, case, date(2026, 7, 1)) == []


# The neighbourhood


@pytest.mark.parametrize(
    ("phases", "speaks"), [(START, False), (None, True), (EXECUTION, True), ((), False)]
)
def test_no_look_at_the_neighbourhood(phases, speaks):
    assert bool(found(rules.community_not_looked, case_with(phases=phases))) is speaks


def test_a_look_or_a_step_in_the_neighbourhood():
    looked = CommunityUse(id="o-00001", what="Koor", state=CommunityState.NOT_SUITABLE)
    assert found(rules.community_not_looked, case_with(community=(looked,))) == []
    step = Step(id="s-00001", what="Koor zoeken", by=Actor.COMMUNITY)
    plan = Plan(goals=(replace(GOAL, steps=(step,)),))
    assert found(rules.community_not_looked, replace(case_with(), plan=plan)) == []


@pytest.mark.parametrize(
    ("changes", "phases", "speaks"),
    [
        ({}, EXECUTION, True),
        ({}, None, False),
        ({}, CLOSING, False),
        ({"goals": (GOAL.id,)}, EXECUTION, False),
        ({"state": CommunityState.JOINED}, EXECUTION, True),
        ({"state": CommunityState.NOT_SUITABLE}, EXECUTION, False),
        ({"until": TODAY}, EXECUTION, True),
        ({"until": date(2026, 5, 10)}, EXECUTION, False),
    ],
)
def test_a_place_in_the_neighbourhood_without_a_goal(changes, phases, speaks):
    use = CommunityUse(id="o-00001", what="Koor", **changes)
    case = case_with(phases=phases, community=(use,))
    assert bool(found(rules.community_no_goal, case)) is speaks


# Taking part


def busy(around, **changes):
    """Ali does a step of an open goal."""
    step = Step(id="s-00001", what="Bellen", who=(ALI,), **changes)
    return replace(case_with(around=around), plan=Plan(goals=(replace(GOAL, steps=(step,)),)))


@pytest.mark.parametrize(
    ("changes", "speaks"),
    [
        ({}, True),
        ({"willing": Willing.LATER}, True),
        ({"asked_on": TODAY}, True),
        ({"willing": Willing.YES}, False),
        ({"consented_on": TODAY}, False),
        ({"jim_of": (SON,)}, False),
        ({"sector": Sector.PROFESSIONALS}, False),
        ({"kind": NetworkKind.ORGANISATION}, False),
        ({"person": FATHER}, False),
        ({"until": TODAY}, False),
        ({"until": date(2026, 5, 12)}, True),
        ({"since": date(2026, 5, 12)}, False),
    ],
)
def test_somebody_takes_part_without_a_yes(changes, speaks):
    assert bool(found(rules.takes_part_unasked, busy(ali(**changes)))) is speaks


def test_a_consent_or_a_yes_as_a_jim_is_a_yes():
    case = busy(ali())
    yes = Consent(id="k-00001", by=ALI, what="Meedoen", given_on=TODAY, until=TODAY)
    consented = replace(case, consent=Consents(consents=(yes,)))
    assert found(rules.takes_part_unasked, consented) == []
    assert found(rules.takes_part_unasked, consented, date(2026, 5, 12)) == [ALI]
    as_jim = replace(case, network=replace(case.network, jims=(jim(answer=Willing.YES),)))
    assert found(rules.takes_part_unasked, as_jim) == []


def test_only_a_part_that_counts_is_a_part():
    assert found(rules.takes_part_unasked, busy(ali(), dropped=TODAY)) == []
    assert found(rules.takes_part_unasked, busy(ali(), done=TODAY)) == [ALI]
    case = busy(ali())
    closed = replace(case.plan.goals[0], status=GoalStatus.REACHED)
    assert found(rules.takes_part_unasked, replace(case, plan=Plan(goals=(closed,)))) == []
    meeting = Meeting(id="m-00001", on=TODAY, status=MeetingStatus.HELD, present=(ALI,))
    sat_in = replace(case_with(), meetings=(meeting,))
    assert found(rules.takes_part_unasked, sat_in) == [ALI]


# The closing


def closing(around, **changes):
    entry = FutureEntry(
        id="u-00001", section=FutureSection.NETWORK, text="bellen", who=changes.pop("who", ())
    )
    agreed = changes.pop("agreed", ())
    plan = Plan(goals=(GOAL,), future_plan=FuturePlan(entries=(entry,)), agreed=agreed)
    case = replace(case_with(around=around, phases=CLOSING), plan=plan)
    return replace(case, **changes)


@pytest.mark.parametrize(
    ("changes", "speaks"),
    [
        ({}, True),
        ({"ring": 2}, False),
        ({"ring": 2, "jim_of": (SON,)}, True),
        ({"willing": Willing.NO}, False),
        ({"person": FATHER}, False),
        ({"sector": Sector.PROFESSIONALS}, False),
        ({"until": TODAY}, False),
    ],
)
def test_a_key_person_is_left_out_of_the_closing(changes, speaks):
    assert bool(found(rules.key_person_left_out, closing(ali(**changes)))) is speaks


STARTED = date(2026, 4, 6)
"""The first day of the closing phase."""


@pytest.mark.parametrize(
    ("changes", "speaks"),
    [
        ({"who": (ALI,)}, False),
        ({"agreed": (Assent(id="j-00001", to="future_plan", by=ALI, on=TODAY),)}, False),
        ({"agreed": (Assent(id="j-00001", to="plan", by=ALI, on=TODAY),)}, True),
        ({"contacts": (Contact(id="c-1", on=STARTED, present=(ALI,)),)}, False),
        ({"contacts": (Contact(id="c-1", on=date(2026, 4, 5), present=(ALI,)),)}, True),
        ({"meetings": (Meeting(id="m-1", on=date(2026, 6, 1), invited=(ALI,)),)}, False),
        (
            {
                "meetings": (
                    Meeting(
                        id="m-1",
                        on=date(2026, 6, 1),
                        invited=(ALI,),
                        status=MeetingStatus.CANCELLED,
                    ),
                )
            },
            True,
        ),
    ],
)
def test_ways_to_have_a_part_in_the_closing(changes, speaks):
    assert bool(found(rules.key_person_left_out, closing(ali(), **changes))) is speaks


def test_before_the_closing_and_without_a_future_plan_nobody_is_left_out():
    case = closing(ali())
    running = replace(case, trajectory=example_case(phases=EXECUTION).trajectory)
    assert found(rules.key_person_left_out, running) == []
    assert found(rules.key_person_left_out, replace(case, plan=Plan(goals=(GOAL,)))) == []


# Roles


def teacher(**changes):
    given = {"id": TEACHER, "name": "Juf", "sector": Sector.PROFESSIONALS, "ring": 3}
    return NetworkPerson(**{**given, **changes})


@pytest.mark.parametrize(
    ("roles", "phases", "speaks"),
    [
        ((), None, True),
        ((), START, False),
        ((RoleAgreement(id="q-00001", role="x", who=(TEACHER,)),), None, False),
        ((RoleAgreement(id="q-00001", role="x", who=(ALI,)),), None, True),
        ((RoleAgreement(id="q-00001", role="x", who=(TEACHER,), until=TODAY),), None, False),
        (
            (RoleAgreement(id="q-00001", role="x", who=(TEACHER,), until=date(2026, 5, 10)),),
            None,
            True,
        ),
    ],
)
def test_a_professional_on_the_map_has_a_role(roles, phases, speaks):
    case = case_with(around=teacher(), phases=phases, roles=roles)
    assert bool(found(rules.role_not_agreed, case)) is speaks
    assert found(rules.role_not_agreed, case_with()) == []


@pytest.mark.parametrize(
    ("who", "changes", "speaks"),
    [
        (("t-0ther",), {}, True),
        (("o-buurt",), {}, True),
        (("t-c0ach", "t-sec0d", "t-1ead0"), {}, False),
        ((ALI, MOTHER), {}, False),
        ((), {}, False),
        (("t-c0ach", "t-0ther"), {}, True),
        (("t-0ther",), {"ended_on": TODAY}, False),
        (("t-0ther",), {"ended_on": date(2026, 5, 12)}, True),
    ],
)
def test_who_helps_beside_the_coach_has_a_role(who, changes, speaks):
    help_ = Intervention(id="i-00001", what="Schuldhulp", who=who, **changes)
    case = replace(case_with(), plan=Plan(goals=(GOAL,), interventions=(help_,)))
    assert found(rules.role_of_help_not_agreed, case) == (["i-00001"] if speaks else [])
    start = replace(case, trajectory=example_case(phases=START).trajectory)
    assert found(rules.role_of_help_not_agreed, start) == []
    role = RoleAgreement(id="q-00001", role="x", who=who)
    agreed = replace(case, network=replace(case.network, roles=(role,)))
    assert found(rules.role_of_help_not_agreed, agreed) == []


def test_a_finding_names_the_people():
    (said,) = facts(
        rules.jim_parent_against, case_with(jim(parents=(says(MOTHER, ParentalView.NO),)))
    )
    assert said == {
        "name": "Oom Ali",
        "youth": "Jaylen",
        "youth_id": SON,
        "parent": "Sherida",
        "parent_id": MOTHER,
    }
    assert CASE.network.jims[0].youth == SON
