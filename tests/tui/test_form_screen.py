"""A form on the screen: nothing that was typed is lost, and nothing stays that was saved."""

import json
from pathlib import Path

import pytest
from driving import DUINROOS, KASTANJE, Drive, Driven

from fktui.errors import Ambiguous, NotFound
from fktui.store.places import Places
from fktui.tui.forms.contact import contact_form
from fktui.tui.forms.form import Ask
from fktui.tui.forms.paper.consent import consent_form
from fktui.tui.widgets.note_area import NoteArea
from fktui.words.say import say_on_screen

LONG = "Een woord dat blijft. " * 1000


@pytest.fixture
def wulp(drive: Drive, store: Path) -> Driven:
    """Today, with the cursor on Gezin Wulp."""
    screen = drive(store, lang="en")
    assert screen.screen.families.go_to(DUINROOS)
    return screen.settle()


def drafts(screen: Driven) -> list[Path]:
    return sorted(Places(screen.store).drafts.glob("form-*.json"))


def draft(screen: Driven) -> dict[str, str]:
    (path,) = drafts(screen)
    return json.loads(path.read_text(encoding="utf-8"))["values"]


def note_of(screen: Driven) -> str:
    return screen.screen.query_one(NoteArea).text


# --- drafts --------------------------------------------------------------------------------------


def test_what_was_typed_is_there_again_after_esc(wulp: Driven) -> None:
    wulp.press("c").type("1,5").press("enter").type("Fenna vertelt").press("escape")
    assert draft(wulp)["body"] == "Fenna vertelt"
    wulp.press("c")
    assert note_of(wulp) == "Fenna vertelt"
    assert "A draft of" in wulp.text
    assert "1,5" in wulp.text
    assert not wulp.entries(DUINROOS, "contacts")[-1][1].startswith("Fenna vertelt")


def test_it_is_kept_while_the_typing_goes_on(wulp: Driven) -> None:
    wulp.press("c").type("2").wait(1.2)
    assert draft(wulp)["hours"] == "2"


def test_who_types_without_a_pause_is_kept_as_well(wulp: Driven, monkeypatch) -> None:
    from fktui.tui.screens import form

    monkeypatch.setattr(form, "DRAFT_AFTER", 60.0)
    monkeypatch.setattr(form, "DRAFT_AT_LATEST", 0.0)
    wulp.press("c").type("2")
    assert draft(wulp)["hours"] == "2"


def test_a_draft_goes_away_once_it_is_saved(wulp: Driven) -> None:
    wulp.press("c").type("2").wait(1.0)
    assert drafts(wulp)
    wulp.press("ctrl+s").wait_saved().wait(1.0)
    assert drafts(wulp) == []
    wulp.press("c")
    assert "A draft of" not in wulp.text


def test_a_form_that_was_only_looked_at_leaves_nothing(wulp: Driven) -> None:
    wulp.press("c", "tab", "tab", "escape").wait(1.0)
    assert drafts(wulp) == []


def test_what_is_wiped_again_leaves_nothing(wulp: Driven) -> None:
    wulp.press("c", "2").wait(1.0)
    wulp.press("backspace").wait(1.0)
    assert drafts(wulp) == []


def test_f6_starts_anew(wulp: Driven) -> None:
    wulp.press("c").type("7").press("escape", "c")
    assert "A draft of" in wulp.text
    wulp.press("f6")
    assert drafts(wulp) == []
    assert "A draft of" not in wulp.text
    wulp.press("escape")
    assert drafts(wulp) == []


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"values": 3}', "\x00\xff", '{"at": "x"}'])
def test_a_draft_that_cannot_be_read_stops_nobody(wulp: Driven, broken: str) -> None:
    wulp.press("c").type("2").press("escape")
    (path,) = drafts(wulp)
    path.write_text(broken, encoding="latin-1")
    wulp.press("c")
    assert "Note a contact" in wulp.text
    assert "A draft of" not in wulp.text
    wulp.type("3").press("ctrl+s").wait_saved()
    assert wulp.entries(DUINROOS, "contacts")[-1][0]["hours"] in ("3", "3.0")


