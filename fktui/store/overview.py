"""The overview of all families: a disposable SQLite file beside the store, made from its files.

Deleting it costs time, never data. It knows no rules: a function from above says what is kept of
a family. Which words are found where is in `overview_search`, what is due when in `due_rows`;
whether a family changed since it was read is in `overview_marks`.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from fktui import __version__
from fktui.store import overview_marks
from fktui.store.overview_marks import UNKNOWN, Known, Stale
from fktui.store.overview_file import in_memory, open_file, transaction
from fktui.store.overview_rows import DueRow, Entry, Hit, Line, Reach, Row
from fktui.store.overview_search import search, words_in
from fktui.store.places import Places

DAY_SHIFT = 24
"""The number of an entry begins with its day, so that the newest comes first without sorting."""

# So many families in one transaction: another fk is not kept waiting, and Ctrl-C loses little.
_PORTION = 100


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 - question marks


_INSERT_FAMILY = _insert("family", 1 + len(Line._fields) + 2 + len(Reach))
_INSERT_DUE = _insert("due", 1 + len(DueRow._fields))
_INSERT_ENTRY = _insert("entry", 2 + len(Entry._fields))

Read = Callable[[str], Row]
"""What is kept of a family, read from its files."""


class FamilyDue(NamedTuple):
    """A deadline with the family it is of."""

    case_id: str
    name: str
    status: str
    due: DueRow


class Overview:
    """The overview of one store, opened."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._cases = f"{places.cases}/"
        self.database = open_file(places.overview) or in_memory()

    def close(self) -> None:
        """Let go of the file."""
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
            self.database = in_memory()
            everything = overview_marks.stale(self._cases, (), Reach.NAMES)
            self._refresh(everything, read, progress)

    def _refresh(self, found: Stale, read: Read, progress: Callable[[int], None]) -> None:
        with transaction(self.database):
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
            with transaction(self.database):
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
        values = (None, *row.line, files, "\n".join(row.watched), *marks)
        family = self.database.execute(_INSERT_FAMILY, values).lastrowid
        self.database.executemany(_INSERT_DUE, [(family, *due) for due in row.dues])
        for entry in row.entries:
            number = self._free_number(entry.on)
            self.database.execute(_INSERT_ENTRY, (number, family, *entry))
            self.database.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (number, entry.text)
            )
        self.database.executemany(
            "INSERT OR IGNORE INTO term VALUES (?)",
            [(word,) for word in words_in(entry.text for entry in row.entries)],
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
        with contextlib.suppress(sqlite3.DatabaseError), transaction(self.database):
            self.database.execute("DELETE FROM colleague")
            self.database.executemany("INSERT OR REPLACE INTO colleague VALUES (?, ?)", names)
            self._note("team", mark)

    # --- what is kept ----------------------------------------------------------------------

    def names(self) -> list[tuple[str, str]]:
        """Id and name of each family, by id."""
        return self.database.execute("SELECT case_id, name FROM family ORDER BY case_id").fetchall()

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
        return [FamilyDue(row[0], row[1], row[2], DueRow._make(row[3:])) for row in found]

    def search(self, asked: str, case_id: str | None = None, limit: int = 50) -> list[Hit]:
        """Entries with these words; see `overview_search.search`."""
        return search(self.database, asked, case_id, limit)

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
