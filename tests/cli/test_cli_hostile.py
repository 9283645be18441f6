"""S4, S5: whatever stands in the files or is typed, no terminal obeys it and no reader is fooled.

Every text field of every record holds a trap, every command that reads shows it on a real
terminal, and what is shown is judged by the characters of Unicode, not by fk's own list.
"""

import fcntl
import html
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
import tty
import unicodedata
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from commands import commands
from hostile_family import ESCAPES, MARKUP, Attack, id_of

from fktui.cli.main import main

ATTACKS = {
    "running": {},
    "ended": {"ended": True},
    "loose": {"loose": True},
    "loose and ended": {"loose": True, "ended": True},
}
NOT_SHOWN = {
    *(f"team.team.colleagues.{name}" for name in ("email", "organisation", "public_key")),
    "team.research.studies.key",
}
OWN_MARKS = "\u200c\u200d\u200e\u200f\u061c\u00ad"
"""Joiners and marks of direction that honest text needs; a terminal does not obey them."""

READS = {
    "list": ("list", "--all"),
    "show": ("show", "{case}"),
    "genogram": ("genogram", "{case}"),
    "chart": ("chart", "{case}", "scores"),
    "contact list": ("contact", "list", "{case}"),
    "contact show": ("contact", "show", "{case}", id_of("contact")),
    "agenda": ("agenda", "--days", "9999"),
    "changed": ("changed", "--since", "1-1-2020"),
    "search": ("search", "q", "-n", "999"),
    "person list": ("person", "list", "{case}", "--all"),
    "network list": ("network", "list", "{case}", "--all"),
    "network map": ("network", "map", "{case}"),
    "network diff": ("network", "diff", "{case}", "--from", "today"),
    "network questions": ("network", "questions", "{case}"),
    "network summary": ("network", "summary", "{case}"),
    "jim show": ("jim", "show", "{case}", "--all"),
    "community list": ("community", "list", "{case}", "--all"),
    "role list": ("role", "list", "{case}", "--all"),
    "intake show": ("intake", "show", "{case}"),
    "phase show": ("phase", "show", "{case}"),
    "meeting propose": ("meeting", "propose", "{case}"),
    "meeting list": ("meeting", "list", "{case}"),
    "meeting show": ("meeting", "show", "{case}", id_of("meeting")),
    "consent list": ("consent", "list", "{case}", "--all"),
    "consent who": ("consent", "who", "{case}", id_of("person"), "--for", "gp"),
    "analysis show": ("analysis", "show", "{case}"),
    "strength list": ("strength", "list", "{case}", "--all"),
    "worry list": ("worry", "list", "{case}", "--all"),
    "stressor list": ("stressor", "list", "{case}", "--all"),
    "domain list": ("domain", "list", "{case}", "--all"),
    "event list": ("event", "list", "{case}"),
    "request list": ("request", "list", "{case}", "--all"),
    "safety show": ("safety", "show", "{case}", "--plan", id_of("safety_plan")),
    "safety scale": ("safety", "scale", "{case}", "--list"),
    "reporting-code show": ("reporting-code", "show", "{case}"),
    "plan show": ("plan", "show", "{case}"),
    "goal list": ("goal", "list", "{case}"),
    "measure list": ("measure", "list", "{case}"),
    "measure show": ("measure", "show", "{case}", id_of("measurement")),
    "measure due": ("measure", "due", "{case}"),
    "measure instruments": ("measure", "instruments"),
    "step list": ("step", "list", "{case}", "--all"),
    "intervention list": ("intervention", "list", "{case}", "--all"),
    "agreement list": ("agreement", "list", "{case}", "--all"),
    "future list": ("future", "list", "{case}"),
    "doc list": ("doc", "list", "{case}"),
    "statement list": ("statement", "list", "{case}"),
    "statement show": ("statement", "show", "{case}", id_of("statement")),
    "inspect": ("inspect", "{case}", id_of("person")),
    "team list": ("team", "list", "--all"),
    "team history": ("team", "history"),
    "principle list": ("principle", "list", "--all"),
    "places list": ("places", "list", "--all"),
    "organisation list": ("organisation", "list", "--all"),
    "research list": ("research", "list", "--all"),
    "report": ("report", "{case}"),
    "history": ("history", "{case}"),
    "diff": ("diff", "{case}", "--from", "2026-11-20"),
    "check": ("check", "{case}"),
    "doctor": ("doctor",),
    "paths": ("paths",),
    "config": ("config",),
}
"""Every command that has `--json`, with words that let it show the most."""

