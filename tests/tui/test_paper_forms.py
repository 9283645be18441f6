"""Papers and consents from the screen: with few keys, and never without the yes that is needed."""

import os
import sys
from pathlib import Path

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, Drive, entries, git_log, read_yaml
from pypdf import PdfReader

from fktui.errors import FkError, Missing, NoConsent, NotFound, WrongUse
from fktui.tui.forms.form import Ask, Look, read_text
from fktui.tui.forms.table import make
from fktui.usecases.paper.papers import gaps
from fktui.words import language
from fktui.words.say import say_on_screen


@pytest.fixture
def ask(store_desk):
    """Where forms are filled in, in English."""
    language.use("en")
    return lambda case=KASTANJE, record="": Ask(store_desk, store_desk.load(case), record)


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """What the computer's own program was asked to open."""
    asked = tmp_path / "opened"
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{asked}"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return asked


def values(form, **typed):
    """What a coach hands on who changes only these texts."""
    found = {}
    for field in form.fields:
        if field.look is not Look.TITLE:
            value = read_text(field, typed.get(field.name, field.text))
            if value is not None:
                found[field.name] = value
    return found


def documents(store, case=KASTANJE):
    return [front for front, _body in entries(store, case, "documents")]


# --- consent ---------------------------------------------------------------------------------


def test_a_consent_takes_four_keys_besides_the_words(drive: Drive, store):
    words = ("huisarts", "Het verslag", "Selam Roodborst, Liya")
    before = len(git_log(store, KASTANJE))
    screen = drive(store, "t", lang="nl").type(words[0]).press("enter").type(words[1])
    screen.press("tab").type(words[2]).press("ctrl+s").wait_saved()
    assert screen.pressed - sum(map(len, words)) == 4
    new = read_yaml(store, KASTANJE, "consent.yaml")["consents"][-2:]
    assert [one["what"] for one in new] == ["Het verslag"] * 2
    assert {one["recipient"] for one in new} == {"gp"}
    assert len({one["by"] for one in new}) == 2
    assert len(git_log(store, KASTANJE)) == before + 1


def test_who_must_say_yes_is_said_before_and_who_is_missing_after(ask, store_desk):
    form = make("consent", ask())
    said = " ".join(form.notes)
    assert "Yonas" in said
    assert "Daniel Fitis" in said
    done = form.save(
        store_desk, values(form, recipient="gp", what="x", by="Selam Roodborst", about="Yonas")
    )
    assert "Still to say yes: Daniel Fitis" in done.said
    outsider = form.save(
        store_desk, values(form, recipient="gp", what="x", by="Abel", about="Yonas")
    )
    assert "Abel Roodborst is not one of those who must say yes" in outsider.said


def test_a_colleague_says_yes_for_nobody(ask):
    form = make("consent", ask())
    with pytest.raises(NotFound):
        read_text(form.field("by"), "Yara")


def test_a_consent_is_withdrawn(ask, store_desk, store):
    one = store_desk.load(KASTANJE).case.consent.consents[0]
    form = make("consent.withdraw", ask(KASTANJE, one.id))
    form.save(store_desk, values(form, on="gisteren", note="Liever niet meer"))
    now = next(
        c for c in read_yaml(store, KASTANJE, "consent.yaml")["consents"] if c["id"] == one.id
    )
    assert (now["withdrawn_on"], now["withdrawn_note"]) == ("2026-05-10", "Liever niet meer")
    with pytest.raises(NotFound) as raised:
        make("consent.withdraw", ask("lisdodde-9hd"))
    assert raised.value.code == "none-to-choose"


# --- documents -------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="the program that opens is another one there")
@pytest.mark.parametrize("case", [DUINROOS, KASTANJE])  # at Roodborst another paper is due first
def test_the_future_plan_takes_four_keys(drive: Drive, store, own_home, opened, case):
    screen = drive(store, lang="nl")
    assert screen.screen.families.go_to(case)
    screen.settle()
    made_before = len(documents(store, case))
    screen.press("p", "enter", "ctrl+s").wait_saved()
    (made,) = own_home.glob("*.pdf")
    screen.press("o").wait_saved()
    assert screen.pressed == 4
    assert opened.read_text() == str(made)
    reader = PdfReader(made)
    assert reader.metadata.title == "Ons toekomstplan"
    assert "toekomstplan" in "".join(page.extract_text() for page in reader.pages).casefold()
    assert made.name == "2026-05-11-ons-toekomstplan.pdf"
    kept = documents(store, case)
    assert len(kept) == made_before + 1
    assert "future-plan" in {one["template"] for one in kept}
    assert git_log(store, case)[0].startswith("Document")


