"""Families whose files were written by somebody who means harm: every text field holds a trap.

Generic over the records of the model, so that a field that is added tomorrow is attacked too. The
files are written here and not by fk, so nothing cleans them.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec.inspect

from fktui.model.case import FILES, JOURNALS, KINDS, Case
from fktui.model.ids import LETTERS
from fktui.model.team import Colleague

ESCAPES = (
    *("\x1b]52;c;ZXZpbA==\x07", "\x1b]0;evil\x1b\\", "\x1b[1mbold", "\x1b[2J", "\x9b31m"),
    *("\x9d0;evil\x9c", "\u202egnp.", "\u2066x\u2069", "\u200b", "\ufeff", "\U000e0041\U000e0001"),
    *("\x00", "\x7f", "a\rb", "\x08\x08", "\x85", "\x0b\x0c", "\u2060", "\x1bP+q\x1b\\", "\x05"),
    *(chr(code) for code in (*range(0x20), *range(0x80, 0xA0)) if chr(code) not in "\n\t\r"),
)
"""What a terminal would obey, or what misleads a reader."""

MARKUP = (
    *("[@click=app.quit()]", "[/b]", "[link=http://evil.invalid]", "{}", "%s", "{0}", "$(id)"),
    *("{{ 7*7 }}", "{% raw %}", "#eval", "<script>", "`id`", "%(x)s", "[red]", "\\u001b", "&amp;"),
)
"""What a format, a template, a shell or markup would take for its own."""

ENDS = frozenset(
    (
        *("until", "until_reason", "died", "done", "dropped", "ended_on", "closing", "status_on"),
        *("withdrawn_on", "withdrawn_note", "continues_until", "status_reason", "asked_on"),
    )
)
"""The fields that say that something is over: half of the families leave them out."""

_OTHERS = {
    **{"parent": "goal", "goals": "goal", "goal": "goal", "step": "step", "contact": "contact"},
    **{"meeting": "meeting", "network": "network", "households": "household"},
    **{"consents": "consent", "coach": "colleague", "second": "colleague"},
    **{"lead_clinician": "colleague", "recorded_by": "colleague"},
}
_PEOPLE = (
    *("about", "by", "child", "holder", "invited", "jim_of", "owners", "person", "present", "to"),
    *("visible_to", "who", "words_of", "recipient"),
)
_REFERS = _OTHERS | dict.fromkeys(_PEOPLE, "person")
_PATTERNS = {4: "2014", 5: "10:00"}
_NAME = {kind.type: kind.name for kind in KINDS.values()} | {Colleague: "colleague"}


def id_of(kind: str) -> str:
    """Each family holds one record of each kind, with this id."""
    return f"{LETTERS[kind]}-0000{len(kind) % 10}"


class Attack:
    """One way to fill a family; `traps` tells afterwards which text stands in which field."""

    def __init__(
        self, case_id: str, turn: int, *, ended: bool, loose: bool, only: str = ""
    ) -> None:
        self.case_id, self.turn, self.ended, self.loose = case_id, turn, ended, loose
        self.only = only
        self.traps: dict[str, str] = {}

    def files(self) -> dict[str, bytes]:
        """Every file of the family."""
        data = self._struct(msgspec.inspect.type_info(Case), "")
        files = {file: _yaml(data[part]) for part, file in FILES.items()}
        for folder in JOURNALS:
            for entry in data[folder]:
                body = entry.pop("body")
                head = _yaml(entry)
                files[f"{folder}/2026-11-10-{entry['id']}.md"] = b"---\n%b---\n\n%b\n" % (
                    head,
                    body.encode(),
                )
        return files

    def write(self, folder: Path) -> None:
        """Put the files where the family is."""
        for path, data in self.files().items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(data)

    def text(self, field: str) -> str:
        """A text that can be told from all others, with a trap of each kind in it."""
        number = len(self.traps)
        escape = ESCAPES[(number + self.turn) % len(ESCAPES)]
        markup = MARKUP[(number + self.turn) % len(MARKUP)]
        if self.only:
            escape = ""
        self.traps[field] = f"q{self.turn}x{number}z{escape}{markup}"
        return self.traps[field]

    def _struct(self, info: Any, where: str) -> dict[str, Any]:
        kind = _NAME.get(info.cls)
        return {
            field.encode_name: self._value(field.type, f"{where}.{field.encode_name}", kind)
            for field in info.fields
            if self.ended or field.encode_name not in ENDS
        }

    def _value(self, info: Any, where: str, kind: str | None) -> Any:
        name = where.rpartition(".")[2]
        match info:
            case msgspec.inspect.StructType():
                return self._struct(info, where)
            case msgspec.inspect.UnionType():
                [other] = [t for t in info.types if not isinstance(t, msgspec.inspect.NoneType)]
                return self._value(other, where, kind)
            case msgspec.inspect.VarTupleType():
                return [self._value(info.item_type, where, kind)]
            case msgspec.inspect.EnumType():
                members = list(info.cls)
                return members[self.turn % len(members)].value
            case msgspec.inspect.StrType(pattern=str()):
                return "2014" if name in ("born", "died", "since", "until") else "10:00"
            case msgspec.inspect.StrType():
                return self._word(name, where, kind)
            case msgspec.inspect.DateType():
                return "2026-11-10"
            case msgspec.inspect.BoolType():
                return name not in ("fictional", "secret_address")
        return 1

    def _word(self, name: str, where: str, kind: str | None) -> str:
        if name == "id":
            return id_of(kind) if kind else self.case_id
        if name in _REFERS and not self.loose:
            return id_of(_REFERS[name])
        return self.text(where)


def _yaml(record: Any) -> bytes:
    return "".join(_lines(record, 0)).encode()


def _lines(value: Any, depth: int) -> Iterator[str]:
    """YAML in block style; every text between double quotes with all that is odd escaped."""
    space = "  " * depth
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield f"{space}{key}:\n"
            yield from _lines(inner, depth + 1)
        elif isinstance(inner, list):
            yield f"{space}{key}:\n"
            for one in inner:
                yield from _item(one, depth + 1)
        else:
            yield f"{space}{key}: {_scalar(inner)}\n"


def _item(one: Any, depth: int) -> Iterator[str]:
    space = "  " * depth
    if not isinstance(one, dict):
        yield f"{space}- {_scalar(one)}\n"
        return
    first, *rest = _lines(one, depth + 1)
    yield f"{space}- {first.lstrip()}"
    yield from rest


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    escaped = (f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else json.dumps(c)[1:-1] for c in value)
    return f'"{"".join(escaped)}"' if value[:4] != "2026" else value
