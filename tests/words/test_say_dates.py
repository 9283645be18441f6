"""How days, periods and lengths of time are said, in both languages."""

from datetime import date, timedelta

import pytest

from fktui.words.language import use
from fktui.words.time import say_dates as said

FRIDAY = date(2026, 11, 20)


def in_both(say):
    spoken = []
    for language in ("nl", "en"):
        use(language)
        spoken.append(say())
    return tuple(spoken)


@pytest.mark.parametrize(
    ("say", "nl", "en"),
    [
        (said.say_day, "vr 20 nov 2026", "Fri 20 Nov 2026"),
        (said.say_day_of_year, "vr 20 nov", "Fri 20 Nov"),
        (said.say_date, "20 november 2026", "20 November 2026"),
        (said.say_weekday, "vrijdag", "Friday"),
    ],
)
def test_says_a_day(say, nl, en):
    assert in_both(lambda: say(FRIDAY)) == (nl, en)


def test_week_begins_on_monday():
    assert in_both(lambda: said.weekday_names(short=True)[0]) == ("ma", "Mon")
    assert in_both(lambda: said.weekday_names()[6]) == ("zondag", "Sunday")


@pytest.mark.parametrize(
    ("kept", "nl", "en"),
    [
        ("1990", "1990", "1990"),
        ("1990-06", "juni 1990", "June 1990"),
        ("1990-06-07", "7 juni 1990", "7 June 1990"),
        ("1990-13", "1990-13", "1990-13"),
        ("onbekend", "onbekend", "onbekend"),
    ],
)
def test_says_a_birth_date_as_far_as_it_is_known(kept, nl, en):
    assert in_both(lambda: said.say_partial(kept)) == (nl, en)


@pytest.mark.parametrize(
    ("start", "end", "nl", "en"),
    [
        (date(2026, 11, 3), FRIDAY, "3 t/m 20 november 2026", "3 to 20 November 2026"),
        (
            date(2026, 1, 3),
            FRIDAY,
            "3 januari t/m 20 november 2026",
            "3 January to 20 November 2026",
        ),
        (
            date(2025, 11, 3),
            FRIDAY,
            "3 november 2025 t/m 20 november 2026",
            "3 November 2025 to 20 November 2026",
        ),
        (FRIDAY, FRIDAY, "20 november 2026", "20 November 2026"),
        (FRIDAY, None, "vanaf 20 november 2026", "from 20 November 2026"),
        (None, FRIDAY, "t/m 20 november 2026", "until 20 November 2026"),
        (None, None, "", ""),
    ],
)
def test_says_what_a_period_has_in_common_once(start, end, nl, en):
    assert in_both(lambda: said.say_period(start, end)) == (nl, en)


@pytest.mark.parametrize(
    ("off", "nl", "en"),
    [
        (0, "vandaag", "today"),
        (-1, "gisteren", "yesterday"),
        (1, "morgen", "tomorrow"),
        (9, "over 9 dagen", "in 9 days"),
        (-13, "13 dagen geleden", "13 days ago"),
        (14, "over 2 weken", "in 2 weeks"),
        (-27, "3 weken geleden", "3 weeks ago"),
    ],
)
def test_says_how_far_a_day_is(off, nl, en):
    assert in_both(lambda: said.say_distance(FRIDAY + timedelta(off), FRIDAY)) == (nl, en)
