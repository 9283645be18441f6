"""A youth's own mentor (JIM): named, chosen, asked, agreed with, step by step (domain.md §3.5).

The way there is a record in `network.jims`. That somebody is a JIM is marked on the map as well
(`NetworkPerson.jim_of`), from the yes until the end, and in the same act.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import NotFound, WrongUse
from fktui.method.around.jim import running, step_now
from fktui.model.case import Case, put
from fktui.model.network import (
    Jim,
    JimPhase,
    NetworkKind,
    NetworkPerson,
    ParentalAnswer,
    ParentalView,
    Willing,
)
from fktui.model.record import by_id
from fktui.model.stored import Change, Loaded, Saved
from fktui.store.templates import template_names
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.paper.templates import template_title
from fktui.usecases.people.family import members
from fktui.usecases.records import (
    act_on,
    changed_record,
    check_order,
    new_record,
    not_to_come,
    with_fields,
)
from fktui.words.labels import label
from fktui.words.language import _, current

READABLE = ("plan", "contacts")
"""What a JIM may be let to read, besides the documents by the name of their template."""
FAMILIAR = 2
"""The ring of somebody who is put on the map as a candidate, when none is said."""


def name_candidate(
    desk: Desk, case_id: str, youth: str, given: str, *, on: date, fields: Mapping[str, Any]
) -> Saved:
    """Note whom a youth thinks of; the first name begins the way to a JIM.

    Args:
        desk: where it is done.
        case_id: the family.
        youth: the member, by name or id.
        given: who it could be, somebody on the map.
        on: the day it was said.
        fields: `reason`; with `sector`, and `ring`, somebody new is put on the map in the same act.

    Raises:
        NotFound: `jim-not-on-map`.
        WrongUse: `jim-is-organisation`, `nothing-changed`, `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case, who = _on_the_map(desk, loaded.case, given, on, fields)
        case, jim = _begun(desk, case, members(case, (youth,))[0], on)
        if any(one.person == who.id for one in jim.candidates):
            raise WrongUse("nothing-changed", record=jim.id)
        named = {"person": who.id, "on": on, "reason": fields.get("reason")}
        candidate = new_record(desk, case, "candidate", named)
        act = act_on("candidate.add", candidate)
        return Change(case=put(case, "candidate", candidate, jim.id), act=act)

    return desk.change(case_id, edit)


def choose(desk: Desk, case_id: str, youth: str, given: str, on: date) -> Saved:
    """Note whom a youth chose. With another choice, asking begins anew.

    Raises:
        NotFound: `jim-not-on-map`.
        WrongUse: `jim-is-organisation`, `nothing-changed`, `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case, who = _on_the_map(desk, loaded.case, given, on, {})
        case, jim = _begun(desk, case, members(case, (youth,))[0], on)
        if jim.chosen == who.id:
            raise WrongUse("nothing-changed", record=jim.id)
        case = _chosen(desk, case, jim, who.id, on)
        after = by_id(case.network.jims, jim.id)
        fields = ("chosen", "chosen_on")
        return Change(case=case, act=act_on("jim.choose", after, "", fields, who=who.id))

    return desk.change(case_id, edit)


