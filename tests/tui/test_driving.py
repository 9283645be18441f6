"""The tests of the screen can be trusted: what the driver says is what a coach would see."""

from driving import DUINROOS, Drive, entries, git_log


def test_what_is_typed_is_seen_and_saved(drive: Drive, store):
    screen = drive(store, "enter", lang="en")
    family = screen.app.screen.case_id
    before = len(entries(store, family, "contacts"))
    screen.press("c", "1", ",", "5")
    assert screen.pressed == 5
    assert "1,5" in screen.text
    screen.press("ctrl+s").wait_saved()
    assert len(screen.entries(family, "contacts")) == before + 1
    assert screen.git_log(family)[0].startswith("Contact")
    assert screen.yaml(family, "case.yaml")["id"] == family


def test_each_screen_has_the_size_and_the_language_that_was_asked(drive: Drive, store):
    screen = drive(store, size=(120, 40), lang="nl")
    assert len(screen.lines) == 40
    assert "Hierna" in screen.text
    screen.resize(80, 24)
    assert len(screen.lines) == 24


def test_a_store_is_nobody_elses(store, family):
    assert family == DUINROOS
    assert git_log(store, family)


def test_the_mouse_is_a_mouse(drive: Drive, store):
    screen = drive(store, "enter", lang="en")
    screen.click(" 2 ")
    assert screen.app.screen.panel.id == "goals"
