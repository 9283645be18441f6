"""Every module with logic in it is exercised by a test that names it."""

import ast
from pathlib import Path

import pytest
from house import MODULES, PACKAGE, ROOT, TESTS, dotted, functions, short, tree

LAYERS = ("model", "method", "store", "usecases", "documents", "words")

_REPOSITORY = ("creating", "damage", "finishing", "journal", "lock", "recovery", "repair", "saving")
_DOORS: dict[str, tuple[str, ...]] = {
    "tests/store/test_repository.py": tuple(f"store.repository.{name}" for name in _REPOSITORY),
    "tests/store/test_yaml_patch.py": ("store.yaml.nodes", "store.yaml.paste", "store.yaml.splice"),
    "tests/store/test_yaml_read.py": ("store.yaml.problem",),
    "tests/store/test_cases.py": ("store.keeper",),
    "tests/store/test_schema.py": ("store.whereabouts",),
    "tests/method/test_checks.py": (*("method.rules.plan", "method.rules.time"),),
    "tests/documents/test_template.py": ("documents.broken_field",),
    "tests/usecases/test_demo.py": ("usecases.demo_words",),
    "tests/usecases/test_overview.py": ("usecases.overview.row",),
    "tests/words/test_say_dates.py": ("words.time.day_names",),
    "tests/cli/test_cli_family.py": ("words.changes",),
    "tests/cli/test_cli_doc.py": ("words.notes", "words.recipients"),
}
BEHIND = {f"fktui.{name}": test for test, names in _DOORS.items() for name in names}
"""Modules behind the door of another: which test exercises them through that door."""


def with_logic() -> list[Path]:
    return [
        path
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] in LAYERS and any(functions(tree(path)))
    ]


def named() -> set[str]:
    """The modules that a test imports, or names in a text that Python runs."""
    found: set[str] = set()
    for path in TESTS.rglob("*.py"):
        if path.is_relative_to(TESTS / "benchmarks"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


NAMED = named()
FILES = {path.stem for path in TESTS.rglob("test_*.py")}


@pytest.mark.parametrize("path", with_logic(), ids=short)
def test_the_module_is_exercised(path: Path) -> None:
    own = dotted(path)
    assert own in NAMED or f"test_{path.stem}" in FILES or own in BEHIND, f"no test names {own}"


def test_what_is_behind_a_door_is_there_and_is_not_named_elsewhere() -> None:
    modules = {dotted(path) for path in MODULES}
    assert set(BEHIND) <= modules - NAMED
    assert [test for test in BEHIND.values() if not (ROOT / test).is_file()] == []
