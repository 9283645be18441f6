"""The network map on the screen: walking, moving, tying, taking back; each act one commit."""

import subprocess
from datetime import date

import pytest
from driving import DUINROOS, IJSVOGEL, KASTANJE, LARGE, SMALL, Drive, desk_of
from hypothesis import given, settings
from hypothesis import strategies as st
from people import around as crowd
from people import family_with

from fktui.method.around.network import on_the_map
from fktui.model.network import Energy, Quality, Sector
from fktui.pictures.network_map import draw_map
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.pictures.map import MapScreen
from fktui.tui.widgets.map_sheet import MapSheet, neighbour
from fktui.usecases.people.network import add_member, set_tie, tie_to_change


def log(store, case=KASTANJE) -> list[str]:
    done = subprocess.run(
        ["git", "-C", store / "cases" / case, "log", "--format=%s"],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def around(store, name, case=KASTANJE):
    people = desk_of(store).load(case).case.network.people
    return next(one for one in people if one.name.startswith(name))


@pytest.fixture
def at_map(drive: Drive, store):
    def begin(person="Ineke", size=LARGE, **options):
        screen = drive(store, "enter w w", size=size, **options)
        assert isinstance(screen.app.screen, MapScreen)
        sheet = screen.app.screen.query_one(MapSheet)
        assert sheet.go_to(around(store, person).id)
        return screen.settle()

    return begin


# --- looking --------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [SMALL, LARGE])
@pytest.mark.parametrize(("lang", "title"), [("nl", "Netwerkkaart"), ("en", "Network map")])
def test_the_map_shows_everybody_with_marks_and_the_legend(drive: Drive, store, size, lang, title):
    screen = drive(store, "enter w w", size=size, lang=lang)
    text = screen.text
    assert title in text.splitlines()[0]
    for one in desk_of(store).load(KASTANJE).case.network.people:
        assert one.name[:6].rstrip() in text
    for mark in "■□·≈×±★":
        assert mark in text


def test_who_is_under_the_cursor_is_said_in_words_in_a_small_window_too(at_map):
    screen = at_map("Ineke", size=SMALL, lang="en")
    said = " ".join(" ".join(screen.lines[-5:-2]).split())
    assert "Ineke Winterkoning · " in said
    assert "2 familiar" in said
    assert "gives energy" in said


def test_w_goes_from_the_list_to_the_map_with_the_cursor_on_the_same_one(drive: Drive, store):
    ineke = around(store, "Ineke").id
    screen = drive(store, "enter w")
    assert screen.app.screen.main.go_to(ineke)
    screen.press("w")
    assert screen.app.screen.query_one(MapSheet).cursor == ineke


def test_arrows_reach_everybody(drive: Drive, store):
    screen = drive(store, "enter w w")
    sheet = screen.app.screen.query_one(MapSheet)
    seen, new = set(), {sheet.cursor}
    while new:
        seen |= new
        new = (
            {
                neighbour(sheet._spots, one, *side)
                for one in new
                for side in ((1, 0), (-1, 0), (0, 1), (0, -1))
            }
            - seen
            - {""}
        )
    assert seen == set(sheet._spots)


@pytest.mark.parametrize("count", [2, 15, 27, 40, 60])
def test_in_a_crowd_too_arrows_reach_everybody(count):
    drawn = draw_map(family_with(crowd(count)), 120, 38)
    spots = drawn.spots
    for start in (next(iter(spots)), list(spots)[-1]):
        seen, new = set(), {start}
        while new:
            seen |= new
            sides = ((1, 0), (-1, 0), (0, 1), (0, -1))
            new = {neighbour(spots, one, *side) for one in new for side in sides} - seen - {""}
        assert seen == set(spots)


def test_page_down_goes_to_everybody_from_near_to_far(at_map, store):
    screen = at_map()
    screen.press("home")
    sheet = screen.app.screen.query_one(MapSheet)
    rings = {one.id: one.ring for one in desk_of(store).load(KASTANJE).case.network.people}
    walked = []
    for _turn in sheet._spots:
        walked.append(sheet.cursor)
        screen.press("pagedown")
    assert sorted(walked) == sorted(sheet._spots)
    assert [rings[one] for one in walked] == sorted(rings[one] for one in walked)
    assert sheet.cursor == walked[0]


def test_lines_are_shown_or_not_and_marks_stay(at_map):
    screen = at_map("Ineke")
    full = screen.text
    screen.press("l", "l")
    bare = screen.text
    assert sum(bare.count(sign) for sign in "▲▼►◄") < sum(full.count(sign) for sign in "▲▼►◄")
    assert bare.count("≈") == full.count("≈")
    screen.press("l")
    assert screen.text.count("▲") == full.count("▲")


def test_as_one_member_sees_it_the_others_are_faded_and_the_title_says_so(at_map, store):
    screen = at_map("Ineke", lang="en")
    screen.press("i")
    screen.type("liya").press("enter")
    assert "as Liya" in screen.lines[0]
    assert screen.app.screen.eyes
    screen.press("i", "home", "enter")
    assert not screen.app.screen.eyes


def test_tab_shows_what_to_ask_in_a_small_window_and_back(at_map):
    screen = at_map(size=SMALL, lang="en")
    assert "To ask the family" not in screen.text
    screen.press("tab")
    assert "To ask the family" in screen.text
    screen.press("tab")
    assert "To ask the family" not in screen.text
    assert screen.app.focused is screen.app.screen.query_one(MapSheet)


# --- doing ----------------------------------------------------------------------------------------


def test_closer_is_one_readable_commit_and_u_takes_it_back(at_map, store):
    before = log(store)
    screen = at_map("Ineke", lang="en")
    ring = around(store, "Ineke").ring
    screen.press("plus")
    assert around(store, "Ineke").ring == ring - 1
    new = log(store)
    assert len(new) == len(before) + 1
    assert "Ineke" not in new[0]
    assert f"{ring} → {ring - 1}" in new[0]
    screen.press("u")
    assert around(store, "Ineke").ring == ring
    screen.press("r")
    assert around(store, "Ineke").ring == ring - 1


def test_who_moves_moves_nobody_else(at_map):
    screen = at_map("Ineke")
    sheet = screen.app.screen.query_one(MapSheet)
    before = dict(sheet._spots)
    screen.press("plus")
    after = dict(sheet._spots)
    moved = {one for one in before if before[one] != after[one]}
    assert moved == {sheet.cursor}
    screen.press("u")
    assert dict(sheet._spots) == before


def test_nobody_comes_closer_than_close(at_map, store):
    screen = at_map("Ruta", lang="en")
    count = len(log(store))
    screen.press("plus")
    assert "as close as can be" in screen.text
    assert len(log(store)) == count


def test_two_steps_in_a_hurry_are_two_rings(at_map, store):
    screen = at_map("Ruta")
    screen.rush("minus", "minus").settle()
    assert around(store, "Ruta").ring == 3


def test_another_side_is_chosen(at_map, store):
    at_map("Ineke").press("g", "2")
    assert around(store, "Ineke").sector is Sector.FRIENDS


def test_the_tie_and_the_energy_are_chosen(at_map, store):
    at_map("Ineke", lang="en").press("k", "4").press("y", "2")
    case = desk_of(store).load(KASTANJE).case
    who = around(store, "Ineke").id
    tie = next(tie for tie in case.network.ties if tie.network == who)
    assert (tie.quality, tie.energy) == (Quality.STRESSFUL, Energy.TAKES)


def test_as_a_member_sees_it_closer_is_of_that_member_only(at_map, store):
    screen = at_map("Ruta", lang="en")
    who, ring = around(store, "Ruta").id, around(store, "Ruta").ring
    screen.press("i").type("liya").press("enter").press("plus")
    assert "k makes one" in screen.text
    screen.press("k", "1").press("minus")
    case = desk_of(store).load(KASTANJE).case
    liya = next(person.id for person in case.family.people if person.name.startswith("Liya"))
    tie = next(tie for tie in case.network.ties if (tie.network, tie.person) == (who, liya))
    assert (tie.quality, tie.ring) == (Quality.STRONG, ring + 1)
    assert around(store, "Ruta").ring == ring


def test_a_mouse_moves_somebody_to_another_ring_and_side(at_map, store):
    screen = at_map("Ineke")
    sheet = screen.app.screen.query_one(MapSheet)
    spot = sheet._spots[around(store, "Ineke").id]
    goal = next(
        (x, y)
        for y in range(sheet.size.height)
        for x in range(sheet.size.width)
        if sheet._zone_of(x, y) == (3, 1)
    )
    top = sheet.region.y
    screen.drag((spot.x + 5, spot.y + top), (goal[0], goal[1] + top))
    one = around(store, "Ineke")
    assert (one.ring, one.sector) == (3, Sector.FRIENDS)
    assert log(store)[0].count("→") == 1


def test_who_is_dragged_to_nowhere_stays(at_map, store):
    screen = at_map("Ineke")
    count = len(log(store))
    spot = screen.app.screen.query_one(MapSheet)._spots[around(store, "Ineke").id]
    screen.drag((spot.x + 5, spot.y + 1), (0, 1))
    assert len(log(store)) == count


def test_somebody_new_gets_a_place_and_the_cursor(at_map, store):
    screen = at_map("Ineke")
    before = dict(screen.app.screen.query_one(MapSheet)._spots)
    screen.press("a").type("Buurman Piet").press("enter").type("b").press("enter").type("2")
    screen.press("ctrl+s")
    sheet = screen.app.screen.query_one(MapSheet)
    assert sheet.cursor == around(store, "Buurman").id
    assert {one: sheet._spots[one] for one in before} == before


def test_who_ends_leaves_the_map(at_map, store):
    screen = at_map("Taalmaat")
    screen.press("x", "ctrl+s")
    assert around(store, "Taalmaat").until == date(2026, 5, 11)
    assert "Taalmaat" not in screen.text.split("Made")[0] or "vanaf" in screen.text


def test_enter_and_a_second_click_open_what_is_known(at_map, store):
    screen = at_map("Ineke")
    screen.press("enter")
    assert screen.app.screen.form.id == "network.edit"
    screen.press("escape")
    spot = screen.app.screen.query_one(MapSheet)._spots[around(store, "Ineke").id]
    screen.click((spot.x + 5, spot.y + 1))
    assert screen.app.screen.form.id == "network.edit"


def test_a_family_without_anybody_around_it_says_so_and_a_works(drive: Drive, store):
    screen = drive(store, "enter", lang="en")
    screen.do(lambda: screen.app.show_map("lisdodde-9hd"))
    assert "Nobody stands on the map yet" in screen.text
    screen.press("plus", "k", "g", "j", "enter", "up")
    assert isinstance(screen.app.screen, MapScreen)


# --- together -------------------------------------------------------------------------------------


def test_at_the_kitchen_table_the_map_is_of_those_who_sit_there(drive: Drive, store):
    screen = drive(store, "enter f9", lang="en")
    screen.press("enter")
    screen.wait_for(lambda: screen.app.together)
    screen.press("w")
    assert isinstance(screen.app.screen, MapScreen)
    assert screen.app.screen.shown.together
    screen.press("escape")
    assert not isinstance(screen.app.screen, FamilyScreen | MapScreen)


# --- whose tie ------------------------------------------------------------------------------------


def test_whose_tie_is_meant(store):
    desk = desk_of(store)
    fields = {"name": "A", "sector": Sector.FRIENDS, "ring": 2}
    who = add_member(desk, DUINROOS, fields).act.record
    assert tie_to_change(desk.load(DUINROOS).case, who, "") == (None, None)
    person = desk.load(DUINROOS).case.family.people[0].id
    assert tie_to_change(desk.load(DUINROOS).case, who, person) == (person, None)
    set_tie(desk, DUINROOS, who, person, {"quality": Quality.STRONG})
    whose, tie = tie_to_change(desk.load(DUINROOS).case, who, "")
    assert (whose, tie.quality) == (person, Quality.STRONG)
    other = desk.load(DUINROOS).case.family.people[1].id
    set_tie(desk, DUINROOS, who, other, {"quality": Quality.WEAK})
    assert tie_to_change(desk.load(DUINROOS).case, who, "") is None
    set_tie(desk, DUINROOS, who, None, {"quality": Quality.ORDINARY})
    assert tie_to_change(desk.load(DUINROOS).case, who, "")[0] is None


def test_the_map_of_a_family_that_ended_can_be_seen(drive: Drive, store):
    screen = drive(store)
    screen.do(lambda: screen.app.show_map(IJSVOGEL))
    assert isinstance(screen.app.screen, MapScreen)


spots = st.lists(
    st.tuples(st.integers(0, 110), st.integers(0, 37)), min_size=1, max_size=30, unique=True
)


@given(spots)
@settings(max_examples=60, deadline=None)
def test_a_neighbour_is_on_that_side_and_never_oneself(places):
    from fktui.pictures.map_layout import Spot

    there = {str(n): Spot(x, y, 5) for n, (x, y) in enumerate(places)}
    for name, spot in there.items():
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            found = neighbour(there, name, across, down)
            assert found != name
            if found:
                other = there[found]
                ahead = (other.middle - spot.middle) * across + (other.y - spot.y) * down
                assert ahead > 0


# --- then and now, columns, paper -----------------------------------------------------------------


def test_then_and_now_is_told_in_the_picture_and_in_sentences(at_map):
    screen = at_map("Ineke", lang="en")
    screen.press("plus", "n")
    assert "then and now" in screen.lines[0]
    below = screen.app.screen.query_one("#below").lines  # the message of the move stands over it
    assert "3 April 2026 → 11 May 2026" in below[0].text
    told = " ".join(one.text for one in screen.app.screen.beside.lines)
    assert "Ineke Winterkoning stands closer" in " ".join(told.split())
    assert "▲ closer 1" in screen.text
    row = next(row for row in screen.lines if "Ineke Winterkoning" in row)
    assert "▲" in row
    screen.press("n")
    assert "then and now" not in screen.lines[0]


def test_both_days_move_over_the_history_and_never_pass_each_other(at_map):
    screen = at_map("Ineke", lang="en").press("comma")
    days = screen.app.screen._times.days
    assert days[-1] == date(2026, 5, 11)
    assert len(days) > 2
    screen.press("full_stop")
    assert screen.app.screen._times.days_shown == (days[1], days[-1])
    screen.press("left_square_bracket")
    assert screen.app.screen._times.days_shown == (days[1], days[-2])
    screen.press(*["left_square_bracket"] * len(days))
    assert screen.app.screen._times.days_shown == (days[1], days[1])
    screen.press("right_square_bracket", *["full_stop"] * len(days))
    assert screen.app.screen._times.days_shown == (days[2], days[2])


def test_one_day_is_the_map_as_it_was(drive: Drive, store):
    screen = drive(store, lang="en", size=LARGE)
    screen.do(lambda: screen.app.show_map(IJSVOGEL))
    screen.press("n", "full_stop", *["left_square_bracket"] * 20)
    day = screen.app.screen._times.days[1]
    assert "as it was on" in screen.lines[0]
    there = on_the_map(desk_of(store).load(IJSVOGEL, day).case, day)
    assert set(screen.app.screen.query_one(MapSheet)._spots) == {one.id for one in there}
    assert len(there) < len(on_the_map(desk_of(store).load(IJSVOGEL).case, date(2026, 5, 11)))


def test_what_was_is_not_changed(at_map, store):
    screen = at_map("Ineke", lang="en").press("n")
    count = len(log(store))
    for key in ("plus", "minus", "g", "k", "y", "j", "a", "e", "x"):
        screen.press(key)
        assert isinstance(screen.app.screen, MapScreen), key
        assert "n goes back" in screen.text
    assert len(log(store)) == count


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_nobody_jumps_between_two_days(at_map, size):
    screen = at_map("Ineke", size=size)
    before = dict(screen.app.screen.query_one(MapSheet)._spots)
    screen.press("n")
    after = screen.app.screen.query_one(MapSheet)._spots
    assert {one: after[one] for one in before} == before


def test_columns_in_a_small_window_and_the_cursor_walks_there_too(at_map, store):
    screen = at_map("Ineke", size=SMALL, lang="en").press("w")
    assert "─ 1 close " in screen.text
    sheet = screen.app.screen.query_one(MapSheet)
    assert sheet.cursor == around(store, "Ineke").id
    screen.press("down")
    assert sheet.cursor == around(store, "Taalmaat").id
    screen.press("plus")
    assert around(store, "Taalmaat").ring == 2


def test_what_does_not_fit_in_a_circle_comes_in_columns_by_itself(drive: Drive, store):
    desk = desk_of(store)
    for number in range(40):
        fields = {"name": f"Somebody {number}", "sector": Sector.FRIENDS, "ring": 1}
        add_member(desk, KASTANJE, fields)
    screen = drive(store, "enter w w", size=SMALL, lang="en")
    sheet = screen.app.screen.query_one(MapSheet)
    assert len(sheet._spots) == 48
    assert sheet.virtual_size.height > sheet.size.height
    screen.press("end")
    assert sheet.scroll_offset.y > 0


MADE = {1: (".pdf", b"%PDF"), 2: (".png", b"\x89PNG"), 3: (".svg", b"<svg")} | {
    5: (".csv", b""),
    6: (".graphml", b"<"),
}


@pytest.mark.parametrize("row", MADE)
def test_p_makes_a_file_that_names_nobody(at_map, monkeypatch, tmp_path, row):
    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    screen = at_map("Ineke", lang="en").press("p", str(row))
    ending, start = MADE[row]
    made = [one for one in tmp_path.iterdir() if one.suffix == ending]
    assert [one.name for one in made] == [f"2026-05-11-network-map{ending}"]
    assert made[0].read_bytes().startswith(start)
    assert "Made:" in screen.text
    assert "o opens it" in screen.text


def test_a_copy_to_give_away_has_no_names(at_map, monkeypatch, tmp_path):
    from pypdf import PdfReader

    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    at_map("Ineke", lang="en").press("p", "4")
    made = next(one for one in tmp_path.iterdir() if one.suffix == ".pdf")
    text = PdfReader(made).pages[0].extract_text()
    assert "Ineke" not in text
    assert "I.W." in text
