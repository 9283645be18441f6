"""Lines of text for the screen: spans with a meaning, never with a colour.

What a meaning looks like is the theme's business (`widgets.line_list`). Text of people is made
harmless here, once, on its way to the terminal.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from rich.cells import cell_len, chop_cells, set_cell_size

from fktui.model.text import visible

STYLES = ("accent", "good", "head", "here", "late", "mild", "soft", "strong")
"""Meanings a span can have; the empty one is plain text."""

_BAR_CELLS = 10

_ENDS = str.maketrans(dict.fromkeys("\n\t\u2028\u2029", " "))
"""Ends of lines and of paragraphs, and tabs."""

_MARKS = 4
"""So many can stand on one letter."""

_HEAP = re.compile(rf"[^\w\s\x00-\x7f]{{{_MARKS + 1},}}")
"""Where more of them could be: they are no letters themselves."""


class Span(NamedTuple):
    """Text with a meaning."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """One row of a list.

    Attributes:
        key: what the cursor stands on, such as the id of a record; empty where it does not stop.
        kind: of what kind that is (`model.case.KINDS`), or a word of the panel.
    """

    spans: tuple[Span, ...]
    key: str = ""
    kind: str = ""

    @property
    def text(self) -> str:
        """The line without its meanings."""
        return "".join(span.text for span in self.spans)


class Rows(Sequence[Line]):
    """Lines that are made when they come in sight: of ten thousand rows forty are seen.

    Args:
        first: lines above the rows.
        keys: the key of each row.
        make: the row in this place.
    """

    def __init__(
        self, first: Sequence[Line], keys: Sequence[str], make: Callable[[int], Line]
    ) -> None:
        self._first = first
        self._make = make
        self._made: dict[int, Line] = {}
        self.keys = [*(one.key for one in first), *keys]

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        above = len(self._first)
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        if place < above:
            return self._first[place]
        if place not in self._made:
            self._made[place] = self._make(place - above)
        return self._made[place]


def keys_of(lines: Sequence[Line]) -> Sequence[str]:
    """The key of each line; rows are not made for it."""
    return lines.keys if isinstance(lines, Rows) else [one.key for one in lines]


Part = str | tuple[str, str] | Span


def line(*parts: Part, key: str = "", kind: str = "") -> Line:
    """A line of texts, each plain or `(text, style)`."""
    return Line(tuple(map(_span, parts)), key, kind)


def head(title: str, note: str = "") -> Line:
    """The heading of a section."""
    return line((title, "head"), (f"  {note}" if note else "", "soft"))


def section(title: str, lines: Iterable[Line], empty: str = "") -> list[Line]:
    """A heading with its lines and an empty line after it; nothing when there are no lines.

    Args:
        title: of the section.
        lines: what is below it.
        empty: said when there is nothing; without it the section is left out.
    """
    found = list(lines) or ([line((f"  {empty}", "soft"))] if empty else [])
    return [head(title), *found, line("")] if found else []


def columns(*cells: tuple[Part, int]) -> tuple[Span, ...]:
    """Cells of so many columns each, cut or filled up; a negative width puts the text right."""
    return tuple(_cell(_span(part), size) for part, size in cells)


def fit(text: str, size: int) -> str:
    """The text in so many columns: cut with … or filled up with spaces."""
    text = one_line(text)
    if cell_len(text) > size:
        return set_cell_size(text, max(0, size - 1)) + "…"[: max(0, size)]
    return text + " " * (size - cell_len(text))


def wrapped(text: str, size: int, style: str = "", indent: str = "") -> Iterator[Line]:
    """A text over as many lines as it needs; its own line ends stay."""
    room = max(8, size - cell_len(indent))
    for paragraph in text.splitlines() or [""]:
        yield from (line(indent, (row, style)) for row in _rows(paragraph, room))


def one_line(text: str) -> str:
    """The text as it can stand in a line: nothing that a terminal obeys, no ends of lines."""
    text = visible(text.translate(_ENDS))
    return shown(calm(text))


class _Signs:
    """The one thing here that changes: whether decoration can be seen. A process has one screen."""

    plain = False


def use_signs(*, plain: bool) -> None:
    """From now on with plain signs in the place of decoration, or with all signs."""
    _Signs.plain = plain


def shown(text: str) -> str:
    """The text in signs that this terminal has; each sign stays one cell wide.

    Texts of lines pass through here by themselves; who draws cells by hand calls it.
    """
    return text.translate(_PLAIN) if _Signs.plain else text


def _pairs(signs: str, plain: str) -> dict[int, str]:
    return {ord(sign): one for sign, one in zip(signs, plain, strict=True)}


_PLAIN: dict[int, str] = {
    **dict.fromkeys(range(0x2801, 0x2900), "·"),
    **_pairs("\u2800★☆▁▂▃▄▅▆▇█░▒▓╭╮╰╯●", " **.:-=+*%#.:#┌┐└┘o"),
}
"""Braille, stars, blocks and round corners: what Consolas and the like do not have."""


def calm(text: str) -> str:
    """The text with no more marks on a letter than a script has; a terminal may choke on them."""
    return text if text.isascii() else _HEAP.sub(_calm, text)


def _calm(heap: re.Match[str]) -> str:
    kept, marks = [], 0
    for char in heap[0]:
        marks = 0 if cell_len(char) else marks + 1
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def bar(value: float, most: float, cells: int = _BAR_CELLS) -> tuple[Span, Span]:
    """A bar that does not melt into the one below it: ■■■■······."""
    full = round(max(0.0, min(1.0, value / most if most else 0.0)) * cells)
    return Span("■" * full, "accent"), Span("·" * (cells - full), "soft")


def spark(values: Sequence[float], low: float, high: float) -> str:
    """A small picture of figures in time, one cell each."""
    steps = "▁▂▃▄▅▆▇█"
    room = (high - low) or 1
    return "".join(
        steps[max(0, min(len(steps) - 1, int((value - low) / room * len(steps))))]
        for value in values
    )


def _span(part: Part) -> Span:
    if isinstance(part, Span):
        return part._replace(text=shown(part.text))
    text, style = (part, "") if isinstance(part, str) else part
    return Span(one_line(text), style)


def _cell(span: Span, size: int) -> Span:
    if size >= 0:
        return Span(fit(span.text, size), span.style)
    room = -size
    text = fit(span.text, room).rstrip() if cell_len(span.text) > room else span.text
    return Span(" " * max(0, room - cell_len(text)) + text, span.style)


def _rows(paragraph: str, room: int) -> Iterator[str]:
    """The words of a paragraph in rows; a word that is longer than a row is cut up."""
    row = ""
    for word in one_line(paragraph).split(" "):
        if row and cell_len(row) + 1 + cell_len(word) > room:
            yield row
            row = ""
        row = f"{row} {word}" if row else word
        *whole, row = chop_cells(row, room) or [""]
        yield from whole
    yield row
