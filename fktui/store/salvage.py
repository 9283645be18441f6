"""A file that does not fit the schema: what of it can be shown, and what is wrong, line by line.

Only used when the strict reading failed. What cannot be read is left out of the view and named;
the file itself stays as it is, and the family is read-only until it is mended.
"""

import types
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from fktui.model.issue import Issue, Level, Place
from fktui.model.readable import readable
from fktui.model.record import Record
from fktui.store.yaml.read import Mapping, Node, Sequence, locate, plain

Path = tuple[str | int, ...]
_MISSING = object()


class Salvage:
    """One reading of one file."""

    def __init__(self, root: Mapping, file: str) -> None:
        self.root = root
        self.file = file
        self.issues: list[Issue] = []

    def record(self, node: Node, kind: type[Record], path: Path = ()) -> Any:
        """The record without what does not fit; _MISSING when too little of it is left."""
        if not isinstance(node, Mapping):
            return self._wrong("wrong-shape", path, wanted="mapping")
        hints = get_type_hints(kind, include_extras=True)
        values: dict[str, Any] = {}
        for name, value in node.pairs:
            key = name.value
            if key not in hints:
                self._unknown(path, key, tuple(hints))
                continue
            found = self._value(value, hints[key], (*path, key))
            if found is not _MISSING:
                values[key] = found
        for field in msgspec.structs.fields(kind):
            if field.required and field.name not in values:
                if node.get(field.name) is None:
                    self._wrong("missing-field", (*path, field.name))
                return _MISSING
        return kind(**values)

    def _value(self, node: Node, wanted: Any, path: Path) -> Any:
        wanted = _without_none(wanted)
        if get_origin(wanted) is tuple:
            return self._list(node, get_args(wanted)[0], path)
        if isinstance(wanted, type) and issubclass(wanted, Record):
            return self.record(node, wanted, path)
        try:
            return msgspec.convert(plain(node), readable(wanted | None), strict=False)
        except msgspec.ValidationError:
            return self._wrong(_complaint(wanted), path, given=_shown(node), **_allowed(wanted))

    def _list(self, node: Node, item: Any, path: Path) -> Any:
        if not isinstance(node, Sequence):
            if plain(node) is None:
                return ()
            return self._wrong("wrong-shape", path, wanted="list")
        found = (self._value(child, item, (*path, i)) for i, child in enumerate(node.items))
        return tuple(value for value in found if value is not _MISSING and value is not None)

    def _unknown(self, path: Path, key: str, known: tuple[str, ...]) -> None:
        import difflib  # 4 ms, and only where a name is misspelt

        near = difflib.get_close_matches(key, known, 1)
        self._note(Level.WARNING, "unknown-field", (*path, key), meant=near[0] if near else "")

    def _wrong(self, code: str, path: Path, **facts: Any) -> object:
        self._note(Level.ERROR, code, path, **facts)
        return _MISSING

    def _note(self, level: Level, code: str, path: Path, **facts: Any) -> None:
        line, column = locate(self.root, path)
        place = Place(self.file, line, column, dotted(path))
        record = next(self._ids(path), None)
        self.issues.append(Issue(level=level, code=code, place=place, record=record, facts=facts))

    def _ids(self, path: Path) -> Iterator[str]:
        """Ids of the records around this path, the nearest first."""
        data: Any = plain(self.root)
        around: list[str] = []
        for part in path:
            if isinstance(data, dict) and isinstance(data.get("id"), str):
                around.append(data["id"])
            try:
                data = data[part]
            except (KeyError, IndexError, TypeError):
                break
        else:
            if isinstance(data, dict) and isinstance(data.get("id"), str):
                around.append(data["id"])
        yield from reversed(around)


def salvage(root: Mapping, kind: type[Record], file: str) -> tuple[Any, list[Issue]]:
    """What can be read of this record, or None; and everything that is wrong with it."""
    reading = Salvage(root, file)
    found = reading.record(root, kind)
    return (None if found is _MISSING else found), reading.issues


def dotted(path: Path) -> str:
    """A path as people write it: `goals[2].steps[0].due`, counting from 0 like the files do."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def _without_none(wanted: Any) -> Any:
    if get_origin(wanted) in (Union, types.UnionType):
        return next(part for part in get_args(wanted) if part is not type(None))
    return wanted


def _complaint(wanted: Any) -> str:
    """Which sentence belongs to a value that is not what was wanted."""
    bare = get_args(wanted)[0] if get_origin(wanted) is Annotated else wanted
    if isinstance(bare, type) and issubclass(bare, Enum):
        return "wrong-choice"
    if bare is str and bare is not wanted:
        return "wrong-form"
    simple = {date: "wrong-date", bool: "wrong-yes-no", int: "wrong-number", float: "wrong-number"}
    return simple.get(bare, "wrong-text")


def _allowed(wanted: Any) -> dict[str, str]:
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {"allowed": ", ".join(member.value for member in wanted)}
    return {}


def _shown(node: Node) -> str:
    value = plain(node)
    return value if isinstance(value, str) else ""
