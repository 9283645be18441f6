"""Any kind of record from the screen: added, changed, ended, by one form for all of them."""

import re
from enum import Enum
from pathlib import Path
from unicodedata import category

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, Drive, desk_of, git_log, read_yaml
from test_network_forms import saved

from fktui.errors import FkError, NotFound, WrongUse
from fktui.model.case import KINDS, find, records
from fktui.tui.forms.form import Ask, Look, read_text
from fktui.tui.forms.plain_fields import any_field, reader
from fktui.tui.forms.record import record_form
from fktui.tui.forms.table import make
from fktui.tui.screens.chooser import ChooserScreen
from fktui.usecases.by_kind.table import way_of
from fktui.words import language
from fktui.words.say import say_error

ID = re.compile(r"[a-z]-[0-9a-z]{5}")


def cases_of(store: Path):
    desk = desk_of(store)
    return [(desk, desk.load(case_id)) for case_id in desk.store.case_ids()]


def free_text(value) -> bool:
    """Whether one of these is no id: an organisation that somebody wrote in the file."""
    return isinstance(value, tuple) and any(not ID.fullmatch(one) for one in value)


def way_of_filling(value) -> str:
    """How a field is filled in: what a form could read otherwise than it shows."""
    if isinstance(value, tuple):
        return " ".join(["many", *sorted({way_of_filling(one) for one in value})])
    if isinstance(value, Enum | bool) or value is None:
        return repr(value)
    if not isinstance(value, str):
        return f"{type(value).__name__} {isinstance(value, int) and value < 0}"
    if ID.fullmatch(value):
        return f"id {value[0]}"
    return " ".join(sorted({one if one in ",;:\n" else category(one) for one in value}))


def shows_and_reads_the_same(ask: Ask, kind: str, record) -> None:
    for field in record_form(ask, kind, "edit").fields:
        if field.look is Look.TITLE:
            continue
        before = getattr(record, field.name)
        shown = read_text(field, field.text)
        assert (shown or None) == (before or None), (kind, field.name)
        if field.text and field.look is not Look.CHECK and not free_text(before):
            raw = any_field(ask, kind, field.name)._replace(
                read=reader(ask, kind, field.name), look=field.look
            )
            assert read_text(raw, field.text) == before, (kind, field.name)


def test_every_field_of_every_kind_reads_back_what_it_shows(demo_once):
    """Of every family each record that is filled in as none before it was; in each language."""
    seen: set[tuple[str, str, str]] = set()
    kinds: dict[str, set[str]] = {"nl": set(), "en": set()}
    for desk, loaded in cases_of(demo_once):
        for found in records(loaded.case):
            kind, record = found.kind.name, found.record
            ways = {
                (kind, name, way_of_filling(getattr(record, name)))
                for name in record.__struct_fields__
            }
            new = not ways <= seen
            seen |= ways
            for lang, known in kinds.items():
                if kind not in known or (lang == "nl" and new):
                    known.add(kind)
                    language.use(lang)
                    shows_and_reads_the_same(Ask(desk, loaded, record.id), kind, record)
    assert kinds == {"nl": set(KINDS), "en": set(KINDS)}


def test_saving_without_a_change_is_refused_for_every_kind(demo_once):
    for desk, loaded in cases_of(demo_once):
        kinds = set()
        for found in records(loaded.case):
            if found.kind.name in kinds:
                continue
            kinds.add(found.kind.name)
            form = record_form(Ask(desk, loaded, found.record.id), found.kind.name, "edit")
            values = {
                one.name: read_text(one, one.text)
                for one in form.fields
                if one.look is not Look.TITLE
            }
            with pytest.raises(WrongUse) as refused:
                form.save(desk, values)
            assert refused.value.code == "nothing-changed", found.kind.name


def made(desk, loaded, task):
    """The form of a task, or why there is none."""
    try:
        return make(task, Ask(desk, loaded))
    except FkError as error:
        return error


def test_every_kind_has_a_form_for_something_new_or_says_why_not(demo_once):
    for desk, loaded in cases_of(demo_once):
        for kind in KINDS:
            found = made(desk, loaded, f"{kind}.add")
            if isinstance(found, FkError):
                assert say_error(found) != found.code, kind
            else:
                assert [field for field in found.fields if field.look is not Look.TITLE], kind


