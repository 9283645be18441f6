"""Meetings from the screen: prepared, held, cancelled, agreed how often."""

from datetime import date

import pytest
from driving import DUINROOS, KASTANJE, Drive, entries, git_log

from fktui.errors import WrongUse
from fktui.tui.forms.form import Ask, Look, read_text
from fktui.tui.forms.table import make
from fktui.usecases.journal.meetings import plan_meeting
from fktui.words import language


@pytest.fixture
def ask(store_desk):
    """Where forms are filled in, in English."""
    language.use("en")
    return lambda case=KASTANJE, record="": Ask(store_desk, store_desk.load(case), record)


def values(form, **typed):
    """What a coach hands on who changes only these texts."""
    found = {}
    for field in form.fields:
        if field.look is not Look.TITLE:
            value = read_text(field, typed.get(field.name, field.text))
            if value is not None:
                found[field.name] = value
    return found


def meetings_of(store, case=KASTANJE):
    return [front for front, _body in entries(store, case, "meetings")]


def test_a_meeting_is_prepared_with_two_keys(drive: Drive, store):
    before = {one["id"] for one in meetings_of(store)}
    commits = len(git_log(store, KASTANJE))
    screen = drive(store, "b ctrl+s", lang="en").wait_saved()
    assert screen.pressed == 2
    (new,) = [one for one in meetings_of(store) if one["id"] not in before]
    assert new["on"] == "2026-05-18"
    assert len(new["agenda"]) == 5
    assert all(point.endswith(" min)") for point in new["agenda"])
    assert new["invited"]
    assert len(git_log(store, KASTANJE)) == commits + 1


def test_points_are_taken_off_and_own_ones_added(ask, store_desk, store):
    form = make("meeting", ask())
    first = next(one.name for one in form.fields if one.look is Look.CHECK)
    done = form.save(store_desk, values(form, **{first: "", "own": "Zomer (5 min); Fiets"}))
    new = next(one for one in meetings_of(store) if one["id"] == done.record)
    assert len(new["agenda"]) == 4 + 2
    assert new["agenda"][-2:] == ["Zomer (5 min)", "Fiets"]


def test_a_meeting_that_is_planned_is_prepared_further(ask, store_desk, store):
    before = len(meetings_of(store, DUINROOS))
    form = make("meeting", ask(DUINROOS))
    assert any("Not on the agenda" in note for note in form.notes)
    done = form.save(store_desk, values(form, place="Bij oma"))
    assert len(meetings_of(store, DUINROOS)) == before
    now = next(one for one in meetings_of(store, DUINROOS) if one["id"] == done.record)
    assert now["place"] == "Bij oma"
    assert now["agenda"][:3] == [
        "Het zomerplan",
        "Wie vraagt zondag hoe het is, na juni",
        "Het toekomstplan",
    ]
    assert len(now["agenda"]) > 3


def test_the_agenda_is_written_in_the_language_of_the_store(ask, store_desk, store):
    assert store_desk.settings.language == "nl"
    form = make("meeting", ask())
    done = form.save(store_desk, values(form))
    new = next(one for one in meetings_of(store) if one["id"] == done.record)
    assert any(point.startswith("Stap, tot") for point in new["agenda"])


def test_a_meeting_is_held_with_what_was_agreed(drive: Drive, store, store_desk):
    made = plan_meeting(store_desk, KASTANJE, {"on": date(2026, 5, 11), "invited": ()}).act.record
    screen = drive(store, "enter 7 enter", lang="en")
    assert "A meeting was held" in screen.text
    screen.type("Selam Roodborst").press("enter").type("1,5").press("tab", "tab")
    screen.type("gemeente bellen @Selam Roodborst vr").press("enter").type("taart; Liya")
    screen.press("tab").type("Liya vertelde over school.").press("ctrl+s").wait_saved()
    front, body = next(
        (front, body) for front, body in entries(store, KASTANJE, "meetings") if front["id"] == made
    )
    assert front["status"] == "held"
    assert front["hours"] == "1.5"
    assert body == "Liya vertelde over school."
    call, cake = front["agreements"]
    assert (call["what"], call["due"]) == ("gemeente bellen", "2026-05-15")
    assert len(call["who"]) == len(cake["who"]) == 1
    assert front["next_on"] > front["on"]
    assert screen.git_log(KASTANJE)[0].startswith("Bespreking")


