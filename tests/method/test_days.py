from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.method.days import (
    AgeRange,
    add_days,
    add_months,
    age_on,
    age_range,
    anniversary,
    full_date,
)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-01-19", 3, "2026-04-19"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("9999-11-01", 3, "9999-12-31"),
    ],
)
def test_months_end_on_the_same_day_or_the_last_one(day, months, then):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("day", "years", "then"),
    [
        ("2014-06-02", 12, "2026-06-02"),
        ("2012-02-29", 16, "2028-02-29"),
        ("2010-02-28", 18, "2028-02-28"),
        ("2012-02-29", 18, "2030-03-01"),
        ("9990-05-05", 23, "9999-12-31"),
    ],
)
def test_a_year_of_life_is_full_when_its_last_day_has_passed(day, years, then):
    assert anniversary(date.fromisoformat(day), years) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2010-09-14", "2026-09-13", 15),
        ("2010-09-14", "2026-09-14", 16),
        ("2010-02-28", "2026-02-28", 16),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2026-05-12", "2026-05-11", -1),
    ],
)
def test_age_on_and_around_the_birthday(born, day, age):
    assert age_on(date.fromisoformat(born), date.fromisoformat(day)) == age


@pytest.mark.parametrize(
    ("born", "ages"),
    [
        ("2010-05-11", AgeRange(16, 16)),
        ("2010-05", AgeRange(15, 16)),
        ("2010-06", AgeRange(15, 15)),
        ("2010", AgeRange(15, 16)),
        ("2010-13", None),
        ("2010-02-30", None),
        ("0000", None),
        (None, None),
    ],
)
def test_a_partial_birth_date_tells_the_age_as_far_as_it_can(born, ages):
    assert age_range(born, date(2026, 5, 11)) == ages


@pytest.mark.parametrize("given", [None, "2010", "2010-05", "2010-02-30"])
def test_what_is_no_full_date_is_none(given):
    assert full_date(given) is None


def test_a_full_date_is_read():
    assert full_date("2010-02-28") == date(2010, 2, 28)


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


@given(DAYS, st.integers(0, 120))
def test_months_never_skip_a_month(day, months):
    then = add_months(day, months)
    assert (then.year - day.year) * 12 + then.month - day.month == months
    assert then.day <= day.day


@given(DAYS, st.integers(0, 100))
def test_the_age_changes_on_the_anniversary(born, years):
    birthday = anniversary(born, years)
    assert age_on(born, birthday) == years
    assert age_on(born, birthday - timedelta(days=1)) == years - 1


@given(st.dates(), st.integers(0, 10_000))
def test_days_stop_at_the_end_of_the_calendar(day, days):
    then = add_days(day, days)
    assert then == date.max or (then - day).days == days
