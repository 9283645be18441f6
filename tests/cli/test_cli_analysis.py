"""`fk analysis`, `domain`, `strength`, `worry`, `stressor`, `event` and `request`, as typed."""

import pytest

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


def test_domains_are_scored_listed_and_corrected(fk, data, ijsvogel, log):
    case = ijsvogel.case
    some = fk("domain", "score", case, "child=3", "parents", "2", "--on", "2-11", "--by", "Mila")
    assert (some.code, len(some.out.split())) == (0, 2)
    assert some.err == "Life domains: 2 scored\n"
    again = fk("domain", "score", case, "kind", "1", "--note", "school", "--nature", "opinion")
    assert again.err == "Life domain child: 3 → 1\n"
    found = {one["domain"]: one for one in data("domain", "list", case)}
    assert len(found) == 7
    assert (found["child"]["start"], found["child"]["now"]) == (3, 1)
    assert found["child"]["standing"][0]["note"] == "school"
    assert found["care"]["start"] is None
    listed = fk("domain", "list", case)
    assert "Not looked at yet: parenting, how the family functions" in listed.err
    assert "Child                     3      1    21 November 2026" in listed.out
    assert len(data("domain", "list", case, "--all")) == 3
    assert "opinion" in fk("domain", "list", case, "--all").out
    fixed = fk("domain", "edit", case, again.id, "--set", "severity=2")
    assert fixed.code == 0
    assert data("domain", "list", case)[0]["now"] == 2
    assert log(case)[0] == f"Score of a life domain {again.id}: how heavy"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["child=4"], "4 does not fit “how heavy”: that goes from 0 to 3."),
        (["child", "-1"], "-1 does not fit “how heavy”: that goes from 0 to 3."),
        (["child"], "“child” has no figure beside it."),
        (["child="], "“child” has no figure beside it."),
        (["child=1", "kind=2"], "“kind” is named twice."),
        (["moon=1"], "“moon” is not one of: child (child), "),
        (["child=high"], "“high” is not a number for"),
    ],
)
def test_a_score_that_does_not_fit_is_refused(fk, data, ijsvogel, words, said):
    ran = fk("domain", "score", ijsvogel.case, "parents=1", *words)
    assert ran.code == 2
    assert ran.err.startswith(said)
    assert data("domain", "list", ijsvogel.case, "--all") == []


def test_a_severity_beside_a_stressor_is_bounded_too(fk, ijsvogel):
    ran = fk("stressor", "add", ijsvogel.case, "arrears", "--severity", "4")
    assert (ran.code, ran.err[:33]) == (2, "4 does not fit “how heavy”: that ")


def test_a_worry_goes_its_whole_way(fk, data, ijsvogel, log):
    case = ijsvogel.case
    bare = fk("worry", "add", case, "arrears")
    assert bare.code == 2
    assert "fact (fact), observation (observation)" in bare.err
    words = ("--nature", "fact", "--source", "letter", "--about", "Mila", "--on", "10-11")
    one = fk("worry", "add", case, "arrears", *words).id
    stress = fk("stressor", "add", case, "eviction", "--stress-source", "subsistence", "--link")
    assert stress.code == 2
    fk("stressor", "add", case, "eviction", "--stress-source", "subsistence", "--link", "arrears")
    assert fk("worry", "edit", case, "arrears", "--no-goal", "rest first").code == 0
    assert data("worry", "list", case)[0]["no_goal"] == "rest first"
    assert fk("worry", "edit", case, "arrears", "--goal", "samen").code == 0
    found = data("worry", "list", case)[0]
    assert (found["goals"], found.get("no_goal")) == ([ijsvogel.goal], None)
    assert fk("worry", "contest", case, "arrears", "all paid").code == 2
    assert fk("worry", "contest", case, "arrears", "all paid", "--by", "Mila,Jaylen").code == 0
    listed = fk("worry", "list", case).out
    assert "letter" in listed
    assert "Mila, Jaylen" in listed
    assert fk("worry", "outdate", case, "arrears", "--on", "20-11", "--because", "paid").code == 0
    assert data("worry", "list", case) == []
    assert data("worry", "list", case, "--all")[0]["outdated_reason"] == "paid"
    assert log(case)[:2] == [f"Worry {one}: no longer so", f"Worry {one}: seen otherwise as well"]


def test_strengths_and_requests_are_noted(fk, data, ijsvogel):
    case = ijsvogel.case
    made = fk("strength", "add", case, HOSTILE, "--about", "Jaylen", "--by", "Mila", "--goal", "sa")
    assert made.code == 0
    (strength,) = data("strength", "list", case)
    assert strength["goals"] == [ijsvogel.goal]
    assert strength["on"] == "2026-11-21"
    assert "\x1b" not in fk("strength", "list", case).out
    assert fk("strength", "edit", case, made.id, "--example", "on Sunday").code == 0
    assert fk("request", "add", case, "rest at home", "--words-of", "Mila").code == 0
    assert data("request", "list", case)[0]["words_of"] == ijsvogel.mila
    assert fk("request", "edit", case, "rest", "--goal", "samen").code == 0


