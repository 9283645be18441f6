"""Every test has a home of its own, no Git identity, no settings, and speaks English."""

import gc
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from fktui.model.stored import Loaded
from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.demo import make_demo
from fktui.usecases.desk import Desk
from fktui.usecases.setup import NewStore, make_store
from fktui.words import language

gc.set_threshold(50_000)  # as `fk` itself has it

NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is empty, and an environment without anything of the developer's."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("FK_", "GIT_", "XDG_", "LC_")) or name in ("LANG", "LANGUAGE"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English before and after each test."""
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Where a store can be made."""
    return Places(tmp_path / "store")


@pytest.fixture
def desk(places: Places) -> Desk:
    """An empty store, with one coach, on 11 May 2026."""
    start = NewStore(team="Team Demo", language="en", name="Yara Meerkoet")
    return make_store(places, start, NOW, random.Random(1))


@pytest.fixture
def koolmees(desk: Desk) -> Loaded:
    """A family that has just been registered."""
    return new_case(desk, NewCase(name="Familie Koolmees", start=NOW.date()))


@pytest.fixture(scope="session")
def demo_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The practice store as it was made, once for all tests: read it, or copy it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    root = shared / "demo-store"
    with FileLock(shared / "demo.lock"):
        if not root.exists():
            language.use("en")
            make_demo(Places(root), NOW, random.Random(1), lambda *_told: None)
            _pack(root)
    return root


def _pack(root: Path) -> None:
    """One file for the history of a family instead of hundreds: this is copied a thousand times."""
    for repository in root.glob("**/.git"):
        folder = repository.parent
        subprocess.run(["git", "-C", folder, "gc", "--quiet", "--prune=now"], check=True)
        for hook in (repository / "hooks").glob("*.sample"):
            hook.unlink()


@pytest.fixture
def demo_copy(demo_once: Path, tmp_path: Path) -> Path:
    """A practice store of one's own."""
    return Path(shutil.copytree(demo_once, tmp_path / "demo", symlinks=True))
