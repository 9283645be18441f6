"""Only one module writes, and only one starts a program. The exceptions are named."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from house import MODULES, calls, short, tree

WRITERS = {
    "store/disk/files.py": "the one that writes",
    "cli/output.py": "to_file: what a coach asked for with -o, outside the store",
    "cli/failure.py": "the log of a bug, outside the store",
    "store/git/refs.py": "lock files and the reflog of Git, which it appends to",
    "store/repository/creating.py": "a new family is built beside its place, a half one is removed",
    "store/repository/finishing.py": "takes away a folder that became empty",
    "usecases/paper/files.py": "a document that a coach makes on the screen, outside the store",
    "usecases/schemas.py": "schemas and settings for an editor, beside the families",
    "store/overview/file.py": "the overview, which may be thrown away",
    "store/overview/at_once.py": "a pipe to a process of our own, no file",
}
STARTERS = {
    "store/git/program.py": "Git, through GitPython",
    "usecases/by_hand/editor.py": "the coach's own text editor, for contact -e and Ctrl+E",
    "usecases/paper/opening.py": "the computer's own program for a document, on the coach's key",
    "store/overview/at_once.py": "copies of fk itself, that read families side by side",
    "documents/template.py": "a copy of Python itself, in which a template runs with limits",
}

_WRITE_METHODS = {".write_text", ".write_bytes", ".touch", ".unlink", ".rename", ".rmdir"} | {
    ".symlink_to",
    ".hardlink_to",
}
_WRITE_FUNCTIONS = {
    *(f"os.{name}" for name in ("remove", "unlink", "rename", "replace", "truncate", "link")),
    *(f"shutil.{name}" for name in ("copy", "copy2", "copyfile", "copytree", "move", "rmtree")),
}
_WRITE_FLAGS = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC")
_START_MODULES = {"subprocess", "multiprocessing", "pty", "git"}
_START_FUNCTIONS = ("os.system", "os.popen", "os.spawn", "os.exec", "os.posix_spawn", "os.fork")


def writes(module: ast.Module) -> Iterator[str]:
    """What in a module puts bytes on the disk or takes them away."""
    for name, call in calls(module):
        if name in _WRITE_METHODS | _WRITE_FUNCTIONS or name.startswith("tempfile."):
            yield name
        if name in ("open", ".open", "os.fdopen") and _mode(name, call) & set("wax+"):
            yield f"{name} to write"
        if name == "os.open" and any(flag in ast.dump(call) for flag in _WRITE_FLAGS):
            yield "os.open to write"


def _mode(name: str, call: ast.Call) -> set[str]:
    given = call.args[0 if name == ".open" else 1 :][:1]
    given += [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    texts = (one.value for one in given if isinstance(one, ast.Constant))
    return {char for text in texts if isinstance(text, str) for char in text}


def starts(module: ast.Module) -> Iterator[str]:
    """What in a module starts another process."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] in _START_MODULES)
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] in _START_MODULES:
            yield str(node.module)
    for name, _call in calls(module):
        if name.startswith(_START_FUNCTIONS) or name in ("Repo", ".clone_from", ".IndexFile"):
            yield name


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_nothing_else_writes(path: Path) -> None:
    found = sorted(set(writes(tree(path))))
    assert bool(found) == (short(path) in WRITERS), found


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_nothing_else_starts_a_program(path: Path) -> None:
    found = sorted(set(starts(tree(path))))
    assert bool(found) == (short(path) in STARTERS), found


def test_an_exception_is_a_module_that_is_there() -> None:
    assert {*WRITERS, *STARTERS} <= set(map(short, MODULES))


@pytest.mark.parametrize(
    "code",
    [
        "p.write_text('x')",
        "p.open('ab')",
        "open(p, mode='w')",
        "open(p, 'r+')",
        "os.open(p, os.O_RDWR)",
        "os.open(p, os.O_WRONLY | os.O_CREAT)",
        "shutil.rmtree(p)",
        "tempfile.mkstemp()",
        "os.replace(a, b)",
    ],
)
def test_a_writer_is_seen(code: str) -> None:
    assert list(writes(ast.parse(code)))


@pytest.mark.parametrize("code", ["open(p)", "p.open('rb')", "os.open(p, os.O_RDONLY)", "x.read()"])
def test_a_reader_is_no_writer(code: str) -> None:
    assert list(writes(ast.parse(code))) == []


@pytest.mark.parametrize(
    "code",
    ["import subprocess", "from git import Repo", "os.system('x')", "os.execv(a, b)", "Repo(p)"],
)
def test_a_starter_is_seen(code: str) -> None:
    assert list(starts(ast.parse(code)))
