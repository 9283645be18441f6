"""The screen driven by a test: keys and mouse in, lines of text out, without `async` in the tests.

The loop runs only while a key is pressed or something is waited for; between two calls it stands
still, so a test looks at a screen that does not move.
"""

import asyncio
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self, TypeVar

import yaml
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import WorkerState

from fktui.settings import Settings, read_device
from fktui.store.places import Places
from fktui.tui.app import FkApp
from fktui.tui.first import FirstApp
from fktui.tui.screens.today import TodayScreen
from fktui.tui.session import Session
from fktui.usecases.desk import Desk
from fktui.usecases.setup import open_desk
from fktui.words import language

T = TypeVar("T")

NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)
"""The moment of every test on the screen: the day of the practice store."""

# The practice families. Four are helped now, and are on Today: Roodborst, Wulp, Gaai, Ласточка.
KASTANJE, DUINROOS, MEIDOORN = "kastanje-m7w", "duinroos-3tz", "meidoorn-8xk"
KWIKSTAART = "kwikstaart-2mq"
# Two are no longer: Koolmees, with a whole history behind it, and Spreeuw, which was declined.
IJSVOGEL, LISDODDE = "ijsvogel-k4f", "lisdodde-9hd"

SMALL, LARGE = (80, 24), (120, 40)

_AT_WORK = (WorkerState.PENDING, WorkerState.RUNNING)
_QUIET = 3
"""Rounds in which nothing happens, after which nothing will."""

ENOUGH = 20.0
"""Seconds after which what is waited for will not come."""


class Player:
    """Somebody at the keyboard of any program on a screen.

    Attributes:
        app: the program itself.
        pressed: so many keys were pressed, typed letters included.
    """

    def __init__(self, app: App[Any], size: tuple[int, int] = SMALL) -> None:
        self.app: Any = app
        self.pressed = 0
        self._ends = ExitStack()
        self._runner = self._ends.enter_context(asyncio.Runner())
        running = app.run_test(size=size, notifications=True)
        self._pilot: Pilot[Any] = self._run(running.__aenter__())
        self._ends.callback(lambda: self._run(running.__aexit__(None, None, None)))
        self.settle()

    # --- doing -----------------------------------------------------------------------------

    def press(self, *keys: str) -> Self:
        """Press keys, by the names Textual has for them: `c`, `ctrl+s`, `escape`, `f3`."""
        for key in keys:
            self.rush(key)
        return self

    def rush(self, *keys: str) -> Self:
        """Press keys faster than anything can answer."""
        self.pressed += len(keys)
        self._send(*(_key(one) for one in keys))
        return self

    def type(self, text: str) -> Self:
        """Type a text, letter by letter."""
        return self.rush(*text)

    def paste(self, text: str) -> Self:
        """A text from the clipboard, all at once, as a terminal hands it over."""
        self._send(events.Paste(text))
        return self

    def click(self, what: str | tuple[int, int], *, times: int = 1) -> Self:
        """Click a place, or the first place where a text stands."""
        x, y = self.place_of(what) if isinstance(what, str) else what
        for _turn in range(times):
            self._send(_mouse(events.MouseDown, x, y, 1), _mouse(events.MouseUp, x, y, 1))
        return self

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> Self:
        """Hold the mouse down from one place to another."""
        self._send(_mouse(events.MouseDown, *start, 1))
        self._send(_mouse(events.MouseMove, *end, 1))
        self._send(_mouse(events.MouseUp, *end, 1))
        return self

    def wheel(self, x: int, y: int, *, up: bool = False, times: int = 1) -> Self:
        """Turn the wheel over a place."""
        turn = events.MouseScrollUp if up else events.MouseScrollDown
        for _turn in range(times):
            self._send(_mouse(turn, x, y, 0))
        return self

    def resize(self, width: int, height: int) -> Self:
        """Another size of the window."""
        self._run(self._pilot.resize_terminal(width, height))
        self.settle()
        return self

    def do(self, work: Callable[[], T]) -> T:
        """Something that the program itself would do, in its loop."""

        async def inside() -> T:
            return work()

        done = self._run(inside())
        self.settle()
        return done

    # --- waiting ---------------------------------------------------------------------------

    def settle(self) -> Self:
        """Until everything that was asked is done, in the background too, and drawn."""
        self._run(self._calm())
        return self

    def wait(self, seconds: float) -> Self:
        """Let the loop run for so long."""
        self._run(self._pilot.pause(seconds))
        return self

    def wait_for(self, there: Callable[[], object], what: str = "") -> Self:
        """Until something is so."""
        until = time.monotonic() + ENOUGH
        while not there():
            if time.monotonic() > until:
                raise AssertionError(f"it did not come: {what or there}\n{self.text}")
            self._run(self._pilot.pause(0.02))
        return self.settle()

    def wait_text(self, text: str) -> Self:
        """Until a text is on the screen."""
        return self.wait_for(lambda: text in self.text, f"the text “{text}”")

    def stop(self) -> None:
        """Leave the program.

        Raises:
            Exception: what ended it, when it was a mistake.
        """
        self._ends.close()

    # --- looking ---------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        return ["".join(segment.text for segment in strip).rstrip() for strip in self.strips]

    @property
    def strips(self) -> list[Any]:
        """The same, with the styles of its parts."""

        async def drawn() -> Any:
            return self.app.screen._compositor.render_strips()

        return list(self._run(drawn()))

    @property
    def text(self) -> str:
        """The same as one text."""
        return "\n".join(self.lines)

    def place_of(self, text: str) -> tuple[int, int]:
        """The column and the row where a text stands first; wide letters before it count twice."""
        from rich.cells import cell_len

        for row, shown in enumerate(self.lines):
            before, found, _after = shown.partition(text)
            if found:
                return cell_len(before), row
        raise AssertionError(f"“{text}” is not on the screen:\n{self.text}")

    # --- inside ----------------------------------------------------------------------------

    async def _calm(self) -> None:
        """Quicker than to wait until the processor has nothing to do, and sure."""
        until, quiet = time.monotonic() + ENOUGH, 0
        while self.app.is_running and quiet < _QUIET:
            await (self._pilot.pause(0) if quiet else asyncio.sleep(0.002))
            busy = sorted(self._busy())
            quiet = 0 if busy else quiet + 1
            if busy and time.monotonic() > until:
                raise AssertionError(f"it is never quiet: {busy}")

    def _busy(self) -> Iterator[str]:
        """Keys, messages, drawing and work in the background that are not done."""
        screen = self.app.screen
        typist = getattr(self.app, "_typist", None)
        if typist is not None and not typist.done():
            yield "a key"
        yield from (f"work {one.group}" for one in self.app.workers if one.state in _AT_WORK)
        for one in (self.app, *screen.walk_children(with_self=True)):
            if not one._message_queue.empty():
                yield f"messages of {type(one).__name__}"
        drawn = ("_callbacks", "_dirty_widgets", "_layout_required", "_scroll_required")
        yield from (name for name in (*drawn, "_repaint_required") if getattr(screen, name))
        if not screen._compositor.size:
            yield "the first drawing"

    def _send(self, *sent: events.Event) -> None:
        driver = self.app._driver
        assert driver is not None

        async def send() -> None:
            for event in sent:
                event.set_sender(self.app)
                driver.process_message(event)

        self._run(send())
        self.settle()

    def _run(self, work: Awaitable[T]) -> T:
        async def whole() -> T:
            return await work

        return self._runner.run(whole())


