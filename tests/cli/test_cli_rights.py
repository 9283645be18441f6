"""`fk statement`, `fk inspect`, `fk handover`, and who may read where a family has two homes."""

import json
import os
import pty
import subprocess
import sys

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path / "papers")
    return tmp_path / "papers"


@pytest.fixture
def home(fk):
    """Anouk and Joris, who live apart, with Sem (17) and Tibbe (9) in both homes."""
    case = fk("new-case", "Gezin Wulp", "--start", "2026-11-01", "--referrer", "GI").id
    people = {
        "Anouk": ("mother", "1983-02-17", "Bij Anouk"),
        "Joris": ("father", "1981-08-03", "Bij Joris"),
        "Sem": ("child", "2009-03-22", "Bij Anouk,Bij Joris"),
        "Tibbe": ("child", "2017-07-30", "Bij Anouk,Bij Joris"),
    }
    for name, (role, born, homes) in people.items():
        words = ("--role", role, "--born", born)
        for home in homes.split(","):
            words += ("--household", home)
        assert fk("person", "add", case, name, *words).code == 0
    for child in ("Sem", "Tibbe"):
        for parent in ("Anouk", "Joris"):
            assert fk("person", "authority", case, child, parent, "--source", "register").code == 0
    return case


# Statements


def test_a_statement_beside_an_entry(fk, ijsvogel, data):
    case = ijsvogel.case
    contact = fk("contact", "add", case, "1", "home", "Mila was boos.", "--with", "Mila").id
    ran = fk("statement", "add", case, "Mila", "Ik was moe.", "--entry", contact)
    assert ran.code == 0
    [one] = data("statement", "list", case)
    assert (one["id"], one["by"], one["entry"]) == (ran.id, ijsvogel.mila, contact)
    assert one["about"] == [ijsvogel.mila]
    shown = fk("statement", "show", case, ran.id)
    assert "Ik was moe." in shown.out
    assert contact in shown.out
    assert ran.id in fk("statement", "list", case, "--by", "Mila").out
    assert ran.id not in fk("statement", "list", case, "--by", "Jaylen").out
    assert data("statement", "show", case, ran.id)["body"] == "Ik was moe."
    assert ran.id in fk("contact", "show", case, contact).err


def test_a_list_says_that_a_statement_stands_beside(fk, ijsvogel):
    case = ijsvogel.case
    worry = fk("worry", "add", case, "Mila is boos", "--nature", "opinion", "--about", "Mila").id
    assert "fk statement" not in fk("worry", "list", case).err
    own = fk("statement", "add", case, "Mila", "Ik was moe.", "--entry", worry).id
    assert f"fk statement show {case} {own}" in fk("worry", "list", case).err


def test_a_statement_from_a_pipe_and_from_an_editor(fk, ijsvogel, data, monkeypatch, tmp_path):
    import io

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Eén\nregel\n".encode())))
    assert fk("statement", "add", ijsvogel.case, "Mila", "-").code == 0
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Mijn kant\\n" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(editor))
    assert fk("statement", "add", ijsvogel.case, "Jaylen", "--edit").code == 0
    bodies = {one["body"] for one in data("statement", "list", ijsvogel.case)}
    assert bodies == {"Eén\nregel", "Mijn kant"}
    monkeypatch.setenv("EDITOR", "true")
    assert fk("statement", "add", ijsvogel.case, "Mila", "--edit").code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("Mila",), 2),
        (("Mila", " "), 2),
        (("Nobody", "x"), 4),
        (("Mila", "x", "--entry", "w-gone0"), 4),
        (("Mila", "x", "--on", "2026-12-01"), 2),
    ],
)
def test_what_is_no_statement(fk, ijsvogel, words, code, log):
    before = log(ijsvogel.case)
    assert fk("statement", "add", ijsvogel.case, *words).code == code
    assert log(ijsvogel.case) == before


# Inspection


def test_a_copy_is_made_and_noted(fk, home, here, data, log):
    ran = fk("inspect", home, "Sem", "--format", "md")
    assert ran.code == 0
    [path] = here.glob("*.md")
    assert path.read_text().startswith("# What is written about Sem")
    assert path.stat().st_mode & 0o077 == 0
    assert "Jeugdwet 7.3.10" in ran.err
    assert log(home)[0] == f"Copy of somebody's own part handed over ({ran.id})"
    before = log(home)
    assert fk("inspect", home, "Sem", "--format", "md").code == 4
    again = fk("inspect", home, "Sem", "--format", "md", "--force", "--dry-run")
    assert (again.code, again.out) == (0, "")
    assert log(home) == before


def test_the_father_of_a_youth_of_seventeen_is_refused_and_told_why(fk, home, here, log):
    before = log(home)
    ran = fk("inspect", home, "Sem", "--for", "Joris")
    assert (ran.code, ran.out) == (11, "")
    assert "Sem" in ran.err
    assert "fk consent give" in ran.err
    assert list(here.iterdir()) == []
    assert log(home) == before
    words = ("my copy", "--by", "Sem", "--for", "Joris")
    assert fk("consent", "give", home, *words).code == 0
    assert fk("inspect", home, "Sem", "--for", "Joris", "--dry-run").code == 0


def test_under_twelve_a_parent_asks(fk, home):
    assert fk("inspect", home, "Tibbe").code == 11
    ran = fk("inspect", home, "Tibbe", "--for", "Joris", "--dry-run", "--format", "html")
    assert ran.code == 0
    assert "authority" in ran.err


