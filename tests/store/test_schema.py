"""Files to records and back."""

from datetime import date

import msgspec
import pytest

from fktui.model.case import Case, put
from fktui.model.issue import Issue, Level
from fktui.model.journal import Contact
from fktui.model.plan import Goal, Score
from fktui.model.trajectory import FORMAT, Trajectory
from fktui.store.schema import decode_case, encode_changes, entry_path

CASE = b"format: 1\nid: ijsvogel-k4f\nname: Gezin Koolmees\n"
PLAN = b"""\
# what we want
goals:
  - id: g-7kq2m
    title: '1102 AB'   # as she said it
    colour: blue
    scores:
      - id: r-9d2kf
        on: 2025-03-06
        value: -1
  - {id: g-3fd8p, title: Samen eten}
"""
CONTACT = b"---\nid: c-7kq2m\non: 2026-05-01\nhours: 1.5\n---\n\nThuis gepraat.\n"


def case_of(**files: bytes) -> tuple[Case, tuple[Issue, ...]]:
    named = {name.replace("__", "/").replace("_", ".", 1): data for name, data in files.items()}
    decoded = decode_case({"case.yaml": CASE} | named, "ijsvogel-k4f")
    return decoded.case, decoded.issues


def codes(issues: tuple[Issue, ...]) -> list[tuple[str, str, int | None, str | None]]:
    return [
        (i.code, i.place.file, i.place.line, i.place.field) for i in issues if i.place is not None
    ]


def test_a_case_with_only_its_first_file() -> None:
    case, issues = case_of()
    assert case == Case(trajectory=Trajectory(format=1, id="ijsvogel-k4f", name="Gezin Koolmees"))
    assert issues == ()


def test_values_come_typed_from_the_schema_not_from_yaml() -> None:
    case, issues = case_of(plan_yaml=PLAN)
    assert [goal.title for goal in case.plan.goals] == ["1102 AB", "Samen eten"]
    assert case.plan.goals[0].scores == (Score(id="r-9d2kf", on=date(2025, 3, 6), value=-1),)
    assert codes(issues) == [("unknown-field", "plan.yaml", 5, "goals[0].colour")]


def test_a_change_touches_its_own_line_and_nothing_else() -> None:
    files = {"case.yaml": CASE, "plan.yaml": PLAN}
    before = decode_case(files, "ijsvogel-k4f").case
    goal = msgspec.structs.replace(before.plan.goals[0], title="Naar school")
    changes = encode_changes(before, put(before, "goal", goal), files, {})
    assert list(changes) == ["plan.yaml"]
    old, new = PLAN.decode().splitlines(), (changes["plan.yaml"] or b"").decode().splitlines()
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [
        ("    title: '1102 AB'   # as she said it", "    title: Naar school   # as she said it")
    ]


def test_a_contact_is_front_matter_and_a_note() -> None:
    path = "contacts/2026-05-01-c-7kq2m.md"
    decoded = decode_case({"case.yaml": CASE, path: CONTACT}, "ijsvogel-k4f")
    assert decoded.paths == {"c-7kq2m": path}
    contact = decoded.case.contacts[0]
    assert (contact.hours, contact.body) == (1.5, "Thuis gepraat.")
    longer = msgspec.structs.replace(contact, hours=2.0)
    changes = encode_changes(
        decoded.case, put(decoded.case, "contact", longer), {path: CONTACT}, decoded.paths
    )
    assert changes == {path: CONTACT.replace(b"hours: 1.5", b"hours: 2")}


def test_a_note_that_changed_leaves_the_front_matter_as_it_was() -> None:
    path = "contacts/2026-05-01-c-7kq2m.md"
    files = {"case.yaml": CASE, path: CONTACT}
    decoded = decode_case(files, "ijsvogel-k4f")
    other = msgspec.structs.replace(decoded.case.contacts[0], body="Anders.")
    changes = encode_changes(
        decoded.case, put(decoded.case, "contact", other), files, decoded.paths
    )
    assert changes == {path: CONTACT.replace(b"Thuis gepraat.", b"Anders.")}


def test_an_entry_that_is_gone_takes_its_file_along() -> None:
    path = "contacts/2026-05-01-c-7kq2m.md"
    decoded = decode_case({"case.yaml": CASE, path: CONTACT}, "ijsvogel-k4f")
    empty = msgspec.structs.replace(decoded.case, contacts=())
    assert encode_changes(decoded.case, empty, {path: CONTACT}, decoded.paths) == {path: None}


def test_a_new_family_has_only_the_files_it_needs() -> None:
    case = Case(trajectory=Trajectory(format=FORMAT, id="ijsvogel-k4f", name="Gezin Koolmees"))
    case = put(case, "contact", Contact(id="c-7kq2m", on=date(2026, 5, 1), body="Eerste gesprek."))
    case = put(case, "goal", Goal(id="g-7kq2m", title="Samen eten"))
    files = encode_changes(None, case, {}, {})
    assert list(files) == ["case.yaml", "plan.yaml", "contacts/2026-05-01-c-7kq2m.md"]
    assert decode_case({p: d for p, d in files.items() if d}, "ijsvogel-k4f").case == case


def test_a_second_document_of_one_day_gets_its_id_in_the_name() -> None:
    from fktui.model.journal import Document

    document = Document(
        id="d-7kq2m", template="future-plan", title="x", language="nl", made_on=date(2026, 5, 1)
    )
    first = entry_path("documents", document)
    assert first == "documents/2026-05-01-future-plan.md"
    again = entry_path("documents", document, {first})
    assert again == "documents/2026-05-01-future-plan-d-7kq2m.md"


