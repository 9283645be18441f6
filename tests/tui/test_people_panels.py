"""The tabs *Network* and *Dossier*: all can be chosen, marks have words, hostile names stay put."""

import msgspec
import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, KWIKSTAART, LISDODDE, MEIDOORN, Drive
from rich.cells import cell_len

from fktui.model.case import records
from fktui.model.network import Quality
from fktui.tui.family import Shown, View
from fktui.tui.forms.form import Ask
from fktui.tui.forms.table import TASKS, make
from fktui.tui.panels import network, people
from fktui.tui.panels.panel import DO
from fktui.usecases.people.network import add_member, set_tie
from fktui.words import language
from fktui.words.people.around import MARKS, legend

FAMILIES = (DUINROOS, IJSVOGEL, KASTANJE, KWIKSTAART, LISDODDE, MEIDOORN)
PANELS = (network.PANEL, people.PANEL)


def shown(desk, case_id, panel, width=78, **how):
    return panel.lines(View(Shown(desk, desk.load(case_id), **how), width))


def texts(lines):
    return [one.text for one in lines]


@pytest.mark.parametrize("case_id", FAMILIES)
@pytest.mark.parametrize("width", [40, 73, 78, 140])
def test_every_record_is_a_line_of_its_own(store_desk, case_id, width):
    case = store_desk.load(case_id).case
    there = {
        one.record.id
        for one in records(case)
        if one.kind.name in (*network.KINDS, *people.KINDS)
        and one.kind.name not in ("tie", "jim_step")
    }
    keys = [one.key for panel in PANELS for one in shown(store_desk, case_id, panel, width)]
    assert there <= set(keys)
    known = [key for key in keys if key]
    at_home = [one.id for one in case.family.people if len(one.households) > 1]
    assert sorted({k for k in known if known.count(k) > 1}) == sorted(at_home)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("case_id", FAMILIES)
def test_every_line_asks_a_form_that_opens(store_desk, case_id, lang):
    language.use(lang)
    loaded = store_desk.load(case_id)
    for panel in PANELS:
        for one in shown(store_desk, case_id, panel):
            if one.kind == DO:
                task, _at, record = one.key.partition("@")
            elif ":" in one.key and one.kind != "question":
                task, record = f"{one.kind}.edit", one.key
                assert task in TASKS
            else:
                continue
            form = make(task, Ask(store_desk, loaded, record))
            assert form.title
            assert len(form.fields) <= 12


def test_the_head_can_be_chosen_once(store_desk):
    keys = [one.key for one in shown(store_desk, KASTANJE, people.PANEL)]
    heads = [key for key in keys if key.startswith("head:")]
    assert len(heads) == len(set(heads)) == 6
    assert heads[0] == "head:trajectory"


def test_marks_say_what_the_words_say(store_desk):
    lines = shown(store_desk, KASTANJE, network.PANEL)
    ruta = next(one.text for one in lines if "Ruta" in one.text)
    assert ruta.split()[:2] == ["■+", "Ruta"]
    said = " ".join(texts(lines))
    for quality, mark in MARKS.items():
        assert f"{mark} {quality.value}" in said


@pytest.mark.parametrize("width", [30, 78, 140])
def test_the_legend_is_always_there_and_fits(store_desk, width):
    lines = texts(shown(store_desk, MEIDOORN, network.PANEL, width))
    joined = " ".join(" ".join(lines).split())
    for part in legend():
        assert " ".join(part.split()) in joined
    marked = [line for line in lines if MARKS[Quality.STRONG] + " strong" in line]
    assert marked
    assert all(cell_len(line) <= width for line in marked)


def test_people_stand_from_close_to_far(store_desk):
    case = store_desk.load(KASTANJE).case
    keys = [one.key for one in shown(store_desk, KASTANJE, network.PANEL) if one.kind == "network"]
    rings = {one.id: one.ring for one in case.network.people}
    assert [rings[key] for key in keys] == sorted(rings[key] for key in keys)


def test_ties_that_differ_say_whose_each_is(store_desk):
    add_member(store_desk, KASTANJE, {"name": "Buurman", "sector": "friends", "ring": 1})
    liya, yonas = "Liya", "Yonas"
    set_tie(store_desk, KASTANJE, "Buurman", liya, {"quality": "strong", "energy": "gives"})
    set_tie(store_desk, KASTANJE, "Buurman", yonas, {"quality": "stressful", "energy": "takes"})
    lines = shown(store_desk, KASTANJE, network.PANEL)
    one = next(line.text for line in lines if "Buurman" in line.text)
    assert one.split()[0] == "■≈"
    assert "■+ Liya  ≈- Yonas" in one


def test_a_jim_is_told_by_a_word_and_not_by_the_star_alone(store_desk):
    lines = shown(store_desk, DUINROOS, network.PANEL)
    one = next(line.text for line in lines if "Aaltje Kemphaan" in line.text)
    assert "JIM" in one


def test_questions_have_no_figures(store_desk):
    lines = shown(store_desk, KASTANJE, network.PANEL)
    asked = [one.text for one in lines if one.kind == "question"]
    assert asked
    assert all(text.rstrip().endswith("?") or "?" in text for text in asked)


def test_at_the_table_there_is_nothing_to_add_and_no_judging(store_desk):
    alone = shown(store_desk, KASTANJE, people.PANEL)
    together = shown(store_desk, KASTANJE, people.PANEL, together=True)
    assert "What speaks against it" in " ".join(texts(alone))
    assert "What speaks against it" not in " ".join(texts(together))
    kinds = {one.key for one in shown(store_desk, KASTANJE, network.PANEL, together=True)}
    assert "role.add@" not in kinds


HOSTILE = ("[red]x[/]", "\x1b[31mrood\x1b[0m", "\u202eomgekeerd", "燕" * 60, "x" * 20_000)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_one_line(store_desk, name):
    loaded = store_desk.load(KASTANJE)
    case = loaded.case
    around = msgspec.structs.replace(case.network.people[0], name=name, relation=name)
    person = msgspec.structs.replace(case.family.people[0], name=name, interpreter=name)
    case = msgspec.structs.replace(
        case,
        network=msgspec.structs.replace(case.network, people=(around, *case.network.people[1:])),
        family=msgspec.structs.replace(case.family, people=(person, *case.family.people[1:])),
        trajectory=msgspec.structs.replace(case.trajectory, name=name, referrer=name),
    )
    view = View(Shown(store_desk, msgspec.structs.replace(loaded, case=case)), 78)
    for panel in PANELS:
        lines = panel.lines(view)
        assert not any(sign in one.text for one in lines for sign in "\x1b\n\u202e")
        assert next(one for one in lines if one.key in (around.id, person.id))


def test_enter_on_a_step_asks_it(drive: Drive, store):
    screen = drive(store, "enter 4", lang="en")
    way = next(one for one in screen.screen.main.lines if one.key.startswith("jim.choose@"))
    assert screen.screen.main.go_to(way.key)
    screen.press("enter")
    screen.wait_text("JIM: whom the youth chose")


def test_both_tabs_in_both_languages(drive: Drive, store):
    for lang, words in (("nl", "■ sterk"), ("en", "■ strong")):
        screen = drive(store, "enter 4", lang=lang)
        assert words in screen.text
        screen.press("0")
        assert "head:trajectory" in [one.key for one in screen.screen.main.lines]
        screen.stop()
