"""One repository with records in its files: every change is one act, one commit, all files or none.

What the files mean is told to it: of a family in `cases`, of the team in `team`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, NamedTuple, Protocol, TypeVar

import msgspec

from fktui.errors import Changed, NotFound, Unreadable
from fktui.model.issue import Issue
from fktui.model.stored import Act, Story
from fktui.store.disk.files import fingerprint
from fktui.store.repository import CommitText, Repository, Revision, Signature

VERSION = "1"
"""The version of the trailers in a commit."""

REDO = "redo"
"""The action of a commit that takes back an undo."""

_UNDOES = "Fk-Undoes"

Files = Mapping[str, bytes]
Foreign = tuple[tuple[str, str], ...]
Changes = dict[str, bytes | None]
"""The new bytes by path; None takes a file away."""


class Pen(msgspec.Struct, frozen=True, kw_only=True):
    """Who writes, where and when. `by_hand` is the subject of a commit of somebody's hand edits."""

    name: str
    colleague: str
    device: str
    at: datetime
    by_hand: str

    @property
    def signature(self) -> Signature:
        """The author for Git; the address leads nowhere, on purpose."""
        return Signature(self.name, f"{self.colleague}@team.fk.invalid", self.at)


class Reading(Protocol):
    """Records as they were read from files."""

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """Of every file that was read."""
        ...

    @property
    def foreign(self) -> Foreign:
        """What was not read: path and why."""
        ...

    @property
    def broken(self) -> tuple[Issue, ...]:
        """The errors that make it read-only."""
        ...


L = TypeVar("L", bound=Reading)


class Kept(NamedTuple, Generic[L]):
    """What came of a save: the new state, and the commit (None when nothing was different)."""

    loaded: L
    commit: str | None
    act: Act


class Keeper(Generic[L]):
    """The records of one repository.

    Args:
        repository: where they are.
        decode: from files, their fingerprints and what was not read, to records.
        called: its name in errors.
        broken: the code of the error when a file cannot be read.
    """

    def __init__(
        self,
        repository: Repository,
        decode: Callable[[Files, dict[str, str], Foreign], L],
        called: str,
        broken: str,
    ) -> None:
        self.repository = repository
        self._decode = decode
        self._called = called
        self._broken = broken

    def load(self) -> L:
        """The records as the files are now; an interrupted save is finished first."""
        self.repository.recover()
        return self._read()[1]

    def change(
        self, edit: Callable[[L, Files], tuple[Changes, Act]], pen: Pen, seen: L | None = None
    ) -> Kept[L]:
        """Change files in one act; see `CaseStore.change` for what may go wrong.

        Args:
            edit: from what is there now to the files that change, and the act.
            pen: who writes.
            seen: what the coach saw; a file that is different by now is not overwritten.
        """
        with self.repository.lock():
            self.repository.recover()
            files, loaded = self._writable()
            changes, act = edit(loaded, files)
            after = self._decoded(_applied(files, changes), loaded.foreign)
            if after.broken:
                raise Unreadable("would-break", after.broken, case=self._called)
            commit = self._save(act, changes, seen or loaded, pen)
            return Kept(after if commit else loaded, commit, act)

    def undo(self, pen: Pen, act_for: Callable[[Story], Act]) -> Kept[L]:
        """Take back the last act that still stands, in a new commit. Nothing is rewritten.

        Raises:
            NotFound: nothing is left to undo but the making of the repository itself.
            Changed: a file of that act was changed by hand since.
        """
        with self.repository.lock():
            self.repository.recover()
            story = _last_standing(self.stories())
            if story is None:
                raise NotFound("nothing-to-undo", given=self._called)
            return self._reverse(story, act_for(story), pen, "undo-changed")

    def redo(self, pen: Pen, act_for: Callable[[Story], Act]) -> Kept[L]:
        """Put back what the last undo that still stands took away, in a new commit.

        Args:
            pen: who writes.
            act_for: told the act that comes back.

        Raises:
            NotFound: nothing was undone, or something else was done since.
            Changed: a file of that act was changed by hand since.
        """
        with self.repository.lock():
            self.repository.recover()
            stories = self.stories()
            undo = _last_undo(stories)
            if undo is None:
                raise NotFound("nothing-to-redo", given=self._called)
            act = next(story for story in stories if story.commit == undo.undoes)
            return self._reverse(undo, act_for(act), pen, "redo-changed")

    def _reverse(self, story: Story, act: Act, pen: Pen, changed: str) -> Kept[L]:
        """Put the files of a commit back as they were before it; the act names that commit."""
        now, loaded = self._read()
        changes: Changes = {}
        for path, (before, after) in self.repository.commit_files(story.commit).items():
            if now.get(path) != after:
                raise Changed(changed, file=path)
            changes[path] = before
        named = (*act.trailers, (_UNDOES, story.commit))
        act = msgspec.structs.replace(act, trailers=named)
        commit = self._save(act, changes, loaded, pen)
        return Kept(self._decoded(_applied(now, changes), loaded.foreign), commit, act)

    def hand_edits(self) -> tuple[tuple[str, str], ...]:
        """Files that differ from the last commit: path, and added, changed or removed."""
        return tuple((edit.path, edit.kind) for edit in self.repository.hand_edits())

    def record_hand_edits(self, act: Act, pen: Pen) -> Kept[L]:
        """Put what somebody changed by hand into the history, in a commit that says so.

        Raises:
            Unreadable: what was written does not fit; nothing is recorded.
        """
        with self.repository.lock():
            self.repository.recover()
            files, loaded = self._writable()
            edited = tuple(path for path, _kind in self.hand_edits())
            commit = self._save(act, {path: files.get(path) for path in edited}, loaded, pen)
            return Kept(loaded, commit if edited else None, act)

    def stories(self) -> list[Story]:
        """The history, newest first."""
        return [_story(revision) for revision in self.repository.history()]

    def stories_since(self, moment: datetime) -> list[Story]:
        """What was recorded at this moment or later, newest first."""
        return [_story(revision) for revision in self.repository.history_since(moment)]

    def _read(self) -> tuple[dict[str, bytes], L]:
        folder = self.repository.read()
        foreign = tuple((entry.path, entry.why) for entry in folder.foreign)
        return folder.files, self._decoded(folder.files, foreign)

    def _writable(self) -> tuple[dict[str, bytes], L]:
        files, loaded = self._read()
        if loaded.broken:
            raise Unreadable(self._broken, loaded.broken, case=self._called)
        return files, loaded

    def _decoded(self, files: Files, foreign: Foreign) -> L:
        fingerprints = {path: fingerprint(data) for path, data in files.items()}
        return self._decode(files, fingerprints, foreign)

    def _save(self, act: Act, changes: Changes, seen: L, pen: Pen) -> str | None:
        if not changes:
            return None
        before = self.repository.head()
        commit = self.repository.save(
            changes,
            {path: seen.fingerprints.get(path) for path in changes},
            commit_text(act, pen, files_of(act, changes)),
            pen.signature,
            commit_text(Act(action="hand.edit", subject=pen.by_hand), pen, ()),
        )
        return commit if commit != before else None


