"""What the program does in the background: each piece of work in a thread, and what came of it.

At the kitchen table only what was begun there is told there.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from fktui.errors import FkError, WrongUse
from fktui.tui.hiding import HidingApp
from fktui.tui.kitchen_table import NOTHING_HERE, KitchenTable
from fktui.tui.screens.keyed import Keyed
from fktui.tui.session import Session
from fktui.tui.watch import Watch
from fktui.words.language import _

T = TypeVar("T")


class Background(HidingApp[int]):
    """A program that does slow things beside the screen, and leaves when they are done."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.settings)
        self.session = session
        self.table = KitchenTable(session)
        self.outside = Watch(self, session, self.refuse)
        self._saving = 0
        self._leaving: Callable[[], None] | None = None
        self._when_alone: list[Callable[[], None]] = []

    @property
    def together(self) -> bool:
        """At the kitchen table: only this family, only what all may read."""
        return bool(self.table)

    @property
    def state(self) -> str:
        """Whether everything is saved, for the title."""
        if self._saving:
            return _("saving …")
        return self.outside.reading or "√ " + _("saved")

    def do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[FkError], None] | None = None,
    ) -> None:
        """Do something slow in the background, then tell the screen, and those who asked for it."""
        self._saving += 1
        self.show_state()
        done, refused = self._told_to_us(done), self._told_to_us(refused or self.refuse)

        def run() -> None:
            try:
                came = work()
            except FkError as error:
                self._leaving = None
                self.call_from_thread(self._ended, refused, error)
            else:
                self.call_from_thread(self._ended, done, came)

        # Not exclusive: a later save must not make an earlier one go unheard.
        self.run_worker(run, thread=True, group="save")

    def _told_to_us(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """What the coach began alone is not told, nor comes back, while a family looks along."""
        sitting = self.table.sitting

        def tell_us(came: T) -> None:
            if self.table.is_from_before(sitting):
                self._when_alone.append(partial(tell_us, came))
            else:
                tell(came)

        return tell_us

    def tell_alone(self) -> None:
        """The coach is alone again, and hears what came of what she began before."""
        waiting, self._when_alone = self._when_alone, []
        for tell in waiting:
            tell()

    def _ended(self, tell: Callable[[Any], None], came: Any) -> None:
        self._saving -= 1
        self.show_state()
        self.when_seen(lambda: tell(came))
        if self._leaving and not self._saving:
            self._leaving()

    def exit(self, *result: Any, **more: Any) -> None:
        """Leave, once everything is saved; what is refused comes back, and the coach stays."""
        self._leaving = partial(super().exit, *result, **more)
        if not self._saving:
            self._leaving()

    def refuse(self, error: FkError) -> None:
        """Say why something cannot be done."""
        self.notify(self.why(error), severity="warning", timeout=10)

    def alone_first(self) -> None:
        """Say that this is not done with the family looking along."""
        self.notify(_("Not while you look together. F9 ends that."))

    def why(self, error: FkError) -> str:
        """The sentence of an error; at the table only one that cannot name what is not shown."""
        from fktui.words.say import say_on_screen  # records: after the first screen

        if self.together and not isinstance(error, WrongUse) and error.code != NOTHING_HERE:
            return _("That cannot be done now. Look at it again when you are alone.")
        return say_on_screen(error)

    async def action_quit(self) -> None:
        """Ctrl+Q: what was typed is kept, at the table too."""
        await super().action_quit()
        self.table.get_up()

    def show_state(self) -> None:
        """Whether everything is saved, on the screens that say so."""
        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                screen.show_state()
