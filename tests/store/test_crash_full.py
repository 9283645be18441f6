"""F3: a full disk leaves the old or the new, and says which."""

import errno
import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest
from family_folder import BY, FILES, assert_sound, put, text, text_of_both

from fktui.errors import DiskFailed
from fktui.store.repository import Repository


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
        old, new = text_of_both(family), f"{free}\n".encode() * 2000
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
        assert text_of_both(family) == expected
        assert (f"contacts/n-{free}.md" in family.read().files) == (expected == new)
        assert_sound(family.folder)
    assert reasons == {"ENOSPC"}
    assert refused
    assert kept
    assert saved


def test_f3_a_limit_on_files_is_a_full_disk_too(family):
    """Without root: no file may be larger than 64 kB; 100 kB of noise is."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = text_of_both(family)
    noise = os.urandom(100_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, limits[1]))
    try:
        with pytest.raises(DiskFailed) as caught:
            put(family, {"case.yaml": noise, "plan.yaml": noise})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (caught.value.facts["reason"], caught.value.facts["kept"]) == ("EFBIG", False)
    family.recover()
    assert text_of_both(family) == old
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
    assert text_of_both(family) == expected.encode()
    assert family.hand_edits() == ()
    assert_sound(family.folder)
