"""Whose each kind of record is, and why something may be withheld: tables only.

The right belongs to each person, and stops where it harms the privacy of another (Jeugdwet 7.3.10,
second sentence; domain.md §5.4).
"""

from enum import Enum
from typing import NamedTuple

LOOKED_AT = frozenset(
    (
        *("information", "stressor", "strength", "worry", "help_request", "event", "jim"),
        *("intervention", "measurement", "consent", "contact", "meeting", "statement", "document"),
    )
)
"""The kinds whose texts are looked through for the names of others; joint ones all may read."""
RESTRICTED_KINDS = frozenset(("reporting_code", "code_step"))


class Reason(str, Enum):
    """Why something is not in a copy."""

    OTHERS = "others"
    NAMED = "named"
    TEAM = "team"
    RESTRICTED = "restricted"
    ADDRESS = "address"
    HIDDEN_HOME = "hidden_home"
    APART = "apart"
    UNDIVIDED = "undivided"
    CHOSEN = "chosen"


MAY_STILL = frozenset((Reason.TEAM, Reason.UNDIVIDED, Reason.RESTRICTED))
"""What a coach may put in a copy after looking at it: the law gives no ground of its own there."""


class Access(NamedTuple):
    """Whose a kind of record is.

    Attributes:
        people: the fields that name whose it is.
        joint: of the family as a whole when these fields are empty; always, when it is ();
            never, when it is None.
    """

    people: tuple[str, ...] = ()
    joint: tuple[str, ...] | None = None


_JOINT = Access(joint=())
_ABOUT = Access(("about",), ("about",))
_UNDIVIDED = Access()

ACCESS: dict[str, Access] = {
    "phase": _JOINT,
    "extension": _JOINT,
    "information": _ABOUT,
    "referral_goal": _JOINT,
    "indication": _UNDIVIDED,
    "contraindication": _UNDIVIDED,
    "person": Access(("id",)),
    "household": Access(("people",)),
    "relation": Access(("person", "to")),
    "authority": Access(("child", "holder")),
    "domain": Access(("about", "by"), ("about",)),
    "stressor": _ABOUT,
    "strength": Access(("about", "by"), ("about",)),
    "worry": Access(("about", "by", "contested_by"), ("about",)),
    "help_request": Access(("about", "words_of"), ("about", "words_of")),
    "event": Access(("about", "age_of", "experiences"), ("about", "age_of")),
    "experience": Access(("person",)),
    "network": Access(("person", "households"), ("households",)),
    "tie": Access(("person",), ("person",)),
    "jim": Access(("youth",)),
    "candidate": _JOINT,
    "parental_answer": _JOINT,
    "jim_step": _JOINT,
    "community": _ABOUT,
    "role": _JOINT,
    "goal": Access(("about", "owners"), ()),
    "step": _JOINT,
    "score": _JOINT,
    "intervention": Access(("about", "who"), ("about",)),
    "agreement": Access(("about", "who"), ()),
    "evaluation": _JOINT,
    "future": Access(("about", "who"), ()),
    "assent": _JOINT,
    "safety_plan": Access(("about", "guards"), ("about",)),
    "signal": _JOINT,
    "safety_agreement": _JOINT,
    "call": _JOINT,
    "condition": _JOINT,
    "review": _JOINT,
    "scaling": Access(("by",)),
    "reporting_code": Access(("about", "concerns")),
    "code_step": _JOINT,
    "measurement": Access(("about", "by"), ("about", "by")),
    "participation": Access(("person",)),
    "consent": Access(("by", "about")),
    "disclosure": _ABOUT,
    "contact": Access(("about", "present"), ("about", "present")),
    "meeting": Access(("about", "present", "invited"), ("about",)),
    "meeting_agreement": _JOINT,
    "statement": Access(("by", "about")),
    "document": _ABOUT,
}
"""Every kind of record. One inside another goes with it, unless it names somebody else."""

HEADS: dict[str, bool] = {
    "trajectory.referrer": True,
    "trajectory.referred_on": True,
    "trajectory.family_group_plan": True,
    "trajectory.closing": True,
    "trajectory.aftercare": True,
    "intake.route": True,
    "intake.provision": True,
    "intake.question": False,
    "intake.incoming_plan": False,
    "intake.safety": False,
    "intake.decision": True,
    "analysis.explanation": True,
}
"""What is written once for the family, outside the lists: joint, or not divided by person."""
