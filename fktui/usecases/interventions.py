"""Help beside the coach's own visits, and agreements that hold until further notice."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fktui.errors import WrongUse
from fktui.model.case import Case, put
from fktui.model.plan import Agreement, Intervention
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_record
from fktui.usecases.records import act_on, add_record, check_order, require, with_fields

_DAYS = {"intervention": ("started_on", "ended_on"), "agreement": ("since", "until")}
"""The fields that hold the first and the last day of each kind."""


def add_intervention(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note help by somebody for somebody; without a first day it began today."""
    return _add(desk, case_id, "intervention", fields)


def add_agreement(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note what people agreed to do or to leave; without a first day it holds from today."""
    return _add(desk, case_id, "agreement", fields)


def end(desk: Desk, case_id: str, given: str, kind: str, on: date, **fields: Any) -> Saved:
    """An intervention has ended, or an agreement no longer holds; it stays in the record.

    Args:
        desk: where it is done.
        case_id: the family.
        given: which one.
        kind: `intervention` or `agreement`.
        on: the last day.
        fields: what else is known now.

    Raises:
        WrongUse: it ended before, or the day is before its beginning.
    """
    first, last = _DAYS[kind]

    def edit(loaded: Loaded) -> Change:
        record = find_record(loaded.case, given, kind).record
        ended_on = getattr(record, last)
        if ended_on is not None and ended_on <= on:
            raise WrongUse("already-ended", record=record.id, on=ended_on)
        check_order(record.id, getattr(record, first), on)
        after = with_fields(record, {last: on} | fields)
        act = act_on(f"{kind}.end", after, fields=(last, *fields))
        return Change(case=put(loaded.case, kind, after), act=act)

    return desk.change(case_id, edit)


def interventions(case: Case, on: date | None = None) -> tuple[Intervention, ...]:
    """The help that runs on a day; all that ever ran when no day is named."""
    return tuple(
        one for one in case.plan.interventions if on is None or not _over(one.ended_on, on)
    )


def agreements(case: Case, on: date | None = None) -> tuple[Agreement, ...]:
    """What holds on a day; all that was ever agreed when no day is named."""
    return tuple(one for one in case.plan.agreements if on is None or not _over(one.until, on))


def _over(last: date | None, on: date) -> bool:
    return last is not None and last < on


def _add(desk: Desk, case_id: str, kind: str, fields: Mapping[str, Any]) -> Saved:
    first, last = _DAYS[kind]
    require(fields, "what")
    known = {first: desk.today} | dict(fields)
    check_order(kind, known[first], known.get(last))
    return add_record(desk, case_id, kind, known)
