"""Who may read an entry, where a family lives in more than one house.

domain.md §5.4: what one parent says or where one parent lives is not for the other by default;
somebody has to think of it, so the program asks at saving.
"""

from collections.abc import Iterable
from datetime import date

from fktui.method.consent import OF_AGE
from fktui.method.days import age_range
from fktui.method.due.terms import CHILDREN
from fktui.model.case import Case
from fktui.model.family import Person, is_there


def living_apart(case: Case, about: Iterable[str], today: date) -> tuple[str, ...]:
    """The adults of the family who live with none of those it is about; nobody when all do.

    Somebody of whom no household is known lives with everybody: nothing is known against it.
    """
    here = [person for person in case.family.people if is_there(person, today)]
    homes = {home for person in here if person.id in set(about) for home in person.households}
    if not homes:
        return ()
    return tuple(
        person.id
        for person in here
        if person.households and homes.isdisjoint(person.households) and _grown(person, today)
    )


def without(case: Case, apart: Iterable[str], about: Iterable[str], today: date) -> tuple[str, ...]:
    """Everybody of the family but those who live apart; those it is about come first."""
    here = [person.id for person in case.family.people if is_there(person, today)]
    first = [one for one in about if one in here]
    return tuple(one for one in dict.fromkeys((*first, *here)) if one not in set(apart))


def _grown(person: Person, today: date) -> bool:
    ages = age_range(person.born, today)
    if ages is None:
        return person.role not in CHILDREN
    return ages.oldest >= OF_AGE
