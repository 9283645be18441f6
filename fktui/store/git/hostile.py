"""Is the `.git` inside a folder harmless? Its configuration is code until this module has seen it.

A folder that came on a stick, or that a sync program made, can tell Git to run any program. So
the configuration passes a strict reading here before the first Git command, and everything that
makes Git look elsewhere for its objects is refused.
"""

import re
import stat
from pathlib import Path

from fktui.errors import NotFound, Unsafe
from fktui.store.disk.files import read_plain

_SECTION = re.compile(r'\[\s*(core|user|fk)(?:\s+"[A-Za-z0-9._-]{0,64}")?\s*\]\Z')
_SETTING = re.compile(r"([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*([^\\\"#;\x00-\x08\x0b-\x1f]*))?\Z")
_ON_OFF = frozenset({"true", "false", "yes", "no", "on", "off", "1", "0"})
_SWITCHES = frozenset(
    {"filemode", "logallrefupdates", "ignorecase", "precomposeunicode", "symlinks"}
)
# Each of these makes Git read objects, settings or a work folder from somewhere else.
_ELSEWHERE = (
    "commondir",
    "gitdir",
    "config.worktree",
    "shallow",
    "worktrees",
    "modules",
    "info/grafts",
    "info/sparse-checkout",
    "objects/info/alternates",
    "objects/info/http-alternates",
    "refs/replace",
)
_FOLDERS = ("objects", "objects/info", "objects/pack", "refs", "refs/heads", "info", "logs", "fk")
_FILES = ("HEAD", "config", "packed-refs", "index", "info/attributes", "info/exclude")


def inspect(folder: Path) -> Path:
    """The `.git` of a family's folder, after checking that Git can be started in it.

    Raises:
        NotFound: there is no folder (kind "folder"), or no `.git` in it (kind "history").
        Unsafe: what is found could run something or lead outside the folder.
    """
    _expect_folder(folder, folder.name, missing="folder")
    git = folder / ".git"
    _expect_folder(git, ".git", missing="history")
    for name in _ELSEWHERE:
        if _mode(git / name) is not None:
            raise Unsafe("git-elsewhere", where=folder.name, found=name)
    for name in _FOLDERS:
        if (mode := _mode(git / name)) is not None and not stat.S_ISDIR(mode):
            raise Unsafe("git-link", where=folder.name, found=name)
    for name in _FILES:
        if (mode := _mode(git / name)) is not None and not stat.S_ISREG(mode):
            raise Unsafe("git-link", where=folder.name, found=name)
    _check_configuration(folder.name, read_plain(git / "config") or b"")
    return git


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _expect_folder(path: Path, name: str, missing: str) -> None:
    mode = _mode(path)
    if mode is None:
        raise NotFound(f"no-{missing}", kind=missing, given=path.name)
    if not stat.S_ISDIR(mode):
        raise Unsafe("git-link", where=name, found="symlink" if stat.S_ISLNK(mode) else "file")


def _check_configuration(where: str, data: bytes) -> None:
    section = ""
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), start=1):
        text = line.strip(" \t\r")
        if not text or text[0] in "#;":
            continue
        if text[0] == "[":
            found = _SECTION.match(text)
            section = found[1] if found and (found[1] == "fk" or '"' not in text) else ""
            allowed = section != ""
        else:
            allowed = _is_harmless(section, text)
        if not allowed:
            raise Unsafe("git-config", where=where, found=_named(text), line=number)


def _named(line: str) -> str:
    # The name only: what follows it can be an address with a password in it.
    return "".join(re.findall(r"^\[?\s*[A-Za-z0-9.-]{0,40}", line))


def _is_harmless(section: str, text: str) -> bool:
    found = _SETTING.match(text)
    if found is None:
        return False
    key, value = found[1].lower(), (found[2] or "true").strip().lower()
    if section == "core":
        if key == "repositoryformatversion":
            return value == "0"
        if key == "bare":
            return value in ("false", "no", "off", "0")
        return key in _SWITCHES and value in _ON_OFF
    return section == "fk" or (section == "user" and key in ("name", "email"))
