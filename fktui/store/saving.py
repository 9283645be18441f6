"""One save: compare, promise, keep the promise. All files of it or none.

The order is what makes it safe: the bytes first (as Git objects, synced), then the journal that
names them, then the branch, the files and the index, and last the journal away. Killed before the
journal: nothing happened. Killed after it: `finish` does the rest at the next start.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from fktui.errors import Busy, Changed, DiskFailed, GitFailed
from fktui.store import index, journal, refs
from fktui.store.commits import (
    CommitText,
    Signature,
    adopt,
    commit_bytes,
    reflog_line,
)
from fktui.store.files import (
    disk_failed,
    fingerprint,
    inside,
    read_plain,
    remove,
    sync_folder,
    write_atomic,
)
from fktui.store.journal import Journal, Promise
from fktui.store.objects import FILE_MODE, Entry, Listing, object_id
from fktui.store.workplace import Workplace

_RACES = 5


class Change(NamedTuple):
    """What a save is asked to do.

    Attributes:
        files: the new bytes of each file; None takes it away.
        seen: the fingerprint of each file as it was read; None when it was not there.
        text: what is said about it.
        hand_text: what is said about an edit by hand that is found in one of these files, and
            recorded first.
    """

    files: Mapping[str, bytes | None]
    seen: Mapping[str, str | None]
    text: CommitText
    hand_text: CommitText | None = None


def save(at: Workplace, change: Change, by: Signature) -> str:
    """Record the change; gives the id of the last commit, a new one only if bytes differ.

    Raises:
        Changed: a file is not what was seen (file-changed), or has an edit by hand and there are
            no words for it (hand-edit). Nothing was written.
        DiskFailed: fact kept says whether it will be finished at the next start.
    """
    head = refs.read_head(at.git)
    present = _compare(at, change)
    try:
        at.prepare()
        promise = _prepare(at, head, present, change, by)
        if promise is None:
            return head or ""
        journal.write(at, promise)
    except OSError as exc:
        raise disk_failed(exc, at.folder.name, kept=journal.is_there(at)) from exc
    finish(at, promise)
    return promise.commit


def _compare(at: Workplace, change: Change) -> dict[str, bytes | None]:
    missing = change.files.keys() - change.seen.keys()
    if missing:
        raise AssertionError(missing)
    present = {path: read_plain(inside(at.folder, path)) for path in change.seen}
    for path, data in present.items():
        if (None if data is None else fingerprint(data)) != change.seen[path]:
            raise Changed("file-changed", file=path)
    return present


def _prepare(
    at: Workplace,
    head: str | None,
    present: Mapping[str, bytes | None],
    change: Change,
    by: Signature,
) -> Journal | None:
    listing = at.objects.listing(head)
    last = head
    by_hand = {
        path: present[path]
        for path, data in change.files.items()
        if _id_of(present[path]) != _id_in(listing, path) and present[path] != data
    }
    for files, text in ((by_hand, change.hand_text), (change.files, change.text)):
        changed = {p: d for p, d in files.items() if _id_of(d) != _id_in(listing, p)}
        if not changed:
            continue
        if text is None:
            raise Changed("hand-edit", file=min(changed))
        listing = _with(at, listing, changed)
        tree = at.objects.write_tree(listing)
        parents = [] if last is None else [last]
        last = at.objects.write("commit", commit_bytes(tree, parents, text, by))
    if last is None or last == head:
        return None
    promises = (Promise(p, _id_of(present[p]), _id_of(d)) for p, d in change.files.items())
    return Journal(head, last, tuple(promises))


def _id_of(data: bytes | None) -> str | None:
    return None if data is None else object_id("blob", data)


def _id_in(listing: Listing, path: str) -> str | None:
    entry = listing.get(path)
    return None if entry is None else entry.id


def _with(at: Workplace, listing: Listing, files: Mapping[str, bytes | None]) -> Listing:
    after = dict(listing)
    for path, data in files.items():
        if data is None:
            del after[path]
        else:
            after[path] = Entry(FILE_MODE, at.objects.write("blob", data))
    return after


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


def _put(at: Workplace, file: Promise) -> str | None:
    place = inside(at.folder, file.path)
    now = read_plain(place)
    if _id_of(now) == file.after:
        return None
    set_aside = None
    if now is not None and _id_of(now) != file.before:
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
