"""What Textual does that others stumbled over; what is not here is tested with what it is about."""

import base64
import re
from pathlib import Path

import pytest
from driving import DUINROOS, Drive, Driven
from textual import events

import fktui.tui
from fktui.settings import Settings
from fktui.tui.keys import ACTIONS
from fktui.tui.screens.form import FormScreen
from fktui.tui.screens.hidden import HiddenScreen
from fktui.tui.screens.program.help import HelpScreen
from fktui.tui.screens.program.palette import PaletteScreen
from fktui.tui.screens.today import TodayScreen

SOURCES = sorted(Path(fktui.tui.__file__).parent.rglob("*.py"))

SAME_AS_ANOTHER = {"ctrl+@", "ctrl+space", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+["}
"""Keys that a terminal sends as another one, or that Windows sends for Ctrl alone."""


def pressed(screen: Driven, x: int, y: int, button: int) -> None:
    """Another button than the left one."""
    for kind in (events.MouseDown, events.MouseUp):
        screen._send(
            kind(
                *(None, x, y, 0, 0, button),
                shift=False,
                meta=False,
                ctrl=False,
                screen_x=x,
                screen_y=y,
            )
        )


@pytest.fixture
def form(drive: Drive, store: Path) -> Driven:
    """The form of a contact of Gezin Wulp."""
    screen = drive(store, lang="en")
    screen.do(lambda: screen.app.open_family(DUINROOS))
    return screen.press("c")


def field_of(screen: Driven) -> str:
    """The field that is typed in."""
    return next(row.field.name for row in screen.screen.rows if row.has_focus_within)


def text_of(screen: Driven, name: str) -> str:
    return next(row.text for row in screen.screen.rows if row.field.name == name)


# --- keys ----------------------------------------------------------------------------------------


def test_no_field_swallows_the_keys_of_the_program(form: Driven) -> None:
    ways = (("f1", HelpScreen, "escape"), ("ctrl+p", PaletteScreen, "escape"))
    seen = set()
    for there in ("1", "tab", "f4"):
        form.press(there)
        seen.add(type(form.app.focused).__name__)
        for key, opens, back in (*ways, ("f8", HiddenScreen, "enter")):
            form.press(key)
            assert isinstance(form.screen, opens), key
            form.press(back)
            assert isinstance(form.screen, FormScreen), key
    assert seen == {"TypedLine", "NoteArea"}


def test_no_field_swallows_ctrl_s(form: Driven) -> None:
    before = len(form.git_log(DUINROOS))
    form.type("1").press("ctrl+s").wait_saved()
    form.press("c", "2", "enter")
    assert field_of(form) == "body"
    form.press("ctrl+s").wait_saved()
    assert len(form.git_log(DUINROOS)) == before + 2


def test_a_key_that_is_bound_reaches_us_in_every_terminal() -> None:
    bound = {key for one in ACTIONS for key in one.key.split(",")}
    for source in SOURCES:
        bound |= set(re.findall(r'Binding\(\s*"([^"]+)"', source.read_text(encoding="utf-8")))
    assert "ctrl+s" in bound
    assert bound & SAME_AS_ANOTHER == set()
    assert not [key for key in bound if "shift+" in key.replace("shift+tab", "") or key.isupper()]


def test_going_back_to_a_field_does_not_select_what_is_in_it(form: Driven) -> None:
    """Textual would select it all, and the next letter would wipe it out."""
    first = field_of(form)
    form.press("1", "tab", "shift+tab", "5")
    assert field_of(form) == first
    assert text_of(form, first) == "15"


# --- focus ---------------------------------------------------------------------------------------


def test_the_typing_goes_on_where_it_was_when_all_is_said_anew(form: Driven) -> None:
    form.press("1", "enter").type("Zij ")
    note = field_of(form)
    form.do(lambda: form.app.change_settings(Settings(language="nl")))
    assert field_of(form) == note
    form.type("zingt")
    assert text_of(form, note) == "Zij zingt"
    assert "Contact noteren" in form.text or "contact" in form.text.casefold()


def test_the_list_has_the_keys_again_after_every_window(drive: Drive, store: Path) -> None:
    screen = drive(store, "enter", lang="en")
    at = screen.app.focused
    for there, back in (("f1", "escape"), ("ctrl+p", "escape"), ("c", "escape"), ("f8", "enter")):
        screen.press(there)
        assert screen.app.focused is not at, there
        screen.press(back)
        assert screen.app.focused is at, there


# --- mouse and clipboard -------------------------------------------------------------------------


def test_the_other_buttons_end_nothing_and_change_nothing(drive: Drive, store: Path) -> None:
    screen = drive(store, lang="en")
    before = screen.git_log(DUINROOS)
    for row in (0, 3, 9, 23):
        for button in (2, 3):
            pressed(screen, 6, row, button)
    screen.do(lambda: screen.app.ask("contact", DUINROOS))
    for row in range(2, 22, 3):
        for button in (2, 3):
            pressed(screen, 30, row, button)
    assert screen.app.is_running
    assert screen.git_log(DUINROOS) == before
    assert not list((store / ".fk" / "drafts").glob("*"))


def test_what_the_middle_button_pastes_stays_in_the_field(form: Driven) -> None:
    """A terminal pastes it as it does any paste, with its ends of lines."""
    form.paste("1\nq\nctrl+s\n")
    assert isinstance(form.screen, FormScreen)
    assert "\n" not in text_of(form, field_of(form))
    assert "q" in text_of(form, field_of(form))


def test_a_paste_where_nothing_is_typed_does_nothing(drive: Drive, store: Path) -> None:
    screen = drive(store, lang="en")
    before = screen.text
    screen.paste("qcu\nd\n")
    assert isinstance(screen.screen, TodayScreen)
    assert screen.text == before


def test_what_is_copied_is_what_was_selected_and_no_more(
    form: Driven, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the clipboard of the terminal, as letters that it cannot obey."""
    form.press("1", "enter").type("Zij belt zelf")
    form.do(form.app.focused.select_all)
    written: list[str] = []
    monkeypatch.setattr(form.app._driver, "write", written.append)
    form.press("ctrl+c")
    (copied,) = (one for one in written if one.startswith("\x1b]52;"))
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)(\x07|\x1b\\)", copied)
    assert found
    assert base64.b64decode(found[1]).decode() == "Zij belt zelf"


# --- widgets and calls that we do without --------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Markdown", "5.6 seconds for a hundred notes"),
        ("ListView", "1.9 seconds for 500 lines"),
        ("TabbedContent", "scrolls the header off the screen"),
        ("DataTable", "slow with columns, selects when dragged over"),
        ("Checkbox", "yes and no differ in colour only"),
        ("Header", "its icon is an emoji"),
        ("push_screen_wait", "only inside a worker"),
        ("escape_markup", "text is never markup, so nothing has to be escaped"),
    ],
)
def test_what_has_a_trap_is_not_used(name: str, why: str) -> None:
    used = re.compile(rf"^(from|import) textual.*\b{name}\b|\b{name}\(", re.MULTILINE)
    users = [one.name for one in SOURCES if used.search(one.read_text("utf-8"))]
    assert users == [], why


def test_no_text_is_read_as_markup() -> None:
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        for call in re.finditer(r"\bStatic\(", text):
            depth, end = 1, call.end()
            while depth:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 1
            assert "markup=False" in text[call.start() : end], source.name


def test_a_window_over_the_screen_stands_where_its_css_says(drive: Drive, store: Path) -> None:
    """The CSS of a class is not that of its subclasses; a form stood in the corner once."""
    screen = drive(store, size=(120, 40), lang="en")
    for key, row_from in (("c", 1), ("f1", 0), ("f2", 0)):
        screen.press(key)
        box = screen.screen.query("Vertical").first().region
        assert abs((120 - box.width) // 2 - box.x) <= 1, key
        assert box.y >= row_from, key
        screen.press("escape")
