"""What is being typed in a form, kept while it is typed: a crash or a power cut loses little.

Each form has a file of its own in `.fk/drafts`, on this computer only and for this user only. It
goes away once the form is saved. What cannot be read is set aside, and stops nobody.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from fktui.errors import FkError, Unsafe
from fktui.store.disk.files import read_plain, remove, replace, sync_folder, write_atomic
from fktui.store.places import Places

PRIVATE_FILE = 0o600
"""For this user only."""

_PRIVATE_FOLDER = 0o700
_NAME = re.compile(r"[a-z0-9.-]{1,100}\Z")
_START, _END, _BROKEN = "form-", ".json", ".broken"


class Kept(NamedTuple):
    """What was typed in a form: its name, the text of each field, and when that was."""

    name: str
    values: dict[str, str]
    at: datetime


def private_folder(places: Places) -> Path:
    """The folder for drafts, made when it is not there."""
    for folder in (places.private, places.drafts):
        folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
    return places.drafts


def keep(places: Places, name: str, values: Mapping[str, str], at: datetime) -> None:
    """Keep what stands in a form now, in the place of what was kept of it before.

    Args:
        places: the store.
        name: of the form, made of the ids of family, form and record: `[a-z0-9.-]`.
        values: the text of each field.
        at: this moment.

    Raises:
        Unsafe: the name holds something else.
        OSError: the disk refuses.
    """
    target = _file(places, name)
    folder = private_folder(places)
    data = json.dumps({"at": at.isoformat(), "values": dict(values)}, indent=1)
    write_atomic(target, data.encode(), folder, PRIVATE_FILE)
    sync_folder(folder)


def kept(places: Places, name: str) -> Kept | None:
    """What was kept of a form; None when there is nothing that can be read."""
    return _read(_file(places, name))


def drop(places: Places, name: str) -> None:
    """The form was saved, or is to be started anew."""
    remove(_file(places, name))


def all_kept(places: Places) -> list[Kept]:
    """What was kept of all forms, the newest first."""
    found: list[Kept] = []
    with suppress(OSError):
        for path in places.drafts.glob(f"{_START}*{_END}"):
            one = _read(path)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda one: (-one.at.timestamp(), one.name))


def _file(places: Places, name: str) -> Path:
    if not _NAME.match(name):
        raise Unsafe("bad-name", where=name, found="name")
    return places.drafts / f"{_START}{name}{_END}"


def _read(path: Path) -> Kept | None:
    try:
        data = read_plain(path)
        if data is None:
            return None
        return _kept(path.name[len(_START) : -len(_END)], json.loads(data))
    except (FkError, OSError):
        return None
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        with suppress(OSError):
            replace(path, path.with_suffix(_BROKEN))
        return None


def _kept(name: str, written: Any) -> Kept:
    """What stands in a file; when it does not fit, an error of Python says so."""
    values, at = written["values"], datetime.fromisoformat(written["at"])
    if at.tzinfo is None or not all(isinstance(text, str) for text in values.values()):
        raise ValueError(name)
    return Kept(name, dict(values), at)
