"""A sheet of letters and dots: what a picture is in a terminal.

A cell holds a letter or eight dots of braille, in an ink, on a tint. What the inks look like is
said by whoever shows it.
"""

from collections.abc import Iterator
from itertools import groupby
from math import ceil, hypot
from typing import NamedTuple

from rich.cells import cell_len

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of a dot in its cell, by row and column (Unicode, braille patterns)."""

ACROSS, DOWN = 2, 4
"""Dots in a cell."""


class Run(NamedTuple):
    """Letters beside each other that look alike."""

    text: str
    ink: str
    tint: int


class Canvas:
    """Letters stand over dots; what is drawn later stands over what was drawn before."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._letters: dict[tuple[int, int], tuple[str, str]] = {}
        self._dots: dict[tuple[int, int], tuple[int, str]] = {}
        self._tints: dict[tuple[int, int], int] = {}

    def write(self, x: int, y: int, text: str, ink: str = "") -> None:
        """Letters from a cell on; what does not fit on the sheet is left out."""
        for letter in text:
            width = cell_len(letter)
            if not width:  # a mark on the letter before it
                before = self._letters.get((x - 1, y), ("", ""))
                if before[0]:
                    self._letters[x - 1, y] = before[0] + letter, before[1]
                continue
            if x >= 0 and x + width <= self.width and 0 <= y < self.height:
                self._letters[x, y] = letter, ink
                if width > 1:
                    self._letters[x + 1, y] = "", ink
            x += width

    def dot(self, x: float, y: float, ink: str = "") -> None:
        """A dot; columns and rows in dots, 2 by 4 in a cell."""
        across, down = round(x), round(y)
        cell = across // ACROSS, down // DOWN
        if 0 <= cell[0] < self.width and 0 <= cell[1] < self.height:
            before, _ink = self._dots.get(cell, (0, ""))
            self._dots[cell] = before | _DOTS[down % DOWN][across % ACROSS], ink

    def line(self, points: Iterator[tuple[float, float]], ink: str = "") -> None:
        """Dots in a row."""
        for x, y in points:
            self.dot(x, y, ink)

    def tint(self, x: int, y: int, tint: int) -> None:
        """The ground of a cell."""
        self._tints[x, y] = tint

    def rows(self) -> list[list[Run]]:
        """From above to below, each row cut where it looks otherwise."""
        return [
            [
                Run("".join(text for text, _look in group), *look)
                for look, group in groupby(self._cells(y), key=lambda cell: cell[1])
            ]
            for y in range(self.height)
        ]

    def text(self) -> str:
        """The letters and dots alone."""
        rows = ("".join(run.text for run in row).rstrip() for row in self.rows())
        return "\n".join(rows)

    def _cells(self, y: int) -> Iterator[tuple[str, tuple[str, int]]]:
        for x in range(self.width):
            tint = self._tints.get((x, y), 0)
            if (x, y) in self._letters:
                letter, ink = self._letters[x, y]
            elif (x, y) in self._dots:
                bits, ink = self._dots[x, y]
                letter = chr(0x2800 + bits)
            else:
                letter, ink = " ", ""
            yield letter, (ink, tint)


def straight(
    start: tuple[float, float], end: tuple[float, float]
) -> Iterator[tuple[float, float, float]]:
    """The dots from one point to another, each with its distance from the first."""
    (x, y), (to_x, to_y) = start, end
    length = hypot(to_x - x, to_y - y)
    steps = max(1, ceil(length))
    for step in range(steps + 1):
        part = step / steps
        yield x + (to_x - x) * part, y + (to_y - y) * part, part * length
