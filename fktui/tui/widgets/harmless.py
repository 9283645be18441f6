"""The last look at each line before it goes to the terminal, whichever widget drew it."""

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from fktui.model.text import is_unsafe
from fktui.tui.lines import calm

_ENDS = frozenset("\n\t\u2028\u2029")


class Harmless(LineFilter):
    """Nothing in it that a terminal obeys, also where Textual draws what was typed or pasted."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells; what is unsafe is a sign of its own, or gone where it has no width."""
        del background
        if all(s.text.isascii() and s.text.isprintable() for s in segments):
            return segments
        return [_harmless(segment) for segment in segments]


def _harmless(segment: Segment) -> Segment:
    text = calm(segment.text)
    if text.isprintable() or not any(map(_is_wrong, text)):
        return segment if text == segment.text else segment._replace(text=text)
    shown = "".join(_sign(char) if _is_wrong(char) else char for char in text)
    return Segment(set_cell_size(shown, cell_len(text)), segment.style, segment.control)


def _is_wrong(char: str) -> bool:
    return char in _ENDS or is_unsafe(char)


def _sign(char: str) -> str:
    return "\N{REPLACEMENT CHARACTER}" if cell_len(char) else ""
