"""Edits by hand, and a coach who uses plain Git in the folder: nothing of theirs is lost."""

import pytest
from family_folder import BY, FILES, assert_sound, interrupt, plain_git, put, seen_of, text

from fktui.errors import Changed, GitFailed
from fktui.store.repository import HandEdit


def test_edits_by_hand_are_seen(family):
    (family.folder / "case.yaml").write_bytes(b"edited\n")
    (family.folder / "plan.yaml").unlink()
    (family.folder / "new.yaml").write_bytes(b"new\n")
    assert family.hand_edits() == (
        HandEdit("case.yaml", "changed"),
        HandEdit("new.yaml", "added"),
        HandEdit("plan.yaml", "removed"),
    )


def test_an_edit_in_the_same_second_with_the_same_size_is_seen(family):
    (family.folder / "case.yaml").write_bytes(b"7\n")
    assert family.hand_edits() == (HandEdit("case.yaml", "changed"),)


def test_an_edit_by_hand_in_a_file_to_be_written_is_recorded_first(family):
    (family.folder / "case.yaml").write_bytes(b"by hand\n")
    (family.folder / "plan.yaml").write_bytes(b"by hand too\n")
    put(family, {"case.yaml": b"by fk\n"}, "By fk")
    newest, hand, _ = family.history()
    assert (newest.subject, hand.subject) == ("By fk", "Edited by hand")
    assert family.commit_files(hand.id) == {"case.yaml": (b"0\n", b"by hand\n")}
    assert family.commit_files(newest.id) == {"case.yaml": (b"by hand\n", b"by fk\n")}
    assert family.hand_edits() == (HandEdit("plan.yaml", "changed"),)


def test_without_words_for_it_an_edit_by_hand_is_refused(family):
    (family.folder / "case.yaml").write_bytes(b"by hand\n")
    seen = seen_of(family, "case.yaml")
    with pytest.raises(Changed) as caught:
        family.save({"case.yaml": b"by fk\n"}, seen, text("x"), BY)
    assert (caught.value.code, caught.value.facts["file"]) == ("hand-edit", "case.yaml")
    assert (family.folder / "case.yaml").read_bytes() == b"by hand\n"


def test_recording_edits_by_hand_is_one_commit(family):
    (family.folder / "case.yaml").write_bytes(b"by hand\n")
    (family.folder / "plan.yaml").unlink()
    (family.folder / "new.yaml").write_bytes(b"x\n")
    now = family.read().files
    seen = seen_of(family, "case.yaml", "plan.yaml", "new.yaml")
    family.save({path: now.get(path) for path in seen}, seen, text("Recorded"), BY)
    assert [r.subject for r in family.history()] == ["Recorded", "Family begins"]
    assert_sound(family.folder)


def test_taking_back_an_edit_by_hand_keeps_it_in_the_history(family):
    (family.folder / "case.yaml").write_bytes(b"by hand\n")
    put(family, {"case.yaml": b"0\n"}, "Back")
    assert [r.subject for r in family.history()] == ["Back", "Edited by hand", "Family begins"]
    assert_sound(family.folder)


def test_taking_away_a_file_that_was_edited_and_bringing_back_one_that_was_removed(family):
    (family.folder / "case.yaml").write_bytes(b"by hand\n")
    (family.folder / "plan.yaml").unlink()
    put(family, {"case.yaml": None, "plan.yaml": b"1\n"})
    newest, hand, _ = family.history()
    assert family.commit_files(hand.id) == {
        "case.yaml": (b"0\n", b"by hand\n"),
        "plan.yaml": (b"0\n", None),
    }
    assert family.commit_files(newest.id) == {
        "case.yaml": (b"by hand\n", None),
        "plan.yaml": (None, b"1\n"),
    }
    assert_sound(family.folder)


@pytest.mark.parametrize("edited", [b"too late\n", None])
def test_f7_an_edit_between_the_look_and_the_write_is_set_aside(family, monkeypatch, edited):
    from fktui.store.git import refs

    real = refs.move_head
    place = family.folder / "case.yaml"

    def move_head(*arguments):
        place.unlink() if edited is None else place.write_bytes(edited)
        real(*arguments)

    monkeypatch.setattr(refs, "move_head", move_head)
    put(family, {"case.yaml": b"by fk\n", "plan.yaml": b"by fk\n"})
    assert place.read_bytes() == b"by fk\n"
    aside = family.folder / ".git" / "fk" / "aside"
    kept = [path.read_bytes() for path in aside.iterdir()] if aside.exists() else []
    assert kept == ([] if edited is None else [edited])
    assert_sound(family.folder)


def test_f7_an_editor_that_saves_between_two_saves_of_a_form(family):
    """vim writes plan.yaml while a form over case.yaml is open: both are kept."""
    seen = seen_of(family, "case.yaml")
    (family.folder / "plan.yaml").write_bytes(b"by vim\n")
    family.save({"case.yaml": b"by the form\n"}, seen, text("x"), BY, text("hand"))
    assert family.read().files["plan.yaml"] == b"by vim\n"
    assert family.hand_edits() == (HandEdit("plan.yaml", "changed"),)


