"""analysis.yaml: life domains over time, stress, strengths, worries, the explanation together."""

from datetime import date
from enum import Enum
from typing import Annotated

import msgspec

from fktui.model.plan import LifeDomain
from fktui.model.record import Nature, Record

Severity = Annotated[int, msgspec.Meta(ge=0, le=3)]
"""How heavy it weighs: 0 not, 1 a little, 2 clearly, 3 very."""


class DomainScore(Record, frozen=True, kw_only=True):
    """How heavy one life domain weighs on a day (domain.md items 2, 5)."""

    id: str
    domain: LifeDomain
    on: date
    severity: Severity
    by: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()
    note: str | None = None


class StressSource(str, Enum):
    """The five sources of stress (S1:L79-84, domain.md item 10)."""

    CHILD_DEVELOPMENT = "child_development"
    PARENT_CHILD = "parent_child"
    PARTNERS = "partners"
    PARENT_PROBLEMS = "parent_problems"
    SUBSISTENCE = "subsistence"


class Stressor(Record, frozen=True, kw_only=True):
    """Something that puts the family under stress (domain.md items 9, 10)."""

    id: str
    what: str
    stress_source: StressSource | None = None
    domain: LifeDomain | None = None
    severity: Severity | None = None
    links: tuple[str, ...] = ()
    """The worries and stressors it feeds or is fed by (domain.md item 3)."""
    about: tuple[str, ...] = ()
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    until_reason: str | None = None


class Strength(Record, frozen=True, kw_only=True):
    """What somebody, or the family as a whole, is good at (domain.md items 59, 86)."""

    id: str
    what: str
    about: tuple[str, ...] = ()
    """Whose strength; nobody named means the family as a whole."""
    example: str | None = None
    """When it showed."""
    by: tuple[str, ...] = ()
    """Who named it."""
    domain: LifeDomain | None = None
    goals: tuple[str, ...] = ()
    """The goals it can be used for."""
    on: date | None = None
    source: str | None = None
    nature: Nature | None = None
    visible_to: tuple[str, ...] = ()


class Worry(Record, frozen=True, kw_only=True):
    """What somebody worries about, with whose opinion it is (domain.md item 59, §5.5)."""

    id: str
    what: str
    about: tuple[str, ...] = ()
    domain: LifeDomain | None = None
    on: date | None = None
    by: tuple[str, ...] = ()
    """Who named it."""
    source: str | None = None
    nature: Nature | None = None
    contested_by: tuple[str, ...] = ()
    """Who sees it otherwise."""
    contested: str | None = None
    """How they see it."""
    outdated_on: date | None = None
    outdated_reason: str | None = None
    """Solved matters must not keep coming back (domain.md §6)."""
    links: tuple[str, ...] = ()
    """The worries and stressors it hangs together with (domain.md item 3)."""
    goals: tuple[str, ...] = ()
    no_goal: str | None = None
    """Why there is no goal for it."""
    visible_to: tuple[str, ...] = ()


class HelpRequest(Record, frozen=True, kw_only=True):
    """What somebody asks for, in their own words (domain.md items 63, 64)."""

    id: str
    what: str
    words_of: str | None = None
    about: tuple[str, ...] = ()
    domain: LifeDomain | None = None
    goals: tuple[str, ...] = ()
    on: date | None = None
    visible_to: tuple[str, ...] = ()


class Explanation(Record, frozen=True, kw_only=True):
    """How family and coach together understand what goes on (domain.md items 65, 88)."""

    text: str
    on: date
    by: tuple[str, ...] = ()


class Analysis(Record, frozen=True, kw_only=True):
    """The whole of analysis.yaml."""

    domains: tuple[DomainScore, ...] = ()
    stressors: tuple[Stressor, ...] = ()
    strengths: tuple[Strength, ...] = ()
    worries: tuple[Worry, ...] = ()
    help_requests: tuple[HelpRequest, ...] = ()
    explanation: Explanation | None = None
