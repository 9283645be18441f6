"""What the analysis says: domains over time, stress, chains, balance, who was heard."""

from datetime import date

import pytest
from families import (
    ANALYSIS,
    DAUGHTER,
    EVERYBODY,
    FAMILY,
    FATHER,
    MOTHER,
    NORMS,
    PEOPLE,
    SON,
    TODAY,
    example_case,
)
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from fktui.method.analysis import (
    balance,
    chains,
    domain_counts,
    domain_courses,
    family_analysis,
    is_outdated,
    members,
    open_stressors,
    open_worries,
    spoken_alone,
    spoken_together,
    strengths_of,
    stress,
    target_group,
)
from fktui.model.analysis import Analysis, DomainScore, Strength, Stressor, StressSource, Worry
from fktui.model.journal import Contact, Meeting, MeetingStatus
from fktui.model.network import Network, NetworkPerson, Sector
from fktui.model.plan import Goal, LifeDomain, Plan

CASE = example_case()
APRIL, MAY = date(2026, 4, 15), date(2026, 5, 1)

# domain.md §8, demo family A: life domains at the start and at the end.
KOOLMEES = {
    LifeDomain.CHILD: (3, 1),
    LifeDomain.PARENTS: (3, 1),
    LifeDomain.PARENTING: (2, 1),
    LifeDomain.FAMILY_FUNCTIONING: (2, 0),
    LifeDomain.SOCIO_ECONOMIC: (3, 2),
    LifeDomain.ENVIRONMENT: (1, 0),
    LifeDomain.CARE: (2, 0),
}


def score(domain, on, severity, number=0, **fields):
    return DomainScore(id=f"r-0000{number}", domain=domain, on=on, severity=severity, **fields)


def koolmees():
    return Analysis(
        domains=(
            *(score(domain, MAY, end) for domain, (_start, end) in KOOLMEES.items()),
            *(score(domain, APRIL, start) for domain, (start, _end) in KOOLMEES.items()),
        )
    )


def course_of(*scores, day=TODAY, domain=LifeDomain.CHILD):
    courses = domain_courses(Analysis(domains=scores), day)
    return next(one for one in courses if one.domain is domain)


def figures(*scores, day=TODAY):
    course = course_of(*scores, day=day)
    return course.start, course.now


def child(on, severity, **fields):
    return score(LifeDomain.CHILD, on, severity, **fields)


def test_all_seven_domains_are_there_in_their_order():
    assert [one.domain for one in domain_courses(Analysis(), TODAY)] == list(LifeDomain)
    assert figures() == (None, None)


def test_the_domains_of_a_family_from_start_to_end():
    courses = domain_courses(koolmees(), TODAY)
    assert {one.domain: (one.start, one.now) for one in courses} == KOOLMEES


@pytest.mark.parametrize(
    ("day", "now"), [(APRIL.replace(day=14), None), (APRIL, 3), (MAY.replace(day=1), 1)]
)
def test_a_score_counts_from_its_own_day(day, now):
    assert figures(child(APRIL, 3), child(MAY, 1), day=day)[1] == now


def test_of_one_day_the_last_word_of_the_same_people_counts():
    assert figures(child(APRIL, 3, by=(MOTHER, SON)), child(APRIL, 2, by=(SON, MOTHER))) == (2, 2)


def test_when_people_differ_on_one_day_both_stand_and_the_heaviest_counts():
    course = course_of(child(APRIL, 1, by=(MOTHER,)), child(APRIL, 3, by=(SON,)))
    assert (course.start, course.now) == (3, 3)
    assert sorted(one.severity for one in course.standing) == [1, 3]
    assert figures(child(APRIL, 3, by=(MOTHER,)), child(MAY, 1, by=(SON,))) == (3, 1)


def test_a_score_about_one_child_does_not_replace_that_of_another():
    scores = (child(APRIL, 3, about=(SON,)), child(MAY, 1, about=(DAUGHTER,)))
    assert figures(*scores) == (3, 3)
    assert figures(*scores, child(MAY, 0, about=(SON,))) == (3, 1)


def group_of(analysis, day=TODAY):
    return target_group(domain_courses(analysis, day), NORMS)


def test_six_of_seven_is_exactly_the_threshold():
    group = group_of(koolmees())
    assert (len(group.at_start), group.fits) == (6, True)
    assert group.now == (LifeDomain.SOCIO_ECONOMIC,)
    assert group.unscored == ()


