"""Consent: who said yes to what, who took it back, and who must still say yes.

What the law asks is in `method.consent`; this is where a coach notes it and looks it up.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from fktui.errors import NotFound, WrongUse
from fktui.method.consent import Rule, missing_consents, valid, who_must_consent
from fktui.model.case import Case, put
from fktui.model.consent import Consent, Purpose
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.people.family import is_there
from fktui.usecases.records import act_on, check_order, new_record, require, with_fields
from fktui.words.language import N_, _, in_every_language

RECEIVERS: dict[str, str] = {
    "family": N_("family"),
    "referrer": N_("referrer"),
    "gp": N_("GP"),
    "school": N_("school"),
    "jim": N_("JIM"),
    "network": N_("network"),
    "neighbourhood_team": N_("neighbourhood team"),
    "certified_agency": N_("certified agency"),
    "follow_up_care": N_("follow-up care"),
    "researcher": N_("researcher"),
}
"""The roles that something can be shared with; anybody else is a person or organisation by id."""


class State(str, Enum):
    """Whether a consent holds on a day."""

    COMING = "coming"
    VALID = "valid"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


STATES: dict[State, str] = {
    State.COMING: N_("later"),
    State.VALID: N_("valid"),
    State.ENDED: N_("ended"),
    State.WITHDRAWN: N_("withdrawn"),
}


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to share: to whom, what for, which document."""

    recipient: str
    purpose: Purpose = Purpose.SHARE
    document: str | None = None


class Needed(msgspec.Struct, frozen=True, kw_only=True):
    """One yes that the law asks for.

    Attributes:
        about: whom it is about.
        by: who must say yes; None when nobody with authority is known.
        rule: which rule of the law holds.
        given: whether a valid yes is there; None when it was not said for which receiver.
        checked: whether the authority of `by` was looked up, where it is about authority.
        age_known: False when the birth date leaves open which rule holds.
    """

    about: str
    by: str | None
    rule: Rule
    given: bool | None = None
    checked: bool = True
    age_known: bool = True


