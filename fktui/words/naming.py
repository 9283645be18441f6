"""Names for ids: what people call the records of a case."""

from collections.abc import Iterable, Mapping
from typing import Any

from fktui.model.case import Case, records
from fktui.model.team import Colleague
from fktui.words.recipients import say_recipient

_CALLED_BY = ("name", "title", "what", "text", "reason")
_LONGEST = 60


def name_of(record: Any) -> str:
    """What people call a record: its name, title or text; empty for those without."""
    for field in _CALLED_BY:
        value = getattr(record, field, None)
        if isinstance(value, str) and value:
            return value
    return ""


def names_of(case: Case, colleagues: Iterable[Colleague] = ()) -> dict[str, str]:
    """The name of every record that has one, and of the colleagues, by id."""
    names = {found.record.id: name_of(found.record) for found in records(case)}
    names |= {colleague.id: colleague.name for colleague in colleagues}
    return {key: name for key, name in names.items() if name}


def listed(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Names and roles with commas between them; an id without a name stays an id."""
    return ", ".join(say_recipient(one, names) for one in ids)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """The first line of a text, cut at a word."""
    line = text.strip().partition("\n")[0]
    if len(line) <= longest:
        return line
    return line[: longest - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
