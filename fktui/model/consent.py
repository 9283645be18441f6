"""consent.yaml: who said yes to what, until when, and what was disclosed under it."""

from datetime import date
from enum import Enum

from fktui.model.record import Record


class Purpose(str, Enum):
    """What the consent is for (Jeugdwet 7.3.4, 7.3.11-7.3.13)."""

    HELP = "help"
    SHARE = "share"
    NETWORK = "network"
    OBSERVE = "observe"
    RESEARCH = "research"


class ConsentForm(str, Enum):
    """How it was given. Oral is valid; then note it."""

    ORAL = "oral"
    WRITTEN = "written"


class Consent(Record, frozen=True, kw_only=True):
    """One person's yes. Each person who must say yes has a record of their own."""

    id: str
    purpose: Purpose = Purpose.SHARE
    what: str
    """What exactly, in words: the analysis report, the phone call with school."""
    by: str
    """Who said yes: a family member, or somebody of the network."""
    about: tuple[str, ...] = ()
    """Whose data or help it is about; empty means the giver's own."""
    recipient: str | None = None
    """Who may receive: a role (referrer, gp, school) or an id."""
    document: str | None = None
    """The template of the document it is limited to."""
    given_on: date
    until: date | None = None
    form: ConsentForm = ConsentForm.ORAL
    recorded_by: str | None = None
    note: str | None = None
    withdrawn_on: date | None = None
    withdrawn_note: str | None = None


class Disclosure(Record, frozen=True, kw_only=True):
    """What went to whom, when, and under which consents or which legal ground."""

    id: str
    on: date
    recipient: str
    document: str | None = None
    what: str | None = None
    about: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    ground: str | None = None
    reason: str | None = None
    by: str | None = None


class Consents(Record, frozen=True, kw_only=True):
    """The whole of consent.yaml."""

    consents: tuple[Consent, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
