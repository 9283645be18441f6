"""A real store with one fictional family in it, on a fixed day, in English."""

import random
from datetime import UTC, date, datetime
from typing import NamedTuple

import pytest

from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.people.family import add_person
from fktui.usecases.people.network import add_member
from fktui.usecases.plan.goals import add_goal
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


class Ijsvogel(NamedTuple):
    """A family that is being helped since 1 November 2026, with ids to name its people by."""

    case: str
    mila: str
    jaylen: str
    ali: str
    mentor: str
    goal: str


@pytest.fixture
def ijsvogel(desk):
    """Mila and her son Jaylen, uncle Ali, a mentor at school, and one goal."""
    start = NewCase(name="Gezin Ijsvogel", start=date(2026, 11, 1), referrer="huisarts")
    case = new_case(desk, start).case.id
    mila = add_person(desk, case, {"name": "Mila", "role": "mother"})
    jaylen = add_person(desk, case, {"name": "Jaylen", "role": "child", "born": "2014"})
    ali = add_member(desk, case, {"name": "Oom Ali", "sector": "family", "ring": 1})
    mentor = {"name": "Meester Tom", "sector": "professionals", "ring": 3}
    others = (ali, add_member(desk, case, mentor), add_goal(desk, case, {"title": "Samen eten"}))
    return Ijsvogel(case, *(saved.act.record for saved in (mila, jaylen, *others)))