def test_one_field_is_changed_and_one_is_emptied_in_one_commit(store, store_desk):
    case = store_desk.load(DUINROOS).case
    goal = case.plan.goals[0]
    before = len(git_log(store, DUINROOS))
    saved(store_desk, DUINROOS, "goal.edit", goal.id, owners="", why="")
    after = read_yaml(store, DUINROOS, "plan.yaml")["goals"][0]
    assert "owners" not in after
    assert "why" not in after
    assert after["title"] == goal.title
    assert len(git_log(store, DUINROOS)) == before + 1
    assert git_log(store, DUINROOS)[0].startswith(f"Doel {goal.id}: ")


def test_only_what_was_touched_is_said_to_have_changed(store, store_desk):
    strength = store_desk.load(KASTANJE).case.analysis.strengths[0]
    done = saved(store_desk, KASTANJE, "strength.edit", strength.id, what="Anders gezegd")
    assert done.said == f"Kracht {strength.id}: wat"
    assert git_log(store, KASTANJE)[0] == done.said


def test_what_has_to_be_there_cannot_be_emptied(store_desk):
    loaded = store_desk.load(KASTANJE)
    strength = loaded.case.analysis.strengths[0]
    form = record_form(Ask(store_desk, loaded, strength.id), "strength", "edit")
    assert form.field("what").needed
    assert not form.field("about").needed


def test_an_organisation_that_was_written_by_hand_stays_beside_a_new_name(store_desk):
    """Somebody wrote `Buurtteam Demo` in the file; a coach adds a person to it."""
    for case_id in store_desk.store.case_ids():
        loaded = store_desk.load(case_id)
        for role in loaded.case.network.roles:
            if "Buurtteam Demo" in role.who and loaded.case.family.people:
                person = loaded.case.family.people[0]
                form = record_form(Ask(store_desk, loaded, role.id), "role", "edit")
                field = form.field("who")
                assert read_text(field, field.text) == role.who
                typed = f"{field.text}, {person.name}"
                assert read_text(field, typed) == (*role.who, person.id)
                return
    pytest.fail("no role of the practice families holds the organisation any more")


def test_an_agenda_point_with_a_comma_stays_one_point(store, store_desk):
    loaded = store_desk.load(IJSVOGEL)
    meeting = next(one for one in loaded.case.meetings if any("," in p for p in one.agenda))
    form = record_form(Ask(store_desk, loaded, meeting.id), "meeting", "edit")
    field = form.field("agenda")
    assert field.look is Look.NOTE
    assert read_text(field, f"{field.text}\nNog een punt, erbij") == (
        *meeting.agenda,
        "Nog een punt, erbij",
    )


# --- adding ---------------------------------------------------------------------------------------


def test_something_new_begins_today_with_what_goes_without_saying(store, store_desk):
    done = saved(store_desk, KASTANJE, "agreement.add", what="Telefoons uit aan tafel")
    new = read_yaml(store, KASTANJE, "plan.yaml")["agreements"][-1]
    assert new["what"] == "Telefoons uit aan tafel"
    assert new["since"] == "2026-05-11"
    assert done.record == new["id"]


def test_what_goes_inside_something_goes_where_the_cursor_stands(store, store_desk):
    event = store_desk.load(DUINROOS).case.timeline.events[1]
    person = store_desk.load(DUINROOS).case.family.people[0]
    form = record_form(Ask(store_desk, store_desk.load(DUINROOS), event.id), "experience", "add")
    assert form.fields[0].look is Look.TITLE
    form.save(store_desk, {"person": person.id, "value": -4})
    after = find(store_desk.load(DUINROOS).case, event.id).record
    assert [(one.person, one.value) for one in after.experiences if one.person == person.id] == [
        (person.id, -4)
    ]


def test_without_a_cursor_the_record_around_it_is_chosen(store_desk):
    loaded = store_desk.load(DUINROOS)
    form = record_form(Ask(store_desk, loaded), "experience", "add")
    event = loaded.case.timeline.events[1]
    assert form.field("event").needed
    assert read_text(form.field("event"), event.id) == event.id