def commit_text(act: Act, pen: Pen, files: tuple[str, ...]) -> CommitText:
    """An act as a commit message: a line for people, their reason, and trailers for the program."""
    trailers = [("Fk-Action", act.action)]
    if act.record:
        trailers.append(("Fk-Record", f"{files[0]}#{act.record}" if files else act.record))
    if act.fields:
        trailers.append(("Fk-Fields", ", ".join(act.fields)))
    trailers.extend(act.trailers)
    trailers += [("Fk-By", f"{pen.colleague}/{pen.device}"), ("Fk-Version", VERSION)]
    return CommitText(act.subject, act.reason, tuple(trailers))


def files_of(act: Act, changes: Mapping[str, bytes | None]) -> tuple[str, ...]:
    """The files of a change, the one that holds the record of the act first."""
    record = (act.record or "\0").encode()
    return tuple(sorted(changes, key=lambda path: (record not in (changes[path] or b""), path)))


def _applied(files: Files, changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The files as they are after a save."""
    after = {path: changes.get(path, data) for path, data in {**files, **changes}.items()}
    return {path: data for path, data in after.items() if data is not None}


def _story(revision: Revision) -> Story:
    trailers = dict(revision.trailers)
    record = trailers.get("Fk-Record", "").rpartition("#")[2]
    return Story(
        commit=revision.id,
        at=revision.at,
        by=revision.author,
        subject=revision.subject,
        reason=revision.body,
        action=trailers.get("Fk-Action", ""),
        record=record or None,
        undoes=trailers.get(_UNDOES),
    )


def _last_standing(stories: list[Story]) -> Story | None:
    """The newest act that is no undo and has not been undone; never the making of the whole."""
    undone = _undone(stories)
    standing = (s for s in stories[:-1] if s.undoes is None and s.commit not in undone)
    return next(standing, None)


def _last_undo(stories: list[Story]) -> Story | None:
    """The newest undo that has not been undone, as long as no other act came after it."""
    undone = _undone(stories)
    known = {story.commit for story in stories}
    for story in stories:
        if story.undoes is None:
            return None
        if story.action != REDO and story.commit not in undone and story.undoes in known:
            return story
    return None


def _undone(stories: list[Story]) -> set[str]:
    """What has been taken back, undos that were taken back again among them."""
    undone: set[str] = set()
    for story in stories:  # the newest first: what took this one back has been seen already
        if story.undoes and story.commit not in undone:
            undone.add(story.undoes)
    return undone
