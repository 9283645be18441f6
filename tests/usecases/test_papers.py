"""From a case to paper: what is missing, who must say yes, whose template, what is kept."""

from datetime import date

import pytest

from fktui.errors import Missing, NoConsent, Unreadable, WrongUse
from fktui.usecases.desk import Desk
from fktui.usecases.history import undo
from fktui.usecases.paper.papers import Paper, draft, finish
from fktui.usecases.paper.templates import template_title, templates
from fktui.usecases.plan.goals import add_goal
from fktui.usecases.records import add_record

PAPER = Paper("future-plan", "nl")
TODAY = date(2026, 11, 21)
OWN = """---
title: Ons eigen plan
language: nl
header: "Plan van {family}"
footer: ""
page_label: "{page}"
---
# Plan van {{ family_name }}

{% for goal in goals %}- {{ goal.title }}
{% endfor %}
"""


@pytest.fixture
def sherida(desk: Desk, koolmees: str) -> str:
    fields = {"name": "Sherida Koolmees", "role": "mother", "born": "1987-04-09"}
    return add_record(desk, koolmees, "person", fields).act.record


def own_template(
    desk: Desk, text: str = OWN, name: str = "future-plan", folder: str = "nl"
) -> None:
    place = desk.store.places.templates / folder
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{name}.md").write_text(text, encoding="utf-8")


def consent(desk: Desk, case_id: str, by: str, **other: object) -> str:
    fields = {"what": "het plan", "by": by, "recipient": "gp", "given_on": TODAY} | other
    return add_record(desk, case_id, "consent", fields, action="consent.give").act.record


def test_everything_that_is_missing_is_said_before_anything_is_made(desk, koolmees) -> None:
    found = draft(desk, koolmees, PAPER)
    assert len(found.gaps) > 9
    assert [gap.section for gap in found.gaps] == sorted(gap.section for gap in found.gaps)
    assert all(gap.command.startswith("fk ") and koolmees in gap.command for gap in found.gaps)
    assert len(desk.store.stories(koolmees)) == 1
    assert "# " in found.markdown


def test_a_gap_closes_when_it_is_filled(desk: Desk, koolmees: str, sherida: str) -> None:
    before = {gap.what for gap in draft(desk, koolmees, PAPER).gaps}
    add_goal(desk, koolmees, {"title": "Samen eten", "owners": (sherida,)})
    fields = {"section": "proud", "text": "We eten samen.", "who": (sherida,)}
    add_record(desk, koolmees, "future", fields, section="")
    after = {gap.what for gap in draft(desk, koolmees, PAPER).gaps}
    assert before - after == {"what the family is proud of", "goals"}
    assert after - before == {"a score for the goals"}


@pytest.mark.parametrize(
    ("fmt", "start"), [("md", b"# "), ("html", b"<!doctype html>"), ("pdf", b"%PDF-")]
)
def test_the_paper_is_made_and_its_text_kept(desk, koolmees, sherida, fmt, start) -> None:
    found = draft(desk, koolmees, PAPER)
    made, saved = finish(desk, found, fmt)
    assert made.data.lower().startswith(start.lower())
    [document] = saved.loaded.case.documents
    assert (document.template, document.recipient, document.language) == (
        "future-plan",
        "family",
        "nl",
    )
    assert document.made_on == TODAY
    assert document.body == found.markdown.strip("\n")
    assert document.made_from == desk.store.stories(koolmees)[1].commit
    assert desk.store.stories(koolmees)[0].action == "doc.make"
    path = desk.store.places.case(koolmees) / "documents" / "2026-11-21-future-plan.md"
    assert "Sherida" in path.read_text(encoding="utf-8")
    undo(desk, koolmees)
    assert not path.exists()


def test_the_same_paper_twice_is_kept_once(desk: Desk, koolmees: str) -> None:
    finish(desk, draft(desk, koolmees, PAPER), "md")
    _made, saved = finish(desk, draft(desk, koolmees, PAPER), "html")
    assert saved.commit is None
    assert len(saved.loaded.case.documents) == 1
    assert len(desk.store.stories(koolmees)) == 2


def test_another_paper_gets_a_place_of_its_own(desk: Desk, koolmees: str) -> None:
    finish(desk, draft(desk, koolmees, PAPER), "md")
    add_goal(desk, koolmees, {"title": "Samen eten"})
    _made, saved = finish(desk, draft(desk, koolmees, PAPER), "md")
    assert len(saved.loaded.case.documents) == 2
    assert len(set(saved.loaded.paths.values())) == 2
    assert saved.loaded.issues == ()


def test_the_teams_own_template_wins(desk: Desk, koolmees: str) -> None:
    own_template(desk)
    add_goal(desk, koolmees, {"title": "Samen *eten*"})
    found = draft(desk, koolmees, PAPER)
    assert (found.template.source, found.template.title) == ("team", "Ons eigen plan")
    assert found.markdown.startswith("# Plan van Koolmees")
    assert r"Samen \*eten\*" in found.markdown
    assert draft(desk, koolmees, PAPER._replace(language="en")).template.source == "packaged"


