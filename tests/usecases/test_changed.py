"""What was done in all families since a moment."""

from datetime import timedelta

import pytest

from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.history import undo
from fktui.usecases.overview.changed import changed_since
from fktui.usecases.plan.goals import add_goal


@pytest.fixture
def three(desk: Desk) -> list[str]:
    """Three families of the same day."""
    return [new_case(desk, NewCase(name=f"Gezin {name}")).case.id for name in "ABC"]


def test_only_what_was_done_since_then_the_newest_first(desk: Desk, three: list[str]) -> None:
    for days, case_id in enumerate((three[1], three[0], three[1], three[0]), 1):
        desk.now += timedelta(days=1)
        add_goal(desk, case_id, {"title": f"Doel {days}"})
    moment = desk.now - timedelta(days=2)
    found = changed_since(desk, moment)
    assert [(one.case_id, one.name, len(one.stories)) for one in found] == [
        (three[0], "Gezin A", 2),
        (three[1], "Gezin B", 1),
    ]
    first, second = found[0].stories
    assert (first.at - second.at, second.at) == (timedelta(days=2), moment)
    assert [one.by for one in found[0].stories] == ["Yara Meerkoet"] * 2
    assert changed_since(desk, desk.now + timedelta(seconds=1)) == []


def test_an_undo_is_told_as_well(desk: Desk, three: list[str]) -> None:
    desk.now += timedelta(days=1)
    add_goal(desk, three[2], {"title": "Samen eten"})
    undo(desk, three[2])
    (family,) = changed_since(desk, desk.now)
    assert [story.action for story in family.stories] == ["undo", "goal.add"]


def test_a_family_whose_history_cannot_be_read_stops_nobody(desk: Desk, three: list[str]) -> None:
    (desk.store.places.case(three[0]) / ".git" / "HEAD").write_bytes(b"ref: refs/heads/other\n")
    (desk.store.places.case(three[1]) / ".git" / "logs" / "HEAD").unlink()
    assert {one.case_id for one in changed_since(desk, desk.now)} == set(three[1:])


def test_it_is_told_how_far_the_reading_is(desk: Desk, three: list[str]) -> None:
    told: list[tuple[int, int]] = []
    changed_since(desk, desk.now, lambda done, every: told.append((done, every)))
    assert told == [(0, 3), (1, 3), (2, 3)]
