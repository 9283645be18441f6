"""What can stop fk, in one list. Imports nothing of ours.

An error carries facts, never prose: `words.say` makes the sentence. A log gets only its type. A
about the contents of a case file is not an error but an `Issue` (model/issue.py).

    FkError
    ├── WrongUse          2    the command was typed wrongly
    ├── NoStore           3
    ├── NotFound, Ambiguous, AlreadyExists    4
    ├── Unreadable        5    a file of a case cannot be read
    ├── Changed           6    somebody else was first
    ├── GitMissing, GitFailed                 9
    ├── Busy              10
    ├── NoConsent         11
    ├── Missing           12   a template or data for it
    ├── NewerStore        15
    └── Unsafe            16   a folder that could harm the computer
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What a process of fk ends with. Numbers are promised: never renumbered, never reused."""

    DONE = 0
    BUG = 1
    USAGE = 2
    NO_STORE = 3
    NOT_FOUND = 4
    UNREADABLE = 5
    CHANGED = 6
    QUESTIONS = 7
    FINDINGS = 8
    GIT = 9
    BUSY = 10
    NO_CONSENT = 11
    MISSING = 12
    NO_KEY = 13
    REWRITTEN = 14
    NEWER = 15
    UNSAFE = 16
    INTERRUPTED = 130


class FkError(Exception):
    """Something that stops us, expected.

    Attributes:
        code: which sentence belongs to it; a key of the catalogue in `words.say`.
        facts: what the sentence needs. May name people of a case: shown to the coach, never logged.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Mapping[str, object] = facts

    def __str__(self) -> str:
        return f"{type(self).__name__}({self.code}, {dict(self.facts)})"


class WrongUse(FkError):
    """The words of a command do not fit; nothing was done."""

    exit_code = ExitCode.USAGE


class NoStore(FkError):
    """There is no store here, or the one that is named is none."""

    exit_code = ExitCode.NO_STORE


class NotFound(FkError):
    """No such family or record. Facts: kind, given."""

    exit_code = ExitCode.NOT_FOUND


class Ambiguous(FkError):
    """More than one fits. Facts: kind, given, candidates."""

    exit_code = ExitCode.NOT_FOUND


class AlreadyExists(FkError):
    """It is there already. Facts: kind, given."""

    exit_code = ExitCode.NOT_FOUND


class Unreadable(FkError):
    """A file of the case cannot be read, so nothing that needs it can be written.

    Attributes:
        issues: what is wrong, each with file, line and field.
    """

    exit_code = ExitCode.UNREADABLE

    def __init__(self, code: str, issues: tuple[object, ...] = (), **facts: object) -> None:
        super().__init__(code, **facts)
        self.issues = issues


class Changed(FkError):
    """A file is no longer what was read; nothing was written. Facts: file."""

    exit_code = ExitCode.CHANGED


class GitMissing(FkError):
    """No usable Git program on this computer. Facts: found (version or None)."""

    exit_code = ExitCode.GIT


class GitFailed(FkError):
    """Git refused. Facts: command, status, said."""

    exit_code = ExitCode.GIT


class DiskFailed(FkError):
    """The disk refused: full, read-only, gone. Facts: file, reason, kept (journal complete?)."""

    exit_code = ExitCode.GIT


class Busy(FkError):
    """Another fk works in this family. Facts: case."""

    exit_code = ExitCode.BUSY


class NoConsent(FkError):
    """Nobody said yes, so it is not shared. Facts: recipient, missing."""

    exit_code = ExitCode.NO_CONSENT


class Missing(FkError):
    """A template, or data that the template needs, is not there. Facts: template, missing."""

    exit_code = ExitCode.MISSING


class NewerStore(FkError):
    """The store was written by a newer fk. Facts: format, known."""

    exit_code = ExitCode.NEWER


class Unsafe(FkError):
    """Refused because it could run something or lead out of the store. Facts: where, found."""

    exit_code = ExitCode.UNSAFE
