"""Scores over time, the days on which they are due, and who may be in a study."""

from datetime import date, timedelta

import pytest
from families import (
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
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.checks import check
from fktui.method.days import AgeRange
from fktui.method.due.deadlines import deadlines
from fktui.method.due.measures import LEEWAY_DAYS, moments
from fktui.method.measures import (
    Direction,
    cutoffs_for,
    may_be_studied,
    missing_for_study,
    participation,
    research_consents,
    scale_changes,
    scale_of,
    scale_series,
    studied_as_a_whole,
    studied_people,
)
from fktui.model.consent import Consent, Consents, Purpose
from fktui.model.instrument import Better, Cutoff, Instrument, Moment, Scale
from fktui.model.issue import Level
from fktui.model.measures import Measurement, Measures, Participation, ParticipationStatus
from fktui.model.network import NetworkPerson, Sector
from fktui.model.trajectory import Closing, Phase, Status

STUDY = "l-study"
WELL = Instrument(
    name="wellbeing",
    title="Wellbeing",
    scales=(
        Scale(name="stress", low=0, high=10, better=Better.LOWER),
        Scale(name="calm", low=0, high=10, better=Better.HIGHER),
        Scale(name="shape", low=0, high=10),
    ),
    due=(
        *(Moment.START_OF_ANALYSIS, Moment.END_OF_ANALYSIS, Moment.MID_EXECUTION),
        *(Moment.END_OF_HELP, Moment.AFTERCARE, Moment.EVERY_CONTACT),
    ),
)
KNOWN = {"wellbeing": WELL}
CHOSEN = replace(NORMS, instruments=(WELL,))


def measured(number, on, scores, **changes):
    given = {"instrument": "wellbeing", "by": (MOTHER,), "about": (MOTHER,)}
    return Measurement(id=f"r-0000{number}", on=on, scores=scores, **given | changes)


def measures(*measurements, **changes):
    return example_case(measures=Measures(measurements=measurements, **changes))


def found(case, today=TODAY, norms=CHOSEN):
    wanted = {"measure-due", "measure-off-scale", "research-without-consent", "research-ask-open"}
    return [one for one in check(case, today, norms, COLLEAGUES) if one.code in wanted]


# From the first time to the last


@pytest.mark.parametrize(
    ("scale", "first", "last", "direction"),
    [
        ("stress", 8, 4, Direction.BETTER),
        ("stress", 4, 8, Direction.WORSE),
        ("calm", 4, 8, Direction.BETTER),
        ("calm", 8, 4, Direction.WORSE),
        ("calm", 4, 4, Direction.SAME),
        ("shape", 4, 8, Direction.OTHER),
        ("shape", 4, 4, Direction.SAME),
        ("elsewhere", 4, 8, Direction.OTHER),
    ],
)
def test_which_way_a_figure_went(scale, first, last, direction):
    late = measured(1, date(2026, 5, 1), {scale: last})
    early = measured(2, date(2026, 3, 1), {scale: first})
    (change,) = scale_changes((late, early), KNOWN)
    assert (change.first_on, change.first, change.last_on, change.last, change.direction) == (
        *(date(2026, 3, 1), first, date(2026, 5, 1), last, direction),
    )


def test_each_person_scale_and_instrument_goes_its_own_way():
    one, two = date(2026, 3, 1), date(2026, 5, 1)
    changes = scale_changes(
        (
            measured(1, one, {"stress": 8, "calm": 1}),
            measured(2, two, {"stress": 4}),
            measured(3, two, {"stress": 9}, about=(SON,)),
            measured(4, one, {"stress": 5}, by=(SON,), about=(SON,)),
            measured(5, two, {"stress": 9}, instrument="other"),
        ),
        KNOWN,
    )
    assert [(one.about, one.scale, one.first, one.last) for one in changes] == [
        ((MOTHER,), "stress", 8, 4)
    ]


def test_of_two_on_the_last_day_the_one_written_last_counts():
    days = (date(2026, 3, 1), date(2026, 5, 1), date(2026, 5, 1))
    given = [measured(n, day, {"calm": n}) for n, day in enumerate(days)]
    assert [(one.first, one.last) for one in scale_changes(given, KNOWN)] == [(0, 2)]


def test_one_day_is_no_change():
    given = [measured(n, TODAY, {"calm": n}) for n in range(2)]
    assert scale_changes(given, KNOWN) == ()


def test_a_scale_is_found_by_its_name():
    assert scale_of(KNOWN, "wellbeing", "calm") == WELL.scales[1]
    assert scale_of(KNOWN, "wellbeing", "x") is None
    assert scale_of(KNOWN, "x", "calm") is None


# What is due

ANALYSIS = period(started_on=date(2026, 4, 6), ended_on=date(2026, 5, 18))
EXECUTION = period(Phase.EXECUTION, started_on=date(2026, 5, 18), ended_on=date(2027, 2, 14))
CLOSING = period(Phase.CLOSING, started_on=date(2027, 2, 14))


def days(case):
    return {one.moment: one.on for one in moments(case, NORMS)}


def test_a_family_before_the_analysis_has_no_moments():
    assert days(example_case(phases=(period(Phase.START),))) == {}


def test_the_moments_follow_the_phases():
    assert days(example_case(phases=(ANALYSIS, EXECUTION))) == {
        Moment.START_OF_ANALYSIS: date(2026, 4, 20),
        Moment.END_OF_ANALYSIS: date(2026, 5, 18),
        Moment.MID_EXECUTION: date(2026, 10, 1),
    }


def test_the_end_is_planned_until_it_is_there():
    case = example_case(phases=(ANALYSIS, EXECUTION, CLOSING))
    assert days(case)[Moment.END_OF_HELP] == date(2027, 3, 28)
    closed = with_trajectory(case, closing=Closing(on=date(2027, 3, 1)))
    assert days(closed)[Moment.END_OF_HELP] == date(2027, 3, 1)
    assert days(closed)[Moment.AFTERCARE] == date(2027, 6, 1)


@pytest.mark.parametrize(
    ("closed_on", "aftercare_on"),
    [(date(2027, 11, 30), date(2028, 2, 29)), (date(2026, 11, 30), date(2027, 2, 28))],
)
def test_the_aftercare_of_a_leap_year(closed_on, aftercare_on):
    case = with_trajectory(example_case(), closing=Closing(on=closed_on))
    assert days(case)[Moment.AFTERCARE] == aftercare_on


def test_the_first_day_that_exists_has_no_day_before_it():
    case = example_case(phases=(period(started_on=date.min),))
    assert moments(case, NORMS)[0].counts_from == date.min


def due(case, norms=CHOSEN):
    return {one.facts["moment"]: one for one in deadlines(case, norms) if one.code == "measure-due"}


def test_nothing_is_due_for_a_team_that_chose_nothing():
    case = example_case(phases=(ANALYSIS, EXECUTION))
    assert due(case, NORMS) == {}
    assert found(case, date(2027, 1, 1), NORMS) == []


def test_what_the_team_chose_is_due_at_the_moments_that_have_a_day():
    found_days = due(example_case(phases=(ANALYSIS, EXECUTION)))
    assert set(found_days) == {"start_of_analysis", "end_of_analysis", "mid_execution"}
    assert {one.record for one in found_days.values()} == {
        f"wellbeing/{moment}" for moment in found_days
    }


@pytest.mark.parametrize(
    ("before", "answered"), [(LEEWAY_DAYS, True), (LEEWAY_DAYS + 1, False), (-300, True)]
)
def test_a_measurement_counts_from_two_weeks_before_on(before, answered):
    on = ANALYSIS.ended_on - timedelta(days=before)
    case = replace(measures(measured(1, on, {"calm": 1})), trajectory=course(ANALYSIS))
    assert due(case)["end_of_analysis"].done is answered


def test_another_instrument_does_not_count():
    other = measured(1, ANALYSIS.ended_on, {"calm": 1}, instrument="other")
    case = replace(measures(other), trajectory=course(ANALYSIS))
    assert not due(case)["end_of_analysis"].done


def course(*phases):
    return example_case(phases=phases).trajectory


@pytest.mark.parametrize(
    ("today", "moments_late"),
    [
        (date(2026, 4, 20), []),
        (date(2026, 4, 21), ["start_of_analysis"]),
        (date(2026, 5, 18), ["start_of_analysis"]),
        (date(2026, 5, 19), ["start_of_analysis", "end_of_analysis"]),
    ],
)
def test_the_day_after_it_is_too_late(today, moments_late):
    issues = found(example_case(phases=(ANALYSIS,)), today)
    assert [one.facts["moment"] for one in issues] == moments_late
    assert {one.level for one in issues} <= {Level.NOTICE}


def test_when_the_help_has_ended_only_the_end_is_left():
    case = with_trajectory(
        example_case(phases=(ANALYSIS, EXECUTION, CLOSING)),
        status=Status.CLOSED,
        closing=Closing(on=date(2027, 3, 1)),
    )
    assert set(due(case)) == {"end_of_help", "aftercare"}
    late = found(case, date(2027, 6, 1))
    assert [one.facts["moment"] for one in late] == ["end_of_help"]


@pytest.mark.parametrize(("value", "wrong"), [(0, False), (10, False), (10.5, True), (-1, True)])
def test_a_figure_that_cannot_be(value, wrong):
    issues = found(measures(measured(1, TODAY, {"calm": value, "elsewhere": 99})))
    assert [one.facts["value"] for one in issues] == ([value] if wrong else [])
    assert [one.record for one in issues] == (["r-00001"] if wrong else [])
    assert found(measures(measured(1, TODAY, {"calm": value})), norms=NORMS) == []


# Who may be in a study


def consent(number, by, about=(), **changes):
    given = {"purpose": Purpose.RESEARCH, "what": "Onderzoek", "recipient": "researcher"}
    given |= {"given_on": date(2026, 4, 1)}
    return Consent(id=f"k-0000{number}", by=by, about=about, **given | changes)


ALL = (
    consent(1, MOTHER, (MOTHER, SON, DAUGHTER)),
    consent(2, FATHER, (FATHER, SON)),
    consent(3, SON),
)
"""The son is 13 and has two parents with authority, the daughter is 9 and has one."""


def studied(*consents, **changes):
    return example_case(consent=Consents(consents=consents), **changes)


def test_everybody_who_must_has_said_yes():
    case = studied(*ALL)
    assert studied_people(case, STUDY, TODAY) == (MOTHER, FATHER, SON, DAUGHTER)
    assert studied_as_a_whole(case, STUDY, TODAY)


@pytest.mark.parametrize(
    ("left_out", "left"),
    [(0, (FATHER,)), (1, (MOTHER, DAUGHTER)), (2, (MOTHER, FATHER, DAUGHTER))],
)
def test_one_yes_less(left_out, left):
    case = studied(*(one for place, one in enumerate(ALL) if place != left_out))
    assert studied_people(case, STUDY, TODAY) == left
    assert not studied_as_a_whole(case, STUDY, TODAY)


def test_who_must_still_say_yes_is_named():
    assert missing_for_study(studied(ALL[0]), SON, STUDY, TODAY) == (SON, FATHER)


def test_without_known_authority_nobody_can_say_yes_for_a_child():
    case = studied(*ALL)
    alone = replace(case, family=replace(case.family, authority=()))
    assert missing_for_study(alone, DAUGHTER, STUDY, TODAY) == (None,)
    assert studied_people(alone, STUDY, TODAY) == (MOTHER, FATHER)


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        ({}, True),
        ({"recipient": None}, True),
        ({"recipient": "school"}, False),
        ({"document": STUDY}, True),
        ({"document": "l-other"}, False),
        ({"purpose": Purpose.SHARE}, False),
        ({"given_on": TODAY}, True),
        ({"given_on": TODAY + timedelta(days=1)}, False),
        ({"until": TODAY}, True),
        ({"until": TODAY - timedelta(days=1)}, False),
        ({"withdrawn_on": TODAY}, False),
        ({"withdrawn_on": TODAY + timedelta(days=1)}, True),
    ],
)
def test_which_yes_counts(change, counts):
    case = studied(replace(consent(1, MOTHER), **change))
    assert bool(research_consents(case, MOTHER, STUDY, TODAY)) is counts
    assert may_be_studied(case, MOTHER, STUDY, TODAY) is counts