MAKES_FILES = {"export"}
"""What has `--json` to tell what it made; it shows nothing of a family."""

ALSO = (
    *((), ("check",), ("doc", "list"), ("agenda", "--all"), ("show", "{case}", "--at", "today")),
    *(("report",), ("save", "{case}"), ("history", "{case}", "-d"), ("history", "{case}", "q")),
    ("export", "--research", "q", "-o", "nowhere"),
    *(("chart", "{case}", kind) for kind in ("hours", "goals", "domains")),
    *(("chart", "{case}", kind, "--plain") for kind in ("goals", "scores")),
)


END = b"<end of what was shown>"


class Screen(NamedTuple):
    """What came of a command on a terminal."""

    code: int
    shown: str


@contextmanager
def terminal():
    """A terminal that is wide enough to cut nothing; gives the text to write to and the bytes."""
    outside, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 9999, 0, 0))
    tty.setraw(inside)
    got = bytearray()

    def drain():
        while not got.endswith(END):
            got.extend(os.read(outside, 65536))

    reader = threading.Thread(target=drain, daemon=True)
    reader.start()
    with open(inside, "w", encoding="utf-8") as screen:  # noqa: PTH123 - a descriptor, no path
        yield screen, got
        # Not the end of the file: a helper that fk forked may keep the terminal open.
        screen.write(END.decode())
    reader.join(timeout=20)
    os.close(outside)


def wrong_in(shown):
    """The characters that a terminal would obey or a reader be fooled by; the bold of fk is not."""
    plain = re.sub(r"^\x1b\[1m([^\x1b\n]*)\x1b\[0m$", r"\1", shown, flags=re.MULTILINE)
    return {
        char
        for char in plain
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and char not in OWN_MARKS
        and char != "\n"
    }


WITH_LINES = (("contact", "show"), ("meeting", "show"), ("statement", "show"))
"""What shows a note, which has lines of its own."""


@pytest.fixture
def screen(fk, monkeypatch):
    """Run a command on a terminal: screen("show", case) gives its exit code and all it showed."""

    def run(*words):
        with terminal() as (side, got), monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", side)
            patch.setattr(sys, "stderr", side)
            code = main([str(word) for word in words])
            side.flush()
        shown = got.removesuffix(END).decode("utf-8")
        if words[:2] not in WITH_LINES:
            assert not re.search("^! forged", shown, re.MULTILINE)
        return Screen(code, shown)

    return run


@pytest.fixture
def folder(fk, tmp_path):
    """Where the files of a family are."""
    return lambda case: tmp_path / "store" / "cases" / case


@pytest.fixture(params=ATTACKS)
def attack(request):
    return Attack(list(ATTACKS).index(request.param), **ATTACKS[request.param])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    """A folder of its own for what is made on the way."""
    (tmp_path / "made").mkdir()
    monkeypatch.chdir(tmp_path / "made")


@pytest.fixture
def evil(fk, folder, tmp_path, attack):
    """A family full of traps, in a team with a trap for a colleague, recorded in its history."""
    case = fk("new-case", "Gezin Wulp", "--start", "2026-11-01").id
    for file, text in attack.team().items():
        (tmp_path / "store" / "team" / file).write_text(text, encoding="utf-8")
    Attack(attack.turn + len(ATTACKS), ended=attack.ended, loose=attack.loose).write(folder(case))
    assert fk("save", case).code == 0
    attack.write(folder(case))
    return case


def filled(words, case):
    return [word.format(case=case) for word in words]


def test_every_command_that_reads_is_in_the_table():
    reading = {path for path, one in commands("en").items() if "--json" in one.options}
    assert reading - MAKES_FILES == set(READS)


def test_every_trap_is_set(attack):
    """A generator that forgets fields would make the tests below pass for nothing."""
    attack.fill("wulp-k4f")
    assert {".plan.goals.levels.expected", ".contacts.body", ".network.people.reach"} < set(
        attack.traps
    )
    text = "".join(attack.traps.values())
    assert [trap for trap in MARKUP if trap not in text] == []
    assert len([trap for trap in ESCAPES if trap in text]) >= min(len(ESCAPES), 50)


@pytest.mark.parametrize("way", ["bold", "plain"])
def test_no_terminal_obeys_what_stands_in_the_files(screen, evil, attack, monkeypatch, way):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "" if way == "bold" else "1")
    everything = ""
    for words in (*READS.values(), *ALSO):
        ran = screen(*filled(words, evil))
        assert ran.code in (0, 4, 8, 16), words
        assert wrong_in(ran.shown) == set(), words
        assert way == "bold" or "\x1b" not in ran.shown
        everything += ran.shown
    assert ("\x1b[1m" in everything) == (way == "bold")
    unseen = {
        field
        for field, text in attack.traps.items()
        if f"{text.partition('z')[0]}z" not in everything
    }
    assert unseen == NOT_SHOWN


