"""What may not be imported to show help or a list: each costs more than the work itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
SLOW = (
    *("git", "jinja2", "markdown_it", "msgspec", "pydantic", "ruamel", "textual", "typst", "yaml"),
)

_RUN = """
import sys
from fktui.cli.main import main
code = main(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
sys.stderr.write("\\nLOADED " + " ".join(loaded))
sys.exit(code)
"""


def loaded_by(root, *words):
    """The packages that a fresh interpreter has after a command, and what it printed."""
    environment = os.environ | {
        "FK_STORE": str(root),
        "FK_TODAY": "2026-11-20",
        "FK_LANG": "nl",
        "XDG_CONFIG_HOME": str(root / "config"),
    }
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.rpartition("LOADED ")[2].split()), done.stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A thousand families whose overview is there."""
    root = tmp_path_factory.mktemp("startup") / "store"
    program = [sys.executable, "-m", "tests.benchmarks.generate", str(root), "1000", "1"]
    subprocess.run(program, cwd=HERE, check=True)
    loaded, said = loaded_by(root, "list")
    assert "msgspec" in loaded
    assert len(said.splitlines()) == 1001
    return root


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("list", "--help"), ("list",), ()])
def test_nothing_slow_is_imported(store, words):
    loaded, said = loaded_by(store, *words)
    assert loaded.isdisjoint(SLOW), loaded.intersection(SLOW)
    assert said


def test_list_that_asks_nothing_needs_no_parser(store):
    loaded, said = loaded_by(store, "list")
    assert "typer" not in loaded
    assert loaded_by(store, "list", "--")[1] == said


def test_search_that_finds_nothing_changed_reads_no_records(store):
    loaded, _said = loaded_by(store, "search", "school")
    assert loaded.isdisjoint({"git", "yaml", "ruamel", "textual"})
