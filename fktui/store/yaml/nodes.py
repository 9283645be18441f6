"""A read YAML text as a tree: what each value is, and where in the text it stands.

Only the tree and the questions to it. Reading a text belongs to `yaml_read`.
"""

from datetime import date
from typing import TypeAlias

import msgspec

# What `plain` gives and `dump` takes. Scalars that were read are always str or None.
Data: TypeAlias = (
    "dict[str, Data] | list[Data] | tuple[Data, ...] | str | int | float | bool | date | None"
)
Path: TypeAlias = tuple[str | int, ...]

BOM = "\ufeff"  # the byte order mark that some editors put before a text
NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(msgspec.Struct, frozen=True, gc=False):
    """A value or a key.

    Attributes:
        value: the text it stands for.
        plain: without quotes and not a block.
        line: from 1.
        column: from 1.
        start: offset in the text.
        end: offset behind it; of a block (`|`), behind the empty lines that follow.
    """

    value: str
    plain: bool
    line: int
    column: int
    start: int
    end: int


class Sequence(msgspec.Struct, frozen=True):
    """A list. `flow` is `[a, b]`; a block starts at its first dash and ends with its last item."""

    items: "tuple[Node, ...]"
    flow: bool
    line: int
    column: int
    start: int
    end: int


class Mapping(msgspec.Struct, frozen=True):
    """Keys with values. `flow` is `{a: b}`; a block starts at its first key."""

    pairs: "tuple[tuple[Scalar, Node], ...]"
    flow: bool
    line: int
    column: int
    start: int
    end: int

    def get(self, key: str) -> "Node | None":
        """The value of this key, or None."""
        return next((value for name, value in self.pairs if name.value == key), None)


Node: TypeAlias = Scalar | Mapping | Sequence


def plain(node: Node) -> Data:
    """The same as dicts, lists and strings; an unquoted empty value, `~` or `null` is None."""
    if isinstance(node, Scalar):
        return None if node.plain and node.value in NULLS else node.value
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items]


def locate(node: Node, path: Path) -> tuple[int, int]:
    """Line and column of the deepest part of this path that exists."""
    for part in path:
        inner: Node | None = None
        if isinstance(node, Mapping) and isinstance(part, str):
            inner = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
            inner = node.items[part]
        if inner is None:
            break
        node = inner
    return node.line, node.column
