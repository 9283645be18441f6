"""New text in the place of old: an entry put in, entries taken out, a value replaced.

Which ones, is decided in `yaml_patch`; where lines and comments are, is known by `yaml_splice`.
"""

from collections.abc import Callable

from fktui.store.yaml.nodes import Data, Mapping, Node, Scalar
from fktui.store.yaml.splice import Block, Edit, Entry, Source, indented
from fktui.store.yaml.style import LINE_WIDTH, is_list
from fktui.store.yaml.write import Layout, block, inline, is_inline


class Paste:
    """Collects the edits of one patch."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.source = source
        self.layout = layout
        self.edits: list[Edit] = []

    def rendered(self, start: int, end: int, change: Callable[[], None]) -> str:
        """This part of the text as it is after `change`, whose edits are taken back."""
        mark = len(self.edits)
        change()
        inner = self.edits[mark:]
        del self.edits[mark:]
        return self.source.applied(inner, start, end)

    def edit(self, start: int, end: int, text: str) -> None:
        """These characters become this text."""
        if text.endswith("\n\n"):
            # It ends in a text that keeps its empty lines; those of the file would join them.
            end = self.source.after_blanks(end)
        self.edits.append(Edit(start, end, text))

    def root(self, node: Mapping, new: dict[str, Data]) -> None:
        """Write the whole mapping of the file anew; the comments above it stay."""
        body = block(new, self.layout, 0) if new else ""
        if node.flow:
            self.edit(node.start, node.end, body.removesuffix("\n") or "{}")
        elif node.pairs:
            self.edit(node.start, self.source.after(node), body)
        else:
            end = len(self.source.text)
            self.edit(end, end, body)

    def entry_text(self, into: Block, data: Data) -> str:
        """A mapping of one key, or a list of one item, as lines of this block."""
        return indented(block(data, self.layout, into.column), into.column)

    def chunks(self, of: Block, texts: list[str], *, start: int, end: int) -> None:
        """Put these runs of lines in the place of what stands there."""
        gap = "\n" if self.source.is_spaced(of) else ""
        lines = (text.lstrip("\r\n").removesuffix("\n") + "\n" for text in texts)
        self.edit(start, end, gap.join(lines))

    def insert(self, into: Block, previous: int | None, data: Data) -> None:
        """Put in a new entry (a mapping of one key, a list of one item) after that one."""
        source = self.source
        text = self.entry_text(into, data)
        gap = "\n" if source.is_spaced(into) else ""
        if previous is not None:
            entry = into.entries[previous]
            end = source.end(entry)
            self.edit(end, end, text if source.keeps_blanks(entry.value) else gap + text)
        elif source.leads(start := into.entries[0].start):
            top = source.top(into, 0)
            self.edit(top, top, text + gap)
        else:  # behind a dash
            self.edit(start, start, text.lstrip(" ") + " " * into.column)

    def remove(self, out_of: Block, gone: set[int]) -> None:
        """Take out these entries, but not all, with the comments that belong to them."""
        index = 0
        while index < len(out_of.entries):
            first = index
            while index in gone:
                index += 1
            if first < index:
                self._cut(out_of, first, index)
            index += 1

    def _cut(self, out_of: Block, first: int, behind: int) -> None:
        source, entries = self.source, out_of.entries
        if not source.leads(entries[first].start):  # behind a dash: the next one moves up
            self.edit(entries[first].start, entries[behind].start, "")
            return
        start, end = source.top(out_of, first), source.end(entries[behind - 1])
        floor = source.end(entries[first - 1]) if first else 0
        next_text = source.after_blanks(end)
        if next_text == len(source.text):
            while start > floor and source.is_blank(source.line_start(start - 1)):
                start = source.line_start(start - 1)
        elif self._is_gap(out_of, first, start):
            end = next_text
        self.edit(start, end, "")

    def _is_gap(self, block: Block, index: int, top: int) -> bool:
        """Whether empty lines after this entry would be one gap too many when it is gone."""
        if top == 0 or self.source.is_blank(self.source.line_start(top - 1)):
            return True
        if index == 0:
            return not block.is_root
        return self.source.keeps_blanks(block.entries[index - 1].value)

    # --- a value in the place of another ----------------------------------------------------

    def replace(self, entry: Entry, new: Data) -> None:
        """Give an entry another value; a comment behind the old one stays where it can."""
        old = entry.value
        is_collection = bool(new) and (isinstance(new, dict) or is_list(new))
        was_block = not isinstance(old, Scalar) and not old.flow
        was_brackets = not isinstance(old, Scalar) and old.flow and old.end - old.start > len("[]")
        room = LINE_WIDTH - entry.column - (entry.hold - entry.start) - len(" []")
        if entry.in_brackets:
            self._inline_in_brackets(entry, inline(new, in_brackets=True))
        elif (is_collection and was_brackets) or (
            is_inline(new, room) and not (is_collection and was_block)
        ):
            self._inline(entry, inline(new))
        elif is_collection:
            self._collection(entry, new)
        else:
            self._literal(entry, new)

    def _inline_in_brackets(self, entry: Entry, text: str) -> None:
        old = entry.value
        if old.start == old.end:  # nothing there yet, perhaps not even a colon
            lead = self.source.text[entry.hold : old.start]
            text = f": {text}" if ":" not in lead else text if lead.endswith(" ") else f" {text}"
        self.edit(old.start, old.end, text)

    def _inline(self, entry: Entry, text: str) -> None:
        old, source = entry.value, self.source
        header_end = source.header_end(old)
        if header_end is not None:
            self.edit(old.start, header_end, text)
            body = source.line_end(header_end)
            self.edit(body, max(body, source.after(old)), "")
        elif old.start == old.end:
            line_end = source.text.find("\n", old.end)
            line_end = len(source.text) if line_end < 0 else line_end
            rest = source.text[old.end : line_end].rstrip("\r")
            self.edit(old.start, old.end if rest.strip() else old.end + len(rest), f" {text}")
        elif self._is_block(old) and source.leads(old.start):
            self.edit(entry.hold, entry.hold, f" {text}")
            self.edit(source.line_end(entry.hold), source.end(entry), "")
        else:
            self.edit(old.start, source.content_end(old), text)

    def _collection(self, entry: Entry, new: Data) -> None:
        old, source = entry.value, self.source
        if entry.is_dash:
            column = entry.column + 2
            text = indented(block(new, self.layout, column), column).strip()
            self._inline(entry, text)
            return
        column = entry.column + (self.layout.dash if is_list(new) else self.layout.step)
        if not isinstance(old, Scalar) and not old.flow:
            column = old.column - 1 if source.leads(old.start) else column
        self._below(entry, "", indented(block(new, self.layout, column), column))

    def _literal(self, entry: Entry, new: Data) -> None:
        header, _, body = block({"x": new}, self.layout, 0).removeprefix("x: ").partition("\n")
        self._below(entry, f" {header}", indented(body, entry.column))

    def _below(self, entry: Entry, header: str, body: str) -> None:
        """A header behind the colon or dash, and lines under it, in the place of the value."""
        old, source = entry.value, self.source
        header_end = source.header_end(old)
        if header_end is not None:
            self.edit(entry.hold, header_end, header)
            below = source.line_end(header_end)
            self.edit(below, max(below, source.after(old)), body)
        elif self._is_block(old):
            self.edit(entry.hold, entry.hold, header)
            below = source.line_start(old.start)
            self.edit(below, source.after(old), body)
        else:
            self.edit(entry.hold, old.end, header)
            below = source.after(old)
            self.edit(below, below, body)

    def _is_block(self, node: Node) -> bool:
        return not isinstance(node, Scalar) and not node.flow
