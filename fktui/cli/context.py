"""One invocation of fk: its flags, its day, its store, opened when a command first asks.

The only place that asks the clock, the environment and the terminal.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fktui.errors import FkError, WrongUse
from fktui.settings import Peek, peek, read_device, read_settings, the_store
from fktui.store.places import Places
from fktui.words.language import choose

if TYPE_CHECKING:
    from fktui.usecases.desk import Desk

_GLOBAL = ("--store", "--lang")


class Invocation:
    """What was typed, and what follows from it."""

    def __init__(self, words: Sequence[str]) -> None:
        front, self.command = _parted(words)
        self.words = front + self.command
        self.flags = dict(zip(front[::2], front[1::2], strict=True))

    @cached_property
    def places(self) -> Places:
        """Where the store is.

        Raises:
            NoStore: nowhere.
        """
        named = self.flags.get("--store")
        return the_store(Path(named) if named else None)

    @cached_property
    def peek(self) -> Peek:
        """Language, practice day and practice mark of the store."""
        return peek(self.places)

    @cached_property
    def now(self) -> datetime:
        """This moment, on the day that `FK_TODAY` or a practice store says it is."""
        return _on_day(fixed_today() or self.peek.today)

    @property
    def moment(self) -> datetime:
        """This moment on the day of this store, asked again each time: a screen stays open."""
        return _on_day(fixed_today() or self.peek.today)

    @property
    def real_now(self) -> datetime:
        """This moment where there is no store yet."""
        return _on_day(fixed_today())

    @property
    def environment_store(self) -> str:
        """The store that `FK_STORE` names; empty when it does not."""
        return os.environ.get("FK_STORE", "")

    @cached_property
    def desk(self) -> "Desk":
        """The store, opened in earnest, once."""
        return self.open_desk()

    def open_desk(self) -> "Desk":
        """The store as it is now.

        Raises:
            NoStore, NewerStore, Unreadable: it cannot be worked in.
        """
        import random  # 3 ms; and msgspec and YAML, 40 ms that `fk --help` can miss

        from fktui.usecases.setup import open_desk

        device = read_device(self.places)
        return open_desk(self.places, device, self.now, random.SystemRandom())

    @property
    def pinned(self) -> bool:
        """Whether today is not the day of the calendar."""
        return fixed_today() is not None or self.peek.today is not None


def _on_day(day: date | None) -> datetime:
    moment = datetime.now().astimezone()  # noqa: TID251 - the one clock of fk
    return datetime.combine(day, moment.timetz()) if day else moment


def standard_input() -> str:
    """All text that comes in through a pipe.

    Raises:
        WrongUse: it is no UTF-8; Python would drop what it cannot read, or stop as over a bug.
    """
    raw = getattr(sys.stdin, "buffer", None)
    if raw is None:
        return sys.stdin.read()
    try:
        return str(raw.read(), "utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse("not-text") from error


def readable(words: Sequence[str]) -> Sequence[str]:
    """The words; Python hands on bytes that are no text as halves of characters.

    Raises:
        WrongUse: one of them has such bytes.
    """
    try:
        "".join(words).encode()
    except UnicodeEncodeError as error:
        raise WrongUse("not-text") from error
    return words


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The global flags, each with its value; and the command with its own words."""
    front: list[str] = []
    rest: list[str] = []
    queue = list(words)
    while queue:
        word = queue.pop(0)
        if word == "--":
            rest += [word, *queue]
            break
        if word in _GLOBAL and queue:
            front += [word, queue.pop(0)]
        elif word.startswith(tuple(f"{flag}=" for flag in _GLOBAL)):
            front += list(word.split("=", 1))
        else:
            rest.append(word)
    return front, rest


def language_of(words: Sequence[str]) -> str:
    """The language for this run, known before any help text is made."""
    invocation = Invocation(words)
    setting = ""
    with suppress(FkError):
        setting = invocation.peek.language
    with suppress(FkError):
        setting = setting or read_settings().language
    return choose(invocation.flags.get("--lang"), os.environ, setting or None)


def fixed_today() -> date | None:
    """The day of `FK_TODAY`.

    Raises:
        WrongUse: it is not a day.
    """
    text = os.environ.get("FK_TODAY")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse("fk-today", given=text) from error


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
