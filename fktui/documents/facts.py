"""What a template may know: the facts of each document, ready to be shown.

The contract between whoever collects facts from a case (`future_plan.py`) and the templates. All
of it is plain data: names as text, days as `date`, lists of small records. Nothing here has been
escaped or cut; no record has an id, because paper has no use for ids. Consent is the business of
the collector: what may not be shared is not in the facts.

The order of the fields is the order of the sections of the future plan. An empty text means "not
known", an empty tuple "nothing yet": the template prints an open line for it.
"""

from datetime import date
from enum import Enum
from typing import Any

import msgspec


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One small record of a document."""


class Member(Fact, frozen=True, kw_only=True):
    """Somebody of the family. Age in whole years on the day the document was made."""

    name: str
    age: int | None = None


class Reach(Fact, frozen=True, kw_only=True):
    """Somebody or some place that can be reached: how and when, in words ("app, elke avond")."""

    name: str
    how: str = ""


class Words(Fact, frozen=True, kw_only=True):
    """Something said, in the words of who said it; `who` is empty when it is the whole family."""

    text: str
    who: str = ""


class GoalResult(Fact, frozen=True, kw_only=True):
    """What became of a goal.

    Attributes:
        owners: first names of whose goal it is.
        start, now: the first and the last score; None when it was never scored.
        low, high: the ends of the scale: -2 and 2 (goal attainment), or 0 and 10.
        next_step: how it goes on, in a few words.
        kept: whether the family keeps working on it.
    """

    title: str
    owners: tuple[str, ...] = ()
    start: int | None = None
    now: int | None = None
    low: int = 0
    high: int = 10
    next_step: str = ""
    kept: bool = False


class Supporter(Fact, frozen=True, kw_only=True):
    """Somebody of the network.

    Attributes:
        role: who this is to the family ("oma", "buurvrouw").
        does: what they agreed to do.
        reach: when and how to reach them.
        jim_of: first name of the youth who chose this person as JIM; empty when not.
    """

    name: str
    role: str = ""
    does: str = ""
    reach: str = ""
    jim_of: str = ""


class NeighbourhoodPlace(Fact, frozen=True, kw_only=True):
    """A free place in the neighbourhood, what is there for the family, and when."""

    name: str
    offers: str = ""
    when: str = ""


class Colour(str, Enum):
    """How it goes: well, take care, not well. Shown with a word and a shape as well."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


class Sign(Fact, frozen=True, kw_only=True):
    """Something by which one sees how it goes; `who` is empty when it is about the family."""

    colour: Colour
    text: str
    who: str = ""


class Actor(str, Enum):
    """Who acts, in the order in which help is asked."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"


class Action(Fact, frozen=True, kw_only=True):
    """What is done when it goes less well."""

    by: Actor
    text: str


class Call(Fact, frozen=True, kw_only=True):
    """Who calls whom, in the order of the list; `when` in words, `reach` a number or a way."""

    who: str
    whom: str
    when: str = ""
    reach: str = ""


class ContinuingHelp(Fact, frozen=True, kw_only=True):
    """Professional help that goes on; `until` is a day, words ("zomer 2027"), or None if open."""

    what: str
    by: str = ""
    for_whom: str = ""
    until: date | str | None = None
    contact: str = ""


class SafetyAgreement(Fact, frozen=True, kw_only=True):
    """An agreement about safety that stays in force, and who sees to it."""

    text: str
    who: str = ""
    checked_by: str = ""


class Moment(Fact, frozen=True, kw_only=True):
    """A day, or a time in words, that needs thought in advance."""

    when: date | str
    text: str


class Aftercare(Fact, frozen=True, kw_only=True):
    """The conversation some months after the end."""

    on: date | None = None
    who: str = ""
    how: str = ""


class Agreed(Fact, frozen=True, kw_only=True):
    """Whether somebody agrees with the plan.

    Attributes:
        role: who this is ("mama", "oma", "gezinscoach").
        agrees: None when not asked yet.
        because: the reason of somebody who does not agree.
        on: the day it was said.
    """

    name: str
    role: str = ""
    agrees: bool | None = None
    because: str = ""
    on: date | None = None


class FuturePlanFacts(Fact, frozen=True, kw_only=True):
    """Everything the future plan may say, section by section (domain.md, 3.9).

    Attributes:
        family_name: as on the cover ("Koolmees").
        made_by: first names of who wrote it together.
        made_on: the day of the document; also the date inside the PDF.
        version: 1 for the first.
        made_for: for whom it is meant.
        copies: who gets a copy, after consent.
        proud: what the family is proud of.
        habits: what keeps it going at home, per person.
        follow_up: what to do when more help is needed, one step per text.
        wishes: wishes for a year from now.
        children: first names of the children the children's page is for.
        children_words: what the plan says to the children, in their words, one text per line.
        children_trusted: whom the children can go to.
    """

    # 1 who we are
    family_name: str
    made_on: date
    members: tuple[Member, ...] = ()
    made_by: tuple[str, ...] = ()
    version: int = 1
    made_for: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    coach: Reach | None = None
    # 2 what we are proud of
    proud: tuple[Words, ...] = ()
    goals: tuple[GoalResult, ...] = ()
    # 3 what keeps it going
    habits: tuple[Words, ...] = ()
    # 4 our network
    network: tuple[Supporter, ...] = ()
    places: tuple[NeighbourhoodPlace, ...] = ()
    # 5 signs
    signs: tuple[Sign, ...] = ()
    # 6 what we do, and who calls whom
    actions: tuple[Action, ...] = ()
    calls: tuple[Call, ...] = ()
    # 7 help that continues
    continuing: tuple[ContinuingHelp, ...] = ()
    follow_up: tuple[str, ...] = ()
    # 8 safety
    safety: tuple[SafetyAgreement, ...] = ()
    # 9 moments ahead
    moments: tuple[Moment, ...] = ()
    # 10 wishes, goals we keep (`goals` with `kept`)
    wishes: tuple[Words, ...] = ()
    # 11 aftercare
    aftercare: Aftercare | None = None
    # 12 the page for the children
    children: tuple[str, ...] = ()
    children_words: tuple[str, ...] = ()
    children_trusted: tuple[Reach, ...] = ()
    # 13 agreed by
    agreed: tuple[Agreed, ...] = ()


def plain(facts: Fact) -> dict[str, Any]:
    """The facts as a template gets them: dicts, lists, texts, numbers and days."""
    data: dict[str, Any] = msgspec.to_builtins(facts, builtin_types=(date,))
    return data
