"""A genogram on paper and on the wall: SVG, from the layout that the terminal has."""

from collections.abc import Iterable, Iterator
from datetime import date

from rich.cells import cell_len

from fktui.method.around.generations import Generations, generations
from fktui.model.case import Case
from fktui.model.family import Gender, Person, RelationKind
from fktui.pictures.genogram_layout import lay_out
from fktui.pictures.genogram_lines import (
    APART,
    DESCENT,
    DIVORCED,
    NOT_NOTED,
    Measures,
    Plan,
    Sign,
    plan,
)
from fktui.pictures.picture import Picture
from fktui.pictures.scene import shortened
from fktui.pictures.svg_parts import CELL, INK, SOFT, Point, line, whole, written
from fktui.words.language import _
from fktui.words.people.genogram_words import (
    MARKS,
    first_names,
    genogram_in_words,
    home_numbers,
    say_homes,
    say_left_out,
    say_life,
    used_marks,
)
from fktui.words.time.say_dates import say_date

_EDGE = 26
_SHAPE = 46
"""Points around the sheet, and of a shape."""
_LONGEST = 22
_NARROWEST = 112
_LEAST_WIDE = 560
_LEGEND_ROW = 24
_LETTER = 6.2
"""Points of a letter in the legend, on average."""
_DASHES = "5 4"
_SIGNS = {"separated": APART, "divorced": DIVORCED, "not_noted": NOT_NOTED} | {
    kind.value: sign for kind, sign in DESCENT.items()
}


def genogram_picture(case: Case, on: date) -> Picture:
    """The genogram of a family for paper, with its words."""
    title = " · ".join((case.trajectory.name, _("Genogram"), say_date(on)))
    words = tuple(genogram_in_words(case, on))
    return Picture(title, genogram_svg(case, on, title, words), words)


def genogram_svg(case: Case, on: date, title: str, words: Iterable[str]) -> str:
    """The genogram as one SVG file.

    Args:
        case: whose family it is.
        on: the day of the ages.
        title: of the picture, such as the family and the day.
        words: the same in sentences, for who cannot see it.
    """
    found = generations(case, on)
    names = {
        key: shortened(name, _LONGEST) for key, name in first_names(found.people.values()).items()
    }
    longest = max((cell_len(name) for name in names.values()), default=0) * CELL
    slot = max(_NARROWEST, round(longest * 1.5) + 24)
    drawing = plan(lay_out(found), Measures(slot, slot - 20, _SHAPE, 34, 22, 16, 10, 30))
    homes = home_numbers(case)
    parts = [*_lines(drawing)]
    for key, one in found.people.items():
        parts += _person(drawing, one, names[key], say_homes(one, homes)[1:], on)
    if drawing.loose is not None and found.rows:
        place = Point(0, drawing.loose - 28)
        parts += written(place, _("without a tie:"), "start", SOFT, ground=False)
    wide = max(drawing.width, _LEAST_WIDE)
    aside = (wide - drawing.width) // 2
    parts = [f'<g transform="translate({aside} 0)">', *parts, "</g>"]
    legend = list(_legend(case, found, wide))
    top = drawing.height + 20
    parts += (part for row, row_of in enumerate(legend) for part in _legend_row(row_of, top, row))
    high = top + len(legend) * _LEGEND_ROW
    moved = (f'<g transform="translate({_EDGE} {_EDGE})">', *parts, "</g>")
    return whole(title, words, moved, (wide + 2 * _EDGE, high + 2 * _EDGE))


def _lines(drawing: Plan) -> Iterator[str]:
    for one in drawing.strokes:
        start, end = Point(one.x, one.y), Point(one.to_x, one.to_y)
        yield line(start, end, INK, "1.6", _DASHES if one.dashed else "")
    for sign in drawing.signs:
        if sign.text in DESCENT.values():
            place = Point(sign.x - 5, sign.y - 6)
            yield from written(place, sign.text, "end", INK, bold=True)
        else:
            yield from _tie_sign(sign)


def _tie_sign(sign: Sign) -> Iterator[str]:
    """What became of a couple, on its line: one stroke, two strokes or a question mark."""
    if sign.text == NOT_NOTED:
        yield from written(Point(sign.x, sign.y + 4), sign.text, "middle", INK, bold=True)
        return
    for number in range(len(sign.text)):
        x = sign.x + 6 * number
        yield line(Point(x - 4, sign.y + 8), Point(x + 4, sign.y - 8), INK, "1.8")


