"""The tree of commands, each imported when it is asked for."""

import os
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
from typer._click.exceptions import ClickException
from typer.core import TyperGroup
from typer.main import get_command

from fktui import __version__
from fktui.cli import output
from fktui.cli.context import Invocation
from fktui.cli.failure import report_wrong_words
from fktui.cli.table import COMMANDS, COMPLETE
from fktui.errors import ExitCode
from fktui.words.language import _
from fktui.words.tables.typer_words import bind_typer


class Root(TyperGroup):
    """`fk` itself: knows its commands from the table, imports only the one that runs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with this name, imported now."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = get_command(import_module(f"fktui.cli.commands.{entry.module}").app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As usual; for a name that is none, the nearest ones are named."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib  # 5 ms, and only for a name that is none

            near = difflib.get_close_matches(args[0], COMMANDS, 3)
            hint = _("Did you mean: {names}?").format(names=", ".join(near)) if near else ""
            ctx.fail(_("There is no command “{name}”. {hint}").format(name=args[0], hint=hint))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands, by panel, from the table: no module is imported for it."""
        panels: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            panels.setdefault(entry.panel, []).append((name, _(entry.help)))
        for panel, rows in panels.items():
            with formatter.section(_(panel)):
                formatter.write_dl(rows)


def _exit_codes(asked: bool) -> None:
    if asked:
        for code in ExitCode:
            output.line(f"{code.value:>3}  {code.name.lower().replace('_', '-')}")
        raise typer.Exit


def _version(asked: bool) -> None:
    if asked:
        output.line(f"fk {__version__}")
        raise typer.Exit


def _root(
    ctx: typer.Context,
    store: Annotated[
        str | None, typer.Option("--store", metavar="PATH", help=_("The store to work in."))
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="nl|en", help=_("The language to speak."))
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True)
    ] = False,
    exit_codes: Annotated[
        bool, typer.Option("--exit-codes", callback=_exit_codes, is_eager=True)
    ] = False,
) -> None:
    # --store and --lang were read before this ran; here they are only announced in the help.
    del store, lang, version, exit_codes
    if ctx.invoked_subcommand is None:
        from fktui.cli.family_list import print_list  # only for a bare `fk`

        print_list(ctx.obj)


def run(invocation: Invocation) -> int:
    """Run the command that was typed; give its exit code."""
    bind_typer(typer.core)
    if COMPLETE in os.environ:
        from typer import completion  # 5 ms, only when a shell asks

        completion.completion_init()  # type: ignore[attr-defined]
    try:
        code = _command().main(
            args=invocation.words,
            prog_name="fk",
            complete_var=COMPLETE,
            standalone_mode=False,
            obj=invocation,
        )
    except typer.Abort:
        return int(ExitCode.INTERRUPTED)
    except ClickException as error:
        return report_wrong_words(error)
    return int(code or 0)


def _command() -> Any:
    app = typer.Typer(
        cls=Root,
        name="fk",
        help=_("The case store of a team of family coaches."),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    return get_command(app)
