"""What a coach wants to know before she rings the bell."""

from datetime import date, timedelta

from fktui.model.plan import GoalStatus
from fktui.model.trajectory import Phase
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.journal.contacts import add_contact
from fktui.usecases.overview.glance import Glance, glance
from fktui.usecases.plan.goals import add_goal, add_step, score_goal, set_goal_status
from fktui.usecases.records import add_record

TODAY = date(2026, 11, 21)


def seen(desk: Desk, case_id: str) -> Glance:
    return glance(desk, desk.load(case_id), desk.today)


def test_a_new_family_is_nearly_empty(desk: Desk, koolmees: str) -> None:
    found = seen(desk, koolmees)
    assert (found.phase, found.members, found.goals, found.contacts) == (None, (), (), ())
    assert found.network == {1: 0, 2: 0, 3: 0}
    assert found.t_scores == (None, None)


def test_the_phase_with_its_week_and_its_hours(desk: Desk) -> None:
    start = TODAY - timedelta(days=8)
    case_id = new_case(desk, NewCase(name="Gezin Wulp", start=start)).case.id
    add_contact(desk, case_id, {"hours": 6.0, "on": TODAY - timedelta(days=1)})
    phase = seen(desk, case_id).phase
    assert phase is not None
    assert (phase.period.phase, phase.week) == (Phase.START, 2)
    assert phase.until == phase.period.planned_until
    assert phase.hours is not None
    assert phase.hours.per_week > 0


def test_members_have_their_age_and_who_left_is_left_out(desk: Desk, koolmees: str) -> None:
    for name, born, until in (("Mila", "2014-06-02", None), ("Ruben", None, TODAY)):
        fields = {"name": name, "role": "child", "born": born, "until": until}
        add_record(desk, koolmees, "person", fields)
    [(mila, ages)] = seen(desk, koolmees).members
    assert mila.name == "Mila"
    assert ages is not None
    assert (ages.youngest, ages.oldest) == (12, 12)


def test_open_goals_come_first_in_the_familys_order(desk: Desk, koolmees: str) -> None:
    for title, priority in (("Derde", None), ("Eerste", 1), ("Klaar", 1), ("Tweede", 2)):
        add_goal(desk, koolmees, {"title": title, "priority": priority})
    set_goal_status(desk, koolmees, "Klaar", GoalStatus.REACHED, on=TODAY)
    add_step(desk, koolmees, "Eerste", {"what": "Bellen"})
    add_step(desk, koolmees, "Eerste", {"what": "Schrijven", "done": TODAY})
    add_step(desk, koolmees, "Eerste", {"what": "Wachten", "dropped": TODAY})
    score_goal(desk, koolmees, "Eerste", -2, on=TODAY - timedelta(days=9))
    score_goal(desk, koolmees, "Eerste", 1)
    found = seen(desk, koolmees)
    assert [now.goal.title for now in found.goals] == ["Eerste", "Tweede", "Derde", "Klaar"]
    first = found.goals[0]
    assert (first.first, first.last, first.open_steps) == (-2, 1, 1)
    assert found.t_scores[0] is not None


def test_the_three_newest_contacts_and_the_people_per_ring(desk: Desk, koolmees: str) -> None:
    for days in (9, 1, 5, 3):
        add_contact(desk, koolmees, {"on": TODAY - timedelta(days=days), "body": "x"})
    for number, ring in enumerate((1, 1, 3)):
        fields = {"name": f"Buur {number}", "sector": "friends", "ring": ring}
        add_record(desk, koolmees, "network", fields, sector="friends", ring=ring)
    found = seen(desk, koolmees)
    assert [(TODAY - one.on).days for one in found.contacts] == [1, 3, 5]
    assert found.network == {1: 2, 2: 0, 3: 1}
