"""Bytes on the disk: the only place that writes, and that reads a file.

A write is a new file in the folder for temporary files, synced, and then renamed over the old
one. Symbolic links are never followed. Nothing here knows what a file means.
"""

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fktui.errors import DiskFailed, Unsafe
from fktui.store.disk.names import problem_with

MAX_SIZE = 25 * 1024 * 1024

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
# A virus scanner, Word or OneDrive holds a file for a moment; half a second is what they need.
_ATTEMPTS = 10
_PAUSE = 0.05


class Foreign(NamedTuple):
    """Something in the folder that is not ours: listed, never read. `why` is a code."""

    path: str
    why: str


def fingerprint(data: bytes) -> str:
    """The SHA-256 of the bytes in hex: what a form remembers of the file that it was made from."""
    return hashlib.sha256(data).hexdigest()


def disk_failed(error: OSError, file: str, *, kept: bool = False) -> DiskFailed:
    """The same failure as an error of ours; `reason` is the name of the errno, such as ENOSPC."""
    reason = errno.errorcode.get(error.errno or 0, "EIO")
    return DiskFailed("disk-failed", file=file, reason=reason, kept=kept)


def read_plain(path: Path) -> bytes | None:
    """The bytes of an ordinary file; None when nothing is there.

    Raises:
        Unsafe: it is a link, a folder or a device (symlink, not-a-file), or more than 25 MB.
    """
    handle = _opened(path)
    if handle is None:
        return None
    try:
        _expect_ordinary(os.fstat(handle), path.name)
        return _read_all(handle)
    finally:
        os.close(handle)


def read_end(path: Path, size: int) -> bytes | None:
    """The last bytes of an ordinary file, so many at most; else as `read_plain`."""
    handle = _opened(path)
    if handle is None:
        return None
    try:
        found = os.fstat(handle)
        _expect_ordinary(found, path.name)
        os.lseek(handle, max(0, found.st_size - size), os.SEEK_SET)
        return os.read(handle, size)
    finally:
        os.close(handle)


def _opened(path: Path) -> int | None:
    if not _NO_FOLLOW and path.is_symlink():  # Windows
        raise Unsafe("symlink", where=path.name, found="symlink")
    try:
        return os.open(path, os.O_RDONLY | _NO_FOLLOW | _BINARY | getattr(os, "O_NONBLOCK", 0))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as exc:
        if exc.errno == errno.ELOOP:
            raise Unsafe("symlink", where=path.name, found="symlink") from exc
        raise disk_failed(exc, path.name) from exc


def _expect_ordinary(found: os.stat_result, name: str) -> None:
    if not stat.S_ISREG(found.st_mode) or found.st_size > MAX_SIZE:
        raise Unsafe("not-a-file", where=name, found=stat.filemode(found.st_mode)[0])


def _read_all(handle: int) -> bytes:
    parts = []
    while part := os.read(handle, 1 << 15):
        parts.append(part)
    return b"".join(parts)


def write_atomic(target: Path, data: bytes, by_way_of: Path, mode: int = 0o644) -> None:
    """Put the bytes in place at once and durably: the old file or the new, never a half one.

    `by_way_of` is a folder on the same disk for the temporary file.
    """
    temporary = by_way_of / f"{os.getpid()}-{target.name}"
    with contextlib.suppress(FileNotFoundError):
        temporary.unlink()
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def replace(source: Path, target: Path) -> None:
    """`os.replace` that gives another program half a second to let go of the file."""
    _patiently(lambda: source.replace(target))


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows does that itself."""
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def inside(folder: Path, path: str) -> Path:
    """Where a path of the family lies, after checking that nothing on the way leads elsewhere.

    Raises:
        Unsafe: the name is not one of ours (bad-name), or a folder on the way is a link.
    """
    problem = problem_with(path)
    if problem is not None:
        raise Unsafe("bad-name", where=path, found=problem)
    place = folder
    for part in path.split("/")[:-1]:
        place = place / part
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise Unsafe("symlink", where=path, found=part)
    return folder / path


def remove(path: Path) -> None:
    """Take a file away durably; it may be gone already. Gives another program time to let go."""
    if not os.path.lexists(path):
        return
    _patiently(path.unlink)
    sync_folder(path.parent)


def _patiently(act: Callable[[], object]) -> None:
    for _ in range(_ATTEMPTS - 1):
        try:
            act()
        except PermissionError:
            time.sleep(_PAUSE)
        else:
            return
    act()
