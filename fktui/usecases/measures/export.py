"""Data for a study: pseudonymised, of those who said yes, and noted in every record it is from.

Jeugdwet 7.3.12: what goes to a study is noted in the record. What is in the files is decided in
`columns` and `research_rows`.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from fktui.errors import AlreadyExists, Changed, FkError, NoConsent, Unsafe, WrongUse
from fktui.method.measures import (
    RESEARCHER,
    research_consents,
    studied_as_a_whole,
    studied_people,
)
from fktui.model.case import Case, put
from fktui.model.consent import Disclosure
from fktui.model.knowledge import Study
from fktui.model.stored import Change, Loaded
from fktui.store.disk.files import disk_failed, write_atomic
from fktui.usecases.desk import Desk
from fktui.usecases.measures.codebook import (
    LeftOut,
    codebook_file,
    read_first,
    summary_file,
    table_file,
)
from fktui.usecases.measures.columns import TABLES, Row
from fktui.usecases.measures.measures import definitions
from fktui.usecases.measures.research_rows import Sheet, rows_of
from fktui.usecases.measures.small_cells import SMALLEST, hide_small
from fktui.usecases.records import act_on, new_record
from fktui.usecases.team.reading import principles
from fktui.words.language import _

KEY_LENGTH = 16
"""A shorter key could be guessed, and with it who is who."""

Progress = Callable[[int, int], None]


class Export(NamedTuple):
    """What a study gets.

    Attributes:
        files: by name.
        people, families: how many are in it; `families` as a whole.
        left_out: how many are not.
        noted: the families in whose records it was noted.
    """

    files: dict[str, bytes]
    people: int
    families: int
    left_out: LeftOut
    noted: tuple[str, ...] = ()


class _Part(NamedTuple):
    """What one family gives: its rows by the name of the file, and its people."""

    case_id: str
    people: tuple[str, ...]
    whole: bool
    rows: list[tuple[str, Row]]
    members: int


def research_export(
    desk: Desk, study: Study, smallest: int = SMALLEST, tell: Progress | None = None
) -> Export:
    """Make the files for a study, and note it in the record of every family that is in them.

    The records are changed, the files are not written yet: see `keep`.

    Raises:
        Unsafe: `study-key-short`.
        NoConsent: `export-nobody`; nothing was noted.
        Changed: `export-changed`; who may be in it is not what it was at the beginning.
    """
    if len(study.key) < KEY_LENGTH:
        raise Unsafe("study-key-short", given=study.id)
    sheet = Sheet(study, desk.today, desk.norms, definitions(desk), principles(desk).principles)
    parts, unreadable = _parts(desk, sheet, tell)
    given = [part for part in parts if part.people]
    if not given:
        raise NoConsent("export-nobody")
    left_out = LeftOut(
        people=sum(part.members - len(part.people) for part in parts),
        families=len(parts) - len(given),
        not_whole=sum(not part.whole for part in given),
        unreadable=unreadable,
    )
    files = _files(given, left_out, smallest)
    for part in given:
        _note(desk, part, study)
    return Export(
        files=files,
        people=sum(len(part.people) for part in given),
        families=sum(part.whole for part in given),
        left_out=left_out,
        noted=tuple(part.case_id for part in given),
    )


def check_folder(desk: Desk, folder: Path) -> None:
    """Refuse a folder that holds something, or that lies in the store.

    Raises:
        AlreadyExists: `export-folder`.
        WrongUse: `export-in-store`.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise AlreadyExists("export-folder", folder=str(folder))
    if folder.resolve().is_relative_to(desk.store.places.root.resolve()):
        raise WrongUse("export-in-store", folder=str(folder))


def keep(export: Export, folder: Path) -> None:
    """Write the files, for this user only.

    Raises:
        DiskFailed: they cannot be written there.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        for name, data in export.files.items():
            write_atomic(folder / name, data, folder, 0o600)
    except OSError as error:
        raise disk_failed(error, folder.name) from error


def _parts(desk: Desk, sheet: Sheet, tell: Progress | None) -> tuple[list[_Part], int]:
    """What each family gives, and how many could not be read.

    The invented families that come with the program are data in a practice store only.
    """
    parts: list[_Part] = []
    unreadable = 0
    case_ids = desk.store.case_ids()
    for done, case_id in enumerate(case_ids, 1):
        if tell:
            tell(done, len(case_ids))
        try:
            loaded = desk.load(case_id)
        except FkError:
            unreadable += 1
            continue
        if loaded.broken:
            unreadable += 1
        elif desk.settings.demo or not loaded.case.trajectory.fictional:
            parts.append(_part(loaded.case, sheet))
    return parts, unreadable


def _part(case: Case, sheet: Sheet) -> _Part:
    people = studied_people(case, sheet.study.id, sheet.on)
    return _Part(
        case_id=case.id,
        people=people,
        whole=studied_as_a_whole(case, sheet.study.id, sheet.on),
        rows=[(table.name, row) for table, row in rows_of(case, people, sheet)] if people else [],
        members=len(case.family.people),
    )


def _files(given: list[_Part], left_out: LeftOut, smallest: int) -> dict[str, bytes]:
    shown = []
    for table in TABLES:
        rows = [row for part in given for name, row in part.rows if name == table.name]
        shown.append((table, hide_small(table, rows, smallest)))
    return {
        **{f"{table.name}.csv": table_file(table, rows) for table, rows in shown},
        "summary.csv": summary_file(shown, left_out, smallest),
        "codebook.csv": codebook_file(),
        "README.txt": read_first(smallest),
    }


def _note(desk: Desk, part: _Part, study: Study) -> None:
    """One disclosure in the record: what went to the researcher, about whom, by which consents."""

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        if studied_people(case, study.id, desk.today) != part.people:
            raise Changed("export-changed", case=case.id)
        text = _("Pseudonymised data for the study “{name}” (Jeugdwet 7.3.12)")
        fields = {
            "on": desk.today,
            "recipient": RESEARCHER,
            "what": text.format(name=study.name),
            "about": part.people,
            "consents": tuple(_consents(case, part, study, desk)),
            "by": desk.colleague,
        }
        disclosure: Disclosure = new_record(desk, case, "disclosure", fields)
        return Change(
            case=put(case, "disclosure", disclosure), act=act_on("disclosure.add", disclosure)
        )

    desk.change(part.case_id, edit)


def _consents(case: Case, part: _Part, study: Study, desk: Desk) -> Iterator[str]:
    found = (
        consent.id
        for person in part.people
        for consent in research_consents(case, person, study.id, desk.today)
    )
    yield from dict.fromkeys(found)
