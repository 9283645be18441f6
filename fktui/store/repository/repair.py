"""A history that the disk damaged, made usable: after a power cut, a bad stick, a sync program.

The files of the family are the newest text and are never touched. From them the newest objects
are made again; then the branch ends at the newest commit whose history is whole. What that loses
are versions in between, never the text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fktui.errors import GitFailed
from fktui.store.disk.files import disk_failed, read_plain, remove, write_atomic
from fktui.store.disk.folder import read_folder
from fktui.store.git import index, program, refs
from fktui.store.git.objects import FILE_MODE, Entry
from fktui.store.repository import creating, damage, journal
from fktui.store.repository.finishing import finish
from fktui.store.repository.workplace import Workplace

_HEAD_LINE = f"ref: {refs.BRANCH}\n".encode()
_LOGS = (f"logs/{refs.BRANCH}", "logs/HEAD")
# An object id of Git, and a line in the log of a branch: the id before, the id after, and more.
_ID = 40
_TWO_IDS = 82


class Repaired(NamedTuple):
    """What was done.

    Attributes:
        head: where the history ends now; None when nothing of it was left.
        fell_back: whether the branch could not stay where it was: versions may be lost.
        lost: how many damaged objects and refs were taken away.
    """

    head: str | None
    fell_back: bool
    lost: int


def mend_settings(folder: Path) -> None:
    """Write `.git/config` again when the disk tore it; a config that says anything else stays."""
    git_folder = folder / ".git"
    if folder.is_symlink() or git_folder.is_symlink() or not git_folder.is_dir():
        return
    found = read_plain(git_folder / "config") or b""
    if not found.strip(b"\0") or (creating.CONFIG.startswith(found) and found != creating.CONFIG):
        try:
            (git_folder / "fk" / "tmp").mkdir(parents=True, exist_ok=True)
            write_atomic(git_folder / "config", creating.CONFIG, git_folder / "fk" / "tmp")
        except OSError as exc:
            raise disk_failed(exc, "config") from exc


def repair(at: Workplace) -> Repaired:
    """See `Repository.repair`. Only under the family's lock.

    Raises:
        DiskFailed: the disk refuses; what was done is right, and the rest can be done again.
    """
    try:
        at.prepare()
        return _repair(at)
    except OSError as exc:
        raise disk_failed(exc, at.folder.name) from exc


def _repair(at: Workplace) -> Repaired:
    _mend_head(at)
    before = _recorded_end(at.git)
    lost = damage.drop_objects(at) + damage.drop_packed_refs(at)
    tree = _remake_newest(at)
    promise = journal.read(at)
    if promise is not None and not _is_whole(at, promise.commit):
        journal.away(at)
        promise = None
    ends = _candidates(at, before, tree)
    end = next((name for name in ends if _is_whole(at, name)), None)
    _end_at(at, end)
    lost += damage.drop_refs(at)
    damage.drop_unreachable(at)
    remove(at.git / "index")
    index.refresh(at.git, (), at.objects.listing(end), at.temporary)
    if promise is not None:
        finish(at, promise)
        end = refs.read_head(at.git)
    return Repaired(end, fell_back=end != before, lost=lost)


def _remake_newest(at: Workplace) -> str:
    """Write the objects that the files stand for (a whole one costs nothing); gives their tree."""
    listing = {
        path: Entry(FILE_MODE, at.objects.write("blob", data))
        for path, data in read_folder(at.folder).files.items()
    }
    return at.objects.write_tree(listing)


def _mend_head(at: Workplace) -> None:
    try:
        refs.read_head(at.git)
    except GitFailed as exc:
        if exc.code == "head-elsewhere":
            raise
        if exc.facts["found"] == "HEAD":
            write_atomic(at.git / "HEAD", _HEAD_LINE, at.temporary)


def _recorded_end(git_folder: Path) -> str | None:
    try:
        return refs.read_head(git_folder)
    except GitFailed:
        return None


def _is_whole(at: Workplace, name: str) -> bool:
    words = ["rev-list", "--objects", "--quiet", name, "--"]
    return program.ask(at.git, words).status == 0


def _candidates(at: Workplace, recorded: str | None, tree: str) -> Iterator[str]:
    """Where the history may have ended: as recorded, at the text of the files, at the longest."""
    if recorded is not None:
        yield recorded
    commits = damage.commits_by_length(at)
    yield from (commit.id for commit in commits if commit.tree == tree)
    yield from (commit.id for commit in commits)


def _lines(log: Path) -> list[bytes]:
    return [line for line in (read_plain(log) or b"").split(b"\n") if damage.is_log_line(line)]


def _end_at(at: Workplace, end: str | None) -> None:
    target = at.git / refs.BRANCH
    if end is None:
        remove(target)
        for log in _LOGS:
            remove(at.git / log)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(target, end.encode() + b"\n", at.temporary)
    known = set(program.run(at.git, ["rev-list", end, "--"]).split()) | {b"0" * _ID}
    for log in _LOGS:
        kept = [
            line
            for line in _lines(at.git / log)
            if line[:_ID] in known and line[_ID + 1 : _TWO_IDS - 1] in known
        ]
        (at.git / log).parent.mkdir(parents=True, exist_ok=True)
        write_atomic(at.git / log, b"".join(line + b"\n" for line in kept), at.temporary)
