"""Hours as people type them; kept in halves."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.errors import WrongUse
from fktui.words.language import use
from fktui.words.time.hours import (
    HoursRead,
    hours_in_figures,
    in_figures,
    parse_hours,
    say_hours,
    say_rounded,
)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("1,5", 1.5),
        ("1.5", 1.5),
        ("1½", 1.5),
        ("1 ½", 1.5),
        ("½", 0.5),
        (",5", 0.5),
        ("2", 2),
        ("1u30", 1.5),
        ("1 uur en 30 minuten", 1.5),
        ("1h30", 1.5),
        ("1 hour and 30 min", 1.5),
        ("1:30", 1.5),
        ("90m", 1.5),
        ("30 min", 0.5),
        ("2 uur", 2),
        ("2.5 hours", 2.5),
        (" 2U ", 2),
        ("anderhalf uur", 1.5),
        ("half an hour", 0.5),
        ("24", 24),
    ],
)
def test_reads_halves_as_they_are(typed, hours):
    assert parse_hours(typed) == HoursRead(hours, rounded=False)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("45 min", 1),
        ("1:15", 1.5),
        ("1,2", 1),
        ("1,3", 1.5),
        ("2¾", 3),
        ("kwartier", 0.5),
        ("5m", 0.5),
        ("23:50", 24),
    ],
)
def test_rounds_to_the_nearest_half_and_says_so(typed, hours):
    assert parse_hours(typed) == HoursRead(hours, rounded=True)


@pytest.mark.parametrize("typed", ["0", "0,0", "0m", "-1", "-1,5", "\N{MINUS SIGN}2", "24,5", "90"])
def test_refuses_what_no_day_holds(typed):
    with pytest.raises(WrongUse) as refused:
        parse_hours(typed)
    assert refused.value.code == "hours-outside"
    assert refused.value.facts == {"given": typed, "most": 24}


@pytest.mark.parametrize(
    "typed", ["", " ", "-", "u", "1,", "1.5½", "1:75", "1:30:00", "een paar", "99999", "٣", "1e2"]
)
def test_refuses_what_says_no_hours(typed):
    with pytest.raises(WrongUse) as refused:
        parse_hours(typed)
    assert refused.value.code == "hours-unknown"
    assert refused.value.facts == {"given": typed}


@given(st.text(alphabet="0123456789.,:½¼¾umh- ", max_size=12) | st.text(max_size=12))
def test_any_text_gives_halves_of_a_day_or_wrong_use(typed):
    try:
        read = parse_hours(typed)
    except WrongUse:
        return
    assert 0 < read.hours <= 24
    assert (read.hours * 2).is_integer()


@given(st.integers(1, 24 * 60))
def test_never_more_than_a_quarter_off(minutes):
    read = parse_hours(f"{minutes} min")
    off = abs(Fraction(read.hours) - Fraction(minutes, 60))
    assert off <= Fraction(1, 4) or (read.hours == 0.5 and minutes < 15)
    assert read.rounded == (minutes % 30 != 0)


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (7, "7", "7"),
        (7.0, "7", "7"),
        (68.9, "68,9", "68.9"),
        (3.75, "3,75", "3.75"),
        (-1, "-1", "-1"),
    ],
)
def test_a_number_keeps_its_decimals(value, nl, en):
    assert in_figures(value) == en
    use("nl")
    assert in_figures(value) == nl


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("halves", range(1, 49))
def test_understands_what_it_says(language, halves):
    use(language)
    assert parse_hours(say_hours(halves / 2)) == HoursRead(halves / 2, rounded=False)
    assert parse_hours(hours_in_figures(halves / 2)) == HoursRead(halves / 2, rounded=False)


@pytest.mark.parametrize(
    ("hours", "nl", "en", "column_nl", "column_en"),
    [
        (0, "0 uur", "0 hours", "0", "0"),
        (0.5, "½ uur", "½ hour", "0,5", "0.5"),
        (1, "1 uur", "1 hour", "1", "1"),
        (1.5, "1½ uur", "1½ hours", "1,5", "1.5"),
        (12, "12 uur", "12 hours", "12", "12"),
        (4.75, "4,8 uur", "4.8 hours", "4,8", "4.8"),
    ],
)
def test_says_hours_in_both_languages(hours, nl, en, column_nl, column_en):
    assert (say_hours(hours), hours_in_figures(hours)) == (en, column_en)
    use("nl")
    assert (say_hours(hours), hours_in_figures(hours)) == (nl, column_nl)


def test_tells_what_was_rounded(dutch):
    assert say_rounded(parse_hours("45m")) == "Uren gaan per half uur: dit is 1 uur geworden."
    assert say_rounded(parse_hours("1,5")) == ""
