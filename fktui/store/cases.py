"""The families of a store: reading, creating, changing, undoing, looking back.

A change is a function from what was read to what it becomes. It runs under the family's lock, so
two programs that change one family do so one after the other, and both changes are there.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial

from fktui.errors import NotFound, Unsafe
from fktui.model.case import FILES, JOURNALS, Case
from fktui.model.ids import is_case_id
from fktui.model.issue import Issue, Level, Place
from fktui.model.network import Network
from fktui.model.stored import Act, Change, Loaded, Saved, Story
from fktui.model.team import Colleague
from fktui.store.git.refs import last_move
from fktui.store.keeper import Changes, Files, Keeper, Pen, commit_text, files_of
from fktui.store.overview.marks import stamp
from fktui.store.places import Places
from fktui.store.repository import Repository
from fktui.store.schema import Decoded, decode_case, decode_record, encode_changes
from fktui.store.whereabouts import Wanted, place_of

__all__ = ["CaseStore", "Pen", "commit_text"]

_NOT_OPENED = ("symlink", "not-a-file", "too-large")


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
        return self._keeper(case_id).load()

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
        text = commit_text(act, pen, files_of(act, files))
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

        def changes(loaded: Loaded, files: Files) -> tuple[Changes, Act]:
            change = edit(loaded)
            return encode_changes(loaded.case, change.case, files, loaded.paths), change.act

        return Saved(**self._keeper(case_id).change(changes, pen, seen)._asdict())

    def undo(self, case_id: str, pen: Pen, act_for: Callable[[Story], Act]) -> Saved:
        """Take back the last act that still stands, in a new commit. Nothing is rewritten.

        Raises:
            NotFound: nothing is left to undo but the making of the family itself.
            Changed: a file of that act was changed by hand since.
        """
        return Saved(**self._keeper(case_id).undo(pen, act_for)._asdict())

    def redo(self, case_id: str, pen: Pen, act_for: Callable[[Story], Act]) -> Saved:
        """Put back what the last undo took away, in a new commit.

        Raises:
            NotFound: nothing was undone, or something else was done since.
            Changed: a file of that act was changed by hand since.
        """
        return Saved(**self._keeper(case_id).redo(pen, act_for)._asdict())

    def hand_edits(self, case_id: str) -> tuple[tuple[str, str], ...]:
        """Files that differ from the last commit: path, and added, changed or removed."""
        return self._keeper(case_id).hand_edits()

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
        return Saved(**self._keeper(case_id).record_hand_edits(act, pen)._asdict())

    def stories(self, case_id: str, record: str | None = None) -> list[Story]:
        """The history of a family, newest first; of one record when its id is given."""
        stories = self._keeper(case_id).stories()
        return [s for s in stories if record is None or s.record == record]

    def stories_since(self, case_id: str, moment: datetime) -> list[Story]:
        """What was recorded of a family at this moment or later, newest first."""
        return self._keeper(case_id).stories_since(moment)

    def touched_since(self, moment: datetime) -> tuple[str, ...]:
        """The families in which something was recorded at this moment or later.

        Only the end of the log of each branch is read; where there is none, its history must tell.
        """
        seconds = moment.timestamp()
        return tuple(
            case_id
            for case_id in self.case_ids()
            if last_move(self.places.case(case_id)) >= seconds
        )

    def earlier(self, case_id: str, paths: Iterable[str]) -> Iterator[Loaded]:
        """A family as it was last recorded, and before each commit that touched these paths.

        The newest first, each read when it is asked for.
        """
        repository = self.repository(case_id)
        yield self.recorded(case_id)
        for revision in repository.history(*paths):
            before = repository.before(revision.id)
            if before is not None:
                yield self.load_revision(case_id, before)

    def networks(self, case_id: str) -> list[tuple[datetime, Network]]:
        """The network of a family after each commit that touched it, the oldest first."""
        file = FILES["network"]
        known: dict[bytes, Network | None] = {}
        found = []
        for at, data in self.repository(case_id).versions(file):
            if data not in known:
                known[data] = decode_record(data, Network, file)[0]
            network = known[data]
            found += [(at, network)] if network is not None else []
        return found

    def stamp(self, case_id: str) -> int:
        """A number that is another one when a file of the family came, went or was edited."""
        return stamp(self.places.case(case_id))

    def _keeper(self, case_id: str) -> Keeper[Loaded]:
        decode = partial(_decode, case_id, self._known)
        return Keeper(self.repository(case_id), decode, case_id, "case-broken")


def _decode(
    case_id: str,
    known: frozenset[str],
    files: Files,
    fingerprints: Mapping[str, str],
    foreign: tuple[tuple[str, str], ...],
) -> Loaded:
    return _loaded(decode_case(files, case_id, known), fingerprints, foreign, None)


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
