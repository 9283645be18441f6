"""The network map in columns: what is read where a circle does not fit, or is not wanted.

A column for each sector, below each other where the window is narrow, and in them the rings from
close to far, with the same marks as on the circle.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from rich.cells import cell_len

from fktui.model.text import visible
from fktui.pictures.canvas import Canvas
from fktui.pictures.family_box import home_mark
from fktui.pictures.map_layout import Spot
from fktui.pictures.network_map import Drawn, inks_of, marks_on
from fktui.pictures.scene import Around, Scene, shortened
from fktui.words.people.around import say_ring

_LEAST = 8
"""Columns of a name, at least."""
_READABLE = 20
"""Columns of a name that is still told when it is cut."""
_BETWEEN = "  │  "


class _Band(NamedTuple):
    """Sectors that stand beside each other, and where they begin.

    Attributes:
        sectors: which ones.
        rings: the rings in which there is somebody, with their people by column.
        height: rows, with the names of the sectors and a line for each ring.
    """

    sectors: range
    rings: tuple[tuple[int, tuple[tuple[Around, ...], ...]], ...]

    @property
    def height(self) -> int:
        return 1 + sum(1 + max(map(len, columns)) for _ring, columns in self.rings)


def draw_columns(shown: Scene, width: int, height: int | None = None) -> Drawn | None:
    """The map in columns; nothing when there is no room for it.

    Of all ways to break the sectors into rows the one is taken that cuts the fewest names badly;
    then, where the height is given, the fewest at all, and then the lowest.

    Args:
        shown: what stands on it.
        width: of the sheet, in columns.
        height: in rows, at most; without it the sheet is as high as it has to be.
    """
    family = list(_family(shown, width))
    signs = {one.id: marks_on(shown, one) + home_mark(shown, one.home) for one in shown.people}
    taken = max(map(cell_len, signs.values()), default=0) + 2  # and a blank on both sides
    ways = []
    total = len(shown.sectors)
    # Rows of sectors that are as long: of six there are 6, 3, 2 or 1 beside each other.
    for beside in sorted({ceil(total / rows) for rows in range(1, total + 1)}, reverse=True):
        room = width // beside
        if room < _LEAST + taken:
            continue
        bands = tuple(_bands(shown, beside))
        rows = len(family) + sum(band.height + 1 for band in bands)
        if height is None or rows <= height:
            wide = [cell_len(one.name) for one in shown.people]
            spoilt = sum(min(one, _READABLE) > room - taken for one in wide)
            cut = 0 if height is None else sum(one > room - taken for one in wide)
            ways.append((spoilt, cut, rows, room, bands))
    if not ways:
        return None
    *_worth, rows, room, bands = min(ways, key=lambda way: way[:3])
    canvas = Canvas(width, rows)
    for row, text in enumerate(family):
        canvas.write(0, row, text, "family")
    spots: dict[str, Spot] = {}
    top = len(family)
    for band in bands:
        spots |= _draw(canvas, shown, band, Spot(0, top + 1, room), signs)
        top += band.height + 1
    return Drawn(canvas, spots)


def _family(shown: Scene, width: int) -> Iterator[str]:
    """The members in rows that fit, with a stroke between two homes."""
    row = ""
    for which, home in enumerate(shown.members):
        mark = home_mark(shown, which)
        for number, member in enumerate(home):
            name = f"{mark} {member}" if mark and not number else member
            joint = _BETWEEN if row and not number else "  " if row else ""
            if row and cell_len(row + joint + name) > width:
                yield row
                row, joint = "", ""
            row += joint + name
    if row:
        yield row


def _bands(shown: Scene, beside: int) -> Iterator[_Band]:
    """The sectors, so many beside each other."""
    total = len(shown.sectors)
    for start in range(0, total, beside):
        sectors = range(start, min(start + beside, total))
        rings = []
        for ring in (1, 2, 3):
            columns = tuple(
                tuple(one for one in shown.people if (one.sector, one.ring) == (sector, ring))
                for sector in sectors
            )
            if any(columns):
                rings.append((ring, columns))
        yield _Band(sectors, tuple(rings))


def _draw(
    canvas: Canvas, shown: Scene, band: _Band, at: Spot, signs: Mapping[str, str]
) -> dict[str, Spot]:
    """One band from a row on; `at` is its first column, with the width of each."""
    counts, spots = shown.counts(), dict[str, Spot]()
    beside = max(map(cell_len, signs.values()), default=0) + 1
    names = _named(shown.people, at.width - beside - 1)
    for column, sector in enumerate(band.sectors):
        count = f" {counts[sector]}"
        name = shortened(visible(shown.sectors[sector]).upper(), at.width - 1 - len(count))
        canvas.write(column * at.width, at.y, name + count, "sector")
    row = at.y + 1
    for ring, columns in band.rings:
        said = f"─ {say_ring(ring)} "
        line = "─" * (at.width * len(columns) - cell_len(said) - 1)
        canvas.write(0, row, said + line, "ring")
        for column, people in enumerate(columns):
            for down, one in enumerate(people, 1):
                name = names[one.id]
                spot = Spot(column * at.width, row + down, beside + cell_len(name))
                spots[one.id] = spot
                name_ink, ink = inks_of(shown, one)
                canvas.write(spot.x, spot.y, signs[one.id], ink)
                canvas.write(spot.x + beside, spot.y, name, name_ink)
        row += 1 + max(map(len, columns))
    return spots


def _named(people: Sequence[Around], width: int) -> dict[str, str]:
    """By id a name that fits; those that are alike once they are cut get a number."""
    cut = {one.id: shortened(one.name, width) for one in people}
    alike = Counter(cut[one.id] for one in people if cut[one.id] != one.name)
    seen: Counter[str] = Counter()
    for one in people:
        name = cut[one.id]
        if name != one.name and alike[name] > 1:
            seen[name] += 1
            number = str(seen[name])
            cut[one.id] = shortened(one.name, width - len(number)) + number
    return cut
