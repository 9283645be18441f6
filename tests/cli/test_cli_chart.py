"""`fk chart`, typed as a coach types it; the charts of a demo family as they were found good.

To make those again after they changed, and look at what changed with `git diff`:

    FK_GOLDEN=1 pytest tests/cli/test_cli_chart.py
"""

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from fktui.cli.main import main

GOLDEN = Path(__file__).with_name("golden")
AGAIN = bool(os.environ.get("FK_GOLDEN"))
KINDS = ("hours", "goals", "domains", "scores")


@pytest.fixture
def demo(demo_once, monkeypatch, capsys, tmp_path):
    """Run a command in the practice store."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("FK_LANG", "en")

    def run(*words):
        capsys.readouterr()
        assert main(["--store", str(demo_once), *map(str, words)]) == 0
        return capsys.readouterr()

    return run


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("kind", KINDS)
def test_the_charts_of_a_family(demo, kind, columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", "24" if columns == 80 else "40")
    drawn = demo("chart", "koolmees", kind).out
    kept = GOLDEN / f"chart-{kind}-{columns}.txt"
    if AGAIN:
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_say_what_the_picture_and_the_data_say(demo, kind, tmp_path):
    words = demo("chart", "koolmees", kind, "--plain").out.splitlines()
    out = tmp_path / "chart.svg"
    demo("chart", "koolmees", kind, "-o", out)
    root = ET.parse(out).getroot()  # noqa: S314 - our own file
    assert [root[0].text, *root[1].text.split("\n")] == words
    assert out.stat().st_mode & 0o077 == 0


def test_an_earlier_day_and_a_day_without_figures(demo):
    early = demo("chart", "koolmees", "goals", "--plain", "--at", "1-7-2025").out
    assert "12 June 2025 0" in early
    assert "25 September" not in early
    none = demo("chart", "koolmees", "domains", "--at", "14-1-2025").out.splitlines()
    assert none[1:] == ["No life domain was scored yet."]


def test_what_not_everybody_may_read_is_left_out_at_the_table_and_told_on_paper(demo, tmp_path):
    whole = demo("chart", "wulp", "scores", "--plain").out
    assert [name for name in ("OBVL", "ARIJ", "Joris: ", "Sem: ") if name not in whole] == []
    together = demo("chart", "wulp", "scores", "--plain", "--with", "Sem").out
    assert [name for name in ("OBVL", "ARIJ", "Joris: ") if name in together] == []
    assert "Sem: 11 November 2025 73.3" in together
    told = demo("chart", "wulp", "scores", "-o", tmp_path / "a.svg").err
    assert told.startswith("! 5 figures on it are not for everybody in the family.")
    told = demo("chart", "wulp", "scores", "--with", "Sem", "-o", tmp_path / "b.svg").err
    assert told.startswith("Made: ")


@pytest.mark.parametrize("fmt", ["svg", "png", "pdf"])
def test_a_file_for_paper(fk, ijsvogel, fmt, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    starts = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF"}
    assert fk("chart", ijsvogel.case, "hours", "--format", fmt).code == 0
    made = tmp_path / f"{ijsvogel.case}-hours.{fmt}"
    assert made.read_bytes().startswith(starts[fmt])
    assert fk("chart", ijsvogel.case, "hours", "-o", made).code != 0
    assert fk("chart", ijsvogel.case, "hours", "-o", made, "--force").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("moon",), 2),
        (("",), 2),
        (("goals", "-o", "map.doc"), 2),
        (("goals", "--format", "doc"), 2),
        (("hours", "--with", "Mila"), 2),
        (("goals", "--with", "Nobody"), 4),
    ],
)
def test_what_does_not_fit_is_refused(fk, ijsvogel, words, code):
    ran = fk("chart", ijsvogel.case, *words)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err


def test_scored_and_shown(fk, data, ijsvogel):
    for on, score in (("1-11", -2), ("8-11", -1), ("15-11", 1)):
        assert fk("goal", "score", ijsvogel.case, "Samen", score, "--on", on).code == 0
    chart = data("chart", ijsvogel.case, "g")
    (panel,) = chart["panels"]
    assert [point["value"] for point in panel["lines"][0]["points"]] == [-2, -1, 1]
    assert chart["kind"] == "goals"
    drawn = fk("chart", ijsvogel.case, "goals").out
    assert drawn.count("●") == 3
