"""The wheel carries everything that the installed program needs, and nothing that it does not."""

import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from house import MODULES, PACKAGE, ROOT, short


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel of this tree, built as CI and the README's command build it."""
    folder = tmp_path_factory.mktemp("wheel")
    if find_spec("hatchling"):
        words = ["hatchling", "build", "-t", "wheel", "-d", str(folder)]
    else:
        words = ["pip", "wheel", "-q", "--no-deps", "--disable-pip-version-check", "-w"]
        words += [str(folder), "."]
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        # Without hatchling pip has to fetch it; what is wrong with our own tree is no such matter.
        assert "Could not find a version that satisfies the requirement hatchling" in done.stderr
        pytest.skip("hatchling is not installed here and cannot be fetched")
    [file] = folder.glob("*.whl")
    return zipfile.ZipFile(file)


def files_under(folder: Path, inside: str) -> set[str]:
    """The files of a folder of this tree by the name that they have in the wheel."""
    return {
        f"{inside}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_module_and_what_lies_beside_it_is_in_it(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert {f"fktui/{short(path)}" for path in MODULES} - names == set()
    assert files_under(PACKAGE, "fktui") - names == set()
    needed = {
        *("fktui/py.typed", "fktui/documents/page.css", "fktui/documents/typst/house.typ"),
        *("fktui/documents/typst/fonts/OFL.txt", "fktui/locale/nl/LC_MESSAGES/fktui.mo"),
        "fktui/documents/typst/fonts/NotoSans-Regular.ttf",
    }
    assert needed - names == set()


def test_templates_and_practice_families_travel_along(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    there = files_under(ROOT / "templates", "fktui/_templates")
    there |= files_under(ROOT / "cases", "fktui/_cases")
    assert there - names == set()
    for one in ("_templates/documents/nl/future-plan.md", "_cases/stories/ijsvogel-k4f.yaml"):
        assert f"fktui/{one}" in there


def test_its_files_are_those_of_the_tree(wheel: zipfile.ZipFile) -> None:
    for name in ("locale/nl/LC_MESSAGES/fktui.mo", "documents/page.css", "errors.py"):
        assert wheel.read(f"fktui/{name}") == (PACKAGE / name).read_bytes()


def test_nothing_else_travels_along(wheel: zipfile.ZipFile) -> None:
    odd = [
        name
        for name in wheel.namelist()
        if not name.startswith(("fktui/", "fktui-"))
        or name.endswith((".pyc", ".orig", ".rej", "~", ".swp"))
        or "/.git" in name
    ]
    assert odd == []


def test_it_makes_the_fk_of_the_shell_and_says_its_licence(wheel: zipfile.ZipFile) -> None:
    [place] = [name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt")]
    info = place.rpartition("/")[0]
    assert "fk = fktui.__main__:main" in wheel.read(place).decode()
    assert any(name.startswith(f"{info}/licenses/") for name in wheel.namelist())
    said = wheel.read(f"{info}/METADATA").decode()
    for line in ("Requires-Python: >=3.11", "Requires-Dist: typer<0.29", "License-Expression: MIT"):
        assert line in said
