"""A finding about data, as a value: one broken goal must not hide the other nine."""

from enum import Enum
from typing import Any

import msgspec


class Level(str, Enum):
    """How bad it is: an error makes the file read-only, a warning does not, a notice is advice."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Place(msgspec.Struct, frozen=True):
    """Where: a file inside the family's folder, line and column from 1, field as a dotted path."""

    file: str
    line: int | None = None
    column: int | None = None
    field: str | None = None


class Issue(msgspec.Struct, frozen=True):
    """Something that is not right.

    Attributes:
        level: how bad.
        code: which sentence (`words.say`), stable, in `--json` too.
        place: where in the files, when it is about a file.
        record: the id it is about, when there is one.
        facts: what the sentence needs. May hold case text: an issue is shown, never logged.
    """

    level: Level
    code: str
    place: Place | None = None
    record: str | None = None
    facts: dict[str, Any] = {}
