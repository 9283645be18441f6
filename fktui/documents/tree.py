"""Markdown as one small tree: eight kinds of block, six kinds of inline. HTML and PDF walk it.

What a document cannot hold is not in the tree: no HTML, no pictures, no links but to the web, mail
and telephone. Such text stays text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from fktui.documents.blocks import Named, read_block
from fktui.model.text import visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s]+\Z", re.IGNORECASE)
_DEEPEST_HEADING = 4


class Node(msgspec.Struct, frozen=True, tag_field="kind"):
    """A part of the tree."""


class Text(Node, frozen=True, tag="text"):
    """Letters as they are."""

    text: str


class Code(Node, frozen=True, tag="code"):
    """Letters of one width."""

    text: str


class Break(Node, frozen=True, tag="break"):
    """The line ends here."""


class Strong(Node, frozen=True, tag="strong"):
    """Bold."""

    parts: tuple["Inline", ...]


class Emphasis(Node, frozen=True, tag="emphasis"):
    """Italic."""

    parts: tuple["Inline", ...]


class Link(Node, frozen=True, tag="link"):
    """A link; `to` is a whole address of the kinds that `_LINK` names."""

    to: str
    parts: tuple["Inline", ...]


Inline = Text | Code | Break | Strong | Emphasis | Link


class Heading(Node, frozen=True, tag="heading"):
    """Level 1 is the title; a level is at most one deeper than the one before."""

    level: int
    parts: tuple[Inline, ...]


class Paragraph(Node, frozen=True, tag="paragraph"):
    """Running text."""

    parts: tuple[Inline, ...]


class Listing(Node, frozen=True, tag="list"):
    """A list; `start` is its first number, None for bullets."""

    items: tuple[tuple["Part", ...], ...]
    start: int | None = None


class Table(Node, frozen=True, tag="table"):
    """A table with one row of heads."""

    heads: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


class Quote(Node, frozen=True, tag="quote"):
    """Somebody's words, set apart."""

    blocks: tuple["Part", ...]


class Rule(Node, frozen=True, tag="rule"):
    """A line across."""


class Verbatim(Node, frozen=True, tag="verbatim"):
    """Text whose lines stay as they are."""

    text: str


Part = Heading | Paragraph | Listing | Table | Quote | Rule | Verbatim | Named


def parse(markdown: str) -> tuple[Part, ...]:
    """The tree of this Markdown. Raises `Missing` (block-unreadable) for a named block."""
    # 20 ms, and only documents need it.
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(visible(markdown))
    return tuple(_levelled(_blocks(SyntaxTreeNode(tokens).children)))


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
    # Indented text is text: a coach who indents a paragraph does not write a program.
    return parser.disable(["image", "html_block", "html_inline", "code", "reference"])


def _levelled(blocks: Sequence[Part]) -> Iterator[Part]:
    """Headings without gaps in their levels: a reader aloud gets lost in them, PDF/UA refuses."""
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = min(block.level, last + 1, _DEEPEST_HEADING)
            yield Heading(last, block.parts)
        else:
            yield block


def _blocks(nodes: "Sequence[SyntaxTreeNode]") -> tuple[Part, ...]:
    return tuple(_block(node) for node in nodes)


def _block(node: "SyntaxTreeNode") -> Part:  # noqa: PLR0911 - one line per kind
    match node.type:
        case "heading":
            return _heading(node)
        case "paragraph":
            return Paragraph(_line(node))
        case "bullet_list":
            return Listing(_items(node))
        case "ordered_list":
            return Listing(_items(node), int(node.attrs.get("start", 1)))
        case "blockquote":
            return Quote(_blocks(node.children))
        case "table":
            return _table(node)
        case "hr":
            return Rule()
        case _:
            return _fence(node)


def _heading(node: "SyntaxTreeNode") -> Part:
    """Inside a list or a quotation a heading is bold text: it divides nothing."""
    line = _line(node)
    return Heading(int(node.tag[1:]), line) if _at_top(node) else Paragraph((Strong(line),))


def _fence(node: "SyntaxTreeNode") -> Part:
    """A named block; only at the top, since inside a list there is no room to draw one."""
    line = node.map[0] + 1 if node.map else 0
    named = read_block(node.info.strip(), node.content, line) if _at_top(node) else None
    return named or Verbatim(node.content.rstrip("\n"))


def _at_top(node: "SyntaxTreeNode") -> bool:
    return node.parent is None or node.parent.is_root


def _items(node: "SyntaxTreeNode") -> tuple[tuple[Part, ...], ...]:
    return tuple(_blocks(item.children) for item in node.children)


def _table(node: "SyntaxTreeNode") -> Table:
    head, *body = node.children
    rows = body[0].children if body else []
    return Table(_cells(head.children[0]), tuple(_cells(row) for row in rows))


def _cells(row: "SyntaxTreeNode") -> tuple[tuple[Inline, ...], ...]:
    return tuple(_line(cell) for cell in row.children)


def _line(node: "SyntaxTreeNode") -> tuple[Inline, ...]:
    """What stands in a heading, paragraph or cell: its one child is the line."""
    return tuple(_inlines(node.children[0].children)) if node.children else ()


def _inlines(nodes: "Sequence[SyntaxTreeNode]") -> Iterator[Inline]:
    for node in nodes:
        yield from _inline(node)


def _inline(node: "SyntaxTreeNode") -> Iterator[Inline]:
    parts: Any = tuple(_inlines(node.children)) if node.children else ()
    match node.type:
        case "strong":
            yield Strong(parts)
        case "em":
            yield Emphasis(parts)
        case "link":
            to = str(node.attrs.get("href", ""))
            yield from (Link(to, parts),) if _LINK.match(to) else parts
        case "hardbreak":
            yield Break()
        case "softbreak":
            yield Text(" ")
        case "code_inline":
            yield Code(node.content)
        case _:
            if node.content:
                yield Text(node.content)