@pytest.mark.parametrize(
    ("text", "code", "line", "field"),
    [
        (b"goals:\n  - id: g-7kq2m\n", "missing-field", 2, "goals[0].title"),
        (
            b"goals:\n  - id: g-7kq2m\n    title: x\n    status: klaar\n",
            "wrong-choice",
            4,
            "goals[0].status",
        ),
        (
            b"goals:\n  - id: g-7kq2m\n    title: x\n    target_on: 2026-02-30\n",
            "wrong-date",
            4,
            "goals[0].target_on",
        ),
        (
            b"goals:\n  - id: g-7kq2m\n    title: x\n    weight: veel\n",
            "wrong-number",
            4,
            "goals[0].weight",
        ),
        (b"goals:\n  - id: g-7kq2m\n    title: [x]\n", "wrong-text", 3, "goals[0].title"),
        (b"goals: samen\n", "wrong-shape", 1, "goals"),
        (b"goals:\n  - samen\n", "wrong-shape", 2, "goals[0]"),
        (
            b"interventions:\n  - id: i-7kq2m\n    what: x\n    continues: misschien\n",
            "wrong-yes-no",
            4,
            "interventions[0].continues",
        ),
        (b"goals:\n\t- id: x\n", "yaml-tab", 2, None),
        (b"goals:\n  - id: g-7kq2m\n    title: \xff\n", "yaml-not-utf8", 3, None),
        (b"goals: []\ngoals: []\n", "yaml-duplicate-key", 2, None),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_field(
    text: bytes, code: str, line: int, field: str | None
) -> None:
    case, issues = case_of(plan_yaml=text)
    assert codes(issues) == [(code, "plan.yaml", line, field)]
    assert issues[0].level is Level.ERROR
    assert case.trajectory.name == "Gezin Koolmees"


def test_one_broken_goal_does_not_hide_the_other() -> None:
    text = b"goals:\n  - id: g-7kq2m\n  - id: g-3fd8p\n    title: Samen eten\n"
    case, issues = case_of(plan_yaml=text)
    assert [goal.title for goal in case.plan.goals] == ["Samen eten"]
    assert [issue.record for issue in issues] == ["g-7kq2m"]


def test_a_misspelt_field_names_the_one_that_was_meant() -> None:
    text = b"goals:\n  - id: g-7kq2m\n    title: x\n    prioritty: 1\n"
    _case, issues = case_of(plan_yaml=text)
    assert issues[0].facts == {"meant": "priority"}
    assert issues[0].level is Level.WARNING


def test_a_birth_date_has_a_form() -> None:
    text = b"people:\n  - id: p-7kq2m\n    name: Mila\n    role: child\n    born: 2 juni\n"
    _case, issues = case_of(family_yaml=text)
    assert codes(issues) == [("wrong-form", "family.yaml", 5, "people[0].born")]


def test_an_empty_list_may_be_left_empty() -> None:
    case, issues = case_of(plan_yaml=b"goals:\ncolour: blue\n")
    assert case.plan.goals == ()
    assert [issue.code for issue in issues] == ["unknown-field"]


def test_a_folder_without_case_yaml_is_shown_under_its_own_id() -> None:
    decoded = decode_case({}, "ijsvogel-k4f")
    assert decoded.case.trajectory.name == "ijsvogel-k4f"
    assert [issue.code for issue in decoded.issues] == ["no-case-file"]


def test_a_case_of_another_folder_or_of_the_future_is_read_only() -> None:
    text = CASE.replace(b"format: 1", b"format: 99")
    decoded = decode_case({"case.yaml": text}, "wilg-7kq")
    assert sorted(issue.code for issue in decoded.issues) == ["foreign-case-id", "newer-format"]


def test_broken_front_matter_names_the_entry() -> None:
    path = "contacts/2026-05-01-c-7kq2m.md"
    text = b"---\nid: c-7kq2m\non: 2026-05-01\nhours: 1.3\n---\n"
    decoded = decode_case({"case.yaml": CASE, path: text}, "ijsvogel-k4f")
    assert codes(decoded.issues) == [("wrong-number", path, 4, "hours")]
    decoded = decode_case({"case.yaml": CASE, path: b"no dashes"}, "ijsvogel-k4f")
    assert codes(decoded.issues) == [("front-matter-missing", path, 1, None)]
    assert decoded.case.contacts == ()


def test_what_does_not_fit_together_is_found_with_its_line() -> None:
    text = (
        b"people:\n  - id: n-7kq2m\n    name: Oma\n    sector: family\n    ring: 1\n"
        b"    jim_of: [p-00000]\n"
        b"  - id: 'n-7kq2m'\n    name: Opa\n    sector: family\n    ring: 1\n"
    )
    _case, issues = case_of(network_yaml=text)
    assert codes(issues) == [
        ("duplicate-id", "network.yaml", 7, "id"),
        ("dangling", "network.yaml", 6, "jim_of"),
    ]


def test_other_files_in_the_folder_are_left_alone() -> None:
    decoded = decode_case(
        {"case.yaml": CASE, "summary.yaml": b": :", "contacts/notes.txt": b"", "contacts/x": b""},
        "ijsvogel-k4f",
    )
    assert decoded.issues == ()
    assert decoded.paths == {}
