"""The folder that is named the first time: what is meant, and what will not do."""

import errno
from pathlib import Path

import pytest

from fktui.errors import AlreadyExists, WrongUse
from fktui.usecases.first_folder import check_new, disk_failed, doubts, folder_of
from fktui.words.say import say_on_screen


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("~/Fk", "Fk"),
        ("Fk", "Fk"),
        (' "een map/Fk" ', "een map/Fk"),
        ("a/../b", "b"),
        ("שלום", "שלום"),
    ],
)
def test_a_folder_without_a_beginning_lies_at_home(own_home, typed, meant):
    assert folder_of(typed) == own_home / meant
    assert folder_of(str(own_home / meant)) == own_home / meant


@pytest.mark.parametrize(
    "typed", ["https://git.nl/x.git", "ssh://x/y", "git@host:team", "file:///x"]
)
def test_the_address_of_a_server_is_told_apart(typed):
    with pytest.raises(WrongUse) as caught:
        folder_of(typed)
    assert caught.value.code == "folder-is-address"
    assert typed in say_on_screen(caught.value)


@pytest.mark.parametrize(
    "typed", ["", " ", "''", "a\0b", "a\x1b[31m", "~niemand-hier/x", "a\u202eb"]
)
def test_what_is_no_name_is_told(typed):
    with pytest.raises(WrongUse) as caught:
        folder_of(typed)
    assert caught.value.code == "folder-no-name"


def test_a_new_store_needs_a_folder_of_its_own(tmp_path):
    check_new(tmp_path)
    check_new(tmp_path / "new")
    (tmp_path / ".DS_Store").touch()
    check_new(tmp_path)
    (tmp_path / "foto.jpg").touch()
    with pytest.raises(AlreadyExists) as caught:
        check_new(tmp_path)
    assert str(tmp_path / "FamilieKracht") in say_on_screen(caught.value)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "folder-no-right"),
        (errno.EROFS, "folder-no-right"),
        (errno.ENOTDIR, "folder-no-folder"),
        (errno.ENOSPC, "folder-no-room"),
        (errno.ENAMETOOLONG, "folder-no-name"),
        (errno.EIO, "folder-no-use"),
    ],
)
def test_what_the_disk_refuses_has_a_sentence_of_ours(number, code):
    error = disk_failed(Path("/x/y"), OSError(number, "No such English"))
    assert error.code == code
    assert "No such English" not in say_on_screen(error)


@pytest.mark.parametrize(("name", "found"), [("OneDrive - Zorg", ["synced-folder"]), ("Fk", [])])
def test_a_folder_that_synchronises_is_seen_before_it_is_there(tmp_path, name, found):
    assert [one.code for one in doubts(tmp_path / name / "store")] == found
