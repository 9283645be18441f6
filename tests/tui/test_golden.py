"""Every screen as plain text, in two sizes and two languages, as it was looked at and found good.

A picture is a text file in `golden/`; a difference is shown line by line. To make them again after
the screen changed, and look at what changed with `git diff`:

    FK_GOLDEN=1 pytest tests/tui/test_golden.py
"""

import difflib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest
from driving import DUINROOS, KASTANJE, LARGE, SMALL, Driven, First

from fktui.tui.screens.today import TodayScreen

T = TypeVar("T")

GOLDEN = Path(__file__).with_name("golden")

# Asked at once: a test has no variables of the developer's.
AGAIN = bool(os.environ.get("FK_GOLDEN"))


class Picture(NamedTuple):
    """A screen: the keys that lead to it from Today, with the cursor on a family, and away.

    What comes by itself a moment later is waited for, by a text in it.
    """

    keys: str = ""
    family: str = DUINROOS
    away: str = ""
    until: str = ""


TABS = (
    *("overview", "goals", "contacts", "network", "analysis", "safety", "meetings", "paper"),
    *("history", "people"),
)

FIRST = "welcome"
"""The one screen before there are families."""

SCREENS: dict[str, Picture] = {
    "today": Picture(),
    "today-filter": Picture("slash w u"),
    **{f"family-{tab}": Picture(f"enter {n % 10}") for n, tab in enumerate(TABS, 1)},
    "family-filter": Picture("enter 2 slash s c h"),
    "contact": Picture("c"),
    "contact-wrong": Picture("c x tab o o ctrl+s"),
    "contact-note": Picture("c 1 , 5 enter W e l f4"),
    "score": Picture("enter s"),
    "phase": Picture("f ctrl+s", KASTANJE),
    "consent": Picture("enter t"),
    "document": Picture("enter p"),
    "goal-edit": Picture("enter 2 e"),
    "new-case": Picture("n"),
    "chooser": Picture("enter a"),
    "past": Picture("enter 9 enter"),
    "changed": Picture("v"),
    "palette": Picture("ctrl+p"),
    "palette-found": Picture("enter ctrl+p p l a n", until="Gezin Gaai"),
    "help": Picture("f1"),
    "help-family": Picture("enter f1"),
    "settings": Picture("f2"),
    "table-asks": Picture("f9"),
    "table": Picture("f9 enter", away="f9 enter"),
    "table-plan": Picture("f9 enter 2", away="f9 enter"),
    "map": Picture("enter w w", KASTANJE),
    "map-columns": Picture("enter w w w", KASTANJE),
    "map-then-and-now": Picture("enter w w n", KASTANJE),
    "genogram": Picture("enter f7"),
    "chart-hours": Picture("enter f5", KASTANJE),
    "chart-domains": Picture("enter f5 3", KASTANJE),
    "table-map": Picture("f9 enter w", away="escape f9 enter"),
    "hidden": Picture("f8", away="enter"),
}
"""By the name of their files. A new screen is one line here."""

SIZES, LANGUAGES = (SMALL, LARGE), ("nl", "en")


def named(name: str, size: tuple[int, int], lang: str) -> str:
    """The file of a picture."""
    return f"{name}-{size[0]}x{size[1]}-{lang}.txt"


def sizes_of(screen: Driven | First) -> list[str]:
    """What is to be seen, in each of the sizes."""
    texts = [picture_of(screen.resize(*size)) for size in SIZES]
    screen.resize(*SMALL)
    return texts


def picture_of(screen: Driven | First) -> str:
    """What is to be seen."""
    return "\n".join(screen.lines) + "\n"


def picture_there(screen: Driven, one: Picture, look: Callable[[Driven], T] = picture_of) -> T:
    """Go there from Today, look, and go back."""
    assert screen.app.screen.families.go_to(one.family)
    screen.press(*one.keys.split()).wait_saved()
    screen.wait_text(one.until)
    seen = look(screen)
    screen.press(*one.away.split())
    while not isinstance(screen.app.screen, TodayScreen):
        screen.press("escape")
    shutil.rmtree(screen.app.session.places.drafts, ignore_errors=True)
    screen.press("slash", "escape")
    return seen


def first_pictures(lang: str) -> list[str]:
    """What there is before there are families."""
    screen = First(size=SMALL, lang=lang)
    try:
        return sizes_of(screen)
    finally:
        screen.stop()


def difference(file: str, text: str) -> str:
    """How a picture differs from the one that was found good; nothing when it does not."""
    path = GOLDEN / file
    if AGAIN:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    rows = before.splitlines(), text.splitlines()
    return "\n".join(difflib.unified_diff(*rows, file, "now", lineterm="", n=1))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_screen_looks_as_it_was_found_good(drive, store, lang):
    screen = drive(store, size=SMALL, lang=lang)
    texts = {name: picture_there(screen, one, sizes_of) for name, one in SCREENS.items()}
    texts[FIRST] = first_pictures(lang)
    changed = [
        difference(named(name, size, lang), text)
        for name, of_sizes in texts.items()
        for size, text in zip(SIZES, of_sizes, strict=True)
    ]
    if any(changed):
        said = "\n\n".join(filter(None, changed))
        pytest.fail(f"{said}\n\nWhen it is right so: FK_GOLDEN=1 pytest {__file__}", pytrace=False)


def test_no_picture_is_of_a_screen_that_is_gone():
    names = (FIRST, *SCREENS)
    wanted = {named(name, size, lang) for name in names for size in SIZES for lang in LANGUAGES}
    assert {path.name for path in GOLDEN.glob("*")} - wanted == set()
