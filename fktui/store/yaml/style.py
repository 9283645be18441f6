"""How a value looks in a case file: with which quotes, as a block, or on one line.

Decisions only; `yaml_write` makes the text. The aim is a file that each YAML reader, of version 1.1
and of 1.2, reads as the same strings, and that a person would have typed much the same way.
"""

import re
from datetime import date
from enum import Enum
from typing import TypeGuard

from fktui.store.yaml.nodes import Data

LINE_WIDTH = 100  # a list of ids stays on one line up to here


class Style(Enum):
    """The way in which one value is written."""

    PLAIN = "plain"
    SINGLE = "single quotes"
    DOUBLE = "double quotes, with escapes"
    LITERAL = "a block, as it is typed"


# Words and shapes that a reader of YAML 1.1 or 1.2 takes for something else than text.
_WORDS = frozenset(
    ("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<")
)
_NUMBER = re.compile(r"[-+]?\.?[0-9][0-9A-Fa-f_.,:xXoO+-]*\Z")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[Tt \t]")

# Text that needs no quotes in a block, and text that needs none between brackets either.
_PLAIN = re.compile(r"(?:[^\W_]|[^\x00-\x7f])(?:[^:#]|:(?!\s|\Z)|(?<!\s)#)*\Z")
_WORD = re.compile(r"[^\W_][\w./+-]*\Z")
_BRACKETS = re.compile(r"[][{},:?]")  # PyYAML ends a text at the last two as well

_FIELD = re.compile(r"[a-z][a-z0-9_]*\Z")

# A block shows the text as it is, so it must hold nothing that cannot be seen or typed.
_UNPRINTABLE = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010fffe]"
)
_ENDS_IN_SPACE = re.compile(r"[ \t](?:\n|\Z)")


def is_field_name(key: str) -> bool:
    """Whether a key is written as fields are: small letters, digits and underscores."""
    return _FIELD.match(key) is not None and key not in ("null", "true", "false")


def spelled(value: Data) -> str | None:
    """A single value as the text that is read back."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def style_of(value: Data, *, in_brackets: bool = False) -> Style:
    """How this single value is written; no block between brackets."""
    if not isinstance(value, str):
        return Style.PLAIN
    if _UNPRINTABLE.search(value):
        return Style.DOUBLE
    if "\n" in value:
        return Style.LITERAL if _fits_block(value) and not in_brackets else Style.DOUBLE
    return Style.PLAIN if _is_plain(value, in_brackets) else Style.SINGLE


def _fits_block(value: str) -> bool:
    starts_plain = value[0] not in " \n"
    return starts_plain and not _ENDS_IN_SPACE.search(value)


def _is_plain(value: str, in_brackets: bool) -> bool:
    if value.lower() in _WORDS or _NUMBER.match(value) or _MOMENT.match(value):
        return False
    if in_brackets and _BRACKETS.search(value):
        return False
    return _PLAIN.match(value) is not None and value == value.strip()


def is_short_list(value: Data, room: int) -> bool:
    """Whether this list goes on one line of `room` characters: ids, codes, numbers, dates."""
    if not is_list(value) or not all(_is_word(item) for item in value):
        return False
    return sum(len(spelled(item) or "") + 2 for item in value) <= room


def _is_word(value: Data) -> bool:
    if isinstance(value, str):
        return style_of(value) is Style.PLAIN and _WORD.match(value) is not None
    return isinstance(value, bool | int | float | date)


def is_list(value: Data) -> TypeGuard[list[Data] | tuple[Data, ...]]:
    """Whether this is a list (or tuple) of values."""
    return isinstance(value, list | tuple)


def same(one: Data, other: Data) -> bool:
    """Whether both are written as the same data: `1` is `'1'`, but not `true`."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if is_list(one) and is_list(other):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) or is_list(one) or isinstance(other, dict) or is_list(other):
        return False
    return spelled(one) == spelled(other)
