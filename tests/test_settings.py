"""What belongs to this computer: the usual store, who works here, what must be known early."""

import stat
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from fktui.errors import NoStore, WrongUse
from fktui.settings import (
    Device,
    Settings,
    begin_visit,
    config_file,
    peek,
    read_device,
    read_settings,
    the_store,
    write_device,
    write_settings,
)
from fktui.store.places import Places


def test_what_is_kept_is_read_again(own_home: Path) -> None:
    assert read_settings() == Settings()
    kept = Settings(store='/home/Ömer/"Team" \\ Zuid', language="nl", editor="code --wait")
    write_settings(kept)
    assert read_settings() == kept
    assert own_home in config_file().parents
    assert stat.S_IMODE(config_file().stat().st_mode) == 0o600
    write_settings(Settings())
    assert config_file().read_bytes() == b""


@pytest.mark.parametrize(
    ("given", "minutes"),
    [("", 5), ("0", 0), ("1", 1), ("600", 600), ("9999", 600), ("soon", 5), ("-3", 5), ("1.5", 5)],
)
def test_after_how_many_minutes_the_screen_hides(given: str, minutes: int) -> None:
    assert Settings(idle_minutes=given).idle == minutes


def test_keys_of_the_screen_are_kept_with_the_rest() -> None:
    kept = Settings(theme="fk-light", signs="plain", keys={"contact": "k", "save": 'ctrl+"'})
    write_settings(kept)
    assert read_settings() == kept


def test_what_another_version_wrote_does_no_harm() -> None:
    write_settings(Settings(language="nl"))
    config_file().write_text('language = "en"\ncolour = "red"\n', encoding="utf-8")
    assert read_settings() == Settings(language="en")


@pytest.mark.parametrize("data", [b"language = nl\n", b"\xff\xfe", b"[store\n"])
def test_settings_that_are_broken_name_their_file(data: bytes) -> None:
    write_settings(Settings())
    config_file().write_bytes(data)
    with pytest.raises(WrongUse) as caught:
        read_settings()
    assert caught.value.code == "settings-broken"
    assert caught.value.facts["file"] == str(config_file())


def test_who_works_here(tmp_path: Path) -> None:
    places = Places(tmp_path)
    assert read_device(places) is None
    write_device(places, Device("t-00000", "abcde"))
    assert read_device(places) == Device("t-00000", "abcde")
    assert places.device.suffix == ".toml"
    assert stat.S_IMODE(places.private.stat().st_mode) == 0o700
    places.device.write_text('colleague = "t-00000"\n', encoding="utf-8")
    assert read_device(places) is None


@pytest.mark.parametrize(
    ("text", "language", "today", "demo"),
    [
        ("language: en\ndemo: true\ntoday: 2026-05-11\n", "en", date(2026, 5, 11), True),
        ("language: \"nl\"  # ours\ntoday: '2026-05-11'\n", "nl", date(2026, 5, 11), False),
        ("team: Demo\nid: x\n", "nl", None, False),
        ("today: soon\ndemo: yes\n", "nl", None, False),
        ("today:\nlanguage:\n", "", None, False),
        ("  language: en\nnotes: x\n", "nl", None, False),
        ("\x00\n: :\n", "nl", None, False),
    ],
)
def test_what_must_be_known_before_anything_is_read(tmp_path, text, language, today, demo) -> None:
    places = Places(tmp_path)
    places.team.mkdir()
    places.settings.write_text(text, encoding="utf-8")
    assert peek(places) == (language, today, demo)


def test_of_a_store_that_is_not_there_nothing_is_known(tmp_path: Path) -> None:
    assert peek(Places(tmp_path)) == ("", None, False)


def store(folder: Path) -> Path:
    (folder / "team").mkdir(parents=True)
    (folder / "team" / "fk.yaml").write_text("format: 1\n", encoding="utf-8")
    return folder


