"""The network map in sentences, as it is read aloud."""

from datetime import date

from msgspec import structs

from fktui.method.around.network import on_the_map
from fktui.method.around.then_and_now import then_and_now
from fktui.model.case import Case
from fktui.model.network import Energy, Network, NetworkPerson, Quality, Sector, Support, Tie
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.words.people.around import say_supports
from fktui.words.people.map_words import map_in_words, say_count, say_then_and_now

TODAY = date(2026, 11, 21)
SECTORS = {Sector.FAMILY: "relatives", Sector.PROFESSIONALS: "helpers"}


def case(*people, ties=()):
    head = Trajectory(format=FORMAT, id="koolmees-7k3", name="Gezin Koolmees")
    return Case(trajectory=head, network=Network(people=people, ties=ties))


def somebody(number, name, ring, sector=Sector.FAMILY, **more):
    return NetworkPerson(id=f"n-0000{number}", name=name, ring=ring, sector=sector, **more)


def test_from_close_to_far_with_the_ties_in_words():
    ria = somebody(1, "Oma Ria", 2, jim_of=("p-00001",))
    desk = somebody(2, "Wijkteam", 2, Sector.PROFESSIONALS)
    gone = somebody(3, "Cindy", 1, until=date(2026, 11, 1))
    near = somebody(4, "Glenn", 1)
    tie = Tie(id="y-00001", network="n-00001", quality=Quality.STRONG, energy=Energy.GIVES)
    whole = case(ria, desk, gone, near, ties=(tie,))
    assert list(map_in_words(whole, TODAY, SECTORS)) == [
        "1 close",
        "  relatives: Glenn – no tie noted",
        "2 familiar",
        "  relatives: ★ Oma Ria – family: strong, gives energy",
        "  helpers: Wijkteam – no tie noted",
    ]
    assert say_count(whole, TODAY) == "3 people: 2 own, 1 professional"


def test_nobody_yet():
    assert list(map_in_words(case(), TODAY, SECTORS)) == []
    assert say_count(case(), TODAY) == "0 people"


def test_then_and_now_says_who_came_left_moved_and_what_changed_between_them():
    ria, glenn = somebody(1, "Oma Ria", 2), somebody(2, "Glenn", 1)
    desk, cindy = somebody(3, "Wijkteam", 2, Sector.PROFESSIONALS), somebody(4, "Cindy", 3)
    weak = Tie(id="y-00001", network="n-00001", person="p-00001", quality=Quality.WEAK)
    new = Tie(id="y-00002", network="n-00003")
    before = case(ria, glenn, desk, cindy, ties=(weak,))
    after = case(
        structs.replace(ria, ring=1),
        structs.replace(glenn, ring=3),
        structs.replace(desk, sector=Sector.FAMILY),
        structs.replace(cindy, until=date(2026, 11, 1), until_reason="verhuisd"),
        somebody(5, "Bo", 2),
        ties=(structs.replace(weak, quality=Quality.STRONG, energy=Energy.GIVES), new),
    )
    found = then_and_now(before, on_the_map(before, TODAY), after, on_the_map(after, TODAY))
    people = {one.id: one for one in after.network.people}
    assert list(say_then_and_now(found, people, {"p-00001": "Mila"}, SECTORS)) == [
        "+ Bo (relatives, 2 familiar) came on the map.",
        "- Cindy (relatives, 3 at a distance) left the map: verhuisd.",
        "▲ Oma Ria stands closer: 2 familiar → 1 close.",
        "▼ Glenn stands further away: 1 close → 3 at a distance.",
        "→ Wijkteam: helpers → relatives.",
        "· Oma Ria and Mila: · weak → ■+ strong.",
        "· Wijkteam and family: no tie noted → □ ordinary.",
    ]


def test_the_same_map_has_no_difference():
    whole = case(somebody(1, "Oma Ria", 2))
    here = on_the_map(whole, TODAY)
    assert list(say_then_and_now(then_and_now(whole, here, whole, here), {}, {}, SECTORS)) == []


def test_kinds_of_support_are_said_where_they_were_noted():
    plain = NetworkPerson(id="n-00001", name="A", sector=Sector.FRIENDS, ring=1)
    assert say_supports(plain) == ""
    both = structs.replace(plain, supports=(Support.PRACTICAL, Support.COMPANY))
    assert say_supports(both) == "gives practical support, company"
