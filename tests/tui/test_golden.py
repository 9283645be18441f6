"""Every screen as plain text, in two sizes and two languages, as it was looked at and found good.

A picture is a text file in `golden/`; a difference is shown line by line. To make them again after
the screen changed, and look at what changed with `git diff`:

    FK_GOLDEN=1 pytest tests/tui/test_golden.py
"""

import difflib
import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from driving import DUINROOS, LARGE, SMALL, Driven

from fktui.tui.screens.today import TodayScreen
from fktui.words import language

GOLDEN = Path(__file__).with_name("golden")

# Asked at once: a test has no variables of the developer's.
AGAIN = bool(os.environ.get("FK_GOLDEN"))


class Picture(NamedTuple):
    """A screen: the keys that lead to it from Today, with the cursor on a family."""

    keys: str = ""
    family: str = DUINROOS


TABS = (
    *("overview", "goals", "contacts", "network", "analysis", "safety", "meetings", "paper"),
    *("history", "people"),
)

SCREENS: dict[str, Picture] = {
    "today": Picture(),
    "today-filter": Picture("slash w u"),
    **{f"family-{tab}": Picture(f"enter {n % 10}") for n, tab in enumerate(TABS, 1)},
    "family-filter": Picture("enter 2 slash s c h"),
    "contact": Picture("c"),
    "contact-wrong": Picture("c x tab o o ctrl+s"),
    "contact-note": Picture("c 1 , 5 enter W e l f4"),
}
"""By the name of their files. A new screen is one line here."""

WAYS = [(size, lang) for size in (SMALL, LARGE) for lang in ("nl", "en")]


def named(name: str, size: tuple[int, int], lang: str) -> str:
    """The file of a picture."""
    return f"{name}-{size[0]}x{size[1]}-{lang}.txt"


@pytest.fixture(scope="module", params=WAYS, ids=lambda way: f"{way[0][0]}x{way[0][1]}-{way[1]}")
def pictures(request, demo_once, tmp_path_factory):
    """All screens of one size in one language, taken in one go."""
    size, lang = request.param
    store = tmp_path_factory.mktemp("golden") / "store"
    shutil.copytree(demo_once, store, symlinks=True)
    screen = Driven(store, size=size, lang=lang)
    try:
        return {
            name: (named(name, size, lang), picture_of(screen, one))
            for name, one in SCREENS.items()
        }
    finally:
        screen.stop()
        language.use("en")


def picture_of(screen: Driven, one: Picture) -> str:
    """Go there from Today, look, and go back."""
    assert screen.app.screen.families.go_to(one.family)
    screen.press(*one.keys.split()).wait_saved()
    text = "\n".join(screen.lines) + "\n"
    while not isinstance(screen.app.screen, TodayScreen):
        screen.press("escape")
    shutil.rmtree(screen.app.session.places.drafts, ignore_errors=True)
    screen.press("slash", "escape")
    return text


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_was_found_good(name, pictures):
    file, text = pictures[name]
    path = GOLDEN / file
    if AGAIN:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = "\n".join(
        difflib.unified_diff(before.splitlines(), text.splitlines(), file, "now", lineterm="", n=1)
    )
    if changed:
        pytest.fail(
            f"{changed}\n\nWhen it is right so: FK_GOLDEN=1 pytest {__file__}", pytrace=False
        )


def test_no_picture_is_of_a_screen_that_is_gone():
    wanted = {named(name, size, lang) for name in SCREENS for size, lang in WAYS}
    assert {path.name for path in GOLDEN.glob("*")} - wanted == set()
