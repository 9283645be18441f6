"""What is told to people is true: every command that a text names exists, with those options."""

import re

import pytest
from commands import commands, reference, shown_in, wrong_in
from house import ROOT

from fktui.cli.table import COMMANDS
from fktui.documents import gaps
from fktui.errors import ExitCode
from fktui.words import language
from fktui.words.issues import ISSUES
from fktui.words.tables.error_words import SENTENCES

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
SILENT = {"--help", "-h", "--email", "--title", "--note", "NOTE", "CASE"}
"""Options and arguments whose name says it in both languages."""
SAMPLE = {"case": "koolmees", "record": "g-7kq2m", "goal": "g-7kq2m", "given": "gp"}
SAMPLE |= {"command": "worry"}


def filled(line: str) -> str:
    """A line of the catalogue with its placeholders filled in."""
    return re.sub(r"{(\w+)}", lambda found: SAMPLE.get(found[1], "x"), line)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_in_both_languages(name: str) -> None:
    entry = COMMANDS[name]
    said = {}
    for spoken in ("en", "nl"):
        language.use(spoken)
        said[spoken] = (language._(entry.help), language._(entry.panel))
        assert all(said[spoken])
    assert said["en"][0] != said["nl"][0]


def test_every_verb_and_option_has_help_in_both_languages() -> None:
    found = []
    for path, english in commands("en").items():
        dutch = commands("nl")[path]
        if not english.help or english.help == dutch.help:
            found.append(path)
        told = [*english.options.items(), *english.arguments]
        translated = [*dutch.options.items(), *dutch.arguments]
        for (name, text), (_name, dutch_text) in zip(told, translated, strict=True):
            if name not in SILENT and (not text or text == dutch_text):
                found.append(f"{path}: {name}")
    assert found == []


@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_the_examples_in_help_texts_work(spoken: str) -> None:
    lines = [line for command in commands(spoken).values() for line in shown_in(command.help)]
    assert len(lines) > 30
    assert [wrong for line in lines if (wrong := wrong_in(line))] == []


def test_the_reference_is_what_the_help_says() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert text == reference(), "python .ci/reference.py > docs/commands.md"
    assert [name for name in COMMANDS if f"## `fk {name}" not in text] == []
    assert "(docs/commands.md)" in README


def test_every_command_in_the_readme_exists() -> None:
    lines = [line.partition("  #")[0] for block in BLOCKS for line in block.splitlines()]
    typed = [part for line in lines for part in line.split(" && ") if part.startswith("fk ")]
    inline = [line for line in re.findall(r"`(fk [a-z][^`]*)`", README) if "--help" not in line]
    assert len(typed) > 25
    assert [wrong for line in typed + inline if (wrong := wrong_in(line))] == []


@pytest.mark.parametrize("code", ISSUES)
def test_the_remedy_of_a_finding_exists(code: str) -> None:
    assert wrong_in(filled(ISSUES[code].remedy)) == ""


@pytest.mark.parametrize("wanted", gaps._WANTED, ids=lambda wanted: wanted.what)
def test_the_command_that_fills_a_gap_exists(wanted: gaps._Wanted) -> None:
    assert wrong_in("fk " + filled(wanted.command)) == ""


def test_the_commands_in_the_sentences_of_errors_exist() -> None:
    lines = [line for text in SENTENCES.values() for line in shown_in(filled(text))]
    assert len(lines) > 8
    assert [wrong for line in lines if (wrong := wrong_in(line))] == []


def test_the_two_commands_of_the_readme_are_one_line_each() -> None:
    for block in BLOCKS[:2]:
        assert len(block.splitlines()) == 1
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install -q")
    assert BLOCKS[0].endswith("fk demo\n")
    assert "pytest" in BLOCKS[1]


def test_ci_runs_the_second_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    [pattern] = re.findall(r'grep -m1 "(.*)" README\.md', script)
    line = next(line for line in README.splitlines() if re.search(pattern, line))
    assert line == BLOCKS[1].strip()
    assert 'eval "$command"' in script


def test_the_readme_tells_every_exit_code() -> None:
    told = README.partition("Exit codes")[2].partition("\n\n")[0]
    assert [int(number) for number in re.findall(r"[·:]\s+(\d+) ", told)] == [*map(int, ExitCode)]


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("fk goal score koolmees school +1 --by Jaylen", ""),
        ("fk goal score koolmees school -1", ""),
        ("fk gaol add x", "no such command"),
        ("fk goal", "no such command"),
        ("fk goal add koolmees x --colour red", "has no --colour"),
        ("fk redo koolmees twice", "takes"),
    ],
)
def test_a_wrong_command_is_seen(line: str, wrong: str) -> None:
    assert wrong_in(line).find(wrong) >= 0
    assert bool(wrong_in(line)) == bool(wrong)
