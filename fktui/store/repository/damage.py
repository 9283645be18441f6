"""What the disk damaged inside `.git`: found by reading everything, and taken out of the way.

Git stops at an object, a pack or a ref that is torn, even when it has no need of it. Nothing here
decides what the history becomes; that is `repair`.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from fktui.store.disk.files import read_plain, remove, replace, write_atomic
from fktui.store.git import program, refs
from fktui.store.git.commits import tree_and_parents
from fktui.store.repository.workplace import Workplace

_LOG_LINE = re.compile(rb"[0-9a-f]{40} [0-9a-f]{40} [^\0]*>[^\0]* -?\d+ [+-]\d{4}(?:\t[^\0]*)?\Z")
_PACKED_REF = re.compile(rb"(?:#.*|\^[0-9a-f]{40}|([0-9a-f]{40}) refs/[^\0]+)\Z")
_REF = re.compile(rb"(?:[0-9a-f]{40}|ref: refs/[^\0\n]+)\n?\Z")
# Git makes these itself when they are not there.
_CACHES = ("objects/info/commit-graph", "objects/info/packs", "objects/pack/multi-pack-index")


class Found(NamedTuple):
    """A commit that can be read; whether all that it leads to is there is another question."""

    id: str
    tree: str
    parents: tuple[str, ...]


def is_log_line(line: bytes) -> bool:
    """Whether this is a whole line of the log of a branch."""
    return _LOG_LINE.match(line) is not None


def drop_objects(at: Workplace) -> int:
    """Take away every object that is not what its name says; gives their number."""
    lost = 0
    for path in _loose_files(at):
        name = path.parent.name + path.name
        if at.objects.loose(name) is None:
            lost += not path.name.startswith("tmp_")
            remove(path)
    for cache in _CACHES:
        remove(at.git / cache)
    for pack in (at.git / "objects" / "pack").glob("pack-*.pack"):
        lost += not _is_pack_whole(at, pack)
    return lost


def _loose_files(at: Workplace) -> list[Path]:
    return sorted((at.git / "objects").glob("[0-9a-f][0-9a-f]/*"))


def _is_pack_whole(at: Workplace, pack: Path) -> bool:
    for suffix in (".rev", ".bitmap"):
        remove(pack.with_suffix(suffix))
    table = pack.with_suffix(".idx")
    if program.ask(at.git, ["verify-pack", str(table)]).status == 0:
        return True
    remove(table)
    if program.ask(at.git, ["index-pack", "--no-rev-index", str(pack)]).status == 0:
        return True
    # Kept, for somebody who can read more of it than we can.
    at.aside.mkdir(exist_ok=True)
    replace(pack, at.aside / pack.name)
    return False


def drop_packed_refs(at: Workplace) -> int:
    """Take the lines out of `packed-refs` that are torn or point to nothing; gives their number."""
    path = at.git / "packed-refs"
    data = read_plain(path)
    if data is None:
        return 0
    lines = data.split(b"\n")[:-1]
    kept = [
        line
        for line in lines
        if (found := _PACKED_REF.match(line))
        and (found[1] is None or _leads_somewhere(at, found[1].decode()))
    ]
    if kept != lines or not data.endswith(b"\n"):
        write_atomic(path, b"".join(line + b"\n" for line in kept), at.temporary)
    return len(lines) - len(kept)


def drop_refs(at: Workplace) -> int:
    """Take away other refs that are torn or point to nothing; gives their number."""
    lost = 0
    for path in sorted((at.git / "refs").rglob("*")):
        name = path.relative_to(at.git).as_posix()
        if path.is_dir() or name == refs.BRANCH or name.endswith(".lock"):
            continue
        words = ["rev-list", "--objects", "--quiet", name, "--"]
        if not _REF.match(read_plain(path) or b"") or program.ask(at.git, words).status:
            remove(path)
            lost += 1
    return lost


def commits_by_length(at: Workplace) -> list[Found]:
    """Every commit that can be read, reachable or not, the one with the longest history first."""
    words = ["cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)"]
    lines = program.run(at.git, words).decode().splitlines()
    names = [line.split(" ")[1] for line in lines if line.startswith("commit ")]
    commits = [
        Found(name, *tree_and_parents(data)) for name, data in at.objects.read_many(names).items()
    ]
    lengths = _lengths({commit.id: commit.parents for commit in commits})
    return sorted(commits, key=lambda commit: lengths[commit.id], reverse=True)


def _lengths(parents: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    lengths: dict[str, int] = {}
    waiting = list(parents)
    while waiting:
        before = parents.get(waiting[-1], ())
        unknown = [parent for parent in before if parent not in lengths]
        waiting += unknown
        if not unknown:
            lengths[waiting.pop()] = 1 + max((lengths[parent] for parent in before), default=0)
    return lengths


def drop_unreachable(at: Workplace) -> None:
    """Set aside what no branch reaches and what leads to nothing: Git would complain for ever."""
    known = set(program.run(at.git, ["rev-list", "--objects", "--all"]).decode().split())
    for path in _loose_files(at):
        name = path.parent.name + path.name
        if name not in known and not _leads_somewhere(at, name):
            at.aside.mkdir(exist_ok=True)
            with suppress(FileNotFoundError):
                replace(path, at.aside / f"object-{name}")


def _leads_somewhere(at: Workplace, name: str) -> bool:
    words = ["rev-list", "--objects", "--quiet", name, "--"]
    return program.ask(at.git, words).status == 0