def _person(drawing: Plan, one: Person, name: str, homes: str, on: date) -> Iterator[str]:
    """The shape with the age in it, the year above, the name below beside the lines."""
    x, top = drawing.tops[one.id]
    middle = Point(x, top + _SHAPE / 2)
    yield from _shape(middle, _SHAPE / 2, one.gender, index=one.index)
    left = one.until is not None and one.until < on
    if one.died is not None:
        half = _SHAPE / 2 - (0 if one.gender is Gender.MALE else 8)
        for way in (1, -1):
            start = Point(x - half, middle.y - half * way)
            yield line(start, Point(x + half, middle.y + half * way), INK, "1.2")
    else:
        age = say_life(one, on).partition(" ")[0]
        yield from written(Point(x, middle.y + 4), age, "middle", INK, ground=False)
    years = [one.born[:4] if one.born else "", f"†{one.died[:4]}" if one.died else ""]
    heads = [
        stroke.to_x
        for stroke in drawing.strokes
        if stroke.x == stroke.to_x and stroke.to_y == top and abs(stroke.x - x) < _SHAPE / 2
    ]
    yield from _beside(heads, Point(x, top - 6), " ".join(filter(None, years)), SOFT)
    said = name + (" (" + _("left") + ")" if left else "")
    ports = drawing.ports.get(one.id, ())
    yield from _beside(ports, Point(x, top + _SHAPE + 15), said, SOFT if left else INK)
    if homes:
        place = Point(x + _SHAPE / 2 + 6, middle.y)
        yield _house(place)
        yield from written(Point(place.x + 13, place.y + 4), homes, "start", INK, ground=False)


def _beside(lines: Iterable[int], place: Point, text: str, colour: str) -> Iterator[str]:
    """A text in the middle, or at the right of the lines that run there."""
    there = list(lines)
    if text and there:
        yield from written(Point(max(there) + 6, place.y), text, "start", colour, ground=False)
    elif text:
        yield from written(place, text, "middle", colour, ground=False)


def _shape(middle: Point, half: float, gender: Gender, *, index: bool) -> Iterator[str]:
    """A square, a circle or a diamond; twice for whom the referral is about."""
    x, y = middle
    for size in (half, half - 4) if index else (half,):
        look = f'fill="#ffffff" stroke="{INK}" stroke-width="2"'
        if gender is Gender.MALE:
            side = 2 * size
            yield (
                f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{side:.1f}" '
                f'height="{side:.1f}" {look}/>'
            )
        elif gender is Gender.FEMALE:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'
        else:
            corners = ((x, y - size), (x + size, y), (x, y + size), (x - size, y))
            points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
            yield f'<polygon points="{points}" {look}/>'


def _house(place: Point) -> str:
    x, y = place
    return (
        f'<path d="M{x:.1f} {y:.1f}l5-5l5 5v5h-10z" fill="none" stroke="{INK}" stroke-width="1.2"/>'
    )


_Item = tuple[float, str, str]
"""Where it begins, the mark and its meaning."""


def _legend(case: Case, found: Generations, wide: float) -> Iterator[list[_Item]]:
    """The rows of the legend: as many items beside each other as there is room for."""
    homes = home_numbers(case)
    items = [(mark, _(MARKS[mark])) for mark in used_marks(found)]
    items += [(f"home {homes[one.id]}", one.name) for one in case.family.households if homes]
    items += [("", said) for said in say_left_out(found)]
    row, x = list[_Item](), 0.0
    for mark, said in items:
        text = shortened(said, int(wide / CELL) - 6)
        room = 34 + cell_len(text) * _LETTER + 20
        if row and x + room > wide:
            yield row
            row, x = [], 0.0
        row.append((x, mark, text))
        x += room
    if row:
        yield row


def _legend_row(items: Iterable[_Item], top: float, row: int) -> Iterator[str]:
    y = top + row * _LEGEND_ROW + 10
    for x, mark, said in items:
        yield from _sample(Point(x + 14, y), mark)
        yield from written(Point(x + 34, y + 4), said, "start", INK, ground=False)


def _sample(middle: Point, mark: str) -> Iterator[str]:
    x, y = middle
    genders = {"man": Gender.MALE, "woman": Gender.FEMALE, "other": Gender.OTHER}
    if mark in genders:
        yield from _shape(middle, 8, genders[mark], index=False)
    elif mark == "index":
        yield from _shape(middle, 9, Gender.MALE, index=True)
    elif mark == "died":
        yield line(Point(x - 7, y - 7), Point(x + 7, y + 7), INK, "1.2")
        yield line(Point(x - 7, y + 7), Point(x + 7, y - 7), INK, "1.2")
    elif mark.startswith("home "):
        yield _house(Point(x - 10, y))
        number = mark.removeprefix("home ")
        yield from written(Point(x + 4, y + 4), number, "start", INK, ground=False)
    elif mark in {kind.value for kind in DESCENT}:
        yield line(Point(x + 4, y - 8), Point(x + 4, y + 8), INK, "1.6", _DASHES)
        yield from written(Point(x, y + 4), _SIGNS[mark], "end", INK, bold=True, ground=False)
    elif mark:
        dashes = _DASHES if mark == RelationKind.PARTNER.value else ""
        yield line(Point(x - 13, y), Point(x + 15, y), INK, "1.6", dashes)
        if mark in _SIGNS:
            yield from _tie_sign(Sign(round(x), round(y), _SIGNS[mark]))
