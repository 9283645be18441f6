"""The `fk` command: global flags, the language, the one error boundary."""

import sys
from collections.abc import Sequence

from typer import Abort
from typer._click.exceptions import ClickException

from fktui.cli.app import build
from fktui.cli.context import Invocation, language_of
from fktui.cli.failure import report_bug, report_error, report_wrong_words
from fktui.errors import ExitCode, FkError
from fktui.words import language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code. Nothing else catches broadly."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language.use(language_of(words))
        return build()(Invocation(words))
    except FkError as error:
        return report_error(error)
    except (KeyboardInterrupt, EOFError, Abort):
        return int(ExitCode.INTERRUPTED)
    except ClickException as error:
        return report_wrong_words(error)
    except BrokenPipeError:
        # `fk list | head` is no failure; Python must not complain when it closes standard output.
        sys.stderr.close()
        return int(ExitCode.DONE)
    except Exception as error:  # noqa: BLE001 - the boundary: our bug, with a log and an honest message
        return report_bug(error)
