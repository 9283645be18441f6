"""Ids are never a name, a number or one that is taken."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.model.case import KINDS
from fktui.model.ids import (
    ALPHABET,
    LETTERS,
    is_case_id,
    is_record_id,
    new_case_id,
    new_id,
)
from fktui.model.words_from_nature import WORDS
from fktui.store.yaml.read import plain, read


class Repeating:
    """Random bits that come out in this order, and then again."""

    def __init__(self, *numbers: int) -> None:
        self.numbers = list(numbers)

    def getrandbits(self, k: int, /) -> int:
        self.numbers.append(self.numbers[0])
        return self.numbers.pop(0) % 2**k


def is_number(text: str) -> bool:
    try:
        float(text.replace("_", ""))
    except ValueError:
        return False
    return True


@given(st.sampled_from(sorted(LETTERS)), st.integers(0, 2**32))
def test_a_record_id_has_its_letter_and_is_no_number(kind: str, seed: int) -> None:
    made = new_id(kind, (), random.Random(seed))
    assert is_record_id(made)
    assert made.startswith(f"{LETTERS[kind]}-")
    assert not is_number(made)
    assert set(made[2:]) <= set(ALPHABET)
    assert plain(read(f"id: {made}\n")) == {"id": made}


@given(st.integers(0, 2**32))
def test_a_case_id_is_a_word_from_nature_and_no_number(seed: int) -> None:
    made = new_case_id((), random.Random(seed))
    word, _dash, rest = made.partition("-")
    assert is_case_id(made)
    assert word in WORDS
    assert set(rest) <= set(ALPHABET)
    assert not is_number(made)
    assert not is_record_id(made)


def test_an_id_that_is_taken_is_not_given_again() -> None:
    taken = new_id("goal", (), Repeating(1, 2, 3, 4, 5))
    other = new_id("goal", {taken}, Repeating(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
    assert (taken, other) == ("g-12345", "g-6789a")


def test_a_case_id_that_is_taken_is_not_given_again() -> None:
    taken = new_case_id((), Repeating(0, 1, 2, 3))
    other = new_case_id({taken}, Repeating(0, 1, 2, 3, 1, 1, 2, 3))
    assert taken == f"{WORDS[0]}-123"
    assert other == f"{WORDS[1]}-123"


def test_ids_look_alike_in_no_letter() -> None:
    assert len(ALPHABET) == 32
    assert not set("ilou") & set(ALPHABET)


def test_every_kind_of_record_has_a_letter_and_those_of_daily_use_one_of_their_own() -> None:
    assert set(KINDS) <= set(LETTERS)
    own = [kind for kind, letter in LETTERS.items() if [*LETTERS.values()].count(letter) == 1]
    assert {"person", "goal", "step", "contact", "meeting", "network"} <= set(own)


def test_every_word_from_nature_makes_a_case_id() -> None:
    assert len(set(WORDS)) == len(WORDS) > 100
    assert [word for word in WORDS if not is_case_id(f"{word}-000")] == []


@pytest.mark.parametrize(
    "text",
    ["", "g-7kq2", "g-7kq2mm", "G-7kq2m", "g_7kq2m", "g-7kq2m\n", "g-7kqim", "7-7kq2m", "gg-7kq2m"],
)
def test_what_is_no_record_id(text: str) -> None:
    assert not is_record_id(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "ijsvogel", "ijsvogel-k4", "ijsvogel-k4fx", "IJsvogel-k4f", "ij-k4f"),
        *("../ijsvogel-k4f", "ijsvogel-k4f\n", "ijsvogel-k4f/", "ijsvogel-k4o", "123-123"),
    ],
)
def test_what_is_no_case_id(text: str) -> None:
    assert not is_case_id(text)
