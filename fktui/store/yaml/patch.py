"""A changed record into the text it came from: only what differs is touched.

Every other character stays what it was: comments, order, quotes, unknown keys, line ends. New text
is put in by `yaml_paste`; what the outcome must be, is said by `yaml_change`.

The rules:
    - a changed value takes the place of the old one; a comment behind it stays;
    - a new key comes after its nearest predecessor that the file has;
    - an entry that goes takes along the comment lines right above it at its own indentation, and
      those indented under it; what stands above the file's first key is about the file and stays;
    - records in a list are known by their id; when their order changes, their own lines move;
    - what stands between brackets stays between brackets.
"""

from functools import partial

from fktui.errors import FkError
from fktui.store.yaml import change as yaml_change
from fktui.store.yaml.change import Items, Pairing, pairing, was
from fktui.store.yaml.nodes import Data, Mapping, Node, Scalar, Sequence, plain
from fktui.store.yaml.paste import Paste
from fktui.store.yaml.read import BOM, read
from fktui.store.yaml.splice import Entry, Source, Unspliceable
from fktui.store.yaml.style import is_list, same
from fktui.store.yaml.write import Layout, inline, reads_as, reshape

# What is still an indentation, in characters; beyond it the house's own is taken for new lines.
_NARROWEST, _WIDEST = 2, 8


def patch(text: str, old: dict[str, Data], new: dict[str, Data]) -> str:
    """The text with exactly the difference from `old` to `new`: what the schema writes for each.

    A key that `new` lacks goes; a list or mapping that is empty in `new` is written as empty.
    Raises YamlError when the text is not readable, FkError `yaml-write` when no text could be made
    that reads as what was meant.
    """
    if same(old, new):
        return text
    root = read(text)
    meant = yaml_change.applied(plain(root), old, new)
    try:
        patched = _Patch(text, root).made(old, new)
    except Unspliceable:
        patched = ""
    if reads_as(patched, meant):
        return patched
    patched = _laid_out_anew(text, meant)
    if not reads_as(patched, meant):
        raise FkError("yaml-write")
    return patched


def _laid_out_anew(text: str, meant: Data) -> str:
    patched = reshape(text.removeprefix(BOM).replace("\r\n", "\n"), meant)
    if "\r\n" in text:
        patched = patched.replace("\n", "\r\n")
    return BOM + patched if text.startswith(BOM) else patched


