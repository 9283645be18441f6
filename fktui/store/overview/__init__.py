"""The overview of all families: a disposable SQLite file beside the store, made from its files.

Deleting it costs time, never data. It knows no rules: a function from above says what is kept of
a family. Which words are found where is in `overview_search`, whether a family changed since it
was read in `overview_marks`, the file itself in `overview_file`.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from fktui import __version__
from fktui.store.overview import marks as overview_marks
from fktui.store.overview.at_once import Pending, at_once, begun
from fktui.store.overview.file import discard, in_memory, is_damage, open_file, transaction
from fktui.store.overview.marks import UNKNOWN, Stale
from fktui.store.overview.rows import (
    DueRow,
    Entry,
    FamilyDue,
    Hit,
    Line,
    Reach,
    Row,
    from_plain,
    to_plain,
)
from fktui.store.places import Places

# The number of an entry begins with its day.
_DAY_SHIFT = 24
# So many families in one transaction: another fk is not kept waiting, and Ctrl-C loses little.
_PORTION = 200
# With fewer than this, a second process is not worth its making.
_PART = 16
# With more families than this it takes longer to look at all of them than to copy this process.
_MANY = 500
# So many that were read last are looked at first.
_RECENT = 16


def _insert(table: str, columns: int) -> str:
    return f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})"  # noqa: S608 - question marks


_INSERT_FAMILY = _insert("family", 1 + len(Line._fields) + 3 + len(Reach))
_INSERT_DUE = _insert("due", 1 + len(DueRow._fields))
_INSERT_ENTRY = _insert("entry", 2 + len(Entry._fields))

_NO_MARKS = ", ".join(f"mark_{reach.value} = {UNKNOWN}" for reach in Reach)
_TRUST_NOTHING = f"UPDATE family SET {_NO_MARKS}"  # noqa: S608 - our own names
_LAST_NUMBER = "SELECT max(number) FROM entry WHERE number < ?"
_FORGET = (
    """INSERT INTO words (words, rowid, text)
    SELECT 'delete', number, text FROM entry WHERE family = ?""",
    "DELETE FROM entry WHERE family = ?",
    "DELETE FROM due WHERE family = ?",
    "DELETE FROM family WHERE number = ?",
)
_DUES = f"""
SELECT case_id, name, status, {", ".join(f'due."{field}"' for field in DueRow._fields)}
FROM due JOIN family ON family.number = due.family
WHERE due."on" <= ?1 AND (?2 IS NULL OR case_id = ?2)
ORDER BY due."on", name, due.code, due.record
"""  # noqa: S608 - our own names

# What `to_plain` makes of a family, with its marks.
_Read = tuple[tuple[Any, ...], tuple[int, ...]]

_COUNT = "SELECT count(*) FROM family"

Read = Callable[[str], Row]
"""What is kept of a family, read from its files."""


class Overview:
    """The overview of one store, opened.

    Whatever goes wrong with its own file is its own business: a damaged one is made anew, and
    where none can be written it goes on in memory.
    """

    def __init__(
        self, places: Places, read: Read, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Open it; nothing is read yet.

        Args:
            places: the store.
            read: what is to be kept of a family.
            progress: told how many families were read, and how many there are to read.
        """
        self._places = places
        self._cases = f"{places.cases}/"
        self._read = read
        self._progress = progress or (lambda _done, _all: None)
        self._database = open_file(places.overview) or in_memory()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # --- fresh -----------------------------------------------------------------------------

    def freshen(self, reach: Reach) -> None:
        """Read the families again that changed, as far as a look with this reach tells."""
        trusted = self._about("rules") == self._rules()
        mark = f"mark_{reach.value}" if trusted else str(UNKNOWN)
        ahead = self._ahead(mark, reach) if trusted else None
        known = self._ask(f"SELECT case_id, {mark}, watched FROM family")  # noqa: S608 - a number
        found = overview_marks.stale(self._cases, known, reach)
        read = (ahead.answer() if ahead else None) or []
        if found.changed or found.gone:
            try:
                self._read_again(found, read)
            except sqlite3.DatabaseError as error:
                self._start_over(error)

    def _ahead(self, mark: str, reach: Reach) -> Pending | None:
        """Among many families, begin to read before all are looked at.

        What was read last is likely to be edited again.
        """
        if self._ask(_COUNT)[0][0] < _MANY:
            return None
        recent = self._ask(
            f"SELECT case_id, {mark}, watched FROM family"  # noqa: S608 - our own names
            f" ORDER BY number DESC LIMIT {_RECENT}"
        )
        edited = overview_marks.edited(self._cases, recent, reach)
        return begun(self._rows, edited)

    def reach_within(self, looks: int) -> Reach:
        """The furthest reach for the list that asks no more looks at the disk than this."""
        files, watched = self._ask("SELECT total(files), total(watches) FROM family")[0]
        if files <= looks:
            return Reach.EVERYTHING
        return Reach.COLUMNS if watched <= looks else Reach.HEAD

    def _start_over(self, error: sqlite3.DatabaseError) -> None:
        """Go on with a new file, or in memory where the disk or another program is in the way."""
        self._database.close()
        if is_damage(error):
            discard(self._places.overview)
        self._database = (is_damage(error) and open_file(self._places.overview)) or in_memory()
        self._read_again(overview_marks.stale(self._cases, (), Reach.NAMES))

    def _read_again(self, found: Stale, read: Sequence[_Read] = ()) -> None:
        with transaction(self._database):
            if self._about("rules") != self._rules():
                self._run(_TRUST_NOTHING)
                self._note("rules", self._rules())
            for case_id in found.gone:
                self._forget(case_id)
        ready = {flat[0][0]: (flat, marks) for flat, marks in read}
        self._keep_all([ready[case_id] for case_id in found.changed if case_id in ready])
        waiting = [case_id for case_id in found.changed if case_id not in ready]
        for start in range(0, len(waiting), _PORTION):
            self._progress(start, len(waiting))
            self._keep_all(at_once(self._rows, waiting[start : start + _PORTION], _PART))

    def _rows(self, case_ids: Sequence[str]) -> list[_Read]:
        return [*map(self._row, case_ids)]

    def _keep_all(self, read: Sequence[_Read]) -> None:
        with transaction(self._database):
            for flat, marks in read:
                row = from_plain(flat)
                self._forget(row.line.case_id)
                self._keep(row, marks)

    def _row(self, case_id: str) -> _Read:
        folder = f"{self._cases}{case_id}/"
        before = overview_marks.marks(folder, "")
        row = self._read(case_id)
        marks = overview_marks.marks(folder, "\n".join(row.watched))
        # Which files the line is made from is only known now: all must be as they were.
        same = before[Reach.EVERYTHING] == marks[Reach.EVERYTHING] != UNKNOWN
        return to_plain(row), marks if same else (UNKNOWN,) * len(Reach)

    def _forget(self, case_id: str) -> None:
        for (number,) in self._run("SELECT number FROM family WHERE case_id = ?", case_id):
            for statement in _FORGET:
                self._run(statement, number)

    def _keep(self, row: Row, marks: tuple[int, ...]) -> None:
        from fktui.store.overview.search import words_in  # as in `search`

        files = len({entry.file for entry in row.entries})
        counts = (files, len(row.watched), "\n".join(row.watched))
        self._run(_INSERT_FAMILY, None, *row.line, *counts, *marks)
        family = self._run("SELECT last_insert_rowid()")[0][0]
        self._many(_INSERT_DUE, [(family, *due) for due in row.dues])
        numbers = self._free_numbers(row.entries)
        self._many(
            _INSERT_ENTRY, [(n, family, *e) for n, e in zip(numbers, row.entries, strict=True)]
        )
        texts = [entry.text for entry in row.entries]
        self._many(
            "INSERT INTO words (rowid, text) VALUES (?, ?)", zip(numbers, texts, strict=True)
        )
        self._many("INSERT OR IGNORE INTO term VALUES (?)", [(word,) for word in words_in(texts)])

    def _free_numbers(self, entries: Iterable[Entry]) -> list[int]:
        """The next number of its day for each: the newest first is the highest number first."""
        following: dict[int, int] = {}
        numbers = []
        for entry in entries:
            day = date.fromisoformat(entry.on).toordinal() if entry.on else 0
            if day not in following:
                last = self._run(_LAST_NUMBER, (day + 1) << _DAY_SHIFT)[0][0]
                following[day] = max(day << _DAY_SHIFT, (last or 0) + 1)
            numbers.append(following[day])
            following[day] += 1
        return numbers

    # --- colleagues ------------------------------------------------------------------------

    @property
    def colleagues_stale(self) -> bool:
        """Whether team.yaml changed since the names in it were kept."""
        return self._about("team") != self._team()

    def keep_colleagues(self, names: Iterable[tuple[str, str]]) -> None:
        """Keep the names of the colleagues, by id."""
        with contextlib.suppress(sqlite3.DatabaseError), transaction(self._database):
            self._run("DELETE FROM colleague")
            for colleague in names:
                self._run("INSERT OR REPLACE INTO colleague VALUES (?, ?)", *colleague)
            self._note("team", self._team())

    # --- what is kept ----------------------------------------------------------------------

    def names(self) -> list[tuple[str, str]]:
        """Id and name of each family, by id."""
        return self._ask("SELECT case_id, name FROM family ORDER BY case_id")

    def lines(self, statuses: Iterable[str]) -> list[Line]:
        """The families with one of these statuses; broken ones always."""
        wanted = tuple(statuses)
        found = self._ask(
            f"SELECT {', '.join(Line._fields)} FROM family"  # noqa: S608 - our own names
            f" WHERE broken OR status IN ({', '.join('?' * len(wanted))})",
            *wanted,
        )
        return [Line._make(row) for row in found]

    def count(self) -> int:
        """How many families there are."""
        count: int = self._ask(_COUNT)[0][0]
        return count

    def colleagues(self) -> dict[str, str]:
        """The names of the colleagues by id."""
        return dict(self._ask("SELECT id, name FROM colleague"))

    def dues(self, until: str, case_id: str | None = None) -> list[FamilyDue]:
        """What is not answered up to and including this day, in the order of time."""
        found = self._ask(_DUES, until, case_id)
        return [FamilyDue(row[0], row[1], row[2], DueRow._make(row[3:])) for row in found]

    def search(self, asked: str, case_id: str | None = None, limit: int = 50) -> list[Hit]:
        """Entries with these words; see `overview_search.search`."""
        from fktui.store.overview.search import search  # 2 ms that a list can miss

        return search(self._ask, asked, case_id, limit)

    # --- small ---------------------------------------------------------------------------

    def _ask(self, query: str, *values: object) -> list[Any]:
        """The rows; when the file turns out to be damaged, those of a new one."""
        try:
            return self._run(query, *values)
        except sqlite3.DatabaseError as error:
            self._start_over(error)
            return self._run(query, *values)

    def _run(self, statement: str, *values: object) -> list[Any]:
        return self._database.execute(statement, values).fetchall()

    def _many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._database.executemany(statement, rows)

    def _rules(self) -> int:
        """What the rows depend on besides the files of the family: this program, and fk.yaml."""
        mark = overview_marks.mark_of_file(str(self._places.settings))
        return mark ^ zlib.crc32(__version__.encode())

    def _team(self) -> int:
        return overview_marks.mark_of_file(f"{self._places.team}/team.yaml")

    def _about(self, key: str) -> int | None:
        found = self._ask("SELECT value FROM about WHERE key = ?", key)
        return found[0][0] if found else None

    def _note(self, key: str, value: int) -> None:
        self._run("INSERT OR REPLACE INTO about VALUES (?, ?)", key, value)
