"""How a command ends when it cannot do what was asked."""

import errno
import os
import sys
from pathlib import Path

from fktui import __version__
from fktui.cli import output
from fktui.errors import DiskFailed, ExitCode, FkError, Unreadable
from fktui.words.language import _


def report_error(error: FkError) -> int:
    """Say what is wrong, what is safe, what to do; give the exit code of this kind of error."""
    from fktui.words.say import say_error  # the catalogue of sentences: only when one is needed

    output.say(say_error(error))
    if isinstance(error, Unreadable):
        from fktui.words.issues import say_issue

        for issue in error.issues:
            output.say(f"  {say_issue(issue)}")  # type: ignore[arg-type]
    return int(error.exit_code)


def report_wrong_words(error: Exception) -> int:
    """What Typer makes of words that do not fit."""
    from fktui.words.tables.typer_words import say_usage_error

    for line in say_usage_error(error).splitlines():
        output.say(line)
    return int(ExitCode.USAGE)


def report_unexpected(error: Exception) -> int:
    """A folder that refuses, or our own mistake."""
    if os.environ.get("FK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return _report_disk(error) if isinstance(error, OSError) else _report_bug(error)


def _report_disk(error: OSError) -> int:
    """What the store does not do itself: the user's settings, a file asked for with -o."""
    reason = errno.errorcode.get(error.errno or 0, "EIO")
    return report_error(DiskFailed("disk-failed", file=str(error.filename or ""), reason=reason))


def _report_bug(error: Exception) -> int:
    """A log without any text of a case, and an honest sentence."""
    import tempfile  # 6 ms with what it needs, and only a bug comes here
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"fk {__version__}", f"Python {sys.version.split()[0]} {sys.platform}"]
    # Neither the message nor the values: both may hold what a family told.
    lines.append(type(error).__name__)
    lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    with tempfile.NamedTemporaryFile(
        "w", prefix="fk-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write("\n".join(lines) + "\n")
    output.say(
        _(
            "Something went wrong in fk itself. Your files are as they were or as fk last "
            "confirmed. A log without any case text is in {path}: please send it to whoever "
            "looks after fk."
        ).format(path=log.name)
    )
    return int(ExitCode.BUG)
