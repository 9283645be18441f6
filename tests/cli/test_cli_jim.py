"""`fk jim`, `fk community`, `fk role` and the questions of `fk network`, as a coach types them."""

import pytest

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


@pytest.fixture
def jim(fk, ijsvogel):
    """Run a verb for Jaylen: jim("ask", "--on", "5-11")."""

    def run(verb, *words, code=0):
        ran = fk("jim", verb, ijsvogel.case, "Jaylen", *words)
        assert ran.code == code, ran.err
        return ran

    return run


def test_the_whole_way(fk, data, ijsvogel, jim, log):
    fk("person", "edit", ijsvogel.case, "Jaylen", "--set", "born=2012-09-14")
    fk("person", "authority", ijsvogel.case, "Jaylen", "Mila", "--source", "register")
    candidate = jim("candidate", "Ali", "--because", HOSTILE, "--on", "5-11").id
    jim("choose", "Ali", "--on", "5-11")
    assert data("jim", "show", ijsvogel.case)[0]["parents_to_ask"] == [ijsvogel.mila]
    assert "Mila: not known yet" in fk("jim", "show", ijsvogel.case).out
    jim("ask", "--on", "6-11")
    jim("answer", "yes", "--on", "8-11")
    jim("parent", "Mila", "grudging", "--on", "9-11", "--note", HOSTILE)
    jim("step", "what", "--on", "10-11")
    may_see = "plan,contacts,future-plan"
    jim("edit", "--may-see", may_see, "--agreements", "Sundays", "--reach", "evenings")
    (row,) = data("jim", "show", ijsvogel.case)
    assert (row["step"], row["parents_to_ask"]) == ("what", [])
    record = row["jim"]
    steps, parents = record.pop("steps"), record.pop("parents")
    assert [(step["phase"], step["on"]) for step in steps] == [
        ("who", "2026-11-05"),
        ("what", "2026-11-10"),
    ]
    assert (parents[0]["by"], parents[0]["answer"]) == (ijsvogel.mila, "grudging")
    assert record == {
        "id": record["id"],
        "youth": ijsvogel.jaylen,
        "candidates": [
            {
                "id": candidate,
                "person": ijsvogel.ali,
                "on": "2026-11-05",
                "reason": "]0;owned[red]x[/red] {0}",
            }
        ],
        "chosen": ijsvogel.ali,
        "chosen_on": "2026-11-05",
        "asked_on": "2026-11-06",
        "answer": "yes",
        "answered_on": "2026-11-08",
        "may_see": ["plan", "contacts", "future-plan"],
        "agreements": "Sundays",
        "reach": "evenings",
    }
    shown = fk("jim", "show", ijsvogel.case)
    for text in ("Jaylen", "Oom Ali", "a grudging yes", "[red]x[/red]"):
        assert text in shown.out
    assert "May read: The plan, Contacts, Our future plan" in shown.out
    assert "\x1b" not in shown.out
    dutch = fk("jim", "show", ijsvogel.case, lang="nl").out
    assert "stap" in dutch.lower()
    assert "Het plan, Contacten, Ons toekomstplan" in dutch
    jim("edit", "--may-see", "", "--reach", "")
    assert "may_see" not in data("jim", "show", ijsvogel.case)[0]["jim"]
    assert "reach" not in data("jim", "show", ijsvogel.case)[0]["jim"]
    jim("end", "--because", "Verhuisd")
    assert data("jim", "show", ijsvogel.case) == []
    assert "Verhuisd" in fk("jim", "show", ijsvogel.case, "--all").out
    assert not [line for line in log(ijsvogel.case) if "Ali" in line or "Jaylen" in line]


def test_somebody_new_in_one_go(fk, data, ijsvogel, jim):
    unknown = jim("candidate", "Ineke", code=4)
    assert "--sector" in unknown.err
    jim("candidate", "Ineke", "--sector", "neighbourhood", "--ring", "3")
    people = data("network", "list", ijsvogel.case)["people"]
    assert [(one["name"], one["ring"]) for one in people][-1] == ("Ineke", 3)


def test_a_youth_with_whom_it_has_not_come_up(fk, ijsvogel):
    fk("person", "edit", ijsvogel.case, "Jaylen", "--set", "born=2012-09-14")
    shown = fk("jim", "show", ijsvogel.case).out
    assert shown.startswith("Jaylen\n")
    fk("jim", "candidate", ijsvogel.case, "Jaylen", "Ali")
    assert "has not come up" not in fk("jim", "show", ijsvogel.case).out
    fk("jim", "end", ijsvogel.case, "Jaylen")
    assert "Jaylen" not in fk("jim", "show", ijsvogel.case).out


