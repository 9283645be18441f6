"""`fk network`, typed as a coach types it."""

import json
from xml.etree import ElementTree as ET

import pytest


@pytest.fixture
def mila(fk, koolmees):
    return fk("person", "add", koolmees, "Mila", "--role", "child", "--born", "2012").id


@pytest.fixture
def ria(fk, koolmees):
    words = ("--sector", "family", "--ring", 2, "--relation", "oma")
    return fk("network", "add", koolmees, "Oma Ria", *words).id


def network(fk, case):
    return json.loads(fk("network", "list", case, "--json").out)["data"]


def test_add_with_all_that_is_known(fk, koolmees, mila, log):
    added = fk(
        *("network", "add", koolmees, "Oom Glenn", "--sector", "family", "--ring", "1"),
        *("--relation", "oom", "--offers", "Gaat mee naar school", "--reach", "na 18 uur"),
        *("--support", "practical,emotional", "--asked", "1-11", "--willing", "yes"),
        *("--jim-of", "Mila", "--set", "note=Woont dichtbij"),
    )
    assert (added.code, added.out) == (0, f"{added.id}\n")
    assert network(fk, koolmees)["people"] == [
        {
            "id": added.id,
            "name": "Oom Glenn",
            "sector": "family",
            "ring": 1,
            "relation": "oom",
            "offers": "Gaat mee naar school",
            "supports": ["practical", "emotional"],
            "reach": "na 18 uur",
            "jim_of": [mila],
            "asked_on": "2026-11-01",
            "willing": "yes",
            "note": "Woont dichtbij",
            "since": "2026-11-21",
        }
    ]
    assert log(koolmees)[0] == f"Network: {added.id} added (relatives, ring 1)"


def test_organisation_and_member_elsewhere(fk, koolmees, mila):
    words = ("--sector", "professionals", "--ring", 3, "--organisation")
    assert fk("network", "add", koolmees, "Buurtteam Demo", *words).code == 0
    words = ("--sector", "family", "--ring", 1, "--person", "Mila")
    assert fk("network", "add", koolmees, "Mila", *words).code == 0
    organisation, member = network(fk, koolmees)["people"]
    assert (organisation["kind"], member["person"]) == ("organisation", mila)


def test_same_name_twice_is_said(fk, koolmees, ria):
    again = fk("network", "add", koolmees, "oma ria", "--sector", "family", "--ring", 1)
    assert (again.code, ria in again.err) == (0, True)


def test_edit_move_and_end(fk, koolmees, ria, log):
    assert fk("network", "edit", koolmees, "Ria", "--name", "Oma Ria Vink").id == ria
    assert fk("network", "move", koolmees, "Ria", "--ring", "1", "--sector", "friends").id == ria
    assert fk("network", "end", koolmees, "Ria", "--because", "Verhuisd").id == ria
    (person,) = network(fk, koolmees)["people"]
    assert (person["name"], person["ring"], person["sector"]) == ("Oma Ria Vink", 1, "friends")
    assert (person["until"], person["until_reason"]) == ("2026-11-21", "Verhuisd")
    assert log(koolmees)[:3] == [
        f"Network: {ria} left the map",
        f"Network {ria}: relatives → friends, ring 1",
        f"Network {ria}: name",
    ]


def test_tie_is_made_and_changed(fk, koolmees, mila, ria):
    made = fk("network", "tie", koolmees, "Ria", "--with", "Mila", "--quality", "strong")
    assert (made.code, made.id[:2]) == (0, "y-")
    words = ("--with", "Mila", "--energy", "gives", "--ring", "1", "--set", "note=Elke zondag")
    assert fk("network", "tie", koolmees, "Ria", *words).id == made.id
    (tie,) = network(fk, koolmees)["ties"]
    assert tie == {
        "id": made.id,
        "network": ria,
        "person": mila,
        "quality": "strong",
        "energy": "gives",
        "ring": 1,
        "note": "Elke zondag",
    }


def test_jim(fk, koolmees, mila, ria, log):
    chosen = fk("network", "jim", koolmees, "Ria", "--of", "Mila")
    assert (chosen.code, chosen.id) == (0, ria)
    assert log(koolmees)[0] == f"Network: {ria} is JIM"
    listed = fk("network", "list", koolmees)
    assert "★ Oma Ria" in listed.out
    assert "JIM" in listed.err


