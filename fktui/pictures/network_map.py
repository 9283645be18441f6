"""The network map in a terminal: names where the layout puts them, ties as lines, a box of family.

What a line says is said by a mark beside the name as well, so that it reads without colour and
without lines.
"""

from collections.abc import Callable, Iterator, Sequence
from math import pi
from typing import NamedTuple

from rich.cells import cell_len

from fktui.model.network import Energy, Quality
from fktui.model.text import visible
from fktui.pictures.canvas import ACROSS, DOWN, Canvas, straight
from fktui.pictures.family_box import family_box, home_mark
from fktui.pictures.map_layout import RINGS, Sheet, Spot, Wish, lay_out, zones
from fktui.pictures.scene import MARKS, Around, Lines, Scene, shortened
from fktui.words.people.around import ENERGY_MARKS, say_ring
from fktui.words.people.around import MARKS as QUALITY_MARKS
from fktui.words.people.map_words import NEW

_NO_TIE = "°"

_SIDE = 14
"""Columns beside the family, at least."""
_DIGITS = 2
"""Columns kept for how many stand in a sector."""
_TRAIL = 4
"""From dot to dot of the way that somebody went."""

_ON: tuple[float, ...] = (0.0,)
_STROKES: dict[Quality, tuple[tuple[float, ...], ...]] = {
    Quality.STRONG: ((-1.0, 1.0),),
    Quality.ORDINARY: (_ON,),
    Quality.WEAK: (_ON, (), (), ()),
    Quality.STRESSFUL: ((-2.0,), (-1.0,), _ON, (1.0,), (2.0,), (1.0,), _ON, (-1.0,)),
    Quality.BROKEN: (_ON, _ON, _ON, _ON, (), (), ()),
    Quality.CHANGING: (*(_ON,) * 6, *((-1.0, 1.0), ()) * 3),
}
"""Where the dots are beside the line, step by step, over and over."""

_HEADS = {
    (True, True): ("◄", "►"),
    (True, False): ("►", "◄"),
    (False, True): ("▲", "▼"),
    (False, False): ("▼", "▲"),
}
"""Arrow heads to the family and away from it, on a line that goes sideways and to the right."""


INKS = (
    *("", "soft", "name", "faded", "family", "sector", "ring", "trail"),
    *("change.new", "change.gone", "change.other"),
    *(f"tie.{one.value}" for one in Quality),
)
"""Everything a letter or a dot of a map may mean; who shows it has a colour for each."""


class Drawn(NamedTuple):
    """A map on a sheet, and where everybody stands on it."""

    canvas: Canvas
    spots: dict[str, Spot]
    zone_of: Callable[[int, int], tuple[int, int]] | None = None
    """The ring and the sector of a cell, where there are any."""


def mark_of(one: Around) -> str:
    """The tie in signs, as in the list: `■+★`."""
    return f"{_quality_mark(one)}{ENERGY_MARKS[one.energy]}{'★' if one.jim else ''}"


def marks_on(shown: Scene, one: Around) -> str:
    """The signs beside a name: the tie, and before it what is different since an earlier day."""
    change = shown.changes.get(one.id)
    if change is None:
        return mark_of(one)
    return change.marks if change.gone else change.marks[: MARKS - 1] + _quality_mark(one)


def inks_of(shown: Scene, one: Around) -> tuple[str, str]:
    """The inks of a name and of its marks."""
    change = shown.changes.get(one.id)
    if change is not None:
        ink = "gone" if change.gone else "new" if change.marks == NEW else "other"
        return ("change.gone" if change.gone else "name"), f"change.{ink}"
    if one.faded:
        return "faded", "faded"
    return "name", f"tie.{one.quality.value}" if one.quality else "name"


def _quality_mark(one: Around) -> str:
    return QUALITY_MARKS[one.quality] if one.quality else _NO_TIE


