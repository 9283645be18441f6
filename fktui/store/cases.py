"""The families of a store: reading, creating, changing, undoing, looking back.

A change is a function from what was read to what it becomes. It runs under the family's lock, so
two programs that change one family do so one after the other, and both changes are there.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

import msgspec

from fktui.errors import Changed, NotFound, Unreadable, Unsafe
from fktui.model.case import FILES, JOURNALS, Case
from fktui.model.ids import is_case_id
from fktui.model.issue import Issue, Level, Place
from fktui.model.stored import Act, Change, Loaded, Saved, Story
from fktui.model.team import Colleague
from fktui.store.disk.files import fingerprint
from fktui.store.places import Places
from fktui.store.repository import CommitText, Repository, Revision, Signature
from fktui.store.schema import Decoded, decode_case, encode_changes
from fktui.store.whereabouts import Wanted, place_of

_NOT_OPENED = ("symlink", "not-a-file", "too-large")

VERSION = "1"
"""The version of the trailers in a commit."""


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


class CaseStore:
    """All families in one store."""

    def __init__(self, places: Places, colleagues: Iterable[Colleague] = ()) -> None:
        self.places = places
        self.colleagues = tuple(colleagues)
        self._known = frozenset(colleague.id for colleague in self.colleagues)

    def case_ids(self) -> tuple[str, ...]:
        """The ids of all families, in order. A link or a folder with another name is none."""
        try:
            # The kind of an entry comes with its name: no look at each of ten thousand folders.
            with os.scandir(self.places.cases) as entries:
                found = [e.name for e in entries if e.is_dir(follow_symlinks=False)]
        except FileNotFoundError:
            return ()
        return tuple(sorted(filter(is_case_id, found)))

    def has(self, case_id: str) -> bool:
        """Whether there is a family with exactly this id."""
        folder = self.places.case(case_id)
        return is_case_id(case_id) and folder.is_dir() and not folder.is_symlink()

    def foreign(self) -> tuple[str, ...]:
        """Names beside the families that are not ours; they are never read."""
        known = frozenset(self.case_ids())
        if not self.places.cases.is_dir():
            return ()
        return tuple(sorted(e.name for e in self.places.cases.iterdir() if e.name not in known))

    def repository(self, case_id: str) -> Repository:
        """The Git repository of a family.

        Raises:
            NotFound: there is no such family.
            Unsafe: the folder is a link.
        """
        folder = self.places.case(case_id)
        if not is_case_id(case_id):
            raise NotFound("case-not-found", given=case_id)
        if folder.is_symlink():
            raise Unsafe("case-is-link", where=case_id)
        if not folder.is_dir():
            raise NotFound("case-not-found", given=case_id)
        return Repository(folder)

    def load(self, case_id: str) -> Loaded:
        """A family as its files are now; an interrupted save is finished first."""
        repository = self.repository(case_id)
        repository.recover()
        return self._read_files(repository, case_id)[1]

    def load_at(self, case_id: str, moment: datetime) -> Loaded:
        """A family as it was recorded at that moment.

        Raises:
            NotFound: the history begins later.
        """
        revision = self.repository(case_id).revision_on(moment)
        if revision is None:
            raise NotFound("history-begins-later", given=case_id)
        return self.load_revision(case_id, revision)

    def load_revision(self, case_id: str, revision: str) -> Loaded:
        """A family as one commit has it."""
        files = self.repository(case_id).files_at(revision)
        decoded = decode_case(files, case_id, self._known)
        return _loaded(decoded, {}, (), revision)

    def create(self, case: Case, act: Act, pen: Pen, readme: str) -> Loaded:
        """A new family: its folder appears whole, with its first commit, or not at all.

        Raises:
            Unreadable: no text can be made that is read back as this record; nothing is made.
        """
        files: dict[str, bytes] = {"README.md": readme.encode()}
        files |= {path: data for path, data in encode_changes(None, case, {}, {}).items() if data}
        self.places.cases.mkdir(exist_ok=True)
        text = commit_text(act, pen, _files_of(act, files))
        Repository.create(self.places.case(case.id), files, text, pen.signature)
        return self.load(case.id)

    def change(
        self,
        case_id: str,
        edit: Callable[[Loaded], Change],
        pen: Pen,
        seen: Loaded | None = None,
    ) -> Saved:
        """Change a family: one act, one commit, all files or none.

        Args:
            case_id: which family.
            edit: from what is there now to what it becomes.
            pen: who writes.
            seen: what the coach saw when the change was made up; a file that is different by now
                is not overwritten.

        Raises:
            Unreadable: a file of the family is broken, so the family is read-only; or the change
                would make one that cannot be read back, such as a note that is too long.
            Changed: a file to be written is not what was seen.
            Busy: another program works in this family.
        """
        repository = self.repository(case_id)
        with repository.lock():
            repository.recover()
            files, loaded = self._read_files(repository, case_id)
            if loaded.broken:
                raise Unreadable("case-broken", loaded.broken, case=case_id)
            change = edit(loaded)
            changes = encode_changes(loaded.case, change.case, files, loaded.paths)
            after = self._decoded(_applied(files, changes), loaded.foreign, case_id)
            if after.broken:
                raise Unreadable("would-break", after.broken, case=case_id)
            commit = self._save(repository, change.act, changes, seen or loaded, pen)
            return Saved(loaded=after if commit else loaded, commit=commit, act=change.act)

    def undo(self, case_id: str, pen: Pen, act_for: Callable[[Story], Act]) -> Saved:
        """Take back the last act that still stands, in a new commit. Nothing is rewritten.

        Raises:
            NotFound: nothing is left to undo but the making of the family itself.
            Changed: a file of that act was changed by hand since.
        """
        repository = self.repository(case_id)
        with repository.lock():
            repository.recover()
            story = _last_standing(self._stories(repository))
            if story is None:
                raise NotFound("nothing-to-undo", given=case_id)
            now, loaded = self._read_files(repository, case_id)
            changes: dict[str, bytes | None] = {}
            for path, (before, after) in repository.commit_files(story.commit).items():
                if now.get(path) != after:
                    raise Changed("undo-changed", file=path)
                changes[path] = before
            act = act_for(story)
            commit = self._save(repository, act, changes, loaded, pen)
            restored = self._decoded(_applied(now, changes), loaded.foreign, case_id)
            return Saved(loaded=restored, commit=commit, act=act)

    def hand_edits(self, case_id: str) -> tuple[tuple[str, str], ...]:
        """Files that differ from the last commit: path, and added, changed or removed."""
        return tuple((e.path, e.kind) for e in self.repository(case_id).hand_edits())

    def recorded(self, case_id: str) -> Loaded:
        """A family as its last commit has it, without what was changed by hand since."""
        return self.load_revision(case_id, self.repository(case_id).head() or "")

    def places_of(self, case_id: str, wanted: Iterable[Wanted]) -> list[Place]:
        """Where fields of records stand in the files as they are now."""
        files = self.repository(case_id).read().files
        return [place_of(files, one) for one in wanted]

    def record_hand_edits(self, case_id: str, act: Act, pen: Pen) -> Saved:
        """Put what somebody changed by hand into the history, in a commit that says so.

        Raises:
            Unreadable: what was written does not fit; nothing is recorded.
        """
        repository = self.repository(case_id)
        with repository.lock():
            repository.recover()
            files, loaded = self._read_files(repository, case_id)
            if loaded.broken:
                raise Unreadable("case-broken", loaded.broken, case=case_id)
            edited = tuple(edit.path for edit in repository.hand_edits())
            changes = {path: files.get(path) for path in edited}
            commit = self._save(repository, act, changes, loaded, pen)
            return Saved(loaded=loaded, commit=commit if edited else None, act=act)

    def stories(self, case_id: str, record: str | None = None) -> list[Story]:
        """The history of a family, newest first; of one record when its id is given."""
        stories = self._stories(self.repository(case_id))
        return [s for s in stories if record is None or s.record == record]

    def _stories(self, repository: Repository) -> list[Story]:
        return [_story(revision) for revision in repository.history()]

    def _read_files(self, repository: Repository, case_id: str) -> tuple[dict[str, bytes], Loaded]:
        folder = repository.read()
        foreign = tuple((entry.path, entry.why) for entry in folder.foreign)
        return folder.files, self._decoded(folder.files, foreign, case_id)

    def _decoded(
        self, files: Mapping[str, bytes], foreign: tuple[tuple[str, str], ...], case_id: str
    ) -> Loaded:
        decoded = decode_case(files, case_id, self._known)
        fingerprints = {path: fingerprint(data) for path, data in files.items()}
        return _loaded(decoded, fingerprints, foreign, None)

    def _save(
        self,
        repository: Repository,
        act: Act,
        changes: Mapping[str, bytes | None],
        seen: Loaded,
        pen: Pen,
    ) -> str | None:
        if not changes:
            return None
        before = repository.head()
        commit = repository.save(
            changes,
            {path: seen.fingerprints.get(path) for path in changes},
            commit_text(act, pen, _files_of(act, changes)),
            pen.signature,
            commit_text(Act(action="hand.edit", subject=pen.by_hand), pen, ()),
        )
        return commit if commit != before else None


def _applied(files: Mapping[str, bytes], changes: Mapping[str, bytes | None]) -> dict[str, bytes]:
    """The files as they are after a save."""
    after = {path: changes.get(path, data) for path, data in {**files, **changes}.items()}
    return {path: data for path, data in after.items() if data is not None}


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


def _files_of(act: Act, changes: Mapping[str, bytes | None]) -> tuple[str, ...]:
    """The files of a change, the one that holds the record of the act first."""
    record = (act.record or "\0").encode()
    return tuple(sorted(changes, key=lambda path: (record not in (changes[path] or b""), path)))


def _loaded(
    decoded: Decoded,
    fingerprints: Mapping[str, str],
    foreign: tuple[tuple[str, str], ...],
    revision: str | None,
) -> Loaded:
    return Loaded(
        case=decoded.case,
        issues=(*_closed(foreign), *decoded.issues),
        fingerprints=fingerprints,
        paths=decoded.paths,
        foreign=foreign,
        revision=revision,
    )


def _closed(foreign: Iterable[tuple[str, str]]) -> Iterator[Issue]:
    """Files of ours that were not opened: without them the family may not be written."""
    for path, why in foreign:
        ours = path in FILES.values() or path.partition("/")[0] in (*JOURNALS, "people")
        if ours and why in _NOT_OPENED:
            facts = {"where": path, "found": why}
            yield Issue(level=Level.ERROR, code=why, place=Place(path), facts=facts)


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
        undoes=trailers.get("Fk-Undoes"),
    )


def _last_standing(stories: list[Story]) -> Story | None:
    """The newest act that is no undo and has not been undone; never the making of the family."""
    undone = {story.undoes for story in stories if story.undoes}
    standing = (s for s in stories[:-1] if s.undoes is None and s.commit not in undone)
    return next(standing, None)
