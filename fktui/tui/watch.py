"""What changed outside, by an editor or by another fk: seen within a second, shown by itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from fktui.errors import FkError
from fktui.tui.screens.keyed import Showing
from fktui.tui.session import Session

if TYPE_CHECKING:
    from fktui.model.stored import Loaded
    from fktui.usecases.overview.listing import Families

EVERY = 0.5
"""Seconds between two looks."""


class Watch:
    """Looks at the disk in the background and hands what changed to the screens.

    What is shown is known by its stamp, taken before it was read: whatever is shown last, the next
    look sees whether it is the newest.
    """

    def __init__(self, app: App[int], session: Session, refuse: Callable[[FkError], None]) -> None:
        self._app = app
        self._session = session
        self._refuse = refuse
        self._looking = False
        self._shown: dict[str, int] = {}
        self._families: Families | None = None
        self._told = ""

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
        families = self._session.families()
        if families != self._families:
            self._families = families
            self._app.call_from_thread(self._tell, families)

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
