"""What somebody changed in the files of a family by hand: which file, what exactly, recording it.

`history.save_hand_edits` records whatever there is; here it is first shown, and only what was
shown is recorded.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fktui.errors import Changed, Unsafe
from fktui.model.case import FILES, KINDS, find
from fktui.model.diff import Difference, differences
from fktui.model.stored import Loaded, Saved
from fktui.store.places import Places
from fktui.usecases.desk import Desk
from fktui.usecases.history import hand_edits, save_hand_edits


class ByHand(NamedTuple):
    """What was changed by hand and is not recorded yet.

    Attributes:
        edits: the files: path, and added, changed or removed.
        differences: what it means for the records; nothing while a file cannot be read.
        old: the family as it was recorded.
        new: the family as its files are now.
    """

    edits: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    old: Loaded
    new: Loaded


def by_hand(desk: Desk, case_id: str) -> ByHand:
    """What was changed by hand in a family since the last commit."""
    new = desk.load(case_id)
    edits = hand_edits(desk, case_id)
    if not edits:
        return ByHand((), (), new, new)
    old = desk.store.recorded(case_id)
    found = () if new.broken else tuple(differences(old.case, new.case))
    return ByHand(edits, found, old, new)


def record(desk: Desk, seen: ByHand, reason: str) -> Saved:
    """Record what was changed by hand, as it was seen, in a commit that says so.

    Raises:
        Changed: a file was changed again since; nothing is recorded.
        Unreadable: what was written does not fit; nothing is recorded.
    """
    case_id = seen.new.case.id
    now = desk.load(case_id).fingerprints
    if now != seen.new.fingerprints:
        paths = sorted({*now, *seen.new.fingerprints})
        other = (path for path in paths if now.get(path) != seen.new.fingerprints.get(path))
        raise Changed("file-changed", file=next(other))
    return save_hand_edits(desk, case_id, reason)


def file_to_edit(loaded: Loaded, record_id: str, kinds: Iterable[str] = ()) -> str:
    """The file of a family that a text editor opens, as a path inside its folder.

    A file that cannot be read goes first: nothing else can be done before it is put right.

    Args:
        loaded: the family.
        record_id: the record that the coach looks at; empty for none.
        kinds: what else she looks at: the file of the first kind that has one.
    """
    wrong = (issue.place.file for issue in loaded.broken if issue.place)
    located = find(loaded.case, record_id) if record_id else None
    wanted = [*wrong]
    if located is not None:
        entry = located.parent.id if located.parent is not None else record_id
        wanted.append(FILES.get(located.part) or loaded.paths.get(entry, ""))
    wanted += map(file_of, kinds)
    return next((path for path in wanted if path in loaded.fingerprints), FILES["trajectory"])


def file_of(kind: str) -> str:
    """The file in which all records of a kind stand; empty when each has its own."""
    return FILES.get(_part_of(kind), "")


def path_to_edit(places: Places, case_id: str, file: str) -> Path:
    """Where a file of a family lies, for a program that opens it.

    Raises:
        Unsafe: it is a link to another place.
    """
    folder = places.case(case_id)
    if (folder / file).resolve() != folder.resolve() / file:
        raise Unsafe("symlink", where=file)
    return folder / file


def _part_of(name: str) -> str:
    """The part of a case that a kind of record lies in."""
    kind = KINDS.get(name)
    while kind is not None and kind.parent:
        kind = KINDS[kind.parent]
    return kind.path[0] if kind else ""