class Driven(Player):
    """`fk` in one store, at the time of the practice store; Today shows everybody's families."""

    app: FkApp

    def __init__(
        self,
        store: Path,
        *,
        size: tuple[int, int] = SMALL,
        lang: str = "nl",
        settings: Settings | None = None,
        clock: Callable[[], datetime] = lambda: NOW,
        mine: bool = False,
    ) -> None:
        language.use(lang)
        self.store = store
        places = Places(store)
        session = Session(places, lambda: desk_of(store, clock()), clock, settings or Settings())
        super().__init__(FkApp(session), size)
        if not mine and isinstance(self.screen, TodayScreen) and self.screen.only_mine:
            self.do(self.screen.action_own)

    @property
    def screen(self) -> Any:
        """The screen that is open."""
        return self.app.screen

    def wait_saved(self) -> Self:
        """Until nothing is being saved, and what was saved is shown."""

        return self.wait_for(lambda: not self.app._saving, "everything saved").settle()

    def git_log(self, case_id: str) -> list[str]:
        """The subjects of the commits of a family, the newest first."""
        return git_log(self.store, case_id)

    def yaml(self, case_id: str, file: str) -> Any:
        """A file of a family, every value a text as it stands there."""
        return read_yaml(self.store, case_id, file)

    def entries(self, case_id: str, folder: str) -> list[tuple[dict[str, Any], str]]:
        """What is written in a journal, such as `contacts`: the fields and the text of each."""
        return entries(self.store, case_id, folder)


class First(Driven):
    """The program that asks the first questions, where there is no store yet."""

    def __init__(
        self,
        *,
        size: tuple[int, int] = SMALL,
        lang: str = "en",
        settings: Settings | None = None,
    ) -> None:
        language.use(lang)
        Player.__init__(self, FirstApp(settings or Settings(), NOW), size)


Drive = Callable[..., Driven]
"""`drive(store, keys, size=…, lang=…)` of the fixture; keys as a text with spaces, or as a list."""


def keys_of(keys: str | Iterable[str]) -> Sequence[str]:
    """`"c 1 , 5 ctrl+s"` as the keys that are pressed."""
    return keys.split() if isinstance(keys, str) else list(keys)


def desk_of(store: Path, now: datetime = NOW) -> Desk:
    """The desk of the coach of a store, for tests that need no screen."""
    import random

    places = Places(store)
    return open_desk(places, read_device(places), now, random.Random(3))


def git_log(store: Path, case_id: str) -> list[str]:
    """The subjects of the commits of a family, the newest first."""
    command = ["git", "-C", str(Places(store).case(case_id)), "log", "--format=%s"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def read_yaml(store: Path, case_id: str, file: str) -> Any:
    """A file of a family, every value a text as it stands there."""
    path = Places(store).case(case_id) / file
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def entries(store: Path, case_id: str, folder: str) -> list[tuple[dict[str, Any], str]]:
    """What is written in a journal, the oldest first: the fields and the text of each."""
    found = []
    for path in sorted((Places(store).case(case_id) / folder).glob("*.md")):
        _empty, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        found.append((yaml.load(front, Loader=yaml.BaseLoader), body.strip()))  # noqa: S506
    return found


def _mouse(kind: type[Any], x: int, y: int, button: int) -> events.MouseEvent:
    event: events.MouseEvent = kind(
        None, x, y, 0, 0, button, shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y
    )
    return event


def _key(name: str) -> events.Key:
    """A key by its name or by what it types, as a terminal hands it over."""
    if len(name) == 1:
        key = name if name.isalnum() else _KEYS.get(name) or _character_to_key(name)
        return events.Key(key, name)
    letter = {"space": " ", "comma": ",", "full_stop": ".", "slash": "/"}.get(name)
    return events.Key(name, letter)


_KEYS = {" ": "space", "\n": "enter", "\t": "tab"}
