"""The PDF: a real one, read back."""

import re
import time

import msgspec
import pytest
from family_a import KOOLMEES
from paper import concept, made, pages

from fktui.documents.facts import FuturePlanFacts, GoalResult, Moment, Words
from fktui.documents.pdf import Meta, Note, pdf
from fktui.documents.tree import parse

LONG = "Wilhelmina-Alexandrina van der Koolmees-Zwaluw"


@pytest.fixture(scope="module")
def markdown():
    return concept(KOOLMEES)


@pytest.fixture(scope="module")
def plan(markdown):
    return made(markdown, "pdf", KOOLMEES)


def test_the_plan_of_a_family_has_at_most_six_pages(plan):
    assert plan.notes == ()
    assert plan.data.startswith(b"%PDF-1.7")
    assert len(pages(plan.data)) == 6


def test_its_sections_are_in_order(plan):
    text = " ".join(pages(plan.data))
    places = [
        text.index(title)
        for title in (
            "Wij zijn Sherida (38), Jaylen (15), Mila (11), Noor (4) en Ruben (41).",
            "Waar wij trots op zijn",
            "Wat ons sterk houdt",
            "De mensen om ons heen",
            "Hoe wij zien hoe het gaat",
            "Wat wij doen als het minder gaat",
            "De hulp die doorgaat",
            "Afspraken over veiligheid die blijven",
            "Momenten waar wij vooraf aan denken",
            "Onze wensen voor over een jaar",
            "Het nazorggesprek",
            "Voor Jaylen, Mila en Noor",
            "Ons plan voor op de koelkast",
            "Wij spreken dit samen af",
        )
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "said",
    [
        "Jaylen gaat weer naar school zonder buikpijn",
        "JIM van Jaylen",
        "Oranje: let op",
        "tot 1 maart 2027",
        "14 september 2026",
        "21 april 2026",
        "nog niet gevraagd",
        "bladzijde 6 van 6",
        "Ons toekomstplan · Gezin Koolmees",
    ],
)
def test_it_says_what_the_family_said(plan, said):
    assert said in " ".join(pages(plan.data))


def test_children_and_fridge_have_a_page_of_their_own(plan):
    *_, children, fridge, _ = pages(plan.data)
    assert "Voor Jaylen, Mila en Noor" in children
    assert "koelkast" in fridge
    assert "Wie belt wie" in fridge
    assert "Veilig Thuis" in fridge


def test_it_promises_a_reader_aloud_and_an_archive(plan):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in plan.data
    assert b"<pdfaid:part>2</pdfaid:part>" in plan.data
    assert b"/Lang (nl)" in plan.data or b"<rdf:li>nl</rdf:li>" in plan.data


def test_same_input_same_bytes(markdown, plan):
    assert made(markdown, "pdf", KOOLMEES).data == plan.data


def test_the_other_language():
    plan = made(concept(KOOLMEES, "en"), "pdf", KOOLMEES, "en")
    text = " ".join(pages(plan.data))
    assert len(pages(plan.data)) == 6
    assert "Our future plan · The Koolmees family" in text
    assert "Who calls whom" in text
    assert "14 September 2026" in text


@pytest.mark.parametrize(
    ("language", "asked"), [("nl", "Dit vullen wij nog samen in"), ("en", "We will")]
)
def test_what_is_not_known_yet_is_an_open_line(language, asked):
    bare = FuturePlanFacts(family_name="Koolmees", made_on=KOOLMEES.made_on)
    text = " ".join(pages(made(concept(bare, language), "pdf", bare, language).data))
    assert text.count(asked) >= 15


def test_long_names_and_many_people_fit():
    replace = msgspec.structs.replace
    facts = replace(
        KOOLMEES,
        family_name=LONG,
        network=tuple(replace(person, name=LONG) for person in KOOLMEES.network * 4),
        calls=tuple(replace(call, who=LONG, whom=LONG) for call in KOOLMEES.calls * 2),
        signs=tuple(replace(sign, who=LONG) for sign in KOOLMEES.signs * 2),
    )
    plan = made(concept(facts), "pdf", facts)
    assert plan.notes == ()
    fridges = [page for page in pages(plan.data) if "koelkast" in page]
    assert len(fridges) == 1
    assert "Veilig Thuis" in fridges[0]


def test_other_scripts_and_signs_of_joy_have_letters():
    said = Words(who="سلمى ሰላም Şükrü Łódź Ελένη Надя", text="😊 ❤ 👍 ★ → ☑ − ≤")
    facts = msgspec.structs.replace(KOOLMEES, proud=(said,))
    assert made(concept(facts), "pdf", facts).notes == ()


