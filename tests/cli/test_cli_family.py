"""One family from the command line: goal, show, history, diff, undo, save, check."""

import json

import pytest

from fktui.errors import ExitCode


def data_of(ran):
    document = json.loads(ran.out)
    assert document["fk"] == 1
    return document["data"]


@pytest.fixture
def mila(fk, koolmees):
    words = ("--role", "child", "--born", "2014-06-02")
    return fk("person", "add", koolmees, "Mila Koolmees", *words).id


@pytest.fixture
def goal(fk, koolmees, mila):
    return fk("goal", "add", koolmees, "Samen eten", "--owner", "mila", "--domain", "child").id


# --- goal --------------------------------------------------------------------------------------


def test_a_goal_in_the_words_of_the_family(fk, koolmees, mila, goal, log):
    assert data_of(fk("goal", "list", koolmees, "--json")) == [
        {
            "id": goal,
            "title": "Samen eten",
            "owners": [mila],
            "domain": "child",
            "opened_on": "2026-11-21",
        }
    ]
    assert log(koolmees)[0] == f"Goal {goal} added"


def test_a_goal_from_a_pipe(fk, koolmees, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO("Samen  eten\nen koken\n"))
    fk("goal", "add", koolmees, "-")
    [found] = data_of(fk("goal", "list", koolmees, "--json"))
    assert found["title"] == "Samen eten en koken"


@pytest.mark.parametrize("minus", ["-1", "−1"])
def test_a_score_below_zero_is_no_option(fk, koolmees, goal, minus, log):
    ran = fk(
        "goal", "score", koolmees, "samen", minus, "--on", "-3d", "--by", "Mila", "--note", "x"
    )
    assert ran.out == f"{goal}\n"
    fk("goal", "score", koolmees, goal, "+1")
    assert log(koolmees)[:2] == [f"Goal {goal}: score -1 → 1", f"Goal {goal}: first score -1"]
    [found] = data_of(fk("goal", "list", koolmees, "--json"))
    assert [(one["on"], one["value"]) for one in found["scores"]] == [
        ("2026-11-18", -1),
        ("2026-11-21", 1),
    ]
    assert fk("goal", "list", koolmees).out.splitlines()[1].split()[-3:] == ["-1", "1", "running"]


def test_a_goal_is_changed_and_gets_its_status(fk, koolmees, goal, log):
    words = ("--title", "Samen koken", "--target", "1-12", "--set", "weight=2", "-m", "liever zo")
    assert fk("goal", "edit", koolmees, goal, *words).code == 0
    ran = fk("goal", "status", koolmees, "koken", "reached", "-m", "elke dag")
    assert ran.code == 0
    [found] = data_of(fk("goal", "list", koolmees, "--json"))
    assert (found["title"], found["target_on"], found["weight"]) == ("Samen koken", "2026-12-01", 2)
    assert (found["status"], found["status_on"]) == ("reached", "2026-11-21")
    assert log(koolmees)[0] == f"Goal {goal}: running → reached"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "x", "--owner", "Nobody"), ExitCode.NOT_FOUND),
        (("add", "x", "--domain", "moon"), ExitCode.USAGE),
        (("add", "x", "--measure", "x"), ExitCode.USAGE),
        (("add", "x", "--target", "someday"), ExitCode.USAGE),
        (("add", " "), ExitCode.USAGE),
        (("score", "samen", "3"), ExitCode.USAGE),
        (("score", "samen", "much"), ExitCode.USAGE),
        (("score", "samen", "1", "--on", "2027-01-01"), ExitCode.USAGE),
        (("score", "moon", "1"), ExitCode.NOT_FOUND),
        (("status", "samen", "perhaps"), ExitCode.USAGE),
        (("status", "samen", "open"), ExitCode.USAGE),
        (("edit", "samen", "--title", "Samen eten"), ExitCode.USAGE),
        (("edit", "samen", "--set", "title="), ExitCode.USAGE),
    ],
)
def test_what_does_not_fit_changes_nothing(fk, goal, words, code, koolmees):
    before = fk("history", koolmees).out
    verb, *rest = words
    ran = fk("goal", verb, koolmees, *rest)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip()
    assert fk("history", koolmees).out == before


def test_goals_are_listed_in_dutch(fk, koolmees, goal):
    out = fk("goal", "list", koolmees, lang="nl").out
    assert "Doel" in out.splitlines()[0]
    assert "loopt" in out


# --- show --------------------------------------------------------------------------------------


def test_show_tells_what_a_coach_wants_to_know(fk, koolmees, goal):
    fk("goal", "score", koolmees, goal, "1")
    fk("network", "add", koolmees, "Glenn", "--sector", "family", "--ring", "1")
    fk("contact", "add", koolmees, "1,5", "home", "Aan tafel.", "--with", "Mila")
    for spoken, words in (("en", ("Family", "Goals", "close 1")), ("nl", ("Gezin", "Doelen"))):
        ran = fk("show", koolmees, lang=spoken)
        assert ran.code == 0
        for word in (*words, koolmees, "Mila Koolmees (12)", "1 → 1", goal):
            assert word in ran.out
    assert data_of(fk("show", koolmees, "--json"))["plan"]["goals"][0]["id"] == goal


def test_show_as_it_was(fk, koolmees, goal, monkeypatch):
    monkeypatch.setenv("FK_TODAY", "2026-12-01")
    fk("person", "add", koolmees, "Jaylen", "--role", "child")
    assert "Jaylen" in fk("show", koolmees).out
    assert "Jaylen" not in fk("show", koolmees, "--at", "21-11").out
    ran = fk("show", koolmees, "--at", "2026-01-01")
    assert (ran.code, ran.out) == (4, "")


