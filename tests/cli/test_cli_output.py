"""The only printing: data and talk apart, aligned, and nothing a terminal could obey."""

import io
import json
import sys
from datetime import UTC, date, datetime

import pytest

from fktui.cli import output
from fktui.model.plan import Goal, GoalStatus


class Terminal(io.StringIO):
    """A screen of so many columns."""

    encoding = "utf-8"

    def isatty(self):
        return True

    def fileno(self):
        return 1


def test_data_and_talk_go_their_own_way(capsys):
    output.line("data")
    output.say("talk \x1b[31m")
    assert capsys.readouterr() == ("data\n", "talk \ufffd[31m\n")


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("één", 3), ("e\u0301", 1), ("中文", 4), ("\u200d", 0), ("", 0)],
)
def test_how_wide_a_text_is(text, columns):
    assert output.width(text) == columns


def test_columns_are_aligned_whatever_the_letters(capsys):
    output.table(("Naam", "Nr"), [("中文", "1"), ("Ömer\nx", "22")])
    assert capsys.readouterr().out == "Naam    Nr\n中文    1\nÖmer x  22\n"


def test_a_table_without_rows_is_its_head(capsys):
    output.table(("A", "B"), [])
    assert capsys.readouterr().out == "A  B\n"


def test_on_a_narrow_screen_only_the_end_is_cut(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr("os.get_terminal_size", lambda _handle: type("Size", (), {"columns": 10}))
    monkeypatch.setenv("NO_COLOR", "1")
    output.table(("A", "B"), [("abc", "defghijklm"), ("x", "y")])
    assert screen.getvalue().splitlines() == ["A    B", "abc  defg…", "x    y"]


@pytest.mark.parametrize(
    ("name", "value", "bold"),
    [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)],
)
def test_bold_only_where_it_can_be(monkeypatch, name, value, bold):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    output.heading("Gezin")
    assert screen.getvalue() == ("\x1b[1mGezin\x1b[0m\n" if bold else "Gezin\n")


def test_bold_is_no_way_in_for_somebody_elses_escape(monkeypatch):
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    output.heading("Gezin \x1b]0;evil\x07")
    output.line("\x1b[1mGezin \x1b]0;evil\x07")
    assert screen.getvalue().count("\x1b") == 2
    assert "\x1b]" not in screen.getvalue()
    assert "\x07" not in screen.getvalue()


def test_json_is_one_document_with_plain_values(capsys):
    goal = Goal(id="g-00001", title="é", status=GoalStatus.REACHED, opened_on=date(2026, 5, 11))
    data = {
        "goal": goal,
        "day": date(2026, 5, 11),
        "at": datetime(2026, 5, 11, 9, 30, tzinfo=UTC),
        "x": GoalStatus.OPEN,
    }
    output.as_json("test", data)
    out = capsys.readouterr().out
    assert json.loads(out) == {
        "fk": 1,
        "kind": "test",
        "data": {
            "goal": {"id": "g-00001", "title": "é", "status": "reached", "opened_on": "2026-05-11"},
            "day": "2026-05-11",
            "at": "2026-05-11T09:30:00+00:00",
            "x": "open",
        },
    }
    assert "é" in out


def test_a_file_is_for_this_user_only(tmp_path):
    path = tmp_path / "plan.pdf"
    output.to_file(path, b"first, longer")
    output.to_file(path, b"second")
    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o777 == 0o600


def test_json_keeps_what_a_file_holds_and_obeys_nothing(capsys):
    data = "\x1b[31m \x9b \u202e \U000e0041 \ud83e é"
    output.as_json("test", data)
    out = capsys.readouterr().out
    assert not {"\x1b", "\x9b", "\u202e", "\U000e0041", "\ud83e"} & set(out)
    assert "é" in out
    assert json.loads(out)["data"] == data


def test_json_for_a_terminal_that_knows_few_letters(monkeypatch):
    screen = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", screen)
    output.as_json("test", "Ömer \U0001f98a")
    output.line("Ömer")
    screen.flush()
    document, line = screen.buffer.getvalue().decode("ascii").rsplit("}\n")
    assert json.loads(document + "}")["data"] == "Ömer \U0001f98a"
    assert line == "?mer\n"