def test_nor_a_pipe_and_markup_is_only_text(fk, evil, attack):
    """S5: what a format, a template or a shell would take for its own stands there as it was."""
    seen = ""
    for words in (*READS.values(), *ALSO):
        ran = fk(*filled(words, evil))
        assert wrong_in(ran.out + ran.err) == set(), words
        seen += ran.out + ran.err
    shown = [text for text in MARKUP if text in seen]
    assert shown == list(MARKUP)


def test_json_keeps_the_value_and_obeys_nothing(fk, evil, attack):
    for words in READS.values():
        out = fk(*filled(words, evil), "--json").out
        assert wrong_in(out) == set(), words
        json.loads(out)
    shown = json.dumps(json.loads(fk("show", evil, "--json").out), ensure_ascii=False)
    kept = {field for field, text in attack.traps.items() if f'"{text}"' in shown}
    assert kept


# --- files that do not fit, and names of files --------------------------------------------------

EVIL = "\x1b]52;c;eA==\x07\u202e\u200b\x9b2J\U000e0041\n! forged\t[/b]$(id)"
QUOTED = '"\\e]52;c;eA==\\a\\u202e\\u200b\\x9b2J\\U000e0041\\n! forged\\t[/b]$(id)"'
MISFITS = {
    "an id": f"goals:\n  - id: {QUOTED}\n    title: x\n",
    "an id twice": f"goals:\n  - id: {QUOTED}\n    title: x\n" * 1
    + f"  - id: {QUOTED}\n    title: y\n",
    "a choice": f"goals:\n  - id: g-00001\n    title: x\n    domain: {QUOTED}\n",
    "a day": f"goals:\n  - id: g-00001\n    title: x\n    target_on: {QUOTED}\n",
    "a number": f"goals:\n  - id: g-00001\n    title: x\n    weight: {QUOTED}\n",
    "a field": f"goals:\n  - id: g-00001\n    title: x\n    {QUOTED}: x\n",
    "a field twice": f"{QUOTED}: x\n{QUOTED}: y\n",
    "a list": f"goals: {QUOTED}\n",
    "a tag": "goals: !\x1b[2J x\n",
    "a raw sign": "goals: \x1b[2J\n",
    "a reference": "goals:\n  - id: g-00001\n    title: x\n    owners: [p-zzzzz, " + QUOTED + "]\n",
}


@pytest.mark.parametrize("misfit", MISFITS)
def test_what_does_not_fit_is_told_without_harm(screen, fk, koolmees, folder, misfit):
    (folder(koolmees) / "plan.yaml").write_text(MISFITS[misfit], encoding="utf-8")
    for words in (
        *(("check", koolmees), ("show", koolmees), ("goal", "list", koolmees), ("list",)),
        *(("save", koolmees), ("goal", "add", koolmees, "x"), ("goal", "edit", koolmees, "x")),
    ):
        ran = screen(*words)
        assert ran.code in (0, 2, 4, 5, 8), words
        assert wrong_in(ran.shown) == set(), words
    assert "plan.yaml" in screen("check", koolmees).shown


def test_names_of_files_are_text_too(screen, koolmees, folder, tmp_path):
    name = EVIL.replace("/", "")
    (folder(koolmees) / f"{name}.yaml").write_text("x", encoding="utf-8")
    (folder(koolmees) / "contacts").mkdir()
    (folder(koolmees) / "contacts" / f"{name}.md").write_text("x", encoding="utf-8")
    (tmp_path / "store" / "cases" / name).mkdir()
    (tmp_path / "store" / "cases" / os.fsdecode(b"\xff\x1b[2J")).mkdir()
    (folder(koolmees) / os.fsdecode(b"\xff\x1b[2J.yaml")).write_text("x", encoding="utf-8")
    seen = ""
    for words in (("check",), ("check", koolmees), ("doctor",), ("list",), ("show", koolmees)):
        ran = screen(*words)
        assert ran.code in (0, 8), words
        assert wrong_in(ran.shown) == set(), words
        seen += ran.shown
    assert "$(id).yaml" in seen


