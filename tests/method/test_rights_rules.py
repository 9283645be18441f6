"""Rules about rights: each speaks on its day, and not the day before or after."""

from datetime import date

import pytest
from families import (
    COLLEAGUES,
    CONSENTS,
    DAUGHTER,
    FAMILY,
    FATHER,
    MOTHER,
    NORMS,
    SON,
    TODAY,
    example_case,
    period,
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.checks import check
from fktui.method.rules.rights import RULES, Gap, consent_gaps, receivers
from fktui.model.analysis import Analysis, Worry
from fktui.model.consent import Consents, Purpose
from fktui.model.family import Person, Role
from fktui.model.journal import Statement
from fktui.model.plan import Intervention, Regime
from fktui.model.trajectory import Phase, Status

CASE = example_case()
OURS = {rule.code for rule in RULES}


def codes(case, today=TODAY, last_change=None):
    found = check(case, today, NORMS, COLLEAGUES, last_change)
    return [issue.code for issue in found if issue.code in OURS]


def facts(case, code):
    [issue] = [one for one in check(case, TODAY, NORMS, COLLEAGUES) if one.code == code]
    return issue.facts


def given(*consents):
    return replace(CASE, consent=Consents(consents=consents))


def course(**changes):
    return with_trajectory(CASE, **changes)


# Who must still say yes


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ("referrer",)),
        ({"referrer": None}, ()),
        ({"phases": (period(Phase.START),)}, ()),
        ({"phases": (period(started_on=None),)}, ()),
        ({"phases": (period(ended_on=TODAY), period(Phase.EXECUTION))}, ("referrer",)),
        ({"phases": (period(Phase.START),), "receivers": ("gp",)}, ("gp",)),
        ({"receivers": ("referrer", "gp")}, ("referrer", "gp")),
    ],
)
def test_who_is_to_get_reports(changes, found):
    assert receivers(course(**changes)) == found


def test_nobody_is_missing_when_all_said_yes():
    assert consent_gaps(CASE, TODAY) == ()
    assert codes(CASE) == []


@pytest.mark.parametrize(
    ("consents", "who"),
    [
        ((), (MOTHER, FATHER, SON)),
        (CONSENTS[1:], (MOTHER,)),
        (CONSENTS[:2], (SON,)),
        ((*CONSENTS[:2], replace(CONSENTS[2], document="analysis-report")), ()),
        ((*CONSENTS[:2], replace(CONSENTS[2], recipient="school")), (SON,)),
        ((*CONSENTS[:2], replace(CONSENTS[2], purpose=Purpose.HELP)), (SON,)),
        ((*CONSENTS[:2], replace(CONSENTS[2], withdrawn_on=TODAY)), (SON,)),
        ((*CONSENTS[:2], replace(CONSENTS[2], until=TODAY)), ()),
        ((*CONSENTS[:2], replace(CONSENTS[2], until=date(2026, 5, 10))), (SON,)),
        ((*CONSENTS[:2], replace(CONSENTS[2], about=(DAUGHTER,))), (SON,)),
    ],
)
def test_who_has_not_said_yes(consents, who):
    gaps = consent_gaps(given(*consents), TODAY)
    assert gaps == ((Gap("referrer", who),) if who else ())


def test_the_finding_names_the_receiver_and_who():
    wanted = with_trajectory(given(*CONSENTS[1:]), receivers=("n-gran0",))
    found = [one for one in check(wanted, TODAY, NORMS, COLLEAGUES) if one.code in OURS]
    assert [(one.facts["receiver"], one.facts["who"]) for one in found] == [
        ("Hermine", "Sherida, Ruben, Jaylen"),
        ("referrer", "Sherida"),
    ]
    assert [one.facts["given"] for one in found] == ["n-gran0", "referrer"]


def test_who_left_is_not_asked_any_more():
    gone = tuple(
        replace(one, until=date(2026, 5, 10)) if one.id == SON else one for one in FAMILY.people
    )
    case = replace(given(*CONSENTS[:2]), family=replace(FAMILY, people=gone))
    assert consent_gaps(case, TODAY) == ()


# The end of the keeping


@pytest.mark.parametrize(
    ("last_change", "status", "near"),
    [
        (date(2007, 5, 12), Status.CLOSED, False),
        (date(2007, 5, 11), Status.CLOSED, True),
        (date(2006, 5, 11), Status.CLOSED, True),
        (date(2000, 1, 1), Status.CLOSED, True),
        (date(2007, 5, 11), Status.DECLINED, True),
        (date(2007, 5, 11), Status.ACTIVE, False),
        (None, Status.CLOSED, False),
    ],
)
def test_a_record_that_is_destroyed_within_a_year(last_change, status, near):
    found = codes(course(status=status), last_change=last_change)
    assert ("retention-near" in found) is near


