"""Looking back at the plan with the people concerned (S1:L103-107, L199-202)."""

from collections.abc import Mapping
from typing import Any

from fktui.model.case import Case
from fktui.model.plan import Evaluation
from fktui.model.stored import Saved
from fktui.usecases.desk import Desk
from fktui.usecases.records import add_record, not_to_come, require


def evaluate(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note how people look back at the plan.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: `note`, and `on` (today when not said), `by` (ids or roles), `meeting` (an id).

    Raises:
        WrongUse: there is no note, or the day is still to come.
    """
    require(fields, "note")
    known = {"on": desk.today, **fields}
    not_to_come(desk, known["on"])
    return add_record(desk, case_id, "evaluation", known)


def evaluations(case: Case) -> tuple[Evaluation, ...]:
    """All of them, the last one first."""
    return tuple(sorted(case.plan.evaluations, key=lambda one: one.on, reverse=True))