def test_templates_are_listed_with_their_owner_and_their_languages(desk: Desk) -> None:
    packaged = templates(desk, "en")
    assert [row.template for row in packaged] == ["analysis-report", "future-plan", "safety-plan"]
    assert packaged[1] == ("future-plan", "Our future plan", ("nl", "en"), "packaged")
    own_template(desk, name="brief")
    own_template(desk, "no head", name="half", folder=".")
    (desk.store.places.templates / "link.md").symlink_to("half.md")
    rows = {row.template: row for row in templates(desk, "en")}
    assert rows["brief"] == ("brief", "Ons eigen plan", ("nl",), "team")
    assert rows["half"].languages == ("nl", "en")
    assert set(rows) == {"analysis-report", "brief", "future-plan", "half", "safety-plan"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (OWN.replace("title: Ons", "title: [Ons"), "template-broken"),
        (OWN.replace("language: nl", "language: fr"), "template-head"),
        (OWN + "{{ nothing }}", "template-gaps"),
        (OWN + "{% if %}", "template-syntax"),
    ],
)
def test_a_broken_template_of_the_team_makes_nothing(desk, koolmees, text, code) -> None:
    own_template(desk, text)
    with pytest.raises(Missing) as caught:
        draft(desk, koolmees, PAPER)
    assert caught.value.code == code
    assert len(desk.store.stories(koolmees)) == 1


@pytest.mark.parametrize("name", ["../future-plan", "x" * 300, "-"])
def test_what_is_no_template_is_called_itself(desk: Desk, name: str) -> None:
    assert template_title(desk, name, "nl") == name


def test_a_template_that_is_not_there_names_those_that_are(desk: Desk, koolmees: str) -> None:
    with pytest.raises(Missing) as caught:
        draft(desk, koolmees, Paper("letter", "en"))
    assert caught.value.code == "template-missing"
    assert "future-plan" in str(caught.value.facts["known"]).split(", ")


def test_a_broken_family_gives_no_half_paper(desk: Desk, koolmees: str) -> None:
    (desk.store.places.case(koolmees) / "plan.yaml").write_text("goals: [\n", encoding="utf-8")
    with pytest.raises(Unreadable):
        finish(desk, draft(desk, koolmees, PAPER), "md")


def test_without_consent_nothing_goes_to_somebody_else(desk, koolmees, sherida) -> None:
    with pytest.raises(NoConsent) as caught:
        draft(desk, koolmees, PAPER._replace(recipient="gp"))
    assert caught.value.facts["missing"] == "Sherida Koolmees"
    assert caught.value.facts["given"] == "gp"


def test_with_consent_it_goes_and_that_is_noted(desk, koolmees, sherida) -> None:
    given = consent(desk, koolmees, sherida)
    consent(desk, koolmees, sherida, document="analysis-report")
    consent(desk, koolmees, sherida, given_on="2025-01-01", until="2025-02-01")
    consent(desk, koolmees, sherida, purpose="research")
    paper = PAPER._replace(recipient="gp")
    _made, saved = finish(desk, draft(desk, koolmees, paper), "md")
    [document] = saved.loaded.case.documents
    [noted] = saved.loaded.case.consent.disclosures
    assert (noted.recipient, noted.document, noted.on) == ("gp", document.id, TODAY)
    assert (noted.consents, noted.about, noted.by) == ((given,), (sherida,), desk.colleague)
    assert (noted.ground, noted.reason) == (None, None)


def test_a_ground_in_law_needs_its_reason_and_is_noted(desk, koolmees, sherida) -> None:
    paper = PAPER._replace(recipient="gp", ground="Jeugdwet 7.3.11")
    with pytest.raises(WrongUse) as caught:
        draft(desk, koolmees, paper)
    assert caught.value.code == "ground-and-reason"
    paper = paper._replace(reason="gevaar")
    _made, saved = finish(desk, draft(desk, koolmees, paper), "md")
    [noted] = saved.loaded.case.consent.disclosures
    assert (noted.ground, noted.reason, noted.consents) == ("Jeugdwet 7.3.11", "gevaar", ())
    assert desk.store.stories(koolmees)[0].reason == "gevaar"


def test_a_copy_to_somebody_else_says_so(desk: Desk, koolmees: str, sherida: str) -> None:
    consent(desk, koolmees, sherida)
    own = draft(desk, koolmees, PAPER).markdown
    copy = draft(desk, koolmees, PAPER._replace(recipient="gp")).markdown
    assert own != copy


def test_what_not_everybody_may_read_is_not_in_the_future_plan(desk, ijsvogel):
    fields = {"title": "Een geheim doel", "visible_to": (ijsvogel.jaylen,)}
    add_goal(desk, ijsvogel.case, fields)
    made = draft(desk, ijsvogel.case, Paper("future-plan", "nl"))
    assert "Een geheim doel" not in made.markdown
    assert made.hidden == 1
