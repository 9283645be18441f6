"""The `fk` command: the language, the words that need no parser, the one error boundary."""

import os
import sys
from collections.abc import Sequence

from fktui.cli.context import Invocation, language_of, on_terminal, readable
from fktui.cli.table import COMPLETE
from fktui.errors import ExitCode, FkError
from fktui.words import language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. Nothing else catches broadly."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language.use(language_of(words))
        code = _run(Invocation(readable(words)))
        sys.stdout.flush()
    except FkError as error:
        from fktui.cli.failure import report_error  # most commands end well

        return report_error(error)
    except (KeyboardInterrupt, EOFError):
        return int(ExitCode.INTERRUPTED)
    except (BrokenPipeError, SystemExit) as end:
        # `fk list | head` is no failure; Typer leaves with SystemExit when it meets it first.
        if not isinstance(end.__context__ or end, BrokenPipeError):
            raise
        from fktui.cli.output import nobody_listens  # as above

        nobody_listens()
        return int(ExitCode.DONE)
    except Exception as error:  # noqa: BLE001 - the boundary: an honest message, and a log of our bugs
        from fktui.cli.failure import report_unexpected  # as above

        return report_unexpected(error)
    return code


def _run(invocation: Invocation) -> int:
    """The command that was typed; the one that is typed most, without the parser."""
    if invocation.command == ["list"] and COMPLETE not in os.environ:
        from fktui.cli.family_list import print_list  # not before the language is known

        print_list(invocation)
        return int(ExitCode.DONE)
    if not invocation.command and COMPLETE not in os.environ and on_terminal():
        from fktui.cli.screen import can_show, open_screen  # Textual: 0.1 s

        if can_show():
            return open_screen(invocation)
    from fktui.cli.app import run  # Typer: 50 ms, twice what a list of a thousand families takes

    return run(invocation)
