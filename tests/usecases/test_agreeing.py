"""Who agrees with which text, and that a later change shows by itself."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.method.agreed import ANALYSIS, FUTURE_PLAN, PLAN, Stance, standing, to_discuss
from fktui.model.case import put
from fktui.model.plan import FutureSection
from fktui.model.safety import SafetyPlan
from fktui.model.stored import Act, Change
from fktui.usecases import history
from fktui.usecases.finding import find_participants
from fktui.usecases.people.family import end_person
from fktui.usecases.plan.agreeing import agree, running_safety_plan
from fktui.usecases.plan.future import add_entry
from fktui.usecases.plan.goals import add_step, score_goal
from fktui.usecases.records import edit_record

TODAY = date(2026, 11, 21)


def says(desk, family, to=PLAN, who=("Mila",), **said):
    return agree(desk, family.case, to, who, **{"agrees": True, "on": TODAY} | said)


def case(desk, family):
    return desk.load(family.case).case


def stances(desk, family, to=PLAN):
    return {one.person: one.stance for one in standing(case(desk, family), to, TODAY)}


def discussed(desk, family):
    return [one.to for one in to_discuss(case(desk, family), TODAY)]


def rename(desk, family, title):
    edit_record(desk, family.case, family.goal, ("goal",), {"title": title})


def test_several_people_in_one_act(desk, ijsvogel):
    before = len(desk.store.stories(ijsvogel.case))
    saved = says(desk, ijsvogel, who=("Mila", "jay", "oom"))
    assert len(desk.store.stories(ijsvogel.case)) == before + 1
    assents = case(desk, ijsvogel).plan.agreed
    assert [one.by for one in assents] == [ijsvogel.mila, ijsvogel.jaylen, ijsvogel.ali]
    assert {(one.to, one.on, one.agrees) for one in assents} == {(PLAN, TODAY, True)}
    assert len({one.text for one in assents}) == 1
    assert saved.act.record == assents[0].id
    subject = desk.store.stories(ijsvogel.case)[0].subject
    assert subject.startswith(f"Asked who agrees with the plan as a whole ({assents[0].id}, ")
    assert "Mila" not in subject


def test_change_then_discuss_then_agree_again_and_it_is_gone(desk, ijsvogel):
    says(desk, ijsvogel, ijsvogel.goal, ("Mila", "Jaylen"))
    assert discussed(desk, ijsvogel) == []
    rename(desk, ijsvogel, "Elke dag samen eten")
    assert discussed(desk, ijsvogel) == [ijsvogel.goal]
    assert set(stances(desk, ijsvogel, ijsvogel.goal).values()) == {Stance.TO_DISCUSS}
    says(desk, ijsvogel, "elke dag", ("Mila",))
    found = stances(desk, ijsvogel, ijsvogel.goal)
    assert (found[ijsvogel.mila], found[ijsvogel.jaylen]) == (Stance.AGREES, Stance.TO_DISCUSS)
    says(desk, ijsvogel, ijsvogel.goal, ("Jaylen",))
    assert discussed(desk, ijsvogel) == []


def test_undo_of_the_change_takes_it_away_and_undo_of_the_yes_brings_it_back(desk, ijsvogel):
    says(desk, ijsvogel, ijsvogel.goal)
    rename(desk, ijsvogel, "Elke dag samen eten")
    history.undo(desk, ijsvogel.case)
    assert discussed(desk, ijsvogel) == []
    rename(desk, ijsvogel, "Elke dag samen eten")
    says(desk, ijsvogel, ijsvogel.goal)
    assert discussed(desk, ijsvogel) == []
    history.undo(desk, ijsvogel.case)
    assert discussed(desk, ijsvogel) == [ijsvogel.goal]


def test_a_step_and_a_score_are_no_change(desk, ijsvogel):
    says(desk, ijsvogel, ijsvogel.goal)
    add_step(desk, ijsvogel.case, ijsvogel.goal, {"what": "Tafel dekken"})
    score_goal(desk, ijsvogel.case, ijsvogel.goal, 1)
    assert discussed(desk, ijsvogel) == []


def test_white_space_is_no_change(desk, ijsvogel):
    says(desk, ijsvogel, ijsvogel.goal)
    rename(desk, ijsvogel, "Samen   eten")
    assert discussed(desk, ijsvogel) == []


def test_a_new_name_is_no_change(desk, ijsvogel):
    edit_record(desk, ijsvogel.case, ijsvogel.goal, ("goal",), {"owners": (ijsvogel.mila,)})
    says(desk, ijsvogel, ijsvogel.goal)
    edit_record(desk, ijsvogel.case, ijsvogel.mila, ("person",), {"name": "Mila de Wit"})
    assert discussed(desk, ijsvogel) == []


def test_the_same_person_again_changes_the_record(desk, ijsvogel):
    first = says(desk, ijsvogel)
    again = says(desk, ijsvogel, agrees=False, because="Too soon")
    (assent,) = case(desk, ijsvogel).plan.agreed
    assert (assent.agrees, assent.because) == (False, "Too soon")
    assert first.act.record == again.act.record == assent.id
    actions = [story.action for story in desk.store.stories(ijsvogel.case)][:2]
    assert actions == ["assent.edit", "assent.add"]
    says(desk, ijsvogel, who=("Mila", "Jaylen"))
    assert desk.store.stories(ijsvogel.case)[0].action == "assent.add"
    assert case(desk, ijsvogel).plan.agreed[0].because is None


def test_saying_the_same_again_is_nothing_new(desk, ijsvogel):
    says(desk, ijsvogel)
    with pytest.raises(WrongUse) as raised:
        says(desk, ijsvogel)
    assert raised.value.code == "nothing-changed"


def test_a_referrer_and_a_colleague_may_agree_too(desk, ijsvogel):
    says(desk, ijsvogel, who=("verwijzer", "the referrer", "Yara"))
    by = [one.by for one in case(desk, ijsvogel).plan.agreed]
    assert by == ["referrer", desk.colleague]


@pytest.mark.parametrize(
    ("given", "found"),
    [("GP", "gp"), ("the school", "school"), ("neighbourhood team", "neighbourhood_team")],
)
def test_a_role_is_known_by_its_word(desk, ijsvogel, given, found):
    assert find_participants(case(desk, ijsvogel), (given,)) == (found,)


def test_somebody_with_the_name_of_a_role_goes_before_it(desk, ijsvogel):
    edit_record(desk, ijsvogel.case, ijsvogel.ali, ("network",), {"name": "School De Wilg"})
    assert find_participants(case(desk, ijsvogel), ("school",)) == (ijsvogel.ali,)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"who": ()}, "field-empty"),
        ({"on": date(2026, 11, 22)}, "day-to-come"),
        ({"to": FUTURE_PLAN}, "nothing-to-agree"),
        ({"to": ANALYSIS}, "nothing-to-agree"),
    ],
)
def test_what_is_refused(desk, ijsvogel, changes, code):
    with pytest.raises(WrongUse) as raised:
        says(desk, ijsvogel, **changes)
    assert raised.value.code == code
    assert case(desk, ijsvogel).plan.agreed == ()


@pytest.mark.parametrize("changes", [{"who": ("Mila", "Nobody")}, {"to": "g-zzzzz"}])
def test_somebody_or_a_goal_that_is_not_there_leaves_all_as_it_was(desk, ijsvogel, changes):
    with pytest.raises(NotFound):
        says(desk, ijsvogel, **changes)
    assert case(desk, ijsvogel).plan.agreed == ()


def test_who_may_not_read_a_text_cannot_agree_with_it(desk, ijsvogel):
    readers = {"visible_to": (ijsvogel.mila, "team")}
    edit_record(desk, ijsvogel.case, ijsvogel.goal, ("goal",), readers)
    says(desk, ijsvogel, ijsvogel.goal, ("Mila", "Yara"))
    with pytest.raises(WrongUse) as raised:
        says(desk, ijsvogel, ijsvogel.goal, ("Jaylen",))
    assert (raised.value.code, raised.value.facts["person"]) == ("text-not-for", "Jaylen")


def test_the_future_plan(desk, ijsvogel):
    line = {"section": FutureSection.PROUD, "text": "We sleep again"}
    add_entry(desk, ijsvogel.case, line)
    says(desk, ijsvogel, FUTURE_PLAN)
    add_entry(desk, ijsvogel.case, line | {"text": "We laugh"})
    assert discussed(desk, ijsvogel) == [FUTURE_PLAN]
    assert "future plan" in desk.store.stories(ijsvogel.case)[1].subject


def test_who_left_the_family_has_nothing_to_say(desk, ijsvogel):
    assert stances(desk, ijsvogel) == {
        ijsvogel.mila: Stance.NOT_ASKED,
        ijsvogel.jaylen: Stance.NOT_ASKED,
    }
    end_person(desk, ijsvogel.case, "Jaylen", TODAY)
    assert stances(desk, ijsvogel) == {ijsvogel.mila: Stance.NOT_ASKED}


def with_safety_plan(desk, family, record_id, **fields):
    made = SafetyPlan(id=record_id, made_on=TODAY, danger_statement="When they shout", **fields)
    act = Act(action="safety_plan.add", subject="Safety plan", record=record_id)
    desk.change(
        family.case, lambda loaded: Change(case=put(loaded.case, "safety_plan", made), act=act)
    )


def test_the_safety_plan_that_runs(desk, ijsvogel):
    with pytest.raises(NotFound):
        running_safety_plan(case(desk, ijsvogel), TODAY)
    with_safety_plan(desk, ijsvogel, "v-00001", ended_on=TODAY)
    with_safety_plan(desk, ijsvogel, "v-00002")
    assert running_safety_plan(case(desk, ijsvogel), TODAY).id == "v-00002"
    says(desk, ijsvogel, "v-00002")
    edit_record(desk, ijsvogel.case, "v-00002", ("safety_plan",), {"wished": "Rust"})
    assert discussed(desk, ijsvogel) == ["v-00002"]
    assert desk.store.stories(ijsvogel.case)[1].subject.startswith(
        "Asked who agrees with safety plan v-00002 ("
    )
