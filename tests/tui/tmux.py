"""`fk` in a real terminal: tmux draws it, keys are sent as a keyboard does."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest

ENOUGH = 30.0
_ROOT = Path(__file__).parents[2]


class Terminal:
    """A window of tmux with one program in it.

    It is its own server with an empty configuration, so nothing of the developer's takes part.
    """

    def __init__(self, folder: Path, size: tuple[int, int] = (80, 24)) -> None:
        if shutil.which("tmux") is None:
            pytest.skip("tmux is not installed here; CI has it (.ci/run)")
        self._tmux = ["tmux", "-S", str(folder / "tmux"), "-f", os.devnull]
        self._size = size

    def start(self, *words: str | Path, **variables: str) -> Self:
        """Start a program; variables are those of its environment."""
        width, height = map(str, self._size)
        named = [f"{name}={value}" for name, value in variables.items()]
        command = ["env", *named, *map(str, words)]
        self._do("new-session", "-d", "-x", width, "-y", height, "-c", str(_ROOT), *command)
        self._do("set-option", "-g", "remain-on-exit", "on")
        return self

    def fk(self, store: Path, *words: str, **variables: str) -> Self:
        """Start `fk` in a store."""
        here = {"FK_LANG": "en", "TERM": "screen-256color", **variables}
        return self.start(sys.executable, "-m", "fktui", "--store", store, *words, **here)

    def press(self, *keys: str) -> Self:
        """Keys by the names of tmux: `c`, `C-s`, `Escape`, `Enter`, `F1`."""
        self._do("send-keys", *keys)
        return self

    def type(self, text: str) -> Self:
        """A text, letter by letter."""
        self._do("send-keys", "-l", text)
        return self

    @property
    def text(self) -> str:
        """What is to be seen."""
        return self._do("capture-pane", "-p").stdout

    @property
    def pid(self) -> int:
        """The program."""
        return int(self._do("list-panes", "-F", "#{pane_pid}").stdout)

    @property
    def ended(self) -> bool:
        """Whether the program is no more."""
        return self._do("list-panes", "-F", "#{pane_dead}").stdout.strip() == "1"

    def wait_text(self, text: str) -> Self:
        """Until it is to be seen."""
        return self.wait_for(lambda: text in self.text, text)

    def wait_for(self, there: object, what: str = "") -> Self:
        """Until something is so."""
        until = time.monotonic() + ENOUGH
        while not there():  # type: ignore[operator]
            assert time.monotonic() < until, f"it did not come: {what}\n{self.text}"
            time.sleep(0.05)
        return self

    def kill(self) -> Self:
        """As a power cut ends it."""
        os.kill(self.pid, signal.SIGKILL)
        return self.wait_for(lambda: self.ended, "the end")

    def stop(self) -> None:
        """Away with the window and all that runs in it."""
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)

    def _do(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*self._tmux, *words], check=True, capture_output=True, text=True)
