"""How the network map came to be: nobody moves but who is moved, and the days it changed."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest

from fktui.model.network import Sector
from fktui.pictures.copies import initials
from fktui.pictures.network_map import draw_map
from fktui.pictures.scene import scene, wish_of
from fktui.pictures.then_and_now import compared
from fktui.usecases.history import undo
from fktui.usecases.people.network import (
    add_member,
    edit_member,
    end_member,
    move_member,
    sectors,
    set_tie,
)
from fktui.usecases.people.network_history import earlier_wishes, moments
from fktui.usecases.plan.goals import add_goal

TODAY = date(2026, 11, 21)
SECTORS = list(Sector)
NAMES = ("Oma Ria", "Bo", "燕子 飛", "Buurvrouw van de overkant", "سنونو")


def spots(desk, case, eyes=""):
    shown = scene(desk.load(case).case, desk.today, sectors(desk), eyes)
    drawn = draw_map(shown, 120, 38, earlier_wishes(desk, case, desk.today))
    assert drawn is not None
    return drawn.spots


def add(desk, case, name="Oma Ria", sector="family", ring=1, **more):
    saved = add_member(desk, case, {"name": name, "sector": sector, "ring": ring, **more})
    return saved.act.record


def act(desk, case, dice):
    """One act by chance; gives who was moved by it, if anybody."""
    here = [one for one in desk.load(case).case.network.people if one.until is None]
    kind = dice.choice(("add", "add", "add", "move", "move", "name", "end", "undo", "tie"))
    if kind == "add" or not here:
        add(desk, case, dice.choice(NAMES), dice.choice(SECTORS).value, dice.randint(1, 3))
        return None
    one = dice.choice(here)
    if kind == "move":
        move_member(desk, case, one.id, one.ring % 3 + 1, dice.choice(SECTORS))
    elif kind == "name":
        edit_member(desk, case, one.id, {"name": one.name + " Vink"})
    elif kind == "end":
        end_member(desk, case, one.id, TODAY)
    elif kind == "tie":
        set_tie(desk, case, one.id, None, {"note": str(dice.random())})
        return None
    else:
        return undo(desk, case).act.record
    return one.id


@pytest.mark.parametrize("seed", range(3))
def test_nobody_moves_but_who_is_moved(desk, koolmees, seed):
    dice = random.Random(seed)
    for number in range(8):
        add(desk, koolmees, f"Tante {number}", SECTORS[number % 6].value, number % 3 + 1)
    seen = [(spots(desk, koolmees), None)]
    for _turn in range(25):
        moved = act(desk, koolmees, dice)
        seen.append((spots(desk, koolmees), moved))
    for (before, _), (after, moved) in pairwise(seen):
        stayed = (set(before) & set(after)) - {moved}
        assert {who: after[who] for who in stayed} == {who: before[who] for who in stayed}
    assert len(seen[-1][0]) > 4


def test_places_are_in_the_order_in_which_they_were_asked_for(desk, koolmees):
    ria = add(desk, koolmees)
    bo = add(desk, koolmees, "Bo", "friends", 3)
    move_member(desk, koolmees, ria, ring=2)
    assert earlier_wishes(desk, koolmees, TODAY) == (
        wish_of(ria, "Oma Ria", 1, 0),
        wish_of(bo, "Bo", 3, 1),
        wish_of(ria, "Oma Ria", 2, 0),
    )
    short = earlier_wishes(desk, koolmees, TODAY, initials)
    assert short[0] == wish_of(ria, "O.R.", 1, 0)
    assert earlier_wishes(desk, koolmees, TODAY - timedelta(days=1)) == ()


def test_a_family_without_a_network_asks_for_nothing(desk, koolmees):
    assert earlier_wishes(desk, koolmees, TODAY) == ()
    assert moments(desk, koolmees) == []


def test_where_the_history_is_damaged_there_are_no_earlier_places(desk, koolmees):
    add(desk, koolmees)
    folder = desk.store.places.case(koolmees) / ".git" / "objects"
    for file in folder.rglob("*"):
        if file.is_file():
            file.chmod(0o600)
            file.write_bytes(b"torn")
    assert earlier_wishes(desk, koolmees, TODAY) == ()


def on(desk, day):
    desk.now = desk.now.replace(year=day.year, month=day.month, day=day.day)


def test_moments_are_the_days_on_which_the_map_became_another(desk, koolmees):
    days = [date(2026, 11, 21) + timedelta(days=7 * week) for week in range(6)]
    ria = add(desk, koolmees)
    on(desk, days[1])
    add_goal(desk, koolmees, {"title": "Samen eten"})
    on(desk, days[2])
    set_tie(desk, koolmees, ria, None, {"note": "Elke zondag", "quality": "weak"})
    on(desk, days[3])
    set_tie(desk, koolmees, ria, None, {"note": "Elke maandag"})
    edit_member(desk, koolmees, ria, {"offers": "Kookt"})
    on(desk, days[4])
    move_member(desk, koolmees, ria, ring=3)
    undo(desk, koolmees)
    on(desk, days[5])
    end_member(desk, koolmees, ria, days[5])
    assert moments(desk, koolmees) == [days[0], days[2], days[5]]


def test_a_day_that_was_known_before_is_a_moment_when_it_has_come(desk, koolmees):
    soon, later = TODAY + timedelta(days=5), TODAY + timedelta(days=9)
    add(desk, koolmees, since=soon, until=later)
    add(desk, koolmees, "Bo")
    assert moments(desk, koolmees) == [TODAY]
    on(desk, TODAY + timedelta(days=30))
    assert moments(desk, koolmees) == [TODAY, soon, later]
    add(desk, koolmees, "Dex")
    assert moments(desk, koolmees) == [TODAY, soon, later, desk.today]


def test_what_moved_is_found_between_two_moments(desk, koolmees):
    ria = add(desk, koolmees)
    on(desk, TODAY + timedelta(days=3))
    move_member(desk, koolmees, ria, ring=2)
    first, last = moments(desk, koolmees)
    maps = [scene(desk.load(koolmees, day).case, day, sectors(desk)) for day in (first, last)]
    assert compared(*maps).changes[ria].marks == "▼"
