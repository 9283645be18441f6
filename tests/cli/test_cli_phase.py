"""`fk phase`, typed as a coach types it."""


def test_show_says_where_the_family_stands(fk, ijsvogel):
    shown = fk("phase", "show", "ijsvogel")
    assert shown.code == 0
    assert "██████████ 3/2" in shown.out
    assert "1 Nov 2026 – 15 Nov 2026" in shown.out
    assert "0 (below the norm)" in shown.out
    assert "Before the analysis phase" in shown.out
    assert "[x] seen  The family's own network has been invited." in shown.out
    assert "[ ] open  It has been judged" in shown.out
    assert "startfase" in fk("phase", "show", ijsvogel.case, lang="nl").out


def test_show_for_a_program_and_for_a_family_that_waits(fk, data, ijsvogel):
    phases = data("phase", "show", ijsvogel.case)
    assert [one["phase"] for one in phases] == ["start", "analysis", "execution", "closing"]
    assert phases[0]["started_on"] == "2026-11-01"
    waiting = fk("new-case", "Gezin Wacht").id
    assert "Before the start phase" in fk("phase", "show", waiting).out
    assert data("phase", "show", waiting) == []


def test_next_with_a_reason_names_what_is_open(fk, data, ijsvogel, log):
    words = ("--by", "Mila,jay", "--confirm", "safety", "--reason", "School cannot wait")
    moved = fk("phase", "next", "ijsvogel", *words, "--note", "At the table")
    start, analysis, *_ = data("phase", "show", ijsvogel.case)
    assert (moved.code, moved.out) == (0, f"{analysis['id']}\n")
    assert "! Still open: A family group plan has been offered. (group-plan-offered)" in moved.err
    assert start["ended_on"] == analysis["started_on"] == "2026-11-21"
    assert analysis["decision"] == {
        "on": "2026-11-21",
        "by": [ijsvogel.mila, ijsvogel.jaylen],
        "note": "At the table",
    }
    assert log(ijsvogel.case)[0] == "Phase: start phase → analysis phase"
    shown = fk("phase", "show", ijsvogel.case).out
    assert "decided together on Sat 21 Nov 2026: Mila, Jaylen" in shown
    assert "entered with open conditions, because: School cannot wait" in shown
    fk("phase", "next", ijsvogel.case, "--reason", "go", "--confirm", "stress-reduced")
    assert "[ ] open  The family can organise" in fk("phase", "show", ijsvogel.case).out


def test_an_unknown_person_decides_nothing(fk, data, ijsvogel):
    refused = fk("phase", "next", ijsvogel.case, "--by", "Nobody", "--reason", "go")
    assert (refused.code, refused.out) == (4, "")
    assert "ended_on" not in data("phase", "show", ijsvogel.case)[0]


def test_extend_with_a_reason(fk, data, ijsvogel):
    words = ("--until", "29-11-2026", "--reason", "Grandmother is ill", "--by", "Mila")
    assert fk("phase", "extend", ijsvogel.case, *words).code == 0
    (extension,) = data("phase", "show", ijsvogel.case)[0]["extensions"]
    assert (extension["until"], extension["by"]) == ("2026-11-29", [ijsvogel.mila])
    shown = fk("phase", "show", ijsvogel.case).out
    assert "longer, until Sun 29 Nov 2026: Grandmother is ill" in shown
    assert "████████░░ 3/4" in shown
    assert fk("phase", "extend", ijsvogel.case, "--until", "1-12").code == 2


def test_close_and_reopen(fk, ijsvogel, log):
    words = ("--by", "Mila", "--organises-daily-life", "ja", "--at-home", "yes", "--note", "Good")
    closed = fk("phase", "close", ijsvogel.case, *words)
    assert (closed.code, closed.out) == (0, f"{ijsvogel.case}\n")
    assert "Aftercare talk: Sun 21 Feb 2027" in closed.err
    case = fk("show", ijsvogel.case, "--json").out
    assert '"status": "closed"' in case
    assert '"organises_daily_life": true' in case
    assert '"note": "Good"' in case
    words = ("--phase", "execution", "--reason", "Father is back")
    assert fk("phase", "reopen", ijsvogel.case, *words, lang="nl").code == 0
    assert log(ijsvogel.case)[0].startswith("Help taken up again")
    assert log(ijsvogel.case)[1] == "Help ended: as planned"


def test_a_reason_and_a_criterion_must_be_words_we_know(fk, ijsvogel, log):
    before = log(ijsvogel.case)
    assert fk("phase", "close", ijsvogel.case, "--reason", "nonsense").code == 2
    assert fk("phase", "close", ijsvogel.case, "--at-home", "perhaps").code == 2
    assert log(ijsvogel.case) == before


def test_the_aftercare_talk_gets_a_day_and_is_held(fk, data, ijsvogel):
    fk("phase", "close", ijsvogel.case, "--on", "2-11-2026")
    planned = fk("phase", "aftercare", ijsvogel.case, "--planned", "1-12")
    assert (planned.code, planned.out) == (0, f"{ijsvogel.case}\n")
    assert "Aftercare talk: Tue 1 Dec 2026" in fk("phase", "show", ijsvogel.case).out
    held = fk("phase", "aftercare", ijsvogel.case, "--on", "yesterday", "--by", "Mila")
    assert held.code == 0
    assert "Aftercare talk held: Fri 20 Nov 2026" in fk("phase", "show", ijsvogel.case).out


def test_hours_that_are_no_halves_are_told(fk, ijsvogel):
    told = fk("phase", "hours", ijsvogel.case, "4,2-8")
    assert told.code == 0
    assert "Hours are kept in halves: this became 4 hours." in told.err
    assert "halves" not in fk("phase", "hours", ijsvogel.case, "5-8").err
