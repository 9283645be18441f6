"""`fk` in process, in a real store with one fictional family in it, on a fixed day."""

from typing import NamedTuple

import pytest

from fktui.cli.main import main
from fktui.words import language

TODAY = "2026-11-21"


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def id(self):
        """The id that was printed first."""
        return self.out.split()[0]


@pytest.fixture(autouse=True)
def english():
    language.use("en")
    yield
    language.use("en")


@pytest.fixture
def fk(tmp_path, monkeypatch, capsys):
    """Run one command: fk("person", "list", case) gives its exit code, output and talk."""
    monkeypatch.setenv("FK_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("FK_TODAY", TODAY)
    monkeypatch.setenv("FK_LANG", "en")

    def run(*words, lang="en"):
        monkeypatch.setenv("FK_LANG", lang)
        capsys.readouterr()
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    assert run("init", tmp_path / "store", "--name", "Yara Meerkoet").code == 0
    return run


@pytest.fixture
def koolmees(fk):
    """The id of a family without anybody in it yet."""
    return fk("new-case", "Gezin Koolmees", "--start", "2026-11-02").id


@pytest.fixture
def log(tmp_path):
    """The subjects of a family's commits, newest first."""
    import subprocess

    def subjects(case):
        folder = tmp_path / "store" / "cases" / case
        done = subprocess.run(
            ["git", "-C", folder, "log", "--format=%s"], capture_output=True, text=True, check=True
        )
        return done.stdout.splitlines()

    return subjects


class Ijsvogel(NamedTuple):
    """A family that is being helped since 1 November 2026, with ids to name its people by."""

    case: str
    mila: str
    jaylen: str
    ali: str
    goal: str


@pytest.fixture
def ijsvogel(fk):
    """Mila and her son Jaylen, uncle Ali around them, and one goal."""
    case = fk("new-case", "Gezin Ijsvogel", "--start", "2026-11-01").id
    mila = fk("person", "add", case, "Mila", "--role", "mother").id
    jaylen = fk("person", "add", case, "Jaylen", "--role", "child", "--born", "2014").id
    ali = fk("network", "add", case, "Oom Ali", "--sector", "family", "--ring", "1").id
    return Ijsvogel(case, mila, jaylen, ali, fk("goal", "add", case, "Samen eten").id)


@pytest.fixture
def data(fk):
    """The data of a read as a program sees it."""
    import json

    def read(*words):
        return json.loads(fk(*words, "--json").out)["data"]

    return read