@pytest.mark.parametrize(
    ("day", "needed"),
    [
        (date(2024, 9, 13), (MOTHER, FATHER)),
        (date(2024, 9, 14), (SON, MOTHER, FATHER)),
        (date(2028, 9, 13), (SON, MOTHER, FATHER)),
        (date(2028, 9, 14), (SON,)),
    ],
)
def test_who_must_say_yes_changes_on_the_birthday(day, needed):
    assert missing_for_study(studied(), SON, STUDY, day) == needed


def test_who_died_needs_no_yes_and_is_not_in_it():
    dead = tuple(replace(one, died="2026") if one.id == FATHER else one for one in PEOPLE)
    case = studied(*ALL)
    case = replace(case, family=replace(case.family, people=dead))
    assert FATHER not in studied_people(case, STUDY, TODAY)
    assert studied_as_a_whole(case, STUDY, TODAY)


def test_who_left_must_have_said_yes_for_the_family_as_a_whole():
    gone = tuple(
        replace(one, until=date(2026, 4, 1)) if one.id == FATHER else one for one in PEOPLE
    )
    case = studied(ALL[0], ALL[2])
    assert not studied_as_a_whole(
        replace(case, family=replace(case.family, people=gone)), STUDY, TODAY
    )


def test_a_family_of_nobody_is_no_whole():
    assert not studied_as_a_whole(
        replace(studied(), family=replace(studied().family, people=())), STUDY, TODAY
    )


