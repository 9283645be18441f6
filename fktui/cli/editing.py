"""Writing in the user's own text editor: starting it, and keeping what was written.

What a draft holds and how it is read back is in `usecases.journal.drafts`.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fktui.cli import output, typed
from fktui.errors import FkError, WrongUse
from fktui.settings import read_settings
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Saved
    from fktui.usecases.journal.drafts import Draft

_USUAL = ("sensible-editor", "nano", "vim", "vi", "notepad")


def written(
    draft: "Draft", read: "Callable[[Draft], dict[str, Any]]", save: "Callable[..., Saved]"
) -> "Saved":
    """Let the user write in a draft, and save what it says; the draft goes when that worked out.

    Raises:
        FkError: what was written does not fit or cannot be saved; the draft is kept.
    """
    from fktui.usecases.journal.drafts import drop, is_written  # only when an editor is used

    if draft.kept:
        output.say(_("Going on with what was written earlier: {file}").format(file=draft.path))
    try:
        run_editor(draft.path)
        typed.forget()  # minutes have passed, in which the family may have been changed elsewhere
        saved = save(read(draft))
    except FkError:
        if is_written(draft):
            output.say(_("What was written is kept in {file}.").format(file=draft.path))
        else:
            drop(draft)
        raise
    drop(draft)
    return saved


def run_editor(path: Path) -> None:
    """Open a file in the editor of the settings, of `VISUAL`, of `EDITOR`, or a usual one.

    Raises:
        WrongUse: there is none, or it says that it did not work out.
    """
    words = editor_words()
    program = shutil.which(words[0]) if words else None
    if program is None:
        raise WrongUse("no-editor", given=words[0] if words else "")
    arguments = [program, *words[1:], str(path)]
    if sys.platform == "win32":  # pragma: no cover - there a program takes its words apart itself
        arguments = [f'"{word}"' for word in arguments]
    status = os.spawnv(os.P_WAIT, program, arguments)  # noqa: S606 - the user's own choice
    if status != 0:
        raise WrongUse("editor-failed", given=words[0], status=status)


def editor_words() -> list[str]:
    """The editor that the user chose, with its arguments; else one that is usually there."""
    chosen = read_settings().editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if chosen.strip():
        return shlex.split(chosen, posix=os.name != "nt")
    return [name for name in _USUAL if shutil.which(name)][:1]
