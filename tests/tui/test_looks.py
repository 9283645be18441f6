"""Every screen in every look: sizes, colours, signs, languages."""

import gettext
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from driving import SMALL, Drive, Driven, desk_of
from rich.cells import cell_len
from test_golden import SCREENS, picture_there

from fktui.errors import FkError
from fktui.model.case import KINDS, records
from fktui.settings import Settings
from fktui.tui.family import Shown, View
from fktui.tui.forms.form import Ask, Form, read_text
from fktui.tui.forms.table import TASKS, make
from fktui.tui.keys import ACTIONS
from fktui.tui.panels.program.kitchen import KITCHEN
from fktui.tui.panels.record import record_lines
from fktui.tui.panels.table import PANELS
from fktui.tui.themes import CONTRAST, DARK, LIGHT, SIXTEEN
from fktui.usecases.desk import Desk
from fktui.usecases.measures.measures import definitions
from fktui.words import language
from fktui.words.say import say_on_screen

TINY, HUGE = (40, 15), (200, 60)

TABS = dict(enumerate(PANELS, 1))

MARKED = re.compile(r"[!×≈►▲▼■√□]")
"""What says without a colour that something asks attention."""


@contextmanager
def listening() -> Iterator[set[str]]:
    """The sentences that are asked for in Dutch and are not in the catalogue."""
    asked: set[str] = set()
    catalogue = language._voice.spoken.catalogue
    assert isinstance(catalogue, gettext.GNUTranslations)
    known = catalogue._catalog  # type: ignore[attr-defined]
    usual = catalogue.gettext

    def gettext_of(message: str) -> str:
        if message not in known:
            asked.add(message)
        return usual(message)

    catalogue.gettext = gettext_of  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        del catalogue.gettext


_SEEN_BEFORE = 3
"""Screens of the walk that it came back to."""


def not_names(missing: set[str], desk: Desk) -> set[str]:
    """Without the names of questionnaires, which are the same in every language."""
    return missing - {one.title for one in definitions(desk).values()}


class Walked(NamedTuple):
    """What a walk along all screens in a small window showed, and what had no Dutch words."""

    pictures: dict[str, str]
    missing: set[str]


