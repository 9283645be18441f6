"""A new repository for a family: built beside its place and moved there whole."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from fktui.errors import AlreadyExists
from fktui.store.disk.files import disk_failed, inside, sync_folder, write_atomic
from fktui.store.git import index, refs
from fktui.store.git.commits import CommitText, Signature, commit_bytes, reflog_line
from fktui.store.git.objects import FILE_MODE, Entry
from fktui.store.repository.workplace import Workplace

PREFIX = ".new-"
# Without filemode and symlinks the same on every computer and on a stick.
CONFIG = b"""[core]
\trepositoryformatversion = 0
\tfilemode = false
\tbare = false
\tlogallrefupdates = true
\tsymlinks = false
"""
# For people who use Git in this folder: bytes go in and out as they are, whatever their settings.
_ATTRIBUTES = b"* -text -ident -filter -working-tree-encoding\n"
_EXCLUDE = b"*~\n.*.sw?\n#*#\n.#*\n~$*\n.DS_Store\nThumbs.db\ndesktop.ini\n"


def create(folder: Path, files: Mapping[str, bytes], text: CommitText, by: Signature) -> None:
    """Make the folder with these files and their first commit; it appears complete or not at all.

    Raises:
        AlreadyExists: there is something with that name.
        DiskFailed: the disk refuses; nothing is left.
    """
    if os.path.lexists(folder):
        raise AlreadyExists("folder-exists", kind="folder", given=folder.name)
    building = folder.with_name(f"{PREFIX}{folder.name}")
    try:
        if building.exists():  # a crash left it; an id is new, so nobody else builds it
            shutil.rmtree(building)
        _build(Workplace(building, building / ".git"), files, text, by)
        building.rename(folder)
        sync_folder(folder.parent)
    except OSError as exc:
        if os.path.lexists(folder):
            raise AlreadyExists("folder-exists", kind="folder", given=folder.name) from exc
        raise disk_failed(exc, folder.name) from exc
    finally:
        discard(building)


def discard(folder: Path) -> None:
    """Take away a folder that we were making and that is not whole; it may be gone already."""
    with suppress(OSError):
        shutil.rmtree(folder)


def _build(at: Workplace, files: Mapping[str, bytes], text: CommitText, by: Signature) -> None:
    for name in ("objects/info", "objects/pack", "refs/heads", "refs/tags", "info", "logs"):
        (at.git / name).mkdir(parents=True)
    at.prepare()
    write_atomic(at.git / "config", CONFIG, at.temporary)
    write_atomic(at.git / "info" / "attributes", _ATTRIBUTES, at.temporary)
    write_atomic(at.git / "info" / "exclude", _EXCLUDE, at.temporary)
    write_atomic(at.git / "HEAD", f"ref: {refs.BRANCH}\n".encode(), at.temporary)
    listing = {}
    for path, data in files.items():
        place = inside(at.folder, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(place, data, at.temporary)
        listing[path] = Entry(FILE_MODE, at.objects.write("blob", data))
    commit = commit_bytes(at.objects.write_tree(listing), (), text, by)
    name = at.objects.write("commit", commit)
    refs.move_head(at.git, None, name, reflog_line(None, name, commit), at.temporary)
    index.refresh(at.git, listing, listing, at.temporary)
    for place in {(at.folder / path).parent for path in files} | {at.git, at.folder}:
        sync_folder(place)
