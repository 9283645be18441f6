"""`fk safety` and `fk reporting-code`, typed as a coach types them."""

import pytest

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


@pytest.fixture
def plan(fk, ijsvogel):
    words = ("--reason", "rows at the door", "--danger", "he may get hurt", "--wished", "rest")
    return fk("safety", "new", ijsvogel.case, *words, "--about", "Jaylen", "--on", "1-11").id


def test_a_plan_is_written_line_by_line_and_read_on_one_page(fk, data, ijsvogel, plan, log):
    case = ijsvogel.case
    red = fk("safety", "signal", case, "red", HOSTILE, "--about", "Jaylen")
    fk("safety", "signal", case, "green", "he sleeps")
    words = ("--situation", "exchange day", "--kind", "immediate", "--who", "Mila")
    fk("safety", "agreement", case, "via school", *words, "--guarded-by", "oom")
    fk("safety", "agreement", case, "a call on Sunday", "--who", "Yara", "--until", "20-11-2026")
    fk("safety", "call", case, "Mila", "--who", "Jaylen", "--when", "at night")
    fk("safety", "call", case, "oom", "--who", "Jaylen", "--first", "--reach", "by text")
    condition = fk("safety", "condition", case, "no shouting", "--set-by", "GI", "--until", "1 dec")
    assert fk("safety", "guard", case, "oom").out == f"{plan}\n"
    fk("safety", "review", case, "--on", "1 dec")
    assert fk("safety", "edit", case, "--children", "You may call.\nAlways.").code == 0
    shown = fk("safety", "show", case)
    assert shown.code == 0
    for text in (
        *(f"Safety plan {plan}  ·  version 1, 1 November 2026", "about: Jaylen"),
        *("rows at the door", "he may get hurt", "rest", "!! red: ", "+ green: he sleeps"),
        *("[red]x[/red] {0} (Jaylen)", "exchange day:", "(1 agreement holds no longer)"),
        *("- via school; Mila; at once; watched by Oom Ali", "1. Jaylen → Oom Ali (by text)"),
        *("2. Jaylen → Mila (at night)", "[ ] no shouting (set by GI; not met yet;"),
        *("You may call.\n  Always.", "next: Tue 1 Dec 2026", "Who watch\n  Oom Ali"),
    ):
        assert text in shown.out, text
    assert "\x1b" not in shown.out
    assert "a call on Sunday" not in shown.out
    assert fk("safety", "condition", case, "--met", condition.id, "--on", "vr").code == 2
    assert fk("safety", "condition", case, "--met", condition.id).code == 0
    assert "[x] no shouting (set by GI; met on 21 November 2026)" in fk("safety", "show", case).out
    assert fk("safety", "drop", case, red.id).out == f"{red.id}\n"
    found = data("safety", "show", case)
    assert [one["id"] for one in found["plans"]] == [plan]
    assert [one["colour"] for one in found["plans"][0]["signals"]] == ["green"]
    assert found["agreed"] == []
    assert log(case)[0] == f"Safety plan {plan}: {red.id} taken out"
    assert not [line for line in log(case) if "Mila" in line or "door" in line]


def test_a_plan_is_looked_at_again_renewed_and_ended(fk, data, ijsvogel, plan, log):
    case = ijsvogel.case
    assert fk("safety", "review", case).code == 2
    review = fk("safety", "review", case, "--on", "25-11-2026").id
    held = fk("safety", "review", case, "--held", "--by", "oom", "--note", "works", "--next", "1-2")
    assert held.out == f"{review}\n"
    shown = fk("safety", "show", case).out
    assert f"held on Sat 21 Nov 2026 (Oom Ali): works  {review}" in shown
    assert "next: Mon 1 Feb 2027" in shown
    assert fk("safety", "version", case, "--because", "after the talk").out == f"{plan}\n"
    shown = fk("safety", "show", case).out
    assert "version 2, 21 November 2026" in shown
    assert "this version: after the talk" in shown
    assert fk("safety", "end", case).code == 2
    assert fk("safety", "end", case, "--by", "Mila,oom", "--because", "calm for weeks").code == 0
    after = fk("safety", "show", case)
    assert after.err.startswith("No safety plan is running.")
    assert f"{plan}  ended on 21 November 2026 by Mila, Oom Ali: calm for weeks" in after.out
    named = fk("safety", "show", case, "--plan", plan).out
    assert "ended on 21 November 2026" in named
    assert "next:" not in named
    refused = fk("safety", "signal", case, "red", "too late")
    assert refused.code == 4
    assert "fk safety new" in refused.err
    assert log(case)[:2] == [f"Safety plan {plan} ended", f"Safety plan {plan}: version 2"]


