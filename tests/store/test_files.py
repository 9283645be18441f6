"""Bytes on the disk: whole files, no links, and what lies there besides."""

import os
import socket
from pathlib import Path

import pytest

from fktui.errors import DiskFailed, Unsafe
from fktui.store.disk import files, folder
from fktui.store.disk.files import inside, read_plain, remove, write_atomic
from fktui.store.disk.folder import read_folder


def test_a_write_replaces_the_file_and_leaves_nothing_behind(tmp_path):
    target, room = tmp_path / "plan.yaml", tmp_path / "tmp"
    room.mkdir()
    target.write_bytes(b"old")
    (room / f"{os.getpid()}-plan.yaml").write_bytes(b"from a process with the same number")
    write_atomic(target, b"new", room)
    assert target.read_bytes() == b"new"
    assert list(room.iterdir()) == []


def test_a_written_file_is_not_a_program(tmp_path):
    write_atomic(tmp_path / "a", b"x", tmp_path)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_write_that_fails_leaves_the_old_file_and_no_rubbish(tmp_path):
    room = tmp_path / "tmp"
    room.mkdir()
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_atomic(tmp_path / "folder", b"new", room)
    assert (tmp_path / "folder").is_dir()
    assert list(room.iterdir()) == []


def test_a_link_is_replaced_never_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.write_bytes(b"theirs")
    (tmp_path / "plan.yaml").symlink_to(outside)
    with pytest.raises(Unsafe) as caught:
        read_plain(tmp_path / "plan.yaml")
    assert caught.value.code == "symlink"
    write_atomic(tmp_path / "plan.yaml", b"ours", tmp_path)
    assert outside.read_bytes() == b"theirs"
    assert not (tmp_path / "plan.yaml").is_symlink()


def test_a_link_is_not_followed_on_windows_either(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_NO_FOLLOW", 0)
    (tmp_path / "plan.yaml").symlink_to(tmp_path / "outside")
    with pytest.raises(Unsafe) as caught:
        read_plain(tmp_path / "plan.yaml")
    assert caught.value.code == "symlink"
    (tmp_path / "case.yaml").write_bytes(b"x")
    assert read_plain(tmp_path / "case.yaml") == b"x"


def test_nothing_there_reads_as_none(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert read_plain(tmp_path / "none") is None
    assert read_plain(tmp_path / "file" / "below") is None


def test_a_folder_a_pipe_and_a_huge_file_are_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as huge:
        huge.truncate(files.MAX_SIZE + 1)
    for name, kind in ((".", "d"), ("pipe", "p"), ("huge", "-")):
        with pytest.raises(Unsafe) as caught:
            read_plain(tmp_path / name)
        assert (caught.value.code, caught.value.facts["found"]) == ("not-a-file", kind)


def test_a_file_that_may_not_be_read_is_the_disks_fault(tmp_path):
    long = tmp_path / ("x" * 300)
    with pytest.raises(DiskFailed) as caught:
        read_plain(long)
    assert caught.value.facts["reason"] == "ENAMETOOLONG"


def test_a_path_stays_inside(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "contacts").symlink_to(tmp_path / "outside")
    (tmp_path / "plan.yaml").write_bytes(b"")
    assert inside(tmp_path, "people/p-4tz9c/a.md") == tmp_path / "people" / "p-4tz9c" / "a.md"
    for path in ("contacts/a.md", "plan.yaml/a.md", "../a.md", "/etc/passwd", ".git/config"):
        with pytest.raises(Unsafe):
            inside(tmp_path, path)


def test_a_folder_is_read_and_what_is_foreign_is_listed(tmp_path):
    for path in ("case.yaml", "contacts/a.md", ".git/config", "plan (1).yaml", "x~", "deep/a/b/c"):
        place = tmp_path / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"x")
    (tmp_path / "plan.yaml").symlink_to(tmp_path / "case.yaml")
    (tmp_path / "people").symlink_to(tmp_path / "contacts")
    os.mkfifo(tmp_path / "network.yaml")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(os.path.relpath(tmp_path / "door"))
        with (tmp_path / "huge.pdf").open("wb") as huge:
            huge.truncate(files.MAX_SIZE + 1)
        found = read_folder(tmp_path)
    assert found.files == {"case.yaml": b"x", "contacts/a.md": b"x"}
    assert dict(found.foreign) == {
        "plan (1).yaml": "conflict-copy",
        "x~": "editor-file",
        "deep/a/b/c": "too-deep",
        "plan.yaml": "symlink",
        "people": "symlink",
        "network.yaml": "not-a-file",
        "door": "not-a-file",
        "huge.pdf": "too-large",
    }
    assert found.fingerprints["case.yaml"] == files.fingerprint(b"x")


def test_more_files_than_a_family_can_have_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "MAX_COUNT", 2)
    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_bytes(b"")
    found = read_folder(tmp_path)
    assert (sorted(found.files), found.foreign) == (["a.md", "b.md"], (("c.md", "too-many"),))


def test_a_file_that_goes_while_we_look_is_not_there(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"")
    monkeypatch.setattr(folder, "read_plain", lambda _: None)
    assert read_folder(tmp_path).files == {}


def test_a_folder_that_cannot_be_listed_says_so(tmp_path):
    with pytest.raises(DiskFailed) as caught:
        read_folder(tmp_path / "gone")
    assert caught.value.facts["reason"] == "ENOENT"


class Stubborn:
    """A Windows program that holds a file for the first so many attempts."""

    def __init__(self, attempts: int, real: object) -> None:
        self.left, self.real = attempts, real

    def __call__(self, *arguments: object, **more: object) -> object:
        if self.left:
            self.left -= 1
            raise PermissionError(13, "held by another program")
        return self.real(*arguments, **more)


def test_f9_a_file_that_is_held_for_a_moment_is_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(files.time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", Stubborn(5, os.replace))
    write_atomic(tmp_path / "a", b"x", tmp_path)
    assert (tmp_path / "a").read_bytes() == b"x"
    monkeypatch.setattr(os, "unlink", Stubborn(9, os.unlink))
    remove(tmp_path / "a")
    assert not Path(tmp_path / "a").exists()


def test_f9_a_file_that_stays_held_fails_in_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr(files.time, "sleep", lambda _: None)
    monkeypatch.setattr(os, "replace", Stubborn(99, os.replace))
    with pytest.raises(PermissionError):
        write_atomic(tmp_path / "a", b"x", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_gone_already_may_be_removed(tmp_path):
    remove(tmp_path / "none" / "at" / "all")
