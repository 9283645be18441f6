"""What is said of worries, safety plans and measurements, in words that need no colour."""

from datetime import date

import pytest

from fktui.method.analysis import DomainCourse, domain_courses
from fktui.model.analysis import Analysis, DomainScore, Worry
from fktui.model.measures import Measurement
from fktui.model.plan import Assent, LifeDomain
from fktui.model.record import Nature
from fktui.model.safety import (
    Call,
    CodeStep,
    CodeStepKind,
    Colour,
    Condition,
    ReportingCode,
    Review,
    SafetyPlan,
    Weighing,
)
from fktui.words.analysis import safety, scores, worries

DAY = date(2026, 5, 11)
BEFORE, AFTER = date(2026, 5, 10), date(2026, 5, 12)
NAMES = {"p-1": "Mila", "p-2": "Jaylen", "g-1": "Sleep"}


@pytest.mark.parametrize(
    ("worry", "said"),
    [
        (Worry(id="w-1", what="x"), "not said whether fact or opinion, no source"),
        (Worry(id="w-1", what="x", nature=Nature.FACT, source="school"), "fact, source: school"),
        (Worry(id="w-1", what="x", nature=Nature.OPINION, by=("p-1",)), "opinion, said by Mila"),
    ],
)
def test_whose_view_a_worry_is(worry, said):
    assert worries.say_whose(worry, NAMES) == said


@pytest.mark.parametrize(
    ("worry", "said"),
    [
        (Worry(id="w-1", what="x"), "no goal yet"),
        (Worry(id="w-1", what="x", goals=("g-1",)), "goal: Sleep"),
        (Worry(id="w-1", what="x", no_goal="solved"), "no goal, because: solved"),
    ],
)
def test_what_is_done_with_a_worry(worry, said):
    assert worries.say_answer(worry, NAMES) == said


def test_who_sees_it_otherwise_and_nothing_when_nobody_does():
    assert worries.say_contested(Worry(id="w-1", what="x"), NAMES) == ""
    seen = Worry(id="w-1", what="x", contested_by=("p-2",), contested="no")
    assert worries.say_contested(seen, NAMES) == "seen otherwise by Jaylen: no"


@pytest.mark.parametrize(
    ("figures", "said"), [((), "–"), ((2,), "2"), ((2, 2), "2"), ((3, 1), "1–3")]
)
def test_a_domain_on_which_people_differ_has_both_figures(figures, said):
    scores = tuple(
        DomainScore(
            id=f"r-{place}", domain=LifeDomain.CHILD, on=DAY, severity=figure, by=(f"p-{place}",)
        )
        for place, figure in enumerate(figures)
    )
    course: DomainCourse = domain_courses(Analysis(domains=scores), DAY)[0]
    assert worries.say_standing(course) == said


def test_every_colour_has_its_word_and_a_mark_of_its_own():
    said = [safety.say_colour(colour) for colour in Colour]
    assert said == ["+ green", "! orange", "!! red"]
    assert len({one.split()[0] for one in said}) == len(Colour)


@pytest.mark.parametrize(
    ("met_on", "met"), [(None, False), (BEFORE, True), (DAY, True), (AFTER, False)]
)
def test_a_condition_is_met_from_its_day_on(met_on, met):
    one = Condition(id="v-1", what="no shouting", set_by="GI", until=AFTER, met_on=met_on)
    assert safety.is_met(one, DAY) is met
    assert ("not met yet" in safety.say_condition(one, NAMES, DAY)) is not met
    assert ("to be met by 12 May 2026" in safety.say_condition(one, NAMES, DAY)) is not met


@pytest.mark.parametrize(
    ("planned", "said"), [(AFTER, "next: "), (DAY, "next: "), (BEFORE, "was to be held on ")]
)
def test_a_review_is_ahead_until_its_day(planned, said):
    plan = SafetyPlan(id="v-1", made_on=BEFORE, reviews=(Review(id="v-2", planned_on=planned),))
    assert safety.say_next_review(plan, DAY).startswith(said)


def test_an_ended_plan_has_no_next_review():
    review = Review(id="v-2", planned_on=AFTER)
    plan = SafetyPlan(id="v-1", made_on=BEFORE, reviews=(review,), ended_on=DAY, ended_by=("p-1",))
    assert safety.say_next_review(plan, DAY) == ""
    assert safety.say_ended(plan, NAMES) == "ended on 11 May 2026 by Mila"


def test_who_calls_whom_how_and_when():
    call = Call(id="v-1", who=("p-1",), calls="p-2", when="at night", reach="06 1")
    assert safety.say_call(call, NAMES) == "Mila → Jaylen (at night; 06 1)"


@pytest.mark.parametrize(
    ("agrees", "said"), [(True, "Mila agrees"), (False, "Mila does not agree")]
)
def test_who_agrees(agrees, said):
    one = Assent(id="a-1", to="plan", by="p-1", on=DAY, agrees=agrees, because="why")
    assert safety.say_assent(one, NAMES).startswith(said)
    assert safety.say_assent(one, NAMES).endswith(": why")


def test_a_path_says_its_next_step_and_that_unsafety_is_always_reported():
    step = CodeStep(
        id="v-2", step=CodeStepKind.SIGNALS, on=DAY, text="x", weighing=Weighing(unsafe=True)
    )
    path = ReportingCode(id="v-1", opened_on=DAY, steps=(step,))
    told = list(safety.say_stand(path))
    assert told[0].startswith("Unsafety was weighed")
    assert told[1] == "next: 2 consultation"
    assert safety.say_weighed(Weighing(unsafe=False, accepted=True))[0].endswith(": no")


def test_a_measurement_by_an_unknown_instrument_is_called_as_it_is_written():
    one = Measurement(id="r-1", instrument="old", on=DAY, scores={"total": 8.5})
    assert scores.say_scores(one, {}) == "total 8.5"
    assert scores.say_instrument("old", {}) == "old"
