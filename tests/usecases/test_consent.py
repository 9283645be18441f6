"""Consent in a real store: noted, taken back, and who must still give it."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.method.consent import Rule
from fktui.model.consent import Purpose
from fktui.model.family import AuthoritySource, Role
from fktui.usecases.people import consent, family
from fktui.usecases.people.consent import Sharing, State
from fktui.usecases.people.network import add_member
from fktui.words import language

TODAY = date(2026, 11, 21)


@pytest.fixture
def people(desk, koolmees):
    """The ids of a mother, a son of 14 over whom she has authority, and a grandmother."""
    mother = family.add_person(
        desk, koolmees, {"name": "Sherida", "role": Role.MOTHER, "born": "1987"}
    )
    son = family.add_person(
        desk, koolmees, {"name": "Jaylen", "role": Role.CHILD, "born": "2012-09-14"}
    )
    checked = {"checked_on": TODAY, "source": AuthoritySource.REGISTER}
    family.set_authority(desk, koolmees, "Jaylen", "Sherida", checked)
    ria = add_member(desk, koolmees, {"name": "Oma Ria", "sector": "family", "ring": 1})
    return tuple(saved.act.record for saved in (mother, son, ria))


def give(desk, case, by, recipient="school", **fields):
    values = {"what": "Het rooster", "by": by, "recipient": recipient, **fields}
    saved = consent.give_consent(desk, case, values)
    return next(c for c in saved.loaded.case.consent.consents if c.id == saved.act.record)


def test_yes_is_noted_with_who_noted_it(desk, koolmees, people):
    mother, son, _ria = people
    given = give(desk, koolmees, mother, about=(son,))
    assert (given.by, given.about, given.recipient) == (mother, (son,), "school")
    assert (given.given_on, given.recorded_by) == (TODAY, desk.colleague)
    newest = desk.store.stories(koolmees)[0]
    assert (newest.subject, newest.record) == (f"Consent {given.id} given", given.id)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"what": ""}, "field-empty"),
        ({"recipient": None}, "field-empty"),
        ({"until": date(2026, 11, 20)}, "ends-before-begin"),
    ],
)
def test_yes_that_does_not_fit_is_refused(desk, koolmees, people, fields, code):
    with pytest.raises(WrongUse) as caught:
        give(desk, koolmees, people[0], **fields)
    assert caught.value.code == code
    assert desk.load(koolmees).case.consent.consents == ()


def test_receiver_is_a_role_or_somebody_by_name(desk, koolmees, people):
    case = desk.load(koolmees).case
    assert consent.find_receiver(case, "Referrer") == "referrer"
    assert consent.find_receiver(case, "follow-up care") == "follow_up_care"
    assert consent.find_receiver(case, "ria") == people[2]
    with pytest.raises(NotFound) as caught:
        consent.find_receiver(case, "wethouder")
    assert caught.value.code == "recipient-unknown"
    assert "school" in caught.value.facts["known"]


def test_receiver_by_a_name_of_two_is_ambiguous(desk, koolmees, people):
    add_member(desk, koolmees, {"name": "Tante Ria", "sector": "friends", "ring": 2})
    with pytest.raises(Ambiguous):
        consent.find_receiver(desk.load(koolmees).case, "ria")


def test_receiver_in_dutch(desk, koolmees):
    language.use("nl")
    assert consent.find_receiver(desk.load(koolmees).case, "huisarts") == "gp"


def test_yes_is_taken_back_once(desk, koolmees, people):
    given = give(desk, koolmees, people[0], given_on=date(2026, 11, 10))
    with pytest.raises(WrongUse) as caught:
        consent.withdraw_consent(desk, koolmees, given.id, date(2026, 11, 9))
    assert caught.value.code == "ends-before-begin"
    consent.withdraw_consent(desk, koolmees, "het roo", date(2026, 11, 20), "Toch liever niet")
    (after,) = desk.load(koolmees).case.consent.consents
    assert (after.withdrawn_on, after.withdrawn_note) == (date(2026, 11, 20), "Toch liever niet")
    assert desk.store.stories(koolmees)[0].subject == f"Consent {given.id} withdrawn"
    with pytest.raises(WrongUse) as caught:
        consent.withdraw_consent(desk, koolmees, given.id, date(2026, 11, 21))
    assert caught.value.code == "already-withdrawn"


def test_state_on_each_day(desk, koolmees, people):
    given = give(desk, koolmees, people[0], given_on=date(2026, 11, 10), until=date(2026, 11, 30))
    saved = consent.withdraw_consent(desk, koolmees, given.id, date(2026, 11, 20))
    (withdrawn,) = saved.loaded.case.consent.consents
    assert consent.state(given, date(2026, 11, 9)) is State.COMING
    assert consent.state(given, date(2026, 11, 10)) is State.VALID
    assert consent.state(given, date(2026, 11, 30)) is State.VALID
    assert consent.state(given, date(2026, 12, 1)) is State.ENDED
    assert consent.state(withdrawn, date(2026, 11, 19)) is State.VALID
    assert consent.state(withdrawn, date(2026, 11, 20)) is State.WITHDRAWN


def test_who_must_say_yes_and_who_has(desk, koolmees, people):
    mother, son, _ria = people
    give(desk, koolmees, mother, about=(son,))
    case = desk.load(koolmees).case
    found = consent.needed(case, (son,), TODAY, Sharing(recipient="school"))
    assert [(one.by, one.given, one.checked) for one in found] == [
        (son, False, True),
        (mother, True, True),
    ]
    assert {one.rule for one in found} == {Rule.YOUTH_AND_PARENTS}


@pytest.mark.parametrize(
    "sharing",
    [
        Sharing(recipient="gp"),
        Sharing(recipient="school", purpose=Purpose.RESEARCH),
        Sharing(recipient="school", document="family-plan"),
    ],
)
def test_yes_for_something_else_is_no_yes(desk, koolmees, people, sharing):
    mother, son, _ria = people
    give(desk, koolmees, mother, about=(son,), document="future-plan")
    found = consent.needed(desk.load(koolmees).case, (son,), TODAY, sharing)
    assert [one.given for one in found] == [False, False]


def test_without_a_receiver_only_the_law_is_told(desk, koolmees, people):
    case = desk.load(koolmees).case
    found = consent.needed(case, (), TODAY)
    assert [one.about for one in found] == [people[0], people[1], people[1]]
    assert {one.given for one in found} == {None}


def test_who_left_is_not_asked(desk, koolmees, people):
    family.end_person(desk, koolmees, "Sherida", TODAY)
    found = consent.needed(desk.load(koolmees).case, (), TODAY)
    assert {one.about for one in found} == {people[1]}


def test_doubts_about_age_and_authority_are_told(desk, koolmees):
    child = family.add_person(desk, koolmees, {"name": "Noor", "role": Role.CHILD}).act.record
    case = desk.load(koolmees).case
    found = consent.needed(case, (child,), TODAY, Sharing(recipient="school"))
    assert (found[-1].by, found[-1].given, found[-1].age_known) == (None, False, False)
    mother = family.add_person(desk, koolmees, {"name": "Sherida", "role": Role.MOTHER})
    family.set_authority(desk, koolmees, "Noor", "Sherida", {})
    found = consent.needed(desk.load(koolmees).case, (child,), TODAY)
    assert (found[-1].by, found[-1].checked) == (mother.act.record, False)


def test_outsider_is_who_says_yes_without_having_to(desk, koolmees, people):
    mother, son, ria = people
    assert (
        consent.outsiders(desk.load(koolmees).case, give(desk, koolmees, mother, about=(son,)))
        == ()
    )
    about_both = give(desk, koolmees, ria, about=(son, ria))
    assert consent.outsiders(desk.load(koolmees).case, about_both) == (son,)
    assert consent.outsiders(desk.load(koolmees).case, give(desk, koolmees, ria)) == ()


# Several people at once


def test_each_says_yes_about_those_they_must_say_yes_for_in_one_act(desk, koolmees, people):
    mother, son, ria = people
    before = len(desk.store.stories(koolmees))
    fields = {"what": "Het plan", "recipient": "school", "about": (mother, son)}
    saved = consent.give_consents(desk, koolmees, (mother, son, mother, ria), fields)
    found = {one.by: one.about for one in saved.loaded.case.consent.consents}
    assert found == {mother: (mother, son), son: (son,), ria: (mother, son)}
    assert len(saved.loaded.case.consent.consents) == 3
    assert len(desk.store.stories(koolmees)) == before + 1
    assert all(one.id in saved.act.subject for one in saved.loaded.case.consent.consents)
    assert consent.outsiders(saved.loaded.case, saved.loaded.case.consent.consents[2])


@pytest.mark.parametrize(
    ("givers", "fields"),
    [((), {}), ((0,), {"what": " "}), ((0, 1), {"until": date(2026, 1, 1)})],
)
def test_when_one_of_them_does_not_fit_none_is_noted(desk, koolmees, people, givers, fields):
    values = {"what": "Het plan", "recipient": "school", **fields}
    with pytest.raises(WrongUse) as caught:
        consent.give_consents(desk, koolmees, tuple(people[one] for one in givers), values)
    assert caught.value.code == ("ends-before-begin" if "until" in fields else "field-empty")
    assert desk.load(koolmees).case.consent.consents == ()


def test_whom_it_is_shared_with_in_words(people):
    mother = people[0]
    names = {mother: "Sherida"}
    said = [consent.say_receiver(one, names) for one in ("school", mother, "p-gone1", None)]
    assert said == ["school", "Sherida", "p-gone1", "–"]
