"""Of a file that does not fit the rest is shown, and each thing that is wrong is named."""

import pytest

from fktui.model.family import Family
from fktui.model.issue import Issue, Level
from fktui.model.plan import Goal, Plan
from fktui.model.record import Record
from fktui.model.team import StoreSettings
from fktui.store.salvage import dotted
from fktui.store.schema import decode_record


def read(text: str, kind: type[Record] = Plan):
    record, issues = decode_record(text.encode(), kind, "plan.yaml")
    return record, issues


def only(issues: list[Issue]) -> tuple[str, str, int, str | None]:
    [issue] = issues
    assert issue.place is not None
    return issue.code, str(issue.place.field), issue.place.line or 0, issue.record


BARE = Goal(id="g-00000", title="x")
GOAL = "goals:\n  - id: g-00001\n    title: Samen eten\n"


@pytest.mark.parametrize(
    ("line", "code", "facts"),
    [
        ("domain: moon", "wrong-choice", {"given": "moon"}),
        ("opened_on: 2026-02-30", "wrong-date", {"given": "2026-02-30"}),
        ("weight: many", "wrong-number", {"given": "many"}),
        ("why: [a, b]", "wrong-text", {"given": ""}),
    ],
)
def test_a_value_that_does_not_fit_is_left_out_and_the_goal_stays(line, code, facts) -> None:
    plan, issues = read(f"{GOAL}    {line}\n")
    name = line.partition(":")[0]
    assert only(issues) == (code, f"goals[0].{name}", 4, "g-00001")
    assert issues[0].level is Level.ERROR
    assert facts.items() <= issues[0].facts.items()
    [goal] = plan.goals
    assert (goal.title, getattr(goal, name)) == ("Samen eten", getattr(BARE, name))


def test_a_choice_names_what_is_allowed() -> None:
    _plan, [issue] = read(f"{GOAL}    status: perhaps\n")
    assert issue.facts["allowed"] == "open, reached, stopped, changed"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("people:\n  - {id: p-00001, name: Mila, role: child, index: perhaps}\n", "wrong-yes-no"),
        ("people:\n  - {id: p-00001, name: Mila, role: child, born: juni}\n", "wrong-form"),
        ("people:\n  - {id: p-00001, name: Mila, role: child, until: soon}\n", "wrong-date"),
    ],
)
def test_other_kinds_of_values(text, code) -> None:
    family, issues = read(text, Family)
    assert issues[0].code == code
    assert [person.name for person in family.people] == ["Mila"]


def test_a_field_that_is_not_known_is_a_warning_with_what_may_be_meant() -> None:
    plan, [issue] = read(f"{GOAL}    tilte: x\n")
    assert (issue.level, issue.code, issue.facts["meant"]) == (
        Level.WARNING,
        "unknown-field",
        "title",
    )
    assert plan.goals[0].title == "Samen eten"
    _plan, [issue] = read(f"{GOAL}    qqqqq: x\n")
    assert issue.facts["meant"] == ""


def test_a_goal_that_misses_something_is_left_out_and_the_others_stay() -> None:
    plan, issues = read(GOAL + "  - id: g-00002\n  - id: g-00003\n    title: Slapen\n")
    assert only(issues) == ("missing-field", "goals[1].title", 4, "g-00002")
    assert [goal.id for goal in plan.goals] == ["g-00001", "g-00003"]


def test_a_field_that_must_be_there_and_does_not_fit_is_named_once() -> None:
    plan, issues = read(GOAL + "  - id: g-00002\n    title: [x]\n")
    assert only(issues)[:2] == ("wrong-text", "goals[1].title")
    assert [goal.id for goal in plan.goals] == ["g-00001"]


@pytest.mark.parametrize(
    ("text", "field", "wanted"),
    [
        ("goals: x\n", "goals", "list"),
        ("goals:\n  - x\n", "goals[0]", "mapping"),
        (f"{GOAL}    levels: high\n", "goals[0].levels", "mapping"),
        (f"{GOAL}    steps: {{a: b}}\n", "goals[0].steps", "list"),
        ("future_plan: [x]\n", "future_plan", "mapping"),
    ],
)
def test_a_shape_that_does_not_fit(text, field, wanted) -> None:
    plan, [issue] = read(text)
    assert (issue.code, issue.place.field, issue.facts["wanted"]) == ("wrong-shape", field, wanted)
    assert plan is not None


def test_nothing_where_a_list_could_be_is_an_empty_list() -> None:
    plan, issues = read(f"{GOAL}    steps:\n    owners: ~\n    domain: moon\n")
    assert [issue.code for issue in issues] == ["wrong-choice"]
    assert (plan.goals[0].steps, plan.goals[0].owners) == ((), ())


def test_a_step_deep_inside_keeps_the_id_of_the_nearest_record() -> None:
    text = f"{GOAL}    steps:\n      - id: s-00001\n        what: Bellen\n        due: soon\n"
    plan, issues = read(text)
    assert only(issues) == ("wrong-date", "goals[0].steps[0].due", 7, "s-00001")
    assert plan.goals[0].steps[0].what == "Bellen"


def test_one_step_without_its_dash_is_named_by_its_own_id() -> None:
    plan, issues = read(f"{GOAL}    steps:\n      id: s-00001\n      what: Bellen\n")
    assert only(issues) == ("wrong-shape", "goals[0].steps", 5, "s-00001")
    assert plan.goals[0].steps == ()


def test_when_the_head_itself_misses_something_nothing_is_left() -> None:
    settings, issues = read("team: Demo\nlanguage: nl\n", StoreSettings)
    assert settings is None
    assert {issue.place.field for issue in issues} <= {"format", "id"}
    assert issues[0].code == "missing-field"


def test_everything_that_is_wrong_is_named_at_once() -> None:
    text = f"{GOAL}    domain: moon\n    weight: many\n  - x\n"
    _plan, issues = read(text)
    assert [issue.code for issue in issues] == ["wrong-choice", "wrong-number", "wrong-shape"]
    assert [issue.place.line for issue in issues] == [4, 5, 6]


@pytest.mark.parametrize(
    ("path", "text"),
    [((), ""), (("a",), "a"), (("goals", 2, "steps", 0, "due"), "goals[2].steps[0].due")],
)
def test_a_path_as_people_write_it(path, text) -> None:
    assert dotted(path) == text
