"""YAML text to nodes: every value a string, with its line, column and place in the text.

The only module that imports `yaml` (its parser's events; never its loaders, which run or guess).
What a case file has no use for and what harms (anchors, tags, directives, duplicate keys, bombs)
is refused here, with line and column. What a value means belongs to the schema; writing belongs to
`yaml_write` and `yaml_patch`.
"""

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from typing import Any

from fktui.store.yaml.nodes import (
    BOM,
    NULLS,
    Data,
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    locate,
    plain,
)
from fktui.store.yaml.problem import YamlError, problem_of

__all__ = [
    "BOM",
    "Data",
    "Mapping",
    "Node",
    "Path",
    "Scalar",
    "Sequence",
    "YamlError",
    "decode",
    "locate",
    "plain",
    "read",
]

MAX_BYTES = 2_000_000
MAX_DEPTH = 24
MAX_NODES = 200_000
_BLOCKS = ("|", ">")
_NOT_KEYS = NULLS | {"<<"}

# Everything but what YAML allows in a text. NEL, U+2028 and U+2029 are line ends to one reader and
# letters to another, a lone CR to nobody's editor: no line number would be right after them.
_CONTROL = re.compile(
    "\r(?!\n)|[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)


def decode(data: bytes, *, keep_bom: bool = False) -> str:
    """The text of a file; YamlError when it is too big, not UTF-8, or holds a NUL.

    A byte order mark is dropped, unless the text is going to be written back (`keep_bom`).
    """
    if len(data) > MAX_BYTES:
        raise YamlError("yaml-too-big", 1, 1, bytes=len(data), limit=MAX_BYTES)
    try:
        text = data.decode()
    except UnicodeDecodeError as exc:
        before = data[: exc.start].decode()
        raise YamlError("yaml-not-utf8", *_place(before, len(before), 1)) from exc
    zero = text.find("\0")
    if zero >= 0:
        raise YamlError("yaml-control", *_place(text, zero, 1), char="U+0000")
    return text if keep_bom else text.removeprefix(BOM)


def read(text: str, *, first_line: int = 1) -> Mapping:
    """The mapping that this text is; empty when there is nothing but comments.

    `first_line` is the number of the text's first line in its file. Raises YamlError, and nothing
    else, for whatever is not one document of strings, lists and mappings.
    """
    shift = int(text.startswith(BOM))
    if len(text) > MAX_BYTES:
        raise YamlError("yaml-too-big", first_line, 1, bytes=len(text), limit=MAX_BYTES)
    wrong = _CONTROL.search(text, shift)
    if wrong:
        place = _place(text, wrong.start(), first_line)
        raise YamlError("yaml-control", *place, char=f"U+{ord(wrong.group()):04X}")
    root = _Builder(text, first_line, shift).root()
    if "\t" in text:
        _refuse_tabs(text, root, first_line)
    return root


def _place(text: str, offset: int, first_line: int) -> tuple[int, int]:
    line_start = text.rfind("\n", 0, offset) + 1
    bom = int(line_start == 0 and text.startswith(BOM))
    return text.count("\n", 0, offset) + first_line, offset - line_start - bom + 1


def _refuse_tabs(text: str, root: Mapping, first_line: int) -> None:
    """Refuse the tabs in indentation that libyaml lets pass: those within brackets."""
    spans = list(_scalar_spans(root))
    for tab in _TAB_INDENT.finditer(text):
        # Inside a text a tab is a letter like any other.
        before = bisect(spans, (tab.end(), 0)) - 1
        if before < 0 or tab.end() >= spans[before][1]:
            raise YamlError("yaml-tab", *_place(text, tab.end() - 1, first_line))


def _scalar_spans(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, Scalar):
        yield node.start, node.end
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalar_spans(item)
    else:
        for key, value in node.pairs:
            yield key.start, key.end
            yield from _scalar_spans(value)


class _Builder:
    """The parser's events, made into nodes; refuses what a case file has no use for."""

    def __init__(self, text: str, first_line: int, shift: int) -> None:
        self.text = text[shift:]
        self.first_line = first_line
        self.shift = shift
        self.node_count = 0

    def root(self) -> Mapping:
        # Deferred, 17 ms: what comes from the index or goes by --help reads no YAML.
        import yaml

        self.yaml: Any = yaml
        self.scalar_event = yaml.ScalarEvent
        try:
            self.next_event: Callable[[], Any] = _parser()(self.text).get_event
            return self._document()
        except (yaml.YAMLError, ValueError, OverflowError) as exc:
            raise problem_of(exc, self.text, self.first_line) from exc

    def _document(self) -> Mapping:
        self.next_event()
        start = self.next_event()
        if isinstance(start, self.yaml.StreamEndEvent):
            return Mapping((), False, self.first_line, 1, self.shift, self.shift)
        if start.version or start.tags:
            raise self._refusal("yaml-directive", start)
        first = self.next_event()
        node = self._node(first, 1)
        if isinstance(node, Scalar) and node.plain and not node.value:
            node = Mapping((), False, node.line, node.column, node.start, node.end)
        if not isinstance(node, Mapping):
            raise self._refusal("yaml-not-a-mapping", first)
        self.next_event()
        behind = self.next_event()
        if not isinstance(behind, self.yaml.StreamEndEvent):
            raise self._refusal("yaml-documents", behind)
        return node

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is self.yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise self._refusal(_forbidden(event), event)
        self.node_count += 1
        if self.node_count > MAX_NODES:
            raise self._refusal("yaml-too-many", event, limit=MAX_NODES)
        if depth > MAX_DEPTH:
            raise self._refusal("yaml-too-deep", event, limit=MAX_DEPTH)
        start, shift = event.start_mark, self.shift
        line, column, offset = start.line + self.first_line, start.column + 1, start.index + shift
        end: int = event.end_mark.index + shift
        if kind is self.scalar_event:
            return Scalar(event.value, event.implicit[0], line, column, offset, end)
        flow = bool(event.flow_style)
        if kind is self.yaml.SequenceStartEvent:
            items, end = self._items(flow, end, depth)
            return Sequence(items, flow, line, column, offset, end)
        pairs, end = self._pairs(flow, end, depth)
        return Mapping(pairs, flow, line, column, offset, end)

    def _items(self, flow: bool, end: int, depth: int) -> tuple[tuple[Node, ...], int]:
        items: list[Node] = []
        while type(event := self.next_event()) is not self.yaml.SequenceEndEvent:
            items.append(self._node(event, depth + 1))
            end = items[-1].end
        return tuple(items), event.end_mark.index + self.shift if flow else end

    def _pairs(
        self, flow: bool, end: int, depth: int
    ) -> tuple[tuple[tuple[Scalar, Node], ...], int]:
        pairs: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        while type(event := self.next_event()) is not self.yaml.MappingEndEvent:
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar) or event.style in _BLOCKS:
                raise self._refusal("yaml-key", event)
            if key.plain and key.value in _NOT_KEYS:
                code = "yaml-merge-key" if key.value == "<<" else "yaml-key"
                raise self._refusal(code, event)
            if key.value in lines:
                facts = {"key": key.value, "first_line": lines[key.value]}
                raise self._refusal("yaml-duplicate-key", event, **facts)
            lines[key.value] = key.line
            value = self._node(self.next_event(), depth + 1)
            pairs.append((key, value))
            end = value.end
        return tuple(pairs), event.end_mark.index + self.shift if flow else end

    def _refusal(self, code: str, event: Any, **facts: object) -> YamlError:
        mark = event.start_mark
        return YamlError(code, mark.line + self.first_line, mark.column + 1, **facts)


def _forbidden(event: Any) -> str:
    if not hasattr(event, "tag"):
        return "yaml-alias"
    return "yaml-anchor" if event.anchor is not None else "yaml-tag"


def _parser() -> Any:
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stub hides it
    except ImportError:  # a Python without the C extension: the same events, 20 x slower
        from yaml import SafeLoader

        return SafeLoader
    return CParser
