"""What is on the kitchen table: what every one of those who sit there may read."""

from datetime import date

import pytest
from families import DAUGHTER, FAMILY, FATHER, MOTHER, SON, TODAY, example_case
from msgspec.structs import replace

from fktui.method.rights.together import for_those
from fktui.model.case import Case, find, records
from fktui.model.family import Household
from fktui.model.intake import Indication, IndicationKind, Intake
from fktui.model.journal import Contact, Statement
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Agreement, AgreementKind, Goal, Plan, Score, Step
from fktui.model.safety import ReportingCode, Safety

HOME_1, HOME_2 = "h-00001", "h-00002"
HOMES = {MOTHER: (HOME_1,), FATHER: (HOME_2,), SON: (HOME_1, HOME_2), DAUGHTER: (HOME_1,)}
EVERYBODY = (MOTHER, FATHER, SON, DAUGHTER)
COACH = "t-c0ach"


def case(**parts) -> Case:
    people = tuple(replace(one, households=HOMES[one.id]) for one in FAMILY.people)
    households = (
        Household(id=HOME_1, name="Mother's", address="Hidden Lane 1", secret_address=True),
        Household(id=HOME_2, name="Father's", address="Open Street 2"),
    )
    family = replace(FAMILY, people=people, households=households)
    return Case(trajectory=example_case().trajectory, family=family, **parts)


def stays(one: Case, record: str, *people: str) -> bool:
    return find(for_those(one, people, TODAY)[0], record) is not None


def goal(*readers: str) -> Case:
    steps, scores = (Step(id="s-00001", what="x"),), (Score(id="x-00001", on=TODAY, value=0),)
    one = Goal(id="g-00001", title="x", visible_to=readers, steps=steps, scores=scores)
    return case(plan=Plan(goals=(one,)))


@pytest.mark.parametrize(
    ("readers", "people", "there"),
    [
        ((), EVERYBODY, True),
        (("family",), EVERYBODY, True),
        (EVERYBODY, EVERYBODY, True),
        (("team",), EVERYBODY, False),
        (("team",), (MOTHER,), False),
        ((COACH,), (MOTHER,), False),
        ((MOTHER,), EVERYBODY, False),
        ((MOTHER,), (MOTHER,), True),
        ((MOTHER, SON, "team"), (SON, MOTHER), True),
        ((MOTHER, SON), (SON, MOTHER, DAUGHTER), False),
        ((), (), False),
        ((), ("n-gran0",), False),  # not of the family: only what names her
        (("n-gran0", MOTHER), ("n-gran0", MOTHER), True),
    ],
)
def test_each_of_them_must_be_allowed_to_read_it(readers, people, there):
    one = goal(*readers)
    assert [stays(one, record, *people) for record in ("g-00001", "s-00001", "x-00001")] == [
        there
    ] * 3


def test_how_much_is_left_out_is_counted():
    one = goal("team")
    assert for_those(one, EVERYBODY, TODAY)[1] >= 1
    assert for_those(goal(), EVERYBODY, TODAY)[1] == 0


def test_the_reporting_code_is_never_on_the_table():
    code = ReportingCode(id="r-00001", opened_on=TODAY, visible_to=(MOTHER,))
    assert not stays(case(safety=Safety(reporting_code=(code,))), code.id, MOTHER)


def test_what_is_of_nobody_in_particular_stays_with_the_coach():
    one = Indication(id="i-00001", kind=next(iter(IndicationKind)), applies=True)
    assert not stays(case(intake=Intake(indications=(one,))), one.id, *EVERYBODY)


@pytest.mark.parametrize(
    ("who", "people", "there"),
    [
        ((MOTHER,), EVERYBODY, False),
        ((MOTHER,), (MOTHER, SON, DAUGHTER), True),
        ((MOTHER,), (FATHER,), False),
        ((MOTHER, FATHER), EVERYBODY, True),
        ((), EVERYBODY, True),
    ],
)
def test_a_safety_agreement_of_one_home_is_not_for_who_lives_elsewhere(who, people, there):
    agreement = Agreement(id="q-00001", what="x", kind=AgreementKind.SAFETY, who=who)
    assert stays(case(plan=Plan(agreements=(agreement,))), agreement.id, *people) is there
    ordinary = replace(agreement, kind=AgreementKind.HOME)
    assert stays(case(plan=Plan(agreements=(ordinary,))), agreement.id, *people)


@pytest.mark.parametrize(
    ("homes", "people", "there"),
    [
        ((), EVERYBODY, True),
        ((HOME_1,), (MOTHER, SON), True),
        ((HOME_1,), (MOTHER, FATHER), False),
        ((HOME_1, HOME_2), EVERYBODY, True),
    ],
)
def test_who_stands_on_the_map_of_one_home_is_for_those_who_live_there(homes, people, there):
    aunt = NetworkPerson(id="n-aunt0", name="x", sector=Sector.FAMILY, ring=1, households=homes)
    assert stays(case(network=Network(people=(aunt,))), aunt.id, *people) is there


def test_a_statement_goes_with_the_entry_that_it_stands_beside():
    contact = Contact(id="c-00001", on=TODAY, visible_to=(MOTHER,))
    said = Statement(id="d-00001", on=TODAY, by=MOTHER, entry=contact.id)
    one = case(contacts=(contact,), statements=(said,))
    assert stays(one, said.id, MOTHER)
    assert not stays(one, said.id, MOTHER, DAUGHTER)


@pytest.mark.parametrize(
    ("people", "address"), [((MOTHER, SON), "Hidden Lane 1"), (EVERYBODY, None), ((FATHER,), None)]
)
def test_a_secret_address_is_for_those_who_live_there(people, address):
    kept, _left_out = for_those(case(), people, TODAY)
    first, second = kept.family.households
    assert (first.address, second.address) == (address, "Open Street 2")


def test_a_family_without_anything_kept_apart_loses_nothing():
    one = goal()
    kept, left_out = for_those(one, EVERYBODY, date(2026, 5, 11))
    assert left_out == 0
    assert list(records(kept)) != []
    assert kept.plan == one.plan
