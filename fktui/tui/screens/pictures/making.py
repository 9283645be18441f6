"""A picture that is looked at becomes a file: which kind, is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from fktui.documents.wall import PICTURE_FORMATS, PictureFormat
from fktui.pictures.picture import Picture
from fktui.tui.program import Program
from fktui.tui.screens.chooser import ChooserScreen
from fktui.usecases.paper.pictures import keep_data, keep_picture
from fktui.words.language import N_, _

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

_SAID = {
    "pdf": N_("PDF: a page for the wall"),
    "png": N_("PNG: for a text or a message"),
    "svg": N_("SVG: to print at any size"),
}
_COPY = "copy-"

Draw = Callable[["Desk", bool], Picture]
"""The picture; as a copy that leaves the family, or with all names."""
Table = Callable[["Desk"], bytes]
"""The same as data."""


class Making:
    """What can be made of a picture.

    Args:
        title: of the kind of picture, for the name of the file; nobody's name is in it.
        draw: makes the picture.
        leaves: what a copy that leaves the family is called; empty where there is none.
        tables: the same as data: ending, what it is called, and how it is made.
    """

    def __init__(
        self,
        title: str,
        draw: Draw,
        leaves: str = "",
        tables: dict[str, tuple[str, Table]] | None = None,
    ) -> None:
        self._title = title
        self._draw = draw
        self._leaves = leaves
        self._tables = tables or {}

    def ask(self, screen: Screen[object], program: Program) -> None:
        """Ask which file, make it, and say where it is."""
        rows = [(fmt, _(_SAID[fmt])) for fmt in reversed(PICTURE_FORMATS)]
        if self._leaves:
            rows.append((f"{_COPY}pdf", self._leaves))
        rows += [(ending, said) for ending, (said, _make) in self._tables.items()]

        def chosen(kind: str | None) -> None:
            if kind:
                program.make_file(lambda desk: self._made(desk, kind))

        screen.app.push_screen(ChooserScreen(_("Make a file of it"), rows), chosen)

    def _made(self, desk: "Desk", kind: str) -> Path:
        if kind in self._tables:
            return keep_data(desk, self._tables[kind][1](desk), self._title, kind)
        fmt: PictureFormat = next(one for one in PICTURE_FORMATS if kind.endswith(one))
        picture = self._draw(desk, kind.startswith(_COPY))
        return keep_picture(desk, picture, self._title, fmt)
