"""A screen that hides: at F8, and when nobody touched a key or the mouse for a while."""

import time
from collections.abc import Callable
from typing import Any, TypeVar

from textual import events

from fktui.settings import Settings
from fktui.tui.console.terminal import TerminalApp
from fktui.tui.screens.hidden import HiddenScreen

T = TypeVar("T")

EVERY = 5.0
"""Seconds between two looks at the clock."""

MINUTE = 60.0


class HidingApp(TerminalApp[T]):
    """A program that shows nothing while it is hidden: no toast, no form that comes back."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.idle_minutes = settings.idle
        self._touched = time.time()
        self._later: list[Callable[[], object]] = []

    def on_mount(self) -> None:
        """Look at the clock from now on."""
        self.set_interval(EVERY, self.look_idle)

    async def on_event(self, event: events.Event) -> None:
        """Somebody is there."""
        if isinstance(event, events.Key | events.MouseEvent | events.Paste):
            self._touched = time.time()
        await super().on_event(event)

    def look_idle(self) -> None:
        """Hide when nobody was there for long; the time that a computer slept counts."""
        away = abs(time.time() - self._touched)
        if self.idle_minutes and away >= self.idle_minutes * MINUTE:
            self.action_hide()

    def step_aside(self, work: Callable[[], None], said: str) -> None:
        """Give the terminal to another program; who comes back from it is there."""
        try:
            super().step_aside(work, said)
        finally:
            self._touched = time.time()

    @property
    def is_hidden(self) -> bool:
        """Whether nothing is to be seen."""
        return isinstance(self.screen, HiddenScreen)

    def action_hide(self) -> None:
        """Nothing to be seen, until the coach goes on."""
        if not self.is_hidden:
            self.clear_notifications()
            self.push_screen(HiddenScreen(), lambda _nothing: self._seen())

    def when_seen(self, tell: Callable[[], object]) -> None:
        """Do something that shows, now or as soon as the screen is not hidden any more."""
        if self.is_hidden:
            self._later.append(tell)
        else:
            tell()

    def _seen(self) -> None:
        waiting, self._later = self._later, []
        for tell in waiting:
            self.call_later(tell)

    def notify(self, message: str, **options: Any) -> None:
        """Say something; not on a hidden screen, and never as markup."""
        say = super().notify
        self.when_seen(lambda: say(message, **{**options, "markup": False}))
