"""A file opened in the coach's text editor, and what comes of it: recorded, not yet, or broken."""

import sys
from pathlib import Path

import pytest
from driving import DUINROOS, KASTANJE, Drive, desk_of, git_log, read_yaml
from tmux import Terminal

from fktui.store.places import Places
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.hand_edits import HandEditsScreen
from fktui.usecases.history import stories

_EDITOR = """
import sys
from pathlib import Path

path = Path(sys.argv[-1])
old, new = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split("\\n=>\\n")
text = path.read_text(encoding="utf-8")
assert old in text, (path, old)
path.write_text(text.replace(old, new, 1), encoding="utf-8")
"""


class Editor:
    """An editor that replaces one text by another in the file that it opens, and ends."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "editor.py"
        self.program.write_text(_EDITOR, encoding="utf-8")
        self.words = f"'{sys.executable}' '{self.program}'"

    def will(self, old: str, new: str) -> None:
        """What it does the next time."""
        self.program.with_suffix(".txt").write_text(f"{old}\n=>\n{new}", encoding="utf-8")


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """The editor of whoever works here."""
    made = Editor(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", made.words)
    return made


@pytest.fixture
def goal(store: Path) -> str:
    """The title of the first goal of the family that the cursor stands on first."""
    return str(desk_of(store).load(KASTANJE).case.plan.goals[0].title)


def test_what_was_changed_is_told_and_recorded_with_its_reason(
    drive: Drive, store: Path, editor: Editor, goal: str
) -> None:
    editor.will(goal, "Een warm huis")
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, HandEditsScreen)
    assert "plan.yaml" in screen.text
    assert f"{goal} → Een warm huis" in screen.text
    screen.type("zo zegt Liya het").press("enter").wait_saved()
    newest = stories(desk_of(store), KASTANJE)[0]
    assert (newest.action, newest.reason) == ("hand.edit", "zo zegt Liya het")
    assert isinstance(screen.app.screen, FamilyScreen)
    assert "Een warm huis" in screen.text
    assert "nog niet vastgelegd" not in screen.text
    screen.press("u").wait_saved()
    assert read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["title"] == goal


def test_after_esc_the_family_says_so_until_h_records_it(
    drive: Drive, store: Path, editor: Editor, goal: str
) -> None:
    before = git_log(store, KASTANJE)
    editor.will(goal, "Een warm huis")
    screen = drive(store, "enter 2 ctrl+e").wait_saved().press("escape").wait_saved()
    assert "nog niet vastgelegd: plan.yaml" in screen.text
    assert git_log(store, KASTANJE) == before
    assert read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["title"] == "Een warm huis"
    screen.press("h").wait_saved()
    assert isinstance(screen.app.screen, HandEditsScreen)
    screen.press("ctrl+s").wait_saved()
    assert len(git_log(store, KASTANJE)) == len(before) + 1
    assert "nog niet vastgelegd" not in screen.text


def test_nothing_changed_is_said(drive: Drive, store: Path, editor: Editor, goal: str) -> None:
    before = git_log(store, KASTANJE)
    editor.will(goal, goal)
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, FamilyScreen)
    assert "Er is niets gewijzigd" in screen.text
    assert git_log(store, KASTANJE) == before


def test_a_remark_is_recorded_too_and_said_to_be_one(
    drive: Drive, store: Path, editor: Editor
) -> None:
    editor.will("goals:", "# met Selam nagekeken\ngoals:")
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, HandEditsScreen)
    assert "opmaak of opmerkingen" in screen.text
    screen.press("enter").wait_saved()
    assert stories(desk_of(store), KASTANJE)[0].action == "hand.edit"


def test_what_cannot_be_read_is_told_with_file_and_line_and_opens_again(
    drive: Drive, store: Path, editor: Editor, goal: str
) -> None:
    before = git_log(store, KASTANJE)
    editor.will("goals:\n", "goals:\n  [oeps\n")
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, FamilyScreen)
    assert "plan.yaml, regel " in screen.text
    assert "nog geen doelen" not in screen.text, "they cannot be read: that is something else"
    assert git_log(store, KASTANJE) == before
    # On another tab too, the broken file is the one that is opened.
    editor.will("  [oeps\n", "")
    screen.press("3", "ctrl+e").wait_saved().press("2")
    assert goal in screen.text
    assert "plan.yaml, regel " not in screen.text
    assert "Er is niets gewijzigd" in screen.text


def test_a_value_that_does_not_fit_is_told_too(drive: Drive, store: Path, editor: Editor) -> None:
    due = read_yaml(store, KASTANJE, "plan.yaml")["goals"][0]["steps"][0]["due"]
    editor.will(f"due: {due}", "due: morgen")
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert "plan.yaml, regel " in screen.text
    assert "morgen" in screen.text


@pytest.mark.parametrize(
    ("words", "said"), [("fk-no-such-editor", "fk-no-such-editor"), ("false", "false")]
)
def test_an_editor_that_is_not_there_or_fails_is_named(
    drive: Drive, store: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", words)
    screen = drive(store, "enter 2 ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, FamilyScreen)
    assert said in screen.text


def test_the_file_of_what_the_cursor_stands_on_is_opened(
    drive: Drive, store: Path, editor: Editor
) -> None:
    desk = desk_of(store)
    newest = max(desk.load(KASTANJE).case.contacts, key=lambda one: (one.on, one.id))
    screen = drive(store, "enter 3")
    screen.app.screen.main.go_to(newest.id)
    editor.will(newest.body, "Met de hand geschreven")
    screen.press("ctrl+e").wait_saved()
    assert isinstance(screen.app.screen, HandEditsScreen), screen.text
    assert "contacts/" in screen.text
    screen.press("enter").wait_saved()
    assert desk_of(store).load(KASTANJE).paths[newest.id] in _files_of_newest(store)


def _files_of_newest(store: Path) -> str:
    import subprocess

    command = ["git", "-C", str(Places(store).case(KASTANJE)), "show", "--name-only", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_in_a_real_terminal_the_editor_gets_the_screen_and_gives_it_back(
    store: Path, tmp_path: Path
) -> None:
    title = str(desk_of(store).load(DUINROOS).case.plan.goals[0].title)
    editor = Editor(tmp_path)
    editor.will(title, "Rust in huis")
    waits = tmp_path / "waits.sh"
    waits.write_text(
        f'#!/bin/sh\necho "here is the editor"\nread answer\n{editor.words} "$1"\n', "utf-8"
    )
    waits.chmod(0o755)
    terminal = Terminal(tmp_path)
    try:
        terminal.fk(store, EDITOR=str(waits)).wait_text("Gezin Roodborst").press("m")
        terminal.wait_text("Gezin Wulp").press("Down").wait_text("►! Gezin Wulp")
        terminal.press("Enter").wait_text("Overview").press("2").wait_text(title)
        terminal.press("C-e").wait_text("here is the editor")
        assert "Gezin Wulp" not in terminal.text
        terminal.press("Enter").wait_text("Record this?").wait_text("Rust in huis")
        terminal.type("their words").press("Enter").wait_text("u takes it back")
        terminal.wait_for(lambda: stories(desk_of(store), DUINROOS)[0].reason == "their words")
        assert read_yaml(store, DUINROOS, "plan.yaml")["goals"][0]["title"] == "Rust in huis"
    finally:
        terminal.stop()
