"""The tree of commands as people see it in one language: help, options, examples."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from house import ROOT

_TOOL = ROOT / ".ci" / "reference.py"
_GLOBAL = {"--store", "--lang", "--help", "-h", "--version", "--exit-codes"}


class Command(NamedTuple):
    """One command or subject: `goal score`."""

    help: str
    group: bool
    options: dict[str, str]
    flags: list[str]
    arguments: list[list[str]]
    many: bool


@cache
def commands(language: str) -> dict[str, Command]:
    """Every command by its words, as it is in this language."""
    data = json.loads(_tool("--json", language))
    return {path: Command(**fields) for path, fields in data.items()}


def reference() -> str:
    """docs/commands.md as it should be."""
    return _tool().decode()


def _tool(*words: str) -> bytes:
    return subprocess.run([sys.executable, _TOOL, *words], capture_output=True, check=True).stdout


def wrong_in(line: str) -> str:
    """What does not exist in a command line that is shown to people; empty when all does."""
    try:
        words = shlex.split(line.replace("’", ""))
    except ValueError:
        return f"open quotation mark: {line}"
    known = commands("en")
    path = next((p for p in (" ".join(words[1:3]), words[1]) if p in known), "")
    if words[0] != "fk" or not path or known[path].group:
        return f"no such command: {line}"
    command, given, place = known[path], 0, 1 + len(path.split())
    while place < len(words):
        word = words[place]
        option = word.partition("=")[0]
        if option.startswith("-") and not re.fullmatch(r"-\d", option):
            if option not in {*command.options, *_GLOBAL}:
                return f"{path} has no {option}"
            place += 0 if option in command.flags or "=" in word else 1
        elif word != "…":
            given += 1
        place += 1
    if given > len(command.arguments) and not command.many:
        return f"{path} takes {[name for name, _help in command.arguments]}: {line}"
    return ""


def shown_in(text: str) -> Iterator[str]:
    """The command lines in a sentence: after a colon, up to its end."""
    for found in re.findall(r": (fk (?!then)[a-z][^\n“”]*)", text):
        yield re.split(r"\. |, (?:or|of) |; [a-z]+[:,] ", found)[0].rstrip(".,)")
