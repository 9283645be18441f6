"""Nothing is without a name: every enum, every field, every kind, in both languages."""

import pkgutil
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import fktui
import fktui.method
import fktui.model
from fktui.method.phases import conditions
from fktui.model.case import FILES, KINDS
from fktui.model.family import Gender, Role
from fktui.model.ids import LETTERS
from fktui.model.instrument import Instrument, Scale
from fktui.model.journal import MeetingKind
from fktui.model.record import Record
from fktui.model.trajectory import Phase
from fktui.words.deadlines import said
from fktui.words.labels import (
    condition_label,
    field_label,
    instrument_label,
    kind_label,
    label,
    scale_label,
    yes_no,
)
from fktui.words.tables.enum_words import ENUM_WORDS
from fktui.words.tables.record_words import CONDITION_WORDS, FIELD_WORDS, KIND_WORDS

CATALOGUE = Path(fktui.__path__[0]) / "locale" / "nl" / "LC_MESSAGES" / "fktui.po"


def classes(base):
    """All classes of records and rules that descend from this one."""
    for package in (fktui.model, fktui.method):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            own = (one for one in vars(module).values() if isinstance(one, type))
            yield from (
                one for one in own if one.__module__ == found.name and issubclass(one, base)
            )


ENUMS = sorted(classes(Enum), key=lambda enum: enum.__name__)
FIELDS = sorted({field for record in classes(Record) for field in record.__struct_fields__})
MESSAGES = [
    *(word for words in ENUM_WORDS.values() for word in words.values()),
    *FIELD_WORDS.values(),
    *KIND_WORDS.values(),
    *CONDITION_WORDS.values(),
]


def test_there_are_enums_and_fields_to_walk():
    assert Role in ENUMS
    assert "target_on" in FIELDS


@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_of_an_enum_has_a_word_of_its_own(enum):
    words = [label(value) for value in enum]
    assert all(words)
    assert len(set(words)) == len(words)


def test_no_enum_is_named_that_is_not_there():
    assert set(ENUM_WORDS) == set(ENUMS)
    assert all(set(ENUM_WORDS[enum]) == {value.value for value in enum} for enum in ENUMS)


def test_every_field_of_a_record_has_a_word_and_no_other():
    assert sorted(FIELD_WORDS) == FIELDS


def test_every_kind_and_every_head_of_a_file_has_a_name():
    assert set(KINDS) | set(FILES) | set(LETTERS) == set(KIND_WORDS)
    assert all(kind_label(kind) for kind in KIND_WORDS)


def test_every_condition_of_a_phase_has_a_sentence():
    codes = {condition.code for phase in Phase for condition in conditions(phase)}
    assert set(CONDITION_WORDS) == codes
    assert all(condition_label(code).endswith(".") for code in codes)


def test_values_with_the_same_code_keep_words_of_their_own_enum():
    assert (label(Role.CHILD), label(Gender.OTHER)) == ("child", "other")


def test_a_field_we_do_not_know_is_called_as_it_is():
    assert field_label("shoe_size") == "shoe_size"


@pytest.mark.usefixtures("dutch")
def test_the_words_of_the_field_in_dutch():
    assert label(Phase.START) == "startfase"
    assert label(MeetingKind.FAMILY_MEETING) == "gezinsbespreking"
    assert kind_label("goal") == "Doel"
    assert field_label("lead_clinician") == "regiebehandelaar"


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("enum", ENUMS)
def test_in_dutch_too_each_value_has_a_word_of_its_own(enum):
    words = [label(value) for value in enum]
    assert len(set(words)) == len(words)


@pytest.mark.usefixtures("dutch")
def test_an_instrument_of_ours_is_in_dutch_and_of_the_team_as_it_was_written():
    calm = Scale(name="calm", title="Calm at home", low=0, high=10)
    assert scale_label(calm) == "Rust in huis"
    assert scale_label(Scale(name="calm", low=0, high=10)) == "calm"
    titles = [instrument_label(Instrument(name="own", title=one)) for one in ("Wellbeing", "Y", "")]
    assert titles == ["Welbevinden", "Y", "own"]


@pytest.mark.usefixtures("dutch")
def test_the_title_of_a_goal_is_never_translated():
    assert said({"title": "Wellbeing"}) == {"title": "Wellbeing"}
    found = said({"title": "Wellbeing", "instrument": "wellbeing"})
    assert found == {"title": "Welbevinden", "instrument": "wellbeing"}


@pytest.mark.usefixtures("dutch")
def test_yes_no_or_not_known():
    assert [yes_no(known) for known in (True, False, None)] == ["ja", "nee", "nog niet bekend"]


def test_every_word_is_in_the_dutch_catalogue():
    with CATALOGUE.open("rb") as file:
        dutch = read_po(file)
    missing = [word for word in MESSAGES if word not in dutch or not dutch[word].string]
    assert missing == []
