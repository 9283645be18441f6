"""The family group plan: the offer to make a plan with the own circle first (Jeugdwet 4.1.2)."""

from collections.abc import Mapping
from typing import Any

import msgspec

from fktui.errors import WrongUse
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.model.trajectory import FamilyGroupPlan
from fktui.usecases.desk import Desk
from fktui.usecases.records import checked, with_fields
from fktui.words.acts import subject
from fktui.words.labels import label


def set_group_plan(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note what came of the offer, or when the plan of the help was discussed, asked or written.

    Waiving it starts the clock of six weeks (Jeugdwet 4.1.3). The first time the outcome must be
    told; after that only what is new.

    Raises:
        WrongUse: no outcome was ever told, a value does not fit, or nothing would be different.
    """

    def edit(loaded: Loaded) -> Change:
        trajectory = loaded.case.trajectory
        before = trajectory.family_group_plan
        if before is None and "outcome" not in fields:
            raise WrongUse("group-plan-outcome")
        after: FamilyGroupPlan = (
            with_fields(before, fields)
            if before
            else checked(FamilyGroupPlan, {"on": desk.today, **fields})
        )
        if after == before:
            raise WrongUse("nothing-changed", record=case_id)
        act = Act(
            action="group-plan.edit",
            subject=subject("group-plan.edit", outcome=label(after.outcome)),
            record=case_id,
            fields=("family_group_plan",),
            reason=str(fields.get("reason") or ""),
        )
        changed = msgspec.structs.replace(trajectory, family_group_plan=after)
        return Change(case=msgspec.structs.replace(loaded.case, trajectory=changed), act=act)

    return desk.change(case_id, edit)
