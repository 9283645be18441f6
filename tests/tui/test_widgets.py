"""The parts that screens are drawn with: cursor, notes, keys by mouse, text that is selected."""

import pytest
from driving import Player
from textual.app import App

from fktui.tui.keys import BY_ID
from fktui.tui.lines import line
from fktui.tui.themes import GREYS
from fktui.tui.widgets.check_box import CheckBox
from fktui.tui.widgets.filter_line import FilterLine
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.note_area import NoteArea
from fktui.tui.widgets.tab_row import TabRow
from fktui.tui.widgets.title_bar import TitleBar

MANY = "\n".join(f"line {n}" for n in range(300))


@pytest.fixture
def play():
    """A program with these widgets and nothing else; what they send is kept."""
    players = []

    def begin(*widgets, size=(80, 24)):
        class Bench(App[None]):
            def __init__(self):
                super().__init__()
                self.sent = []

            def get_theme_variable_defaults(self):
                return GREYS

            def compose(self):
                yield from widgets

            def on_line_list_chosen(self, event):
                self.sent.append(("chosen", event.at.key))

            def on_line_list_moved(self, event):
                self.sent.append(("moved", event.at.key))

            def on_key_bar_pressed(self, event):
                self.sent.append(("key", event.action))

            def on_tab_row_opened(self, event):
                self.sent.append(("tab", event.place))

        players.append(Player(Bench(), size))
        return players[-1]

    yield begin
    for player in players:
        player.stop()


# --- notes ---------------------------------------------------------------------------------------


def test_a_paste_of_many_lines_can_be_taken_back(play):
    note = NoteArea("before\n")
    bench = play(note)
    note.focus()
    bench.press("ctrl+end").paste(MANY).press("ctrl+z", "ctrl+z", "ctrl+z")
    assert bench.app.is_running
    bench.press("a")
    assert "a" in note.text
    bench.press("ctrl+y", "ctrl+y")
    assert bench.app.is_running


def test_a_paste_over_what_is_selected_can_be_taken_back(play):
    note = NoteArea(MANY)
    bench = play(note)
    note.focus()
    note.select_all()
    bench.paste("one\r\ntwo\rthree").press("ctrl+z")
    note.select_all()
    bench.paste(MANY * 3).press("ctrl+z", "ctrl+y", "ctrl+z", "x")
    assert bench.app.is_running
    assert "x" in note.text


def test_a_note_can_be_left_with_tab(play):
    note, other = NoteArea("one"), CheckBox("a box", on=False)
    bench = play(note, other)
    note.focus()
    bench.press("tab")
    assert other.has_focus
    assert note.text == "one"


def test_a_note_of_one_endless_line_is_shown(play):
    note = NoteArea()
    bench = play(note)
    note.focus()
    bench.paste("woord " * 4000).press("x")
    assert len(note.text) == 24001
    assert max(map(len, bench.lines)) <= 80


# --- lists ---------------------------------------------------------------------------------------


def listed(count, *, stops=1):
    return [line(f"row {n}", key=f"k{n}" if n % stops == 0 else "") for n in range(count)]


def test_the_cursor_stops_at_lines_with_a_key(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(30, stops=3))
    lines.focus()
    bench.press("down", "down", "up", "enter")
    assert bench.app.sent == [("moved", f"k{n}") for n in (0, 3, 6, 3)] + [("chosen", "k3")]
    bench.press("end")
    assert lines.at.key == "k27"
    bench.press("home", "pagedown")
    assert lines.at.key == "k24"


def test_the_cursor_stays_on_its_line_when_others_come(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(30))
    lines.go_to("k20")
    lines.show(listed(40)[3:])
    assert lines.at.key == "k20"
    lines.show(listed(10))
    assert lines.at.key == "k9"
    lines.show([])
    assert lines.at is None
    bench.press("down", "up", "end", "home", "pageup", "pagedown", "enter")
    lines.show(listed(5))
    assert lines.at.key == "k0"
    assert bench.settle().lines[0].startswith("►row 0")


def test_the_line_of_the_cursor_stays_in_sight(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(1000))
    lines.focus()
    lines.go_to("k999")
    assert any("row 999" in row for row in bench.settle().lines)
    lines.show(listed(50))
    assert any(row.startswith("►row 49") for row in bench.settle().lines)
    bench.resize(80, 8)
    assert any(row.startswith("►row 49") for row in bench.lines)


def test_a_click_moves_the_cursor_and_a_second_one_opens(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(40, stops=2))
    bench.click("row 4")
    assert lines.at.key == "k4"
    assert ("chosen", "k4") not in bench.app.sent
    bench.click("row 5")
    assert lines.at.key == "k4"
    bench.click("row 4")
    assert bench.app.sent[-1] == ("chosen", "k4")


