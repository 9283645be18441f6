"""Writing in the user's text editor: what becomes of a draft when it does not work out."""

import sys

import pytest

from fktui.cli import editing
from fktui.errors import WrongUse
from fktui.usecases.journal.drafts import Draft, read_contact

PYTHON = sys.executable


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


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
