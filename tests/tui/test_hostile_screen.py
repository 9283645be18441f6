"""Whatever stands in the files of a family, the screen shows it and no terminal obeys it.

The files are written by hand, so nothing cleaned them; see `tests/cli/hostile_family.py`.
"""

import random
import unicodedata
from datetime import UTC, datetime

import pytest
from driving import LARGE, SMALL, Driven, desk_of
from hostile_family import Attack
from rich.cells import cell_len

from fktui.cli.main import main
from fktui.model.case import KINDS, records
from fktui.store.places import Places
from fktui.tui.family import Shown, View
from fktui.tui.forms.table import TASKS
from fktui.tui.panels.record import record_lines
from fktui.tui.panels.table import PANELS
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.setup import NewStore, make_store

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


@pytest.fixture
def opened(request, tmp_path, monkeypatch):
    """The screen of a store with such a family, in a team with traps, and with a history."""
    attack, size = ATTACKS[request.param[0]], request.param[1]
    places = Places(tmp_path / "store")
    desk = make_store(places, NewStore(team="T", language="en", name="C"), NOW, random.Random(1))
    case_id = new_case(desk, NewCase(name="Gezin Wulp", start=NOW.date())).case.id
    for file, text in Attack(attack.turn).team().items():
        (places.team / file).write_text(text, encoding="utf-8")
    type(attack)(attack.turn + 4, ended=attack.ended, loose=attack.loose).write(
        places.case(case_id)
    )
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


def judge(screen: Driven, where: str) -> str:
    """Nothing that a terminal obeys, and no line that is wider than the window."""
    size = screen.app.size
    assert wrong_in("".join(screen.lines)) == set(), where
    strips = screen.strips
    assert len(strips) == size.height, where
    assert [row for row in screen.lines if cell_len(row) > size.width] == [], where
    assert all(len(row) < 6 * size.width for row in screen.lines), where
    assert not any(segment.control for strip in strips for segment in strip), where
    return screen.text


@attacked(
    ("running", LARGE), ("loose and ended", SMALL), ("heavy", SMALL), ("heavy and ended", LARGE)
)
def test_every_tab_and_every_record_is_shown_without_harm(opened):
    screen, case_id = opened
    judge(screen, "today")
    screen.do(lambda: screen.app.open_family(case_id))
    for panel in PANELS:
        screen.do(lambda tab=panel.id: screen.screen.open_tab(tab))
        judge(screen, panel.id)
        keys = [line.key for line in screen.screen.main.lines if line.key]
        for key in keys[:: max(1, len(keys) // 5)]:
            screen.do(lambda to=key: screen.screen.main.go_to(to))
            judge(screen, f"{panel.id} {key}")
        for beside in screen.screen.query("#beside"):
            screen.do(lambda it=beside: it.scroll_end(animate=False, immediate=True))
        judge(screen, f"{panel.id}, the end of what is beside it")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_every_record_in_full_is_harmless(attack, tmp_path):
    places = Places(tmp_path / "store")
    desk = make_store(places, NewStore(team="T", language="en", name="C"), NOW, random.Random(1))
    case_id = new_case(desk, NewCase(name="Gezin Wulp", start=NOW.date())).case.id
    attack.write(places.case(case_id))
    view = View(Shown(desk, desk.load(case_id)), 42)
    seen = 0
    for found in records(view.case):
        for line in record_lines(view, found.record.id):
            assert wrong_in(line.text) == set(), found
            seen += 1
    assert seen > 100


@attacked(("heavy", SMALL))
def test_every_form_asks_without_harm(opened):
    screen, case_id = opened
    case = desk_of(screen.store, NOW).load(case_id).case
    there = {found.kind.name: found.record.id for found in records(case)}
    asked = [(task, there.get(task.partition(".")[0], "")) for task in TASKS]
    asked += [(f"{kind}.edit", there.get(kind, "")) for kind in KINDS]
    base = len(screen.app.screen_stack)
    forms = 0
    for task, record in dict.fromkeys(asked):
        screen.do(lambda what=task, which=record: screen.app.ask(what, case_id, which))
        judge(screen, task)
        while len(screen.app.screen_stack) > base:
            forms += 1
            screen.do(screen.app.pop_screen)
        screen.do(screen.app.clear_notifications)
    assert forms > len(TASKS) / 2


@attacked(("heavy", SMALL))
def test_nothing_else_on_the_screen_does_harm_either(opened):
    screen, case_id = opened
    for keys in ("f1", "ctrl+p", "ctrl+p q", "v", "f2", "f9", "slash q"):
        for inside in (False, True):
            if inside:
                screen.do(lambda: screen.app.open_family(case_id))
            screen.press(*keys.split()).wait_saved()
            judge(screen, keys)
            for _turn in range(6):
                screen.press("down")
                judge(screen, f"{keys} down")
            while len(screen.app.screen_stack) > 2 or screen.app.focused is None:
                screen.do(screen.app.pop_screen)
            screen.press("escape")
