"""`fk doc`: paper for the family, and for others when somebody said yes."""

import json
import sys

import pytest


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    (tmp_path / "papers").mkdir()
    monkeypatch.chdir(tmp_path / "papers")
    return tmp_path / "papers"


def names(folder):
    """What lies in a folder; measuring coverage leaves files of its own."""
    return [path.name for path in folder.iterdir() if not path.name.startswith(".coverage")]


def test_templates_and_documents_are_listed(fk, koolmees):
    rows = json.loads(fk("doc", "list", "--json").out)["data"]
    own = ("analysis-report", "future-plan", "safety-plan")
    assert [(row["template"], row["source"]) for row in rows] == [(one, "packaged") for one in own]
    assert "future-plan" in fk("doc", "list", lang="nl").out
    made = fk("doc", "make", koolmees, "future-plan", "--format", "md").id
    documents = json.loads(fk("doc", "list", koolmees, "--json").out)["data"]
    assert [(one["id"], one["template"]) for one in documents] == [(made, "future-plan")]
    assert made in fk("doc", "list", koolmees).out


@pytest.mark.parametrize(
    "asked",
    [
        (("--format", "md"), "{case}-future-plan.md", b"# Our future plan"),
        (("--format", "html"), "{case}-future-plan.html", b"<!doctype html>"),
        (("-o", "plan.pdf"), "plan.pdf", b"%PDF-"),
        (("-o", "plan.html"), "plan.html", b"<!doctype html>"),
        ((), "{case}-future-plan.pdf", b"%PDF-"),
    ],
)
def test_a_paper_is_made_where_it_is_asked(fk, koolmees, here, asked, log):
    words, name, start = asked
    ran = fk("doc", "make", koolmees, "future-plan", *words)
    path = here / name.format(case=koolmees)
    assert ran.code == 0
    assert path.read_bytes().lower().startswith(start.lower())
    assert path.stat().st_mode & 0o077 == 0
    assert str(path) in ran.err
    assert log(koolmees)[0] == f"Document {ran.id} made: Our future plan"


def test_what_is_missing_is_said_before_it_is_made(fk, koolmees, here):
    ran = fk("doc", "make", koolmees, "future-plan", "--format", "md", lang="nl")
    missing, made = ran.err.index("fk future add"), ran.err.index("future-plan.md")
    assert missing < made
    assert ran.err.count("fk ") > 8


def test_only_a_complete_paper_when_that_is_asked(fk, koolmees, here, log):
    ran = fk("doc", "make", koolmees, "future-plan", "--complete")
    assert (ran.code, ran.out) == (12, "")
    assert "fk future add" in ran.err
    assert names(here) == []
    assert len(log(koolmees)) == 1


