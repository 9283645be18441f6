"""The first time on a computer: a few questions, and then there is a store."""

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from fktui.errors import FkError, WrongUse
from fktui.settings import Settings, peek, read_device, write_settings
from fktui.store.places import Places, find_store
from fktui.tui.console.terminal import TerminalApp
from fktui.tui.screens.program.welcome import Answers, Ways, WelcomeScreen, Where
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
        self._stopped, self._left = Event(), False
        self._warned = ""

    def on_mount(self) -> None:
        """Ask."""
        ways = Ways(self.wear, self._begin, self._stop, self._leave)
        self.push_screen(WelcomeScreen(self.settings, ways))

    def _begin(self, answers: Answers) -> None:
        """Make the store in the background, and look whether all is safe."""
        from fktui.usecases.first_folder import disk_failed  # records: only once on a computer

        self._stopped.clear()

        def work() -> None:
            try:
                root, lines = self._make(answers)
            except FkError as error:
                self._tell(self._welcome.refused, say_on_screen(error))
            except OSError as error:
                failed = disk_failed(Path(answers.folder), error)
                self._tell(self._welcome.refused, say_on_screen(failed))
            else:
                self._tell(self._welcome.made, root, lines)

        self.run_worker(work, thread=True, group="make")

    def _tell(self, what: Callable[..., Any], *facts: Any) -> None:
        """Tell the screen; who left in the meantime is told nothing."""
        if not self._left:
            self.call_from_thread(what, *facts)

    def _stop(self) -> None:
        """Do not go on making; what is half made goes away."""
        self._stopped.set()

    async def action_quit(self) -> None:
        """Ctrl+Q: what is half made goes away."""
        self._leave(None)

    def _leave(self, root: Path | None) -> None:
        self._left = True
        self._stop()
        self.exit(root)

    @property
    def _welcome(self) -> Any:
        return next(one for one in self.screen_stack if isinstance(one, WelcomeScreen))

    def _make(self, answers: Answers) -> tuple[Path, list[str]]:
        from fktui.usecases.first_folder import check_git, folder_of

        check_git()
        stops = _("Esc stops it.")  # what is being made has a language of its own

        def told(family: str, done: int, of: int) -> None:
            if self._stopped.is_set():
                raise WrongUse("stopped")
            self._tell(self._welcome.say, f"{family} {done}/{of} · {stops}")

        root = folder_of(answers.folder)
        self._warn_once(root)
        desk = make(root, answers, self._now, told)
        self.settings = self.settings._replace(
            store=str(root),
            language=answers.language,
            theme=answers.theme,
            signs=answers.signs,
        )
        write_settings(self.settings)
        return root, safety(desk)

    def _warn_once(self, root: Path) -> None:
        """Say what is wrong with a folder before there are families in it."""
        from fktui.usecases.first_folder import doubts

        found = doubts(root)
        if found and self._warned != str(root):
            self._warned = str(root)
            said = " ".join(say_finding(one.code, one.good, one.facts) for one in found)
            raise WrongUse("folder-doubted", said=said)


def make(root: Path, answers: Answers, now: datetime, told: Told) -> "Desk":
    """The store that was asked for, with its desk.

    Raises:
        FkError: there is none, there is one already, or who asks is not in its team.
        OSError: the disk refuses.
    """
    from fktui.usecases.first_folder import give_up

    new = not root.exists()
    try:
        return _made(Places(root), answers, now, told)
    except BaseException:
        if new:
            give_up(root)
        raise


def _made(places: Places, answers: Answers, now: datetime, told: Told) -> "Desk":
    from fktui.usecases.demo import make_demo  # records and YAML: only once on a computer
    from fktui.usecases.first_folder import check_new
    from fktui.usecases.setup import NewStore, make_store, open_desk, work_as

    bits = random.SystemRandom()
    if answers.where is not Where.THERE and not places.exists:
        check_new(places.root)
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
