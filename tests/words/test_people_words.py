"""The words for the family, for those around it, for the way to a JIM and for the phases."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.model.case import Case
from fktui.model.family import Person, Role
from fktui.model.intake import Information, Intake, ReferralGoal
from fktui.model.network import Energy, Jim, Network, NetworkPerson, Quality, Sector, Tie
from fktui.model.trajectory import FORMAT, Extension, Phase, PhasePeriod, Trajectory
from fktui.words.course.intake import say_became, say_information, say_referred, say_seen
from fktui.words.course.phases import (
    parse_band,
    say_band,
    say_days_of,
    say_entry,
    say_rounded_band,
)
from fktui.words.people.around import mark_ties, say_asked, say_ties, tie_mark, ties_of
from fktui.words.people.jim import parents_to_ask, say_choice, without_a_way
from fktui.words.people.members import CALLED, say_age

TODAY = date(2026, 11, 21)
RIA = NetworkPerson(id="n-1", name="Ria", sector=Sector.FAMILY, ring=1)
NAMES = {"p-1": "Mila", "p-2": "Bo", "n-1": "Ria"}


def case(**parts):
    head = Trajectory(format=FORMAT, id="koolmees-1", name="K", **parts.pop("head", {}))
    return Case(trajectory=head, **parts)


def tie(person=None, quality=Quality.STRONG, energy=Energy.GIVES, ring=None):
    record = f"y-{person}-{quality.value}"
    return Tie(id=record, network="n-1", person=person, quality=quality, energy=energy, ring=ring)


def test_ties_in_words_and_in_marks():
    ties = (tie("p-1"), tie("p-2", ring=3), tie(None, Quality.BROKEN, Energy.NONE))
    assert [tie_mark(one) for one in ties] == ["■+", "■+", "×"]
    assert mark_ties(ties, NAMES) == "■+ Mila, Bo (3)  × family"
    assert say_ties(ties, NAMES) == (
        "Mila: strong, gives energy; Bo: strong, gives energy, 3 at a distance; family: broken"
    )
    other = Tie(id="y-9", network="n-9")
    assert ties_of(case(network=Network(people=(RIA,), ties=(*ties, other))), RIA) == ties


def test_whether_somebody_was_asked():
    asked = NetworkPerson(id="n", name="R", sector=Sector.FAMILY, ring=1, asked_on=TODAY)
    assert (say_asked(RIA), say_asked(asked)) == ("–", "Sat 21 Nov 2026, no answer yet")


@pytest.mark.parametrize(
    ("born", "said"), [(None, "–"), ("2014-11-21", "12"), ("2014-11-22", "11"), ("2014", "11–12")]
)
def test_an_age_as_far_as_it_is_known(born, said):
    assert say_age(Person(id="p", name="P", role=Role.CHILD, born=born), TODAY) == said


def test_each_role_has_a_word_in_both_languages_that_people_use():
    assert {CALLED[word][0] for word in ("moeder", "mother")} == {Role.MOTHER}
    assert CALLED["dochter"] == CALLED["daughter"]


@pytest.mark.parametrize(("typed", "said"), [("4-8", "4–8"), ("4–8", "4–8"), ("6", "6")])
def test_a_band_of_hours(typed, said):
    assert say_band(parse_band(typed)) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [("4-8", []), ("4,2-8", ["4 hours"]), ("3,8-4,2", ["4 hours"]), ("6,3", ["6½"])],
)
def test_what_was_no_half_is_said(typed, said):
    told = list(say_rounded_band(typed))
    assert len(told) == len(said)
    assert all(hours in sentence for hours, sentence in zip(said, told, strict=True))


@pytest.mark.parametrize("typed", ["8-4", "-", "", "4-"])
def test_a_band_that_is_none(typed):
    with pytest.raises(WrongUse) as caught:
        parse_band(typed)
    assert caught.value.code == "wrong-band"


def test_how_a_phase_was_entered():
    more = Extension(id="e", until=TODAY, reason="ill", on=TODAY)
    period = PhasePeriod(
        id="f",
        phase=Phase.START,
        reason="early",
        extensions=(more,),
    )
    assert list(say_entry(period, {})) == [
        "entered with open conditions, because: early",
        "longer, until Sat 21 Nov 2026: ill",
    ]
    assert len(list(say_entry(period, {}, longer=False))) == 1
    assert say_days_of(TODAY, None) == "21 Nov 2026 – …"


def test_the_intake_in_words():
    goal = ReferralGoal(id="d-1", text="rest", reason="not theirs")
    found = case(intake=Intake(referral_goals=(goal,)), head={"referrer": "GP"})
    assert say_became(found, goal) == "no goal of the family: not theirs"
    assert say_referred(found) == "referred by GP"
    assert say_referred(case()) == ""
    assert say_information(Information(id="i", asked_on=TODAY)) == "asked on Sat 21 Nov 2026"
    assert say_information(Information(id="i", summary="misses school", source="mentor")) == (
        "misses school (mentor)"
    )
    assert (say_seen(None), say_seen(True)) == ("", "(seen in the record)")


def test_the_way_to_a_jim_in_words():
    way = Jim(id="y-1", youth="p-2", chosen="n-1", chosen_on=TODAY)
    assert list(say_choice(way, NAMES)) == [("Chosen", "Ria (Sat 21 Nov 2026)")]
    young = Person(id="p-2", name="Bo", role=Role.CHILD, born="2012-01-01")
    family = case().family.__class__(people=(young,))
    assert [one[:2] for one in without_a_way(case(family=family), TODAY)] == [("p-2", "Bo")]
    assert parents_to_ask(case(family=family), Jim(id="y-1", youth="p-2"), TODAY) == ()
