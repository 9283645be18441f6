"""What a coach has to know before a copy is handed over, in sentences."""

from collections.abc import Iterator, Mapping

from fktui.usecases.rights.inspection import Copied
from fktui.words.labels import kind_label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.tables.rights_words import REASONS
from fktui.words.time.say_dates import say_day


def to_look_at(copied: Copied) -> Iterator[str]:
    """The texts in the copy that name others of the family, each in a line with its id first."""
    for one in copied.look_at:
        day = say_day(one.on) if one.on else "–"
        yield f"{one.id}  {kind_label(one.kind)}, {day}: {', '.join(one.names)}"


def withheld(copied: Copied, names: Mapping[str, str]) -> Iterator[str]:
    """What is about this person and stays out, and why, each in a line that begins with its id."""
    for held in copied.copy.withheld:
        if held.told or held.kind == "reporting_code":
            only = f" [{listed(held.readers, dict(names))}]" if held.readers else ""
            what = f"{kind_label(held.kind)}, {say_day(held.on) if held.on else '–'}"
            yield f"{held.id}  {what}: {_(REASONS[held.reason])}{only}"


def others_withheld(copied: Copied) -> int:
    """How many more entries are not theirs at all."""
    told = sum(one.told or one.kind == "reporting_code" for one in copied.copy.withheld)
    return len(copied.copy.withheld) - told


def whose(copied: Copied, names: Mapping[str, str]) -> str:
    """The name of whom the copy is about."""
    return names.get(copied.reading.person, copied.reading.person)
