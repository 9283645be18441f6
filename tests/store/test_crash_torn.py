"""F4: a torn `.git` is made usable again, and the newest text stays."""

import random
from pathlib import Path

import pytest
from family_folder import assert_sound, interrupt, plain_git, put, tear, text_of_both

from fktui.errors import GitFailed, Unsafe
from fktui.store.git import refs


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
    assert text_of_both(family) == b"0\n"
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
    assert text_of_both(family) == b"0\n"
    assert_sound(family.folder)


def test_f4_settings_of_somebody_else_are_not_mended(family):
    config = family.folder / ".git" / "config"
    config.write_bytes(b"[core]\n\tfsmonitor = x\n")
    with pytest.raises(Unsafe):
        family.repair()
    assert config.read_bytes() == b"[core]\n\tfsmonitor = x\n"