@pytest.mark.parametrize(
    ("heavy", "light", "fits"),
    [(6, 0, True), (5, 2, False), (5, 1, None), (7, 0, True), (0, 0, None), (0, 2, False)],
)
def test_whether_it_fits_is_open_while_unscored_domains_can_decide(heavy, light, fits):
    severities = [2] * heavy + [1] * light
    scores = [score(*both) for both in zip(LifeDomain, [APRIL] * 7, severities, strict=False)]
    group = group_of(Analysis(domains=tuple(scores)))
    assert group.fits is fits
    assert len(group.unscored) == 7 - heavy - light


@given(st.lists(st.tuples(st.sampled_from(LifeDomain), st.integers(0, 3), st.dates())))
def test_counts_never_leave_the_seven(rows):
    scores = tuple(score(domain, on, severity) for domain, severity, on in rows)
    courses = domain_courses(Analysis(domains=scores), date.max)
    group = target_group(courses, NORMS)
    assert len(courses) == 7
    assert set(group.at_start).isdisjoint(group.unscored)
    assert (group.fits is True) == (len(group.at_start) >= 6)
    for course in courses:
        own = [one for one in scores if one.domain is course.domain]
        assert (course.start is None) == (not own)
        assert course.start in (None, *(one.severity for one in own))


def stressor(number, **fields):
    return Stressor(id=f"w-5000{number}", what="druk", **fields)


def worry(number, **fields):
    return Worry(id=f"w-2000{number}", what="zorg", **fields)


def test_stress_is_told_by_its_five_sources():
    money = StressSource.SUBSISTENCE
    analysis = Analysis(
        stressors=(
            stressor(1, stress_source=money, severity=1),
            stressor(2, stress_source=money, severity=3),
            stressor(3, stress_source=StressSource.PARTNERS),
        )
    )
    found = {one.source: one for one in stress(analysis, TODAY)}
    assert list(found) == list(StressSource)
    assert (found[money].severity, len(found[money].stressors)) == (3, 2)
    assert found[StressSource.PARTNERS].severity is None
    assert found[StressSource.PARENT_CHILD].stressors == ()


def test_stress_of_no_source_comes_last():
    found = stress(Analysis(stressors=(stressor(1),)), TODAY)
    assert found[-1].source is None
    assert len(found) == 6


@pytest.mark.parametrize(
    ("since", "until", "there"),
    [
        (None, None, True),
        (TODAY, TODAY, True),
        (date(2026, 5, 12), None, False),
        (None, date(2026, 5, 10), False),
    ],
)
def test_a_stressor_holds_up_to_and_including_its_last_day(since, until, there):
    analysis = Analysis(stressors=(stressor(1, since=since, until=until),))
    assert bool(open_stressors(analysis, TODAY)) is there


@pytest.mark.parametrize(
    ("outdated_on", "outdated"),
    [(None, False), (TODAY, True), (date(2026, 5, 12), False), (date(2026, 5, 10), True)],
)
def test_a_worry_is_over_from_the_day_that_it_is_outdated(outdated_on, outdated):
    one = worry(1, outdated_on=outdated_on)
    assert is_outdated(one, TODAY) is outdated
    assert bool(open_worries(Analysis(worries=(one,)), TODAY)) is not outdated


def test_worries_and_stressors_that_hang_together_are_chains():
    first, second, third, fourth, alone = (worry(number) for number in range(1, 6))
    analysis = Analysis(
        stressors=(stressor(1, links=(first.id, "w-zzzzz")),),
        worries=(first, replace(second, links=(first.id,)), third, fourth, alone),
    )
    assert chains(analysis, TODAY) == (("w-50001", first.id, second.id),)
    tied = replace(analysis, worries=(*analysis.worries[:3], replace(fourth, links=(third.id,))))
    assert chains(tied, TODAY) == (("w-50001", first.id, second.id), (third.id, fourth.id))


def test_what_is_over_links_nothing():
    middle = worry(1, outdated_on=TODAY)
    ends = (worry(2, links=(middle.id,)), worry(3, links=(middle.id,)))
    assert chains(Analysis(worries=(middle, *ends)), TODAY) == ()


def test_a_link_to_itself_is_no_chain():
    assert chains(Analysis(worries=(worry(1, links=("w-20001",)),)), TODAY) == ()


def test_a_circle_of_links_is_one_chain():
    circle = tuple(worry(n, links=(f"w-2000{n % 3 + 1}",)) for n in (1, 2, 3))
    assert chains(Analysis(worries=circle), TODAY) == (("w-20001", "w-20002", "w-20003"),)


def test_strengths_stand_beside_the_worries_that_hold():
    analysis = replace(ANALYSIS, worries=(worry(1), worry(2, outdated_on=TODAY)))
    both = balance(analysis, TODAY)
    assert (both.strengths, both.worries) == (4, 1)


