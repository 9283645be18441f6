"""Whatever stands in the files of a family, the screen shows it and no terminal obeys it.

The files are written by hand, so nothing cleaned them; see `tests/cli/hostile_family.py`.
"""

import random
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from driving import LARGE, SMALL, Driven, desk_of
from hostile_family import Attack
from rich.cells import cell_len

from fktui.cli.main import main
from fktui.errors import FkError
from fktui.model.case import KINDS, records
from fktui.model.stored import Loaded
from fktui.store.places import Places
from fktui.tui.family import Shown, View
from fktui.tui.forms.form import Ask, Field, Form, Look, matches, read_text
from fktui.tui.forms.table import TASKS, make
from fktui.tui.lines import one_line
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.panels.record import record_lines
from fktui.tui.panels.table import PANELS
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.setup import NewStore, make_store
from fktui.words.say import say_on_screen

NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
OWN_MARKS = "\u200c\u200d\u200e\u200f\u061c\u00ad"
"""Joiners and marks of direction that honest text needs; a terminal does not obey them."""

HEAVY = (
    *("x" * 20_000, "woord " * 4000, "燕子" * 500, "e" + "\u0301" * 3000, "👨‍👩‍👧‍👦 🇳🇱 ☎️ 1️⃣ " * 20),
    *("\n" * 3000, "a\n\n\nb\r\nc\rd\u2028e", "سلام שלום " * 50, "\u200d\ufe0f\u20e3", " ", "-"),
    *("\t" * 200, "▁▂▃" * 900, "[/" * 50, "\\" * 300),
)


