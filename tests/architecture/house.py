"""What the architecture tests share: our modules as trees, and where they lie."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "fktui"
TESTS = ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))


def short(path: Path) -> str:
    """`store/files.py`: a module as people call it here."""
    return path.relative_to(PACKAGE).as_posix()


def dotted(path: Path) -> str:
    """`fktui.store.disk.files`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(path: Path) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(module: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in it, those inside others too."""
    for node in ast.walk(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def calls(module: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call with what is called: `open`, `.open`, `os.open`."""
    for node in ast.walk(module):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            yield node.func.id, node
        elif isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Call) and getattr(owner.func, "id", "") == "super":
                continue  # a method of the class above: of Typer, not of a path
            plain = isinstance(owner, ast.Name) and owner.id in ("os", "shutil", "tempfile")
            yield f"{owner.id if plain else ''}.{node.func.attr}", node  # type: ignore[attr-defined]
