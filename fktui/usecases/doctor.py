"""`fk doctor`: is this computer, and is this store, in order? Looks, and changes nothing."""

from collections.abc import Iterator
from typing import NamedTuple

from fktui.errors import FkError
from fktui.store import computer
from fktui.store.git import program
from fktui.store.repository import Repository
from fktui.usecases.desk import Desk

LITTLE_ROOM = 500
"""Megabytes below which the disk is called nearly full."""
OLDEST_GIT = (2, 34)


class Finding(NamedTuple):
    """One thing that was looked at. `good` is None for what fk cannot see."""

    code: str
    good: bool | None
    facts: dict[str, object]


def examine(desk: Desk) -> Iterator[Finding]:
    """Everything that is looked at, one by one, so that a screen can show progress."""
    yield from _git()
    places = desk.store.places
    part = computer.synced_part(places.root)
    yield Finding("synced-folder", not part, {"part": part})
    yield Finding("network-folder", not computer.on_network(places.root), {})
    room = computer.free_megabytes(places.root)
    yield Finding("disk-room", room > LITTLE_ROOM, {"megabytes": room})
    yield Finding("private-folder", not computer.open_to_others(places), {})
    shown = computer.shows_families(places)
    yield Finding("families-folder", not shown, {"folder": str(places.root)})
    yield Finding("disk-encryption", None, {})
    known = any(c.id == desk.colleague for c in desk.colleagues)
    yield Finding("who-you-are", known, {"colleague": desk.colleague})
    foreign = desk.store.foreign()
    yield Finding("foreign-folders", not foreign, {"count": len(foreign)})
    yield from _repositories(desk)


class Mended(NamedTuple):
    """A history that was repaired; `fell_back` when versions of it may be lost."""

    case_id: str
    fell_back: bool


def repair(desk: Desk) -> Iterator[Mended]:
    """Repair every damaged history. The files themselves are never touched."""
    for case_id in desk.store.case_ids():
        repository = desk.store.repository(case_id)
        if _problems(repository):
            yield Mended(case_id, repository.repair().fell_back)


def _git() -> Iterator[Finding]:
    try:
        version = program.version()
    except FkError:
        yield Finding("git", False, {"version": ""})
        return
    said = ".".join(str(part) for part in version)
    yield Finding("git", version >= OLDEST_GIT, {"version": said})


def _repositories(desk: Desk) -> Iterator[Finding]:
    ids = desk.store.case_ids()
    damaged = [case_id for case_id in ids if _problems(desk.store.repository(case_id))]
    yield Finding("histories", not damaged, {"cases": ", ".join(damaged)})
    yield Finding("team-history", not Repository(desk.store.places.team).fsck(), {})


def _problems(repository: Repository) -> tuple[str, ...]:
    try:
        return repository.fsck()
    except FkError as error:
        return (error.code,)
