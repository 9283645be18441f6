"""A text and the changes to it by offset: lines, what belongs to an entry, cutting and pasting.

Knows lines, indentation and comments; what has to change is decided in `yaml_patch`.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from fktui.store.yaml.nodes import BOM, Mapping, Node, Scalar, Sequence

_HEADER = re.compile(r"[|>][-+0-9]*")
_COMMENT = re.compile(r" *#")
_EMPTY_LINE = re.compile(r"^[ \t]*\r?\n", re.MULTILINE)


class Unspliceable(Exception):
    """The text is laid out in a way that cutting and pasting does not reach."""


class Edit(NamedTuple):
    """These characters become this text (line ends as LF)."""

    start: int
    end: int
    text: str


class Entry(NamedTuple):
    """One key with its value, or one dash with its item.

    Attributes:
        start: offset of the key or the dash.
        hold: offset behind the colon or the dash; between brackets, behind the key.
        value: what it holds.
        column: of the key or the dash, from 0.
        is_dash: whether it is an item of a list.
        in_brackets: whether it stands between brackets.
    """

    start: int
    hold: int
    value: Node
    column: int
    is_dash: bool = False
    in_brackets: bool = False


class Block(NamedTuple):
    """The entries of one block mapping or block list; `is_root` when they are the file's own."""

    entries: list[Entry]
    column: int
    is_root: bool = False


class Source:
    """The text that is patched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.newline = "\r\n" if text.find("\r\n") == text.find("\n") - 1 >= 0 else "\n"

    def line_start(self, offset: int) -> int:
        """Where the line of this offset begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Where the line after this offset begins."""
        return (self.text.find("\n", offset) + 1) or len(self.text)

    def leads(self, offset: int) -> bool:
        """Whether only indentation stands before it on its line."""
        return not self.text[self.line_start(offset) : offset].strip(f" {BOM}")

    def is_blank(self, line_start: int) -> bool:
        """Whether there is a line here, and an empty one."""
        line = self.text[line_start : self.line_end(line_start)]
        return bool(line) and not line.strip()

    def after_blanks(self, line_start: int) -> int:
        """Where the first line that is not empty begins, from here."""
        while self.is_blank(line_start):
            line_start = self.line_end(line_start)
        return line_start

    def header_end(self, node: Node) -> int | None:
        """Where the header (`|-`) of a block of text ends; None for every other node."""
        if not isinstance(node, Scalar) or node.plain:
            return None
        header = _HEADER.match(self.text, node.start)
        return header.end() if header else None

    def content_end(self, node: Node) -> int:
        """Behind the last character of the value."""
        if isinstance(node, Scalar):
            header_end = self.header_end(node)
            if header_end is None:
                return node.end
            if self.keeps_blanks(node):
                return max(node.end - 1, header_end)
            return max(len(self.text[: node.end].rstrip()), header_end)
        if node.flow:
            return node.end
        last = node.items[-1] if isinstance(node, Sequence) else node.pairs[-1][1]
        return self.content_end(last)

    def after(self, node: Node) -> int:
        """Where the line after the value begins."""
        return self.line_end(self.content_end(node))

    def keeps_blanks(self, node: Node) -> bool:
        """Whether empty lines after the value are part of it (`|+`)."""
        while not isinstance(node, Scalar):
            if node.flow:
                return False
            node = node.items[-1] if isinstance(node, Sequence) else node.pairs[-1][1]
        header_end = self.header_end(node)
        return header_end is not None and "+" in self.text[node.start : header_end]

    def mapping(self, node: Mapping, *, is_root: bool) -> Block:
        """The entries of a block mapping."""
        column = node.column - 1
        entries = [
            Entry(key.start, self._behind_colon(key), value, column) for key, value in node.pairs
        ]
        return Block(entries, column, is_root)

    def sequence(self, node: Sequence) -> Block:
        """The entries of a block list."""
        column = node.column - 1
        entries: list[Entry] = []
        for item in node.items:
            dash = self._dash(node, self.after(entries[-1].value)) if entries else node.start
            entries.append(Entry(dash, dash + 1, item, column, is_dash=True))
        return Block(entries, column)

    def _behind_colon(self, key: Scalar) -> int:
        return self._behind(re.compile(" *:"), key.end)

    def _dash(self, node: Sequence, line_start: int) -> int:
        # Between two items are only empty lines and comments.
        line = re.compile(rf"(?:(?! {{{node.column - 1}}}-).*\n)* {{{node.column - 1}}}-")
        return self._behind(line, line_start) - 1

    def _behind(self, sign: re.Pattern[str], offset: int) -> int:
        found = sign.match(self.text, offset)
        if not found:
            raise Unspliceable
        return found.end()

    def end(self, entry: Entry) -> int:
        """Where an entry ends: after its value and the comments that are indented under it."""
        end = line = self.after(entry.value)
        while True:
            comment = _COMMENT.match(self.text, line)
            if comment and comment.end() - 1 - line > entry.column:
                end = self.line_end(line)
            elif not self.is_blank(line):
                return end
            line = self.line_end(line)

    def top(self, block: Block, index: int) -> int:
        """Where an entry begins: with the comment right above it, at its own indentation.

        What stands above the first entry of the file is about the file.
        """
        entry = block.entries[index]
        top = entry.start - block.column
        floor = self.end(block.entries[index - 1]) if index else 0
        if block.is_root and not index:
            floor = top
        while top > floor:
            above = self.line_start(top - 1)
            comment = _COMMENT.match(self.text, above)
            if not comment or comment.end() - 1 - above != block.column:
                break
            top = above
        return max(top, floor)

    def is_spaced(self, block: Block) -> bool:
        """Whether there is an empty line between all entries."""
        pairs = list(pairwise(block.entries))
        gaps = (self.text[self.after(one.value) : other.start] for one, other in pairs)
        return bool(pairs) and all(_EMPTY_LINE.search(gap) for gap in gaps)

    def applied(self, edits: list[Edit], start: int, end: int) -> str:
        """This part of the text with the edits made."""
        made, position = "", start
        # What is put in may stand among lines that go.
        for edit in sorted(edits, key=lambda edit: edit.start):
            made += self.text[position : max(edit.start, position)]
            are_lines = edit.text.endswith("\n") and edit.start == len(self.text)
            if are_lines and made.rstrip(BOM)[-1:] not in ("", "\n"):
                made += self.newline  # the last line was unfinished
            made += edit.text.replace("\r\n", "\n").replace("\n", self.newline)
            position = max(edit.end, position)
        return made + self.text[position:end]


def indented(text: str, column: int) -> str:
    """The lines moved to this column; empty lines stay empty."""
    return re.sub(r"^(?=[^\n])", " " * column, text, flags=re.MULTILINE)
