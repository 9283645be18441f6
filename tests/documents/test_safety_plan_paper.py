"""The safety plan on paper: the plan that runs, on one A4 with a side for the children."""

import random
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from paper import family_paper, packaged, pages

from fktui.documents.collectors.safety_plan import collect
from fktui.documents.collectors.said import Order
from fktui.documents.gaps import safety_plan_gaps
from fktui.documents.make import make, meta_for
from fktui.errors import Missing
from fktui.method.agreed import agreed_text, fingerprint
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Assent, Plan
from fktui.model.safety import (
    Call,
    Colour,
    Condition,
    Review,
    Safety,
    SafetyAgreement,
    SafetyAgreementKind,
    SafetyPlan,
    Signal,
    Version,
)
from fktui.model.trajectory import Trajectory
from fktui.settings import Device
from fktui.store.places import Places
from fktui.usecases.setup import open_desk
from fktui.words.naming import names_of

TODAY = date(2026, 5, 11)
BEFORE, AFTER = date(2026, 5, 10), date(2026, 5, 12)
BAS = Device("t-y4z4p", "00000")
NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
ANOUK = Person(id="p-00001", name="Anouk Wulp", role=Role.MOTHER, born="1985-01-01")
TIBBE = Person(id="p-00002", name="Tibbe Wulp", role=Role.CHILD, born="2018-03-01")
RIET = NetworkPerson(
    id="n-00001", name="Oma Riet", sector=Sector.FAMILY, ring=1, reach="06-000, altijd"
)
PLAN = SafetyPlan(id="v-00001", made_on=date(2026, 1, 1), wished="Rust aan de deur")
TRAP = "# Kop\n```page\n{}\n```\n<script>x</script> {{ 7*7 }} | a \x1b[31m"


def order(*plans: SafetyPlan, agreed=(), today=TODAY) -> Order:
    case = Case(
        trajectory=Trajectory(format=1, id="wilg-0k4", name="Gezin Wulp"),
        family=Family(people=(ANOUK, TIBBE)),
        network=Network(people=(RIET,)),
        plan=Plan(agreed=agreed),
        safety=Safety(plans=plans),
    )
    return Order(case=case, today=today, names=names_of(case))


def only(*args, **fields):
    [plan] = collect(order(replace(PLAN, **fields), *args)).plans
    return plan


@pytest.fixture
def wulp(demo_once):
    """The practice family with a plan in two homes."""
    desk = open_desk(Places(demo_once), BAS, NOW, random.Random(1))
    found = desk.load("duinroos-3tz").case
    return Order(case=found, today=TODAY, names=desk.names(found))


@pytest.mark.parametrize(("spoken", "child"), [("nl", "Voor Tibbe"), ("en", "For Tibbe")])
def test_of_a_practice_family_it_is_one_a4_and_a_side_for_the_child(wulp, spoken, child):
    found = collect(wulp)
    template = packaged(spoken, "safety-plan")
    paper = family_paper("safety-plan", found, spoken)
    made = make(paper, meta_for(template, found.family_name, TODAY), "pdf")
    front, back = pages(made.data)
    for said in ("Twee wissels met ruzie", "kistje met een slot", "Lot Putter", "0800 2000"):
        assert said in front
    assert child in back
    assert "Oranje: ik app Lot" in back


@pytest.mark.parametrize(
    ("fields", "runs"),
    [
        ({}, True),
        ({"made_on": TODAY}, True),
        ({"made_on": AFTER}, False),
        ({"ended_on": AFTER}, True),
        ({"ended_on": TODAY}, False),
        ({"visible_to": ("family",)}, True),
        ({"visible_to": (ANOUK.id, TIBBE.id)}, True),
        ({"visible_to": (ANOUK.id,)}, False),
        ({"visible_to": ("team",)}, False),
    ],
)
def test_only_a_plan_that_runs_and_that_everybody_may_read(fields, runs):
    asked = order(replace(PLAN, **fields))
    if runs:
        assert len(collect(asked).plans) == 1
        return
    with pytest.raises(Missing) as caught:
        collect(asked)
    assert (caught.value.code, caught.value.facts) == ("paper-no-safety-plan", {"case": "wilg-0k4"})


def test_a_plan_that_is_for_some_is_counted():
    hidden = replace(PLAN, id="v-00002", visible_to=(ANOUK.id,), reason="geheim")
    found = collect(order(PLAN, hidden))
    assert (len(found.plans), found.hidden) == (1, 1)
    assert "geheim" not in family_paper("safety-plan", found, "nl")


