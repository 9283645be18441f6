"""The family and its people, in a real store: what the files hold, and what the history says."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.family import AuthoritySource, RelationKind, Role
from fktui.usecases.people import family
from fktui.usecases.people.network import add_member


def people(desk, case):
    return {person.name: person for person in desk.load(case).case.family.people}


def households(desk, case):
    return {one.name: one for one in desk.load(case).case.family.households}


def subjects(desk, case):
    return [story.subject for story in desk.store.stories(case)]


def add(desk, case, name, role=Role.CHILD, **fields):
    return family.add_person(desk, case, {"name": name, "role": role, **fields}).act.record


@pytest.fixture
def two(desk, koolmees):
    """The ids of a mother and her daughter."""
    return add(desk, koolmees, "Sherida", Role.MOTHER), add(desk, koolmees, "Mila")


def test_person_stands_in_the_file_and_in_the_history_without_a_name(desk, koolmees):
    record = add(desk, koolmees, "Sherida Koolmees", Role.MOTHER, born="1987-04-09")
    assert people(desk, koolmees)["Sherida Koolmees"].born == "1987-04-09"
    newest = desk.store.stories(koolmees)[0]
    assert (newest.action, newest.record) == ("person.add", record)
    assert newest.subject == f"Person {record} added"
    text = (desk.store.places.case(koolmees) / "family.yaml").read_text("utf-8")
    assert "name: Sherida Koolmees" in text


def test_new_household_is_made_in_the_same_commit(desk, koolmees):
    before = len(desk.store.stories(koolmees))
    record = add(desk, koolmees, "Jaylen", households=("Bij moeder",))
    home = households(desk, koolmees)["Bij moeder"]
    assert people(desk, koolmees)["Jaylen"].households == (home.id,)
    assert len(desk.store.stories(koolmees)) == before + 1
    assert subjects(desk, koolmees)[0] == f"Person {record} added, in new household {home.id}"


def test_household_that_is_there_is_used_by_the_beginning_of_its_name(desk, koolmees):
    add(desk, koolmees, "Jaylen", households=("Bij moeder",))
    add(desk, koolmees, "Mila", households=("bij m", "Bij vader", "Bij vader"))
    homes = households(desk, koolmees)
    assert list(homes) == ["Bij moeder", "Bij vader"]
    wanted = (homes["Bij moeder"].id, homes["Bij vader"].id)
    assert people(desk, koolmees)["Mila"].households == wanted


def test_id_of_no_household_makes_none(desk, koolmees):
    with pytest.raises(NotFound):
        add(desk, koolmees, "Mila", households=("h-00000",))
    assert households(desk, koolmees) == {}


@pytest.mark.parametrize("fields", [{"name": " ", "role": Role.CHILD}, {"name": "Mila"}, {}])
def test_somebody_without_name_or_role_is_refused(desk, koolmees, fields):
    with pytest.raises(WrongUse) as caught:
        family.add_person(desk, koolmees, fields)
    assert caught.value.code == "field-empty"
    assert people(desk, koolmees) == {}


def test_edit_takes_names_and_keeps_the_rest(desk, koolmees):
    record = add(desk, koolmees, "Mila", born="2014")
    family.edit_person(
        desk, koolmees, "mil", {"born": "2014-06-02", "households": ("Bij moeder",)}, "Nagevraagd"
    )
    mila = people(desk, koolmees)["Mila"]
    assert (mila.id, mila.born, mila.role) == (record, "2014-06-02", Role.CHILD)
    assert mila.households == (households(desk, koolmees)["Bij moeder"].id,)
    newest = desk.store.stories(koolmees)[0]
    assert (newest.action, newest.reason.strip()) == ("person.edit", "Nagevraagd")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"born": "2014"}, "nothing-changed"),
        ({"name": ""}, "field-empty"),
        ({"born": "long ago"}, "wrong-value"),
        ({"since": date(2026, 2, 1), "until": date(2026, 1, 1)}, "ends-before-begin"),
    ],
)
def test_edit_that_does_not_fit_changes_nothing(desk, koolmees, fields, code):
    add(desk, koolmees, "Mila", born="2014")
    before = subjects(desk, koolmees)
    with pytest.raises(WrongUse) as caught:
        family.edit_person(desk, koolmees, "Mila", fields)
    assert caught.value.code == code
    assert subjects(desk, koolmees) == before


def test_unknown_and_ambiguous_people_are_refused(desk, koolmees):
    first, second = add(desk, koolmees, "Mila Een"), add(desk, koolmees, "Mila Twee")
    with pytest.raises(NotFound):
        family.end_person(desk, koolmees, "Noor", desk.today)
    with pytest.raises(Ambiguous) as caught:
        family.end_person(desk, koolmees, "Mila", desk.today)
    assert caught.value.facts["candidates"] == "Mila Een, Mila Twee"
    family.edit_person(desk, koolmees, second, {"name": "Mila Een"})
    with pytest.raises(Ambiguous) as caught:
        family.end_person(desk, koolmees, "Mila", desk.today)
    assert caught.value.facts["candidates"] == f"Mila Een ({first}), Mila Een ({second})"


def test_colleague_is_no_member(desk, koolmees):
    with pytest.raises(NotFound):
        family.members(desk.load(koolmees).case, ["Yara"])


def test_who_leaves_is_ended_and_not_taken_out(desk, koolmees):
    record = add(desk, koolmees, "Ruben", Role.FATHER, since=date(2026, 1, 1))
    family.end_person(desk, koolmees, "Ruben", date(2026, 11, 1), "Verhuisd")
    ruben = people(desk, koolmees)["Ruben"]
    assert (ruben.until, ruben.until_reason) == (date(2026, 11, 1), "Verhuisd")
    assert family.is_there(ruben, date(2026, 10, 31))
    assert not family.is_there(ruben, date(2026, 11, 1))
    assert subjects(desk, koolmees)[0] == f"Person {record} left the family"
    assert "Verhuisd" not in desk.store.stories(koolmees)[0].reason


@pytest.mark.parametrize(
    ("until", "code"), [(date(2026, 11, 2), "already-ended"), (None, "ends-before-begin")]
)
def test_end_that_cannot_be_is_refused(desk, koolmees, until, code):
    add(desk, koolmees, "Ruben", Role.FATHER, since=date(2026, 11, 2), until=until)
    with pytest.raises(WrongUse) as caught:
        family.end_person(desk, koolmees, "Ruben", date(2026, 11, 1))
    assert caught.value.code == code


def test_household_with_its_people(desk, koolmees, two):
    record = family.set_household(
        desk, koolmees, "Bij moeder", {"address": "Dorpsstraat 1"}, ["Sherida", "Mila"]
    ).act.record
    assert households(desk, koolmees)["Bij moeder"].address == "Dorpsstraat 1"
    assert {person.households for person in people(desk, koolmees).values()} == {(record,)}
    assert subjects(desk, koolmees)[0] == f"Household {record} added"


def test_household_again_changes_it(desk, koolmees, two):
    record = family.set_household(desk, koolmees, "Bij moeder", {}, ["Mila"]).act.record
    family.set_household(desk, koolmees, "bij moeder", {"secret_address": True}, ["Mila"])
    family.set_household(desk, koolmees, record, {}, ["Sherida"])
    assert households(desk, koolmees)["Bij moeder"].secret_address
    assert people(desk, koolmees)["Sherida"].households == (record,)
    stories = desk.store.stories(koolmees)
    assert [story.action for story in stories[:3]] == [
        "household.edit",
        "household.edit",
        "household.add",
    ]
    with pytest.raises(WrongUse) as caught:
        family.set_household(desk, koolmees, "Bij moeder", {}, ["Mila"])
    assert caught.value.code == "nothing-changed"


def test_beginning_of_a_name_is_a_household_of_its_own(desk, koolmees):
    family.set_household(desk, koolmees, "Bij vader en oma", {})
    family.set_household(desk, koolmees, "Bij vader", {})
    assert list(households(desk, koolmees)) == ["Bij vader en oma", "Bij vader"]


def test_household_needs_a_name_that_is_one(desk, koolmees):
    with pytest.raises(NotFound):
        family.set_household(desk, koolmees, "h-00000", {})
    with pytest.raises(WrongUse):
        family.set_household(desk, koolmees, "", {})
    first = family.set_household(desk, koolmees, "Bij vader", {}).act.record
    second = family.set_household(desk, koolmees, "Bij moeder", {}).act.record
    family.set_household(desk, koolmees, second, {"name": "Bij vader"})
    with pytest.raises(Ambiguous) as caught:
        family.set_household(desk, koolmees, "bij vader", {"address": "Kade 2"})
    assert caught.value.facts["candidates"] == (first, second)


def relations(desk, case):
    return [(r.person, r.kind, r.to) for r in desk.load(case).case.family.relations]


def test_couple_has_one_relation_whatever_becomes_of_it(desk, koolmees, two):
    mother, _daughter = two
    father = add(desk, koolmees, "Ruben", Role.FATHER)
    family.relate(desk, koolmees, "Sherida", RelationKind.MARRIED, "Ruben", since="2009")
    family.relate(desk, koolmees, "Ruben", RelationKind.DIVORCED, "Sherida")
    assert relations(desk, koolmees) == [(mother, RelationKind.DIVORCED, father)]
    assert desk.store.stories(koolmees)[0].action == "relation.edit"


def test_parent_and_child_have_a_direction(desk, koolmees, two):
    mother, daughter = two
    family.relate(desk, koolmees, "Sherida", RelationKind.PARENT, "Mila")
    family.relate(desk, koolmees, "Sherida", RelationKind.FOSTER_PARENT, "Mila")
    family.relate(desk, koolmees, "Sherida", RelationKind.OTHER, "Mila")
    family.relate(desk, koolmees, "Mila", RelationKind.PARENT, "Sherida")
    assert relations(desk, koolmees) == [
        (mother, RelationKind.FOSTER_PARENT, daughter),
        (mother, RelationKind.OTHER, daughter),
        (daughter, RelationKind.PARENT, mother),
    ]


def test_siblings_have_one_relation_in_either_direction(desk, koolmees, two):
    _mother, daughter = two
    son = add(desk, koolmees, "Jaylen")
    family.relate(desk, koolmees, "Mila", RelationKind.SIBLING, "Jaylen")
    family.relate(desk, koolmees, "Jaylen", RelationKind.HALF_SIBLING, "Mila")
    assert relations(desk, koolmees) == [(daughter, RelationKind.HALF_SIBLING, son)]


def test_nobody_is_related_to_themselves(desk, koolmees, two):
    for refused in (
        lambda: family.relate(desk, koolmees, "Mila", RelationKind.SIBLING, "Mila"),
        lambda: family.set_authority(desk, koolmees, "Mila", "Mila", {}),
    ):
        with pytest.raises(WrongUse) as caught:
            refused()
        assert caught.value.code == "same-person"


def test_authority_is_noted_once_and_its_check_later(desk, koolmees, two):
    mother, daughter = two
    family.set_authority(desk, koolmees, "Mila", "Sherida", {})
    checked = {"checked_on": date(2026, 11, 20), "source": AuthoritySource.REGISTER}
    family.set_authority(desk, koolmees, "Mila", "Sherida", checked)
    (authority,) = desk.load(koolmees).case.family.authority
    assert (authority.child, authority.holder) == (daughter, mother)
    assert (authority.checked_on, authority.source) == tuple(checked.values())
    actions = [story.action for story in desk.store.stories(koolmees)[:2]]
    assert actions == ["authority.edit", "authority.add"]


def test_authority_that_ended_can_begin_again(desk, koolmees, two):
    span = {"since": date(2024, 1, 1), "until": date(2025, 1, 1)}
    family.set_authority(desk, koolmees, "Mila", "Sherida", span)
    family.set_authority(desk, koolmees, "Mila", "Sherida", {"since": date(2026, 1, 1)})
    assert len(desk.load(koolmees).case.family.authority) == 2
    backwards = {"since": date(2027, 1, 1), "until": date(2026, 2, 1)}
    for wrong in ({"until": date(2020, 1, 1)}, backwards):
        with pytest.raises(WrongUse) as caught:
            family.set_authority(desk, koolmees, "Mila", "Sherida", wrong)
        assert caught.value.code == "ends-before-begin"


def test_agency_around_the_family_can_have_authority(desk, koolmees, two):
    agency = add_member(
        desk,
        koolmees,
        {"name": "GI De Brug", "sector": "professionals", "ring": 3, "kind": "organisation"},
    ).act.record
    family.set_authority(desk, koolmees, "Mila", "GI", {"kind": "agency"})
    assert desk.load(koolmees).case.family.authority[0].holder == agency
    with pytest.raises(NotFound):
        family.set_authority(desk, koolmees, "GI", "Sherida", {})
    with pytest.raises(NotFound):
        family.set_authority(desk, koolmees, "Mila", "Yara", {})


def test_namesakes_are_seen_in_and_around_the_family(desk, koolmees):
    one = add(desk, koolmees, "Mila")
    around = add_member(desk, koolmees, {"name": "mila", "sector": "friends", "ring": 2}).act.record
    alone = add(desk, koolmees, "Noor")
    case = desk.load(koolmees).case
    assert family.namesakes(case, one) == (around,)
    assert family.namesakes(case, around) == (one,)
    assert family.namesakes(case, alone) == ()
