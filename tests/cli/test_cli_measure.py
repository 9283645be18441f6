"""`fk measure` and `fk export`."""

import json
import random
from datetime import UTC, datetime

import pytest

from fktui.settings import read_device
from fktui.store.places import Places
from fktui.usecases.setup import open_desk
from fktui.usecases.team.research import add_study


@pytest.fixture
def study(fk, tmp_path):
    """The id of a study that the team takes part in."""
    places = Places(tmp_path / "store")
    now = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
    desk = open_desk(places, read_device(places), now, random.Random(5))
    return add_study(desk, {"name": "Zuidoost"}).act.record


@pytest.fixture
def willing(fk, ijsvogel, study):
    """Mila says yes for herself and for Jaylen, who is under twelve or says yes too."""
    assert fk("person", "authority", ijsvogel.case, "Jaylen", "Mila").code == 0
    words = ("--for", "researcher", "--purpose", "research")
    for by, about in (("Mila", "Mila,Jaylen"), ("Jaylen", "Jaylen")):
        ran = fk(
            "consent", "give", ijsvogel.case, "Onderzoek", "--by", by, "--about", about, *words
        )
        assert ran.code == 0, ran.err
    return ijsvogel


def test_a_figure_is_kept_and_what_follows_is_told(fk, data, ijsvogel, log):
    ran = fk("measure", "add", ijsvogel.case, "sdm-q-9", "raw=31", "--by", "Mila", "--on", "2-11")
    assert (ran.code, ran.err) == (
        *(0, f"Measurement {ran.id} noted\nSum of the nine answers 31, Score 68.9\n"),
    )
    (one,) = data("measure", "list", ijsvogel.case)["measurements"]
    assert (one["id"], one["on"], one["by"], one["about"]) == (
        *(ran.id, "2026-11-02", [ijsvogel.mila], [ijsvogel.mila]),
    )
    assert log(ijsvogel.case)[0] == f"Measurement {ran.id} noted"


def test_answers_are_counted(fk, data, ijsvogel):
    assert (
        fk("measure", "add", ijsvogel.case, "sdm-q-9", "--answers", "5,5,5,5,5,4,3,3,3").code == 0
    )
    (one,) = data("measure", "list", ijsvogel.case)["measurements"]
    assert one["scores"] == {"raw": 38, "score": 84.4}


def test_missing_answers_are_named_by_number(fk, data, ijsvogel):
    ran = fk("measure", "add", ijsvogel.case, "sdm-q-9", "--answers", "5,,5,5,5,4,3,3")
    assert ran.code == 2
    assert "2, 9" in ran.err
    assert data("measure", "list", ijsvogel.case)["measurements"] == []


def test_a_figure_off_the_scale_names_its_ends(fk, ijsvogel):
    ran = fk("measure", "add", ijsvogel.case, "wellbeing", "stress=11")
    assert ran.code == 2
    assert "11 is not on the scale “stress”: from 0 to 10" in ran.err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("nothing", "raw=3"), 4, "wellbeing"),
        (("sdm", "raw=3"), 4, "sdm-q-doc"),
        (("sdm-q-9", "rauw=3"), 2, "raw, score"),
        (("sdm-q-9", "31"), 2, "KEY=VALUE"),
        (("sdm-q-9",), 2, "raw, score"),
        (("exit", "--answers", "3"), 2, "exit"),
    ],
)
def test_what_is_typed_wrongly_is_told(fk, ijsvogel, words, code, said):
    ran = fk("measure", "add", ijsvogel.case, *words)
    assert ran.code == code
    assert said in ran.err


def test_from_first_to_last(fk, data, ijsvogel):
    for on, stress in (("2-11", 8), ("20-11", 5)):
        words = ("wellbeing", f"stress={stress}", "--by", "Mila", "--on", on)
        assert fk("measure", "add", ijsvogel.case, *words).code == 0
    out = fk("measure", "list", ijsvogel.case).out
    assert "8 → 5" in out
    assert "better" in out
    (change,) = data("measure", "list", ijsvogel.case)["changes"]
    assert (change["first"], change["last"], change["direction"]) == (8, 5, "better")


