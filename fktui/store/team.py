"""The team's own files: read and changed like a family, one act a commit (see `cases`).

The settings of the store, fk.yaml, lie beside them and are read here too; they are written once.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from fktui.model.issue import Issue, Level, Place
from fktui.model.stored import Act, LoadedTeam, SavedTeam, Story, TeamChange
from fktui.model.team import TEAM_FILES, StoreSettings, TeamFolder, team_records
from fktui.store.keeper import Changes, Files, Keeper, Pen
from fktui.store.overview.marks import stamp
from fktui.store.places import Places
from fktui.store.repository import Repository
from fktui.store.schema import decode_parts, decode_record, encode_parts
from fktui.store.whereabouts import Wanted, place_of

_NAME = "team"
_SETTINGS = "fk.yaml"
_PARTS = {name: type(getattr(TeamFolder(), name)) for name in TEAM_FILES}


class TeamStore:
    """The repository `team` of one store."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def load(self) -> LoadedTeam:
        """The team's files as they are now; what is not there is empty."""
        return self._keeper().load()

    def load_all(self) -> tuple[StoreSettings | None, LoadedTeam]:
        """The settings too, None when too little of them can be read; from one look at the disk."""
        repository = Repository(self.places.team)
        repository.recover()
        files = repository.read().files
        settings, issues = decode_record(files.get(_SETTINGS, b""), StoreSettings, _SETTINGS)
        loaded = _decode(files, {}, ())
        told = (*(_in_team(issue) for issue in issues), *loaded.issues)
        return settings, LoadedTeam(folder=loaded.folder, issues=told)

    def change(self, edit: Callable[[LoadedTeam], TeamChange], pen: Pen) -> SavedTeam:
        """Change the team's files: one act, one commit, all files or none.

        Raises:
            Unreadable: one of them is broken, or the change would make one that is.
            Busy: another program works in the folder.
        """

        def changes(loaded: LoadedTeam, files: Files) -> tuple[Changes, Act]:
            change = edit(loaded)
            return encode_parts(loaded.folder, change.folder, files, TEAM_FILES), change.act

        return SavedTeam(**self._keeper().change(changes, pen)._asdict())

    def undo(self, pen: Pen, act_for: Callable[[Story], Act]) -> SavedTeam:
        """Take back the last act on the team's files, in a new commit.

        Raises:
            NotFound: nothing is left to undo but the making of the store.
            Changed: a file of that act was changed by hand since.
        """
        return SavedTeam(**self._keeper().undo(pen, act_for)._asdict())

    def redo(self, pen: Pen, act_for: Callable[[Story], Act]) -> SavedTeam:
        """Put back what the last undo took away, in a new commit.

        Raises:
            NotFound: nothing was undone, or something else was done since.
            Changed: a file of that act was changed by hand since.
        """
        return SavedTeam(**self._keeper().redo(pen, act_for)._asdict())

    def hand_edits(self) -> tuple[tuple[str, str], ...]:
        """Files that differ from the last commit: path, and added, changed or removed."""
        return self._keeper().hand_edits()

    def record_hand_edits(self, act: Act, pen: Pen) -> SavedTeam:
        """Put what somebody changed by hand into the history.

        Raises:
            Unreadable: what was written does not fit; nothing is recorded.
        """
        return SavedTeam(**self._keeper().record_hand_edits(act, pen)._asdict())

    def stories(self) -> list[Story]:
        """The history of the team's files, newest first."""
        return self._keeper().stories()

    def stamp(self) -> int:
        """A number that is another one when a file of the team came, went or was edited."""
        return stamp(self.places.team)

    def _keeper(self) -> Keeper[LoadedTeam]:
        return Keeper(Repository(self.places.team), _decode, _NAME, "team-broken")


def _decode(
    files: Files, fingerprints: Mapping[str, str], foreign: tuple[tuple[str, str], ...]
) -> LoadedTeam:
    parts, issues = decode_parts(files, TEAM_FILES, _PARTS)
    folder = TeamFolder(**{name: part for name, part in parts.items() if part is not None})
    found = (*issues, *_twice(folder, files))
    return LoadedTeam(
        folder=folder,
        issues=tuple(_in_team(issue) for issue in found),
        fingerprints=fingerprints,
        foreign=foreign,
    )


def _twice(folder: TeamFolder, files: Files) -> Iterator[Issue]:
    """Ids that stand twice: which of the two is meant would be a guess."""
    located = [(one.kind.path[0], one.record.id) for one in team_records(folder)]
    counts = Counter(record for _part, record in located)
    for part, record in dict.fromkeys(located):
        if counts[record] > 1:
            place = place_of(files, Wanted(TEAM_FILES[part], record, "id"))
            yield Issue(level=Level.ERROR, code="duplicate-id", place=place, record=record)


def _in_team(issue: Issue) -> Issue:
    """The issue with the path of its file as seen from the store."""
    place = issue.place
    if place is None or place.file.startswith(f"{_NAME}/"):
        return issue
    where = Place(f"{_NAME}/{place.file}", place.line, place.column, place.field)
    return Issue(
        level=issue.level, code=issue.code, place=where, record=issue.record, facts=issue.facts
    )
