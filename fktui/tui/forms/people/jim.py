"""A youth's way to an own mentor (JIM), step by step: the verbs of `usecases.people.jim`."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from fktui.errors import NotFound
from fktui.method.around.jim import running, step_now, youths
from fktui.model.case import find
from fktui.model.family import Person
from fktui.model.network import Jim, JimPhase, ParentalView, Willing
from fktui.model.record import by_id
from fktui.model.stored import Saved
from fktui.tui.forms.fields import (
    choice_field,
    day_field,
    note_field,
    people_field,
    text_field,
    titled,
    told,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.people.network import ring_field, sector_field
from fktui.usecases.desk import Desk
from fktui.usecases.people import jim
from fktui.usecases.people.family import is_there, members
from fktui.words.labels import kind_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.people.jim import parents_to_ask
from fktui.words.time.dates import Look

Verb = Callable[[Desk, str, str, Values], Saved]
"""Desk, family, youth, and what was filled in."""


class Youth(NamedTuple):
    """Whose way it is: known by the cursor or because there is one, else chosen in the field."""

    field: Field
    id: str
    way: Jim | None


def candidate_form(ask: Ask) -> Form:
    """Somebody whom the youth thinks of; somebody new is put on the map as well."""
    youth = _youth(ask, _young(ask))

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        fields = {n: values[n] for n in ("reason", "sector", "ring") if n in values}
        on = values.get("on", desk.today)
        return jim.name_candidate(desk, case, whose, values["person"], on=on, fields=fields)

    return _form(
        ask,
        youth,
        "candidate",
        (
            text_field("person", title=_("Who could be it"), needed=True)._replace(
                choices=_on_the_map(ask)
            ),
            text_field("reason", title=_("Why")),
            sector_field(ask)._replace(hint=_("only for somebody not on the map yet")),
            ring_field(),
            _day(ask, "on"),
        ),
        save,
    )


def choose_form(ask: Ask) -> Form:
    """Whom the youth chose."""
    youth = _youth(ask, _young(ask))
    names = ask.desk.names(ask.seen.case)
    named = [names.get(one.person, one.person) for one in youth.way.candidates] if youth.way else []
    offered = (*named, *(one for one in _on_the_map(ask) if one not in named))

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        return jim.choose(desk, case, whose, values["person"], values.get("on", desk.today))

    who = text_field("person", named[0] if len(named) == 1 else "", title=_("Chosen"), needed=True)
    return _form(ask, youth, "choose", (who._replace(choices=offered), _day(ask, "on")), save)


def ask_form(ask: Ask) -> Form:
    """The chosen one was asked."""

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        return jim.ask(desk, case, whose, values.get("on", desk.today))

    return _form(ask, _on_the_way(ask), "ask", (_day(ask, "on"),), save)


def answer_form(ask: Ask) -> Form:
    """What the chosen one answered."""

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        return jim.answer(desk, case, whose, values["answer"], values.get("on", desk.today))

    said = choice_field(Willing, "answer", needed=True)
    return _form(ask, _on_the_way(ask), "answer", (said, _day(ask, "on")), save)


def parent_form(ask: Ask) -> Form:
    """What a parent says to it; a grudging yes counts as a yes."""
    way, _colon, parent = ask.record.partition(":")
    youth = _on_the_way(ask._replace(record=way))
    names = ask.desk.names(ask.seen.case)
    silent = parents_to_ask(ask.seen.case, youth.way, ask.desk.today) if youth.way else ()
    first = parent or (silent[0] if len(silent) == 1 else "")

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        fields = {n: values[n] for n in ("on", "note") if n in values}
        who = values["by"][0]
        fields.setdefault("on", desk.today)
        return jim.parent_says(desk, case, whose, who, said=values["answer"], fields=fields)

    by = people_field(ask, "by", names.get(first, ""), title=_("Parent"), needed=True)
    fields = (
        by._replace(many=False),
        choice_field(ParentalView, "answer", needed=True),
        _day(ask, "on"),
        text_field("note"),
    )
    start = "answer" if first else ""
    return _form(ask, youth, "parent", fields, save)._replace(start=start)


def step_form(ask: Ask) -> Form:
    """The next step began: who, what, how, letting go."""
    youth = _on_the_way(ask)
    now = step_now(youth.way) if youth.way else None
    following = list(JimPhase)
    place = following.index(now.phase) + 1 if now else 0
    text = label(following[place]) if place < len(following) else ""

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        on, note = values.get("on", desk.today), values.get("note", "")
        return jim.begin_step(desk, case, whose, values["phase"], on=on, note=note)

    step = choice_field(JimPhase, "phase", text, title=_("Step"), needed=True)
    return _form(ask, youth, "step", (step, _day(ask, "on"), note_field("note")), save)


def edit_form(ask: Ask) -> Form:
    """What the JIM may read, what was agreed, how to reach the JIM."""
    youth = _on_the_way(ask)
    way = youth.way

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        fields = {n: values.get(n) for n in ("agreements", "reach", "note")}
        return jim.edit_jim(desk, case, whose, {**fields, "may_see": values.get("may_see") or ()})

    may_see = Field(
        "may_see",
        _("May read"),
        lambda text: tuple(one.strip() for one in text.split(",") if one.strip()),
        text=", ".join(way.may_see) if way else "",
        choices=jim.can_be_read(ask.desk),
        many=True,
    )
    fields = (
        may_see,
        text_field("reach", (way.reach if way else "") or ""),
        note_field("agreements", (way.agreements if way else "") or "", title=_("Agreements")),
        note_field("note", (way.note if way else "") or "", title=titled("note")),
    )
    return _form(ask, youth, "edit", fields, save)._replace(clears=True)


def end_form(ask: Ask) -> Form:
    """The JIM's part, or the way to one, ends."""

    def save(desk: Desk, case: str, whose: str, values: Values) -> Saved:
        on = values.get("on", desk.today)
        return jim.end_jim(desk, case, whose, on, values.get("because"))

    fields = (_day(ask, "on"), text_field("because", title=_("Why")))
    return _form(ask, _on_the_way(ask), "end", fields, save)


