"""The tabs *Meetings* and *Paper* as lines, of every practice family."""

import re
from datetime import date

import msgspec
import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, KWIKSTAART, LISDODDE, MEIDOORN
from rich.cells import cell_len

from fktui.method.rights.copying import for_everybody
from fktui.tui.family import Shown, View
from fktui.tui.panels import meetings, paper
from fktui.tui.panels.sections.consents import consent_state
from fktui.usecases.journal.meetings import plan_meeting
from fktui.usecases.people.consent import withdraw_consent
from fktui.usecases.records import add_record
from fktui.words import language

FAMILIES = (DUINROOS, IJSVOGEL, KASTANJE, KWIKSTAART, LISDODDE, MEIDOORN)
TODAY = date(2026, 5, 11)
HOSTILE = "[red]x[/] \x1b]0;t\x07 \u202eomgekeerd 漢字漢字 " + "a" * 20_000


def text(panel, desk, case, width=100, *, together=False):
    shown = Shown(desk, desk.load(case), together=together)
    return "\n".join(one.text for one in panel.lines(View(shown, width)))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_line_is_wider_than_the_screen(store_desk, family, width, lang):
    language.use(lang)
    for panel in (meetings, paper):
        for together in (False, True):
            view = View(Shown(store_desk, store_desk.load(family), together=together), width)
            lines = panel.lines(view)
            assert lines
            wide = [one.text for one in lines if cell_len(one.text) > width]
            assert wide == []
            keys = [one.key for one in lines if one.key]
            assert len(keys) == len(set(keys))
            if panel is paper:
                beside = [row for key in keys for row in paper.beside(view, key)]
                assert [row.text for row in beside if cell_len(row.text) > width] == []


def test_hostile_text_stays_on_its_line(store_desk):
    case = KASTANJE
    plan_meeting(
        store_desk,
        case,
        {"on": date(2026, 5, 20), "place": HOSTILE, "agenda": (HOSTILE, "x (10 min)")},
    )
    add_record(
        store_desk,
        case,
        "future",
        {"section": "proud", "text": HOSTILE},
        section="",
    )
    view = View(Shown(store_desk, store_desk.load(case)), 60)
    for line in (*meetings.lines(view), *paper.lines(view)):
        assert cell_len(line.text) <= 60
        assert not set("\x1b\x07\u202e\n") & set(line.text)


def test_meetings_to_come_then_what_is_open_then_what_was(store_desk):
    language.use("en")
    said = text(meetings, store_desk, DUINROOS)
    places = [said.index(one) for one in ("To come", "Rhythm", "Held")]
    assert places == sorted(places)
    assert "Thu 18 Jun 2026" in said
    assert "1. Het zomerplan" in said
    said = text(meetings, store_desk, IJSVOGEL)
    assert re.search(r"! □ Meteen een appje aan Glenn|  □ Meteen een appje", said)
    assert "Mevrouw Vink" in said


def test_what_is_done_has_another_mark(store_desk):
    language.use("en")
    view = View(Shown(store_desk, store_desk.load(DUINROOS)), 100)
    lines = [one for one in meetings.lines(view) if one.kind == "meeting_agreement"]
    assert any("√" in one.text for one in lines)
    held = [one for one in view.case.meetings if one.agreements]
    assert len(held) == 3


def test_a_meeting_whose_day_has_passed_asks_whether_it_was_held(store_desk):
    language.use("en")
    plan_meeting(store_desk, KASTANJE, {"on": date(2026, 5, 1), "agenda": ("School (10 min)",)})
    said = text(meetings, store_desk, KASTANJE)
    assert "was it held?" in said
    assert "10 min" in said
    assert "together 10 min" in said


def test_how_often_they_meet_and_when_next(store_desk):
    language.use("en")
    said = text(meetings, store_desk, KASTANJE)
    assert "every" in said
    assert "Mon 18 May 2026" in said
    assert "no meeting planned; b prepares one" in text(meetings, store_desk, LISDODDE)


def test_the_document_that_is_due_stands_first(store_desk):
    language.use("en")
    view = View(Shown(store_desk, store_desk.load(KASTANJE)), 100)
    first = next(one for one in paper.lines(view) if one.key)
    assert first.key == "template:analysis-report"
    assert "due now" in first.text
    beside = "\n".join(one.text for one in paper.beside(view, first.key))
    assert "! " in beside
    assert paper.beside(view, "template:handover") == []
    said = "\n".join(one.text for one in paper.beside(view, "template:safety-plan"))
    assert "safety plan" in said.casefold()


def test_documents_consents_and_words_of_people_are_there(store_desk):
    language.use("en")
    said = text(paper, store_desk, IJSVOGEL)
    for part in (
        "Documents to make",
        "Consents",
        "Shared",
        "Documents made",
        "Own copy of the record",
        "Future plan",
    ):
        assert part in said
    assert "final" in said or "concept" in said
    assert "with the consent of" in said


def test_copies_and_handovers_are_no_business_of_the_table(store_desk):
    language.use("en")
    said = text(paper, store_desk, IJSVOGEL, together=True)
    assert "Own copy" not in said
    assert "Handover" not in said
    case, left_out = for_everybody(store_desk.load(IJSVOGEL).case, TODAY)
    assert left_out >= 0
    assert len(case.plan.future_plan.entries) <= len(
        store_desk.load(IJSVOGEL).case.plan.future_plan.entries
    )


@pytest.mark.parametrize(
    ("fields", "mark", "said"),
    [
        ({}, "√", ""),
        ({"until": date(2026, 6, 11)}, "√", "11 Jun"),
        ({"until": date(2026, 6, 10)}, "!", "until"),
        ({"until": TODAY}, "!", "11 May"),
        ({"until": date(2026, 5, 10)}, "×", "ended"),
        ({"withdrawn_on": TODAY}, "×", "withdrawn"),
        ({"given_on": date(2026, 5, 12)}, "·", "later"),
    ],
)
def test_each_state_of_a_consent_has_a_mark_and_words(store_desk, fields, mark, said):
    language.use("en")
    one = store_desk.load(IJSVOGEL).case.consent.consents[0]
    changed = msgspec.structs.replace(one, **({"until": None, "withdrawn_on": None} | fields))
    (shown, _style), words = consent_state(changed, TODAY, date(2026, 6, 10))
    assert shown == mark
    assert said in words


def test_a_withdrawn_consent_goes_below_those_that_hold(store_desk):
    first = store_desk.load(IJSVOGEL).case.consent.consents[0].id
    withdraw_consent(store_desk, IJSVOGEL, first, TODAY)
    view = View(Shown(store_desk, store_desk.load(IJSVOGEL)), 60)
    kept = [one for one in paper.lines(view) if one.kind == "consent"]
    assert kept[-1].key == first
    assert kept[-1].text.startswith("×")
    assert kept[0].text.startswith("√")
