"""Times of the clock: what people type (`15u30`, `9u`, `3:30 pm`), and how we say it.

Kept in a file as `15:30` (`model.record.TimeOfDay`). Hours spent are in `words.time.hours`.
"""

import re

from fktui.errors import WrongUse
from fktui.words.language import current

_TYPED = (
    r"(?P<hour>\d{1,2})(?:(?:[:.]| ?(?:u|uur|h) ?)(?P<minute>\d{2}))?(?: ?(?:u|uur|h))?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)
_NOON, _LAST_HOUR, _LAST_MINUTE = 12, 23, 59


def parse_time(text: str) -> str:
    """The time as `15:30`, from `15:30` `15.30` `15u30` `9u` `9` `3:30 pm`.

    Raises:
        WrongUse: `time-unknown`, also for a time that no clock shows.
    """
    found = re.fullmatch(_TYPED, " ".join(text.casefold().split()), re.ASCII)
    if found is None:
        raise WrongUse("time-unknown", given=text)
    hour, minute = _of_24(int(found["hour"]), found["half"]), int(found["minute"] or 0)
    if not 0 <= hour <= _LAST_HOUR or minute > _LAST_MINUTE:
        raise WrongUse("time-unknown", given=text)
    return f"{hour:02d}:{minute:02d}"


def _of_24(hour: int, half: str | None) -> int:
    """The hour of the day; -1 when the half of the day is named and the hour is not 1 to 12."""
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        return -1
    # 12 am is midnight, 12 pm is noon.
    return hour % _NOON + (_NOON if half == "p" else 0)


def say_time(time: str) -> str:
    """A time as it stands in a file (`15:30`), as we write it: `15.30` in Dutch."""
    return time.replace(":", ".") if current() == "nl" else time
