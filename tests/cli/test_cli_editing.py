"""Starting the user's text editor: which one, and what when it does not work out."""

import sys

import pytest

from fktui.cli import editing
from fktui.errors import WrongUse
from fktui.settings import Settings, write_settings
from fktui.usecases.journal.drafts import Draft, read_contact

PYTHON = sys.executable


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def test_the_settings_go_before_visual_and_that_before_editor(monkeypatch):
    monkeypatch.setenv("EDITOR", "third")
    assert editing.editor_words() == ["third"]
    monkeypatch.setenv("VISUAL", "second --wait")
    assert editing.editor_words() == ["second", "--wait"]
    write_settings(Settings(editor='"my editor" -w'))
    assert editing.editor_words() == ["my editor", "-w"]


def test_without_a_choice_a_usual_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert editing.editor_words() == []
    nano = tmp_path / "nano"
    nano.write_text("#!/bin/sh\n", encoding="utf-8")
    nano.chmod(0o700)
    assert editing.editor_words() == ["nano"]


@pytest.mark.parametrize("chosen", ["", "no-such-editor-here"])
def test_no_editor(monkeypatch, tmp_path, chosen):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VISUAL", chosen)
    with pytest.raises(WrongUse) as raised:
        editing.run_editor(tmp_path / "draft.md")
    assert raised.value.code == "no-editor"


def test_an_editor_that_fails(monkeypatch, tmp_path):
    monkeypatch.setenv("EDITOR", f"{PYTHON} -c 'raise SystemExit(3)'")
    with pytest.raises(WrongUse) as raised:
        editing.run_editor(tmp_path / "draft.md")
    assert (raised.value.code, raised.value.facts["status"]) == ("editor-failed", 3)


def test_the_path_is_one_word_whatever_is_in_it(monkeypatch, tmp_path):
    draft = tmp_path / "a b; c $HOME.md"
    draft.write_text("before", encoding="utf-8")
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('after')"
    monkeypatch.setenv("EDITOR", f'{PYTHON} -c "{script}"')
    editing.run_editor(draft)
    assert draft.read_text(encoding="utf-8") == "after"


@pytest.mark.parametrize("does", ["pass", "raise SystemExit(1)"])
def test_a_draft_in_which_nothing_was_written_goes(monkeypatch, tmp_path, capsys, does):
    draft = Draft(tmp_path / "draft.md", "---\n---\n", kept=False)
    draft.path.write_text(draft.text, encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"{PYTHON} -c '{does}'")
    with pytest.raises(WrongUse):
        editing.written(draft, lambda one: read_contact(None, None, one), pytest.fail)
    assert not draft.path.exists()
    assert capsys.readouterr().err == ""


def test_an_editor_that_fails_after_writing_keeps_the_draft(monkeypatch, tmp_path, capsys):
    draft = Draft(tmp_path / "draft.md", "before", kept=False)
    draft.path.write_text("after", encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"{PYTHON} -c 'raise SystemExit(1)'")
    with pytest.raises(WrongUse):
        editing.written(draft, pytest.fail, pytest.fail)
    assert draft.path.read_text(encoding="utf-8") == "after"
    assert str(draft.path) in capsys.readouterr().err