def test_list_goes_from_close_to_far(fk, koolmees, mila, ria):
    fk("network", "add", koolmees, "Wiebe", "--sector", "leisure_faith", "--ring", 3)
    fk(
        "network",
        "add",
        koolmees,
        "Farida",
        "--sector",
        "neighbourhood",
        "--ring",
        1,
        "--asked",
        "v",
    )
    fk("network", "add", koolmees, "Glenn", "--sector", "family", "--ring", 1, "--willing", "later")
    fk("network", "tie", koolmees, "Ria", "--with", "Mila", "--quality", "strong", "--ring", "1")
    fk("network", "tie", koolmees, "Ria", "--energy", "takes")
    listed = fk("network", "list", koolmees)
    names = ("Glenn", "Farida", "Oma Ria", "Wiebe")
    places = [listed.out.index(name) for name in names]
    assert places == sorted(places)
    assert "Mila: strong, 1 close; family: ordinary, takes energy" in listed.out
    assert "Sat 21 Nov 2026, no answer yet" in listed.out
    assert "later" in listed.out
    assert listed.err == ""


def test_list_in_dutch(fk, koolmees, ria):
    fk("network", "tie", koolmees, "Ria", "--quality", "sterk", "--energy", "geeft", lang="nl")
    text = fk("network", "list", koolmees, lang="nl").out
    assert "2 vertrouwd" in text
    assert "gezin: sterk, geeft energie" in text


def test_who_left_is_hidden_and_counted(fk, koolmees, ria):
    fk("network", "end", koolmees, "Ria")
    listed = fk("network", "list", koolmees)
    assert ria not in listed.out
    assert listed.err.startswith("1 person left the map.")
    assert ria in fk("network", "list", koolmees, "--all").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "CASE", "Ria", "--sector", "family"), 2),
        (("add", "CASE", "Ria", "--sector", "family", "--ring", "4"), 2),
        (("add", "CASE", "Ria", "--sector", "moon", "--ring", "1"), 2),
        (("add", "CASE", " ", "--sector", "family", "--ring", "1"), 2),
        (("add", "CASE", "Ria", "--sector", "family", "--ring", "1", "--jim-of", "Nobody"), 4),
        (("add", "CASE", "Ria", "--sector", "family", "--ring", "1", "--person", "Nobody"), 4),
        (("edit", "CASE", "Nobody", "--willing", "yes"), 4),
        (("move", "CASE", "Nobody", "--ring", "1"), 4),
        (("tie", "CASE", "Nobody", "--quality", "weak"), 4),
        (("jim", "CASE", "Nobody", "--of", "Nobody"), 4),
        (("end", "CASE", "Nobody"), 4),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(fk, koolmees, log, words, code):
    ran = fk("network", *(koolmees if word == "CASE" else word for word in words))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert log(koolmees) == ["Family record opened"]


def test_the_map_is_drawn_in_the_size_of_the_terminal(fk, koolmees, ria, monkeypatch):
    for columns, rows in ((80, 24), (120, 40), (200, 60)):
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("LINES", str(rows))
        fk("network", "tie", koolmees, "Ria", "--quality", "strong", "--energy", "gives")
        shown = fk("network", "map", koolmees).out.splitlines()
        assert shown[0] == "Gezin Koolmees · 21 November 2026 · 1 person: 1 own, 0 professional"
        assert any("Oma Ria ■+" in row for row in shown)
        assert "2 familiar" in "".join(shown)
        assert len(shown) <= rows
        assert shown[-1].startswith("■ strong")


def test_the_map_in_words_and_where_there_is_no_room(fk, koolmees, ria, monkeypatch):
    plain = fk("network", "map", koolmees, "--plain").out
    assert "  relatives: Oma Ria – no tie noted" in plain
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("LINES", "8")
    assert "\n° Oma Ria\n" in fk("network", "map", koolmees).out.replace("  ", "")
    monkeypatch.setenv("COLUMNS", "10")
    assert fk("network", "map", koolmees).out == plain


