"""Types that msgspec has looked at, before two threads ask it to at the same moment.

The first time a type is used msgspec (0.22) looks at its fields, and keeps half of an answer while
it does so. A second thread that comes by just then reads the other half from nowhere, and the
process ends (segmentation fault). Afterwards any number of threads may use it.
"""

from threading import Lock
from typing import Any, TypeVar

import msgspec

K = TypeVar("K")

_LOCK = Lock()
_KNOWN: set[Any] = set()


def readable(kind: K) -> K:
    """The same type; every type that msgspec reads into passes through here."""
    if kind not in _KNOWN:
        with _LOCK:
            msgspec.json.Decoder(kind)
            _KNOWN.add(kind)
    return kind
