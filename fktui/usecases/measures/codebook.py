"""The files of an export as bytes: the tables, the summary, the codebook, the page to read first.

The codebook and the page are in the language that is spoken; names of columns and codes are the
same in every language.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from fktui.usecases.measures.columns import PRINCIPLES, TABLES, YES_NO, Cell, Column, Row, Table
from fktui.usecases.measures.small_cells import SUPPRESSED, count_codes, few, holders
from fktui.words.labels import label
from fktui.words.language import N_, _

FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")
"""How a text begins that a spreadsheet would take for something to carry out."""

_SUMMARY = Table(
    "summary",
    N_("One row for each code and by how many it is shared, and for who was left out."),
    "",
    (
        Column("file", N_("Which file.")),
        Column("column", N_("Which column; empty for the file as a whole.")),
        Column("code", N_("Which code; empty for an empty cell.")),
        Column("count", N_("By how many people or families; <5 for fewer than 5, and so on.")),
    ),
)
_CODES = {
    **dict(zip(YES_NO, (N_("yes"), N_("no")), strict=True)),
    "element": N_("an element of the help"),
    "principle": N_("a leading principle"),
    "member": N_("a member of the family"),
    "network": N_("somebody around the family"),
    "professional": N_("a professional"),
    "unknown": N_("not known"),
}
_READ_FIRST = (
    N_("Data for a study, made from the records of a team of FamilieKracht."),
    N_(
        "There are no names, ids, dates or notes in these files. They are still personal data, "
        "for people may be recognised by a rare combination: keep them safe, give them to nobody "
        "else, and destroy them when the study is over."
    ),
    N_(
        "Pseudonyms (16 signs) are the same in every file and in every export for the same study, "
        "and others in another study. Only the team, which has the key, can tell who is who."
    ),
    N_(
        "Days are counted from the start of the help, which is day 0; days before it are below "
        "zero. An empty cell means that it was not noted."
    ),
    N_(
        "Whose data are in it: everybody of whom the law's yes for research is there on the day "
        "of the export (Jeugdwet 7.3.4 and 7.3.12), and who did not say no to this study. What is "
        "told of a family as a whole is there only when every member of it who is alive may be in "
        "the study; so some people have no family in families.csv. How many were left out is in "
        "summary.csv, under left_out."
    ),
    N_(
        "A code that fewer than {smallest} people or families share is “{suppressed}”. If what is "
        "hidden in a column is still shared by fewer, the next rarest code is hidden too, for "
        "else it could be told from the rest. Numbers are not changed."
    ),
    N_("What each column means is in codebook.csv."),
)


class LeftOut(NamedTuple):
    """How many are not in an export, and why; never who.

    Attributes:
        people: members of whom somebody has not said yes, or who said no.
        families: families of which nobody is in it.
        not_whole: families of which only some members are in it, without what is told of all.
        unreadable: families with a file that cannot be read.
    """

    people: int = 0
    families: int = 0
    not_whole: int = 0
    unreadable: int = 0


def csv_file(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as a file of comma separated values, in UTF-8; no cell is carried out as a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def safe_cell(cell: Cell) -> Cell:
    """A text that a spreadsheet would carry out gets an apostrophe before it; numbers stay."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


def table_file(table: Table, rows: Iterable[Row]) -> bytes:
    """A table, in the order of the pseudonyms: the order of the record tells nothing."""
    ordered = sorted(rows, key=lambda row: tuple(map(_sortable, row)))
    return csv_file([column.name for column in table.columns], ordered)


def summary_file(
    tables: Iterable[tuple[Table, Sequence[Row]]], left_out: LeftOut, smallest: int
) -> bytes:
    """By how many each code is shared, in rows of which the rare codes are hidden already."""
    rows: list[tuple[str, ...]] = []
    for table, found in tables:
        name = f"{table.name}.csv"
        rows.append((name, "", "", few(len(holders(table, found)), smallest)))
        rows.extend((name, *counted) for counted in count_codes(table, found, smallest))
    rows.extend(
        ("left_out", name, "", few(count, smallest)) for name, count in left_out._asdict().items()
    )
    return csv_file([column.name for column in _SUMMARY.columns], rows)


def codebook_file() -> bytes:
    """Every file and column: meaning, unit, and what its codes say."""
    header = ("file", "column", "meaning", "unit", "codes")
    rows = [
        row
        for table in (*TABLES, _SUMMARY)
        for row in (
            (f"{table.name}.csv", "", _(table.about), "", ""),
            *(
                (f"{table.name}.csv", one.name, _(one.meaning), _(one.unit), _said_codes(one))
                for one in table.columns
            ),
        )
    ]
    return csv_file(header, rows)


def read_first(smallest: int) -> bytes:
    """README.txt: what this is, and how to treat it."""
    files = [f"{table.name}.csv: {_(table.about)}" for table in (*TABLES, _SUMMARY)]
    said = [_(text).format(smallest=smallest, suppressed=SUPPRESSED) for text in _READ_FIRST]
    return ("\n\n".join((*said, "\n".join(files))) + "\n").encode()


def _said_codes(column: Column) -> str:
    """The codes of a column with their words."""
    if column.values is None:
        return ""
    if column.values == ():
        return _("as the questionnaire is called in fk; {suppressed}").format(suppressed=SUPPRESSED)
    said = [f"{code} = {word}" if word else code for code, word in _words(column)]
    return "; ".join((*said, f"{SUPPRESSED} = " + _("shared by too few to be told")))


def _words(column: Column) -> list[tuple[str, str]]:
    values = column.values
    if isinstance(values, type) and issubclass(values, Enum):
        return [(str(member.value), label(member)) for member in values]
    return [(code, _word(code)) for code in values or ()]


def _word(code: str) -> str:
    from fktui.model.journal import Element

    if code in PRINCIPLES:
        return ""
    if code in {element.value for element in Element}:
        return label(Element(code))
    return _(_CODES[code]) if code in _CODES else ""


def _sortable(cell: Cell) -> tuple[int, float, str]:
    if isinstance(cell, str):
        return 1, 0.0, cell
    return 0, float(cell or 0), ""
