"""The network map on paper and on the wall: SVG, from the layout that the terminal has.

One canvas for every map, so that two of them can be laid beside each other. Lines differ by form
and names have marks, for eyes and printers without colour. The whole map stands in its description
in words. Marks are shapes: small fonts have no ■ and no ≈.
"""

from collections.abc import Iterable, Iterator
from math import cos, pi, sin
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len

from fktui.model.network import Energy, Quality
from fktui.model.text import visible
from fktui.pictures.map_layout import RINGS, Sheet, Spot, Wish, lay_out
from fktui.pictures.scene import MARKS, Around, Scene
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.people.around import say_ring

_CELL, _ROW = 7.0, 15.0
"""The size of a cell in points."""
_WIDE, _HIGH = 150, 50
"""Cells of the map; the legend stands below it."""
_LEGEND = 34.0
_TALLER = 2
"""How often the sheet may grow by a quarter for people who find no place."""

_FONT = "font-family=\"'Noto Sans','Segoe UI','DejaVu Sans',sans-serif\" font-size=\"11.5\""
_GROUND = ("#ffffff", "#e4e4e4", "#eeeeee", "#f8f8f8")
_INK = "#1c1c1c"
_LINES = {
    Quality.STRONG: ("#00543c", "4", ""),
    Quality.ORDINARY: ("#3a3a3a", "1.6", ""),
    Quality.WEAK: ("#5a5a5a", "1.6", "1.6 5"),
    Quality.STRESSFUL: ("#9a3300", "1.6", ""),
    Quality.BROKEN: ("#8a0026", "1.8", "7 6"),
    Quality.CHANGING: ("#00497a", "1.8", "12 4 2 4"),
}
"""By meaning: colour, width, and dashes of the line; what is stressful goes in zigzag."""


class _Point(NamedTuple):
    x: float
    y: float


