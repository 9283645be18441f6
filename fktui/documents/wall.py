"""A picture as a file: SVG as it is, PNG for a text of one's own, PDF as a page for the wall."""

import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Literal, get_args

import msgspec

from fktui.pictures.picture import Picture

PictureFormat = Literal["svg", "png", "pdf"]
PICTURE_FORMATS: tuple[PictureFormat, ...] = get_args(PictureFormat)

_HOUSE = Path(__file__).with_name("typst")
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_SHARP = 144.0
"""Dots in an inch of a PNG."""


def as_file(picture: Picture, fmt: PictureFormat, language: str, on: date) -> bytes:
    """The picture in a format; the same picture makes the same bytes.

    Args:
        picture: what is drawn.
        fmt: svg, png or pdf.
        language: "nl" or "en": how a reader aloud says its words.
        on: the date inside a PDF.
    """
    if fmt == "svg":
        return picture.svg.encode()
    # 17 ms and 80 MB on disk, and only a PDF or PNG needs it.
    from typst import Compiler, Fonts

    found = _SIZE.search(picture.svg)
    wide, high = map(float, found.groups()) if found else (1.0, 1.0)
    data = {
        "svg": picture.svg,
        "title": picture.title,
        "words": "\n".join(picture.words) or picture.title,
        "language": language,
        "date": [on.year, on.month, on.day],
        "page": fmt == "pdf",
        "wide": wide > high,
        "points": wide,
    }
    # A name in letters that the house fonts lack is drawn with those of this computer.
    fonts = Fonts(
        include_system_fonts=True,
        include_embedded_fonts=True,
        font_paths=[str(_HOUSE / "fonts")],
    )
    compiler = Compiler(str(_HOUSE / "wall.typ"), root=str(_HOUSE), font_paths=fonts)
    made = compiler.compile(
        format=fmt,
        ppi=_SHARP,
        sys_inputs={"picture": msgspec.json.encode(data).decode()},
        timestamp=datetime.combine(on, time(), UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101 - one page comes as one piece
    return made
