"""Who may have a copy of what is somebody's own in the record, and by which right.

By age and authority, as domain.md §5.3 reads the law: Jeugdwet 7.3.10 and 7.3.11; AVG 15. What is
in the copy is decided in `copying`.
"""

from datetime import date
from enum import Enum

from fktui.errors import NotFound
from fktui.method.consent import (
    OF_AGE,
    OWN_DECISION,
    OWN_VOICE,
    holders,
    missing_consents,
)
from fktui.method.days import AgeRange, age_range
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.consent import Purpose
from fktui.model.family import Person
from fktui.model.record import by_id

SOURCE = "Jeugdwet 7.3.10"
COPY = "inspection"
"""The name by which a consent can be limited to the copy, as if it were a template."""


class Right(str, Enum):
    """By which right a copy is given (domain.md §5.3)."""

    OWN = "own"
    OWN_YOUTH = "own_youth"
    PARENT = "parent"
    PARENT_OF_YOUTH = "parent_of_youth"
    CONSENT = "consent"


class Refusal(str, Enum):
    """Why there is no such right (domain.md §5.3)."""

    THROUGH_PARENTS = "through_parents"
    OWN_YES = "own_yes"
    NO_AUTHORITY = "no_authority"


def right_to_copy(case: Case, person_id: str, reader: str, on: date) -> Right | Refusal:
    """Whether somebody may have the copy of what is this person's, and by which right.

    Under 12 it is asked by those with authority; from 12 the youth may ask, and those with
    authority until 16; from 16 others only with this person's own consent (Jeugdwet 7.3.10,
    7.3.11; domain.md §5.3). Where a birth date leaves it open, the youth's yes is asked too.

    Raises:
        NotFound: `person-unknown`; the copy is of a member of the family.
    """
    person = by_id(case.family.people, person_id)
    if person is None:
        raise NotFound("person-unknown", kind="person", given=person_id)
    ages = _ages(person, on)
    if reader == person_id:
        if ages.oldest < OWN_VOICE:
            return Refusal.THROUGH_PARENTS
        return Right.OWN if ages.youngest >= OWN_DECISION else Right.OWN_YOUTH
    if ages.oldest < OWN_DECISION and reader in {
        one.holder for one in holders(case, person_id, on)
    }:
        return Right.PARENT if ages.oldest < OWN_VOICE else Right.PARENT_OF_YOUTH
    if not missing_consents(case, (person_id,), reader, Purpose.SHARE, on, document=COPY):
        return Right.CONSENT
    return Refusal.OWN_YES if ages.oldest >= OWN_DECISION else Refusal.NO_AUTHORITY


def _ages(person: Person, on: date) -> AgeRange:
    known = age_range(person.born, on)
    return known or AgeRange(0 if person.role in CHILDREN else OF_AGE, OF_AGE)