def svg_of(shown: Scene, title: str, words: Iterable[str], earlier: Iterable[Wish] = ()) -> str:
    """The map as one SVG file.

    Args:
        shown: what stands on it.
        title: of the picture, such as the family and the day.
        words: the same map in sentences, for who cannot see it.
        earlier: places that were asked for before, and are kept free.
    """
    sheet, places = _places(shown, tuple(earlier))
    wide, high = sheet.width * _CELL, sheet.height * _ROW
    people = [(one, places[one.wish]) for one in shown.people if one.wish in places]
    parts = [
        *_ground(sheet),
        *(part for one, spot in people for part in _tie(sheet, one, spot)),
        *_names_of_zones(sheet, shown),
        *(part for one, spot in people for part in _name(sheet, one, spot)),
        *_family(sheet, shown),
        *_legend(high),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="0 0 {wide:g} {high + _LEGEND:g}" {_FONT} fill="{_INK}">\n'
        f"<title>{_text(title)}</title>\n<desc>{_text(chr(10).join(words))}</desc>\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _places(shown: Scene, earlier: tuple[Wish, ...]) -> tuple[Sheet, dict[Wish, Spot]]:
    """A place for everybody; on a larger sheet where one is too small."""
    rows = [row for home in shown.members for row in home]
    box = (max(map(cell_len, rows), default=8) + 2, len(rows) + len(shown.members))
    wide, high = _WIDE, _HIGH
    for _turn in range(_TALLER + 1):
        sheet = Sheet(wide, high, box, len(shown.sectors), _ROW / _CELL)
        places = lay_out((*earlier, *(one.wish for one in shown.people)), sheet)
        if all(one.wish in places for one in shown.people):
            break
        wide, high = wide * 5 // 4, high * 5 // 4
    return sheet, places


def _ground(sheet: Sheet) -> Iterator[str]:
    for ring in (3, 2, 1):
        edge = (_at(*sheet.point(RINGS[ring], step * pi / 90)) for step in range(180))
        points = " ".join(f"{one.x:.1f},{one.y:.1f}" for one in edge)
        yield f'<polygon points="{points}" fill="{_GROUND[ring]}" stroke="#9e9e9e"/>'
    for sector in range(sheet.sectors):
        start, end = (_at(*sheet.point(far, sheet.border(sector))) for far in (0.3, 1.0))
        yield _line(start, end, "#9e9e9e", "0.8", "2 5")


def _names_of_zones(sheet: Sheet, shown: Scene) -> Iterator[str]:
    for ring, far in enumerate(RINGS[1:], 1):
        x, y = sheet.point(far, pi / 2)
        yield from _label(_at(x, y - 0.35), say_ring(ring), "middle", "#4a4a4a")
    for number, name in enumerate(shown.sectors):
        x, y = sheet.point(1.0, sheet.border(number) + pi / sheet.sectors)
        left, high = x < sheet.width / 2, y < sheet.height / 2
        corner = _at(0.5 if left else sheet.width - 0.5, 0.8 if high else sheet.height - 1.2)
        middle = abs(y - sheet.centre[1]) < sheet.height / 4
        place = _Point(corner.x, (y + 2.5) * _ROW) if middle else corner
        count = sum(one.sector == number for one in shown.people)
        said = f"{visible(name)} {count}"
        yield from _label(place, said, "start" if left else "end", _INK, bold=True)


def _family(sheet: Sheet, shown: Scene) -> Iterator[str]:
    columns, rows = sheet.box
    middle = _at(*sheet.centre)
    wide, high = columns * _CELL + 12, rows * _ROW + 4
    left, top = middle.x - wide / 2, middle.y - high / 2
    yield (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="8" '
        f'fill="#ffffff" stroke="{_INK}" stroke-width="2"/>'
    )
    y = top + _ROW
    for number, home in enumerate(shown.members):
        if number:
            yield _line(_Point(left, y - 12), _Point(left + wide, y - 12), _INK, "1")
        for name in home:
            yield from _label(_Point(middle.x, y + 2), name, "middle", _INK, ground=False)
            y += _ROW
        y += _ROW / 2


def _tie(sheet: Sheet, one: Around, spot: Spot) -> Iterator[str]:
    if one.quality is None:
        return
    colour, width, dashes = _LINES[one.quality]
    left = spot.middle < sheet.centre[0]
    start, end = _at(*sheet.centre), _at(spot.x + spot.width if left else spot.x - 1, spot.y)
    if one.quality is Quality.STRESSFUL:
        yield _zigzag(start, end, colour, width)
    else:
        yield _line(start, end, colour, width, dashes)
    if one.energy is not Energy.NONE:
        yield from _heads(start, end, one.energy, colour)


def _heads(start: _Point, end: _Point, energy: Energy, colour: str) -> Iterator[str]:
    """Arrow heads two thirds on the way: to the family what gives, from it what costs."""
    part = {Energy.GIVES: (-1,), Energy.TAKES: (1,), Energy.BOTH: (-1, 1)}[energy]
    length, (along, side) = _directions(start, end)
    for way in part:
        far = length * 0.62 + way * 7
        tip = _Point(start.x + along.x * far, start.y + along.y * far)
        back = _Point(tip.x - along.x * 10 * way, tip.y - along.y * 10 * way)
        ends = (_Point(back.x + side.x * s, back.y + side.y * s) for s in (-5, 5))
        points = " ".join(f"{one.x:.1f},{one.y:.1f}" for one in (tip, *ends))
        yield f'<polygon points="{points}" fill="{colour}"/>'


def _zigzag(start: _Point, end: _Point, colour: str, width: str) -> str:
    length, (along, side) = _directions(start, end)
    steps = max(2, int(length / 6))
    points = []
    for step in range(steps + 1):  # at both ends on the line itself
        far, off = length * step / steps, (4 if step % 2 else -4) * (0 < step < steps)
        points.append(
            f"{start.x + along.x * far + side.x * off:.1f},"
            f"{start.y + along.y * far + side.y * off:.1f}"
        )
    return (
        f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" '
        f'stroke-width="{width}"/>'
    )


def _directions(start: _Point, end: _Point) -> tuple[float, tuple[_Point, _Point]]:
    """How long a line is, and one point along it and one beside it."""
    across, down = end.x - start.x, end.y - start.y
    length = max(1.0, (across**2 + down**2) ** 0.5)
    along = _Point(across / length, down / length)
    return length, (along, _Point(-along.y, along.x))


def _name(sheet: Sheet, one: Around, spot: Spot) -> Iterator[str]:
    """The name on a light ground, with the mark of the tie at the side of the family."""
    left = spot.middle < sheet.centre[0]
    name = one.called(spot.width - 1 - MARKS)
    colour = "#767676" if one.faded else _INK
    start, end = _at(spot.x, spot.y), _at(spot.x + spot.width, spot.y)
    mark = _Point((end.x if left else start.x) + (-8 if left else 8), start.y)
    place = _Point(mark.x + (-16 if left else 16), start.y + 4)
    yield from _label(place, name, "end" if left else "start", colour)
    yield from _mark(mark, one)


def _mark(place: _Point, one: Around) -> Iterator[str]:
    """The tie as a shape, the energy as a sign, a star for a mentor of one's own."""
    x, y = place
    colour = _LINES[one.quality][0] if one.quality else "#767676"
    box = f'x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" stroke="{colour}"'
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="#ffffff" fill-opacity="0.8"/>'
    if one.quality is Quality.STRONG:
        yield f'<rect {box} fill="{colour}"/>'
    elif one.quality is Quality.ORDINARY:
        yield f'<rect {box} fill="#ffffff" stroke-width="1.6"/>'
    elif one.quality is Quality.WEAK:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>'
    elif one.quality is Quality.STRESSFUL:
        yield _zigzag(_Point(x - 6, y), _Point(x + 6, y), colour, "1.6")
    elif one.quality is Quality.BROKEN:
        yield _line(_Point(x - 4, y - 4), _Point(x + 4, y + 4), colour, "2")
        yield _line(_Point(x - 4, y + 4), _Point(x + 4, y - 4), colour, "2")
    elif one.quality is Quality.CHANGING:
        yield _line(_Point(x - 5, y + 4), _Point(x + 5, y + 4), colour, "2")
        yield f'<rect {box} fill="none" stroke-dasharray="3 2"/>'
    sign = {Energy.GIVES: "+", Energy.TAKES: "-", Energy.BOTH: "±"}.get(one.energy, "")
    if sign:
        yield from _label(_Point(x, y - 6), sign, "middle", colour, bold=True, ground=False)
    if one.jim:
        yield _star(_Point(x, y + 11))


def _star(place: _Point) -> str:
    corners = (
        f"{place.x + size * sin(turn * pi / 5):.1f},{place.y - size * cos(turn * pi / 5):.1f}"
        for turn, size in enumerate((6, 2.5) * 5)
    )
    return f'<polygon points="{" ".join(corners)}" fill="#875f00"/>'


def _legend(top: float) -> Iterator[str]:
    """What the forms mean, always."""
    x, y = 14.0, top + 20
    shown = [*(Around("", label(one), 1, 0, one) for one in Quality)]
    shown.append(Around("", _("+ gives, - costs energy"), 1, 0))
    shown.append(Around("", "JIM", 1, 0, jim=True))
    for one in shown:
        if one.quality:
            start, end = _Point(x, y), _Point(x + 26, y)
            yield from _sample(one.quality, start, end)
            yield from _mark(_Point(x + 38, y), one)
            x += 50
        elif one.jim:
            yield _star(_Point(x + 6, y))
            x += 16
        yield from _label(_Point(x, y + 4), one.name, "start", _INK, ground=False)
        x += cell_len(one.name) * _CELL + 16


def _sample(quality: Quality, start: _Point, end: _Point) -> Iterator[str]:
    colour, width, dashes = _LINES[quality]
    if quality is Quality.STRESSFUL:
        yield _zigzag(start, end, colour, width)
    else:
        yield _line(start, end, colour, width, dashes)


def _label(
    place: _Point, text: str, anchor: str, colour: str, *, bold: bool = False, ground: bool = True
) -> Iterator[str]:
    """A text; on a light ground where lines may run below it."""
    if ground:
        wide = cell_len(text) * _CELL + 4
        left = place.x - {"start": 2, "middle": wide / 2, "end": wide - 2}[anchor]
        yield (
            f'<rect x="{left:.1f}" y="{place.y - 11:.1f}" width="{wide:.1f}" height="14" '
            'fill="#ffffff" fill-opacity="0.78"/>'
        )
    weight = ' font-weight="bold"' if bold else ""
    yield (
        f'<text x="{place.x:.1f}" y="{place.y:.1f}" text-anchor="{anchor}" fill="{colour}"'
        f"{weight}>{_text(text)}</text>"
    )


def _line(start: _Point, end: _Point, colour: str, width: str, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{start.x:.1f}" y1="{start.y:.1f}" x2="{end.x:.1f}" y2="{end.y:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashed}/>'
    )


def _at(x: float, y: float) -> _Point:
    """The middle of a cell, in points."""
    return _Point((x + 0.5) * _CELL, (y + 0.5) * _ROW)


def _text(text: str) -> str:
    """Letters that no reader of XML takes for anything else."""
    return escape(visible(text))
