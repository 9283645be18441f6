"""What every program on the screen needs: colours, signs, the title, and what a mistake leaves."""

import os
import select
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from threading import Thread
from typing import Any, ClassVar, TypeVar

from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from fktui.errors import FkError
from fktui.settings import Settings
from fktui.tui.console.keyboard import KeyboardApp
from fktui.tui.lines import use_signs
from fktui.tui.themes import DARK, GREYS, THEMES
from fktui.tui.widgets.harmless import Harmless
from fktui.words.language import _

T = TypeVar("T")

_HARMLESS = Harmless()

_GONE = 129
"""The exit code of a program whose window was closed, as shells count it."""

_TITLE = "\x1b]2;fk\x1b\\"
"""The title of the window says nothing about families, nor about the command that was typed."""


def _end_without_terminal() -> None:
    """Wait until the terminal is gone, and end at once; what was typed is kept while it is typed.

    Whose window is closed is told so by a signal, but not always. Textual would read from what is
    no longer there, again and again, and wait for ever until somebody takes what it wrote.
    """
    if hasattr(select, "poll") and sys.__stdin__ is not None:
        looking = select.poll()
        looking.register(sys.__stdin__.fileno(), 0)
        if any(event & (select.POLLHUP | select.POLLERR) for _file, event in looking.poll()):
            os._exit(_GONE)


class TerminalApp(KeyboardApp[T]):
    """A program that tells nothing, neither in the title of the window nor when it breaks."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "fk"
    CSS: ClassVar[str] = """
    Screen { background: $background; }
    Toast { width: auto; max-width: 78; padding: 0 1; margin-top: 0; }
    App.-plain FormScreen > Vertical, App.-plain HelpScreen > Vertical,
    App.-plain PaletteScreen > Vertical, App.-plain SettingsScreen > Vertical,
    App.-plain WelcomeScreen > Vertical { border: solid $primary; }
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.wear(settings)
        self.animation_level = "none"

    def wear(self, settings: Settings) -> None:
        """These colours and signs. A theme that is not known is the dark one."""
        known = settings.theme in self.available_themes
        self.theme = settings.theme if known else DARK
        use_signs(plain=settings.signs == "plain")
        self.set_class(settings.signs == "plain", "-plain")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What a theme of Textual's own does not say."""
        return {**super().get_theme_variable_defaults(), **GREYS}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """As Textual has it, and nothing that the terminal obeys."""
        return [*super().get_line_filters(), _HARMLESS]

    def on_mount(self) -> None:
        """Say who we are in the title of the window."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(_TITLE)
            Thread(target=_end_without_terminal, daemon=True).start()

    def rescue(self, screen: Screen[Any]) -> None:
        """Keep what is being typed on a screen; nothing here."""

    async def action_quit(self) -> None:
        """Ctrl+Q: what was typed is kept."""
        for screen in self.screen_stack:
            self.rescue(screen)
        self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C ends programs in a terminal, but not this one: it copies."""
        self.notify(_("Ctrl+Q leaves fk; what was typed is kept."), markup=False)

    def step_aside(self, work: Callable[[], None], said: str) -> None:
        """Give the terminal to another program until it ends.

        Args:
            work: starts the program and waits for it.
            said: on the terminal meanwhile, for a program that has a window of its own.

        Raises:
            FkError: as `work` raises it; the screen is back then.
        """
        failed: FkError | None = None
        # Ctrl+C is for that program.
        before = signal.signal(signal.SIGINT, lambda *_told: None)
        try:
            with self.suspend() if self._can_suspend else nullcontext():
                if self._can_suspend and sys.__stdout__ is not None:
                    sys.__stdout__.write(f"{said}\n")
                    sys.__stdout__.flush()
                try:
                    work()
                except FkError as error:  # Textual comes back at the end of its block only
                    failed = error
        finally:
            signal.signal(signal.SIGINT, before)
        if failed is not None:
            raise failed

    @property
    def _can_suspend(self) -> bool:
        return self._driver is not None and self._driver.can_suspend

    @property
    def mistake(self) -> Exception | None:
        """What ended the program, when it was a mistake of ours, in a thread of its own or not."""
        ended = self._exception
        return getattr(ended, "error", ended) if isinstance(ended, WorkerFailed) else ended

    def panic(self, *_renderables: Any) -> None:
        """As `_fatal_error`."""
        self._fatal_error()

    def _fatal_error(self) -> None:
        """A mistake of ours. Textual would print the variables, with what a family told in them."""
        for screen in self.screen_stack:
            try:
                self.rescue(screen)
            except Exception:  # noqa: BLE001, S112 - the mistake may be in this very screen
                continue
        self.bell()
        self._close_messages_no_wait()
