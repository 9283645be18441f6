"""The future plan: the family's lines, and who agrees."""

from datetime import date

import pytest

from fktui.errors import NotFound, WrongUse
from fktui.model.plan import FutureSection
from fktui.usecases import history
from fktui.usecases.plan import future

TODAY = date(2026, 11, 21)


def plan(desk, family):
    return desk.load(family.case).case.plan.future_plan


def add(desk, family, section, text, **fields):
    values = {"section": section, "text": text, **fields}
    return future.add_entry(desk, family.case, values).act.record


def test_a_line_goes_to_its_section(desk, ijsvogel):
    made = add(desk, ijsvogel, FutureSection.PROUD, "We sleep again", who=(ijsvogel.jaylen,))
    (entry,) = plan(desk, ijsvogel).entries
    assert (entry.id, entry.text, entry.who) == (made, "We sleep again", (ijsvogel.jaylen,))
    story = desk.store.stories(ijsvogel.case)[0]
    assert story.subject == f"Future plan: what we are proud of ({made})"


def test_a_line_without_words(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        add(desk, ijsvogel, FutureSection.PROUD, " ")
    assert raised.value.code == "field-empty"


def test_a_line_is_taken_out_and_undo_brings_it_back(desk, ijsvogel):
    made = add(desk, ijsvogel, FutureSection.RED, "Doors slam")
    before = plan(desk, ijsvogel)
    future.drop_entry(desk, ijsvogel.case, "doors")
    assert plan(desk, ijsvogel).entries == ()
    assert desk.store.stories(ijsvogel.case)[0].record == made
    history.undo(desk, ijsvogel.case)
    assert plan(desk, ijsvogel) == before


def test_only_a_line_can_be_taken_out(desk, ijsvogel):
    with pytest.raises(NotFound):
        future.drop_entry(desk, ijsvogel.case, ijsvogel.goal)


def test_sections_in_order_with_what_is_empty(desk, ijsvogel):
    one = add(desk, ijsvogel, FutureSection.GREEN, "Breakfast together")
    two = add(desk, ijsvogel, FutureSection.GREEN, "Homework done")
    found = future.sections(desk.load(ijsvogel.case).case)
    assert [section.section for section in found] == list(FutureSection)
    lines = {section.section: [e.id for e in section.entries] for section in found}
    assert lines.pop(FutureSection.GREEN) == [one, two]
    assert not any(lines.values())
