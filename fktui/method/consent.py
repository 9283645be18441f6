"""Who must say yes by law, and who has not yet. Guidelines, except that sharing is refused.

Jeugdwet 7.3.4, 7.3.5, 7.3.11 and 7.3.15, as read in domain.md §5.3.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from fktui.errors import NotFound
from fktui.method.days import AgeRange, age_range
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.consent import Consent, Purpose
from fktui.model.family import Authority, AuthoritySource, Person
from fktui.model.record import by_id

SOURCE = "Jeugdwet 7.3.4"
OWN_VOICE = 12
"""From this birthday the youth must say yes too (Jeugdwet 7.3.4)."""
OWN_DECISION = 16
"""From this birthday the youth alone says yes (Jeugdwet 7.3.4)."""
OF_AGE = 18

_CHECKED = frozenset({AuthoritySource.REGISTER, AuthoritySource.COURT_DECISION})


class Rule(str, Enum):
    """Which rule of the law holds for somebody."""

    PARENTS = "parents"
    YOUTH_AND_PARENTS = "youth_and_parents"
    YOUTH = "youth"
    ADULT = "adult"
    NETWORK = "network"


class _Sharing(NamedTuple):
    recipient: str | None
    purpose: Purpose
    document: str | None


class LegalException(str, Enum):
    """When the law lets somebody else decide, or does without a yes. The coach judges, not we."""

    SERIOUS_HARM = "serious_harm"
    YOUTH_PERSISTS = "youth_persists"
    INCAPABLE = "incapable"


class Requirement(NamedTuple):
    """Who must say yes for one person.

    Attributes:
        rule: which rule of the law holds.
        people: ids of who must say yes, the person included where that is so.
        unchecked: ids among them whose authority was never checked in a register or a decision.
        authority_known: False when those with authority must say yes and nobody is known.
        age_known: False when the birth date leaves open which rule holds; then the one that asks
            most people is taken.
        exceptions: which exceptions of the law could be looked at.
    """

    rule: Rule
    people: tuple[str, ...]
    unchecked: tuple[str, ...] = ()
    authority_known: bool = True
    age_known: bool = True
    exceptions: tuple[LegalException, ...] = ()


class MissingConsent(NamedTuple):
    """A yes that is not there: about whom, and by whom; `by` is None when that is not known."""

    about: str
    by: str | None


def valid(consent: Consent, on: date) -> bool:
    """Whether the yes holds on this day: given, not past its end, not withdrawn.

    The last day counts; the day of the withdrawal does not.
    """
    withdrawn = consent.withdrawn_on is not None and consent.withdrawn_on <= on
    ended = consent.until is not None and consent.until < on
    return consent.given_on <= on and not withdrawn and not ended


def who_must_consent(case: Case, person_id: str, on: date) -> Requirement:
    """Who must say yes about this person on this day.

    Under 12 those with authority; from 12 the youth and they; from 16 the youth alone; an adult
    and somebody of the network each for themselves (Jeugdwet 7.3.4).

    Raises:
        NotFound: `person-unknown`, when the id is of nobody in the family or its network.
    """
    person = by_id(case.family.people, person_id)
    if person is None:
        if by_id(case.network.people, person_id) is None:
            raise NotFound("person-unknown", kind="person", given=person_id)
        return Requirement(Rule.NETWORK, (person_id,))
    ages = _ages(person, on)
    if ages.youngest >= OF_AGE:
        return Requirement(Rule.ADULT, (person_id,), exceptions=(LegalException.INCAPABLE,))
    if ages.youngest >= OWN_DECISION:
        return Requirement(Rule.YOUTH, (person_id,), exceptions=(LegalException.INCAPABLE,))
    return _with_parents(case, person_id, ages, on)


def missing_consents(  # what the law names: about whom, to whom, what for, when, which document
    case: Case,
    about: Iterable[str],
    recipient: str | None,
    purpose: Purpose,
    on: date,
    *,
    document: str | None = None,
) -> tuple[MissingConsent, ...]:
    """Who must still say yes before something about these people is shared.

    A yes counts when it is valid on the day and names the same receiver and purpose. One that
    names nobody is about its giver alone; one for another document does not count.

    Args:
        case: as it is now.
        about: ids of the people that the document says something about.
        recipient: a role (referrer, gp, school) or an id, as in the consents.
        purpose: what the yes must have been for.
        on: the day of the sharing.
        document: the template that is shared, if it is one.

    Raises:
        NotFound: `person-unknown`.
    """
    wanted = _Sharing(recipient, purpose, document)
    given = [consent for consent in case.consent.consents if valid(consent, on)]
    missing = []
    for person_id in about:
        needed = who_must_consent(case, person_id, on)
        if not needed.authority_known:
            missing.append(MissingConsent(person_id, None))
        missing.extend(
            MissingConsent(person_id, by)
            for by in needed.people
            if not any(_covers(consent, by, person_id, wanted) for consent in given)
        )
    return tuple(missing)


def holders(case: Case, child: str, on: date) -> tuple[Authority, ...]:
    """The authority over a child that is in force on this day."""
    return tuple(
        authority
        for authority in case.family.authority
        if authority.child == child
        and (authority.since is None or authority.since <= on)
        and (authority.until is None or on < authority.until)
    )


def is_checked(authority: Authority) -> bool:
    """Whether somebody looked it up; what a parent says is no check (domain.md §5.3)."""
    return authority.checked_on is not None and authority.source in _CHECKED


def _with_parents(case: Case, person_id: str, ages: AgeRange, on: date) -> Requirement:
    known = holders(case, person_id, on)
    parents = tuple(dict.fromkeys(authority.holder for authority in known))
    checked = {authority.holder for authority in known if is_checked(authority)}
    speaks = ages.oldest >= OWN_VOICE
    return Requirement(
        rule=Rule.YOUTH_AND_PARENTS if speaks else Rule.PARENTS,
        people=(person_id, *parents) if speaks else parents,
        unchecked=tuple(parent for parent in parents if parent not in checked),
        authority_known=bool(parents),
        age_known=_band(ages.youngest) == _band(ages.oldest),
        exceptions=tuple(LegalException) if speaks else (),
    )


def _band(age: int) -> int:
    return sum(age >= border for border in (OWN_VOICE, OWN_DECISION))


def _ages(person: Person, on: date) -> AgeRange:
    """What is known of the age. Without a birth date a child can have any, others are of age."""
    known = age_range(person.born, on)
    if known is not None:
        return known
    return AgeRange(0 if person.role in CHILDREN else OF_AGE, OF_AGE)


def _covers(consent: Consent, by: str, about: str, wanted: _Sharing) -> bool:
    return (
        consent.by == by
        and about in (consent.about or (by,))
        and consent.recipient == wanted.recipient
        and consent.purpose is wanted.purpose
        and consent.document in (None, wanted.document)
    )
