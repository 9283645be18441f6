"""The settings in lines: what can be chosen, what is chosen, and the keys."""

from collections.abc import Mapping
from typing import NamedTuple

from fktui.settings import IDLE_MINUTES, SIGNS, Settings
from fktui.tui.keys import ACTIONS, ANYWHERE, BY_ID, FORM, NOTE, key_name, key_of
from fktui.tui.lines import Line, Part, columns, line, section
from fktui.tui.themes import CONTRAST, DARK, LIGHT, SIXTEEN
from fktui.words.language import N_, _

_LABEL, _KEY = 22, 12
_IDLE = ("0", "1", "2", "5", "10", "15", "30")

LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
THEME_NAMES = {
    DARK: N_("dark"),
    LIGHT: N_("light"),
    CONTRAST: N_("high contrast"),
    SIXTEEN: N_("16 colours"),
}
SIGN_NAMES = {"full": N_("all"), "plain": N_("plain")}

FIXED = (
    *("escape", "enter", "tab", "shift+tab", "up", "down", "left", "right", "space", "backspace"),
    *("home", "end", "pageup", "pagedown", "delete", "ctrl+q", "ctrl+c", "ctrl+z", "ctrl+v"),
    *map(str, range(10)),
)
"""Keys that always mean the same, and cannot get another task."""


class Setting(NamedTuple):
    """Something with a few answers: its name in the settings, what it is called, the answers."""

    name: str
    label: str
    answers: Mapping[str, str]


def settings_there() -> tuple[Setting, ...]:
    """What is chosen from a row, in the language that is spoken now."""
    minutes = {one: _("never") if one == "0" else one for one in _IDLE}
    return (
        Setting("language", _("Language"), LANGUAGE_NAMES),
        Setting("theme", _("Colours"), {key: _(name) for key, name in THEME_NAMES.items()}),
        Setting("signs", _("Signs"), {key: _(name) for key, name in SIGN_NAMES.items()}),
        Setting("idle_minutes", _("Hide after minutes"), minutes),
    )


def chosen(settings: Settings, setting: Setting, spoken: str) -> str:
    """The answer that holds now."""
    usual = {"language": spoken, "theme": DARK, "signs": SIGNS[0], "idle_minutes": ""}
    given = getattr(settings, setting.name) or usual[setting.name]
    if setting.name == "idle_minutes":
        return given or str(IDLE_MINUTES)
    return given if given in setting.answers else usual[setting.name]


def turned(settings: Settings, setting: Setting, spoken: str, by: int) -> str:
    """The answer beside the one that holds now."""
    answers = list(setting.answers)
    now = chosen(settings, setting, spoken)
    place = answers.index(now) if now in answers else 0
    return answers[(place + by) % len(answers)]


def settings_lines(settings: Settings, spoken: str, file: str) -> list[Line]:
    """All of it; the key of a line is the name of the setting, or `keys.<action>`."""
    rows = [_row(settings, one, spoken) for one in settings_there()]
    editor = settings.editor or _("the usual one of this computer")
    rows.append(line(*columns((_("Text editor"), _LABEL)), editor, key="editor", kind="setting"))
    keys = [
        line(
            *columns((_name_of(one.id, settings.keys), _KEY)),
            _(one.help),
            ("  *" if one.id in settings.keys else "", "accent"),
            key=f"keys.{one.id}",
            kind="key",
        )
        for one in ACTIONS
        if one.key not in FIXED
    ]
    lines = [*rows, line(""), *section(_("Keys"), keys)]
    return [*lines, line((_("These settings stand in {path}").format(path=file), "soft"))]


def _row(settings: Settings, setting: Setting, spoken: str) -> Line:
    """An answer that is chosen stands between brackets."""
    now = chosen(settings, setting, spoken)
    answers: list[Part] = []
    for answer, name in setting.answers.items():
        answers.append((f"[{name}]", "strong") if answer == now else (f" {name} ", "soft"))
    if now not in setting.answers:
        answers.append((f"[{now}]", "strong"))
    return line(*columns((setting.label, _LABEL)), *answers, key=setting.name, kind="setting")


def _name_of(action: str, keys: Mapping[str, str]) -> str:
    return " ".join(key_name(key) for key in key_of(action, keys).split(","))


def clash(action: str, given: str, keys: Mapping[str, str]) -> str:
    """Why a key (or each of more, with commas) cannot get this action; empty when it can."""
    return next(filter(None, (_clash(action, key, keys) for key in given.split(","))), "")


def _clash(action: str, key: str, keys: Mapping[str, str]) -> str:
    wanted = BY_ID[action]
    if key in FIXED:
        return _("{key} always means the same. Choose another key.").format(key=key_name(key))
    if _is_letter(key) and {FORM, NOTE} & set(wanted.places):
        return _(
            "In a form {key} is a letter to type. Choose a key with Ctrl, or F1 to F12."
        ).format(key=key_name(key))
    for other in ACTIONS:
        same = other.id != action and key in key_of(other.id, keys).split(",")
        if same and _meet(wanted.places, other.places):
            return _("{key} is already there for: {what} Give that another key first.").format(
                key=key_name(key), what=_(other.help)
            )
    return ""


def _meet(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether there is a place where both work."""
    return ANYWHERE in (*some, *others) or bool(set(some) & set(others))


def _is_letter(key: str) -> bool:
    """Whether a key types something."""
    return "+" not in key and not (key[:1] == "f" and key[1:].isdigit())
