"""Fields for the kinds of things that forms ask: days, hours, choices, people, records.

Each reads what the command line reads in its place; there is one way to type a day.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import partial
from typing import Any

from fktui.model.record import Record
from fktui.tui.forms.form import Ask, Field, Look
from fktui.usecases.fields import choice, read_values, yes_or_no
from fktui.usecases.finding import find_colleague, find_people
from fktui.words.changes import say_value
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.time import dates
from fktui.words.time.hours import hours_in_figures, parse_hours
from fktui.words.time.say_dates import say_day, typed_days


def titled(name: str) -> str:
    """The label of a field of a record, as it stands in a form."""
    said = field_label(name)
    return said[:1].upper() + said[1:]


def say_on(day: date) -> str:
    """A day with the day of the week: `za 21 november 2026`."""
    return say_day(day)


def day_field(  # a day has a name, a side of today, and a first value
    ask: Ask,
    name: str,
    look: dates.Look,
    text: str = "",
    *,
    title: str = "",
    needed: bool = False,
) -> Field:
    """A day, typed as people say it."""
    read = partial(dates.parse_day, today=ask.desk.today, look=look)
    return Field(
        name, title or titled(name), read, say_on, text, needed=needed, help=help_of_days(ask)
    )


def help_of_days(ask: Ask) -> str:
    """How a day may be typed, with today as the example."""
    words, figures = typed_days(ask.desk.today)
    return _(
        "today, yesterday, tomorrow, mon to sun, 15, {short}, {day}, +3d, +2w, +3m, -1w. "
        "What it means is shown behind it."
    ).format(short=words, day=figures)


def hours_field(name: str = "hours", text: str = "", *, hint: str = "", enter: str = "") -> Field:
    """Hours, in halves."""
    return Field(
        name,
        titled(name),
        lambda typed: parse_hours(typed).hours,
        hours_in_figures,
        text,
        hint=hint,
        enter=enter,
        help=_("1,5 or 1.5 or 1u30 or 1:30 or 90m. What is no half hour is rounded to one."),
    )


def choice_field(
    kind: type[Enum], name: str, text: str = "", *, title: str = "", needed: bool = False
) -> Field:
    """One of a few words."""
    return Field(
        name,
        title or titled(name),
        partial(choice, kind),
        label,
        text,
        choices=tuple(map(label, kind)),
        needed=needed,
    )


def people_field(
    ask: Ask, name: str, text: str = "", *, title: str = "", hint: str = "", needed: bool = False
) -> Field:
    """Members of the family, people of the network and colleagues, by any part of their names."""
    case, desk = ask.seen.case, ask.desk
    names = desk.names(case)

    def read(typed: str) -> tuple[str, ...]:
        parts = (part.strip() for part in typed.split(","))
        return find_people(case, filter(None, parts), desk.colleagues)

    return Field(
        name,
        title or titled(name),
        read,
        lambda value: say_value(value, names),
        text,
        hint=hint,
        choices=people_names(ask),
        many=True,
        needed=needed,
    )


def people_names(ask: Ask) -> tuple[str, ...]:
    """Who can be named: the family first, then the network, then the team."""
    case = ask.seen.case
    there: list[Any] = [p for p in case.family.people if p.until is None]
    there += [p for p in case.network.people if p.until is None]
    return tuple(dict.fromkeys(one.name for one in (*there, *ask.desk.colleagues)))


def colleague_field(ask: Ask, name: str, text: str = "", *, title: str = "") -> Field:
    """A colleague."""
    names = ask.desk.list_names()
    return Field(
        name,
        title or titled(name),
        partial(find_colleague, ask.desk),
        lambda value: names.get(value) or str(value),
        text,
        choices=tuple(one.name for one in ask.desk.colleagues),
    )


def text_field(name: str, text: str = "", *, title: str = "", needed: bool = False) -> Field:
    """Words on one line."""
    return Field(name, title or titled(name), str, None, text, needed=needed)


def note_field(name: str = "note", text: str = "", *, title: str = "") -> Field:
    """Words on more lines."""
    return Field(name, title or titled(name), str, None, text, look=Look.NOTE)


def check_field(name: str, title: str, *, on: bool = False, hint: str = "") -> Field:
    """Yes or no."""
    return Field(name, title, bool, None, "1" if on else "", hint=hint, look=Look.CHECK)


def yes_no_field(name: str, text: str = "", *, needed: bool = False) -> Field:
    """Yes or no as a word, for what is not known before it is said."""
    yes, no = _("yes"), _("no")
    return Field(
        name,
        titled(name),
        partial(yes_or_no, name),
        lambda said: yes if said else no,
        text,
        choices=(yes, no),
        needed=needed,
    )


def told(name: str, title: str, value: str) -> Field:
    """A fact that is only read."""
    return Field(name, title, text=value, look=Look.TITLE)


def record_field(ask: Ask, kind: type[Record], name: str, text: str = "", **more: Any) -> Field:
    """Any field of a record, read as the command line reads `--set name=text`."""
    case, desk = ask.seen.case, ask.desk
    names = desk.names(case)

    def read(typed: str) -> Any:
        return read_values(desk, case, kind, {name: typed})[name]

    if "date" in str(kind.__annotations__.get(name)):
        more.setdefault("help", help_of_days(ask))
    return Field(name, titled(name), read, lambda value: say_value(value, names), text, **more)


def as_typed(ask: Ask, value: Any) -> str:
    """A value of a record as the same coach would type it."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    if isinstance(value, tuple):
        return ", ".join(as_typed(ask, one) for one in value)
    if isinstance(value, float):
        value = hours_in_figures(value)
    return _name(ask, value) if isinstance(value, str) else str(value)


def _name(ask: Ask, text: str) -> str:
    """The name for an id, where that name says who or what is meant; else the text itself."""
    names = ask.desk.names(ask.seen.case)
    name = names.get(text)
    if name is None or "," in name:
        return text
    # Who is on the map as well is one person, and found as one.
    on_the_map = {one.id for one in ask.seen.case.network.people if one.person == text}
    others = (other for key, other in names.items() if key not in on_the_map)
    same = sum(other.casefold() == name.casefold() for other in others)
    return name if same == 1 else text


def many_of(texts: Iterable[str]) -> str:
    """Texts as one field holds them."""
    return ", ".join(texts)
