"""`fk plan`, and `agree` of every text, typed as a coach types it."""

import pytest

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


def agree(fk, family, *words):
    return fk("plan", "agree", family.case, *words)


def test_several_people_agree_with_the_plan(fk, data, ijsvogel, log):
    done = agree(fk, ijsvogel, "--by", "Mila,jay", "--by", "oom", "--on", "gisteren")
    assert (done.code, done.out) == (0, f"{done.id}\n")
    assert "Mila" not in log(ijsvogel.case)[0]
    found = data("plan", "show", ijsvogel.case)["standing"]["plan"]
    assert [one["person"] for one in found] == [ijsvogel.mila, ijsvogel.jaylen, ijsvogel.ali]
    assert {(one["stance"], one["on"]) for one in found} == {("agrees", "2026-11-20")}


def test_somebody_does_not_agree_and_says_why(fk, data, ijsvogel):
    assert agree(fk, ijsvogel, "--by", "Jaylen", "--no", "--because", "Too soon").code == 0
    found = data("plan", "show", ijsvogel.case)["standing"]["plan"]
    assert [(one["stance"], one["because"]) for one in found] == [
        ("not_asked", None),
        ("disagrees", "Too soon"),
    ]


def test_what_changed_is_to_discuss_until_people_agree_again(fk, ijsvogel):
    words = ("goal", "agree", ijsvogel.case, "samen", "--by", "Mila")
    assert fk(*words).code == 0
    shown = fk("plan", "show", ijsvogel.case).out
    assert "agrees with it: Mila (Sat 21 Nov 2026)" in shown
    assert "to discuss" not in shown
    fk("goal", "edit", ijsvogel.case, "samen", "--title", "Samen eten, elke dag")
    shown = fk("plan", "show", ijsvogel.case).out
    assert "! to discuss: the text changed since: Mila (Sat 21 Nov 2026)" in shown
    assert f"→ fk goal agree {ijsvogel.case} {ijsvogel.goal} --by …" in shown
    assert "Samen eten, elke dag” has changed" in fk("meeting", "propose", ijsvogel.case).out
    assert fk(*words).code == 0
    assert "to discuss" not in fk("plan", "show", ijsvogel.case).out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("plan", "agree", "{case}"), 2),
        (("plan", "agree", "{case}", "--by", "Nobody"), 4),
        (("goal", "agree", "{case}", "nonsense", "--by", "Mila"), 4),
        (("analysis", "agree", "{case}", "--by", "Mila"), 2),
        (("safety", "agree", "{case}", "--by", "Mila"), 4),
        (("future", "agree", "{case}", "Mila"), 2),
    ],
)
def test_there_is_nothing_or_nobody_to_agree(fk, ijsvogel, words, code):
    assert fk(*(word.format(case=ijsvogel.case) for word in words)).code == code


def test_the_explanation_and_the_safety_plan(fk, data, ijsvogel):
    assert fk("analysis", "explain", ijsvogel.case, "Too much at once").code == 0
    assert fk("analysis", "agree", ijsvogel.case, "--by", "Mila,Jaylen").code == 0
    found = data("plan", "show", ijsvogel.case)["standing"]["analysis"]
    assert {one["stance"] for one in found} == {"agrees"}
    made = fk("safety", "new", ijsvogel.case, "--reason", "Rows", "--danger", "x")
    assert made.code == 0, made.err
    assert fk("safety", "agree", ijsvogel.case, "--by", "Mila").code == 0
    assert fk("safety", "agree", ijsvogel.case, "--plan", made.id, "--by", "Jaylen").code == 0
    found = data("plan", "show", ijsvogel.case)["standing"][made.id]
    assert {one["stance"] for one in found} == {"agrees"}


