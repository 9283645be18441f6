"""`fk demo` and the thirty seconds of the README, as somebody with an empty computer runs them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fktui.settings import read_settings

ROOT = Path(__file__).parents[2]
FK = Path(sys.executable).with_name("fk")


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """What a new user has: a home, a path, and nothing else."""
    return {
        "HOME": str(home),
        "PATH": f"{FK.parent}:{os.environ['PATH']}",
        "TMPDIR": str(home),
        **more,
    }


def test_a_practice_store_that_is_there_is_found_again(fk, demo_copy, monkeypatch, tmp_path):
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.delenv("FK_TODAY")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "fresh"))
    before = sorted((demo_copy / "cases").rglob("*"))
    for _number in range(2):
        ran = fk("demo", demo_copy, "--no-tui")
        assert (ran.code, ran.out) == (0, f"{demo_copy}\n")
        assert "11 May 2026" in ran.err
    assert sorted((demo_copy / "cases").rglob("*")) == before
    assert read_settings().store == str(demo_copy)
    assert "11 mei 2026" in fk("demo", demo_copy, lang="nl").err


def test_what_it_says_to_try_works(fk, demo_copy, monkeypatch, tmp_path):
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.delenv("FK_TODAY")
    monkeypatch.chdir(tmp_path)
    told = fk("demo", demo_copy).err
    # Where fk is not on the search path it is called by its own.
    tries = re.findall(r'^  \S+ --store "(.*?)" (.*?)  +\S', told, re.MULTILINE)
    assert len(tries) == 5
    for store, words in tries:
        assert fk("--store", store, *words.split()).code == 0, words
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_practice_does_not_hide_real_work(fk, demo_copy, tmp_path):
    real = read_settings().store
    assert real == str(tmp_path / "store")
    fk("demo", demo_copy)
    assert read_settings().store == real


def test_the_practice_store_says_its_own_day_and_obeys_the_fixed_one(fk, demo_copy, monkeypatch):
    monkeypatch.setenv("FK_STORE", str(demo_copy))
    monkeypatch.delenv("FK_TODAY")
    for words in (("show", "koolmees"), ("list",), ("agenda",), ("check",)):
        assert "11 May 2026" in fk(*words).err
    assert "Practice store" in fk("list").err
    monkeypatch.setenv("FK_TODAY", "2026-05-20")
    added = fk("contact", "add", "roodborst", "1", "home", "Aan tafel.")
    assert added.code == 0
    assert "20 May 2026" in fk("list").err
    assert "2026-05-20" in fk("contact", "show", "roodborst", added.id, "--json").out


@pytest.mark.parametrize("family", ["koolmees", "roodborst", "wulp", "lisdodde"])
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_every_family_can_be_looked_at_in_both_languages(
    fk, demo_once, monkeypatch, family, spoken
):
    monkeypatch.setenv("FK_STORE", str(demo_once))
    monkeypatch.delenv("FK_TODAY")
    for words in (("show",), ("history", "-n", "20"), ("goal", "list"), ("phase", "show")):
        verbs = words[:2] if words[0] in ("goal", "phase") else words[:1]
        ran = fk(*verbs, family, *words[len(verbs) :], lang=spoken)
        assert ran.code == 0, ran.err
        assert "{" not in ran.out


def test_a_folder_with_other_things_in_it_is_left_alone(fk, tmp_path):
    (tmp_path / "busy" / "cases").mkdir(parents=True)
    ran = fk("demo", tmp_path / "busy")
    assert (ran.code, ran.out) == (4, "")
    assert [path.name for path in (tmp_path / "busy").iterdir()] == ["cases"]


def test_an_empty_computer_makes_its_demo_in_dutch(tmp_path):
    """The real program, once, with nothing but a home and a path."""
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [FK, "demo"],
        cwd=home,
        env=clean_environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    store = home / "FamilieKracht-demo"
    assert done.stdout == f"{store}\n"
    assert "11 mei 2026" in done.stderr
    for folder in (store / "team", *(store / "cases").iterdir()):
        words = ["git", "-C", folder, "fsck", "--strict", "--no-progress"]
        assert subprocess.run(words, capture_output=True, check=True).stderr == b""
    words = ["git", "-C", store / "cases" / "ijsvogel-k4f", "log", "--format=%s"]
    log = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "Doel " in log
    assert "Goal " not in log


def test_the_thirty_seconds_of_the_readme(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)[2]
    lines = [line for line in block.splitlines() if not line.startswith("export PATH")]
    assert len(lines) < len(block.splitlines())
    # The last lines as people paste them, and then what must be true.
    script = "\n".join(["set -euo pipefail", *lines, "pwd"])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=home,
        env=clean_environment(home, LANG="en_GB.UTF-8"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-1000:]
    folder = Path(done.stdout.splitlines()[-1])
    plan = folder.parents[2] / "plan.pdf"
    assert plan.read_bytes().startswith(b"%PDF")
    said = subprocess.run(
        ["git", "fsck", "--strict", "--no-progress"], cwd=folder, capture_output=True, check=True
    )
    assert said.stderr == b""
    log = subprocess.run(
        ["git", "log", "--format=%s"], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    verbs = [line for line in lines if line.startswith("fk ")]
    reads = r"fk (init|show|history|doc list|meeting propose)"
    writes = [line for line in verbs if not re.match(reads, line)]
    assert len(log) == len(writes)
    assert log[0].startswith("Undone: ")
    assert log[-1] == "Family record opened"
    names = {"Sherida", "Jaylen", "Mila", "Hermine", "Glenn", "Farida", "Wiebe"}
    assert not names & set(re.findall(r"\w+", "\n".join(log)))
