"""What a family is asked about its network, how its map is summed up, and how it grows."""

import inspect
import re
from datetime import date

import pytest
from families import DAUGHTER, FAMILY, FATHER, GOAL, MOTHER, SON, TODAY, example_case
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fktui.method.around import network
from fktui.method.around.network import growth, on_the_map, questions, summary
from fktui.model.network import (
    Energy,
    Jim,
    Network,
    NetworkPerson,
    Quality,
    Sector,
    Support,
    Tie,
    Willing,
)
from fktui.model.plan import Actor, GoalStatus, Plan, Step
from fktui.model.safety import Call, Safety, SafetyPlan
from fktui.words.questions import QUESTIONS, say_question

ALI, RIA, TEACHER = "n-a1i00", "n-r1a00", "n-tea00"
NAMES = {ALI: "Oom Ali", RIA: "Oma Ria", TEACHER: "Juf Vink"}
EMOTIONAL = (Support.EMOTIONAL,)


def one(who, **changes):
    sector = Sector.PROFESSIONALS if who == TEACHER else Sector.FAMILY
    fields = {"id": who, "name": NAMES[who], "sector": sector, "ring": 1, "asked_on": TODAY}
    return NetworkPerson(**{**fields, **changes})


def tie(number, network, person=None, **changes):
    return Tie(id=f"y-0000{number}", network=network, person=person, **changes)


FULL = Network(
    people=(
        one(ALI, supports=EMOTIONAL),
        one(RIA, supports=(Support.PRACTICAL,), sector=Sector.NEIGHBOURHOOD),
        one(TEACHER),
    ),
    ties=(
        *(tie(n, ALI, who) for n, who in enumerate((SON, DAUGHTER))),
        *(tie(n, RIA, who) for n, who in enumerate((MOTHER, FATHER), 2)),
    ),
)
IN_PLAN = Plan(goals=(replace(GOAL, steps=(Step(id="s-00001", what="x", who=(ALI,)),)),))
CASE = replace(example_case(), network=FULL, plan=IN_PLAN)
"""A family with a map that leaves nothing to ask."""


def asked(today=TODAY, **network):
    case = replace(CASE, network=replace(FULL, **network))
    return [(question.code, question.about) for question in questions(case, today)]


def asked_of(case):
    return [(question.code, question.about) for question in questions(case, TODAY)]


def people(**changes):
    """The map with other fields for somebody, by id; None takes them off."""
    found = []
    for who in FULL.people:
        new = changes.get(NAMES[who.id].split()[1].lower(), {})
        if new is not None:
            found.append(replace(who, **new))
    return tuple(found)


def test_a_map_that_leaves_nothing_to_ask():
    assert asked() == []


def test_nobody_has_no_network_so_one_question_is_asked_first():
    assert asked(people=()) == [("nobody-yet", None)]
    assert asked(people=people(ali=None, ria=None)) == [("only-professionals-yet", None)]
    assert asked_of(replace(CASE, network=Network())) == [("nobody-yet", None)]


@pytest.mark.parametrize(
    ("network", "missing"),
    [
        ({"people": people(ali={"supports": (Support.ADVICE,)})}, [SON, DAUGHTER]),
        ({"ties": FULL.ties[1:]}, [SON]),
        ({"ties": (*FULL.ties[1:], tie(9, ALI))}, []),
        ({"ties": FULL.ties[1:], "people": people(ali={"jim_of": (SON,)})}, []),
        ({"ties": (tie(0, ALI, SON, quality=Quality.BROKEN), *FULL.ties[1:])}, [SON]),
        ({"ties": (tie(0, ALI, SON, quality=Quality.STRESSFUL), *FULL.ties[1:])}, []),
        ({"people": people(ali={"until": TODAY})}, [SON, DAUGHTER]),
    ],
)
def test_somebody_to_turn_to_for_each_child(network, missing):
    found = [about for code, about in asked(**network) if code == "no-emotional-support"]
    assert found == missing


def test_a_professional_is_not_the_one_to_turn_to():
    warm = people(ali={"supports": ()}, vink={"supports": EMOTIONAL})
    ties = (*FULL.ties, tie(8, TEACHER, SON), tie(9, TEACHER, DAUGHTER))
    codes = [code for code, _about in asked(people=warm, ties=ties)]
    assert codes.count("no-emotional-support") == 2


@pytest.mark.parametrize(
    ("ends", "speaks"),
    [
        ((TEACHER,), True),
        ((TEACHER, ALI), False),
        ((ALI,), False),
    ],
)
def test_nobody_but_professionals_around_somebody(ends, speaks):
    own = tuple(tie(n, end, FATHER) for n, end in enumerate(ends, 5))
    ties = (*FULL.ties[:3], *own)
    assert (("only-professionals", FATHER) in asked(ties=ties)) is speaks


