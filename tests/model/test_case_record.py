"""One table says where each kind of record lives; everything follows it."""

from datetime import date

import msgspec
import pytest
from samples import PARENTS_FIRST, empty_case, full_case, sample, sample_id

from fktui.model.case import FILES, JOURNALS, KINDS, find, ids, put, records, without

KIND = pytest.mark.parametrize("kind", PARENTS_FIRST)


def parent_id(kind: str) -> str | None:
    parent = KINDS[kind].parent
    return sample_id(parent) if parent else None


@KIND
def test_a_record_that_is_put_is_found(kind: str) -> None:
    record = sample(kind, 7)
    case = put(full_case(), kind, record, parent_id(kind))
    found = find(case, record.id)
    assert found is not None
    assert found.record == record
    assert found.kind.name == kind
    assert (found.parent.id if found.parent else None) == parent_id(kind)
    assert found.part in (*FILES, *JOURNALS)
    assert record.id in ids(case)


@KIND
def test_a_record_with_the_same_id_takes_its_place(kind: str) -> None:
    case = put(full_case(), kind, sample(kind, 1), parent_id(kind))
    [name, value] = another_value(kind)
    case = put(case, kind, sample(kind, **{name: value}), parent_id(kind))
    same = [found.record for found in records(case) if found.kind.name == kind]
    assert [record.id for record in same] == [sample_id(kind), sample_id(kind, 1)]
    assert getattr(same[0], name) == value


def another_value(kind: str) -> tuple[str, object]:
    """A field of this kind that can be something else, and what."""
    for field in msgspec.structs.fields(KINDS[kind].type):
        if field.name not in ("id", "phase") and field.type in (str, str | None):
            return field.name, "something else"
        if field.type in (date, date | None):
            return field.name, date(2030, 1, 1)
    raise AssertionError(kind)


@KIND
def test_without_takes_out_that_record_only(kind: str) -> None:
    case = full_case()
    less = without(case, sample_id(kind))
    inside = {sample_id(k.name) for k in KINDS.values() if k.parent == kind}
    assert find(less, sample_id(kind)) is None
    assert ids(case) - ids(less) == {sample_id(kind)} | inside
    assert put(case, kind, sample(kind, 3), parent_id(kind)) != case
    assert without(put(case, kind, sample(kind, 3), parent_id(kind)), sample_id(kind, 3)) == case


def test_without_a_record_that_is_not_there_is_the_same_case() -> None:
    case = full_case()
    assert without(case, "g-zzzzz") is case


def test_every_record_of_a_full_case_is_told_once() -> None:
    found = [located.record.id for located in records(full_case())]
    assert sorted(found) == sorted(map(sample_id, KINDS))
    assert ids(full_case()) == {"wilg-0k4", *found}


def test_an_empty_case_has_no_records() -> None:
    assert list(records(empty_case())) == []
    assert find(empty_case(), "g-00000") is None


@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.parent])
@pytest.mark.parametrize("parent", [None, "g-zzzzz"])
def test_a_record_inside_another_needs_that_other(kind: str, parent: str | None) -> None:
    with pytest.raises(KeyError):
        put(full_case(), kind, sample(kind), parent)


def test_putting_leaves_the_old_case_as_it_was() -> None:
    case = full_case()
    before = full_case()
    put(case, "goal", sample("goal", title="Anders"))
    without(case, sample_id("goal"))
    assert case == before