def test_a_file_that_is_there_stays(fk, koolmees, here, log):
    (here / "plan.md").write_text("mine", encoding="utf-8")
    ran = fk("doc", "make", koolmees, "future-plan", "-o", "plan.md")
    assert (ran.code, ran.out) == (4, "")
    assert (here / "plan.md").read_text(encoding="utf-8") == "mine"
    assert len(log(koolmees)) == 1
    assert fk("doc", "make", koolmees, "future-plan", "-o", "plan.md", "--force").code == 0
    assert "Our future plan" in (here / "plan.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("letter",), 12),
        (("../../etc/passwd",), 12),
        (("future-plan", "--format", "docx2"), 2),
        (("future-plan", "-o", "plan.exe"), 2),
        (("future-plan", "-o", "nowhere/plan.pdf"), 4),
        (("future-plan", "-o", "folder.md"), 4),
        (("future-plan", "--force", "-o", "folder.md"), 4),
    ],
)
def test_what_cannot_be_made_leaves_nothing(fk, koolmees, here, words, code):
    (here / "folder.md").mkdir()
    ran = fk("doc", "make", koolmees, *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.strip()
    assert names(here) == ["folder.md"]
    assert len(fk("history", koolmees).out.splitlines()) == 1


def test_to_a_pipe_goes_nothing_but_the_paper(fk, koolmees, here, monkeypatch):
    ran = capture(
        fk, monkeypatch, "doc", "make", koolmees, "future-plan", "--format", "md", "-o", "-"
    )
    assert ran.startswith(b"# Our future plan")
    assert names(here) == []


def capture(fk, monkeypatch, *words):
    import io

    pipe = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert fk(*words).code == 0
    pipe.flush()
    return pipe.buffer.getvalue()


def test_without_consent_it_does_not_go_to_others(fk, koolmees, here, log):
    fk("person", "add", koolmees, "Sherida Koolmees", "--role", "mother", "--born", "1987-04-09")
    acts = len(log(koolmees))
    for spoken in ("en", "nl"):
        ran = fk("doc", "make", koolmees, "future-plan", "--for", "gp", lang=spoken)
        assert (ran.code, ran.out) == (11, "")
        assert "Sherida" in ran.err
        assert f"fk consent give {koolmees}" in ran.err
    assert fk("doc", "make", koolmees, "future-plan", "--for", "gp", "--ground", "x").code == 2
    assert len(log(koolmees)) == acts
    fk("consent", "give", koolmees, "het plan", "--by", "Sherida", "--for", "gp")
    assert fk("doc", "make", koolmees, "future-plan", "--for", "gp", "--format", "md").code == 0
    [noted] = json.loads(fk("show", koolmees, "--json").out)["data"]["consent"]["disclosures"]
    assert noted["recipient"] == "gp"


def test_the_teams_template_wins(fk, koolmees, here, tmp_path):
    folder = tmp_path / "store" / "team" / "templates"
    folder.mkdir()
    head = "---\ntitle: Ons plan\nlanguage: en\nheader: x\nfooter: x\npage_label: x\n---\n"
    (folder / "future-plan.md").write_text(head + "# {{ family_name }}\n", encoding="utf-8")
    fk("doc", "make", koolmees, "future-plan", "-o", "plan.md")
    assert (here / "plan.md").read_text(encoding="utf-8").strip() == "# Koolmees"


def test_the_analysis_report_answers_its_finding_and_goes_to_others_after_a_yes(
    fk, demo_copy, monkeypatch, here
):
    monkeypatch.setenv("FK_STORE", str(demo_copy))
    monkeypatch.setenv("FK_TODAY", "2026-05-20")
    asked = ("doc", "make", "kwikstaart", "analysis-report")
    assert "fk doc make kwikstaart-2mq analysis-report" in fk("check", "kwikstaart").out
    ran = fk(*asked, "-o", "report.md")
    assert ran.code == 0, ran.err
    assert "analysis-report" not in fk("check", "kwikstaart").out
    ran = fk("doc", "make", "koolmees", "analysis-report", "--for", "school", "-o", "school.pdf")
    assert (ran.code, ran.out) == (11, "")
    ran = fk("doc", "make", "koolmees", "analysis-report", "-o", "own.md", lang="nl")
    assert "staat niet op dit papier" in ran.err
    assert "Repareert telefoons" in (here / "own.md").read_text(encoding="utf-8")


def test_the_analysis_report_to_the_referrer_is_noted(fk, koolmees, here):
    fk("person", "add", koolmees, "Sherida Koolmees", "--role", "mother", "--born", "1987-04-09")
    asked = ("doc", "make", koolmees, "analysis-report", "--for", "referrer", "--format", "md")
    assert fk(*asked).code == 11
    assert names(here) == []
    fk("consent", "give", koolmees, "het verslag", "--by", "Sherida", "--for", "referrer")
    made = fk(*asked).id
    data = json.loads(fk("show", koolmees, "--json").out)["data"]
    [noted] = data["consent"]["disclosures"]
    assert (noted["recipient"], noted["document"]) == ("referrer", made)


def test_the_safety_plan_that_runs_is_made_and_none_is_no_paper(fk, demo_copy, monkeypatch, here):
    monkeypatch.setenv("FK_STORE", str(demo_copy))
    monkeypatch.setenv("FK_TODAY", "2026-05-11")
    assert fk("doc", "make", "wulp", "safety-plan", "-o", "plan.md", lang="nl").code == 0
    text = (here / "plan.md").read_text(encoding="utf-8")
    assert "De wissel gaat via school" in text
    assert "Fenna appt niet terug" in text
    ran = fk("doc", "make", "koolmees", "safety-plan")
    assert (ran.code, ran.out) == (12, "")
    assert "No safety plan is running" in ran.err
    assert names(here) == ["plan.md"]
