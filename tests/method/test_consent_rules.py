from datetime import date

import pytest
from families import DAUGHTER, FATHER, MOTHER, SON, TODAY, authority, example_case
from msgspec.structs import replace

from fktui.errors import NotFound
from fktui.method.consent import (
    LegalException,
    MissingConsent,
    Rule,
    is_checked,
    missing_consents,
    valid,
    who_must_consent,
)
from fktui.model.consent import Consent, Consents, Purpose
from fktui.model.family import AuthoritySource, Family, Person, Role

CHILD = Person(id=SON, name="Jaylen", role=Role.CHILD, born="2014-05-11")
BOTH = (authority("a-00001", SON, MOTHER), authority("a-00002", SON, FATHER))


def family(authorities=BOTH, **changes):
    child = replace(CHILD, **changes)
    return example_case(family=Family(people=(child,), authority=authorities))


def required(on=TODAY, authorities=BOTH, **changes):
    return who_must_consent(family(authorities, **changes), SON, on)


@pytest.mark.parametrize(
    ("on", "rule", "people"),
    [
        ("2026-05-10", Rule.PARENTS, (MOTHER, FATHER)),
        ("2026-05-11", Rule.YOUTH_AND_PARENTS, (SON, MOTHER, FATHER)),
        ("2030-05-10", Rule.YOUTH_AND_PARENTS, (SON, MOTHER, FATHER)),
        ("2030-05-11", Rule.YOUTH, (SON,)),
        ("2032-05-10", Rule.YOUTH, (SON,)),
        ("2032-05-11", Rule.ADULT, (SON,)),
    ],
)
def test_who_says_yes_changes_on_the_birthday(on, rule, people):
    found = required(date.fromisoformat(on))
    assert (found.rule, found.people, found.age_known) == (rule, people, True)


@pytest.mark.parametrize(
    ("on", "rule"),
    [("2024-02-28", Rule.YOUTH_AND_PARENTS), ("2024-02-29", Rule.YOUTH)],
)
def test_a_child_of_29_february(on, rule):
    assert required(date.fromisoformat(on), born="2008-02-29").rule is rule


@pytest.mark.parametrize(
    ("born", "rule", "age_known"),
    [
        ("2020", Rule.PARENTS, True),
        ("2014", Rule.YOUTH_AND_PARENTS, False),
        ("2012", Rule.YOUTH_AND_PARENTS, True),
        ("2010", Rule.YOUTH_AND_PARENTS, False),
        ("2009", Rule.YOUTH, True),
        (None, Rule.YOUTH_AND_PARENTS, False),
    ],
)
def test_when_the_age_is_not_certain_more_people_are_asked(born, rule, age_known):
    found = required(born=born)
    assert (found.rule, found.age_known) == (rule, age_known)


def test_an_adult_without_a_birth_date_speaks_alone():
    assert required(born=None, role=Role.FATHER).rule is Rule.ADULT


def test_somebody_of_the_network_speaks_alone():
    found = who_must_consent(example_case(), "n-gran0", TODAY)
    assert (found.rule, found.people) == (Rule.NETWORK, ("n-gran0",))


def test_nobody_is_refused():
    with pytest.raises(NotFound, match="person-unknown"):
        who_must_consent(example_case(), "p-xxxxx", TODAY)


def test_exceptions_are_named_from_the_age_of_twelve():
    assert required(date(2026, 5, 10)).exceptions == ()
    assert LegalException.YOUTH_PERSISTS in required().exceptions
    assert required(date(2030, 5, 11)).exceptions == (LegalException.INCAPABLE,)


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, True),
        ({"since": TODAY}, True),
        ({"since": date(2026, 5, 12)}, False),
        ({"until": TODAY}, False),
        ({"until": date(2026, 5, 12)}, True),
        ({"child": DAUGHTER}, False),
    ],
)
def test_authority_counts_on_the_days_that_it_holds(changes, known):
    one = replace(BOTH[0], **changes)
    assert required(authorities=(one,)).authority_known is known


def test_without_authority_it_is_not_known_who_says_yes():
    found = required(date(2026, 5, 10), ())
    assert (found.people, found.authority_known) == ((), False)


@pytest.mark.parametrize(
    ("checked_on", "source", "checked"),
    [
        (date(2026, 1, 1), AuthoritySource.REGISTER, True),
        (date(2026, 1, 1), AuthoritySource.COURT_DECISION, True),
        (date(2026, 1, 1), AuthoritySource.STATEMENT, False),
        (date(2026, 1, 1), None, False),
        (None, AuthoritySource.REGISTER, False),
    ],
)
def test_a_word_is_no_check(checked_on, source, checked):
    one = authority("a-00001", SON, FATHER, checked_on=checked_on, source=source)
    assert is_checked(one) is checked
    assert required(authorities=(one,)).unchecked == (() if checked else (FATHER,))


def consent(by=MOTHER, **changes):
    given = {
        "id": "k-00001",
        "by": by,
        "what": "verslag",
        "recipient": "gp",
        "given_on": date(2026, 5, 1),
    }
    return Consent(**{**given, **changes})


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"given_on": TODAY}, True),
        ({"given_on": date(2026, 5, 12)}, False),
        ({"until": TODAY}, True),
        ({"until": date(2026, 5, 10)}, False),
        ({"withdrawn_on": TODAY}, False),
        ({"withdrawn_on": date(2026, 5, 12)}, True),
    ],
)
def test_the_days_on_which_a_consent_holds(changes, holds):
    assert valid(consent(**changes), TODAY) is holds


def missing(*consents, about=(MOTHER,), **changes):
    case = replace(example_case(), consent=Consents(consents=consents))
    given = {"recipient": "gp", "purpose": Purpose.SHARE, "on": TODAY}
    return missing_consents(case, about, **{**given, **changes})


@pytest.mark.parametrize(
    ("changes", "enough"),
    [
        ({}, True),
        ({"about": (MOTHER,)}, True),
        ({"about": (SON,)}, False),
        ({"by": FATHER}, False),
        ({"recipient": "school"}, False),
        ({"recipient": None}, False),
        ({"purpose": Purpose.RESEARCH}, False),
        ({"until": date(2026, 5, 10)}, False),
        ({"withdrawn_on": date(2026, 5, 2)}, False),
        ({"document": "future-plan"}, True),
        ({"document": "analysis-report"}, False),
    ],
)
def test_a_yes_counts_for_the_same_receiver_purpose_and_document(changes, enough):
    found = missing(consent(**changes), document="future-plan")
    assert found == (() if enough else (MissingConsent(MOTHER, MOTHER),))


def test_a_yes_for_one_document_is_not_a_yes_in_general():
    assert missing(consent(document="future-plan")) == (MissingConsent(MOTHER, MOTHER),)


def test_of_a_child_of_thirteen_all_three_say_yes():
    yes = consent(MOTHER, about=(MOTHER, SON))
    assert missing(yes, about=(MOTHER, SON)) == (
        MissingConsent(SON, SON),
        MissingConsent(SON, FATHER),
    )


def test_a_parent_without_authority_is_not_asked():
    assert missing(consent(MOTHER, about=(DAUGHTER,)), about=(DAUGHTER,)) == ()


def test_an_unknown_holder_is_missing_too():
    case = family(())
    assert missing_consents(case, (SON,), "gp", Purpose.SHARE, date(2026, 5, 10)) == (
        MissingConsent(SON, None),
    )


def test_a_document_about_nobody_needs_no_consent():
    assert missing(about=()) == ()