def takes_part(status, on=TODAY, person=MOTHER, number=1):
    return Participation(id=f"k-1000{number}", person=person, study=STUDY, status=status, on=on)


def in_study(*noted, consents=(), **changes):
    return studied(*consents, measures=Measures(participation=noted), **changes)


def test_who_said_no_is_left_out_whatever_was_agreed():
    case = in_study(takes_part(ParticipationStatus.NO), consents=ALL)
    assert studied_people(case, STUDY, TODAY) == (FATHER, SON, DAUGHTER)
    assert studied_people(case, "l-other", TODAY) == (MOTHER, FATHER, SON, DAUGHTER)


def test_what_was_noted_last_counts():
    early = takes_part(ParticipationStatus.NO, date(2026, 1, 1))
    late = takes_part(ParticipationStatus.YES, date(2026, 2, 1), number=2)
    case = in_study(late, early, consents=ALL)
    assert participation(case, MOTHER, STUDY) == late
    assert participation(case, MOTHER, "l-other") is None
    assert may_be_studied(case, MOTHER, STUDY, TODAY)


# The rules about studies


def about_studies(case):
    return found(case, norms=NORMS)


@pytest.mark.parametrize("status", list(ParticipationStatus))
def test_taking_part_without_a_yes(status):
    takes = status in (ParticipationStatus.YES, ParticipationStatus.DONE)
    issues = about_studies(in_study(takes_part(status)))
    assert [one.code for one in issues] == (["research-without-consent"] if takes else [])
    assert about_studies(in_study(takes_part(status), consents=ALL)) == []
    for one in issues:
        assert (one.level, one.record) == (Level.WARNING, "k-10001")
        assert one.facts["source"] == "Jeugdwet 7.3.12"
        assert one.facts["name"] == "Sherida"


