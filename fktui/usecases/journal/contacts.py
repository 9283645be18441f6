"""The journal: noting contacts, changing them, finding an entry by its id or its day.

Meetings are entries too, but have a life of their own: `meetings`. Writing in a text editor is in
`drafts`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.case import KINDS, Case, put
from fktui.model.journal import Contact
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    changed_record,
    new_record,
    not_to_come,
)
from fktui.words.labels import label
from fktui.words.time.dates import Look, parse_day


def add_contact(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note a contact. Without a day it was today; without a colleague it was this one.

    Raises:
        WrongUse: nothing is known of it, the day is still to come, or a value does not fit.
    """
    if not set(fields) - {"on", "by", "visible_to"}:
        raise WrongUse("contact-empty", case=case_id)

    def edit(loaded: Loaded) -> Change:
        contact = new_contact(desk, loaded.case, fields)
        not_to_come(desk, contact.on)
        act = act_on("contact.add", contact, kind=label(contact.kind))
        return Change(case=put(loaded.case, "contact", contact), act=act)

    return desk.change(case_id, edit)


def new_contact(desk: Desk, case: Case, fields: Mapping[str, Any]) -> Contact:
    """A contact that is not in the case yet, with what goes without saying filled in."""
    known = {"on": desk.today, "by": (desk.colleague,), **fields}
    contact: Contact = new_record(desk, case, "contact", known)
    return contact


def edit_contact(
    desk: Desk, case_id: str, given: str, fields: Mapping[str, Any], seen: Loaded | None = None
) -> Saved:
    """Change a contact that was noted; `seen` is what the coach looked at, when she took time.

    Raises:
        NotFound, Ambiguous: `given` is not one contact.
        WrongUse: nothing would be different, or a value does not fit.
        Changed: the contact was changed since it was seen.
    """

    def edit(loaded: Loaded) -> Change:
        contact = find_entry(desk, loaded.case, given, "contact")
        change = changed_record(loaded.case, contact, "contact", fields)
        not_to_come(desk, fields.get("on", contact.on))
        return change

    return desk.change(case_id, edit, seen)


def contacts(case: Case, start: date | None = None, end: date | None = None) -> tuple[Contact, ...]:
    """The contacts of a period, both days counted, newest first."""
    found = [c for c in case.contacts if (start or date.min) <= c.on <= (end or date.max)]
    return tuple(sorted(found, key=lambda contact: (contact.on, contact.at or ""), reverse=True))


def find_entry(desk: Desk, case: Case, given: str, kind: str) -> Any:
    """The contact or meeting that is meant: by its id, the beginning of it, or its day.

    Raises:
        NotFound: none fits.
        Ambiguous: more than one; on one day, for instance.
    """
    try:
        return find_record(case, given, kind).record
    except NotFound:
        day = _day(desk, given)
        if day is None:
            raise
    return only((e for e in getattr(case, KINDS[kind].path[0]) if e.on == day), given, kind)


def only(entries: Any, given: str, kind: str) -> Any:
    """The one entry there is.

    Raises:
        NotFound, Ambiguous: there are none, or more.
    """
    found = tuple(entries)
    if not found:
        raise NotFound("not-found", kind=kind, given=given)
    if len(found) > 1:
        candidates = tuple(entry.id for entry in found)
        raise Ambiguous("ambiguous", kind=kind, given=given, candidates=candidates)
    return found[0]


def _day(desk: Desk, given: str) -> date | None:
    try:
        return parse_day(given, desk.today, Look.NEAREST)
    except WrongUse:
        return None
