"""The network map on paper and on the wall: SVG, from the layout that the terminal has.

One canvas for every map, so that two of them can be laid beside each other. The whole map stands
in its description in words.
"""

from collections.abc import Iterable, Iterator
from math import pi

from rich.cells import cell_len

from fktui.model.network import Energy, Quality
from fktui.pictures.family_box import home_mark, say_homes
from fktui.pictures.map_layout import RINGS, Sheet, Spot, Wish
from fktui.pictures.network_map import place_all, zone_words
from fktui.pictures.scene import MARKS, WHOLE, Around, Scene
from fktui.pictures.svg_parts import (
    CELL,
    INK,
    LINES,
    ROW,
    SOFT,
    Point,
    at,
    change_mark,
    directions,
    line,
    sample,
    star,
    tie_mark,
    whole,
    written,
    zigzag,
)
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.people.map_words import CHANGES

_WIDE, _HIGH = 150, 50
"""Cells of the map; the legend stands below it."""
_LEGEND = 34.0
_MORE = 20.0
"""Points of the legend, and of another row of it."""
_TALLER = 12
"""How often the sheet may grow by a quarter for people who find no place."""
_TRAIL = "#5b3a8c"
_GROUND = ("#ffffff", "#e4e4e4", "#eeeeee", "#f8f8f8")


def svg_of(shown: Scene, title: str, words: Iterable[str], earlier: Iterable[Wish] = ()) -> str:
    """The map as one SVG file.

    Args:
        shown: what stands on it.
        title: of the picture, such as the family and the day.
        words: the same map in sentences, for who cannot see it.
        earlier: places that were asked for before, and are kept free.
    """
    sheet, places = _places(shown, tuple(earlier))
    wide, high = sheet.width * CELL, sheet.height * ROW
    people = [(one, places[one.wish]) for one in shown.people if one.wish in places]
    changes = [(shown.changes[one.id], spot) for one, spot in people if one.id in shown.changes]
    foot = _LEGEND + (_MORE if changes or say_homes(shown) else 0)
    parts = [
        *_ground(sheet),
        *(_trail(places[one.was], spot) for one, spot in changes if one.was in places),
        *(
            part
            for one, spot in people
            if not shown.is_gone(one)
            for part in _tie(sheet, shown, one, spot)
        ),
        *_names_of_zones(sheet, shown),
        *(part for one, spot in people for part in _name(sheet, shown, one, spot)),
        *_family(sheet, shown),
        *_legend(high, shown),
    ]
    return whole(title, words, parts, (wide, high + foot))


