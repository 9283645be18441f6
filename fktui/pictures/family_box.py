"""The family in the middle of a map: its members in a frame, each home by itself."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from fktui.pictures.scene import Scene
from fktui.words.language import _

_WIDE = 28
"""Columns of the members at most; more homes or names take more rows."""

_HOMES = "¹²³⁴⁵⁶⁷⁸⁹"


class FamilyBox(NamedTuple):
    """The frame and what stands in it.

    Attributes:
        rows: from above to below.
        middles: of each home the row of its middle, counted from the middle of the box.
    """

    rows: tuple[str, ...]
    middles: tuple[float, ...]


def home_mark(shown: Scene, home: int | None) -> str:
    """The number of a home, of who stands with one of several; else nothing."""
    if home is None or len(shown.members) == 1 or home >= len(_HOMES):
        return ""
    return _HOMES[home]


def say_homes(shown: Scene) -> tuple[str, ...]:
    """What the number of a home beside a name means, where there is one."""
    marks = sorted({home_mark(shown, one.home) for one in shown.people} - {""}, key=_HOMES.index)
    return (_("{marks} with this home only").format(marks=" ".join(marks)),) if marks else ()


def family_box(shown: Scene) -> FamilyBox:
    """The family in a frame; where there are several homes each has its number."""
    homes = []
    for number, names in enumerate(shown.members):
        mark = home_mark(shown, number)
        first, *more = _filled(names)
        homes.append([f"{mark} {first}" if mark else first, *more])
    room = max((cell_len(row) for home in homes for row in home), default=8)
    rows, middles = ["╭" + "─" * (room + 2) + "╮"], []
    for number, home in enumerate(homes):
        rows += ["├" + "─" * (room + 2) + "┤"] if number else []
        middles.append(len(rows) + (len(home) - 1) / 2)
        rows += [f"│ {row}{' ' * (room - cell_len(row))} │" for row in home]
    rows.append("╰" + "─" * (room + 2) + "╯")
    centre = (len(rows) - 1) / 2
    return FamilyBox(tuple(rows), tuple(middle - centre for middle in middles))


def _filled(names: Sequence[str]) -> Iterator[str]:
    """First names beside each other, as many as fit in a row."""
    row = ""
    for name in names:
        first = name.partition(" ")[0] or name
        longer = f"{row}  {first}" if row else first
        if row and cell_len(longer) > _WIDE:
            yield row
            longer = first
        row = longer
    yield row
