"""Dates as people type them. Today is Saturday 21 November 2026, unless a test says otherwise."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fktui.errors import WrongUse
from fktui.words.language import use
from fktui.words.time.dates import Look, parse_day, parse_partial
from fktui.words.time.say_dates import say_date, say_day, say_day_of_year, say_partial

SATURDAY = date(2026, 11, 21)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def day(iso):
    return date.fromisoformat(iso)


def refusal(typed, today=SATURDAY, look=Look.NEAREST):
    with pytest.raises(WrongUse) as refused:
        parse_day(typed, today, look)
    assert refused.value.facts["given"] == typed
    return refused.value


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026/1/5", "2026-01-05"),
        ("20-11-2026", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("20-11-26", "2026-11-20"),
        ("1-12-26", "2026-12-01"),
        ("20 nov 2026", "2026-11-20"),
        ("20 November 2026", "2026-11-20"),
        ("20 nov. '26", "2026-11-20"),
        ("20nov26", "2026-11-20"),
        ("20-nov-2026", "2026-11-20"),
        ("November 20, 2026", "2026-11-20"),
        ("Nov 20th, 2026", "2026-11-20"),
        ("3 maart 2026", "2026-03-03"),
        ("3 mrt 2026", "2026-03-03"),
        ("3 mar 2026", "2026-03-03"),
        ("1e mei 2026", "2026-05-01"),
        ("3 okt 2026", "2026-10-03"),
        ("3 oct 2026", "2026-10-03"),
        ("3 sept 2026", "2026-09-03"),
        ("vr 20 nov 2026", "2026-11-20"),
        ("Friday 20 November 2026", "2026-11-20"),
        ("vrijdag, 20-11-2026", "2026-11-20"),
        ("29 feb 2028", "2028-02-29"),
        ("vandaag", "2026-11-21"),
        ("Today", "2026-11-21"),
        ("v", "2026-11-21"),
        ("gisteren", "2026-11-20"),
        ("yesterday", "2026-11-20"),
        ("g", "2026-11-20"),
        ("eergisteren", "2026-11-19"),
        ("morgen", "2026-11-22"),
        ("tomorrow", "2026-11-22"),
        ("overmorgen", "2026-11-23"),
        ("the day after tomorrow", "2026-11-23"),
        ("+3d", "2026-11-24"),
        ("-3d", "2026-11-18"),
        ("\N{MINUS SIGN}3 d", "2026-11-18"),
        ("-1w", "2026-11-14"),
        ("+2w", "2026-12-05"),
        ("+3m", "2027-02-21"),
        ("-1j", "2025-11-21"),
        ("+1y", "2027-11-21"),
        ("over 3 weken", "2026-12-12"),
        ("in a week", "2026-11-28"),
        ("2 dagen geleden", "2026-11-19"),
        ("a month ago", "2026-10-21"),
        ("een jaar geleden", "2025-11-21"),
    ],
)
def test_means_one_day_wherever_one_looks_and_whatever_is_spoken(language, typed, iso):
    use(language)
    assert {parse_day(typed, SATURDAY, look) for look in Look} == {day(iso)}


@pytest.mark.parametrize(
    ("typed", "back", "ahead", "nearest"),
    [
        ("vr", "2026-11-20", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-20", "2026-11-27", "2026-11-20"),
        ("di", "2026-11-17", "2026-11-24", "2026-11-24"),
        ("wo", "2026-11-18", "2026-11-25", "2026-11-18"),
        ("za", "2026-11-21", "2026-11-21", "2026-11-21"),
        ("zondag", "2026-11-15", "2026-11-22", "2026-11-22"),
        ("thurs", "2026-11-19", "2026-11-26", "2026-11-19"),
        ("15", "2026-11-15", "2026-12-15", "2026-11-15"),
        ("21", "2026-11-21", "2026-11-21", "2026-11-21"),
        ("3e", "2026-11-03", "2026-12-03", "2026-12-03"),
        ("31", "2026-10-31", "2026-12-31", "2026-10-31"),
        ("20-11", "2026-11-20", "2027-11-20", "2026-11-20"),
        ("21/11", "2026-11-21", "2026-11-21", "2026-11-21"),
        ("2 jan", "2026-01-02", "2027-01-02", "2027-01-02"),
        ("june 1", "2026-06-01", "2027-06-01", "2026-06-01"),
    ],
)
def test_looks_to_its_own_side(typed, back, ahead, nearest):
    found = [parse_day(typed, SATURDAY, look) for look in (Look.BACK, Look.AHEAD, Look.NEAREST)]
    assert found == [day(back), day(ahead), day(nearest)]


@pytest.mark.parametrize(
    ("today", "typed", "look", "iso"),
    [
        ("2027-01-01", "31-12", Look.BACK, "2026-12-31"),
        ("2026-12-31", "1-1", Look.AHEAD, "2027-01-01"),
        ("2026-12-31", "1-1", Look.NEAREST, "2027-01-01"),
        ("2027-01-04", "30", Look.BACK, "2026-12-30"),
        ("2026-12-30", "4", Look.AHEAD, "2027-01-04"),
        ("2027-03-05", "30", Look.BACK, "2027-01-30"),
        ("2027-02-01", "31", Look.AHEAD, "2027-03-31"),
        ("2027-01-01", "ma", Look.BACK, "2026-12-28"),
        ("2027-03-31", "-1m", Look.BACK, "2027-02-28"),
        ("2028-01-31", "+1m", Look.AHEAD, "2028-02-29"),
        ("2028-02-29", "+1j", Look.AHEAD, "2029-02-28"),
        ("2028-03-04", "29-2", Look.BACK, "2028-02-29"),
        ("2027-03-04", "29 feb", Look.AHEAD, "2028-02-29"),
        ("2099-12-30", "2-1-00", Look.AHEAD, "2100-01-02"),
    ],
)
def test_year_turns_and_leap_days(today, typed, look, iso):
    assert parse_day(typed, day(today), look) == day(iso)


@pytest.mark.parametrize(
    ("typed", "year"), [("1-1-26", 2026), ("1-1-46", 2046), ("1-1-47", 1947), ("1-1-98", 1998)]
)
def test_two_figures_are_at_most_twenty_years_ahead(typed, year):
    assert parse_day(typed, SATURDAY, Look.BACK).year == year


@pytest.mark.parametrize(
    "typed",
    ["31-2", "30 feb", "31-4-2026", "29-2-2027", "29-2", "0", "32", "1-13", "0-1-2026", "+9999j"],
)
def test_no_such_day(typed):
    assert refusal(typed).code == "date-impossible"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "x",
        "nov",
        "2026",
        "3d",
        "+3",
        "+3x",
        "over 3 foo",
        "in 2 days ago",
        "- 2 dagen geleden",
        "2 dagen later",
        "20 foo 2026",
        "foo 20",
        "2026-11/20",
        "20-11-202",
        "vr za",
        "vr +3d",
        "volgende vr",
        "٢-٣",
    ],
)
def test_no_date(typed):
    assert refusal(typed).code == "date-unknown"


def test_name_of_the_day_must_belong_to_the_date():
    refused = refusal("vr 21 nov 2026")
    assert (refused.code, refused.facts["day"]) == ("date-weekday", "2026-11-21")


def test_named_day_that_cannot_lie_on_this_side_is_refused():
    assert refusal("vr 20 nov", look=Look.AHEAD).code == "date-weekday"


@pytest.mark.parametrize("language", ["nl", "en"])
@given(said=DAYS, today=DAYS, look=st.sampled_from(Look))
def test_understands_what_it_says(language, said, today, look):
    use(language)
    assert parse_day(say_day(said), today, look) == said
    assert parse_day(say_date(said), today, look) == said
    assert parse_day(said.isoformat(), today, look) == said


@pytest.mark.parametrize("language", ["nl", "en"])
@given(today=DAYS, off=st.integers(0, 300))
def test_understands_a_day_without_its_year(language, today, off):
    use(language)
    before, after = today - timedelta(off), today + timedelta(off)
    assert parse_day(say_day_of_year(before), today, Look.BACK) == before
    assert parse_day(say_day_of_year(after), today, Look.AHEAD) == after


@given(
    typed=st.text(alphabet="0123456789-/.+' vrmadijnovfebjw", max_size=14) | st.text(max_size=14),
    today=DAYS,
    look=st.sampled_from(Look),
)
def test_any_text_gives_a_day_or_wrong_use(typed, today, look):
    for read in (lambda: parse_day(typed, today, look), lambda: parse_partial(typed, today)):
        with suppress(WrongUse):
            assert read()


@pytest.mark.parametrize(
    "typed", ["zo", "+1d", "+1j", "2 dagen geleden", "1", "31", "1-1", "31-12"]
)
@pytest.mark.parametrize("today", [date.min, date.max])
def test_end_of_all_days_is_no_bug(today, typed):
    for look in Look:
        with suppress(WrongUse):
            assert parse_day(typed, today, look)


@given(today=DAYS, typed=st.sampled_from(["ma", "wed", "1", "30", "31", "29-2", "1-1", "31 dec"]))
def test_a_look_never_crosses_today(today, typed):
    with suppress(WrongUse):  # not every year has its 29-2
        assert parse_day(typed, today, Look.BACK) <= today
    with suppress(WrongUse):
        assert parse_day(typed, today, Look.AHEAD) >= today


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1990", "1990"),
        ("1990-06", "1990-06"),
        ("1990-6", "1990-06"),
        ("6-1990", "1990-06"),
        ("06/1990", "1990-06"),
        ("juni 1990", "1990-06"),
        ("June 1990", "1990-06"),
        ("1990-06-07", "1990-06-07"),
        ("7-6-1990", "1990-06-07"),
        ("7 juni 90", "1990-06-07"),
        ("12-3-26", "2026-03-12"),
        ("12-3-27", "1927-03-12"),
        ("29-2-2012", "2012-02-29"),
    ],
)
def test_keeps_a_birth_date_as_far_as_it_is_known(typed, kept):
    assert parse_partial(typed, SATURDAY) == kept
    assert parse_partial(kept, SATURDAY) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1990-13", "date-impossible"),
        ("0000", "date-impossible"),
        ("29-2-2011", "date-impossible"),
        ("foo 1990", "date-unknown"),
        ("199", "date-unknown"),
    ],
)
def test_refuses_a_birth_date_that_cannot_be(typed, code):
    with pytest.raises(WrongUse) as refused:
        parse_partial(typed, SATURDAY)
    assert refused.value.code == code
    assert refused.value.facts["given"] == typed


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kept", ["1990", "1990-06", "1990-06-07"])
def test_understands_the_birth_date_that_it_says(language, kept):
    use(language)
    assert parse_partial(say_partial(kept), SATURDAY) == kept


def test_an_example_of_a_date_is_of_the_day_itself():
    facts = refusal("20 foo 2026").facts
    assert (facts["short"], facts["day"]) == ("21 Nov", "21-11-2026")
    with pytest.raises(WrongUse) as caught:
        parse_day("foo", date(2026, 5, 11), Look.BACK)
    assert (caught.value.facts["short"], caught.value.facts["day"]) == ("11 May", "11-5-2026")