class HeavyAttack(Attack):
    """A family in which every other text is endless, wide, piled up or empty."""

    def _text(self, where, name):
        text, number = super()._text(where, name), len(self.traps)
        if where not in self.traps or number % 2:
            return text
        return HEAVY[number // 2 % len(HEAVY)]


ATTACKS = {
    "running": Attack(0),
    "loose and ended": Attack(3, ended=True, loose=True),
    "heavy": HeavyAttack(4),
    "heavy and ended": HeavyAttack(5, ended=True, loose=True),
}


def store_with(attack: Attack, root: Path) -> tuple[Desk, str]:
    """A store with such a family, written by hand, in a team with traps."""
    places = Places(root)
    desk = make_store(places, NewStore(team="T", language="en", name="C"), NOW, random.Random(1))
    case_id = new_case(desk, NewCase(name="Gezin Wulp", start=NOW.date())).case.id
    for file, text in Attack(attack.turn).team().items():
        (places.team / file).write_text(text, encoding="utf-8")
    attack.write(places.case(case_id))
    return desk, case_id


@pytest.fixture
def opened(request, tmp_path, monkeypatch):
    """The screen of a store with such a family, and with a history."""
    attack, size = ATTACKS[request.param[0]], request.param[1]
    before = type(attack)(attack.turn + 4, ended=attack.ended, loose=attack.loose)
    desk, case_id = store_with(before, tmp_path / "store")
    places = desk.store.places
    monkeypatch.setenv("FK_TODAY", "2026-11-21")
    assert main(["--store", str(places.root), "save", case_id]) == 0
    attack.write(places.case(case_id))
    screen = Driven(places.root, size=size, clock=lambda: NOW)
    yield screen, case_id
    screen.stop()


def attacked(*ways):
    """A test for each of these families at these sizes."""
    return pytest.mark.parametrize(
        "opened", ways, indirect=True, ids=[f"{name} {size[0]}x{size[1]}" for name, size in ways]
    )


def wrong_in(text: str) -> set[str]:
    """What a terminal would obey or a reader be fooled by; judged by Unicode, not by fk's list."""
    return {
        char
        for char in text
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in OWN_MARKS
    }


def judge(screen: Driven, where: str) -> None:
    """Nothing that a terminal obeys, and no line that is wider than the window."""
    size, strips = screen.app.size, screen.strips
    rows = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    assert wrong_in("".join(rows)) == set(), where
    assert len(strips) == size.height, where
    assert [row for row in rows if cell_len(row) > size.width] == [], where
    assert all(len(row) < 6 * size.width for row in rows), where
    assert not any(segment.control for strip in strips for segment in strip), where


# --- what is made of the files, without a screen -------------------------------------------------


@pytest.fixture(scope="module", params=ATTACKS.values(), ids=ATTACKS)
def attacked_desk(request, tmp_path_factory):
    """The desk and the family, for what needs no screen."""
    root = tmp_path_factory.mktemp("attacked") / "store"
    desk, case_id = store_with(request.param, root)
    return desk_of(root, NOW), desk.load(case_id)


def test_every_line_of_every_tab_and_every_record_is_harmless(attacked_desk):
    shown = Shown(*attacked_desk)
    seen = 0
    for width in (24, 118):
        view = View(shown, width)
        for panel in (*PANELS, *KITCHEN):
            for line in panel.lines(view):
                assert wrong_in(line.text) == set(), panel.id
                seen += 1
        for found in records(view.case):
            for line in record_lines(view, found.record.id):
                assert wrong_in(line.text) == set(), found
                seen += 1
    assert seen > 400


def asked_in(loaded: Loaded) -> list[tuple[str, str]]:
    """Each task, and what is done with each kind of record, with a record to do it with."""
    there = {found.kind.name: found.record.id for found in records(loaded.case)}
    plain = [f"{kind}.{verb}" for kind in KINDS for verb in ("add", "edit", "end")]
    return [
        (task, there.get(task.partition(".")[0], "")) for task in dict.fromkeys([*TASKS, *plain])
    ]


def said_by(field: Field) -> list[str]:
    """What a field says beside what is typed in it."""
    said = [field.label, field.hint, *matches(field, ""), *matches(field, "q")]
    try:
        value = read_text(field, field.text)
        if field.say and value is not None:
            said.append(field.say(value))
    except FkError as error:
        said.append(say_on_screen(error))
    return said


def made(desk: Desk, loaded: Loaded, task: str, record: str) -> Form | str:
    """The form of a task, or the sentence why there is none."""
    try:
        return make(task, Ask(desk, loaded, record))
    except FkError as error:
        return say_on_screen(error)


def test_every_form_is_made_of_it_and_says_what_it_means(attacked_desk):
    desk, loaded = attacked_desk
    forms = 0
    for task, record in asked_in(loaded):
        form = made(desk, loaded, task, record)
        if isinstance(form, str):
            assert wrong_in(one_line(form)) == set(), task
            continue
        forms += 1
        said = [form.title, *form.notes]
        for field in form.fields:
            said += said_by(field)
        assert wrong_in("".join(map(one_line, said))) == set(), task
    assert forms > len(TASKS) / 2


# --- what is drawn of it -------------------------------------------------------------------------


def ways_of(field: Field) -> set[tuple[str, ...]]:
    """How this field could go wrong: by how it is typed, and by what is odd in its texts."""
    look = field.look.value

    def odd(text: str) -> str:
        if text in HEAVY:
            return str(HEAVY.index(text))
        return " ".join(sorted({unicodedata.category(char) for char in wrong_in(text)}))

    ways = {(look, "text", odd(field.text)), (look, "hint", odd(field.hint))}
    return ways | {(look, "choices", odd(choice)) for choice in field.choices}


@attacked(("heavy", SMALL))
def test_the_forms_with_all_that_is_odd_are_drawn_without_harm(opened):
    """Of all forms those that are needed to have each oddity in each kind of field once."""
    screen, case_id = opened
    desk = screen.app.session.desk
    loaded = desk.load(case_id)
    base = len(screen.app.screen_stack)
    drawn: set[tuple[str, ...]] = set()
    forms = 0
    for task, record in asked_in(loaded):
        form = made(desk, loaded, task, record)
        ways = set() if isinstance(form, str) else set().union(*map(ways_of, form.fields))
        if ways <= drawn:
            continue
        drawn |= ways
        forms += 1
        screen.do(lambda what=task, which=record: screen.app.ask(what, case_id, which))
        assert len(screen.app.screen_stack) == base + 1, task
        judge(screen, task)
        screen.do(screen.app.pop_screen)
    assert forms > 5
    assert {look for look, _what, _odd in drawn} == {one.value for one in Look}


@attacked(("running", LARGE), ("heavy and ended", SMALL))
def test_every_tab_is_drawn_without_harm(opened):
    screen, case_id = opened
    judge(screen, "today")
    screen.do(lambda: screen.app.open_family(case_id))
    for panel in PANELS:
        screen.do(lambda tab=panel.id: screen.screen.open_tab(tab))
        judge(screen, panel.id)
        keys = [line.key for line in screen.screen.main.lines if line.key]
        screen.do(lambda keys=keys: screen.screen.main.go_to(keys[len(keys) // 2]))
        judge(screen, f"{panel.id}, half way")
        for beside in screen.screen.query("#beside"):
            screen.do(lambda it=beside: it.scroll_end(animate=False, immediate=True))
        judge(screen, f"{panel.id}, the end of what is beside it")


@attacked(("heavy", SMALL))
def test_nothing_else_on_the_screen_does_harm_either(opened):
    screen, case_id = opened
    for inside in (False, True):
        for keys in ("f1", "ctrl+p", "ctrl+p q", "v", "f2", "f9", "slash q"):
            if inside:
                screen.do(lambda: screen.app.open_family(case_id))
            screen.press(*keys.split()).wait_saved()
            judge(screen, keys)
            for key in ("down", "pagedown"):
                screen.press(key)
                judge(screen, f"{keys} {key}")
            while len(screen.app.screen_stack) > 2 or screen.app.focused is None:
                screen.do(screen.app.pop_screen)
            screen.press("escape")


@attacked(("heavy", SMALL), ("loose and ended", LARGE))
def test_pictures_of_it_are_drawn_without_harm(opened):
    screen, case_id = opened
    for show in ("show_map", "show_genogram", "show_charts"):
        for keys in ("", "n", "w", "l", "tab", "2", "3", "4", "p"):
            screen.do(lambda name=show: getattr(screen.app, name)(case_id))
            screen.press(*keys.split()).wait_saved()
            judge(screen, f"{show} {keys}")
            for key in ("down", "right", "pagedown", "end"):
                screen.press(key)
                judge(screen, f"{show} {keys} {key}")
            while len(screen.app.screen_stack) > 2:
                screen.do(screen.app.pop_screen)
