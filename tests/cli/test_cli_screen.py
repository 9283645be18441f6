"""`fk` on a terminal opens the screen; anywhere else it stays text."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from fktui.settings import Settings, read_settings, write_settings
from fktui.store.places import Places

FK = Path(sys.executable).with_name("fk")

TITLE = "\x1b]2;fk\x1b\\"
"""What the screen begins with."""


class Terminal:
    """A real terminal with fk in it: what it writes is kept, and keys go in."""

    def __init__(self, *words: object, cwd: Path, **env: str) -> None:
        self.master, slave = pty.openpty()
        os.set_blocking(self.master, False)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {"TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            [FK, *map(str, words)],
            cwd=cwd,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**os.environ, **environment, **env},
        )
        os.close(slave)
        self.seen = b""

    @property
    def text(self) -> str:
        """What was written, without what moves the cursor."""
        return re.sub(
            r"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b[()][A-Z0-9]", " ", self.seen.decode("utf-8", "replace")
        )

    def read(self, seconds: float = 0.1) -> None:
        """What is written within so long."""
        if select.select([self.master], [], [], seconds)[0]:
            try:
                self.seen += os.read(self.master, 65_536)
            except OSError:
                time.sleep(0.05)

    def wait_for(self, text: str, seconds: float = 30) -> "Terminal":
        until = time.monotonic() + seconds
        while text not in self.text:
            if time.monotonic() > until:
                self.process.kill()
                raise AssertionError(self.text[-3000:])
            self.read()
        return self

    def type(self, keys: str) -> "Terminal":
        """Type, and wait until nothing is drawn any more."""
        os.write(self.master, keys.encode())
        before = -1
        while len(self.seen) != before:
            before = len(self.seen)
            self.read(0.6)
        return self

    def end(self, seconds: float = 30) -> int:
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            self.read()
        self.read()
        if self.process.poll() is None:
            self.process.kill()
        os.close(self.master)
        return self.process.wait()


@pytest.mark.parametrize("how", ["flag", "environment"])
def test_fk_on_a_terminal_opens_the_screen_and_q_leaves(demo_copy, tmp_path, how):
    words = ("--store", demo_copy) if how == "flag" else ()
    env = {} if how == "flag" else {"FK_STORE": str(demo_copy)}
    screen = Terminal(*words, cwd=tmp_path, FK_LANG="en", **env).wait_for("Gezin Roodborst")
    screen.wait_for(TITLE)
    assert screen.type("q").end() == 0


@pytest.mark.parametrize("until", ["Gezin Roodborst", TITLE], ids=["at once", "later"])
def test_fk_ends_when_its_terminal_is_gone(demo_copy, tmp_path, until):
    screen = Terminal("--store", demo_copy, cwd=tmp_path, FK_LANG="en").wait_for(until)
    os.close(screen.master)
    try:
        screen.process.wait(20)
    finally:
        screen.process.kill()


@pytest.mark.parametrize("words", [("list",), ("--help",)])
def test_a_command_stays_text(demo_copy, tmp_path, words):
    screen = Terminal("--store", demo_copy, *words, cwd=tmp_path, FK_LANG="en")
    assert screen.end() == 0
    assert "\x1b[?1049h" not in screen.seen.decode("utf-8", "replace")


def test_a_terminal_that_cannot_move_its_cursor_gets_text(demo_copy, tmp_path):
    screen = Terminal("--store", demo_copy, cwd=tmp_path, TERM="dumb", FK_LANG="en")
    screen.end()
    assert "\x1b[?1049h" not in screen.seen.decode("utf-8", "replace")
    assert "Gezin Roodborst" in screen.text


def test_without_a_terminal_it_is_text(demo_copy, tmp_path):
    done = subprocess.run(
        [FK, "--store", demo_copy],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "\x1b[" not in done.stdout
    assert "Gezin Roodborst" in done.stdout


def test_a_store_that_was_named_and_is_not_there_is_an_error_and_no_welcome(tmp_path):
    screen = Terminal("--store", tmp_path / "nowhere", cwd=tmp_path, FK_LANG="en")
    assert screen.end() == 3
    assert "nowhere" in screen.text
    assert "\x1b[?1049h" not in screen.seen.decode("utf-8", "replace")


def test_without_any_store_it_asks_and_then_opens_the_families(tmp_path, own_home):
    screen = Terminal(cwd=tmp_path, FK_LANG="en").wait_for("step 1 of 4")
    screen.type("Yara\r").type("\r").type("\r").wait_for("Where do the records")
    screen.type("\r").type("\r").type("\r").wait_for("What do you see?")
    screen.type("\r").type("\r").wait_for("Your store is in")
    screen.type("\r").wait_for("There are no families yet.")
    assert screen.type("q").end() == 0
    assert Places(own_home / "FamilieKracht").exists
    assert read_settings().store == str(own_home / "FamilieKracht")


def test_leaving_the_first_questions_makes_nothing(tmp_path, own_home):
    screen = Terminal(cwd=tmp_path, FK_LANG="en").wait_for("step 1 of 4")
    assert screen.type("\x11").end() == 0
    assert list(own_home.rglob("fk.yaml")) == []


def test_the_practice_store_opens_on_a_terminal_unless_it_may_not(demo_copy, tmp_path):
    screen = Terminal("demo", demo_copy, cwd=tmp_path, FK_LANG="en").wait_for("Gezin Roodborst")
    assert screen.type("q").end() == 0
    text = Terminal("demo", demo_copy, "--no-tui", cwd=tmp_path, FK_LANG="en")
    assert text.end() == 0
    assert "\x1b[?1049h" not in text.seen.decode("utf-8", "replace")
    assert str(demo_copy) in text.text


def test_the_coach_reads_her_own_language_whatever_the_store_is_written_in(demo_copy, tmp_path):
    write_settings(Settings(language="nl"))
    screen = Terminal("--store", demo_copy, cwd=tmp_path).wait_for("Hierna")
    assert screen.type("q").end() == 0
