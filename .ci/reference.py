"""The reference of all commands, made from their own help texts.

    python .ci/reference.py > docs/commands.md

With `--json LANGUAGE` the tree itself, for tests/architecture/test_docs.py. Help texts are made
while a command's module is imported, so one run speaks one language.
"""  # noqa: INP001  (a folder of tools, no package)

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

HEAD = """# Commands

Made from the help texts of `fk` by `.ci/reference.py`; do not edit. CASE is the family: its id, the
beginning of it, or its name. Options for every command: `--store PATH`, `--lang nl|en`, `--help`.
"""


def walk(path: str, command: Any, found: dict[str, dict[str, Any]]) -> None:
    """Add a command and what is below it, by its words."""
    options = [p for p in command.params if p.param_type_name == "option"]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    found[path] = {
        "help": command.help or "",
        "group": hasattr(command, "commands"),
        "options": {
            name: option.help or ""
            for option in options
            for name in (*option.opts, *option.secondary_opts)
        },
        "flags": [name for o in options if o.is_flag for name in (*o.opts, *o.secondary_opts)],
        "arguments": [(a.human_readable_name.upper(), a.help or "") for a in arguments],
        "many": any(a.nargs == -1 for a in arguments),
    }
    for name, inner in getattr(command, "commands", {}).items():
        walk(f"{path} {name}", inner, found)


def tree(language_name: str) -> dict[str, dict[str, Any]]:
    """All commands in one language; the first call decides which."""
    from fktui.words import language

    language.use(language_name)
    from fktui.cli.app import Root
    from fktui.cli.table import COMMANDS

    root: Any = Root(name="fk")
    found: dict[str, dict[str, Any]] = {}
    for name in COMMANDS:
        walk(name, root.get_command(None, name), found)
    return found


def written(found: dict[str, dict[str, Any]]) -> str:
    """The reference as Markdown: a heading per command, its help, a line per option."""
    parts = [HEAD]
    for path, command in found.items():
        words = " ".join(("fk", path, *(name for name, _text in command["arguments"])))
        parts.append(f"{'##' if ' ' not in path else '###'} `{words}`\n\n{command['help']}\n")
        told = [*command["arguments"], *command["options"].items()]
        lines = [f"- `{name}`: {text}" for name, text in told if text]
        if lines:
            parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    if sys.argv[1:2] == ["--json"]:
        json.dump(tree(sys.argv[2]), sys.stdout)
    else:
        sys.stdout.write(written(tree("en")))
