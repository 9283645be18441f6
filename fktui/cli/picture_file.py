"""A picture on its way to a file: in which format, and where."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from fktui.cli import output
from fktui.documents.wall import PICTURE_FORMATS, as_file
from fktui.errors import WrongUse
from fktui.pictures.picture import Picture
from fktui.usecases.desk import Desk
from fktui.words.language import _, current

FormatOf = Annotated[
    str | None, typer.Option("--format", help=_("For a file: svg, png, or pdf for the wall."))
]


def asked_format(fmt: str | None, out: Path | None, more: Sequence[str] = ()) -> str:
    """The format of the file that was asked for; empty where the picture goes to the terminal.

    Args:
        fmt: as typed.
        out: the file, whose ending says the format when nothing else does.
        more: formats besides those of every picture.

    Raises:
        WrongUse: `wrong-choice`.
    """
    if fmt is None and out is None:
        return ""
    wanted = fmt or (out.suffix.removeprefix(".") if out else "")
    allowed = (*PICTURE_FORMATS, *more)
    if wanted not in allowed:
        given = wanted or (str(out) if out else "")
        raise WrongUse("wrong-choice", given=given, allowed=", ".join(allowed))
    return wanted


def save_picture(desk: Desk, path: Path, picture: Picture, fmt: str) -> None:
    """The picture to its file, or to a pipe; `path` comes from `paper_file.place`."""
    kind = next(one for one in PICTURE_FORMATS if one == fmt)
    save_data(path, as_file(picture, kind, current(), desk.today))


def save_data(path: Path, data: bytes) -> None:
    """What was made to its file, or to a pipe; who asked is told where it went."""
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        return
    output.to_file(path, data)
    output.say(_("Made: {path}").format(path=path.absolute()))
