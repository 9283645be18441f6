"""Starting the user's text editor: which one, and what when it does not work out."""

import sys

import pytest

from fktui.errors import WrongUse
from fktui.settings import Settings, write_settings
from fktui.usecases.by_hand.editor import editor_words, run_editor

PYTHON = sys.executable


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def test_the_settings_go_before_visual_and_that_before_editor(monkeypatch):
    monkeypatch.setenv("EDITOR", "third")
    assert editor_words() == ["third"]
    monkeypatch.setenv("VISUAL", "second --wait")
    assert editor_words() == ["second", "--wait"]
    write_settings(Settings(editor='"my editor" -w'))
    assert editor_words() == ["my editor", "-w"]
    assert editor_words("this --one") == ["this", "--one"]


def test_without_a_choice_a_usual_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert editor_words() == []
    nano = tmp_path / "nano"
    nano.write_text("#!/bin/sh\n", encoding="utf-8")
    nano.chmod(0o700)
    assert editor_words() == ["nano"]


@pytest.mark.parametrize("chosen", ["", "no-such-editor-here"])
def test_no_editor(monkeypatch, tmp_path, chosen):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", chosen)
    with pytest.raises(WrongUse) as raised:
        run_editor(tmp_path / "draft.md")
    assert raised.value.code == "no-editor"


def test_an_editor_that_fails(monkeypatch, tmp_path):
    monkeypatch.setenv("EDITOR", f"{PYTHON} -c 'raise SystemExit(3)'")
    with pytest.raises(WrongUse) as raised:
        run_editor(tmp_path / "draft.md")
    assert (raised.value.code, raised.value.facts["status"]) == ("editor-failed", 3)


def test_the_path_is_one_word_whatever_is_in_it(monkeypatch, tmp_path):
    draft = tmp_path / "a b; c $HOME.md"
    draft.write_text("before", encoding="utf-8")
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('after')"
    monkeypatch.setenv("EDITOR", f'{PYTHON} -c "{script}"')
    run_editor(draft)
    assert draft.read_text(encoding="utf-8") == "after"