def test_p_begins_on_the_future_plan_with_what_is_due_above_it(drive: Drive, store):
    screen = drive(store, "p", lang="en")
    assert screen.app.screen.panel.id == "paper"
    assert screen.app.screen.main.at.key == "template:future-plan"
    screen.press("up")
    assert screen.app.screen.main.at.key == "template:analysis-report"
    screen.press("end", "1", "p")
    assert screen.app.screen.main.at.key == "template:future-plan"


def test_what_is_missing_follows_the_document_that_is_chosen(drive: Drive, store, store_desk):
    screen = drive(store, "p enter", lang="en", size=(120, 40))
    with pytest.raises(FkError) as caught:
        gaps(store_desk, store_desk.load(KASTANJE).case, "safety-plan")
    why_not = say_on_screen(caught.value)
    assert "Open lines (13)" in screen.text
    screen.press("ctrl+u").type("our s").press("right")
    assert "= Our safety plan" in screen.text
    assert "Open lines (13)" not in screen.text
    assert why_not in " ".join(screen.text.replace("│", " ").split())
    screen.press("ctrl+u").type("analysis")
    assert "= Report of the analysis phase" in screen.text
    shown = " ".join(screen.text.split())
    assert "Open lines" in shown or "Nothing is missing on it" in shown
    assert "Open lines (13)" not in shown
    screen.press("ctrl+u")
    assert "Open lines" not in screen.text
    assert "Others get it only with consent" in screen.text


def test_without_consent_nothing_is_made_and_the_form_comes_back(drive: Drive, store, own_home):
    log, consents = git_log(store, KASTANJE), read_yaml(store, KASTANJE, "consent.yaml")
    screen = drive(store, "p enter tab", size=(120, 40), lang="en")
    screen.press(*["backspace"] * 6).type("school").press("ctrl+s").wait_saved()
    assert "There is no consent to share this with the school" in screen.text
    assert "Daniel Fitis" in screen.text
    assert "t notes one" in screen.text
    assert screen.app.screen.form.id == "paper"
    assert next(r.text for r in screen.app.screen.rows if r.field.name == "recipient") == "school"
    assert list(own_home.glob("*.pdf")) == []
    assert git_log(store, KASTANJE) == log
    assert read_yaml(store, KASTANJE, "consent.yaml") == consents
    assert documents(store) == []


def test_with_a_ground_in_law_it_is_made_and_noted(ask, store_desk, store, own_home):
    form = make("paper", ask(KASTANJE, "template:future-plan"))
    typed = {"recipient": "school", "format": "md", "ground": "Jeugdwet 7.3.11"}
    with pytest.raises(WrongUse):
        form.save(store_desk, values(form, **typed))
    assert list(own_home.iterdir()) == []
    done = form.save(store_desk, values(form, **typed, reason="Gevaar"))
    assert Path(done.file).read_text(encoding="utf-8").startswith("# ")
    (noted,) = read_yaml(store, KASTANJE, "consent.yaml")["disclosures"]
    assert (noted["recipient"], noted["reason"]) == ("school", "Gevaar")


def test_what_is_missing_is_said_and_can_hold_it_back(ask, store_desk, store, own_home):
    form = make("paper", ask(KASTANJE, "template:future-plan"))
    assert any(note.startswith("! Open lines") for note in form.notes)
    with pytest.raises(Missing):
        form.save(store_desk, values(form, complete="1"))
    assert documents(store) == []
    assert list(own_home.iterdir()) == []


def test_a_folder_that_is_not_there_is_said_in_the_form(ask):
    with pytest.raises(NotFound):
        read_text(make("paper", ask()).field("folder"), "/nowhere/at/all")


def test_a_handover_is_made_and_kept(ask, store_desk, store, own_home):
    form = make("paper", ask(KASTANJE, "template:handover"))
    assert form.id == "handover"
    done = form.save(store_desk, values(form, format="html"))
    assert "Roodborst" in Path(done.file).read_text(encoding="utf-8")
    assert [one["template"] for one in documents(store)] == ["handover"]


def test_minutes_are_made_of_the_newest_meeting_that_was_held(ask, store_desk, store, own_home):
    form = make("minutes", ask(DUINROOS))
    before = git_log(store, DUINROOS)
    done = form.save(store_desk, values(form, format="pdf"))
    assert Path(done.file).name == "2026-04-23-minutes.pdf"
    assert PdfReader(done.file).metadata.title == "Minutes"
    assert git_log(store, DUINROOS) == before
    assert done.case_id == ""


def test_nothing_to_open_is_said(drive: Drive, store):
    assert "p makes one" in notified(drive(store, "enter o", lang="en"))


def notified(screen):
    return " ".join(one.message for one in screen.app._notifications)


# --- copies ----------------------------------------------------------------------------------


