"""Family meetings: planned, held with what was agreed, cancelled."""

from datetime import date

import pytest

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.journal import MeetingStatus
from fktui.model.plan import Actor
from fktui.model.trajectory import Phase
from fktui.usecases.journal import meetings
from fktui.usecases.journal.meetings import Agreed, agreed
from fktui.usecases.plan.goals import add_step
from fktui.usecases.records import edit_record
from fktui.words.agenda_points import with_minutes, without_minutes
from fktui.words.language import speaking

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


# The rhythm, and the agenda that is proposed


def phase_begins(desk, family, phase):
    """The family in another phase since 1 November."""
    (running,) = [p for p in desk.load(family.case).case.trajectory.phases if p.started_on]
    edit_record(desk, family.case, running.id, ("phase",), {"phase": phase})
    return running.id


def test_the_next_meeting_falls_out_of_the_rhythm(desk, ijsvogel):
    phase_begins(desk, ijsvogel, Phase.EXECUTION)
    made = plan(desk, ijsvogel)
    meetings.hold_meeting(desk, ijsvogel.case, made, {})
    assert meeting(desk, ijsvogel, made).next_on == date(2027, 2, 12)


@pytest.mark.parametrize(
    ("fields", "hold", "next_on"),
    [
        ({}, {"next_on": date(2027, 1, 8)}, date(2027, 1, 8)),
        ({"kind": "consultation"}, {}, None),
        ({"next_on": date(2027, 1, 9)}, {}, date(2027, 1, 9)),
    ],
)
def test_what_is_said_goes_before_the_rhythm(desk, ijsvogel, fields, hold, next_on):
    phase_begins(desk, ijsvogel, Phase.EXECUTION)
    made = plan(desk, ijsvogel, **fields)
    meetings.hold_meeting(desk, ijsvogel.case, made, hold)
    assert meeting(desk, ijsvogel, made).next_on == next_on


def test_a_meeting_that_is_planned_already_is_the_next_one(desk, ijsvogel):
    phase_begins(desk, ijsvogel, Phase.EXECUTION)
    made = plan(desk, ijsvogel)
    plan(desk, ijsvogel, date(2026, 12, 4))
    meetings.hold_meeting(desk, ijsvogel.case, made, {})
    assert meeting(desk, ijsvogel, made).next_on == date(2026, 12, 4)


def test_a_meeting_held_early_is_not_its_own_next_one(desk, ijsvogel):
    made = plan(desk, ijsvogel, date(2026, 12, 4))
    meetings.hold_meeting(desk, ijsvogel.case, made, {})
    assert meeting(desk, ijsvogel, made).next_on is None


def test_how_often_is_agreed(desk, ijsvogel):
    stay = phase_begins(desk, ijsvogel, Phase.EXECUTION)
    saved = meetings.agree_rhythm(desk, ijsvogel.case, 4)
    assert (saved.act.record, saved.act.fields) == (stay, ("meeting_weeks",))
    made = plan(desk, ijsvogel)
    meetings.hold_meeting(desk, ijsvogel.case, made, {})
    assert meeting(desk, ijsvogel, made).next_on == date(2026, 12, 18)


def test_how_often_in_a_phase_to_come(desk, ijsvogel):
    meetings.agree_rhythm(desk, ijsvogel.case, 52, "closing")
    weeks = {p.phase: p.meeting_weeks for p in desk.load(ijsvogel.case).case.trajectory.phases}
    assert (weeks[Phase.CLOSING], weeks[Phase.START]) == (52, None)


@pytest.mark.parametrize("weeks", [0, 53, -1])
def test_how_often_is_from_one_week_to_a_year(desk, ijsvogel, weeks):
    with pytest.raises(WrongUse) as raised:
        meetings.agree_rhythm(desk, ijsvogel.case, weeks)
    assert raised.value.code == "weeks-outside"


def test_the_proposed_points_are_put_on_the_agenda_own_points_after_them(desk, ijsvogel):
    add_step(desk, ijsvogel.case, ijsvogel.goal, {"what": "Bellen", "due": TODAY})
    done = meetings.plan_proposed(
        desk, ijsvogel.case, {"on": date(2026, 12, 4), "agenda": ("Kerst",)}
    )
    made = meeting(desk, ijsvogel, done.saved.act.record)
    assert made.on == date(2026, 12, 4)
    assert made.agenda[0] == "Step, until 21 November 2026: Bellen"
    assert made.agenda[-1] == "Kerst"
    assert done.kept_apart == ()


