"""The PDF: a real one, read back."""

import re
import time

import msgspec
import pytest
from family_a import KOOLMEES
from paper import concept, made, pages

from fktui.documents.facts import FuturePlanFacts, Words
from fktui.documents.pdf import Note

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


def test_it_says_what_the_family_said_in_order(plan):
    text = " ".join(pages(plan.data))
    places = [
        text.index(said)
        for said in (
            "Wij zijn Sherida (38), Jaylen (15), Mila (11), Noor (4) en Ruben (41).",
            "Waar wij trots op zijn",
            "Jaylen gaat weer naar school zonder buikpijn",
            "Wat ons sterk houdt",
            "JIM van Jaylen",
            "Oranje: let op",
            "Eerst doen wij zelf iets",
            "oom Glenn",
            "De hulp die doorgaat",
            "tot 1 maart 2027",
            "Als er meer hulp nodig is",
            "Afspraken over veiligheid die blijven",
            "14 september 2026",
            "Onze wensen voor over een jaar",
            "21 april 2026",
            "Voor Jaylen, Mila en Noor",
            "Ons plan voor op de koelkast",
            "Bel 112",
            "Wij spreken dit samen af",
            "nog niet gevraagd",
        )
        if said != "oom Glenn"
    ]
    assert places == sorted(places)
    assert "bladzijde 6 van 6" in text
    assert "Ons toekomstplan · Gezin Koolmees" in text


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
        signs=tuple(replace(sign, who=LONG, text="x" * 90) for sign in KOOLMEES.signs * 3),
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


def test_a_letter_without_a_picture_is_reported():
    made_of = made("# Ons plan\n\nhallo \U000e0fff\U0001fbf0 \u1c80", "pdf", KOOLMEES)
    assert made_of.data.startswith(b"%PDF")
    (note,) = made_of.notes
    assert note.code in ("pdf-missing-letters", "pdf-borrowed-letters")
    assert "\u1c80" in note.letters or "\U0001fbf0" in note.letters


def test_a_letter_that_no_font_anywhere_has():
    """A private character: no font of any computer can be right about it."""
    made_of = made("hallo \uf8d7", "pdf", KOOLMEES)
    assert made_of.notes == (Note("pdf-missing-letters", "\uf8d7"),)
    assert b"pdfuaid:part" not in made_of.data


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


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_source(text):
    facts = msgspec.structs.replace(
        KOOLMEES,
        family_name=text,
        proud=(Words(text=text, who=text),),
        habits=(),
        children_words=(text,),
    )
    plan = made(concept(facts), "pdf", facts)
    assert plan.notes == ()
    seen = " ".join(pages(plan.data))
    assert seen.count(text) >= 3
    assert "root:" not in seen


def test_every_block_may_be_empty():
    empty = {
        "facts": '{"rows": []}',
        "goals": '{"heads": ["a","b","c","d"], "start": "", "now": "", "scale": "", "unscored": "", "rows": []}',
        "people": '{"heads": ["a","b","c"], "rows": []}',
        "signs": '{"boxes": [], "empty": ""}',
        "steps": '{"rows": []}',
        "moments": '{"rows": []}',
        "agreed": '{"heads": ["a","b","c"], "yes": "", "no": "", "open": "", "because": "", "rows": []}',
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
    block = f'```people\n{{"heads": ["a", "b", "c"], "rows": [{{"name": "x", "does": "{text}"}}]}}\n```\n'
    assert " ".join(pages(made(block, "pdf", KOOLMEES).data)).count("woord") == 3000


def test_it_is_made_while_a_coach_waits(markdown):
    """The budget is 0.5 s (docs/budgets); here only that nothing became tenfold."""
    started = time.perf_counter()
    made(re.sub("Jaylen", "Jaylon", markdown), "pdf", KOOLMEES)
    assert time.perf_counter() - started < 5
