"""The store behind the screen: the desk with the present moment, and what is read from it.

Everything here may be called from a thread of its own, and nothing here touches a widget.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from fktui.errors import FkError
from fktui.settings import Settings, begin_visit, read_device
from fktui.store.places import Places
from fktui.usecases.overview.listing import OPEN, Families, Progress, families, fresh, kept

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.desk import Desk

_WEEK = 7

OpenDesk = Callable[[], "Desk"]


class Session:
    """One sitting of one coach at one store.

    Args:
        places: the store.
        open_desk: opens it in earnest; the list of families is there without it.
        clock: this moment, or this time of the practice day.
        settings: the user's own.
    """

    def __init__(
        self, places: Places, open_desk: OpenDesk, clock: Callable[[], datetime], settings: Settings
    ) -> None:
        self.places = places
        self.settings = settings
        self.statuses: tuple[str, ...] = OPEN
        self._me = ""
        self._open_desk = open_desk
        self._clock = clock
        self._desk: Desk | None = None
        self._team = 0
        self._opening = Lock()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._clock().date()

    @property
    def me(self) -> str:
        """The id of the colleague who works here; empty when that is not known."""
        if not self._me:
            with suppress(FkError):
                device = read_device(self.places)
                self._me = device.colleague if device else ""
        return self._me

    @property
    def is_stale(self) -> bool:
        """Whether somebody changed the team's files since the store was opened."""
        desk = self._desk
        return desk is not None and desk.team_store.stamp() != self._team

    @property
    def desk(self) -> "Desk":
        """The desk, at this moment: a screen stays open over midnight."""
        with self._opening:
            desk = self._desk or self._open()
        desk.now = self._clock()
        return desk

    def reopen(self) -> None:
        """Read the team's files again, when somebody changed them.

        Raises:
            FkError: they cannot be read; then it stays as it was.
        """
        with self._opening:
            self._open()

    def _open(self) -> "Desk":
        from fktui.store.team import TeamStore  # records: after the first screen

        stamp = TeamStore(self.places).stamp()
        self._desk, self._team = self._open_desk(), stamp
        return self._desk

    @cached_property
    def last_visit(self) -> datetime:
        """When the coach last looked at this store on an earlier day; a week ago if never."""
        now = self._clock()
        return begin_visit(self.places, now) or now - timedelta(days=_WEEK)

    def families(
        self, statuses: tuple[str, ...] | None = None, progress: Progress | None = None
    ) -> Families:
        """The families in a line each, those that changed read again.

        Args:
            statuses: of those only; when not said, of the families that the coach wants to see.
            progress: told while families are read.
        """
        with fresh(self.places, lambda: self.desk, progress=progress) as overview:
            return families(overview, self.today, statuses or self.statuses)

    def families_kept(self) -> Families:
        """The families as they were last read: at once, whatever happened since."""
        return kept(self.places, self.today, self.statuses)

    def load(self, case_id: str, on: date | None = None) -> "Loaded":
        """A family as it is, or as it was on a day."""
        return self.desk.load(case_id, on)

    def newest(self, case_id: str) -> str | None:
        """The newest commit of a family."""
        return self.desk.store.repository(case_id).head()