def test_the_teams_own_words_are_text_too(screen, fk, koolmees, tmp_path):
    fk("network", "add", koolmees, "Oom Ali", "--sector", "family", "--ring", "1")
    settings = tmp_path / "store" / "team" / "fk.yaml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub("^team:.*$", lambda _old: f"team: {QUOTED}", text, flags=re.MULTILINE)
    settings.write_text(f"{text}sectors:\n  family: {QUOTED}\n", encoding="utf-8")
    for words in (("show", koolmees), ("network", "list", koolmees), ("paths",), ("doctor",)):
        ran = screen(*words)
        assert ran.code in (0, 8)
        assert wrong_in(ran.shown) == set(), words
    for wrong in ("language", "format", "today"):
        settings.write_text(f"{text}{wrong}: {QUOTED}\n", encoding="utf-8")
        ran = screen("show", koolmees)
        assert ran.code in (0, 2, 5)
        assert wrong_in(ran.shown) == set(), wrong


# --- what is typed ------------------------------------------------------------------------------

TYPED = (
    *(("show", EVIL), ("history", "{case}", EVIL), ("search", EVIL), (EVIL,), ("goal", EVIL)),
    *(("diff", "{case}", "--from", EVIL), ("list", "--phase", EVIL), ("list", "--coach", EVIL)),
    *(("goal", "score", "{case}", "x", EVIL), ("goal", "status", "{case}", EVIL, "reached")),
    *(("goal", "edit", "{case}", EVIL), ("doc", "make", "{case}", EVIL), ("schema", EVIL)),
    *(("doc", "make", "{case}", "future-plan", "-o", f"nowhere/{EVIL}"), ("show", f"--{EVIL}")),
    *(("doc", "make", "{case}", "future-plan", "--for", EVIL), ("config", EVIL, "x")),
    *(
        ("goal", "add", "{case}", "x", "--set", EVIL),
        ("goal", "add", "{case}", "x", "--owner", EVIL),
    ),
    *(("goal", "add", "{case}", "x", "--set", f"domain={EVIL}"), ("--lang", EVIL, "list")),
    *(("contact", "add", "{case}", "1", EVIL, EVIL), ("contact", "show", "{case}", EVIL)),
    *(("contact", "add", "{case}", "--on", EVIL), ("person", "add", "{case}", "X", "--role", EVIL)),
    *(("network", "add", "{case}", "X", "--ring", EVIL), ("--store", EVIL, "list")),
    *(("meeting", "plan", "{case}", "--on", EVIL), ("agenda", "--days", EVIL), ("init", EVIL)),
)


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_what_was_typed_comes_back_without_harm(screen, koolmees, tmp_path, monkeypatch, spoken):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FK_LANG", spoken)
    for words in TYPED:
        # A line end that was typed comes back as one: who types it forges nothing for another.
        ran = screen(*(word.replace("\n", " ") for word in filled(words, koolmees)))
        assert ran.code in (0, 2, 3, 4, 9, 12), words
        assert ran.shown
        assert wrong_in(ran.shown) == set(), words
    monkeypatch.setenv("FK_TODAY", EVIL)
    ran = screen("show", koolmees)
    assert ran.code == 2
    assert wrong_in(ran.shown) == set()


WRITES = (
    *(("person", "add", "{case}", EVIL, "--role", "child", "--reach", EVIL, "--household", EVIL),),
    *(("network", "add", "{case}", EVIL, "--sector", "family", "--ring", "1", "--offers", EVIL),),
    *(
        ("goal", "add", "{case}", EVIL, "--set", f"why={EVIL}"),
        ("future", "add", "{case}", "proud", EVIL),
    ),
    *(("contact", "add", "{case}", "1", "home", EVIL), ("agreement", "add", "{case}", EVIL)),
    *(("intervention", "add", "{case}", EVIL, "--set", f"note={EVIL}"),),
    *(("meeting", "plan", "{case}", "--on", "1 dec", "--place", EVIL, "--agenda", EVIL),),
    *(
        (
            "meeting",
            "hold",
            "{case}",
            "--note",
            EVIL,
            "--agree",
            EVIL.replace(";", ","),
            "--on",
            "today",
        ),
    ),
    *(("phase", "extend", "{case}", "--until", "+9w", "--reason", EVIL, "--by", "p-"),),
    *(("case", "edit", "{case}", "--set", f"referrer={EVIL}", "--set", f"name={EVIL}"),),
    *(("case", "group-plan", "{case}", "waived", "--reason", EVIL),),
)