class _Patch:
    """The walk along what differs; each stop leaves its edits with `paste`."""

    def __init__(self, text: str, root: Mapping) -> None:
        self.root = root
        self.source = Source(text)
        self.paste = Paste(self.source, _layout(root))

    def made(self, old: dict[str, Data], new: dict[str, Data]) -> str:
        if _survives(self.root, old, new):
            self._mapping(self.root, old, new)
        else:
            self.paste.root(self.root, new)
        return self.source.applied(self.paste.edits, 0, len(self.source.text))

    def _value(self, entry: Entry, old: Data, new: Data) -> None:
        node = entry.value
        if same(old, new):
            return
        if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(new, dict):
            if _survives(node, old, new):
                self._mapping(node, old, new)
                return
        elif isinstance(node, Sequence) and is_list(old) and is_list(new):
            pairs = pairing([plain(item) for item in node.items], old, new)
            if pairs is not None and any(pairs):
                self._sequence(node, pairs, new)
                return
        self.paste.replace(entry, new)

    def _mapping(self, node: Mapping, old: dict[str, Data], new: dict[str, Data]) -> None:
        if node.flow:
            self._flow_mapping(node, old, new)
            return
        block = self.source.mapping(node, is_root=node is self.root)
        places = {key.value: index for index, (key, _) in enumerate(node.pairs)}
        gone = {index for key, index in places.items() if key in old and key not in new}
        self.paste.remove(block, gone)
        # Where the file has none of the keys of `new`, they come after those fk does not know.
        kept = set(places.values()) - gone
        previous = None if any(key in new for key in places) else max(kept)
        for key, value in new.items():
            if key in places:
                previous = places[key]
                self._value(block.entries[previous], was(old, key, value), value)
            elif key not in old or not same(old[key], value):
                self.paste.insert(block, previous, {key: value})

    def _sequence(self, node: Sequence, pairs: Pairing, new: Items) -> None:
        if node.flow:
            self._flow_sequence(node, pairs, new)
            return
        kept = [pair[0] for pair in pairs if pair]
        if kept != sorted(kept):
            self._reordered(node, pairs, new)
            return
        block = self.source.sequence(node)
        self.paste.remove(block, set(range(len(block.entries))) - set(kept))
        previous: int | None = None
        for pair, item in zip(pairs, new, strict=True):
            if pair:
                previous = pair[0]
                self._value(block.entries[previous], pair[1], item)
            else:
                self.paste.insert(block, previous, [item])

    def _reordered(self, node: Sequence, pairs: Pairing, new: Items) -> None:
        """The lines of each record in their new place, with the comments above and under it."""
        block = self.source.sequence(node)
        ends = [self.source.end(entry) for entry in block.entries]
        starts = [self.source.top(block, 0), *ends[:-1]]
        if not self.source.leads(node.start):
            raise Unspliceable
        chunks = []
        for pair, item in zip(pairs, new, strict=True):
            if pair:
                index, old = pair
                change = partial(self._value, block.entries[index], old, item)
                chunks.append(self.paste.rendered(starts[index], ends[index], change))
            else:
                chunks.append(self.paste.entry_text(block, [item]))
        self.paste.chunks(block, chunks, start=starts[0], end=ends[-1])

    def _flow_mapping(self, node: Mapping, old: dict[str, Data], new: dict[str, Data]) -> None:
        entries = {
            key.value: Entry(key.start, key.end, value, 0, in_brackets=True)
            for key, value in node.pairs
        }
        kept = [key for key in entries if key in new or key not in old]
        order = _with_added(kept, old, new)
        if order == list(entries):
            for key, entry in entries.items():
                self._member(entry, key, old, new)
            return
        texts: list[str] = []
        for key in order:
            if key in entries:
                entry = entries[key]
                change = partial(self._member, entry, key, old, new)
                texts.append(self.paste.rendered(entry.start, entry.value.end, change))
            else:
                texts.append(inline({key: new[key]}, in_brackets=True)[1:-1])
        self.paste.edit(node.start, node.end, "{" + ", ".join(texts) + "}")

    def _member(self, entry: Entry, key: str, old: dict[str, Data], new: dict[str, Data]) -> None:
        if key in new:
            self._value(entry, was(old, key, new[key]), new[key])

    def _flow_sequence(self, node: Sequence, pairs: Pairing, new: Items) -> None:
        entries = [Entry(item.start, item.start, item, 0, in_brackets=True) for item in node.items]
        texts: list[str] = []
        if [pair and pair[0] for pair in pairs] == list(range(len(entries))):
            for entry, pair, item in zip(entries, pairs, new, strict=True):
                self._value(entry, pair[1] if pair else None, item)
            return
        for pair, item in zip(pairs, new, strict=True):
            if pair:
                entry = entries[pair[0]]
                change = partial(self._value, entry, pair[1], item)
                texts.append(self.paste.rendered(entry.start, entry.value.end, change))
            else:
                texts.append(inline(item, in_brackets=True))
        self.paste.edit(node.start, node.end, "[" + ", ".join(texts) + "]")


def _survives(node: Mapping, old: dict[str, Data], new: dict[str, Data]) -> bool:
    return any(key.value in new or key.value not in old for key, _ in node.pairs)


def _with_added(kept: list[str], old: dict[str, Data], new: dict[str, Data]) -> list[str]:
    """The keys with each new one after its nearest predecessor in `new`."""
    order = list(kept)
    place = 0 if any(key in new for key in kept) else len(kept)
    for key, value in new.items():
        if key in kept:
            place = order.index(key) + 1
        elif key not in old or not same(old[key], value):
            order.insert(place, key)
            place += 1
    return order


def _layout(root: Mapping) -> Layout:
    """How the file indents: by its first mapping and its first list that stand under a key."""
    steps: list[int] = []
    dashes: list[int] = []
    nodes: list[Node] = [root]
    while nodes and not (steps and dashes):
        node = nodes.pop(0)
        if isinstance(node, Mapping) and not node.flow:
            for _, value in node.pairs:
                if isinstance(value, Scalar) or value.flow:
                    continue
                found = steps if isinstance(value, Mapping) else dashes
                found.append(value.column - node.column)
                nodes.append(value)
        elif isinstance(node, Sequence) and not node.flow:
            nodes.extend(node.items)
    house = Layout()
    step = steps[0] if steps and _NARROWEST <= steps[0] <= _WIDEST else house.step
    return Layout(step, dashes[0] if dashes and dashes[0] <= _WIDEST else house.dash)
