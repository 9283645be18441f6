"""The folder that a coach names the first time: what she means by it, and why it will not do."""

import errno
import os
import re
from pathlib import Path

from fktui.errors import AlreadyExists, DiskFailed, FkError, WrongUse
from fktui.store import computer
from fktui.store.git import program
from fktui.store.repository.creating import discard
from fktui.usecases.doctor import Finding

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|[\w.-]+@[\w.-]+:", re.IGNORECASE)
_QUOTES = "\"'“”‘’"
_NO_THINGS = frozenset((".ds_store", "desktop.ini", "thumbs.db", ".localized", ".directory"))
"""What computers put in a folder by themselves."""

_USUAL = "FamilieKracht"
_CODES = {
    errno.EEXIST: "folder-no-folder",
    errno.ENOTDIR: "folder-no-folder",
    errno.EACCES: "folder-no-right",
    errno.EPERM: "folder-no-right",
    errno.EROFS: "folder-no-right",
    errno.ENOSPC: "folder-no-room",
    errno.EDQUOT: "folder-no-room",
    errno.ENAMETOOLONG: "folder-no-name",
    errno.EINVAL: "folder-no-name",
    errno.EILSEQ: "folder-no-name",
}


def folder_of(typed: str) -> Path:
    """The folder that is meant; one without a beginning lies in the home folder.

    Raises:
        WrongUse: it is the address of a server, or no name of a folder at all.
    """
    text = typed.strip().strip(_QUOTES).strip()
    if _ADDRESS.match(text):
        raise WrongUse("folder-is-address", folder=text)
    if not text or not text.isprintable():
        raise WrongUse("folder-no-name", folder=text)
    try:
        folder = Path(text).expanduser()
    except RuntimeError as error:  # ~ and a name that nobody has here
        raise WrongUse("folder-no-name", folder=text) from error
    return Path(os.path.abspath(Path.home() / folder))  # noqa: PTH100 - a link stays as it was typed


def check_git() -> None:
    """Whether Git is here: known before anything is made.

    Raises:
        GitMissing: it is not.
    """
    program.version()


def check_new(root: Path) -> None:
    """Whether a new store can come in a folder; the disk is only looked at.

    Raises:
        AlreadyExists: there are other things in it.
        DiskFailed: it cannot be looked at.
    """
    try:
        found = [one.name for one in root.iterdir()]
    except FileNotFoundError:
        return
    except OSError as error:
        raise disk_failed(root, error) from error
    if any(name.casefold() not in _NO_THINGS for name in found):
        raise AlreadyExists("folder-has-things", folder=str(root), other=str(root / _USUAL))


def disk_failed(root: Path, error: OSError) -> FkError:
    """What the computer said of a folder, as an error with a sentence of ours."""
    code = _CODES.get(error.errno or 0, "folder-no-use")
    return DiskFailed(code, folder=str(root), other=str(Path.home() / _USUAL))


def doubts(root: Path) -> list[Finding]:
    """Why families had better not live in a folder: found before anything is put there."""
    part = computer.synced_part(root)
    found = [Finding("synced-folder", good=not part, facts={"part": part})]
    found.append(Finding("network-folder", good=not computer.on_network(root), facts={}))
    return [one for one in found if not one.good]


def give_up(root: Path) -> None:
    """Take away a store that could not be made, where nothing was before."""
    discard(root)
