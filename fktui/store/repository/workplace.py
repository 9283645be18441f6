"""Where things lie in one family's repository, once `hostile` has found it harmless."""

from pathlib import Path
from typing import NamedTuple

from fktui.store.git import hostile
from fktui.store.git.objects import Objects


class Workplace(NamedTuple):
    """The family's folder, its `.git`, and in that our own folder with two rooms."""

    folder: Path
    git: Path

    @property
    def private(self) -> Path:
        """Ours alone, never synced: lock, journal."""
        return self.git / "fk"

    @property
    def temporary(self) -> Path:
        """Files on their way to their place."""
        return self.private / "tmp"

    @property
    def aside(self) -> Path:
        """What a hand wrote while we were writing: kept, for people to look at."""
        return self.private / "aside"

    @property
    def objects(self) -> Objects:
        """The Git objects of this family."""
        return Objects(self.git, self.temporary)

    def prepare(self) -> None:
        """Make the folders that a write needs."""
        self.temporary.mkdir(parents=True, exist_ok=True)


def enter(folder: Path) -> Workplace:
    """The workplace of a family's folder.

    Raises:
        NotFound, Unsafe: see `hostile.inspect`.
    """
    return Workplace(folder, hostile.inspect(folder))
