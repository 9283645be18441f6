"""How far long work is, on a terminal and only when it takes more than a second."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from fktui.usecases.overview.listing import Progress
from fktui.words.language import _

_PATIENCE = 1.0
_ERASE = "\r\x1b[K"


@contextmanager
def reading_families() -> Iterator[Progress]:
    """A function to tell how many families were read; its line is gone when the work is over."""
    with _one_line() as show:
        text = _("Reading families: {done} of {count}")
        yield lambda done, every: show(text.format(done=done, count=every))


@contextmanager
def making_families() -> Iterator[Callable[[str, int, int], None]]:
    """A function to tell which practice family is being made, and how far its story is."""
    with _one_line() as show:
        text = _("Making the practice families")
        yield lambda name, done, every: show(f"{text}: {name} {done}/{every}")


@contextmanager
def _one_line() -> Iterator[Callable[[str], None]]:
    """A function that shows a text in the place of the one before; the last one is wiped out."""
    began, shown = time.monotonic(), False

    def show(text: str) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - began > _PATIENCE:
            shown = True
            sys.stderr.write(f"{_ERASE}{text}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