def test_the_map_through_the_eyes_of_a_member(fk, koolmees, mila, ria, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LINES", "36")
    fk("network", "tie", koolmees, "Ria", "--quality", "weak")
    fk("network", "tie", koolmees, "Ria", "--with", "Mila", "--quality", "strong", "--ring", "1")
    assert "Oma Ria ·" in fk("network", "map", koolmees).out
    assert "Oma Ria ■" in fk("network", "map", koolmees, "--eyes", "Mila").out
    assert fk("network", "map", koolmees, "--eyes", "Nobody").code == 4


def test_the_map_of_an_earlier_day_and_of_nobody(fk, koolmees, ria):
    fk("network", "end", koolmees, "Ria")
    assert "Oma Ria" not in fk("network", "map", koolmees).out
    assert fk("network", "map", koolmees, "--plain").out.endswith("0 people\n")


def test_then_and_now_of_a_day_on_which_nothing_changed(fk, koolmees, ria):
    shown = fk("network", "diff", koolmees, "--from", "today").out.splitlines()
    assert shown == [
        "21 November 2026 · 1 person: 1 own, 0 professional",
        "21 November 2026 · 1 person: 1 own, 0 professional",
        "Nothing changed on the map.",
    ]
    data = json.loads(fk("network", "diff", koolmees, "--from", "today", "--json").out)["data"]
    assert {key: data[key] for key in ("from", "to", "added", "gone", "ring", "ties")} == {
        "from": "2026-11-21",
        "to": "2026-11-21",
        "added": [],
        "gone": [],
        "ring": [],
        "ties": [],
    }


def test_before_there_was_a_record_there_is_nothing_to_compare_with(fk, koolmees, ria):
    ran = fk("network", "diff", koolmees, "--from", "1-1-2020")
    assert (ran.code, ran.out) == (4, "")


def test_the_map_on_paper_is_valid_and_said_in_words(fk, koolmees, mila, ria, tmp_path):
    out = tmp_path / "map.svg"
    fk("network", "add", koolmees, '<b>"Bo" & co</b>', "--sector", "friends", "--ring", 3)
    assert fk("network", "map", koolmees, "-o", out).code == 0
    root = ET.parse(out).getroot()  # noqa: S314 - our own file
    texts = ["".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert '<b>"Bo" & co</b>' in texts
    assert "Oma Ria" in texts
    assert root[0].text == "Gezin Koolmees · 21 November 2026"
    assert "  relatives: Oma Ria – no tie noted" in root[1].text
    assert "paint-order" not in out.read_text("utf-8")
    assert out.stat().st_mode & 0o077 == 0
    assert fk("network", "map", koolmees, "-o", out).code != 0
    assert fk("network", "map", koolmees, "-o", out, "--force").code == 0
    assert fk("network", "map", koolmees, "-o", tmp_path / "map.doc").code == 2


FORMATS = ("svg", "png", "pdf", "graphml", "csv")
STARTS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "graphml": b"<?xml", "csv": b"id,name"}


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_map_as_a_file_of_each_kind(fk, koolmees, fmt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = fk("network", "map", koolmees, "--format", fmt)
    assert (made.code, made.out) == (0, "")
    own = tmp_path / f"{koolmees}-network.{fmt}"
    assert str(own) in made.err
    assert own.read_bytes().startswith(STARTS[fmt])
    named = tmp_path / f"map.{fmt}"
    assert fk("network", "map", koolmees, "-o", named).code == 0
    assert named.read_bytes() == own.read_bytes()
    assert fk("network", "map", koolmees, "--format", fmt).code == 4


@pytest.mark.parametrize("fmt", ["svg", "png", "pdf"])
def test_then_and_now_as_a_file(fk, koolmees, fmt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = ("network", "diff", koolmees, "--from", "today", "--format", fmt)
    assert fk(*words).code == 0
    assert (tmp_path / f"{koolmees}-network-diff.{fmt}").read_bytes().startswith(STARTS[fmt])
    assert fk(*words).code == 4
    assert fk(*words, "--force").code == 0
    assert fk("network", "diff", koolmees, "--from", "today", "--format", "csv").code == 2


def test_a_picture_of_a_format_that_is_none_is_refused_before_anything_is_made(
    fk, koolmees, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    ran = fk("network", "map", koolmees, "--format", "doc")
    assert (ran.code, list(tmp_path.glob("*.doc"))) == (2, [])
    assert "graphml, csv" in ran.err


@pytest.mark.parametrize("cell", ["=1+1", "+31612345678", "-Ria", "@ria", "Ria, van boven"])
def test_no_name_is_carried_out_by_a_spreadsheet(fk, koolmees, cell, tmp_path):
    import csv

    words = ("--sector", "family", "--ring", 1)
    assert fk("network", "add", koolmees, *words, "--", cell).code == 0
    out = tmp_path / "map.csv"
    fk("network", "map", koolmees, "-o", out)
    with out.open(encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    assert names
    assert not any(name.startswith(("=", "+", "-", "@")) for name in names)


@pytest.fixture
def before_and_after(fk, koolmees, ria, monkeypatch):
    """Oma Ria came closer in a week, Bo came, and Glenn left."""
    fk("network", "add", koolmees, "Oom Glenn", "--sector", "family", "--ring", 1)
    monkeypatch.setenv("FK_TODAY", "2026-11-28")
    fk("network", "move", koolmees, "Ria", "--ring", 1)
    fk("network", "tie", koolmees, "Ria", "--quality", "strong", "--energy", "takes")
    fk("network", "add", koolmees, "Bo", "--sector", "friends", "--ring", 3)
    fk("network", "end", koolmees, "Glenn", "--because", "Ruzie met Ria")
    return ("network", "diff", koolmees, "--from", "21-11-2026")


def test_then_and_now_is_drawn_and_told(fk, before_and_after, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LINES", "40")
    shown = fk(*before_and_after).out
    assert "Oma Ria ▲~■" in shown
    assert "+° Bo" in shown
    assert "Oom Glenn -" in " ".join(shown.split())
    assert "+ new 1  - gone 1  ▲ closer 1  ~ another tie 1" in shown
    told = fk(*before_and_after, "--plain").out
    assert [line for line in told.splitlines() if line not in shown.splitlines()] == []
    assert "- Oom Glenn (relatives, 1 close) left the map: Ruzie met Ria." in told
    assert "▲ closer" not in told
    monkeypatch.setenv("COLUMNS", "34")
    assert "─ 1 close ─" in fk(*before_and_after).out


def test_then_and_now_without_names_and_energy(fk, before_and_after, tmp_path):
    out = tmp_path / "diff.svg"
    shown = fk(*before_and_after, "--initials", "--no-energy").out
    assert fk(*before_and_after, "--initials", "--no-energy", "-o", out).code == 0
    shown += out.read_text("utf-8")
    assert "O.R." in shown
    assert [name for name in ("Koolmees", "Ria", "Glenn", "Ruzie") if name in shown] == []
    assert "■-" not in shown


def test_nobody_moves_on_paper_or_screen_when_somebody_else_moves(fk, koolmees, ria, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LINES", "40")
    for number in range(8):
        fk("network", "add", koolmees, f"Tante {number}", "--sector", "family", "--ring", 1)

    def place(name):
        rows = fk("network", "map", koolmees).out.splitlines()
        return next((row.index(name), y) for y, row in enumerate(rows) if name in row)

    before = {number: place(f"Tante {number}") for number in range(8)}
    fk("network", "move", koolmees, "Tante 2", "--ring", 3)
    after = {number: place(f"Tante {number}") for number in range(8)}
    assert after.pop(2) != before.pop(2)
    assert after == before


def test_the_map_of_one_home(fk, koolmees, ria):
    fk("person", "add", koolmees, "Mila", "--role", "mother", "--household", "Bij moeder")
    fk("person", "add", koolmees, "Karel", "--role", "father", "--household", "Bij vader")
    fk("network", "edit", koolmees, "Ria", "--set", "households=Bij vader")
    fk("network", "add", koolmees, "Bo", "--sector", "friends", "--ring", 1)
    whole = fk("network", "map", koolmees).out
    assert "Oma Ria²°" in whole
    assert "² with this home only" in whole
    one = fk("network", "map", koolmees, "--plain", "--home", "Bij moeder").out
    assert ("Oma Ria" in one, "Bo" in one) == (False, True)
    assert "Oma Ria" in fk("network", "map", koolmees, "--home", "Bij vader").out
    assert fk("network", "map", koolmees, "--home", "Nergens").code == 4


@pytest.mark.parametrize(
    "way", [(), ("--plain",), ("-o", "svg"), ("-o", "graphml"), ("-o", "csv")], ids=str
)
def test_a_copy_that_leaves_the_family_has_no_names(fk, koolmees, ria, way, tmp_path):
    fk("person", "add", koolmees, "Mila", "--role", "child")
    fk("network", "tie", koolmees, "Ria", "--with", "Mila", "--energy", "takes")
    out = tmp_path / f"map.{way[-1] if way else 'svg'}"
    words = ("-o", out) if way[:1] == ("-o",) else way
    shown = fk("network", "map", koolmees, *words, "--initials", "--no-energy").out
    shown += out.read_text("utf-8") if out.exists() else ""
    assert "O.R." in shown
    assert [
        name for name in ("Koolmees", "Mila", "Ria", "costs energy;", "takes") if name in shown
    ] == []
