"""The eight effective factors and the six elements, counted from an invented family."""

from datetime import date, timedelta

import pytest
from families import (
    DAUGHTER,
    GOAL,
    MOTHER,
    NORMS,
    SON,
    TODAY,
    example_case,
    period,
    with_trajectory,
)
from msgspec.structs import replace

from fktui.method.factors import Factors, Period, aftercare, factors, joined, summed
from fktui.model.analysis import Analysis, Strength, Worry
from fktui.model.case import Case
from fktui.model.journal import (
    Contact,
    ContactKind,
    Element,
    Meeting,
    MeetingKind,
    MeetingStatus,
    PlaceKind,
)
from fktui.model.network import (
    CommunityState,
    CommunityUse,
    Network,
    NetworkPerson,
    RoleAgreement,
    Sector,
)
from fktui.model.plan import Actor, Plan, Step
from fktui.model.trajectory import Aftercare, Closing

ALL = Period(until=TODAY)
DAY = timedelta(days=1)
CLOSED = date(2025, 11, 30)


def contact(number: int, on: date = TODAY, **fields: object) -> Contact:
    return Contact(id=f"c-1000{number}", on=on, **fields)


def counted(case: Case, found: Period = ALL) -> Factors:
    return factors(case, found, NORMS)


def test_hours_and_weeks_are_those_of_contacts_and_held_meetings() -> None:
    case = example_case(
        phases=(period(started_on=TODAY - timedelta(days=13)),),
        contacts=(contact(1, hours=2.5), contact(2)),
        meetings=(
            Meeting(id="m-00001", on=TODAY, status=MeetingStatus.HELD, hours=1.5),
            Meeting(id="m-00002", on=TODAY, hours=8),
        ),
    )
    found = counted(case)
    assert (found.hours, found.weeks, found.hours_per_week) == (4.0, 2.0, 2.0)


def test_less_than_a_week_counts_as_one() -> None:
    case = example_case(phases=(period(started_on=TODAY),), contacts=(contact(1, hours=3),))
    assert counted(case).hours_per_week == 3


@pytest.mark.parametrize(
    ("began", "long"),
    [
        (TODAY, 0),
        (date(2025, 5, 11), 0),  # a year today is the aim, no longer
        (date(2025, 5, 10), 1),
    ],
)
def test_longer_than_the_aim(began: date, long: int) -> None:
    assert counted(example_case(phases=(period(started_on=began),))).long == long


def test_help_that_ended_is_as_long_as_it_was() -> None:
    case = example_case(phases=(period(started_on=date(2024, 12, 1), ended_on=CLOSED),))
    found = counted(with_trajectory(case, closing=Closing(on=CLOSED)))
    assert (found.long, found.weeks) == (0, pytest.approx(365 / 7))


def test_contacts_outside_the_period_do_not_count() -> None:
    on = (TODAY - 2 * DAY, TODAY - DAY, TODAY, TODAY + DAY)
    contacts = tuple(
        contact(number, day, hours=1, kind=ContactKind.PRACTICAL, place=PlaceKind.HOME)
        for number, day in enumerate(on)
    )
    found = counted(example_case(contacts=contacts), Period(since=TODAY - DAY, until=TODAY))
    assert (found.contacts, found.practical, found.near, found.hours) == (2, 2, 2, 2.0)


def test_places_tell_whether_help_came_to_the_family() -> None:
    places = (PlaceKind.HOME, PlaceKind.HOME, PlaceKind.SCHOOL, PlaceKind.PHONE, None)
    contacts = tuple(contact(number, place=place) for number, place in enumerate(places))
    found = counted(example_case(contacts=contacts))
    assert (found.places, found.near) == ({"home": 2, "school": 1, "phone": 1}, 3)


def test_strengths_stand_beside_worries_that_still_hold() -> None:
    analysis = Analysis(
        strengths=(Strength(id="w-00001", what="humor"),),
        worries=(
            Worry(id="w-00002", what="schulden"),
            Worry(id="w-00003", what="school", outdated_on=TODAY),
        ),
    )
    found = counted(example_case(analysis=analysis))
    assert (found.strengths, found.worries) == (1, 1)


def test_the_wider_surroundings_and_the_professionals_are_told_apart() -> None:
    people = (
        NetworkPerson(id="n-00001", name="Oma", sector=Sector.FAMILY, ring=1),
        NetworkPerson(id="n-00002", name="Ooit", sector=Sector.FRIENDS, ring=2, until=TODAY),
        NetworkPerson(id="n-00003", name="Huisarts", sector=Sector.PROFESSIONALS, ring=3),
    )
    roles = (
        RoleAgreement(id="q-00001", role="schulden", who=("n-00003",)),
        RoleAgreement(id="q-00002", role="school", who=("n-00003",), until=TODAY - DAY),
    )
    found = counted(example_case(network=Network(people=people, roles=roles)))
    assert (found.network, found.professionals, found.roles) == (1, 1, 1)


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({}, True),
        ({"state": CommunityState.ASKED}, False),
        ({"on": TODAY}, True),
        ({"on": TODAY + DAY}, False),
        ({"until": TODAY}, True),
        ({"until": TODAY - DAY}, False),
    ],
)
def test_a_place_counts_while_the_family_takes_part(
    changes: dict[str, object], there: bool
) -> None:
    use = replace(CommunityUse(id="o-00001", what="sport", state=CommunityState.JOINED), **changes)
    case = example_case(network=Network(community=(use,)))
    assert bool(joined(case, TODAY)) == there


