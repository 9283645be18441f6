"""Finding text in the overview: whole words first, then parts of words, the newest first.

What a person types is never given to SQLite as a query of its own: each word is quoted, so that
no sign in it means anything.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from fktui.store.overview.rows import MARK_END, MARK_START, Hit

Ask = Callable[..., list[Any]]
"""A query and its values in, rows out."""

_WORDS = re.compile(r"[^\W_]+")
_ASKED = re.compile(r'"([^"]*)"?|(\S+)')
# So many different words that hold the part are looked for.
_MOST_TERMS = 300
_SNIPPET_WORDS = 14

_FIND = f"""
SELECT family.case_id, family.name, entry."on", entry.kind, entry.record, entry.file,
    snippet(words, 0, '{MARK_START}', '{MARK_END}', '…', {_SNIPPET_WORDS}), ?4
FROM words JOIN entry ON entry.number = words.rowid JOIN family ON family.number = entry.family
WHERE words MATCH ?1 AND (?2 IS NULL OR family.case_id = ?2)
ORDER BY words.rowid DESC LIMIT ?3
"""  # noqa: S608 - nothing in it is from outside
_BY_ID = """
SELECT family.case_id, family.name, entry."on", entry.kind, entry.record, entry.file,
    entry.text, 1
FROM entry JOIN family ON family.number = entry.family
WHERE entry.record = ?1 AND (?2 IS NULL OR family.case_id = ?2)
"""


def words_in(texts: Iterable[str]) -> set[str]:
    """The different words of these texts, as SQLite keeps them: small letters, no accents."""
    return {word for text in texts for word in _WORDS.findall(_folded(text))}


def search(ask: Ask, asked: str, case_id: str | None, limit: int) -> list[Hit]:
    """The entries that hold all that is asked for.

    Args:
        ask: gives the rows of a query to the overview.
        asked: words, and phrases between double quotes; or the id of a record.
        case_id: in this family only.
        limit: no more hits than this.
    """
    asked = asked.encode("utf-8", "replace").decode()  # bytes of a shell that are no text
    by_id = ask(_BY_ID, asked.strip(), case_id)
    if by_id:
        return [_hit(row) for row in by_id]
    parts = _parts(asked)
    if not parts:
        return []
    whole = " AND ".join(map(_phrase, parts))
    found = ask(_FIND, whole, case_id, limit, 1)
    if len(found) < limit and (wider := _wider(ask, parts)) is not None:
        query = f"({wider}) NOT ({whole})"
        found += ask(_FIND, query, case_id, limit - len(found), 0)
    return [_hit(row) for row in found]


def _parts(asked: str) -> list[str]:
    """The words and phrases that hold a letter or a figure; all other signs are passed over."""
    pairs = _ASKED.findall(asked.replace("\0", " "))
    parts = [phrase or word.replace('"', " ") for phrase, word in pairs]
    return [part for part in parts if any(char.isalnum() for char in part)]


def _phrase(part: str) -> str:
    return f'"{part}"'


def _wider(ask: Ask, parts: Sequence[str]) -> str | None:
    """The query for parts of words; None when a part is in no word at all."""
    groups = [_containing(ask, part) for part in parts]
    return " AND ".join(f"({group})" for group in groups) if all(groups) else None


def _containing(ask: Ask, part: str) -> str:
    words = _WORDS.findall(_folded(part))
    if len(words) != 1:
        return f"{_phrase(part)} *"
    terms = ask("SELECT word FROM term WHERE instr(word, ?) LIMIT ?", words[0], _MOST_TERMS)
    return " OR ".join(_phrase(word) for (word,) in terms)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _hit(row: Sequence[object]) -> Hit:
    return Hit._make((*row[:-1], bool(row[-1])))
