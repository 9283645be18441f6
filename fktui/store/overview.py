"""The overview of all families: a disposable SQLite file beside the store, made from its files.

Deleting it costs time, never data. It knows no rules: a function from above says what is kept of
a family. Which words are found where is in `overview_search`, what is due when in `due_rows`;
whether a family changed since it was read is in `overview_marks`.
"""

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from fktui import __version__
from fktui.store import overview_marks
from fktui.store.overview_marks import UNKNOWN, Known, Stale
from fktui.store.overview_rows import DueRow, Entry, Line, Reach, Row
from fktui.store.places import Places

SCHEMA = 1
"""The version of the tables; a file with another one is made anew."""

DAY_SHIFT = 24
"""The number of an entry begins with its day, so that the newest comes first without sorting."""

_PATIENCE = 5.0
# So many families in one transaction: another fk is not kept waiting, and Ctrl-C loses little.
_PORTION = 100

_TABLES = f"""
CREATE TABLE about (key TEXT PRIMARY KEY, value INTEGER);
CREATE TABLE colleague (id TEXT PRIMARY KEY, name TEXT);
CREATE TABLE family (number INTEGER PRIMARY KEY, {", ".join(f'"{f}"' for f in Line._fields)},
    files INTEGER, watched TEXT, mark_0 INTEGER, mark_1 INTEGER, mark_2 INTEGER, mark_3 INTEGER);
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
CREATE VIRTUAL TABLE terms USING fts5vocab (words, 'row');
PRAGMA user_version = {SCHEMA};
"""  # noqa: S608 - the names are those of our own rows

Read = Callable[[str], Row]
"""What is kept of a family, read from its files."""


class FamilyDue(NamedTuple):
    """A deadline with the family it is of."""

    case_id: str
    name: str
    status: str
    due: DueRow


