"""Into the next phase, more time, and how the four phases stand."""

from datetime import date

import msgspec
import pytest

from fktui.errors import WrongUse
from fktui.model.case import put
from fktui.model.stored import Act, Change
from fktui.model.trajectory import Phase, PhasePeriod, Status
from fktui.usecases.course import phases
from fktui.usecases.course.cases import NewCase, edit_case, new_case
from fktui.usecases.course.phases import Decision
from fktui.words.say import say_error

TODAY = date(2026, 11, 21)
START = date(2026, 11, 1)


def trajectory(desk, case):
    return desk.load(case).case.trajectory


def period(desk, case, phase):
    return next(p for p in trajectory(desk, case).phases if p.phase is phase)


def stories(desk, case):
    return desk.store.stories(case)


def go_on(desk, case, on=TODAY, **more):
    return phases.enter_next(desk, case, Decision(on=on, **({"reason": "we go on"} | more)))


def record(desk, case, kind, one):
    """A record that was written by hand, as far as this test is concerned."""

    def edit(loaded):
        act = Act(action="hand.edit", subject="by hand", record=one.id)
        return Change(case=put(loaded.case, kind, one), act=act)

    desk.change(case, edit)


def test_the_running_phase_ends_and_the_next_begins_on_one_day(desk, ijsvogel):
    moved = go_on(desk, ijsvogel.case, by=(ijsvogel.mila, ijsvogel.jaylen), note="at the table")

    start = period(desk, ijsvogel.case, Phase.START)
    analysis = period(desk, ijsvogel.case, Phase.ANALYSIS)
    assert (start.ended_on, analysis.started_on, analysis.ended_on) == (TODAY, TODAY, None)
    assert analysis.decision.by == (ijsvogel.mila, ijsvogel.jaylen)
    assert (analysis.decision.on, analysis.decision.note) == (TODAY, "at the table")
    story = stories(desk, ijsvogel.case)[0]
    assert story.subject == "Phase: start phase → analysis phase"
    assert (story.action, story.record) == ("phase.next", analysis.id)
    assert moved.saved.commit == story.commit


def test_nobody_named_is_no_decision(desk, ijsvogel):
    go_on(desk, ijsvogel.case)
    assert period(desk, ijsvogel.case, Phase.ANALYSIS).decision is None


