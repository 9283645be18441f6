"""The end of the help, decided together; the aftercare that follows; taking the help up again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from fktui.errors import WrongUse
from fktui.method.days import add_months
from fktui.method.phases import current
from fktui.model.case import Case, put
from fktui.model.stored import Change, Loaded, Saved
from fktui.model.trajectory import Aftercare, Closing, Phase, PhasePeriod, Status
from fktui.usecases.course.phases import joint, last_stay
from fktui.usecases.desk import Desk
from fktui.usecases.records import (
    act_on,
    check_order,
    checked,
    new_record,
    not_to_come,
    with_fields,
)
from fktui.words.labels import label
from fktui.words.time.say_dates import say_date


def close(desk: Desk, case_id: str, fields: Mapping[str, Any], by: tuple[str, ...] = ()) -> Saved:
    """End the help: the running phase ends too, and the aftercare talk gets its day.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values of a Closing; `on` is needed.
        by: ids of those who decided it together.

    Raises:
        WrongUse: the help has not begun or has ended, or the day is still to come.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        stay = last_stay(case)
        if case.trajectory.status is not Status.ACTIVE or stay is None:
            raise WrongUse("help-not-running", case=case_id, status=case.trajectory.status)
        closing = checked(Closing, {"decision": joint(fields["on"], by)} | dict(fields))
        not_to_come(desk, closing.on)
        check_order(stay.id, stay.started_on, closing.on)
        if stay is current(case.trajectory):
            case = put(case, "phase", with_fields(stay, {"ended_on": closing.on}))
        talk = add_months(closing.on, desk.norms.aftercare_months.value)
        case = _with(
            case, status=Status.CLOSED, closing=closing, aftercare=Aftercare(planned_on=talk)
        )
        return Change(case=case, act=act_on("phase.close", stay, why=label(closing.reason)))

    return desk.change(case_id, edit)


def reopen(
    desk: Desk, case_id: str, *, on: date, phase: Phase | None = None, reason: str = ""
) -> Saved:
    """Take the help up again: a new stay in a phase, the last one unless another is named.

    A family that was declined waits again, as it did when it was referred.

    Raises:
        WrongUse: the help has not ended, or the day is before its end or still to come.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        if case.trajectory.status not in (Status.CLOSED, Status.DECLINED):
            raise WrongUse("help-not-ended", case=case_id)
        not_to_come(desk, on)
        stay = last_stay(case)
        if stay is None:
            act = act_on("phase.reopen", case, reason, new=label(Status.REFERRED))
            return Change(case=_with(_kept(case), status=Status.REFERRED), act=act)
        check_order(stay.id, stay.ended_on, on)
        fields = {"phase": phase or stay.phase, "started_on": on, "reason": reason or None}
        again: PhasePeriod = new_record(desk, case, "phase", fields)
        case = _with(_kept(case), status=Status.ACTIVE, closing=None, aftercare=None)
        act = act_on("phase.reopen", again, reason, new=label(again.phase))
        return Change(case=put(case, "phase", again), act=act)

    return desk.change(case_id, edit)


def note_aftercare(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note that the aftercare talk was held (S1:L255-259), or on which day it will be.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: values of an Aftercare; what is not named stays as it was.

    Raises:
        WrongUse: the help has not ended, it was held on a day that cannot be, or nothing would be
            different.
    """

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        closing, before = case.trajectory.closing, case.trajectory.aftercare or Aftercare()
        if closing is None:
            raise WrongUse("aftercare-too-early", case=case_id)
        talk: Aftercare = with_fields(before, fields)
        if talk == before:
            raise WrongUse("nothing-changed", record=case_id)
        held, planned = talk.held_on, talk.planned_on
        if held is not None:
            not_to_come(desk, held)
        check_order(case_id, closing.on, held or planned)
        moved = held == before.held_on and planned != before.planned_on
        action, on = ("aftercare.planned", planned) if moved else ("aftercare.held", held)
        act = act_on(action, case, day=say_date(on) if on else "–")
        return Change(case=_with(case, aftercare=talk), act=act)

    return desk.change(case_id, edit)


def _kept(case: Case) -> Case:
    """The case without the day on which a declined family's record was to be destroyed."""
    return msgspec.structs.replace(
        case, intake=msgspec.structs.replace(case.intake, destroy_on=None)
    )


def _with(case: Case, **fields: Any) -> Case:
    """The case with other values in its head."""
    trajectory = msgspec.structs.replace(case.trajectory, **fields)
    return msgspec.structs.replace(case, trajectory=trajectory)
