"""What the store hands out and takes in: records, so that others can name them without a store."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import msgspec

from fktui.model.case import Case
from fktui.model.issue import Issue, Level
from fktui.model.team import TeamFolder


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """A family as it was read.

    Attributes:
        case: what could be read; what could not is in `issues`.
        issues: what is wrong in the files, errors first.
        fingerprints: of every file that was read, to notice that somebody else was first.
        paths: which file each journal entry came from, by its id.
        foreign: what lies in the folder and was not read, because it is not ours: path and why.
        revision: the commit it was read from; None for the files as they are now.
    """

    case: Case
    issues: tuple[Issue, ...] = ()
    fingerprints: Mapping[str, str] = {}
    paths: Mapping[str, str] = {}
    foreign: tuple[tuple[str, str], ...] = ()
    revision: str | None = None

    @property
    def broken(self) -> tuple[Issue, ...]:
        """The errors that make this family read-only."""
        return tuple(issue for issue in self.issues if issue.level is Level.ERROR)


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What a coach did, in the words of the history.

    Attributes:
        action: noun.verb from a closed list (`goal.score`), for trailers and statistics.
        subject: the line in `git log`: case words, ids, never a name of a person.
        record: the id it is about.
        fields: names of the fields that changed; their values are in the diff.
        reason: the coach's own words, kept in the commit below the subject.
        trailers: more facts for the machine, such as which commit an undo undoes.
    """

    action: str
    subject: str
    record: str | None = None
    fields: tuple[str, ...] = ()
    reason: str = ""
    trailers: tuple[tuple[str, str], ...] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A case as it becomes, and the act that makes it so."""

    case: Case
    act: Act


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a save: the new state, and the commit (None when nothing was different)."""

    loaded: Loaded
    commit: str | None
    act: Act


class Story(NamedTuple):
    """One commit, as history shows it."""

    commit: str
    at: datetime
    by: str
    subject: str
    reason: str
    action: str
    record: str | None
    undoes: str | None


class LoadedTeam(msgspec.Struct, frozen=True, kw_only=True):
    """The team's own files as they were read; see `Loaded`."""

    folder: TeamFolder = TeamFolder()
    issues: tuple[Issue, ...] = ()
    fingerprints: Mapping[str, str] = {}
    foreign: tuple[tuple[str, str], ...] = ()

    @property
    def broken(self) -> tuple[Issue, ...]:
        """The errors that make the team's files read-only."""
        return tuple(issue for issue in self.issues if issue.level is Level.ERROR)


class TeamChange(msgspec.Struct, frozen=True, kw_only=True):
    """The team's files as they become, and the act that makes them so."""

    folder: TeamFolder
    act: Act


class SavedTeam(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a save: the new state, and the commit (None when nothing was different)."""

    loaded: LoadedTeam
    commit: str | None
    act: Act