def _form(ask: Ask, youth: Youth, verb: str, fields: tuple[Field, ...], save: Verb) -> Form:
    """The form of a step with a JIM: whose it is, what is asked, what is done."""
    case_id = ask.seen.case.id

    def saves(desk: Desk, values: Values) -> Done:
        saved = save(desk, case_id, youth.id or values["youth"], values)
        case = saved.loaded.case
        way = by_id(case.network.jims, youth.way.id) if youth.way else None
        way = way or running(case, youth.id or values["youth"])
        return Done(saved.act.subject, case_id, way.id if way else "")

    title = {
        "candidate": _("JIM: who could be it"),
        "choose": _("JIM: whom the youth chose"),
        "ask": _("JIM: the chosen one was asked"),
        "answer": _("JIM: the answer"),
        "parent": _("JIM: what a parent says"),
        "step": _("JIM: a step"),
        "edit": _("JIM: agreements"),
        "end": _("JIM: it ends"),
    }
    start = fields[0].name if youth.id else ""
    return Form(f"jim.{verb}", title[verb], (youth.field, *fields), saves, start)


def _youth(ask: Ask, offered: Iterable[Person]) -> Youth:
    """Whose way: of the record under the cursor, or the only youth there is."""
    case = ask.seen.case
    there = tuple(offered)
    whose = _whose(ask) or (there[0].id if len(there) == 1 else "")
    if whose:
        name = ask.desk.names(case).get(whose, whose)
        return Youth(told("youth", _("Youth"), name), whose, running(case, whose))
    field = Field(
        "youth",
        _("Youth"),
        lambda text: members(case, (text,))[0],
        lambda value: listed((value,), ask.desk.names(case)),
        choices=tuple(one.name for one in there),
        needed=True,
    )
    return Youth(field, "", None)


def _on_the_way(ask: Ask) -> Youth:
    """As `_youth`, of those with whom a way runs.

    Raises:
        NotFound: there is none.
    """
    case = ask.seen.case
    there = [one for one in case.family.people if running(case, one.id)]
    if not there:
        raise NotFound("not-found", kind="jim", given=kind_label("jim"))
    return _youth(ask, there)


def _whose(ask: Ask) -> str:
    """The youth of the record under the cursor: a way, something in it, or a young member."""
    located = find(ask.seen.case, ask.record) if ask.record else None
    if located is None:
        return ""
    if located.kind.name == "person":
        return str(located.record.id)
    for one in (located.record, located.parent):
        if isinstance(one, Jim):
            return one.youth
    return ""


def _young(ask: Ask) -> tuple[Person, ...]:
    """Who can have a JIM; else all who are there: an age may not be known."""
    case, today = ask.seen.case, ask.desk.today
    there = tuple(one for one in case.family.people if is_there(one, today))
    return youths(case, today) or there


def _on_the_map(ask: Ask) -> tuple[str, ...]:
    people = ask.seen.case.network.people
    return tuple(one.name for one in people if is_there(one, ask.desk.today))


def _day(ask: Ask, name: str) -> Field:
    return day_field(ask, name, Look.BACK, _("today"))
