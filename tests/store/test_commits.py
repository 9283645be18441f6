"""What is said about a change, as bytes."""

import subprocess
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fktui.store.git.commits import CommitText, Signature, commit_bytes, message, revision

BY = Signature("Anna Test", "t@fk.invalid", datetime(2026, 11, 20, tzinfo=UTC))


def test_a_long_subject_is_cut_to_72_characters():
    first = message(CommitText("é" * 100)).split("\n")[0]
    assert first == "é" * 71 + "…"
    assert message(CommitText("é" * 72)).split("\n")[0] == "é" * 72


def test_an_empty_subject_is_still_a_line():
    assert message(CommitText("\n\x1b")) == "-\n\nFk-Version: 1\n"


def test_subject_body_and_trailers_are_paragraphs():
    text = CommitText(
        "Goal\n g", "a  \r\nb\n\n\nc\n", (("Fk-Action", "goal\n.score"), ("Fk-By", ""))
    )
    assert message(text) == "Goal g\n\na\nb\n\n\nc\n\nFk-Action: goal .score\nFk-By:\n"


def test_a_trailer_with_a_bad_name_is_our_own_mistake():
    with pytest.raises(AssertionError):
        message(CommitText("x", "", (("Fk Action", "x"),)))


def test_a_moment_without_an_offset_is_our_own_mistake():
    naive = Signature("A", "a@b", datetime(2026, 1, 1))  # noqa: DTZ001 - that is the mistake
    with pytest.raises(AssertionError):
        commit_bytes("0" * 40, (), CommitText("x"), naive)


@pytest.mark.parametrize(
    ("name", "email", "line"),
    [
        ("Anna <x> Test\n", "a@b>\ncommitter x", "author Anna x Test <a@b committer x>"),
        ("", "", "author - <>"),
        ("...", "a b", "author - <a b>"),
        ("José Ørn", "j@x", "author José Ørn <j@x>"),
    ],
)
def test_a_person_stays_on_one_line(name, email, line):
    data = commit_bytes("0" * 40, (), CommitText("x"), Signature(name, email, BY.at)).decode()
    assert data.split("\n")[1].startswith(line)
    assert data.count("\ncommitter ") == 1


def test_a_moment_before_1970_is_the_first_moment():
    old = Signature("A", "a@b", datetime(1960, 1, 1, tzinfo=UTC))
    assert b"author A <a@b> 0 +0000" in commit_bytes("0" * 40, (), CommitText("x"), old)


@given(st.text(max_size=200), st.text(max_size=400))
def test_nothing_typed_becomes_a_trailer_or_is_lost(subject, body):
    text = CommitText(subject, body, (("Fk-Action", "x"),))
    words = commit_bytes("0" * 40, (), text, BY).decode().partition("\n\n")[2]
    back = revision(["0" * 40, "", "A <a@b> 0 +0000", "A <a@b> 0 +0000", words])
    assert back.trailers == (("Fk-Action", "x"),)
    assert len(back.subject) <= 72
    again = message(CommitText(back.subject, back.body, back.trailers))
    assert again == words


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.text(alphabet="Fk-Action: x\n #-=>*'~", max_size=80))
def test_git_reads_the_same_trailers(subject, body):
    words = message(CommitText(subject, body, (("Fk-Action", "goal.score"),)))
    done = subprocess.run(
        ["git", "interpret-trailers", "--only-trailers", "--no-divider"],
        input=words.encode(),
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"Fk-Action: goal.score\n"
