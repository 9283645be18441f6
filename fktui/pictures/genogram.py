"""A genogram in a terminal: frames by gender, lines by tie, and signs for what is special."""

from collections import defaultdict
from datetime import date

from rich.cells import cell_len

from fktui.method.around.generations import Generations, generations
from fktui.model.case import Case
from fktui.model.family import Gender, Person
from fktui.pictures.canvas import Canvas
from fktui.pictures.genogram_layout import lay_out
from fktui.pictures.genogram_lines import (
    APART,
    DESCENT,
    DIVORCED,
    NOT_NOTED,
    Measures,
    Plan,
    plan,
)
from fktui.pictures.scene import shortened
from fktui.words.language import _
from fktui.words.people.genogram_words import (
    HOME,
    MARKS,
    first_names,
    home_numbers,
    say_homes,
    say_left_out,
    say_life,
    used_marks,
)

_LONGEST, _SHORTEST = 14, 7
"""Columns of a name in a box."""
_HIGH = 3
"""Rows below the upper edge of a box."""

CORNERS = {Gender.MALE: "┌┐└┘", Gender.FEMALE: "╭╮╰╯"}
_OTHER = "╱╲╲╱"
_INDEX_MAN = "╔╗╚╝"

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
_LETTERS = dict(
    zip(
        (3, 12, 10, 6, 9, 5, 11, 7, 14, 13, 15, 1, 2, 4, 8, 0),
        "│─┌┐└┘├┤┬┴┼││── ",
        strict=True,
    )
)
_DASHED = {3: "╎", 12: "╌", 1: "╎", 2: "╎", 4: "╌", 8: "╌"}

_SAMPLES = {
    "man": "┌┐",
    "woman": "╭╮",
    "other": "╱╲",
    "index": "══",
    "died": "†",
    "married": "──",
    "partner": "╌╌",
    "separated": APART,
    "divorced": DIVORCED,
    "not_noted": NOT_NOTED,
} | {kind.value: sign for kind, sign in DESCENT.items()}

INKS = ("", "soft", "name", "faded", "family", "ring", "sector")
"""Everything a letter of a genogram may mean; who shows it has a colour for each."""


def draw_genogram(case: Case, on: date) -> Canvas | None:
    """The genogram in as many columns and rows as it takes; nothing when there is nobody."""
    found = generations(case, on)
    if not found.people:
        return None
    texts = _texts(case, found, on)
    wide = max(_SHORTEST, *(cell_len(text) for rows in texts.values() for text in rows)) + 4
    size = Measures(wide + 2, wide, _HIGH, 2, 0, 1, 2, 0)
    drawing = plan(lay_out(found), size)
    said = _("without a tie:")
    canvas = Canvas(max(drawing.width, cell_len(said)), drawing.height + 1)
    _lines(canvas, drawing)
    for key in drawing.tops:
        _box(canvas, drawing, size, found.people[key], texts[key])
    for sign in drawing.signs:
        if sign.text in DESCENT.values():
            canvas.write(sign.x + 1, sign.y - 1, sign.text, "sector")
        else:
            canvas.write(sign.x, sign.y, sign.text, "sector")
    if drawing.loose is not None and found.rows:
        canvas.write(0, drawing.loose - 1, said, "soft")
    return canvas


def genogram_legend(case: Case, on: date) -> tuple[str, ...]:
    """What the shapes, lines and signs of this genogram mean, and the homes by number."""
    found = generations(case, on)
    homes = home_numbers(case)
    return (
        *(f"{_SAMPLES[mark]} {_(MARKS[mark])}" for mark in used_marks(found)),
        *(f"{HOME}{homes[one.id]} {one.name}" for one in case.family.households if homes),
        *say_left_out(found),
    )


def _texts(case: Case, found: Generations, on: date) -> dict[str, tuple[str, str]]:
    """What stands in each box: the name, and below it the age and the homes."""
    names, homes = first_names(found.people.values()), home_numbers(case)
    return {
        key: (
            shortened(names[key], _LONGEST),
            "  ".join(filter(None, (say_life(one, on), say_homes(one, homes)))),
        )
        for key, one in found.people.items()
    }


def _lines(canvas: Canvas, drawing: Plan) -> None:
    ways: dict[tuple[int, int], int] = defaultdict(int)
    solid: set[tuple[int, int]] = set()
    for x, y, to_x, to_y, dashed in drawing.strokes:
        for cell in range(x, to_x):
            ways[cell, y] |= _RIGHT
            ways[cell + 1, y] |= _LEFT
        for cell in range(y, to_y):
            ways[x, cell] |= _DOWN
            ways[x, cell + 1] |= _UP
        if not dashed:
            solid |= {(across, y) for across in range(x, to_x + 1)}
            solid |= {(x, down) for down in range(y, to_y + 1)}
    for (x, y), way in ways.items():
        letters = _LETTERS if (x, y) in solid or way not in _DASHED else _DASHED
        canvas.write(x, y, letters[way], "ring")


def _box(
    canvas: Canvas, drawing: Plan, size: Measures, one: Person, texts: tuple[str, str]
) -> None:
    middle, top = drawing.tops[one.id]
    left, right, bottom = middle - size.wide // 2, middle - size.wide // 2 + size.wide - 1, 0
    bottom = top + size.high
    corners = CORNERS.get(one.gender, _OTHER)
    if one.index and one.gender is Gender.MALE:
        corners = _INDEX_MAN
    across, down = ("═", "║") if one.index else ("─", "│")
    gone = one.died is not None or one.until is not None
    ink = "family" if one.index else "faded" if gone else "name"
    inner = size.wide - 2
    canvas.write(left, top, corners[0] + across * inner + corners[1], ink)
    canvas.write(left, bottom, corners[2] + across * inner + corners[3], ink)
    for row, text in enumerate(texts, 1):
        space = inner - cell_len(text)
        filled = " " * (space // 2) + text + " " * (space - space // 2)
        canvas.write(left, top + row, down + filled + down, ink)
    heads = {
        stroke.to_x for stroke in drawing.strokes if (stroke.x, stroke.to_y) == (stroke.to_x, top)
    }
    for x in heads:
        if left < x < right:
            canvas.write(x, top, "╧" if one.index else "┴", ink)
    for x in drawing.ports.get(one.id, ()):
        canvas.write(x, bottom, "╤" if one.index else "┬", ink)
