"""`fk intake`, typed as a coach types it: a family that is admitted and one that is not."""

import pytest

from fktui.store.cases import CaseStore


@pytest.fixture
def spreeuw(fk):
    """The id of a family that was referred: a mother and a child of seven."""
    case = fk("new-case", "Gezin Spreeuw", "--referrer", "OKT Demo").id
    fk("person", "add", case, "Moeder", "--role", "mother")
    fk("person", "add", case, "Kim", "--role", "child", "--born", "2019")
    return case


def test_a_referral_step_by_step(fk, data, spreeuw, log):
    for words in (
        ("edit", spreeuw, "--route", "parent", "--provision", "SPIC C", "--question", "Schulden"),
        ("plan", spreeuw, "perspective", "--by", "GI De Brug", "--kept-at", "kast", "--on", "1-11"),
        ("info", spreeuw, "drinkt", "--about", "Moeder", "--nature", "fact", "--source", "OKT"),
        ("info", spreeuw, "huur loopt op", "--domain", "socio"),
        ("goal", spreeuw, "Kim naar school", "--by", "OKT"),
        ("indication", spreeuw, "parenting", "ja", "--note", "moe"),
        ("contra", spreeuw, "parent_un", "yes", "--consulted", "Yara", "--motive", "tante helpt"),
        ("judge", spreeuw, "--no-acute", "--makes-safer", "yes", "--by", "Moeder,verwijzer"),
        ("decide", spreeuw, "admitted", "--by", "Moeder, referrer", "--note", "aan tafel"),
    ):
        assert fk("intake", *words).code == 0, words
    found = data("intake", "show", spreeuw)["intake"]
    assert found["route"] == "parent_child_team"
    assert found["incoming_plan"]["on"] == "2026-11-01"
    assert found["safety"]["by"][1] == found["decision"]["by"][1] == "referrer"
    assert found["contraindications"][0]["motive"] == "tante helpt"
    assert log(spreeuw)[0] == "Intake: suitable: we begin"
    assert not any("Kim" in subject or "Moeder" in subject for subject in log(spreeuw))
    shown = fk("intake", "show", "spreeuw").out
    for part in (
        "being helped",
        "Plan that came along: perspective plan, GI De Brug, Sun 1 Nov 2026",
        "[x] Moeder: known",
        "drinkt (fact, OKT)",
        "[ ] Kim: missing",
        "[x] socio-economic: known",
        "Kim naar school (OKT)",
        "→ not talked over yet",
        "[x] parenting problems: yes: moe",
        "a child or youth of 0 to 23: not gone through  (seen in the record)",
        "1 of the 5 problem groups; 0 of the 7 life domains weigh",
        "[x] no parent is available: yes",
        "motive: tante helpt",
        "consulted: Yara Meerkoet",
        "help makes the child safer: yes",
        "suitable: we begin: Sat 21 Nov 2026, Moeder, the referrer",
    ):
        assert part in shown, part


def test_not_suitable_asks_for_advice_and_says_how_long_it_is_kept(fk, data, spreeuw):
    fk("intake", "contra", spreeuw, "parent_unavailable", "yes")
    assert "[!] no parent is available: yes" in fk("intake", "show", spreeuw).out
    refused = fk("intake", "decide", spreeuw, "not_suitable", "--by", "Moeder", "--on", "20-11")
    assert (refused.code, refused.out) == (0, f"{spreeuw}\n")
    assert "The record is kept until Sat 20 Nov 2027" in refused.err
    assert "! Which better offer" in refused.err
    words = ("--advice", "tante en de kliniek", "--again", "na de opname")
    assert "better offer" not in fk("intake", "decide", spreeuw, "not_suitable", *words).err
    shown = fk("intake", "show", spreeuw).out
    assert "advised instead: tante en de kliniek" in shown
    assert "may come again: na de opname" in shown
    assert "to be destroyed on: Sat 20 Nov 2027" in shown
    assert data("show", spreeuw)["trajectory"]["status"] == "declined"
    assert fk("intake", "edit", spreeuw, "--set", "destroy_on=1-2-2027").code == 0
    assert data("intake", "show", spreeuw)["intake"]["destroy_on"] == "2027-02-01"
    assert "Destroy the record of the family" in fk("agenda", "--days", "90").out


def test_what_is_asked_for_and_its_answer(fk, data, spreeuw):
    asked = fk("intake", "info", spreeuw, "--about", "Kim", "--asked", "--on", "1-11").id
    shown = fk("intake", "show", spreeuw).out
    assert "[~] Kim: asked for" in shown
    assert "asked on Sun 1 Nov 2026" in shown
    assert data("intake", "show", spreeuw)["known"]["domains"]["care"] == "missing"
    answered = fk("intake", "info", spreeuw, "gaat naar school", "--answers", asked)
    assert answered.id == asked
    assert "[x] Kim: known" in fk("intake", "show", spreeuw).out
    assert fk("intake", "info", spreeuw, "--asked").code == 2
    assert fk("intake", "info", spreeuw).code == 2
    assert fk("intake", "info", spreeuw, "vier kinderen in de flat").code == 0
    assert "Besides:" in fk("intake", "show", spreeuw).out


