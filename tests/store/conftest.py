"""A family's repository to work in."""

from pathlib import Path

import pytest
from family_folder import BY, FILES, text

from fktui.store.repository import Repository


@pytest.fixture
def family(tmp_path: Path) -> Repository:
    """The repository of a fictional family, with its first commit."""
    return Repository.create(tmp_path / "ijsvogel-k4f", FILES, text("Family begins"), BY)
