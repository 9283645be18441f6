"""Where the history of a family ends: the branch that HEAD names, read and moved by ourselves.

The same locks as Git's, so that a Git command and fk never write at the same time.
"""

import math
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fktui.errors import Busy, FkError, GitFailed
from fktui.store.disk.files import read_end, read_plain, remove, sync_folder, write_atomic

BRANCH = "refs/heads/main"
STALE_AFTER = 10.0
_LONGEST_LINE = 1024
_PAUSE = 0.05
_OURS = b"fk\n"
_ID = re.compile(rb"([0-9a-f]{40})\s*\Z")


def read_head(git: Path) -> str | None:
    """The id of the last commit; None when nothing was recorded yet.

    Raises:
        GitFailed: it is damaged (history-damaged), or HEAD stands elsewhere than on main
            (head-elsewhere).
    """
    text, ours = (read_plain(git / "HEAD") or b"").strip(), b"ref: " + BRANCH.encode()
    if text != ours:
        elsewhere = text.startswith(b"ref: refs/") or _ID.match(text)
        torn = ours.startswith(text) or not elsewhere
        code = "history-damaged" if torn else "head-elsewhere"
        raise GitFailed(code, case=git.parent.name, found="HEAD")
    loose = read_plain(git / BRANCH)
    if loose is None:
        return _read_packed(git)
    found = _ID.match(loose)
    if found is None:
        raise GitFailed("history-damaged", case=git.parent.name, found=BRANCH)
    return found[1].decode()


def _read_packed(git: Path) -> str | None:
    wanted = b" " + BRANCH.encode()
    for line in (read_plain(git / "packed-refs") or b"").split(b"\n"):
        if line.endswith(wanted) and (found := _ID.match(line[: -len(wanted)])):
            return found[1].decode()
    return None


def move_head(git: Path, old: str | None, new: str, line: bytes, temporary: Path) -> None:
    """Let main end at `new`, durably, if it still ends at `old`; `line` goes to its log.

    Raises:
        GitFailed: it ends elsewhere by now (head-moved).
    """
    target = git / BRANCH
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target, temporary):
        if read_head(git) != old:
            raise GitFailed("head-moved", case=git.parent.name)
        for log in (git / "logs" / "HEAD", git / "logs" / BRANCH):
            _append(log, line)
        write_atomic(target, new.encode() + b"\n", temporary)
        sync_folder(target.parent)


def last_move(folder: Path) -> float:
    """When main last moved in this folder, in seconds, as its log says; endless when it is silent.

    The time of the file would not do: it is that of the computer, not of a practice day, and in a
    store that was copied all files are new.
    """
    try:
        end = read_end(folder / ".git" / "logs" / "HEAD", _LONGEST_LINE) or b""
        person = end.rstrip(b"\n").rpartition(b"\n")[2].partition(b"\t")[0]
        return int(person.split(b" ")[-2])
    except (FkError, IndexError, ValueError):
        return math.inf


def _append(log: Path, line: bytes) -> None:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        file.write(line)


@contextmanager
def locked(target: Path, temporary: Path) -> Iterator[None]:
    """Hold Git's lock on one of its files, waiting for a Git that works there now.

    Raises:
        Busy: one Git after another works here (git-busy).
    """
    lock = target.with_name(target.name + ".lock")
    for _ in range(int(STALE_AFTER / _PAUSE) + 20):
        if _take(lock, temporary):
            break
        if is_dead(lock):
            remove(lock)
        else:
            time.sleep(_PAUSE)
    else:
        raise Busy("git-busy", case=target.name)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _take(lock: Path, temporary: Path) -> bool:
    marked = temporary / lock.name
    marked.write_bytes(_OURS)
    try:
        # A link appears with its contents, so a lock of ours is known as ours from the start.
        os.link(marked, lock)
    except FileExistsError:
        return False
    except OSError:  # a stick with FAT knows no links
        return _take_without_link(lock)
    finally:
        marked.unlink()
    return True


def _take_without_link(lock: Path) -> bool:
    try:
        with lock.open("xb") as file:
            file.write(_OURS)
    except FileExistsError:
        return False
    return True


def is_dead(lock: Path) -> bool:
    """Whether nobody holds this lock any more; asked by who holds the family.

    It is ours (then its owner died, as only one fk at a time writes here), or Git's and older
    than ten seconds. A date in the future counts as old: a clock was set back.
    """
    try:
        age = time.time() - lock.stat().st_mtime
        return abs(age) > STALE_AFTER or read_plain(lock) == _OURS
    except FileNotFoundError:
        return False
