"""What changed outside, by an editor or by another fk: seen within a second, shown by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from fktui.errors import FkError
from fktui.tui.screens.common import Showing
from fktui.tui.session import Session

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.overview.listing import Families

EVERY = 0.5
"""Seconds between two looks."""


class Watch:
    """Looks at the disk in the background and hands what changed to the screens."""

    def __init__(self, app: App[int], session: Session, refuse: Callable[[FkError], None]) -> None:
        self._app = app
        self._session = session
        self._refuse = refuse
        self._looking = False
        self._stamps: dict[str, int] = {}
        self._families: Families | None = None

    def begin(self) -> None:
        """From now on."""
        self._app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Look once, unless a look is still going on."""
        if not self._looking:
            self._looking = True
            self._app.run_worker(self._look, thread=True, group="watch")

    def look_now(self, case_id: str = "", record: str = "") -> None:
        """Show a family that was just saved, with the cursor on a record."""
        self._stamps.pop(case_id, None)
        for screen in self._showing():
            if case_id and screen.case_shown == case_id:
                self._load(case_id, record)
                break
        self.look()

    def _showing(self) -> list[Showing]:
        return [one for one in self._app.screen_stack if isinstance(one, Showing)]

    def _look(self) -> None:
        try:
            self._look_at_families()
            for screen in self._showing():
                if screen.case_shown:
                    self._look_at(screen.case_shown)
        except FkError as error:
            # A folder that is gone for a moment; said once, and looked at again.
            self._app.call_from_thread(self._refuse, error)
        finally:
            self._looking = False

    def _look_at_families(self) -> None:
        families = self._session.families()
        if families != self._families:
            self._families = families
            self._app.call_from_thread(self._tell, families)

    def _tell(self, families: "Families") -> None:
        for screen in self._showing():
            screen.show_families(families)

    def _look_at(self, case_id: str) -> None:
        stamp = self._session.desk.store.stamp(case_id)
        before = self._stamps.get(case_id)
        self._stamps[case_id] = stamp
        if before is not None and before != stamp:
            loaded = self._session.load(case_id)
            self._app.call_from_thread(self._show, loaded, "")

    def _load(self, case_id: str, record: str) -> None:
        try:
            self._show(self._session.load(case_id), record)
        except FkError as error:
            self._refuse(error)

    def _show(self, loaded: "Loaded", record: str) -> None:
        for screen in self._showing():
            if screen.case_shown == loaded.case.id:
                screen.show_family(loaded, record)