def draw_map(
    shown: Scene,
    width: int,
    height: int,
    earlier: Sequence[Wish] = (),
    *,
    lines: Lines = Lines.ALL,
) -> Drawn | None:
    """The map in so many columns and rows; nothing when somebody finds no place.

    Args:
        shown: what stands on it.
        width: of the sheet, in columns.
        height: of the sheet, in rows.
        earlier: places that were asked for before, and are kept free as long as there is room.
        lines: which ties are drawn as lines.
    """
    box = family_box(shown)
    columns = cell_len(box.rows[0])
    if (width - columns) // 2 < _SIDE:
        return None
    sheet = Sheet(width, height, (columns, len(box.rows)), len(shown.sectors))
    words = list(zone_words(sheet, shown, capitals=True))
    sheet = sheet._replace(kept=tuple(word.kept for word in words))
    places = place_all(shown, sheet, earlier)
    if places is None:
        return None
    spots = {one: places[one.wish] for one in shown.people}
    canvas = Canvas(width, height)
    _ground(canvas, sheet)
    for one, spot in spots.items():
        change = shown.changes.get(one.id)
        if change and change.was in places:
            _trail(canvas, places[change.was], spot)
        if one.has_line(lines) and not shown.is_gone(one):
            _tie(canvas, sheet, one, spot, box.middles[one.home] if one.home is not None else 0)
    for word in words:
        canvas.write(word.x, word.kept.y, word.text, word.ink)
    for one, spot in spots.items():
        name = one.called(spot.width - 1 - MARKS)
        said = _Said(name, home_mark(shown, one.home) or " ", marks_on(shown, one))
        _name(canvas, sheet, spot, said, inks_of(shown, one))
    left, top = round((width - sheet.box[0]) / 2), round((height - sheet.box[1]) / 2)
    for row, text in enumerate(box.rows):
        canvas.write(left, top + row, text, "family")
    return Drawn(canvas, {one.id: spot for one, spot in spots.items()}, sheet.zone)


def place_all(shown: Scene, sheet: Sheet, earlier: Sequence[Wish]) -> dict[Wish, Spot] | None:
    """A place for everybody; nothing when the sheet is too small.

    Where earlier places leave too little room they are given up.
    """
    before = [change.was for change in shown.changes.values() if change.was]
    wishes = [one.wish for one in shown.people]
    for kept in ((*earlier, *before), before, ()):
        places = lay_out((*kept, *wishes), sheet)
        if all(wish in places for wish in wishes):
            return places
        if not kept:
            break
    return None


def _ground(canvas: Canvas, sheet: Sheet) -> None:
    """The rings and the sectors."""
    for (x, y), (ring, _sector) in zones(sheet).items():
        canvas.tint(x, y, ring)
    for far in RINGS[1:]:
        for step in range(720):
            _dot(canvas, *sheet.point(far * 0.995, step * pi / 360), "ring")
    for sector in range(sheet.sectors):
        for step in range(30, 100, 3):
            _dot(canvas, *sheet.point(step / 100, sheet.border(sector)), "ring")


class ZoneWord(NamedTuple):
    """What a ring or a sector is called, where it begins, and the room that is kept for it."""

    text: str
    ink: str
    x: int
    kept: Spot


