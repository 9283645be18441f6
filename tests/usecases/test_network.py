"""The people around the family, in a real store."""

from datetime import date

import msgspec
import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.family import Role
from fktui.model.network import Energy, NetworkKind, Quality, Sector, Willing
from fktui.usecases.people import family, network


def add(desk, case, name, sector=Sector.FAMILY, ring=1, **fields):
    values = {"name": name, "sector": sector, "ring": ring, **fields}
    return network.add_member(desk, case, values).act.record


def around(desk, case):
    return {one.name: one for one in desk.load(case).case.network.people}


def ties(desk, case):
    return desk.load(case).case.network.ties


def newest(desk, case):
    return desk.store.stories(case)[0]


@pytest.fixture
def mila(desk, koolmees):
    return family.add_person(desk, koolmees, {"name": "Mila", "role": Role.CHILD}).act.record


def test_new_on_the_map_from_today(desk, koolmees):
    record = add(desk, koolmees, "Oma Ria", offers="Kookt op zondag")
    ria = around(desk, koolmees)["Oma Ria"]
    assert (ria.id, ria.since, ria.offers) == (record, desk.today, "Kookt op zondag")
    assert newest(desk, koolmees).subject == f"Network: {record} added (relatives, ring 1)"


def test_team_has_its_own_words_for_sectors(desk, koolmees):
    desk.settings = msgspec.structs.replace(desk.settings, sectors={"family": "kin"})
    record = add(desk, koolmees, "Oma Ria")
    assert newest(desk, koolmees).subject == f"Network: {record} added (kin, ring 1)"


def test_names_of_members_and_households_become_ids(desk, koolmees, mila):
    home = family.set_household(desk, koolmees, "Bij moeder", {}, ["Mila"]).act.record
    add(desk, koolmees, "Mila", person="Mila", jim_of=("Mila", mila), households=("bij m",))
    one = around(desk, koolmees)["Mila"]
    assert (one.person, one.jim_of, one.households) == (mila, (mila,), (home,))


@pytest.mark.parametrize(
    "fields", [{"person": "Yara"}, {"jim_of": ("Yara",)}, {"households": ("Elders",)}]
)
def test_nobody_else_is_a_member(desk, koolmees, fields):
    with pytest.raises(NotFound):
        add(desk, koolmees, "Oma Ria", **fields)
    assert around(desk, koolmees) == {}


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": ""}, "field-empty"),
        ({"ring": None}, "field-empty"),
        ({"ring": 4}, "wrong-value"),
        ({"until": date(2026, 1, 1)}, "ends-before-begin"),
        ({"kind": NetworkKind.ORGANISATION, "jim_of": ("Mila",)}, "jim-is-organisation"),
    ],
)
def test_what_does_not_fit_is_refused(desk, koolmees, mila, fields, code):
    values = {"name": "Oma Ria", "sector": Sector.FAMILY, "ring": 1, **fields}
    with pytest.raises(WrongUse) as caught:
        network.add_member(desk, koolmees, values)
    assert caught.value.code == code
    assert around(desk, koolmees) == {}


def test_edit(desk, koolmees):
    record = add(desk, koolmees, "Oma Ria")
    network.edit_member(desk, koolmees, "Ria", {"willing": Willing.YES}, "Gebeld")
    assert around(desk, koolmees)["Oma Ria"].willing is Willing.YES
    assert (newest(desk, koolmees).action, newest(desk, koolmees).record) == (
        "network.edit",
        record,
    )
    for wrong, code in (
        ({"willing": Willing.YES}, "nothing-changed"),
        ({"name": " "}, "field-empty"),
    ):
        with pytest.raises(WrongUse) as caught:
            network.edit_member(desk, koolmees, "Ria", wrong)
        assert caught.value.code == code


@pytest.mark.parametrize(
    ("to", "said", "fields"),
    [
        ((2, None), "ring 1 → 2", ("ring",)),
        ((None, Sector.FRIENDS), "relatives → friends", ("sector",)),
        ((3, Sector.FRIENDS), "relatives → friends, ring 3", ("ring", "sector")),
        ((1, Sector.FRIENDS), "relatives → friends", ("sector",)),
    ],
)
def test_move(desk, koolmees, to, said, fields):
    record = add(desk, koolmees, "Oma Ria")
    saved = network.move_member(desk, koolmees, "Ria", *to)
    ria = around(desk, koolmees)["Oma Ria"]
    assert (ria.ring, ria.sector) == (to[0] or 1, to[1] or Sector.FAMILY)
    assert newest(desk, koolmees).subject == f"Network {record}: {said}"
    assert saved.act.fields == fields