def test_a_draft_of_another_form_with_other_fields_does_no_harm(wulp: Driven) -> None:
    wulp.press("c").type("2").press("escape")
    (path,) = drafts(wulp)
    found = json.loads(path.read_text(encoding="utf-8"))
    found["values"] = {"hours": "4", "gone": "x"}
    path.write_text(json.dumps(found), encoding="utf-8")
    wulp.press("c")
    assert "A draft of" in wulp.text


def test_a_disk_that_takes_no_draft_is_told_and_does_not_stop_the_save(wulp: Driven) -> None:
    folder = Places(wulp.store).drafts
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way", encoding="utf-8")
    before = len(wulp.entries(DUINROOS, "contacts"))
    wulp.press("c").type("2").wait(1.2)
    assert "cannot be kept" in wulp.text
    wulp.press("ctrl+s").wait_saved()
    assert len(wulp.entries(DUINROOS, "contacts")) == before + 1


def test_each_family_has_its_own_draft(wulp: Driven) -> None:
    wulp.press("c").type("2").press("escape", "up", "c")
    assert "A draft of" not in wulp.text
    wulp.type("3").press("escape")
    assert len(drafts(wulp)) == 2


def test_a_refused_save_comes_back_with_what_was_typed(wulp: Driven) -> None:
    before = wulp.git_log(DUINROOS)
    wulp.press("c").type("2").press("tab").type("x").press("ctrl+s").wait_saved()
    assert wulp.git_log(DUINROOS) == before
    assert "! " in wulp.text
    assert "Note a contact" in wulp.text


# --- long texts ----------------------------------------------------------------------------------


def test_twenty_thousand_characters_in_a_note(wulp: Driven) -> None:
    wulp.press("c").type("1").press("enter").paste(LONG).press("x", "escape")
    assert draft(wulp)["body"] == LONG + "x"
    wulp.press("c")
    assert note_of(wulp) == LONG + "x"
    wulp.press("ctrl+s").wait_saved()
    assert wulp.entries(DUINROOS, "contacts")[-1][1] == LONG + "x"


def test_twenty_thousand_characters_in_a_field(wulp: Driven) -> None:
    wulp.press("d").paste(LONG)
    assert wulp.screen.rows[0].text == LONG.strip()
    wulp.press("x", "home", "end", "backspace").wait(1.0)
    assert max(map(len, wulp.lines)) <= 80
    wulp.press("escape", "d")
    assert wulp.screen.rows[0].text == LONG.strip()


def test_many_lines_pasted_in_a_field_become_one_and_save_nothing(wulp: Driven) -> None:
    before = wulp.git_log(DUINROOS)
    wulp.press("d").type("a-b").press("left").paste("one\ntwo\r\nthree\n\x1b[31mfour")
    assert wulp.screen.rows[0].text == "a-one two three [31mfourb"
    wulp.screen.rows[0].entry.select_all()
    wulp.paste("over\nit").paste("\n\n")
    assert wulp.screen.rows[0].text == "over it"
    assert wulp.git_log(DUINROOS) == before


def test_what_a_terminal_obeys_is_not_stored_when_it_is_pasted(wulp: Driven) -> None:
    wulp.press("c").type("1").press("enter").paste("a\x1b]0;evil\x07b\u202egnp\x9b2J")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(wulp.text)
    wulp.press("ctrl+s").wait_saved()
    assert wulp.entries(DUINROOS, "contacts")[-1][1] == "a]0;evilbgnp2J"


def test_a_paste_of_many_lines_is_taken_back_in_a_form(wulp: Driven) -> None:
    wulp.press("c").type("1").press("enter").paste("line\n" * 500)
    wulp.press("ctrl+z", "ctrl+z", "z")
    assert wulp.app.is_running
    assert "z" in note_of(wulp)


# --- moving --------------------------------------------------------------------------------------


def test_the_note_on_the_whole_screen_and_back(wulp: Driven) -> None:
    wulp.press("c", "f4")
    assert isinstance(wulp.app.focused, NoteArea)
    wulp.type("ab")
    wulp.press("f4")
    assert isinstance(wulp.app.focused, NoteArea)
    assert "Place" in wulp.text or "Where" in wulp.text
    wulp.press("f4", "escape")
    assert "Note a contact" in wulp.text
    wulp.press("escape")
    assert draft(wulp)["body"] == "ab"


