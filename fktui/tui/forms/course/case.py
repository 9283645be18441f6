"""The head of the record, and the offer of a family group plan."""

from typing import Any

from fktui.model.trajectory import FamilyGroupPlan, GroupPlanOutcome, Trajectory
from fktui.tui.forms.fields import (
    as_typed,
    choice_field,
    colleague_field,
    day_field,
    record_field,
    text_field,
    titled,
)
from fktui.tui.forms.form import Ask, Done, Field, Form, Values, read_text
from fktui.usecases.course.cases import edit_head
from fktui.usecases.course.group_plan import set_group_plan
from fktui.usecases.desk import Desk
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.dates import Look

_COLLEAGUES = ("coach", "second", "lead_clinician")


def case_form(ask: Ask) -> Form:
    """Name, who work with the family, who referred it, who is to get reports."""
    head = ask.seen.case.trajectory
    names = ask.desk.list_names()
    fields = (
        text_field("name", head.name, needed=True),
        *(colleague_field(ask, n, names.get(getattr(head, n), "")) for n in _COLLEAGUES),
        text_field("referrer", head.referrer or ""),
        day_field(ask, "referred_on", Look.BACK, as_typed(ask, head.referred_on)),
        text_field("interpreter", head.interpreter or ""),
        record_field(ask, Trajectory, "receivers", as_typed(ask, head.receivers), many=True),
    )

    def save(desk: Desk, values: Values) -> Done:
        saved = edit_head(desk, ask.seen.case.id, different(fields, values, receivers=()))
        return Done(saved.act.subject, ask.seen.case.id, "head:trajectory")

    return Form("case.edit", _("The record"), fields, save, clears=True)


def group_plan_form(ask: Ask) -> Form:
    """What came of the offer to make a plan with the own circle first, and what happened since."""
    plan: FamilyGroupPlan | None = ask.seen.case.trajectory.family_group_plan
    days = ("plan_discussed_on", "asked_in_writing_on", "written_on")
    fields = (
        choice_field(
            GroupPlanOutcome, "outcome", label(plan.outcome) if plan else "", needed=plan is None
        ),
        day_field(ask, "on", Look.BACK, as_typed(ask, plan.on) if plan else _("today")),
        text_field("reason", (plan.reason if plan else "") or ""),
        *(
            day_field(ask, name, Look.BACK, as_typed(ask, getattr(plan, name)) if plan else "")
            for name in days
        ),
    )

    def save(desk: Desk, values: Values) -> Done:
        new = different(fields, values) if plan else {n: v for n, v in values.items() if v}
        saved = set_group_plan(desk, ask.seen.case.id, new)
        return Done(saved.act.subject, ask.seen.case.id, "head:family_group_plan")

    return Form("case.group_plan", titled("family_group_plan"), fields, save, clears=True)


def different(fields: tuple[Field, ...], values: Values, **empty: object) -> dict[str, object]:
    """The values that are others than those the form began with.

    Args:
        fields: of the form.
        values: with None for what was emptied (`Form.clears`).
        empty: what an emptied field holds, where that is not None.
    """
    found = {}
    for field in fields:
        given = values.get(field.name)
        if given != read_text(field, field.text):
            found[field.name] = empty.get(field.name) if given is None else given
    return found


def with_emptied(fields: tuple[Field, ...], values: Values, **empty: object) -> dict[str, Any]:
    """The values that are there, and what a field is to hold from now on that was emptied.

    Args:
        fields: of the form.
        values: with None for what is empty (`Form.clears`).
        empty: by the name of a field that may be emptied, what it holds then.
    """
    there = {name: value for name, value in values.items() if value is not None}
    return there | {name: empty[name] for name in _emptied(fields, values) if name in empty}


def say_emptied(fields: tuple[Field, ...], values: Values, *names: str) -> str:
    """Which of these fields were emptied, for the toast; nothing when none was."""
    gone = [field for field in fields if field.name in _emptied(fields, values)]
    labels = ", ".join(field.label for field in gone if field.name in names)
    return _("Emptied: {fields}").format(fields=labels) if labels else ""


def _emptied(fields: tuple[Field, ...], values: Values) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields
        if field.name in values and values[field.name] is None and field.text.strip()
    )
