"""Where in the files a field of a record stands: for everything that is said with a line."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fktui.model.issue import Place
from fktui.store.yaml import front_matter
from fktui.store.yaml.nodes import Mapping as Fields
from fktui.store.yaml.nodes import Node, Scalar, Sequence
from fktui.store.yaml.problem import YamlError
from fktui.store.yaml.read import decode, read


class Wanted(NamedTuple):
    """A field of a record in a file; no record for the head of the file itself."""

    file: str
    record: str | None = None
    field: str | None = None


def place_of(files: Mapping[str, bytes], wanted: Wanted) -> Place:
    """The line of the field, else of the record; of the last one where an id stands twice."""
    where = Place(wanted.file, field=wanted.field)
    if wanted.file not in files:
        return where
    try:
        root = _root(wanted.file, files[wanted.file])
    except YamlError:
        return where
    holders = [root] if wanted.record is None else list(_records(root, wanted.record))
    if not holders:
        return where
    holder = holders[-1] if wanted.field == "id" else holders[0]
    node = holder.get(wanted.field or "id") or holder
    key = next((k for k, value in holder.pairs if value is node), None)
    return Place(wanted.file, (key or holder).line, (key or holder).column, wanted.field)


def _root(file: str, data: bytes) -> Fields:
    text = decode(data)
    return front_matter.split(text).read() if file.endswith(".md") else read(text)


def _records(node: Node, record: str) -> Iterator[Fields]:
    """Every mapping below this node with this id, in the order of the text."""
    if isinstance(node, Fields):
        given = node.get("id")
        if isinstance(given, Scalar) and given.value == record:
            yield node
        for _key, value in node.pairs:
            yield from _records(value, record)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _records(item, record)