def test_open_conditions_ask_for_a_reason_and_change_nothing_without_one(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        go_on(desk, ijsvogel.case, reason=" ")
    assert raised.value.code == "phase-needs-reason"
    said = say_error(raised.value)
    assert "safety-judged (" in said
    assert "group-plan-offered (" in said
    assert "network-invited" not in said  # the files show it
    assert period(desk, ijsvogel.case, Phase.START).ended_on is None


def test_a_reason_is_kept_with_what_is_open(desk, ijsvogel):
    moved = go_on(desk, ijsvogel.case, reason="The school cannot wait", confirmed=("saf",))

    analysis = period(desk, ijsvogel.case, Phase.ANALYSIS)
    assert analysis.reason == "The school cannot wait"
    assert analysis.conditions == ("safety-judged",)
    assert [one.code for one in moved.open] == ["decided-together", "group-plan-offered"]
    assert stories(desk, ijsvogel.case)[0].reason == "The school cannot wait"


def test_everything_confirmed_needs_no_reason_and_keeps_none(desk, ijsvogel):
    confirmed = ("decided-together", "safety-judged", "group")
    moved = go_on(desk, ijsvogel.case, confirmed=confirmed, reason="not needed")
    assert moved.open == ()
    assert period(desk, ijsvogel.case, Phase.ANALYSIS).reason is None


def test_a_condition_that_is_none_of_this_phase(desk, ijsvogel):
    with pytest.raises(WrongUse) as raised:
        go_on(desk, ijsvogel.case, confirmed=("stress-reduced",))
    assert raised.value.code == "unknown-condition"
    assert "safety-judged" in raised.value.facts["conditions"].split()
    assert "safety-judged (" in say_error(raised.value)


def test_phases_to_come_move_along_and_keep_their_length(desk, ijsvogel):
    before = period(desk, ijsvogel.case, Phase.EXECUTION)
    analysis = period(desk, ijsvogel.case, Phase.ANALYSIS)
    late = (TODAY - analysis.planned_from).days
    assert late > 0

    go_on(desk, ijsvogel.case)

    after = period(desk, ijsvogel.case, Phase.EXECUTION)
    assert (after.planned_from - before.planned_from).days == late
    assert (after.planned_until - before.planned_until).days == late
    kept = period(desk, ijsvogel.case, Phase.ANALYSIS)
    assert (kept.planned_from, kept.planned_until) == (
        analysis.planned_from,
        analysis.planned_until,
    )


def test_a_referred_family_starts_with_all_phases_planned(desk):
    case = new_case(desk, NewCase(name="Gezin Wacht")).case.id

    go_on(desk, case, on=START, by=(desk.colleague,))

    found = trajectory(desk, case)
    assert found.status is Status.ACTIVE
    assert [p.phase for p in found.phases] == list(Phase)
    assert [p.started_on for p in found.phases] == [START, None, None, None]
    assert found.phases[0].decision.by == (desk.colleague,)
    assert stories(desk, case)[0].subject == "Phase: start phase"


def test_a_family_with_a_planned_start_starts_when_it_really_does(desk):
    later = NewCase(name="Gezin Later", start=date(2026, 12, 1))
    case = new_case(desk, later).case.id

    go_on(desk, case)

    start, analysis, *_ = trajectory(desk, case).phases
    assert (start.planned_from, start.started_on) == (date(2026, 12, 1), TODAY)
    assert analysis.planned_from == date(2026, 12, 5)  # ten days earlier than planned


def test_a_phase_that_was_not_planned_is_made(desk):
    case = new_case(desk, NewCase(name="Gezin Koel")).case.id
    record(desk, case, "phase", PhasePeriod(id="f-aaaaa", phase=Phase.START, started_on=START))

    go_on(desk, case)

    made = period(desk, case, Phase.ANALYSIS)
    assert (made.started_on, made.planned_from) == (TODAY, None)


def test_after_an_ended_phase_the_one_that_follows_begins(desk):
    case = new_case(desk, NewCase(name="Gezin Koel")).case.id
    ended = PhasePeriod(id="f-aaaaa", phase=Phase.START, started_on=START, ended_on=START)
    record(desk, case, "phase", ended)

    go_on(desk, case)

    assert period(desk, case, Phase.ANALYSIS).started_on == TODAY


def test_a_plan_without_days_stays_without(desk):
    case = new_case(desk, NewCase(name="Gezin Koel")).case.id
    for letter, phase in zip("abc", list(Phase)[:3], strict=True):
        record(desk, case, "phase", PhasePeriod(id=f"f-{letter * 5}", phase=phase))

    go_on(desk, case)

    start, analysis, _execution = trajectory(desk, case).phases
    assert (start.started_on, analysis.planned_from) == (TODAY, None)


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2026, 11, 22), "day-to-come"), (date(2026, 10, 31), "ends-before-begin")],
)
def test_a_day_that_cannot_be(desk, ijsvogel, on, code):
    with pytest.raises(WrongUse) as raised:
        go_on(desk, ijsvogel.case, on=on)
    assert raised.value.code == code
    assert len(stories(desk, ijsvogel.case)) == 6


def test_after_the_last_phase_comes_none(desk, ijsvogel):
    for _each in range(3):
        go_on(desk, ijsvogel.case)
    with pytest.raises(WrongUse) as raised:
        go_on(desk, ijsvogel.case)
    assert raised.value.code == "phase-is-last"


def test_a_declined_family_goes_nowhere(desk, koolmees):
    edit_case(desk, koolmees, ["status=declined"])
    with pytest.raises(WrongUse) as raised:
        go_on(desk, koolmees)
    assert raised.value.code == "help-ended"


def test_more_time_has_a_reason_and_moves_the_rest(desk, ijsvogel):
    before = period(desk, ijsvogel.case, Phase.ANALYSIS)
    until = date(2026, 11, 29)  # two weeks after the planned end, 15 November

    phases.extend(desk, ijsvogel.case, until, "Grandmother was ill", (ijsvogel.mila,))

    start = period(desk, ijsvogel.case, Phase.START)
    (extension,) = start.extensions
    assert (extension.until, extension.on, extension.by) == (until, TODAY, (ijsvogel.mila,))
    assert extension.reason == "Grandmother was ill"
    assert start.planned_until == date(2026, 11, 15)
    after = period(desk, ijsvogel.case, Phase.ANALYSIS)
    assert (after.planned_from - before.planned_from).days == 14
    story = stories(desk, ijsvogel.case)[0]
    assert story.subject == "Phase start phase: longer, until 29 November 2026"
    assert story.reason == "Grandmother was ill"