def test_a_copy_is_made_after_looking_at_what_stays_out(ask, store_desk, store, own_home):
    person = store_desk.load(KASTANJE).case.family.people[0]
    form = make("inspect", ask(KASTANJE, f"copy:{person.id}"))
    telling = form.field("telling").text
    assert "Jeugdwet 7.3.10" in telling
    assert "Stays out:" in telling
    assert "Names others" in telling
    before = git_log(store, KASTANJE)
    with pytest.raises(WrongUse) as raised:
        form.save(store_desk, values(form))
    assert raised.value.code == "inspect-look-first"
    assert git_log(store, KASTANJE) == before
    assert list(own_home.iterdir()) == []
    done = form.save(store_desk, values(form, looked="1", format="md"))
    assert person.name in Path(done.file).read_text(encoding="utf-8")
    (noted,) = read_yaml(store, KASTANJE, "consent.yaml")["disclosures"]
    assert noted["recipient"] == person.id


def test_trying_a_copy_notes_nothing(ask, store_desk, store, own_home):
    form = make("inspect", ask())
    before = git_log(store, KASTANJE)
    done = form.save(store_desk, values(form, looked="1", noted="", format="md"))
    assert Path(done.file).is_file()
    assert git_log(store, KASTANJE) == before


def test_a_child_is_asked_for_by_who_has_authority(ask, store_desk):
    child = next(p for p in store_desk.load(KASTANJE).case.family.people if p.name == "Yonas")
    form = make("inspect", ask(KASTANJE, f"copy:{child.id}"))
    assert form.field("reader").text == "Selam Roodborst"


def test_who_has_no_right_gets_no_copy(ask, store_desk, own_home):
    person = store_desk.load(KASTANJE).case.family.people[0]
    form = make("inspect", ask(KASTANJE, f"copy:{person.id}"))
    found = values(form, reader="Daniel Fitis", looked="1")
    assert form.question(found) is None
    with pytest.raises(NoConsent):
        form.save(store_desk, found)
    assert list(own_home.iterdir()) == []


def test_for_somebody_else_what_that_copy_holds_is_asked_first(ask, store_desk):
    child = next(p for p in store_desk.load(KASTANJE).case.family.people if p.name == "Yonas")
    form = make("inspect", ask(KASTANJE, f"copy:{child.id}"))
    assert form.question(values(form, looked="1")) is None
    asked = form.question(values(form, reader="Daniel Fitis", looked="1"))
    assert asked is not None
    assert "Daniel Fitis" in asked.text


# --- the people's own words ------------------------------------------------------------------


def test_somebodys_own_words_are_kept_as_they_were_said(ask, store_desk, store):
    contact = store_desk.load(KASTANJE).case.contacts[0]
    form = make("statement.add", ask(KASTANJE, contact.id))
    done = form.save(
        store_desk, values(form, by="Selam Roodborst", body="Zo was het niet.", visible_to="family")
    )
    front, body = next(
        one for one in entries(store, KASTANJE, "statements") if one[0]["id"] == done.record
    )
    assert body == "Zo was het niet."
    assert front["entry"] == contact.id


def test_lines_of_the_future_plan_come_and_go(ask, store_desk, store):
    form = make("future.add", ask())
    done = form.save(store_desk, values(form, text="Wij eten samen.", section="proud"))
    plan = read_yaml(store, KASTANJE, "plan.yaml")["future_plan"]["entries"]
    assert [(one["section"], one["text"]) for one in plan] == [("proud", "Wij eten samen.")]
    drop = make("future.drop", ask(KASTANJE, done.record))
    assert drop.field("which").text == "Wij eten samen."
    drop.save(store_desk, values(drop))
    assert store_desk.load(KASTANJE).case.plan.future_plan.entries == ()


def test_who_takes_part_in_a_study(ask, store_desk):
    form = make("participation", ask(IJSVOGEL))
    study = form.field("study").choices[0]
    person = store_desk.load(IJSVOGEL).case.family.people[0]
    form.save(store_desk, values(form, person=person.name, study=study, status="no", on="vandaag"))
    now = store_desk.load(IJSVOGEL).case.measures.participation
    assert [one.status.value for one in now if one.person == person.id] == ["no"]


@pytest.mark.parametrize("task", ["meeting", "consent", "paper", "inspect", "statement.add"])
@pytest.mark.parametrize("case", [DUINROOS, IJSVOGEL, KASTANJE, "kwikstaart-2mq", "lisdodde-9hd"])
def test_what_stands_in_a_form_at_first_can_be_read_back(ask, task, case):
    form = make(task, ask(case))
    assert values(form)
    assert len([f for f in form.fields if f.look in (Look.LINE, Look.NOTE)]) <= 12
