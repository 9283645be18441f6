"""The families that come with the program are examples: reading and writing them loses nothing."""

from pathlib import Path

import msgspec
import pytest

from fktui.model.case import KINDS, Case, Located, put, records, without
from fktui.store.packaged import packaged_files
from fktui.store.schema import decode_case, encode_changes

CASES = Path(__file__).parents[2] / "cases"
FAMILIES = sorted(path.name for path in CASES.iterdir() if "-" in path.name)
FREE_TEXT = ("note", "what", "text", "title", "name", "body", "reason", "because")


def changed(case: Case, located: Located) -> Case | None:
    """The case with another text in this record; None when it holds no free text."""
    record = located.record
    field = next((name for name in FREE_TEXT if isinstance(getattr(record, name, None), str)), None)
    if field is None:
        return None
    other = msgspec.structs.replace(record, **{field: "Iets anders: 'met' # tekens"})
    owner = located.parent.id if located.parent is not None else None
    return put(case, located.kind.name, other, owner)


@pytest.mark.parametrize("case_id", FAMILIES)
def test_an_example_is_fictional_and_without_a_finding(case_id: str) -> None:
    found = decode_case(packaged_files(CASES / case_id), case_id)
    assert found.case.trajectory.fictional
    assert [i for i in found.issues if not str(i.facts.get("reference", "")).startswith("t-")] == []


@pytest.mark.parametrize("case_id", FAMILIES)
def test_a_change_touches_one_file_and_its_undoing_leaves_no_trace(case_id: str) -> None:
    files = packaged_files(CASES / case_id)
    decoded = decode_case(files, case_id)
    seen: set[str] = set()
    for located in records(decoded.case):
        after = None if located.kind.name in seen else changed(decoded.case, located)
        if after is None:
            continue
        seen.add(located.kind.name)
        [(path, data)] = encode_changes(decoded.case, after, files, decoded.paths).items()
        assert data is not None
        there = files | {path: data}
        assert decode_case(there, case_id).case == after
        back = encode_changes(after, decoded.case, there, decoded.paths)
        assert back == {path: files[path]}, located.record.id
    assert len(seen) >= 2


@pytest.mark.parametrize("case_id", FAMILIES)
def test_what_is_taken_out_is_gone_and_the_rest_stays(case_id: str) -> None:
    files = packaged_files(CASES / case_id)
    decoded = decode_case(files, case_id)
    last = {located.kind.name: located for located in records(decoded.case)}
    assert set(last) <= set(KINDS)
    for located in last.values():
        after = without(decoded.case, located.record.id)
        changes = encode_changes(decoded.case, after, files, decoded.paths)
        there = {path: changes.get(path, data) for path, data in files.items()}
        kept = {path: data for path, data in there.items() if data is not None}
        assert decode_case(kept, case_id).case == after
