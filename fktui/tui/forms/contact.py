"""Noting a contact: hours, day, kind, who were there, what it was about."""

from typing import Any

from fktui.method.intensity import intensity
from fktui.method.phases import current
from fktui.model.journal import Contact, ContactKind, PlaceKind
from fktui.tui.forms.fields import (
    choice_field,
    day_field,
    hours_field,
    many_of,
    note_field,
    people_field,
    record_field,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.usecases.desk import Desk
from fktui.usecases.journal.contacts import add_contact, contacts
from fktui.words.course.phases import say_band
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import shortened
from fktui.words.time.dates import Look
from fktui.words.time.hours import hours_in_figures


def contact_form(ask: Ask) -> Form:
    """A contact of today with the same people as last time, until something else is typed."""
    case = ask.seen.case
    last = next(iter(contacts(case)), None)

    def save(desk: Desk, values: Values) -> Done:
        fields = dict(values)
        fields["body"] = fields.pop("body", "") or ""
        saved = add_contact(desk, case.id, fields)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="contact.add",
        title=_("Note a contact"),
        fields=(
            hours_field(hint=_hours_so_far(ask), enter="body"),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            choice_field(
                ContactKind, "kind", label(last.kind if last else ContactKind.CONVERSATION)
            ),
            choice_field(PlaceKind, "place", label(PlaceKind.HOME)),
            people_field(
                ask, "present", _with(ask, last), hint=_("names, with commas between them")
            ),
            _goals(ask),
            record_field(ask, Contact, "visible_to", hint=_("empty: the whole family (F3)")),
            note_field("body", title=_("Note")),
        ),
        save=save,
        restricts="visible_to",
    )


def _with(ask: Ask, last: Contact | None) -> str:
    """Who were there last time, as long as they are there."""
    if last is None:
        return ""
    case = ask.seen.case
    there: tuple[Any, ...] = (*case.family.people, *case.network.people)
    names = {one.id: one.name for one in there if one.until is None}
    return many_of(names[one] for one in last.present if one in names)


def _goals(ask: Ask) -> Field:
    case = ask.seen.case
    titles = tuple(shortened(g.title, 30) for g in case.plan.goals if g.status.value == "open")
    field = record_field(ask, Contact, "goals", many=True)
    return field._replace(choices=titles, hint=many_of(titles[:3]))


def _hours_so_far(ask: Ask) -> str:
    """The hours of this week, and what is meant."""
    desk, case = ask.desk, ask.seen.case
    period = current(case.trajectory)
    spent = intensity(case, period, desk.today, desk.norms) if period else None
    if spent is None or not spent.weeks:
        return ""
    return _("this week {hours} · norm {norm}").format(
        hours=hours_in_figures(spent.weeks[-1]), norm=say_band(spent.norm)
    )
