"""`fk config`: your settings on this computer."""

from pathlib import Path
from typing import Annotated, Any

import typer

from fktui.cli import output
from fktui.cli.options import Json
from fktui.errors import WrongUse
from fktui.settings import (
    KEYS,
    MOST_IDLE,
    SIGNS,
    THEMES,
    config_file,
    read_settings,
    write_settings,
)
from fktui.store.places import find_store
from fktui.words.language import LANGUAGES, _

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(help=_("Show or change your settings: fk config language nl"))
def config(
    key: Annotated[
        str | None,
        typer.Argument(help=_("store, language, editor, theme, signs or idle_minutes.")),
    ] = None,
    value: Annotated[str | None, typer.Argument(help=_("The new value; empty clears it."))] = None,
    json: Json = False,
) -> None:
    """Show or change the settings of this user on this computer."""
    settings = read_settings()
    if key is not None and key not in KEYS:
        raise WrongUse("unknown-field", field=key, known=", ".join(KEYS))
    if key is not None and value is not None:
        changes: dict[str, Any] = {key: _checked(key, value)}
        settings = settings._replace(**changes)
        write_settings(settings)
    shown = settings._asdict() if key is None else {key: getattr(settings, key)}
    if json:
        output.as_json("config", shown)
        return
    for name, setting in shown.items():
        if name != "keys":
            output.line(f"{name} = {setting}")
    for action, own in shown.get("keys", {}).items():
        output.line(f"keys.{action} = {own}")
    if key is None:
        output.say(_("These settings stand in {path}").format(path=config_file()))


def _checked(key: str, value: str) -> str:
    if key == "store" and value:
        return str(find_store(Path(value).expanduser().absolute(), Path.cwd(), None).root)
    if key == "language" and value and value not in LANGUAGES:
        raise WrongUse("language-unknown", given=value, where="config")
    allowed = {"theme": THEMES, "signs": SIGNS}.get(key, ())
    if value and allowed and value not in allowed:
        raise WrongUse("wrong-choice", given=value, allowed=", ".join(allowed))
    if key == "idle_minutes" and value and not (value.isdecimal() and int(value) <= MOST_IDLE):
        raise WrongUse("idle-minutes", given=value, most=MOST_IDLE)
    return value
