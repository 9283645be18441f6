"""`fk list`, and `fk` by itself: what a coach sees of all families."""

import json
import shutil
import sys

import pytest

from fktui.cli import progress


@pytest.fixture
def vink(fk):
    """A second family, that waits; with a step that is too late."""
    case = fk("new-case", "Gezin Vink").id
    goal = fk("goal", "add", case, "Samen eten").id
    fk("step", "add", case, goal, "Koken", "--due", "2026-11-10")
    return case


def test_one_line_for_each_family(fk, koolmees, vink):
    fk("new-case", "Gezin Akelei")
    ran = fk("list")
    assert ran.code == 0
    lines = ran.out.splitlines()[1:]
    # What is overdue first: the start phase of one, a step of the other.
    assert [line.split()[2] for line in lines] == ["Koolmees", "Vink", "Akelei"]
    assert "start, wk 3" in lines[0]
    assert "! Mon 16 Nov  end of phase" in lines[0]
    assert "! Tue 10 Nov  step" in lines[1]


def test_without_a_terminal_fk_is_the_list(fk, koolmees):
    assert fk().out == fk("list").out


def test_list_is_the_same_with_and_without_the_parser(fk, koolmees, vink):
    quick, parsed = fk("list"), fk("list", "--")
    assert koolmees in quick.out
    assert (quick.code, quick.out, quick.err) == (parsed.code, parsed.out, parsed.err)


def test_in_dutch(fk, koolmees, vink):
    ran = fk("list", lang="nl")
    assert "di 10 nov" in ran.out


def test_as_data(fk, koolmees, vink):
    document = json.loads(fk("list", "--json").out)
    assert (document["fk"], document["kind"]) == (1, "families")
    second, first = document["data"]
    assert first["next"] == {
        "on": "2026-11-10",
        "code": "step-due",
        "record": first["next"]["record"],
        "overdue": True,
    }
    assert (second["id"], second["phase"], second["week"]) == (koolmees, "start", 3)


@pytest.mark.parametrize(("given", "count"), [("start", 1), ("STA", 1), ("execution", 0)])
def test_only_of_a_phase(fk, koolmees, vink, given, count):
    assert len(json.loads(fk("list", "--phase", given, "--json").out)["data"]) == count


@pytest.mark.parametrize("given", ["", "holiday"])
def test_phase_that_is_none(fk, koolmees, given):
    assert fk("list", "--phase", given).code == 2


def test_phase_that_is_none_in_a_store_without_families(fk):
    assert fk("list", "--phase", "holiday").code == 2


def test_only_of_a_coach(fk, koolmees):
    assert koolmees in fk("list", "--coach", "meerkoet").out
    assert fk("list", "--coach", "Niemand").code == 4


def test_ended_families_are_counted(fk, tmp_path, koolmees, vink):
    head = tmp_path / "store" / "cases" / vink / "case.yaml"
    head.write_text(head.read_text().replace("status: referred", "status: declined"))
    ran = fk("list")
    assert vink not in ran.out
    assert "1 family" in ran.err
    assert vink in fk("list", "--all").out
    shutil.rmtree(tmp_path / "store" / "cases" / koolmees)
    assert "no families" not in fk("list").err


def test_store_without_families_says_what_to_do(fk):
    ran = fk("list")
    assert (ran.code, ran.out) == (0, "")
    assert "fk new-case" in ran.err


def test_broken_family_is_shown_and_says_how_to_look(fk, tmp_path, koolmees, vink):
    (tmp_path / "store" / "cases" / vink / "plan.yaml").write_text("goals:\n\t- tab\n")
    lines = fk("list").out.splitlines()
    assert len(lines) == 3
    assert [f"fk check {vink}" in line for line in lines if line.startswith(vink)] == [True]


def test_hostile_name_does_not_reach_the_terminal(fk, tmp_path, koolmees):
    head = tmp_path / "store" / "cases" / koolmees / "case.yaml"
    head.write_text(head.read_text().replace("Gezin Koolmees", '"Gezin \\e]0;owned\\a"'))
    ran = fk("list")
    assert koolmees in ran.out
    assert "\x1b" not in ran.out


def test_day_in_another_year_is_said_with_its_year(fk, koolmees):
    goal = fk("goal", "add", koolmees, "Samen eten").id
    fk("step", "add", koolmees, goal, "Koken", "--due", "2025-11-10")
    assert "! Mon 10 Nov 2025" in fk("list").out


def test_progress_is_shown_on_a_terminal_when_it_takes_long(capsys, monkeypatch):
    monkeypatch.setattr(progress, "_PATIENCE", -1.0)

    def read():
        with progress.reading_families() as tell:
            tell(5, 20)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt):
        read()
    assert capsys.readouterr().err.endswith("5 of 20\r\x1b[K")
