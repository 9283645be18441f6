"""Text of people: cleaned when it is stored, and made visible when it is shown.

A control character in a name reaches the terminal through Rich and Textual even with markup off
(window title, clipboard). So nothing that a terminal could obey is stored, and nothing is shown
unseen that was written by another editor.
"""

_KEEP = frozenset("\n\t")
# Marks that turn or hide text: embeddings, overrides, isolates, zero-width space, BOM, tags.
_TURNING = frozenset(chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_HIDDEN = frozenset((0x200B, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)))
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n"})


def is_unsafe(char: str) -> bool:
    """Whether a terminal could obey this character, or a reader could be misled by it."""
    if char in _KEEP:
        return False
    code = ord(char)
    is_control = code < 0x20 or 0x7F <= code <= 0x9F  # noqa: PLR2004 - C0 and C1 of Unicode
    is_half = 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - half of a pair, no character at all
    return is_control or is_half or char in _TURNING or code in _HIDDEN


def clean(text: str) -> str:
    """The text as it is stored: NFC, line ends as LF, without what `is_unsafe` names.

    Right-to-left scripts, emoji (with their joiners) and combining marks stay as they are.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    if text.isascii() and text.isprintable():
        return text
    import unicodedata  # 3 ms, and `fk list` shows text without storing any

    return unicodedata.normalize("NFC", "".join(c for c in text if not is_unsafe(c)))


def clean_line(text: str) -> str:
    """`clean`, on one line and without white space at the ends."""
    return " ".join(clean(text).split())


def visible(text: str) -> str:
    """The text as it is shown: what a terminal could obey is replaced by U+FFFD."""
    # What `is_unsafe` names is not printable to Python either, but a line end is not as well.
    if text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if is_unsafe(c) else c for c in text)
