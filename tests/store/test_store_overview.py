"""The overview: fresh at every reach, disposable in every state, found again in any words.

What is kept of a family is made here by a small reader of our own: its name is the first line of
case.yaml, each contact is an entry of text.
"""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from fktui.store.disk.names import MAX_DEPTH
from fktui.store.overview import Overview
from fktui.store.overview import file as overview_file
from fktui.store.overview.at_once import at_once
from fktui.store.overview.marks import DEPTH, marks
from fktui.store.overview.rows import (
    MARK_END,
    MARK_START,
    DueRow,
    Entry,
    Line,
    Reach,
    Row,
    from_plain,
    to_plain,
)
from fktui.store.places import Places

LONG_AGO = 1_600_000_000
KOOL, VINK = "koolmees-k4f", "vink-7ab"


class Families:
    """A folder of families, and a reader that remembers which ones it was asked for."""

    def __init__(self, root):
        self.places = Places(root)
        self.read = []
        (root / "team").mkdir(parents=True)
        self.settle("../team/fk.yaml", "format: 1\n")
        self.settle("../team/team.yaml", "colleagues: []\n")
        for case_id, name in ((KOOL, "Gezin Koolmees"), (VINK, "Gezin Vink")):
            self.settle(f"{case_id}/case.yaml", f"{name}\n")
            self.settle(f"{case_id}/plan.yaml", "goals: []\n")
            self.settle(f"{case_id}/consent.yaml", "consents: []\n")

    def settle(self, path, text):
        """A file that was written long ago, so that its times can be trusted."""
        place = self.places.cases / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        for one in (place, place.parent):
            os.utime(one, (LONG_AGO, LONG_AGO))

    def note(self, case_id, on, record, text):
        self.settle(f"{case_id}/contacts/{on}-{record}.md", text)

    def row(self, case_id):
        self.read.append(case_id)
        folder = self.places.case(case_id)
        entries = [
            Entry(f.name[:10], "contact", f.stem[11:], f"contacts/{f.name}", f.read_text())
            for f in sorted(folder.glob("contacts/*.md"))
        ]
        due = DueRow("2026-12-01", "step-due", "agreed", "agreed", "s-aaaaa", "{}", 0)
        name = (folder / "case.yaml").read_text().splitlines()[0]
        watched = ("case.yaml", "plan.yaml", "contacts", ".", "consent.yaml")
        return Row(Line(case_id, name, "active"), (due,), tuple(entries), watched)

    def open(self):
        return closing(Overview(self.places, self.row))

    def fresh(self, reach=Reach.EVERYTHING):
        """What is read again for this reach."""
        self.read.clear()
        with self.open() as overview:
            overview.freshen(reach)
        return sorted(set(self.read))

    def names(self):
        with self.open() as overview:
            return overview.names()

    def found(self, asked, **options):
        with self.open() as overview:
            return [hit.record for hit in overview.search(asked, **options)]


@pytest.fixture(autouse=True)
def old_enough(monkeypatch):
    """Times of change cannot be set back, so for these tests a tick is over at once."""
    monkeypatch.setattr("fktui.store.overview.marks._TICK", 0)


@pytest.fixture
def families(tmp_path):
    return Families(tmp_path / "store")


def test_every_family_is_read_once(families):
    assert families.fresh() == [KOOL, VINK]
    assert families.names() == [(KOOL, "Gezin Koolmees"), (VINK, "Gezin Vink")]
    assert families.fresh() == []


@pytest.mark.parametrize(
    ("path", "seen_from"),
    [
        ("case.yaml", Reach.NAMES),
        ("plan.yaml", Reach.HEAD),
        ("consent.yaml", Reach.COLUMNS),
        ("contacts/2026-11-20-c-aaaaa.md", Reach.EVERYTHING),
    ],
)
@pytest.mark.parametrize("reach", Reach)
def test_edit_in_place_is_seen_from_its_reach_on(families, path, seen_from, reach):
    families.note(KOOL, "2026-11-20", "c-aaaaa", "eerste")
    families.fresh()
    place = families.places.case(KOOL) / path
    with place.open("r+") as file:
        file.write("an")
    assert families.fresh(reach) == ([KOOL] if reach >= seen_from else [])