def test_a_member_without_any_tie():
    assert asked(ties=FULL.ties[:3]) == [("no-tie", FATHER)]
    assert asked(ties=FULL.ties[:3], people=people(ali={"jim_of": (FATHER,)})) == []
    gone = tuple(
        replace(person, until=date(2026, 5, 10)) if person.id == FATHER else person
        for person in FAMILY.people
    )
    case = replace(CASE, network=replace(FULL, ties=FULL.ties[:3]))
    assert asked_of(replace(case, family=replace(FAMILY, people=gone))) == []


def test_a_member_who_stands_on_the_map_is_not_asked_about_it():
    elsewhere = people(ria={"person": FATHER})
    assert asked(ties=FULL.ties[:3], people=elsewhere) == []
    ties = (*FULL.ties[:3], tie(9, TEACHER, FATHER))
    assert asked(ties=ties, people=elsewhere) == []


def test_where_nobody_has_a_tie_it_is_asked_once():
    assert ("ties-unknown", None) in asked(ties=(tie(0, ALI), tie(1, RIA)))
    assert [code for code, _about in asked(ties=())].count("ties-unknown") == 1


def test_one_person_carries_the_support():
    all_of_it = people(ali={"supports": tuple(Support)}, ria={"supports": ()})
    assert asked(people=all_of_it) == [("one-carries-most", ALI)]
    one_kind = people(ali={"supports": EMOTIONAL}, ria={"supports": ()})
    assert asked(people=one_kind) == []
    only_ali = people(ali={"supports": tuple(Support)}, ria=None)
    assert "one-carries-most" not in [code for code, _about in asked(people=only_ali)]


@pytest.mark.parametrize(
    ("ends", "speaks"),
    [
        ((ALI, ALI, ALI, RIA), True),
        ((ALI, ALI, RIA, RIA), False),
        ((ALI, ALI, RIA), False),
        ((ALI, ALI, ALI, RIA, TEACHER), True),
        ((ALI, ALI, ALI, RIA, TEACHER, RIA), False),
    ],
)
def test_one_person_has_most_of_the_ties(ends, speaks):
    members = (SON, DAUGHTER, MOTHER, FATHER, None, MOTHER)
    ties = tuple(tie(n, end, who) for n, (end, who) in enumerate(zip(ends, members, strict=False)))
    assert (("one-carries-most", ALI) in asked(ties=ties)) is speaks


def test_all_support_from_one_side():
    same = people(ria={"sector": Sector.FAMILY})
    assert asked(people=same) == [("one-sector", None)]
    gives = (*FULL.ties, tie(9, ALI, energy=Energy.GIVES), tie(8, RIA, energy=Energy.TAKES))
    silent = people(ali={"supports": ()}, ria={"supports": (), "sector": Sector.FAMILY})
    assert ("one-sector", None) not in asked(people=silent, ties=gives)
    both = (*gives, tie(7, RIA, energy=Energy.BOTH))
    assert ("one-sector", None) in asked(people=silent, ties=both)


@pytest.mark.parametrize(
    ("steps", "status", "speaks"),
    [
        ((Step(id="s-1", what="x", who=(MOTHER,)),), GoalStatus.OPEN, True),
        ((Step(id="s-1", what="x", who=(TEACHER,)),), GoalStatus.OPEN, True),
        ((Step(id="s-1", what="x", by=Actor.NETWORK),), GoalStatus.OPEN, False),
        ((Step(id="s-1", what="x", who=(RIA,)),), GoalStatus.OPEN, False),
        (
            (
                Step(id="s-1", what="x", who=(RIA,), dropped=TODAY),
                Step(id="s-2", what="y", by=Actor.FAMILY),
            ),
            GoalStatus.OPEN,
            True,
        ),
        ((Step(id="s-1", what="x", who=(MOTHER,)),), GoalStatus.REACHED, False),
        ((), GoalStatus.OPEN, False),
    ],
)
def test_nobody_of_the_own_network_in_the_plan(steps, status, speaks):
    plan = Plan(goals=(replace(GOAL, steps=steps, status=status),))
    assert (("nobody-in-plan", None) in asked_of(replace(CASE, plan=plan))) is speaks


@pytest.mark.parametrize(
    ("network", "speaks"),
    [
        ({}, True),
        ({"people": people(ali={"asked_on": TODAY}, ria={"asked_on": None})}, False),
        ({"jims": (Jim(id="y-00009", youth=SON, chosen=ALI, asked_on=TODAY),)}, False),
        ({"jims": (Jim(id="y-00009", youth=SON, chosen=ALI),)}, True),
    ],
)
def test_nobody_was_asked(network, speaks):
    nobody = people(ali={"asked_on": None}, ria={"asked_on": None})
    assert (("nobody-asked", None) in asked(**{"people": nobody, **network})) is speaks