def test_agreements_are_by_situation_and_what_is_done_at_once_comes_first():
    given = [
        ("v-00011", "koken", "avond", SafetyAgreementKind.STRUCTURAL, None),
        ("v-00012", "bellen", "ruzie", SafetyAgreementKind.STRUCTURAL, TODAY),
        ("v-00013", "lezen", "avond", SafetyAgreementKind.STRUCTURAL, None),
        ("v-00014", "weggaan", "ruzie", SafetyAgreementKind.IMMEDIATE, None),
        ("v-00015", "voorbij", "ruzie", SafetyAgreementKind.IMMEDIATE, BEFORE),
    ]
    agreements = tuple(
        SafetyAgreement(
            id=one, what=what, situation=place, kind=kind, until=until, guarded_by=(RIET.id,)
        )
        for one, what, place, kind, until in given
    )
    plan = only(agreements=agreements)
    assert [one.text for one in plan.agreements] == ["weggaan", "koken", "lezen", "bellen"]
    assert {one.guarded_by for one in plan.agreements} == {"Oma Riet"}


def test_signals_calls_conditions_and_reviews():
    plan = only(
        versions=(Version(number=1, on=BEFORE), Version(number=2, on=TODAY)),
        signals=(Signal(id="v-00021", colour=Colour.RED, text="schreeuwen", about=(ANOUK.id,)),),
        calls=(
            Call(id="v-00022", who=(TIBBE.id,), calls=RIET.id, when="'s nachts"),
            Call(id="v-00023", calls=ANOUK.id, reach="app"),
        ),
        conditions=(
            Condition(id="v-00024", what="niet schreeuwen", set_by="GI"),
            Condition(id="v-00025", what="bellen", set_by="GI", met_on=BEFORE),
        ),
        reviews=(
            Review(id="v-00027", planned_on=BEFORE, held_on=BEFORE),
            Review(id="v-00028", planned_on=AFTER),
        ),
    )
    assert (plan.version, plan.dated) == (2, TODAY)
    assert [(one.colour.value, one.who) for one in plan.signs] == [("red", "Anouk")]
    assert [(one.who, one.whom, one.reach) for one in plan.calls] == [
        ("Tibbe", "Oma Riet", "06-000, altijd"),
        ("whoever sees it", "Anouk Wulp", "app"),
    ]
    assert [(one.text, one.met_on) for one in plan.conditions] == [
        ("niet schreeuwen", None),
        ("bellen", BEFORE),
    ]
    assert (plan.reviewed_on, plan.review_on) == (BEFORE, AFTER)
    assert plan.children == ("Tibbe",)


@pytest.mark.parametrize("until", [BEFORE, TODAY, AFTER])
def test_a_condition_whose_day_is_past_stays_on_the_paper(until):
    asked = Condition(id="v-00024", what="bezoek alleen met Riet erbij", set_by="GI", until=until)
    found = collect(order(replace(PLAN, conditions=(asked,))))
    [shown] = found.plans[0].conditions
    assert (shown.text, shown.set_by, shown.met_on) == (asked.what, "GI", None)
    assert asked.what in family_paper("safety-plan", found, "nl")


def test_who_agrees_with_the_plan_as_it_is_now():
    text = fingerprint(agreed_text(order(PLAN).case, PLAN.id))
    said = (
        Assent(id="a-00001", to=PLAN.id, by=ANOUK.id, agrees=True, on=TODAY, text=text),
        Assent(id="a-00002", to=PLAN.id, by=RIET.id, agrees=False, because="te kort", on=TODAY),
    )
    found = collect(order(PLAN, agreed=said))
    standing = [(one.name, one.stance, one.because) for one in found.plans[0].standing]
    assert standing == [
        ("Anouk", "agrees", ""),
        ("Tibbe", "not_asked", ""),
        ("Oma Riet", "disagrees", "te kort"),
    ]
    paper = family_paper("safety-plan", found, "nl")
    assert "**Eens met dit plan:** Anouk." in paper
    assert "**Niet eens:** Oma Riet (omdat: te kort)." in paper
    changed = collect(order(replace(PLAN, wished="Stilte"), agreed=said)).plans[0]
    assert ("Anouk", "to_discuss", "") in [
        (one.name, one.stance, one.because) for one in changed.standing
    ]


def test_of_an_empty_plan_everything_is_missing():
    found = collect(order(PLAN))
    assert [one.section for one in safety_plan_gaps(found, "wilg-0k4")] == [1, 2, 3, 4, 5, 6]
    assert "```open" in family_paper("safety-plan", found, "nl")


@pytest.mark.parametrize("spoken", ["nl", "en"])
def test_hostile_text_stays_text(spoken):
    hostile = replace(
        PLAN,
        wished=TRAP,
        danger_statement=TRAP,
        children_text=TRAP,
        signals=(Signal(id="v-00021", colour=Colour.RED, text=TRAP),),
        agreements=(SafetyAgreement(id="v-00022", what=TRAP, situation=TRAP),),
        conditions=(Condition(id="v-00023", what=TRAP, set_by=TRAP),),
        calls=(Call(id="v-00024", calls=RIET.id, when=TRAP, reach=TRAP),),
    )
    found = collect(order(hostile))
    paper = family_paper("safety-plan", found, spoken)
    template = packaged(spoken, "safety-plan")
    html = make(paper, meta_for(template, found.family_name, TODAY), "html").data
    assert b"<script>" not in html
    assert b"49" not in html
    assert b"\x1b" not in html