def test_one_in_full(fk, data, ijsvogel):
    words = ("sdq", "emotional=7", "conduct=2", "hyperactivity=1", "peers=0", "--note", "Thuis")
    made = fk("measure", "add", ijsvogel.case, *words, "--about", "Jaylen")
    out = fk("measure", "show", ijsvogel.case, made.id).out
    assert "SDQ" in out
    assert "Note: Thuis" in out
    assert "Total of the difficulties  10      0 – 40     lower is better" in out
    found = data("measure", "show", ijsvogel.case, made.id)
    assert found["measurement"]["about"] == [ijsvogel.jaylen]
    assert [one["name"] for one in found["scales"]][-1] == "total"


def test_figures_and_titles_are_in_the_language_of_the_coach(fk, ijsvogel):
    first = ("sdm-q-9", "raw=31", "--by", "Mila")
    made = fk("measure", "add", ijsvogel.case, *first, "--on", "2-11", lang="nl")
    assert made.err.endswith("Som van de negen antwoorden 31, Score 68,9\n")
    fk("measure", "add", ijsvogel.case, "sdm-q-9", "raw=40", "--by", "Mila", "--on", "20-11")
    fk("measure", "add", ijsvogel.case, "wellbeing", "calm=7.5", "--by", "Mila")
    listed = fk("measure", "list", ijsvogel.case, lang="nl").out
    for said in ("Score 68,9", "68,9 → 88,9", "Welbevinden", "Rust in huis 7,5"):
        assert said in listed
    shown = fk("measure", "show", ijsvogel.case, made.id, lang="nl").out
    assert "68,9" in shown
    assert "." not in shown
    assert "wellbeing: Welbevinden (van fk)" in fk("measure", "instruments", lang="nl").out


def test_a_scale_that_ends_between_two_numbers(fk, ijsvogel, tmp_path):
    folder = tmp_path / "store" / "team" / "instruments"
    folder.mkdir()
    scale = "scales:\n  - {name: a, low: 0.5, high: 9.25}\n"
    (folder / "own.yaml").write_text(f"name: own\ntitle: Eigen\n{scale}", encoding="utf-8")
    assert "a 0,5–9,25" in fk("measure", "instruments", lang="nl").out
    made = fk("measure", "add", ijsvogel.case, "own", "a=3.75", lang="nl")
    assert made.err.endswith("a 3,75\n")
    assert "0,5 – 9,25" in fk("measure", "show", ijsvogel.case, made.id, lang="nl").out


def test_all_instruments_with_whose_they_are(fk, data):
    out = fk("measure", "instruments").out
    assert "exit: EXIT Jeugd & Opvoedhulp (of fk)" in out
    assert "Stichting Alexander" in out
    found = {one["name"]: one for one in data("measure", "instruments")}
    assert len(found) == 10
    assert found["sdm-q-9"]["definition"]["items"] == {"count": 9, "low": 0, "high": 5}
    assert not any(one["chosen"] for one in found.values())


def test_a_definition_of_the_team_that_is_broken_stops_nothing(fk, tmp_path):
    folder = tmp_path / "store" / "team" / "instruments"
    folder.mkdir()
    (folder / "exit.yaml").write_text("name: exit\ntitle: x\nscales: x\n", encoding="utf-8")
    ran = fk("measure", "instruments")
    assert ran.code == 0
    assert "sdm-q-9" in ran.out
    assert "exit" in ran.err
    assert fk("measure", "add", "x", "exit", "total=1").code == 4


def test_what_the_team_chose_is_due(fk, data, tmp_path):
    case = fk("new-case", "Gezin Wulp", "--start", "2026-09-01").id
    assert fk("phase", "next", case, "--on", "2026-09-15", "--reason", "x").code == 0
    none = fk("measure", "due", case)
    assert (none.code, none.out) == (0, "")
    assert "team/fk.yaml" in none.err
    settings = tmp_path / "store" / "team" / "fk.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "instruments: [wellbeing, gone]\n", encoding="utf-8")
    ran = fk("measure", "due", case)
    assert "Wellbeing, when the analysis begins" in ran.out
    assert "too late" in ran.out
    assert "gone" in ran.err
    assert "Welbevinden, " in fk("measure", "due", case, lang="nl").out
    assert "Welbevinden" in fk("check", case, lang="nl").out
    due = data("measure", "due", case)
    assert [(one["on"], one["done"]) for one in due] == [
        ("2026-09-29", False),
        ("2026-10-27", False),
    ]
    assert "measure-due" in [one["code"] for one in data("agenda", "--case", case)]
    said = fk("check", case).out
    assert "Wellbeing was to be filled in when the analysis begins" in said
    assert f"fk measure add {case} wellbeing" in said
    assert fk("measure", "add", case, "wellbeing", "calm=4", "--on", "2026-10-20").code == 0
    assert [one["done"] for one in data("measure", "due", case)] == [True, True]
    assert "was to be filled in" not in fk("check", case).out


