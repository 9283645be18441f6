"""The network map in sentences, as it is read aloud."""

from datetime import date

from fktui.model.case import Case
from fktui.model.network import Energy, Network, NetworkPerson, Quality, Sector, Tie
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.words.people.map_words import map_in_words, say_count

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
