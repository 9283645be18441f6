"""How far long work is, on a terminal and only when it takes more than a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from fktui.usecases.overview import Progress
from fktui.words.language import _

_PATIENCE = 1.0
_ERASE = "\r\x1b[K"


@contextmanager
def reading_families() -> Iterator[Progress]:
    """A function to tell how many families were read; its line is gone when the work is over."""
    began, shown = time.monotonic(), False

    def tell(done: int, every: int) -> None:
        nonlocal shown
        if sys.stderr.isatty() and time.monotonic() - began > _PATIENCE:
            shown = True
            said = _("Reading families: {done} of {count}").format(done=done, count=every)
            sys.stderr.write(f"{_ERASE}{said}")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write(_ERASE)
            sys.stderr.flush()
