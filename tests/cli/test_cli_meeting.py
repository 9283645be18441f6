"""`fk meeting`, typed as a coach types it."""

import io

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


def plan(fk, family, *words):
    return fk("meeting", "plan", family.case, "--on", "2 dec", *words)


def test_plan_and_show(fk, data, ijsvogel, log):
    words = ("--at", "15u30", "--place", "Buurthuis", "--invite", "Mila,oom,yara")
    points = ("--agenda", "How is it going?", "--agenda", "School, and after", "--set", "about=jay")
    planned = plan(fk, ijsvogel, *words, *points)
    assert (planned.code, planned.out) == (0, f"{planned.id}\n")
    assert planned.err == f"Meeting {planned.id} planned for 2 December 2026\n"
    found = data("meeting", "show", ijsvogel.case, planned.id)
    assert (found["on"], found["at"], found["place"]) == ("2026-12-02", "15:30", "Buurthuis")
    assert found["agenda"] == ["How is it going?", "School, and after"]
    assert (found["invited"][:2], found["about"]) == (
        [ijsvogel.mila, ijsvogel.ali],
        [ijsvogel.jaylen],
    )
    shown = fk("meeting", "show", ijsvogel.case, "2-12").out
    for text in ("Wed 2 Dec 2026, 15:30", "Buurthuis", "invited: Mila, Oom Ali", "1. How is it"):
        assert text in shown
    assert "15.30" in fk("meeting", "show", ijsvogel.case, "2-12", lang="nl").out
    assert log(ijsvogel.case)[0] == f"Meeting {planned.id} planned for 2 December 2026"


def test_hold_with_agreements(fk, data, ijsvogel, log, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("It went well.\nMore next time.\n"))
    planned = plan(fk, ijsvogel)
    agreements = ("--agree", "call school; oom; fri; samen", "--agree", "cook; Mila")
    words = ("--present", "Mila,Jaylen", "--note", "-", "--next", "1 feb", "--hours", "1,5")
    held = fk("meeting", "hold", ijsvogel.case, *agreements, *words)
    assert (held.code, held.out) == (0, f"{planned.id}\n")
    (meeting,) = data("meeting", "list", ijsvogel.case)
    assert (meeting["status"], meeting["on"], meeting["hours"]) == ("held", "2026-11-21", 1.5)
    assert (meeting["next_on"], meeting["present"]) == (
        "2027-02-01",
        [ijsvogel.mila, ijsvogel.jaylen],
    )
    assert [one["what"] for one in meeting["agreements"]] == ["call school", "cook"]
    (waiting,) = data("step", "list", ijsvogel.case)
    assert waiting["goal"] == ijsvogel.goal
    assert waiting["step"]["id"] == meeting["agreements"][0]["step"]
    assert waiting["step"]["by"] == "network"
    assert log(ijsvogel.case)[:2] == [
        f"Meeting {planned.id} held",
        f"Meeting {planned.id} planned for 2 December 2026",
    ]
    shown = fk("meeting", "show", ijsvogel.case, planned.id).out
    for text in (
        "- call school; Oom Ali; Fri 27 Nov 2026; goal: Samen eten",
        "- cook; Mila",
        "Next time: Mon 1 Feb 2027",
        "More next time.",
    ):
        assert text in shown


def test_refused_leaves_it_planned(fk, data, ijsvogel):
    plan(fk, ijsvogel)
    assert fk("meeting", "hold", ijsvogel.case, "--present", "Nobody").code == 4
    assert fk("meeting", "hold", ijsvogel.case, "--agree", "call; Nobody").code == 4
    assert fk("meeting", "hold", ijsvogel.case, "--agree", "call;;;no such goal").code == 4
    assert fk("meeting", "hold", ijsvogel.case, "--agree", "; Mila").code == 2
    assert fk("meeting", "show", ijsvogel.case, "m-zzzzz").code == 4
    assert data("meeting", "list", ijsvogel.case)[0].get("status", "planned") == "planned"


def test_edit_and_cancel(fk, data, ijsvogel, log):
    planned = plan(fk, ijsvogel)
    assert fk("meeting", "edit", ijsvogel.case, "2-12", "--set", "place=Kantoor").code == 0
    assert fk("meeting", "cancel", ijsvogel.case, "-m", "Everybody is ill").code == 0
    (meeting,) = data("meeting", "list", ijsvogel.case)
    assert (meeting["place"], meeting["status"]) == ("Kantoor", "cancelled")
    assert log(ijsvogel.case)[0] == f"Meeting {planned.id} cancelled"
    row = fk("meeting", "list", ijsvogel.case).out.splitlines()[1]
    assert "cancelled" in row
    assert "–" in row


def test_hostile_text_stays_text(fk, ijsvogel, log):
    planned = plan(fk, ijsvogel, "--place", HOSTILE, "--agenda", HOSTILE)
    shown = fk("meeting", "show", ijsvogel.case, planned.id).out
    assert shown.count("[red]x[/red] {0}") == 2
    assert "\x1b" not in shown
    assert HOSTILE not in log(ijsvogel.case)[0]
