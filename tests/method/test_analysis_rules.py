"""Each rule about analysis and timeline: where it speaks, and where it does not."""

from datetime import date

import pytest
from families import (
    ANALYSIS,
    COLLEAGUES,
    DAUGHTER,
    FATHER,
    MOTHER,
    NORMS,
    PEOPLE,
    SON,
    TODAY,
    example_case,
    period,
)
from msgspec.structs import replace

from fktui.method.agreed import fingerprint
from fktui.method.checks import check
from fktui.method.rules.analysis import RULES
from fktui.model.analysis import Analysis, Explanation, Stressor, Worry
from fktui.model.family import Family
from fktui.model.issue import Level
from fktui.model.journal import Contact
from fktui.model.plan import Assent, LifeDomain
from fktui.model.record import Nature
from fktui.model.timeline import Event, EventKind, Timeline
from fktui.model.trajectory import Phase

OWN = {rule.code for rule in RULES}
GOAL = "g-00001"


def found(case, today=TODAY):
    """What the rules of this module find, as code and record."""
    issues = check(case, today, NORMS, COLLEAGUES)
    return [(issue.code, issue.record) for issue in issues if issue.code in OWN]


def codes(case, today=TODAY):
    return [code for code, _record in found(case, today)]


def family(phase=Phase.ANALYSIS, **changes):
    return example_case(phases=(period(phase),), **changes)


def worried(phase=Phase.ANALYSIS, **fields):
    given = {"id": "w-00001", "what": "schulden", "nature": Nature.FACT, "source": "brief"}
    one = Worry(**{**given, "goals": (GOAL,), **fields})
    return family(phase, analysis=replace(ANALYSIS, worries=(one,)))


@pytest.mark.parametrize("phase", list(Phase))
def test_a_family_in_order_gives_no_findings(phase):
    assert found(family(phase)) == []


@pytest.mark.parametrize("phase", list(Phase))
def test_an_empty_analysis_by_phase(phase):
    case = family(phase, analysis=Analysis(), timeline=Timeline(), contacts=())
    everybody = ["strength-none"] * 4
    together = ["never-together"] * 4
    expected = {
        Phase.START: [],
        Phase.ANALYSIS: [
            *everybody,
            "domain-never-assessed",
            *together,
            "timeline-empty",
            "care-history-empty",
        ],
        Phase.EXECUTION: [*everybody, "explanation-missing", "domain-never-assessed", *together],
        Phase.CLOSING: [*everybody, "explanation-missing", "domain-never-assessed", *together],
    }
    assert codes(case) == expected[phase]


def test_a_member_without_a_strength_is_named():
    less = replace(ANALYSIS, strengths=ANALYSIS.strengths[:3])
    issues = check(family(analysis=less), TODAY, NORMS, COLLEAGUES)
    (one,) = [issue for issue in issues if issue.code == "strength-none"]
    assert (one.record, one.facts["name"], one.level) == (DAUGHTER, "Mila", Level.WARNING)


@pytest.mark.parametrize(
    ("until", "asked"), [(date(2026, 5, 10), False), (TODAY, True), (None, True)]
)
def test_who_left_is_not_asked_for_a_strength(until, asked):
    people = Family(people=(*PEOPLE[:3], replace(PEOPLE[3], until=until)))
    less = replace(ANALYSIS, strengths=ANALYSIS.strengths[:3])
    assert codes(family(analysis=less, family=people)) == (["strength-none"] if asked else [])


def test_the_domains_that_were_never_looked_at_are_named():
    scored = replace(ANALYSIS, domains=ANALYSIS.domains[:6])
    issues = check(family(analysis=scored), TODAY, NORMS, COLLEAGUES)
    (one,) = [issue for issue in issues if issue.code == "domain-never-assessed"]
    assert one.facts["domains"] == (LifeDomain.CARE,)


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize(("light", "speaks"), [(1, False), (2, True)])
def test_fewer_than_six_heavy_domains_are_asked_about_in_the_analysis_phase(light, speaks, phase):
    domains = tuple(
        replace(one, severity=1 if number < light else 2)
        for number, one in enumerate(ANALYSIS.domains)
    )
    expected = ["six-of-seven"] if speaks and phase is Phase.ANALYSIS else []
    assert codes(family(phase, analysis=replace(ANALYSIS, domains=domains))) == expected


