"""One save: compare, promise, keep the promise. All files of it or none.

The order is what makes it safe: the bytes first (as Git objects, synced), then the journal that
names them, then the branch, the files and the index, and last the journal away. Killed before the
journal: nothing happened. Killed after it: `finish` does the rest at the next start.
"""

from collections.abc import Mapping
from typing import NamedTuple

from fktui.errors import Changed
from fktui.store.disk.files import (
    disk_failed,
    fingerprint,
    inside,
    read_plain,
)
from fktui.store.git import refs
from fktui.store.git.commits import (
    CommitText,
    Signature,
    commit_bytes,
)
from fktui.store.git.objects import FILE_MODE, Entry, Listing
from fktui.store.repository import journal
from fktui.store.repository.finishing import finish, id_of
from fktui.store.repository.journal import Journal, Promise
from fktui.store.repository.workplace import Workplace


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
        if id_of(present[path]) != _id_in(listing, path) and present[path] != data
    }
    for files, text in ((by_hand, change.hand_text), (change.files, change.text)):
        changed = {p: d for p, d in files.items() if id_of(d) != _id_in(listing, p)}
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
    promises = (Promise(p, id_of(present[p]), id_of(d)) for p, d in change.files.items())
    return Journal(head, last, tuple(promises))


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
