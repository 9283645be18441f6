"""Opening a file with the program that this computer has for it: only when a coach asks."""

import os
import shutil
import sys
import threading
import time
from pathlib import Path

from fktui.errors import NotFound, WrongUse

_PATIENCE = 1.5
"""Seconds in which a program that cannot open the file says so."""


def open_file(path: Path) -> None:
    """Let the computer open a file. What the program itself says goes nowhere.

    Raises:
        NotFound: the file is gone.
        WrongUse: this computer has nothing that opens files, or it says that it cannot.
    """
    if not path.is_file():
        raise NotFound("paper-gone", kind="document", file=str(path))
    if sys.platform == "win32":  # pragma: no cover - as Windows has it
        os.startfile(path)  # noqa: S606 - the file was just made here
        return
    name = "open" if sys.platform == "darwin" else "xdg-open"
    program = shutil.which(name)
    if program is None:
        raise WrongUse("no-opener", file=str(path))
    _started(program, path)


def _started(program: str, path: Path) -> None:
    nowhere = [
        (os.POSIX_SPAWN_OPEN, number, os.devnull, flags, 0)
        for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY))
    ]
    process = os.posix_spawn(program, [program, str(path)], os.environ, file_actions=nowhere)
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        done, status = os.waitpid(process, os.WNOHANG)
        if done:
            if os.waitstatus_to_exitcode(status):
                raise WrongUse("opener-failed", file=str(path))
            return
        time.sleep(0.02)
    # It stays open with the document: somebody has to wait for its end.
    threading.Thread(target=os.waitpid, args=(process, 0), daemon=True).start()
