"""`fk search`: a line per hit, and nothing that can be typed is an error."""

import json

import pytest


@pytest.fixture
def notes(fk, koolmees):
    fk("goal", "add", koolmees, "Loek gaat weer naar school")
    fk("contact", "add", koolmees, "1", "home", "Oom belde over de boze brief")
    return koolmees


def test_a_line_for_each_hit(fk, notes):
    ran = fk("search", "brief")
    assert ran.code == 0
    (hit,) = ran.out.splitlines()[1:]
    assert hit.startswith(f"{notes}  Gezin Koolmees  2026-11-21  Contact  c-")
    assert hit.endswith("de boze «brief»")


def test_as_data(fk, notes):
    (hit,) = json.loads(fk("search", "loek", "--json").out)["data"]
    assert (hit["case_id"], hit["kind"], hit["whole"]) == (notes, "goal", True)
    assert hit["snippet"] == "Loek gaat weer naar school"


def test_words_together_and_apart(fk, notes):
    assert fk("search", "brief", "oom").out
    assert fk("search", "boze brief").out
    assert not fk("search", "brief boze").out


def test_nothing_found_is_no_error(fk, notes):
    ran = fk("search", "niets")
    assert (ran.code, ran.out, ran.err) == (0, "", "Nothing found.\n")


@pytest.mark.parametrize("text", ['"', "*", "NEAR(", "AND", "--", "a OR", "';--", "$(x)", "\\"])
def test_no_sign_is_an_error(fk, notes, text):
    assert fk("search", "--", text).code == 0


def test_in_one_family(fk, notes):
    other = fk("new-case", "Gezin Vink").id
    assert fk("search", "brief", "--case", "koolmees").out
    assert not fk("search", "brief", "--case", other).out
    assert fk("search", "brief", "--case", "nobody").code == 4


def test_no_more_than_asked(fk, notes):
    fk("contact", "add", notes, "1", "home", "Weer een brief")
    ran = fk("search", "brief", "-n", "1")
    assert len(ran.out.splitlines()) == 2
    assert "more" in ran.err
