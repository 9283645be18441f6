"""A mistake of ours on the screen: an honest sentence, a log without a word of a family."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from driving import DUINROOS, Driven

TOLD = "Zij vertelde dat zij bang is"

SCRIPT = f"""
import sys
from fktui.cli import main as cli, screen
from fktui.tui.app import FkApp
from fktui.tui.screens.today import TodayScreen

def break_it(self):
    told = "{TOLD}"
    raise RuntimeError("{TOLD}")

def in_a_thread(self):
    told = "{TOLD}"
    self.app.do(lambda: [][len(told)], print)

TodayScreen.action_quit = break_it if sys.argv[1] == "now" else in_a_thread
def run(self, **options):
    import asyncio
    async def drive():
        async with self.run_test(size=(80, 24)) as pilot:
            await pilot.press("c")
            await pilot.press("7")
            if sys.argv[1] == "form":
                self.screen.keep = lambda: (_ for _ in ()).throw(ValueError("{TOLD}"))
            await pilot.press("escape")
            await pilot.press("q")
            await pilot.pause(1)
    try:
        asyncio.run(drive())
    except Exception:
        pass
FkApp.run = run
cli.on_terminal = lambda: True
screen.on_terminal = lambda: True
sys.exit(cli.main(["--store", sys.argv[2], "--lang", "en"]))
"""


@pytest.mark.parametrize("how", ["now", "thread", "form"])
def test_a_mistake_tells_nothing_that_a_family_told(store, tmp_path, how):
    script = tmp_path / "broken.py"
    script.write_text(SCRIPT, encoding="utf-8")
    logs = tmp_path / "logs"
    logs.mkdir()
    done = subprocess.run(
        [sys.executable, script, how, store],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(logs), "TERM": "xterm-256color"},
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Something went wrong in fk itself." in said
    assert TOLD not in said
    assert "Traceback" not in said
    (log,) = logs.glob("fk-*.log")
    text = log.read_text(encoding="utf-8")
    assert TOLD not in text
    assert re.search(r"(RuntimeError|IndexError|ValueError)", text)


def test_what_was_being_typed_is_rescued(store):
    screen = Driven(store, lang="en")
    screen.app.screen.families.go_to(DUINROOS)
    screen.press("c", "7")
    screen.app.screen._timer.stop()

    async def break_it() -> None:
        screen.app._handle_exception(RuntimeError(TOLD))

    screen._run(break_it())
    with pytest.raises(RuntimeError):
        screen.stop()
    (draft,) = Path(store, ".fk", "drafts").glob("form-*.json")
    assert '"hours": "7"' in draft.read_text(encoding="utf-8")
