"""The texts people agree with: what is in them, when one is another, and where people stand."""

from datetime import date
from unicodedata import normalize

import pytest
from families import DAUGHTER, FATHER, GOAL, MOTHER, SON, TODAY, example_case
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fktui.method.agreed import (
    ANALYSIS,
    FUTURE_PLAN,
    PLAN,
    SAFETY_PLAN,
    Stance,
    agreed_text,
    called,
    fingerprint,
    standing,
    texts,
    to_discuss,
)
from fktui.model.analysis import Analysis, Explanation
from fktui.model.family import Family, Person, Role
from fktui.model.plan import (
    Agreement,
    Assent,
    FutureEntry,
    FuturePlan,
    FutureSection,
    Goal,
    GoalStatus,
    Levels,
    Measure,
    Plan,
    Score,
    Step,
)
from fktui.model.safety import (
    Call,
    Colour,
    Condition,
    Review,
    Safety,
    SafetyAgreement,
    SafetyPlan,
    Signal,
)

CASE = example_case()
BARE = example_case(analysis=Analysis())
OTHER = Goal(id="g-00002", title="Weer naar school", owners=(SON, MOTHER), priority=2)
SAFETY = SafetyPlan(
    id="v-00001",
    made_on=TODAY,
    danger_statement="Als er geschreeuwd wordt",
    wished="Iedereen slaapt",
    signals=(
        Signal(id="v-00002", colour=Colour.RED, text="Deuren slaan"),
        Signal(id="v-00003", colour=Colour.GREEN, text="We lachen"),
    ),
    agreements=(SafetyAgreement(id="v-00004", what="Naar oma", who=(SON, DAUGHTER)),),
    calls=(
        Call(id="v-00005", who=(SON,), calls="n-gran0"),
        Call(id="v-00006", who=(SON,), calls=MOTHER),
    ),
    conditions=(Condition(id="v-00007", what="Twee volwassenen", set_by="GI"),),
    guards=("n-gran0", FATHER),
)


def planned(*goals, case=CASE, **changes):
    return replace(case, plan=Plan(goals=goals or (GOAL,), **changes))


def entry(number, text, section=FutureSection.GREEN, **changes):
    return FutureEntry(id=f"u-0000{number}", section=section, text=text, **changes)


def future(*entries):
    return replace(CASE, plan=Plan(future_plan=FuturePlan(entries=entries)))


def same(first, second, to):
    return fingerprint(agreed_text(first, to)) == fingerprint(agreed_text(second, to))


# The fingerprint


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Z", "C"))), min_size=1))
def test_white_space_is_no_change(words):
    assert fingerprint(" ".join(words)) == fingerprint("\n\t ".join(["", *words, ""]))


@given(st.text(), st.text())
def test_other_words_are_another_text(first, second):
    same_words = composed(first) == composed(second)
    assert (fingerprint(first) == fingerprint(second)) is same_words


def composed(text):
    return normalize("NFC", " ".join(text.split()))


def test_a_letter_with_its_accent_apart_is_the_same_letter():
    assert fingerprint("ide\u0301e") == fingerprint("idée")


# A goal


@pytest.mark.parametrize(
    ("changes", "equal"),
    [
        ({"title": "Meer rust"}, False),
        ({"title": " Rust  in\nhuis"}, True),
        ({"why": "voor Mila"}, False),
        ({"measure": Measure.TEN}, False),
        ({"target_on": TODAY}, False),
        ({"owners": (MOTHER, SON)}, False),
        ({"levels": Levels(expected="elke dag")}, False),
        ({"scores": (Score(id="r-00001", on=TODAY, value=1),)}, True),
        ({"steps": (replace(GOAL.steps[0], done=TODAY),)}, True),
        ({"steps": (*GOAL.steps, Step(id="s-00002", what="Bellen"))}, True),
        ({"priority": 1}, True),
        ({"status": GoalStatus.REACHED}, True),
    ],
)
def test_what_of_a_goal_people_agree_on(changes, equal):
    assert same(planned(GOAL), planned(replace(GOAL, **changes)), GOAL.id) is equal


def test_the_order_of_people_is_no_change():
    turned = replace(OTHER, owners=(MOTHER, SON))
    assert same(planned(OTHER), planned(turned), OTHER.id)


