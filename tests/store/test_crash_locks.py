"""F5, F6: other people's locks, and many programs at once."""

import errno
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from family_folder import FILES, assert_sound, put

from fktui.errors import Busy, DiskFailed
from fktui.store.git import refs

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
@pytest.mark.parametrize("age", [11, 10**8, -(10**8)])
def test_f5_a_dead_lock_of_git_is_taken_away(family, name, age):
    lock = family.folder / ".git" / name
    lock.write_bytes(b"")
    os.utime(lock, (time.time() - age,) * 2)
    assert family.recover().removed == 1
    assert not lock.exists()
    put(family, {"case.yaml": b"1\n"})
    assert_sound(family.folder)


@pytest.mark.parametrize("name", ["index.lock", "refs/heads/main.lock"])
def test_f5_a_young_lock_is_waited_for(family, name):
    lock = family.folder / ".git" / name
    lock.write_bytes(b"")
    assert family.recover().removed == 0
    release = threading.Timer(0.3, lock.unlink)
    release.start()
    put(family, {"case.yaml": b"1\n"})
    release.join()
    assert_sound(family.folder)


def test_f5_a_lock_that_grows_old_while_we_wait_is_taken_away(family):
    lock = family.folder / ".git" / "index.lock"
    lock.write_bytes(b"")
    os.utime(lock, (time.time() - 9.7,) * 2)
    put(family, {"case.yaml": b"1\n"})
    assert_sound(family.folder)


def test_f5_one_git_after_another_is_busy_and_the_save_is_kept(family, monkeypatch):
    lock = family.folder / ".git" / "refs" / "heads" / "main.lock"
    lock.write_bytes(b"")
    monkeypatch.setattr(refs, "STALE_AFTER", 0.2)
    monkeypatch.setattr(refs, "is_dead", lambda _: False)
    with pytest.raises(DiskFailed) as caught:
        put(family, {"case.yaml": b"1\n"})
    assert (caught.value.code, caught.value.facts["kept"]) == ("git-busy", True)
    monkeypatch.undo()
    lock.unlink()
    assert family.recover().finished == family.head()
    assert family.read().files["case.yaml"] == b"1\n"
    assert_sound(family.folder)


def test_f5_a_disk_without_links_can_be_locked_too(family, monkeypatch):
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    put(family, {"case.yaml": b"1\n"})
    lock = family.folder / ".git" / "index.lock"
    lock.write_bytes(b"fk\n")
    with refs.locked(lock.with_name("index"), family.folder / ".git" / "fk" / "tmp"):
        assert lock.read_bytes() == b"fk\n"
    lock.write_bytes(b"")
    os.utime(lock, (time.time() - 9.9,) * 2)
    put(family, {"case.yaml": b"2\n"})
    assert_sound(family.folder)


def test_f5_somebody_else_works_here(family):
    code = "import sys, filelock; lock = filelock.FileLock(sys.argv[1]); lock.acquire()"
    code += "; print(1, flush=True); sys.stdin.read()"
    lock = str(family.folder / ".git" / "fk" / "lock")
    other = subprocess.Popen(
        [sys.executable, "-c", code, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    other.stdout.readline()
    with pytest.raises(Busy) as caught, family.lock(wait=0.1):
        pass
    (family.folder / ".git" / "fk" / "tmp" / "case.yaml").write_bytes(b"theirs, half")
    assert family.recover().removed == 0
    assert family.read().files == FILES
    assert (caught.value.code, caught.value.facts["case"]) == ("case-busy", "ijsvogel-k4f")
    other.communicate()
    with family.lock(), family.lock(wait=0):
        put(family, {"case.yaml": b"1\n"})


SAVER = """
import sys
sys.path.insert(0, {here!r})
from pathlib import Path
from family_folder import put
from fktui.store.repository import Repository
family, me = Repository(Path(sys.argv[1])), sys.argv[2]
for number in range(10):
    with family.lock(60):
        total = int(family.read().files["case.yaml"]) + 1
        put(family, {{"case.yaml": b"%d\\n" % total, f"contacts/{{me}}-{{number}}.md": b"x"}})
"""


def test_f6_eight_programs_save_ten_times_each(family):
    code = SAVER.format(here=str(HERE))
    savers = [
        subprocess.Popen([sys.executable, "-c", code, str(family.folder), f"p{number}"])
        for number in range(8)
    ]
    assert [saver.wait(120) for saver in savers] == [0] * 8
    assert family.read().files["case.yaml"] == b"80\n"
    assert len(family.history()) == 81
    assert len(family.read().files) == len(FILES) + 80
    assert_sound(family.folder)


def test_f6_threads_of_one_program_take_turns(family):
    def save(number: int) -> None:
        with family.lock():
            total = int(family.read().files["case.yaml"]) + 1
            put(family, {"case.yaml": b"%d\n" % total, f"contacts/t-{number}.md": b"x"})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(save, range(20)))
    assert family.read().files["case.yaml"] == b"20\n"
    assert_sound(family.folder)
