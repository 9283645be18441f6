"""A promised save, carried out: the branch, the files, the index, and the journal away.

Run right after the promise, and again at the next start when a crash came between. Every step
looks first whether it was done, so doing all of it twice changes nothing.
"""

from pathlib import Path

from fktui.errors import Busy, DiskFailed, GitFailed
from fktui.store.disk.files import (
    disk_failed,
    inside,
    read_plain,
    remove,
    sync_folder,
    write_atomic,
)
from fktui.store.git import index, refs
from fktui.store.git.commits import adopt, reflog_line
from fktui.store.git.objects import FILE_MODE, Entry, object_id
from fktui.store.repository import journal
from fktui.store.repository.journal import Journal, Promise
from fktui.store.repository.workplace import Workplace

_RACES = 5


def finish(at: Workplace, promise: Journal) -> tuple[str, ...]:
    """Keep a promise, all or what is left of it; gives the names of files that were set aside.

    Raises:
        DiskFailed: the disk refused, or Git keeps working here (git-busy); the promise stays, so
            kept is True.
    """
    try:
        at.prepare()
        last = _move_branch(at, promise)
        set_aside = [name for file in promise.files if (name := _put(at, file)) is not None]
        paths = [file.path for file in promise.files]
        index.refresh(at.git, paths, at.objects.listing(last), at.temporary)
        journal.away(at)
    except OSError as exc:
        raise disk_failed(exc, at.folder.name, kept=True) from exc
    except Busy as exc:
        raise DiskFailed("git-busy", file=at.folder.name, reason="EBUSY", kept=True) from exc
    return tuple(set_aside)


def _move_branch(at: Workplace, promise: Journal) -> str:
    for _ in range(_RACES):
        head = refs.read_head(at.git)
        commit = promise.commit if head == promise.base else _on_top_of(at, head, promise)
        if commit == head:
            return commit
        line = reflog_line(head, commit, at.objects.read(commit))
        try:
            refs.move_head(at.git, head, commit, line, at.temporary)
        except GitFailed as exc:
            if exc.code != "head-moved":
                raise
        else:
            return commit
    raise GitFailed("head-moved", case=at.folder.name)


def _on_top_of(at: Workplace, head: str | None, promise: Journal) -> str:
    """The commit to end with when Git itself recorded something since the promise was made."""
    if head is None or head == promise.commit:
        return promise.commit
    listing = at.objects.listing(head)
    after = dict(listing)
    for file in promise.files:
        after.pop(file.path, None)
        if file.after is not None:
            after[file.path] = Entry(FILE_MODE, file.after)
    if after == listing:
        return head
    tree = at.objects.write_tree(after)
    return at.objects.write("commit", adopt(at.objects.read(promise.commit), tree, head))


def id_of(data: bytes | None) -> str | None:
    """The id of these bytes; None for a file that is not there."""
    return None if data is None else object_id("blob", data)


def _put(at: Workplace, file: Promise) -> str | None:
    place = inside(at.folder, file.path)
    now = read_plain(place)
    if id_of(now) == file.after:
        return None
    set_aside = None
    if now is not None and id_of(now) != file.before:
        set_aside = _set_aside(at, place, now)
    if file.after is None:
        remove(place)
        _tidy(at.folder, place.parent)
        return set_aside
    place.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(place, at.objects.read(file.after), at.temporary)
    sync_folder(place.parent)
    return set_aside


def _set_aside(at: Workplace, place: Path, data: bytes) -> str:
    at.aside.mkdir(exist_ok=True)
    name = f"{object_id('blob', data)[:12]}-{place.name}"
    write_atomic(at.aside / name, data, at.temporary)
    sync_folder(at.aside)
    return name


def _tidy(top: Path, folder: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
