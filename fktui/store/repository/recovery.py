"""What a crash left behind: an interrupted save, dead locks, temporary files. Found at no cost."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from fktui.store.disk.files import disk_failed, remove, replace
from fktui.store.git import refs
from fktui.store.repository import journal
from fktui.store.repository.finishing import finish
from fktui.store.repository.workplace import Workplace

_LOCKS = ("index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "refs/heads/main.lock")


class Recovered(NamedTuple):
    """What was put right.

    Attributes:
        finished: the id of the commit of a save that was interrupted and is complete now.
        aside: names in `.git/fk/aside` of files that a hand had changed meanwhile.
        removed: how many dead locks and temporary files were taken away.
    """

    finished: str | None = None
    aside: tuple[str, ...] = ()
    removed: int = 0


def has_work(at: Workplace) -> bool:
    """Whether a crash left something here; asks the disk only, starts nothing."""
    return journal.is_there(at) or bool(_leftovers(at))


def recover(at: Workplace) -> Recovered:
    """Finish what was interrupted and take away what is dead. Only under the family's lock.

    Raises:
        DiskFailed: the disk refuses; what was promised stays promised (kept is True).
    """
    leftovers = _leftovers(at)
    try:
        for path in leftovers:
            remove(path)
        promise = journal.read(at)
        if promise is None:
            return Recovered(aside=_set_broken_aside(at), removed=len(leftovers))
    except OSError as exc:
        raise disk_failed(exc, at.folder.name, kept=journal.is_there(at)) from exc
    aside = finish(at, promise)
    return Recovered(refs.read_head(at.git), aside, len(leftovers))


def _set_broken_aside(at: Workplace) -> tuple[str, ...]:
    if not journal.is_there(at):
        return ()
    at.aside.mkdir(exist_ok=True)
    replace(at.private / journal.NAME, at.aside / journal.NAME)
    return (journal.NAME,)


def _leftovers(at: Workplace) -> list[Path]:
    found = [path for name in _LOCKS if refs.is_dead(path := at.git / name)]
    with suppress(FileNotFoundError):
        found += at.temporary.iterdir()
    return found
