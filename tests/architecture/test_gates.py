"""The gates of the house: each tool that CI runs finds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
from house import ROOT

GATES = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
    "import contracts": ["lint-imports"],
}


@pytest.mark.parametrize("gate", GATES)
def test_the_gate_is_open(gate: str) -> None:
    program, *words = GATES[gate]
    tool = Path(sys.executable).with_name(program)
    if not tool.exists():
        pytest.skip(f"{program} is not installed beside this Python; CI has it")
    done = subprocess.run([tool, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
