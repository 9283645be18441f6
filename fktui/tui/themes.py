"""Colours: dark, light and high contrast, in exact greys of xterm so that 256 colours suffice.

The strong ones are from the palette of Okabe and Ito, which colour-blind eyes can tell apart;
meaning is never in a colour alone.
"""

from textual.theme import Theme

from fktui.settings import THEMES as NAMES

DARK, LIGHT, CONTRAST, SIXTEEN = NAMES

THEMES = (
    Theme(
        name=DARK,
        primary="#56b4e9",
        accent="#56b4e9",
        success="#5fd7af",
        warning="#ffaf00",
        error="#ff8787",
        foreground="#d7d7d7",
        background="#121212",
        surface="#262626",
        panel="#303030",
        dark=True,
        variables={"ring-1": "#303030", "ring-2": "#262626", "ring-3": "#1c1c1c"},
    ),
    Theme(
        name=LIGHT,
        primary="#005f87",
        accent="#005f87",
        success="#005f00",
        warning="#875f00",
        error="#af0000",
        foreground="#1c1c1c",
        background="#ffffff",
        surface="#eeeeee",
        panel="#d0d0d0",
        dark=False,
        variables={"ring-1": "#dadada", "ring-2": "#e4e4e4", "ring-3": "#eeeeee"},
    ),
    Theme(
        name=CONTRAST,
        primary="#ffff00",
        accent="#00ffff",
        success="#00ff00",
        warning="#ffff00",
        error="#ffafaf",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#00005f",
        dark=True,
        variables={"ring-1": "#262626", "ring-2": "#121212", "ring-3": "#000000"},
    ),
)

RINGS = {"ring-1": "ansi_default", "ring-2": "ansi_default", "ring-3": "ansi_default"}
"""The grounds of the map where a theme says none: sixteen colours have no greys to tell apart."""
