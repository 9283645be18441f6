"""Whether the files of a case fit together."""

import msgspec
import pytest
from samples import PARENTS_FIRST, empty_case, full_case, sample, sample_id

from fktui.model.case import FILES, KINDS, find, put
from fktui.model.integrity import _REFERENCES, check_integrity, file_of
from fktui.model.issue import Level

NOBODY: frozenset[str] = frozenset()
REFERENCES = [(kind, field) for kind, fields in _REFERENCES.items() for field in fields]


def parent_id(kind: str) -> str | None:
    parent = KINDS[kind].parent
    return sample_id(parent) if parent else None


def codes(case: object) -> list[str]:
    return [issue.code for issue in check_integrity(case, NOBODY)]  # type: ignore[arg-type]


def test_one_of_everything_fits() -> None:
    assert codes(full_case()) == []


@pytest.mark.parametrize("kind", PARENTS_FIRST)
def test_an_id_that_is_used_twice_is_an_error(kind: str) -> None:
    other = "goal" if kind != "goal" else "person"
    twin = msgspec.structs.replace(sample(kind), id=sample_id(other))
    case = put(full_case(), kind, twin, parent_id(kind))
    found = [i for i in check_integrity(case, NOBODY) if i.code == "duplicate-id"]
    assert [(issue.level, issue.record) for issue in found] == [(Level.ERROR, twin.id)]


@pytest.mark.parametrize("wrong", ["7", "p-00000", "g-0000", "g-0000o", "G-00000"])
def test_an_id_that_is_not_of_its_kind_is_an_error(wrong: str) -> None:
    case = put(empty_case(), "goal", sample("goal", 0, id=wrong))
    [issue] = check_integrity(case, NOBODY)
    assert (issue.level, issue.code) == (Level.ERROR, "odd-id")
    assert issue.facts == {"letter": "g"}
    assert issue.place is not None
    assert (issue.place.file, issue.place.field) == ("plan.yaml", "id")


@pytest.mark.parametrize(("kind", "field"), REFERENCES)
def test_a_reference_to_nothing_is_a_warning(kind: str, field: str) -> None:
    known = sample("person", 8).id
    optional = {f.name: f.type for f in msgspec.structs.fields(KINDS[kind].type)}
    one = optional[field] in (str, str | None)
    case = put(full_case(), "person", sample("person", 8))

    def with_reference(to: str) -> object:
        return put(case, kind, sample(kind, **{field: to if one else (known, to)}), parent_id(kind))

    assert codes(with_reference(known)) == []
    [issue] = check_integrity(with_reference("p-zzzzz"), NOBODY)  # type: ignore[arg-type]
    assert (issue.level, issue.code, issue.record) == (Level.WARNING, "dangling", sample_id(kind))
    assert issue.facts == {"reference": "p-zzzzz"}
    assert issue.place is not None
    assert issue.place.field == field
    assert check_integrity(with_reference("p-zzzzz"), frozenset({"p-zzzzz"})) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["family", "team", "the doctor", "P-ZZZZZ"])
def test_a_word_is_no_reference(words: str) -> None:
    case = put(empty_case(), "contact", sample("contact", present=(words,)))
    assert codes(case) == []


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("2014", True),
        ("2014-06", True),
        ("2016-02-29", True),
        ("2014-00", False),
        ("2014-13", False),
        ("2014-02-29", False),
        ("2014-06-31", False),
        ("2014-06-00", False),
        ("0000", False),
    ],
)
@pytest.mark.parametrize("field", ["born", "died"])
def test_a_day_of_birth_or_death_must_exist(field: str, day: str, possible: bool) -> None:
    case = put(empty_case(), "person", sample("person", **{field: day}))
    found = check_integrity(case, NOBODY)
    assert [(i.code, i.level, i.facts) for i in found] == (
        [] if possible else [("impossible-date", Level.ERROR, {"given": day})]
    )


@pytest.mark.parametrize("kind", PARENTS_FIRST)
def test_every_record_says_in_which_file_it_stands(kind: str) -> None:
    located = find(full_case(), sample_id(kind))
    assert located is not None
    journal = (f"{part}/" for part in ("contacts", "meetings", "statements", "documents"))
    assert file_of(located) in (*FILES.values(), *journal)