def test_a_strength_of_the_family_is_nobodys_own():
    whole = Strength(id="w-30000", what="lachen samen")
    both = Strength(id="w-30001", what="muziek", about=(MOTHER, SON))
    analysis = Analysis(strengths=(whole, both))
    assert strengths_of(analysis, MOTHER) == (both,)
    assert strengths_of(analysis, FATHER) == ()
    found = family_analysis(example_case(analysis=analysis), TODAY, NORMS)
    assert found.family_strengths == (whole,)


@pytest.mark.parametrize(
    ("changes", "there"),
    [({}, True), ({"until": TODAY}, True), ({"until": APRIL}, False), ({"died": "2026"}, False)],
)
def test_members_are_those_who_are_there(changes, there):
    people = (*PEOPLE[:3], replace(PEOPLE[3], **changes))
    found = members(example_case(family=replace(FAMILY, people=people)), TODAY)
    assert (DAUGHTER in {one.id for one in found}) is there


def test_who_was_spoken_to_alone_and_together_with_the_newest_day():
    case = example_case(
        contacts=(
            Contact(id="c-00001", on=MAY, present=(MOTHER, "t-c0ach")),
            Contact(id="c-00002", on=APRIL, present=(MOTHER,)),
            Contact(id="c-00003", on=APRIL, present=(MOTHER, SON)),
        ),
        meetings=(),
    )
    assert spoken_alone(case) == {MOTHER: MAY}
    assert spoken_together(case) == {MOTHER: APRIL, SON: APRIL}


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_only_a_meeting_that_was_held_is_a_talk_together(status):
    meeting = Meeting(id="m-00001", on=MAY, status=status, present=EVERYBODY)
    case = example_case(contacts=(), meetings=(meeting,))
    assert bool(spoken_together(case)) is (status is MeetingStatus.HELD)


def test_a_member_on_the_map_is_the_same_person():
    around = NetworkPerson(id="n-dad00", name="R", sector=Sector.FAMILY, ring=1, person=FATHER)
    contact = Contact(id="c-00001", on=MAY, present=("n-dad00", FATHER))
    case = example_case(network=Network(people=(around,)), contacts=(contact,))
    assert spoken_alone(case) == {FATHER: MAY}


def test_of_each_member_all_that_the_analysis_has():
    own = Goal(id="g-00001", title="Rust", owners=(MOTHER,), about=(SON,))
    analysis = replace(ANALYSIS, worries=(worry(1, about=(SON,)),))
    case = example_case(analysis=analysis, plan=Plan(goals=(own,)))
    found = {one.person.id: one for one in family_analysis(case, TODAY, NORMS).members}
    assert list(found) == list(EVERYBODY)
    assert (found[SON].goals, found[MOTHER].goals, found[FATHER].goals) == (
        ("g-00001",),
        ("g-00001",),
        (),
    )
    assert len(found[SON].worries) == len(found[SON].strengths) == 1
    assert found[SON].alone_on == found[SON].together_on == date(2026, 4, 8)


def test_the_whole_analysis_keeps_what_is_over_apart():
    over = worry(2, outdated_on=APRIL)
    found = family_analysis(
        example_case(analysis=replace(ANALYSIS, worries=(worry(1), over))), TODAY, NORMS
    )
    assert (len(found.worries), found.outdated) == (1, (over,))
    assert found.explanation == ANALYSIS.explanation
    assert found.target_group.fits is True


def test_strengths_and_worries_are_counted_per_domain_and_per_person():
    counts = {one.domain: one for one in domain_counts(ANALYSIS, TODAY)}
    assert set(counts) == {*LifeDomain, None}
    strengths = sum(one.balance.strengths for one in counts.values())
    worries = sum(one.balance.worries for one in counts.values())
    both = balance(ANALYSIS, TODAY)
    assert (strengths, worries) == (both.strengths, both.worries)
    for one in counts.values():
        for person, found in one.by_person.items():
            assert found.strengths <= one.balance.strengths
            assert found.worries <= one.balance.worries
            assert found.strengths + found.worries > 0, person


def test_one_worry_about_two_people_counts_once_for_the_domain_and_once_for_each():
    shared = Worry(id="w-00001", what="x", about=(MOTHER, SON), domain=LifeDomain.CHILD, on=TODAY)
    over = replace(shared, id="w-00002", outdated_on=TODAY)
    found = domain_counts(Analysis(worries=(shared, over)), TODAY)[0]
    assert found.balance.worries == 1
    assert {p: b.worries for p, b in found.by_person.items()} == {MOTHER: 1, SON: 1}
