"""From the command line to the screen: `fk` on a terminal."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fktui.cli.context import Invocation, on_terminal
from fktui.errors import NoStore
from fktui.settings import read_settings
from fktui.words import language

if TYPE_CHECKING:
    from fktui.tui.app import FkApp
    from fktui.tui.console.terminal import TerminalApp
    from fktui.tui.session import Session

_NOWHERE = "no-store"


def can_show() -> bool:
    """Whether a person sits at a terminal that can move its cursor."""
    return on_terminal() and os.environ.get("TERM") != "dumb"


def open_screen(invocation: Invocation) -> int:
    """Open the screen, stay until the coach leaves, and give the exit code.

    Raises:
        Exception: what went wrong in it, once the terminal is as it was.
    """
    from fktui.tui.session import Session

    try:
        _ = invocation.places
    except NoStore as error:
        if error.code != _NOWHERE:
            raise
        root = _first_time(invocation)
        if root is None:
            return 0
        invocation = Invocation(["--store", str(root), *_language_flag(invocation)])
    settings = read_settings()
    if settings.language and "--lang" not in invocation.flags and not os.environ.get("FK_LANG"):
        # What is written down has the language of the store; what a coach reads is her own choice.
        language.use(settings.language)
    session = Session(invocation.places, invocation.open_desk, lambda: invocation.moment, settings)
    app = _made(session)
    return app.run() or _ended(app)


def _made(session: "Session") -> "FkApp":
    """The program; the families are on the terminal while it is being imported."""
    from fktui.tui.at_once import LEAVE, show_families

    shown = show_families(session, sys.stdout)
    try:
        from fktui.tui.app import FkApp

        return FkApp(session)
    except BaseException:
        if shown:
            sys.stdout.write(LEAVE)
        raise


def _first_time(invocation: Invocation) -> Path | None:
    """Ask the few things that are asked once; nothing when the coach leaves."""
    from fktui.tui.first import FirstApp

    app = FirstApp(read_settings(), invocation.real_now)
    root = app.run()
    _ended(app)
    return root


def _ended(app: "TerminalApp[Any]") -> int:
    if app.mistake is not None:
        raise app.mistake
    return 0


def _language_flag(invocation: Invocation) -> list[str]:
    spoken = invocation.flags.get("--lang")
    return ["--lang", spoken] if spoken else []