def give_consent(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note that one person said yes.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values by field; `by` and `about` are ids, `recipient` is a role, a name or an id.

    Raises:
        NotFound: `recipient-unknown`.
        WrongUse: `field-empty`, or `ends-before-begin`.
    """
    require(fields, "what", "by", "recipient")

    def edit(loaded: Loaded) -> Change:
        values = {"given_on": desk.today, "recorded_by": desk.colleague, **fields}
        values["recipient"] = find_receiver(loaded.case, values["recipient"])
        consent: Consent = new_record(desk, loaded.case, "consent", values)
        check_order(consent.id, consent.given_on, consent.until)
        return Change(
            case=put(loaded.case, "consent", consent), act=act_on("consent.give", consent)
        )

    return desk.change(case_id, edit)


def give_consents(
    desk: Desk, case_id: str, givers: Iterable[str], fields: Mapping[str, Any]
) -> Saved:
    """Note that several people said yes to the same, each with a record of their own, in one act.

    Each of them says yes about those of `about` for whom they must, by age and authority; who
    must for none of them, about all of them (see `outsiders`).

    Raises:
        NotFound: `recipient-unknown`.
        WrongUse: `field-empty`, or `ends-before-begin`.
    """
    who = tuple(dict.fromkeys(givers))
    require({**fields, "by": who or None}, "what", "by", "recipient")

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        values = {"given_on": desk.today, "recorded_by": desk.colleague, **fields}
        values["recipient"] = find_receiver(case, values["recipient"])
        on, given = values["given_on"], []
        for giver in who:
            about = _says_yes_for(case, giver, values.get("about") or (), on)
            one = new_record(desk, case, "consent", values | {"by": giver, "about": about})
            check_order(one.id, one.given_on, one.until)
            case = put(case, "consent", one)
            given.append(one)
        act = act_on("consent.give", given[0], id=", ".join(one.id for one in given))
        return Change(case=case, act=act)

    return desk.change(case_id, edit)


def withdraw_consent(
    desk: Desk, case_id: str, given: str, on: date, note: str | None = None
) -> Saved:
    """Note that somebody took a yes back; what was shared under it stays in the record.

    Raises:
        WrongUse: `already-withdrawn`, or `ends-before-begin`.
    """

    def edit(loaded: Loaded) -> Change:
        before: Consent = find_record(loaded.case, given, "consent").record
        if before.withdrawn_on is not None:
            raise WrongUse("already-withdrawn", record=before.id, on=before.withdrawn_on)
        check_order(before.id, before.given_on, on)
        after = with_fields(before, {"withdrawn_on": on, "withdrawn_note": note})
        act = act_on("consent.withdraw", after, fields=("withdrawn_on", "withdrawn_note"))
        return Change(case=put(loaded.case, "consent", after), act=act)

    return desk.change(case_id, edit)


def needed(
    case: Case, about: Iterable[str], on: date, sharing: Sharing | None = None
) -> tuple[Needed, ...]:
    """Who must say yes about these people on this day, and, for a sharing, who has.

    Args:
        case: as it is.
        about: ids; none of them means everybody in the family on that day.
        on: the day of the sharing.
        sharing: what is to be shared, with the receiver as it stands in the consents.
    """
    people = tuple(about) or tuple(p.id for p in case.family.people if is_there(p, on))
    found: list[Needed] = []
    for person in people:
        requirement = who_must_consent(case, person, on)
        missing = _missing(case, person, on, sharing)
        known = requirement.people if requirement.authority_known else (*requirement.people, None)
        found.extend(
            Needed(
                about=person,
                by=by,
                rule=requirement.rule,
                given=None if missing is None else by not in missing,
                checked=by not in requirement.unchecked,
                age_known=requirement.age_known,
            )
            for by in known
        )
    return tuple(found)


def outsiders(case: Case, consent: Consent) -> tuple[str, ...]:
    """About whom somebody said yes without being among those who must, on the day it was given."""
    return tuple(
        person
        for person in consent.about or (consent.by,)
        if consent.by not in who_must_consent(case, person, consent.given_on).people
    )


def state(consent: Consent, on: date) -> State:
    """Whether a consent holds on a day, and if not, why."""
    if valid(consent, on):
        return State.VALID
    if consent.given_on > on:
        return State.COMING
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return State.WITHDRAWN
    return State.ENDED


def say_receiver(recipient: str | None, names: Mapping[str, str]) -> str:
    """Whom something is shared with: a role, or a name; a line when nobody is named."""
    if recipient is None:
        return "–"
    return _(RECEIVERS[recipient]) if recipient in RECEIVERS else names.get(recipient, recipient)


def find_receiver(case: Case, given: str) -> str:
    """A role such as `referrer`, by its code or its word, or the id of somebody with this name.

    Raises:
        NotFound: `recipient-unknown`; nobody has this name, and it is no role.
        Ambiguous: more than one person has it.
    """
    wanted = given.casefold().strip()
    plain = wanted.replace("-", "_").replace(" ", "_")
    for role, said in RECEIVERS.items():
        if plain == role or wanted in map(str.casefold, in_every_language(_, said)):
            return role
    try:
        return find_people(case, (given,))[0]
    except NotFound as error:
        known = ", ".join(RECEIVERS)
        raise NotFound("recipient-unknown", kind="person", given=given, known=known) from error


def _says_yes_for(case: Case, giver: str, about: Iterable[str], on: date) -> tuple[str, ...]:
    people = tuple(about)
    own = tuple(one for one in people if giver in who_must_consent(case, one, on).people)
    return own or people


def _missing(
    case: Case, person: str, on: date, sharing: Sharing | None
) -> frozenset[str | None] | None:
    if sharing is None:
        return None
    found = missing_consents(
        case, (person,), sharing.recipient, sharing.purpose, on, document=sharing.document
    )
    return frozenset(one.by for one in found)
