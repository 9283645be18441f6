"""One invocation: its flags, its day, its store."""

from datetime import date

import pytest

from fktui.cli.context import Invocation, fixed_today, language_of
from fktui.errors import NoStore, WrongUse


@pytest.mark.parametrize(
    ("words", "front"),
    [
        ([], []),
        (["list"], ["list"]),
        (["list", "--lang", "nl"], ["--lang", "nl", "list"]),
        (["a", "--lang=nl", "b", "--store", "x", "c"], ["--lang", "nl", "--store", "x"]),
        (["a", "--", "--lang", "nl"], ["a", "--", "--lang", "nl"]),
        (["a", "--lang"], ["a", "--lang"]),
        (["--store=a=b", "x"], ["--store", "a=b", "x"]),
    ],
)
def test_global_flags_come_first_and_nothing_is_lost(words, front):
    found = Invocation(words).words
    assert found[: len(front)] == front
    flat = [part for word in words for part in (word.split("=", 1) if "=" in word else [word])]
    assert sorted(found) == sorted(flat)


def test_the_last_one_typed_counts():
    assert Invocation(["--lang", "nl", "x", "--lang", "en"]).flags == {"--lang": "en"}
    assert Invocation(["x", "--store", "/a"]).flags == {"--store": "/a"}
    assert Invocation(["x", "--other", "y"]).flags == {}


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "11-05-2026"])
def test_a_fixed_today_must_be_a_day(monkeypatch, day):
    monkeypatch.setenv("FK_TODAY", day)
    with pytest.raises(WrongUse) as caught:
        fixed_today()
    assert caught.value.code == "fk-today"


def test_the_fixed_today_goes_before_that_of_a_practice_store(monkeypatch, demo_once):
    words = ["--store", str(demo_once)]
    assert Invocation(words).now.date() == date(2026, 5, 11)
    assert Invocation(words).pinned
    monkeypatch.setenv("FK_TODAY", "2026-06-01")
    assert Invocation(words).now.date() == date(2026, 6, 1)
    assert Invocation(words).desk.today == date(2026, 6, 1)
    monkeypatch.setenv("FK_TODAY", "")
    assert fixed_today() is None


def test_without_a_fixed_day_it_is_now(desk):
    made = Invocation(["--store", str(desk.store.places.root)])
    assert not made.pinned
    assert made.now.tzinfo is not None
    assert abs((made.now - made.real_now).total_seconds()) < 60


def test_the_language_is_that_of_the_flag_the_environment_the_store_the_computer(
    monkeypatch, desk, own_home
):
    settings = desk.store.places.settings
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("language: en", "language: nl"), encoding="utf-8")
    store = ["--store", str(desk.store.places.root)]
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert language_of([]) == "en"
    assert language_of(store) == "nl"
    monkeypatch.setenv("FK_LANG", "en")
    assert language_of(store) == "en"
    assert language_of([*store, "--lang", "nl"]) == "nl"
    monkeypatch.delenv("FK_LANG")
    monkeypatch.setenv("LANG", "fr_FR")
    assert language_of([]) == "nl"


def test_the_users_own_language_counts_where_there_is_no_store(monkeypatch, own_home):
    from fktui.settings import Settings, write_settings

    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    write_settings(Settings(language="en"))
    assert language_of([]) == "en"


def test_a_store_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for words in ([], ["--store", str(tmp_path)]):
        with pytest.raises(NoStore):
            _ = Invocation(words).places
