"""A contact as people type it, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.errors import WrongUse
from fktui.model.journal import ContactKind, PlaceKind
from fktui.words import language
from fktui.words.contact_words import contact_words


@pytest.mark.parametrize("spoken", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ([], (None, None, None, "")),
        (["1,5", "huisbezoek", "We aten"], (1.5, None, PlaceKind.HOME, "We aten")),
        (["huisbezoek", "1u30"], (1.5, None, PlaceKind.HOME, "")),
        (["2", "uur", "school"], (2, None, PlaceKind.SCHOOL, "")),
        (["Intake", "home", "1"], (1, ContactKind.INTAKE, PlaceKind.HOME, "")),
        (["gebeld", "met", "school"], (None, None, PlaceKind.PHONE, "met school")),
        (
            ["practical", "office", "kantoor", "x"],
            (None, ContactKind.PRACTICAL, PlaceKind.OFFICE, "kantoor x"),
        ),
        (["1", "2", "kinderen boos"], (1, None, None, "2 kinderen boos")),
        (["2 kinderen waren boos"], (None, None, None, "2 kinderen waren boos")),
        (["nazorg,", "beeldbellen"], (None, ContactKind.AFTERCARE, PlaceKind.VIDEO, "")),
        (["-"], (None, None, None, "-")),
        (["in the neighbourhood", "x"], (None, None, PlaceKind.NEIGHBOURHOOD, "x")),
    ],
)
def test_examples(spoken, typed, read):
    language.use(spoken)
    found = contact_words(typed)
    assert (found.hours and found.hours.hours, found.kind, found.place, found.note) == read


def test_the_word_of_the_spoken_language():
    language.use("nl")
    assert contact_words(["kennismaking"]).kind is ContactKind.INTAKE


def test_hours_that_no_day_has_are_no_note():
    with pytest.raises(WrongUse) as raised:
        contact_words(["30", "huisbezoek"])
    assert raised.value.code == "hours-outside"


def test_a_rounding_is_known():
    assert contact_words(["40m"]).hours.rounded


@given(st.lists(st.text(), max_size=5))
def test_no_word_of_a_note_is_lost(words):
    try:
        read = contact_words(words)
    except WrongUse:
        return
    assert " ".join(words).endswith(read.note)
