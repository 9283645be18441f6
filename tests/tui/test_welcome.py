"""The first time: a few questions, and then there is a store with a coach in it."""

import asyncio
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from driving import First
from textual import events

from fktui.settings import Settings, peek, read_device, read_settings
from fktui.store.places import Places
from fktui.tui.lines import use_signs
from fktui.usecases.setup import read_team
from fktui.words import language

NOW = datetime(2026, 5, 11, 14, 30, tzinfo=UTC)


@pytest.fixture
def first():
    made = []

    def begin(**options) -> First:
        made.append(First(**options))
        return made[-1]

    yield begin
    for one in made:
        one.stop()
    use_signs(plain=False)


def folder(screen: First) -> str:
    """What stands in the field of the folder, which may be longer than it."""
    return next(
        row.text for row in screen.app.screen.query("FormRow") if row.field.name == "folder"
    )


def flat(screen: First) -> str:
    return "".join(screen.text.replace("│", "").split())


def made(screen: First) -> bool:
    return screen.app.screen._root is not None


def refused(screen: First) -> bool:
    """Whether it came back to the step of the folder."""
    return screen.app.screen._step == 1


def test_four_steps_to_an_empty_store(first: Callable[..., First], own_home):
    screen = first()
    screen.type("Yara Meerkoet").press("enter").type("yara@example.nl").press("enter", "enter")
    assert "step 2 of 4" in screen.text
    screen.press("enter", "enter").type("Team Zuid").press("enter")
    assert "step 3 of 4" in screen.text
    screen.press("enter", "enter")
    screen.wait_for(lambda: made(screen))
    root = own_home / "FamilieKracht"
    places = Places(root)
    _settings, team = read_team(places)
    (me,) = team.folder.team.colleagues
    assert (me.name, me.email) == ("Yara Meerkoet", "yara@example.nl")
    assert read_device(places).colleague == me.id
    assert "team: Team Zuid" in places.settings.read_text(encoding="utf-8")
    kept = read_settings()
    assert (kept.store, kept.language) == (str(root), "en")
    said = " ".join(screen.text.split())
    assert "√ Git" in said
    assert "? fk cannot see whether the disk" in said
    assert "! There is no second copy yet." in said
    assert screen.app.return_value is None
    screen.press("enter")
    assert screen.app.return_value == root


def test_a_name_is_needed(first, own_home):
    screen = first()
    screen.press("ctrl+n")
    assert "this has to be filled in" in screen.text
    assert "step 1" in screen.text
    assert not (own_home / "FamilieKracht").exists()


def test_what_was_typed_survives_esc(first, own_home):
    screen = first()
    screen.type("Yara").press("enter").type("y@x.nl").press("enter", "enter", "enter")
    screen.press(*["backspace"] * 3).type("X").press("escape")
    assert "step 1" in screen.text
    assert "Yara" in screen.text
    assert "y@x.nl" in screen.text
    screen.press("enter", "enter", "enter")
    assert folder(screen).endswith("FamilieKraX")
    screen.press("escape", "escape", "escape")
    assert "Yara" in screen.text


def test_the_language_is_live_and_what_was_typed_stays(first):
    screen = first()
    screen.type("Yara").press("enter", "enter")
    screen.press("up")
    assert language.current() == "nl"
    assert "Yara" in screen.text
    screen.press("down")
    assert language.current() == "en"


def test_signs_and_colours_are_shown_at_once_and_kept(first, own_home):
    screen = first()
    screen.type("Yara").press(*["ctrl+n"] * 2)
    assert "⢀⠔⠊⠉⠑⠢⡀" in screen.text
    screen.press("down", "enter", "down")
    assert screen.app.theme == "fk-light"
    assert "┌─ " in screen.text
    screen.press("ctrl+n").wait_for(lambda: made(screen))
    kept = read_settings()
    assert (kept.signs, kept.theme) == ("plain", "fk-light")


