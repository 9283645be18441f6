"""`fk report`: counts of a family, and of all of them."""


def test_one_family(fk, data, ijsvogel):
    fk("contact", "add", ijsvogel.case, "1.5", "home", "x", "--principle", "network")
    fk("contact", "add", ijsvogel.case, "1", "x", "--element", "joining,normalising")
    shown = fk("report", ijsvogel.case).out
    for text in ("Gezin Ijsvogel", "start phase", "Effective factors", "contacts: 1 of 2"):
        assert text in shown
    assert "Involving the network  1" in shown
    assert "joining the family" in shown
    found = data("report", ijsvogel.case)
    assert found["since"] is None
    assert found["case"]["factors"]["tagged"] == {"joining": 1, "normalising": 1}
    assert found["case"]["children"] == 1


def test_the_team(fk, data, ijsvogel):
    shown = fk("report").out
    told = ("Report of the team", "Children in care on the last day: 1", "Caseload")
    for text in (*told, "Yara Meerkoet"):
        assert text in shown
    found = data("report", "--from", "1-11-2026", "--to", "20-11-2026")
    assert (found["since"], found["until"]) == ("2026-11-01", "2026-11-20")
    assert found["team"]["in_care"] == 1
    assert [one["id"] for one in found["cases"]] == [ijsvogel.case]


def test_the_end_of_the_help_has_its_code(fk, data, ijsvogel):
    assert fk("phase", "close", ijsvogel.case, "--at-home", "yes").code == 0
    found = data("report", ijsvogel.case)["case"]
    assert (found["end_reason"], found["end_code"], found["at_home"]) == ("as_planned", "01", True)
    assert "as planned (01)" in fk("report", ijsvogel.case).out
    team = data("report")["team"]
    assert (team["ended"], team["reasons"], team["at_home"]) == (1, {"as_planned": 1}, 1)


def test_a_family_that_cannot_be_read_whole_is_named(fk, ijsvogel, tmp_path):
    file = tmp_path / "store" / "cases" / ijsvogel.case / "plan.yaml"
    file.write_text("goals: [\n", encoding="utf-8")
    assert ijsvogel.case in fk("report").err


def test_days_the_wrong_way_round(fk, ijsvogel):
    assert fk("report", "--from", "20-11-2026", "--to", "1-11-2026").code == 2


def test_an_empty_store(fk):
    shown = fk("report")
    assert shown.code == 0
    assert "Families in care on the last day: 0" in shown.out
