"""The tab *Contacts*: the journal, newest first: when, how long, with whom, what it was about."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from fktui.model.journal import Contact, Statement
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, head, line
from fktui.tui.panels.panel import Panel, record_line
from fktui.usecases.journal.contacts import contacts
from fktui.usecases.rights.statements import beside
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed, shortened
from fktui.words.time.hours import hours_in_figures, say_hours
from fktui.words.time.say_dates import say_partial, say_weekday

KINDS = ("contact",)

_KIND, _WHO = 16, 20
_ROOM_FOR_WHO = 70


def lines(view: View) -> list[Line]:
    """A heading for each month, with its hours; below it the contacts."""
    shown: list[Line] = []
    for month, group in groupby(contacts(view.case), lambda one: one.on.replace(day=1)):
        found = list(group)
        shown += [_month(view, month, found)]
        shown += [row for one in found for row in _contact(view, one)]
        shown.append(line(""))
    return shown or [line((_("no contacts yet; c notes one"), "soft"))]


def _month(view: View, month: date, found: Iterable[Contact]) -> Line:
    """The hours of a month are the coach's business."""
    hours = sum(one.hours or 0 for one in found)
    note = say_hours(hours) if hours and not view.shown.together else ""
    return head(say_partial(f"{month:%Y-%m}"), note)


def _contact(view: View, one: Contact) -> Iterator[Line]:
    """One row; what somebody says about it in own words is announced below."""
    names = view.shown.names
    hours = hours_in_figures(one.hours) if one.hours and not view.shown.together else ""
    cells: list[tuple[Part, int]] = [
        (f"{say_weekday(one.on, short=True)} {one.on.day:>2}", 6),
        ((hours, "accent"), -4),
        ("", 2),
        (_kind(one), _KIND),
        ("", 1),
    ]
    if view.width >= _ROOM_FOR_WHO:
        cells += [((listed(one.present, names), "soft"), _WHO), ("", 1)]
    used = 3 + sum(abs(size) for _part, size in cells)
    yield record_line(
        one,
        "contact",
        *columns(*cells, (shortened(one.body, 200), max(10, view.width - used))),
        mark=_mark(one),
    )
    yield from (_own_words(view, said) for said in beside(view.case, one.id))


def _kind(one: Contact) -> str:
    """What it was, or where, where that says more."""
    place = label(one.place) if one.place else ""
    usual = one.kind.value == "conversation" and bool(place)
    return place if usual else label(one.kind)


def _mark(one: Contact) -> Part:
    """Whether not everybody may read it."""
    return ("■", "mild") if one.visible_to and "family" not in one.visible_to else " "


def _own_words(view: View, said: Statement) -> Line:
    name = listed((said.by,), view.shown.names)
    text = _("own words of {name}: {text}").format(name=name, text=shortened(said.body, 60))
    return line("      “ ", (text, "mild"), key=said.id, kind="statement")


PANEL = Panel("contacts", N_("Contacts"), lines, KINDS, ("contact", "statement.add"))
