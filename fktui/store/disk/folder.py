"""What lies in a family's folder: the files that may be read, and a list of all the rest.

The rest (links, copies of a sync program, leftovers of an editor) is named, never opened.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fktui.store.disk.files import MAX_SIZE, Foreign, disk_failed, fingerprint, read_plain
from fktui.store.disk.names import problem_with

MAX_COUNT = 20_000


class Folder(NamedTuple):
    """All files that may be read, by path with "/", and what lies there besides."""

    files: dict[str, bytes]
    foreign: tuple[Foreign, ...]

    @property
    def fingerprints(self) -> dict[str, str]:
        """What a form remembers of each file."""
        return {path: fingerprint(data) for path, data in self.files.items()}


def read_folder(folder: Path) -> Folder:
    """Every file of the family that may be read, and a list of everything else but `.git`."""
    files: dict[str, bytes] = {}
    foreign: list[Foreign] = []
    for path, entry in _walk(folder, ""):
        why = problem_with(path) or _problem_with_entry(entry)
        if why is None and len(files) >= MAX_COUNT:
            why = "too-many"
        if why is not None:
            foreign.append(Foreign(path, why))
        elif not entry.is_dir(follow_symlinks=False):
            data = read_plain(Path(entry.path))
            if data is not None:
                files[path] = data
    return Folder(files, tuple(foreign))


def _walk(folder: Path, prefix: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as exc:
        raise disk_failed(exc, prefix or folder.name) from exc
    for entry in entries:
        path = prefix + entry.name
        if path == ".git":
            continue
        yield path, entry
        if entry.is_dir(follow_symlinks=False) and problem_with(path) is None:
            yield from _walk(Path(entry.path), path + "/")


def _problem_with_entry(entry: "os.DirEntry[str]") -> str | None:
    if entry.is_symlink():
        return "symlink"
    found = entry.stat(follow_symlinks=False)
    if stat.S_ISDIR(found.st_mode):
        return None
    if not stat.S_ISREG(found.st_mode):
        return "not-a-file"
    return "too-large" if found.st_size > MAX_SIZE else None