class Overview:
    """The overview of one store, opened. A context manager."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._cases = f"{places.cases}/"
        self.database = _opened(places.index) or _in_memory()

    def __enter__(self) -> "Overview":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.database.close()

    # --- fresh -----------------------------------------------------------------------------

    def stale(self, reach: Reach) -> Stale:
        """Which families must be read again, as far as a look with this reach tells."""
        trusted = self._about("rules") == self._rules()
        mark = f"mark_{reach.value}" if trusted else str(UNKNOWN)
        found = self.database.execute(f"SELECT case_id, {mark}, watched FROM family")  # noqa: S608
        return overview_marks.stale(self._cases, map(Known._make, found.fetchall()), reach)

    def reach_within(self, looks: int) -> Reach:
        """The furthest reach for the list that asks no more looks at the disk than this."""
        files, watched, families = self.database.execute(
            "SELECT total(files), total(length(watched) - length(replace(watched, char(10), ''))),"
            " count(*) FROM family"
        ).fetchone()
        if files <= looks:
            return Reach.EVERYTHING
        return Reach.COLUMNS if watched + families <= looks else Reach.HEAD

    def refresh(
        self, found: Stale, read: Read, progress: Callable[[int], None] = lambda _done: None
    ) -> None:
        """Read these families again and keep what is found; `progress` is told how many are done.

        Where nothing can be kept (a full disk, a folder that is read-only), the overview goes on
        in memory.
        """
        try:
            self._refresh(found, read, progress)
        except sqlite3.DatabaseError:
            self.database.close()
            self.database = _in_memory()
            everything = overview_marks.stale(self._cases, (), Reach.NAMES)
            self._refresh(everything, read, progress)

    def _refresh(self, found: Stale, read: Read, progress: Callable[[int], None]) -> None:
        with self._transaction():
            if self._about("rules") != self._rules():
                self.database.execute(
                    f"UPDATE family SET mark_0 = {UNKNOWN}, mark_1 = {UNKNOWN},"  # noqa: S608
                    f" mark_2 = {UNKNOWN}, mark_3 = {UNKNOWN}"
                )
                self._note("rules", self._rules())
            for case_id in found.gone:
                self._forget(case_id)
        for start in range(0, len(found.changed), _PORTION):
            rows = []
            for done, case_id in enumerate(found.changed[start : start + _PORTION], start):
                progress(done)
                rows.append(self._read(case_id, read))
            with self._transaction():
                for row, marks in rows:
                    self._forget(row.line.case_id)
                    self._keep(row, marks)

    def _read(self, case_id: str, read: Read) -> tuple[Row, tuple[int, ...]]:
        folder = f"{self._cases}{case_id}/"
        before = overview_marks.marks(folder, "")
        row = read(case_id)
        marks = overview_marks.marks(folder, "\n".join(row.watched))
        # The files that were read are only known now; if any changed meanwhile, look again later.
        same = before[Reach.EVERYTHING] == marks[Reach.EVERYTHING] != UNKNOWN
        return row, marks if same else (UNKNOWN,) * len(Reach)

    def _forget(self, case_id: str) -> None:
        run = self.database.execute
        family = run("SELECT number FROM family WHERE case_id = ?", (case_id,)).fetchone()
        if family is None:
            return
        run(
            "INSERT INTO words (words, rowid, text)"
            " SELECT 'delete', number, text FROM entry WHERE family = ?",
            family,
        )
        for statement in (
            "DELETE FROM entry WHERE family = ?",
            "DELETE FROM due WHERE family = ?",
            "DELETE FROM family WHERE number = ?",
        ):
            run(statement, family)

    def _keep(self, row: Row, marks: tuple[int, ...]) -> None:
        files = len({entry.file for entry in row.entries})
        values = (*row.line, files, "\n".join(row.watched), *marks)
        places = ", ".join("?" * len(values))
        family = self.database.execute(
            f"INSERT INTO family VALUES (NULL, {places})", values  # noqa: S608 - question marks
        ).lastrowid
        self.database.executemany(
            f"INSERT INTO due VALUES (?{', ?' * len(DueRow._fields)})",  # noqa: S608
            [(family, *due) for due in row.dues],
        )
        for entry in row.entries:
            number = self._free_number(entry.on)
            self.database.execute(
                "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", (number, family, *entry)
            )
            self.database.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (number, entry.text)
            )

    def _free_number(self, on: str) -> int:
        day = date.fromisoformat(on).toordinal() if on else 0
        last = self.database.execute(
            "SELECT max(number) FROM entry WHERE number < ?", ((day + 1) << DAY_SHIFT,)
        ).fetchone()[0]
        return max(day << DAY_SHIFT, (last or 0) + 1)

    # --- colleagues ------------------------------------------------------------------------

    @property
    def colleagues_stale(self) -> bool:
        """Whether team.yaml changed since the names in it were kept."""
        return self._about("team") != overview_marks.mark_of_file(f"{self._places.team}/team.yaml")

    def keep_colleagues(self, names: Iterable[tuple[str, str]]) -> None:
        """Keep the names of the colleagues, by id."""
        mark = overview_marks.mark_of_file(f"{self._places.team}/team.yaml")
        with contextlib.suppress(sqlite3.DatabaseError), self._transaction():
            self.database.execute("DELETE FROM colleague")
            self.database.executemany("INSERT OR REPLACE INTO colleague VALUES (?, ?)", names)
            self._note("team", mark)

    # --- what is kept ----------------------------------------------------------------------

    def names(self) -> list[tuple[str, str]]:
        """Id and name of each family, by id."""
        return self.database.execute(
            "SELECT case_id, name FROM family ORDER BY case_id"
        ).fetchall()

    def lines(self, statuses: Iterable[str]) -> list[Line]:
        """The families with one of these statuses; broken ones always."""
        wanted = tuple(statuses)
        found = self.database.execute(
            f"SELECT {', '.join(Line._fields)} FROM family"  # noqa: S608 - our own names
            f" WHERE broken OR status IN ({', '.join('?' * len(wanted))})",
            wanted,
        )
        return [Line._make(row) for row in found.fetchall()]

    def count(self) -> int:
        """How many families there are."""
        count: int = self.database.execute("SELECT count(*) FROM family").fetchone()[0]
        return count

    def colleagues(self) -> dict[str, str]:
        """The names of the colleagues by id."""
        return dict(self.database.execute("SELECT id, name FROM colleague").fetchall())

    def dues(self, until: str, case_id: str | None = None) -> list[FamilyDue]:
        """What is not answered up to and including this day, in the order of time."""
        fields = ", ".join(f'due."{field}"' for field in DueRow._fields)
        found = self.database.execute(
            f"SELECT case_id, name, status, {fields} FROM due"  # noqa: S608 - our own names
            ' JOIN family ON family.number = due.family WHERE due."on" <= ?1'
            " AND (?2 IS NULL OR case_id = ?2)"
            ' ORDER BY due."on", name, due.code, due.record',
            (until, case_id),
        )
        return [FamilyDue(*row[:3], DueRow._make(row[3:])) for row in found.fetchall()]

    # --- small ---------------------------------------------------------------------------

    def _rules(self) -> int:
        """What the rows depend on besides the files of the family: this program, and fk.yaml."""
        mark = overview_marks.mark_of_file(str(self._places.settings))
        return mark ^ zlib.crc32(__version__.encode())

    def _about(self, key: str) -> int | None:
        found = self.database.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return found[0] if found else None

    def _note(self, key: str, value: int) -> None:
        self.database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self.database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.database.rollback()
            raise
        self.database.execute("COMMIT")


def _opened(path: Path) -> sqlite3.Connection | None:
    """The file, made when it is not there or is not ours; None when that cannot be done."""
    try:
        return _connected(path)
    except (sqlite3.DatabaseError, OSError):
        pass
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return _connected(path)
    except (sqlite3.DatabaseError, OSError):
        return None


def _connected(path: Path) -> sqlite3.Connection:
    if not path.exists():
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
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


def _in_memory() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    _prepare(database)
    return database
