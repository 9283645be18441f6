"""`fk redo`, `fk undo CASE RECORD`, `fk changed`, and several scores at once."""


def test_redo_after_undo(fk, ijsvogel, log):
    fk("undo", ijsvogel.case)
    done = fk("redo", ijsvogel.case)
    assert (done.code, done.out, done.err) == (
        0,
        f"{ijsvogel.goal}\n",
        f"Done again: Goal {ijsvogel.goal} added\n",
    )
    assert log(ijsvogel.case)[0] == f"Done again: Goal {ijsvogel.goal} added"
    again = fk("redo", ijsvogel.case)
    assert again.code == 4
    assert "nothing to do again" in again.err


def test_the_team_can_redo(fk):
    fk("organisation", "add", "Wijkteam")
    assert fk("team", "undo").code == 0
    done = fk("team", "redo")
    assert (done.code, done.err.startswith("Done again: ")) == (0, True)
    assert "Wijkteam" in fk("organisation", "list").out


def test_one_record_is_put_back(fk, ijsvogel, data, log):
    case, goal = ijsvogel.case, ijsvogel.goal
    fk("goal", "edit", case, goal, "--title", "Samen koken")
    fk("goal", "score", case, goal, "+1")
    done = fk("undo", case, "samen")
    assert (done.code, done.out) == (0, f"{goal}\n")
    [found] = data("goal", "list", case)
    assert (found["title"], len(found["scores"])) == ("Samen eten", 1)
    assert log(case)[0] == f"Goal {goal} put back as it was"
    assert fk("undo", case, goal, "--to", "today").code == 2
    assert fk("undo", case, goal, "--to", "-5d").code == 4


def test_what_cannot_be_put_back_is_said(fk, ijsvogel):
    refused = fk("undo", ijsvogel.case, "--to", "-1d")
    assert (refused.code, "--to goes with a record" in refused.err) == (2, True)
    refused = fk("undo", ijsvogel.case, ijsvogel.goal)
    assert (refused.code, "no earlier form" in refused.err) == (4, True)
    assert fk("undo", ijsvogel.case, "nobody").code == 4


def test_what_changed_in_all_families(fk, ijsvogel, koolmees, data, monkeypatch):
    found = fk("changed")
    lines = found.out.splitlines()
    assert lines[0].split() == ["Family", "When", "Who", "What"]
    assert len(lines) == 1 + 5 + 1
    assert f"Goal {ijsvogel.goal} added  “Samen eten”" in found.out
    assert {one["case"]: len(one["stories"]) for one in data("changed")} == {
        ijsvogel.case: 5,
        koolmees: 1,
    }
    assert data("changed", "--since", "today")[0]["stories"][0]["by"] == "Yara Meerkoet"
    monkeypatch.setenv("FK_TODAY", "2026-11-29")
    assert fk("changed").out == ""
    assert "Nothing was recorded since" in fk("changed").err
    assert len(data("changed", "--since", "21-11")) == 2


def test_changed_prints_nothing_that_a_terminal_obeys(fk, ijsvogel, tmp_path):
    plan = tmp_path / "store" / "cases" / ijsvogel.case / "plan.yaml"
    plan.write_text(plan.read_text().replace("Samen eten", '"Samen \\e[2J eten"'))
    assert "\x1b" not in fk("changed").out


def test_several_goals_are_scored_at_once(fk, ijsvogel, data, log):
    other = fk("goal", "add", ijsvogel.case, "Naar school", "--measure", "ten").id
    done = fk("goal", "score", ijsvogel.case, "samen=-1", "naar=7", "--by", "Mila")
    assert (done.code, done.out) == (0, f"{ijsvogel.goal}\n{other}\n")
    assert log(ijsvogel.case)[0] == "Goals: 2 scored"
    found = data("goal", "list", ijsvogel.case)
    assert [one["scores"][0]["value"] for one in found] == [-1, 7]
    assert fk("goal", "score", ijsvogel.case, "samen=+1").out == f"{ijsvogel.goal}\n"
    assert fk("goal", "score", ijsvogel.case, "samen", "-2").code == 0


def test_a_goal_without_a_score_is_refused(fk, ijsvogel):
    for words in (["samen"], ["samen", "+1", "naar=7"], ["samen=x"], ["samen=1", "samen=2"]):
        refused = fk("goal", "score", ijsvogel.case, *words)
        assert (refused.code, "Nothing was saved" in refused.err) == (2, True), words


def test_the_list_for_a_program_has_the_recent_weeks(fk, ijsvogel, data):
    fk("contact", "add", ijsvogel.case, "1,5", "thuis", "Aan tafel.")
    [line] = data("list")
    assert line["recent"] == [0.0] * 7 + [1.5]
    assert line["coach_id"].startswith("t-")
    assert not {"weeks", "today"} & set(line)
