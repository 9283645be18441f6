"""network.yaml: people and organisations around the family, ties, JIM, neighbourhood, roles."""

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


class JimPhase(str, Enum):
    """The steps with a JIM: who, what, how, and letting go and adapting (domain.md §3.5)."""

    WHO = "who"
    WHAT = "what"
    HOW = "how"
    ADAPTIVITY = "adaptivity"


class Candidate(Record, frozen=True, kw_only=True):
    """Somebody the youth thinks of as a JIM."""

    id: str
    person: str
    """Somebody of the network."""
    on: date | None = None
    reason: str | None = None


class ParentalView(str, Enum):
    """What a parent says to the JIM; a grudging yes counts (domain.md §3.5)."""

    YES = "yes"
    GRUDGING = "grudging"
    NO = "no"


class ParentalAnswer(Record, frozen=True, kw_only=True):
    """What one parent says to the JIM."""

    id: str
    by: str
    answer: ParentalView
    on: date
    note: str | None = None


class JimStep(Record, frozen=True, kw_only=True):
    """The day on which a step with the JIM began."""

    id: str
    phase: JimPhase
    on: date
    note: str | None = None


class Jim(Record, frozen=True, kw_only=True):
    """A youth's way to a mentor of their own choice (JIM, domain.md items 45, 128; §3.5)."""

    id: str
    youth: str
    candidates: tuple[Candidate, ...] = ()
    chosen: str | None = None
    """Whom the youth chose, somebody of the network."""
    chosen_on: date | None = None
    asked_on: date | None = None
    answer: Willing | None = None
    answered_on: date | None = None
    parents: tuple[ParentalAnswer, ...] = ()
    steps: tuple[JimStep, ...] = ()
    may_see: tuple[str, ...] = ()
    """What the youth lets the JIM read: names of templates, `plan`, `contacts`."""
    agreements: str | None = None
    """What for, what not, how often."""
    reach: str | None = None
    """How to reach when it goes wrong."""
    note: str | None = None
    until: date | None = None
    until_reason: str | None = None


class CommunityState(str, Enum):
    """How far it is with a place in the neighbourhood."""

    LOOKED = "looked"
    ASKED = "asked"
    JOINED = "joined"
    NOT_SUITABLE = "not_suitable"


class CommunityUse(Record, frozen=True, kw_only=True):
    """A place in the neighbourhood: looked for, or in use (domain.md items 43, 73, 130)."""

    id: str
    what: str
    service: str | None = None
    """Its entry in the team's community.yaml."""
    state: CommunityState = CommunityState.LOOKED
    about: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    on: date | None = None
    note: str | None = None
    until: date | None = None
    until_reason: str | None = None


class RoleAgreement(Record, frozen=True, kw_only=True):
    """Who has which role: decided together (S1:L199, domain.md items 28, 29)."""

    id: str
    role: str
    """What this person or organisation does, and does not do."""
    who: tuple[str, ...] = ()
    """People of the network, organisations of the team's list, or colleagues."""
    by: tuple[str, ...] = ()
    """With whom it was decided."""
    on: date | None = None
    note: str | None = None
    until: date | None = None
    until_reason: str | None = None


class Network(Record, frozen=True, kw_only=True):
    """The whole of network.yaml."""

    people: tuple[NetworkPerson, ...] = ()
    ties: tuple[Tie, ...] = ()
    jims: tuple[Jim, ...] = ()
    community: tuple[CommunityUse, ...] = ()
    roles: tuple[RoleAgreement, ...] = ()