def test_a_letter_of_another_font_is_borrowed_and_reported():
    plan = made("# Ons plan\n\nhallo ქ", "pdf", KOOLMEES)
    assert plan.notes == (Note("pdf-borrowed-letters", "ქ"),)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in plan.data


def test_a_letter_that_no_font_anywhere_has():
    """A private character: no font of any computer can be right about it."""
    made_of = made("hallo \uf8d7", "pdf", KOOLMEES)
    assert made_of.notes == (Note("pdf-missing-letters", "\uf8d7"),)
    assert b"pdfuaid:part" not in made_of.data


def test_a_document_without_a_title_is_made_but_not_promised():
    meta = Meta(
        title="", language="nl", made_on=KOOLMEES.made_on, header="", footer="", page_label=""
    )
    plan, notes = pdf(parse("hallo"), meta)
    assert pages(plan)[0].startswith("hallo")
    assert notes == (Note("pdf-not-accessible"),)


def test_a_fault_of_ours_is_not_hidden():
    meta = Meta(
        title="x", language="dutch", made_on=KOOLMEES.made_on, header="", footer="", page_label=""
    )
    with pytest.raises(RuntimeError, match="language"):
        pdf((), meta)


HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/evil:1.0.0"',
    "$x^2$",
    "@bron",
    "*ster* _streep_",
    "= kop",
    "\\#eval",
    "#{sys.inputs}",
    "<label>",
    "// niets",
    "](#panic())",
)


def test_text_is_never_source():
    facts = msgspec.structs.replace(
        KOOLMEES,
        family_name=HOSTILE[0],
        proud=tuple(Words(text=text, who=text) for text in HOSTILE),
        habits=(),
        children_words=HOSTILE,
        moments=tuple(Moment(when=text, text=text) for text in HOSTILE),
    )
    plan = made(concept(facts), "pdf", facts)
    assert plan.notes == ()
    seen = " ".join(pages(plan.data))
    assert [text for text in HOSTILE if seen.count(text) < 5] == []
    assert "root:" not in seen


def test_every_block_may_be_empty():
    empty = {
        "facts": '{"rows": []}',
        "goals": '{"heads": ["a","b","c","d"], "start": "", "now": "", "scale": "",'
        '"unscored": "", "rows": []}',
        "people": '{"heads": ["a","b","c"], "rows": []}',
        "signs": '{"boxes": [], "empty": ""}',
        "steps": '{"rows": []}',
        "moments": '{"rows": []}',
        "agreed": '{"heads": ["a","b","c"], "yes": "", "no": "", "open": "",'
        '"because": "", "rows": []}',
        "open": '{"text": ""}',
        "note": '{"text": ""}',
        "drawing": '{"text": ""}',
        "page": "{}",
    }
    for look in ("plain", "children", "fridge"):
        start = f'# Plan\n\n```page\n{{"look": "{look}"}}\n```\n\n'
        blocks = "\n".join(f"```{name}\n{text}\n```\n" for name, text in empty.items())
        assert made(start + blocks, "pdf", KOOLMEES).data.startswith(b"%PDF")


def test_an_empty_document_is_a_page():
    assert made("", "pdf", KOOLMEES).data.startswith(b"%PDF")


def test_markdown_of_a_family_keeps_the_promise():
    markdown = (
        "# a\n\n##### b\n\n- c\n  - d\n    1. e\n\n> f\n\n```\ng\n```\n\n"
        "| h | i |\n|---|---|\n| **j** | [k](https://example.org) |\n\n---\n\nl\\\nm *n* `o`\n"
    )
    plan = made(markdown, "pdf", KOOLMEES)
    assert plan.notes == ()
    assert " ".join(pages(plan.data)).count("m n o") == 1


def test_an_endless_cell_does_not_fall_off_the_page():
    text = "woord " * 3000
    row = f'{{"name": "x", "does": "{text}"}}'
    block = f'```people\n{{"heads": ["a", "b", "c"], "rows": [{row}]}}\n```\n'
    assert " ".join(pages(made(block, "pdf", KOOLMEES).data)).count("woord") == 3000


def test_it_is_made_while_a_coach_waits(markdown):
    """The budget is 0.5 s (docs/budgets); here only that nothing became tenfold."""
    started = time.perf_counter()
    made(re.sub("Jaylen", "Jaylon", markdown), "pdf", KOOLMEES)
    assert time.perf_counter() - started < 5


def test_a_goal_of_nobody_is_a_goal():
    facts = FuturePlanFacts(
        family_name="Koolmees", made_on=KOOLMEES.made_on, goals=(GoalResult(title="Samen eten"),)
    )
    assert "Samen eten" in " ".join(pages(made(concept(facts), "pdf", facts).data))
