"""`fk team`, `principle`, `places`, `organisation` and `research`."""

import json
import subprocess

import pytest


@pytest.fixture
def team(tmp_path):
    return tmp_path / "store" / "team"


@pytest.fixture
def subjects(team):
    """The subjects of the commits of the team's files, newest first."""

    def read():
        done = subprocess.run(
            ["git", "-C", team, "log", "--format=%s"], capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    return read


def test_colleagues_with_their_families_and_children(fk, data, ijsvogel):
    added = fk("team", "add", "Bas Fuut", "--discipline", "psychologist", "--from", "1-9-2026")
    assert added.err.startswith(f"Colleague {added.id} noted")
    assert fk("team", "edit", "bas", "--role", "tweede", "--email", "b@example.org").code == 0
    fk("case", "edit", ijsvogel.case, "--set", "second=bas")
    assert "Bas Fuut" in fk("team", "list").out
    [_yara, bas] = data("team", "list")["colleagues"]
    assert (bas["discipline"], bas["role"], bas["active_from"]) == (
        "psychologist",
        "tweede",
        "2026-09-01",
    )
    assert (bas["active"], bas["families"], bas["children"]) == (True, 1, 1)


def test_who_leaves_leaves_families_to_take_over(fk, ijsvogel):
    fk("team", "add", "Bas Fuut", "--from", "1-9-2026")
    fk("case", "edit", ijsvogel.case, "--set", "second=bas")
    ended = fk("team", "end", "bas", "--on", "20-11-2026")
    assert ended.code == 0
    assert ijsvogel.case in ended.err
    assert "Bas Fuut (left)" in fk("team", "list").out


def test_the_intake_desk_and_where_the_team_works(fk, data):
    assert fk("team", "desk", "--email", "aanmelden@example.org", "--hours", "9-17").out == "team\n"
    assert fk("team", "about", "--area", "Zuidoost", "--since", "1-4-2020").code == 0
    found = data("team", "list")
    assert found["intake_desk"]["email"] == "aanmelden@example.org"
    assert (found["area"], found["since"]) == ("Zuidoost", "2020-04-01")
    shown = fk("team", "list").err
    assert "Works in Zuidoost." in shown
    assert "Intake desk: aanmelden@example.org, 9-17" in shown


def test_the_story_of_the_files_and_the_way_back(fk, data, subjects):
    added = fk("places", "add", "Taalcafé", "--what", "taal").id
    assert subjects()[0] == f"Place in the neighbourhood (list) {added} noted"
    assert data("team", "history", "-n", "1")[0]["record"] == added
    assert "noted" in fk("team", "history").out
    assert fk("team", "undo").code == 0
    assert data("places", "list") == []
    assert fk("team", "undo").code == 4


def test_hand_edits_are_told_and_recorded(fk, team, subjects):
    (team / "community.yaml").write_text(
        "services:\n  - id: o-3fd8p\n    name: Sportpas\n", encoding="utf-8"
    )
    assert "team/community.yaml" in fk("team", "list").err
    assert fk("team", "save", "-m", "after the walk").code == 0
    assert subjects()[0] == "Changed by hand"


def test_a_broken_file_is_told_with_its_line(fk, team):
    (team / "principles.yaml").write_text("principles:\n  - id: l-3fd8p\n", encoding="utf-8")
    for words in (("list",), ("add", "Veiligheid"), ("focus", "x")):
        ran = fk("principle", *words)
        assert ran.code in (4, 5)
    listed = fk("principle", "list")
    assert listed.code == 5
    assert "team/principles.yaml, line 2" in listed.err
    assert fk("places", "list").code == 0


def test_principles_at_most_nine(fk, data):
    for number in range(6):
        assert fk("principle", "add", f"Nummer {number}", "--source", "handleiding").code == 0
    full = fk("principle", "add", "Een te veel")
    assert full.code == 2
    assert "9 principles" in full.err
    assert fk("principle", "focus", "shared", "network").code == 0
    assert [one.get("focus") for one in data("principle", "list")][:3] == [True, None, True]
    assert fk("principle", "end", "nummer 3").code == 0
    assert fk("principle", "add", "Toch nog een").code == 0
    fk("principle", "edit", "shared", "--description", "samen kiezen")
    assert "samen kiezen" in fk("principle", "list").out


def test_organisations_with_sector_and_partner(fk, data):
    fk("organisation", "add", "Buurtteam", "--sector", "social_support", "--partner")
    fk("organisation", "edit", "buurt", "--reach", "spreekuur")
    [found] = data("organisation", "list")
    assert (found["sector"], found["partner"], found["reach"]) == (
        "social_support",
        True,
        "spreekuur",
    )
    fk("organisation", "end", "buurt", "--on", "20-11-2026")
    assert data("organisation", "list") == []
    assert len(data("organisation", "list", "--all")) == 1


def test_the_key_of_a_study_is_never_shown(fk, data, team):
    assert fk("research", "study", "In beeld", "--question", "Wat helpt?").code == 0
    found = data("research", "list")["studies"]
    assert [one["name"] for one in found] == ["In beeld"]
    assert "key" not in found[0]
    key = (team / "research.yaml").read_text(encoding="utf-8").partition("key: ")[2].split()[0]
    assert len(key) == 32
    assert key not in fk("research", "list").out


def test_what_helps_and_hinders_the_team(fk, data):
    fk("research", "study", "In beeld")
    words = ("--people", "7", "--helping", "tijd, steun", "--hindering", "verloop")
    assert fk("research", "measure", "focus_group", "--study", "beeld", *words).code == 0
    more = ("--instrument", "midi", "--score", "user=3,5", "--on", "20-11-2026")
    assert fk("research", "measure", "questionnaire", *more).code == 0
    first, second = data("research", "list")["measures"]
    assert (first["helping"], first["hindering"]) == (["tijd", "steun"], ["verloop"])
    assert (second["scores"], second["on"]) == ({"user": 3.5}, "2026-11-20")
    shown = fk("research", "list").out
    assert "user 3.5" in shown
    assert "In beeld" in shown


def test_names_of_the_team_stand_for_ids_in_a_family(fk, ijsvogel):
    place = fk("places", "add", "Taalcafé").id
    fk("community", "add", ijsvogel.case, "Dutch on Tuesdays", "--service", "taalcafé")
    shown = fk("contact", "add", ijsvogel.case, "1", "home", "x", "--principle", "network")
    assert "Involving the network" in fk("contact", "show", ijsvogel.case, shown.id).out
    listed = json.loads(fk("community", "list", ijsvogel.case, "--json").out)["data"]
    assert place in json.dumps(listed)
