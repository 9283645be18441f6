"""What differs between two states of a case, told once per record."""

import msgspec
import pytest
from samples import PARENTS_FIRST, empty_case, full_case, sample, sample_id

from fktui.model.case import KINDS, put, without
from fktui.model.diff import FieldChange, How, differences

KIND = pytest.mark.parametrize("kind", PARENTS_FIRST)


def parent_id(kind: str) -> str | None:
    parent = KINDS[kind].parent
    return sample_id(parent) if parent else None


def test_nothing_differs_from_itself() -> None:
    assert differences(full_case(), full_case()) == []


@KIND
def test_a_record_that_came_is_told_once(kind: str) -> None:
    case = full_case()
    record = sample(kind, 5)
    [found] = differences(case, put(case, kind, record, parent_id(kind)))
    assert (found.how, found.kind, found.id) == (How.ADDED, kind, record.id)
    assert found.record == record
    assert found.parent == parent_id(kind)
    assert found.fields == ()


@KIND
def test_a_record_that_went_is_told_with_what_was_inside(kind: str) -> None:
    case = full_case()
    found = differences(case, without(case, sample_id(kind)))
    inside = {sample_id(k.name) for k in KINDS.values() if k.parent == kind}
    assert {one.id for one in found} == {sample_id(kind)} | inside
    assert {one.how for one in found} == {How.REMOVED}
    [itself] = [one for one in found if one.kind == kind]
    assert itself.record == sample(kind, **children(kind))
    assert itself.parent == parent_id(kind)


def children(kind: str) -> dict[str, tuple[object, ...]]:
    return {k.path[0]: (sample(k.name),) for k in KINDS.values() if k.parent == kind}


def test_a_field_that_changed_is_told_with_old_and_new() -> None:
    case = full_case()
    step = sample("step", what="Bellen")
    [found] = differences(case, put(case, "step", step, sample_id("goal")))
    assert found.how is How.CHANGED
    assert found.id == step.id
    assert found.parent == sample_id("goal")
    assert found.fields == (FieldChange("what", "text", "Bellen"),)


def test_a_goal_is_not_told_for_its_steps_and_scores() -> None:
    case = full_case()
    goal = sample("goal", title="Anders", **children("goal"))
    after = put(put(case, "goal", goal), "step", sample("step", 1), goal.id)
    assert [(one.how, one.kind) for one in differences(case, after)] == [
        (How.CHANGED, "goal"),
        (How.ADDED, "step"),
    ]


def test_the_head_of_the_record_is_told_under_its_file() -> None:
    old, new = empty_case(), empty_case(name="Gezin Wilg", coach="t-00000")
    [found] = differences(old, new)
    assert (found.how, found.kind, found.id, found.record) == (
        How.CHANGED,
        "trajectory",
        "wilg-0k4",
        None,
    )
    assert found.fields == (
        FieldChange("name", "Wilg", "Gezin Wilg"),
        FieldChange("coach", None, "t-00000"),
    )


def test_a_phase_is_not_told_as_a_change_of_the_head() -> None:
    old = empty_case()
    [found] = differences(old, put(old, "phase", sample("phase")))
    assert found.kind == "phase"


def test_an_id_that_became_another_kind_has_no_fields_to_compare() -> None:
    old = put(empty_case(), "person", sample("person"))
    new = put(empty_case(), "goal", msgspec.structs.replace(sample("goal"), id=sample_id("person")))
    assert differences(old, new) == []