def test_a_folder_with_other_things_is_left_alone_and_can_be_changed(first, own_home):
    (own_home / "FamilieKracht" / "cases").mkdir(parents=True)
    screen = first()
    screen.type("Yara").press(*["ctrl+n"] * 3)
    screen.wait_for(lambda: refused(screen))
    assert "!" in screen.text
    assert [one.name for one in (own_home / "FamilieKracht").iterdir()] == ["cases"]
    screen.press("tab", "end").type("2").press("ctrl+n", "ctrl+n").wait_for(lambda: made(screen))
    assert Places(own_home / "FamilieKracht2").exists


def there(screen: First, name: str, folder: Path) -> None:
    """Up to the third step, with a store that is there."""
    screen.type(name).press("ctrl+n", "down", "tab", "ctrl+a", "ctrl+k")
    screen.type(str(folder)).press("ctrl+n", "ctrl+n")


def test_a_store_that_is_there_is_opened_by_who_is_in_its_team(first, store):
    (store / ".fk" / "device.toml").unlink()
    screen = first()
    there(screen, "ilse grutto", store)
    screen.wait_for(lambda: made(screen))
    team = read_team(Places(store))[1].folder.team
    me = next(one for one in team.colleagues if one.name == "Ilse Grutto")
    assert read_device(Places(store)).colleague == me.id
    assert read_settings().store == str(store)


def test_who_is_not_in_the_team_is_told_who_is(first, store):
    (store / ".fk" / "device.toml").unlink()
    screen = first(size=(120, 40))
    there(screen, "Niemand", store)
    screen.wait_for(lambda: refused(screen))
    assert "isnotinthisteam" in flat(screen)
    assert "IlseGrutto" in flat(screen)
    assert read_device(Places(store)) is None
    assert read_settings().store == ""


def test_a_folder_that_is_no_store_is_told(first, tmp_path):
    screen = first(size=(120, 40))
    there(screen, "Yara", tmp_path / "nowhere")
    screen.wait_for(lambda: refused(screen))
    assert "nowhere" in flat(screen)
    assert not (tmp_path / "nowhere").exists()


def test_a_practice_store_that_is_there_is_opened(first, own_home, store):
    shutil.move(store, own_home / "FamilieKracht-demo")
    screen = first()
    screen.type("Yara").press("ctrl+n", "down", "down")
    assert folder(screen).endswith("FamilieKracht-demo")
    screen.press("ctrl+n", "ctrl+n").wait_for(lambda: made(screen))
    screen.press("enter")
    assert peek(Places(screen.app.return_value)).demo


def test_a_usual_store_that_is_gone_is_said_before_a_new_one_is_made(first, tmp_path):
    gone = tmp_path / "stick" / "FamilieKracht"
    screen = first(settings=Settings(store=str(gone)))
    screen.type("Yara").press("ctrl+n")
    assert "is not there now. Is a disk missing?" in " ".join(screen.text.replace("│", "").split())
    assert "►Our team has a store already" in screen.text


def test_leaving_makes_nothing(first, own_home):
    screen = first()
    screen.type("Yara").press("ctrl+n", "ctrl+q")
    assert screen.app.return_value is None
    assert not (own_home / "FamilieKracht").exists()
    assert read_settings() == Settings()


def test_the_mouse_can_do_it_too(first):
    screen = first()
    screen.type("Yara").click("next")
    assert "step 2" in screen.text
    screen.click("First practise")
    assert folder(screen).endswith("FamilieKracht-demo")
    screen.click("back")
    assert "step 1" in screen.text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_every_step_fits(first, size):
    screen = first(size=size)
    screen.type("Yara")
    for number in (1, 2, 3):
        assert f"step {number}" in screen.text
        assert "next" in screen.lines[-1]
        screen.press("ctrl+n")
    screen.wait_for(lambda: made(screen))


