"""The boundary of the command line: what every command has in common, and how it ends."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fktui.cli.main import main
from fktui.cli.table import COMMANDS, Entry
from fktui.errors import ExitCode
from fktui.words import language

FK = [sys.executable, "-m", "fktui"]


def family_files(store: Path, case: str) -> dict[str, bytes]:
    folder = store / "cases" / case
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and ".git" not in path.parts
    }


# --- global flags ------------------------------------------------------------------------------


def test_global_flags_may_stand_anywhere(fk, koolmees, tmp_path, monkeypatch):
    monkeypatch.setenv("FK_STORE", str(tmp_path / "nowhere"))
    store = tmp_path / "store"
    for words in (
        ("--store", store, "show", koolmees),
        ("show", "--store", store, koolmees),
        ("show", koolmees, f"--store={store}"),
        ("show", koolmees, "--lang", "nl", "--store", store),
    ):
        assert fk(*words).code == 0
    assert fk("show", koolmees).code == 3


def test_after_two_dashes_nothing_is_a_flag(fk, koolmees):
    added = fk("goal", "add", koolmees, "--", "--store")
    assert added.code == 0
    assert "--store" in fk("goal", "list", koolmees).out


def test_the_flag_goes_before_the_environment_for_the_language(fk):
    assert "Alle gezinnen" in fk("--help", "--lang", "nl", lang="en").out
    assert "All families" in fk("--help", "--lang=en", lang="nl").out


@pytest.mark.parametrize(("words", "env"), [(("--lang", "fr"), "en"), ((), "fr")])
def test_a_language_that_fk_does_not_speak(fk, words, env):
    ran = fk(*words, "--help", lang=env)
    assert (ran.code, ran.out) == (2, "")
    assert "fr" in ran.err


def test_the_version_and_the_exit_codes(fk):
    from fktui import __version__

    assert fk("--version").out == f"fk {__version__}\n"
    told = fk("--exit-codes").out.split()
    assert [int(number) for number in told[::2]] == [*map(int, ExitCode)]


def test_the_help_lists_every_command_in_both_languages(fk):
    for spoken in ("en", "nl"):
        out = fk("--help", lang=spoken).out
        assert [name for name in COMMANDS if f"  {name} " not in out] == []
    assert fk("-h").code == 0


def test_a_subject_without_a_verb_shows_its_help(fk):
    ran = fk("goal")
    assert ran.code in (0, 2)
    assert "score" in ran.out + ran.err


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_a_command_that_is_none_names_the_nearest(fk, spoken):
    ran = fk("gaol", lang=spoken)
    assert (ran.code, ran.out) == (2, "")
    assert "goal" in ran.err


@pytest.mark.parametrize(
    "words", [("show",), ("show", "a", "b"), ("goal", "add", "x", "y", "--colour", "red")]
)
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_words_that_do_not_fit(fk, words, spoken):
    ran = fk(*words, lang=spoken)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()


# --- no store, no family -----------------------------------------------------------------------


def test_without_a_store_every_command_says_how_to_make_one(fk, tmp_path, monkeypatch):
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    for words in (("list",), ("show", "x"), ("check",), ("doctor",), ("paths",), ("new-case", "X")):
        ran = fk(*words)
        assert (ran.code, ran.out) == (3, "")
        assert "fk init" in ran.err


def test_a_folder_inside_the_store_is_enough(fk, koolmees, tmp_path, monkeypatch):
    monkeypatch.setenv("FK_STORE", "")
    monkeypatch.chdir(tmp_path / "store" / "cases" / koolmees)
    assert fk("show", koolmees).code == 0


@pytest.mark.parametrize("given", ["wulp", "..", "../team", "/etc/passwd", "ijsvogel-k4f", "-", ""])
def test_a_family_that_is_not_there(fk, koolmees, given, tmp_path):
    before = family_files(tmp_path / "store", koolmees)
    for words in (("show",), ("undo",), ("save",), ("check",), ("history",), ("goal", "list")):
        ran = fk(*words, "--", given)
        assert (ran.code, ran.out) == (4, "")
    assert family_files(tmp_path / "store", koolmees) == before


def test_more_than_one_family_fits(fk, koolmees):
    fk("new-case", "Familie Koolmees")
    ran = fk("show", "koolmees")
    assert (ran.code, ran.out) == (4, "")
    assert all(name in ran.err for name in ("Familie Koolmees", "Gezin Koolmees"))


def test_families_of_one_name_are_told_apart_by_their_ids(fk, koolmees):
    other = fk("new-case", "Gezin Koolmees").id
    ran = fk("show", "koolmees")
    assert (ran.code, ran.out) == (4, "")
    assert koolmees in ran.err
    assert other in ran.err


# --- files that cannot be read -----------------------------------------------------------------

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\npeople: [*c, *c]\n"
BROKEN = [
    ("plan.yaml", b"goals: [\n", "plan.yaml, line "),
    ("plan.yaml", b"goals:\n\t- id: g-00001\n", "plan.yaml, line 2"),
    ("plan.yaml", b"goals:\n  - id: g-00001\n    title: x\n    domain: moon\n", "line 4"),
    ("plan.yaml", b"goals:\n  - id: g-00001\n    title: x\n    target_on: 2026-02-30\n", "line 4"),
    (
        "plan.yaml",
        b"goals:\n  - id: g-00001\n    title: x\n  - id: g-00001\n    title: y\n",
        "line",
    ),
    ("family.yaml", BOMB.encode(), "family.yaml, line 1"),
    ("family.yaml", b"\xff\xfep\x00", "family.yaml"),
    ("family.yaml", b"people: !!python/object/apply:os.system [echo]\n", "family.yaml, line 1"),
    ("case.yaml", b"", "case.yaml"),
]


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one[1][:30])
def test_a_broken_file_is_told_and_nothing_is_changed(fk, koolmees, tmp_path, broken):
    file, data, where = broken
    place = tmp_path / "store" / "cases" / koolmees / file
    place.write_bytes(data)
    before = family_files(tmp_path / "store", koolmees)
    ran = fk("goal", "add", koolmees, "Samen eten")
    assert (ran.code, ran.out) == (5, "")
    assert where in ran.err
    assert fk("save", koolmees).code == 5
    assert family_files(tmp_path / "store", koolmees) == before
    shown = fk("show", koolmees)
    assert shown.code == 0
    assert where in shown.err
    checked = fk("check", koolmees)
    assert checked.code == 8
    assert where in checked.out


def test_a_file_of_fifty_megabytes_stops_nobody(fk, koolmees, tmp_path):
    other = fk("new-case", "Gezin Wulp").id
    with (tmp_path / "store" / "cases" / koolmees / "plan.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    ran = fk("goal", "add", koolmees, "Samen eten")
    assert (ran.code, ran.out) == (5, "")
    assert "plan.yaml" in ran.err
    assert "plan.yaml" in fk("show", koolmees).err
    assert fk("goal", "add", other, "Samen eten").code == 0
    checked = fk("check")
    assert checked.code == 8
    assert checked.out.count("plan.yaml: ") == 1


def test_a_link_out_of_the_store_is_not_followed(fk, koolmees, tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("people:\n  - {id: p-00001, name: Geheim, role: child}\n", encoding="utf-8")
    family = tmp_path / "store" / "cases" / koolmees / "family.yaml"
    family.symlink_to(secret)
    for words in (("show", koolmees), ("person", "list", koolmees), ("check", koolmees)):
        ran = fk(*words)
        assert "Geheim" not in ran.out + ran.err
    assert fk("person", "add", koolmees, "Mila", "--role", "child").code == 5
    assert fk("goal", "add", koolmees, "Samen eten").code == 5
    assert "Mila" not in secret.read_text(encoding="utf-8")
    assert family.is_symlink()


def test_a_folder_that_is_a_link_is_no_family(fk, koolmees, tmp_path):
    (tmp_path / "store" / "cases" / "wilg-000").symlink_to(tmp_path)
    ran = fk("show", "wilg-000")
    assert (ran.code, ran.out) == (4, "")


def test_a_newer_store_is_left_alone(fk, koolmees, tmp_path):
    settings = tmp_path / "store" / "team" / "fk.yaml"
    text = settings.read_text(encoding="utf-8").replace("format: 1", "format: 9")
    settings.write_text(text, encoding="utf-8")
    assert fk("show", koolmees).code == 15


# --- how it ends otherwise ---------------------------------------------------------------------


def test_a_bug_is_told_honestly_and_its_log_holds_no_case_text(fk, monkeypatch, tmp_path):
    monkeypatch.setitem(COMMANDS, "broken", Entry("Sherida_Koolmees", "", "Begin"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for spoken in ("en", "nl"):
        ran = fk("broken", "Mila slaapt slecht", lang=spoken)
        assert (ran.code, ran.out) == (1, "")
        assert "Traceback" not in ran.err
        log = Path(re.search(r"(/\S+\.log)", ran.err)[1])
        text = log.read_text(encoding="utf-8")
        assert "ModuleNotFoundError" in text
        assert "app.py" in text
        assert not {"Sherida", "Koolmees", "Mila"} & set(re.findall(r"\w+", text))
        assert "Sherida" not in ran.err
        assert log.stat().st_mode & 0o077 == 0


def test_a_developer_sees_where_the_bug_is(fk, monkeypatch, tmp_path):
    monkeypatch.setitem(COMMANDS, "broken", Entry("nothing_here", "", "Begin"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setenv("FK_DEBUG", "1")
    assert "Traceback" in fk("broken").err


class Interrupted(io.StringIO):
    """A keyboard on which Ctrl-C is pressed, or Ctrl-D."""

    def __init__(self, end):
        super().__init__()
        self.end = end

    def read(self, *_size):
        raise self.end


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
def test_ctrl_c_stops_cleanly(fk, koolmees, monkeypatch, log, end):
    monkeypatch.setattr(sys, "stdin", Interrupted(end))
    ran = fk("goal", "add", koolmees, "-")
    assert (ran.code, ran.out) == (130, "")
    assert "Traceback" not in ran.err
    assert len(log(koolmees)) == 1


class Stopped(io.StringIO):
    """A terminal at which Ctrl-C is pressed while it is written to."""

    def write(self, _text):
        raise KeyboardInterrupt


def test_ctrl_c_in_the_middle_of_a_list_stops_cleanly(fk, koolmees, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Stopped())
    for words in (("list",), ("list", "--all")):
        ran = fk(*words)
        assert ran.code == 130
        assert "Traceback" not in ran.err


class Closed(io.StringIO):
    """A pipe that nobody reads any more."""

    def write(self, _text):
        raise BrokenPipeError


def test_a_pipe_that_closes_halfway_is_no_failure(fk, koolmees, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Closed())
    for words in (("show", koolmees), ("--help",), ("schema", "plan")):
        ran = fk(*words)
        assert ran.code == 0
        assert "Traceback" not in ran.err


def run(store, *words, **options):
    env = {**os.environ, "FK_STORE": str(store), "FK_LANG": "en"}
    return subprocess.run([*FK, *words], env=env, check=False, **options)


@pytest.mark.parametrize("words", [("schema",), ("schema", "plan"), ("--help",), ("list",)])
def test_a_pipe_that_closes_is_no_failure(fk, tmp_path, words):
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = run(tmp_path / "store", *words, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert done.returncode == 0
    assert not re.search(rb"Traceback|Exception|Broken", done.stderr)


def test_a_terminal_that_knows_few_letters_still_shows(fk, tmp_path):
    fk("new-case", "Familie Ömer-Şahin \U0001f98a")
    env = {**os.environ, "FK_STORE": str(tmp_path / "store"), "PYTHONIOENCODING": "ascii"}
    for words in (["list"], ["--lang", "nl", "--help"], ["check"], ["list", "--json"]):
        done = subprocess.run([*FK, *words], env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        assert b"Traceback" not in done.stderr


def test_python_dash_m_is_the_same_program(fk, tmp_path, koolmees):
    done = run(tmp_path / "store", "show", koolmees, "--json", capture_output=True)
    assert done.returncode == 0
    assert json.loads(done.stdout)["data"]["trajectory"]["id"] == koolmees
    assert run(tmp_path / "nowhere", "list", capture_output=True).returncode == 3


# --- text of people is only text ---------------------------------------------------------------


def test_hostile_text_reaches_no_terminal(fk, tmp_path, log):
    case = fk("new-case", "Familie \x1b]0;evil\x07[red]Wulp[/red] \u202etxt").id
    fk("goal", "add", case, "Doel \x1b[2J $(touch evil) `x` {0} %s")
    contact = tmp_path / "store" / "cases" / case / "family.yaml"
    contact.write_text(
        'people:\n  - {id: p-00001, name: "\\e[31mMila\\u202e", role: child}\n', encoding="utf-8"
    )
    for words in (
        ("show", case),
        ("list",),
        ("history", case, "--details"),
        ("check", case),
        ("goal", "list", case),
        ("person", "list", case),
        ("search", "Mila"),
    ):
        said = fk(*words)
        assert not {"\x1b", "\x07", "\u202e"} & set(said.out + said.err)
    assert "{0} %s" in fk("goal", "list", case).out
    assert "[red]Wulp[/red]" in fk("show", case).out
    assert not {"\x1b", "\x07"} & set("".join(log(case)))


def test_what_is_spoken_does_not_depend_on_the_case(fk, koolmees):
    assert main(["--lang", "nl", "show", koolmees]) == 0
    assert language.current() == "nl"
