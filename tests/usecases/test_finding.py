"""From what a coach types to what is meant; never a guess."""

import pytest

from fktui.errors import Ambiguous, NotFound
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_case, find_colleague, find_people, find_record
from fktui.usecases.plan.goals import add_goal
from fktui.usecases.records import add_record


@pytest.fixture
def case(desk: Desk, koolmees: str):
    for name, role in (("Mila Koolmees", "child"), ("Milan Koolmees", "child")):
        add_record(desk, koolmees, "person", {"name": name, "role": role})
    facts = {"sector": "family", "ring": 1}
    for name in ("Oma Hermine", "Glenn"):
        add_record(desk, koolmees, "network", facts | {"name": name}, **facts)
    return add_goal(desk, koolmees, {"title": "Elke dag naar school"}).loaded.case


def test_a_family_is_found_by_id_prefix_and_name(desk: Desk, koolmees: str) -> None:
    other = new_case(desk, NewCase(name="Familie Ömer-Wulp")).case.id
    for given in (koolmees, koolmees[:-1], "koolmees", "KOOLM", "gezin koolmees", "Gezin"):
        assert find_case(desk, given) == koolmees
    for given in ("ömer-wulp", "Familie", " familie ömer-wulp "):
        assert find_case(desk, given) == other


def test_a_name_of_two_families_is_not_guessed(desk: Desk, koolmees: str) -> None:
    other = new_case(desk, NewCase(name="Familie Koolmees")).case.id
    with pytest.raises(Ambiguous) as caught:
        find_case(desk, "koolmees")
    assert sorted(caught.value.facts["candidates"].split(", ")) == [
        "Familie Koolmees",
        "Gezin Koolmees",
    ]
    assert find_case(desk, "familie koolmees") == other


@pytest.mark.parametrize("given", ["wulp", "", " ", "..", "../team", "/etc", "ijsvogel-k4f", "*"])
def test_a_family_that_is_not_there_is_not_found(desk: Desk, koolmees: str, given: str) -> None:
    with pytest.raises(NotFound) as caught:
        find_case(desk, given)
    assert caught.value.facts["given"] == given


def test_the_whole_name_goes_before_the_start_of_another(case) -> None:
    mila, milan = (person.id for person in case.family.people)
    assert find_people(case, ["Mila Koolmees", "milan", mila]) == (mila, milan, mila)
    with pytest.raises(Ambiguous) as caught:
        find_people(case, ["mil"])
    assert caught.value.facts["candidates"] == "Mila Koolmees, Milan Koolmees"
    assert case.family.people[0].id != find_people(case, ["milan"])[0]


def test_a_name_that_begins_so_goes_before_one_that_only_holds_it(
    desk: Desk, koolmees: str, case
) -> None:
    facts = {"sector": "neighbourhood", "ring": 2}
    saved = add_record(desk, koolmees, "network", facts | {"name": "Kerkgroep van Milan"}, **facts)
    case, milan, group = saved.loaded.case, case.family.people[1].id, saved.act.record
    assert find_people(case, ["milan", "Kerkgroep", "van milan"]) == (milan, group, group)
    with pytest.raises(Ambiguous) as caught:
        find_people(case, ["mil"])
    assert caught.value.facts["candidates"] == "Mila Koolmees, Milan Koolmees"


def test_people_are_of_the_family_the_network_and_the_team(desk: Desk, case) -> None:
    hermine, glenn = (person.id for person in case.network.people)
    assert find_people(case, ["hermine", "Glenn"]) == (hermine, glenn)
    with pytest.raises(NotFound):
        find_people(case, ["yara"])
    assert find_people(case, ["yara"], desk.colleagues) == (desk.colleague,)
    assert find_colleague(desk, "Meerkoet") == desk.colleague
    with pytest.raises(NotFound):
        find_colleague(desk, "Mila")


def test_a_record_is_found_by_a_word_of_its_title_or_the_start_of_its_id(case) -> None:
    goal = case.plan.goals[0].id
    for given in ("school", "elke dag", goal, goal[:5], goal[2:5], goal.upper()):
        assert find_record(case, given, "goal").record.id == goal
    with pytest.raises(NotFound) as caught:
        find_record(case, "school", "step")
    assert caught.value.facts["kind"] == "step"


def test_a_record_of_any_kind_is_found_too(case) -> None:
    assert find_record(case, "Glenn").kind.name == "network"
    with pytest.raises(NotFound) as caught:
        find_record(case, "nobody")
    assert caught.value.facts["kind"] == "record"


def test_who_is_on_the_map_as_well_is_found_once(desk: Desk, koolmees: str, case) -> None:
    mila = case.family.people[0]
    facts = {"sector": "family", "ring": 1}
    saved = add_record(
        desk, koolmees, "network", {"name": mila.name, "person": mila.id} | facts, **facts
    )
    on_the_map = saved.act.record
    assert find_people(saved.loaded.case, ["mila koolmees", on_the_map]) == (mila.id, on_the_map)