def name_folder(screen: First, folder: str, *, down: int = 0) -> None:
    """Up to the making, with a folder."""
    screen.type("Yara").press("ctrl+n", *["down"] * down)
    row = next(row for row in screen.app.screen.query("FormRow") if row.field.name == "folder")
    screen.do(lambda: row.put(folder))
    screen.press("ctrl+n", "ctrl+n")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("full", "There are other things in"),
        ("full/photo.jpg", "there is a file in its place"),
        ("full/photo.jpg/under", "there is a file in its place"),
        ("x" * 300, "Choose a shorter or plainer name"),
        ("~nobody-here/x", "Choose a shorter or plainer name"),
        ("https://git.example/x.git", "is the address of a server"),
    ],
)
@pytest.mark.parametrize("down", [0, 2])
def test_a_folder_that_will_not_do_is_told_and_left_alone(first, own_home, folder, said, down):
    (own_home / "full").mkdir()
    (own_home / "full" / "photo.jpg").touch()
    before = sorted(own_home.rglob("*"))
    screen = first(size=(120, 40))
    name_folder(screen, folder, down=down)
    screen.wait_for(lambda: refused(screen))
    assert "".join(said.split()) in flat(screen)
    assert sorted(own_home.rglob("*")) == before
    assert read_settings().store == ""


def test_a_folder_that_synchronises_is_told_before_and_can_be_wanted(first, own_home):
    screen = first(size=(120, 40))
    name_folder(screen, "OneDrive/Fk")
    screen.wait_for(lambda: refused(screen))
    assert "synchronisesbyitself(OneDrive)" in flat(screen)
    assert not (own_home / "OneDrive").exists()
    screen.press("ctrl+n", "ctrl+n").wait_for(lambda: made(screen))
    assert "!" in screen.text
    assert Places(own_home / "OneDrive" / "Fk").exists


def test_no_other_user_looks_into_a_new_store(first, own_home):
    screen = first()
    name_folder(screen, "Fk")
    screen.wait_for(lambda: made(screen))
    assert (own_home / "Fk").stat().st_mode & 0o077 == 0
    assert "√ Other users of this computer cannot look into the families." in screen.text


@pytest.mark.parametrize("leaves", [False, True])
def test_practising_can_be_stopped_half_way_and_leaves_nothing(first, own_home, leaves):
    screen = first()
    screen.type("Yara").press("ctrl+n", "down", "down", "ctrl+n")
    key = "ctrl+q" if leaves else "escape"

    async def stop_soon():
        await screen.app.screen.action_next()
        for _turn in range(1000):
            if "Esc stops it" in str(screen.app.screen.query_one("#said").render()):
                break
            await asyncio.sleep(0.01)
        screen.app._driver.process_message(events.Key(key, None))
        for _turn in range(500):
            if screen.app._exit or not screen.app.screen._making:
                break
            await asyncio.sleep(0.02)

    screen._run(stop_soon())
    screen.wait_for(lambda: not (own_home / "FamilieKracht-demo").exists())
    assert read_settings().store == ""
    if not leaves:
        assert "nothing was left behind" in " ".join(screen.text.split())


def test_without_git_it_says_what_to_do_and_leaves_nothing(first, own_home, monkeypatch):
    monkeypatch.setenv("PATH", str(own_home))
    screen = first(size=(120, 40))
    name_folder(screen, "Fk")
    screen.wait_for(lambda: refused(screen))
    assert "git-scm.com" in flat(screen)
    assert not (own_home / "Fk").exists()
    assert read_settings().store == ""


@pytest.mark.parametrize("name", ["Y" * 20_000, "\x1b[31mYara\x1b]0;x\x07", "\u202eaaraY שירה"])
def test_whatever_she_is_called_there_is_a_store(first, own_home, name):
    screen = first()
    screen.paste(name).press("ctrl+n", "ctrl+n", "ctrl+n")
    screen.wait_for(lambda: made(screen))
    (me,) = read_team(Places(own_home / "FamilieKracht"))[1].folder.team.colleagues
    assert "\x1b" not in me.name
    assert all("\x1b" not in one and len(one) <= 80 for one in screen.lines)
