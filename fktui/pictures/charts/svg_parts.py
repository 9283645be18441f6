"""Pieces of an SVG chart besides those of every picture: bars, labels and the marks of lines.

Marks are shapes, since small fonts have no ■ and no ▲; colours differ in lightness too.
"""

from rich.cells import cell_len

from fktui.pictures.svg_parts import INK, line, text_of

WIDE, HIGH = 1050.0, 784.0
"""One sheet for every chart, as wide as the network map; it is longer where much stands on it."""

LETTER = 7.0
"""The room for a letter."""

SOFT, GRID, BAND, LIMIT = "#4a4a4a", "#c8c8c8", "#eeeeee", "#9a3300"
COLOURS = ("#00497a", "#00543c", "#9a3300", "#5a3a7a", "#8a0026", "#3a3a3a")
"""Of the lines of a panel, in the order of `series.MARKS`."""
DASHES = ("", "8 4", "2 4", "12 4 2 4", "5 3", "1 3")


def box(x: float, y: float, wide: float, high: float, colour: str) -> str:
    """A filled box."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(0.0, wide):.1f}" '
        f'height="{max(0.0, high):.1f}" fill="{colour}"/>'
    )


def label(
    x: float,
    y: float,
    text: str,
    anchor: str = "start",
    colour: str = INK,
    *,
    bold: bool = False,
    ground: bool = False,
) -> str:
    """A text on its line; on a light ground where something runs below it."""
    parts = ""
    if ground and text:
        wide = cell_len(text) * LETTER + 4
        left = x - {"start": 2, "middle": wide / 2, "end": wide - 2}[anchor]
        parts = (
            f'<rect x="{left:.1f}" y="{y - 11:.1f}" width="{wide:.1f}" height="14" '
            'fill="#ffffff" fill-opacity="0.85"/>'
        )
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'{parts}<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"'
        f"{weight}>{text_of(text)}</text>"
    )


def mark(x: float, y: float, number: int) -> str:
    """The shape of a line of a panel, on a light rim so that it stands free."""
    colour = COLOURS[number]
    rim = f'fill="{colour}" stroke="#ffffff" stroke-width="1"'
    if number == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" {rim}/>'
    if number == 1:
        return f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" {rim}/>'
    if number in (2, 5):
        way = -1 if number == 2 else 1  # noqa: PLR2004 - up, and down
        corners = ((x, y + 6 * way), (x - 5.5, y - 4 * way), (x + 5.5, y - 4 * way))
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in corners)
        return f'<polygon points="{points}" {rim}/>'
    if number == 3:  # noqa: PLR2004 - the open one
        return hollow(x, y, colour)
    return line((x - 5, y - 5), (x + 5, y + 5), colour, "2.5") + line(
        (x - 5, y + 5), (x + 5, y - 5), colour, "2.5"
    )


def hollow(x: float, y: float, colour: str) -> str:
    """An open square."""
    return (
        f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="#ffffff" '
        f'stroke="{colour}" stroke-width="2"/>'
    )