def test_a_double_click_opens_once(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(40))
    bench.click("row 7", times=2)
    assert [one for one in bench.app.sent if one[0] == "chosen"] == [("chosen", "k7")]


def test_the_wheel_moves_the_lines_and_not_the_cursor(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(200))
    before = bench.settle().lines[0]
    bench.wheel(5, 5, times=3).wait(0.3)
    assert bench.lines[0] != before
    assert lines.at.key == "k0"
    bench.wheel(5, 5, up=True, times=9).wait(0.3)
    assert bench.lines[0] == before


def test_text_that_the_mouse_drags_over_can_be_copied(play):
    lines = LineList()
    bench = play(lines)
    lines.show([line("één gezin"), line("twee 燕子 huizen", key="k1"), line("drie scholen")])
    bench.settle().drag((1, 0), (40, 2))
    assert bench.app.screen.get_selected_text() == "één gezin\n twee 燕子 huizen\n drie scholen"
    bench.drag((6, 1), (9, 1))
    assert bench.app.screen.get_selected_text() == "燕子"


def test_a_drag_is_no_click(play):
    lines = LineList()
    bench = play(lines)
    lines.show(listed(10))
    bench.drag((1, 3), (7, 3))
    assert bench.app.screen.get_selected_text() == "row 3"
    assert lines.at.key == "k0"


# --- bars ----------------------------------------------------------------------------------------


def test_each_key_in_the_bar_can_be_clicked(play):
    bar = KeyBar()
    bench = play(bar)
    bar.show([(BY_ID[one].key, BY_ID[one]) for one in ("contact", "score", "undo")])
    bench.settle()
    for word in ("score", "undo", "contact"):
        bench.click(word)
    assert bench.app.sent == [("key", "score"), ("key", "undo"), ("key", "contact")]


def test_a_click_beside_the_keys_does_nothing(play):
    bar = KeyBar()
    bench = play(bar)
    bar.show([(BY_ID["contact"].key, BY_ID["contact"])])
    bench.settle().click((70, 23))
    assert bench.app.sent == []


def test_a_narrow_bar_keeps_what_weighs_most(play):
    bar = KeyBar()
    bench = play(bar, size=(24, 5))
    keys = sorted(BY_ID.values(), key=lambda one: one.id)
    bar.show([(one.key, one) for one in keys])
    heaviest = max(keys, key=lambda one: one.weight)
    assert heaviest.label in bench.settle().lines[-1]
    assert len(bench.lines[-1]) <= 24


def test_tabs_are_clicked_where_they_are_seen(play):
    tabs = TabRow()
    bench = play(tabs)
    titles = ["Overzicht", "Doelen", "Contacten", "Netwerk", "Analyse", "Veiligheid", "Overleg"]
    tabs.show(titles, 0)
    for size in ((80, 24), (40, 15)):
        bench.resize(*size)
        bench.app.sent.clear()
        for place in range(1, 7):
            bench.click(f" {place + 1}")
        assert bench.app.sent == [("tab", place) for place in range(1, 7)]


def test_a_title_gives_way_to_the_state(play):
    title = TitleBar()
    bench = play(title, size=(30, 5))
    title.show("Gezin met een heel erg lange naam", "√ bewaard")
    assert bench.settle().lines[0].endswith("√ bewaard")
    assert "…" in bench.lines[0]


def test_what_is_drawn_is_not_selected():
    """Textual would paint the whole screen blue at a drag; only text can be selected."""
    drawn = (TitleBar, TabRow, KeyBar, CheckBox)
    assert [one for one in drawn if one.ALLOW_SELECT] == []
    assert LineList.ALLOW_SELECT


def test_a_box_is_turned_by_space_and_by_mouse(play):
    box = CheckBox("afgesproken", on=False)
    bench = play(box)
    box.focus()
    assert bench.settle().lines[0] == " □ afgesproken"
    bench.press("space")
    assert bench.lines[0] == " √ afgesproken"
    bench.click("afgesproken")
    assert bench.lines[0] == " □ afgesproken"


def test_the_filter_gives_the_focus_back_to_the_list(play):
    lines, wanted = LineList(), FilterLine()
    bench = play(lines, wanted)
    lines.show(listed(10))
    lines.focus()
    wanted.open()
    bench.settle().press("a", "enter")
    assert lines.has_focus
    assert wanted.display
    wanted.open()
    bench.settle().press("escape")
    assert lines.has_focus
    assert not wanted.display
