"""A document or picture on its way to a file: in which form, where, over no other unasked."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from fktui.cli import output
from fktui.documents.make import Format, Made
from fktui.documents.wall import PICTURE_FORMATS, as_file
from fktui.errors import AlreadyExists, NotFound, WrongUse
from fktui.pictures.picture import Picture
from fktui.usecases.desk import Desk
from fktui.words.language import _, current
from fktui.words.notes import say_hidden, say_note

Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Where; - for a pipe."))
]
FormatOf = Annotated[str, typer.Option("--format", help=_("md, html or pdf."))]
PictureFormatOf = Annotated[
    str | None, typer.Option("--format", help=_("For a file: svg, png, or pdf for the wall."))
]
Force = Annotated[bool, typer.Option("--force", help=_("Replace a file that is there."))]


def place(path: Path, force: bool) -> Path:
    """Where the file goes, known to be possible before anything is made.

    Raises:
        NotFound: its folder is not there.
        AlreadyExists: a file is there, and nobody said to replace it.
    """
    if str(path) == "-":
        return path
    if not path.parent.is_dir():
        raise NotFound("not-found", kind="folder", given=str(path.parent))
    if path.is_dir() or (path.exists() and not force):
        raise AlreadyExists("file-exists", file=str(path))
    return path


def wanted_format(fmt: str, out: Path | None) -> Format:
    """The format that was asked for, else that of the file's name, else PDF.

    Raises:
        WrongUse: `wrong-choice`.
    """
    wanted = fmt or (out.suffix.removeprefix(".") if out else "") or "pdf"
    if wanted not in get_args(Format):
        raise WrongUse("wrong-choice", given=wanted, allowed=", ".join(get_args(Format)))
    return cast("Format", wanted)


def tell_hidden(count: int) -> None:
    """How much is only in the record, because not everybody may read it."""
    if count:
        output.say(say_hidden(count))


def write(path: Path, made: Made) -> bool:
    """The document to its file, and what there is to know about it; whether it went to a pipe."""
    for note in made.notes:
        output.say(say_note(note))
    if str(path) == "-":
        sys.stdout.buffer.write(made.data)
        return True
    output.to_file(path, made.data)
    return False


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
