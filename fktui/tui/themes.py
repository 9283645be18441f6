"""Colours: dark, light and high contrast, in exact greys of xterm so that 256 colours suffice.

The strong ones are from the palette of Okabe and Ito, which colour-blind eyes can tell apart;
meaning is never in a colour alone.
"""

from textual.theme import Theme

from fktui.settings import THEMES as NAMES

DARK, LIGHT, CONTRAST, SIXTEEN = NAMES


def _greys(close: str, familiar: str, distant: str, *, line: str, soft: str) -> dict[str, str]:
    """The grounds of the rings of a map, its lines, and soft words: a theme blends no colours."""
    return {
        "ring-1": close,
        "ring-2": familiar,
        "ring-3": distant,
        "ring-line": line,
        "soft": soft,
    }


GREYS = _greys(*["ansi_default"] * 3, line="ansi_default", soft="ansi_default")
"""Where a theme says none: sixteen colours have no greys to tell apart."""

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
        variables=_greys("#303030", "#262626", "#1c1c1c", line="#767676", soft="#a8a8a8"),
    ),
    Theme(
        name=LIGHT,
        primary="#005f87",
        accent="#005f87",
        success="#005f00",
        warning="#5f5f00",
        error="#af0000",
        foreground="#1c1c1c",
        background="#ffffff",
        surface="#eeeeee",
        panel="#d0d0d0",
        dark=False,
        variables=_greys("#dadada", "#e4e4e4", "#eeeeee", line="#808080", soft="#4e4e4e"),
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
        variables=_greys("#262626", "#121212", "#000000", line="#8a8a8a", soft="#d0d0d0"),
    ),
)