def ask(desk: Desk, case_id: str, youth: str, on: date) -> Saved:
    """Note that the chosen one was asked; an earlier “no” or “later” makes room for the answer.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `jim-not-chosen`, `nothing-changed`, `ends-before-begin`, `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        jim = _running(loaded.case, youth)
        who = _whom(loaded.case, jim)
        check_order(jim.id, jim.chosen_on, on)
        if jim.answer is Willing.YES or (jim.asked_on == on and jim.answer is None):
            raise WrongUse("nothing-changed", record=jim.id)
        after = with_fields(jim, {"asked_on": on, "answer": None, "answered_on": None})
        act = act_on("jim.ask", after, "", ("asked_on",), who=who)
        return Change(case=put(loaded.case, "jim", after), act=act)

    return desk.change(case_id, edit)


def answer(desk: Desk, case_id: str, youth: str, said: Willing, on: date) -> Saved:
    """Note what the chosen one answered. A yes marks it on the map; anything else takes it away.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `jim-not-chosen`, `nothing-changed`, `ends-before-begin`, `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        jim = _running(loaded.case, youth)
        who = _whom(loaded.case, jim)
        check_order(jim.id, jim.asked_on, on)
        after = with_fields(jim, {"answer": said, "answered_on": on})
        if after == jim:
            raise WrongUse("nothing-changed", record=jim.id)
        case = put(loaded.case, "jim", after)
        case = _mark(case, who, jim.youth) if said is Willing.YES else _unmark(case, jim)
        fields = ("answer", "answered_on")
        return Change(
            case=case, act=act_on("jim.answer", after, "", fields, who=who, said=label(said))
        )

    return desk.change(case_id, edit)


def parent_says(
    desk: Desk,
    case_id: str,
    youth: str,
    parent: str,
    *,
    said: ParentalView,
    fields: Mapping[str, Any],
) -> Saved:
    """Note what a parent thinks of the JIM, or thinks of it now.

    Args:
        desk: where it is done.
        case_id: the family.
        youth: whose JIM it is.
        parent: a member of the family, or somebody around it, such as a guardian.
        said: yes, a grudging yes, or no.
        fields: `on` and `note`.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `nothing-changed`, `day-to-come`.
    """
    not_to_come(desk, fields["on"])

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        jim = _running(case, youth)
        by = find_people(case, (parent,))[0]
        values = {"by": by, "answer": said, **fields}
        before = next((one for one in jim.parents if one.by == by), None)
        after: ParentalAnswer = (
            with_fields(before, values)
            if before
            else new_record(desk, case, "parental_answer", values)
        )
        if after == before:
            raise WrongUse("nothing-changed", record=after.id)
        act = act_on("jim.parent", after, "", ("answer",), jim=jim.id, said=label(said))
        return Change(case=put(case, "parental_answer", after, jim.id), act=act)

    return desk.change(case_id, edit)


def begin_step(
    desk: Desk, case_id: str, youth: str, step: JimPhase, *, on: date, note: str
) -> Saved:
    """Note that a step began: who, what, how, or letting go. One may go back to an earlier step.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `nothing-changed`, `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        jim = _running(loaded.case, youth)
        now = step_now(jim)
        if now is not None and now.phase is step:
            raise WrongUse("nothing-changed", record=now.id)
        fields = {"phase": step, "on": on, "note": note or None}
        begun = new_record(desk, loaded.case, "jim_step", fields)
        act = act_on("jim.step", begun, jim=jim.id, step=label(step))
        return Change(case=put(loaded.case, "jim_step", begun, jim.id), act=act)

    return desk.change(case_id, edit)


def edit_jim(
    desk: Desk, case_id: str, youth: str, fields: Mapping[str, Any], reason: str = ""
) -> Saved:
    """Change what the JIM may read, the agreements, how to reach the JIM, or the note.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `wrong-choice` for something to read that there is not; `nothing-changed`.
    """
    known = can_be_read(desk)
    for one in fields.get("may_see", ()):
        if one not in known:
            raise WrongUse("wrong-choice", given=one, allowed=", ".join(known))

    def edit(loaded: Loaded) -> Change:
        return changed_record(
            loaded.case, _running(loaded.case, youth), "jim", fields, reason=reason
        )

    return desk.change(case_id, edit)


def can_be_read(desk: Desk) -> tuple[str, ...]:
    """What a youth can let a JIM read, by name."""
    return (*READABLE, *template_names(desk.store.places))


def readable(desk: Desk, jim: Jim) -> dict[str, str]:
    """The words for what this JIM may read, and for what any could."""
    titles = {one: template_title(desk, one, current()) for one in jim.may_see}
    return titles | {"plan": _("The plan"), "contacts": _("Contacts")}


