"""The whole program in a real terminal: keys go in, files come out, and kill -9 loses nothing."""

import os
import subprocess
import time
from pathlib import Path

import pytest
from driving import DUINROOS, KASTANJE, entries, git_log
from tmux import Terminal

from fktui.store.places import Places


@pytest.fixture
def terminal(tmp_path: Path):
    """A terminal of 80 by 24."""
    made = Terminal(tmp_path)
    yield made
    made.stop()


def kept(store: Path, text: str) -> bool:
    return any(
        text in path.read_text(encoding="utf-8")
        for path in Places(store).drafts.glob("form-*.json")
    )


def test_a_contact_from_the_first_key_to_the_file(terminal: Terminal, store: Path) -> None:
    terminal.fk(store).wait_text("Gezin Roodborst").press("m").wait_text("Gezin Wulp").press(
        "Down"
    ).wait_text("►! Gezin Wulp")
    terminal.press("c").wait_text("Note a contact")
    terminal.type("1,5").press("Enter").type("Fenna vertelt over school, één uur.").press("C-s")
    terminal.wait_text("u takes it back").wait_text("saved")
    fields, body = entries(store, DUINROOS, "contacts")[-1]
    assert float(fields["hours"].replace(",", ".")) == 1.5
    assert body == "Fenna vertelt over school, één uur."
    assert fields["on"] == "2026-05-11"
    assert git_log(store, DUINROOS)[0].startswith("Contact")
    terminal.press("q").wait_for(lambda: terminal.ended, "the end")
    assert not list(Places(store).drafts.glob("*.json"))


def test_what_was_typed_survives_kill_9(terminal: Terminal, store: Path) -> None:
    terminal.fk(store).wait_text("Gezin Roodborst").press("c").wait_text("Note a contact")
    terminal.type("2").press("Enter").type("Liya was verdrietig en belde zelf")
    terminal.wait_for(lambda: kept(store, "belde zelf"), "the draft on the disk").kill()
    assert len(git_log(store, KASTANJE)) > 0
    terminal.stop()
    terminal.fk(store).wait_text("Gezin Roodborst").press("c")
    terminal.wait_text("Liya was verdrietig en belde zelf").wait_text("A draft of")
    terminal.press("C-s").wait_text("u takes it back")
    assert entries(store, KASTANJE, "contacts")[-1][1] == "Liya was verdrietig en belde zelf"


@pytest.mark.parametrize("signal", ["TERM", "HUP"])
def test_a_window_that_is_closed_keeps_what_was_typed(
    terminal: Terminal, store: Path, signal: str
) -> None:
    terminal.fk(store).wait_text("Gezin Roodborst").press("c").wait_text("Note a contact")
    terminal.type("2").press("Enter").type("Tot hier was zij gekomen")
    terminal.wait_for(lambda: kept(store, "gekomen"), "the draft on the disk")
    subprocess.run(["kill", f"-{signal}", str(terminal.pid)], check=True)
    terminal.wait_for(lambda: terminal.ended, "the end")
    assert kept(store, "Tot hier was zij gekomen")


def test_the_terminal_is_left_as_it_was(terminal: Terminal, store: Path) -> None:
    """A shell around it: after leaving, what stood there is there again, and letters are seen."""
    fk = f"{os.sys.executable} -m fktui --store {store}"
    terminal.start("sh", FK_LANG="en", PS1="ready> ").wait_text("ready>").type("echo first")
    terminal.press("Enter").wait_text("first").type(fk).press("Enter").wait_text("Gezin Roodborst")
    assert "echo first" not in terminal.text
    terminal.press("q").wait_text("echo first")
    terminal.type("echo la''ter").press("Enter").wait_text("later")


def test_letters_of_other_keyboards_arrive(terminal: Terminal, store: Path) -> None:
    terminal.fk(store).wait_text("Gezin Roodborst").press("c").wait_text("Note a contact")
    terminal.type("1").press("Enter").type("Zoë, € 5, één café, ñ, 燕").wait_text("燕")
    terminal.press("C-s").wait_text("u takes it back")
    assert entries(store, KASTANJE, "contacts")[-1][1] == "Zoë, € 5, één café, ñ, 燕"


def test_a_paste_of_the_terminal_is_one_paste(terminal: Terminal, store: Path, tmp_path) -> None:
    terminal.fk(store).wait_text("Gezin Roodborst").press("c").wait_text("Note a contact")
    terminal.type("1").press("Enter")
    text = "\n".join(f"regel {n}: een woord dat blijft" for n in range(400))
    (tmp_path / "pasted").write_text(text, encoding="utf-8")
    terminal._do("load-buffer", str(tmp_path / "pasted"))
    terminal._do("paste-buffer", "-p")
    terminal.wait_text("regel 399").press("C-s").wait_text("u takes it back")
    assert entries(store, KASTANJE, "contacts")[-1][1] == text


@pytest.mark.parametrize(
    "variables",
    [{"NO_COLOR": "1"}, {"TERM": "xterm"}, {"TERM": "xterm-16color", "COLORTERM": ""}],
    ids=str,
)
def test_terminals_that_know_less_show_it_too(
    terminal: Terminal, store: Path, variables: dict[str, str]
) -> None:
    terminal.fk(store, **variables).wait_text("Gezin Roodborst").press("Enter").wait_text("analys")
    terminal.press("2", "3", "c").wait_text("Note a contact").press("Escape")
    time.sleep(0.2)
    assert not terminal.ended
