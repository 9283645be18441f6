"""What days, months and units of time are called, in every language that fk speaks.

Data and not msgids: what somebody types is understood in both languages, whatever is spoken now.
"""

from collections.abc import Mapping


def _twelve(names: str) -> tuple[str, ...]:
    return tuple(names.split())


WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = {
    "nl": _twelve(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    "en": _twelve(
        "January February March April May June July August September October November December"
    ),
}
SHORT_MONTHS = {
    "nl": _twelve("jan feb mrt apr mei jun jul aug sep okt nov dec"),
    "en": _twelve("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
}

# Other ways to write them. The number is the place in the week (Monday 0) or in the year.
_OTHER_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
_OTHER_MONTHS = {"febr": 2, "sept": 9}

# How many days from today.
NEAR_DAYS = {
    "vandaag": 0,
    "today": 0,
    "v": 0,
    "gisteren": -1,
    "yesterday": -1,
    "g": -1,
    "eergisteren": -2,
    "day before yesterday": -2,
    "the day before yesterday": -2,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
}

# A unit as (days, months).
_DAY, _WEEK, _MONTH, _YEAR = (1, 0), (7, 0), (0, 1), (0, 12)
UNITS = {
    **dict.fromkeys(("d", "dag", "dagen", "day", "days"), _DAY),
    **dict.fromkeys(("w", "week", "weken", "weeks"), _WEEK),
    **dict.fromkeys(("m", "maand", "maanden", "month", "months"), _MONTH),
    **dict.fromkeys(("j", "jaar", "y", "year", "years"), _YEAR),
}
AHEAD_WORDS = frozenset(("over", "in"))
AGO_WORDS = frozenset(("geleden", "ago"))


def _places(*tables: Mapping[str, tuple[str, ...]], first: int) -> dict[str, int]:
    return {
        name.casefold(): place
        for table in tables
        for names in table.values()
        for place, name in enumerate(names, start=first)
    }


WEEKDAY_PLACES = _places(WEEKDAYS, SHORT_WEEKDAYS, first=0) | _OTHER_WEEKDAYS
MONTH_PLACES = _places(MONTHS, SHORT_MONTHS, first=1) | _OTHER_MONTHS
