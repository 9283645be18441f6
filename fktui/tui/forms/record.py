"""Adding, changing and ending a record of any kind, where no form of its own says it better."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import msgspec

from fktui.errors import NotFound, WrongUse
from fktui.model.case import KINDS, Located, find
from fktui.model.safety import CodeOutcome
from fktui.tui.forms.fields import (
    as_typed,
    choice_field,
    day_field,
    people_field,
    text_field,
    titled,
    told,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Look, Values, read_text
from fktui.tui.forms.plain_fields import any_field, fields_of
from fktui.tui.forms.which import called, which
from fktui.usecases.by_kind.table import add, edit, end, way_of
from fktui.usecases.by_kind.way import Ending
from fktui.usecases.desk import Desk
from fktui.usecases.subjects import SUBJECTS
from fktui.words.changes import say_value
from fktui.words.labels import kind_label
from fktui.words.language import _
from fktui.words.naming import shortened
from fktui.words.time.dates import Look as Side

_TODAY = frozenset(("given_on", "made_on", "on", "opened_on"))
"""Days that are today, until something else is typed."""
_TO_COME = frozenset(("future", "meeting"))
"""The kinds whose day is not today by itself."""
_WITHOUT = frozenset(("extension",))
"""The kinds that find by themselves what they go inside of."""
_LATER = frozenset(
    (
        *("answered_on", "closed_on", "contested", "contested_by", "died", "done", "dropped"),
        *("ended_by", "ended_on", "ended_reason", "held_on", "met_on", "next_on", "outcome"),
        *("outdated_on", "outdated_reason", "present", "recorded_by", "status", "status_on"),
        *("status_reason", "until_reason", "withdrawn_note", "withdrawn_on"),
    )
)
"""What is only known when something was there for a while."""


def record_form(ask: Ask, kind: str, verb: str) -> Form:
    """The form of a kind of record.

    Args:
        ask: where it is filled in; with the id of the record to change or end, or of the record
            that a new one goes inside of.
        kind: a name in KINDS.
        verb: `add`, `edit` or `end`.

    Raises:
        WrongUse: this kind is not noted by itself, or does not end.
        NotFound: the record is no longer there.
    """
    makers = {"add": _adding, "edit": _editing, "end": _ending}
    return makers[verb](ask, kind)


def in_order(kind: str) -> tuple[str, ...]:
    """The fields of a kind, the important ones first."""
    subject = SUBJECTS.get(kind)
    first = (subject.opening, *subject.fields) if subject else way_of(kind).new
    required = (
        one.name for one in msgspec.structs.fields(KINDS[kind].type) if one.required and not first
    )
    plain = fields_of(kind)
    return tuple(dict.fromkeys(one for one in (*first, *required, *plain) if one in plain))


# --- adding ---------------------------------------------------------------------------------------


def _adding(ask: Ask, kind: str) -> Form:
    if way_of(kind).add is None:
        raise WrongUse("not-added", kind=kind)
    wanted = _wanted(kind)
    fields = tuple(first_field(ask, kind, name) for name in wanted)
    parent = KINDS[kind].parent if kind not in _WITHOUT else None
    inside = which(ask, parent) if parent else None

    def save(desk: Desk, values: Values) -> Done:
        given = {name: value for name, value in values.items() if name in wanted}
        owner = inside.of(values) if inside else ""
        saved = add(desk, ask.seen.case.id, kind, given, owner)
        return Done(saved.act.subject, ask.seen.case.id, saved.act.record or "")

    return Form(
        id=f"{kind}.add",
        title=kind_label(kind),
        fields=(inside.field, *fields) if inside else fields,
        save=save,
        start=wanted[0] if inside and inside.id else "",
        restricts="visible_to" if "visible_to" in wanted else "",
    )


def _wanted(kind: str) -> tuple[str, ...]:
    """The fields that are asked of something new."""
    subject = SUBJECTS.get(kind)
    if subject:
        return (subject.opening, *subject.fields)
    return way_of(kind).new or tuple(one for one in in_order(kind) if one not in _LATER)


def first_field(ask: Ask, kind: str, name: str) -> Field:
    """A field of a new record, with what goes without saying."""
    record = {one.name: one for one in msgspec.structs.fields(KINDS[kind].type)}[name]
    default = None if record.required else record.default
    field = any_field(ask, kind, name)
    subject = SUBJECTS.get(kind)
    first = subject.first if subject and subject.dated else ""
    if name == first or (subject is None and name in _TODAY and kind not in _TO_COME):
        return field._replace(text=_("today"))
    if default is msgspec.NODEFAULT or default is None or default == ():
        return field
    if field.look is Look.CHECK:
        return field._replace(text="1" if default else "")
    return field._replace(text=as_typed(ask, default))


# --- changing -------------------------------------------------------------------------------------


def _editing(ask: Ask, kind: str) -> Form:
    record = _located(ask, kind).record
    shown, fields = edit_fields(ask, kind)

    def save(desk: Desk, values: Values) -> Done:
        different = changes(record, fields, values)
        saved = edit(desk, ask.seen.case.id, kind, ask.record, different)
        return Done(saved.act.subject, ask.seen.case.id, ask.record)

    return Form(
        id=f"{kind}.edit",
        title=_("{what}: change").format(what=kind_label(kind)),
        fields=(*shown, *fields),
        save=save,
        restricts="visible_to" if any(one.name == "visible_to" for one in fields) else "",
        clears=True,
    )


def edit_fields(ask: Ask, kind: str) -> tuple[list[Field], list[Field]]:
    """The facts of a record that do not change here, and the fields that do.

    Raises:
        NotFound: the record is no longer there.
    """
    located = _located(ask, kind)
    fixed, names = way_of(kind).fixed, in_order(kind)
    shown = [_fixed(ask, located, name) for name in names if name in fixed]
    fields = [
        any_field(ask, kind, name, getattr(located.record, name))
        for name in names
        if name not in fixed
    ]
    return [one for one in shown if one is not None], fields


def changes(record: Any, fields: list[Field], values: Values) -> dict[str, Any]:
    """The values that are different from those of the record; what was emptied is as it begins."""
    empty = {one.name: one.default for one in msgspec.structs.fields(type(record))}
    found = {}
    for field in fields:
        given = values.get(field.name)
        if given is None:
            given = empty[field.name]
        if given != getattr(record, field.name) and not _is_as_it_was(field, given):
            found[field.name] = given
    return found


def _is_as_it_was(field: Field, given: Any) -> bool:
    """Whether this is what the field began with, for what a line cannot show in full."""
    return bool(given == read_text(field, field.text))


def _fixed(ask: Ask, located: Located, name: str) -> Field | None:
    """A fact that does not change by itself; nothing when it is not known."""
    value = getattr(located.record, name)
    if value in (None, (), ""):
        return None
    return told(name, titled(name), say_value(value, ask.desk.names(ask.seen.case)))


def _located(ask: Ask, kind: str) -> Located:
    located = find(ask.seen.case, ask.record)
    if located is None or located.kind.name != kind:
        raise NotFound("not-found", kind=kind, given=ask.record)
    return located


# --- ending ---------------------------------------------------------------------------------------


def _ending(ask: Ask, kind: str) -> Form:
    way = way_of(kind)
    if way.end is None:
        raise WrongUse("not-ended", kind=kind)
    record = _located(ask, kind).record
    about = told("about", kind_label(kind), shortened(called(ask, record), 200))

    def save(desk: Desk, values: Values) -> Done:
        given = {name: value for name, value in values.items() if name in Ending._fields}
        ending = Ending(**{"on": desk.today} | given)
        saved = end(desk, ask.seen.case.id, kind, ask.record, ending)
        return Done(saved.act.subject, ask.seen.case.id, ask.record)

    return Form(
        id=f"{kind}.end",
        title=_("{what}: end").format(what=kind_label(kind)),
        fields=(about, *(_asked(ask, name) for name in way.asks)),
        save=save,
        notes=(_("It stays in the record."),) if way.asks else (_("The history keeps it."),),
    )


def _asked(ask: Ask, name: str) -> Field:
    made: Mapping[str, Any] = {
        "on": partial(day_field, ask, "on", Side.BACK, _("today"), needed=True),
        "because": partial(text_field, "because", title=_("Why")),
        "by": partial(people_field, ask, "by", title=_("Decided by"), needed=True),
        "outcome": partial(choice_field, CodeOutcome, "outcome", needed=True),
    }
    field: Field = made[name]()
    return field
