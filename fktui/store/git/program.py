"""The only module that starts a process, and the only process it starts is Git.

Arguments are lists, the program is an absolute path, the environment is ours. Nothing of the
user's or the computer's own settings for Git counts, and nothing that a folder brings along can
name a program. What the answers mean is the business of the callers.
"""

import os
import re
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from fktui.errors import GitFailed, GitMissing

if TYPE_CHECKING:
    from git.cmd import Git

OLDEST = (2, 34)

_FINDING = Lock()

# Git 2.34 and 2.35 know only this name for what is core.fsync now; later ones complain about it.
_OLD_NAME = "core.fsyncObjectFiles"
# Each turns off one way in which a setting could start a program or change bytes. The same ways
# are refused in `hostile`; one of the two is enough, and both are there.
_SETTINGS = (
    ("core.hooksPath", os.devnull),
    ("core.fsmonitor", "false"),
    ("core.untrackedCache", "false"),
    ("core.attributesFile", os.devnull),
    ("core.excludesFile", os.devnull),
    ("core.autocrlf", "false"),
    ("core.safecrlf", "false"),
    ("core.symlinks", "false"),
    ("core.protectNTFS", "true"),
    ("core.protectHFS", "true"),
    ("core.quotePath", "false"),
    ("core.pager", "cat"),
    ("core.fsync", "all"),
    (_OLD_NAME, "true"),
    ("core.alternateRefsCommand", "false"),
    ("core.useReplaceRefs", "false"),
    ("diff.external", ""),
    ("log.showSignature", "false"),
    ("gc.auto", "0"),
    ("maintenance.auto", "false"),
    ("submodule.recurse", "false"),
    ("protocol.allow", "never"),
    ("transfer.fsckObjects", "true"),
    ("i18n.logOutputEncoding", "UTF-8"),
)
_SHIELD = tuple(word for key, value in _SETTINGS for word in ("-c", f"{key}={value}"))
_SCRUBBED = ("LD_PRELOAD", "LD_LIBRARY_PATH", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "BASH_ENV")

_LONGEST = 2000  # of what Git says when it refuses


class Answer(NamedTuple):
    """How a Git command ended, what it printed, and what it said about trouble."""

    status: int
    output: bytes
    said: str


def run(
    git_folder: Path,
    arguments: Sequence[str],
    *,
    given: bytes | None = None,
) -> bytes:
    """What Git prints for these arguments in a family's `.git`; `given` goes to its input.

    Raises:
        GitMissing: there is no Git (git-missing) on this computer.
        GitFailed: Git ended with another status than 0 (git-failed).
    """
    answer = ask(git_folder, arguments, given=given)
    if answer.status != 0:
        raise GitFailed("git-failed", command=arguments[0], status=answer.status, said=answer.said)
    return answer.output


def ask(git_folder: Path, arguments: Sequence[str], *, given: bytes | None = None) -> Answer:
    """The same as `run`, for callers to whom a refusal is an answer too."""
    place = {
        "GIT_DIR": str(git_folder),
        "GIT_WORK_TREE": str(git_folder.parent),
        "GIT_INDEX_FILE": str(git_folder / "index"),
    }
    return _execute((*_SHIELD, *arguments), place, given)


def version() -> tuple[int, ...]:
    """The version of the Git on this computer.

    Raises:
        GitMissing: there is none (git-missing), or it is older than 2.34 (git-old).
    """
    answer = _execute(("version",), {}, None)
    found = re.search(rb"(\d+)\.(\d+)(?:\.(\d+))?", answer.output)
    number = tuple(int(part) for part in found.groups(b"0")) if found else ()
    if number[:2] < OLDEST:
        raise GitMissing("git-old", found=".".join(map(str, number)))
    return number


def _execute(words: Sequence[str], place: dict[str, str], given: bytes | None) -> Answer:
    program = find_program()
    starter = _starter()
    _scrub()
    try:
        process = starter.execute(
            [program, "--no-pager", "--literal-pathspecs", "--no-replace-objects", *words],
            istream=-1,  # subprocess.PIPE
            as_process=True,
            shell=False,
            env={**_environment(), **place},
        )
        output, said = process.communicate(given or b"")
    except (OSError, _not_found()) as exc:
        raise GitMissing("git-missing", found=None) from exc
    lines = said.decode("utf-8", "replace").strip().split("\n")
    relevant = "\n".join(line for line in lines if _OLD_NAME not in line)
    return Answer(process.returncode, output, relevant[:_LONGEST])


def _starter() -> "Git":
    """GitPython's way to start a command; one thread at a time finds it."""
    with _FINDING:
        return _found_starter()


@cache
def _found_starter() -> "Git":
    """The same, found once. Imported here: 50 ms, and only needed to read history.

    GitPython asks `git version` while it is imported; a program that does not exist keeps it
    from starting the first Git on the PATH.
    """
    _scrub()
    os.environ["GIT_PYTHON_REFRESH"] = "quiet"
    os.environ["GIT_PYTHON_GIT_EXECUTABLE"] = str(Path(__file__).with_name("no-git-here"))
    from git.cmd import Git

    return Git()


def _not_found() -> type[Exception]:
    from git.exc import GitCommandNotFound

    return GitCommandNotFound


def _scrub() -> None:
    """Forget every GIT_ variable of this process.

    GitPython hands its own environment to Git and can only add to it, so what must not arrive
    there has to be gone here: fk can be started from a Git hook, or by somebody with GIT_DIR set.
    """
    for name in [name for name in os.environ if name.upper().startswith("GIT_")]:
        del os.environ[name]


def _environment() -> dict[str, str]:
    return {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_EDITOR": "false",
        "GIT_PAGER": "cat",
        "PAGER": "cat",
        "LESSOPEN": "",
        "TZ": "UTC",
        **dict.fromkeys((name for name in _SCRUBBED if name in os.environ), ""),
    }


def find_program() -> str:
    """The absolute path of Git, from the absolute folders of the PATH only.

    Raises:
        GitMissing: there is none (git-missing).
    """
    return _find_on(os.environ.get("PATH", os.defpath))


@cache
def _find_on(path: str) -> str:
    name = "git.exe" if sys.platform == "win32" else "git"
    for folder in path.split(os.pathsep):
        program = Path(folder, name)
        if Path(folder).is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise GitMissing("git-missing", found=None)