def test_edit_that_puts_the_time_back_is_seen(families):
    families.fresh()
    place = families.places.case(KOOL) / "case.yaml"
    before = place.stat()
    place.write_text("Gezin Kauwtje\n"[: before.st_size])
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert families.fresh(Reach.NAMES) == [KOOL]


def test_what_was_written_this_moment_is_not_trusted(families, monkeypatch):
    monkeypatch.setattr("fktui.store.overview.marks._TICK", 60_000_000_000)
    assert set(marks(f"{families.places.case(KOOL)}/", "case.yaml")) == {0}
    assert families.fresh() == [KOOL, VINK]
    assert families.fresh() == [KOOL, VINK]


def test_new_note_is_seen_by_the_list(families):
    families.note(KOOL, "2026-11-19", "c-aaaaa", "eerste")
    families.fresh()
    families.note(KOOL, "2026-11-20", "c-bbbbb", "tweede")
    assert families.fresh(Reach.HEAD) == [KOOL]


def test_renamed_note_is_seen_by_search(families):
    families.note(KOOL, "2026-11-19", "c-aaaaa", "eerste")
    families.fresh()
    old = families.places.case(KOOL) / "contacts" / "2026-11-19-c-aaaaa.md"
    old.rename(old.with_name("2026-11-18-c-aaaaa.md"))
    assert families.fresh() == [KOOL]


def test_too_deep_and_hidden_files_are_not_looked_at(families):
    families.settle(f"{KOOL}/people/p-aaaaa/notes/deep.md", "x")
    families.fresh()
    families.settle(f"{KOOL}/people/p-aaaaa/notes/deep.md", "other")
    families.settle(f"{KOOL}/.git/HEAD", "other")
    assert families.fresh() == []


def test_file_that_is_gone_is_seen_by_the_list(families):
    families.fresh()
    (families.places.case(KOOL) / "consent.yaml").unlink()
    assert families.fresh(Reach.COLUMNS) == [KOOL]


def test_as_deep_as_files_are_read():
    assert DEPTH == MAX_DEPTH


def test_folder_that_cannot_be_read_is_no_failure(families):
    assert len(marks(f"{families.places.case('merel-000')}/", "case.yaml")) == len(Reach)


def test_removed_family_is_dropped(families):
    families.note(VINK, "2026-11-20", "c-aaaaa", "weg ermee")
    families.fresh()
    families.places.case(VINK).rename(families.places.root / "elsewhere")
    assert families.fresh() == []
    assert families.names() == [(KOOL, "Gezin Koolmees")]
    assert families.found("weg") == []


def test_links_and_other_folders_are_no_families(families, tmp_path):
    (families.places.cases / "Not A Family").mkdir()
    (families.places.cases / "merel-3d4").symlink_to(tmp_path)
    assert families.fresh() == [KOOL, VINK]


def test_store_without_families(tmp_path):
    with closing(Overview(Places(tmp_path / "empty"), lambda _case_id: None)) as overview:
        overview.freshen(Reach.EVERYTHING)
        assert overview.count() == 0


def test_other_norms_make_all_families_be_read_again(families):
    families.fresh()
    families.settle("../team/fk.yaml", "format: 1\nnorms: {}\n")
    assert families.fresh(Reach.NAMES) == [KOOL, VINK]
    assert families.fresh(Reach.NAMES) == []


def test_names_of_colleagues_follow_the_team_file(families):
    with families.open() as overview:
        assert overview.colleagues_stale
        overview.keep_colleagues([("t-aaaaa", "Yara Meerkoet")])
        assert not overview.colleagues_stale
        assert overview.colleagues() == {"t-aaaaa": "Yara Meerkoet"}
        families.settle("../team/team.yaml", "colleagues: [other]\n")
        assert overview.colleagues_stale


def test_reach_is_as_far_as_the_looks_allow(families):
    families.note(KOOL, "2026-11-20", "c-aaaaa", "een")
    families.note(KOOL, "2026-11-20", "c-bbbbb", "twee")
    families.fresh()
    with families.open() as overview:
        assert overview.reach_within(100) is Reach.EVERYTHING
        assert overview.reach_within(1) is Reach.HEAD
    for number in range(20):
        families.note(KOOL, "2026-11-20", f"c-0000{number:x}", "meer")
    families.fresh()
    with families.open() as overview:
        assert overview.reach_within(15) is Reach.COLUMNS


