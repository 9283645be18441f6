"""F8, F9: a disk that may not be written, a clock that is wrong, a file that is held."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from family_folder import AT, BY, FILES, assert_sound, put, tear, text, text_of_both

from fktui.errors import AlreadyExists, DiskFailed
from fktui.store.disk import files
from fktui.store.repository import Repository, Signature

HERE = Path(__file__).parent


READ_ONLY = """
import os, sys
sys.path.insert(0, {here!r})
from pathlib import Path
from family_folder import BY, put, text
from fktui.errors import DiskFailed
from fktui.store.repository import Repository
family = Repository(Path(sys.argv[1]))
import filelock, msgspec
if os.geteuid() == 0:
    os.setuid(65534)
print(family.recover().removed, len(family.read().files), len(family.head()))
for act in (lambda: put(family, {{"case.yaml": b"1"}}), family.repair,
            lambda: Repository.create(family.folder / "inner", {{}}, text("x"), BY)):
    try:
        act()
    except DiskFailed as failed:
        print(failed.facts["reason"], failed.facts["kept"])
"""


@pytest.fixture
def public_place():
    """A folder that another user of this computer can enter; that of pytest is ours alone."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    yield place
    for path in [place, *place.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(place)


def test_f8_a_folder_that_may_not_be_written(public_place):
    family = Repository.create(public_place / "ijsvogel-k4f", FILES, text("Begin"), BY)
    for path in [*public_place.rglob("*"), public_place]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY.format(here=str(HERE)), str(family.folder)],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.stdout.split("\n") == ["0 4 40", *["EACCES False"] * 3, ""], done.stderr


@pytest.mark.parametrize("years", [-10, 10])
def test_f8_a_clock_that_is_ten_years_off_hides_nothing(family, years):
    off = Signature(BY.name, BY.email, AT + timedelta(days=365 * years))
    seen = family.read().fingerprints
    family.save({"case.yaml": b"1\n"}, seen, text("From another year"), off)
    put(family, {"case.yaml": b"2\n"}, "After it")
    assert [r.subject for r in family.history()] == [
        "After it",
        "From another year",
        "Family begins",
    ]
    assert family.revision_on(AT) == family.head()
    assert_sound(family.folder)


def test_f8_a_disk_that_refuses_while_we_clear_up(family, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    (family.folder / ".git" / "fk" / "tmp" / "left").write_bytes(b"x")
    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        for ask in (family.recover, family.repair):
            with pytest.raises(DiskFailed) as caught:
                ask()
            assert (caught.value.facts["reason"], caught.value.facts["kept"]) == ("EROFS", False)
    tear(family.folder / ".git" / "config", "zero")
    shutil.rmtree(family.folder / ".git" / "fk")
    with monkeypatch.context() as patch:
        patch.setattr(os, "mkdir", refuse)
        with pytest.raises(DiskFailed):
            family.repair()
        (family.folder / ".git" / "config").write_bytes(b"")
        with pytest.raises(DiskFailed), family.lock():
            pass
    family.repair()
    assert_sound(family.folder)


class Held:
    """`os.replace` while Word holds one file, for so many attempts."""

    def __init__(self, name: str, attempts: int) -> None:
        self.name, self.left, self.real = name, attempts, os.replace

    def __call__(self, source: object, target: object) -> None:
        if Path(str(target)).name == self.name and self.left:
            self.left -= 1
            raise PermissionError(errno.EACCES, "held", str(target))
        self.real(source, target)


def test_f9_a_file_that_is_held_for_a_moment_is_saved(family, monkeypatch):
    monkeypatch.setattr(files.time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", Held("plan.yaml", 5))
    put(family, {"case.yaml": b"1\n", "plan.yaml": b"1\n"})
    assert_sound(family.folder)


def test_f9_a_file_that_stays_held_is_finished_later(family, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(files.time, "sleep", lambda _: None)
        patch.setattr(os, "replace", Held("plan.yaml", 1000))
        with pytest.raises(DiskFailed) as caught:
            put(family, {"case.yaml": b"1\n", "plan.yaml": b"1\n"})
        assert (caught.value.facts["reason"], caught.value.facts["kept"]) == ("EACCES", True)
        with pytest.raises(DiskFailed) as caught:
            put(family, {"network.yaml": b"2\n"})
        assert caught.value.code == "earlier-unfinished"
        assert caught.value.facts["kept"] is False
        with pytest.raises(DiskFailed):
            family.recover()
    assert family.recover().finished == family.head()
    assert text_of_both(family) == b"1\n"
    assert "network.yaml" not in family.read().files
    assert_sound(family.folder)


def test_a_family_appears_whole_or_not_at_all(tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    folder = tmp_path / "ijsvogel-k4f"
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFailed) as caught:
            Repository.create(folder, FILES, text("Begin"), BY)
        assert caught.value.facts["reason"] == "ENOSPC"
    assert list(tmp_path.iterdir()) == []
    (tmp_path / ".new-ijsvogel-k4f" / "left by a crash").mkdir(parents=True)
    Repository.create(folder, FILES, text("Begin"), BY)
    assert [path.name for path in tmp_path.iterdir()] == ["ijsvogel-k4f"]
    assert_sound(folder)


def test_a_name_that_is_taken_is_not_overwritten(family, tmp_path, monkeypatch):
    with pytest.raises(AlreadyExists) as caught:
        Repository.create(family.folder, FILES, text("Begin"), BY)
    assert caught.value.code == "folder-exists"
    monkeypatch.setattr(os.path, "lexists", Later(os.path.lexists))
    with pytest.raises(AlreadyExists):
        Repository.create(family.folder, FILES, text("Begin"), BY)
    assert [path.name for path in tmp_path.iterdir()] == ["ijsvogel-k4f"]
    assert len(family.history()) == 1


class Later:
    """Somebody makes the same folder just after we looked."""

    def __init__(self, real: object) -> None:
        self.real, self.asked = real, False

    def __call__(self, path: object) -> bool:
        if str(path).endswith("ijsvogel-k4f") and not self.asked and ".new-" not in str(path):
            self.asked = True
            return False
        return self.real(path)
