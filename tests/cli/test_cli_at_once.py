"""F6, F7: several at work in one family at the same time, and files that editors leave behind.

Real processes: every change that was confirmed is there, and nothing is half there.
"""

import io
import os
import subprocess
import sys

import pytest
from family_folder import assert_sound

from fktui.store import cases
from fktui.store.disk.files import fingerprint
from fktui.store.repository import Repository

FK = [sys.executable, "-m", "fktui"]
AT_ONCE = 6
ROUNDS = 3


def started(*words):
    """A process of fk, in the store of the test."""
    return subprocess.Popen(
        [*FK, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def ended(processes):
    """The exit code and the id that each process confirmed."""
    ran = []
    for process in processes:
        out, err = process.communicate(timeout=60)
        assert "Traceback" not in err
        assert process.returncode in (0, 6, 10), err
        ran.append((process.returncode, out.split()[0] if out else ""))
    return ran


def test_f6_many_write_at_once_and_all_that_was_confirmed_is_there(fk, ijsvogel, data, tmp_path):
    case, goal, confirmed = ijsvogel.case, ijsvogel.goal, []
    before = len(data("history", case))
    for turn in range(ROUNDS):
        scores = [started("goal", "score", case, goal, str(n - 1)) for n in range(AT_ONCE // 2)]
        notes = [
            started("contact", "add", case, "1", "home", f"ronde {turn} nummer {n}")
            for n in range(AT_ONCE - len(scores))
        ]
        for n, (code, _given) in enumerate(ended(scores)):
            confirmed += [n - 1] if code == 0 else []
        for n, (code, given) in enumerate(ended(notes)):
            confirmed += [(given, f"ronde {turn} nummer {n}")] if code == 0 else []
    shown = data("show", case)
    there = [score["value"] for score in shown["plan"]["goals"][0]["scores"]]
    there += [(one["id"], one["body"]) for one in shown["contacts"]]
    assert sorted(there, key=str) == sorted(confirmed, key=str)
    assert len(confirmed) >= ROUNDS
    assert len(data("history", case)) == before + len(confirmed)
    assert fk("check", case).code == 0
    assert_sound(tmp_path / "store" / "cases" / case)


def test_f6_the_first_look_at_a_changed_store_by_many_at_once(fk, ijsvogel):
    """The overview is written by all of them; each shows the same families."""
    for _turn in range(3):
        added = fk("new-case", "Gezin Wulp").id
        readers = [started("list") for _n in range(AT_ONCE // 2)]
        for reader in readers:
            out, err = reader.communicate(timeout=60)
            assert (reader.returncode, added in out) == (0, True), err


def test_f6_somebody_who_does_not_let_go_is_waited_for_and_then_named(
    fk, ijsvogel, monkeypatch, tmp_path
):
    other = "import sys, time; from pathlib import Path\n"
    other += "from fktui.store.repository import Repository\n"
    other += "with Repository(Path(sys.argv[1])).lock(): print('held', flush=True); time.sleep(60)"
    folder = tmp_path / "store" / "cases" / ijsvogel.case
    holder = subprocess.Popen(
        [sys.executable, "-c", other, folder], stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout.readline() == "held\n"
        monkeypatch.setattr(Repository.lock.__wrapped__, "__defaults__", (0.1,))
        ran = fk("goal", "score", ijsvogel.case, ijsvogel.goal, "1")
        assert (ran.code, ran.out) == (10, "")
        assert ijsvogel.case in ran.err
        assert fk("show", ijsvogel.case).code == 0
    finally:
        holder.kill()
        holder.communicate()
    assert fk("goal", "score", ijsvogel.case, ijsvogel.goal, "1").code == 0
    assert_sound(folder)


# --- F7: an editor at the same time -------------------------------------------------------------


@pytest.fixture
def plan(ijsvogel, tmp_path):
    return tmp_path / "store" / "cases" / ijsvogel.case / "plan.yaml"


@pytest.mark.parametrize("kept", [True, False])
def test_f7_an_editor_saves_between_reading_and_writing(fk, ijsvogel, plan, monkeypatch, kept):
    """The editor wins: fk says that it was too late, and writes nothing."""
    real = cases.encode_changes
    text = plan.read_text(encoding="utf-8") + "# by hand\n"

    def slow(*arguments):
        changes = real(*arguments)
        plan.write_text(text, encoding="utf-8") if kept else plan.unlink()
        return changes

    with monkeypatch.context() as patch:
        patch.setattr(cases, "encode_changes", slow)
        ran = fk("goal", "score", ijsvogel.case, ijsvogel.goal, "1")
    assert (ran.code, ran.out) == (6, "")
    assert "plan.yaml" in ran.err
    assert plan.exists() == kept
    assert not kept or plan.read_text(encoding="utf-8") == text


def test_f7_an_edit_by_hand_before_a_command_is_kept_and_told_apart(fk, ijsvogel, plan, log):
    with plan.open("a", encoding="utf-8") as file:
        file.write("# by hand\n")
    assert fk("goal", "score", ijsvogel.case, ijsvogel.goal, "1").code == 0
    assert plan.read_text(encoding="utf-8").endswith("# by hand\n")
    newest, by_hand, *_older = log(ijsvogel.case)
    assert "score" in newest
    assert "hand" in by_hand
    assert_sound(plan.parent)


def test_f7_a_file_of_another_system_stays_as_it_is(fk, ijsvogel, plan):
    text = plan.read_text(encoding="utf-8")
    plan.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert fk("goal", "score", ijsvogel.case, ijsvogel.goal, "-1").code == 0
    assert "Samen eten" in fk("goal", "list", ijsvogel.case).out
    written = plan.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert b"value: -1" in written
    assert fk("check", ijsvogel.case).code == 0


LEFTOVERS = ("plan (1).yaml", "plan.yaml~", ".plan.yaml.swp", "plan-LAPTOP7.yaml", "#plan.yaml#")


def test_f7_what_an_editor_or_a_sync_program_leaves_is_never_read(fk, ijsvogel, plan, log):
    before = fk("goal", "list", ijsvogel.case).out
    for name in LEFTOVERS:
        (plan.parent / name).write_text("goals: [\n\t", encoding="utf-8")
    assert fk("goal", "list", ijsvogel.case).out == before
    checked = fk("check", ijsvogel.case)
    assert checked.code == 0
    assert "plan (1).yaml" in checked.out
    assert "plan-LAPTOP7.yaml" in checked.out
    acts = len(log(ijsvogel.case))
    assert fk("goal", "score", ijsvogel.case, ijsvogel.goal, "1").code == 0
    assert len(log(ijsvogel.case)) == acts + 1
    assert {path.name for path in plan.parent.iterdir()} > set(LEFTOVERS)
    assert not any(name in fk("history", ijsvogel.case, "-d").out for name in LEFTOVERS)


# --- bad input that test_cli_main does not have --------------------------------------------------


def every_file(store):
    """What lies in the store, the histories too; the overview of this computer is not in it."""
    return {
        path.relative_to(store).as_posix(): fingerprint(path.read_bytes())
        for path in store.rglob("*")
        if path.is_file()
        and not path.is_symlink()
        and ".fk" not in path.parts
        and path.parent.name != "fk"
    }


BAD = {
    "a wrong choice": ("goals:\n  - id: g-00001\n    title: x\n    status: maybe\n", 4),
    "a wrong day": ("goals:\n  - id: g-00001\n    title: x\n    opened_on: 31-02\n", 4),
    "a text for a list": ("goals:\n  - id: g-00001\n    title: x\n    owners: p-00001\n", 4),
    "a list for a text": ("goals:\n  - id: g-00001\n    title: [x]\n", 3),
    "a missing field": ("goals:\n  - id: g-00001\n", 2),
    "a double field": ("goals:\n  - id: g-00001\n    title: x\n    title: y\n", 4),
    "an id of another kind": ("goals:\n  - id: p-00001\n    title: x\n", 2),
    "two documents": ("goals: []\n---\ngoals: []\n", 2),
    "an open quotation mark": ('goals:\n  - title: "x\n', 2),
    "very deep": ("goals: " + "[" * 3000 + "]" * 3000 + "\n", 1),
}


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_what_does_not_fit_has_a_place_and_changes_nothing(fk, koolmees, tmp_path, bad, spoken):
    text, line = BAD[bad]
    store = tmp_path / "store"
    (store / "cases" / koolmees / "plan.yaml").write_text(text, encoding="utf-8")
    before = every_file(store)
    for words in (("goal", "add", koolmees, "x"), ("save", koolmees), ("undo", koolmees)):
        ran = fk(*words, lang=spoken)
        assert (ran.code, ran.out) == (4 if words[0] == "undo" else 5, "")
    told = fk("check", koolmees, lang=spoken)
    assert told.code == 8
    assert f"plan.yaml, {'line' if spoken == 'en' else 'regel'} {line}" in told.out
    assert every_file(store) == before


def test_a_field_of_a_newer_fk_is_told_kept_and_stops_nobody(fk, koolmees, tmp_path):
    plan = tmp_path / "store" / "cases" / koolmees / "plan.yaml"
    plan.write_text("goals:\n  - id: g-00001\n    title: x\n    colour: red  # ours\n", "utf-8")
    checked = fk("check", koolmees)
    assert checked.code == 0
    assert "plan.yaml, line 4" in checked.out
    assert "colour" in checked.out
    assert fk("goal", "score", koolmees, "g-00001", "1").code == 0
    assert "    colour: red  # ours\n" in plan.read_text("utf-8")


def test_a_reference_that_leads_nowhere_is_told_and_stops_nobody(fk, koolmees, tmp_path):
    plan = tmp_path / "store" / "cases" / koolmees / "plan.yaml"
    plan.write_text("goals:\n  - id: g-00001\n    title: x\n    owners: [p-zzzzz]\n", "utf-8")
    checked = fk("check", koolmees)
    assert checked.code == 0
    assert "plan.yaml, line 4" in checked.out
    assert "p-zzzzz" in checked.out
    assert fk("goal", "add", koolmees, "Samen eten").code == 0


TYPED = {
    "a day": ("goal", "score", "{case}", "{goal}", "1", "--on", "31-02-2026"),
    "a score": ("goal", "score", "{case}", "{goal}", "9"),
    "no number": ("goal", "score", "{case}", "{goal}", "veel"),
    "a choice": ("goal", "status", "{case}", "{goal}", "maybe"),
    "a field": ("goal", "edit", "{case}", "{goal}", "--set", "colour=red"),
    "a ring": ("network", "add", "{case}", "Ria", "--sector", "family", "--ring", "9"),
    "hours": ("contact", "add", "{case}", "99", "home", "x"),
    "a birthday": ("person", "add", "{case}", "Loek", "--role", "child", "--born", "2014-13-40"),
    "an owner": ("goal", "add", "{case}", "x", "--owner", "p-zzzzz"),
    "nothing": ("goal", "add", "{case}", " \t\n"),
    "only signs": ("goal", "add", "{case}", "\x1b\u202e"),
    "a goal": ("goal", "score", "{case}", "../{goal}", "1"),
}


@pytest.mark.parametrize("bad", TYPED)
def test_what_is_typed_wrong_is_told_and_changes_nothing(fk, ijsvogel, tmp_path, bad):
    before = every_file(tmp_path / "store")
    ran = fk(*(word.format(case=ijsvogel.case, goal=ijsvogel.goal) for word in TYPED[bad]))
    assert (ran.code, ran.out) in ((2, ""), (4, ""))
    assert ran.err.strip()
    assert every_file(tmp_path / "store") == before


@pytest.fixture
def piped(fk, monkeypatch):
    """fk with these bytes on its standard input."""

    def run(given, *words):
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            return fk(*words)

    return run


def test_a_long_text_is_kept_whole_and_a_huge_one_refused_whole(
    fk, piped, koolmees, data, tmp_path
):
    """What fk cannot read back it does not write: that would close the family."""
    add = ("contact", "add", koolmees, "1", "home")
    assert piped(b"woord " * 300_000, *add, "-").code == 0
    [kept] = data("contact", "list", koolmees)
    assert len(kept["body"]) == 6 * 300_000
    before = every_file(tmp_path / "store")
    for words in ((*add, "-"), ("goal", "add", koolmees, "-")):
        ran = piped(b"woord " * 400_000, *words)
        assert (ran.code, ran.out) == (5, "")
        assert ("larger" if words[0] == "contact" else "plan.yaml") in ran.err
    assert every_file(tmp_path / "store") == before
    assert fk("check", koolmees).code == 0


@pytest.mark.parametrize("given", [b"\xff\xfe\x00x", b"caf\xe9", b"\xed\xa0\x80"])
def test_what_is_no_text_on_standard_input_is_refused(piped, koolmees, tmp_path, given):
    before = every_file(tmp_path / "store")
    for words in (("goal", "add", koolmees, "-"), ("contact", "add", koolmees, "1", "home", "-")):
        ran = piped(given, *words)
        assert (ran.code, ran.out) == (2, "")
        assert "UTF-8" in ran.err
    assert every_file(tmp_path / "store") == before


def test_an_argument_that_is_no_text_is_refused(fk, koolmees, tmp_path):
    before = every_file(tmp_path / "store")
    for words in ((b"goal", b"add", koolmees.encode(), b"caf\xe9 \xff"), (b"show", b"\xff")):
        done = subprocess.run([*map(os.fsencode, FK), *words], capture_output=True, check=False)
        assert done.returncode in (2, 4), done.stderr
        assert b"Traceback" not in done.stderr
    assert every_file(tmp_path / "store") == before