def test_no_such_goal_is_no_text():
    assert agreed_text(CASE, "g-zzzzz") == ""


# The plan


@pytest.mark.parametrize(
    ("goals", "equal"),
    [
        ((OTHER, GOAL), True),
        ((replace(GOAL, priority=3), OTHER), True),
        ((replace(GOAL, priority=1), OTHER), False),
        ((replace(GOAL, priority=9), replace(OTHER, priority=8)), True),
        ((GOAL,), False),
        ((GOAL, replace(OTHER, status=GoalStatus.REACHED)), False),
        ((GOAL, OTHER, replace(OTHER, id="g-00003", status=GoalStatus.STOPPED)), True),
        ((GOAL, replace(OTHER, scores=(Score(id="r-00001", on=TODAY, value=1),))), True),
    ],
)
def test_the_plan_is_all_open_goals_those_that_come_first_in_front(goals, equal):
    assert same(planned(GOAL, OTHER), planned(*goals), PLAN) is equal


@pytest.mark.parametrize(
    ("agreement", "equal"),
    [
        ({}, True),
        ({"what": "Geen telefoons"}, False),
        ({"until": TODAY}, False),
        ({"since": TODAY}, True),
    ],
)
def test_standing_agreements_are_in_the_plan(agreement, equal):
    known = {"id": "b-00001", "what": "Samen eten", "who": (MOTHER, SON)}
    before = planned(agreements=(Agreement(**known),))
    after = planned(agreements=(Agreement(**known | agreement),))
    assert same(before, after, PLAN) is equal


# The other texts


@pytest.mark.parametrize(
    ("changes", "equal"),
    [
        ({"danger_statement": "Anders"}, False),
        ({"wished": None}, False),
        ({"signals": SAFETY.signals[::-1]}, True),
        ({"signals": SAFETY.signals[:1]}, False),
        ({"agreements": ()}, False),
        ({"calls": SAFETY.calls[::-1]}, False),
        ({"conditions": ()}, False),
        ({"conditions": (replace(SAFETY.conditions[0], met_on=TODAY),)}, True),
        ({"guards": (FATHER, "n-gran0")}, True),
        ({"reviews": (Review(id="v-00008", planned_on=TODAY),)}, True),
        ({"reason": "Een ruzie"}, True),
    ],
)
def test_what_of_a_safety_plan_people_agree_on(changes, equal):
    before = replace(CASE, safety=Safety(plans=(SAFETY,)))
    after = replace(CASE, safety=Safety(plans=(replace(SAFETY, **changes),)))
    assert same(before, after, SAFETY.id) is equal


@pytest.mark.parametrize(
    ("section", "equal"), [(FutureSection.NETWORK, False), (FutureSection.PROUD, True)]
)
def test_who_calls_whom_is_an_order(section, equal):
    before = future(entry(1, "Bel", section, who=(SON, "n-gran0")))
    after = future(entry(1, "Bel", section, who=("n-gran0", SON)))
    assert same(before, after, FUTURE_PLAN) is equal


def test_sections_are_in_their_own_order_and_lines_in_that_of_the_family():
    one, two = entry(1, "Ontbijt"), entry(2, "Huiswerk")
    red = entry(3, "Deuren slaan", FutureSection.RED)
    assert same(future(one, two, red), future(red, one, two), FUTURE_PLAN)
    assert not same(future(one, two), future(two, one), FUTURE_PLAN)


def test_the_explanation_is_its_words():
    told = Analysis(explanation=Explanation(text="Te veel tegelijk", on=TODAY))
    assert agreed_text(replace(CASE, analysis=told), ANALYSIS) == "Te veel tegelijk"
    assert agreed_text(replace(CASE, analysis=Analysis()), ANALYSIS) == ""


def test_the_texts_that_hold_now():
    ended = replace(SAFETY, id="v-00009", ended_on=TODAY)
    reached = replace(OTHER, status=GoalStatus.REACHED)
    case = replace(planned(GOAL, reached, case=BARE), safety=Safety(plans=(SAFETY, ended)))
    assert texts(case) == (PLAN, GOAL.id, SAFETY.id)
    assert texts(replace(BARE, plan=Plan())) == ()


