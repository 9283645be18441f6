"""The coach's own text editor: which one it is, and starting it."""

import os
import shlex
import shutil
import sys
from pathlib import Path

from fktui.errors import WrongUse
from fktui.settings import read_settings

_USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")


def run_editor(path: Path, chosen: str = "") -> None:
    """Open a file in the editor of the settings, of `VISUAL`, of `EDITOR`, or a usual one.

    Waits until it ends; some, such as Notepad and `code`, end at once and stay open all the same.

    Args:
        path: the file.
        chosen: the editor, where the settings were read already.

    Raises:
        WrongUse: there is none, or it says that it did not work out.
    """
    words = editor_words(chosen)
    program = shutil.which(words[0]) if words else None
    if program is None:
        raise WrongUse("no-editor", given=words[0] if words else "")
    arguments = [program, *words[1:], str(path)]
    if sys.platform == "win32":  # pragma: no cover - there a program takes its words apart itself
        arguments = [f'"{word}"' for word in arguments]
    status = os.spawnv(os.P_WAIT, program, arguments)  # noqa: S606 - the user's own choice
    if status != 0:
        raise WrongUse("editor-failed", given=words[0], status=status)


def editor_words(chosen: str = "") -> list[str]:
    """The editor that the user chose, with its arguments; else one that is usually there."""
    named = chosen or read_settings().editor
    named = named or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if named.strip():
        return shlex.split(named, posix=os.name != "nt")
    return [name for name in _USUAL if shutil.which(name)][:1]
