"""Where a document lands on this computer: in which folder, under which name, never over another.

A file on a disk is seen by whoever looks over a shoulder: its name says no names of people.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from fktui.errors import NotFound
from fktui.store.disk.files import disk_failed

_PRIVATE_FILE = 0o600
_MOST = 200
"""Documents of one day with one title; more is a mistake."""


def usual_folder() -> Path:
    """The user's folder for documents; the home folder when there is none."""
    import platformdirs  # 7 ms, and only a document needs it

    documents = Path(platformdirs.user_documents_dir())
    return documents if documents.is_dir() else Path.home()


def read_folder(typed: str) -> Path:
    """The folder that was typed; `~` is the home folder.

    Raises:
        NotFound: it is not there.
    """
    folder = Path(typed).expanduser()
    if not folder.is_dir():
        raise NotFound("not-found", kind="folder", given=typed)
    return folder.absolute()


@contextmanager
def new_file(folder: Path, title: str, ending: str, on: date) -> Iterator[Path]:
    """An empty file of its own to write a document to; taken away when that does not work out.

    Args:
        folder: where.
        title: of the document.
        ending: the format, such as `pdf`.
        on: the day it is made, which the name begins with.

    Raises:
        DiskFailed: the folder refuses.
    """
    path = _reserved(folder, f"{on.isoformat()}-{_plain(title)}", ending)
    try:
        yield path
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write(path: Path, data: bytes) -> None:
    """The document to its file.

    Raises:
        DiskFailed: the disk refuses.
    """
    try:
        path.write_bytes(data)
    except OSError as error:
        raise disk_failed(error, str(path)) from error


def _reserved(folder: Path, name: str, ending: str) -> Path:
    for number in range(1, _MOST):
        path = folder / (f"{name}.{ending}" if number == 1 else f"{name}-{number}.{ending}")
        try:
            path.touch(mode=_PRIVATE_FILE, exist_ok=False)
        except FileExistsError:
            continue
        except OSError as error:
            raise disk_failed(error, str(path)) from error
        return path
    raise disk_failed(FileExistsError(), str(folder / name))


def _plain(title: str) -> str:
    """A title as letters, digits and hyphens, which every computer takes."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-")[:60] or "document"
