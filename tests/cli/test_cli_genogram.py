"""`fk genogram`, typed as a coach types it."""

import json

import pytest

from fktui.cli.main import main


@pytest.fixture
def demo(demo_once, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("FK_TODAY", "2026-05-11")
    monkeypatch.chdir(tmp_path)

    def run(*words, code=0):
        assert main(["--store", str(demo_once), "--lang", "en", *map(str, words)]) == code
        return capsys.readouterr()

    return run


def test_it_is_drawn_with_what_the_signs_mean(demo):
    told = demo("genogram", "koolmees").out
    assert "║  Jaylen  ║" in told
    assert "╰────┬─┬───╯" in told
    assert "/ apart" in told
    assert "⌂1 Bij Sherida" in told


def test_in_words_when_asked_and_when_it_does_not_fit(demo, monkeypatch):
    plain = demo("genogram", "koolmees", "--plain").out
    assert "child of Sherida Koolmees and Ruben Zwaluw" in plain
    monkeypatch.setenv("COLUMNS", "30")
    narrow = demo("genogram", "koolmees")
    assert narrow.out == plain
    assert "columns wide" in narrow.err


STARTS = {"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<svg"}


@pytest.mark.parametrize("fmt", STARTS)
def test_on_paper(demo, tmp_path, fmt):
    demo("genogram", "koolmees", "--format", fmt)
    made = tmp_path / f"ijsvogel-k4f-genogram.{fmt}"
    assert made.read_bytes().startswith(STARTS[fmt])
    assert demo("genogram", "koolmees", "--format", fmt, code=4).err
    demo("genogram", "koolmees", "--format", fmt, "--force")


def test_a_copy_that_leaves_has_no_names(demo, tmp_path):
    demo("genogram", "koolmees", "--initials", "-o", "copy.svg")
    text = (tmp_path / "copy.svg").read_text()
    assert not [name for name in ("Jaylen", "Mila", "Noor", "Sherida", "Ruben") if name in text]


def test_as_data_everybody_has_a_generation(demo):
    data = json.loads(demo("genogram", "koolmees", "--json").out)["data"]
    assert {one["name"]: one["generation"] for one in data["people"]}["Jaylen"] == 1
    kinds = [bond["kind"] for bond in data["bonds"]]
    assert "separated" in kinds


def test_an_unknown_format_is_refused(demo):
    assert "svg, png, pdf" in demo("genogram", "koolmees", "--format", "bmp", code=2).err