def test_without_a_day_the_proposed_meeting_is_on_that_of_the_rhythm(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        meetings.plan_proposed(desk, ijsvogel.case, {})
    assert raised.value.code == "field-empty"
    phase_begins(desk, ijsvogel, Phase.CLOSING)
    done = meetings.plan_proposed(desk, ijsvogel.case, {})
    assert meeting(desk, ijsvogel, done.saved.act.record).on == date(2026, 11, 29)


def test_the_agenda_is_in_the_language_of_the_store(desk, ijsvogel):
    add_step(desk, ijsvogel.case, ijsvogel.goal, {"what": "Bellen", "due": TODAY})
    with speaking("nl"):
        done = meetings.plan_proposed(desk, ijsvogel.case, {"on": TODAY})
    assert meeting(desk, ijsvogel, done.saved.act.record).agenda[0].startswith("Step, until")


def test_points_that_not_everybody_may_read_are_kept_apart(desk, ijsvogel):
    add_step(desk, ijsvogel.case, ijsvogel.goal, {"what": "Geheim", "due": TODAY})
    readers = {"visible_to": (ijsvogel.mila, "team")}
    edit_record(desk, ijsvogel.case, ijsvogel.goal, ("goal",), readers)
    done = meetings.plan_proposed(desk, ijsvogel.case, {"on": TODAY})
    assert [point.code for point in done.kept_apart] == ["step-due"]
    agenda = meeting(desk, ijsvogel, done.saved.act.record).agenda
    assert not any("Geheim" in point for point in agenda)


def test_points_are_added_once_to_a_meeting_that_is_planned(desk, ijsvogel):
    made = plan(desk, ijsvogel, date(2026, 12, 4), agenda=("Kerst",))
    add_step(desk, ijsvogel.case, ijsvogel.goal, {"what": "Bellen", "due": TODAY})
    meetings.add_proposed(desk, ijsvogel.case, made)
    agenda = meeting(desk, ijsvogel, made).agenda
    assert agenda[:2] == ("Kerst", "Step, until 21 November 2026: Bellen")
    with pytest.raises(WrongUse) as raised:
        meetings.add_proposed(desk, ijsvogel.case, made)
    assert raised.value.code == "nothing-changed"


def test_what_was_agreed_is_done_with_the_step_that_it_became(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    said = (agreed("call the school;;; samen"), agreed("cook together"))
    meetings.hold_meeting(desk, ijsvogel.case, made, {}, said)
    for words in ("call", "cook"):
        meetings.finish_agreement(desk, ijsvogel.case, words, TODAY)
    school, cook = meeting(desk, ijsvogel, made).agreements
    (step,) = desk.load(ijsvogel.case).case.plan.goals[0].steps
    assert (school.done, cook.done, step.done) == (TODAY, TODAY, TODAY)
    story = desk.store.stories(ijsvogel.case)[0]
    assert story.subject == f"Agreement of a meeting {cook.id}: done on"


def test_what_was_agreed_is_done_once_and_not_tomorrow(desk, ijsvogel):
    made = plan(desk, ijsvogel)
    meetings.hold_meeting(desk, ijsvogel.case, made, {}, (agreed("cook"),))
    with pytest.raises(WrongUse) as raised:
        meetings.finish_agreement(desk, ijsvogel.case, "cook", date(2026, 11, 22))
    assert raised.value.code == "day-to-come"
    meetings.finish_agreement(desk, ijsvogel.case, "cook", TODAY)
    with pytest.raises(WrongUse) as raised:
        meetings.finish_agreement(desk, ijsvogel.case, "cook", TODAY)
    assert raised.value.code == "nothing-changed"


# As it is written down at the table, and minutes on the agenda


@pytest.mark.parametrize(
    ("typed", "what", "who", "due"),
    [
        ("call school @Mila fri", "call school", ("Mila",), "fri"),
        ("call school @Mila, Oom Ali 3-12", "call school", ("Mila", "Oom Ali"), "3-12"),
        ("cook @Mila @Oom Ali", "cook", ("Mila", "Oom Ali"), ""),
        ("cook @Mo", "cook", ("Mo",), ""),
        ("cook @Jan 3", "cook", ("Jan",), "3"),
        ("cook @Mila 3 december", "cook", ("Mila",), "3 december"),
        ("cook @Mila 30-2", "cook", ("Mila",), "30-2"),
        ("mail me@home; Mila", "mail me@home", ("Mila",), ""),
        ("cook @", "cook", (), ""),
        ("mail me@home.example", "mail me@home.example", (), ""),
    ],
)
def test_what_was_agreed_as_it_is_written_at_the_table(typed, what, who, due):
    found = agreed(typed)
    assert (found.what, found.who, found.due) == (what, who, due)


def test_something_has_to_be_agreed():
    with pytest.raises(WrongUse):
        agreed(" @Mila fri")


@pytest.mark.parametrize(
    ("text", "said", "count"),
    [
        ("School (10 min)", "School", 10),
        ("School", "School", None),
        ("(5 min) x", "(5 min) x", None),
    ],
)
def test_minutes_stand_behind_a_point(text, said, count):
    assert without_minutes(text) == (said, count)
    assert without_minutes(with_minutes("School", 15)) == ("School", 15)


def test_points_of_the_agenda_have_minutes_and_are_added_once(desk, ijsvogel):
    points, apart = meetings.agenda_points(desk, desk.load(ijsvogel.case).case, date(2027, 2, 1))
    assert apart == 0
    assert points
    assert all(without_minutes(one.text)[1] for one in points)
    made = plan(desk, ijsvogel, date(2027, 2, 1), agenda=tuple(one.text for one in points))
    with pytest.raises(WrongUse) as raised:
        meetings.add_proposed(desk, ijsvogel.case, made)
    assert raised.value.code == "nothing-changed"
