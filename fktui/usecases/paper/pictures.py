"""A picture as a file of its own, in the user's folder for documents."""

from pathlib import Path

from fktui.documents.wall import PictureFormat, as_file
from fktui.pictures.picture import Picture
from fktui.usecases.desk import Desk
from fktui.usecases.paper.files import new_file, usual_folder, write
from fktui.words.language import current


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
