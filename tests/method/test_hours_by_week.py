"""Hours per calendar week, Monday to Sunday, as far as any were written down."""

from datetime import date

import pytest
from families import example_case

from fktui.method.intensity import hours_by_week
from fktui.model.journal import Contact, Meeting, MeetingStatus


def contacts(*spent):
    return tuple(
        Contact(id=f"c-{number:05}", on=date.fromisoformat(day), hours=hours)
        for number, (day, hours) in enumerate(spent)
    )


@pytest.mark.parametrize(
    ("spent", "monday", "hours"),
    [
        ([("2026-11-16", 1), ("2026-11-22", 2)], "2026-11-16", (3,)),
        ([("2026-11-15", 1), ("2026-11-16", 2)], "2026-11-16", (2, 1)),
        ([("2026-11-23", 1), ("2026-11-02", 2.5)], "2026-11-23", (1, 0, 0, 2.5)),
        ([("2024-02-29", 1), ("2024-03-04", 2)], "2024-03-04", (2, 1)),
        ([("2025-12-29", 1), ("2026-01-04", 2)], "2025-12-29", (3,)),
        ([("2026-11-16", 1), ("2026-10-19", 2)], "2026-11-16", (1, 0, 0)),
        ([("0001-01-01", 1)], "0001-01-01", (1,)),
    ],
)
def test_weeks_run_from_monday_backward_from_the_newest(spent, monday, hours):
    found = hours_by_week(example_case(contacts=contacts(*spent)), 4 if len(hours) == 4 else 3)
    assert found == (date.fromisoformat(monday), hours)


def test_a_day_without_hours_makes_no_week():
    assert hours_by_week(example_case(contacts=contacts(("2026-11-16", None))), 8) is None
    assert hours_by_week(example_case(), 8) is None


def test_only_meetings_that_were_held_count():
    held, planned = (
        Meeting(id=f"m-0000{number}", on=date(2026, 11, 16), hours=2, status=status)
        for number, status in enumerate((MeetingStatus.HELD, MeetingStatus.PLANNED))
    )
    case = example_case(contacts=contacts(("2026-11-17", 1)), meetings=(held, planned))
    assert hours_by_week(case, 8) == (date(2026, 11, 16), (3,))