def test_a_line_is_changed_by_its_id(fk, data, ijsvogel, plan):
    call = fk("safety", "call", ijsvogel.case, "Mila").id
    words = ("--set", "calls=oom", "--set", "when=at night")
    assert fk("safety", "edit", ijsvogel.case, call, *words).code == 0
    [changed] = data("safety", "show", ijsvogel.case)["plans"][0]["calls"]
    assert changed == {"id": call, "calls": ijsvogel.ali, "when": "at night"}
    assert fk("safety", "edit", ijsvogel.case, call, "--danger", "x").code == 2
    assert fk("safety", "call", ijsvogel.case, "Nobody").code == 4


def test_how_safe_it_is_over_time(fk, data, ijsvogel):
    case = ijsvogel.case
    fk("safety", "scale", case, "6", "--by", "Mila", "--on", "1-11-2026")
    fk("safety", "scale", case, "8", "--by", "Mila")
    star = fk("safety", "scale", case, "7, met sterretje", "--by", "jay").id
    fk("safety", "scale", case, "🙂", "--by", "oom", "--visible-to", "team")
    fk("safety", "scale", case, "6", "--words", "a bit", "--by", "Yara")
    answers = data("safety", "scale", case, "--list")
    assert [one.get("value") for one in answers] == [6, 8, 7, None, 6]
    assert answers[2] == {
        "id": star,
        "on": "2026-11-21",
        "by": ijsvogel.jaylen,
        "value": 7,
        "words": "7, met sterretje",
    }
    assert answers[3]["visible_to"] == ["team"]
    listed = fk("safety", "scale", case, "--list").out
    assert "Mila: 6 → 8  (21 November 2026)" in listed
    assert "Jaylen: 7, met sterretje" in listed
    assert "Oom Ali: 🙂" in listed
    assert "Yara Meerkoet: 6 a bit" in listed
    for words in (("11", "--by", "Mila"), ("-1", "--by", "Mila"), ("5",), ("--by", "Mila")):
        assert fk("safety", "scale", case, *words).code == 2
    fk("safety", "edit", case, star, "--set", "value=8")
    assert data("safety", "scale", case, "--list")[2]["value"] == 8


def test_what_one_house_says_is_not_read_in_the_other_unless_it_is_said(fk, data, ijsvogel):
    case = ijsvogel.case
    father = fk("person", "add", case, "Ruben", "--role", "father").id
    for who, home in (("Mila", "Here"), ("Jaylen", "Here"), ("Ruben", "There")):
        assert fk("person", "household", case, home, who).code == 0
    fk("safety", "scale", case, "4", "--by", "Mila")
    fk("safety", "new", case, "--reason", "rows", "--about", "Jaylen")
    [answer] = data("safety", "scale", case, "--list")
    [plan] = data("safety", "show", case)["plans"]
    for one in (answer, plan):
        assert one["visible_to"]
        assert father not in one["visible_to"]


def test_a_plan_that_makes_starting_possible_says_so(fk, ijsvogel, plan, tmp_path):
    intake = tmp_path / "store" / "cases" / ijsvogel.case / "intake.yaml"
    line = f"id: l-00001, kind: child_unsafe, applies: true, safety_plan: {plan}"
    intake.write_text(f"contraindications:\n  - {{{line}}}\n", encoding="utf-8")
    shown = fk("safety", "show", ijsvogel.case).out
    assert "makes it possible to start in spite of: a child makes safety impossible" in shown


