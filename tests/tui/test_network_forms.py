"""People around the family from the screen: added, moved, tied; each save is one commit."""

import pytest
from driving import DUINROOS, KASTANJE, Drive, git_log, read_yaml

from fktui.errors import WrongUse
from fktui.method.around.jim import running
from fktui.model.network import Energy, Quality, Sector
from fktui.tui.forms.form import Ask, read_text
from fktui.tui.forms.people.meant import energy_meant, quality_meant, ring_meant, sector_meant
from fktui.tui.forms.table import make
from fktui.words import language


def filled(form, **texts):
    """The values of a form with these texts in its fields, as the screen hands them on."""
    values = {}
    for field in form.fields:
        value = read_text(field, texts.get(field.name, field.text)) if field.look else None
        if value is not None and field.look.value != "title":
            values[field.name] = value
        elif form.clears and field.look.value != "title":
            values[field.name] = None
    return values


def saved(desk, case, task, record="", **texts):
    """What came of a form that is filled in and saved."""
    form = make(task, Ask(desk, desk.load(case), record))
    return form.save(desk, filled(form, **texts))


def test_somebody_new_takes_seven_keys_and_one_commit(drive: Drive, store):
    before = len(git_log(store, KASTANJE))
    screen = drive(store, "w a").type("Coach Dennis")
    screen.press("tab", "b", "tab", "2", "ctrl+s").wait_saved()
    assert screen.pressed - len("Coach Dennis") == 7
    new = read_yaml(store, KASTANJE, "network.yaml")["people"][-1]
    assert new | {"id": "", "since": ""} == {
        "id": "",
        "name": "Coach Dennis",
        "sector": "neighbourhood",
        "ring": "2",
        "since": "",
    }
    assert len(git_log(store, KASTANJE)) == before + 1
    assert "Coach Dennis" not in git_log(store, KASTANJE)[0]
    screen.wait_text("Coach Dennis")


def test_ties_are_made_in_the_same_commit(store, store_desk):
    before = len(git_log(store, KASTANJE))
    done = saved(
        store_desk,
        KASTANJE,
        "network.add",
        name="Coach",
        sector="b",
        ring="1",
        quality="s",
        energy="+",
        of="Liya, Yonas",
    )
    ties = read_yaml(store, KASTANJE, "network.yaml")["ties"][-2:]
    assert [(t["network"], t["quality"], t["energy"]) for t in ties] == [
        (done.record, "strong", "gives")
    ] * 2
    assert len({t["person"] for t in ties}) == 2
    assert len(git_log(store, KASTANJE)) == before + 1


def test_a_tie_of_the_whole_family_when_nobody_is_named(store, store_desk):
    texts = {"name": "Coach", "sector": "f", "ring": "1", "quality": "x"}
    saved(store_desk, KASTANJE, "network.add", **texts)
    tie = read_yaml(store, KASTANJE, "network.yaml")["ties"][-1]
    assert tie["quality"] == "broken"
    assert "person" not in tie


def test_a_namesake_is_told(store_desk):
    done = saved(store_desk, KASTANJE, "network.add", name="Ruta", sector="f", ring="1")
    assert "has this name already" in done.said


def test_somebody_comes_closer(store, store_desk):
    one = next(p for p in store_desk.load(KASTANJE).case.network.people if p.ring == 3)
    done = saved(store_desk, KASTANJE, "network.move", one.id, ring="1")
    assert done.record == one.id
    people = read_yaml(store, KASTANJE, "network.yaml")["people"]
    assert next(p for p in people if p["id"] == one.id)["ring"] == "1"
    assert git_log(store, KASTANJE)[0].endswith("3 → 1")


def test_a_tie_is_changed_where_the_cursor_is(store, store_desk):
    tie = next(t for t in store_desk.load(KASTANJE).case.network.ties if t.person is None)
    saved(store_desk, KASTANJE, "tie.edit", tie.id, quality="stressful", energy="-")
    after = next(t for t in read_yaml(store, KASTANJE, "network.yaml")["ties"] if t["id"] == tie.id)
    assert (after["quality"], after["energy"]) == ("stressful", "takes")


