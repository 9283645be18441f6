"""The network as data: valid, whole, and without what a copy leaves out."""

from datetime import date
from xml.etree import ElementTree as ET

from fktui.model.case import Case
from fktui.model.family import Family, Person, Role
from fktui.model.network import Energy, Network, NetworkPerson, Quality, Sector, Tie
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.pictures.copies import of_home, with_initials, without_energy
from fktui.pictures.network_tables import HEADER, graphml_of, table_of

TODAY = date(2026, 11, 21)
ML = "{http://graphml.graphdrawing.org/xmlns}"
ODD = '<b>"Ria" & co</b>\x1b[31m'


def around(who, name, **fields):
    return NetworkPerson(**{"id": who, "name": name, "sector": Sector.FAMILY, "ring": 1, **fields})


CASE = Case(
    trajectory=Trajectory(format=FORMAT, id="ijsvogel-k4f", name="Gezin Ijsvogel"),
    family=Family(people=(Person(id="p-1", name="Mila", role=Role.CHILD),)),
    network=Network(
        people=(
            around("n-1", ODD, jim_of=("p-1",), households=("h-1",)),
            around("n-2", "Bo", ring=3, since=date(2026, 1, 2), households=("h-2",)),
            around("n-3", "Weg", until=date(2026, 1, 2)),
            around("n-4", "Dex"),
        ),
        ties=(
            Tie(id="y-1", network="n-1", person="p-1", quality=Quality.STRONG, ring=2),
            Tie(id="y-2", network="n-1", energy=Energy.TAKES),
            Tie(id="y-3", network="n-3"),
            Tie(id="y-4", network="n-2", person="p-gone"),
        ),
    ),
)


def rows(case):
    return [dict(zip(HEADER, row, strict=True)) for row in table_of(case, TODAY)]


def test_a_row_for_each_tie_and_for_who_has_none():
    found = rows(CASE)
    assert [(row["id"], row["tie"]) for row in found] == [
        ("n-1", "y-1"),
        ("n-1", "y-2"),
        ("n-2", "y-4"),
        ("n-4", None),
    ]
    assert found[0] == {
        "id": "n-1",
        "name": ODD,
        "kind": "person",
        "sector": "family",
        "ring": 1,
        "jim_of": "p-1",
        "since": None,
        "supports": "",
        "tie": "y-1",
        "with": "p-1",
        "with_name": "Mila",
        "quality": "strong",
        "energy": None,
        "ring_for_member": 2,
    }
    assert (found[1]["with"], found[1]["energy"]) == ("", "takes")


def graph(case):
    text = graphml_of(case, TODAY, "A & B")
    return text, ET.fromstring(text)  # noqa: S314 - our own text


def test_a_node_for_everybody_and_an_edge_for_each_tie_with_both_ends():
    text, root = graph(CASE)
    nodes = {one.get("id") for one in root.iter(f"{ML}node")}
    edges = [(one.get("source"), one.get("target")) for one in root.iter(f"{ML}edge")]
    assert nodes == {"family", "p-1", "n-1", "n-2", "n-4"}
    assert edges == [("p-1", "n-1"), ("family", "n-1")]
    assert root.find(f"{ML}desc").text == "A & B"
    assert "\x1b" not in text
    keys = {one.get("id") for one in root.iter(f"{ML}key")}
    assert {one.get("key") for one in root.iter(f"{ML}data")} <= keys


def test_facts_of_nodes_and_edges():
    _text, root = graph(CASE)
    node = next(one for one in root.iter(f"{ML}node") if one.get("id") == "n-1")
    facts = {one.get("key"): one.text for one in node}
    assert facts["node.jim_of"] == "p-1"
    assert facts["node.ring"] == "1"
    assert facts["node.kind"] == "person"
    assert '<b>"Ria" & co</b>' in facts["node.name"]
    edges = [{one.get("key"): one.text for one in edge} for edge in root.iter(f"{ML}edge")]
    assert edges[0] == {"edge.quality": "strong", "edge.ring_for_member": "2"}
    assert edges[1] == {"edge.quality": "ordinary", "edge.energy": "takes"}


def test_copies_have_no_names_no_energy_and_one_home():
    bare = without_energy(with_initials(CASE))
    text = graphml_of(bare, TODAY, "") + str(rows(bare))
    assert [word for word in ("Mila", "Ria", "Ijsvogel", "takes") if word in text] == []
    assert {row["id"] for row in rows(of_home(CASE, "h-2"))} == {"n-2", "n-4"}
