"""Looking back: who changed what, and what the files were then."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from family_folder import BY, FILES, plain_git, put, seen_of, text

from fktui.errors import GitFailed, NotFound
from fktui.store.repository import CommitText, Signature


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


def test_nothing_comes_before_what_it_builds_on_whatever_the_clocks_said(family):
    future = Signature(BY.name, BY.email, datetime(2035, 1, 1, tzinfo=UTC))
    base = family.save({"case.yaml": b"1"}, seen_of(family, "case.yaml"), text("2035"), future)
    put(family, {"case.yaml": b"2\n"}, "Ours")
    past = Signature(BY.name, BY.email, datetime(2019, 1, 1, tzinfo=UTC))
    plain_git(family.folder, "switch", "-q", "-c", "side", base)
    plain_git(family.folder, "branch", "-q", "-M", "main", "ours")
    plain_git(family.folder, "branch", "-q", "-M", "side", "main")
    family.save({"plan.yaml": b"1"}, seen_of(family, "plan.yaml"), text("2019"), past)
    plain_git(family.folder, "merge", "-q", "-m", "Together", "ours")
    subjects = [revision.subject for revision in family.history()]
    assert subjects[0] == "Together"
    assert subjects[-2:] == ["2035", "Family begins"]


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
