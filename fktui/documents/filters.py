"""What a template may do with a value: turn it into text that stays text.

A template has no other functions than these. Every value that is printed goes through `inline`,
unless a filter made it `Ready` for the place where it stands. Nothing here grows a text beyond
`MOST_TEXT`, so that no chain of filters fills the memory.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from fktui.model.text import clean, clean_line

MOST_TEXT = 500_000  # characters; a future plan has about 15,000

# The document's language is the template's, not the one of the session, so `words` cannot say it.
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_AND = {"nl": " en ", "en": " and "}

_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")
# What opens a block at the start of a line: heading, list, underline of a heading, ordered list.
_OPENS = re.compile(r"^(?:([#+=-])|(\d{1,9})([.)]))", re.ASCII)


class Ready(str):
    """Text that is right for its place already and is printed as it is."""

    __slots__ = ()


class WrongValue(Exception):
    """A filter or a print got something it cannot show."""


class TooMuch(Exception):
    """A text became longer than a document can be."""


Filter = Callable[..., object]
_Text = TypeVar("_Text", bound=str)


def inline(value: object) -> Ready:
    """The value as Markdown on one line that shows exactly its letters."""
    if isinstance(value, Ready):
        return value
    line = _MARKS.sub(r"\\\1", clean_line(_text(value)))
    return _bounded(Ready(_OPENS.sub(_shut, line)))


def prose(value: object) -> Ready:
    """A text of more lines: a blank line starts a paragraph, other line ends stay line ends."""
    parts = re.split(r"\n\s*\n", clean(_text(value)).strip())
    return _bounded(
        Ready("\n\n".join("\\\n".join(map(inline, part.split("\n"))) for part in parts))
    )


def number(value: object) -> str:
    """A number with a real minus sign and, above zero, a plus: for the -2..+2 scale."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongValue
    return f"{value:+d}".replace("-", "\N{MINUS SIGN}") if value else "0"


def where(records: object, field: str, wanted: object) -> list[Mapping[str, object]]:
    """The records whose field is this."""
    return [record for record in _records(records) if record.get(field) == wanted]


def for_language(language: str) -> dict[str, Filter]:
    """Every filter that a template in this language may use, by its name in the template."""

    def day(value: object) -> str:
        return say_day(value, language)

    def join(values: object, word: str = _AND[language]) -> str:
        """Names in a row: "a, b en c"."""
        texts = [_text(value) for value in _sequence(values)]
        start = ", ".join(texts[:-1])
        return _bounded(start + word + texts[-1] if start else "".join(texts))

    def q(value: object) -> Ready:
        """The value as JSON on its own lines, for a named block; days are written out."""
        return _bounded(Ready(_json(value, language)))

    return {
        "day": day,
        "join": join,
        "number": number,
        "prose": prose,
        "q": q,
        "where": where,
    }


def say_day(value: object, language: str) -> str:
    """A day written out ("21 november 2026"); words that stand for a day stay as they are."""
    if isinstance(value, str):
        return value
    if not isinstance(value, date):
        raise WrongValue
    return f"{value.day} {_MONTHS[language].split()[value.month - 1]} {value.year}"


def _shut(found: re.Match[str]) -> str:
    opener, digits, dot = found.groups()
    return f"\\{opener}" if opener else f"{digits}\\{dot}"


def _json(value: object, language: str) -> str:
    """JSON with a record per line: a coach edits it in the concept."""

    def written(other: object) -> str:
        return say_day(other, language)

    if isinstance(value, Mapping | str) or not isinstance(value, Sequence):
        return _one_line(value, written)
    if not value:
        return "[]"
    return "[\n  " + ",\n  ".join(_one_line(item, written) for item in value) + "\n]"


def _one_line(value: object, written: Callable[[object], str]) -> str:
    try:
        return json.dumps(_cleaned(value), ensure_ascii=False, default=written)
    except RecursionError as error:
        raise WrongValue from error


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, Mapping):
        return {str(key): _cleaned(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(item) for item in value]
    return value


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongValue
    return str(value)


def _sequence(value: object) -> Sequence[object]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise WrongValue
    return value


def _records(value: object) -> list[Mapping[str, object]]:
    return [item for item in _sequence(value) if isinstance(item, Mapping)]


def _bounded(text: _Text) -> _Text:
    if len(text) > MOST_TEXT:
        raise TooMuch
    return text
