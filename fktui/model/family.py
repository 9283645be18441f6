"""family.yaml: who belongs to the family, where they live, how they relate, who has authority."""

from datetime import date
from enum import Enum
from typing import Protocol

from fktui.model.record import PartialDate, Record


class Role(str, Enum):
    """The place of a person in this family (domain.md items 34, 39)."""

    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    STEP_PARENT = "step_parent"
    FOSTER_PARENT = "foster_parent"
    GUARDIAN = "guardian"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    OTHER = "other"


class Gender(str, Enum):
    """As the person says; only used for the genogram."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"


class Person(Record, frozen=True, kw_only=True):
    """A member of the family; also a data subject with rights of their own (domain.md §5)."""

    id: str
    name: str
    role: Role
    gender: Gender = Gender.UNKNOWN
    born: PartialDate | None = None
    died: PartialDate | None = None
    index: bool = False
    """Whether the referral is about this child first."""
    households: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    interpreter: str | None = None
    """The language an interpreter is needed for."""
    reach: str | None = None
    """How this person wants to be reached."""
    note: str | None = None
    since: date | None = None
    until: date | None = None
    until_reason: str | None = None


class Household(Record, frozen=True, kw_only=True):
    """People who live together. A secret address never goes on paper by itself."""

    id: str
    name: str
    address: str | None = None
    secret_address: bool = False
    note: str | None = None


class RelationKind(str, Enum):
    """What `person` is to `to`."""

    PARTNER = "partner"
    MARRIED = "married"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    FOSTER_PARENT = "foster_parent"
    STEP_PARENT = "step_parent"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    OTHER = "other"


class Relation(Record, frozen=True, kw_only=True):
    """A tie of family between two members."""

    id: str
    person: str
    to: str
    kind: RelationKind
    since: PartialDate | None = None
    until: PartialDate | None = None


class AuthorityKind(str, Enum):
    """Parental authority, guardianship of a person, guardianship of a certified agency."""

    PARENTAL = "parental"
    GUARDIAN = "guardian"
    AGENCY = "agency"


class AuthoritySource(str, Enum):
    """How the authority was checked; a parent's word is the weakest (domain.md §5.3)."""

    REGISTER = "register"
    COURT_DECISION = "court_decision"
    STATEMENT = "statement"


class Authority(Record, frozen=True, kw_only=True):
    """Who decides about a child by law (Dutch Civil Code, book 1; Jeugdwet 7.3.4)."""

    id: str
    child: str
    holder: str
    kind: AuthorityKind = AuthorityKind.PARENTAL
    since: date | None = None
    until: date | None = None
    checked_on: date | None = None
    source: AuthoritySource | None = None
    note: str | None = None


class Family(Record, frozen=True, kw_only=True):
    """The whole of family.yaml."""

    people: tuple[Person, ...] = ()
    households: tuple[Household, ...] = ()
    relations: tuple[Relation, ...] = ()
    authority: tuple[Authority, ...] = ()


class Leaves(Protocol):
    """A member of the family or somebody around it."""

    @property
    def until(self) -> date | None:
        """The last day in or around the family."""
        ...


def is_there(one: Leaves, on: date) -> bool:
    """Whether somebody is alive and has not left; the last day still counts."""
    gone = getattr(one, "died", None) is not None
    return not gone and (one.until is None or on <= one.until)
