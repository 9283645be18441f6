"""The file of the overview: its tables, and opening it whatever state it is in.

A file that is damaged or of another version is made anew; where none can be made, the overview is
kept in memory for as long as the program runs.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from fktui.store.overview.rows import DueRow, Entry, Line

SCHEMA = 3
"""The version of the tables; a file with another one is made anew."""

_PATIENCE = 5.0

# What SQLite calls it when another program holds the file, or the disk will not have it.
_IN_THE_WAY = frozenset(
    (
        *(sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY),
        *(sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN),
    )
)
_DAMAGED = sqlite3.SQLITE_CORRUPT

# Kilobytes of memory, a negative number: with the usual two megabytes a new index takes twice as
# long.
_ROOM = "PRAGMA cache_size = -65536"

_TABLES = f"""
CREATE TABLE about (key TEXT PRIMARY KEY, value INTEGER);
CREATE TABLE colleague (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE family (number INTEGER PRIMARY KEY, {", ".join(f'"{f}"' for f in Line._fields)},
    files INTEGER, watches INTEGER, watched TEXT,
    mark_0 INTEGER, mark_1 INTEGER, mark_2 INTEGER, mark_3 INTEGER);
CREATE UNIQUE INDEX family_id ON family (case_id);
CREATE TABLE due (family INTEGER, {", ".join(f'"{f}"' for f in DueRow._fields)});
CREATE INDEX due_family ON due (family);
CREATE INDEX due_on ON due ("on");
CREATE TABLE entry (number INTEGER PRIMARY KEY, family INTEGER,
    {", ".join(f'"{f}"' for f in Entry._fields)});
CREATE INDEX entry_family ON entry (family);
CREATE INDEX entry_record ON entry (record);
CREATE VIRTUAL TABLE words USING fts5 (text, content='entry', content_rowid='number',
    tokenize="unicode61 remove_diacritics 2");
CREATE TABLE term (word TEXT PRIMARY KEY) WITHOUT ROWID;
PRAGMA user_version = {SCHEMA};
"""


@contextlib.contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside of it, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.rollback()
        raise
    database.execute("COMMIT")


def open_file(path: Path) -> sqlite3.Connection | None:
    """The file, made when it is not there or is not ours; None when that cannot be done."""
    try:
        return _connected(path)
    except OSError:
        return None
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            return None
    try:
        discard(path)
        return _connected(path)
    except (sqlite3.DatabaseError, OSError):
        return None


def in_memory() -> sqlite3.Connection:
    """The same tables, for as long as this program runs."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(database)
    return database


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether a new file would help: not when it is locked, or the disk refuses."""
    return getattr(error, "sqlite_errorcode", _DAMAGED) & 0xFF not in _IN_THE_WAY


def discard(path: Path) -> None:
    """Take the file away, if it can be."""
    for name in (path.name, f"{path.name}-journal"):
        with contextlib.suppress(OSError):
            path.with_name(name).unlink()


def _connected(path: Path) -> sqlite3.Connection:
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        database.execute(_ROOM)
        _prepare(database)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection) -> None:
    """Make the tables where there are none.

    Raises:
        sqlite3.DatabaseError: they are those of another version, or the file is damaged.
    """
    if _version(database) == SCHEMA:
        return
    database.execute("BEGIN IMMEDIATE")
    if _version(database) == 0:
        for statement in _TABLES.split(";\n"):
            database.execute(statement)
    database.execute("COMMIT")
    if _version(database) != SCHEMA:
        raise sqlite3.DatabaseError(SCHEMA)


def _version(database: sqlite3.Connection) -> int:
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version
