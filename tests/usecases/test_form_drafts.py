"""What is being typed in a form survives; what cannot be read stops nobody."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest

from fktui.errors import Unsafe
from fktui.store.places import Places
from fktui.usecases.form_drafts import Kept, all_kept, drop, keep, kept

AT = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
NAME = "ijsvogel-k4f.goal.g-7kq2m"
TYPED = {"title": "Samen eten\nélke dag", "note": "", "odd": "\udcff\x1b[2J"}


@pytest.fixture
def places(tmp_path) -> Places:
    """A store in which nothing was noted on this computer yet."""
    return Places(tmp_path)


def test_what_was_typed_comes_back_as_it_was(places: Places) -> None:
    assert kept(places, NAME) is None
    assert all_kept(places) == []
    keep(places, NAME, {"title": "S"}, AT)
    keep(places, NAME, TYPED, AT + timedelta(seconds=1))
    assert kept(places, NAME) == Kept(NAME, TYPED, AT + timedelta(seconds=1))
    drop(places, NAME)
    assert kept(places, NAME) is None
    drop(places, NAME)


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_it_is_for_this_user_only(places: Places) -> None:
    before = os.umask(0)
    try:
        keep(places, NAME, TYPED, AT)
    finally:
        os.umask(before)
    (file,) = places.drafts.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(places.drafts.stat().st_mode) == 0o700
    assert stat.S_IMODE(places.private.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["", "../x", "a/b", "Mila", "a b", "a\n", "a" * 101, "a\\b"])
def test_a_name_leads_nowhere_else(places: Places, name: str) -> None:
    for act in (kept, drop, lambda where, given: keep(where, given, TYPED, AT)):
        with pytest.raises(Unsafe, match="bad-name"):
            act(places, name)
    assert not places.drafts.exists()


def test_all_that_was_kept_is_there_the_newest_first(places: Places) -> None:
    for number in (2, 3, 1):
        keep(places, f"koolmees-{number}", {"a": "b"}, AT + timedelta(minutes=number))
    (places.drafts / "koolmees.md").write_text("a contact in a text editor")
    assert [one.name for one in all_kept(places)] == ["koolmees-3", "koolmees-2", "koolmees-1"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "7", "null", '"x"', "[" * 100_000, "\udcff"),
        *('{"at": "2026-11-21T10:30:00+00:00"}', '{"values": {}, "at": 7}'),
        '{"values": {"a": 1}, "at": "2026-11-21T10:30:00+00:00"}',
        '{"values": ["a"], "at": "2026-11-21T10:30:00+00:00"}',
        '{"values": {}, "at": "2026-11-21T10:30:00"}',
        '{"values": {}, "at": "yesterday"}',
    ],
)
def test_a_broken_file_is_set_aside(places: Places, text: str) -> None:
    keep(places, NAME, TYPED, AT)
    keep(places, "koolmees", TYPED, AT)
    file = places.drafts / f"form-{NAME}.json"
    data = text.encode("utf-8", "surrogateescape")
    file.write_bytes(data)
    assert [one.name for one in all_kept(places)] == ["koolmees"]
    assert kept(places, NAME) is None
    assert file.with_suffix(".broken").read_bytes() == data
    keep(places, NAME, TYPED, AT)
    assert kept(places, NAME) == Kept(NAME, TYPED, AT)


def test_a_link_is_not_followed(places: Places, tmp_path) -> None:
    keep(places, "other", TYPED, AT)
    (places.drafts / f"form-{NAME}.json").symlink_to(places.drafts / "form-other.json")
    assert kept(places, NAME) is None
    assert [one.name for one in all_kept(places)] == ["other"]
    keep(places, NAME, {"a": "b"}, AT)
    assert kept(places, "other") == Kept("other", TYPED, AT)