def _places(shown: Scene, earlier: tuple[Wish, ...]) -> tuple[Sheet, dict[Wish, Spot]]:
    """A place for everybody; on a larger sheet where one is too small."""
    rows = [row for home in shown.members for row in home]
    box = (max(map(cell_len, rows), default=8) + 2, len(rows) + len(shown.members) // 2)
    wide, high = _WIDE, _HIGH
    for _turn in range(_TALLER + 1):
        sheet = Sheet(wide, high, box, len(shown.sectors), ROW / CELL, widest=WHOLE + 1 + MARKS)
        words = zone_words(sheet, shown, capitals=False)
        sheet = sheet._replace(kept=tuple(word.kept for word in words))
        places = place_all(shown, sheet, earlier)
        if places is not None:
            return sheet, places
        wide, high = wide * 5 // 4, high * 5 // 4
    return sheet, {}


def _ground(sheet: Sheet) -> Iterator[str]:
    for ring in (3, 2, 1):
        edge = (at(*sheet.point(RINGS[ring], step * pi / 90)) for step in range(180))
        points = " ".join(f"{one.x:.1f},{one.y:.1f}" for one in edge)
        yield f'<polygon points="{points}" fill="{_GROUND[ring]}" stroke="#9e9e9e"/>'
    for sector in range(sheet.sectors):
        start, end = (at(*sheet.point(far, sheet.border(sector))) for far in (0.3, 1.0))
        yield line(start, end, "#9e9e9e", "0.8", "2 5")


def _names_of_zones(sheet: Sheet, shown: Scene) -> Iterator[str]:
    for word in zone_words(sheet, shown, capitals=False):
        is_sector, said = word.ink == "sector", word.text.strip()
        row = at(0, word.kept.y).y + 4
        if not is_sector:
            middle = at(sheet.centre[0], 0).x
            yield from written(Point(middle, row), said, "middle", "#4a4a4a")
            continue
        left = word.x < sheet.width / 2
        place = Point(8 if left else sheet.width * CELL - 8, row)
        yield from written(place, said, "start" if left else "end", INK, bold=True)


def _family(sheet: Sheet, shown: Scene) -> Iterator[str]:
    columns, _rows = sheet.box
    middle = at(*sheet.centre)
    wide, high = columns * CELL + 12, _high(shown) + 8
    left, top = middle.x - wide / 2, middle.y - high / 2
    yield (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="8" '
        f'fill="#ffffff" stroke="{INK}" stroke-width="2"/>'
    )
    y = top + ROW
    for number, home in enumerate(shown.members):
        if number:
            yield line(Point(left, y - 12), Point(left + wide, y - 12), INK, "1")
        for place, name in enumerate(home):
            said = f"{home_mark(shown, number)} {name}".strip() if not place else name
            yield from written(Point(middle.x, y + 2), said, "middle", INK, ground=False)
            y += ROW
        y += ROW / 2


def _tie(sheet: Sheet, shown: Scene, one: Around, spot: Spot) -> Iterator[str]:
    if one.quality is None:
        return
    colour, width, dashes = LINES[one.quality]
    left = spot.middle < sheet.centre[0]
    start, end = at(*sheet.centre), at(spot.x + spot.width if left else spot.x - 1, spot.y)
    start = Point(start.x, start.y + _home_row(shown, one.home) * ROW)
    if one.quality is Quality.STRESSFUL:
        yield zigzag(start, end, colour, width)
    else:
        yield line(start, end, colour, width, dashes)
    if one.energy is not Energy.NONE:
        yield from _heads(start, end, one.energy, colour)


def _home_row(shown: Scene, home: int | None) -> float:
    """The row of the middle of a home, counted from the middle of the family."""
    if home is None:
        return 0
    above = sum(len(names) + 0.5 for names in shown.members[:home])
    return above + len(shown.members[home]) / 2 - _high(shown) / ROW / 2


def _high(shown: Scene) -> float:
    """Points of the names of the family, with half a row between two homes."""
    rows = sum(map(len, shown.members))
    return max(1.0, rows + (len(shown.members) - 1) / 2) * ROW


def _heads(start: Point, end: Point, energy: Energy, colour: str) -> Iterator[str]:
    """Arrow heads two thirds on the way: to the family what gives, from it what costs."""
    part = {Energy.GIVES: (-1,), Energy.TAKES: (1,), Energy.BOTH: (-1, 1)}[energy]
    length, (along, side) = directions(start, end)
    for way in part:
        far = length * 0.62 + way * (16 if energy is Energy.BOTH else 5)
        tip = Point(start.x + along.x * far, start.y + along.y * far)
        back = Point(tip.x - along.x * 10 * way, tip.y - along.y * 10 * way)
        ends = (Point(back.x + side.x * s, back.y + side.y * s) for s in (-5, 5))
        points = " ".join(f"{one.x:.1f},{one.y:.1f}" for one in (tip, *ends))
        yield f'<polygon points="{points}" fill="{colour}"/>'


def _trail(old: Spot, new: Spot) -> str:
    """From where somebody stood to the name."""
    start, end = (at(one.x + one.width / 2, one.y) for one in (old, new))
    ring = f'<circle cx="{start.x:.1f}" cy="{start.y:.1f}" r="4" fill="#ffffff" stroke="{_TRAIL}"/>'
    return line(start, end, _TRAIL, "1.4", "3 3") + ring


def _name(sheet: Sheet, shown: Scene, one: Around, spot: Spot) -> Iterator[str]:
    """The name on a light ground, with its marks at the side of the family."""
    way = -1 if spot.middle < sheet.centre[0] else 1
    name = one.called(spot.width - 1 - MARKS) + home_mark(shown, one.home)
    change = shown.changes.get(one.id)
    gone = shown.is_gone(one)
    side = at(spot.x if way > 0 else spot.x + spot.width, spot.y)
    mark = Point(side.x + 6 * way, side.y)
    start = Point(mark.x + (30 if one.jim and not gone else 20) * way, side.y + 4)
    colour = SOFT if one.faded or gone else INK
    yield from written(start, name, "start" if way > 0 else "end", colour)
    if gone:
        end = Point(start.x + (cell_len(name) * CELL - 4) * way, start.y - 4)
        yield line(Point(start.x, start.y - 4), end, SOFT, "1")
    else:
        yield from tie_mark(mark, one, way)
    for number, sign in enumerate(change.marks if change else "", 0 if gone else 1):
        yield change_mark(Point(mark.x - 15 * number * way, mark.y), sign)


def _legend(top: float, shown: Scene) -> Iterator[str]:
    """What the forms mean, always; and in a comparison what is different."""
    x, y = 14.0, top + 20
    for quality in Quality:
        one = Around("", label(quality), 1, 0, quality)
        yield from sample(quality, Point(x, y), Point(x + 26, y))
        yield from tie_mark(Point(x + 38, y), one)
        x += 50
        yield from written(Point(x, y + 4), one.name, "start", INK, ground=False)
        x += cell_len(one.name) * CELL + 16
    said = _("+ gives, - costs energy")
    yield from written(Point(x, y + 4), said, "start", INK, ground=False)
    x += cell_len(said) * CELL + 16
    yield star(Point(x + 6, y))
    yield from written(Point(x + 16, y + 4), "JIM", "start", INK, ground=False)
    yield from _more(Point(20.0, y + _MORE), shown)


def _more(place: Point, shown: Scene) -> Iterator[str]:
    """The second row: what is different since an earlier day, and who belongs to one home."""
    x, y = place
    for mark, said in CHANGES.items() if shown.changes else ():
        yield change_mark(Point(x, y), mark)
        yield from written(Point(x + 14, y + 4), _(said), "start", INK, ground=False)
        x += cell_len(_(said)) * CELL + 36
    for said in say_homes(shown):
        yield from written(Point(x - 6, y + 4), said, "start", INK, ground=False)
