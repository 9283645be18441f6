"""What the screen never uses, and why: each of these was tried, and measured or seen to fail."""

import ast
from pathlib import Path

import pytest
from house import MODULES, PACKAGE, calls, short, tree

TUI = [path for path in MODULES if path.is_relative_to(PACKAGE / "tui")]

REFUSED = {
    "Checkbox": "both states show an X, and differ by colour only",
    "SelectionList": "as Checkbox",
    "RadioButton": "both states show the same sign",
    "ListView": "a widget for each line: 500 take two seconds",
    "DataTable": "0.1 ms a row to fill, four times the bytes for each key",
    "Markdown": "a widget for each paragraph: 100 notes take six seconds",
    "MarkdownViewer": "as Markdown",
    "RichLog": "reads markup",
    "Link": "opens a browser",
    "Label": "reads markup unless it is told not to: Static with markup=False says it",
}
"""Widgets of Textual."""

MARKUP = ("Static", "Button")
"""What reads markup unless it is told not to; toasts are told in one place, `hiding`."""


@pytest.mark.parametrize("path", TUI, ids=short)
def test_no_widget_is_used_that_fails_a_coach(path: Path) -> None:
    used = {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual")
        for alias in node.names
    }
    assert used & set(REFUSED) == set()


@pytest.mark.parametrize("path", TUI, ids=short)
def test_text_of_people_is_never_read_as_markup(path: Path) -> None:
    careless = []
    for name, call in calls(tree(path)):
        told = {keyword.arg: keyword.value for keyword in call.keywords}
        markup = told.get("markup")
        if name in MARKUP and not (isinstance(markup, ast.Constant) and markup.value is False):
            careless.append(f"{name}, line {call.lineno}")
    assert careless == []


@pytest.mark.parametrize("path", TUI, ids=short)
def test_what_textual_reads_as_markup_is_set_in_one_place(path: Path) -> None:
    read = {"border_title", "border_subtitle", "tooltip"}
    if short(path) == "tui/widgets/box.py":
        return
    assert [
        f"{node.attr}, line {node.lineno}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in read
    ] == []


@pytest.mark.parametrize("path", TUI, ids=short)
def test_nothing_of_rich_makes_markup(path: Path) -> None:
    used = {
        node.module
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rich")
    }
    assert used <= {"rich.segment", "rich.style", "rich.cells"}


def test_a_screen_is_told_from_another_thread_in_one_way() -> None:
    """What comes out of a thread waits its turn in the loop: `call_from_thread`."""
    starting = (".run_worker", ".to_thread", "to_thread", "Thread", ".Thread", ".run_in_executor")
    threads = {short(path) for path in TUI for name, _call in calls(tree(path)) if name in starting}
    tellers = {
        short(path)
        for path in TUI
        for name, _call in calls(tree(path))
        if name == ".call_from_thread"
    }
    # It ends the process when the window is gone, and tells nobody.
    silent = {"tui/console/terminal.py"}
    assert threads
    assert threads - silent <= tellers


def test_keys_that_terminals_lose_are_not_used() -> None:
    """Ctrl+@ is Ctrl alone on Windows; Ctrl+H is Backspace; capitals and Ctrl+Shift do not come."""
    from fktui.tui.keys import ACTIONS

    keys = [key for action in ACTIONS for key in action.key.split(",")]
    lost = {"ctrl+@", "ctrl+h", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+left_square_bracket", "f11"}
    lost |= {"ctrl+a", "ctrl+up", "ctrl+down", "ctrl+q", "ctrl+c"}
    assert not lost & set(keys)
    assert [key for key in keys if "shift+" in key or (len(key) == 1 and key.isupper())] == []
    assert [key for key in keys if "alt+" in key] == []
