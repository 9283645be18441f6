"""The same question about many families, asked by several processes at once, where that pays.

A copy of this process (`fork`) is there in a millisecond and knows all that this one knows. Not on
Windows, and not while threads run: a copy of a process with threads may hang.
"""

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")

_MOST = 4


class Pending(NamedTuple):
    """A question that a copy of this process is answering."""

    child: int
    pipe: int

    def answer(self) -> list[Any] | None:
        """What the copy found, when it is done; None when it ended before that."""
        with os.fdopen(self.pipe, "rb") as reading:
            said = reading.read()
        _child, status = os.waitpid(self.child, 0)
        if status:
            return None
        return list(marshal.loads(said))  # noqa: S302 - from our own copy


def at_once(ask: Callable[[Sequence[T]], list[Any]], items: Sequence[T], least: int) -> list[Any]:
    """The answers for all items, in their order; plain tuples, texts and numbers only.

    Args:
        ask: gives the answers for some of the items.
        items: what is asked about.
        least: with fewer items than this, one process is enough.
    """
    count = min(os.cpu_count() or 1, _MOST) if len(items) >= least and _may_fork() else 1
    size = -(-len(items) // count) or 1
    first, *others = [items[at : at + size] for at in range(0, len(items), size)] or [items]
    asked = [(part, _fork(partial(ask, part))) for part in others]
    answers = ask(first)
    for part, pending in asked:
        found = pending.answer()
        answers += ask(part) if found is None else found
    return answers


def begun(ask: Callable[[Sequence[T]], list[Any]], items: Sequence[T]) -> Pending | None:
    """The same, by a copy that works while this process goes on; None where there can be none."""
    return _fork(partial(ask, items)) if items and _may_fork() else None


def _may_fork() -> bool:
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def _fork(ask: Callable[[], Iterable[Any]]) -> Pending:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return Pending(child, reading)
    # The copy leaves without clearing up: what it would clear up is not its own.
    status = 1  # pragma: no cover - runs in the copy, which tells nobody what it ran
    try:  # pragma: no cover
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(marshal.dumps(list(ask())))
        status = 0
    finally:  # pragma: no cover
        os._exit(status)