def test_show_says_which_day_it_is_when_that_is_not_the_calendars(fk, koolmees):
    assert "21 Nov 2026" in fk("show", koolmees).err


# --- history, diff -----------------------------------------------------------------------------


def test_history_is_a_story_newest_first(fk, koolmees, goal):
    fk("goal", "status", koolmees, goal, "stopped", "-m", "te zwaar nu")
    lines = fk("history", koolmees).out.splitlines()
    assert f"Goal {goal}: running → stopped  “Samen eten”" in lines[0]
    assert "Yara Meerkoet" in lines[0]
    assert lines[1] == "      te zwaar nu"
    assert lines[-1].endswith("Family record opened")
    assert len(fk("history", koolmees, "-n", "1").out.splitlines()) == 2
    assert all(
        goal in line or "zwaar" in line
        for line in fk("history", koolmees, "samen").out.splitlines()
    )


def test_history_with_details_says_what_changed(fk, koolmees, goal):
    fk("goal", "score", koolmees, goal, "1")
    for spoken in ("en", "nl"):
        plain = fk("history", koolmees, lang=spoken).out.splitlines()
        detailed = fk("history", koolmees, "--details", lang=spoken).out.splitlines()
        assert len(detailed) > len(plain)
        assert set(plain) <= set(detailed)


def test_history_as_json(fk, koolmees, goal):
    stories = data_of(fk("history", koolmees, goal, "--json"))
    assert [story["action"] for story in stories] == ["goal.add"]
    assert stories[0]["record"] == goal
    assert stories[0]["at"].startswith("2026-11-21T")


def test_diff_tells_what_changed_between_two_days(fk, koolmees, mila, monkeypatch):
    monkeypatch.setenv("FK_TODAY", "2026-12-01")
    goal = fk("goal", "add", koolmees, "Naar school").id
    ran = fk("diff", koolmees, "--from", "2026-11-21", "--to", "today")
    assert ran.code == 0
    assert "Naar school" in ran.out
    [found] = data_of(fk("diff", koolmees, "--from", "2026-11-21", "--json"))
    assert (found["how"], found["id"]) == ("added", goal)
    nothing = fk("diff", koolmees, "--from", "today", lang="nl")
    assert (nothing.code, nothing.out) == (0, "")
    assert nothing.err.strip()
    assert fk("diff", koolmees, "--from", "today", "--to", "yesterday").code == 2
    assert fk("diff", koolmees).code == 2


# --- undo, save, check -------------------------------------------------------------------------


def test_undo_prints_what_it_undid(fk, koolmees, goal, log):
    ran = fk("undo", koolmees)
    assert ran.code == 0
    assert "Undone: " in ran.err
    assert data_of(fk("goal", "list", koolmees, "--json")) == []
    assert fk("undo", koolmees).code == 0
    assert fk("undo", koolmees).code == 4
    assert len(log(koolmees)) == 5


def test_save_records_a_hand_edit_in_both_languages(fk, koolmees, goal, tmp_path, log):
    plan = tmp_path / "store" / "cases" / koolmees / "plan.yaml"
    for spoken, old, new in (("en", "eten", "koken"), ("nl", "koken", "bakken")):
        plan.write_text(plan.read_text("utf-8").replace(old, new), encoding="utf-8")
        ran = fk("save", koolmees, "-m", "in de trein", lang=spoken)
        assert ran.out == f"{koolmees}\n"
        assert "plan.yaml" in ran.err
    # The history has one language, that of the store, whatever is spoken.
    assert log(koolmees)[:2] == ["Changed by hand", "Changed by hand"]
    ran = fk("save", koolmees)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.strip()


def test_a_hand_edit_meets_an_undo(fk, koolmees, goal, tmp_path):
    plan = tmp_path / "store" / "cases" / koolmees / "plan.yaml"
    text = plan.read_text(encoding="utf-8") + "# bellen\n"
    plan.write_text(text, encoding="utf-8")
    ran = fk("undo", koolmees)
    assert (ran.code, ran.out) == (6, "")
    assert "plan.yaml" in ran.err
    assert plan.read_text(encoding="utf-8") == text


def test_check_tells_what_to_do_about_it(fk, koolmees):
    for spoken in ("en", "nl"):
        ran = fk("check", koolmees, lang=spoken)
        assert ran.code == 0
        assert f"({koolmees})" in ran.out
        assert "→ fk " in ran.out
    [found] = data_of(fk("check", "koolmees", "--json"))
    assert (found["case_id"], found["name"]) == (koolmees, "Gezin Koolmees")
    assert {"level", "code"} <= set(found["issues"][0])


def test_check_of_all_families_and_of_none(fk, koolmees, tmp_path):
    other = fk("new-case", "Gezin Wulp").id
    assert {one["case_id"] for one in data_of(fk("check", "--json"))} == {koolmees, other}
    assert data_of(fk("check", other, "--json"))[0]["case_id"] == other
    (tmp_path / "store" / "cases" / other / "plan.yaml").write_text("goals: x\n", encoding="utf-8")
    ran = fk("check", "--json")
    assert ran.code == 8
    assert json.loads(ran.out)["kind"] == "check"


def test_show_tells_of_a_hand_edit_and_how_to_record_it(fk, koolmees, goal, tmp_path):
    assert "fk save" not in fk("show", koolmees).err
    plan = tmp_path / "store" / "cases" / koolmees / "plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "# bellen\n", encoding="utf-8")
    ran = fk("show", koolmees)
    assert (ran.code, "plan.yaml: " in ran.err, f"fk save {koolmees}" in ran.err) == (0, True, True)
    fk("save", koolmees)
    assert "fk save" not in fk("show", koolmees).err
