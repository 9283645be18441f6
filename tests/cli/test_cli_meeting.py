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


# What to talk about, and on paper


def test_propose_and_plan_with_the_points(fk, data, ijsvogel):
    fk("step", "add", ijsvogel.case, "samen", "call", "--who", "Mila", "--due", "22-11-2026")
    fk("meeting", "every", ijsvogel.case, "4")
    shown = fk("meeting", "propose", ijsvogel.case).out
    assert "Next family meeting: Sun 29 Nov 2026" in shown
    assert "Could be asked: Mila, Jaylen" in shown
    assert "1. Step, until 22 November 2026: call (Mila)" in shown
    found = data("meeting", "propose", ijsvogel.case)
    assert (found["on"], found["points"][0]["code"]) == ("2026-11-29", "step-due")
    assert found["points"][0]["facts"]["on"] == "2026-11-22"
    made = fk("meeting", "plan", ijsvogel.case, "--proposed", "--invite", "Mila,verwijzer")
    (meeting,) = data("meeting", "list", ijsvogel.case)
    assert (meeting["id"], meeting["on"]) == (made.id, "2026-11-29")
    assert meeting["agenda"][0] == "Step, until 22 November 2026: call (Mila)"
    assert meeting["invited"] == [ijsvogel.mila, "referrer"]


def test_the_day_is_typed_first_or_by_name(fk, data, ijsvogel):
    assert fk("meeting", "plan", ijsvogel.case, "2 dec").code == 0
    assert data("meeting", "list", ijsvogel.case)[0]["on"] == "2026-12-02"
    refused = fk("meeting", "plan", ijsvogel.case)
    assert (refused.code, len(data("meeting", "list", ijsvogel.case))) == (2, 1)


def test_points_on_the_agenda_of_a_planned_meeting(fk, data, ijsvogel):
    planned = plan(fk, ijsvogel, "--agenda", "Kerst")
    fk("step", "add", ijsvogel.case, "samen", "call", "--due", "22-11-2026")
    words = ("meeting", "edit", ijsvogel.case, planned.id, "--proposed")
    assert fk(*words, "--set", "place=Thuis").code == 0
    (meeting,) = data("meeting", "list", ijsvogel.case)
    assert meeting["agenda"][:2] == ["Kerst", "Step, until 22 November 2026: call"]
    assert meeting["place"] == "Thuis"


def test_what_not_everybody_may_read_is_not_on_the_agenda(fk, data, ijsvogel):
    fk("step", "add", ijsvogel.case, "samen", "secret", "--due", "22-11-2026")
    fk("goal", "edit", ijsvogel.case, "samen", "--set", "visible_to=Mila,team")
    shown = fk("meeting", "propose", ijsvogel.case).out
    assert "Not to be read by everybody, so not on the agenda\n- Step, until" in shown
    made = fk("meeting", "plan", ijsvogel.case, "2 dec", "--proposed")
    assert "Not on the agenda, because not everybody may read it: 1." in made.err
    assert "secret" not in str(data("meeting", "list", ijsvogel.case))


def test_how_often(fk, data, ijsvogel):
    assert fk("meeting", "every", ijsvogel.case, "3").code == 0
    assert fk("meeting", "every", ijsvogel.case, "6", "--phase", "closing").code == 0
    phases = data("show", ijsvogel.case)["trajectory"]["phases"]
    weeks = {one["phase"]: one.get("meeting_weeks") for one in phases}
    assert (weeks["start"], weeks["closing"]) == (3, 6)
    for wrong in ("0", "53", "often"):
        assert fk("meeting", "every", ijsvogel.case, wrong).code == 2
    plan(fk, ijsvogel)
    held = fk("meeting", "hold", ijsvogel.case)
    assert "Next time: Sat 12 Dec 2026" in held.err


def test_what_was_agreed_is_done(fk, data, ijsvogel):
    plan(fk, ijsvogel)
    fk("meeting", "hold", ijsvogel.case, "--agree", "cook; Mila")
    assert "What we agreed on 21 November 2026: cook (Mila)" in (
        fk("meeting", "propose", ijsvogel.case).out
    )
    assert fk("meeting", "done", ijsvogel.case, "cook").code == 0
    assert "cook" not in fk("meeting", "propose", ijsvogel.case).out
    assert fk("meeting", "done", ijsvogel.case, "cook").code == 2
    assert data("meeting", "list", ijsvogel.case)[0]["agreements"][0]["done"] == "2026-11-21"


def test_the_minutes(fk, ijsvogel, tmp_path):
    planned = plan(fk, ijsvogel, "--invite", "Mila,verwijzer", "--agenda", HOSTILE)
    fk("meeting", "hold", ijsvogel.case, "--present", "Mila,referrer", "--agree", "cook; Mila")
    words = ("meeting", "minutes", ijsvogel.case, planned.id)
    shown = fk(*words).out
    assert shown.startswith("# Family meeting of Sat 21 Nov 2026\n\nGezin Ijsvogel\n")
    assert "- Mila\n- the referrer\n" in shown
    assert "- **cook** – Mila" in shown
    assert "\x1b" not in shown
    file = tmp_path / "minutes.md"
    assert fk(*words, "-o", file).code == 0
    assert file.read_text(encoding="utf-8") == shown
    file.write_text("mine")
    assert fk(*words, "-o", file).code == 4
    assert file.read_text() == "mine"
    assert fk(*words, "-o", file, "--force").code == 0
    assert file.read_text(encoding="utf-8") == shown
    assert fk(*words, "-o", tmp_path / "nowhere" / "minutes.md").code == 4


def test_minutes_that_not_everybody_may_read_say_so(fk, ijsvogel):
    planned = plan(fk, ijsvogel, "--set", "visible_to=Mila")
    assert "! Only to be read by: Mila" in fk("meeting", "minutes", ijsvogel.case, planned.id).err
