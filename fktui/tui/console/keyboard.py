"""Keys one after the other: each waits until the one before it has done its work.

Textual hands a key to what has the focus at that moment. Who types on while a form opens, or while
Enter goes to the next field, would type in the wrong place: an `u` in a name would undo an act.
"""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any, TypeVar

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds after which the next key does not wait any longer."""

_ROUNDS = 4
"""A key becomes a message, that one another (Enter, Submitted, Entered), and each goes up."""


class KeyboardApp(App[T]):
    """A program that can be typed ahead."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead: deque[events.Event] = deque()
        self._turn: events.Event | None = None
        self._typist: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes stand in line; all else goes its way."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if not typed or event is self._turn:
            await super().on_event(event)
            return
        self._ahead.append(event)
        if self._typist is None or self._typist.done():
            self._typist = asyncio.create_task(self._one_by_one())

    async def _one_by_one(self) -> None:
        while self._ahead:
            self._turn = self._ahead.popleft()
            self.post_message(self._turn)
            with suppress(TimeoutError, ScreenStackError):
                async with asyncio.timeout(PATIENCE):
                    await self._digested()

    async def _digested(self) -> None:
        await _reached(self)
        for _round in range(_ROUNDS):
            node: Any = self.focused or self.screen
            while node is not None:
                await _reached(node)
                node = node.parent


async def _reached(node: MessagePump) -> None:
    """Everything that was sent to it before now is done; of a new screen, that it is there."""
    there = asyncio.Event()
    if node.call_later(there.set):
        await there.wait()