def test_broken_family_is_in_every_list(families):
    row = families.row
    families.row = lambda case_id: row(case_id)._replace(
        line=Line(case_id, case_id, "unreadable", broken=case_id == KOOL)
    )
    families.fresh()
    with families.open() as overview:
        assert [line.case_id for line in overview.lines(["active"])] == [KOOL]
        assert overview.count() == 2


def test_dues_in_the_order_of_days(families):
    families.fresh()
    with families.open() as overview:
        assert [due.case_id for due in overview.dues("2026-12-01")] == [KOOL, VINK]
        assert [due.case_id for due in overview.dues("2026-12-01", VINK)] == [VINK]
        assert overview.dues("2026-11-30") == []


# --- many families ---------------------------------------------------------------------------


@pytest.fixture
def many(families, monkeypatch):
    """As if two families were many, and nothing is a moment ago."""
    monkeypatch.setattr("fktui.store.overview._MANY", 2)
    families.fresh()
    return families


def rename(families, case_id, name):
    (families.places.case(case_id) / "case.yaml").write_text(f"{name}\n")


def test_family_read_last_is_read_ahead_by_a_copy(many):
    rename(many, VINK, "Gezin Kauw")
    # A copy of this process read it, so this one did not.
    assert many.fresh(Reach.HEAD) == []
    assert many.names() == [(KOOL, "Gezin Koolmees"), (VINK, "Gezin Kauw")]


def test_what_is_edited_besides_is_seen_as_well(many, monkeypatch):
    monkeypatch.setattr("fktui.store.overview._RECENT", 1)
    rename(many, KOOL, "Gezin Kuifmees")
    rename(many, VINK, "Gezin Kauw")
    assert many.fresh(Reach.HEAD) == [KOOL]
    assert many.names() == [(KOOL, "Gezin Kuifmees"), (VINK, "Gezin Kauw")]
    assert many.fresh(Reach.HEAD) == []


def test_copy_that_fails_is_done_again(many):
    row, here = many.row, os.getpid()
    many.row = lambda case_id: row(case_id) if os.getpid() == here else os._exit(3)
    rename(many, VINK, "Gezin Kauw")
    assert many.fresh(Reach.HEAD) == [VINK]
    assert many.names()[1] == (VINK, "Gezin Kauw")


def test_family_that_went_stops_no_other(many):
    rename(many, KOOL, "Gezin Kuifmees")
    many.places.case(VINK).rename(many.places.root / "elsewhere")
    many.fresh(Reach.HEAD)
    assert many.names() == [(KOOL, "Gezin Kuifmees")]


def test_with_threads_nothing_is_read_ahead(many):
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        rename(many, VINK, "Gezin Kauw")
        assert many.fresh(Reach.HEAD) == [VINK]
    finally:
        over.set()
        thread.join()


# --- disposable ------------------------------------------------------------------------------


def test_only_the_owner_may_read_it(families):
    families.fresh()
    assert families.places.private.stat().st_mode & 0o777 == 0o700
    assert families.places.overview.stat().st_mode & 0o777 == 0o600


def test_nothing_is_kept_outside_of_the_private_folder(families):
    families.note(KOOL, "2026-11-20", "c-aaaaa", "geheim")
    before = {p for p in families.places.root.rglob("*") if ".fk" not in p.parts}
    families.fresh()
    assert {p for p in families.places.root.rglob("*") if ".fk" not in p.parts} == before


@pytest.mark.parametrize("contents", [b"", b"no database at all, but text", b"SQLite format 3\0xx"])
def test_damaged_file_is_made_anew(families, contents):
    families.fresh()
    families.places.overview.write_bytes(contents)
    assert families.fresh() == [KOOL, VINK]
    assert families.fresh() == []


def test_file_of_another_version_is_made_anew(families):
    families.fresh()
    with closing(sqlite3.connect(families.places.overview)) as other:
        other.execute("PRAGMA user_version = 99")
        other.commit()
    assert families.fresh() == [KOOL, VINK]
    assert families.fresh() == []


