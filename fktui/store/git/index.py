"""Git's index: told about the files we wrote, so that `git status` of a curious coach is clean.

Nothing of ours reads it. Written by ourselves when it is of the plain kind (version 2, which is
what we and Git make); any other kind is left to Git, and a damaged one is made anew.
"""

import hashlib
import os
import struct
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from fktui.store.disk.files import read_plain, write_atomic
from fktui.store.git import program
from fktui.store.git.objects import Entry, Listing
from fktui.store.git.refs import locked

_HEADER = struct.Struct(">4sII")
_FIXED = struct.Struct(">10I20sH")
_STAGE = 0x3000
_LONGEST = 0xFFF
_MASK = 0xFFFFFFFF
_CHECKSUM = 20


class _Kind(Enum):
    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER = "other"


class _Line(NamedTuple):
    name: bytes
    stage: int
    packed: bytes


def refresh(git_folder: Path, paths: Iterable[str], listing: Listing, temporary: Path) -> None:
    """Let the index say of these paths what the last commit, `listing`, says of them."""
    target = git_folder / "index"
    with locked(target, temporary):
        lines = _read(target)
        if lines in (_Kind.MISSING, _Kind.DAMAGED):
            lines, paths = [], listing
        if isinstance(lines, list):
            touched = {_name(path): path for path in paths}
            lines = [line for line in lines if line.name not in touched]
            lines += [
                _line(git_folder.parent / path, name, listing[path])
                for name, path in touched.items()
                if path in listing
            ]
            write_atomic(target, _packed(lines), temporary)
            return
    _leave_to_git(git_folder, paths, listing)


def _name(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _line(place: Path, name: bytes, entry: Entry) -> _Line:
    times = (0,) * 6
    rest = (0, 0, 0)
    try:
        found = os.lstat(place)
    except OSError:
        pass
    else:
        times = (
            *divmod(found.st_ctime_ns, 10**9),
            *divmod(found.st_mtime_ns, 10**9),
            found.st_dev,
            found.st_ino,
        )
        rest = (found.st_uid, found.st_gid, found.st_size)
    numbers = [n & _MASK for n in (*times, int(entry.mode, 8), *rest)]
    fixed = _FIXED.pack(*numbers, bytes.fromhex(entry.id), min(len(name), _LONGEST))
    return _Line(name, 0, _padded(fixed + name))


def _padded(line: bytes) -> bytes:
    return line + b"\0" * (8 - len(line) % 8)


def _packed(lines: list[_Line]) -> bytes:
    data = _HEADER.pack(b"DIRC", 2, len(lines)) + b"".join(line.packed for line in sorted(lines))
    return data + hashlib.sha1(data, usedforsecurity=False).digest()


def _read(target: Path) -> "list[_Line] | _Kind":
    data = read_plain(target)
    if data is None:
        return _Kind.MISSING
    body, checksum = data[:-_CHECKSUM], data[-_CHECKSUM:]
    if len(body) < _HEADER.size or hashlib.sha1(body, usedforsecurity=False).digest() != checksum:
        return _Kind.DAMAGED
    signature, version, count = _HEADER.unpack_from(body)
    if signature != b"DIRC" or version != 2:  # noqa: PLR2004 - the version of the format
        return _Kind.OTHER
    return _lines(body, count)


def _lines(body: bytes, count: int) -> "list[_Line] | _Kind":
    lines, at = [], _HEADER.size
    for _ in range(count):
        flags = _FIXED.unpack_from(body, at)[-1]
        start = at + _FIXED.size
        name = body[start : body.index(b"\0", start)]
        length = _FIXED.size + len(name)
        length += 8 - length % 8
        lines.append(_Line(name, flags & _STAGE, body[at : at + length]))
        at += length
    # What follows are extensions. Git drops those it does not know when the name starts with a
    # capital, and so do we; a small letter means that the lines above are not the whole truth.
    return lines if not body[at : at + 1].islower() else _Kind.OTHER


def _leave_to_git(git_folder: Path, paths: Iterable[str], listing: Listing) -> None:
    gone = Entry("0", "0" * 40)
    lines = [
        f"{entry.mode} {entry.id}\t".encode() + _name(path) + b"\0"
        for path, entry in ((path, listing.get(path, gone)) for path in paths)
    ]
    program.run(git_folder, ["update-index", "-z", "--index-info"], given=b"".join(lines))
