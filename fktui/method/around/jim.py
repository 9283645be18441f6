"""A youth's own mentor (JIM): how far it is, and who still has to say something (domain.md §3.5).

The youth chooses; the parents have to agree, and a grudging yes counts. On average somebody is
found after a month, so a JIM who is not there yet in the first weeks is nothing to worry about.
"""

from datetime import date

from fktui.method.consent import OF_AGE, OWN_VOICE, holders
from fktui.method.days import age_range
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.family import AuthorityKind, Person, RelationKind, Role
from fktui.model.network import Jim, JimStep, ParentalAnswer, ParentalView
from fktui.model.record import by_id

SOURCE = "JIM-aanpak"
"""What those who developed the JIM ask (domain.md §9, J1 to J3)."""
OLDEST = 23
"""Youths of 12 to 23 were in the study of the JIM (domain.md §3.5, J4)."""

_PARENTAL = frozenset(
    (
        RelationKind.PARENT,
        RelationKind.ADOPTIVE_PARENT,
        RelationKind.FOSTER_PARENT,
        RelationKind.STEP_PARENT,
    )
)
_PARENTS = frozenset((Role.MOTHER, Role.FATHER, Role.PARENT, Role.STEP_PARENT, Role.FOSTER_PARENT))


def running(case: Case, youth: str) -> Jim | None:
    """The way to a JIM that this youth is on; None before it begins and after it ended."""
    ways = [jim for jim in case.network.jims if jim.youth == youth and jim.until is None]
    return ways[-1] if ways else None


def step_now(jim: Jim) -> JimStep | None:
    """The step that began last; of two on one day, the one that was noted last."""
    return max(reversed(jim.steps), key=lambda step: step.on, default=None)


def youths(case: Case, on: date) -> tuple[Person, ...]:
    """The young people of the family who can have a JIM: surely 12, and not over 23."""
    return tuple(person for person in case.family.people if _can_have(person, on))


def talked_about(case: Case, youth: str) -> bool:
    """Whether a JIM came up with this youth, also when it came to nothing or has ended."""
    noted = any(jim.youth == youth for jim in case.network.jims)
    return noted or any(youth in one.jim_of for one in case.network.people)


def is_awaited(case: Case, person: str) -> bool:
    """Whether somebody was asked to be a JIM and has not answered."""
    return any(
        jim.chosen == person and jim.until is None and jim.asked_on and jim.answer is None
        for jim in case.network.jims
    )


def silent_parents(case: Case, jim: Jim, on: date) -> tuple[str, ...]:
    """Who has authority over the youth and has not said what to think of the JIM.

    An agency has no say in it, and nobody has when the youth is of age.
    """
    youth = by_id(case.family.people, jim.youth)
    ages = age_range(youth.born, on) if youth else None
    if ages is not None and ages.youngest >= OF_AGE:
        return ()
    answered = {answer.by for answer in jim.parents}
    return tuple(
        dict.fromkeys(
            one.holder
            for one in holders(case, jim.youth, on)
            if one.kind is not AuthorityKind.AGENCY and one.holder not in answered
        )
    )


def refusals(jim: Jim) -> tuple[ParentalAnswer, ...]:
    """The parents who said no; a grudging yes is none of them."""
    return tuple(answer for answer in jim.parents if answer.answer is ParentalView.NO)


def chosen_member(case: Case, jim: Jim) -> Person | None:
    """The chosen one as a member of the family, when it is somebody of the family elsewhere."""
    around = by_id(case.network.people, jim.chosen or "")
    member = around.person if around else jim.chosen
    return by_id(case.family.people, member or "")


def is_parent(case: Case, person: Person, youth: str) -> bool:
    """Whether somebody is a parent of this youth, by relation, by authority, or else by role."""
    parental = [
        one for one in case.family.relations if one.person == person.id and one.kind in _PARENTAL
    ]
    if any(one.to == youth for one in parental):
        return True
    if any((one.holder, one.child) == (person.id, youth) for one in case.family.authority):
        return True
    return person.role in _PARENTS and not parental


def _can_have(person: Person, on: date) -> bool:
    ages = age_range(person.born, on)
    there = person.died is None and (person.until is None or on <= person.until)
    if person.role not in CHILDREN or ages is None or not there:
        return False
    return ages.youngest >= OWN_VOICE and ages.oldest <= OLDEST