@pytest.mark.parametrize(
    ("status", "taken_back", "told"),
    [
        (ParticipationStatus.YES, TODAY, True),
        (ParticipationStatus.DONE, TODAY, False),
        (ParticipationStatus.DONE, date(2026, 4, 10), True),
    ],
)
def test_a_yes_that_is_taken_back(status, taken_back, told):
    given = consent(1, MOTHER, withdrawn_on=taken_back)
    case = in_study(takes_part(status, date(2026, 4, 20)), consents=(given,))
    assert [one.code for one in about_studies(case)] == ["research-without-consent"] * told


@pytest.mark.parametrize(("waited", "told"), [(14, False), (15, True)])
def test_asked_and_no_answer(waited, told):
    asked = takes_part(ParticipationStatus.ASKED, TODAY - timedelta(days=waited))
    issues = about_studies(in_study(asked))
    assert [one.code for one in issues] == ["research-ask-open"] * told


def test_asked_on_a_day_that_nobody_noted_says_nothing():
    assert about_studies(in_study(takes_part(ParticipationStatus.ASKED, None))) == []


def test_somebody_around_the_family_may_take_part_too():
    one = NetworkPerson(id="n-gran0", name="Hermine", sector=Sector.FAMILY, ring=1)
    case = in_study(takes_part(ParticipationStatus.YES, person="n-gran0"))
    assert [issue.facts["name"] for issue in about_studies(case)] == [one.name]
    yes = consent(1, "n-gran0")
    assert (
        about_studies(
            in_study(takes_part(ParticipationStatus.YES, person="n-gran0"), consents=(yes,))
        )
        == []
    )


def test_an_id_of_nobody_stops_no_rule():
    assert about_studies(in_study(takes_part(ParticipationStatus.YES, person="p-zzzzz"))) == []


def test_the_rules_hold_after_the_help_too():
    case = with_trajectory(in_study(takes_part(ParticipationStatus.YES)), status=Status.CLOSED)
    assert [one.code for one in about_studies(case)] == ["research-without-consent"]


def test_a_series_is_of_one_figure_of_the_same_people_in_the_order_of_days():
    later, first = (
        Measurement(
            id=f"r-0000{day.day}", instrument="ors", on=day, by=(MOTHER,), scores={"total": value}
        )
        for day, value in ((TODAY, 30.0), (TODAY - timedelta(days=1), 20.0))
    )
    other = replace(first, id="r-00009", by=(FATHER,))
    found = scale_series((later, first, other))
    assert [values for _key, values in found.items()] == [
        [(first.on, 20.0), (later.on, 30.0)],
        [(first.on, 20.0)],
    ]


@pytest.mark.parametrize(
    ("ages", "values"),
    [
        (None, [3]),
        ((12, 12), [3]),
        ((13, 13), [28, 3]),
        ((17, 17), [28, 3]),
        ((18, 18), [25, 3]),
        ((80, 81), [25, 3]),
        ((12, 13), [3]),
        ((17, 18), [3]),
    ],
)
def test_a_cutoff_is_for_some_ages_and_only_when_the_age_is_sure(ages, values):
    cutoffs = (
        Cutoff(value=25, from_age=18),
        Cutoff(value=28, from_age=13, to_age=17),
        Cutoff(value=3),
    )
    scale = Scale(name="total", low=0, high=40, cutoffs=cutoffs)
    found = cutoffs_for(scale, AgeRange(*ages) if ages else None)
    assert [one.value for one in found] == values
