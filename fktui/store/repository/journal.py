"""The promise of a save: what must be true when it is finished, written before it begins.

The bytes themselves are Git objects that were synced before; the journal names them. It exists
from its rename until everything it says is done, and doing it again changes nothing.
"""

from typing import Annotated

import msgspec

from fktui.model.readable import readable
from fktui.store.disk.files import read_plain, remove, sync_folder, write_atomic
from fktui.store.disk.names import problem_with
from fktui.store.repository.workplace import Workplace

NAME = "journal.json"

_Id = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{40}$")]


class Promise(msgspec.Struct, frozen=True):
    """One file: the ids of the bytes that were there, and that must be there. None is no file."""

    path: str
    before: _Id | None
    after: _Id | None


class Journal(msgspec.Struct, frozen=True):
    """One save: from which commit to which, and the files that have to follow."""

    base: _Id | None
    commit: _Id
    files: tuple[Promise, ...]


def write(at: Workplace, journal: Journal) -> None:
    """Make the promise; from here on the save will be finished, now or at the next start."""
    write_atomic(at.private / NAME, msgspec.json.encode(journal), at.temporary)
    sync_folder(at.private)


def is_there(at: Workplace) -> bool:
    """Whether a promise was made that may not be kept yet."""
    return (at.private / NAME).exists()


def read(at: Workplace) -> Journal | None:
    """The promise that was not kept yet; None when there is none, or when it cannot be read.

    It is renamed into place complete, so one that cannot be read was damaged by the disk, or was
    never ours.
    """
    data = read_plain(at.private / NAME)
    if data is None:
        return None
    try:
        found = msgspec.json.decode(data, type=readable(Journal))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return None if any(problem_with(file.path) for file in found.files) else found


def away(at: Workplace) -> None:
    """The promise is kept."""
    remove(at.private / NAME)
