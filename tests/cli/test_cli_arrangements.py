"""`fk intervention` and `fk agreement`, typed as a coach types them."""

HOSTILE = "\x1b]0;owned\x07[red]x[/red] {0}"


def test_help_is_noted_ended_and_listed(fk, data, ijsvogel, log):
    who = ("--who", "oom", "--about", "Mila", "--goal", "samen", "--regime", "social")
    rest = ("--since", "1-11", "--continues", "--set", "reach=mornings")
    added = fk("intervention", "add", "ijsvogel", "debt support", *who, *rest)
    assert (added.code, added.out) == (0, f"{added.id}\n")
    assert added.err == f"Intervention {added.id} noted\n"
    assert data("intervention", "list", ijsvogel.case) == [
        {
            "id": added.id,
            "what": "debt support",
            "who": [ijsvogel.ali],
            "about": [ijsvogel.mila],
            "goals": [ijsvogel.goal],
            "regime": "social_support",
            "started_on": "2026-11-01",
            "continues": True,
            "reach": "mornings",
        }
    ]
    shown = fk("intervention", "list", ijsvogel.case).out
    for text in ("debt support", "Oom Ali", "Mila", "Social Support Act", "Goes on after"):
        assert text in shown
    assert "Wmo" in fk("intervention", "list", ijsvogel.case, lang="nl").out
    assert fk("intervention", "end", ijsvogel.case, "debt", "--on", "vr").code == 0
    assert data("intervention", "list", ijsvogel.case) == []
    assert len(data("intervention", "list", ijsvogel.case, "--all")) == 1
    assert log(ijsvogel.case)[:2] == [
        f"Intervention {added.id} ended",
        f"Intervention {added.id} noted",
    ]


def test_help_is_changed(fk, data, ijsvogel):
    fk("intervention", "add", ijsvogel.case, "debt support")
    assert fk("intervention", "edit", ijsvogel.case, "debt", "--set", "continues=ja").code == 0
    assert data("intervention", "list", ijsvogel.case)[0]["continues"] is True
    assert fk("intervention", "edit", ijsvogel.case, "debt", "--set", "who=Nobody").code == 4
    assert "–" in fk("intervention", "list", ijsvogel.case).out


def test_an_agreement_is_made_ended_and_listed(fk, data, ijsvogel, log):
    words = ("--kind", "safety", "--who", "Mila,Jaylen", "--about", "jay", "--until", "1 jan")
    made = fk("agreement", "add", ijsvogel.case, HOSTILE, *words, "--visible-to", "Gezin,team")
    (agreement,) = data("agreement", "list", ijsvogel.case)
    assert agreement == {
        "id": made.id,
        "what": "]0;owned[red]x[/red] {0}",
        "kind": "safety",
        "who": [ijsvogel.mila, ijsvogel.jaylen],
        "about": [ijsvogel.jaylen],
        "visible_to": ["family", "team"],
        "since": "2026-11-21",
        "until": "2027-01-01",
    }
    shown = fk("agreement", "list", ijsvogel.case).out
    assert "[red]x[/red] {0}" in shown
    assert "\x1b" not in shown
    assert "for safety" in shown
    assert "voor de veiligheid" in fk("agreement", "list", ijsvogel.case, lang="nl").out
    assert fk("agreement", "end", ijsvogel.case, made.id).code == 0
    assert log(ijsvogel.case)[:2] == [f"Agreement {made.id} ended", f"Agreement {made.id} noted"]


def test_an_agreement_is_changed(fk, data, ijsvogel):
    fk("agreement", "add", ijsvogel.case, "phones away")
    assert fk("agreement", "edit", ijsvogel.case, "phones", "--set", "who=Mila").code == 0
    assert data("agreement", "list", ijsvogel.case)[0]["who"] == [ijsvogel.mila]
    assert len(data("agreement", "list", ijsvogel.case, "--all")) == 1
