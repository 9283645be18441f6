"""The end of the help, and taking it up again."""

from datetime import date

import pytest

from fktui.errors import WrongUse
from fktui.model.case import put
from fktui.model.stored import Act, Change
from fktui.model.trajectory import EndReason, Phase, PhasePeriod, Status
from fktui.usecases.course import ending
from fktui.usecases.course.cases import NewCase, edit_case, new_case

TODAY = date(2026, 11, 21)


def trajectory(desk, case):
    return desk.load(case).case.trajectory


def subject(desk, case):
    return desk.store.stories(case)[0].subject


def test_the_help_ends_together_and_the_aftercare_gets_its_day(desk, ijsvogel):
    fields = {"on": TODAY, "organises_daily_life": True, "note": "A good end"}
    ending.close(desk, ijsvogel.case, fields, (ijsvogel.mila,))

    found = trajectory(desk, ijsvogel.case)
    assert found.status is Status.CLOSED
    assert found.phases[0].ended_on == TODAY
    assert found.closing.decision.by == (ijsvogel.mila,)
    assert found.closing.organises_daily_life is True
    assert (found.closing.relations_strengthened, found.closing.note) == (None, "A good end")
    assert found.aftercare.planned_on == date(2027, 2, 21)
    assert subject(desk, ijsvogel.case) == "Help ended: as planned"


def test_the_reason_is_in_the_history(desk, ijsvogel):
    ending.close(desk, ijsvogel.case, {"on": TODAY, "reason": EndReason.BY_FAMILY})
    assert subject(desk, ijsvogel.case) == "Help ended: ended by the family"
    assert trajectory(desk, ijsvogel.case).closing.decision is None


def test_between_two_phases_the_end_leaves_the_phases_alone(desk):
    case = new_case(desk, NewCase(name="Gezin Koel")).case.id
    past = PhasePeriod(
        id="f-aaaaa", phase=Phase.START, started_on=date(2026, 10, 1), ended_on=date(2026, 10, 9)
    )

    def by_hand(loaded):
        act = Act(action="hand.edit", subject="by hand", record=past.id)
        return Change(case=put(loaded.case, "phase", past), act=act)

    desk.change(case, by_hand)
    edit_case(desk, case, ["status=active"])

    ending.close(desk, case, {"on": TODAY})

    assert trajectory(desk, case).phases == (past,)
    assert trajectory(desk, case).status is Status.CLOSED


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 11, 22), "day-to-come"), (date(2026, 10, 31), "ends-before-begin")],
)
def test_an_end_on_a_day_that_cannot_be(desk, ijsvogel, on, code):
    with pytest.raises(WrongUse) as raised:
        ending.close(desk, ijsvogel.case, {"on": on})
    assert raised.value.code == code
    assert trajectory(desk, ijsvogel.case).status is Status.ACTIVE


def test_help_that_has_not_begun_cannot_end(desk, koolmees):
    with pytest.raises(WrongUse) as raised:
        ending.close(desk, koolmees, {"on": TODAY})
    assert raised.value.code == "help-not-running"


def test_help_does_not_end_twice(desk, ijsvogel):
    ending.close(desk, ijsvogel.case, {"on": TODAY})
    with pytest.raises(WrongUse) as raised:
        ending.close(desk, ijsvogel.case, {"on": TODAY})
    assert raised.value.code == "help-not-running"


def test_taken_up_again_in_the_phase_it_ended_in(desk, ijsvogel):
    ending.close(desk, ijsvogel.case, {"on": TODAY})
    saved = ending.reopen(desk, ijsvogel.case, on=TODAY, reason="Father is back")

    found = trajectory(desk, ijsvogel.case)
    again = found.phases[-1]
    assert (found.status, found.closing, found.aftercare) == (Status.ACTIVE, None, None)
    assert (again.phase, again.started_on, again.reason) == (Phase.START, TODAY, "Father is back")
    assert saved.act.record == again.id
    assert subject(desk, ijsvogel.case) == "Help taken up again: start phase"


def test_taken_up_again_in_another_phase(desk, ijsvogel):
    ending.close(desk, ijsvogel.case, {"on": TODAY})
    ending.reopen(desk, ijsvogel.case, on=TODAY, phase=Phase.EXECUTION)
    assert trajectory(desk, ijsvogel.case).phases[-1].phase is Phase.EXECUTION


def test_a_declined_family_waits_again(desk, koolmees):
    edit_case(desk, koolmees, ["status=declined"])
    ending.reopen(desk, koolmees, on=TODAY)
    assert trajectory(desk, koolmees).status is Status.REFERRED
    assert trajectory(desk, koolmees).phases == ()


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 11, 22), "day-to-come"), (date(2026, 11, 20), "ends-before-begin")],
)
def test_taken_up_again_on_a_day_that_cannot_be(desk, ijsvogel, on, code):
    ending.close(desk, ijsvogel.case, {"on": TODAY})
    with pytest.raises(WrongUse) as raised:
        ending.reopen(desk, ijsvogel.case, on=on)
    assert raised.value.code == code


def test_help_that_runs_is_not_taken_up_again(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        ending.reopen(desk, ijsvogel.case, on=TODAY)
    assert raised.value.code == "help-not-ended"


# --- the aftercare --------------------------------------------------------------------------------


def test_the_aftercare_talk_is_held_and_what_was_said_stays(desk, ijsvogel):
    ending.close(desk, ijsvogel.case, {"on": date(2026, 11, 2)})
    ending.note_aftercare(desk, ijsvogel.case, {"planned_on": date(2026, 11, 19)})
    assert subject(desk, ijsvogel.case) == "Aftercare talk: 19 November 2026"
    fields = {"held_on": TODAY, "by": (ijsvogel.mila,), "note": "Going well"}
    ending.note_aftercare(desk, ijsvogel.case, fields)
    assert subject(desk, ijsvogel.case) == "Aftercare talk held: 21 November 2026"
    ending.note_aftercare(desk, ijsvogel.case, {"note": None})

    found = trajectory(desk, ijsvogel.case).aftercare
    assert (found.planned_on, found.held_on) == (date(2026, 11, 19), TODAY)
    assert (found.by, found.note) == ((ijsvogel.mila,), None)


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2026, 11, 22), "day-to-come"),
        (date(2026, 11, 1), "ends-before-begin"),
        (None, "nothing-changed"),
    ],
)
def test_aftercare_on_a_day_that_cannot_be(desk, ijsvogel, on, code):
    ending.close(desk, ijsvogel.case, {"on": date(2026, 11, 2)})
    with pytest.raises(WrongUse) as raised:
        ending.note_aftercare(desk, ijsvogel.case, {"held_on": on})
    assert raised.value.code == code


def test_no_aftercare_while_the_help_goes_on(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        ending.note_aftercare(desk, ijsvogel.case, {"held_on": TODAY})
    assert raised.value.code == "aftercare-too-early"