def test_how_far_somebody_is_with_a_study(fk, data, ijsvogel, study):
    asked = fk("measure", "join", ijsvogel.case, "Zuidoost", "Mila", "asked", "--on", "2-11")
    assert asked.code == 0
    assert "no answer has been noted" in fk("check", ijsvogel.case).out
    words = ("yes", "--note", "graag")
    assert fk("measure", "join", ijsvogel.case, study, "Mila", *words).code == 0
    (one,) = data("measure", "list", ijsvogel.case)["participation"]
    assert (one["person"], one["study"], one["status"]) == (ijsvogel.mila, study, "yes")
    out = fk("measure", "list", ijsvogel.case).out
    assert "Zuidoost" in out
    assert "graag" in out
    told = fk("check", ijsvogel.case).out
    assert "Mila takes part in a study" in told
    assert "--purpose research" in told


@pytest.mark.parametrize(
    "words", [("Noord", "Mila", "yes"), ("Zuidoost", "Piet", "yes"), ("Zuidoost", "Mila", "ok")]
)
def test_nobody_and_nothing_to_join(fk, ijsvogel, study, words):
    assert fk("measure", "join", ijsvogel.case, *words).code in (2, 4)


# fk export


def test_an_export_of_who_said_yes(fk, willing, tmp_path, log):
    folder = tmp_path / "data"
    ran = fk("export", "--research", "Zuidoost", "-o", folder)
    assert (ran.code, ran.out) == (0, f"{folder}\n")
    assert "In it: 2 people, 1 family as a whole." in ran.err
    assert "Left out: 0 of the members, and 0 of the families." in ran.err
    assert "Noted in the record of 1 family." in ran.err
    assert (folder / "persons.csv").is_file()
    assert (folder / "README.txt").is_file()
    assert log(willing.case)[0].startswith("Sharing x-")
    assert "without a consent" not in fk("check", willing.case).out


def test_an_export_for_a_program(fk, willing, study, tmp_path):
    ran = fk("export", "--research", study, "-o", tmp_path / "data", "--smallest", "3", "--json")
    said = json.loads(ran.out)
    assert said["kind"] == "research-export"
    assert said["data"]["people"] == 2
    assert said["data"]["left_out"]["people"] == 0
    assert said["data"]["noted"] == [willing.case]
    assert "families.csv" in said["data"]["files"]


def test_nobody_said_yes(fk, study, tmp_path):
    ran = fk("export", "--research", "Zuidoost", "-o", tmp_path / "data")
    assert ran.code == 11
    assert not (tmp_path / "data").exists()


def test_nothing_is_noted_when_the_folder_is_not_empty(fk, willing, tmp_path, log):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "mine").touch()
    before = log(willing.case)
    ran = fk("export", "--research", "Zuidoost", "-o", tmp_path / "data")
    assert ran.code == 4
    assert log(willing.case) == before
    inside = fk("export", "--research", "Zuidoost", "-o", tmp_path / "store" / "cases" / "x")
    assert inside.code == 2


def test_an_export_of_a_study_that_is_none(fk, ijsvogel, tmp_path):
    assert fk("export", "--research", "Zuidoost", "-o", tmp_path / "data").code == 4
    assert fk("export", "-o", tmp_path / "data").code == 2


def test_a_family_that_cannot_be_read_is_told(fk, willing, study, tmp_path):
    other = fk("new-case", "Gezin Wulp").id
    (tmp_path / "store" / "cases" / other / "family.yaml").write_text("people: [x\n")
    ran = fk("export", "--research", "Zuidoost", "-o", tmp_path / "data")
    assert "1 family cannot be read" in ran.err
