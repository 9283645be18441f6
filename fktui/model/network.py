"""network.yaml: people and organisations around the family, and the ties with each member."""

from datetime import date
from enum import Enum
from typing import Annotated

import msgspec

from fktui.model.record import Record

Ring = Annotated[int, msgspec.Meta(ge=1, le=3)]
"""Closeness: 1 close, 2 familiar, 3 at a distance."""


class NetworkKind(str, Enum):
    """A person or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Sector(str, Enum):
    """Where somebody stands around the family (design decision 12)."""

    FAMILY = "family"
    FRIENDS = "friends"
    NEIGHBOURHOOD = "neighbourhood"
    SCHOOL_WORK = "school_work"
    LEISURE_FAITH = "leisure_faith"
    PROFESSIONALS = "professionals"


class Support(str, Enum):
    """What somebody gives (kin to House's kinds of support)."""

    PRACTICAL = "practical"
    COMPANY = "company"
    ADVICE = "advice"
    EMOTIONAL = "emotional"


class Willing(str, Enum):
    """What somebody answered when asked to take part."""

    YES = "yes"
    NO = "no"
    LATER = "later"


class NetworkPerson(Record, frozen=True, kw_only=True):
    """Somebody around the family. A data subject too: ask, and note the answer."""

    id: str
    name: str
    kind: NetworkKind = NetworkKind.PERSON
    sector: Sector
    ring: Ring
    person: str | None = None
    """The family member this is, when a member lives elsewhere and stands on the map too."""
    relation: str | None = None
    """What this person is to the family, in its words: grandmother, football coach."""
    offers: str | None = None
    """What this person does or gives, in the family's words."""
    supports: tuple[Support, ...] = ()
    reach: str | None = None
    """When and how to reach, in words."""
    jim_of: tuple[str, ...] = ()
    """The youths who chose this person as their own mentor (JIM)."""
    asked_on: date | None = None
    willing: Willing | None = None
    consented_on: date | None = None
    households: tuple[str, ...] = ()
    """The households whose map this person is on; empty means all."""
    note: str | None = None
    since: date | None = None
    until: date | None = None
    until_reason: str | None = None


class Quality(str, Enum):
    """The meaning of a tie; how it is drawn is the legend's business."""

    STRONG = "strong"
    ORDINARY = "ordinary"
    WEAK = "weak"
    STRESSFUL = "stressful"
    BROKEN = "broken"
    CHANGING = "changing"


class Energy(str, Enum):
    """Which way the energy goes, seen from the family member."""

    GIVES = "gives"
    TAKES = "takes"
    BOTH = "both"
    NONE = "none"


class Tie(Record, frozen=True, kw_only=True):
    """What one member of the family, or the family as a whole, has with somebody around it."""

    id: str
    network: str
    person: str | None = None
    """The family member; None means the family as a whole."""
    quality: Quality = Quality.ORDINARY
    energy: Energy = Energy.NONE
    ring: Ring | None = None
    """Only where this member places somebody closer or further than the family does."""
    note: str | None = None


class Network(Record, frozen=True, kw_only=True):
    """The whole of network.yaml."""

    people: tuple[NetworkPerson, ...] = ()
    ties: tuple[Tie, ...] = ()
