"""One family's repository, seen from its door: make, read, save."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from family_folder import AT, BY, FILES, assert_sound, plain_git, put, seen_of, text

from fktui.errors import Changed, Unsafe
from fktui.store.disk.files import fingerprint
from fktui.store.repository import Repository


def test_a_new_family_is_complete_and_plain_for_git(family):
    assert family.read().files == FILES
    assert family.hand_edits() == ()
    assert len(family.history()) == 1
    assert_sound(family.folder)
    assert "On branch main" in plain_git(family.folder, "status")


def test_the_same_family_is_the_same_commit_on_every_computer(family, tmp_path):
    other = Repository.create(tmp_path / "other", FILES, text("Family begins"), BY)
    assert other.head() == family.head()


def test_making_a_repository_object_looks_at_nothing(tmp_path):
    assert Repository(tmp_path / "none").folder == tmp_path / "none"


def test_foreign_things_are_listed_and_not_read(family):
    (family.folder / "plan (1).yaml").write_bytes(b"x")
    (family.folder / ".plan.yaml.swp").write_bytes(b"x")
    (family.folder / "network.yaml").symlink_to("/etc/passwd")
    folder = family.read()
    assert folder.files == FILES
    assert dict(folder.foreign) == {
        "plan (1).yaml": "conflict-copy",
        ".plan.yaml.swp": "editor-file",
        "network.yaml": "symlink",
    }
    assert family.hand_edits() == ()


def test_a_save_is_one_commit_with_exactly_its_files(family):
    before = family.head()
    after = put(family, {"case.yaml": b"1\n", "people/p-4tz9c/a.md": b"new\n"}, "One act")
    assert after == family.head() != before
    assert {c.path: c.kind for c in family.changed_files(before, after)} == {
        "case.yaml": "changed",
        "people/p-4tz9c/a.md": "added",
    }
    newest = family.history()[0]
    assert (newest.id, newest.parents) == (after, (before,))
    assert (newest.subject, newest.author, newest.at) == ("One act", "Anna Test", AT)
    assert newest.at.utcoffset() == timedelta(hours=1)
    assert newest.trailers == (("Fk-Action", "goal.score"), ("Fk-Version", "1"))
    assert_sound(family.folder)


def test_a_file_is_taken_away_with_its_empty_folder(family):
    put(family, {"contacts/2026-11-20-c-7kq2m.md": None})
    assert not (family.folder / "contacts").exists()
    assert_sound(family.folder)


def test_a_folder_with_other_files_stays(family):
    put(family, {"contacts/b.md": b"1"})
    put(family, {"contacts/2026-11-20-c-7kq2m.md": None})
    assert (family.folder / "contacts" / "b.md").exists()
    assert_sound(family.folder)


def test_nothing_different_is_no_commit(family):
    head = family.head()
    assert put(family, {"case.yaml": b"0\n", "plan.yaml": b"0\n"}) == head
    assert put(family, {"never.yaml": None}) == head
    assert family.head() == head


def test_nothing_at_all_in_an_empty_history(tmp_path):
    plain_git(tmp_path, "init", "-q", "-b", "main", "empty")
    family = Repository(tmp_path / "empty")
    assert family.head() is None
    assert family.history() == []
    assert family.revision_on(AT) is None
    assert family.recover().finished is None
    assert put(family, {}) == ""
    put(family, {"case.yaml": b"1\n"})
    assert [r.parents for r in family.history()] == [()]
    assert_sound(family.folder)


def test_a_file_that_changed_since_is_not_overwritten(family):
    seen = seen_of(family, "case.yaml", "plan.yaml")
    head = put(family, {"plan.yaml": b"somebody else\n"})
    with pytest.raises(Changed) as caught:
        family.save({"case.yaml": b"1", "plan.yaml": b"1"}, seen, text("x"), BY)
    assert (caught.value.code, caught.value.facts["file"]) == ("file-changed", "plan.yaml")
    assert family.head() == head
    assert family.read().files["case.yaml"] == b"0\n"
    assert_sound(family.folder)


@pytest.mark.parametrize(
    ("seen", "path"),
    [(None, "case.yaml"), (fingerprint(b"x"), "new.yaml"), (fingerprint(b"x"), "case.yaml")],
)
def test_what_was_seen_must_be_what_is_there(family, seen, path):
    with pytest.raises(Changed):
        family.save({path: b"1"}, {path: seen}, text("x"), BY)


def test_a_file_that_was_only_read_counts_too(family):
    seen = seen_of(family, "case.yaml", "plan.yaml")
    (family.folder / "plan.yaml").write_bytes(b"edited\n")
    with pytest.raises(Changed):
        family.save({"case.yaml": b"1"}, seen, text("x"), BY)


def test_a_change_of_a_file_that_was_never_read_is_our_own_mistake(family):
    with pytest.raises(AssertionError):
        family.save({"case.yaml": b"1"}, {}, text("x"), BY)


@pytest.mark.parametrize("path", ["../x.yaml", ".git/config", "Plan.yaml", "con.yaml", "/x"])
def test_a_name_that_is_not_ours_is_not_written(family, path):
    with pytest.raises(Unsafe) as caught:
        family.save({path: b"1"}, {path: None}, text("x"), BY)
    assert caught.value.code == "bad-name"


def test_a_file_in_the_place_of_a_folder_is_not_written_over(family):
    with pytest.raises(Unsafe):
        put(family, {"contacts": b"1"})
    with pytest.raises(Unsafe):
        put(family, {"case.yaml/below.md": b"1"})
    assert_sound(family.folder)


def test_what_somebody_staged_stays_out_of_the_commit(family):
    (family.folder / "plan.yaml").write_bytes(b"staged\n")
    (family.folder / "new.yaml").write_bytes(b"staged\n")
    plain_git(family.folder, "add", ".")
    commit = put(family, {"case.yaml": b"1\n"})
    assert list(family.commit_files(commit)) == ["case.yaml"]
    staged = plain_git(family.folder, "diff", "--cached", "--name-only").split()
    assert staged == ["new.yaml", "plan.yaml"]


def test_every_file_is_synced_before_it_gets_its_name_and_the_journal_comes_between(
    family, monkeypatch
):
    """What `kill -9` cannot show: the order in which a power cut finds things."""
    events: list[str] = []
    sync, replace = os.fsync, os.replace

    def fsync(handle):
        events.append(f"sync {Path(f'/proc/self/fd/{handle}').readlink().name}")
        sync(handle)

    def put_in_place(source, target):
        assert events[-1] == f"sync {Path(source).name}"
        events.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", put_in_place)
    put(family, {"case.yaml": b"1\n", "plan.yaml": b"1\n", "people/p-4tz9c/a.md": b"2\n"})
    named = [event for event in events if not event.startswith("sync")]
    assert len(named[0]) == 38
    at = named.index("journal.json")
    assert all(len(name) == 38 for name in named[:at])
    assert named[at + 1 :] == ["main", "case.yaml", "plan.yaml", "a.md", "index"]
    for name, folder in (("journal.json", "fk"), ("main", "heads"), ("a.md", "p-4tz9c")):
        assert events[events.index(name) + 1] == f"sync {folder}"
    assert events[-1] == "sync fk"