@pytest.mark.parametrize(
    ("plans", "speaks"),
    [
        ((), False),
        ((SafetyPlan(id="v-1", made_on=TODAY),), True),
        ((SafetyPlan(id="v-1", made_on=TODAY, ended_on=TODAY),), False),
        ((SafetyPlan(id="v-1", made_on=TODAY, calls=(Call(id="v-2", calls=TEACHER),)),), True),
        ((SafetyPlan(id="v-1", made_on=TODAY, calls=(Call(id="v-2", calls=RIA),)),), False),
    ],
)
def test_nobody_to_call_at_night(plans, speaks):
    case = replace(CASE, safety=Safety(plans=plans))
    assert (("nobody-at-night", None) in asked_of(case)) is speaks


@st.composite
def maps(draw):
    """A map of two own people and a teacher, with ties, supports and answers at random."""
    around = tuple(
        one(
            who,
            supports=tuple(draw(st.sets(st.sampled_from(Support)))),
            asked_on=draw(st.none() | st.just(TODAY)),
            name=draw(st.sampled_from(("Ali", "Ria"))),
            jim_of=tuple(draw(st.sets(st.sampled_from((SON, DAUGHTER))))),
        )
        for who in draw(st.sets(st.sampled_from((ALI, RIA, TEACHER))))
    )
    ends = st.tuples(
        st.sampled_from((ALI, RIA, TEACHER)),
        st.sampled_from((SON, DAUGHTER, MOTHER, None)),
        st.sampled_from(Quality),
        st.sampled_from(Energy),
    )
    ties = tuple(
        Tie(id=f"y-0000{n}", network=network, person=person, quality=quality, energy=energy)
        for n, (network, person, quality, energy) in enumerate(draw(st.lists(ends, max_size=7)))
    )
    return around, ties


@given(maps(), st.randoms(use_true_random=False))
def test_the_questions_do_not_depend_on_the_order_of_the_records(drawn, chance):
    around, ties = drawn

    def shuffled(records):
        return tuple(chance.sample(records, len(records)))

    def found(around, ties, members):
        network = Network(people=around, ties=ties)
        family = replace(FAMILY, people=members)
        return questions(replace(CASE, network=network, family=family), TODAY)

    members = FAMILY.people
    assert found(around, ties, members) == found(
        shuffled(around), shuffled(ties), shuffled(members)
    )


def test_what_is_on_the_map_on_a_day():
    case = replace(CASE, network=Network(people=(one(ALI, since=TODAY, until=date(2026, 5, 20)),)))
    days = (date(2026, 5, 10), TODAY, date(2026, 5, 19), date(2026, 5, 20))
    assert [len(on_the_map(case, day)) for day in days] == [0, 1, 1, 0]


def test_the_map_in_figures():
    around = (
        one(ALI, supports=(Support.EMOTIONAL, Support.ADVICE), jim_of=(SON,)),
        one(RIA, ring=2, willing=Willing.YES, consented_on=TODAY, supports=EMOTIONAL),
        one(TEACHER, ring=3, asked_on=None),
    )
    ties = (tie(0, ALI, SON, quality=Quality.STRONG), tie(1, TEACHER), tie(2, "n-gone0"))
    found = summary(replace(CASE, network=Network(people=around, ties=ties)), TODAY)
    assert found.rings == {1: 1, 2: 1, 3: 1}
    assert (found.own, found.professional) == (2, 1)
    assert (found.asked, found.willing, found.consented) == (2, 2, 1)
    assert (found.sectors[Sector.FAMILY], found.sectors[Sector.PROFESSIONALS]) == (2, 1)
    assert (found.ties[Quality.STRONG], found.ties[Quality.ORDINARY]) == (1, 1)
    assert (found.supports[Support.EMOTIONAL], found.supports[Support.COMPANY]) == (2, 0)


def test_how_a_map_grows():
    before = (one(ALI, ring=3), one(RIA, ring=1))
    after = (one(TEACHER), one(ALI, ring=2), one(RIA, ring=2))
    assert growth(before, after)._asdict() == {
        "added": (TEACHER,),
        "gone": (),
        "closer": (ALI,),
        "further": (RIA,),
    }
    assert growth(after, before[:1]).gone == (RIA, TEACHER)
    assert not any(growth(after, after))


def test_every_question_has_a_sentence_and_no_other():
    source = inspect.getsource(network)
    assert set(re.findall(r'(?:Question\(|code = )"([a-z-]+)"', source)) | {"nobody-yet"} == set(
        QUESTIONS
    )


def test_a_question_is_said_with_all_that_it_needs():
    same = people(ria={"sector": Sector.FAMILY})
    (question,) = questions(replace(CASE, network=replace(FULL, people=same)), TODAY)
    assert "(relatives)" in say_question(question)
    assert "(kin)" in say_question(question, {"family": "kin"})
    braces = people(ali={"name": "{name}", "supports": tuple(Support)}, ria={"supports": ()})
    (carries,) = questions(replace(CASE, network=replace(FULL, people=braces)), TODAY)
    assert say_question(carries).startswith("{name} does a lot")
    assert (carries.source, question.source) == ("Wmo-wijzer", "Wmo-wijzer")