def test_move_to_where_somebody_is_changes_nothing(desk, koolmees):
    add(desk, koolmees, "Oma Ria")
    for place in ((1, None), (None, Sector.FAMILY), (None, None)):
        with pytest.raises(WrongUse) as caught:
            network.move_member(desk, koolmees, "Ria", *place)
        assert caught.value.code == "nothing-changed"


def test_tie_is_made_and_then_changed(desk, koolmees, mila):
    ria = add(desk, koolmees, "Oma Ria")
    whole = network.set_tie(desk, koolmees, "Ria", None, {"quality": Quality.WEAK}).act.record
    own = network.set_tie(desk, koolmees, "Ria", "Mila", {"quality": Quality.STRONG}).act.record
    again = network.set_tie(desk, koolmees, "Ria", "Mila", {"energy": Energy.GIVES, "ring": 2})
    assert again.act.record == own
    assert [(t.id, t.network, t.person) for t in ties(desk, koolmees)] == [
        (whole, ria, None),
        (own, ria, mila),
    ]
    mine = ties(desk, koolmees)[1]
    assert (mine.quality, mine.energy, mine.ring) == (Quality.STRONG, Energy.GIVES, 2)
    assert newest(desk, koolmees).subject == f"Network {ria}: tie strong"
    assert len(desk.store.stories(koolmees)) == 6
    with pytest.raises(WrongUse) as caught:
        network.set_tie(desk, koolmees, "Ria", "Mila", {"ring": 2})
    assert caught.value.code == "nothing-changed"


def test_tie_is_with_a_member_only(desk, koolmees):
    add(desk, koolmees, "Oma Ria")
    with pytest.raises(NotFound):
        network.set_tie(desk, koolmees, "Ria", "Ria", {})
    assert ties(desk, koolmees) == ()


def test_jim_is_chosen_by_a_youth(desk, koolmees, mila):
    record = add(desk, koolmees, "Oom Glenn")
    network.choose_jim(desk, koolmees, "Glenn", "Mila")
    assert around(desk, koolmees)["Oom Glenn"].jim_of == (mila,)
    assert newest(desk, koolmees).subject == f"Network: {record} is JIM"
    with pytest.raises(WrongUse) as caught:
        network.choose_jim(desk, koolmees, "Glenn", "Mila")
    assert caught.value.code == "nothing-changed"
    add(desk, koolmees, "Buurtteam Demo", kind=NetworkKind.ORGANISATION)
    with pytest.raises(WrongUse) as caught:
        network.choose_jim(desk, koolmees, "Buurtteam", "Mila")
    assert caught.value.code == "jim-is-organisation"


def test_who_leaves_the_map_keeps_the_ties(desk, koolmees):
    record = add(desk, koolmees, "Tante Cindy", since=date(2026, 1, 1))
    network.set_tie(desk, koolmees, "Cindy", None, {"quality": Quality.BROKEN})
    network.end_member(desk, koolmees, "Cindy", date(2026, 11, 1), "Ruzie")
    cindy = around(desk, koolmees)["Tante Cindy"]
    assert (cindy.until, cindy.until_reason) == (date(2026, 11, 1), "Ruzie")
    assert len(ties(desk, koolmees)) == 1
    assert newest(desk, koolmees).subject == f"Network: {record} left the map"


def test_the_ties_of_somebody_new_are_in_the_same_act(desk, koolmees, mila):
    tied = network.Tied({"quality": Quality.STRONG, "energy": Energy.GIVES}, (mila,))
    fields = {"name": "Coach", "sector": Sector.FRIENDS, "ring": 1}
    saved = network.add_member(desk, koolmees, fields, tied)
    [tie] = saved.loaded.case.network.ties
    assert (tie.network, tie.person) == (saved.act.record, mila)
    assert (tie.quality, tie.energy) == (Quality.STRONG, Energy.GIVES)
    assert desk.store.stories(koolmees)[0].action == "network.add"


def test_a_tie_of_nobody_named_is_that_of_the_whole_family(desk, koolmees, mila):
    fields = {"name": "Coach", "sector": Sector.FRIENDS, "ring": 1}
    saved = network.add_member(desk, koolmees, fields, network.Tied({}))
    assert [(tie.person, tie.quality) for tie in saved.loaded.case.network.ties] == [
        (None, Quality.ORDINARY)
    ]
    with pytest.raises(NotFound):
        network.add_member(desk, koolmees, fields, network.Tied({}, ("Nobody",)))
    assert len(desk.load(koolmees).case.network.people) == 1
