"""What changed outside, by an editor or by another fk: seen within a second, shown by itself."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from fktui.errors import FkError
from fktui.tui.screens.keyed import Showing
from fktui.tui.session import Session
from fktui.words.language import _

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.overview.listing import Families

EVERY = 0.5
"""Seconds between two looks."""

_SHARE = 20
"""Of so many seconds one at most is spent on looking at all families."""

_OFTEN = 20
"""After so many families it is told how many were read."""


class Watch:
    """Looks at the disk in the background and hands what changed to the screens.

    What is shown is known by its stamp, taken before it was read: whatever is shown last, the next
    look sees whether it is the newest.

    Attributes:
        reading: how far the reading of many families is, in words; empty when nothing is read.
    """

    def __init__(self, app: App[int], session: Session, refuse: Callable[[FkError], None]) -> None:
        self._app = app
        self._session = session
        self._refuse = refuse
        self._looking = False
        self._shown: dict[str, int] = {}
        self._families: Families | None = None
        self._told = ""
        self.reading = ""
        self._next = 0.0

    def begin(self) -> None:
        """From now on."""
        self._app.set_interval(EVERY, self._look_again)
        self.look()

    def _look_again(self) -> None:
        if not self._looking:
            self._looking = True
            self._app.run_worker(self._look, thread=True, group="watch")

    def look(self) -> None:
        """Look once, unless a look is still going on; also at all families."""
        self._next = 0.0
        self._look_again()

    def look_now(self, case_id: str = "", record: str = "") -> None:
        """Show a family that was just saved, with the cursor on a record."""
        if case_id and any(screen.case_shown == case_id for screen in self._showing()):
            try:
                self._show(*self._load(case_id), record)
            except FkError as error:
                self._refuse(error)
        self.look()

    def _showing(self) -> list[Showing]:
        return [one for one in self._app.screen_stack if isinstance(one, Showing)]

    def _look(self) -> None:
        try:
            others = self._session.is_stale
            if others:
                self._session.reopen()
            self._look_at_families()
            for case_id in {screen.case_shown for screen in self._showing()} - {""}:
                self._look_at(case_id, again=others)
            self._told = ""
        except FkError as error:
            from fktui.words.say import say_on_screen  # records: after the first screen

            # A folder that is gone for a moment: told once, and looked at again.
            said = say_on_screen(error)
            if said != self._told:
                self._told = said
                self._app.call_from_thread(self._refuse, error)
        finally:
            self._looking = False

    def _look_at_families(self) -> None:
        began = time.monotonic()
        if began < self._next:
            return
        try:
            families = self._session.families(progress=self._reads)
        finally:
            self.reading = ""
            ended = time.monotonic()
            self._next = ended + _SHARE * (ended - began)
        if families != self._families:
            self._families = families
            self._app.call_from_thread(self._tell, families)

    def _reads(self, done: int, count: int) -> None:
        if done % _OFTEN == 0 and count > _OFTEN:
            self.reading = _("reading {done} of {count} …").format(done=done, count=count)
            self._app.call_from_thread(self._show_state)

    def _show_state(self) -> None:
        for screen in self._showing():
            screen.show_state()

    def _tell(self, families: "Families") -> None:
        for screen in self._showing():
            screen.show_families(families)

    def _look_at(self, case_id: str, *, again: bool) -> None:
        if again or self._session.desk.store.stamp(case_id) != self._shown.get(case_id):
            self._app.call_from_thread(self._show, *self._load(case_id), "")

    def _load(self, case_id: str) -> tuple["Loaded", int]:
        stamp = self._session.desk.store.stamp(case_id)
        return self._session.load(case_id), stamp

    def _show(self, loaded: "Loaded", stamp: int, record: str) -> None:
        self._shown[loaded.case.id] = stamp
        for screen in self._showing():
            if screen.case_shown == loaded.case.id:
                screen.show_family(loaded, record)