def test_somebody_unknown_is_said_at_once_and_nothing_is_lost(drive: Drive, store, store_desk):
    plan_meeting(store_desk, KASTANJE, {"on": date(2026, 5, 11)})
    before = git_log(store, KASTANJE)
    screen = drive(store, "enter 7 enter tab tab tab", lang="en")
    screen.type("bellen @Niemand vr").press("ctrl+s").wait_saved()
    assert "Niemand" in screen.text
    assert "bellen @Niemand vr" in screen.text
    assert git_log(store, KASTANJE) == before


def test_without_a_meeting_that_is_planned_there_is_nothing_to_hold(ask):
    with pytest.raises(WrongUse) as raised:
        make("meeting.hold", ask("ijsvogel-k4f"))
    assert raised.value.code == "no-meeting-planned"


def test_enter_on_a_meeting_asks_what_it_needs_now(ask, store_desk):
    case = KASTANJE
    ahead = plan_meeting(store_desk, case, {"on": date(2026, 6, 1)}).act.record
    been = plan_meeting(store_desk, case, {"on": date(2026, 5, 1)}).act.record
    held = store_desk.load(DUINROOS).case.meetings[0].id
    assert make("meeting.open", ask(case, ahead)).id == "meeting"
    assert make("meeting.open", ask(case, been)).id == "meeting.hold"
    assert make("meeting.hold", ask(case, ahead)).field("on").text == "11-5-2026"
    assert make("meeting.open", ask(DUINROOS, held)).id == "meeting.edit"


def test_a_meeting_is_changed(ask, store_desk, store):
    held = next(m for m in store_desk.load(DUINROOS).case.meetings if m.agreements)
    form = make("meeting.edit", ask(DUINROOS, held.id))
    form.save(store_desk, values(form) | {"place": "Buurthuis"})
    now = next(one for one in meetings_of(store, DUINROOS) if one["id"] == held.id)
    assert now["place"] == "Buurthuis"
    assert len(now["agreements"]) == len(held.agreements)


def test_a_meeting_is_cancelled_and_stays(ask, store_desk, store):
    form = make("meeting.cancel", ask())
    done = form.save(store_desk, values(form, reason="Iedereen is ziek"))
    now = next(one for one in meetings_of(store) if one["id"] == done.record)
    assert now["status"] == "cancelled"


def test_what_was_agreed_is_done_on_a_day(ask, store_desk):
    case = store_desk.load("ijsvogel-k4f").case
    waiting = next(
        one for m in case.meetings for one in m.agreements if one.done is None and not one.step
    )
    form = make("meeting_agreement.done", ask(case.id, waiting.id))
    assert form.field("which").text.startswith(waiting.what[:20].replace(",", ""))
    form.save(store_desk, values(form, on="gisteren"))
    now = store_desk.load(case.id).case
    done = next(one for m in now.meetings for one in m.agreements if one.id == waiting.id)
    assert done.done == date(2026, 5, 10)


def test_how_often_is_agreed_for_a_phase(drive: Drive, store):
    screen = drive(store, "enter 7", lang="en")
    rhythm = next(n for n, one in enumerate(screen.app.screen.main.lines) if one.key == "rhythm")
    assert rhythm
    screen.app.screen.main.go_to("rhythm")
    screen.press("enter")
    assert "How often the family meets" in screen.text
    screen.press("backspace", "4", "ctrl+s").wait_saved()
    phases = screen.yaml(KASTANJE, "case.yaml")["phases"]
    assert [one.get("meeting_weeks") for one in phases if one["phase"] == "analysis"] == ["4"]
    screen.wait_text("agreed: every 4 weeks")


@pytest.mark.parametrize("typed", ["", "x", "0", "99"])
def test_weeks_that_cannot_be_are_refused(ask, store_desk, typed):
    form = make("meeting.rhythm", ask())
    before = store_desk.store.stories(KASTANJE)
    with pytest.raises((WrongUse, KeyError)):
        form.save(store_desk, values(form, weeks=typed))
    assert store_desk.store.stories(KASTANJE) == before
