"""A family's history, read back: who changed what, and what the files were then.

Each answer takes one Git process, or two when it holds the bytes of files; no matter how long the
history is.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from fktui.errors import NotFound
from fktui.store.disk.names import problem_with
from fktui.store.git import program
from fktui.store.git.commits import Revision, moment_of, parsed, revision, tree_and_parents
from fktui.store.git.objects import EMPTY_TREE, Objects, ours

_ID = re.compile(r"[0-9a-f]{40}\Z")
_NO_ID = "0" * 40
_FORMAT = "--format=%H%x00%P%x00%an <%ae> %ad%x00%cn <%ce> %cd%x00%B"
_FIELDS = 5
_KINDS = {"A": "added", "D": "removed"}


class FileChange(NamedTuple):
    """A file that differs between two commits; kind is added, changed or removed."""

    path: str
    kind: str


class BeforeAfter(NamedTuple):
    """The bytes of a file before and after a commit; None when it was not there."""

    before: bytes | None
    after: bytes | None


class Version(NamedTuple):
    """A file as one commit left it, and when that was recorded."""

    at: datetime
    data: bytes


class _Pair(NamedTuple):
    path: str
    kind: str
    before: str
    after: str


def revisions(
    git_folder: Path, head: str, paths: Sequence[str] = (), limit: int | None = None
) -> list[Revision]:
    """The commits up to `head`, newest first; with paths only those that changed one of them.

    Ordered by who came after whom, not by date: the clock of a laptop can be years off.
    """
    words = ["log", "-z", "--topo-order", "--date=raw", _FORMAT]
    words += [] if limit is None else [f"--max-count={limit}"]
    words += [head, "--"]
    if paths:
        words[1:1] = ["--full-history", "--simplify-merges"]
        words += paths
    fields = program.run(git_folder, words).decode("utf-8", "replace").split("\0")
    rows = range(0, len(fields) - _FIELDS + 1, _FIELDS)
    return [revision(fields[at : at + _FIELDS]) for at in rows]


def revisions_since(objects: Objects, head: str, moment: datetime) -> list[Revision]:
    """The commits that were recorded at this moment or later, newest first.

    Read one by one, without a process, back to the first that is older; only where the history is
    packed or branches, Git is asked for all of it.
    """
    found: list[Revision] = []
    name: str | None = head
    while name is not None:
        data = objects.loose(name)
        one = None if data is None else parsed(name, data)
        if one is None or len(one.parents) > 1:
            return [two for two in revisions(objects.git, head) if two.at >= moment]
        if one.at < moment:
            break
        found.append(one)
        name = next(iter(one.parents), None)
    return found


def revision_on(git_folder: Path, head: str, day_end: datetime) -> str | None:
    """The last commit of the main line that was recorded by then; None when there was none.

    Git's own `--before` stops at the first commit with an older date, so a single commit with a
    wrong date would hide all that came before it.
    """
    words = ["log", "--first-parent", "--topo-order", "--format=%H %ct", head, "--"]
    for line in program.run(git_folder, words).decode().splitlines():
        name, _, seconds = line.partition(" ")
        if int(seconds) <= day_end.timestamp():
            return name
    return None


def files_at(objects: Objects, revision_id: str) -> dict[str, bytes]:
    """All files that may be read as they were after a commit, by path."""
    files = ours(objects.listing(checked(revision_id)))
    blobs = objects.read_many(files.values())
    return {path: blobs[name] for path, name in files.items()}


def first_parent(objects: Objects, revision_id: str) -> str | None:
    """The first parent of a commit.

    Not the one that `revisions` gives: of a few files, that is the commit which changed them last.
    """
    _, parents = tree_and_parents(objects.read(checked(revision_id)))
    return parents[0] if parents else None


def changed_files(git_folder: Path, before: str | None, after: str) -> tuple[FileChange, ...]:
    """Which files differ between two commits; `before` None is the empty beginning."""
    pairs = _pairs(git_folder, EMPTY_TREE if before is None else checked(before), checked(after))
    return tuple(FileChange(pair.path, pair.kind) for pair in pairs)


def commit_files(objects: Objects, revision_id: str) -> dict[str, BeforeAfter]:
    """What one commit did to each file; a merge is compared with its first parent."""
    pairs = _pairs(objects.git, first_parent(objects, revision_id) or EMPTY_TREE, revision_id)
    wanted = {name for pair in pairs for name in (pair.before, pair.after)} - {_NO_ID}
    blobs: dict[str, bytes | None] = {_NO_ID: None, **objects.read_many(sorted(wanted))}
    return {pair.path: BeforeAfter(blobs[pair.before], blobs[pair.after]) for pair in pairs}


def versions(objects: Objects, head: str, path: str) -> list[Version]:
    """A file after each commit that touched it, the oldest first.

    A commit in which it went away is left out.
    """
    words = ["log", "-m", "--raw", "--no-abbrev", "--no-renames", "--topo-order", "--reverse"]
    words += ["--full-history", "--date=raw", "--format=%cd", head, "--", path]
    found: list[tuple[datetime, str]] = []
    at = moment_of(0, "+0000")
    for line in program.run(objects.git, words).decode("utf-8", "replace").splitlines():
        if line.startswith(":"):
            _before, mode, _old, name, _status = line.split(" ", 4)
            found += [(at, name)] if mode.startswith("100") else []
        elif line:
            seconds, _space, zone = line.partition(" ")
            at = moment_of(int(seconds), zone)
    blobs = objects.read_many(name for _at, name in found)
    return [Version(at, blobs[name]) for at, name in found]


def checked(revision_id: str) -> str:
    """The id itself, when it is written as the full id of a commit.

    Raises:
        NotFound: it is not; kind is "revision".
    """
    if _ID.match(revision_id) is None:
        raise NotFound("no-revision", kind="revision", given=revision_id[:40])
    return revision_id


def _pairs(git_folder: Path, before: str, after: str) -> list[_Pair]:
    words = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", before, after, "--"]
    parts = program.run(git_folder, words).decode("utf-8", "surrogateescape").split("\0")
    pairs = []
    for facts, path in zip(parts[0::2], parts[1::2], strict=False):
        mode_before, mode_after, old, new, status = facts.lstrip(":").split(" ")
        # A link or a repository inside the repository has no bytes of ours: as if it is not there.
        old = old if mode_before.startswith("100") else _NO_ID
        new = new if mode_after.startswith("100") else _NO_ID
        if problem_with(path) is None and old != new:
            pairs.append(_Pair(path, _KINDS.get(status, "changed"), old, new))
    return pairs