def test_f7_bytes_are_bytes(family):
    put(family, {"case.yaml": b"\xef\xbb\xbfa\r\nb\0\xff", "plan.yaml": b""})
    assert family.read().files["case.yaml"] == b"\xef\xbb\xbfa\r\nb\0\xff"
    assert family.files_at(family.head())["plan.yaml"] == b""
    assert_sound(family.folder)


def test_a_commit_of_plain_git_after_a_crash_is_built_upon(family, monkeypatch):
    interrupt(family, monkeypatch)
    (family.folder / "network.yaml").write_bytes(b"by git\n")
    plain_git(family.folder, "add", ".")
    plain_git(family.folder, "commit", "-q", "-m", "By git")
    recovered = family.recover()
    assert [r.subject for r in family.history()] == ["Change", "By git", "Family begins"]
    assert recovered.finished == family.head()
    assert family.history()[0].author == "Anna Test"
    assert family.read().files["case.yaml"] == b"new"
    assert_sound(family.folder)


def test_a_commit_of_plain_git_with_the_same_bytes_is_enough(family, monkeypatch):
    interrupt(family, monkeypatch)
    for name in ("case.yaml", "plan.yaml"):
        (family.folder / name).write_bytes(b"new")
    plain_git(family.folder, "commit", "-q", "-a", "-m", "By git")
    family.recover()
    assert [r.subject for r in family.history()] == ["By git", "Family begins"]
    assert_sound(family.folder)


def test_a_file_that_was_to_go_goes_from_a_commit_of_plain_git_too(family, monkeypatch):
    from fktui.store.git import refs

    with monkeypatch.context() as patch:
        patch.setattr(refs, "move_head", stop)
        with pytest.raises(KeyboardInterrupt):
            put(family, {"plan.yaml": None})
    plain_git(family.folder, "commit", "-q", "--allow-empty", "-m", "By git")
    family.recover()
    assert "plan.yaml" not in family.files_at(family.head())
    assert_sound(family.folder)


def stop(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("times", [1, 99])
def test_a_commit_of_plain_git_at_the_very_moment(family, monkeypatch, times):
    from fktui.store.git import refs

    real, left = refs.move_head, times

    def move_head(*arguments):
        nonlocal left
        if left:
            left -= 1
            plain_git(family.folder, "commit", "-q", "--allow-empty", "-m", f"By git {left}")
        real(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(refs, "move_head", move_head)
        if times == 1:
            put(family, {"case.yaml": b"1\n"})
            assert family.history()[1].subject == "By git 0"
        else:
            with pytest.raises(GitFailed) as caught:
                put(family, {"case.yaml": b"1\n"})
            assert caught.value.code == "head-moved"
    family.recover()
    assert family.read().files["case.yaml"] == b"1\n"
    assert_sound(family.folder)


def test_another_branch_is_not_ours(family):
    plain_git(family.folder, "switch", "-q", "-c", "else")
    with pytest.raises(GitFailed) as caught:
        put(family, {"case.yaml": b"1\n"})
    assert caught.value.code == "head-elsewhere"
    with pytest.raises(GitFailed):
        family.repair()
    plain_git(family.folder, "switch", "-q", "--detach", "main")
    with pytest.raises(GitFailed) as caught:
        family.head()
    assert caught.value.code == "head-elsewhere"


def test_after_gc_everything_still_works(family):
    for number in range(3):
        put(family, {"case.yaml": b"%d\n" % number})
    plain_git(family.folder, "gc", "-q")
    plain_git(family.folder, "pack-refs", "--all")
    assert family.hand_edits() == ()
    put(family, {"case.yaml": b"3\n"})
    assert family.hand_edits() == ()
    plain_git(family.folder, "gc", "-q", "--prune=now")
    (family.folder / "case.yaml").write_bytes(b"4\n")
    plain_git(family.folder, "commit", "-q", "-a", "-m", "By git, most of the tree is packed")
    assert family.hand_edits() == ()
    head = put(family, {"contacts/new.md": b"1\n"})
    assert family.head() == head
    assert len(family.files_at(head)) == 5
    assert_sound(family.folder)


def test_things_of_plain_git_that_are_not_ours_survive_a_save(family):
    (family.folder / "Übersicht.txt").write_bytes(b"x")
    (family.folder / "tool").write_bytes(b"x")
    (family.folder / "link").symlink_to("tool")
    plain_git(family.folder, "add", ".")
    plain_git(family.folder, "update-index", "--chmod=+x", "tool")
    plain_git(family.folder, "-c", "core.symlinks=true", "add", "link")
    plain_git(family.folder, "commit", "-q", "-m", "By git")
    assert list(family.commit_files(family.head())) == ["tool"]
    before = plain_git(family.folder, "ls-tree", "-r", "HEAD").split("\n")
    commit = put(family, {"case.yaml": b"1\n"})
    after = plain_git(family.folder, "ls-tree", "-r", "HEAD").split("\n")
    assert [line for line in before if line not in after] != []
    assert {line for line in before if "case.yaml" not in line} <= set(after)
    assert set(family.files_at(commit)) == {*FILES, "tool"}
    assert [edit.path for edit in family.hand_edits()] == []
