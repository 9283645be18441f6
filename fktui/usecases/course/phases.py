"""The course of the help: into the next phase, more time for one, and how they all stand.

What a phase asks for and how long it takes is in `method.phases`; the end of the help and taking
it up again are in `ending`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from fktui.errors import NotFound, WrongUse
from fktui.method.days import DAYS_IN_WEEK, add_days
from fktui.method.intensity import Intensity, Taper, intensity, taper
from fktui.method.phases import (
    ORDER,
    Condition,
    conditions,
    current,
    next_phase,
    open_conditions,
    planned_end,
    week_in,
)
from fktui.model.case import Case, put
from fktui.model.stored import Change, Loaded, Saved
from fktui.model.trajectory import JointDecision, Phase, PhasePeriod, Status
from fktui.usecases.course.cases import with_planned_phases
from fktui.usecases.desk import Desk
from fktui.usecases.fields import choice
from fktui.usecases.records import (
    act_on,
    changed_record,
    check_order,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.labels import label
from fktui.words.time.say_dates import say_date


class Decision(NamedTuple):
    """What family and coach decided about going on.

    Attributes:
        on: the first day of the new phase.
        by: ids of those who decided; empty when nobody is named.
        confirmed: conditions they confirm, by code or its beginning.
        reason: why they go on although conditions are open.
        note: what else was said.
        doubted: codes of conditions that the files show, and that family and coach still miss.
        weeks: how long the new phase is to take; as it was planned when not said.
    """

    on: date
    by: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    reason: str = ""
    note: str | None = None
    doubted: tuple[str, ...] = ()
    weeks: int | None = None


class Moved(NamedTuple):
    """The save, and the conditions that were open when the phase was entered."""

    saved: Saved
    open: tuple[Condition, ...]


class Stay(NamedTuple):
    """One phase as it stands: weeks used (None before it begins), weeks meant, its end, hours."""

    period: PhasePeriod
    weeks_used: int | None
    weeks_meant: int | None
    until: date | None
    hours: Intensity | None


class Asked(NamedTuple):
    """A condition of the phase that comes next, and whether it is met."""

    condition: Condition
    confirmed: bool
    seen: bool | None


class Course(NamedTuple):
    """All phases of a family, what the next one asks, and how the hours taper off."""

    stays: tuple[Stay, ...]
    following: Phase | None
    asked: tuple[Asked, ...]
    taper: Taper


def course(desk: Desk, case: Case, on: date) -> Course:
    """How the four phases stand on a day."""
    following = _following(case)
    planned = _planned(case, following)
    confirmed = planned.conditions if planned else ()
    return Course(
        stays=tuple(_stay(desk, case, period, on) for period in case.trajectory.phases),
        following=following,
        asked=tuple(
            Asked(one, one.code in confirmed, one.seen(case))
            for one in (conditions(following) if following else ())
        ),
        taper=taper(case, on),
    )


def enter_next(desk: Desk, case_id: str, decision: Decision) -> Moved:
    """End the running phase and begin the next; for a family that waits, begin the first.

    Phases that are still to come move along with the real first day.

    Raises:
        WrongUse: the help has ended, there is no next phase, the day is still to come or too
            early, or conditions are open and no reason is given.
    """
    found: list[Condition] = []

    def edit(loaded: Loaded) -> Change:
        _expect_help(loaded.case)
        not_to_come(desk, decision.on)
        following = _following(loaded.case)
        if following is None:
            raise WrongUse("phase-is-last", case=case_id)
        confirmed = _confirmed(loaded.case, following, decision.confirmed)
        found.extend(_still_open(loaded.case, following, confirmed, decision))
        running = current(loaded.case.trajectory)
        case = _ended(_with_plan(desk, loaded.case, decision.on), running, decision.on)
        case, period = _begun(desk, case, following, decision.on)
        case, period = _as_long_as(desk, case, period, decision.weeks)
        entered = with_fields(period, _entry(decision, confirmed, found))
        old = label(running.phase) if running else ""
        action = "phase.next" if running else "phase.start"
        act = act_on(action, entered, decision.reason, old=old, new=label(following))
        return Change(case=put(case, "phase", entered), act=act)

    return Moved(desk.change(case_id, edit), tuple(found))


def extend(desk: Desk, case_id: str, until: date, reason: str, by: tuple[str, ...] = ()) -> Saved:
    """Give the running phase more time, with the reason; the phases after it move along.

    Raises:
        WrongUse: no phase is running, there is no reason, or the day is not later than the end.
    """
    require({"reason": reason}, "reason")

    def edit(loaded: Loaded) -> Change:
        period = current(loaded.case.trajectory)
        if period is None:
            raise WrongUse("no-phase-running", case=case_id)
        end = planned_end(period, desk.norms) or desk.today
        if until <= end:
            raise WrongUse("extension-not-later", until=until, end=end)
        fields = {"until": until, "reason": reason, "on": desk.today, "by": by}
        extension = new_record(desk, loaded.case, "extension", fields)
        case = put(loaded.case, "extension", extension, period.id)
        act = act_on(
            "phase.extend", period, reason, phase=label(period.phase), until=say_date(until)
        )
        return Change(case=_moved_along(case, (until - end).days), act=act)

    return desk.change(case_id, edit)


def agree(desk: Desk, case_id: str, given: str | None, fields: Mapping[str, Any]) -> Saved:
    """Agree on a stay in a phase: how often to meet, how many hours a week (S1:L202-203).

    Args:
        desk: where it is done.
        case_id: the family.
        given: the phase by name, or the stay by id; the running one when not said.
        fields: `meeting_weeks`, `hours`.

    Raises:
        WrongUse: no phase is running, a value does not fit, or nothing would be different.
        NotFound: there is no such stay.
    """

    def edit(loaded: Loaded) -> Change:
        return changed_record(loaded.case, _stay_meant(loaded.case, given), "phase", fields)

    return desk.change(case_id, edit)


def _stay_meant(case: Case, given: str | None) -> PhasePeriod:
    """The newest stay in this phase, running or planned; the running one when none is named."""
    if given is None:
        period = current(case.trajectory)
        if period is None:
            raise WrongUse("no-phase-running", case=case.id)
        return period
    stays = {period.id: period for period in case.trajectory.phases}
    if given in stays:
        return stays[given]
    wanted = choice(Phase, given)
    named = [period for period in stays.values() if period.phase is wanted]
    if not named:
        raise NotFound("not-found", kind="phase", given=given)
    return named[-1]


def last_stay(case: Case) -> PhasePeriod | None:
    """The stay that began last, running or not; None before the help began."""
    begun = [period for period in case.trajectory.phases if period.started_on is not None]
    return max(begun, key=lambda period: period.started_on or date.min, default=None)


def joint(on: date, by: tuple[str, ...], note: str | None = None) -> JointDecision | None:
    """The decision that people took together; None when nobody is named and nothing was noted."""
    return JointDecision(on=on, by=by, note=note) if by or note else None


def _expect_help(case: Case) -> None:
    if case.trajectory.status in (Status.CLOSED, Status.DECLINED):
        raise WrongUse("help-ended", case=case.id, status=case.trajectory.status)


def _following(case: Case) -> Phase | None:
    stay = current(case.trajectory) or last_stay(case)
    return next_phase(stay.phase) if stay else ORDER[0]


def _planned(case: Case, phase: Phase | None) -> PhasePeriod | None:
    """The stay in this phase that is planned and has not begun."""
    waiting = (p for p in case.trajectory.phases if p.started_on is None and p.phase is phase)
    return next(waiting, None)


def _confirmed(case: Case, phase: Phase, given: Iterable[str]) -> tuple[str, ...]:
    """The codes of what is confirmed now, after what was confirmed ahead."""
    known, planned = conditions(phase), _planned(case, phase)
    codes = list(planned.conditions) if planned else []
    for text in given:
        fitting = [one.code for one in known if one.code.startswith(text.casefold())]
        if len(fitting) != 1:
            raise WrongUse("unknown-condition", given=text, phase=phase, conditions=_codes(known))
        codes += fitting
    return tuple(dict.fromkeys(codes))


def _still_open(
    case: Case, phase: Phase, confirmed: tuple[str, ...], decision: Decision
) -> tuple[Condition, ...]:
    missing = {one.code for one in open_conditions(case, phase, confirmed)} | {*decision.doubted}
    waiting = tuple(one for one in conditions(phase) if one.code in missing)
    if waiting and not decision.reason.strip():
        raise WrongUse("phase-needs-reason", phase=phase, conditions=_codes(waiting))
    return waiting


def _codes(found: Iterable[Condition]) -> str:
    return " ".join(one.code for one in found)


def _with_plan(desk: Desk, case: Case, on: date) -> Case:
    """The case of a family that is being helped, with planned phases when it had none."""
    trajectory = case.trajectory
    if not trajectory.phases:
        trajectory = with_planned_phases(desk, trajectory, on)
    trajectory = msgspec.structs.replace(trajectory, status=Status.ACTIVE)
    return msgspec.structs.replace(case, trajectory=trajectory)


def _ended(case: Case, running: PhasePeriod | None, on: date) -> Case:
    if running is None:
        return case
    check_order(running.id, running.started_on, on)
    return put(case, "phase", with_fields(running, {"ended_on": on}))


def _begun(desk: Desk, case: Case, phase: Phase, on: date) -> tuple[Case, PhasePeriod]:
    """The case with what is still to come moved along, and the stay that begins on this day."""
    period = _planned(case, phase)
    if period is None:
        stay = last_stay(case)
        if stay is not None and stay.phase is phase and stay.ended_on is None:
            return case, stay
        begun: PhasePeriod = new_record(desk, case, "phase", {"phase": phase, "started_on": on})
        return case, begun
    late = (on - period.planned_from).days if period.planned_from else 0
    begun = with_fields(period, {"started_on": on})
    return _moved_along(put(case, "phase", begun), late), begun


def _as_long_as(
    desk: Desk, case: Case, period: PhasePeriod, weeks: int | None
) -> tuple[Case, PhasePeriod]:
    """The stay with so many weeks in its plan, and what comes after it moved along."""
    begins = period.planned_from or period.started_on
    end = planned_end(period, desk.norms)
    if weeks is None or begins is None or end is None or period.started_on is None:
        return case, period
    days = weeks * DAYS_IN_WEEK
    more = days - (end - period.started_on).days
    if not more:
        return case, period
    plan = {"planned_from": begins, "planned_until": add_days(begins, days)}
    return _moved_along(case, more), with_fields(period, plan)


def _entry(
    decision: Decision, confirmed: tuple[str, ...], still_open: list[Condition]
) -> dict[str, object]:
    return {
        "conditions": confirmed,
        "reason": decision.reason if still_open else None,
        "decision": joint(decision.on, decision.by, decision.note),
    }


def _moved_along(case: Case, days: int) -> Case:
    """The case with the stays that have not begun so many days later; their lengths stay."""
    for period in case.trajectory.phases:
        if period.started_on is None and days:
            dates = {
                name: add_days(day, days)
                for name in ("planned_from", "planned_until")
                if (day := getattr(period, name)) is not None
            }
            case = put(case, "phase", with_fields(period, dates))
    return case


def _stay(desk: Desk, case: Case, period: PhasePeriod, on: date) -> Stay:
    begins, until = period.started_on or period.planned_from, planned_end(period, desk.norms)
    meant = -(-(until - begins).days // DAYS_IN_WEEK) if until and begins else None
    return Stay(
        period=period,
        weeks_used=week_in(period, on),
        weeks_meant=meant,
        until=until,
        hours=intensity(case, period, on, desk.norms),
    )
