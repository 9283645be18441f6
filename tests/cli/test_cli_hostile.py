"""S4, S5: whatever stands in the files or is typed, no terminal obeys it and no reader is fooled.

Every text field of every record holds a trap, every command that reads shows it on a real
terminal, and what is shown is judged by the characters of Unicode, not by fk's own list.
"""

import fcntl
import html
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
import tty
import unicodedata
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from commands import commands
from hostile_family import ESCAPES, MARKUP, Attack, id_of

from fktui.cli.main import main

ATTACKS = {
    "running": {},
    "ended": {"ended": True},
    "loose": {"loose": True},
    "loose and ended": {"loose": True, "ended": True},
}
NOT_SHOWN = {"team.email", "team.role", "team.organisation", "team.public_key"}
OWN_MARKS = "\u200c\u200d\u200e\u200f\u061c\u00ad"
"""Joiners and marks of direction that honest text needs; a terminal does not obey them."""

READS = {
    "list": ("list", "--all"),
    "show": ("show", "{case}"),
    "contact list": ("contact", "list", "{case}"),
    "contact show": ("contact", "show", "{case}", id_of("contact")),
    "agenda": ("agenda", "--days", "9999"),
    "search": ("search", "q", "-n", "999"),
    "person list": ("person", "list", "{case}", "--all"),
    "network list": ("network", "list", "{case}", "--all"),
    "phase show": ("phase", "show", "{case}"),
    "meeting list": ("meeting", "list", "{case}"),
    "meeting show": ("meeting", "show", "{case}", id_of("meeting")),
    "consent list": ("consent", "list", "{case}", "--all"),
    "consent who": ("consent", "who", "{case}", id_of("person"), "--for", "gp"),
    "goal list": ("goal", "list", "{case}"),
    "step list": ("step", "list", "{case}", "--all"),
    "intervention list": ("intervention", "list", "{case}", "--all"),
    "agreement list": ("agreement", "list", "{case}", "--all"),
    "future list": ("future", "list", "{case}"),
    "doc list": ("doc", "list", "{case}"),
    "history": ("history", "{case}"),
    "diff": ("diff", "{case}", "--from", "2026-11-20"),
    "check": ("check", "{case}"),
    "doctor": ("doctor",),
    "paths": ("paths",),
    "config": ("config",),
}
"""Every command that has `--json`, with words that let it show the most."""

ALSO = (
    *((), ("check",), ("doc", "list"), ("history", "{case}", "-d"), ("agenda", "--all")),
    *(("show", "{case}", "--at", "2026-11-21"), ("save", "{case}"), ("history", "{case}", "q")),
)


class Screen(NamedTuple):
    """What came of a command on a terminal."""

    code: int
    shown: str


@contextmanager
def terminal():
    """A terminal that is wide enough to cut nothing; gives the text to write to and the bytes."""
    outside, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 9999, 0, 0))
    tty.setraw(inside)
    got = bytearray()

    def drain():
        try:
            while data := os.read(outside, 65536):
                got.extend(data)
        except OSError:
            return

    reader = threading.Thread(target=drain)
    reader.start()
    with open(inside, "w", encoding="utf-8") as screen:  # noqa: PTH123 - a descriptor, no path
        yield screen, got
    reader.join()
    os.close(outside)


def wrong_in(shown):
    """The characters that a terminal would obey or a reader be fooled by; the bold of fk is not."""
    plain = re.sub(r"^\x1b\[1m([^\x1b\n]*)\x1b\[0m$", r"\1", shown, flags=re.MULTILINE)
    wrong = {
        char
        for char in plain
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and char not in OWN_MARKS
        and char != "\n"
    }
    assert "forged line\n" not in plain or not re.search("^! forged", plain, re.MULTILINE)
    return wrong


@pytest.fixture
def screen(fk, monkeypatch):
    """Run a command on a terminal: screen("show", case) gives its exit code and all it showed."""

    def run(*words):
        with terminal() as (side, got), monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", side)
            patch.setattr(sys, "stderr", side)
            code = main([str(word) for word in words])
            side.flush()
        return Screen(code, got.decode("utf-8"))

    return run


@pytest.fixture
def folder(fk, tmp_path):
    """Where the files of a family are."""
    return lambda case: tmp_path / "store" / "cases" / case


@pytest.fixture(params=ATTACKS)
def attack(request):
    return Attack(list(ATTACKS).index(request.param), **ATTACKS[request.param])


@pytest.fixture
def evil(fk, folder, tmp_path, attack):
    """A family full of traps, in a team with a trap for a colleague, recorded in its history."""
    case = fk("new-case", "Gezin Wulp", "--start", "2026-11-01").id
    (tmp_path / "store" / "team" / "team.yaml").write_text(attack.team(), encoding="utf-8")
    attack.write(folder(case))
    return case


def filled(words, case):
    return [word.format(case=case) for word in words]


def test_every_command_that_reads_is_in_the_table():
    reading = {path for path, one in commands("en").items() if "--json" in one.options}
    assert reading == set(READS)


def test_every_trap_is_set(attack):
    """A generator that forgets fields would make the tests below pass for nothing."""
    attack.fill("wulp-k4f")
    assert {".plan.goals.levels.expected", ".contacts.body", ".network.people.reach"} < set(
        attack.traps
    )
    text = "".join(attack.traps.values())
    assert [trap for trap in MARKUP if trap not in text] == []
    assert len([trap for trap in ESCAPES if trap in text]) >= min(len(ESCAPES), 50)


@pytest.mark.parametrize("way", ["bold", "plain"])
def test_no_terminal_obeys_what_stands_in_the_files(screen, evil, attack, monkeypatch, way):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "" if way == "bold" else "1")
    everything = ""
    for words in (*READS.values(), *ALSO):
        ran = screen(*filled(words, evil))
        assert ran.code in (0, 4, 8), words
        assert wrong_in(ran.shown) == set(), words
        assert way == "bold" or "\x1b" not in ran.shown
        everything += ran.shown
    assert ("\x1b[1m" in everything) == (way == "bold")
    traps = attack.traps.items()
    assert {field for field, text in traps if f"{text.partition('z')[0]}z" not in everything} == (
        NOT_SHOWN
    )


def test_nor_a_pipe_and_markup_is_only_text(fk, evil, attack):
    """S5: what a format, a template or a shell would take for its own stands there as it was."""
    seen = ""
    for words in (*READS.values(), *ALSO):
        ran = fk(*filled(words, evil))
        assert wrong_in(ran.out + ran.err) == set(), words
        seen += ran.out + ran.err
    shown = [text for text in MARKUP if text in seen]
    assert shown == list(MARKUP)


def test_json_keeps_the_value_and_obeys_nothing(fk, evil, attack):
    for words in READS.values():
        out = fk(*filled(words, evil), "--json").out
        assert wrong_in(out) == set(), words
        json.loads(out)
    shown = json.dumps(json.loads(fk("show", evil, "--json").out), ensure_ascii=False)
    kept = {field for field, text in attack.traps.items() if f'"{text}"' in shown}
    assert kept
