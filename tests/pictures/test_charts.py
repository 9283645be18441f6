"""Charts as text: every figure in its place, told apart without colour, and the same in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from fktui.pictures.charts.chart_text import draw_chart
from fktui.pictures.charts.chart_words import chart_in_words
from fktui.pictures.charts.series import (
    MARKS,
    Chart,
    Kind,
    Limit,
    Line,
    Pair,
    Panel,
    Point,
    Stretch,
    averaged,
    depth_of,
    part_of,
    spread,
    steps_of,
    unit_of,
)
from fktui.pictures.charts.text_bars import eighths, placed
from fktui.pictures.charts.text_fit import fit, wrapped

FIRST = date(2026, 1, 5)
ODD = "Oma \u202e燕子 飛 <b>& سنونو 👩‍👧 van de overkant"


def day(count):
    return FIRST + timedelta(days=count)


def line(name, *values, every=30):
    points = (Point(day(place * every), value) for place, value in enumerate(values))
    return Line(name, tuple(points))


def stretch(*weeks, low=4.0, high=8.0, first=FIRST, name="start phase"):
    last = first + timedelta(days=7 * len(weeks))
    return Stretch(name, first, last, weeks, low, high, sum(weeks) / len(weeks))


def panels(*made, width=60, height=20):
    chart = Chart(Kind.SCORES, "Scores", panels=made)
    return draw_chart(chart, width, height).text().splitlines()


def bars(*made, width=80, height=24):
    chart = Chart(Kind.HOURS, "Hours", stretches=made)
    return draw_chart(chart, width, height).text().splitlines()


@pytest.mark.parametrize(
    ("low", "high", "value", "depth"),
    [(-2, 2, 2, 0), (-2, 2, 0, 0.5), (-2, 2, -2, 1), (0, 40, 30, 0.25), (34, 136, 136, 0)],
)
def test_a_value_is_as_deep_as_it_is_far_from_the_top(low, high, value, depth):
    assert depth_of(value, low, high) == depth


def test_a_day_stands_by_its_distance_and_one_day_in_the_middle():
    assert [part_of(day(n), (day(0), day(40))) for n in (0, 10, 40)] == [0, 0.25, 1]
    assert part_of(FIRST, (FIRST, FIRST)) == 0.5


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [(-2, 2, 4), (0, 10, 5), (0, 40, 4), (0, 100, 4), (1, 3, 2), (0, 45, 5)],
)
def test_a_scale_has_whole_steps(low, high, steps):
    assert steps_of(low, high) == steps
    assert ((high - low) / steps).is_integer()


@pytest.mark.parametrize(
    ("most", "rows", "unit"), [(4, 8, 0.5), (8, 8, 1), (10, 8, 2), (24, 8, 5), (168, 4, 50)]
)
def test_a_row_of_hours_is_a_round_number(most, rows, unit):
    assert unit_of(most, rows) == unit


def test_weeks_together_are_averaged_and_the_rest_by_itself():
    assert averaged((2, 4, 6, 8, 5), 2) == (3, 7, 5)
    assert averaged((2, 4), 1) == (2, 4)
    assert averaged((), 3) == ()


@given(st.lists(st.integers(0, 20), max_size=9))
def test_names_at_the_ends_never_stand_on_each_other(wanted):
    places = spread([float(one) for one in wanted], 1, 20)
    assert len(set(places)) == len(wanted)
    assert all(0 <= one <= 20 for one in places)
    order = sorted(range(len(wanted)), key=lambda one: wanted[one])
    assert [places[one] for one in order] == sorted(places)


def test_a_name_stands_where_it_wants_when_it_is_alone():
    assert spread([0.0, 7.0, 20.0], 1, 20) == [0.0, 7.0, 20.0]
    assert spread([20.0, 20.0, 0.0], 1, 20) == [19.0, 20.0, 0.0]


@pytest.mark.parametrize(
    ("high", "shown"),
    [(0, "   "), (0.01, "  ▁"), (0.5, "  ▄"), (1, "  █"), (1.5, " ▄█"), (3, "███")],
)
def test_a_bar_is_drawn_to_an_eighth_of_a_row(high, shown):
    assert "".join(eighths(high, 3)) == shown


def test_bars_stand_on_their_hours():
    rows = bars(stretch(8, 4, 0, 2))
    eight, four, two = (next(r for r in rows if r.startswith(f"{n} ")) for n in (8, 4, 2))
    assert [eight.count("█"), four.count("█"), two.count("█")] == [2, 4, 6]
    assert "1 Start phase: 5 Jan 2026 – 2 Feb 2026, norm 4–8, on average 3.5 a week" in rows


def test_two_hundred_weeks_find_room_and_it_is_said():
    made = stretch(*(4.0,) * 200)
    rows = bars(made)
    assert max(map(cell_len, rows)) <= 80
    assert rows[-1] == "each bar is 3 weeks, on average"
    found = placed((made,), 2, 78)
    assert (found.together, len(found.values[0]), found.each) == (3, 67, 1)


def test_weeks_without_hours_stay_open():
    top = next(row for row in bars(stretch(8, 0, 0, 8, high=8)) if "█" in row)
    gap = top[top.index("█") : top.rindex("█") + 1]
    assert cell_len(gap) == 3 * 3 + 2
    assert "█" not in gap[2:-2]


def test_more_stays_than_find_a_place_show_the_last():
    made = [stretch(1.0, first=day(30 * n), name=f"phase {n}") for n in range(40)]
    text = "\n".join(bars(*made, width=40))
    assert "Phase 39:" in text
    assert "Phase 0:" not in text


def test_no_hours_at_all_are_an_empty_chart_with_its_norm():
    text = "\n".join(bars(stretch(0, 0)))
    assert "█" not in text
    assert "on average 0 a week" in text


def test_points_stand_on_their_level_and_their_day():
    rows = panels(Panel("Goal", "", -2, 2, (line("", -2, 0, 2),)), height=9)
    plot = rows[2:7]
    assert [row.index("●") for row in (plot[4], plot[2], plot[0])] == [3, 29, 56]
    assert [row.count("●") for row in plot] == [1, 0, 1, 0, 1]
    assert plot[0].endswith("● 2")
    assert rows[7].split() == ["5", "Jan", "2026", "4", "Feb", "6", "Mar"]


@pytest.mark.parametrize(("count", "drawn"), [(1, False), (2, False), (3, True)])
def test_no_line_is_drawn_through_fewer_than_three_points(count, drawn):
    made = draw_chart(
        Chart(Kind.GOALS, "", panels=(Panel("", "", 0, 10, (line("", *range(count)),)),)), 60, 9
    )
    inks = {run.ink for row in made.rows() for run in row if any("⠀" < c <= "⣿" for c in run.text)}
    assert ("series.0" in inks) == drawn


def test_lines_differ_by_their_mark_and_have_their_name_and_last_figure():
    made = tuple(line(f"N{number}", number, number) for number in range(len(MARKS)))
    text = "\n".join(panels(Panel("P", "", 0, 10, made), height=30))
    for number, mark in enumerate(MARKS):
        assert f"{mark} N{number} {number}" in text
        assert text.count(mark) == 3


def test_marks_on_one_spot_stand_beside_each_other():
    made = (line("A", 5), line("B", 5), line("C", 5))
    text = "\n".join(panels(Panel("P", "", 0, 10, made), height=9))
    assert "▲●■" in text


def test_all_the_same_value_and_one_point():
    rows = panels(Panel("P", "", 6, 8, (line("Bo", 7, 7, 7),)), height=7)
    assert [row.count("●") for row in rows[2:5]] == [0, 4, 0]
    (row,) = (row for row in panels(Panel("P", "", 0, 4, (line("Bo", 4),)), height=9) if "●" in row)
    assert row.endswith("● Bo 4")


def test_a_limit_is_drawn_on_its_level_with_its_name():
    rows = panels(Panel("P", "", 0, 40, (line("Bo", 40, 40),), (Limit(20, "limit 20"),)), height=9)
    assert rows[4].lstrip().startswith("20 ")
    assert rows[4].endswith("limit 20")
    assert "⠤" in rows[4]


def test_a_name_that_is_cut_stands_whole_below_the_panel():
    long = "A very long name of a grandmother across the street"
    rows = panels(Panel("P", "", 0, 4, (line(long, 1, 2),)), width=80, height=9)
    assert any("…" in row for row in rows)
    assert any(f"● {long} 2" in row for row in rows)


def test_panels_share_their_days_so_that_they_stand_under_each_other():
    made = (Panel("A", "", 0, 4, (line("Bo", 4, 4),)), Panel("B", "", 0, 100, (line("", 100),)))
    rows = [row for row in panels(*made, height=12) if "●" in row]
    assert rows[0].index("●") == rows[1].index("●")


def test_pairs_go_from_the_open_to_the_full_square():
    pairs = (
        Pair("Child", 3, 1, "1", day(0), day(90)),
        Pair("Parents", 2, 2, "1–2", day(0), day(90)),
        Pair("Care", 1, 1, "1", day(0), day(0)),
    )
    chart = Chart(Kind.DOMAINS, "Domains", pairs=pairs)
    rows = draw_chart(chart, 60, 7).text().splitlines()
    zero, one, two, three = (rows[0].index(str(level)) for level in range(4))
    assert rows[1][zero] == "·"
    assert (rows[1].index("■"), rows[1].index("□")) == (one, three)
    assert rows[1].endswith("3 → 1")
    assert (rows[2].index("■"), rows[2].endswith("2 → 1–2")) == (two, True)
    assert rows[3].endswith("  1")
    assert list(chart_in_words(chart)) == [
        "Child: 3 on 5 January 2026, 1 on 5 April 2026.",
        "Parents: 2 on 5 January 2026, 1–2 on 5 April 2026.",
        "Care: 1 on 5 January 2026, scored once.",
    ]


@pytest.mark.parametrize("kind", Kind)
def test_without_data_it_is_said(kind):
    chart = Chart(kind, "Nothing")
    (said,) = chart_in_words(chart)
    assert draw_chart(chart, 80, 24).text() == said
    narrow = draw_chart(chart, 12, 24).text()
    assert max(map(cell_len, narrow.splitlines())) <= 12
    assert "".join(narrow.split()) == "".join(said.split())


def everything():
    """A chart of each kind with odd and long names in it."""
    lines = tuple(line(f"{ODD}{n}", n, n + 1, 5) for n in range(6))
    panel = Panel(ODD, ODD, 0, 10, lines, (Limit(3, ODD),))
    return (
        Chart(Kind.HOURS, "", stretches=(stretch(3, 0, 9, name=ODD),) * 3, notes=(ODD,)),
        Chart(Kind.GOALS, "", panels=(panel,) * 3, notes=(ODD,)),
        Chart(Kind.DOMAINS, "", pairs=(Pair(ODD, 0, 3, "3", day(0), day(9)),) * 7, notes=(ODD,)),
    )


@pytest.mark.parametrize("width", [20, 40, 80, 100, 120, 300])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_nothing_is_wider_than_the_sheet_and_it_is_always_the_same(width, number):
    chart = everything()[number]
    made = draw_chart(chart, width, 24)
    rows = made.text().splitlines()
    assert max(map(cell_len, rows)) <= width
    assert draw_chart(everything()[number], width, 24).rows() == made.rows()


@given(st.text(), st.integers(1, 30))
def test_a_text_fits(text, width):
    assert cell_len(fit(text, width)) <= width
    assert all(cell_len(row) <= width for row in wrapped(text, width))


def test_a_year_is_said_where_it_begins():
    (days,) = (row for row in bars(stretch(*(4.0,) * 60)) if "5 Jan" in row and "norm" not in row)
    assert days.split()[:3] == ["5", "Jan", "2026"]
    assert "4 Jan 2027" in days
    assert days.count("2026") == days.count("2027") == 1


def test_a_week_never_begins_after_the_last_day():
    made = stretch(1, 2)
    assert [made.day_of(week) for week in (0, 1, 9, 10**6)] == [FIRST, day(7), day(14), day(14)]
