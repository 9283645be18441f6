"""The network as data for other programs: a table for a spreadsheet, a graph for GraphML.

Names of columns and codes are the same in every language.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from xml.sax.saxutils import quoteattr

from fktui.method.around.network import on_the_map
from fktui.model.case import Case
from fktui.model.family import is_there
from fktui.model.network import Energy, NetworkPerson, Tie
from fktui.model.text import visible
from fktui.pictures.svg_parts import text_of

Facts = Mapping[str, str | int | None]

HEADER = (
    *("id", "name", "kind", "sector", "ring", "jim_of", "since", "supports"),
    *("tie", "with", "with_name", "quality", "energy", "ring_for_member"),
)
"""The columns: who it is, and then one tie; `with` is empty for the family as a whole."""

_NODES = {
    **dict.fromkeys(("role", "name", "kind", "sector", "jim_of", "since", "supports"), "string"),
    "ring": "int",
}
_EDGES = {"quality": "string", "energy": "string", "ring_for_member": "int"}
_FAMILY = "family"
"""The node of the family as a whole."""


def table_of(case: Case, on: date) -> Iterator[tuple[str | int | None, ...]]:
    """A row for each tie on a day; for somebody without one a row as well."""
    names = {person.id: person.name for person in case.family.people}
    for one in on_the_map(case, on):
        who = tuple(_who(one).values())
        ties = [tie for tie in case.network.ties if tie.network == one.id]
        for tie in ties:
            whose = tie.person or ""
            yield (one.id, *who, tie.id, whose, names.get(whose, ""), *_what(tie).values())
        if not ties:
            yield (one.id, *who, *[None] * (len(HEADER) - 1 - len(who)))


def graphml_of(case: Case, on: date, title: str) -> str:
    """The network on a day as GraphML: members and people as nodes, ties as edges."""
    people = on_the_map(case, on)
    members = [person for person in case.family.people if is_there(person, on)]
    nodes: dict[str, Facts] = {_FAMILY: {"role": _FAMILY, "name": case.trajectory.name}}
    nodes |= {one.id: {"role": "member", "name": one.name} for one in members}
    nodes |= {one.id: {"role": "network", **_who(one)} for one in people}
    ties = [tie for tie in case.network.ties if {tie.network, tie.person or _FAMILY} <= {*nodes}]
    keys = [("node", name, kind) for name, kind in _NODES.items()]
    keys += [("edge", name, kind) for name, kind in _EDGES.items()]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        f"<desc>{text_of(title)}</desc>",
        *(
            f'<key id="{where}.{name}" for="{where}" attr.name="{name}" attr.type="{kind}"/>'
            for where, name, kind in keys
        ),
        '<graph id="network" edgedefault="undirected">',
        *(_part("node", {"id": who}, facts) for who, facts in nodes.items()),
        *(_part("edge", _ends(tie), _what(tie)) for tie in ties),
        "</graph>",
        "</graphml>",
    ]
    return "\n".join(lines) + "\n"


def _who(one: NetworkPerson) -> Facts:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "sector": one.sector.value,
        "ring": one.ring,
        "jim_of": " ".join(one.jim_of),
        "since": one.since.isoformat() if one.since else None,
        "supports": " ".join(kind.value for kind in one.supports),
    }


def _what(tie: Tie) -> Facts:
    energy = None if tie.energy is Energy.NONE else tie.energy.value
    return {"quality": tie.quality.value, "energy": energy, "ring_for_member": tie.ring}


def _ends(tie: Tie) -> dict[str, str]:
    return {"id": tie.id, "source": tie.person or _FAMILY, "target": tie.network}


def _part(kind: str, named: Mapping[str, str], facts: Facts) -> str:
    """A node or an edge, with what is known of it."""
    said = " ".join(f"{name}={quoteattr(visible(value))}" for name, value in named.items())
    data = "".join(
        f'<data key="{kind}.{name}">{text_of(str(value))}</data>'
        for name, value in facts.items()
        if value not in {None, ""}
    )
    return f"<{kind} {said}>{data}</{kind}>"
