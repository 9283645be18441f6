"""Nothing grows past what one reads in one go. The exceptions have a reason and can only shrink."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from house import MODULES, PACKAGE, functions, short, tree

MODULE, CLASS, FUNCTION, PARAMETERS, PACKAGED = 400, 250, 60, 8, 16

LONGER: dict[str, tuple[int, str]] = {}
"""What may be this long, and why: `module`, `module:Class` or `module:function`."""

WIDER: dict[str, tuple[int, str]] = {
    "method": (20, "a module per subject of the method, named as in model"),
    "model": (24, "a module per file in a family's folder"),
}
"""Packages that may hold this many modules, and why."""


def measured() -> dict[str, int]:
    """The lines of every module, class and function."""
    found: dict[str, int] = {}
    for path in MODULES:
        found[short(path)] = len(path.read_text(encoding="utf-8").splitlines())
        for node in ast.walk(tree(path)):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                lines = (node.end_lineno or 0) - node.lineno + 1
                key = f"{short(path)}:{node.name}"
                found[key] = max(lines, found.get(key, 0))
    return found


def limit(name: str, found: dict[str, int]) -> int:
    """How long this may be when it is no exception."""
    _module, colon, inner = name.partition(":")
    if not colon:
        return MODULE
    return CLASS if inner.lstrip("_")[:1].isupper() else FUNCTION


def modules_in() -> Counter[str]:
    """How many modules lie in each package."""
    return Counter(short(path.parent) for path in MODULES if path.name != "__init__.py")


def test_modules_classes_and_functions_are_short() -> None:
    found = measured()
    too_long = {
        name: lines
        for name, lines in found.items()
        if lines > LONGER.get(name, (limit(name, found), ""))[0]
    }
    assert too_long == {}


def test_a_package_fits_one_glance() -> None:
    too_wide = {
        name: count
        for name, count in modules_in().items()
        if count > WIDER.get(name, (PACKAGED, ""))[0]
    }
    assert too_wide == {}


def test_an_exception_is_still_needed_and_has_its_reason() -> None:
    found, counts = measured(), modules_in()
    assert [n for n in LONGER if found.get(n, 0) <= limit(n, found)] == []
    assert [n for n in WIDER if counts[n] <= PACKAGED] == []
    assert [n for n, (_most, why) in (LONGER | WIDER).items() if len(why) < 10] == []


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_function_takes_few_things(path: Path) -> None:
    if path.is_relative_to(PACKAGE / "cli"):
        return  # the parameters of a command are its options
    wide = [
        function.name
        for function in functions(tree(path))
        if len(function.args.posonlyargs + function.args.args + function.args.kwonlyargs)
        > PARAMETERS
    ]
    assert wide == []


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_says_what_belongs_in_it(path: Path) -> None:
    assert len(ast.get_docstring(tree(path)) or "") > 15


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "base", "tools"}
    assert [short(path) for path in MODULES if {path.stem, path.parent.name} & drawers] == []