@pytest.fixture(scope="module")
def walked(demo_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The golden screens once more: in Dutch, in the smallest window."""
    store = tmp_path_factory.mktemp("walk") / "store"
    shutil.copytree(demo_once, store, symlinks=True)
    screen = Driven(store, size=TINY, lang="nl")
    try:
        with listening() as missing:
            pictures = {
                name: picture_there(screen, one)
                for name, one in SCREENS.items()
                if not one.keys.startswith("enter")
            }
            screen.press("enter")
            pictures |= {panel.id: screen.press(str(n % 10)).text for n, panel in TABS.items()}
            screen.press("4")
            for key in ("w", "n", "n", "w", "w", "escape", "f5", "2", "3", "4", "escape"):
                pictures[f"{len(pictures)} {key}"] = screen.press(key).text
        yield Walked(pictures, not_names(missing, screen.app.session.desk))
    finally:
        screen.stop()
        language.use("en")


@pytest.fixture(scope="module")
def all_shown(demo_once: Path) -> list[Shown]:
    """Every family of the practice store, read once."""
    desk = desk_of(demo_once)
    return [Shown(desk, desk.load(case_id)) for case_id in desk.store.case_ids()]


def fits(text: str, size: tuple[int, int]) -> bool:
    lines = text.splitlines()
    return len(lines) == size[1] and max(map(cell_len, lines)) <= size[0]


def test_every_screen_fits_the_smallest_window(walked: Walked) -> None:
    assert [name for name, text in walked.pictures.items() if not fits(text, TINY)] == []
    assert set(walked.pictures) > {panel.id for panel in PANELS}
    assert len(set(walked.pictures.values())) >= len(walked.pictures) - _SEEN_BEFORE


def test_the_largest_window_is_filled(drive: Drive, store: Path) -> None:
    screen = drive(store, size=HUGE)
    for keys in ("", "enter", "4", "c"):
        screen.press(*keys.split())
        assert fits(screen.text, HUGE), keys


def test_every_panel_of_every_family_can_be_made_at_every_width(all_shown: list[Shown]) -> None:
    for shown in all_shown:
        for width in (1, 20, 38, 198):
            for panel in (*PANELS, *KITCHEN):
                assert panel.lines(View(shown, width))[0], (panel.id, shown.case.id)


def test_a_window_that_changes_its_size_keeps_what_is_done(drive: Drive, store: Path) -> None:
    screen = drive(store, "c 1", lang="en")
    for size in (TINY, HUGE, (30, 8), (120, 40), (10, 4), SMALL):
        screen.resize(*size)
    assert "Note a contact" in screen.text
    screen.press("escape", "enter", "2", "down")
    for size in (TINY, HUGE, (30, 8), (120, 40), (1, 1), SMALL):
        screen.resize(*size)
        assert screen.screen.main.at is not None
    assert any(line.startswith("►") for line in screen.lines)


def test_the_words_are_the_same_in_every_theme(drive: Drive, store: Path) -> None:
    screen = drive(store, "enter 2")
    usual = screen.text
    for theme in (DARK, LIGHT, CONTRAST, SIXTEEN, ""):
        screen.do(lambda name=theme: screen.app.wear(Settings(theme=name)))
        assert screen.app.theme == (theme or DARK)
        assert screen.text == usual
    assert drive(store, "enter 2", settings=Settings(theme="no-such-theme")).text == usual


def test_without_colours_all_is_still_said(drive: Drive, store: Path, monkeypatch) -> None:
    usual = drive(store, "enter 2 c").text
    monkeypatch.setenv("NO_COLOR", "1")
    screen = drive(store, "enter 2 c")
    assert screen.text == usual
    colours = {
        triplet
        for strip in screen.strips
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None and (triplet := colour.triplet) is not None
    }
    assert all(colour.red == colour.green == colour.blue for colour in colours)


def test_what_is_late_or_chosen_is_said_by_a_sign(
    drive: Drive, store: Path, all_shown: list[Shown]
) -> None:
    """The marks of `lines` are there in plain text: no meaning hangs on a colour."""
    screen = drive(store)
    rows = [line for line in screen.screen.families.lines if line.key]
    assert screen.lines[2].startswith("►! Gezin")
    assert [screen.lines[2 + n][1] for n in range(len(rows))] == [row.text[0] for row in rows]
    assert {row.text[0] for row in rows} <= set("!√× ")
    for shown in all_shown:
        lines = [one for panel in PANELS for one in panel.lines(View(shown, 78))]
        for one in (*rows, *lines):
            late = any(span.style == "late" for span in one.spans)
            assert not late or MARKED.search(one.text), one.text


# --- words ---------------------------------------------------------------------------------------


def test_every_screen_has_its_dutch_words(walked: Walked) -> None:
    assert sorted(walked.missing) == []


def said_by(form: Form) -> None:
    """Say all that a form could say, so that it is asked for."""
    for field in form.fields:
        with suppress(FkError):
            value = read_text(field, field.text)
            if field.say and value is not None:
                field.say(value)


def test_every_form_and_every_panel_has_its_dutch_words(all_shown: list[Shown]) -> None:
    """Of every family: each task, and each kind of record added, changed and ended."""
    language.use("nl")
    plain = [f"{kind}.{verb}" for kind in KINDS for verb in ("add", "edit", "end")]
    with listening() as missing:
        for shown in all_shown:
            there = {found.kind.name: found.record.id for found in records(shown.case)}
            for task in dict.fromkeys([*TASKS, *plain]):
                record = there.get(task.partition(".")[0], "")
                try:
                    said_by(make(task, Ask(shown.desk, shown.loaded, record)))
                except FkError as error:
                    say_on_screen(error)
            view = View(shown, 78)
            for panel in (*PANELS, *KITCHEN):
                list(panel.lines(view))
            for record in there.values():
                record_lines(view, record)
        for task in TASKS.values():
            language._(task.label)
        for action in ACTIONS:
            language._(action.label)
            language._(action.help)
    assert sorted(not_names(missing, all_shown[0].desk)) == []


def test_listening_hears_what_is_missing() -> None:
    language.use("nl")
    with listening() as missing:
        language._("A sentence that nobody translated.")
        language._("Today")
    assert missing == {"A sentence that nobody translated."}