def test_up_and_down_go_through_the_fields_and_stay_in_the_form(wulp: Driven) -> None:
    wulp.press("c")
    rows = [row for row in wulp.screen.rows if row.entry is not None]
    for row in rows:
        assert row.has_focus_within, row.field.name
        wulp.press("tab")
    assert rows[0].has_focus_within


def test_a_form_that_is_higher_than_the_window_scrolls_to_what_is_typed(wulp: Driven) -> None:
    wulp.resize(60, 12).press("c")
    for row in wulp.screen.rows:
        if row.entry is None:
            continue
        assert row.has_focus_within
        region = row.entry.region
        assert region.y + 1 <= 12, row.field.name
        assert region.y >= 0, row.field.name
        wulp.press("tab")


def test_f3_keeps_it_to_the_team_and_opens_it_again(wulp: Driven) -> None:
    wulp.press("c").type("1").press("f3")
    row = next(r for r in wulp.screen.rows if r.field.name == wulp.screen.form.restricts)
    assert row.text == "team"
    wulp.press("f3")
    assert row.text == ""
    wulp.press("f3", "ctrl+s").wait_saved()
    assert wulp.entries(DUINROOS, "contacts")[-1][0]["visible_to"] == ["team"]


def test_keys_of_tasks_are_letters_while_typing(wulp: Driven) -> None:
    wulp.press("d").type("cqsu/?")
    assert wulp.screen.rows[0].text == "cqsu/?"


def test_odd_keys_do_nothing(wulp: Driven) -> None:
    before = wulp.text
    wulp.press("ctrl+@", "ctrl+h", "f11", "f12", "alt+x", "insert")
    assert wulp.app.is_running
    assert wulp.text == before
    wulp.press("c", "ctrl+@")
    assert "Note a contact" in wulp.text


# --- the keys that are shown ---------------------------------------------------------------------


def test_who_reads_and_the_whole_screen_are_shown_where_they_do_something(wulp: Driven) -> None:
    wulp.resize(120, 40).press("c")
    assert "F3 who reads" in wulp.lines[-1]
    assert "F4" not in wulp.lines[-1]
    while not isinstance(wulp.app.focused, NoteArea):
        wulp.press("tab")
    assert "F4 whole screen" in wulp.lines[-1]
    wulp.press("tab")
    assert "F4" not in wulp.lines[-1]
    wulp.press("escape", "f")
    assert "Reason" in wulp.text
    assert "F3" not in wulp.lines[-1]


def test_what_does_not_fit_behind_a_field_stands_below_it(wulp: Driven) -> None:
    wulp.press("f")
    (weeks,) = [row for row in wulp.screen.rows if row.field.name == "weeks"]
    assert weeks.size.height == 2
    assert "= 6 weeks, Mon 22 Jun 2026; norm 3 hours a week" in wulp.text
    wulp.resize(60, 30)
    assert weeks.size.height == 3
    assert "= 6 weeks, Mon 22 Jun 2026;" in wulp.text
    wulp.resize(80, 24).do(lambda: weeks.put(""))
    assert weeks.size.height == 1
    assert "norm 3 hours a week" in wulp.text


@pytest.mark.parametrize(("case", "norm"), [(DUINROOS, "norm 4–10"), (KASTANJE, "norm 6")])
def test_the_hours_that_are_meant_are_said_once(store_desk, case: str, norm: str) -> None:
    hours = contact_form(Ask(store_desk, store_desk.load(case))).fields[0]
    assert hours.hint.endswith(f"· {norm}")


def test_a_name_that_begins_so_is_read_and_no_id_is_said(store_desk) -> None:
    ask = Ask(store_desk, store_desk.load(KASTANJE))
    case = ask.seen.case
    who = next(field for field in consent_form(ask).fields if field.name == "by")
    assert "Kerkgroep van Selam" in {one.name for one in case.network.people}
    (selam,) = who.read("Selam")
    assert selam in {one.id for one in case.family.people}
    for typed in ("Roodborst", "Nobody"):
        with pytest.raises((Ambiguous, NotFound)) as refused:
            who.read(typed)
        said = say_on_screen(refused.value)
        assert "Selam Roodborst" in said
        assert not any(one.id in said for one in (*case.family.people, *case.network.people))
