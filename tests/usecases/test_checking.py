"""`fk check`: everything that is wrong, one family after the other, and none hides another."""

import pytest

from fktui.model.issue import Level
from fktui.usecases.checking import Checked, check
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.desk import Desk
from fktui.usecases.plan.goals import add_goal


def checked(desk: Desk, case_id: str) -> Checked:
    [found] = check(desk, (case_id,))
    return found


def codes(found: Checked, level: Level | None = None) -> list[str]:
    return [issue.code for issue in found.issues if level in (None, issue.level)]


def test_a_new_family_has_advice_and_no_errors(desk: Desk) -> None:
    wulp = new_case(desk, NewCase(name="Gezin Wulp", start=desk.today)).case.id
    found = checked(desk, wulp)
    assert (found.case_id, found.name, found.error_count) == (wulp, "Gezin Wulp", 0)
    assert "team-no-second" in codes(found)


def test_errors_come_first(desk: Desk, koolmees: str) -> None:
    add_goal(desk, koolmees, {"title": "Samen eten"})
    plan = desk.store.places.case(koolmees) / "plan.yaml"
    text = plan.read_text(encoding="utf-8") + "    domain: moon\n    colour: red\n"
    plan.write_text(text, encoding="utf-8")
    found = checked(desk, koolmees)
    levels = [issue.level for issue in found.issues]
    assert levels == sorted(levels, key=list(Level).index)
    assert codes(found, Level.ERROR) == ["wrong-choice"]
    assert found.error_count == 1
    where = found.issues[0].place
    assert (where.file, where.line, where.field) == ("plan.yaml", 5, "goals[0].domain")


def test_a_broken_family_hides_no_other(desk: Desk, koolmees: str) -> None:
    other = new_case(desk, NewCase(name="Gezin Wulp")).case.id
    (desk.store.places.case(koolmees) / "case.yaml").write_bytes(b"\xff\xfe\x00")
    found = {one.case_id: one for one in check(desk, desk.store.case_ids())}
    assert found[koolmees].error_count >= 1
    assert found[other].error_count == 0


def test_a_family_that_is_unsafe_is_an_issue_of_its_own(desk: Desk, koolmees: str) -> None:
    config = desk.store.places.case(koolmees) / ".git" / "config"
    config.write_text(
        config.read_text(encoding="utf-8") + '[core]\n\tsshCommand = "touch evil"\n',
        encoding="utf-8",
    )
    found = checked(desk, koolmees)
    assert (found.name, codes(found)) == (koolmees, ["git-config"])
    assert found.error_count == 1


def test_a_hand_edit_is_a_notice_and_a_strange_file_a_warning(desk: Desk, koolmees: str) -> None:
    folder = desk.store.places.case(koolmees)
    (folder / "network.yaml").write_text("people: []\n", encoding="utf-8")
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8")
    found = checked(desk, koolmees)
    edits = [issue.place.file for issue in found.issues if issue.code == "hand-edit"]
    foreign = [issue.place.file for issue in found.issues if issue.code == "foreign-file"]
    assert "network.yaml" in edits
    assert foreign in (["holiday.jpg"], [])
    assert found.error_count == 0


@pytest.mark.parametrize("count", [0, 2])
def test_all_families_are_checked(desk: Desk, count: int) -> None:
    made = {new_case(desk, NewCase(name=f"Gezin {number}")).case.id for number in range(count)}
    assert {one.case_id for one in check(desk, desk.store.case_ids())} == made
