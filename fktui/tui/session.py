"""The store behind the screen: the desk with the present moment, and what is read from it.

Everything here may be called from a thread of its own, and nothing here touches a widget.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from fktui.settings import Settings, begin_visit
from fktui.store.places import Places
from fktui.usecases.overview.listing import OPEN, Families, families, fresh

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
        self._open_desk = open_desk
        self._clock = clock
        self._desk: Desk | None = None
        self._opening = Lock()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._clock().date()

    @property
    def desk(self) -> "Desk":
        """The desk, at this moment: a screen stays open over midnight."""
        with self._opening:
            if self._desk is None:
                self._desk = self._open_desk()
        self._desk.now = self._clock()
        return self._desk

    @cached_property
    def last_visit(self) -> datetime:
        """When the coach last looked at this store on an earlier day; a week ago if never."""
        now = self._clock()
        return begin_visit(self.places, now) or now - timedelta(days=_WEEK)

    def reopen(self) -> None:
        """Read the team's files again, when somebody changed them."""
        with self._opening:
            self._desk = None

    def families(self, statuses: tuple[str, ...] = OPEN) -> Families:
        """All families in a line each, those that changed read again."""
        with fresh(self.places, lambda: self.desk) as overview:
            return families(overview, self.today, statuses)

    def load(self, case_id: str, on: date | None = None) -> "Loaded":
        """A family as it is, or as it was on a day."""
        return self.desk.load(case_id, on)

    def newest(self, case_id: str) -> str | None:
        """The newest commit of a family."""
        return self.desk.store.repository(case_id).head()