def zone_words(sheet: Sheet, shown: Scene, *, capitals: bool) -> Iterator[ZoneWord]:
    """The rings at their lower edge, the sectors at the edge of the sheet."""
    for ring, far in enumerate(RINGS[1:], 1):
        x, y = sheet.point(far, pi / 2)
        said = f" {say_ring(ring)} "
        left = round(x) - cell_len(said) // 2
        row = min(sheet.height - 1, round(y))
        yield ZoneWord(said, "soft", left, Spot(left, row, cell_len(said)))
    counts = shown.counts()
    for number, name in enumerate(shown.sectors):
        x, y = sheet.point(1.0, sheet.border(number) + pi / sheet.sectors)
        at_side = abs(y - sheet.centre[1]) <= sheet.height / 4
        most = ((sheet.width - sheet.box[0]) // 2 if at_side else sheet.width // 3) - _DIGITS - 4
        written = visible(name).upper() if capitals else visible(name)
        called = f" {shortened(written, most)} "
        said = f"{called}{counts[number]} "
        room = cell_len(called) + _DIGITS + 1  # one more or less in a sector moves nobody
        is_left = x < sheet.width / 2
        row = round(y) if at_side else 0 if y < sheet.centre[1] else sheet.height - 1
        start = 0 if is_left else sheet.width - cell_len(said)
        yield ZoneWord(said, "sector", start, Spot(0 if is_left else sheet.width - room, row, room))


class _Said(NamedTuple):
    """What stands at a place: the name, the home it belongs to, the marks."""

    name: str
    home: str
    marks: str


def _name(canvas: Canvas, sheet: Sheet, spot: Spot, said: _Said, inks: tuple[str, str]) -> None:
    """A name, with its marks at the side of the family."""
    name_ink, ink = inks
    if spot.middle < sheet.centre[0]:
        x = spot.x + spot.width - MARKS - 1 - cell_len(said.name)
        canvas.write(x, spot.y, said.name + said.home, name_ink)
        canvas.write(spot.x + spot.width - MARKS, spot.y, said.marks, ink)
    else:
        canvas.write(spot.x + MARKS - cell_len(said.marks), spot.y, said.marks, ink)
        canvas.write(spot.x + MARKS, spot.y, said.home + said.name, name_ink)


def _trail(canvas: Canvas, old: Spot, new: Spot) -> None:
    """From where somebody stood to the name."""
    start, end = ((one.middle * ACROSS + 0.5, one.y * DOWN + 1.5) for one in (old, new))
    for x, y, far in straight(start, end):
        if int(far) % _TRAIL == 0:
            canvas.dot(x, y, "trail")
    canvas.write(old.middle, old.y, "○", "trail")


def _tie(canvas: Canvas, sheet: Sheet, one: Around, spot: Spot, row: float) -> None:
    """A line from the family, or its home in that row, in the manner of its meaning."""
    left = spot.middle < sheet.centre[0]
    end_x = spot.x + spot.width if left else spot.x - 1
    end = (end_x * ACROSS + 0.5, spot.y * DOWN + 1.5)
    mid_x, mid_y = sheet.centre[0] * ACROSS + 0.5, sheet.centre[1] * DOWN + 1.5
    start = (mid_x, mid_y + row * DOWN)
    ink = "faded" if one.faded else f"tie.{one.quality.value}" if one.quality else ""
    (ax, ay), (bx, by) = start, end
    length = max(1.0, ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5)
    side = (-(by - ay) / length, (bx - ax) / length)
    columns, rows = sheet.box
    strokes = _STROKES[one.quality or Quality.ORDINARY]
    for x, y, far in straight(start, end):
        if abs(x - mid_x) <= columns * ACROSS / 2 and abs(y - mid_y) <= rows * DOWN / 2:
            continue
        for off in strokes[int(far) % len(strokes)]:
            canvas.dot(x + side[0] * off, y + side[1] * off, ink)
    _sign(canvas, start, end, one, ink)


def _sign(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], one: Around, ink: str
) -> None:
    """On the line, nearer to the name: where the energy goes, or that the tie is broken."""
    x, y = (start[0] + 2 * end[0]) / 3, (start[1] + 2 * end[1]) / 3
    across, down = end[0] - start[0], end[1] - start[1]
    flat = abs(across) > abs(down)
    home, away = _HEADS[flat, (across if flat else down) > 0]
    signs = {Energy.GIVES: home, Energy.TAKES: away, Energy.BOTH: "↔" if flat else "↕"}
    sign = "×" if one.quality is Quality.BROKEN else signs.get(one.energy, "")
    canvas.write(int(x) // ACROSS, int(y) // DOWN, sign, ink)


def _dot(canvas: Canvas, x: float, y: float, ink: str) -> None:
    canvas.dot(x * ACROSS + 0.5, y * DOWN + 1.5, ink)
