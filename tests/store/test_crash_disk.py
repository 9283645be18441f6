"""F3-F6, F8, F9: a full disk, a torn `.git`, other people's locks, many at once, a held file."""

import errno
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from family_folder import AT, BY, FILES, assert_sound, plain_git, put, text

from fktui.errors import AlreadyExists, Busy, DiskFailed, GitFailed, Unsafe
from fktui.store import files, journal, refs
from fktui.store.repository import Repository, Signature

HERE = Path(__file__).parent


# --- F3: the disk is full -------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 2 MB; needs the right to mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small disk needs root")
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path, free: int) -> Path:
    """Take all but this many kB of the disk."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            file.truncate(max(0, ballast.stat().st_size - free * 1024))
    return ballast


def test_f3_a_full_disk_leaves_the_old_or_the_new(small_disk):
    family = Repository.create(small_disk / "ijsvogel-k4f", FILES, text("Begin"), BY)
    kept = refused = saved = 0
    reasons = set()
    for free in range(0, 160, 4):
        old, new = read(family), f"{free}\n".encode() * 2000
        ballast = fill(small_disk, free)
        try:
            put(family, {"case.yaml": new, "plan.yaml": new, f"contacts/n-{free}.md": new})
        except DiskFailed as failed:
            reasons.add(failed.facts["reason"])
            expected = new if failed.facts["kept"] else old
            kept += failed.facts["kept"]
            refused += not failed.facts["kept"]
        else:
            expected = new
            saved += 1
        ballast.unlink()
        family.recover()
        assert read(family) == expected
        assert (f"contacts/n-{free}.md" in family.read().files) == (expected == new)
        assert_sound(family.folder)
    assert reasons == {"ENOSPC"}
    assert refused
    assert kept
    assert saved


def read(family: Repository) -> bytes:
    found = family.read().files
    assert found["case.yaml"] == found["plan.yaml"]
    return found["case.yaml"]


def test_f3_a_limit_on_files_is_a_full_disk_too(family):
    """Without root: no file may be larger than 64 kB; 100 kB of noise is."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = read(family)
    noise = os.urandom(100_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, limits[1]))
    try:
        with pytest.raises(DiskFailed) as caught:
            put(family, {"case.yaml": noise, "plan.yaml": noise})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (caught.value.facts["reason"], caught.value.facts["kept"]) == ("EFBIG", False)
    family.recover()
    assert read(family) == old
    assert_sound(family.folder)


@pytest.mark.parametrize("nth", range(1, 45))
def test_f3_every_write_can_be_the_one_that_fails(family, monkeypatch, nth):
    """The n-th call that changes the disk fails, and all after it: the disk is gone."""
    real, count = {}, 0

    def failing(name):
        def call(*arguments, **more):
            nonlocal count
            count += 1
            if count >= nth:
                raise OSError(errno.ENOSPC, "full")
            return real[name](*arguments, **more)

        return call

    with monkeypatch.context() as patch:
        for name in ("fsync", "replace", "mkdir", "unlink", "link", "rmdir"):
            real[name] = getattr(os, name)
            patch.setattr(os, name, failing(name))
        expected = "new"
        try:
            put(family, {"case.yaml": b"new", "plan.yaml": b"new", "contacts/x.md": b"new"})
        except DiskFailed as failed:
            expected = "new" if failed.facts["kept"] else "0\n"
    family.recover()
    assert read(family) == expected.encode()
    assert family.hand_edits() == ()
    assert_sound(family.folder)


# --- F4: what the disk tears ----------------------------------------------------------------


