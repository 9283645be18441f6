"""Ids: random, short, never a name, never readable as a number, never in sequence.

A case id is a Dutch word from nature and three random characters (`ijsvogel-k4f`). A record id is
a type letter, a dash and five random characters of Crockford's base 32 (`g-7kq2m`). The random
bits are handed in: this module asks nothing of the computer.
"""

import re
from collections.abc import Iterable
from typing import Protocol

from fktui.model.words_from_nature import WORDS

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
CASE_ID = re.compile(r"[a-z]{3,16}-[0-9a-hjkmnp-tv-z]{3}\Z")
RECORD_ID = re.compile(r"[a-z]-[0-9a-hjkmnp-tv-z]{5}\Z")

LETTERS = {
    "agreement": "b",
    "assent": "j",
    "authority": "a",
    "call": "v",
    "candidate": "y",
    "code_step": "v",
    "colleague": "t",
    "community": "o",
    "condition": "v",
    "consent": "k",
    "contact": "c",
    "contraindication": "l",
    "disclosure": "x",
    "document": "d",
    "domain": "r",
    "evaluation": "e",
    "event": "e",
    "experience": "r",
    "extension": "z",
    "future": "u",
    "goal": "g",
    "help_request": "w",
    "household": "h",
    "indication": "l",
    "information": "l",
    "intervention": "i",
    "jim": "y",
    "jim_step": "y",
    "measurement": "r",
    "meeting": "m",
    "meeting_agreement": "v",
    "network": "n",
    "organisation": "o",
    "parental_answer": "y",
    "participation": "k",
    "person": "p",
    "phase": "f",
    "principle": "l",
    "referral_goal": "l",
    "relation": "q",
    "reporting_code": "v",
    "review": "v",
    "role": "q",
    "safety_agreement": "v",
    "safety_plan": "v",
    "scaling": "r",
    "score": "r",
    "service": "o",
    "signal": "v",
    "statement": "d",
    "step": "s",
    "strength": "w",
    "stressor": "w",
    "study": "l",
    "team_measure": "r",
    "tie": "y",
    "worry": "w",
}
"""The letter of each kind of record. There are more kinds than letters: kin share one."""


class RandomBits(Protocol):
    """Anything that hands out random bits, such as `random.SystemRandom()`."""

    def getrandbits(self, k: int, /) -> int:
        """K random bits as a number."""
        ...


def new_id(kind: str, taken: Iterable[str], bits: RandomBits) -> str:
    """A fresh record id of this kind, different from all that are taken."""
    letter, used = LETTERS[kind], frozenset(taken)
    while True:
        candidate = f"{letter}-{_crockford(bits, 5)}"
        if candidate not in used:
            return candidate


def new_case_id(taken: Iterable[str], bits: RandomBits) -> str:
    """A fresh case id, different from all that are taken."""
    used = frozenset(taken)
    while True:
        word = WORDS[bits.getrandbits(32) % len(WORDS)]
        candidate = f"{word}-{_crockford(bits, 3)}"
        if candidate not in used:
            return candidate


def _crockford(bits: RandomBits, length: int) -> str:
    return "".join(ALPHABET[bits.getrandbits(5)] for _ in range(length))


def is_case_id(text: str) -> bool:
    """Whether this is written as a case id."""
    return CASE_ID.match(text) is not None


def is_record_id(text: str) -> bool:
    """Whether this is written as a record id."""
    return RECORD_ID.match(text) is not None
