"""Objects, trees, refs and the index: what we write ourselves is what Git would have written."""

import os
from types import SimpleNamespace

import pytest
from family_folder import assert_sound, plain_git, put
from hypothesis import given, settings
from hypothesis import strategies as st

from fktui.errors import GitFailed
from fktui.store.git import index, refs
from fktui.store.git.objects import Entry, Objects, object_id
from fktui.store.repository.workplace import enter


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=2000))
def test_an_id_is_gits_id(tmp_path_factory, data):
    name = plain_git(
        tmp_path_factory.getbasetemp(), "hash-object", "--no-filters", "--stdin", given=data
    )
    assert name.strip() == object_id("blob", data)


def test_what_is_written_is_read_by_git_and_by_us(family):
    objects = enter(family.folder).objects
    data = os.urandom(5000)
    name = objects.write("blob", data)
    assert plain_git(family.folder, "cat-file", "-s", name) == "5000\n"
    assert objects.read(name) == data
    assert objects.write("blob", data) == name


def test_a_damaged_object_is_written_again(family):
    objects = enter(family.folder).objects
    name = objects.write("blob", b"text")
    place = family.folder / ".git" / "objects" / name[:2] / name[2:]
    for damage in (b"", b"\0" * 20, place.read_bytes()[:-4]):
        place.chmod(0o644)
        place.write_bytes(damage)
        assert objects.loose(name) is None
        assert objects.write("blob", b"text") == name
        assert objects.loose(name) == b"text"


def test_a_link_in_the_place_of_an_object_is_no_object(family, tmp_path):
    objects = enter(family.folder).objects
    name = objects.write("blob", b"text")
    place = family.folder / ".git" / "objects" / name[:2] / name[2:]
    place.rename(tmp_path / "moved")
    place.symlink_to(tmp_path / "moved")
    assert objects.loose(name) is None


def test_many_at_once_and_one_that_is_missing(family):
    objects = enter(family.folder).objects
    names = [objects.write("blob", data) for data in (b"", b"\n", b"a\nb\0" * 999)]
    assert list(objects.read_many([*names, *names]).values()) == [b"", b"\n", b"a\nb\0" * 999]
    assert objects.read_many([]) == {}
    with pytest.raises(GitFailed) as caught:
        objects.read_many([names[0], "1" * 40])
    assert (caught.value.code, caught.value.facts["found"]) == ("history-damaged", "1" * 40)


def test_no_repository_is_a_damaged_history(family):
    objects = enter(family.folder).objects
    (family.folder / ".git" / "HEAD").unlink()
    with pytest.raises(GitFailed) as caught:
        objects.read("1" * 40)
    assert caught.value.code == "history-damaged"


NAMES = st.from_regex(r"[a-z][a-z0-9._-]{0,3}", fullmatch=True)


@settings(max_examples=30, deadline=None)
@given(st.sets(st.lists(NAMES, min_size=1, max_size=3).map(tuple), max_size=12))
def test_a_tree_is_gits_tree(tmp_path_factory, paths):
    """Files and folders sort differently in Git: `a-b`, `a.b`, `a/b`."""
    here = tmp_path_factory.getbasetemp() / "trees"
    if not here.exists():
        plain_git(here.parent, "init", "-q", str(here))
        (here / ".git" / "tmp").mkdir()
    objects = Objects(here / ".git", here / ".git" / "tmp")
    listing = {
        "/".join(path): Entry("100644", objects.write("blob", b"x"))
        for path in paths
        if not any(other[: len(path)] == path for other in paths if other != path)
    }
    name = objects.write_tree(listing)
    given = "".join(f"100644 {entry.id}\t{path}\n" for path, entry in listing.items())
    (here / ".git" / "index").unlink(missing_ok=True)
    plain_git(here, "update-index", "--index-info", given=given.encode())
    assert plain_git(here, "write-tree").strip() == name


# --- refs -----------------------------------------------------------------------------------


def test_the_log_of_the_branch_is_gits(family):
    put(family, {"case.yaml": b"1\n"}, "Second")
    said = plain_git(family.folder, "reflog", "--format=%gd %gs").split("\n")
    assert said[:2] == ["HEAD@{0} commit: Second", "HEAD@{1} commit: Family begins"]
    assert plain_git(family.folder, "rev-parse", "main@{1}").strip() == family.history()[1].id


def test_a_branch_that_moved_is_not_moved_again(family):
    at, head = enter(family.folder), family.head()
    with pytest.raises(GitFailed) as caught:
        refs.move_head(at.git, None, head, b"", at.temporary)
    assert caught.value.code == "head-moved"
    assert not (at.git / "refs/heads/main.lock").exists()