def test_what_is_withheld_is_listed_for_the_coach(fk, home):
    words = ("--nature", "opinion", "--about", "Sem", "--visible-to")
    kept = fk("worry", "add", home, "Alleen voor moeder", *words, "Anouk").id
    team = fk("worry", "add", home, "Alleen voor ons", *words, "team").id
    ran = fk("inspect", home, "Sem", "-o", "-", "--format", "md", "--dry-run")
    assert kept in ran.err
    assert "Anouk" in ran.err
    assert "Alleen voor" not in ran.err
    found = json.loads(fk("inspect", home, "Sem", "--json").out)["data"]
    reasons = {one["id"]: one["reason"] for one in found["withheld"]}
    assert (reasons[kept], reasons[team]) == ("named", "team")
    assert "others" in reasons.values()
    assert found["right"] == "own"
    more = fk("inspect", home, "Sem", "--also", team, "--json").out
    assert team not in {one["id"] for one in json.loads(more)["data"]["withheld"]}
    assert fk("inspect", home, "Sem", "--also", kept).code == 2


def test_texts_that_name_others_are_told_before_it_goes(fk, home):
    contact = fk("contact", "add", home, "1", "home", "Over Tibbe.", "--with", "Sem").id
    assert contact in fk("inspect", home, "Sem", "--dry-run").err
    ran = fk("inspect", home, "Sem", "--without", contact, "--dry-run", "--force", "--format", "md")
    assert "taken out by the coach" in ran.err


# Handover


def test_a_handover(fk, home, here, log):
    ran = fk("handover", home)
    assert ran.code == 0
    assert (here / f"{home}-handover.pdf").read_bytes().startswith(b"%PDF-")
    assert "fk statement add" in ran.err
    assert log(home)[0].startswith(f"Document {ran.id} made")
    assert fk("handover", home).code == 4
    assert fk("handover", home, "-o", "x.md", lang="nl").code == 0
    assert "# Overdracht" in (here / "x.md").read_text()


# Who may read, where a family has two homes

ADDS = {
    "contact": ("contact", "add", "1", "home", "Anouk alleen", "--with", "Anouk"),
    "agreement": ("agreement", "add", "Sleutel bij oma", "--who", "Anouk"),
    "goal": ("goal", "add", "Weer werken", "--owner", "Anouk"),
    "worry": ("worry", "add", "Slaapt slecht", "--nature", "opinion", "--about", "Anouk"),
    "strength": ("strength", "add", "Regelt alles", "--about", "Anouk"),
    "event": ("event", "add", "Ontslag", "--about", "Anouk"),
    "statement": ("statement", "add", "Anouk", "Ik voel me niet gehoord"),
}


def typed(case, words):
    subject, verb, *rest = words
    return (subject, verb, case, *rest)


@pytest.mark.parametrize("kind", ADDS)
def test_without_a_terminal_the_other_home_does_not_read_it(fk, home, data, kind):
    people = {one["name"]: one["id"] for one in data("person", "list", home)}
    ran = fk(*typed(home, ADDS[kind]))
    assert ran.code == 0
    assert "Joris" in ran.err
    [one] = data(kind, "list", home)
    assert one["visible_to"][0] == people["Anouk"]
    assert people["Joris"] not in one["visible_to"]
    assert people["Sem"] in one["visible_to"]


@pytest.mark.parametrize("kind", ADDS)
def test_saying_it_asks_nothing(fk, home, data, kind):
    ran = fk(
        *typed(home, ADDS[kind]), "--set" if kind == "goal" else "--visible-to", *_family(kind)
    )
    assert ran.code == 0
    assert "Joris" not in ran.err
    assert data(kind, "list", home)[0]["visible_to"] == ["family"]


def _family(kind):
    return ("visible_to=family",) if kind == "goal" else ("family",)


def test_about_both_homes_there_is_nothing_to_ask(fk, home, data):
    ran = fk("agreement", "add", home, "Wissel via school", "--who", "Anouk,Joris")
    assert "Joris" not in ran.err
    assert data("agreement", "list", home)[0].get("visible_to", []) == []
    ran = fk("contact", "add", home, "1", "home", "Sem alleen", "--with", "Sem")
    assert "Joris" not in ran.err


@pytest.mark.parametrize(("answer", "readers"), [("n", "named"), ("", "named"), ("y", "family")])
def test_on_a_terminal_it_is_asked(home, data, answer, readers):
    words = typed(home, ADDS["worry"])
    said = on_terminal(words, answer)
    assert "Joris" in said
    people = {one["name"]: one["id"] for one in data("person", "list", home)}
    [one] = data("worry", "list", home)
    if readers == "family":
        assert one["visible_to"] == ["family"]
    else:
        assert people["Joris"] not in one["visible_to"]
        assert people["Anouk"] in one["visible_to"]


def on_terminal(words, answer):
    """What a command shows on a terminal where somebody types an answer."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "fktui", *words]
    with subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ, close_fds=True
    ) as process:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert process.returncode == 0
    return shown.decode()


# Receivers, and the finding about them


def test_receivers_are_roles_or_people_and_who_has_not_said_yes_is_found(fk, home, data):
    assert fk("case", "edit", home, "--set", "receivers=verwijzer, GP").code == 0
    ran = fk("check", home)
    assert "the GP" in ran.out + ran.err
    assert fk("case", "edit", home, "--set", "receivers=nobody").code == 4
    assert fk("case", "edit", home, "--set", "receivers=Joris").code == 0