def test_who_agrees_stands_on_the_page(fk, ijsvogel, plan, tmp_path):
    file = tmp_path / "store" / "cases" / ijsvogel.case / "plan.yaml"
    said = f"id: j-00001, to: {plan}, by: {ijsvogel.mila}, on: 2026-11-20, agrees: false"
    written = file.read_text(encoding="utf-8") + f"agreed:\n  - {{{said}, because: too early}}\n"
    file.write_text(written, encoding="utf-8")
    shown = fk("safety", "show", ijsvogel.case).out
    assert "Mila does not agree, Fri 20 Nov 2026: too early" in shown


def test_the_plan_of_an_earlier_day(fk, data, ijsvogel, plan, monkeypatch):
    fk("safety", "signal", ijsvogel.case, "red", "he does not answer")
    monkeypatch.setenv("FK_TODAY", "2026-11-25")
    fk("safety", "edit", ijsvogel.case, "--reason", "it is calm now")
    assert data("safety", "show", ijsvogel.case)["plans"][0]["reason"] == "it is calm now"
    before = data("safety", "show", ijsvogel.case, "--at", "21-11-2026")["plans"][0]
    assert before["reason"] == "rows at the door"


def test_the_reporting_code_step_by_step(fk, data, ijsvogel, log):
    case = ijsvogel.case
    assert "was not used here" in fk("reporting-code", "show", case).err
    words = ("--about", "Jaylen", "--concerns", "Mila", "--on", "1-11-2026")
    path = fk("reporting-code", "open", case, *words).id
    fk("reporting-code", "step", case, "signals", HOSTILE, "--on", "1-11-2026")
    fk("reporting-code", "step", case, "consult", "Veilig Thuis, no names", "--by", "Yara")
    talk = fk("reporting-code", "step", case, "talk", "a fall", "--who", "Mila,Jaylen")
    assert talk.out == f"{path}\n"
    answers = ("--no-suspicion", "--no-unsafe", "--can-help", "--decision", "no report")
    weighed = fk("reporting-code", "step", case, "weigh", "no doubt is left", *answers)
    assert weighed.err.endswith(f"Reporting code {path}: 4 weighing\n")
    shown = fk("reporting-code", "show", case).out
    for text in (
        *(f"Reporting code {path}  ·  for the team only", "acts looked into: Mila"),
        *("1 signals  ·  Sun 1 Nov 2026", "Yara Meerkoet, with Mila, Jaylen", "a fall"),
        *("a suspicion remains: no", "own help is possible: yes", "decided: no report"),
        *("next: 5 decision", "[red]x[/red] {0}"),
    ):
        assert text in shown, text
    assert "\x1b" not in shown
    assert fk("reporting-code", "step", case, "talk", "x", "--unsafe").code == 2
    fk("reporting-code", "step", case, "decide", "no report")
    assert "what came of it is not noted" in fk("reporting-code", "show", case).out
    assert fk("reporting-code", "close", case, "no_suspicion").code == 0
    assert "no suspicion is left" in fk("reporting-code", "show", case, "--path", path).out
    [found] = data("reporting-code", "show", case)
    assert (found["id"], found["outcome"]) == (path, "no_suspicion")
    assert found["steps"][3]["weighing"] == {"suspicion": False, "unsafe": False, "can_help": True}
    assert log(case)[:2] == [f"Reporting code {path} closed", f"Reporting code {path}: 5 decision"]
    assert not [line for line in log(case) if "Mila" in line or "fall" in line]


def test_what_a_passer_by_reads_holds_nothing_of_the_reporting_code(fk, data, ijsvogel):
    case = ijsvogel.case
    fk("reporting-code", "open", case, "--about", "Jaylen", "--on", "1-10-2026")
    words = ("--on", "1-10-2026", "--unsafe", "--decision", "bruised arm")
    fk("reporting-code", "step", case, "weigh", "bruised arm", *words)
    assert "is always reported, and needs no consent" in fk("reporting-code", "show", case).out
    assert "reporting_code" not in data("safety", "show", case)
    reads = [("show", case), ("safety", "show", case), ("agenda",), ("history", case), ("list",)]
    for words in (*reads, ("check", case)):
        ran = fk(*words)
        assert "bruised" not in ran.out + ran.err, words
    assert "unsafety was weighed" in fk("check", case).out