@pytest.mark.parametrize("ask", ["names", "search", "stale"])
def test_damage_that_is_found_later_is_mended_at_once(families, ask):
    for number in range(200):
        families.note(KOOL, "2026-11-20", f"c-{number:05}", f"school {number} " * 50)
    families.fresh()
    data = bytearray(families.places.overview.read_bytes())
    with families.open() as overview:
        for page in range(1, len(data) // 4096):
            data[page * 4096 : page * 4096 + 4096] = b"\xff" * 4096
        families.places.overview.write_bytes(data)
        if ask == "search":
            assert len(overview.search("school", limit=5)) == 5
        elif ask == "stale":
            overview.freshen(Reach.NAMES)
        assert overview.names() == [(KOOL, "Gezin Koolmees"), (VINK, "Gezin Vink")]


def test_without_a_place_for_it_everything_works_in_memory(families):
    families.places.private.write_text("not a folder")
    with families.open() as overview:
        overview.freshen(Reach.EVERYTHING)
        assert overview.names() == [(KOOL, "Gezin Koolmees"), (VINK, "Gezin Vink")]


def test_folder_in_its_place_is_no_failure(families):
    families.places.overview.mkdir(parents=True)
    with families.open() as overview:
        overview.freshen(Reach.EVERYTHING)
        assert overview.count() == 2


def test_file_that_can_only_be_damaged_is_left(families, monkeypatch):
    families.fresh()
    families.places.overview.write_bytes(b"no database at all, but text")
    monkeypatch.setattr(overview_file, "discard", lambda _path: None)
    with families.open() as overview:
        overview.freshen(Reach.EVERYTHING)
        assert overview.count() == 2


def test_another_program_that_holds_the_file_stops_nothing(families, monkeypatch):
    monkeypatch.setattr(overview_file, "_PATIENCE", 0.05)
    families.fresh()
    families.settle(f"{KOOL}/case.yaml", "Gezin Kauw\n")
    with closing(sqlite3.connect(families.places.overview)) as other:
        other.execute("BEGIN IMMEDIATE")
        with families.open() as overview:
            overview.freshen(Reach.NAMES)
            overview.keep_colleagues([])
            assert overview.names() == [(KOOL, "Gezin Kauw"), (VINK, "Gezin Vink")]
        other.rollback()
    with closing(sqlite3.connect(families.places.overview)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with families.open() as overview:
            overview.freshen(Reach.NAMES)
            assert overview.count() == 2
    assert families.fresh(Reach.NAMES) == [KOOL]


def test_interruption_keeps_what_was_done(families, monkeypatch):
    monkeypatch.setattr("fktui.store.overview._PORTION", 1)
    row = families.row

    def interrupted(case_id):
        if case_id == VINK:
            raise KeyboardInterrupt
        return row(case_id)

    families.row = interrupted
    with pytest.raises(KeyboardInterrupt):
        families.fresh()
    families.row = row
    assert families.fresh() == [VINK]


def test_half_a_transaction_leaves_nothing(families):
    families.fresh()
    with closing(sqlite3.connect(families.places.overview, isolation_level=None)) as database:

        def interrupted():
            with overview_file.transaction(database):
                database.execute("DELETE FROM family")
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert database.execute("SELECT count(*) FROM family").fetchone() == (2,)


def test_progress_is_told(families):
    told = []
    with closing(
        Overview(families.places, families.row, lambda *count: told.append(count))
    ) as overview:
        overview.freshen(Reach.NAMES)
    assert told == [(0, 2)]


_WORKER = """
import sys, time
from pathlib import Path
sys.path.insert(0, {here!r})
from test_store_overview import Families
from fktui.store.overview import Overview
from fktui.store.overview.rows import Reach
from fktui.store.places import Places
families = Families.__new__(Families)
families.places, families.read = Places(Path({root!r})), []
for _round in range(20):
    with families.open() as overview:
        overview._run("UPDATE family SET mark_3 = 0")
        overview.freshen(Reach.EVERYTHING)
        assert overview.count() == 2, overview.count()
"""


def test_two_programs_at_once(families):
    families.note(KOOL, "2026-11-20", "c-aaaaa", "samen")
    code = _WORKER.format(here=str(Path(__file__).parent), root=str(families.places.root))
    workers = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE) for _number in "ab"
    ]
    assert [worker.communicate()[1] for worker in workers] == [b"", b""]
    assert families.found("samen") == ["c-aaaaa"]


# --- search ----------------------------------------------------------------------------------