def test_a_tie_with_a_member_from_the_person(store, store_desk):
    one = store_desk.load(KASTANJE).case.network.people[0]
    count = len(read_yaml(store, KASTANJE, "network.yaml")["ties"])
    saved(store_desk, KASTANJE, "network.tie", one.id, of="Yonas", quality="z")
    ties = read_yaml(store, KASTANJE, "network.yaml")["ties"]
    assert len(ties) == count + 1
    assert (ties[-1]["network"], ties[-1]["quality"]) == (one.id, "weak")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("text", "sector"),
    [
        *(("f", Sector.FAMILY), ("v", Sector.FRIENDS), ("b", Sector.NEIGHBOURHOOD)),
        *(("s", Sector.SCHOOL_WORK), ("l", Sector.LEISURE_FAITH), ("p", Sector.PROFESSIONALS)),
        *(("friends", Sector.FRIENDS), ("vriend", Sector.FRIENDS), ("buurt", Sector.NEIGHBOURHOOD)),
    ],
)
def test_a_letter_means_the_same_in_both_languages(store_desk, lang, text, sector):
    language.use(lang)
    assert sector_meant(store_desk, text) is sector


@pytest.mark.parametrize(
    ("read", "text", "meant"),
    [
        (quality_meant, "s", Quality.STRONG),
        (quality_meant, "z", Quality.WEAK),
        (quality_meant, "~", Quality.STRESSFUL),
        (quality_meant, "x", Quality.BROKEN),
        (energy_meant, "+", Energy.GIVES),
        (energy_meant, "-", Energy.TAKES),
        (energy_meant, "+-", Energy.BOTH),
        (ring_meant, "2", 2),
        (ring_meant, "dichtbij", 1),
        (ring_meant, "at a", 3),
    ],
)
def test_signs_and_words(read, text, meant):
    assert read(text) == meant


@pytest.mark.parametrize(
    ("read", "text"),
    [(ring_meant, "4"), (ring_meant, ""), (quality_meant, "q"), (energy_meant, "*")],
)
def test_what_means_nothing_is_refused(read, text):
    with pytest.raises(WrongUse) as caught:
        read(text)
    assert caught.value.code == "wrong-choice"


# --- JIM ------------------------------------------------------------------------------------------


def test_the_way_to_a_jim_step_by_step(store, store_desk):
    """Roodborst: Liya named two people and has not chosen."""
    case = store_desk.load(KASTANJE).case
    [way] = [one for one in case.network.jims if one.until is None]
    named = way.candidates[0].person
    name = store_desk.names(case)[named]
    saved(store_desk, KASTANJE, "jim.choose", way.id, person=name)
    saved(store_desk, KASTANJE, "jim.ask", way.id)
    saved(store_desk, KASTANJE, "jim.answer", way.id, answer="yes")
    saved(store_desk, KASTANJE, "jim.parent", way.id, by="Selam Roodborst", answer="grudging")
    saved(store_desk, KASTANJE, "jim.step", way.id)
    saved(store_desk, KASTANJE, "jim.edit", way.id, agreements="Sundays", may_see="plan")
    after = read_yaml(store, KASTANJE, "network.yaml")["jims"][-1]
    assert (after["chosen"], after["answer"], after["asked_on"]) == (named, "yes", "2026-05-11")
    assert after["parents"][0]["answer"] == "grudging"
    assert after["steps"][-1]["phase"] == "what"
    assert (after["agreements"], after["may_see"]) == ("Sundays", ["plan"])
    saved(store_desk, KASTANJE, "jim.end", way.id, because="moved")
    case = store_desk.load(KASTANJE).case
    assert running(case, way.youth) is None
    assert len(git_log(store, KASTANJE)) >= 7


def test_a_first_name_begins_the_way(store, store_desk):
    case = store_desk.load(DUINROOS).case
    youth = next(p for p in case.family.people if running(case, p.id) is None)
    texts = {"person": "Nieuwe Buur", "sector": "b", "reason": "aardig"}
    done = saved(store_desk, DUINROOS, "jim.add", youth.id, **texts)
    found = read_yaml(store, DUINROOS, "network.yaml")
    assert found["people"][-1]["name"] == "Nieuwe Buur"
    assert (found["jims"][-1]["id"], found["jims"][-1]["youth"]) == (done.record, youth.id)