def test_a_goal_of_the_referral_beside_those_of_the_family(fk, ijsvogel):
    case = ijsvogel.case
    first = fk("intake", "goal", case, "samen eten en praten", "--by", "Mila").id
    second = fk("intake", "goal", case, "een baan").id
    assert fk("intake", "goal", case, "--change", first, "--goal", "Samen").code == 0
    assert fk("intake", "goal", case, "--change", second, "--reason", "eerst rust").code == 0
    shown = fk("intake", "show", case).out
    assert "samen eten en praten (Mila)" in shown
    assert f"→ Samen eten ({ijsvogel.goal})" in shown
    assert "→ no goal of the family: eerst rust" in shown
    assert fk("intake", "goal", case, "x", "--goal", "elders").code == 4


@pytest.mark.parametrize(
    "words",
    [
        ("indication", "parenting", "perhaps"),
        ("indication", "weather", "yes"),
        ("contra", "unsafety", "perhaps"),
        ("judge", "--makes-safer", "yes"),
        ("judge", "--acute", "--makes-safer", "maybe"),
        ("decide", "later"),
        ("edit", "--route", "train"),
        ("edit", "--set", "decision=x"),
    ],
)
def test_what_does_not_fit_changes_nothing(fk, log, spreeuw, words):
    verb, *rest = words
    before = log(spreeuw)
    assert fk("intake", verb, spreeuw, *rest).code == 2
    assert log(spreeuw) == before


def test_a_safety_plan_that_is_none_lifts_nothing(fk, spreeuw):
    words = ("child_unsafe", "yes", "--safety-plan", "v-zzzzz")
    assert fk("intake", "contra", spreeuw, *words).code == 4


def test_the_intake_as_it_was_and_in_dutch(fk, data, spreeuw):
    fk("intake", "edit", spreeuw, "--question", "Alles")
    assert data("intake", "show", spreeuw)["intake"] == {"question": "Alles"}
    empty = fk("intake", "show", spreeuw, lang="nl")
    assert empty.code == 0


def test_hours_are_agreed_for_a_phase(fk, data, ijsvogel):
    assert fk("phase", "hours", ijsvogel.case, "4-6", "--phase", "execution").code == 0
    assert fk("phase", "hours", ijsvogel.case, "7").code == 0
    start, _analysis, execution, _closing = data("phase", "show", ijsvogel.case)
    assert execution["hours"] == {"low": 4, "high": 6}
    assert start["hours"] == {"low": 7, "high": 7}
    for wrong in ("6-4", "-", "4-", "many"):
        assert fk("phase", "hours", ijsvogel.case, wrong).code == 2, wrong


def test_the_phases_show_the_tapering_and_the_end_together(fk, ijsvogel):
    case = ijsvogel.case
    fk("phase", "next", case, "--on", "2-11", "--reason", "go")
    fk("phase", "next", case, "--on", "3-11", "--reason", "go")
    fk("contact", "add", case, "6", "home", "--on", "3-11")
    shown = fk("phase", "show", case).out
    assert "Hours a week since the execution phase, by four weeks: 2" in shown
    fk("phase", "close", case, "--by", "Mila", "--organises-daily-life", "yes", "--note", "Fijn")
    shown = fk("phase", "show", case).out
    for part in (
        "The end: Sat 21 Nov 2026, as planned",
        "decided together by: Mila",
        "organises daily life itself: yes",
        "child lives at home: –",
        "Fijn",
        "Aftercare talk: Sun 21 Feb 2027",
    ):
        assert part in shown, part


def test_the_family_is_read_once_however_many_are_named(fk, spreeuw, monkeypatch):
    read = []
    load = CaseStore.load
    monkeypatch.setattr(CaseStore, "load", lambda *words: read.append(words) or load(*words))
    decided = fk("intake", "decide", spreeuw, "admitted", "--by", "Moeder,Kim,de verwijzer")
    assert (decided.code, len(read)) == (0, 1)
    read.clear()
    told = ("--about", "Kim", "--source", "Moeder", "--visible-to", "Moeder")
    assert (fk("intake", "info", spreeuw, "leest graag", *told).code, len(read)) == (0, 1)
    read.clear()
    assert (fk("intake", "decide", spreeuw, "admitted", "--by", "Piet").code, len(read)) == (4, 1)