def test_several_people_agree_with_the_future_plan(fk, ijsvogel):
    fk("future", "add", ijsvogel.case, "proud", "We sleep again")
    assert fk("future", "agree", ijsvogel.case, "Mila", "Jaylen,oom").code == 0
    shown = fk("future", "list", ijsvogel.case).out
    assert shown.count(" agrees, Sat 21 Nov 2026") == 3
    fk("future", "add", ijsvogel.case, "proud", "We laugh")
    shown = fk("future", "list", ijsvogel.case).out
    assert shown.count("(to discuss: the text changed since)") == 3


def test_the_whole_plan_on_one_page(fk, data, ijsvogel):
    case = ijsvogel.case
    second = fk("goal", "add", case, "Naar school", "--owner", "Jaylen", "--set", "priority=1").id
    fk("goal", "score", case, second, "-2", "--on", "1-11")
    fk("goal", "score", case, second, "-1")
    fk("step", "add", case, second, "Bellen", "--who", "oom", "--due", "1 dec")
    fk("step", "add", case, second, "Brief", "--by", "professional", "--due", "1-11-2026")
    fk("step", "done", case, "Brief")
    fk("intervention", "add", case, "debt help", "--who", "oom", "--since", "1-9-2026")
    fk("intervention", "add", case, "talks", "--since", "1-11-2026")
    fk("agreement", "add", case, "phones away", "--who", "Mila")
    fk("goal", "add", case, "Vroeger")
    fk("goal", "status", case, "Vroeger", "reached")
    looked = fk("plan", "evaluate", case, "calmer now", "--by", "Mila,referrer", "--on", "1-11")
    assert looked.code == 0
    shown = fk("plan", "show", case).out
    for text in (
        f"1. Naar school  (Jaylen)  -2 → -1  {second}",
        "2. Samen eten",
        "[ ]  Bellen  Oom Ali (the network)  Tue 1 Dec 2026",
        "[x]  Brief  (a professional)",
        "Vroeger: reached, Sat 21 Nov 2026",
        "debt help (Oom Ali)  ===>",
        "talks                ..=>",
        "At the same time: debt help, talks",
        "phones away (Mila)",
        "Sun 1 Nov 2026  Mila, the referrer: calmer now",
    ):
        assert text in shown, text
    found = data("plan", "show", case)
    assert [one["goal"]["title"] for one in found["goals"]] == ["Naar school", "Samen eten"]
    assert (found["goals"][0]["first"], found["goals"][0]["last"]) == (-2, -1)
    assert [one["what"] for one in found["interventions"]] == ["debt help", "talks"]
    assert found["evaluations"][0]["by"] == [ijsvogel.mila, "referrer"]


def test_the_plan_as_it_was(fk, data, ijsvogel, monkeypatch):
    monkeypatch.setenv("FK_TODAY", "2026-12-01")
    fk("goal", "edit", ijsvogel.case, "samen", "--title", "Anders")
    then = data("plan", "show", ijsvogel.case, "--at", "21-11-2026")
    assert then["goals"][0]["goal"]["title"] == "Samen eten"


def test_an_evaluation_in_a_meeting(fk, data, ijsvogel):
    meeting = fk("meeting", "plan", ijsvogel.case, "--on", "2 dec").id
    words = ("plan", "evaluate", ijsvogel.case, "calmer")
    assert fk(*words, "--meeting", "2-12").code == 0
    assert data("plan", "show", ijsvogel.case)["evaluations"][0]["meeting"] == meeting
    assert fk(*words, "--meeting", "m-zzzzz").code == 4
    assert fk(*words, "--by", "nobody").code == 4


def test_hostile_text_stays_text(fk, ijsvogel):
    fk("goal", "edit", ijsvogel.case, "samen", "--title", HOSTILE)
    fk("plan", "evaluate", ijsvogel.case, HOSTILE)
    agree(fk, ijsvogel, "--by", "Mila", "--no", "--because", HOSTILE)
    shown = fk("plan", "show", ijsvogel.case).out
    assert shown.count("[red]x[/red] {0}") == 3
    assert "\x1b" not in shown
