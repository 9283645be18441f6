"""What changes outside is seen: an editor, another fk, a folder that goes and comes back."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from driving import DUINROOS, Drive, Driven, desk_of

from fktui.store.places import Places
from fktui.usecases.records import edit_record


def edit(store: Path, file: str, old: str, new: str, case_id: str = DUINROOS) -> None:
    """As an editor does it: in place."""
    path = Places(store).case(case_id) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    with path.open("r+", encoding="utf-8") as writing:
        writing.write(text.replace(old, new, 1))
        writing.truncate()


def goal_of(store: Path) -> str:
    return desk_of(store).load(DUINROOS).case.plan.goals[0].id


@pytest.fixture
def wulp(drive: Drive, store: Path) -> Driven:
    """The screen of Gezin Wulp, looked at long enough to know how it is."""
    screen = drive(store, lang="en")
    screen.do(lambda: screen.app.open_family(DUINROOS, "goals"))
    return screen.wait_for(lambda: DUINROOS in screen.app.outside._shown).wait_saved()


def test_a_name_that_is_edited_is_on_today(drive: Drive, store: Path) -> None:
    screen = drive(store, lang="en").wait_saved()
    edit(store, "case.yaml", "Gezin Wulp", "Gezin Strandloper")
    screen.wait_text("Gezin Strandloper")


def test_a_goal_that_is_edited_is_on_the_screen_of_the_family(wulp: Driven, store: Path) -> None:
    title = wulp.yaml(DUINROOS, "plan.yaml")["goals"][0]["title"]
    edit(store, "plan.yaml", title, "Een heel ander doel")
    wulp.wait_text("Een heel ander doel")
    wulp.press("escape")
    assert "Gezin Wulp" in wulp.text


def test_what_another_fk_commits_is_seen(wulp: Driven, store: Path) -> None:
    goal = goal_of(store)
    wulp.do(lambda: wulp.screen.main.go_to(goal))
    words = [sys.executable, "-m", "fktui", "--store", str(store), "goal", "edit", DUINROOS, goal]
    words += ["--title", "Van een ander bureau"]
    subprocess.run(words, cwd=Path(__file__).parents[2], check=True, capture_output=True)
    wulp.wait_text("Van een ander bureau")
    assert wulp.screen.main.at.key == goal


def test_a_file_that_breaks_is_told_with_its_line_until_it_is_right_again(
    wulp: Driven, store: Path
) -> None:
    edit(store, "plan.yaml", "goals:", "goals: [\nxx")
    wulp.wait_text("plan.yaml")
    assert re.search(r"plan\.yaml\D*\d", wulp.text)
    wulp.press("escape")
    wulp.wait_text("a file cannot be read")
    edit(store, "plan.yaml", "goals: [\nxx", "goals:")
    wulp.wait_for(lambda: "a file cannot be read" not in wulp.text)


def test_a_family_that_is_broken_can_be_looked_at(drive: Drive, store: Path) -> None:
    edit(store, "plan.yaml", "goals:", "goals: [\nxx")
    screen = drive(store, lang="en").wait_text("a file cannot be read")
    screen.do(lambda: screen.app.open_family(DUINROOS))
    assert "plan.yaml" in screen.text
    for tab in "1234567890":
        screen.press(tab)
    before = screen.git_log(DUINROOS)
    screen.press("d").type("x").press("ctrl+s").wait_saved()
    assert "read-only" in screen.text
    assert "xxx" not in (Places(store).case(DUINROOS) / "plan.yaml").read_text(encoding="utf-8")
    assert screen.git_log(DUINROOS) == before


def test_a_family_whose_folder_goes_away_ends_nothing(wulp: Driven, store: Path) -> None:
    folder = Places(store).case(DUINROOS)
    shutil.move(folder, store / "away")
    wulp.wait(1.5)
    assert wulp.app.is_running
    wulp.press("1", "3", "down", "s")
    wulp.press("escape", "escape", "escape")
    wulp.wait_for(lambda: "Gezin Wulp" not in wulp.text, "the family goes from Today")
    shutil.move(store / "away", folder)
    wulp.wait_text("Gezin Wulp")


def test_a_store_that_is_gone_for_a_moment_is_told_once(wulp: Driven, store: Path) -> None:
    away = store.with_name("away")
    store.rename(away)
    wulp.wait(2)
    assert wulp.app.is_running
    assert len(wulp.app._notifications) <= 2
    wulp.press("down", "1", "2")
    away.rename(store)
    wulp.wait(1.5)
    edit(store, "plan.yaml", wulp.yaml(DUINROOS, "plan.yaml")["goals"][0]["title"], "Weer terug")
    wulp.wait_text("Weer terug")


def test_a_file_that_is_not_ours_changes_nothing(wulp: Driven, store: Path) -> None:
    (Places(store).case(DUINROOS) / ".plan.yaml.swp").write_text("x", encoding="utf-8")
    wulp.wait(1.2)
    assert wulp.app.is_running


def test_the_colleagues_are_read_again(drive: Drive, store: Path) -> None:
    screen = drive(store, lang="en")
    screen.do(lambda: screen.app.open_family(DUINROOS))
    team = Places(store).team / "team.yaml"
    name = desk_of(store).colleagues[0].name
    text = team.read_text(encoding="utf-8")
    team.write_text(text.replace(name, "Nina Boomklever"), encoding="utf-8")
    screen.wait_for(
        lambda: (
            "Nina Boomklever" in screen.app.session.desk.names(screen.screen.shown.case).values()
        ),
        "the new name",
    )


def test_a_team_file_that_breaks_ends_nothing(wulp: Driven, store: Path) -> None:
    team = Places(store).team / "team.yaml"
    text = team.read_text(encoding="utf-8")
    team.write_text("colleagues: [\n", encoding="utf-8")
    wulp.wait(2)
    assert len(wulp.app._notifications) <= 1
    wulp.press("1", "2", "down", "c", "escape")
    team.write_text(text.replace("Bas Fuut", "Bas Boomklever"), encoding="utf-8")
    wulp.wait_text("Bas Boomklever")


# --- somebody else first -------------------------------------------------------------------------


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(wulp: Driven, store: Path) -> None:
    goal = goal_of(store)
    wulp.do(lambda: wulp.app.ask("goal.edit", DUINROOS, goal))
    wulp.press("ctrl+end").type(" en ik")
    edit_record(desk_of(store), DUINROOS, goal, ("goal",), {"title": "Van een ander"})
    before = wulp.git_log(DUINROOS)
    wulp.press("ctrl+s").wait_saved()
    assert wulp.git_log(DUINROOS) == before
    assert "en ik" in wulp.text
    assert "!" in wulp.text
    assert wulp.yaml(DUINROOS, "plan.yaml")["goals"][0]["title"] == "Van een ander"


def test_a_new_record_does_not_mind_what_others_changed(wulp: Driven, store: Path) -> None:
    wulp.press("c", "1")
    edit_record(desk_of(store), DUINROOS, goal_of(store), ("goal",), {"title": "Van een ander"})
    wulp.press("ctrl+s").wait_saved()
    assert wulp.git_log(DUINROOS)[0].startswith("Contact")
    wulp.wait_text("Van een ander")


# --- saving and leaving --------------------------------------------------------------------------


def test_two_saves_right_after_each_other_are_both_heard(wulp: Driven) -> None:
    before = len(wulp.entries(DUINROOS, "contacts"))
    for hours in "12":
        wulp.press("c", hours, "ctrl+s")
    wulp.wait_saved()
    assert len(wulp.entries(DUINROOS, "contacts")) == before + 2
    assert wulp.app._saving == 0
    assert wulp.text.count("u takes it back") >= 1


def test_two_saves_at_once_are_both_there_and_both_told(wulp: Driven, store: Path) -> None:
    from fktui.usecases.journal.contacts import add_contact

    told = []
    day = desk_of(store).today

    def save(hours: float):
        fields = {"on": day, "hours": hours, "body": ""}
        return lambda: add_contact(wulp.app.session.desk, DUINROOS, fields)

    def both() -> None:
        wulp.app.do(save(1), told.append)
        wulp.app.do(save(2), told.append)

    wulp.do(both)
    wulp.wait_saved()
    assert len(told) == 2
    kept = [fields.get("hours") for fields, _body in wulp.entries(DUINROOS, "contacts")]
    assert {"1", "2"} <= {hours.rstrip("0").rstrip(".") for hours in kept[-2:]}


def test_who_leaves_at_once_has_still_saved(store: Path) -> None:
    screen = Driven(store, lang="en")
    before = screen.entries(DUINROOS, "contacts")
    screen.do(lambda: screen.app.open_family(DUINROOS))
    screen.press("c", "1")

    def save_and_leave() -> None:
        screen.screen.action_save()
        screen.app.exit()

    screen._run(_soon(save_and_leave))
    screen.wait_for(lambda: not screen.app.is_running, "the end")
    screen.stop()
    assert len(screen.entries(DUINROOS, "contacts")) == len(before) + 1
    assert not list(Places(store).drafts.glob("*.json"))


async def _soon(work) -> None:
    work()


def test_a_form_that_is_left_while_a_draft_waits_does_nothing_later(wulp: Driven) -> None:
    wulp.press("c", "1", "escape").wait(1.2)
    assert wulp.app.is_running
    wulp.press("escape", "escape")


def test_a_screen_that_is_gone_hears_nothing(wulp: Driven, store: Path) -> None:
    edit(store, "case.yaml", "Gezin Wulp", "Gezin Strandloper")
    for _turn in range(4):
        wulp.do(lambda: wulp.app.outside.look_now(DUINROOS))
        wulp.press("escape")
        wulp.do(lambda: wulp.app.open_family(DUINROOS))
    wulp.wait_text("Strandloper")