def test_what_is_typed_is_stored_clean(fk, folder, log):
    case = fk("new-case", EVIL, "--start", "2026-11-01", "--referrer", EVIL).id
    mila = fk("person", "add", case, "Mila", "--role", "mother").id
    for words in WRITES:
        ran = fk(
            *[
                word.replace("p-", mila) if word == "p-" else word.format(case=case)
                for word in words
            ]
        )
        assert ran.code == 0, (words, ran.err)
        assert wrong_in(ran.out + ran.err) == set(), words
    goal = fk("goal", "add", case, "Samen eten").id
    fk("goal", "edit", case, goal, "--set", f"title=b{EVIL}", "-m", EVIL)
    fk("step", "add", case, goal, EVIL)
    ran = fk("consent", "give", case, EVIL, "--by", "Mila", "--for", "gp")
    assert ran.code == 0, ran.err
    for path in folder(case).rglob("*"):
        if path.is_file() and ".git" not in path.parts:
            assert wrong_in(path.read_text(encoding="utf-8").replace("\t", "")) == set(), path
    words = ["git", "-C", folder(case), "log", "--format=%an%n%ae%n%B"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert len(log(case)) == len(WRITES) + 6
    assert wrong_in(told.replace("\t", "")) == set()
    assert "$(id)" in told


def test_the_history_of_traps_in_files_holds_none(fk, evil, folder):
    """Recorded by hand, undone and changed by commands: a subject never repeats a file's text."""
    fk("save", evil)
    fk("goal", "score", evil, id_of("goal"), "1")
    fk("goal", "status", evil, id_of("goal"), "reached")
    fk("undo", evil)
    words = ["git", "-C", folder(evil), "log", "--format=%an%n%ae%n%B"]
    told = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert told.count("Fk-Action") >= 4
    assert wrong_in(told) == set()


# --- what a shell is offered --------------------------------------------------------------------


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_shell_is_offered_nothing_that_it_would_obey(fk, koolmees, folder, shell):
    """Zsh evaluates what it is offered; bash puts it on the command line as it is."""
    plan = folder(koolmees) / "plan.yaml"
    good = 'goals:\n  - id: g-00001\n    title: "\\\\$(id) \\e[2J `id` [/b] d\'Un; \\" École"\n'
    plan.write_text(good + f"  - id: {QUOTED}\n    title: x\n", encoding="utf-8")
    line = f"fk goal edit {koolmees} "
    asking = {
        **os.environ,
        "_FK_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": "4",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    words = [sys.executable, "-m", "fktui"]
    done = subprocess.run(words, env=asking, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    offered = done.stdout.replace("_arguments '*: :((", "").replace("))'", "")
    assert "g-00001" in offered
    assert wrong_in(offered.replace("\t", "")) == set()
    assert not set("$`\\;[]()'") & set(offered)
    assert shell == "bash" or "id 2J id b d’Un École" in offered


def test_a_command_to_paste_is_quoted(fk, koolmees, folder):
    import shlex

    name = "Mila\"; touch evil; $(id) `id` '"
    fk("person", "add", koolmees, name, "--role", "child", "--born", "2014")
    told = fk("check", koolmees).out
    pasted = next(line for line in told.splitlines() if "fk person authority" in line)
    assert shlex.split(pasted)[1:6] == ["fk", "person", "authority", koolmees, name]


# --- on paper -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["md", "html", "pdf"])
def test_markup_is_only_text_on_paper(fk, evil, attack, tmp_path, kind):
    fk("save", evil)
    path = tmp_path / f"plan.{kind}"
    ran = fk("doc", "make", evil, "future-plan", "-o", path)
    assert ran.code == 0
    assert wrong_in(ran.out + ran.err) == set()
    if kind == "pdf":
        import pypdf

        shown = "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    else:
        shown = path.read_text(encoding="utf-8")
        assert wrong_in(shown.replace("\t", " ")) == set()
    if kind == "html":
        assert not re.search("<script|javascript:|<a [^>]*evil", shown)
        shown = html.unescape(re.sub("<[^>]*>", "", shown))
    entry = ".plan.future_plan.entries.text"
    # Where it is for readers whom nobody knows, or who left, it is on no paper.
    hidden = attack.loose or attack.ended
    told = (".trajectory.name",) if hidden else (".trajectory.name", entry)
    assert (attack.traps[entry].partition("z")[0] in shown) != hidden
    for field in told:
        markup = next(sign for sign in MARKUP if attack.traps[field].endswith(sign))
        where = attack.traps[field].partition("z")[0]
        assert where in shown
        assert kind == "md" or markup in shown.replace("\n", ""), field
