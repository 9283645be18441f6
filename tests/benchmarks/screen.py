"""The budgets of the screen (design §7): `fk` in a terminal of its own, against an empty program.

Time runs outside the program: from starting the process until the bytes of a family's name come
out of it, and from writing a key until the last byte that comes of it.
"""

import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Familie nobody")
Empty().run()
"""
"""A program with one text on the screen: what Textual itself costs."""

NAME = b"Familie "
QUIET = 0.06
"""Seconds without a byte, after which a screen is taken to be ready."""

_ENOUGH = 60.0
_SIZE = (40, 120)
_DOWN, _ESCAPE = b"\x1b[B", b"\x1b"


class Ran(NamedTuple):
    """What one start of a program came to: milliseconds, and megabytes once it is quiet."""

    first: float
    memory: float


class Screen:
    """A program in a terminal of its own."""

    def __init__(self, words: Sequence[str | Path], variables: Mapping[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._end = pty.fork()
        if not self.pid:
            os.execvpe(words[0], list(map(str, words)), os.environ | dict(variables))  # noqa: S606 - the program that is measured
        ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", *_SIZE, 0, 0))

    def until(self, text: bytes) -> float:
        """Milliseconds since the start when a text comes out of it."""
        got = b""
        while text not in _plain(got):
            data = self._read(_ENOUGH)
            if not data:
                sys.exit(f"Nothing came of it: {_plain(got)[-2000:]!r}")
            got += data
        return (time.perf_counter() - self.began) * 1000

    def rest(self, seconds: float) -> None:
        """Let it do what it does; a cursor that blinks is never quiet."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def key(self, key: bytes) -> float:
        """Milliseconds from a key to the last byte that comes of it."""
        began = last = time.perf_counter()
        os.write(self._end, key)
        while self._read(QUIET if last > began else 1.0):
            last = time.perf_counter()
        return (last - began) * 1000

    @property
    def memory(self) -> float:
        """Megabytes in use now, and never less in between."""
        text = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+)", text)
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        """Away with it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._end)

    def _read(self, seconds: float) -> bytes:
        ready, _w, _x = select.select([self._end], [], [], seconds)
        try:
            return os.read(self._end, 65536) if ready else b""
        except OSError:
            return b""


def fk_screen(root: Path) -> Screen:
    """`fk` in a store, in Dutch, on the day of the measurements, with no settings of anybody."""
    home = tempfile.gettempdir()
    words = [sys.executable, "-m", "fktui", "--store", root]
    return Screen(
        words,
        {
            "FK_LANG": "nl",
            "FK_TODAY": "2026-11-20",
            "TERM": "xterm-256color",
            "XDG_CONFIG_HOME": f"{home}/fk-no-settings",
        },
    )


def empty_screen() -> Screen:
    """The empty program."""
    return Screen([sys.executable, "-c", EMPTY], {"TERM": "xterm-256color"})


def started(begin: Callable[[], Screen]) -> Ran:
    """Start it, wait until it shows something and is quiet, and end it."""
    screen = begin()
    try:
        first = screen.until(NAME)
        screen.rest(1.2)
        return Ran(first, screen.memory)
    finally:
        screen.end()


def starts(root: Path, rounds: int) -> tuple[list[Ran], list[Ran]]:
    """Both in turn; the first pair only warms up."""
    pairs = [(started(lambda: fk_screen(root)), started(empty_screen)) for _r in range(rounds + 1)]
    ours, theirs = zip(*pairs[1:], strict=True)
    return list(ours), list(theirs)


def keys(root: Path, times: int = 40) -> dict[str, list[float]]:
    """Milliseconds from a key to its last byte, on the screens that a coach is on all day."""
    screen = fk_screen(root)
    try:
        screen.until(NAME)
        screen.rest(2.0)
        return dict(_keys(screen, times))
    finally:
        screen.end()


def _keys(screen: Screen, times: int) -> list[tuple[str, list[float]]]:
    today = [screen.key(_DOWN) for _turn in range(times)]
    screen.key(b"\r")
    screen.rest(1.5)
    family = [screen.key(_DOWN) for _turn in range(times // 2)]
    tabs = [screen.key(digit) for digit in (b"2", b"3", b"4", b"5", b"6", b"7", b"8", b"9", b"0")]
    screen.key(b"c")
    screen.rest(1.5)
    line = [screen.key(letter) for letter in (b"1", b",", b"5")]
    screen.key(b"\r")
    note = [screen.key(bytes([97 + turn % 26])) for turn in range(times)]
    return [
        ("Today, down", today),
        ("family, down", family),
        ("family, another tab", tabs),
        ("form, a letter", [*line, *note]),
    ]


def _plain(data: bytes) -> bytes:
    """The text without what steers the terminal."""
    return re.sub(
        rb"\x1b(\[[0-9;?<>=$]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|P[^\x1b]*\x1b\\|[@-_])",
        b"",
        data,
    )


def p95(values: Sequence[float]) -> float:
    """The value that nineteen of twenty stay below."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]
