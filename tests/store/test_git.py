"""S9, H1, H2, H15: one module starts processes, and what it starts is Git as we mean it."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import fktui
from fktui.errors import GitFailed, GitMissing
from fktui.store.git import program

PACKAGE = Path(fktui.__file__).parent
STARTS = re.compile(
    r"\bsubprocess\b|\bos\.(?:system|popen|exec|spawn|posix_spawn|startfile)"
    r"|^\s*(?:import git\b|from git\b)|\bPopen\b|\bRepo\(|shell=True|\bpty\b|create_subprocess",
    re.MULTILINE,
)


def fake_git(folder: Path, words: str) -> Path:
    """A folder with a program called git that does what the words say."""
    folder.mkdir(exist_ok=True)
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{words}\n")
    program.chmod(0o755)
    return folder


def test_only_this_module_starts_a_process_in_the_store():
    found = {
        path.relative_to(PACKAGE / "store").as_posix()
        for path in (PACKAGE / "store").rglob("*.py")
        if STARTS.search(path.read_text("utf-8"))
    }
    assert found == {"git/program.py"}


def test_the_test_above_would_find_one():
    for line in ("import subprocess", "os.system('x')", "from git import Repo", "import git"):
        assert STARTS.search(line)


def test_saving_loads_neither_gitpython_nor_a_process(family):
    code = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from family_folder import put
from fktui.store.repository import Repository
put(Repository(Path({str(family.folder)!r})), {{"case.yaml": b"1\\n"}})
print("git" in sys.modules, "_posixsubprocess" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.split()[0] == b"False"


def test_loading_gitpython_starts_no_git(tmp_path):
    folder = fake_git(tmp_path / "bin", f"touch {tmp_path}/ran")
    code = "from fktui.store.git import program; program._starter(); program._not_found()"
    environment = {**os.environ, "PATH": str(folder), "GIT_PYTHON_GIT_EXECUTABLE": "git"}
    environment |= {"GIT_PYTHON_REFRESH": "raise", "GIT_PYTHON_TRACE": "full"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True
    )
    assert not (tmp_path / "ran").exists()
    assert done.stderr == b""


def test_the_variables_of_git_are_forgotten(family, monkeypatch, tmp_path):
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "alias.x")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "!touch x")
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    monkeypatch.setenv("GIT_EXEC_PATH", str(tmp_path))
    assert [revision.subject for revision in family.history()] == ["Family begins"]
    assert not (tmp_path / "trace").exists()


def test_settings_of_the_user_do_not_count(family, monkeypatch, tmp_path):
    (tmp_path / ".gitconfig").write_text("[log]\n\tshowRoot = bad\n[core]\n\tabbrev = bad\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert len(family.history()) == 1


def test_what_git_gets_is_our_environment(tmp_path, monkeypatch):
    folder = fake_git(tmp_path / "bin", 'env; echo args:; for a; do echo "$a"; done')
    monkeypatch.setenv("PATH", str(folder) + os.pathsep + os.environ["PATH"])
    monkeypatch.setenv("LD_PRELOAD", "/evil.so")
    monkeypatch.setenv("GIT_SSH_COMMAND", "evil")
    said = program.run(tmp_path / "case" / ".git", ["log", "-z", "--", "a b; touch c"]).decode()
    seen, _, arguments = said.partition("args:\n")
    lines = seen.split("\n")
    assert "LD_PRELOAD=" in lines
    assert "GIT_CONFIG_GLOBAL=" + os.devnull in lines
    assert "GIT_CONFIG_NOSYSTEM=1" in lines
    assert f"GIT_DIR={tmp_path}/case/.git" in lines
    assert "GIT_SSH_COMMAND" not in seen
    words = arguments.split("\n")
    assert "core.hooksPath=" + os.devnull in words
    assert "core.fsync=all" in words
    assert "--literal-pathspecs" in words
    assert "--no-replace-objects" in words
    assert words[-5:-1] == ["log", "-z", "--", "a b; touch c"]


def test_git_is_found_in_absolute_folders_only(tmp_path, monkeypatch):
    fake_git(tmp_path / "bin", "exit 0")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", "bin", ".", str(tmp_path / "none")]))
    with pytest.raises(GitMissing) as caught:
        program.find_program()
    assert (caught.value.code, caught.value.facts["found"]) == ("git-missing", None)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert program.find_program() == str(tmp_path / "bin" / "git")


def test_no_git_is_said_clearly(family, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitMissing):
        family.history()


def test_a_git_that_cannot_be_started_is_no_git(family, monkeypatch, tmp_path):
    folder = fake_git(tmp_path / "bin", "")
    (folder / "git").write_bytes(b"\x7fELF nonsense")
    monkeypatch.setenv("PATH", str(folder))
    with pytest.raises(GitMissing):
        family.history()


def test_a_git_that_has_gone_since_is_no_git(family, monkeypatch, tmp_path):
    folder = fake_git(tmp_path / "bin", "")
    monkeypatch.setenv("PATH", str(folder))
    assert program.find_program()
    (folder / "git").unlink()
    with pytest.raises(GitMissing):
        family.history()


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("git version 2.39.5", (2, 39, 5)),
        ("git version 2.34.1.windows.1", (2, 34, 1)),
        ("git version 3.0", (3, 0, 0)),
    ],
)
def test_the_version_of_git_is_known(tmp_path, monkeypatch, said, number):
    monkeypatch.setenv("PATH", str(fake_git(tmp_path / "bin", f"echo {said}")))
    assert program.version() == number


@pytest.mark.parametrize(
    ("said", "found"), [("git version 2.33.9", "2.33.9"), ("something else", "")]
)
def test_an_old_git_is_refused(tmp_path, monkeypatch, said, found):
    monkeypatch.setenv("PATH", str(fake_git(tmp_path / "bin", f"echo {said}")))
    with pytest.raises(GitMissing) as caught:
        program.version()
    assert (caught.value.code, caught.value.facts["found"]) == ("git-old", found)


def test_a_refusal_says_which_command_and_why(family):
    with pytest.raises(GitFailed) as caught:
        program.run(family.folder / ".git", ["cat-file", "commit", "0" * 40])
    assert caught.value.code == "git-failed"
    assert caught.value.facts["command"] == "cat-file"
    assert caught.value.facts["status"] == 128
    assert caught.value.facts["said"].startswith("fatal")


def test_what_goes_in_comes_out(family):
    given = os.urandom(300_000)
    name = program.run(
        family.folder / ".git", ["hash-object", "-w", "--no-filters", "--stdin"], given=given
    )
    assert program.run(family.folder / ".git", ["cat-file", "blob", name.decode().strip()]) == given


def test_the_packaged_git_is_no_program():
    """The name that keeps GitPython from starting one may never exist."""
    place = Path(program.__file__).with_name("no-git-here")
    assert not place.exists()
    assert stat.S_ISREG(Path(program.__file__).stat().st_mode)
