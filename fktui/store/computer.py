"""What can be known of this computer, for `fk doctor`: Git, the disk, folders that synchronise."""

import os
import re
import shutil
import stat
from pathlib import Path

from fktui.store.places import Places

_SYNCED = re.compile(
    r"onedrive|dropbox|google ?drive|icloud|mobile documents|nextcloud|owncloud|stack(?:storage)?$",
    re.IGNORECASE,
)
_NETWORK_FILE_SYSTEMS = frozenset(("nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs"))
_NETWORK_DRIVE = re.compile(r"^(\\\\|//)")


def synced_part(folder: Path) -> str:
    """The part of the path that belongs to a service that synchronises folders, or nothing."""
    return next((part for part in folder.parts if _SYNCED.search(part)), "")


def on_network(folder: Path) -> bool:
    """Whether the folder is not on a disk of this computer, as far as can be seen."""
    if _NETWORK_DRIVE.match(str(folder)):
        return True
    kinds = _mounts()
    nearest = max((m for m in kinds if folder.is_relative_to(m)), key=len, default="")
    return kinds.get(nearest, "") in _NETWORK_FILE_SYSTEMS


def free_megabytes(folder: Path) -> int:
    """Room left on the disk of this folder, in MB."""
    return shutil.disk_usage(folder).free // (1024 * 1024)


def open_to_others(places: Places) -> bool:
    """Whether other users of this computer may look into the private folder of the store."""
    if os.name == "nt" or not places.private.exists():
        return False
    return bool(stat.S_IMODE(places.private.stat().st_mode) & 0o077)


def shows_families(places: Places) -> bool:
    """Whether other users of this computer may look into the folder of the families."""
    way = (places.cases, *places.cases.absolute().parents)
    if os.name == "nt" or not places.cases.exists():
        return False
    modes = [stat.S_IMODE(one.stat().st_mode) for one in way]
    return any(
        modes[0] & read and all(mode & enter for mode in modes)
        for read, enter in ((0o040, 0o010), (0o004, 0o001))
    )


def _mounts() -> dict[str, str]:
    """Mount point and kind of file system, where the computer tells (Linux)."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    fields = (line.split() for line in lines)
    return {field[1].replace("\\040", " "): field[2] for field in fields if len(field) > 2}  # noqa: PLR2004