def tear(path: Path, how: str) -> None:
    data = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes({"zero": bytes(len(data)), "empty": b"", "half": data[: len(data) // 2]}[how])


def newest(git_folder: Path) -> list[Path]:
    found = [p for p in git_folder.rglob("*") if p.is_file() and "fk" not in p.parts[-2:-1]]
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


@pytest.mark.parametrize("seed", range(24))
def test_f4_torn_newest_files_are_repaired_and_the_newest_text_stays(family, seed):
    chance = random.Random(seed)
    for number in range(1, 7):
        put(family, {"case.yaml": b"%d\n" % number, f"contacts/n-{number}.md": b"%d\n" % number})
    if seed % 4 == 0:
        plain_git(family.folder, "gc", "-q")
        put(family, {"case.yaml": b"7\n"})
    before = family.read().files
    for path in newest(family.folder / ".git")[: chance.randint(1, 9)]:
        tear(path, chance.choice(["zero", "empty", "half"]))
    repaired = family.repair()
    assert family.fsck() == ()
    assert family.read().files == before
    assert family.head() == repaired.head
    edits = family.hand_edits()
    put(family, {edit.path: before.get(edit.path) for edit in edits})
    assert family.files_at(family.head()) == before
    assert_sound(family.folder)


@pytest.mark.parametrize("how", ["zero", "empty", "half"])
@pytest.mark.parametrize(
    "name",
    ["HEAD", "refs/heads/main", "index", "config", "logs/HEAD", "logs/refs/heads/main"],
)
def test_f4_each_file_that_git_needs(family, name, how):
    put(family, {"case.yaml": b"1\n"})
    head = family.head()
    tear(family.folder / ".git" / name, how)
    repaired = family.repair()
    assert (repaired.head, family.head()) == (head, head)
    assert repaired.fell_back == (name == "refs/heads/main")
    assert len(family.history()) == 2
    assert family.hand_edits() == ()
    assert_sound(family.folder)


def test_f4_damage_is_said_before_it_is_repaired(family):
    put(family, {"case.yaml": b"1\n"})
    tear(family.folder / ".git" / "refs/heads/main", "zero")
    for ask in (family.head, family.history, family.hand_edits, lambda: put(family, {"a": b"1"})):
        with pytest.raises(GitFailed) as caught:
            ask()
        assert caught.value.code == "history-damaged"
    assert family.fsck() != ()


def test_f4_a_torn_object_is_said_and_made_again_from_the_files(family):
    put(family, {"case.yaml": b"1\n"})
    head = family.head()
    for path in (family.folder / ".git" / "objects").glob("??/*"):
        data = plain_git(family.folder, "cat-file", "-t", path.parent.name + path.name)
        if data == "tree\n":
            tear(path, "zero")
    with pytest.raises(GitFailed) as caught:
        family.hand_edits()
    assert caught.value.code == "history-damaged"
    with pytest.raises(GitFailed) as caught:
        family.files_at(head)
    assert caught.value.code == "history-damaged"
    assert family.repair().lost > 0


def test_f4_everything_lost_but_the_files(family):
    before = family.read().files
    for path in newest(family.folder / ".git"):
        tear(path, "zero")
    repaired = family.repair()
    assert (repaired.head, repaired.fell_back) == (None, False)
    assert len(family.hand_edits()) == len(before)
    put(family, dict(before))
    assert family.files_at(family.head()) == before
    assert_sound(family.folder)


def test_f4_a_stray_commit_is_better_than_nothing(family):
    head = put(family, {"case.yaml": b"1\n"})
    for name in ("refs/heads/main", "logs/HEAD", "logs/refs/heads/main"):
        (family.folder / ".git" / name).unlink()
    assert family.head() is None
    repaired = family.repair()
    assert (repaired.head, repaired.fell_back) == (head, True)
    assert_sound(family.folder)


@pytest.mark.parametrize("suffix", ["pack", "idx", "rev"])
def test_f4_a_torn_pack(family, suffix):
    put(family, {"case.yaml": b"1\n"})
    head = family.head()
    plain_git(family.folder, "-c", "pack.writeReverseIndex=true", "gc", "-q")
    (pack,) = (family.folder / ".git" / "objects" / "pack").glob(f"*.{suffix}")
    tear(pack, "half")
    repaired = family.repair()
    assert (repaired.head == head) == (suffix != "pack")
    assert family.fsck() == ()
    before = family.read().files
    put(family, {edit.path: before[edit.path] for edit in family.hand_edits()})
    assert_sound(family.folder)


def test_f4_torn_packed_refs_and_a_ref_to_nothing(family):
    head = put(family, {"case.yaml": b"1\n"})
    plain_git(family.folder, "update-ref", "refs/fk/seen", head)
    plain_git(family.folder, "pack-refs", "--all")
    packed = family.folder / ".git" / "packed-refs"
    packed.write_bytes(packed.read_bytes()[:-30])
    (family.folder / ".git" / "refs" / "fk").mkdir(exist_ok=True)
    (family.folder / ".git" / "refs" / "fk" / "torn").write_bytes(bytes(41))
    (family.folder / ".git" / "refs" / "fk" / "nothing").write_bytes(b"1" * 40 + b"\n")
    (family.folder / ".git" / "refs" / "fk" / "good").write_bytes(head.encode() + b"\n")
    assert family.repair().head == head
    assert (family.folder / ".git" / "refs" / "fk" / "good").exists()
    assert family.fsck() == ()


def test_f4_an_interrupted_save_is_finished_by_a_repair(family, monkeypatch):
    interrupt(family, monkeypatch)
    tear(family.folder / ".git" / "index", "zero")
    repaired = family.repair()
    assert family.read().files["case.yaml"] == b"new"
    assert repaired.head == family.head()
    assert_sound(family.folder)


def test_f4_a_promise_whose_bytes_are_gone_is_given_up(family, monkeypatch):
    commit = interrupt(family, monkeypatch)
    tear(family.folder / ".git" / "objects" / commit[:2] / commit[2:], "zero")
    with pytest.raises(GitFailed) as caught:
        family.recover()
    assert caught.value.code == "history-damaged"
    family.repair()
    assert read(family) == b"0\n"
    assert_sound(family.folder)


def test_f4_a_branch_that_vanished_after_a_promise_ends_where_it_was_promised(family, monkeypatch):
    commit = interrupt(family, monkeypatch)
    (family.folder / ".git" / "refs" / "heads" / "main").unlink()
    assert family.recover().finished == commit == family.head()
    assert len(family.history()) == 2
    assert_sound(family.folder)


def test_f4_a_branch_that_breaks_after_a_promise_is_said(family, monkeypatch):
    def broken(*_: object) -> None:
        raise GitFailed("history-damaged", case="x", found="HEAD")

    interrupt(family, monkeypatch)
    with monkeypatch.context() as patch:
        patch.setattr(refs, "move_head", broken)
        with pytest.raises(GitFailed) as caught:
            family.recover()
        assert caught.value.code == "history-damaged"
    family.recover()
    assert_sound(family.folder)


def test_f4_a_torn_journal_is_set_aside(family, monkeypatch):
    interrupt(family, monkeypatch)
    tear(family.folder / ".git" / "fk" / "journal.json", "half")
    assert family.recover().aside == ("journal.json",)
    assert read(family) == b"0\n"
    assert_sound(family.folder)


def test_f4_settings_of_somebody_else_are_not_mended(family):
    config = family.folder / ".git" / "config"
    config.write_bytes(b"[core]\n\tfsmonitor = x\n")
    with pytest.raises(Unsafe):
        family.repair()
    assert config.read_bytes() == b"[core]\n\tfsmonitor = x\n"


def interrupt(family: Repository, monkeypatch) -> str:
    """A save that is promised, and then the power goes; gives the id of its commit."""

    def no_power(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(refs, "move_head", no_power)
        with pytest.raises(KeyboardInterrupt):
            put(family, {"case.yaml": b"new", "plan.yaml": b"new"})
    promise = (family.folder / ".git" / "fk" / "journal.json").read_bytes()
    return journal.msgspec.json.decode(promise)["commit"]


# --- F5: locks of others --------------------------------------------------------------------


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
    assert (caught.value.code, caught.value.facts["case"]) == ("case-busy", "ijsvogel-k4f")
    other.communicate()
    with family.lock(), family.lock(wait=0):
        put(family, {"case.yaml": b"1\n"})


# --- F6: many at once -----------------------------------------------------------------------

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


# --- F8: a disk that may not be written, a clock that is wrong ------------------------------

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


# --- F9: another program holds a file -------------------------------------------------------


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
    assert read(family) == b"1\n"
    assert "network.yaml" not in family.read().files
    assert_sound(family.folder)


# --- making a family ------------------------------------------------------------------------


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
