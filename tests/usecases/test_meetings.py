"""Family meetings: planned, held with what was agreed, cancelled."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.journal import MeetingStatus
from fktui.model.plan import Actor
from fktui.usecases.journal import meetings
from fktui.usecases.journal.meetings import Agreed, agreed

TODAY = date(2026, 11, 21)


def plan(desk, family, on=date(2026, 11, 20), **fields):
    return meetings.plan_meeting(desk, family.case, {"on": on, **fields}).act.record


def meeting(desk, family, given):
    return next(one for one in desk.load(family.case).case.meetings if one.id == given)


def commit_count(desk, family):
    return len(desk.store.stories(family.case))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("cook together", Agreed("cook together")),
        (" call ; Ali, Mila ; fri ", Agreed("call", ("Ali", "Mila"), "fri")),
        ("call;;;eat", Agreed("call", (), "", "eat")),
    ],
)
def test_an_agreement_is_read_in_four_parts(text, read):
    assert agreed(text) == read


@pytest.mark.parametrize(
    ("text", "code"), [("; Ali", "field-empty"), ("a;b;c;d;e", "agreement-parts")]
)
def test_an_agreement_that_cannot_be_read(text, code):
    with pytest.raises(WrongUse) as raised:
        agreed(text)
    assert raised.value.code == code


def test_a_meeting_is_planned(desk, ijsvogel):
    made = plan(desk, ijsvogel, date(2026, 12, 2), at="15:30", agenda=("School",))
    found = meeting(desk, ijsvogel, made)
    assert (found.status, found.at, found.agenda) == (MeetingStatus.PLANNED, "15:30", ("School",))
    story = desk.store.stories(ijsvogel.case)[0]
    assert story.subject == f"Meeting {made} planned for 2 December 2026"


def test_held_with_agreements_and_steps_in_one_commit(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    before = commit_count(desk, ijsvogel)
    said = (agreed("call the school; oom; fri; samen"), agreed("cook together; Mila, jay"))

    meetings.hold_meeting(desk, ijsvogel.case, None, {"present": (ijsvogel.mila,)}, said)

    assert commit_count(desk, ijsvogel) == before + 1
    found = meeting(desk, ijsvogel, made)
    assert (found.status, found.on, found.present) == (
        MeetingStatus.HELD,
        date(2026, 11, 20),
        (ijsvogel.mila,),
    )
    school, cook = found.agreements
    assert (school.who, school.due) == ((ijsvogel.ali,), date(2026, 11, 20))
    assert (cook.who, cook.due, cook.goal, cook.step) == (
        (ijsvogel.mila, ijsvogel.jaylen),
        None,
        None,
        None,
    )
    (goal,) = desk.load(ijsvogel.case).case.plan.goals
    (step,) = goal.steps
    assert (school.goal, school.step) == (goal.id, step.id)
    assert (step.what, step.by, step.meeting) == ("call the school", Actor.NETWORK, made)
    assert desk.store.stories(ijsvogel.case)[0].subject == f"Meeting {made} held"


def test_an_unknown_person_leaves_everything_as_it_was(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    with pytest.raises(NotFound):
        meetings.hold_meeting(desk, ijsvogel.case, made, {}, (agreed("call; Nobody"),))
    assert meeting(desk, ijsvogel, made).status is MeetingStatus.PLANNED


def test_held_earlier_than_planned_was_today_unless_another_day_is_said(desk, ijsvogel):
    first = plan(desk, ijsvogel, date(2026, 12, 2))
    meetings.hold_meeting(desk, ijsvogel.case, first, {})
    assert meeting(desk, ijsvogel, first).on == TODAY
    second = plan(desk, ijsvogel, date(2026, 12, 9))
    meetings.hold_meeting(desk, ijsvogel.case, second, {"on": date(2026, 11, 19)})
    assert meeting(desk, ijsvogel, second).on == date(2026, 11, 19)


def test_a_meeting_to_come_was_not_held(desk, ijsvogel):
    plan(desk, ijsvogel)
    with pytest.raises(WrongUse) as raised:
        meetings.hold_meeting(desk, ijsvogel.case, None, {"on": date(2026, 11, 22)})
    assert raised.value.code == "day-to-come"


def test_without_a_name_there_must_be_one_planned(desk, ijsvogel):
    with pytest.raises(NotFound):
        meetings.hold_meeting(desk, ijsvogel.case, None, {})
    plan(desk, ijsvogel)
    plan(desk, ijsvogel)
    with pytest.raises(Ambiguous) as raised:
        meetings.hold_meeting(desk, ijsvogel.case, None, {})
    assert len(raised.value.facts["candidates"]) == 2


def test_a_meeting_is_held_once(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    meetings.hold_meeting(desk, ijsvogel.case, made, {})
    with pytest.raises(WrongUse) as raised:
        meetings.hold_meeting(desk, ijsvogel.case, made, {})
    assert raised.value.code == "meeting-not-planned"


def test_cancelled_stays_in_the_record(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    meetings.cancel_meeting(desk, ijsvogel.case, None, "Everybody is ill")
    assert meeting(desk, ijsvogel, made).status is MeetingStatus.CANCELLED
    story = desk.store.stories(ijsvogel.case)[0]
    assert (story.subject, story.reason) == (f"Meeting {made} cancelled", "Everybody is ill")


def test_a_meeting_is_changed(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    meetings.edit_meeting(desk, ijsvogel.case, "20-11-2026", {"place": "Buurthuis"})
    assert meeting(desk, ijsvogel, made).place == "Buurthuis"
    assert desk.store.stories(ijsvogel.case)[0].subject == f"Meeting {made}: place"


def test_all_meetings_the_last_one_first(desk, ijsvogel):
    early = plan(desk, ijsvogel, date(2026, 12, 2), at="09:00")
    late = plan(desk, ijsvogel, date(2026, 12, 2), at="15:00")
    before = plan(desk, ijsvogel)
    found = meetings.meetings(desk.load(ijsvogel.case).case)
    assert [one.id for one in found] == [late, early, before]
