"""A real store with one fictional family in it, on a fixed day, in English."""

import random
from datetime import UTC, datetime

import pytest

from fktui.store.places import Places
from fktui.usecases.cases import NewCase, new_case
from fktui.usecases.setup import NewStore, make_store
from fktui.words import language

NOW = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english():
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def desk(tmp_path):
    """A coach at work: Yara Meerkoet, on Saturday 2026-11-21."""
    start = NewStore(team="Team Demo", language="en", name="Yara Meerkoet")
    return make_store(Places(tmp_path / "store"), start, NOW, random.Random(7))


@pytest.fixture
def koolmees(desk):
    """The id of a family without anybody in it yet."""
    return new_case(desk, NewCase(name="Gezin Koolmees")).case.id
