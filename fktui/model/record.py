"""What every record is made of: the base class, shared field types, and finding one by its id."""

from collections.abc import Iterable
from enum import Enum
from typing import Annotated, Any, Protocol, TypeVar

import msgspec

from fktui.model.readable import readable

# A birth date as far as it is known: a year, a month of a year, or a day.
PartialDate = Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
# Time of day, 24 hours.
TimeOfDay = Annotated[str, msgspec.Meta(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
# Hours are coarse on purpose, in halves (covenant against minute registration, domain.md §6).
Hours = Annotated[float, msgspec.Meta(gt=0, le=24, multiple_of=0.5)]


class Record(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A piece of a case, as it stands in a file. The order of the fields is the order on disk."""


class Nature(str, Enum):
    """What kind of saying an entry is: the reader must be able to tell fact from opinion."""

    FACT = "fact"
    OBSERVATION = "observation"
    OPINION = "opinion"
    INTERPRETATION = "interpretation"
    STATEMENT = "statement"


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """A record id, see `model.ids`."""
        ...


R = TypeVar("R", bound=Identified)
S = TypeVar("S", bound=Record)


def by_id(records: Iterable[R], record_id: str) -> R | None:
    """The record with this id, or None."""
    return next((record for record in records if record.id == record_id), None)


def with_record(records: tuple[R, ...], record: R) -> tuple[R, ...]:
    """The records with this one in the place of its namesake, or at the end when it is new."""
    if by_id(records, record.id) is None:
        return (*records, record)
    return tuple(record if old.id == record.id else old for old in records)


def changed(record: S, **fields: Any) -> S:
    """The same record with other values; the types are checked like those read from a file.

    Raises:
        msgspec.ValidationError: a value does not fit its field.
    """
    return msgspec.convert(
        msgspec.structs.asdict(record) | fields, readable(type(record)), from_attributes=True
    )