def test_while_an_unscored_domain_can_decide_nobody_asks_whether_it_fits():
    light = replace(ANALYSIS.domains[0], severity=0)
    some = replace(ANALYSIS, domains=(light, *ANALYSIS.domains[1:6]))
    assert codes(family(analysis=some)) == ["domain-never-assessed"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"goals": ()}, ["worry-no-goal"]),
        ({"goals": (), "no_goal": "eerst rust"}, []),
        ({"goals": (), "outdated_on": TODAY}, []),
        ({"goals": (), "outdated_on": date(2026, 5, 12)}, ["worry-no-goal"]),
        ({"nature": None}, ["worry-no-nature"]),
        ({"source": None}, ["worry-no-source"]),
        ({"source": None, "by": (MOTHER,)}, []),
        ({"nature": Nature.OPINION, "source": None}, ["hearsay"]),
        ({"nature": Nature.INTERPRETATION, "source": None}, ["hearsay"]),
        ({"nature": Nature.OPINION, "source": None, "by": (MOTHER,)}, []),
        ({"nature": Nature.OPINION}, []),
        ({"nature": Nature.OPINION, "source": None, "outdated_on": TODAY}, []),
        ({"nature": Nature.STATEMENT, "source": None}, ["worry-no-source"]),
        (
            {"nature": None, "source": None, "goals": ()},
            ["worry-no-goal", "worry-no-nature", "worry-no-source"],
        ),
    ],
)
def test_what_a_worry_asks_for(fields, expected):
    assert sorted(codes(worried(**fields))) == expected


@pytest.mark.parametrize("phase", list(Phase))
def test_a_worry_without_a_goal_is_found_in_every_phase(phase):
    assert codes(worried(phase, goals=())) == ["worry-no-goal"]


def test_hearsay_is_found_wherever_people_are_spoken_of():
    opinion = Nature.OPINION
    analysis = replace(
        ANALYSIS,
        stressors=(
            Stressor(id="w-50001", what="drinkt", nature=opinion),
            Stressor(id="w-50002", what="dronk", nature=opinion, until=date(2026, 5, 10)),
        ),
        strengths=(
            *ANALYSIS.strengths,
            replace(ANALYSIS.strengths[0], id="w-50003", nature=opinion, by=(SON,)),
            replace(ANALYSIS.strengths[0], id="w-50004", nature=opinion),
        ),
    )
    gossip = Event(id="e-00003", title="ruzie", nature=opinion)
    events = (*example_case().timeline.events, gossip, replace(gossip, id="e-00004", source="oma"))
    case = family(analysis=analysis, timeline=Timeline(events=events))
    assert found(case) == [("hearsay", "w-50001"), ("hearsay", "w-50004"), ("hearsay", "e-00003")]
    issues = check(case, TODAY, NORMS, COLLEAGUES)
    said = [issue.facts["command"] for issue in issues if issue.code == "hearsay"]
    assert said == ["stressor", "strength", "event"]


def test_who_was_never_spoken_to_with_another_one():
    alone = example_case().contacts[:4]
    both = Contact(id="c-00009", on=TODAY, present=(MOTHER, SON, "t-c0ach"))
    assert found(family(contacts=(*alone, both))) == [
        ("never-together", FATHER),
        ("never-together", DAUGHTER),
    ]


def test_one_person_has_nobody_to_be_spoken_to_with():
    case = family(family=Family(people=PEOPLE[:1]), contacts=())
    assert "never-together" not in codes(case)


def test_an_explanation_is_carried_by_somebody_of_the_family():
    own = Explanation(text="Veel", on=TODAY, by=("t-c0ach",))
    assert codes(family(analysis=replace(ANALYSIS, explanation=own))) == ["explanation-not-carried"]
    carried = replace(own, by=("t-c0ach", FATHER))
    assert codes(family(analysis=replace(ANALYSIS, explanation=carried))) == []


@pytest.mark.parametrize(
    ("said", "carried"),
    [
        ({}, True),
        ({"agrees": False}, False),
        ({"text": "0123456789ab"}, False),
        ({"by": "t-c0ach"}, False),
    ],
)
def test_who_agreed_with_the_explanation_as_it_is_carries_it_too(said, carried):
    own = Explanation(text="Veel", on=TODAY)
    same = {"by": FATHER, "to": "analysis", "on": TODAY, "text": fingerprint("Veel")}
    yes = Assent(id="j-00009", **{**same, "agrees": True, **said})
    plan = replace(example_case().plan, agreed=(yes,))
    case = family(analysis=replace(ANALYSIS, explanation=own), plan=plan)
    assert ("explanation-not-carried" not in codes(case)) is carried


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (EventKind.HELP, ["timeline-empty"]),
        (EventKind.PLACEMENT, ["timeline-empty"]),
        (EventKind.BIRTH, ["care-history-empty"]),
    ],
)
def test_each_lane_of_the_timeline_is_asked_about(kind, expected):
    events = Timeline(events=(Event(id="e-00001", title="iets", kind=kind),))
    assert codes(family(timeline=events)) == expected
    assert codes(family(Phase.EXECUTION, timeline=events)) == []
