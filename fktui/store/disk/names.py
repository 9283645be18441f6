"""Which names a file in a family's folder may have; what is anything else, is listed, never read.

Only names as such: no disk. Every path that comes from a commit, a bundle, a form or a folder
passes `problem_with` before it is used.
"""

import re

MAX_DEPTH = 3
MAX_LENGTH = 100

_PART = re.compile(r"[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)*\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z")
_FOR_PEOPLE = frozenset({"README.md"})
# What OneDrive, Dropbox, Nextcloud and Windows make of two versions, and of a copy by hand.
_CONFLICT_COPY = re.compile(
    r".+(?: \(\d+\)| ?\([^)]*(?:conflict|conflicted|copy|kopie)[^)]*\)| - (?:copy|kopie)[^/]*"
    r"|-[A-Z0-9]*[A-Z][A-Z0-9-]+|\.sync-conflict-.+)(?:\.[A-Za-z0-9]+)?\Z",
)
_EDITOR = re.compile(r"(?:.*~|\..*\.sw[a-z]|#.*#|\.#.*|~\$.*|.*\.(?:bak|orig|rej|tmp|swp))\Z")


def problem_with(path: str) -> str | None:
    """What is wrong with this path ("/" between its parts), as a code; None when it may be used.

    The codes: editor-file, conflict-copy, hidden, too-deep, bad-name.
    """
    parts = path.split("/")
    for part in parts:
        problem = _problem_with_part(part)
        if problem is not None:
            return problem
    return "too-deep" if len(parts) > MAX_DEPTH else None


def _problem_with_part(part: str) -> str | None:
    if part in _FOR_PEOPLE:
        return None
    if _EDITOR.match(part):
        return "editor-file"
    if _CONFLICT_COPY.match(part):
        return "conflict-copy"
    if part.startswith("."):
        return "hidden"
    if len(part) > MAX_LENGTH or not _PART.match(part) or _RESERVED.match(part):
        return "bad-name"
    # On Windows and macOS this is the same file as README.md.
    return "bad-name" if part == "readme.md" else None
