"""A family as it was: to look at, and to put one thing back from."""

import copy
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from fktui.model.case import find
from fktui.tui.family import Shown
from fktui.tui.keys import PAST
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.keyed import bound
from fktui.words.language import _
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day

if TYPE_CHECKING:
    from fktui.model.stored import Loaded


class PastScreen(FamilyScreen):
    """All tabs as they were at a moment. Nothing is changed here but by putting back a record."""

    PLACE = PAST
    BINDINGS: ClassVar[list[BindingType]] = bound(PAST)

    def __init__(self, loaded: "Loaded", at: datetime) -> None:
        super().__init__(loaded)
        self._moment = at

    @property
    def case_shown(self) -> str:
        """Nothing that happens now changes what was."""
        return ""

    @property
    def shown(self) -> Shown:
        """The family, seen from that day."""
        if self._shown is None:
            desk = copy.copy(self.program.session.desk)
            desk.now = self._moment
            self._shown = Shown(desk, self._loaded)
        return self._shown

    @property
    def title_said(self) -> str:
        """That this is not how it is now."""
        when = f"{say_day(self._moment.date())} {say_time(f'{self._moment:%H:%M}')}"
        return _("As it was on {when} · {name}").format(
            when=when, name=self._loaded.case.trajectory.name
        )

    def _ask(self, task: str, record: str = "") -> None:
        del task, record
        self.notify(_("This is how it was. Esc goes back to today."), markup=False)

    def action_put_back(self) -> None:
        """Put the record under the cursor back into the family of today."""
        at = self.main.at
        revision = self._loaded.revision
        if at is not None and revision and find(self._loaded.case, at.key) is not None:
            self.program.put_back(self._loaded.case.id, at.key, revision)
        else:
            self.notify(_("Go to the tab of what is to be put back, and put the cursor on it."))

    def action_back(self) -> None:
        """To the list, or to the family of today."""
        if not self.to_list():
            self.app.pop_screen()