@pytest.mark.parametrize(
    ("until", "reason", "code"),
    [
        (date(2026, 11, 15), "why not", "extension-not-later"),
        (date(2026, 12, 15), "  ", "field-empty"),
    ],
)
def test_more_time_that_is_none(desk, ijsvogel, until, reason, code):
    with pytest.raises(WrongUse) as raised:
        phases.extend(desk, ijsvogel.case, until, reason)
    assert raised.value.code == code
    assert period(desk, ijsvogel.case, Phase.START).extensions == ()


def test_more_time_for_a_family_that_waits(desk, koolmees):
    with pytest.raises(WrongUse) as raised:
        phases.extend(desk, koolmees, date(2027, 1, 1), "why not")
    assert raised.value.code == "no-phase-running"


def test_the_course_of_a_family(desk, ijsvogel):
    found = phases.course(desk, desk.load(ijsvogel.case).case, TODAY)

    start, analysis, *_ = found.stays
    assert (start.weeks_used, start.weeks_meant, start.until) == (3, 2, date(2026, 11, 15))
    assert start.hours.norm.low == 5
    assert (analysis.weeks_used, analysis.weeks_meant, analysis.hours) == (None, 6, None)
    assert found.following is Phase.ANALYSIS
    seen = {asked.condition.code: asked.seen for asked in found.asked}
    assert seen["network-invited"] is True
    assert seen["safety-judged"] is None


def test_what_was_confirmed_before_counts(desk, ijsvogel):
    analysis = period(desk, ijsvogel.case, Phase.ANALYSIS)
    sure = msgspec.structs.replace(analysis, conditions=("safety-judged",))
    record(desk, ijsvogel.case, "phase", sure)

    found = phases.course(desk, desk.load(ijsvogel.case).case, TODAY)

    assert [one.condition.code for one in found.asked if one.confirmed] == ["safety-judged"]
    moved = go_on(desk, ijsvogel.case)
    assert "safety-judged" not in [one.code for one in moved.open]
    assert period(desk, ijsvogel.case, Phase.ANALYSIS).conditions == ("safety-judged",)


def test_the_course_after_the_last_phase_asks_nothing(desk, ijsvogel):
    for _each in range(3):
        go_on(desk, ijsvogel.case)
    found = phases.course(desk, desk.load(ijsvogel.case).case, TODAY)
    assert (found.following, found.asked) == (None, ())


def test_a_stay_without_any_day_has_no_weeks(desk):
    case = new_case(desk, NewCase(name="Gezin Koel")).case.id
    record(desk, case, "phase", PhasePeriod(id="f-aaaaa", phase=Phase.START))
    (stay,) = phases.course(desk, desk.load(case).case, TODAY).stays
    assert (stay.weeks_used, stay.weeks_meant, stay.until) == (None, None, None)


@pytest.mark.parametrize(("weeks", "days"), [(None, 42), (6, 42), (4, 28), (8, 56)])
def test_how_long_a_phase_takes_can_be_decided_at_its_beginning(desk, ijsvogel, weeks, days):
    before = {p.phase: p for p in trajectory(desk, ijsvogel.case).phases}
    go_on(desk, ijsvogel.case, weeks=weeks)
    entered = period(desk, ijsvogel.case, Phase.ANALYSIS)
    assert (entered.planned_until - entered.planned_from).days == days
    assert entered.planned_from == before[Phase.ANALYSIS].planned_from
    late = (TODAY - entered.planned_from).days
    after, then = period(desk, ijsvogel.case, Phase.EXECUTION), before[Phase.EXECUTION]
    assert (after.planned_from - then.planned_from).days == late + days - 42
    assert after.planned_until - after.planned_from == then.planned_until - then.planned_from


def test_what_the_files_show_can_be_doubted_and_then_needs_a_reason(desk, ijsvogel):
    known = ("decided-together", "safety-judged", "group-plan-offered")
    everything = {"confirmed": known, "doubted": ("network-invited",)}
    with pytest.raises(WrongUse) as caught:
        go_on(desk, ijsvogel.case, reason="", **everything)
    assert caught.value.facts["conditions"] == "network-invited"
    moved = go_on(desk, ijsvogel.case, reason="nobody came", **everything)
    assert [one.code for one in moved.open] == ["network-invited"]
    assert period(desk, ijsvogel.case, Phase.ANALYSIS).reason == "nobody came"
