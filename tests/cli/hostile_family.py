"""Families whose files were written by somebody who means harm: every text field holds a trap.

Generic over the records of the model, so that a field that is added tomorrow is attacked too. The
files are written here and not by fk, so nothing cleans them.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import inspect

from fktui.model.case import FILES, JOURNALS, KINDS, Case
from fktui.model.ids import LETTERS
from fktui.model.integrity import PEOPLE_FIELDS
from fktui.model.team import TEAM_FILES, TEAM_KINDS, TeamFolder

ESCAPES = (
    *("\x1b]52;c;ZXZpbA==\x07", "\x1b]0;evil\x1b\\", "\x1b[1mbold", "\x1b[2J", "\x9b31m"),
    *("\x9d0;evil\x9c", "\u202egnp.", "\u2066x\u2069", "\u200b", "\ufeff", "\U000e0041\U000e0001"),
    *(
        "\x00",
        "\x7f",
        "\n! forged line",
        "\tb",
        "a\rb",
        "\x08\x08",
        "\x85",
        "\x0b\x0c",
        "\u2060",
        "\x1bP+q\x1b\\",
        "\x05",
    ),
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
    "parent": "goal",
    "goals": "goal",
    "goal": "goal",
    "step": "step",
    "contact": "contact",
    "meeting": "meeting",
    "network": "network",
    "households": "household",
    "consents": "consent",
    "coach": "colleague",
    "second": "colleague",
    "lead_clinician": "colleague",
    "recorded_by": "colleague",
    "links": "worry",
    "safety_plan": "safety_plan",
    "entry": "goal",
}
_PEOPLE = (
    *PEOPLE_FIELDS,
    *("recipient", "receivers"),
)
_REFERS = _OTHERS | dict.fromkeys(_PEOPLE, "person")
DAY = date(2026, 11, 10)
_NAME = {kind.type: kind.name for kind in (*KINDS.values(), *TEAM_KINDS.values())}


def id_of(kind: str) -> str:
    """Each family holds one record of each kind, with this id."""
    kin = sorted(other for other, letter in LETTERS.items() if letter == LETTERS[kind])
    return f"{LETTERS[kind]}-000{kin.index(kind):02}"


class Attack:
    """One way to fill a family.

    Attributes:
        turn: which traps stand where, and which choice is made of each list of choices.
        ended: whether it is written that things are over.
        loose: whether references are traps too, instead of leading to a record.
        traps: which text stands in which field, once the files are made.
    """

    def __init__(self, turn: int, *, ended: bool = False, loose: bool = False) -> None:
        self.turn, self.ended, self.loose = turn, ended, loose
        self.traps: dict[str, str] = {}

    def fill(self, case_id: str) -> dict[str, Any]:
        """Every field of every record, as the files hold it."""
        return self._struct(inspect.type_info(Case), "", case_id)

    def write(self, folder: Path) -> None:
        """Put every file where the family is."""
        data = self.fill(folder.name)
        for part, file in FILES.items():
            (folder / file).write_text(_yaml(data[part]), encoding="utf-8")
        for name in JOURNALS:
            (folder / name).mkdir(exist_ok=True)
            for entry in data[name]:
                body = entry.pop("body")
                place = folder / name / f"2026-11-10-{entry['id']}.md"
                place.write_text(f"---\n{_yaml(entry)}---\n\n{body}\n", encoding="utf-8")

    def team(self) -> dict[str, str]:
        """The files of the team by name, every field of every record a trap."""
        data = self._struct(inspect.type_info(TeamFolder), "team", "")
        return {file: _yaml(data[part]) for part, file in TEAM_FILES.items()}

    def _struct(self, info: Any, where: str, case_id: str) -> dict[str, Any]:
        found = {}
        for field in info.fields:
            name = field.encode_name
            if name == "id":
                found[name] = id_of(_NAME[info.cls]) if info.cls in _NAME else case_id
            elif field.required or self.ended or name not in ENDS:
                found[name] = self._value(field.type, f"{where}.{name}", case_id)
        return found

    def _value(self, info: Any, where: str, case_id: str) -> Any:
        name = where.rpartition(".")[2]
        match info:
            case inspect.StructType():
                return self._struct(info, where, case_id)
            case inspect.UnionType():
                return self._value(info.types[0], where, case_id)
            case inspect.VarTupleType():
                return [self._value(info.item_type, where, case_id)]
            case inspect.DictType():
                return {"raw": 1}
            case inspect.StrType(pattern=None):
                return self._text(where, name)
        return self._plain(info, name)

    def _plain(self, info: Any, name: str) -> Any:
        """What can hold no trap."""
        if isinstance(info, inspect.EnumType):
            choices = list(info.cls)
            return choices[self.turn % len(choices)].value
        if isinstance(info, inspect.BoolType):
            return name not in ("fictional", "secret_address")
        if isinstance(info, inspect.StrType):
            return "10:00" if name == "at" else "2014"
        return DAY if isinstance(info, inspect.DateType) else 1

    def _text(self, where: str, name: str) -> str:
        if name in _REFERS and not self.loose:
            return id_of(_REFERS[name])
        number = len(self.traps)
        escape = ESCAPES[(number + self.turn) % len(ESCAPES)]
        markup = MARKUP[(number + self.turn) % len(MARKUP)]
        self.traps[where] = f"q{self.turn}x{number}z{escape}{markup}"
        return self.traps[where]


def _yaml(record: Any) -> str:
    return "".join(_lines(record, 0))


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
    if isinstance(value, str):
        odd = (f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else json.dumps(c)[1:-1] for c in value)
        return f'"{"".join(odd)}"'
    return value.isoformat() if isinstance(value, date) else json.dumps(value)
