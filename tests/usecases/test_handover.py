"""The handover: one paper for the next coach, of what the whole family may read."""

from datetime import date

import pytest
from two_homes import wulp

from fktui.documents.collectors.handover import DAYS_AHEAD
from fktui.usecases.course.cases import edit_case
from fktui.usecases.paper.handover import finish, handover
from fktui.usecases.people.network import add_member
from fktui.usecases.plan.goals import add_goal, add_step, score_goal
from fktui.usecases.records import add_record
from fktui.usecases.rights.statements import add_statement
from fktui.words import language


@pytest.fixture
def home(desk):
    return wulp(desk)


def note(desk, home, kind, **fields):
    return add_record(desk, home.case, kind, fields).act.record


def facts(desk, home):
    return handover(desk, home.case, "en").facts


def text(desk, home, spoken="en"):
    return handover(desk, home.case, spoken).markdown


def test_a_family_of_which_nothing_is_known_has_a_paper_with_open_lines(desk, koolmees) -> None:
    draft = handover(desk, koolmees, "en")
    assert draft.facts.phase is None
    assert "```open" in draft.markdown
    made, saved = finish(desk, draft, "pdf")
    assert made.data.startswith(b"%PDF-")
    assert saved.loaded.case.documents[0].template == "handover"


def test_it_says_where_we_are_and_who_is_who(desk, home) -> None:
    found = facts(desk, home)
    assert (found.phase.name, found.phase.week) == ("start phase", 12)
    assert found.started_on == date(2026, 9, 1)
    assert ("family coach", "Yara Meerkoet") in [(one.text, one.who) for one in found.team]
    assert found.referrer == "GI"


def test_strengths_come_before_worries_and_worries_say_whose_they_are(desk, home) -> None:
    note(desk, home, "strength", what="kent elke vogel", about=(home.tibbe,))
    fields = {"about": (home.sem,), "by": (home.joris,), "nature": "opinion"}
    contested = {"contested_by": (home.sem,), "contested": "alleen in het weekend"}
    note(desk, home, "worry", what="blowt elke dag", **fields, **contested)
    note(desk, home, "worry", what="oud zeer", nature="opinion", outdated_on=date(2026, 10, 1))
    [worry] = facts(desk, home).worries
    assert (worry.who, worry.said_by) == ("Sem", "Joris, opinion")
    assert worry.otherwise == "Sem: alleen in het weekend"
    paper = text(desk, home)
    assert paper.index("kent elke vogel") < paper.index("blowt elke dag")
    assert "oud zeer" not in paper


def test_what_the_family_wants_to_say_is_there_in_its_own_words(desk, home) -> None:
    own = {"by": home.fenna, "body": "App mij, bel niet.", "visible_to": ("family",)}
    add_statement(desk, home.case, own)
    note(desk, home, "help_request", what="rust op wisseldagen", words_of=home.anouk)
    found = facts(desk, home)
    assert [(one.who, one.text) for one in found.said] == [("Fenna", "App mij, bel niet.")]
    assert [(one.who, one.text) for one in found.asks] == [("Anouk Wulp", "rust op wisseldagen")]


def test_goals_next_steps_and_days_without_what_is_private(desk, home) -> None:
    goal = add_goal(desk, home.case, {"title": "Wisseldag zonder ruzie"}).act.record
    score_goal(desk, home.case, goal, -1)
    add_step(desk, home.case, goal, {"what": "via school", "due": date(2026, 11, 1)})
    secret = {"title": "Niet snijden", "visible_to": (home.fenna,), "target_on": date(2026, 12, 1)}
    private = add_goal(desk, home.case, secret).act.record
    add_step(desk, home.case, private, {"what": "kaartje", "due": date(2026, 12, 2)})
    found = facts(desk, home)
    assert [(one.text, one.late) for one in found.steps] == [("via school", True)]
    assert found.hidden >= 1
    paper = text(desk, home)
    assert "Wisseldag" in paper
    for word in ("snijden", "kaartje", private):
        assert word not in paper


def test_days_ahead_are_those_of_two_months(desk, home) -> None:
    add_goal(desk, home.case, {"title": "Net", "target_on": date(2027, 1, 20)})
    add_goal(desk, home.case, {"title": "Later", "target_on": date(2027, 1, 21)})
    said = " ".join(one.text for one in facts(desk, home).days)
    assert DAYS_AHEAD == 60
    assert "Net" in said
    assert "Later" not in said


