"""A picture as a file of its own, in the user's folder for documents."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from fktui.documents.wall import PictureFormat, as_file
from fktui.pictures.picture import Picture
from fktui.usecases.desk import Desk
from fktui.usecases.paper.files import new_file, usual_folder, write
from fktui.words.language import _, current


def keep_picture(
    desk: Desk, picture: Picture, title: str, fmt: PictureFormat, folder: Path | None = None
) -> Path:
    """The picture in a new file, over no other one.

    Args:
        desk: whose day it is.
        picture: what is drawn.
        title: of the kind of picture, for the name of the file; it says nobody's name.
        fmt: svg, png or pdf.
        folder: where; else the user's folder for documents.

    Raises:
        DiskFailed: the folder refuses.
    """
    return keep_data(desk, as_file(picture, fmt, current(), desk.today), title, fmt, folder)


def keep_data(desk: Desk, data: bytes, title: str, ending: str, folder: Path | None = None) -> Path:
    """What was made in a new file, over no other one."""
    with new_file(folder or usual_folder(), title, ending, desk.today) as path:
        write(path, data)
    return path


class FileKind(NamedTuple):
    """A file that can be made of what is looked at.

    Attributes:
        id: its name in a list.
        said: what it is, in words.
        make: makes it and says where it is.
    """

    id: str
    said: str
    make: Callable[[Desk], Path]


def picture_files(title: str, draw: Callable[[Desk], Picture]) -> list[FileKind]:
    """A picture in each of its formats.

    Args:
        title: of the kind of picture, for the names of the files.
        draw: makes the picture.
    """

    def making(fmt: PictureFormat) -> Callable[[Desk], Path]:
        return lambda desk: keep_picture(desk, draw(desk), title, fmt)

    said: dict[PictureFormat, str] = {
        "pdf": _("PDF: a page for the wall"),
        "png": _("PNG: for a text or a message"),
        "svg": _("SVG: to print at any size"),
    }
    return [FileKind(fmt, words, making(fmt)) for fmt, words in said.items()]
