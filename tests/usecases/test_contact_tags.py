"""Principles and elements on a contact: by name, kept as ids, in the text editor too."""

import pytest

from fktui.errors import NotFound, Unreadable
from fktui.model.journal import Element
from fktui.usecases.journal import drafts
from fktui.usecases.journal.contacts import add_contact, edit_contact
from fktui.usecases.team.principles import focus, principle_ids
from fktui.usecases.team.reading import principles


def written(desk, case_id, contact, change):
    """What comes back when somebody changes a draft of this contact in an editor."""
    case = desk.load(case_id).case
    draft = drafts.start(desk, "contact", drafts.as_text(desk, case, contact))
    draft.path.write_text(change(draft.text), encoding="utf-8")
    try:
        return drafts.read_contact(desk, case, draft)
    finally:
        drafts.drop(draft)


def noted(desk, case_id, **fields):
    return add_contact(desk, case_id, {"body": "x", **fields}).loaded.case.contacts[-1]


def test_names_in_a_draft_and_ids_in_the_record(desk, ijsvogel):
    given = principle_ids(desk, ["network"])
    contact = noted(desk, ijsvogel.case, principles=given, elements=(Element.JOINING,))
    shown = drafts.as_text(desk, desk.load(ijsvogel.case).case, contact)
    assert "  - Involving the network\n" in shown
    assert "joining" in shown
    fields = written(desk, ijsvogel.case, contact, lambda text: text.replace("\nx\n", "\ny\n"))
    assert (fields["principles"], fields["elements"]) == (given, (Element.JOINING,))


def test_what_is_offered_fits_when_a_choice_is_made(desk, ijsvogel):
    contact = noted(desk, ijsvogel.case)

    def chosen(text):
        assert "# principles: [Shared decision-making | " in text
        return text.replace(
            "# elements: [whole_family | joining | together | prioritising | area_based"
            " | normalising]",
            "elements: [together, normalising]",
        )

    fields = written(desk, ijsvogel.case, contact, chosen)
    assert fields["elements"] == (Element.TOGETHER, Element.NORMALISING)


def test_those_in_focus_are_offered_alone(desk, ijsvogel):
    focus(desk, ["affirming"])
    case = desk.load(ijsvogel.case).case
    text = drafts.as_text(desk, case, noted(desk, ijsvogel.case))
    assert "# principles: [Affirming the family]\n" in text


def test_an_older_name_stays_as_it_was_written(desk, ijsvogel):
    contact = noted(desk, ijsvogel.case, principles=("eigen regie",))
    fields = written(desk, ijsvogel.case, contact, lambda text: text.replace("\nx\n", "\ny\n"))
    assert fields["principles"] == ("eigen regie",)
    assert edit_contact(desk, ijsvogel.case, contact.id, fields).commit


def test_a_new_name_that_is_no_principle_is_refused(desk, ijsvogel):
    contact = noted(desk, ijsvogel.case)
    with pytest.raises(NotFound):
        written(
            desk,
            ijsvogel.case,
            contact,
            lambda text: text.replace("---\n\nx", "principles: [eigen regie]\n---\n\nx"),
        )


def test_an_element_that_does_not_exist_is_refused(desk, ijsvogel):
    contact = noted(desk, ijsvogel.case)
    with pytest.raises(Unreadable):
        written(
            desk,
            ijsvogel.case,
            contact,
            lambda text: text.replace("---\n\nx", "elements: [magic]\n---\n\nx"),
        )


def test_names_everywhere_are_those_of_the_team_too(desk, ijsvogel):
    [first, *_others] = principles(desk).principles
    names = desk.names(desk.load(ijsvogel.case).case)
    assert (names[first.id], names[ijsvogel.mila]) == ("Shared decision-making", "Mila")
