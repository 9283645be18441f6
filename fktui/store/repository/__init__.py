"""One family's repository: the whole of what the store may ask of it, in bytes and commits.

Knows nothing of YAML, cases or sentences. Each part of the work lives in its own module; this is
the one door to them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from fktui.errors import Busy, DiskFailed
from fktui.store.disk.files import Foreign
from fktui.store.disk.folder import Folder, read_folder
from fktui.store.git import program, refs
from fktui.store.git.commits import CommitText, Revision, Signature
from fktui.store.git.objects import object_id, ours
from fktui.store.repository import creating, history, lock, recovery, repair, saving
from fktui.store.repository.history import BeforeAfter, FileChange, Version
from fktui.store.repository.recovery import Recovered
from fktui.store.repository.repair import Repaired
from fktui.store.repository.saving import Change
from fktui.store.repository.workplace import Workplace, enter

__all__ = [
    "BeforeAfter",
    "CommitText",
    "FileChange",
    "Folder",
    "Foreign",
    "HandEdit",
    "Recovered",
    "Repaired",
    "Repository",
    "Revision",
    "Signature",
    "Version",
]

PATIENCE = 10.0
GLANCE = 1.0


class HandEdit(NamedTuple):
    """A file that is not what was last recorded; kind is added, changed or removed."""

    path: str
    kind: str


class Repository:
    """The repository of one family, or of the team.

    Every method inspects the folder first and raises Unsafe when it could harm the computer,
    NotFound when it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def create(
        cls, folder: Path, files: Mapping[str, bytes], text: CommitText, by: Signature
    ) -> "Repository":
        """A new repository with these files in its first commit, there completely or not at all.

        Raises:
            AlreadyExists: there is something with that name (folder-exists).
            DiskFailed: the disk refuses; nothing is left behind.
        """
        creating.create(folder, files, text, by)
        return cls(folder)

    @contextmanager
    def lock(self, wait: float = PATIENCE) -> Iterator[None]:
        """Hold the family, so that nobody else writes; the same thread may take it again.

        Raises:
            Busy: somebody else works here for longer than `wait` seconds (case-busy).
        """
        with lock.locked(self._enter(), wait):
            yield

    def recover(self) -> Recovered:
        """Finish an interrupted save and clear up after a crash; costs nothing when all is well.

        When somebody else works here, they do it: reading never has to wait for long.

        Raises:
            DiskFailed: it cannot be finished now either; it stays promised (kept is True).
        """
        at = self._enter()
        if not recovery.has_work(at):
            return Recovered()
        try:
            with lock.locked(at, GLANCE):
                return recovery.recover(at)
        except Busy:
            return Recovered()

    def repair(self) -> Repaired:
        """Make a damaged history usable again; the files themselves are never touched.

        What the files hold and the history does not is then an edit by hand: see `hand_edits`.
        """
        repair.mend_settings(self.folder)
        at = self._enter()
        with lock.locked(at, PATIENCE):
            return repair.repair(at)

    def fsck(self) -> tuple[str, ...]:
        """What Git finds wrong with the history, in its own words; nothing when all is well."""
        words = ["fsck", "--full", "--strict", "--no-dangling", "--no-progress"]
        answer = program.ask(self._enter().git, words)
        text = answer.output.decode("utf-8", "replace") + answer.said
        return tuple(text.splitlines()) if answer.status else ()

    def read(self) -> Folder:
        """Every file that may be read, and a list of what lies there besides."""
        return read_folder(self._enter().folder)

    def save(
        self,
        changes: Mapping[str, bytes | None],
        seen: Mapping[str, str | None],
        text: CommitText,
        by: Signature,
        hand_text: CommitText | None = None,
    ) -> str:
        """Write these files and record them in one commit; gives the id of the last commit.

        `changes`: the new bytes by path, None takes a file away. `seen`: the fingerprint of each
        of them as it was read, None when it was not there. An edit by hand in one of these files
        is recorded first, with `hand_text`. When no byte differs there is no commit.

        Raises:
            Changed: a file is not what was seen (file-changed), or was edited by hand and there
                is no `hand_text` (hand-edit). Nothing was written.
            DiskFailed: with kept True it will be finished at the next start, else nothing
                happened. With code earlier-unfinished an earlier save stands in the way.
            Busy: somebody else works here.
        """
        at = self._enter()
        with lock.locked(at, PATIENCE):
            try:
                recovery.recover(at)
            except DiskFailed as exc:
                raise DiskFailed("earlier-unfinished", **{**exc.facts, "kept": False}) from exc
            return saving.save(at, Change(changes, seen, text, hand_text), by)

    def hand_edits(self) -> tuple[HandEdit, ...]:
        """The files that somebody changed without fk since the last commit."""
        at = self._enter()
        recorded = ours(at.objects.listing(refs.read_head(at.git)))
        present = {p: object_id("blob", d) for p, d in read_folder(at.folder).files.items()}
        return tuple(
            HandEdit(path, _kind(path in recorded, path in present))
            for path in sorted(recorded.keys() | present.keys())
            if recorded.get(path) != present.get(path)
        )

    def head(self) -> str | None:
        """The id of the last commit; None when nothing was recorded yet."""
        return refs.read_head(self._enter().git)

    def history(self, *paths: str, limit: int | None = None) -> list[Revision]:
        """The commits, newest first by who came after whom; of some files when they are named."""
        at = self._enter()
        head = refs.read_head(at.git)
        return [] if head is None else history.revisions(at.git, head, paths, limit)

    def history_since(self, moment: datetime) -> list[Revision]:
        """The commits that were recorded at this moment or later, newest first."""
        at = self._enter()
        head = refs.read_head(at.git)
        return [] if head is None else history.revisions_since(at.objects, head, moment)

    def before(self, revision: str) -> str | None:
        """The commit before this one, of the main line; None for the first."""
        return history.first_parent(self._enter().objects, revision)

    def files_at(self, revision: str) -> dict[str, bytes]:
        """All files as they were after a commit. Raises NotFound (no-revision)."""
        return history.files_at(self._enter().objects, revision)

    def revision_on(self, day_end: datetime) -> str | None:
        """The last commit that was recorded by then; None when the family was not there yet."""
        at = self._enter()
        head = refs.read_head(at.git)
        return None if head is None else history.revision_on(at.git, head, day_end)

    def versions(self, path: str) -> list[Version]:
        """A file after each commit that touched it, the oldest first."""
        at = self._enter()
        head = refs.read_head(at.git)
        return [] if head is None else history.versions(at.objects, head, path)

    def changed_files(self, before: str | None, after: str) -> tuple[FileChange, ...]:
        """Which files differ between two commits; None is the empty beginning."""
        return history.changed_files(self._enter().git, before, after)

    def commit_files(self, revision: str) -> dict[str, BeforeAfter]:
        """What one commit did to each of its files, for undo and for showing it."""
        return history.commit_files(self._enter().objects, revision)

    def _enter(self) -> Workplace:
        return enter(self.folder)


def _kind(was_recorded: bool, is_present: bool) -> str:
    if was_recorded:
        return "changed" if is_present else "removed"
    return "added"
