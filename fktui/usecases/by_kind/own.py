"""Kinds of records whose own verbs take other things than values by field."""

from typing import Any

from fktui.errors import WrongUse
from fktui.model.case import find
from fktui.model.stored import Saved
from fktui.usecases.analysis.analysis import score_domains
from fktui.usecases.analysis.timeline import feel
from fktui.usecases.by_kind.way import Ending, Values, plain_edit
from fktui.usecases.course import intake, phases
from fktui.usecases.desk import Desk
from fktui.usecases.measures.participation import join
from fktui.usecases.people import family, jim, network
from fktui.usecases.plan import goals
from fktui.usecases.plan.agreeing import agree


def extend(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """More time for the running phase."""
    until, reason, more = _apart(fields, "until", "reason")
    return phases.extend(desk, case, until, reason, more.get("by", ()))


def edit_information(desk: Desk, case: str, record: str, fields: Values) -> Saved:
    """Until there is an answer, what was asked can be changed."""
    located = find(desk.load(case).case, record)
    answered = fields.get("summary") or (located and located.record.summary)
    change = intake.answer_information if answered else plain_edit("information")
    return change(desk, case, record, fields)


def add_indication(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Whether an indication is there."""
    kind, applies, more = _apart(fields, "kind", "applies")
    return intake.note_indication(desk, case, kind, applies=applies, note=more.get("note"))


def add_contraindication(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Whether a contra-indication is there."""
    kind, more = _apart(fields, "kind")
    return intake.note_contraindication(desk, case, kind, more)


def add_household(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Who live together."""
    name, more = _apart(fields, "name")
    return family.set_household(desk, case, name, more)


def add_relation(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """What one member is to another."""
    person, kind, to, more = _apart(fields, "person", "kind", "to")
    return family.relate(desk, case, person, kind, to, **more)


def add_authority(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Who has authority over a child."""
    child, holder, more = _apart(fields, "child", "holder")
    return family.set_authority(desk, case, child, holder, more)


def add_domain(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """How heavy a life domain weighs."""
    domain, severity, more = _apart(fields, "domain", "severity")
    return score_domains(desk, case, {domain: severity}, **more).saved


def add_experience(desk: Desk, case: str, fields: Values, event: str) -> Saved:
    """How one person experienced an event."""
    person, value, more = _apart(fields, "person", "value")
    return feel(desk, case, event, person, value, **more)


def add_tie(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """What somebody has with the family, or with one of it."""
    around, more = _apart(fields, "network")
    return network.set_tie(desk, case, around, more.pop("person", None), more)


def choose_jim(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Whom a youth chose."""
    youth, chosen, more = _apart(fields, "youth", "chosen")
    return jim.choose(desk, case, youth, chosen, more.get("chosen_on") or desk.today)


def edit_jim(desk: Desk, case: str, record: str, fields: Values) -> Saved:
    """What goes for a JIM who is one now."""
    return jim.edit_jim(desk, case, _inside(desk, case, record, "youth"), fields)


def end_jim(desk: Desk, case: str, record: str, how: Ending) -> Saved:
    """A JIM who is one no longer."""
    youth = _inside(desk, case, record, "youth")
    return jim.end_jim(desk, case, youth, how.on, how.because)


def add_candidate(desk: Desk, case: str, fields: Values, parent: str) -> Saved:
    """Whom a youth thinks of."""
    person, more = _apart(fields, "person")
    youth, on = _inside(desk, case, parent, "youth"), more.pop("on", None) or desk.today
    return jim.name_candidate(desk, case, youth, person, on=on, fields=more)


def add_parental_answer(desk: Desk, case: str, fields: Values, parent: str) -> Saved:
    """What a parent thinks of the JIM."""
    by, answer, more = _apart(fields, "by", "answer")
    youth = _inside(desk, case, parent, "youth")
    return jim.parent_says(desk, case, youth, by, said=answer, fields={"on": desk.today} | more)


def add_jim_step(desk: Desk, case: str, fields: Values, parent: str) -> Saved:
    """A step with the JIM began."""
    phase, more = _apart(fields, "phase")
    youth, on = _inside(desk, case, parent, "youth"), more.get("on") or desk.today
    return jim.begin_step(desk, case, youth, phase, on=on, note=more.get("note") or "")


def add_score(desk: Desk, case: str, fields: Values, goal: str) -> Saved:
    """How far a goal is."""
    value, more = _apart(fields, "value")
    return goals.score_goals(desk, case, {goal: value}, **more)


def add_assent(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """Whether somebody agrees with a text."""
    to, by, more = _apart(fields, "to", "by")
    return agree(
        desk,
        case,
        to,
        (by,),
        agrees=more.get("agrees", True),
        on=more.get("on") or desk.today,
        because=more.get("because"),
    )


def edit_assent(desk: Desk, case: str, record: str, fields: Values) -> Saved:
    """Said anew: about the text as it is now."""
    located = find(desk.load(case).case, record)
    before = located.record if located else None
    names = ("to", "by", "agrees", "because")
    return add_assent(desk, case, {n: getattr(before, n, None) for n in names} | dict(fields), "")


def add_participation(desk: Desk, case: str, fields: Values, _parent: str) -> Saved:
    """How far somebody is with a study."""
    study, person, status, more = _apart(fields, "study", "person", "status")
    on = more.get("on") or desk.today
    return join(desk, case, study, person, status, on=on, note=more.get("note"))


def _apart(fields: Values, *names: str) -> tuple[Any, ...]:
    """These fields, which must be there, and a dict of the others.

    Raises:
        WrongUse: one is missing.
    """
    for name in names:
        if fields.get(name) is None:
            raise WrongUse("field-empty", field=name)
    others = {name: value for name, value in fields.items() if name not in names}
    return (*(fields[name] for name in names), others)


def _inside(desk: Desk, case: str, parent: str, field: str) -> str:
    """A field of the record that something goes inside of."""
    located = find(desk.load(case).case, parent)
    if located is None:
        raise WrongUse("field-empty", field=field)
    return str(getattr(located.record, field))
