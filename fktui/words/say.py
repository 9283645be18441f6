"""A sentence for everything that can stop fk: what is wrong, what is safe, what to do now."""

import re
from datetime import date
from enum import Enum

from fktui.errors import FkError
from fktui.words.labels import condition_label, label
from fktui.words.language import N_, _
from fktui.words.tables.error_words import SENTENCES
from fktui.words.tables.record_words import KIND_WORDS
from fktui.words.tables.screen_error_words import SENTENCES as ON_SCREEN
from fktui.words.time.say_dates import say_day

_OTHER_KINDS = {
    "case": N_("family"),
    "colleague": N_("colleague"),
    "folder": N_("folder"),
    "record": N_("record"),
    "revision": N_("version"),
    "schema": N_("kind of file"),
}
"""What can be looked for and is no kind of record."""


_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_COMMAND = re.compile(r"(?<![\w-])(?:fk [a-z]|--[a-z])")


def say_error(error: FkError) -> str:
    """The sentence of an error in the language that is spoken now."""
    code = f"{error.code}-kept" if error.facts.get("kept") else error.code
    sentence = SENTENCES.get(code) or SENTENCES.get(error.code, error.code)
    return _(sentence).format(**{k: _shown(k, v) for k, v in error.facts.items()})


def say_on_screen(error: FkError) -> str:
    """The sentence for somebody at the screen: without commands and options to type."""
    if error.code in ON_SCREEN:
        facts = {name: _shown(name, fact) for name, fact in error.facts.items()}
        return _(ON_SCREEN[error.code]).format(**facts)
    said = _SENTENCE_END.split(say_error(error))
    return " ".join(one for one in said if not _COMMAND.search(one)) or " ".join(said)


def _shown(name: str, fact: object) -> object:
    if name == "kind":
        kind = str(fact)
        return _(_OTHER_KINDS.get(kind) or KIND_WORDS.get(kind, kind)).lower()
    if isinstance(fact, date):
        return say_day(fact)
    if isinstance(fact, Enum):
        return label(fact)
    if name == "conditions":
        return "; ".join(
            f"{code} ({condition_label(code).rstrip('.')})" for code in str(fact).split()
        )
    if isinstance(fact, (tuple, list)):
        return ", ".join(
            " ".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in fact
        )
    return fact
