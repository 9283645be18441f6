"""The genogram on the screen: drawn where it fits, else in words; on paper with `p`."""

import pytest
from driving import KASTANJE, LARGE, SMALL, Drive, desk_of

from fktui.model.family import Role
from fktui.tui.screens.family import FamilyScreen
from fktui.tui.screens.pictures.genogram import GenogramScreen
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.people.family import add_person


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_f7_draws_the_family_with_what_the_signs_mean(drive: Drive, store, size):
    screen = drive(store, "enter f7", lang="en", size=size)
    assert isinstance(screen.app.screen, GenogramScreen)
    text = screen.text
    for person in desk_of(store).load(KASTANJE).case.family.people:
        assert person.name.split()[0] in text
    assert "╔" in text or "╭═" in text
    assert "the referral is about this child" in text
    screen.press("escape")
    assert isinstance(screen.app.screen, FamilyScreen)


def test_w_goes_round_by_all_views_and_back(drive: Drive, store):
    screen = drive(store, "enter w w w w")
    assert isinstance(screen.app.screen, GenogramScreen)
    screen.press("w")
    assert isinstance(screen.app.screen, FamilyScreen)


def test_a_family_too_wide_for_the_window_is_told_in_words(drive: Drive, store):
    desk = desk_of(store)
    for number in range(12):
        add_person(desk, KASTANJE, {"name": f"Somebody {number}", "role": Role.CHILD})
    screen = drive(store, "enter f7", lang="en")
    assert "┌" not in screen.text
    sheet = screen.app.screen.sheet
    written = " ".join(run.text for row in sheet._rows for run in row)
    assert all(f"Somebody {number}" in written for number in range(12))


def test_nobody_yet_is_said(drive: Drive, store):
    made = new_case(desk_of(store), NewCase(name="Gezin Fuut"))
    screen = drive(store, lang="en")
    screen.do(lambda: screen.app.show_genogram(made.case.id))
    assert "Nobody is noted yet." in screen.text


def test_it_becomes_a_page_for_the_wall(drive: Drive, store, monkeypatch, tmp_path):
    monkeypatch.setattr("fktui.usecases.paper.pictures.usual_folder", lambda: tmp_path)
    drive(store, "enter f7 p 1", lang="en").wait_text("Made:")
    made = next(tmp_path.glob("*.pdf"))
    assert made.name == "2026-05-11-genogram.pdf"
    assert made.read_bytes().startswith(b"%PDF")
