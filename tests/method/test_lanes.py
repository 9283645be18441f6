"""The timeline in two lanes, in the order of time, however little of a date is known."""

from itertools import permutations

import pytest
from families import SON, TIMELINE, example_case

from fktui.method.timeline import began, experience_of, in_time, lanes
from fktui.model.family import Person, Role
from fktui.model.integrity import check_integrity
from fktui.model.timeline import Event, EventKind, Experience, Timeline

LIYA = "p-11ya0"


def event(number, **fields):
    return Event(id=f"e-0000{number}", title="iets", **fields)


def child(born):
    return (Person(id=LIYA, name="Liya", role=Role.CHILD, born=born),)


@pytest.mark.parametrize(
    ("fields", "born", "when"),
    [
        ({"on": "2012"}, None, (2012, 0, 0)),
        ({"on": "2012-06"}, None, (2012, 6, 0)),
        ({"on": "2012-06-30"}, None, (2012, 6, 30)),
        ({"age_of": LIYA, "age": 4}, "2013-05-30", (2017, 5, 30)),
        ({"age_of": LIYA, "age": 0}, "2013-05-30", (2013, 5, 30)),
        ({"age_of": LIYA, "age": 1}, "2012-02-29", (2013, 3, 1)),
        ({"age_of": LIYA, "age": 4}, "2012-02-29", (2016, 2, 29)),
        ({"age_of": LIYA, "age": 4}, "2013-05", (2017, 5, 0)),
        ({"age_of": LIYA, "age": 4}, "2013", (2017, 0, 0)),
        ({"age_of": LIYA, "age": 4}, "2013-02-30", (2017, 2, 0)),
        ({"age_of": LIYA, "age": 4, "on": "2020"}, "2013", (2020, 0, 0)),
        ({"age_of": LIYA, "age": 4}, None, None),
        ({"age_of": LIYA}, "2013", None),
        ({"age_of": "p-zzzzz", "age": 4}, "2013", None),
        ({"age": 4}, "2013", None),
        ({}, None, None),
        ({"on": "2012-13-99"}, None, (2012, 13, 99)),
    ],
)
def test_when_it_began_as_far_as_that_is_known(fields, born, when):
    assert began(event(1, **fields), child(born)) == when


def test_events_come_in_the_order_of_time_and_the_unknown_last():
    dated = [
        event(1, on="2012"),
        event(2, on="2012-01"),
        event(3, on="2012-01-01"),
        event(4, age_of=LIYA, age=4),
        event(5, on="2018"),
        event(6),
    ]
    for shuffled in permutations(dated):
        assert list(in_time(shuffled, child("2013-05-30"))) == dated


def test_what_is_of_one_year_keeps_the_order_of_the_file():
    pair = (event(2, on="2012"), event(1, on="2012"))
    assert in_time(pair, ()) == pair


@pytest.mark.parametrize("kind", list(EventKind))
def test_help_and_placements_have_a_lane_of_their_own(kind):
    found = lanes(example_case(timeline=Timeline(events=(event(1, kind=kind),))))
    assert bool(found.care) is (kind in (EventKind.HELP, EventKind.PLACEMENT))
    assert bool(found.life) is not bool(found.care)


def test_the_example_family_has_both_lanes():
    found = lanes(example_case())
    assert (*found.life, *found.care) == TIMELINE.events


def test_each_person_has_an_experience_of_their_own():
    felt = Experience(id="r-00001", person=SON, value=-3)
    one = event(1, experiences=(felt,))
    assert experience_of(one, SON) is felt
    assert experience_of(one, LIYA) is None


@pytest.mark.parametrize(
    ("fields", "impossible"),
    [
        ({"on": "2016-02-29"}, []),
        ({"on": "2017-02-29"}, ["2017-02-29"]),
        ({"on": "2017-13"}, ["2017-13"]),
        ({"on": "2017", "until": "2018-04-31"}, ["2018-04-31"]),
    ],
)
def test_a_day_on_the_timeline_that_does_not_exist_is_reported(fields, impossible):
    case = example_case(timeline=Timeline(events=(event(1, **fields),)))
    found = check_integrity(case, frozenset({"t-c0ach", "t-sec0d", "t-1ead0"}))
    assert [i.facts["given"] for i in found if i.code == "impossible-date"] == impossible
