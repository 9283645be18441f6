"""Who agrees with which text, and whether that text is still the one they agreed with.

A text is known by its fingerprint, so that a later change shows by itself as something to discuss
(S1:L113-122: family and coach decide together).
"""

from hashlib import sha256

from fktui.model.case import Case
from fktui.model.plan import Assent

PLAN = "plan"
FUTURE_PLAN = "future_plan"
ANALYSIS = "analysis"


def assents(case: Case, to: str) -> tuple[Assent, ...]:
    """What people said to this text, in the order in which it was noted."""
    return tuple(assent for assent in case.plan.agreed if assent.to == to)


def fingerprint(text: str) -> str:
    """By which a text is known again: twelve signs, whatever its white space."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]
