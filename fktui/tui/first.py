"""The first time on a computer: a few questions, and then there is a store."""

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fktui.errors import FkError
from fktui.settings import Settings, peek, read_device, write_settings
from fktui.store.places import Places, find_store
from fktui.tui.screens.program.welcome import Answers, WelcomeScreen, Where
from fktui.tui.terminal import TerminalApp
from fktui.words.doctor import say_finding
from fktui.words.language import _
from fktui.words.say import say_on_screen

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

Told = Callable[[str, int, int], None]
"""Told while practice families are made: which one, how many acts of how many."""

_MARKS = {True: "√", False: "×", None: "?"}


class FirstApp(TerminalApp[Path]):
    """Gives the folder of the store; nothing when the coach leaves before there is one."""

    def __init__(self, settings: Settings, now: datetime) -> None:
        super().__init__(settings)
        self.settings = settings
        self._now = now

    def on_mount(self) -> None:
        """Ask."""
        self.push_screen(WelcomeScreen(self.settings, self.wear, self._begin, self.exit))

    def _begin(self, answers: Answers) -> None:
        """Make the store in the background, and look whether all is safe."""

        def work() -> None:
            try:
                lines = self._make(answers)
            except FkError as error:
                self.call_from_thread(self._welcome.refused, say_on_screen(error))
            except OSError as error:
                said = _("The folder cannot be used: {reason}").format(reason=error.strerror)
                self.call_from_thread(self._welcome.refused, said)
            else:
                self.call_from_thread(self._welcome.made, Path(answers.folder), lines)

        self.run_worker(work, thread=True, group="make")

    @property
    def _welcome(self) -> Any:
        return next(one for one in self.screen_stack if isinstance(one, WelcomeScreen))

    def _make(self, answers: Answers) -> list[str]:
        def told(family: str, done: int, of: int) -> None:
            self.call_from_thread(self._welcome.say, f"{family} {done}/{of}")

        desk = make(answers, self._now, told)
        self.settings = self.settings._replace(
            store=answers.folder,
            language=answers.language,
            theme=answers.theme,
            signs=answers.signs,
        )
        write_settings(self.settings)
        return safety(desk)


def make(answers: Answers, now: datetime, told: Told) -> "Desk":
    """The store that was asked for, with its desk.

    Raises:
        FkError: there is none, there is one already, or who asks is not in its team.
    """
    from fktui.usecases.demo import make_demo  # records and YAML: only once on a computer
    from fktui.usecases.setup import NewStore, make_store, open_desk, work_as

    places, bits = Places(Path(answers.folder)), random.SystemRandom()
    if answers.where is Where.NEW:
        start = NewStore(
            team=answers.team, language=answers.language, name=answers.name, email=answers.email
        )
        return make_store(places, start, now, bits)
    if answers.where is Where.PRACTICE and not (places.exists and peek(places).demo):
        return make_demo(places, now, bits, told)
    find_store(places.root, places.root, None)
    if read_device(places) is None:
        work_as(places, answers.name, answers.email, bits)
    return open_desk(places, read_device(places), now, bits)


def safety(desk: "Desk") -> list[str]:
    """Whether this computer is a safe place for families, in sentences with a mark."""
    from fktui.usecases.doctor import examine  # starts Git

    lines = [
        f"{_MARKS[one.good]} {say_finding(one.code, one.good, one.facts)}" for one in examine(desk)
    ]
    return [
        *lines,
        _("! There is no second copy yet. Copy the folder regularly to a safe place."),
    ]
