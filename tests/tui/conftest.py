"""The practice store on a screen: families whose ids are known, on the day it is there."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from driving import DUINROOS, Drive, Driven, desk_of, keys_of

from fktui.usecases.desk import Desk


@pytest.fixture
def store(demo_copy: Path) -> Path:
    """A practice store of one's own; it is 11 May 2026 there."""
    return demo_copy


@pytest.fixture
def family() -> str:
    """The id of a family that is being helped, Gezin Wulp: the second one on Today."""
    return DUINROOS


@pytest.fixture
def store_desk(store: Path) -> Desk:
    """The desk of the coach of the practice store, for panels and forms without a screen."""
    return desk_of(store)


@pytest.fixture
def drive() -> Iterator[Drive]:
    """Open the screen and press keys: `drive(store, "c 1 , 5 ctrl+s")` gives what is to be seen."""
    with ExitStack() as ends:

        def begin(store: Path, keys: str | Iterable[str] = "", **options: Any) -> Driven:
            screen = Driven(store, **options)
            ends.callback(screen.stop)
            return screen.press(*keys_of(keys))

        yield begin