def test_by_what_a_text_is_named():
    case = replace(CASE, safety=Safety(plans=(SAFETY,)))
    named = [called(case, to) for to in (PLAN, GOAL.id, SAFETY.id)]
    assert named == [PLAN, "Rust in huis", SAFETY_PLAN]


# Where people stand


def assent(by, to=GOAL.id, text="", **changes):
    known = {"id": f"j-{by[2:]}", "to": to, "by": by, "on": TODAY}
    return Assent(**known, text=text or None, **changes)


def agreed(*said, goal=GOAL):
    return planned(goal, agreed=said)


NOW = fingerprint(agreed_text(planned(GOAL), GOAL.id))


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        (assent(MOTHER, text=NOW), Stance.AGREES),
        (assent(MOTHER, text=NOW, agrees=False), Stance.DISAGREES),
        (assent(MOTHER, text="another"), Stance.TO_DISCUSS),
        (assent(MOTHER, text="another", agrees=False), Stance.TO_DISCUSS),
        (assent(MOTHER), Stance.AGREES),
        (assent(MOTHER, agrees=False), Stance.DISAGREES),
        (assent(FATHER, text=NOW), Stance.NOT_ASKED),
        (assent(MOTHER, to=PLAN, text=NOW), Stance.NOT_ASKED),
    ],
)
def test_where_somebody_stands(said, stance):
    found = {one.person: one.stance for one in standing(agreed(said), GOAL.id, TODAY)}
    assert found[MOTHER] is stance


def test_first_the_family_then_others_who_said_something():
    case = agreed(assent("referrer"), assent("n-gran0"), assent(SON))
    people = [one.person for one in standing(case, GOAL.id, TODAY)]
    assert people == [MOTHER, FATHER, SON, DAUGHTER, "referrer", "n-gran0"]


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"born": "2020-05-11"}, True),
        ({"born": "2020-05-12"}, False),
        ({"born": None}, True),
        ({"died": "2026"}, False),
        ({"until": date(2026, 5, 12)}, True),
        ({"until": TODAY}, False),
    ],
)
def test_who_is_asked(changes, asked):
    child = Person(**{"id": SON, "name": "Jaylen", "role": Role.CHILD} | changes)
    case = replace(CASE, family=Family(people=(child,)))
    assert bool(standing(case, GOAL.id, TODAY)) is asked


def test_who_left_is_not_asked_to_discuss():
    gone = Person(id=SON, name="Jaylen", role=Role.CHILD, until=TODAY)
    case = replace(agreed(assent(SON, text="old")), family=Family(people=(gone,)))
    assert to_discuss(case, TODAY) == ()
    assert to_discuss(case) == ()
    assert to_discuss(case, date(2026, 5, 10))[0].who == (SON,)


def test_a_text_that_changed_is_discussed_by_those_who_spoke_about_the_old_one():
    case = agreed(assent(MOTHER, text=NOW), assent(SON), assent(FATHER, text=NOW))
    assert to_discuss(case) == ()
    other = replace(case, plan=replace(case.plan, goals=(replace(GOAL, title="Meer rust"),)))
    assert to_discuss(other) == ((GOAL.id, (MOTHER, FATHER)),)


# Who may not read it


def kept_from_the_father(**changes):
    hidden = replace(OTHER, visible_to=(MOTHER, "team"), **changes)
    return planned(GOAL, hidden)


def test_who_may_not_read_a_text_is_not_asked():
    found = standing(kept_from_the_father(), OTHER.id, TODAY)
    assert [one.person for one in found] == [MOTHER]


def test_the_plan_of_who_may_not_read_a_goal_does_not_change_with_it():
    before, after = kept_from_the_father(), kept_from_the_father(title="Iets anders")
    for reader, equal in ((MOTHER, False), (FATHER, True), ("n-gran0", True), ("t-c0ach", False)):
        old, new = (agreed_text(case, PLAN, reader) for case in (before, after))
        assert (old == new) is equal, reader


def test_the_family_and_the_person_may_read_what_names_them():
    for readers in (("family",), (FATHER,), ()):
        hidden = replace(OTHER, visible_to=readers)
        assert agreed_text(planned(hidden), OTHER.id, FATHER)
