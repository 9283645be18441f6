"""Every place of a store on disk, and how a store is found."""

from pathlib import Path
from typing import NamedTuple

from fktui.errors import NoStore


class Places(NamedTuple):
    """The folders and files of one store. Knows names only; reads and makes nothing."""

    root: Path

    @property
    def team(self) -> Path:
        """The team's own Git repository."""
        return self.root / "team"

    @property
    def settings(self) -> Path:
        """The file that makes a folder a store."""
        return self.root / "team" / "fk.yaml"

    @property
    def cases(self) -> Path:
        """One folder per family, each a Git repository."""
        return self.root / "cases"

    @property
    def private(self) -> Path:
        """What belongs to this computer only: index, drafts, who I am. Never synchronised."""
        return self.root / ".fk"

    @property
    def device(self) -> Path:
        """Who works on this computer."""
        return self.private / "device.toml"

    @property
    def visit(self) -> Path:
        """When the store was last looked at on this computer."""
        return self.private / "visit.toml"

    @property
    def drafts(self) -> Path:
        """What is being written and not yet recorded."""
        return self.private / "drafts"

    @property
    def overview(self) -> Path:
        """The disposable overview; deleting it costs time, never data."""
        return self.private / "overview.sqlite"

    @property
    def templates(self) -> Path:
        """The team's own document templates; they win over the packaged ones."""
        return self.team / "templates"

    @property
    def instruments(self) -> Path:
        """The team's own definitions of instruments; they win over the packaged ones."""
        return self.team / "instruments"

    def case(self, case_id: str) -> Path:
        """The folder of one family."""
        return self.cases / case_id

    @property
    def exists(self) -> bool:
        """Whether there is a store here."""
        return self.settings.is_file()


def find_store(named: Path | None, start: Path, usual: Path | None) -> Places:
    """The store to work in: the named one, else the nearest one upward, else the usual one.

    Raises:
        NoStore: there is none, or the named folder is none.
    """
    if named is not None:
        if not Places(named).exists:
            raise NoStore("store-not-there", folder=str(named))
        return Places(named)
    for folder in (start, *start.parents):
        if Places(folder).exists:
            return Places(folder)
    if usual is not None and Places(usual).exists:
        return Places(usual)
    raise NoStore("no-store", usual=str(usual) if usual else "")