@pytest.fixture
def notes(families):
    for day, record, text in (
        ("2026-11-01", "c-aaaaa", "Jaïro had buikpijn op school."),
        ("2026-11-03", "c-bbbbb", "De basisschool belde over de boze brief."),
        ("2026-11-02", "c-ccccc", "School: de brief was niet boos."),
        ("2026-11-02", "c-ddddd", "Schoolreis, 50% korting; g-7kq2m en snake_case."),
    ):
        families.note(KOOL, day, record, text)
    families.note(VINK, "2026-11-09", "c-eeeee", "school")
    families.fresh()
    return families


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("school", ["c-eeeee", "c-ccccc", "c-aaaaa", "c-bbbbb", "c-ddddd"]),
        ("SCHOOL boze", ["c-bbbbb"]),
        ("jairo", ["c-aaaaa"]),
        ("JAÏRO", ["c-aaaaa"]),
        ('"boze brief"', ["c-bbbbb"]),
        ('"brief boze"', []),
        ('"boze bri"', ["c-bbbbb"]),
        ('"boze brief', ["c-bbbbb"]),
        ("g-7kq2m", ["c-ddddd"]),
        ("7kq", ["c-ddddd"]),
        ("snake", ["c-ddddd"]),
        ("c-ccccc", ["c-ccccc"]),
        ("niets ervan", []),
        ("50%", ["c-ddddd"]),
        ("", []),
        ('"', []),
        ("* - ( \0", []),
    ],
)
def test_what_is_found(notes, asked, found):
    assert notes.found(asked) == found


@pytest.mark.parametrize(
    "asked",
    [
        *("AND", "NOT school", "NEAR(", "school*", "-school", "text:school", "^school", "a OR"),
        *(
            "school;--",
            "'; DROP TABLE entry; --",
            "{school}",
            "school\0boze",
            "\ud800",
            "🎉 school",
        ),
        *("🎉 school", "%", "_", "NEAR(school boze, 2)", "“school”", "x" * 10_000, "a " * 2000),
    ],
)
def test_no_sign_means_anything(notes, asked):
    notes.found(asked)
    assert notes.found("school", case_id=VINK) == ["c-eeeee"]


def test_search_in_one_family_and_not_too_many(notes):
    assert notes.found("school", case_id=KOOL, limit=2) == ["c-ccccc", "c-aaaaa"]
    assert notes.found("c-aaaaa", case_id=VINK) == []


def test_match_is_marked(notes):
    with notes.open() as overview:
        hit = overview.search("boze")[0]
    assert f"{MARK_START}boze{MARK_END}" in hit.snippet
    assert (hit.case_id, hit.on, hit.whole) == (KOOL, "2026-11-03", True)


def test_edited_note_is_found_by_its_new_words_only(notes):
    notes.note(KOOL, "2026-11-01", "c-aaaaa", "Nu zonder klachten.")
    notes.fresh()
    assert notes.found("buikpijn") == []
    assert notes.found("klachten") == ["c-aaaaa"]


def test_entry_without_a_day_comes_last(families):
    row = families.row
    families.row = lambda case_id: row(case_id)._replace(
        entries=(Entry("", "goal", "g-aaaaa", "plan.yaml", "school"),)
    )
    families.note(VINK, "2026-11-09", "c-eeeee", "school")
    families.fresh()
    assert families.found("school") == ["g-aaaaa", "g-aaaaa"]


# --- several processes -----------------------------------------------------------------------


def test_answers_of_all_processes_in_order():
    numbers = list(range(101))
    assert at_once(lambda part: [n * 2 for n in part], numbers, 2) == [n * 2 for n in numbers]
    assert at_once(lambda part: [*part], [], 0) == []


def test_process_that_dies_is_done_again():
    here = os.getpid()

    def ask(part):
        if os.getpid() != here:
            os._exit(3)
        return [*part]

    assert at_once(ask, list(range(10)), 2) == list(range(10))


def test_with_threads_there_is_one_process():
    here, asked = os.getpid(), []
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        at_once(lambda part: asked.append(len(part)) or [os.getpid()], list(range(10)), 2)
    finally:
        over.set()
        thread.join()
    assert asked == [10]
    assert here == os.getpid()


def test_row_survives_the_way_between_processes(families):
    families.note(KOOL, "2026-11-20", "c-aaaaa", "tekst")
    row = families.row(KOOL)
    assert from_plain(to_plain(row)) == row


def test_many_changed_families_are_read_by_several_processes(families):
    for number in range(40):
        families.settle(f"merel-{number:03}/case.yaml", f"Gezin {number}\n")
    families.fresh()
    assert len(families.names()) == 42
    assert families.fresh() == []