def end_jim(desk: Desk, case_id: str, youth: str, on: date, because: str | None = None) -> Saved:
    """The way to a JIM, or the JIM's part, ends; the record keeps it, the map no longer shows it.

    Raises:
        NotFound: `jim-none`.
        WrongUse: `day-to-come`.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        jim = _running(loaded.case, youth)
        check_order(jim.id, jim.chosen_on, on)
        fields = ("until", "until_reason")
        case = _ended(loaded.case, jim, on, because)
        return Change(case=case, act=act_on("jim.end", jim, fields=fields))

    return desk.change(case_id, edit)


def follow_map(desk: Desk, case: Case, before: NetworkPerson | None, after: NetworkPerson) -> Case:
    """The case with the ways to a JIM as the marks on the map have them since a change of one.

    A new mark is a choice and a yes of today; a mark that is gone is an end.
    """
    marked = before.jim_of if before else ()
    for youth in after.jim_of:
        if youth in marked:
            continue
        case, jim = _begun(desk, case, youth, desk.today)
        if jim.chosen != after.id:
            case = _chosen(desk, case, jim, after.id, desk.today)
        jim = running(case, youth) or jim
        if jim.answer is not Willing.YES:
            said = {"answer": Willing.YES, "answered_on": desk.today}
            case = put(case, "jim", with_fields(jim, said))
    for youth in marked:
        jim_then = running(case, youth)
        if youth not in after.jim_of and jim_then and jim_then.chosen == after.id:
            case = _ended(case, jim_then, desk.today, None)
    return case


def leave_map(case: Case, person: str, on: date, because: str | None) -> Case:
    """The case without somebody as a JIM, who leaves the map."""
    for jim in case.network.jims:
        if jim.chosen == person and jim.until is None:
            case = _ended(case, jim, on, because)
    return case


def _on_the_map(
    desk: Desk, case: Case, given: str, on: date, fields: Mapping[str, Any]
) -> tuple[Case, NetworkPerson]:
    """Somebody on the map; somebody new when a sector is said and nobody has this very name."""
    sector = fields.get("sector")
    called = [one for one in case.network.people if one.name.casefold() == given.casefold()]
    if sector is not None and not called:
        place = {
            "name": given,
            "sector": sector,
            "ring": fields.get("ring") or FAMILIAR,
            "since": on,
        }
        new: NetworkPerson = new_record(desk, case, "network", place)
        return put(case, "network", new), new
    try:
        who: NetworkPerson = find_record(case, given, "network").record
    except NotFound as error:
        raise NotFound("jim-not-on-map", given=given, case=case.id) from error
    if who.kind is NetworkKind.ORGANISATION:
        raise WrongUse("jim-is-organisation", record=who.id)
    return case, who


def _running(case: Case, given: str) -> Jim:
    youth = members(case, (given,))[0]
    jim = running(case, youth)
    if jim is None:
        raise NotFound("jim-none", given=given, case=case.id)
    return jim


def _begun(desk: Desk, case: Case, youth: str, on: date) -> tuple[Case, Jim]:
    """The way this youth is on; a new one begins with the question who it could be."""
    jim = running(case, youth)
    if jim is not None:
        return case, jim
    case = put(case, "jim", new := new_record(desk, case, "jim", {"youth": youth}))
    step = new_record(desk, case, "jim_step", {"phase": JimPhase.WHO, "on": on})
    case = put(case, "jim_step", step, new.id)
    return case, by_id(case.network.jims, new.id) or new


def _chosen(desk: Desk, case: Case, jim: Jim, who: str, on: date) -> Case:
    """The case with another choice: what was asked and said of the one before no longer counts."""
    if all(one.person != who for one in jim.candidates):
        candidate = new_record(desk, case, "candidate", {"person": who, "on": on})
        case = put(case, "candidate", candidate, jim.id)
    other = jim.chosen is not None
    case = _unmark(case, jim)
    fields: dict[str, Any] = {"chosen": who, "chosen_on": on}
    if other:
        fields |= {"asked_on": None, "answer": None, "answered_on": None, "parents": ()}
    return put(case, "jim", with_fields(by_id(case.network.jims, jim.id), fields))


def _ended(case: Case, jim: Jim, on: date, because: str | None) -> Case:
    after = with_fields(jim, {"until": on, "until_reason": because})
    return _unmark(put(case, "jim", after), jim)


def _whom(case: Case, jim: Jim) -> str:
    if jim.chosen is None:
        raise WrongUse("jim-not-chosen", record=jim.id, case=case.id)
    return jim.chosen


def _mark(case: Case, who: str, youth: str) -> Case:
    person = by_id(case.network.people, who)
    if person is None or youth in person.jim_of:
        return case
    return put(case, "network", with_fields(person, {"jim_of": (*person.jim_of, youth)}))


def _unmark(case: Case, jim: Jim) -> Case:
    person = by_id(case.network.people, jim.chosen or "")
    if person is None or jim.youth not in person.jim_of:
        return case
    others = tuple(youth for youth in person.jim_of if youth != jim.youth)
    return put(case, "network", with_fields(person, {"jim_of": others}))
