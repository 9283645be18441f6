"""One at a time in a family: a lock that the operating system takes back when a process dies."""

from collections.abc import Iterator
from contextlib import contextmanager

from fktui.errors import Busy
from fktui.store.disk.files import disk_failed
from fktui.store.repository.workplace import Workplace


@contextmanager
def locked(at: Workplace, wait: float) -> Iterator[None]:
    """Hold the family; the same thread may take it again. Waits at most so many seconds.

    Raises:
        Busy: somebody else has it (case-busy).
        DiskFailed: the folder cannot be written.
    """
    from filelock import FileLock, Timeout  # 50 ms, and reading needs no lock

    try:
        at.prepare()
        lock = FileLock(at.private / "lock", poll_interval=0.02, is_singleton=True)
        lock.acquire(timeout=wait)
    except Timeout as exc:
        raise Busy("case-busy", case=at.folder.name) from exc
    except OSError as exc:
        raise disk_failed(exc, at.folder.name) from exc
    try:
        yield
    finally:
        lock.release()
