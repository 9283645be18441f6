"""The journal: a Markdown file with front matter per contact, meeting, statement and document."""

from datetime import date
from enum import Enum

from fktui.model.record import Hours, Nature, Record, TimeOfDay


class ContactKind(str, Enum):
    """What the contact was (domain.md items 96, 99c)."""

    CONVERSATION = "conversation"
    INTAKE = "intake"
    ANALYSIS = "analysis"
    PRACTICAL = "practical"
    CONSULTATION = "consultation"
    AFTERCARE = "aftercare"
    OTHER = "other"


class PlaceKind(str, Enum):
    """Where it was (domain.md item 99d)."""

    HOME = "home"
    SCHOOL = "school"
    NEIGHBOURHOOD = "neighbourhood"
    OFFICE = "office"
    PHONE = "phone"
    VIDEO = "video"
    ELSEWHERE = "elsewhere"


class Element(str, Enum):
    """The six elements of the help (S0:L99-111, domain.md item 100)."""

    WHOLE_FAMILY = "whole_family"
    JOINING = "joining"
    TOGETHER = "together"
    PRIORITISING = "prioritising"
    AREA_BASED = "area_based"
    NORMALISING = "normalising"


class Contact(Record, frozen=True, kw_only=True):
    """A contact with the family or around it. Hours in halves, and optional."""

    id: str
    on: date
    at: TimeOfDay | None = None
    hours: Hours | None = None
    kind: ContactKind = ContactKind.CONVERSATION
    place: PlaceKind | None = None
    by: tuple[str, ...] = ()
    """The colleagues."""
    present: tuple[str, ...] = ()
    """Family members and people of the network."""
    goals: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    """Ids of the team's guiding principles that it was an example of."""
    elements: tuple[Element, ...] = ()
    about: tuple[str, ...] = ()
    """Whom the note says something about; empty means those present."""
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()
    """Ids of people, `family` or `team`; empty means the family."""
    body: str = ""
    """The note, Markdown; the part of the file below the front matter."""


class MeetingKind(str, Enum):
    """What the meeting is (domain.md item 96)."""

    FAMILY_MEETING = "family_meeting"
    CONSULTATION = "consultation"
    INTAKE = "intake"
    AFTERCARE = "aftercare"


class MeetingStatus(str, Enum):
    """Whether it still has to take place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class MeetingAgreement(Record, frozen=True, kw_only=True):
    """What was agreed in a meeting; with a goal it becomes a step of that goal."""

    id: str
    what: str
    who: tuple[str, ...] = ()
    due: date | None = None
    goal: str | None = None
    step: str | None = None
    """The step it became."""
    done: date | None = None


class Meeting(Record, frozen=True, kw_only=True):
    """A family meeting or consultation: agenda before, presence and agreements after."""

    id: str
    on: date
    at: TimeOfDay | None = None
    place: str | None = None
    kind: MeetingKind = MeetingKind.FAMILY_MEETING
    status: MeetingStatus = MeetingStatus.PLANNED
    invited: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    agreements: tuple[MeetingAgreement, ...] = ()
    next_on: date | None = None
    hours: Hours | None = None
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    body: str = ""


class Statement(Record, frozen=True, kw_only=True):
    """A person's own view, kept beside what it is about (Jeugdwet 7.3.8, second paragraph)."""

    id: str
    on: date
    by: str
    """Whose statement it is."""
    entry: str | None = None
    """The record it stands beside."""
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    body: str = ""


class DocumentStatus(str, Enum):
    """A concept may still be edited; a final document is what people agreed on."""

    CONCEPT = "concept"
    FINAL = "final"


class Document(Record, frozen=True, kw_only=True):
    """A document made from the case, kept with the commit it was made from."""

    id: str
    template: str
    title: str
    language: str
    made_on: date
    made_from: str | None = None
    recipient: str | None = None
    status: DocumentStatus = DocumentStatus.CONCEPT
    about: tuple[str, ...] = ()
    visible_to: tuple[str, ...] = ()
    body: str = ""