def test_the_store_is_that_of_the_flag_the_environment_the_folder_or_the_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    flag, named, here, usual = (store(tmp_path / name) for name in ("a", "b", "c", "d"))
    (here / "deep" / "deeper").mkdir(parents=True)
    write_settings(Settings(store=str(usual)))
    monkeypatch.chdir(own_home)
    assert the_store(None).root == usual
    monkeypatch.chdir(here / "deep" / "deeper")
    assert the_store(None).root == here
    monkeypatch.setenv("FK_STORE", str(named))
    assert the_store(None).root == named
    assert the_store(flag).root == flag
    monkeypatch.chdir(tmp_path)
    assert the_store(Path("a")).root == flag


def test_a_store_in_the_home_folder_may_be_named_with_a_tilde(own_home, monkeypatch) -> None:
    home = store(own_home / "fk")
    monkeypatch.setenv("FK_STORE", "~/fk")
    assert the_store(None).root == home
    monkeypatch.delenv("FK_STORE")
    write_settings(Settings(store="~/fk"))
    monkeypatch.chdir(own_home)
    assert the_store(None).root == home


def test_no_store_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for usual in ("", str(tmp_path / "gone")):
        write_settings(Settings(store=usual))
        with pytest.raises(NoStore) as caught:
            the_store(None)
        assert caught.value.code == "no-store"
    with pytest.raises(NoStore) as caught:
        the_store(tmp_path / "gone")
    assert caught.value.code == "store-not-there"


def test_settings_that_are_broken_do_not_stop_who_stands_in_a_store(tmp_path, monkeypatch) -> None:
    write_settings(Settings())
    config_file().write_text("broken", encoding="utf-8")
    monkeypatch.chdir(store(tmp_path / "store"))
    assert the_store(None).root == tmp_path / "store"


FRIDAY = datetime(2026, 11, 20, 8, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def home(places: Places) -> Places:
    """A store in which nobody has looked yet."""
    places.root.mkdir()
    return places


def test_the_last_visit_is_that_of_an_earlier_day(home: Places) -> None:
    monday = FRIDAY + timedelta(days=3)
    assert begin_visit(home, FRIDAY) is None
    assert begin_visit(home, FRIDAY + timedelta(hours=8)) is None
    assert begin_visit(home, monday) == FRIDAY + timedelta(hours=8)
    assert begin_visit(home, monday + timedelta(hours=2)) == FRIDAY + timedelta(hours=8)
    assert begin_visit(home, monday + timedelta(days=1)) == monday + timedelta(hours=2)
    assert stat.S_IMODE(home.visit.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.private.stat().st_mode) == 0o700


def test_the_day_of_a_visit_is_that_of_here(home: Places) -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    begin_visit(home, late)
    here = timezone(timedelta(hours=1))
    assert begin_visit(home, datetime(2026, 11, 21, 9, 0, tzinfo=here)) is None
    assert begin_visit(home, datetime(2026, 11, 22, 9, 0, tzinfo=here)) is not None


def test_a_clock_that_went_back_has_no_visits_to_come(home: Places) -> None:
    begin_visit(home, FRIDAY + timedelta(days=400))
    assert begin_visit(home, FRIDAY) is None
    assert begin_visit(home, FRIDAY + timedelta(days=1)) == FRIDAY


@pytest.mark.parametrize(
    "text",
    ["now = ", "\udcff", 'now = "yesterday"', "now = 7", 'now = "2026-11-19T10:00:00"', "[now]\n"],
)
def test_a_broken_note_of_a_visit_stops_nobody(home: Places, text: str) -> None:
    begin_visit(home, FRIDAY)
    home.visit.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert begin_visit(home, FRIDAY + timedelta(days=1)) is None
    assert begin_visit(home, FRIDAY + timedelta(days=2)) == FRIDAY + timedelta(days=1)


def test_a_visit_that_cannot_be_noted_stops_nobody(home: Places) -> None:
    home.visit.mkdir(parents=True)
    assert begin_visit(home, FRIDAY) is None
    assert begin_visit(home, FRIDAY + timedelta(days=1)) is None
