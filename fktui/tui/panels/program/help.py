"""What the help says: the keys of a screen with their sentences, and a word about the place."""

from collections.abc import Iterable, Mapping, Sequence

from fktui.tui.keys import ANYWHERE, Action, key_name, key_of
from fktui.tui.lines import Line, columns, line, section, wrapped
from fktui.words.language import N_, _

_KEY = 10
_MOVING = ("back", "filter", "changed", "network", "paper", "table", "quit")

_SPACE = N_("Space")
"""The one key whose name is a word; all others are called the same in every language."""

LIST_KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓", N_("Line by line; PgUp and PgDn go a page.")),
    ("Home End", N_("To the first and the last line.")),
    ("Enter", N_("Open what the cursor stands on; a click does it too.")),
)
TAB_KEYS: tuple[tuple[str, str], ...] = (
    ("1 … 9 0", N_("The tab with that number.")),
    ("← →", N_("The tab beside it.")),
)
FORM_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter ↓", N_("To the next field; ↑ goes back.")),
    ("→", N_("Take the grey letters behind what you typed.")),
    (_SPACE, N_("Turn a box on or off.")),
)
"""Keys that are no actions of their own."""


def help_lines(
    about: Sequence[str],
    actions: Iterable[Action],
    chosen: Mapping[str, str],
    more: Iterable[tuple[str, str]],
    width: int,
) -> list[Line]:
    """The help of a place.

    Args:
        about: sentences about what has the focus.
        actions: what can be done there.
        chosen: keys of the coach's own, by action.
        more: keys that are no actions, with their sentences.
        width: so many columns.
    """
    there = list(actions)
    program = [one for one in there if one.places == (ANYWHERE,) and one.id != "back"]
    moving = [one for one in there if one.id in _MOVING]
    tasks = [one for one in there if one not in program and one not in moving]
    lines = [row for sentence in about for row in wrapped(sentence, width)]
    lines += [line("")] if lines else []
    lines += section(_("What you do here"), _keys(tasks, chosen, width))
    moves = [row for key, said in more for row in _key(_name(key), _(said), width)]
    lines += section(_("Moving"), [*moves, *_keys(moving, chosen, width)])
    lines += section(_("The program"), _keys(program, chosen, width))
    return lines


def _name(key: str) -> str:
    return _(key) if key == _SPACE else key


def _keys(actions: Iterable[Action], chosen: Mapping[str, str], width: int) -> list[Line]:
    shown = []
    for one in actions:
        names = " ".join(key_name(key) for key in key_of(one.id, chosen).split(","))
        shown += _key(names, _(one.help), width)
    return shown


def _key(key: str, said: str, width: int) -> list[Line]:
    first, *rest = wrapped(said, max(10, width - _KEY - 3))
    shown = [line(" ", *columns(((key, "accent"), _KEY)), " ", *first.spans)]
    return [*shown, *(line(" " * (_KEY + 2), *row.spans) for row in rest)]
