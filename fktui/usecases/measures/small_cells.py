"""Codes that only a few people or families share are not told: who is alone in it is known by it.

Pseudonyms and numbers stay; a code that is hidden is `suppressed`. When what is hidden is itself
shared by fewer than the smallest number, the next rarest code is hidden with it, for else it could
be told from the rest.
"""

from collections.abc import Iterable, Iterator, Sequence

from fktui.usecases.measures.columns import Cell, Row, Table

SMALLEST = 5
"""How many must share a code before it is told, when nothing else is asked."""

SUPPRESSED = "suppressed"


def hide_small(table: Table, rows: Sequence[Row], smallest: int) -> list[Row]:
    """The rows, with the codes that fewer than so many people or families share hidden."""
    hidden = [
        _hidden(_sharing(table, rows, place), smallest) if column.values is not None else set()
        for place, column in enumerate(table.columns)
    ]
    return [
        tuple(
            SUPPRESSED if cell in codes else cell for cell, codes in zip(row, hidden, strict=True)
        )
        for row in rows
    ]


def count_codes(table: Table, rows: Sequence[Row], smallest: int) -> Iterator[tuple[str, str, str]]:
    """Column, code and by how many it is shared, of rows in which the rare codes are hidden."""
    for place, column in enumerate(table.columns):
        if column.values is not None:
            sharing = _sharing(table, rows, place)
            for code in sorted(sharing, key=str):
                yield (
                    column.name,
                    "" if code is None else str(code),
                    few(len(sharing[code]), smallest),
                )


def few(count: int, smallest: int) -> str:
    """A number for a table; one below the smallest is only told as such."""
    return f"<{smallest}" if 0 < count < smallest else str(count)


def holders(table: Table, rows: Iterable[Row]) -> set[Cell]:
    """The people or families whose rows these are; the family for a row of nobody alone."""
    place, family = table.place(table.holder), table.place("family")
    return {row[place] or row[family] for row in rows}


def _sharing(table: Table, rows: Iterable[Row], place: int) -> dict[Cell, set[Cell]]:
    """By code the people or families that share it; an empty cell is a code too."""
    sharing: dict[Cell, set[Cell]] = {}
    for row in rows:
        sharing.setdefault(row[place], set()).update(holders(table, (row,)))
    return sharing


def _hidden(sharing: dict[Cell, set[Cell]], smallest: int) -> set[Cell]:
    by_size = sorted(sharing, key=lambda code: (len(sharing[code]), str(code)))
    hidden: set[Cell] = set()
    whose: set[Cell] = set()
    for code in by_size:
        if len(sharing[code]) >= smallest and (not hidden or len(whose) >= smallest):
            break
        hidden.add(code)
        whose |= sharing[code]
    return hidden