# --- ending ---------------------------------------------------------------------------------------


def test_a_worry_is_put_behind_with_a_day_and_a_reason(store, store_desk):
    worry = next(
        w for w in store_desk.load(KASTANJE).case.analysis.worries if w.outdated_on is None
    )
    saved(store_desk, KASTANJE, "worry.end", worry.id, on="gisteren", because="opgelost")
    after = find(store_desk.load(KASTANJE).case, worry.id).record
    assert (str(after.outdated_on), after.outdated_reason) == ("2026-05-10", "opgelost")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_ends_or_says_that_it_does_not(demo_once, kind):
    for desk, loaded in cases_of(demo_once):
        found = next((one for one in records(loaded.case) if one.kind.name == kind), None)
        if found is None:
            continue
        ask = Ask(desk, loaded, found.record.id)
        if way_of(kind).end is None:
            with pytest.raises(WrongUse, match="not-ended"):
                record_form(ask, kind, "end")
        else:
            form = record_form(ask, kind, "end")
            assert [one.name for one in form.fields][1:] == list(way_of(kind).asks)
        return


def test_a_record_that_is_gone_is_not_found(store_desk):
    with pytest.raises(NotFound, match="not-found"):
        record_form(Ask(store_desk, store_desk.load(KASTANJE), "s-00000"), "step", "edit")


# --- who may read it ------------------------------------------------------------------------------


def readers_of(store, what):
    found = read_yaml(store, DUINROOS, "analysis.yaml")["strengths"]
    return next(one for one in found if one["what"] == what).get("visible_to", [])


@pytest.mark.parametrize(("key", "all_read"), [("enter", False), ("2", True)])
def test_with_two_households_the_coach_is_asked_who_may_read(drive: Drive, store, key, all_read):
    screen = drive(store)
    screen.app.screen.families.go_to(DUINROOS)
    before = git_log(store, DUINROOS)
    people = {p.name: p.id for p in desk_of(store).load(DUINROOS).case.family.people}
    screen.press("enter", "5", "a").wait_text("Kracht")
    digit = next(line for line in screen.lines if "Kracht" in line).split("│")[1].split()
    screen.press(next(part for part in digit if part.strip("►").isdigit()).strip("►"))
    screen.type("Zij belt zelf").press("tab").type("Anouk").press("ctrl+s")
    screen.wait_for(lambda: isinstance(screen.app.screen, ChooserScreen))
    assert "Joris Tureluur" in screen.text
    assert git_log(store, DUINROOS) == before
    screen.press(key).wait_saved()
    readers = readers_of(store, "Zij belt zelf")
    if all_read:
        assert readers == ["family"]
    else:
        assert people["Joris Tureluur"] not in readers
        assert people["Anouk Wulp"] in readers


def test_who_lives_together_is_not_asked(store_desk):
    loaded = store_desk.load(KASTANJE)
    form = make("strength.add", Ask(store_desk, loaded))
    about = (loaded.case.family.people[0].id,)
    assert form.question is not None
    assert form.question({"what": "Zij belt zelf", "about": about}) is None


def test_the_readers_that_were_named_are_not_asked_for(store_desk):
    loaded = store_desk.load(DUINROOS)
    form = make("contact.add", Ask(store_desk, loaded))
    anouk = loaded.case.family.people[0].id
    assert form.question({"present": (anouk,)}) is not None
    assert form.question({"present": (anouk,), "visible_to": ("team",)}) is None


def test_esc_at_the_question_goes_back_to_what_was_typed(drive: Drive, store):
    screen = drive(store)
    screen.app.screen.families.go_to(DUINROOS)
    before = len(git_log(store, DUINROOS))
    screen.press("c", "1", "tab", "tab", "tab", "tab", "ctrl+u").type("Anouk").press("ctrl+s")
    screen.wait_for(lambda: isinstance(screen.app.screen, ChooserScreen))
    screen.press("escape")
    assert "Anouk" in screen.text
    assert len(git_log(store, DUINROOS)) == before
