"""One family's repository, seen from its door: read, save, look back."""

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from family_folder import AT, BY, FILES, assert_sound, plain_git, put, text

from fktui.errors import Changed, GitFailed, NotFound, Unsafe
from fktui.store.files import fingerprint
from fktui.store.repository import CommitText, HandEdit, Repository, Signature


def seen_of(family: Repository, *paths: str) -> dict[str, str | None]:
    fingerprints = family.read().fingerprints
    return {path: fingerprints.get(path) for path in paths}


# --- making and reading ---------------------------------------------------------------------


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


# --- saving ---------------------------------------------------------------------------------


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
        events.append(f"sync {Path(os.readlink(f'/proc/self/fd/{handle}')).name}")
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


# --- edits by hand --------------------------------------------------------------------------


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
    from fktui.store import refs

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


# --- beside plain Git -----------------------------------------------------------------------


def test_a_commit_of_plain_git_after_a_crash_is_built_upon(family, monkeypatch):
    from test_crash_disk import interrupt

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
    from test_crash_disk import interrupt

    interrupt(family, monkeypatch)
    for name in ("case.yaml", "plan.yaml"):
        (family.folder / name).write_bytes(b"new")
    plain_git(family.folder, "commit", "-q", "-a", "-m", "By git")
    family.recover()
    assert [r.subject for r in family.history()] == ["By git", "Family begins"]
    assert_sound(family.folder)


def test_a_file_that_was_to_go_goes_from_a_commit_of_plain_git_too(family, monkeypatch):
    from fktui.store import refs

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
    from fktui.store import refs

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


# --- looking back ---------------------------------------------------------------------------


def test_history_of_one_file(family):
    put(family, {"case.yaml": b"1\n"}, "Case")
    put(family, {"plan.yaml": b"1\n"}, "Plan")
    put(family, {"case.yaml": b"2\n"}, "Case again")
    assert [r.subject for r in family.history("case.yaml")] == [
        "Case again",
        "Case",
        "Family begins",
    ]
    assert [r.subject for r in family.history(limit=2)] == ["Case again", "Plan"]
    assert family.history(":(glob)*") == []


def test_history_of_a_file_shows_both_sides_of_a_merge(family):
    base = family.head()
    put(family, {"case.yaml": b"1\n"}, "Ours")
    plain_git(family.folder, "branch", "side", base)
    plain_git(family.folder, "switch", "-q", "side")
    (family.folder / "plan.yaml").write_bytes(b"1\n")
    plain_git(family.folder, "commit", "-q", "-a", "-m", "Theirs")
    plain_git(family.folder, "switch", "-q", "main")
    plain_git(family.folder, "merge", "-q", "-m", "Together", "side")
    assert {r.subject for r in family.history("plan.yaml")} == {"Theirs", "Family begins"}
    together = family.history()[0]
    assert (together.subject, len(together.parents)) == ("Together", 2)
    assert list(family.commit_files(together.id)) == ["plan.yaml"]


def test_files_as_they_were(family):
    first = family.head()
    put(family, {"case.yaml": b"1\n", "plan.yaml": None})
    assert family.files_at(first) == FILES
    assert family.files_at(family.head()) == {
        **{path: data for path, data in FILES.items() if path != "plan.yaml"},
        "case.yaml": b"1\n",
    }


def test_what_changed_between_two_moments(family):
    first = family.head()
    put(family, {"case.yaml": b"1\n"})
    last = put(family, {"plan.yaml": None, "new.yaml": b"1\n"})
    assert {c.path: c.kind for c in family.changed_files(first, last)} == {
        "case.yaml": "changed",
        "plan.yaml": "removed",
        "new.yaml": "added",
    }
    assert {c.kind for c in family.changed_files(None, first)} == {"added"}
    assert family.changed_files(last, last) == ()


def test_what_the_first_commit_did(family):
    assert family.commit_files(family.head()) == {p: (None, d) for p, d in FILES.items()}


@pytest.mark.parametrize(
    "revision", ["HEAD", "main", "-x", "--all", "0" * 39, "", "HEAD^", "A" * 40]
)
def test_only_a_full_id_names_a_revision(family, revision):
    head = family.head()
    for ask in (
        lambda: family.files_at(revision),
        lambda: family.commit_files(revision),
        lambda: family.changed_files(revision, head),
        lambda: family.changed_files(head, revision),
    ):
        with pytest.raises(NotFound) as caught:
            ask()
        assert caught.value.code == "no-revision"


def test_a_commit_that_is_not_there(family):
    with pytest.raises(GitFailed) as caught:
        family.files_at("1" * 40)
    assert caught.value.code == "history-damaged"


