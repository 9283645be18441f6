"""`fk future`, typed as a coach types it."""

HOSTILE = "\x1b[2J[red]proud[/red] {0}"


def add(fk, family, section, text, *words):
    return fk("future", "add", family.case, section, text, *words)


def test_lines_go_to_their_section(fk, data, ijsvogel, log):
    added = add(fk, ijsvogel, "proud", "We sleep again", "--who", "Mila", "--about", "jay")
    assert (added.code, added.out) == (0, f"{added.id}\n")
    moment = add(fk, ijsvogel, "moment", "Birthday\nwith everybody", "--on", "1-3")
    found = data("future", "list", ijsvogel.case)["entries"]
    assert found == [
        {
            "id": added.id,
            "section": "proud",
            "text": "We sleep again",
            "about": [ijsvogel.jaylen],
            "who": [ijsvogel.mila],
        },
        {
            "id": moment.id,
            "section": "moment",
            "text": "Birthday\nwith everybody",
            "on": "2027-03-01",
        },
    ]
    assert log(ijsvogel.case)[0] == f"Future plan: moments that may be hard ({moment.id})"
    shown = fk("future", "list", ijsvogel.case).out
    assert f"what we are proud of\n  {added.id}  We sleep again (Mila)\n" in shown
    assert f"{moment.id}  Birthday Mon 1 Mar 2027\n           with everybody\n" in shown
    assert "what keeps it going\n  (still empty)\n" in shown


def test_edit_drop_and_back(fk, data, ijsvogel):
    added = add(fk, ijsvogel, "red", "Doors slam")
    assert fk("future", "edit", ijsvogel.case, "doors", "--text", "Doors bang").code == 0
    assert fk("future", "edit", ijsvogel.case, added.id, "--set", "section=orange").code == 0
    assert fk("future", "edit", ijsvogel.case, added.id).code == 2
    assert fk("future", "drop", ijsvogel.case, added.id).code == 0
    assert data("future", "list", ijsvogel.case) == {}
    fk("undo", ijsvogel.case)
    (entry,) = data("future", "list", ijsvogel.case)["entries"]
    assert (entry["text"], entry["section"]) == ("Doors bang", "orange")


def test_who_agrees(fk, ijsvogel):
    add(fk, ijsvogel, "proud", "We sleep again")
    assert fk("future", "agree", ijsvogel.case, "Mila", "--on", "vr").code == 0
    words = ("--no", "--because", "Too soon")
    assert fk("future", "agree", ijsvogel.case, "Jaylen", *words).code == 0
    shown = fk("future", "list", ijsvogel.case).out
    assert "Mila agrees, Fri 20 Nov 2026" in shown
    assert "Jaylen does not agree, Sat 21 Nov 2026: Too soon" in shown
    third = fk("person", "add", ijsvogel.case, "Noor", "--role", "child")
    assert third.code == 0
    assert "Noor has not said yet" in fk("future", "list", ijsvogel.case).out
    assert fk("future", "agree", ijsvogel.case, "Nobody").code == 4


def test_a_section_that_is_none(fk, ijsvogel):
    refused = add(fk, ijsvogel, "nonsense", "text")
    assert refused.code == 2
    assert "proud" in refused.err


def test_hostile_text_stays_text(fk, ijsvogel):
    add(fk, ijsvogel, "proud", HOSTILE)
    shown = fk("future", "list", ijsvogel.case, lang="nl").out
    assert "[red]proud[/red] {0}" in shown
    assert "\x1b" not in shown
