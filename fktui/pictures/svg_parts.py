"""The shapes that a picture on paper is made of: labels, lines, and the mark of each tie.

Marks are shapes: small fonts have no ■ and no ≈. Lines differ by form, for eyes and printers
without colour.
"""

from collections.abc import Iterable, Iterator
from math import cos, pi, sin
from typing import NamedTuple
from xml.sax.saxutils import escape

from rich.cells import cell_len

from fktui.model.network import Energy, Quality
from fktui.model.text import visible
from fktui.pictures.scene import Around
from fktui.words.people.map_words import CLOSER, FURTHER, GONE, NEW, OTHER_SECTOR, OTHER_TIE

_BESIDE = 11
"""Points from one mark to the next."""

CELL, ROW = 7.0, 15.0
"""The size of a cell in points."""

_FONT = "font-family=\"'Noto Sans','Segoe UI','DejaVu Sans',sans-serif\" font-size=\"11.5\""
INK = "#1c1c1c"
SOFT = "#767676"
LINES = {
    Quality.STRONG: ("#00543c", "4", ""),
    Quality.ORDINARY: ("#3a3a3a", "1.6", ""),
    Quality.WEAK: ("#5a5a5a", "1.6", "1.6 5"),
    Quality.STRESSFUL: ("#9a3300", "1.6", ""),
    Quality.BROKEN: ("#8a0026", "1.8", "7 6"),
    Quality.CHANGING: ("#00497a", "1.8", "12 4 2 4"),
}
"""By meaning: colour, width, and dashes of the line; what is stressful goes in zigzag."""


class Point(NamedTuple):
    """A place on the paper, in points."""

    x: float
    y: float


_CHANGES = {
    NEW: "M-5 0H5M0-5V5",
    GONE: "M-5 0H5",
    OTHER_SECTOR: "M-6 0H5M1-4L5 0L1 4",
    OTHER_TIE: "M-6 2Q-3-5 0 0T6-2",
}
"""The other differences as paths around the middle."""


def whole(title: str, words: Iterable[str], parts: Iterable[str], size: tuple[float, float]) -> str:
    """A whole picture, so wide and high, with its title and its words inside."""
    wide, high = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'viewBox="0 0 {wide:g} {high:g}" {_FONT} fill="{INK}">\n'
        f"<title>{text_of(title)}</title>\n<desc>{text_of(chr(10).join(words))}</desc>\n"
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def written(
    place: Point, text: str, anchor: str, colour: str, *, bold: bool = False, ground: bool = True
) -> Iterator[str]:
    """A text; on a light ground where lines may run below it."""
    if ground:
        wide = cell_len(text) * CELL + 4
        left = place.x - {"start": 2, "middle": wide / 2, "end": wide - 2}[anchor]
        yield (
            f'<rect x="{left:.1f}" y="{place.y - 11:.1f}" width="{wide:.1f}" height="14" '
            'fill="#ffffff" fill-opacity="0.78"/>'
        )
    weight = ' font-weight="bold"' if bold else ""
    yield (
        f'<text x="{place.x:.1f}" y="{place.y:.1f}" text-anchor="{anchor}" fill="{colour}"'
        f"{weight}>{text_of(text)}</text>"
    )


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    width: str = "1",
    dashes: str = "",
) -> str:
    """A straight line; `dashes` as SVG has them."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashed}/>'
    )


def zigzag(start: Point, end: Point, colour: str, width: str) -> str:
    """A line that goes left and right of its way, and ends where it should."""
    length, (along, side) = directions(start, end)
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


def directions(start: Point, end: Point) -> tuple[float, tuple[Point, Point]]:
    """How long a line is, and one point along it and one beside it."""
    across, down = end.x - start.x, end.y - start.y
    length = max(1.0, (across**2 + down**2) ** 0.5)
    along = Point(across / length, down / length)
    return length, (along, Point(-along.y, along.x))


def tie_mark(place: Point, one: Around, way: int = 1) -> Iterator[str]:
    """The tie as a shape; on the side of the name the energy as a sign, a star for a JIM."""
    x, y = place
    colour = LINES[one.quality][0] if one.quality else "#767676"
    box = f'x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" stroke="{colour}"'
    yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="#ffffff" fill-opacity="0.8"/>'
    if one.quality is None:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="none" stroke="{colour}"/>'
    elif one.quality is Quality.STRONG:
        yield f'<rect {box} fill="{colour}"/>'
    elif one.quality is Quality.ORDINARY:
        yield f'<rect {box} fill="#ffffff" stroke-width="1.6"/>'
    elif one.quality is Quality.WEAK:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>'
    elif one.quality is Quality.STRESSFUL:
        yield zigzag(Point(x - 6, y), Point(x + 6, y), colour, "1.6")
    elif one.quality is Quality.BROKEN:
        yield line(Point(x - 4, y - 4), Point(x + 4, y + 4), colour, "2")
        yield line(Point(x - 4, y + 4), Point(x + 4, y - 4), colour, "2")
    elif one.quality is Quality.CHANGING:
        yield line(Point(x - 5, y + 4), Point(x + 5, y + 4), colour, "2")
        yield f'<rect {box} fill="none" stroke-dasharray="3 2"/>'
    x += way * _BESIDE
    if one.energy is not Energy.NONE:
        signs = {Energy.GIVES: "+", Energy.TAKES: "-", Energy.BOTH: "±"}
        middle = Point(x, y + 4)
        yield from written(middle, signs[one.energy], "middle", colour, bold=True, ground=False)
    if one.jim:
        yield star(Point(x + way * _BESIDE, y))


def sample(quality: Quality, start: Point, end: Point) -> Iterator[str]:
    """A line as a tie of this quality has it."""
    colour, width, dashes = LINES[quality]
    if quality is Quality.STRESSFUL:
        yield zigzag(start, end, colour, width)
    else:
        yield line(start, end, colour, width, dashes)


def star(place: Point) -> str:
    """A star of five points: a mentor of one's own."""
    corners = (
        f"{place.x + size * sin(turn * pi / 5):.1f},{place.y - size * cos(turn * pi / 5):.1f}"
        for turn, size in enumerate((6, 2.5) * 5)
    )
    return f'<polygon points="{" ".join(corners)}" fill="#875f00"/>'


def at(x: float, y: float) -> Point:
    """The middle of a cell, in points."""
    return Point((x + 0.5) * CELL, (y + 0.5) * ROW)


def text_of(text: str) -> str:
    """Letters that no reader of XML takes for anything else."""
    return escape(visible(text))


def change_mark(place: Point, mark: str) -> str:
    """What is different since an earlier day, as a shape on a light ground."""
    x, y = place
    ground = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="7" fill="#ffffff" fill-opacity="0.9"/>'
    if mark in (CLOSER, FURTHER):
        way = -1 if mark == CLOSER else 1
        corners = ((x, y + 5 * way), (x - 5, y - 4 * way), (x + 5, y - 4 * way))
        points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
        return f'{ground}<polygon points="{points}" fill="{INK}"/>'
    return (
        f'{ground}<g transform="translate({x:.1f} {y:.1f})">'
        f'<path d="{_CHANGES[mark]}" fill="none" stroke="{INK}" stroke-width="2"/></g>'
    )
