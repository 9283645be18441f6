"""`fk person` and `fk case`, typed as a coach types them."""

import json
import subprocess
import sys

import pytest


@pytest.fixture
def mila(fk, koolmees):
    words = ("--role", "child", "--born", "2014-06-02", "--household", "Bij moeder")
    return fk("person", "add", koolmees, "Mila", *words).id


@pytest.fixture
def sherida(fk, koolmees):
    words = ("--role", "mother", "--born", "1987", "--household", "Bij moeder")
    return fk("person", "add", koolmees, "Sherida Koolmees", *words).id


def people(fk, case):
    return json.loads(fk("person", "list", case, "--json").out)["data"]


def test_add_prints_the_id_and_what_changed(fk, koolmees, log):
    added = fk(
        "person", "add", koolmees, "Jaylen", "--role", "child", "--index", "--born", "14-9-10"
    )
    assert (added.code, added.out) == (0, f"{added.id}\n")
    assert added.err == f"Person {added.id} added\n"
    assert people(fk, koolmees) == [
        {"id": added.id, "name": "Jaylen", "role": "child", "born": "2010-09-14", "index": True}
    ]
    assert log(koolmees) == [f"Person {added.id} added", "Family record opened"]


def test_every_option_and_any_other_field(fk, koolmees):
    fk(
        *("person", "add", koolmees, "Ruben", "--role", "father", "--gender", "male"),
        *("--language", "nl,srn", "--language", "en", "--interpreter", "srn"),
        *("--reach", "na zessen", "--household", "Bij vader", "--set", "note=Fietst graag"),
        *("--set", "since=2026-01-01"),
    )
    (ruben,) = people(fk, koolmees)
    assert ruben["languages"] == ["nl", "srn", "en"]
    assert (ruben["gender"], ruben["interpreter"], ruben["reach"]) == ("male", "srn", "na zessen")
    assert (ruben["note"], ruben["since"]) == ("Fietst graag", "2026-01-01")
    assert ruben["households"][0].startswith("h-")


def test_edit_and_end_by_name(fk, koolmees, mila, log):
    edited = fk("person", "edit", koolmees, "mila", "--name", "Mila K", "--role", "sibling")
    assert (edited.code, edited.id) == (0, mila)
    ended = fk("person", "end", koolmees, "Mila", "--on", "gisteren", "--because", "Woont bij oma")
    assert (ended.code, ended.id) == (0, mila)
    (person,) = people(fk, koolmees)
    assert (person["name"], person["role"]) == ("Mila K", "sibling")
    assert (person["until"], person["until_reason"]) == ("2026-11-20", "Woont bij oma")
    assert log(koolmees)[0] == f"Person {mila} left the family"
    assert not any("Mila" in subject for subject in log(koolmees))


def test_list_tells_ages_homes_authority_and_the_law(fk, koolmees, mila, sherida):
    fk("person", "authority", koolmees, "Mila", "Sherida")
    lines = fk("person", "list", koolmees).out.splitlines()
    cells = [[cell for cell in line.split("  ") if cell.strip()] for line in lines]
    assert [cell.strip() for cell in cells[1]] == [
        mila,
        "Mila",
        "child",
        "12",
        "Bij moeder",
        "Sherida Koolmees ?",
        "12–15 the youth and those with authority",
    ]
    assert [cell.strip() for cell in cells[2]][3:] == [
        "38–39",
        "Bij moeder",
        "–",
        "18+ the adult alone",
    ]


def test_list_says_what_it_does_not_know(fk, koolmees):
    fk("person", "add", koolmees, "Noor", "--role", "child")
    fk("person", "add", koolmees, "Opa", "--role", "grandparent", "--set", "died=2022")
    text = fk("person", "list", koolmees).out
    assert "not known" in text
    assert "? the youth and those with authority" in text
    assert "died" in text


def test_list_in_dutch(fk, koolmees, mila):
    text = fk("person", "list", koolmees, lang="nl").out
    assert "Leeftijd" in text
    assert "kind" in text
    assert "niet bekend" in text


def test_who_left_is_hidden_and_counted(fk, koolmees, mila, sherida):
    fk("person", "end", koolmees, "Mila")
    listed = fk("person", "list", koolmees)
    assert mila not in listed.out
    assert listed.err.startswith("1 person left the family.")
    assert mila in fk("person", "list", koolmees, "--all").out


def test_list_as_it_was(fk, koolmees, mila, monkeypatch):
    assert mila in fk("person", "list", koolmees, "--at", "today").out
    assert fk("person", "list", koolmees, "--at", "2026-11-01").code == 4