def test_a_last_change_on_a_leap_day_counts_to_the_first_of_march():
    closed = course(status=Status.CLOSED)
    leap = date(2008, 2, 29)  # twenty years later there is one too
    assert "retention-near" not in codes(closed, date(2027, 2, 28), leap)
    assert "retention-near" in codes(closed, date(2027, 3, 1), leap)
    [issue] = [
        one
        for one in check(closed, date(2028, 1, 1), NORMS, COLLEAGUES, leap)
        if one.code == "retention-near"
    ]
    assert issue.facts["on"] == date(2028, 2, 29)


# Who may read, and what a statement stands beside


@pytest.mark.parametrize(
    ("readers", "found"),
    [
        ((FATHER,), True),
        ((FATHER, "n-gone0"), False),
        ((FATHER, MOTHER), False),
        ((FATHER, "team"), False),
        (("family",), False),
        ((), False),
    ],
)
def test_an_entry_that_nobody_who_is_there_may_read(readers, found):
    people = tuple(
        replace(one, until=date(2026, 5, 10)) if one.id == FATHER else one for one in FAMILY.people
    )
    worries = (Worry(id="w-00001", what="ruzie", visible_to=readers),)
    case = replace(
        CASE,
        family=replace(FAMILY, people=people),
        analysis=replace(CASE.analysis, worries=worries),
    )
    assert ("visible-to-gone" in codes(case)) is found
    if found:
        assert facts(case, "visible-to-gone")["record_kind"] == "worry"
        here = replace(case, family=FAMILY)
        assert "visible-to-gone" not in codes(here)


@pytest.mark.parametrize(
    ("entry", "lost"), [("g-00001", False), ("w-gone0", True), (None, False), ("s-00001", False)]
)
def test_a_statement_whose_entry_is_gone(entry, lost):
    one = Statement(id="d-00001", on=TODAY, by=MOTHER, entry=entry, body="Ik zie het anders")
    case = replace(CASE, statements=(one,))
    assert ("statement-lost" in codes(case)) is lost
    closed = with_trajectory(case, status=Status.CLOSED)
    assert ("statement-lost" in codes(closed)) is lost


# Eighteen and older


def grown(born, role=Role.SIBLING, **changes):
    abel = Person(id="p-abel0", name="Abel", role=role, born=born)
    people = replace(FAMILY, people=(*FAMILY.people, abel))
    return replace(CASE, family=people, **changes)


def helped(regime, **changes):
    one = Intervention(id="i-00001", what="x", about=("p-abel0",), regime=regime, **changes)
    return {"plan": replace(CASE.plan, interventions=(one,))}


@pytest.mark.parametrize(
    ("born", "role", "found"),
    [
        ("2008-04-06", Role.SIBLING, True),  # 18 on the first day of the help
        ("2008-04-07", Role.SIBLING, False),  # 17 on that day, 18 now
        ("2008-05-12", Role.SIBLING, False),  # 17 still
        ("2005-01-15", Role.OTHER, True),
        ("2005-01-15", Role.MOTHER, False),
        ("2005-01-15", Role.GRANDPARENT, False),
        ("2005", Role.CHILD, True),
        (None, Role.CHILD, False),
    ],
)
def test_an_adult_without_a_law_to_be_helped_under(born, role, found):
    assert ("adult-no-ground" in codes(grown(born, role))) is found


def test_youth_help_that_began_before_eighteen_ends_at_twentythree():
    long_ago = (period(started_on=date(2021, 4, 6)),)
    case = with_trajectory(grown("2003-05-11"), phases=long_ago)
    assert "adult-no-ground" not in codes(case, date(2026, 5, 10))
    assert "adult-no-ground" in codes(case, date(2026, 5, 11))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (helped(Regime.SOCIAL_SUPPORT), False),
        (helped(Regime.YOUTH_ACT), True),
        (helped(None), True),
        (helped(Regime.OTHER, ended_on=date(2026, 5, 10)), True),
        (helped(Regime.OTHER, ended_on=TODAY), False),
    ],
)
def test_help_under_another_law_is_a_ground(changes, found):
    assert ("adult-no-ground" in codes(grown("2005-01-15", **changes))) is found


def test_the_worries_of_nobody_are_no_finding():
    assert codes(replace(CASE, analysis=Analysis())) == []
