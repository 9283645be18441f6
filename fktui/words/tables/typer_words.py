"""Typer's own words in our language: its help pages, and what it says of a command that is wrong.

Typer translates some of its words with gettext in a catalogue of its own choice, and the rest not
at all. Typer itself is handed in by `cli`, the only one that may know it. Nothing is set in the
environment, so nothing leaks to Git or another program that we start.
"""

import re
from collections.abc import Iterable
from string import Formatter
from typing import Any

from fktui.words.language import N_, _

# What Typer asks of gettext (module typer.core).
N_("Arguments")
N_("Options")
N_("Commands")
N_("required")
N_("default: {default}")
N_("env var: {var}")
N_("(dynamic)")
N_("Aborted!")
N_("Missing command.")
N_("No such command {name!r}.")

# What it writes in its help without asking.
N_("Show this message and exit.")
N_("Install completion for the current shell.")
N_("Show completion for the current shell, to copy it or customize the installation.")
_IN_USAGE = (N_("[OPTIONS]"), N_("COMMAND [ARGS]..."))

# What it says when a command does not fit. The first that fits wins; `reason` is one of them too.
_SENTENCES = (
    N_("Missing argument {name}. Choose from:{choices}"),
    N_("Missing option {name}. Choose from:{choices}"),
    N_("Missing argument {name}."),
    N_("Missing option {name}."),
    N_("No such option: {name} (Possible options: {others})"),
    N_("No such option: {name}"),
    N_("Invalid value for {name}: {reason}"),
    N_("Invalid value: {reason}"),
    N_("Got unexpected extra argument(s) ({words})"),
    N_("Option {name} does not take a value."),
    N_("Option {name} requires an argument."),
    N_("Option {name} requires {count} arguments."),
    N_("Takes {count} values but {given} given."),
    N_("{value} is not in the range {range}."),
    N_("{value} is not one of {choices}."),
    N_("{value} is not a valid {kind}."),
    N_("{value} is not a valid boolean. Recognized values: {choices}"),
    N_("{kind} {path} does not exist."),
    N_("{kind} {path} is a directory."),
    N_("{kind} {path} is a file."),
    N_("{kind} {path} is not readable."),
    N_("{kind} {path} is not writable."),
)
_KINDS = (
    N_("int"),
    N_("int range"),
    N_("float"),
    N_("float range"),
    N_("File"),
    N_("Directory"),
    N_("Path"),
)


def bind_typer(core: Any) -> None:
    """Let Typer (the module `typer.core`) speak our language, also when it changes later.

    A help text of our own is translated when it is shown, so a command writes `help=N_("…")` and
    may be imported before the language is chosen.
    """
    if core._ is not _:
        core._ = _
        context = core.TyperCommand.context_class
        context.formatter_class = _speaking(context.formatter_class)


def _speaking(formatter: Any) -> Any:
    """The class that writes help pages, with every text translated just before it is laid out."""

    class Speaking(formatter):  # type: ignore[misc]  # Typer is handed in, so it has no type here
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for word in _IN_USAGE:
                args = args.replace(word, _(word))
            super().write_usage(prog, args, prefix or _("Usage: "))

        def write_text(self, text: str) -> None:
            super().write_text(_(text))

        def write_dl(self, rows: Iterable[tuple[str, str]], *args: int, **kwargs: int) -> None:
            super().write_dl([(term, _row(text)) for term, text in rows], *args, **kwargs)

    return Speaking


def _row(text: str) -> str:
    """A help text, whose remarks between brackets (`[required]`) are translated already."""
    words, gap, remarks = text.partition("  [")
    return f"{_(words)}{gap}{remarks}"


def say_usage_error(error: Any) -> str:
    """What Typer's exception about the command line says: usage, where to find help, the error."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    lines = [_("Error: {message}").format(message=typer_message(error.format_message()))]
    if context is not None:
        command = f"{context.command_path} {context.help_option_names[0]}"
        lines = [
            context.get_usage(),
            _("Try '{command}' for help.").format(command=command),
            "",
            *lines,
        ]
    return "\n".join(lines)


def typer_message(text: str) -> str:
    """A sentence of Typer in our language; as it stands when we do not know it."""
    for sentence in _SENTENCES:
        if found := re.fullmatch(_pattern(sentence), text, re.DOTALL):
            return _(sentence).format(
                **{name: _part(name, part) for name, part in found.groupdict().items()}
            )
    return text


def _part(name: str, part: str) -> str:
    if name == "reason":
        return typer_message(part)
    return _(part) if name == "kind" and part in _KINDS else part


def _pattern(sentence: str) -> str:
    """The sentence as a regular expression in which each placeholder takes any text."""
    return "".join(
        re.escape(text) + (f"(?P<{name}>.+)" if name else "")
        for text, name, _spec, _how in Formatter().parse(sentence)
    )
