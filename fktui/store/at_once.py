"""The same question about many families, asked by several processes at once, where that pays.

A copy of this process (`fork`) is there in a millisecond and knows all that this one knows. Not on
Windows, and not while threads run: a copy of a process with threads may hang.
"""

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_MOST = 4


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
    asked = [(part, *_fork(ask, part)) for part in others]
    answers = ask(first)
    for part, child, pipe in asked:
        found = _answers(child, pipe)
        answers += ask(part) if found is None else found
    return answers


def _may_fork() -> bool:
    threading = sys.modules.get("threading")
    return hasattr(os, "fork") and (threading is None or threading.active_count() == 1)


def _fork(ask: Callable[[Sequence[T]], list[Any]], part: Sequence[T]) -> tuple[int, int]:
    """A copy of this process that answers for this part: its id, and where to read the answer."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    # The copy leaves without clearing up: what it would clear up is not its own.
    status = 1  # pragma: no cover - runs in the copy, which tells nobody what it ran
    try:  # pragma: no cover
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(marshal.dumps(ask(part)))
        status = 0
    finally:  # pragma: no cover
        os._exit(status)


def _answers(child: int, pipe: int) -> list[Any] | None:
    """What the copy found; None when it ended before it was done."""
    with os.fdopen(pipe, "rb") as reading:
        said = reading.read()
    _child, status = os.waitpid(child, 0)
    return list(marshal.loads(said)) if status == 0 else None  # noqa: S302 - from our own copy
