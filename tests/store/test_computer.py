"""What can be known of a computer: disks, folders that synchronise, who may look."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from fktui.store.computer import (
    free_megabytes,
    on_network,
    open_to_others,
    shows_families,
    synced_part,
)
from fktui.store.places import Places


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/home/yara/OneDrive - Team Zuid/fk", "OneDrive - Team Zuid"),
        ("/Users/yara/Library/Mobile Documents/fk", "Mobile Documents"),
        ("/home/yara/Nextcloud/fk", "Nextcloud"),
        ("/home/yara/Dropbox/fk", "Dropbox"),
        ("/home/yara/Google Drive/fk", "Google Drive"),
        ("/home/yara/STACK/fk", "STACK"),
        ("/home/yara/FamilieKracht", ""),
        ("/home/yara/stacks/fk", ""),
    ],
)
def test_a_folder_that_synchronises_is_known_by_its_name(path: str, part: str) -> None:
    assert synced_part(Path(path)) == part


@pytest.mark.parametrize(
    ("path", "network"), [("//server/team/fk", True), ("\\\\server\\team", True), ("/", False)]
)
def test_a_network_drive_is_known_by_its_name(path: str, network: bool) -> None:
    assert on_network(Path(path)) is network


def test_the_disk_of_a_test_is_here_and_has_room(tmp_path) -> None:
    assert not on_network(tmp_path)
    assert 0 < free_megabytes(tmp_path) < 10**9


@pytest.mark.parametrize(
    ("mode", "open_"), [(0o700, False), (0o750, True), (0o707, True), (0o710, True)]
)
def test_who_may_look_into_the_private_folder(tmp_path, mode: int, open_: bool) -> None:
    places = Places(tmp_path)
    assert not open_to_others(places)
    places.private.mkdir()
    places.private.chmod(mode)
    assert open_to_others(places) is open_


@pytest.mark.parametrize(
    ("around", "root", "cases", "shown"),
    [
        (0o755, 0o755, 0o755, True),
        (0o755, 0o755, 0o750, True),
        (0o755, 0o755, 0o711, False),
        (0o755, 0o700, 0o755, False),
        (0o700, 0o755, 0o755, False),
        (0o755, 0o750, 0o705, False),
    ],
)
def test_who_may_look_into_the_families(around, root, cases, shown: bool) -> None:
    with TemporaryDirectory() as folder:  # that of pytest lies in one that is closed to others
        Path(folder).chmod(0o755)
        _look_into_the_families(Places(Path(folder, "home", "store")), around, root, cases, shown)


def _look_into_the_families(places: Places, around, root, cases, shown: bool) -> None:
    assert not shows_families(places)
    places.cases.mkdir(parents=True)
    places.cases.chmod(cases)
    places.root.chmod(root)
    places.root.parent.chmod(around)
    assert shows_families(places) is shown


def test_a_computer_that_tells_nothing_of_its_disks(monkeypatch) -> None:
    def nothing(*_words: object, **_more: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", nothing)
    assert not on_network(Path("/mnt/team"))


@pytest.mark.parametrize(
    ("mounts", "network"),
    [
        ("/dev/sda1 / ext4 rw 0 0\nserver:/team /mnt/team\\040zuid nfs4 rw 0 0\n", True),
        (
            "/dev/sda1 / ext4 rw\n//server/x /mnt cifs rw\n/dev/sdb /mnt/team\\040zuid xfs\n",
            False,
        ),
        ("torn\n", False),
    ],
)
def test_the_disk_that_is_nearest_to_the_folder_counts(monkeypatch, mounts, network) -> None:
    monkeypatch.setattr(Path, "read_text", lambda *_words, **_more: mounts)
    assert on_network(Path("/mnt/team zuid/fk")) is network
