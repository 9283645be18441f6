"""*Vandaag*: all families in a line each, what is too late, what comes this week.

Made from the overview alone, so that it is there before a single record is read.
"""

from datetime import date

from fktui.tui.lines import Line, Part, columns, line, spark
from fktui.usecases.overview.listing import FamilyLine
from fktui.words.language import _
from fktui.words.tables.overview_words import PHASES, STATUSES, say_due_word
from fktui.words.time.hours import hours_in_figures
from fktui.words.time.say_dates import say_day_of_year

_NAME, _PHASE, _WEEK, _HOURS, _SPARK = 20, 12, 5, 6, 8
_WIDE = 100


def today_head(width: int) -> Line:
    """The names of the columns."""
    return line("   ", *((text, "soft") for text in _texts(width)))


def _texts(width: int) -> list[str]:
    cells = columns(
        (_("Family"), _name(width)),
        (_("Phase"), _PHASE),
        (_("Week"), -_WEEK),
        ("", 1),
        (_("Hours/wk"), _SPARK + _HOURS + 3),
    )
    return [*(span.text for span in cells), _("Next")]


def family_line(one: FamilyLine, today: date, width: int) -> Line:
    """A family: a mark with its words at the end of the line, so that colour is not needed."""
    mark, said = _state(one, today)
    return line(
        mark,
        " ",
        *columns(
            (one.name, _name(width)),
            (_phase(one), _PHASE),
            (str(one.week) if one.week else "", -_WEEK),
            ("", 1),
            ((_spark(one), "accent"), _SPARK),
            *_hours(one),
        ),
        said,
        key=one.id,
        kind="family",
    )


def _name(width: int) -> int:
    return _NAME if width < _WIDE else _NAME + 10


def _phase(one: FamilyLine) -> str:
    if one.phase in PHASES and one.status in ("active", "referred"):
        return _(PHASES[one.phase])
    return _(STATUSES.get(one.status, one.status))


def _spark(one: FamilyLine) -> str:
    recent: tuple[float, ...] = getattr(one, "recent", ())
    return spark(recent, 0, max(*recent, one.hours_high)) if any(recent) else ""


def _hours(one: FamilyLine) -> tuple[tuple[Part, int], ...]:
    """Hours a week, with a mark when they are outside what is meant."""
    if not one.hours_high:
        return (("", _HOURS + 3),)
    spent = one.hours_per_week
    mark = "▲" if spent > one.hours_high else "▼" if spent < one.hours_low else " "
    said = hours_in_figures(round(spent * 2) / 2)
    return ((said, -_HOURS), ((f" {mark} ", "mild"), 3))


def _state(one: FamilyLine, today: date) -> tuple[Part, Part]:
    if one.broken:
        return ("×", "late"), (_("a file cannot be read"), "late")
    if one.next is None:
        return ("√", "good"), ""
    day = say_day_of_year(one.next.on)
    said = f"{day} {say_due_word(one.next.code)}"
    if one.next.overdue:
        return ("!", "late"), (said, "late")
    soon = (one.next.on - today).days
    return ("√", "good"), said if soon <= 7 else (said, "soft")  # noqa: PLR2004 - this week
