"""Periods on one line of months."""

from datetime import date

import pytest

from fktui.words.time.bars import MOST, Span, bars

TODAY = date(2026, 5, 31)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("spans", "head", "rows"),
    [
        ([], "", ()),
        ([Span(day("2026-05-01"))], "2026", ("=>",)),
        ([Span(day("2026-04-30"))], "2026", ("==>",)),
        ([Span(day("2026-03-01"), day("2026-04-01"))], "2026", ("==. ",)),
        ([Span(day("2026-06-01"), begun=False)], "2026", (".->",)),
        (
            [Span(day("2025-11-15"), day("2026-01-31")), Span(day("2026-01-01"))],
            "  2026",
            ("===.... ", "..=====>"),
        ),
        ([Span(day("2026-02-01"), day("2027-01-01"))], "2026       2027", ("============ ",)),
    ],
)
def test_a_sign_for_each_month(spans, head, rows):
    assert bars(spans, TODAY) == (head, rows)


def test_of_a_long_time_the_last_months():
    drawn = bars([Span(day("2018-01-01")), Span(day("2018-01-01"), day("2018-02-01"))], TODAY)
    assert drawn.rows == ("=" * MOST + ">", "." * MOST + " ")


def test_bars_under_each_other_are_as_wide():
    spans = [Span(day("2026-01-01")), Span(day("2025-01-01"), day("2026-08-01"))]
    first, second = bars(spans, TODAY).rows
    assert len(first) == len(second)


def test_the_first_and_the_last_year_that_there_are():
    drawn = bars([Span(date.min, date.max)], TODAY)
    assert len(drawn.rows[0]) == MOST + 1