def test_the_safety_plan_that_runs_and_no_address_or_agreement_of_one_home(desk, home) -> None:
    plan = note(desk, home, "safety_plan", made_on=desk.today, wished="Rust aan de deur")
    inside = {
        "signal": {"colour": "red", "text": "Fenna trekt zich terug"},
        "call": {"who": (home.fenna,), "calls": home.anouk, "when": "'s nachts"},
        "condition": {"what": "niet schreeuwen", "set_by": "GI"},
    }
    for kind, fields in inside.items():
        add_record(desk, home.case, kind, fields, parent=plan)
    mine = {"what": "sleutel bij oma", "who": (home.anouk,)}
    add_record(desk, home.case, "safety_agreement", mine, parent=plan)
    both = {"what": "wissel via school", "who": (home.anouk, home.joris)}
    add_record(desk, home.case, "safety_agreement", both, parent=plan)
    paper = text(desk, home)
    for word in ("Fenna trekt zich terug", "Anouk Wulp", "wissel via school", "Rust aan de deur"):
        assert word in paper
    for word in ("sleutel bij oma", "Rietkade", "Duinweg"):
        assert word not in paper


def test_the_reporting_code_is_not_even_mentioned(desk, home) -> None:
    note(desk, home, "reporting_code", opened_on=desk.today, about=(home.tibbe,))
    paper = text(desk, home)
    assert "eporting code" not in paper


def test_consents_that_run_and_who_has_not_said_yes(desk, home) -> None:
    yes = {"what": "verslag", "recipient": "gp", "given_on": desk.today}
    add_record(desk, home.case, "consent", yes | {"by": home.sem}, action="consent.give")
    add_record(desk, home.case, "consent", yes | {"by": home.anouk}, action="consent.give")
    edit_case(desk, home.case, ("receivers=gp",))
    found = facts(desk, home)
    assert [(one.text, one.who) for one in found.consents] == [("verslag, to the GP", "Sem, Anouk")]
    [missing] = found.missing
    assert missing.text == "the GP"
    # Anouk said yes for herself, not yet for the children.
    assert set(missing.who.split(", ")) == {"Joris", "Anouk", "Fenna", "Dennis"}


def test_network_jim_roles_and_help(desk, home) -> None:
    tutor = {"name": "Aaltje", "sector": "leisure_faith", "ring": 2, "offers": "basles"}
    aaltje = add_member(desk, home.case, tutor).act.record
    jim = note(desk, home, "jim", youth=home.fenna)
    add_record(desk, home.case, "candidate", {"person": aaltje}, parent=jim)
    note(desk, home, "jim", youth=home.sem, chosen=aaltje)
    note(desk, home, "role", role="belt bij zorgen", who=(aaltje,))
    note(desk, home, "intervention", what="EMDR", about=(home.fenna,), who=(aaltje,))
    found = facts(desk, home)
    assert found.jims == (
        "Fenna has not chosen a JIM yet, and thinks of Aaltje.",
        "Sem chose Aaltje as JIM.",
    )
    assert [(one.text, one.who) for one in found.roles] == [("belt bij zorgen", "Aaltje")]
    assert [one.text for one in found.helping] == ["EMDR (Fenna)"]
    assert "basles" in text(desk, home)


def test_what_was_asked_and_is_not_known_is_open(desk, home) -> None:
    note(desk, home, "information", about=(home.tibbe,), asked_on=desk.today)
    assert "Asked for, and not known yet: Tibbe." in facts(desk, home).questions


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_hostile_text_stays_text_in_both_languages(desk, home, spoken) -> None:
    trap = "# Kop\n```page\n{}\n```\n<script>x</script> {{ 7*7 }} \x1b[31m"
    add_statement(desk, home.case, {"by": home.sem, "body": trap, "visible_to": ("family",)})
    note(desk, home, "strength", what=trap, about=(home.sem,))
    language.use(spoken)
    draft = handover(desk, home.case, spoken)
    for fmt in ("md", "html", "pdf"):
        made, _saved = finish(desk, draft, fmt)
        assert b"<script>" not in made.data
        assert b"49" not in made.data or fmt == "pdf"


def test_it_is_kept_once_and_told_without_names(desk, home) -> None:
    before = len(desk.store.stories(home.case))
    draft = handover(desk, home.case, "en")
    _made, saved = finish(desk, draft, "md")
    assert [one.template for one in saved.loaded.case.documents] == ["handover"]
    assert len(desk.store.stories(home.case)) == before + 1
    finish(desk, draft, "html")
    assert len(desk.store.stories(home.case)) == before + 1
