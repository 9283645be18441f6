"""The team's own lists: principles.yaml, community.yaml, organisations.yaml, research.yaml."""

from datetime import date
from enum import Enum

from fktui.model.record import Record


class PrincipleStatus(str, Enum):
    """Whether a principle is certain, or how the team thinks it is."""

    CONFIRMED = "confirmed"
    CONCEPT = "concept"


class Principle(Record, frozen=True, kw_only=True):
    """A guiding principle; the method has nine, three are certain (domain.md §1.2)."""

    id: str
    name: str
    description: str | None = None
    status: PrincipleStatus = PrincipleStatus.CONCEPT
    focus: bool = False
    """Whether the team pays special attention to it now (domain.md item 123)."""
    source: str | None = None
    since: date | None = None
    until: date | None = None


class Principles(Record, frozen=True, kw_only=True):
    """The whole of principles.yaml."""

    principles: tuple[Principle, ...] = ()


class CommunityService(Record, frozen=True, kw_only=True):
    """A place in the neighbourhood that anyone can go to (sociale basis, domain.md item 43)."""

    id: str
    name: str
    what: str | None = None
    area: str | None = None
    ages: str | None = None
    reach: str | None = None
    checked_on: date | None = None
    note: str | None = None
    until: date | None = None


class Community(Record, frozen=True, kw_only=True):
    """The whole of community.yaml."""

    services: tuple[CommunityService, ...] = ()


class CareSector(str, Enum):
    """The kinds of help that work together (domain.md item 48)."""

    YOUTH_CARE = "youth_care"
    YOUTH_MENTAL_HEALTH = "youth_mental_health"
    ADULT_CARE = "adult_care"
    ADULT_MENTAL_HEALTH = "adult_mental_health"
    SOCIAL_SUPPORT = "social_support"
    CERTIFIED_AGENCY = "certified_agency"
    HEALTH = "health"
    EDUCATION = "education"
    OTHER = "other"


class Organisation(Record, frozen=True, kw_only=True):
    """An organisation the team works with (domain.md item 48)."""

    id: str
    name: str
    sector: CareSector = CareSector.OTHER
    partner: bool = False
    """Whether it is a fixed partner of the team."""
    reach: str | None = None
    note: str | None = None
    until: date | None = None


class Organisations(Record, frozen=True, kw_only=True):
    """The whole of organisations.yaml."""

    organisations: tuple[Organisation, ...] = ()


class Study(Record, frozen=True, kw_only=True):
    """A study that families may take part in (domain.md items 113-119)."""

    id: str
    name: str
    question: str | None = None
    researcher: str | None = None
    key: str
    """What the pseudonyms of this study are made with; it never leaves the team."""
    since: date | None = None
    until: date | None = None


class TeamMeasureKind(str, Enum):
    """How something was learned about the team's own work (domain.md items 114-117)."""

    QUESTIONNAIRE = "questionnaire"
    FOCUS_GROUP = "focus_group"
    INTERVIEW = "interview"


class TeamMeasure(Record, frozen=True, kw_only=True):
    """A questionnaire such as the MIDI, a focus group or a round of interviews."""

    id: str
    kind: TeamMeasureKind
    on: date
    study: str | None = None
    instrument: str | None = None
    people: int | None = None
    """How many took part."""
    scores: dict[str, float] = {}  # noqa: RUF012 - msgspec copies it for each record
    helping: tuple[str, ...] = ()
    hindering: tuple[str, ...] = ()
    note: str | None = None


class Research(Record, frozen=True, kw_only=True):
    """The whole of research.yaml."""

    studies: tuple[Study, ...] = ()
    measures: tuple[TeamMeasure, ...] = ()
