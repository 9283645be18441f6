"""What belongs to this computer: the usual store, and who works here. Read in one place, frozen.

Two small TOML files: the user's own (`config.toml` in the computer's usual place for settings) and
`.fk/device.toml` in each store. Nothing about families stands in either of them.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from fktui.errors import WrongUse
from fktui.store.places import Places, find_store

_LANGUAGE = "nl"
"""The language of a store whose fk.yaml does not name one (model.team.StoreSettings)."""


THEMES = ("fk-dark", "fk-light", "fk-contrast", "ansi-dark")
"""The colours of the screen: dark, light, high contrast, and the sixteen of the terminal."""

SIGNS = ("full", "plain")
"""All signs, or only those that every terminal has."""

IDLE_MINUTES = 5
"""After so many minutes the screen hides itself, when nothing else is set."""

MOST_IDLE = 600
"""No more than these can be set."""


class Settings(NamedTuple):
    """The user's own settings; what is empty was not set.

    Attributes:
        store: the usual store.
        language: nl or en.
        editor: the text editor, as it is started.
        theme: the colours of the screen (`tui.themes`).
        signs: `plain` where the terminal cannot show braille, stars and round corners.
        idle_minutes: after so many minutes without a key the screen hides itself; 0 is never.
        keys: keys of the screen that are not the usual ones, by action (`tui.keys`).
    """

    store: str = ""
    language: str = ""
    editor: str = ""
    theme: str = ""
    signs: str = ""
    idle_minutes: str = ""
    keys: Mapping[str, str] = {}

    @property
    def idle(self) -> int:
        """After so many minutes the screen hides itself; 0 is never."""
        given = self.idle_minutes
        return min(int(given), MOST_IDLE) if given.isdecimal() else IDLE_MINUTES


KEYS = tuple(field for field in Settings._fields if field != "keys")
"""What `fk config` can set."""


class Device(NamedTuple):
    """Who works on this computer, in one store."""

    colleague: str
    device: str


class Peek(NamedTuple):
    """What must be known of a store before anything is read in earnest."""

    language: str
    today: date | None
    demo: bool


def config_file() -> Path:
    """Where the user's settings are."""
    import platformdirs  # 7 ms, and most commands find their store without it

    return Path(platformdirs.user_config_dir("fktui", appauthor=False)) / "config.toml"


def read_settings() -> Settings:
    """The user's settings; what is not set is empty.

    Raises:
        WrongUse: the file is not TOML.
    """
    found = _read_toml(config_file())
    keys = found.get("keys")
    return Settings(
        **{key: str(found[key]) for key in KEYS if key in found},
        keys={str(k): str(v) for k, v in keys.items()} if isinstance(keys, dict) else {},
    )


def write_settings(settings: Settings) -> None:
    """Keep the user's settings."""
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {key: getattr(settings, key) for key in KEYS if getattr(settings, key)}
    _write(path, kept, settings.keys)


def read_device(places: Places) -> Device | None:
    """Who works here, or None when nobody has said so yet."""
    found = _read_toml(places.device)
    if "colleague" not in found or "device" not in found:
        return None
    return Device(str(found["colleague"]), str(found["device"]))


def write_device(places: Places, device: Device) -> None:
    """Note who works here."""
    places.private.mkdir(mode=0o700, exist_ok=True)
    _write(places.device, device._asdict())


def begin_visit(places: Places, now: datetime) -> datetime | None:
    """Note that the store is looked at now; gives when that was last done on an earlier day.

    So all starts on one day get the same answer. None the first time, and when what was noted
    cannot be read. That nothing can be noted stops nobody.
    """
    noted: list[datetime] = []
    with suppress(OSError, WrongUse):
        noted = [*_moments(_read_toml(places.visit).values(), now)]
    before = [one for one in noted if one.date() < now.date()]
    last = max(before, default=None)
    kept = {"now": now.isoformat()} | ({"before": last.isoformat()} if last else {})
    with suppress(OSError):
        places.private.mkdir(mode=0o700, exist_ok=True)
        _write(places.visit, kept)
    return last


def _moments(values: Iterable[object], now: datetime) -> Iterator[datetime]:
    """The moments that stand in these values, in the time zone of now."""
    for value in values:
        with suppress(TypeError, ValueError, OverflowError):
            moment = datetime.fromisoformat(str(value))
            if moment.tzinfo is not None:
                yield moment.astimezone(now.tzinfo)


def the_store(flag: Path | None) -> Places:
    """The store to work in: `--store`, `FK_STORE`, the nearest one upward, or the usual one.

    Raises:
        NoStore: there is none.
    """
    named = flag or (Path(os.environ["FK_STORE"]) if os.environ.get("FK_STORE") else None)
    if named is not None:
        return find_store(named.expanduser().absolute(), Path.cwd(), None)
    here = next((f for f in (Path.cwd(), *Path.cwd().parents) if Places(f).exists), None)
    usual = None if here else read_settings().store
    return find_store(here, Path.cwd(), Path(usual).expanduser() if usual else None)


def peek(places: Places) -> Peek:
    """Language, practice day and practice mark of a store.

    Three lines are looked for without reading YAML: this runs before every command, and the YAML
    reader costs 25 ms. Whoever needs the truth of the whole file reads it in earnest.
    """
    found: dict[str, str] = {}
    try:
        text = places.settings.read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    for line in text.splitlines():
        key, colon, value = line.partition(":")
        if colon and key in ("language", "today", "demo"):
            found[key] = value.partition("#")[0].strip().strip("'\"")
    try:
        today = date.fromisoformat(found["today"]) if found.get("today") else None
    except ValueError:
        today = None
    language = found.get("language", _LANGUAGE if text else "")
    return Peek(language, today, found.get("demo") == "true")


def _read_toml(path: Path) -> Mapping[str, object]:
    import tomllib  # 4 ms, and `fk --help` reads no settings

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUse("settings-broken", file=str(path), said=str(error)) from error


def _write(path: Path, values: Mapping[str, str], keys: Mapping[str, str] | None = None) -> None:
    import json

    from fktui.store.disk.files import write_atomic  # hashlib: 5 ms that only a write needs

    # A JSON string is a TOML basic string, escapes included.
    text = "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
    if keys:
        text += "\n[keys]\n"
        text += "".join(f"{key} = {json.dumps(value)}\n" for key, value in keys.items())
    write_atomic(path, text.encode(), path.parent, 0o600)
