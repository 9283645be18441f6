"""Colours of the themes: exact greys of xterm, and words that can be read on every ground."""

import pytest
from driving import Drive

from fktui.pictures.network_map import INKS as MAP_INKS
from fktui.settings import Settings
from fktui.tui.themes import GREYS, THEMES
from fktui.tui.widgets.map_sheet import INKS, MapSheet

# Of the 256 colours of xterm the last 24 are greys; 16, 59, 102, 145, 188 and 231 are greys too.
XTERM_GREYS = {f"#{8 + 10 * step:02x}" + f"{8 + 10 * step:02x}" * 2 for step in range(24)} | {
    "#000000",
    "#5f5f5f",
    "#878787",
    "#afafaf",
    "#d7d7d7",
    "#ffffff",
}
GROUNDS = ("ring-1", "ring-2", "ring-3")
WORDS, LINES = 4.5, 3.0
"""The contrast that words need, and lines (WCAG 2.2, 1.4.3 and 1.4.11)."""


def brightness(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_greys_are_greys_of_256_colours(theme):
    greys = [*theme.variables.values(), theme.background, theme.foreground]
    assert {one for one in greys if one not in XTERM_GREYS} == set()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_everything_on_the_map_can_be_read_in_every_ring(theme):
    grounds = [theme.background, *(theme.variables[name] for name in GROUNDS)]
    inks = (theme.foreground, theme.success, theme.warning, theme.error, theme.accent)
    low = {
        (ink, ground): round(contrast(ink, ground), 1)
        for ink in (*inks, theme.primary, theme.variables["soft"])
        for ground in grounds
        if contrast(ink, ground) < WORDS
    }
    assert low == {}
    line = theme.variables["ring-line"]
    assert min(contrast(line, ground) for ground in grounds[1:]) >= LINES / 1.2


@pytest.mark.parametrize("theme", THEMES[:2], ids=lambda theme: theme.name)
def test_rings_are_told_apart_where_there_are_greys(theme):
    grounds = [theme.variables[name] for name in GROUNDS]
    assert len({theme.background, *grounds}) == len(grounds) + 1


def test_each_ink_has_a_look_and_sixteen_colours_have_names_for_all():
    assert set(MAP_INKS) <= set(INKS)
    for ink in INKS:
        assert not ink or f"map--{ink.replace('.', '-')}" in MapSheet.COMPONENT_CLASSES
    assert set(GREYS) == set(THEMES[0].variables)
    assert set(GREYS.values()) == {"ansi_default"}


@pytest.mark.parametrize("theme", [*(theme.name for theme in THEMES), "ansi-dark"])
def test_the_map_reads_the_same_in_every_theme(drive: Drive, store, theme):
    first = drive(store, "enter w w", settings=Settings(theme=theme)).text
    assert first == drive(store, "enter w w").text
    for mark in "■□·≈×±★":
        assert mark in first
