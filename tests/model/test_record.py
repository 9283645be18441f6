"""Records: frozen, strict, found by id, changed with the checks of a file."""

from datetime import date

import msgspec
import pytest

from fktui.model.journal import Contact, ContactKind
from fktui.model.network import NetworkPerson, Sector
from fktui.model.plan import Goal, GoalStatus, Step
from fktui.model.record import by_id, changed, with_record

GOALS = (Goal(id="g-00001", title="Samen eten"), Goal(id="g-00002", title="Naar school"))


def test_a_record_is_found_by_its_id() -> None:
    assert by_id(GOALS, "g-00002") is GOALS[1]
    assert by_id(GOALS, "g-00003") is None


def test_a_new_record_comes_at_the_end_and_an_old_one_keeps_its_place() -> None:
    new = Goal(id="g-00003", title="Slapen")
    again = Goal(id="g-00001", title="Samen koken")
    assert with_record(GOALS, new) == (*GOALS, new)
    assert with_record(GOALS, again) == (again, GOALS[1])


def test_values_are_changed_and_typed() -> None:
    step = Step(id="s-00001", what="Bellen")
    goal = changed(GOALS[0], status="reached", status_on="2026-05-11", steps=(step,))
    assert goal.status is GoalStatus.REACHED
    assert goal.status_on == date(2026, 5, 11)
    assert goal.steps == (step,)
    assert goal.title == GOALS[0].title
    assert GOALS[0].status is GoalStatus.OPEN


@pytest.mark.parametrize(
    "fields",
    [{"status": "perhaps"}, {"status_on": "2026-02-30"}, {"title": None}, {"weight": "many"}],
)
def test_a_value_that_does_not_fit_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(msgspec.ValidationError):
        changed(GOALS[0], **fields)


@pytest.mark.parametrize("ring", [0, 4])
def test_there_are_three_rings(ring: int) -> None:
    farida = NetworkPerson(id="n-00001", name="Farida", sector=Sector.NEIGHBOURHOOD, ring=3)
    with pytest.raises(msgspec.ValidationError):
        changed(farida, ring=ring)


@pytest.mark.parametrize("hours", [0, 0.25, 24.5, -1])
def test_hours_are_halves_of_one_day(hours: float) -> None:
    contact = Contact(id="c-00001", on=date(2026, 5, 11), kind=ContactKind.PRACTICAL)
    assert changed(contact, hours=1.5).hours == 1.5
    with pytest.raises(msgspec.ValidationError):
        changed(contact, hours=hours)


@pytest.mark.parametrize("time", ["24:00", "9:00", "12:60", "noon"])
def test_a_time_is_of_the_clock(time: str) -> None:
    contact = Contact(id="c-00001", on=date(2026, 5, 11))
    assert changed(contact, at="23:59").at == "23:59"
    with pytest.raises(msgspec.ValidationError):
        changed(contact, at=time)


def test_a_record_cannot_be_changed_in_place() -> None:
    with pytest.raises(AttributeError):
        GOALS[0].title = "Anders"  # type: ignore[misc]
