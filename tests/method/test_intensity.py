from datetime import date

import pytest
from families import NORMS, example_case, period

from fktui.method.days import add_days
from fktui.method.intensity import Against, Trend, against, hours_per_week, intensity, taper
from fktui.model.journal import Contact, Meeting, MeetingStatus
from fktui.model.trajectory import HoursNorm, Phase

START = period(Phase.START, started_on=date(2025, 1, 13), ended_on=date(2025, 1, 27))
NEXT = period(Phase.ANALYSIS, started_on=date(2025, 1, 27))


def contact(on, hours, number=0):
    return Contact(id=f"c-0000{number}", on=date.fromisoformat(on), hours=hours)


def family(*contacts, meetings=(), phases=(START, NEXT)):
    return example_case(phases=phases, contacts=contacts, meetings=meetings)


SPENT = (
    contact("2025-01-06", 1.5),
    contact("2025-01-13", 8),
    contact("2025-01-26", 9.5),
    contact("2025-01-27", 6),
    contact("2025-01-20", None),
)


def test_hours_are_counted_by_week_of_the_stay():
    found = intensity(family(*SPENT), START, date(2025, 3, 1), NORMS)
    assert found.weeks == (8, 9.5)
    assert (found.total, found.per_week) == (17.5, 8.75)


def test_a_shared_day_belongs_to_the_stay_that_begins():
    assert intensity(family(*SPENT), NEXT, date(2025, 1, 27), NORMS).total == 6


def test_the_last_day_of_the_last_stay_is_its_own():
    case = family(*SPENT, phases=(START,))
    assert intensity(case, START, date(2025, 3, 1), NORMS).weeks == (8, 15.5)


def test_a_day_after_the_end_belongs_to_no_stay():
    case = family(contact("2025-02-10", 2), phases=(START,))
    assert intensity(case, START, date(2025, 3, 1), NORMS).total == 0


def test_only_meetings_that_were_held_count():
    held, planned = (
        Meeting(id=f"m-{status.value[:5]}", on=date(2025, 1, 14), hours=2, status=status)
        for status in (MeetingStatus.HELD, MeetingStatus.PLANNED)
    )
    case = family(meetings=(held, planned))
    assert intensity(case, START, date(2025, 3, 1), NORMS).total == 2


def test_a_running_stay_is_averaged_over_the_days_so_far():
    case = family(contact("2025-01-27", 6), contact("2025-02-09", 7), contact("2025-03-30", 5))
    found = intensity(case, NEXT, date(2025, 2, 9), NORMS)
    assert found.weeks == (6, 7)
    assert found.per_week == pytest.approx(6.5)


def test_the_first_days_count_as_a_week():
    assert hours_per_week(family(*SPENT), NEXT, date(2025, 1, 28), NORMS) == 6


@pytest.mark.parametrize("stay", [period(started_on=None), NEXT])
def test_a_stay_that_has_not_begun_has_no_hours(stay):
    assert intensity(family(*SPENT), stay, date(2025, 1, 26), NORMS) is None
    assert hours_per_week(family(*SPENT), stay, date(2025, 1, 26), NORMS) == 0


def test_hours_in_a_stay_that_runs_the_wrong_way_are_none():
    odd = period(Phase.START, started_on=date(2025, 1, 27), ended_on=date(2025, 1, 13))
    assert intensity(family(*SPENT, phases=(odd,)), odd, date(2025, 3, 1), NORMS).total == 0


def test_a_stay_without_a_beginning_has_no_days():
    case = family(contact("2025-01-14", 2), phases=(START, period(started_on=None)))
    assert intensity(case, START, date(2025, 3, 1), NORMS).total == 2


@pytest.mark.parametrize(
    ("hours", "stands"),
    [
        (4.4, Against.BELOW),
        (4.5, Against.BELOW),
        (4.6, Against.WITHIN),
        (5, Against.WITHIN),
        (10.4, Against.WITHIN),
        (10.5, Against.ABOVE),
    ],
)
def test_less_than_half_an_hour_is_no_difference(hours, stands):
    assert against(hours, HoursNorm(low=5, high=10)) is stands


def test_a_family_may_have_a_norm_of_its_own():
    stay = period(Phase.START, started_on=date(2025, 1, 13), hours=HoursNorm(low=2, high=3))
    found = intensity(family(*SPENT, phases=(stay,)), stay, date(2025, 1, 26), NORMS)
    assert (found.norm.high, found.meant.high) == (3, 6)
    assert found.against is Against.ABOVE


EXECUTION = period(Phase.EXECUTION, started_on=date(2025, 3, 10))


def weekly(*hours):
    """A contact on the first day of each week since the execution phase began."""
    first = date(2025, 3, 10)
    return tuple(
        Contact(id=f"c-{week:05}", on=add_days(first, 7 * week), hours=one)
        for week, one in enumerate(hours)
        if one
    )


def tapered(*hours, today, stay=EXECUTION):
    return taper(family(*weekly(*hours), phases=(START, stay)), today)


@pytest.mark.parametrize(
    ("hours", "today", "blocks", "trend"),
    [
        ((9,), "2025-03-10", (9,), None),
        ((9,) * 4, "2025-04-06", (9,), None),
        ((9,) * 4 + (7,), "2025-04-12", (9 * 28 / 34 + 7 * 7 / 34,), None),
        ((9,) * 4 + (7,), "2025-04-13", (9, 7), Trend.DOWN),
        ((9, 9, 8, 8, 6, 6, 6, 6, 4, 4, 4, 4), "2025-06-01", (8.5, 6, 4), Trend.DOWN),
        ((6,) * 8, "2025-05-04", (6, 6), Trend.LEVEL),
        ((6, 6, 6, 6, 6, 6, 6, 5.5), "2025-05-04", (6, 5.875), Trend.LEVEL),
        ((6, 6, 6, 6, 5.5, 5.5, 5.5, 5.5), "2025-05-04", (6, 5.5), Trend.DOWN),
        ((4,) * 4 + (8,) * 4, "2025-05-04", (4, 8), Trend.UP),
        ((8,) * 4 + (0,) * 4, "2025-05-04", (8, 0), Trend.DOWN),
    ],
)
def test_hours_taper_off_in_blocks_of_four_weeks(hours, today, blocks, trend):
    found = tapered(*hours, today=date.fromisoformat(today))
    assert [block.per_week for block in found.blocks] == pytest.approx(list(blocks))
    assert found.trend is trend
    assert found.blocks[-1].last == date.fromisoformat(today)


def test_before_the_execution_phase_there_is_nothing_to_taper():
    assert tapered(9, today=date(2025, 3, 9)).blocks == ()
    assert taper(family(*SPENT), date(2025, 3, 1)).trend is None


def test_after_the_end_of_the_help_no_weeks_are_counted():
    over = period(Phase.EXECUTION, started_on=date(2025, 3, 10), ended_on=date(2025, 4, 7))
    found = tapered(6, 6, 6, 6, today=date(2026, 1, 1), stay=over)
    assert [block.last for block in found.blocks] == [date(2025, 4, 7)]


def test_at_the_end_of_the_calendar_the_blocks_stop():
    last = period(Phase.EXECUTION, started_on=date(9999, 12, 1))
    assert tapered(today=date.max, stay=last).blocks[-1].last == date.max
