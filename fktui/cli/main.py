"""The `fk` command: global flags, the language, the one error boundary."""

import sys
from collections.abc import Sequence

from typer import Abort
from typer._click.exceptions import ClickException

from fktui.cli.app import build
from fktui.cli.context import Invocation, language_of
from fktui.cli.failure import report_error, report_unexpected, report_wrong_words
from fktui.cli.output import nobody_listens
from fktui.errors import ExitCode, FkError
from fktui.words import language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. Nothing else catches broadly."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language.use(language_of(words))
        code = build()(Invocation(words))
        sys.stdout.flush()
    except FkError as error:
        return report_error(error)
    except (KeyboardInterrupt, EOFError, Abort):
        return int(ExitCode.INTERRUPTED)
    except ClickException as error:
        return report_wrong_words(error)
    except (BrokenPipeError, SystemExit) as end:
        # `fk list | head` is no failure; Typer leaves with SystemExit when it meets it first.
        if not isinstance(end.__context__ or end, BrokenPipeError):
            raise
        nobody_listens()
        return int(ExitCode.DONE)
    except Exception as error:  # noqa: BLE001 - the boundary: an honest message, and a log of our bugs
        return report_unexpected(error)
    return code
