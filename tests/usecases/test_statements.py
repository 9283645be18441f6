"""A person's own view: kept as it was said, beside what it is about."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.usecases.desk import Desk
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.records import add_record
from fktui.usecases.rights.statements import (
    add_statement,
    beside,
    beside_entry,
    find_statement,
    statements,
)


def said(desk: Desk, family, **fields):
    given = {"by": family.mila, "body": "Zo was het niet."} | fields
    return add_statement(desk, family.case, given)


def test_a_statement_is_kept_as_it_was_said(desk, ijsvogel) -> None:
    saved = said(desk, ijsvogel, body="  Zo was het niet.\n\n# Ik was kalm.")
    [one] = saved.loaded.case.statements
    assert (one.by, one.on, one.entry) == (ijsvogel.mila, date(2026, 11, 21), None)
    assert desk.load(ijsvogel.case).case.statements[0].body.endswith("# Ik was kalm.")
    assert saved.loaded.paths[one.id] == f"statements/2026-11-21-{one.id}.md"
    subject = desk.store.stories(ijsvogel.case)[0].subject
    assert one.id in subject
    assert "Mila" not in subject


def test_what_only_some_may_read_lies_in_their_own_folder(desk, ijsvogel) -> None:
    saved = said(desk, ijsvogel, visible_to=(ijsvogel.mila,))
    [one] = saved.loaded.case.statements
    path = f"people/{ijsvogel.mila}/statement-2026-11-21-{one.id}.md"
    assert saved.loaded.paths[one.id] == path
    assert (desk.store.places.case(ijsvogel.case) / path).is_file()


def test_beside_an_entry_it_is_about_the_same_people(desk, ijsvogel) -> None:
    fields = {"what": "Mila is boos", "nature": "opinion", "about": (ijsvogel.mila,)}
    worry = add_record(desk, ijsvogel.case, "worry", fields).act.record
    case = desk.load(ijsvogel.case).case
    assert beside_entry(case, "Mila is") == {"entry": worry, "about": (ijsvogel.mila,)}
    contact = add_contact(desk, ijsvogel.case, {"present": (ijsvogel.jaylen,), "body": "x"})
    case = contact.loaded.case
    assert beside_entry(case, contact.act.record)["about"] == (ijsvogel.jaylen,)
    assert beside_entry(case, ijsvogel.goal) == {"entry": ijsvogel.goal}
    with pytest.raises(NotFound):
        beside_entry(case, "w-gone0")


def test_statements_are_found_by_person_entry_id_and_day(desk, ijsvogel) -> None:
    first = said(desk, ijsvogel, on=date(2026, 11, 2), entry=ijsvogel.goal).act.record
    other = said(desk, ijsvogel, by=ijsvogel.jaylen, entry=ijsvogel.goal).act.record
    case = desk.load(ijsvogel.case).case
    assert [one.id for one in statements(case)] == [other, first]
    assert [one.id for one in statements(case, ijsvogel.mila)] == [first]
    assert [one.id for one in beside(case, ijsvogel.goal)] == [first, other]
    assert beside(case, ijsvogel.mila) == ()
    assert find_statement(desk, case, "2-11").id == first
    assert find_statement(desk, case, other[:5]).id == other


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"body": "  "}, "field-empty"),
        ({"by": ""}, "field-empty"),
        ({"on": date(2026, 11, 22)}, "day-to-come"),
    ],
)
def test_what_is_no_statement_is_refused(desk, ijsvogel, fields, code) -> None:
    with pytest.raises(WrongUse) as caught:
        said(desk, ijsvogel, **fields)
    assert caught.value.code == code
    assert desk.load(ijsvogel.case).case.statements == ()
