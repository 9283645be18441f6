"""The reporting code (meldcode): opening a path, its five steps, what came of it.

A path is for the team alone, and its history tells nothing but ids and steps.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import Ambiguous, NotFound, WrongUse
from fktui.model.case import Case, put
from fktui.model.safety import CodeOutcome, CodeStep, CodeStepKind, ReportingCode
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    check_order,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.labels import label

WEIGHED = (CodeStepKind.WEIGH, CodeStepKind.DECIDE)
"""The steps in which the five questions of the weighing framework are answered."""

_TEAM_ONLY = ("team",)


def find_path(case: Case, given: str | None) -> ReportingCode:
    """The path that is meant; without an id the one that is open.

    Raises:
        NotFound: `no-reporting-code`: none is open; or none has this id.
        Ambiguous: `which-reporting-code`: more than one is open.
    """
    if given is not None:
        path: ReportingCode = find_record(case, given, "reporting_code").record
        return path
    running = [one for one in case.safety.reporting_code if one.closed_on is None]
    if not running:
        raise NotFound("no-reporting-code", case=case.id)
    if len(running) > 1:
        candidates = ", ".join(one.id for one in running)
        raise Ambiguous("which-reporting-code", count=len(running), candidates=candidates)
    return running[0]


def open_path(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Open a path, today when no day is said; only the team may read it.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: `about` (which children), `concerns` (whose acts), `opened_on`.

    Raises:
        WrongUse: it names no child, or the day is still to come.
    """
    values: dict[str, Any] = {"opened_on": desk.today, **fields, "visible_to": _TEAM_ONLY}
    not_to_come(desk, values["opened_on"])
    if not values.get("about"):
        raise WrongUse("field-empty", field="about")

    def edit(loaded: Loaded) -> Change:
        path: ReportingCode = new_record(desk, loaded.case, "reporting_code", values)
        act = act_on("reporting_code.open", path)
        return Change(case=put(loaded.case, "reporting_code", path), act=act)

    return desk.change(case_id, edit)


def add_step(desk: Desk, case_id: str, fields: Mapping[str, Any], path: str | None = None) -> Saved:
    """Note a step; the same one may be taken more than once.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: `step`, `text`, `on` (today when not said), `by` (the coach when not said), `who`,
            `decision`, and `weighing` at weighing and deciding.
        path: which path; not needed when one is open.

    Raises:
        WrongUse: it says nothing, is still to come, weighs at another step, or the path is closed.
    """
    values: dict[str, Any] = {"on": desk.today, "by": (desk.colleague,), **fields}
    require(values, "step", "text")
    not_to_come(desk, values["on"])
    if values.get("weighing") is not None and values["step"] not in WEIGHED:
        raise WrongUse("weighing-elsewhere", given=values["step"])

    def edit(loaded: Loaded) -> Change:
        owner = find_path(loaded.case, path)
        if owner.closed_on is not None:
            raise WrongUse("already-ended", record=owner.id, on=owner.closed_on)
        step: CodeStep = new_record(desk, loaded.case, "code_step", values)
        # The path is the record of the act: the history calls a record by what is written in it.
        act = act_on("reporting_code.step", owner, fields=("steps",), step=label(step.step))
        return Change(case=put(loaded.case, "code_step", step, owner.id), act=act)

    return desk.change(case_id, edit)


def close_path(
    desk: Desk, case_id: str, outcome: CodeOutcome, on: date, path: str | None = None
) -> Saved:
    """Note what came of a path; one that was closed may still become reported, and the like.

    Raises:
        WrongUse: it was closed so already, or the day is still to come or before it was opened.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        before = find_path(loaded.case, path)
        if before.outcome is outcome and before.closed_on is not None:
            raise WrongUse("already-ended", record=before.id, on=before.closed_on)
        check_order(before.id, before.opened_on, on)
        fields = {"closed_on": on, "outcome": outcome}
        after = with_fields(before, fields)
        act = act_on("reporting_code.close", after, fields=tuple(fields))
        return Change(case=put(loaded.case, "reporting_code", after), act=act)

    return desk.change(case_id, edit)
