"""What papers have in common: names by id."""

from datetime import date

import pytest

from fktui.documents.collectors.said import Named, Order, family_name, first_name, left_out
from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Agreement, AgreementKind, Plan
from fktui.model.trajectory import Trajectory

ANOUK = Person(id="p-00001", name="Anouk Wulp", role=Role.MOTHER)
BLANK = Person(id="p-00002", name=" ", role=Role.CHILD)
RIET = NetworkPerson(id="n-00001", name="Oma Riet", sector=Sector.FAMILY, ring=1, reach="app")
NAMES = {"p-00001": "Anouk Wulp", "p-00002": " ", "n-00001": "Oma Riet"}


def case(name="Gezin Wulp", **parts) -> Case:
    return Case(trajectory=Trajectory(format=1, id="wilg-0k4", name=name), **parts)


WULP = case(family=Family(people=(ANOUK, BLANK)), network=Network(people=(RIET,)))
NAMED = Named(Order(case=WULP, today=date(2026, 5, 11), names=NAMES))


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ((), ""),
        (("p-00001", "n-00001", "p-00001"), "Anouk, Oma Riet"),
        (("p-00002",), " "),
        (("p-zzzzz",), "p-zzzzz"),
        (("referrer",), "the referrer"),
    ],
)
def test_members_by_their_first_name_and_others_in_full(ids, said):
    assert NAMED.first(ids) == said


def test_how_to_reach_who_is_on_the_map():
    assert [NAMED.reach(one) for one in ("n-00001", "p-00001", "-")] == ["app", "", ""]


@pytest.mark.parametrize(
    ("name", "said"), [("Anouk de Wulp", "Anouk"), ("Anouk", "Anouk"), (" ", " "), ("", "")]
)
def test_the_first_word_of_a_name(name, said):
    assert first_name(name) == said


@pytest.mark.parametrize(("name", "said"), [("Gezin Wulp", "Wulp"), ("Gezin", "Gezin")])
def test_the_word_family_is_left_to_the_template(name, said):
    assert family_name(case(name)) == said


def test_what_was_kept_back_is_counted_by_kind():
    two = tuple(
        Agreement(id=f"v-0000{n}", kind=AgreementKind.HOME, what="x", since=date(2026, 1, n))
        for n in (1, 2)
    )
    whole, kept = case(plan=Plan(agreements=two)), case(plan=Plan(agreements=two[:1]))
    assert left_out(whole, kept, {"agreement", "goal"}) == 1
    assert left_out(whole, kept, {"goal"}) == 0
