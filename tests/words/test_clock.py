"""Times of the clock."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.errors import WrongUse
from fktui.words.language import use
from fktui.words.time.clock import parse_time, say_time


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("15:30", "15:30"),
        ("15.30", "15:30"),
        ("15u30", "15:30"),
        ("15h30", "15:30"),
        ("9u", "09:00"),
        ("9 uur", "09:00"),
        ("9", "09:00"),
        ("9.30 uur", "09:30"),
        ("0:05", "00:05"),
        ("23:59", "23:59"),
        ("3:30 pm", "15:30"),
        ("3 p.m.", "15:00"),
        ("9AM", "09:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_reads_the_clock(typed, time):
    assert parse_time(typed) == time


@pytest.mark.parametrize("typed", ["", "24:00", "15:60", "9:5", "13 pm", "0 am", "half vier", "٣"])
def test_refuses_what_no_clock_shows(typed):
    with pytest.raises(WrongUse) as refused:
        parse_time(typed)
    assert refused.value.code == "time-unknown"
    assert refused.value.facts == {"given": typed}


@given(st.text(alphabet="0123456789.:uhampr ", max_size=9))
def test_any_text_gives_a_time_or_wrong_use(typed):
    try:
        time = parse_time(typed)
    except WrongUse:
        return
    hour, minute = time.split(":")
    assert int(hour) <= 23
    assert int(minute) <= 59


@pytest.mark.parametrize(("language", "said"), [("nl", "9.05"), ("en", "9:05")])
@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_understands_what_it_says(language, said, hour, minute):
    use(language)
    time = f"{hour:02d}:{minute:02d}"
    assert parse_time(say_time(time)) == time
    assert say_time("9:05") == said
