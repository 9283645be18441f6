"""`fk agenda`: what is due over all families, on screen, as data and as a calendar file."""

import json

import pytest


@pytest.fixture
def planned(fk, koolmees):
    goal = fk("goal", "add", koolmees, "Samen eten").id
    fk("step", "add", koolmees, goal, "Koken", "--due", "2026-11-10")
    fk("step", "add", koolmees, goal, "Zwemles", "--due", "2026-12-20")
    fk("step", "add", koolmees, goal, "Kerst", "--due", "2026-12-24")
    return koolmees


def test_overdue_is_marked_and_first(fk, planned):
    lines = fk("agenda").out.splitlines()
    assert lines[1].startswith("!  Tue 10 Nov 2026  Gezin Koolmees  Step: Koken")
    assert "Zwemles" in lines[-1]
    assert "Kerst" not in fk("agenda").out


def test_further_ahead(fk, planned):
    assert "Kerst" in fk("agenda", "--days", "40").out
    assert "Kerst" in fk("agenda", "--all").out
    assert "Zwemles" not in fk("agenda", "--days", "5").out


def test_as_data(fk, planned):
    first = json.loads(fk("agenda", "--json").out)["data"][0]
    assert (first["case"], first["code"], first["overdue"]) == (planned, "step-due", True)
    assert (first["on"], first["kind"], first["source"]) == ("2026-11-10", "agreed", "agreed")


def test_one_family(fk, planned):
    other = fk("new-case", "Gezin Vink").id
    ran = fk("agenda", "--case", other)
    assert (ran.code, ran.out) == (0, "")
    assert "Koken" in fk("agenda", "--case", "koolmees").out


def test_calendar_file(fk, planned, tmp_path):
    target = tmp_path / "agenda.ics"
    ran = fk("agenda", "--ics", target)
    assert (ran.code, ran.out.strip()) == (0, str(target))
    assert f"SUMMARY:{planned}: step\r\n".encode() in target.read_bytes()
    assert b"Koken" not in target.read_bytes()
    fk("agenda", "--ics", target, "--with-names")
    assert b"Koken" in target.read_bytes()