def test_the_timeline_has_two_lanes_in_the_order_of_time(fk, data, ijsvogel):
    case = ijsvogel.case
    flight = ("--on", "2017", "--approximate", "--about", "Mila", "--kind", "migration")
    fk("event", "add", case, "flight", *flight, "--set", "helped=singing")
    fk("event", "add", case, "course", "--kind", "help", "--age-of", "Jaylen", "--age", "2")
    fk("event", "add", case, "birth", "--on", "2014-03", "--kind", "birth")
    fk("event", "edit", case, "course", "--result", "no effect")
    assert fk("event", "feel", case, "flight", "Mila", "-4", "--note", "so quiet").code == 0
    assert fk("event", "feel", case, "flight", "Jaylen", "\N{MINUS SIGN}3").code == 0
    assert fk("event", "feel", case, "flight", "Mila", "-5").code == 0
    refused = fk("event", "feel", case, "flight", "Mila", "-6")
    assert (refused.code, refused.err[:3]) == (2, "-6 ")
    assert fk("event", "add", case, "odd", "--on", "2017-13").code == 2
    assert fk("event", "add", case, "odd", "--age", "130").code == 2
    assert [one["title"] for one in data("event", "list", case)] == ["birth", "course", "flight"]
    life, _line, care = fk("event", "list", case).out.partition("\nHelp and placements\n")
    assert life.index("March 2014") < life.index("about 2017")
    assert "Mila -5, Jaylen -3" in life
    assert "helped: singing" in life
    assert "when Jaylen was 2" in care
    assert "no effect" in care
    assert "rond 2017" not in life


def test_an_empty_timeline_says_so(fk, ijsvogel):
    assert fk("event", "list", ijsvogel.case).out.count("Nothing has been noted yet.") == 2


def test_the_analysis_shows_all_of_it(fk, data, ijsvogel):
    case = ijsvogel.case
    fk("domain", "score", case, "child=3", "parents=2")
    fk("strength", "add", case, "repairs phones", "--about", "Jaylen", "--by", "Mila")
    fk("strength", "add", case, "eats together")
    fk("worry", "add", case, "arrears", "--nature", "fact", "--source", "letter")
    fk("worry", "add", case, "too strict", "--nature", "opinion", "--no-goal", "not now")
    fk("worry", "contest", case, "too strict", "I am not", "--by", "Mila")
    fk("worry", "add", case, "old thing", "--nature", "fact")
    fk("worry", "outdate", case, "old", "--because", "solved")
    fk("stressor", "add", case, "eviction", "--stress-source", "subsistence", "--link", "arrears")
    fk("request", "add", case, "rest", "--words-of", "Mila")
    fk("contact", "add", case, "1", "home", "--with", "Mila,Jaylen")
    shown = fk("analysis", "show", case).out
    for text in (
        "Clearly heavy at the start: 2 of 7; now 2. The help is for 6.",
        "Not looked at yet: parenting",
        "income, housing, debts: eviction",
        "the partners: –",
        "eviction ↔ arrears",
        "Mila: none noted yet",
        "Jaylen: repairs phones  said by Mila",
        "The family as a whole: eats together",
        "strengths: 2, worries: 2",
        "fact, source: letter",
        "opinion, no source",
        "seen otherwise by Mila: I am not",
        "no goal yet",
        "no goal, because: not now",
        "old thing  21 November 2026 (solved)",
        "Mila: rest",
        "None has been written yet.",
    ):
        assert text in shown
    assert shown.index("too strict") < shown.index("No longer so") < shown.index("old thing")
    found = data("analysis", "show", case)
    assert found["target_group"]["at_start"] == ["child", "parents"]
    assert found["target_group"]["fits"] is None
    assert len(found["chains"]) == 1
    assert found["members"][0]["together_on"] == "2026-11-21"
    assert found["members"][0]["alone_on"] is None
    assert "not yet" in shown


def test_the_explanation_is_carried_by_those_who_are_named(fk, data, ijsvogel, log):
    case = ijsvogel.case
    assert fk("analysis", "explain", case, "--by", "Mila").code == 2
    made = fk("analysis", "explain", case, "Too much at once\n! forged", "--on", "20-11")
    assert (made.code, made.id) == (0, case)
    assert "carried by nobody yet" in fk("analysis", "show", case).out
    assert fk("analysis", "explain", case, "--by", "Mila,Jaylen").code == 0
    found = data("analysis", "show", case)["explanation"]
    assert found["by"] == [ijsvogel.mila, ijsvogel.jaylen]
    assert found["on"] == "2026-11-20"
    assert "20 November 2026, carried by Mila, Jaylen" in fk("analysis", "show", case).out
    assert log(case)[0] == "Analysis: explanation together noted"
    assert fk("analysis", "show", case, "--at", "1-11-2026").code == 4


def test_in_the_third_practice_family_yonas_has_no_strength(demo_copy, monkeypatch, capsys):
    from fktui.cli.main import main

    monkeypatch.setenv("FK_LANG", "en")
    main(["--store", str(demo_copy), "check", "kastanje"])
    shown = capsys.readouterr().out
    assert "No strength of Yonas has been noted yet." in shown