def test_packed_refs_are_read(family):
    head = family.head()
    plain_git(family.folder, "tag", "-a", "-m", "x", "v1")
    plain_git(family.folder, "update-ref", "refs/heads/aaa", head)
    plain_git(family.folder, "pack-refs", "--all")
    assert not (family.folder / ".git/refs/heads/main").exists()
    assert family.head() == head
    (family.folder / ".git/packed-refs").write_bytes(b"torn refs/heads/main\n")
    assert family.head() is None


def test_a_lock_that_goes_while_we_look_is_not_dead(family):
    assert refs.is_dead(family.folder / "none.lock") is False


# --- index ----------------------------------------------------------------------------------


def staged(family) -> list[str]:
    return plain_git(family.folder, "ls-files", "--stage").split("\n")


def listed(family) -> list[str]:
    words = ["ls-tree", "-r", "--format=%(objectmode) %(objectname) 0\t%(path)", "HEAD"]
    return plain_git(family.folder, *words).split("\n")


@pytest.mark.parametrize(
    "words",
    [
        ("update-index", "--index-version", "4"),
        ("update-index", "--index-version", "3"),
        ("update-index", "--split-index"),
        ("read-tree", "HEAD"),
        ("update-index", "--force-write-index"),
        ("update-index", "--untracked-cache"),
    ],
)
def test_any_kind_of_index_is_kept_up(family, words):
    if "3" in words:
        (family.folder / "later.yaml").write_bytes(b"1")
        plain_git(family.folder, "add", "-N", "later.yaml")
    plain_git(family.folder, *words)
    put(family, {"case.yaml": b"1\n", "plan.yaml": None, "contacts/a.md": b"x"})
    assert [line for line in staged(family) if "later" not in line] == listed(family)
    plain_git(family.folder, "rm", "-q", "--cached", "--ignore-unmatch", "later.yaml")
    (family.folder / "later.yaml").unlink(missing_ok=True)
    assert_sound(family.folder)


@pytest.mark.parametrize("damage", [None, b"", b"DIRC", b"\0" * 200])
def test_a_missing_or_damaged_index_is_made_anew(family, damage):
    place = family.folder / ".git" / "index"
    place.unlink()
    if damage is not None:
        place.write_bytes(damage)
    put(family, {"case.yaml": b"1\n"})
    assert staged(family) == listed(family)
    assert_sound(family.folder)


def test_a_conflict_in_the_index_is_settled_by_a_save(family):
    entries = "".join(
        f"100644 {object_id('blob', b'0' + bytes([10]))} {n}\tcase.yaml\n" for n in (1, 2)
    )
    plain_git(family.folder, "update-index", "--force-remove", "case.yaml")
    plain_git(family.folder, "update-index", "--index-info", given=entries.encode())
    assert plain_git(family.folder, "status", "--porcelain") == "UD case.yaml\n"
    put(family, {"case.yaml": b"1\n"})
    assert staged(family) == listed(family)
    assert_sound(family.folder)


def test_a_long_name_and_every_length_of_name(family):
    changes = {"a" * n + ".md": b"x" for n in range(1, 20)}
    changes["people/" + "b" * 90 + "/" + "c" * 90 + ".md"] = b"x"
    put(family, changes)
    assert staged(family) == listed(family)
    assert_sound(family.folder)


def test_a_clean_file_needs_no_second_look_by_git(family):
    """The index holds what stat says, so `git diff-files` is quiet without reading a file."""
    put(family, {"case.yaml": b"1\n", "contacts/a.md": b"x"})
    assert plain_git(family.folder, "diff-files") == ""


def test_a_file_that_is_not_there_is_indexed_without_its_stat(family):
    at = enter(family.folder)
    (family.folder / "case.yaml").unlink()
    listing = at.objects.listing(family.head())
    index.refresh(at.git, ["case.yaml"], listing, at.temporary)
    assert staged(family) == listed(family)
    assert plain_git(family.folder, "status", "--porcelain") == " D case.yaml\n"


def test_times_before_1970_and_huge_numbers_fit(family, monkeypatch):
    huge = SimpleNamespace(
        st_ctime_ns=-1, st_mtime_ns=2**63, st_dev=2**63, st_ino=2**63, st_uid=2**33,
        st_gid=2**33, st_size=2**40,
    )  # fmt: skip
    at = enter(family.folder)
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", lambda _: huge)
        index.refresh(at.git, ["case.yaml"], at.objects.listing(family.head()), at.temporary)
    assert plain_git(family.folder, "status", "--porcelain") == ""
