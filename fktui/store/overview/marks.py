"""Whether files changed since they were read, by their times and sizes: no file is opened.

A mark is one number for the state of some files. A folder's time tells of files that came and
went, but not of one that was edited in place, so the files themselves are looked at.
"""

import os
import time
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fktui.store.overview.at_once import at_once
from fktui.store.overview.rows import Reach

UNKNOWN = 0
"""The mark that fits no state."""

_HEAD = 3
DEPTH = 3
"""How deep folders are looked into: `names.MAX_DEPTH`, whose module takes 3 ms to import."""

# From so many families on, a second process is sooner done than it is made.
_FORK_FROM = {Reach.NAMES: 4000, Reach.HEAD: 800, Reach.COLUMNS: 400, Reach.EVERYTHING: 100}
_SECOND = 1_000_000_000
# A clock tick of the kernel: two writes within one can have the same time.
_TICK = 20_000_000


Known = tuple[str, int, str]
"""What was noted of a family when it was read: its id, its mark, and what was watched: paths with
a line feed between. A plain tuple as SQLite gives it, for there may be ten thousand."""


class Stale(NamedTuple):
    """The families to be read again, and those that are gone."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]


def stale(cases: str, known: Iterable[Known], reach: Reach) -> Stale:
    """Compare the folder of the families with what was noted of it.

    Args:
        cases: the folder, ending in a slash.
        known: each family with its mark of this reach.
        reach: what is looked at.
    """
    there = set(_folders(cases))
    noted = list(known)
    ids = {case_id for case_id, _mark, _watched in noted}
    gone, new = ids - there, there - ids
    kept = [one for one in noted if one[0] in there] if gone else noted
    changed = at_once(lambda part: edited(cases, part, reach), kept, _FORK_FROM[reach])
    if new:
        from fktui.model.ids import is_case_id  # its patterns take 1 ms to compile

        changed.extend(name for name in new if is_case_id(name))
    return Stale(tuple(sorted(changed)), tuple(sorted(gone)))


def edited(cases: str, known: Iterable[Known], reach: Reach) -> list[str]:
    """Those of the families that are not as they were noted."""
    return [
        case_id
        for case_id, mark, watched in known
        if _hashed(_seen(f"{cases}{case_id}/", reach, watched)) != mark
    ]


def marks(folder: str, watched: str) -> tuple[int, ...]:
    """The marks of a family for each reach, to be taken before its files are read.

    What was written this very moment may be written again without a trace, so it is not trusted.
    """
    now = time.time_ns()
    found = []
    for reach in Reach:
        seen = _seen(folder, reach, watched)
        newest = max(seen, default=0)
        # Some disks keep times in whole seconds, in pairs.
        grain = 2 * _SECOND if newest and newest % _SECOND == 0 else _TICK
        found.append(UNKNOWN if 0 <= now - newest < grain else _hashed(seen))
    return tuple(found)


def stamp(folder: Path) -> int:
    """The mark of all files in a folder, to notice that one came, went or was edited."""
    return marks(f"{folder}/", "")[Reach.EVERYTHING]


def mark_of_file(path: str) -> int:
    """The mark of one file; the same as long as it is not there."""
    return _hashed(_looks("", (path,)))


def _hashed(seen: tuple[int, ...]) -> int:
    # The hash of a tuple of numbers is the same in every process, unlike that of a text.
    return hash(seen) or 1


def _seen(folder: str, reach: Reach, watched: str) -> tuple[int, ...]:
    if reach is Reach.EVERYTHING:
        seen: list[int] = []
        _walk(folder or ".", 1, seen)
        return tuple(seen)
    if reach is Reach.NAMES:
        return _looks(folder, ("case.yaml",))
    if reach is Reach.HEAD:
        return _looks(folder, watched.split("\n", _HEAD)[:_HEAD])
    return _looks(folder, watched.split("\n"))


def _looks(folder: str, paths: Iterable[str]) -> tuple[int, ...]:
    seen: list[int] = []
    for path in paths:
        try:
            found = os.lstat(folder + path)
        except OSError:
            seen.append(0)
        else:
            seen += (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
    return tuple(seen)


def _walk(folder: str, depth: int, seen: list[int]) -> None:
    """All files inside of a folder, in the order of their names."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted([(e.name, e) for e in entries if e.name[0] != "."])
    except OSError:
        seen.append(0)
        return
    for name, entry in inside:
        seen.append(zlib.crc32(os.fsencode(name)))
        if entry.is_dir(follow_symlinks=False):
            if depth < DEPTH:
                _walk(f"{folder}{name}/", depth + 1, seen)
        else:
            found = entry.stat(follow_symlinks=False)
            seen += (found.st_mtime_ns, found.st_ctime_ns, found.st_size)


def _folders(cases: str) -> list[str]:
    try:
        with os.scandir(cases or ".") as entries:
            return [e.name for e in entries if e.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return []