def test_a_mark_on_an_older_map_is_shown_too(fk, ijsvogel, tmp_path):
    file = tmp_path / "store" / "cases" / ijsvogel.case / "network.yaml"
    text = file.read_text("utf-8").replace(
        "ring: 1\n", f"ring: 1\n    jim_of: [{ijsvogel.jaylen}]\n"
    )
    file.write_text(text, "utf-8")
    assert fk("jim", "show", ijsvogel.case).out == "Jaylen\n  Chosen: Oom Ali\n"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("answer", "CASE", "Jaylen", "yes"), 4),
        (("candidate", "CASE", "Nobody", "Ali"), 4),
        (("candidate", "CASE", "Jaylen", "Ali", "--on", "1-12-2026"), 2),
        (("candidate", "CASE", "Jaylen", "x", "--sector", "moon"), 2),
        (("step", "CASE", "Jaylen", "dance"), 2),
        (("parent", "CASE", "Jaylen", "Mila", "perhaps"), 2),
        (("edit", "CASE", "Jaylen", "--may-see", "diary"), 2),
        (("end", "CASE", "Jaylen"), 4),
    ],
)
def test_what_does_not_fit_is_refused(fk, ijsvogel, words, code, log):
    before = log(ijsvogel.case)
    ran = fk("jim", *(ijsvogel.case if word == "CASE" else word for word in words))
    assert (ran.code, ran.out) == (code, "")
    assert log(ijsvogel.case) == before


def test_a_place_in_the_neighbourhood(fk, data, ijsvogel, log):
    words = ("--about", "Mila", "--state", "asked", "--goal", "samen", "--on", "5-11")
    added = fk("community", "add", ijsvogel.case, HOSTILE, *words)
    assert (added.code, added.err) == (0, f"Place in the neighbourhood {added.id} noted\n")
    fk("community", "edit", ijsvogel.case, added.id, "--state", "joined")
    (use,) = data("community", "list", ijsvogel.case)
    assert use == {
        "id": added.id,
        "what": "]0;owned[red]x[/red] {0}",
        "state": "joined",
        "about": [ijsvogel.mila],
        "goals": [ijsvogel.goal],
        "on": "2026-11-05",
    }
    shown = fk("community", "list", ijsvogel.case)
    assert "takes part" in shown.out
    assert "\x1b" not in shown.out
    assert fk("community", "end", ijsvogel.case, added.id, "--because", "Vol").code == 0
    assert data("community", "list", ijsvogel.case, "--all")[0]["until_reason"] == "Vol"
    assert fk("community", "add", ijsvogel.case, "x", "--service", "Nowhere").code == 4
    assert log(ijsvogel.case)[0] == f"Place in the neighbourhood {added.id} ended"


def test_who_has_which_role(fk, data, ijsvogel, log):
    assert fk("role", "add", ijsvogel.case, "Regie").code == 2
    words = ("--who", "Ali,Yara", "--by", "Mila")
    added = fk("role", "add", ijsvogel.case, "Belt op vrijdag", *words)
    (role,) = data("role", "list", ijsvogel.case)
    assert (role["role"], role["by"], role["on"]) == (
        "Belt op vrijdag",
        [ijsvogel.mila],
        "2026-11-21",
    )
    assert role["who"][0] == ijsvogel.ali
    assert "Oom Ali, Yara Meerkoet" in fk("role", "list", ijsvogel.case).out
    assert fk("role", "edit", ijsvogel.case, added.id, "--note", "Niet zondag").code == 0
    assert fk("role", "end", ijsvogel.case, added.id, "--on", "21-11").code == 0
    (role,) = data("role", "list", ijsvogel.case, "--all")
    assert (role["note"], role["until"]) == ("Niet zondag", "2026-11-21")
    assert log(ijsvogel.case)[0] == f"Role agreed {added.id} ended"


def test_questions_for_the_family(fk, data, ijsvogel):
    found = data("network", "questions", ijsvogel.case)
    codes = [row["code"] for row in found]
    assert codes == ["nobody-asked", "no-emotional-support", "ties-unknown"]
    assert found[1]["about"] == ijsvogel.jaylen
    shown = fk("network", "questions", ijsvogel.case).out
    assert [f"– {row['text']}" for row in found] == shown.splitlines()
    words = ("--support", "emotional", "--asked", "5-11")
    fk("network", "edit", ijsvogel.case, "Ali", *words)
    fk("network", "tie", ijsvogel.case, "Ali", "--with", "Jaylen")
    fk("network", "tie", ijsvogel.case, "Ali", "--with", "Mila")
    done = fk("network", "questions", ijsvogel.case)
    assert (done.out, done.err) == ("", "The map leaves nothing open to ask.\n")
    early = fk("network", "questions", ijsvogel.case, "--at", "21-11").out
    assert early == ""


def test_the_network_in_figures(fk, data, ijsvogel):
    fk("network", "edit", ijsvogel.case, "Ali", "--willing", "yes", "--support", "advice")
    words = ("--sector", "professionals", "--ring", "3", "--set", "since=2026-11-21")
    fk("network", "add", ijsvogel.case, "Juf", *words)
    found = data("network", "summary", ijsvogel.case, "--from", "21-11")
    assert found["rings"] == {"1": 1, "2": 0, "3": 1}
    assert (found["own"], found["professional"], found["asked"]) == (1, 1, 1)
    assert found["sectors"]["professionals"] == 1
    assert found["growth"] == {"added": [], "gone": [], "closer": [], "further": []}
    shown = fk("network", "summary", ijsvogel.case, "--from", "21-11").out
    for text in ("1 close 1", "advice 1", "asked 1, willing 1, consent 0", "Came on the map: –"):
        assert text in shown
    assert "growth" not in data("network", "summary", ijsvogel.case)
    assert fk("network", "summary", ijsvogel.case, "--from", "1-1-2020").code == 4


def test_a_family_of_which_nothing_is_known(fk):
    made = fk("new-case", "Gezin Leeg")
    assert fk("jim", "show", made.id).out.startswith("Nothing runs with a JIM now")