def test_meetings_and_consultations() -> None:
    held = MeetingStatus.HELD
    meetings = (
        Meeting(id="m-00001", on=TODAY, status=held),
        Meeting(id="m-00002", on=TODAY, status=held, kind=MeetingKind.CONSULTATION),
        Meeting(id="m-00003", on=TODAY, status=MeetingStatus.CANCELLED),
    )
    contacts = (contact(1, kind=ContactKind.CONSULTATION),)
    found = counted(example_case(meetings=meetings, contacts=contacts))
    assert (found.meetings, found.consultations) == (1, 2)


def test_help_for_everybody_is_counted_by_member() -> None:
    analysis = Analysis(
        strengths=(Strength(id="w-00001", what="zingt", about=(SON, DAUGHTER)),),
        worries=(Worry(id="w-00002", what="slaapt slecht", about=(SON,)),),
    )
    contacts = (contact(1, present=(SON,)), contact(2, present=(SON, MOTHER)))
    found = counted(example_case(analysis=analysis, contacts=contacts))
    assert (found.members, found.alone) == (4, 1)
    assert (found.with_strength, found.with_worry, found.with_goal) == (2, 1, 1)


def test_tags_are_counted_once_a_contact() -> None:
    tags = (Element.JOINING, Element.JOINING, Element.NORMALISING)
    contacts = (contact(1, elements=tags, principles=("l-00001", "l-00001")), contact(2))
    found = counted(example_case(contacts=contacts))
    assert found.tagged == {"joining": 1, "normalising": 1}
    assert found.principles == {"l-00001": 1}


def test_the_files_show_elements_without_any_tag() -> None:
    steps = (
        Step(id="s-00001", what="a", by=Actor.NETWORK, done=TODAY),
        Step(id="s-00002", what="b", by=Actor.PROFESSIONAL, done=TODAY),
        Step(id="s-00003", what="c", by=Actor.FAMILY, done=TODAY + DAY),
        Step(id="s-00004", what="d", by=Actor.FAMILY),
    )
    goals = (replace(GOAL, steps=steps, priority=1), replace(GOAL, id="g-00002", owners=(SON,)))
    asked = CommunityUse(id="o-00001", what="sport", state=CommunityState.ASKED)
    case = example_case(
        plan=Plan(goals=goals),
        network=Network(
            community=(asked, replace(asked, id="o-00002", state=CommunityState.LOOKED)),
            roles=(RoleAgreement(id="q-00001", role="schulden"),),
        ),
        contacts=(contact(1, place=PlaceKind.SCHOOL), contact(2, place=PlaceKind.OFFICE)),
    )
    assert counted(case).shown == {
        "whole_family": 2,
        "joining": 1,
        "together": 1,
        "prioritising": 1,
        "area_based": 1,
        "normalising": 1,
    }


@pytest.mark.parametrize(
    ("held_on", "since", "until", "expected"),
    [
        (None, date.min, date(2026, 2, 27), (0, 0)),  # three months after 30 November
        (None, date.min, date(2026, 2, 28), (1, 0)),
        (date(2026, 2, 28), date.min, date(2026, 2, 28), (1, 1)),
        (date(2026, 3, 5), date.min, date(2026, 2, 28), (1, 0)),
        (date(2026, 3, 5), date(2026, 3, 1), date(2026, 3, 31), (1, 1)),
        (date(2026, 1, 5), date(2026, 3, 1), date(2026, 3, 31), (0, 0)),
    ],
)
def test_aftercare_is_due_three_months_after_the_end(
    held_on: date | None, since: date, until: date, expected: tuple[int, int]
) -> None:
    care = Aftercare(held_on=held_on) if held_on else None
    case = with_trajectory(example_case(), closing=Closing(on=CLOSED), aftercare=care)
    assert aftercare(case, Period(since=since, until=until), NORMS) == expected


def test_no_aftercare_before_the_end() -> None:
    assert aftercare(example_case(), ALL, NORMS) == (0, 0)


def test_families_add_up() -> None:
    one = Factors(families=1, hours=2.5, near=1, places={"home": 2}, shown={"joining": 1})
    two = Factors(families=1, hours=1.0, places={"home": 1, "phone": 3})
    total = summed([one, two])
    assert (total.families, total.hours, total.near) == (2, 3.5, 1)
    assert (total.places, total.shown) == ({"home": 3, "phone": 3}, {"joining": 1})
    assert summed([]) == Factors()
    assert Factors().hours_per_week == 0


def test_a_family_whose_help_has_not_begun_has_no_weeks() -> None:
    found = counted(example_case(phases=()))
    assert (found.weeks, found.long) == (0, 0)
