"""`--set key=value`: the kind of the field decides what the text means."""

from datetime import date
from enum import Enum

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.case import KINDS
from fktui.model.family import Person
from fktui.model.journal import Contact
from fktui.model.network import NetworkPerson, Sector
from fktui.model.plan import Goal, GoalStatus, LifeDomain
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice, read_fields
from fktui.usecases.records import add_record
from fktui.words import language


@pytest.fixture
def case(desk: Desk, koolmees: str):
    fields = {"name": "Mila Koolmees", "role": "child"}
    return add_record(desk, koolmees, "person", fields).loaded.case


@pytest.mark.parametrize(
    ("kind", "setting", "value"),
    [
        (Goal, "title=A = B", "A = B"),
        (Goal, "why=", None),
        (Goal, "target-on=1-12", date(2026, 12, 1)),
        (Goal, "domain=chi", LifeDomain.CHILD),
        (Goal, "weight=2", 2),
        (Goal, "priority=", None),
        (Goal, " kind = small_step", "small_step"),
        (Person, "index=ja", True),
        (Person, "index=No", False),
        (Person, "languages=nl, en ,", ("nl", "en")),
        (Person, "languages=", ()),
        (Contact, "hours=1,5", 1.5),
        (Contact, "hours=", None),
        (NetworkPerson, "ring=2", 2),
        (NetworkPerson, "supports=practical,advice", ("practical", "advice")),
    ],
)
def test_a_text_becomes_what_the_field_holds(desk, case, kind, setting, value) -> None:
    [found] = read_fields(desk, case, kind, [setting]).values()
    assert found == value


def test_people_are_found_by_name(desk: Desk, case) -> None:
    mila = case.family.people[0].id
    found = read_fields(desk, case, Goal, ["owners=mila", "words_of=Mila Koolmees"])
    assert found == {"owners": (mila,), "words_of": mila}
    assert read_fields(desk, case, Goal, ["owners=", "words_of="]) == {
        "owners": (),
        "words_of": None,
    }
    with pytest.raises(NotFound):
        read_fields(desk, case, Goal, ["owners=Sinterklaas"])


@pytest.mark.parametrize(
    ("kind", "setting", "code"),
    [
        (Goal, "title", "set-without-value"),
        (Goal, "title= ", "field-empty"),
        (Goal, "colour=red", "unknown-field"),
        (Goal, "id=g-00001", "unknown-field"),
        (Goal, "__class__=x", "unknown-field"),
        (Goal, "domain=moon", "wrong-choice"),
        (Goal, "weight=many", "wrong-number"),
        (Goal, "target_on=someday", "date-unknown"),
        (Goal, "levels=high", "field-of-fields"),
        (Goal, "steps=call", "field-of-fields"),
        (Person, "index=perhaps", "wrong-yes-no"),
        (Person, "index=", "wrong-yes-no"),
    ],
)
def test_what_does_not_fit_is_refused(desk: Desk, case, kind, setting, code) -> None:
    with pytest.raises(WrongUse) as caught:
        read_fields(desk, case, kind, [setting])
    assert caught.value.code == code


def test_a_choice_is_made_by_name_or_label_in_both_languages() -> None:
    assert choice(Sector, "leisure-faith") is Sector.LEISURE_FAITH
    assert choice(Sector, "Leisure faith") is Sector.LEISURE_FAITH
    language.use("nl")
    assert choice(GoalStatus, "behaald") is GoalStatus.REACHED
    assert choice(GoalStatus, "reached") is GoalStatus.REACHED


@pytest.mark.parametrize("text", ["", " ", "f", "nothing"])
def test_a_choice_that_is_not_one_names_all(text: str) -> None:
    with pytest.raises(WrongUse) as caught:
        choice(Sector, text)
    assert caught.value.facts["given"] == text
    assert "friends (" in caught.value.facts["allowed"]


def test_every_choice_of_every_record_can_be_typed() -> None:
    import typing

    enums = {
        part
        for kind in KINDS.values()
        for hint in typing.get_type_hints(kind.type).values()
        for part in (hint, *typing.get_args(hint))
        if isinstance(part, type) and issubclass(part, Enum)
    }
    assert len(enums) > 10
    for enum in enums:
        for member in enum:
            assert choice(enum, member.value) is member