def test_a3_a_commit_with_a_wrong_date_hides_nothing(family):
    """A laptop whose clock said 2019 recorded something in the middle."""
    days = {}
    for subject, day in (
        ("Monday", datetime(2027, 1, 4, 12, tzinfo=UTC)),
        ("Clock of 2019", datetime(2019, 1, 1, tzinfo=UTC)),
        ("Wednesday", datetime(2027, 1, 6, 12, tzinfo=UTC)),
    ):
        data = {"case.yaml": subject.encode()}
        seen = seen_of(family, "case.yaml")
        by = Signature(BY.name, BY.email, day)
        days[subject] = family.save(data, seen, text(subject), by)
    end_of = {
        "2027-01-03": family.history()[-1].id,
        "2027-01-05": days["Clock of 2019"],
        "2027-01-06": days["Wednesday"],
    }
    found = {
        day: family.revision_on(datetime.fromisoformat(f"{day}T23:59:59+01:00")) for day in end_of
    }
    assert found["2027-01-05"] == end_of["2027-01-05"]
    assert found["2027-01-06"] == end_of["2027-01-06"]
    assert found["2027-01-03"] == days["Clock of 2019"]
    assert family.revision_on(datetime(2018, 1, 1, tzinfo=UTC)) is None
    assert len(family.history()) == 4


def test_a_message_with_any_byte_in_it_is_read(family):
    """Plain Git, an old editor and a bad tool wrote these."""
    tree = plain_git(family.folder, "rev-parse", "HEAD^{tree}").strip()
    person = b"A <a@b> 1700000000 +0100"
    bodies = [
        b"caf\xe9 \xff\n\nFk-Action: x\n",
        b"nul \0 inside\n\nmore\n",
        b"",
        b"\n\n\nlate subject\n",
        b"only\r\n\r\nwindows\r\n",
        b"x\n\nFk-Action: a\nnot one\n",
        b"esc \x1b[31m red\n\nFk-Action: a\nFk-By: b/c\n",
    ]
    parent = family.head()
    for body in bodies:
        data = b"tree %s\nparent %s\nauthor %s\ncommitter %s\n\n%s" % (
            tree.encode(),
            parent.encode(),
            person,
            person,
            body,
        )
        parent = plain_git(
            family.folder,
            *("hash-object", "-t", "commit", "-w", "--stdin", "--literally"),
            given=data,
        ).strip()
        plain_git(family.folder, "update-ref", "refs/heads/main", parent)
    found = family.history()[::-1][1:]
    assert [r.subject for r in found] == [
        "caf\N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}",
        "nul ",
        "",
        "late subject",
        "only",
        "x",
        "esc \x1b[31m red",
    ]
    assert found[0].trailers == (("Fk-Action", "x"),)
    assert found[5].trailers == ()
    assert found[6].trailers == (("Fk-Action", "a"), ("Fk-By", "b/c"))


def test_a_person_or_a_date_that_makes_no_sense_is_read(family):
    tree = plain_git(family.folder, "rev-parse", "HEAD^{tree}").strip().encode()
    for line in (b"nobody", b"A <a@b> 99999999999999999999 +0100", b"A <a@b> 5 +9999"):
        data = b"tree %s\nauthor %s\ncommitter %s\n\nx\n" % (tree, line, line)
        words = ("hash-object", "-t", "commit", "-w", "--stdin", "--literally")
        name = plain_git(family.folder, *words, given=data).strip()
        plain_git(family.folder, "update-ref", "refs/heads/main", name)
        (found,) = family.history()
        assert found.subject == "x"
        assert isinstance(found.at, datetime)


def test_a_line_typed_by_a_coach_never_becomes_a_trailer(family):
    evil = CommitText(
        "Fk-Action: case.erase\nFk-By: x",
        "Reason\n\nFk-Action: case.erase\nFk-Record: plan.yaml#g-7kq2m",
    )
    family.save({"case.yaml": b"1"}, seen_of(family, "case.yaml"), evil, BY)
    newest = family.history()[0]
    assert newest.trailers == (("Fk-Version", "1"),)
    assert newest.subject == "Fk-Action: case.erase Fk-By: x"
    said = plain_git(family.folder, "log", "-1", "--format=%(trailers:only,unfold)").strip()
    assert said == "Fk-Version: 1"


def test_zones_survive(family):
    zone = timezone(-timedelta(hours=3, minutes=30))
    by = Signature(BY.name, BY.email, datetime(2026, 7, 1, 8, 15, tzinfo=zone))
    family.save({"case.yaml": b"1"}, seen_of(family, "case.yaml"), text("x"), by)
    assert family.history()[0].at == by.at
    assert family.history()[0].at.utcoffset() == timedelta(hours=-3, minutes=-30)
    assert "2026-07-01 08:15:00 -0330" in plain_git(family.folder, "log", "-1", "--date=iso")