def test_household_relation_and_authority(fk, koolmees, mila, sherida, log):
    home = fk("person", "household", koolmees, "Bij moeder", "--address", "Kade 1", "--secret")
    assert (home.code, home.id[:2]) == (0, "h-")
    new = fk("person", "household", koolmees, "Bij oma", "Mila", "Sherida")
    assert [person["households"] for person in people(fk, koolmees)] == [[home.id, new.id]] * 2
    relation = fk("person", "relate", koolmees, "Sherida", "parent", "Mila")
    assert (relation.code, relation.id[:2]) == (0, "q-")
    words = ("--kind", "parental", "--source", "register", "--set", "since=2014-06-02")
    authority = fk("person", "authority", koolmees, "Mila", "Sherida", *words)
    assert (authority.code, authority.id[:2]) == (0, "a-")
    again = fk("person", "authority", koolmees, "Mila", "Sherida", "--checked", "2026-11-20")
    assert again.id == authority.id
    assert log(koolmees)[:2] == [
        f"Authority {authority.id}: checked on",
        f"Authority {authority.id} noted",
    ]


def test_source_of_today_is_a_check_of_today(fk, koolmees, mila, sherida):
    fk("person", "authority", koolmees, "Mila", "Sherida", "--source", "register")
    assert "Sherida Koolmees " in fk("person", "list", koolmees).out
    assert "?" not in fk("person", "list", koolmees).out.splitlines()[1]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "CASE", "Mila"), 2),
        (("add", "CASE", "", "--role", "child"), 2),
        (("add", "CASE", "Mila", "--role", "queen"), 2),
        (("add", "CASE", "Mila", "--role", "child", "--born", "ooit"), 2),
        (("add", "CASE", "Mila", "--role", "child", "--set", "shoes=38"), 2),
        (("add", "onbekend", "Mila", "--role", "child"), 4),
        (("edit", "CASE", "Nobody", "--born", "2014"), 4),
        (("end", "CASE", "Nobody"), 4),
        (("household", "CASE", "Bij oma", "Nobody"), 4),
        (("relate", "CASE", "Nobody", "parent", "Nobody"), 4),
        (("authority", "CASE", "Nobody", "Nobody"), 4),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(fk, koolmees, log, words, code):
    ran = fk("person", *(koolmees if word == "CASE" else word for word in words))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert log(koolmees) == ["Family record opened"]


def test_two_who_fit_are_named(fk, koolmees):
    for name in ("Mila A", "Mila B"):
        fk("person", "add", koolmees, name, "--role", "child")
    refused = fk("person", "end", koolmees, "Mila")
    assert refused.code == 4
    assert all(name in refused.err for name in ("Mila A", "Mila B"))


def test_same_name_twice_is_said(fk, koolmees, mila):
    twin = fk("person", "add", koolmees, "mila", "--role", "child")
    assert (twin.code, mila in twin.err) == (0, True)
    assert "already" in twin.err


def test_hostile_text_stays_text(fk, koolmees, tmp_path):
    name = "[bold]Ev\x1b]0;a\x07il[/] $(rm -rf x) {{ 7*7 }} %s\u202e"
    note = "note=- a: *b\n  !!python/object \x1b[31m"
    added = fk("person", "add", koolmees, name, "--role", "child", "--set", note)
    assert added.code == 0
    (person,) = people(fk, koolmees)
    assert person["name"] == "[bold]Ev]0;ail[/] $(rm -rf x) {{ 7*7 }} %s"
    assert person["note"] == "- a: *b\n  !!python/object [31m"
    listed = fk("person", "list", koolmees)
    assert person["name"] in listed.out
    assert "\x1b" not in listed.out + added.err


def test_case_new_and_edit(fk, log):
    opened = fk("case", "new", "Gezin Wulp")
    assert opened.code == 0
    edited = fk("case", "edit", opened.id, "--set", "referrer=OKT Demo-Zuidoost")
    assert (edited.code, edited.id) == (0, opened.id)
    assert log(opened.id)[0] == "Family: referrer"
    assert fk("case", "edit", opened.id, "--set", "second=Nobody").code == 4
    assert fk("case", "edit", opened.id, "--set", "second=yara").code == 0
    assert fk("case", "edit", opened.id).code == 2


def test_whole_process(fk, koolmees):
    command = [sys.executable, "-m", "fktui", "person", "add", koolmees, "Noor", "--role", "kind"]
    done = subprocess.run([*command, "--lang", "nl"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [person["name"] for person in people(fk, koolmees)] == ["Noor"]
    assert done.stdout.strip() in done.stderr
