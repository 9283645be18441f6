"""The members of the family in words: how old, who decides about them, who must say yes."""

from collections.abc import Mapping
from datetime import date

from fktui.method.consent import OF_AGE, Rule, holders, is_checked, who_must_consent
from fktui.method.days import age_range
from fktui.model.case import Case
from fktui.model.family import Gender, Person, Role
from fktui.words.labels import label
from fktui.words.language import _

_BANDS = {Rule.PARENTS: "<12", Rule.YOUTH_AND_PARENTS: "12–15", Rule.YOUTH: "16–17"}

CALLED: dict[str, tuple[Role, Gender]] = {
    word: (role, gender)
    for role, gender, words in (
        (Role.MOTHER, Gender.FEMALE, "moeder mama mother mum"),
        (Role.FATHER, Gender.MALE, "vader papa father dad"),
        (Role.PARENT, Gender.UNKNOWN, "ouder parent"),
        (Role.STEP_PARENT, Gender.FEMALE, "stiefmoeder stepmother"),
        (Role.STEP_PARENT, Gender.MALE, "stiefvader stepfather"),
        (Role.FOSTER_PARENT, Gender.FEMALE, "pleegmoeder fostermother"),
        (Role.FOSTER_PARENT, Gender.MALE, "pleegvader fosterfather"),
        (Role.GUARDIAN, Gender.UNKNOWN, "voogd guardian"),
        (Role.CHILD, Gender.FEMALE, "dochter meisje daughter girl"),
        (Role.CHILD, Gender.MALE, "zoon jongen son boy"),
        (Role.CHILD, Gender.UNKNOWN, "kind child baby"),
        (Role.SIBLING, Gender.FEMALE, "zus sister"),
        (Role.SIBLING, Gender.MALE, "broer brother"),
        (Role.GRANDPARENT, Gender.FEMALE, "oma grandmother"),
        (Role.GRANDPARENT, Gender.MALE, "opa grandfather"),
    )
    for word in words.split()
}
"""What people call somebody of a family, in both languages: the place, and the gender it tells."""


def say_age(person: Person, day: date) -> str:
    """How old somebody is, as far as it is known: `14`, `13-14`."""
    ages = age_range(person.born, day)
    if person.died is not None:
        return _("died")
    if ages is None:
        return "–"
    return f"{ages.youngest}" if ages.youngest == ages.oldest else f"{ages.youngest}–{ages.oldest}"


def say_authority(case: Case, person: Person, day: date, names: Mapping[str, str]) -> str:
    """Who decides about a minor; with a question mark where nobody looked it up."""
    found = [
        names.get(one.holder, one.holder) + ("" if is_checked(one) else " ?")
        for one in holders(case, person.id, day)
    ]
    if found:
        return ", ".join(found)
    minor = who_must_consent(case, person.id, day).rule not in (Rule.ADULT, Rule.YOUTH)
    return _("not known") if minor else "–"


def say_rule(case: Case, person: Person, day: date) -> str:
    """Who must say yes at this age: `12-15 youth and parents`."""
    requirement = who_must_consent(case, person.id, day)
    band = _BANDS.get(requirement.rule, f"{OF_AGE}+") if requirement.age_known else "?"
    return f"{band} {label(requirement.rule)}"
